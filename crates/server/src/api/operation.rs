//! Operations over the API: listed, read, created, changed.

use crate::api::body::{Body, Written};
use crate::api::key::Key;
use crate::api::revision::{IfMatch, tag, unless_known};
use crate::error::Answer;
use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
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
pub async fn get(key: Key, Path(code): Path<String>, headers: HeaderMap) -> Answer {
    let record = app::operation::get(&key.cx, &code).await?.record;
    Ok(unless_known(&headers, &tag(record.header.revision), || answer(&record)))
}

/// The revision of an operation that is current.
pub async fn current(key: &Key, code: &str) -> app::Result<u32> {
    Ok(app::operation::get(&key.cx, code).await?.record.header.revision)
}

/// `POST /api/v1/operations`.
pub async fn create(key: Key, body: Body<OperationDraft>) -> Answer {
    let record = match body.once(&key, async |cx| app::operation::create(&cx, &body.draft).await).await? {
        Written::Now(record) => record,
        Written::Before(id) => {
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
pub async fn change(key: Key, Path(code): Path<String>, if_match: IfMatch, body: Body<OperationDraft>) -> Answer {
    let base = if_match.base(async || current(&key, &code).await).await?;
    Ok(answer(&app::operation::change(&key.cx, &code, base, &body.draft).await?))
}

/// An operation in the revision that was just made.
pub fn answer(record: &Record<Operation>) -> Response {
    ([(header::ETAG, tag(record.header.revision))], Json(whole(record))).into_response()
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
