//! What the addresses of shared records have in common: made, drafted, changed, taken back.
//!
//! Refuses to read and to list: that is the same for every noun ([`crate::api::record`]). Refuses what people say to each
//! other: comments, acceptances, messages and answers are said on their pages.

use crate::api::body::{Body, Written};
use crate::api::incident::Retraction;
use crate::api::key::Key;
use crate::api::revision::{IfMatch, tag};
use crate::error::Answer;
use crate::typed::record_id;
use app::Cx;
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use model::id::RecordId;
use model::permission::Action;
use model::record::{Record, Shared};
use serde::Serialize;

/// 201 with the record that a request made, now or when it came before.
pub async fn made<T>(key: &Key, written: Written<Record<T>>) -> Answer {
    let id = match written {
        Written::Now(record) => record.header.id,
        Written::Before(id) => id,
    };
    answer(key, &id, StatusCode::CREATED).await
}

/// The draft that a change starts from, for whoever may make one.
pub async fn drafted<T: Shared, D: Serialize>(key: &Key, id: &str, of: impl Fn(&Record<T>) -> D) -> Answer {
    let found = app::record::get::<T>(&key.cx, &record_id(id)?).await?;
    if !found.may.contains(&Action::Revise) {
        return Err(app::Error::Refused("role").into());
    }
    let head = [(header::ETAG, tag(found.record.header.revision))];
    Ok((head, Json(of(&found.record))).into_response())
}

/// A new revision, made by `verb` from the one that the header names.
pub async fn changed<T: Shared>(
    key: &Key,
    id: &str,
    if_match: &IfMatch,
    verb: impl AsyncFnOnce(&Cx, &RecordId, u32) -> app::Result<Record<T>>,
) -> Answer {
    let id = record_id(id)?;
    let current = async || Ok(app::record::get::<T>(&key.cx, &id).await?.record.header.revision);
    verb(&key.cx, &id, if_match.base(current).await?).await?;
    answer(key, &id, StatusCode::OK).await
}

/// Taken back by `verb`, with its reason.
pub async fn retracted<T: Shared>(
    key: &Key,
    id: &str,
    if_match: &IfMatch,
    body: &Body<Retraction>,
    verb: impl AsyncFnOnce(&Cx, &RecordId, u32, &str) -> app::Result<Record<T>>,
) -> Answer {
    changed(key, id, if_match, async |cx, id, base| verb(cx, id, base, &body.draft.reason).await).await
}

/// The record as it now stands, as [`crate::api::record::get`] gives it.
async fn answer(key: &Key, id: &RecordId, status: StatusCode) -> Answer {
    let (listed, text) = app::record::wire(&key.cx, id, None).await?;
    let head = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::LOCATION, format!("/api/v1/records/{id}")),
        (header::ETAG, tag(listed.revision)),
    ];
    Ok((status, head, text).into_response())
}
