//! Control entries over the API: brought in, drafted, changed, taken back.
//!
//! Refuses to list and to read: [`crate::api::record`] does for every noun.

use crate::api::body::Body;
use crate::api::incident::Retraction;
use crate::api::key::Key;
use crate::api::revision::IfMatch;
use crate::api::shared::{changed, drafted, made, retracted};
use crate::error::Answer;
use axum::extract::Path;
use model::control_entry::{ControlEntry, ControlEntryDraft};
use model::marking::MarkingDraft;
use model::record::Record;

/// `POST /api/v1/operations/{code}/control-entries`.
pub async fn create(key: Key, Path(code): Path<String>, body: Body<ControlEntryDraft>) -> Answer {
    made(&key, body.once(&key, async |cx| app::control_entry::create(&cx, &code, &body.draft).await).await?).await
}

/// `GET /api/v1/control-entries/{id}/draft`.
pub async fn draft(key: Key, Path(id): Path<String>) -> Answer {
    drafted(&key, &id, |record: &Record<ControlEntry>| ControlEntryDraft {
        marking: MarkingDraft::of(&record.header.marking),
        lang: record.header.lang.tag().to_owned(),
        ..ControlEntryDraft::of(&record.content)
    })
    .await
}

/// `PUT /api/v1/control-entries/{id}`.
pub async fn change(key: Key, Path(id): Path<String>, if_match: IfMatch, body: Body<ControlEntryDraft>) -> Answer {
    changed(&key, &id, &if_match, async |cx, id, base| app::control_entry::change(cx, id, base, &body.draft).await)
        .await
}

/// `POST /api/v1/control-entries/{id}/retract`.
pub async fn retract(key: Key, Path(id): Path<String>, if_match: IfMatch, body: Body<Retraction>) -> Answer {
    retracted(&key, &id, &if_match, &body, app::control_entry::retract).await
}
