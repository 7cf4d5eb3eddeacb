//! `POST /plans/{id}/clauses/{clause}/comments`: a comment on a clause.
//!
//! Refuses to lose what was typed: a problem shows the clause again with the comment in its form.

use super::plan::clause::page;
use super::plan::path_of;
use crate::error::{Answer, Failure};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Posted, read};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use model::comment::CommentDraft;
use render::frame::FlashKind;

/// `POST /plans/{id}/clauses/{clause}/comments`.
pub async fn send(
    State(server): State<Server>,
    visitor: SignedIn,
    Path((id, part)): Path<(String, String)>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let mut draft: CommentDraft = read(&sent)?;
    if draft.lang.is_empty() {
        visitor.lang.tag().clone_into(&mut draft.lang);
    }
    match app::comment::comment(&visitor.cx, &id, &part, &draft).await {
        Ok(_) => {
            let to = format!("{}/clauses/{}", path_of(&id), render::html::query(&part));
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-comment-sent"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            page(&visitor, &id, &part, "", &sent, &problems, status).await
        }
    }
}
