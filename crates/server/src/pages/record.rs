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
    let (kind, about) = app::record::whereabouts(&visitor.cx, &id).await?;
    Ok(Redirect::to(&render::page::record::address(kind, &id, about.as_ref())).into_response())
}
