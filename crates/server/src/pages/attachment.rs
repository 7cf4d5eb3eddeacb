//! Photos and files of a record: shown to whoever may read it, added by its owner.
//!
//! Refuses to keep one file of several where another is not taken: all are looked at first.

use crate::api::attachment::download;
use crate::error::{Answer, Failure};
use crate::pages::incident::{address, show_record};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{File, Uploaded};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use model::problem::{Problem, Problems};
use render::frame::FlashKind;

/// `GET /attachments/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| Failure::App(app::Error::NotFound))?;
    let (attachment, bytes) = app::attachment::get(&visitor.cx, id).await?;
    Ok(download(&attachment, bytes))
}

/// `POST /incidents/{id}/attachments`.
pub async fn add(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let id = record_id(&id)?;
    let mut problems = look_at(&uploaded.files);
    if uploaded.files.is_empty() {
        problems.add(Problem::new("files", "required"));
    }
    if problems.is_empty() {
        for file in uploaded.files {
            match app::attachment::add(&visitor.cx, &id, &file.name, file.bytes).await {
                Ok(_) => {}
                Err(app::Error::Invalid(found)) => problems.0.extend(found.0),
                Err(error) => return Err(error.into()),
            }
        }
    }
    if !problems.is_empty() {
        let seen = app::incident::get(&visitor.cx, &id).await?;
        return show_record(&visitor, seen, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    Ok(redirect_with(&server.config, &address(&id), FlashKind::Good, "flash-attachment-added"))
}

/// What of these files would not be taken.
pub fn look_at(files: &[File]) -> Problems {
    let mut problems = Problems::none();
    for file in files {
        if let Err(app::Error::Invalid(found)) = app::attachment::check(&file.name, &file.bytes) {
            problems.0.extend(found.0);
        }
    }
    problems
}
