//! Incidents over the API: listed, submitted, checked, read, amended, retracted, confirmed, their questions answered.
//!
//! Refuses to overwrite: a change names its revision in `If-Match`.

use crate::api::body::{Body, Written};
use crate::api::key::Key;
use crate::api::revision::{IfMatch, tag_with, unless_known};
use crate::error::Answer;
use crate::filter;
use crate::typed::Asked;
use crate::typed::record_id;
use app::incident::{Question, Seen};
use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::catalogue::unit::Dimension;
use model::id::RecordId;
use model::incident::{AnswerDraft, ConfirmationDraft, Incident, IncidentDraft};
use model::listing::{Amount, IncidentRow};
use model::quantity::exact;
use render::html::query;
use serde::Deserialize;
use serde_json::{Value, json};

/// Rows of a page unless asked otherwise, and at most.
const ROWS: (u32, u32) = (50, 500);

/// `GET /api/v1/operations/{code}/incidents`: filtered, page by page.
pub async fn list(key: Key, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let filter = filter::read(&asked, filter::PAGE)?;
    filter::known(&key.cx, &filter).await?;
    let page = filter::read_page(&asked, ROWS.0, ROWS.1)?;
    let found = app::incident::rows(&key.cx, &code, &filter, &page).await?;
    let next = found.next.as_ref().map(|cursor| {
        let more = [("order", page.order.to_string()), ("limit", page.limit.to_string()), ("after", cursor.write())];
        filter::address(&format!("/api/v1/operations/{}/incidents", query(&code)), &filter, &more)
    });
    let rows: Vec<Value> = found.rows.iter().map(row).collect();
    let body = json!({
        "incidents": rows,
        "total": found.total,
        "held": found.held,
        "as_of": key.cx.now().iso(),
        "next": next,
    });
    let link = next.map(|next| [(header::LINK, format!("<{next}>; rel=\"next\""))]);
    Ok((link.map(axum::response::AppendHeaders), Json(body)).into_response())
}

/// `POST /api/v1/operations/{code}/incidents`.
pub async fn submit(key: Key, Path(code): Path<String>, body: Body<IncidentDraft>) -> Answer {
    let id = match body.once(&key, async |cx| app::incident::submit(&cx, &code, &body.draft).await).await? {
        Written::Now(record) => record.header.id,
        Written::Before(id) => id,
    };
    let seen = app::incident::get(&key.cx, &id).await?;
    let head = [(header::LOCATION, format!("/api/v1/incidents/{id}")), (header::ETAG, tag(&seen))];
    Ok((StatusCode::CREATED, head, Json(whole(&seen))).into_response())
}

/// `POST /api/v1/operations/{code}/incidents/check`: the same problems as submitting, nothing written.
pub async fn check(key: Key, Path(code): Path<String>, body: Body<IncidentDraft>) -> Answer {
    app::incident::check(&key.cx, &code, &body.draft).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `GET /api/v1/incidents/{id}`; `?revision=2` reads an earlier one.
pub async fn get(key: Key, Path(id): Path<String>, Asked(asked): Asked, headers: HeaderMap) -> Answer {
    let id = record_id(&id)?;
    let mut seen = app::incident::get(&key.cx, &id).await?;
    if !asked.get("revision").is_empty() {
        let number = asked.get("revision").parse().map_err(|_| app::Error::NotFound)?;
        seen.record = app::incident::revision(&key.cx, &id, number).await?;
    }
    Ok(unless_known(&headers, &tag(&seen), || respond(&seen)))
}

/// `PUT /api/v1/incidents/{id}`: a new revision, made from the one in `If-Match`.
pub async fn amend(key: Key, Path(id): Path<String>, if_match: IfMatch, body: Body<IncidentDraft>) -> Answer {
    let id = record_id(&id)?;
    let base = if_match.base(async || current(&key, &id).await).await?;
    app::incident::amend(&key.cx, &id, base, &body.draft).await?;
    Ok(respond(&app::incident::get(&key.cx, &id).await?))
}

/// Why a record is taken back.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retraction {
    /// In words.
    pub reason: String,
}

/// `POST /api/v1/incidents/{id}/retract`.
pub async fn retract(key: Key, Path(id): Path<String>, if_match: IfMatch, body: Body<Retraction>) -> Answer {
    let id = record_id(&id)?;
    let base = if_match.base(async || current(&key, &id).await).await?;
    app::incident::retract(&key.cx, &id, base, &body.draft.reason).await?;
    Ok(respond(&app::incident::get(&key.cx, &id).await?))
}

