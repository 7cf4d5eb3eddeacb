//! Figures over the API and the command line: exact decimals as texts, unlike units apart, each with what it stands on.
//!
//! Refuses binary fractions: a number that was not written exactly is not written as a number.

use crate::api::key::Key;
use crate::error::{Answer, Failure};
use crate::filter;
use crate::typed::{Asked, Typed};
use app::Cx;
use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse;
use model::problem::{Problem, Problems};
use model::quantity::exact;
use model::total::{By, Sums, TotalRow, Totals};
use render::html::query;
use serde_json::{Value, json};

/// Inputs of a page unless asked otherwise, and at most.
const INPUTS: (u32, u32) = (500, 5000);
/// Ways of telling figures apart at once, at most.
const DEPTH: usize = 4;

/// `GET /api/v1/operations/{code}/totals?by=country,substance`.
pub async fn totals(key: Key, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let by = read_by(&asked)?;
    let filter = filter::read(&asked, &["by"])?;
    filter::known(&key.cx, &filter).await?;
    let totals = app::total::totals(&key.cx, &code, &filter, &by).await?;
    Ok(Json(shown(&code, &totals, is_demonstration(&key.cx, &code).await?)).into_response())
}

/// `GET /api/v1/operations/{code}/inputs`: the records a figure was made of, page by page.
pub async fn inputs(key: Key, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let filter = filter::read(&asked, filter::PAGE)?;
    filter::known(&key.cx, &filter).await?;
    let limit = filter::read_page(&without_after(&asked), INPUTS.0, INPUTS.1)?.limit;
    let after = match asked.get("after") {
        "" => None,
        text => Some(text.parse().map_err(|_| Failure::from(Problem::new("after", "cursor-unknown")))?),
    };
    let found = app::total::inputs(&key.cx, &code, &filter, after.as_ref(), limit).await?;
    let full = u32::try_from(found.len()).is_ok_and(|length| length == limit);
    let next = found.last().filter(|_| full).map(|last| {
        let more = [("limit", limit.to_string()), ("after", last.record.to_string())];
        filter::address(&format!("/api/v1/operations/{}/inputs", query(&code)), &filter, &more)
    });
    Ok(Json(json!({ "inputs": found, "next": next })).into_response())
}

/// The cursor of inputs is an identifier, not the cursor of a list.
fn without_after(asked: &Typed) -> Typed {
    Typed(asked.0.iter().filter(|(name, _)| name != "after").cloned().collect())
}

/// By what figures are to be told apart.
fn read_by(asked: &Typed) -> Result<Vec<By>, Problems> {
    let words: Vec<&str> =
        asked.0.iter().filter(|(name, _)| name == "by").flat_map(|(_, value)| value.split(',')).collect();
    by_words(&words)
}

/// The meaning of words such as `country`, `substance`, `year`.
pub fn by_words(words: &[&str]) -> Result<Vec<By>, Problems> {
    let mut problems = Problems::none();
    let mut by = Vec::new();
    for word in words.iter().map(|word| word.trim()).filter(|word| !word.is_empty()) {
        match By::parse(word) {
            Some(known) if !by.contains(&known) => by.push(known),
            Some(_) => {}
            None => problems.add(Problem::new("by", "code-unknown").with("text", word)),
        }
    }
    if by.len() > DEPTH {
        problems.add(Problem::new("by", "too-many").with("limit", DEPTH));
    }
    problems.or(Some(by))
}

/// Whether figures of an operation are of invented incidents.
pub async fn is_demonstration(cx: &Cx, code: &str) -> app::Result<bool> {
    Ok(cx.app.node().demonstration || app::operation::get(cx, code).await?.operation().demonstration)
}

/// Figures as JSON, with what was asked for.
pub fn shown(code: &str, totals: &Totals, demonstration: bool) -> Value {
    let rows: Vec<Value> = totals
        .rows
        .iter()
        .map(|row| {
            let mut value = figures(row);
            for (by, key) in totals.by.iter().zip(&row.keys) {
                value[by.code()] = json!(key);
            }
            value
        })
        .collect();
    json!({
        "operation": code.trim().to_ascii_uppercase(),
        "demonstration": demonstration,
        "filter": totals.filter,
        "as_of": totals.as_of.iso(),
        "event": totals.event,
        "conversion_table": totals.conversion,
        "by": totals.by,
        "total": figures(&totals.sum),
        "rows": rows,
    })
}

fn figures(row: &TotalRow) -> Value {
    let mut value = sums(&row.all);
    value["incidents"] = json!(row.incidents);
    value["held"] = json!(row.held);
    value["in_scope"] = sums(&row.in_scope);
    value["provisional"] = sums(&row.provisional);
    value["kg_equivalent"] = json!(exact(row.equivalent, 9));
    value["unconverted"] = json!(row.unconverted);
    value
}

fn sums(sums: &Sums) -> Value {
    json!({
        "lines": sums.lines,
        "kg": sums.kg(),
        "litres": sums.litres(),
        "units": sums.units(),
        "m2": sums.square_metres(),
        "unquantified": sums.unquantified,
    })
}
