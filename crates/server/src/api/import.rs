//! A CSV file over the API: `POST …/imports?mapping=NAME[&dry_run=true]` with the file as the body (`text/csv`).
//!
//! Refuses mappings of the sender's own making: those that ship with the product are used by name, others on the node.

use crate::api::key::Key;
use crate::api::problem;
use crate::error::{Answer, Failure};
use crate::state::Server;
use crate::typed::{Asked, Typed};
use app::import::ImportOrder;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use model::import::{Import, RowNote};
use model::problem::{Problem, Problems};
use render::words::Speech;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Notes of an answer at most; the counts are of all rows.
const NOTES: usize = 1000;

/// `POST /api/v1/operations/{code}/imports`.
pub async fn run(
    State(server): State<Server>,
    key: Key,
    Path(code): Path<String>,
    Asked(asked): Asked,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("text/csv") {
        return Err(Failure::WrongMedia);
    }
    // Whoever may not know the operation does not learn from a problem whether it exists.
    app::operation::get(&key.cx, &code).await?;
    let dry_run = read_flag(&asked, "dry_run")?;
    let name = asked.get("mapping");
    let mapping = app::Mapping::shipped(name)?;
    let spool = Spool::write(&server, &body).await?;
    let order = ImportOrder {
        operation: code,
        create: false,
        path: spool.0.clone(),
        file: asked.get("file").to_owned(),
        mapping,
        dry_run,
    };
    let (import, notes) = app::import::run(&key.cx, &order, |_| {}).await?;
    let status = if order.dry_run { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(shown(&import, &notes, NOTES, key.t))).into_response())
}

/// Yes or no in so many words; blank is no. What was meant as a trial is not kept because of how it was spelled.
fn read_flag(asked: &Typed, name: &'static str) -> Result<bool, Problem> {
    match asked.get(name) {
        "true" => Ok(true),
        "" | "false" => Ok(false),
        text => Err(Problem::new(name, "value-flag").with("text", text)),
    }
}

/// An import as JSON: its counts, its reasons, and the first `most` notes.
pub fn shown(import: &Import, notes: &[RowNote], most: usize, t: Speech) -> Value {
    let told: Vec<Value> = notes.iter().take(most).map(|note| {
        json!({ "row": note.row, "verdict": note.verdict, "problems": problem::list(&Problems(note.problems.clone()), t) })
    }).collect();
    json!({
        "id": import.id,
        "file": import.file,
        "sha256": import.sha256,
        "mapping": import.mapping,
        "at": import.at.iso(),
        "rows": import.rows,
        "accepted": import.accepted,
        "held": import.held,
        "refused": import.refused,
        "known": import.known,
        "reasons": import.reasons,
        "notes": told,
        "notes_left_out": notes.len().saturating_sub(most),
    })
}

/// The body in a file of the data folder while it is read; gone afterwards.
pub struct Spool(PathBuf);

impl Spool {
    /// Where it stands.
    pub fn path(&self) -> &std::path::Path {
        &self.0
    }

    /// Writes it.
    pub async fn write(server: &Server, body: &[u8]) -> Result<Self, Failure> {
        let name = crate::error::incident_number(server);
        let spool = Self(server.config.data.join(format!("incoming-{name}.csv")));
        let written = tokio::fs::write(&spool.0, body).await;
        written.map_err(app::Error::from)?;
        Ok(spool)
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        // A file that stays behind is swept at the next start.
        let _ = std::fs::remove_file(&self.0);
    }
}
