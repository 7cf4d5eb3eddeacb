//! Operations over the API: listed, read, created, changed.

use crate::api::body::Body;
use crate::api::key::Key;
use crate::api::revision::{IfMatch, tag};
use crate::error::Answer;
use app::idempotency::Turn;
use axum::Json;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use model::operation::{Operation, OperationDraft};
use model::record::Record;
use serde_json::{Value, json};

/// `GET /api/v1/operations`: those the key's member takes part in.
pub async fn list(key: Key) -> Answer {
    let all = app::operation::list(&key.cx).await?;
    let all: Vec<Value> = all.iter().map(short).collect();
    Ok(Json(json!({ "operations": all })).into_response())
}

/// `GET /api/v1/operations/{code}`.
pub async fn get(key: Key, Path(code): Path<String>) -> Answer {
    let seen = app::operation::get(&key.cx, &code).await?;
    let revision = seen.record.header.revision;
    Ok(([(header::ETAG, tag(revision))], Json(whole(&seen.record))).into_response())
}

/// `POST /api/v1/operations`.
pub async fn create(key: Key, body: Body<OperationDraft>) -> Answer {
    let record = match body.turn(&key).await? {
        Turn::First(cx) => app::operation::create(&cx, &body.draft).await?,
        Turn::Again(id) => {
            let all = app::operation::list(&key.cx).await?;
            all.into_iter().find(|record| record.header.id == id).ok_or(app::Error::NotFound)?
        }
    };
    let head = [
        (header::LOCATION, format!("/api/v1/operations/{}", record.content.code)),
        (header::ETAG, tag(record.header.revision)),
    ];
    Ok((StatusCode::CREATED, head, Json(whole(&record))).into_response())
}

/// `PUT /api/v1/operations/{code}`: made from the revision in `If-Match`.
pub async fn change(key: Key, Path(code): Path<String>, IfMatch(base): IfMatch, body: Body<OperationDraft>) -> Answer {
    let record = app::operation::change(&key.cx, &code, base, &body.draft).await?;
    Ok(([(header::ETAG, tag(record.header.revision))], Json(whole(&record))).into_response())
}

fn short(record: &Record<Operation>) -> Value {
    let operation = &record.content;
    json!({
        "id": record.header.id,
        "code": operation.code,
        "names": operation.names,
        "series": operation.series,
        "edition": operation.edition,
        "stage": operation.current().map(|stage| stage.kind),
        "archive": operation.archive,
        "demonstration": operation.demonstration,
        "revision": record.header.revision,
        "changed": record.header.changed.iso(),
    })
}

/// The operation, with the draft that would read back as it: what a change starts from.
fn whole(record: &Record<Operation>) -> Value {
    let mut value = short(record);
    let stages: Vec<Value> = record
        .content
        .stages
        .iter()
        .map(|stage| {
            json!({
                "kind": stage.kind,
                "from": stage.from,
                "to": stage.to,
                "opened": stage.opened.map(model::time::Moment::iso),
                "closed": stage.closed.map(model::time::Moment::iso),
            })
        })
        .collect();
    value["stages"] = Value::Array(stages);
    value["draft"] = serde_json::to_value(OperationDraft::of(&record.content)).unwrap_or_default();
    value
}
