//! What waits for the visitor and what it was told; how it wants to hear of it by mail.
//!
//! Refuses to mark anything as seen on a GET.

use crate::error::Answer;
use crate::pages::session::account_page;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Posted, read};
use crate::visitor::SignedIn;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::notice::WishDraft;
use model::operation::OperationId;
use render::frame::FlashKind;
use render::page::notice::NoticesPage;
use render::page::write;

/// `GET /notices`.
pub async fn list(visitor: SignedIn, Asked(asked): Asked) -> Answer {
    let (notices, place) = app::notice::list(&visitor.cx, asked.get("before").parse().ok()).await?;
    let operations: Vec<(OperationId, String)> = app::operation::list(&visitor.cx)
        .await?
        .into_iter()
        .map(|record| (record.content.id, record.content.code))
        .collect();
    let frame = visitor.frame(visitor.t.say("notice-title")).await;
    let full = notices.len() >= app::notice::PAGE as usize;
    let next = notices.last().filter(|_| full).map(|last| format!("/notices?before={}", last.number));
    let page = NoticesPage::new(&frame, &notices, &operations, place, next.as_deref());
    Ok(Html(write(&page)).into_response())
}

/// `POST /notices/see`: up to the place that the page showed.
pub async fn see(State(server): State<Server>, visitor: SignedIn, Posted(typed): Posted) -> Answer {
    app::notice::see(&visitor.cx, typed.get("place").parse().unwrap_or_default()).await?;
    Ok(redirect_with(&server.config, "/notices", FlashKind::Good, "flash-notices-seen"))
}

/// `POST /account/digest`.
pub async fn wish(State(server): State<Server>, visitor: SignedIn, Posted(typed): Posted) -> Answer {
    let draft: WishDraft = read(&typed)?;
    match app::notice::set_wish(&visitor.cx, &draft).await {
        Ok(()) => Ok(redirect_with(&server.config, "/account", FlashKind::Good, "flash-digest-kept")),
        Err(app::Error::Invalid(problems)) => {
            account_page(&server, &visitor, &typed, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other.into()),
    }
}
