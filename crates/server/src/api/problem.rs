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
    match failure.reason() {
        Some(reason) => plain(&t.code("refused", reason)),
        None => hint(failure.code(), t),
    }
}

/// The way out for software: its own words where the page's speak of forms and pages.
pub fn hint(code: &str, t: Speech) -> String {
    let own = format!("failure-{code}-api");
    plain(&if t.knows(&own) { t.say(&own) } else { t.say(&format!("failure-{code}-hint")) })
}

/// Everything that can go wrong: its code and the status the API gives it, in the order of the statuses.
pub fn all() -> Vec<(&'static str, StatusCode)> {
    let unkept = |trouble| Failure::App(app::Error::Unkept(trouble));
    let text = String::new;
    let mut all = [
        Failure::BrokenText,
        Failure::Truncated,
        Failure::NoKey,
        Failure::Scope,
        Failure::App(app::Error::Refused("role")),
        Failure::OtherSite,
        Failure::App(app::Error::NotFound),
        Failure::WrongMethod,
        unkept(app::Trouble::Taken(text())),
        Failure::App(app::Error::Stale { current: 0 }),
        Failure::TooLarge,
        Failure::WrongMedia,
        Failure::WrongHost,
        Failure::App(Problems::none().into()),
        Failure::NoRevision,
        Failure::TooBusy(1),
        Failure::Crashed(text()),
        Failure::TooSlow,
        unkept(app::Trouble::Busy),
        unkept(app::Trouble::ReadOnly(text())),
        unkept(app::Trouble::Unreachable(text())),
        unkept(app::Trouble::Full),
    ]
    .map(|failure| (failure.code(), status(&failure)))
    .to_vec();
    all.sort_by_key(|(_, status)| *status);
    all
}

/// Problems as JSON: field, code, parameters, and the sentence that names the field.
pub fn list(problems: &Problems, t: Speech) -> Value {
    problems.0.iter().map(|problem| one(problem, t)).collect()
}

fn one(problem: &Problem, t: Speech) -> Value {
    let mut shown = without_words(problem);
    shown["message"] = json!(plain(&t.problem(problem)));
    shown
}

/// A problem as JSON without its sentence.
pub fn without_words(problem: &Problem) -> Value {
    let params: Map<String, Value> =
        problem.params.iter().map(|(name, value)| (name.to_string(), Value::from(value.as_str()))).collect();
    json!({ "field": problem.field, "code": problem.code, "params": params })
}

#[cfg(test)]
mod tests {
    use super::*;
    use render::words::Words;
    use std::collections::BTreeSet;

    #[test]
    fn every_failure_that_has_words_is_listed() {
        let worded = Words::keys().filter_map(|key| key.strip_prefix("failure-")?.strip_suffix("-hint"));
        let listed: BTreeSet<&str> = all().into_iter().map(|(code, _)| code).collect();
        assert_eq!(worded.collect::<BTreeSet<_>>(), listed);
    }

    #[test]
    fn software_is_not_told_of_forms_and_pages() {
        for (code, _) in all() {
            let said = hint(code, Speech::of(Lang::En));
            for word in ["Go back", "form on", "the form", "page"] {
                assert!(!said.contains(word), "{code}: {said}");
            }
        }
    }
}
