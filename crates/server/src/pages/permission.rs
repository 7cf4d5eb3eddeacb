//! Who may do what: the tables that the program obeys.
//!
//! Refuses to differ from them: the page is made of them.

use crate::error::Answer;
use crate::visitor::SignedIn;
use axum::response::{Html, IntoResponse};
use render::page::permission::PolicyPage;
use render::page::write;

/// `GET /policy`.
pub async fn show(visitor: SignedIn) -> Answer {
    let frame = visitor.frame(visitor.t.say("permission-title")).await;
    Ok(Html(write(&PolicyPage::new(&frame))).into_response())
}
