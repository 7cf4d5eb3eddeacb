//! The log, newest first, and whether its chain holds.
//!
//! Refuses to follow the chain unasked: on a long log it takes its time.

use crate::error::Answer;
use crate::pages::node::frame;
use crate::typed::Asked;
use crate::visitor::SignedIn;
use axum::response::{Html, IntoResponse};
use render::page::audit::AuditPage;
use render::page::write;

/// Entries on one page.
const ENTRIES: u32 = 50;

/// `GET /administration/log`, with `?before=` to go on and `?verify=true` to follow the chain.
pub async fn list(visitor: SignedIn, Asked(asked): Asked) -> Answer {
    let before = asked.get("before").parse().ok();
    let entries = app::audit::entries(&visitor.cx, before, ENTRIES).await?;
    let report = if asked.get("verify") == "true" { Some(app::audit::verify(&visitor.cx).await?) } else { None };
    let full = entries.len() == ENTRIES as usize;
    let older = entries.last().map(|entry| entry.sequence).filter(|sequence| full && *sequence > 1);
    let frame = frame(&visitor, "audit-title").await;
    Ok(Html(write(&AuditPage::new(&frame, &entries, older, report.as_ref()))).into_response())
}