/// `POST /api/v1/incidents/{id}/confirm`: without a body every line is confirmed as it stands.
pub async fn confirm(
    key: Key,
    Path(id): Path<String>,
    if_match: IfMatch,
    body: Option<Body<ConfirmationDraft>>,
) -> Answer {
    let id = record_id(&id)?;
    let draft = body.map(|body| body.draft).unwrap_or_default();
    let base = if_match.base(async || current(&key, &id).await).await?;
    app::incident::confirm(&key.cx, &id, base, &draft).await?;
    Ok(respond(&app::incident::get(&key.cx, &id).await?))
}

/// `POST /api/v1/incidents/{id}/questions/{place}/answer`.
pub async fn answer(
    key: Key,
    Path((id, place)): Path<(String, String)>,
    if_match: IfMatch,
    body: Body<AnswerDraft>,
) -> Answer {
    let id = record_id(&id)?;
    let place = place.parse().map_err(|_| app::Error::NotFound)?;
    let base = if_match.base(async || current(&key, &id).await).await?;
    app::incident::answer(&key.cx, &id, base, place, &body.draft).await?;
    Ok(respond(&app::incident::get(&key.cx, &id).await?))
}

async fn current(key: &Key, id: &RecordId) -> app::Result<u32> {
    Ok(app::incident::get(&key.cx, id).await?.record.header.revision)
}

/// Its revision, and how many files have been added since.
fn tag(seen: &Seen) -> String {
    tag_with(seen.record.header.revision, seen.attachments.len())
}

fn respond(seen: &Seen) -> Response {
    ([(header::ETAG, tag(seen))], Json(whole(seen))).into_response()
}

/// The incident as its reader may see it, with the draft that would read back as it.
fn whole(seen: &Seen) -> Value {
    let (header, incident) = (&seen.record.header, &seen.record.content);
    let mut marking = serde_json::to_value(&header.marking).unwrap_or_default();
    marking["recipients"] = json!(seen.recipients);
    let mut draft = IncidentDraft::of(incident);
    draft.marking = model::marking::MarkingDraft::of(&header.marking);
    draft.marking.recipients = seen.recipients.iter().map(ToString::to_string).collect();
    header.lang.tag().clone_into(&mut draft.lang);
    json!({
        "id": header.id,
        "revision": header.revision,
        "state": header.state,
        "reason": header.reason,
        "operation": seen.operation.code,
        "owner": header.owner,
        "agency": header.agency,
        "author_role": header.author_role,
        "marking": marking,
        "created": header.created.iso(),
        "changed": header.changed.iso(),
        "door": header.provenance.door,
        "incident": content(incident),
        "counts": seen.counts,
        "questions": seen.questions.iter().map(question).collect::<Vec<_>>(),
        "attachments": seen.attachments.iter().map(super::attachment::shown).collect::<Vec<_>>(),
        "revisions": seen.revisions.iter().map(|line| json!({
            "revision": line.revision,
            "state": line.state,
            "author_role": line.author_role,
            "changed": line.changed.iso(),
        })).collect::<Vec<_>>(),
        "draft": draft,
    })
}

/// A question with its place, by which it is answered.
fn question(asked: &Question) -> Value {
    let mut shown = super::problem::without_words(&asked.problem);
    shown["place"] = json!(asked.place);
    shown["answered"] = json!(asked.answered);
    shown
}

/// What it says, each quantity with its number in its own unit beside the base units.
fn content(incident: &Incident) -> Value {
    let mut value = serde_json::to_value(incident).unwrap_or_default();
    for (line, shown) in incident.lines.iter().zip(value["lines"].as_array_mut().into_iter().flatten()) {
        for (field, quantity) in [("quantity", &line.quantity), ("second", &line.second)] {
            if let Some(quantity) = quantity {
                shown[field]["number"] = json!(quantity.number());
            }
        }
    }
    value
}

fn row(row: &IncidentRow) -> Value {
    let mut value = serde_json::to_value(row).unwrap_or_default();
    value["amounts"] = row.amounts.iter().map(amount).collect();
    value["changed"] = json!(row.changed.iso());
    value["href"] = json!(format!("/api/v1/incidents/{}", row.id));
    value
}

fn amount(amount: &Amount) -> Value {
    let base = i128::from(amount.amount);
    let (unit, number) = match amount.dimension {
        Dimension::Mass => ("kg", exact(base, 9)),
        Dimension::Volume => ("litres", exact(base, 6)),
        Dimension::Count => ("units", exact(base, 3)),
        Dimension::Area => ("m2", exact(base, 3)),
    };
    json!({ "unit": unit, "number": number })
}
