//! A JSON body: one draft of the model, read strictly.
//!
//! Refuses unknown fields by name, text that is not UTF-8, JSON that is broken (with line and column), and repeats the
//! write of a request that came before with the same `Idempotency-Key`.

use crate::api::key::Key;
use crate::error::Failure;
use crate::state::Server;
use crate::typed::whole_body;
use app::Cx;
use app::idempotency::{Turn, turn};
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, Method, Uri, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use model::problem::Problem;
use model::wire::v1::hash;
use serde::de::DeserializeOwned;

/// A body that was read, with what makes the request known when it comes again.
pub struct Body<T> {
    /// The draft.
    pub draft: T,
    once: Once,
}

/// The idempotency key of a request and what the request says.
struct Once {
    key: Option<String>,
    request_hash: String,
}

impl<T: DeserializeOwned> FromRequest<Server> for Body<T> {
    type Rejection = Failure;
    async fn from_request(request: Request, server: &Server) -> Result<Self, Failure> {
        if !is_json(request.headers()) {
            return Err(Failure::WrongMedia);
        }
        let (once, bytes) = read_once(request, server).await?;
        std::str::from_utf8(&bytes).map_err(|_| Failure::BrokenText)?;
        let Json(draft) = Json::<T>::from_bytes(&bytes).map_err(|rejection| refused(&rejection))?;
        Ok(Self { draft, once })
    }
}

impl<T> Body<T> {
    /// What to do with the request: write it with this call, or answer with what it made before.
    pub async fn turn(&self, key: &Key) -> Result<Turn, Failure> {
        self.once.turn(&key.cx).await
    }
}

/// The bytes of a request, and what makes it known when it comes again.
async fn read_once(request: Request, server: &Server) -> Result<(Once, Bytes), Failure> {
    let key = request.headers().get("idempotency-key").map(|key| key.to_str().unwrap_or_default().to_owned());
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let bytes = whole_body(request, server).await?;
    let request_hash = if key.is_some() { request_hash(&method, &uri, &bytes) } else { String::new() };
    Ok((Once { key, request_hash }, bytes))
}

impl Once {
    async fn turn(&self, cx: &Cx) -> Result<Turn, Failure> {
        match &self.key {
            Some(key) => Ok(turn(cx, key, &self.request_hash).await?),
            None => Ok(Turn::First(Box::new(cx.clone()))),
        }
    }
}

fn request_hash(method: &Method, uri: &Uri, bytes: &[u8]) -> String {
    hash(&format!("{method} {} {}", uri.path(), STANDARD_NO_PAD.encode(bytes)))
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// What is wrong with a body, as a problem of the field where it was noticed.
fn refused(rejection: &JsonRejection) -> Failure {
    let text = rejection.body_text();
    match rejection {
        JsonRejection::JsonDataError(_) => {
            let said = text.split_once("target type: ").map_or(text.as_str(), |(_, said)| said);
            of_field(said).into()
        }
        JsonRejection::JsonSyntaxError(_) => {
            let place = text.rsplit_once(" at line ").map_or("", |(_, place)| place);
            let (line, column) = place.split_once(" column ").unwrap_or(("1", "1"));
            Problem::new("", "json-broken").with("line", line).with("column", column).into()
        }
        _ => Failure::Truncated,
    }
}

/// `lines[0].foo: unknown field `foo`, expected …` as a problem of that field.
fn of_field(said: &str) -> Problem {
    let (path, story) = match said.split_once(": ") {
        Some((path, story)) if !path.contains(' ') => (path, story),
        _ => ("", said),
    };
    let path = path.replace('[', ".").replace(']', "");
    let path = if path == "." || path == "?" { String::new() } else { path.trim_start_matches('.').to_owned() };
    if let Some(name) = story.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next()) {
        let whole = match path.as_str() {
            "" => name.to_owned(),
            path if path == name || path.ends_with(&format!(".{name}")) => path.to_owned(),
            path => format!("{path}.{name}"),
        };
        return Problem::new(whole, "field-unknown").with("text", name);
    }
    let expected = story.split_once("expected ").map_or("", |(_, expected)| expected);
    let expected = expected.split(" at line").next().unwrap_or_default();
    Problem::new(path, "value-form").with("text", expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::incident::IncidentDraft;

    fn problem(body: &str) -> Problem {
        let rejection = Json::<IncidentDraft>::from_bytes(body.as_bytes()).unwrap_err();
        let problems = refused(&rejection).into_problems().unwrap();
        problems.0.into_iter().next().unwrap()
    }

    #[test]
    fn an_unknown_field_is_named_where_it_stands() {
        let found = problem(r#"{"colour": "red"}"#);
        assert_eq!((found.field.as_str(), found.code.as_ref()), ("colour", "field-unknown"));
        let found = problem(r#"{"lines": [{"written": "x"}, {"weight": "5"}]}"#);
        assert_eq!((found.field.as_str(), found.code.as_ref()), ("lines.1.weight", "field-unknown"));
    }

    #[test]
    fn a_value_of_another_form_names_its_field() {
        let found = problem(r#"{"lines": [{"quantity": 5}]}"#);
        assert_eq!((found.field.as_str(), found.code.as_ref()), ("lines.0.quantity", "value-form"));
    }

    #[test]
    fn broken_json_says_line_and_column() {
        let found = problem("{\n  \"day\": \"2021-10-15\",\n}");
        assert_eq!(found.code, "json-broken");
        assert!(found.params.iter().any(|(name, value)| name == "line" && value == "3"), "{found:?}");
    }
}
