//! Records of every noun over the API: listed by their cards, read as the canonical text that was hashed.
//!
//! Refuses to write: what a noun takes, its pages take. Refuses incidents and operations, which have addresses of their own.

use crate::api::key::Key;
use crate::api::revision::{tag, unless_known};
use crate::error::Answer;
use crate::typed::record_id;
use crate::typed::{Asked, Typed};
use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{AppendHeaders, IntoResponse};
use model::card::{Listed, Wanted};
use model::participant::ParticipantCode;
use model::problem::{Problem, Problems};
use model::record::Kind;
use render::html::query;
use serde_json::{Value, json};

/// Rows of a page unless asked otherwise, and at most.
const ROWS: (u32, u32) = (50, 500);

/// `GET /api/v1/operations/{code}/records`: filtered, page by page, newest first.
pub async fn list(key: Key, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let wanted = wanted(&asked)?;
    let (rows, total) = app::record::list(&key.cx, &code, &wanted).await?;
    let is_full = rows.len() >= usize::try_from(wanted.limit).unwrap_or(usize::MAX);
    let next = rows.last().filter(|_| is_full).map(|last| next(&code, &asked, last));
    let records: Vec<Value> = rows.iter().map(row).collect();
    let body = json!({ "records": records, "total": total, "as_of": key.cx.now().iso(), "next": next });
    let link = next.map(|next| [(header::LINK, format!("<{next}>; rel=\"next\""))]);
    Ok((link.map(AppendHeaders), Json(body)).into_response())
}

/// `GET /api/v1/records/{id}`; `?revision=2` reads an earlier one. To its owner the body is
/// the text whose SHA-256 is the record's hash; to others, without the records and recipients they may not know.
pub async fn get(key: Key, Path(id): Path<String>, Asked(asked): Asked, headers: HeaderMap) -> Answer {
    let id = record_id(&id)?;
    let revision = match asked.get("revision") {
        "" => None,
        number => Some(number.parse().map_err(|_| app::Error::NotFound)?),
    };
    let (listed, text) = app::record::wire(&key.cx, &id, revision).await?;
    let kind = [(header::CONTENT_TYPE, "application/json")];
    Ok(unless_known(&headers, &tag(revision.unwrap_or(listed.revision)), || (kind, text).into_response()))
}

fn wanted(asked: &Typed) -> Answer<Wanted> {
    let mut problems = Problems::none();
    let texts = |name: &str| asked.get(name).split(',').map(str::trim).filter(|text| !text.is_empty());
    let unknown = |field: &str, text: &str| Problem::new(field, "code-unknown").with("text", text);
    let kinds = texts("kind").filter_map(|code| problems.keep(Kind::parse(code).ok_or_else(|| unknown("kind", code))));
    let kinds: Vec<Kind> = kinds.collect();
    let about = texts("about").filter_map(|id| problems.keep(id.parse().map_err(|_| unknown("about", id)))).collect();
    let owner = texts("owner").find_map(|code| problems.keep(ParticipantCode::read("owner", code)));
    let after = texts("after").find_map(|id| problems.keep(id.parse().map_err(|_| unknown("after", id))));
    let due_by = texts("due_by").find_map(|day| problems.keep(day.parse().map_err(|_| unknown("due_by", day))));
    let limit = texts("limit").find_map(|limit| limit.parse().ok()).unwrap_or(ROWS.0);
    let limit: u32 = limit.clamp(1, ROWS.1);
    let wanted = Wanted {
        kinds,
        about,
        status: texts("status").map(str::to_owned).collect(),
        keys: texts("key").map(str::to_owned).collect(),
        words: asked.get("text").to_owned(),
        owner,
        after,
        due_by,
        limit,
        with_retracted: asked.get("retracted") == "true",
        ..Wanted::default()
    };
    Ok(problems.or(Some(wanted))?)
}

/// The address of the next page: the same question after the last row.
fn next(code: &str, asked: &Typed, last: &Listed) -> String {
    let kept = asked.0.iter().filter(|(name, _)| name != "after");
    let kept: Vec<String> = kept.map(|(name, value)| format!("{}={}&", query(name), query(value))).collect();
    let kept = kept.concat();
    format!("/api/v1/operations/{}/records?{kept}after={}", query(code), last.id)
}

fn row(listed: &Listed) -> Value {
    let card = &listed.card;
    json!({
        "id": listed.id,
        "kind": listed.kind,
        "revision": listed.revision,
        "state": listed.state,
        "owner": listed.owner,
        "agency": listed.agency,
        "audience": listed.audience,
        "about": card.about,
        "part": card.part,
        "status": card.status,
        "key": card.key,
        "title": card.title,
        "day": card.day,
        "due": card.due,
        "created": listed.created.iso(),
        "changed": listed.changed.iso(),
        "href": format!("/api/v1/records/{}", listed.id),
    })
}
