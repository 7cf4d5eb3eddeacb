//! Any record by its identifier alone: leads to the page of its noun.
//!
//! Refuses to say that a record exists which its reader may not see.

use crate::error::Answer;
use crate::visitor::SignedIn;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use model::id::RecordId;

/// `GET /records/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let id: RecordId = id.parse().map_err(|_| app::Error::NotFound)?;
    if id.as_str().starts_with("inc_") {
        return Ok(Redirect::to(&format!("/incidents/{id}")).into_response());
    }
    let listed = app::record::whereabouts(&visitor.cx, &id).await?;
    let to = render::page::record::address(listed.kind, &listed.id, listed.card.about.as_ref());
    Ok(Redirect::to(&to).into_response())
}
