//! What pages of shared records have in common: taking back, adding files, records spoken of.
//!
//! Refuses to offer what the verb would refuse, for the same reason.

use crate::error::{Answer, Failure};
use crate::pages::attachment::look_at;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Typed, Uploaded};
use crate::visitor::SignedIn;
use app::record::{Found, Related};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use model::id::RecordId;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::record::State as Standing;
use model::stage::Work;
use render::frame::{FlashKind, Room};
use render::page::shared::{FilesPage, RelatedLine, RetractPage};
use render::page::write;

/// What a step on a record answers: back to its page `to` with what was done or that somebody was faster, else the problems
/// to show on it.
pub fn stepped<T>(
    server: &Server,
    done: app::Result<T>,
    to: &str,
    flash: &'static str,
) -> Answer<Result<Response, (Problems, StatusCode)>> {
    match done {
        Ok(_) => Ok(Ok(redirect_with(&server.config, to, FlashKind::Good, flash))),
        Err(app::Error::Stale { .. }) => {
            Ok(Ok(redirect_with(&server.config, to, FlashKind::Warn, "flash-operation-stale")))
        }
        Err(error) => Failure::from(error).on_form().map(Err),
    }
}

/// What a step answers that is asked for with its reason on a page of its own: on to `to` with what was done, else what
/// that page has to show again beside what was typed: the problems, or that somebody was faster.
pub fn with_reason<T>(
    server: &Server,
    done: app::Result<T>,
    to: impl FnOnce(&T) -> String,
    flash: &'static str,
) -> Answer<Result<Response, (Problems, StatusCode)>> {
    match done {
        Ok(value) => Ok(Ok(redirect_with(&server.config, &to(&value), FlashKind::Good, flash))),
        Err(app::Error::Stale { .. }) => Ok(Err((Problems::none(), StatusCode::CONFLICT))),
        Err(error) => Failure::from(error).on_form().map(Err),
    }
}

/// Records spoken of, as a page lists them.
pub fn lines(all: Vec<Related>) -> Vec<RelatedLine> {
    let line = |one: Related| RelatedLine { id: one.id, kind: one.kind, about: one.about, title: one.title };
    all.into_iter().map(line).collect()
}

/// The page on which a record is taken back; `to` is where it is sent and where its record stands.
#[expect(
    clippy::too_many_arguments,
    reason = "one page for several nouns: each says its own room, words and addresses"
)]
pub async fn retraction<T>(
    visitor: &SignedIn,
    found: &Found<T>,
    room: Room,
    title: String,
    to: (String, String),
    about: String,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let operation = found.seen.operation();
    let reason = if !found.may.contains(&Action::Revise) {
        Some("role")
    } else if found.record.header.state == Standing::Retracted {
        Some("retracted")
    } else if !operation.is_open_for(Work::Contribute, visitor.cx.now().day()) {
        Some("stage")
    } else {
        None
    };
    if let Some(reason) = reason {
        return Err(app::Error::Refused(reason).into());
    }
    let heading = visitor.t.say_one("shared-retract-title", "title", title);
    let frame = visitor.frame_in(heading, room, operation).await;
    let stale = status == StatusCode::CONFLICT;
    let page = RetractPage::new(&frame, to, about, found.record.header.revision, typed, problems, stale);
    Ok((status, Html(write(&page))).into_response())
}

/// `GET /records/{id}/attachments`: where files are added to a record of any noun.
pub async fn ask_files(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let id = record_id(&id)?;
    files_page(&visitor, &id, &Problems::none(), StatusCode::OK).await
}

async fn files_page(visitor: &SignedIn, id: &RecordId, problems: &Problems, status: StatusCode) -> Answer {
    let operation = app::attachment::may_add(&visitor.cx, id).await?;
    let mut frame = visitor.frame_in(visitor.t.say("shared-files-title"), Room::Exchange, &operation).await;
    frame.room = None;
    frame.tabs.clear();
    let nothing = Typed::nothing();
    Ok((status, Html(write(&FilesPage::new(&frame, id, &nothing, problems)))).into_response())
}

/// `POST /records/{id}/attachments`.
pub async fn add_files(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let id = record_id(&id)?;
    app::attachment::may_add(&visitor.cx, &id).await?;
    let mut problems = look_at(&uploaded.files);
    if uploaded.files.is_empty() {
        problems.add(Problem::new("files", "required"));
    }
    if problems.is_empty() {
        for file in uploaded.files {
            match app::attachment::add(&visitor.cx, &id, &file.name, file.bytes).await {
                Ok(_) => {}
                Err(app::Error::Invalid(found)) => problems.0.extend(found.0),
                Err(error) => return Err(Failure::from(error)),
            }
        }
    }
    if !problems.is_empty() {
        return files_page(&visitor, &id, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    Ok(redirect_with(&server.config, &format!("/records/{id}"), FlashKind::Good, "flash-attachment-added"))
}
