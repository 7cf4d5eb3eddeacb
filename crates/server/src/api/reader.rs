//! `GET /api`: the description of the API as a page, made from the same document that machines read.

use crate::api::{openapi, problem};
use crate::error::Answer;
use crate::visitor::Visitor;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use render::page::api::{ApiPage, Endpoint, Field, Shape, Trouble};
use render::words::Speech;
use serde_json::Value;

/// The page.
pub async fn show(visitor: Visitor) -> Answer {
    let document = openapi::document();
    let frame = visitor.frame(visitor.t.say("api-title")).await;
    let (endpoints, shapes) = (endpoints(&document), shapes(&document));
    let page = ApiPage { frame: &frame, endpoints, shapes, troubles: troubles(visitor.t) };
    Ok(Html(render::page::write(&page)).into_response())
}

/// Everything that can go wrong, where the type of a problem document leads.
fn troubles(t: Speech) -> Vec<Trouble> {
    let one = |(code, status): (&str, StatusCode)| Trouble {
        code: code.to_owned(),
        status: status.as_u16(),
        title: t.code("failure", code),
        hint: problem::hint(code, t),
    };
    problem::all().into_iter().map(one).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn endpoints(document: &Value) -> Vec<Endpoint> {
    let mut endpoints = Vec::new();
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        for (method, about) in methods.as_object().into_iter().flatten() {
            let scope = &about["security"][0]["key"][0];
            endpoints.push(Endpoint {
                method: method.to_ascii_uppercase(),
                path: path.clone(),
                summary: text(&about["summary"]),
                scope: text(scope),
                parameters: about["parameters"].as_array().into_iter().flatten().map(parameter).collect(),
                body: body_of(about),
                answers: about["responses"]
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(status, answer)| (status.clone(), text(&answer["description"])))
                    .collect(),
            });
        }
    }
    endpoints
}

fn parameter(parameter: &Value) -> Field {
    Field { name: text(&parameter["name"]), kind: text(&parameter["in"]), about: text(&parameter["description"]) }
}

/// What a body is: the name of its shape, or its media type.
fn body_of(about: &Value) -> String {
    let Some((media, content)) = about["requestBody"]["content"].as_object().and_then(|all| all.iter().next()) else {
        return String::new();
    };
    let shape = content["schema"]["$ref"].as_str().and_then(|path| path.rsplit('/').next());
    shape.unwrap_or(media).to_owned()
}

fn shapes(document: &Value) -> Vec<Shape> {
    let all = document["components"]["schemas"].as_object().into_iter().flatten();
    all.map(|(name, schema)| Shape {
        name: name.clone(),
        about: text(&schema["description"]),
        fields: schema["properties"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, field)| property(name, field))
            .collect(),
    })
    .collect()
}

fn property(name: &str, field: &Value) -> Field {
    let inner = if field["type"] == "array" { &field["items"] } else { field };
    let shape = inner["$ref"].as_str().and_then(|path| path.rsplit('/').next());
    let several = inner["type"].as_array().map(|kinds| kinds.iter().map(text).collect::<Vec<_>>().join(" | "));
    let kind = shape.map_or_else(|| several.unwrap_or_else(|| text(&inner["type"])), str::to_owned);
    let kind = if field["type"] == "array" { format!("[{kind}]") } else { kind };
    let codes: Vec<&str> = inner["examples"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    Field { name: name.to_owned(), kind, about: codes.join(" · ") }
}
