//! A failure as a problem document (RFC 9457), in the language of `Accept-Language`.
//!
//! Refuses details of the inside; `problems` carries field, code and parameters of everything there is to settle.

use crate::error::Failure;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::lang::Lang;
use model::problem::{Problem, Problems};
use render::words::{Speech, plain};
use serde_json::{Map, Value, json};

/// The media type of a problem document.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// The document of a failure.
pub fn document(failure: &Failure, lang: Lang, incident: &str) -> Response {
    let t = Speech::of(lang);
    let status = status(failure);
    let code = failure.code();
    let mut body = json!({
        "type": format!("/api#problem-{code}"),
        "title": plain(&t.code("failure", code)),
        "status": status.as_u16(),
        "code": code,
        "detail": detail(failure, t),
    });
    if let Failure::App(app::Error::Invalid(problems)) = failure {
        body["problems"] = list(problems, t);
    }
    if let Failure::App(app::Error::Stale { current }) = failure {
        body["current"] = json!(current);
    }
    if !incident.is_empty() {
        body["incident"] = json!(incident);
    }
    let kind = [(header::CONTENT_TYPE, MEDIA_TYPE), (header::CONTENT_LANGUAGE, lang.tag())];
    (status, kind, body.to_string()).into_response()
}

/// The API speaks of revisions in headers, and answers a stale one as a failed precondition.
fn status(failure: &Failure) -> StatusCode {
    match failure {
        Failure::App(app::Error::Stale { .. }) => StatusCode::PRECONDITION_FAILED,
        other => other.status(),
    }
}

fn detail(failure: &Failure, t: Speech) -> String {
    let said = match failure.reason() {
        Some(reason) => t.code("refused", reason),
        None => t.say(&format!("failure-{}-hint", failure.code())),
    };
    plain(&said)
}

/// Problems as JSON: field, code, parameters, and the sentence that names the field.
pub fn list(problems: &Problems, t: Speech) -> Value {
    problems.0.iter().map(|problem| one(problem, t)).collect()
}

fn one(problem: &Problem, t: Speech) -> Value {
    let params: Map<String, Value> =
        problem.params.iter().map(|(name, value)| (name.to_string(), Value::from(value.as_str()))).collect();
    json!({
        "field": problem.field,
        "code": problem.code,
        "params": params,
        "message": plain(&t.problem(problem)),
    })
}
