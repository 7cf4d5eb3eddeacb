//! Findings over the API: submitted, drafted, amended, taken back.
//!
//! Refuses to list and to read: [`crate::api::record`] does for every noun.

use crate::api::body::Body;
use crate::api::incident::Retraction;
use crate::api::key::Key;
use crate::api::revision::IfMatch;
use crate::api::shared::{changed, drafted, made, retracted};
use crate::error::Answer;
use axum::extract::Path;
use model::finding::{Finding, FindingDraft};
use model::marking::MarkingDraft;
use model::record::Record;

/// `POST /api/v1/operations/{code}/findings`.
pub async fn submit(key: Key, Path(code): Path<String>, body: Body<FindingDraft>) -> Answer {
    made(&key, body.once(&key, async |cx| app::finding::submit(&cx, &code, &body.draft).await).await?).await
}

/// `GET /api/v1/findings/{id}/draft`.
pub async fn draft(key: Key, Path(id): Path<String>) -> Answer {
    drafted(&key, &id, |record: &Record<Finding>| FindingDraft {
        marking: MarkingDraft::of(&record.header.marking),
        lang: record.header.lang.tag().to_owned(),
        ..FindingDraft::of(&record.content)
    })
    .await
}

/// `PUT /api/v1/findings/{id}`.
pub async fn amend(key: Key, Path(id): Path<String>, if_match: IfMatch, body: Body<FindingDraft>) -> Answer {
    changed(&key, &id, &if_match, async |cx, id, base| app::finding::amend(cx, id, base, &body.draft).await).await
}

/// `POST /api/v1/findings/{id}/retract`.
pub async fn retract(key: Key, Path(id): Path<String>, if_match: IfMatch, body: Body<Retraction>) -> Answer {
    retracted(&key, &id, &if_match, &body, app::finding::retract).await
}
