//! Legal acts over the API: brought in, drafted, changed, taken back.
//!
//! Refuses to list and to read: [`crate::api::record`] does for every noun.

use crate::api::body::Body;
use crate::api::incident::Retraction;
use crate::api::key::Key;
use crate::api::revision::IfMatch;
use crate::api::shared::{changed, drafted, made, retracted};
use crate::error::Answer;
use axum::extract::Path;
use model::legal_act::{LegalAct, LegalActDraft};
use model::marking::MarkingDraft;
use model::record::Record;

/// `POST /api/v1/operations/{code}/legal-acts`.
pub async fn create(key: Key, Path(code): Path<String>, body: Body<LegalActDraft>) -> Answer {
    made(&key, body.once(&key, async |cx| app::legal_act::create(&cx, &code, &body.draft).await).await?).await
}

/// `GET /api/v1/legal-acts/{id}/draft`.
pub async fn draft(key: Key, Path(id): Path<String>) -> Answer {
    drafted(&key, &id, |record: &Record<LegalAct>| LegalActDraft {
        marking: MarkingDraft::of(&record.header.marking),
        lang: record.header.lang.tag().to_owned(),
        ..LegalActDraft::of(&record.content)
    })
    .await
}

/// `PUT /api/v1/legal-acts/{id}`.
pub async fn change(key: Key, Path(id): Path<String>, if_match: IfMatch, body: Body<LegalActDraft>) -> Answer {
    changed(&key, &id, &if_match, async |cx, id, base| app::legal_act::change(cx, id, base, &body.draft).await).await
}

/// `POST /api/v1/legal-acts/{id}/retract`.
pub async fn retract(key: Key, Path(id): Path<String>, if_match: IfMatch, body: Body<Retraction>) -> Answer {
    retracted(&key, &id, &if_match, &body, app::legal_act::retract).await
}
