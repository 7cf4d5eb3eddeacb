//! The description of the API (OpenAPI 3.1), made of the table of addresses, the drafts themselves and the words below.
//!
//! Refuses to drift: a test fails when an address has no words here, and when a draft has a field that the description
//! lacks.

mod answers;
mod shapes;
#[cfg(test)]
mod tests;
mod words;

use crate::error::Answer;
use crate::route::{Route, Who};
use crate::routes::routes;
use axum::http::header;
use axum::response::IntoResponse;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use words::{About, Answers, BodyIs, about};

static DOCUMENT: LazyLock<Value> = LazyLock::new(build);

/// The document.
pub fn document() -> Value {
    DOCUMENT.clone()
}

/// The shapes of bodies in it.
pub fn shapes() -> &'static Value {
    &DOCUMENT["components"]["schemas"]
}

/// `GET /api/v1/openapi.json`.
pub async fn show() -> Answer {
    let head = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=300")];
    Ok((head, DOCUMENT.to_string()).into_response())
}

fn build() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for route in routes().iter().filter(|route| route.path.starts_with("/api/v1/")) {
        if let Some(about) = about(route.method, route.path) {
            let path = paths.entry(route.path).or_insert_with(|| json!({}));
            path[route.method.to_ascii_lowercase()] = endpoint(route, about);
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Reflex",
            "version": env!("CARGO_PKG_VERSION"),
            "description": words::INTRODUCTION,
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "key": { "type": "http", "scheme": "bearer", "description": "A key made under Administration, `rfx_…`." },
            },
            "schemas": shapes::all(),
        },
    })
}

fn endpoint(route: &Route, about: &About) -> Value {
    let mut endpoint = json!({
        "operationId": operation_id(route),
        "summary": about.summary,
        "parameters": parameters(route, about),
        "responses": answers(route, about),
    });
    match about.body {
        BodyIs::Nothing => {}
        BodyIs::Draft(shape) | BodyIs::Maybe(shape) => {
            endpoint["requestBody"] = json!({
                "required": matches!(about.body, BodyIs::Draft(_)),
                "content": { "application/json": { "schema": reference(shape) } },
            });
        }
        BodyIs::Form => {
            endpoint["requestBody"] = json!({
                "required": true,
                "content": { "multipart/form-data": { "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": { "files": { "type": "string", "format": "binary" } },
                } } },
            });
        }
        BodyIs::Csv => {
            endpoint["requestBody"] =
                json!({ "required": true, "content": { "text/csv": { "schema": { "type": "string" } } } });
        }
    }
    if let Who::Key(scope) = route.who {
        endpoint["security"] = json!([{ "key": [scope.code()] }]);
    }
    endpoint
}

/// `post-operations-code-incidents`.
fn operation_id(route: &Route) -> String {
    let path = route.path.trim_start_matches("/api/v1/").replace(['{', '}'], "").replace(['/', '.'], "-");
    format!("{}-{path}", route.method.to_ascii_lowercase())
}

fn reference(shape: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{shape}") })
}

fn parameters(route: &Route, about: &About) -> Vec<Value> {
    let text = || json!({ "type": "string" });
    let in_path = route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let mut all: Vec<Value> = in_path
        .map(|name| {
            let what = match name {
                "code" => "Code of the operation.",
                "place" => "Place among the questions, from 0.",
                _ => "Identifier.",
            };
            json!({ "name": name, "in": "path", "required": true, "description": what, "schema": text() })
        })
        .collect();
    let filter = if about.filtered { words::FILTER } else { &[] };
    for (name, what) in about.query.iter().chain(filter) {
        all.push(json!({ "name": name, "in": "query", "required": false, "description": what, "schema": text() }));
    }
    for name in about.headers {
        let what = words::HEADERS.iter().find(|(known, _)| known == name).map_or("", |(_, what)| what);
        let required = *name == "If-Match";
        all.push(json!({ "name": name, "in": "header", "required": required, "description": what, "schema": text() }));
    }
    all
}

fn answers(route: &Route, about: &About) -> Value {
    let mut all = Map::new();
    let (status, what, content) = match about.answer {
        Answers::Json(status, what) => (status, what, json!({ "application/json": { "schema": answer_of(route) } })),
        Answers::Nothing(what) => ("204", what, Value::Null),
        Answers::Media(media, what) => ("200", what, json!({ media: { "schema": { "type": "string" } } })),
    };
    let mut good = json!({ "description": what });
    if !content.is_null() {
        good["content"] = content;
    }
    for media in about.media {
        good["content"][*media] = json!({ "schema": { "type": "string" } });
    }
    if about.dry {
        let mut dry = good.clone();
        dry["description"] = json!("The same of a dry run, of which nothing was kept.");
        all.insert("200".to_owned(), dry);
    }
    all.insert(status.to_owned(), good);
    if about.headers.contains(&"If-None-Match") {
        all.insert("304".to_owned(), json!({ "description": "It is what you have." }));
    }
    for (status, what) in failures(route, about) {
        let content = json!({ "application/problem+json": { "schema": reference("ProblemDocument") } });
        all.insert((*status).to_owned(), json!({ "description": what, "content": content }));
    }
    Value::Object(all)
}

/// The shape of what an address gives; an object of which no more is said where it has none.
fn answer_of(route: &Route) -> Value {
    answers::given(route.method, route.path).map_or_else(|| json!({ "type": "object" }), reference)
}

fn failures(route: &Route, about: &About) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let keyed = matches!(route.who, Who::Key(_));
    let body = !matches!(about.body, BodyIs::Nothing);
    let matched = about.headers.contains(&"If-Match");
    let checked = body || about.filtered || !about.query.is_empty();
    words::FAILURES.iter().filter(move |(status, _)| match *status {
        "401" | "403" | "404" | "429" => keyed,
        "400" | "413" | "415" => body,
        "412" | "428" => matched,
        "409" | "507" => !route.writes.is_empty(),
        "422" => checked,
        _ => true,
    })
}
