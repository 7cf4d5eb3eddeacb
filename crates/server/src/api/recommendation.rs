//! Recommendations over the API: made, drafted, changed, taken back.
//!
//! Refuses to list and to read: [`crate::api::record`] does for every noun.

use crate::api::body::Body;
use crate::api::incident::Retraction;
use crate::api::key::Key;
use crate::api::revision::IfMatch;
use crate::api::shared::{changed, drafted, made, retracted};
use crate::error::Answer;
use axum::extract::Path;
use model::recommendation::{Recommendation, RecommendationDraft};
use model::record::Record;

/// `POST /api/v1/operations/{code}/recommendations`.
pub async fn create(key: Key, Path(code): Path<String>, body: Body<RecommendationDraft>) -> Answer {
    made(&key, body.once(&key, async |cx| app::recommendation::create(&cx, &code, &body.draft).await).await?).await
}

/// `GET /api/v1/recommendations/{id}/draft`.
pub async fn draft(key: Key, Path(id): Path<String>) -> Answer {
    drafted(&key, &id, |record: &Record<Recommendation>| {
        RecommendationDraft::of(&record.content, &record.header.marking)
    })
    .await
}

/// `PUT /api/v1/recommendations/{id}`.
pub async fn change(key: Key, Path(id): Path<String>, if_match: IfMatch, body: Body<RecommendationDraft>) -> Answer {
    changed(&key, &id, &if_match, async |cx, id, base| app::recommendation::change(cx, id, base, &body.draft).await)
        .await
}

/// `POST /api/v1/recommendations/{id}/retract`.
pub async fn retract(key: Key, Path(id): Path<String>, if_match: IfMatch, body: Body<Retraction>) -> Answer {
    retracted(&key, &id, &if_match, &body, app::recommendation::retract).await
}
