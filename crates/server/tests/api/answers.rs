//! What the description says of answers, held against the answers themselves.

use crate::coverage::png;
use crate::world::{Ask, CODE, World, operation_draft, seizure};
use serde_json::{Value, json};

/// What of a value does not fit its schema: fields that are missing, that nobody described, values of another type.
fn unfit(document: &Value, schema: &Value, value: &Value, path: &str) -> Vec<String> {
    let name = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next());
    let schema = name.map_or(schema, |name| &document["components"]["schemas"][name]);
    let kinds = schema["type"].as_array().cloned().unwrap_or_else(|| vec![schema["type"].clone()]);
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    if !kinds.iter().any(|known| known == kind) {
        return vec![format!("{path} is {kind}, not {kinds:?}")];
    }
    let mut found = Vec::new();
    for (place, one) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(unfit(document, &schema["items"], one, &format!("{path}.{place}")));
    }
    for required in schema["required"].as_array().into_iter().flatten().filter(|_| value.is_object()) {
        if value.get(required.as_str().unwrap()).is_none() {
            found.push(format!("{path} lacks {required}"));
        }
    }
    for (name, one) in value.as_object().into_iter().flatten().filter(|_| schema["properties"].is_object()) {
        match schema["properties"]
            .get(name)
            .or_else(|| schema.get("additionalProperties").filter(|more| more.is_object()))
        {
            Some(known) => found.extend(unfit(document, known, one, &format!("{path}.{name}"))),
            None => found.push(format!("{path}.{name} is not described")),
        }
    }
    found
}

/// A draft with everything in it.
fn full() -> Value {
    let mut draft = serde_json::to_value(seizure()).unwrap();
    let more = json!({
        "reference": "KZ-1", "time": "13:05", "end": "2021-10-14", "latitude": "43.2", "longitude": "76.9", "note": "n",
        "detection": "inspection", "conveyance": "lorry", "concealment": "body", "concealment_text": "t",
        "declared_goods": "g", "hs_code": "293399",
        "legs": [{ "role": "origin", "country": "AF", "place": "Kabul", "confidence": "stated" }],
        "persons": [{ "status": "arrested", "nationality": "KZ", "sex": "male", "age": "adult", "count": "2" }],
        "related": [{ "kind": "cash", "count": "3", "text": "notes" }],
        "marking": { "audience": "green", "recipients": ["UZ"], "source_grade": "b", "information_grade": "2" },
    });
    for (name, value) in more.as_object().unwrap() {
        draft[name] = value.clone();
    }
    for (name, value) in [("second_quantity", "3"), ("second_unit", "package"), ("purity", "50"), ("items", "2")] {
        draft["lines"][0][name] = value.into();
    }
    draft
}

#[tokio::test]
async fn the_main_answers_are_the_ones_described() {
    let world = World::new().await;
    let document = Ask::get("/api/v1/openapi.json").send(&world).await.json();
    let officer = world.key("kz-contact", &["read", "incidents"]).await;
    let desk = world.key("desk", &["read", "operations"]).await;
    let must = |method: &str, path: &str, status: &str, value: &Value| {
        let answer = &document["paths"][path][method.to_lowercase()]["responses"][status];
        let schema = &answer["content"]["application/json"]["schema"];
        assert!(schema["$ref"].is_string(), "{method} {path}: {answer}");
        assert_eq!(unfit(&document, schema, value, ""), Vec::<String>::new(), "{method} {path}");
    };
    let incidents = format!("/api/v1/operations/{CODE}/incidents");
    let mut draft = full();
    let mut reply = Ask::new("POST", &incidents).key(&officer).json(&draft).send(&world).await;
    // Codes that this catalogue does not know are left out; what is compared is the shape.
    for problem in reply.problems() {
        let field = problem.split(':').next().unwrap();
        let (mut part, mut last) = (&mut draft, "");
        for step in field.split('.') {
            if !last.is_empty() {
                part = match last.parse::<usize>() {
                    Ok(place) => &mut part[place],
                    Err(_) => &mut part[last],
                };
            }
            last = step;
        }
        part[last] = "".into();
    }
    if reply.status != 201 {
        reply = Ask::new("POST", &incidents).key(&officer).json(&draft).send(&world).await.must(201);
    }
    let made = reply.json();
    must("POST", "/api/v1/operations/{code}/incidents", "201", &made);
    let address = format!("/api/v1/incidents/{}", made["id"].as_str().unwrap());
    let file =
        Ask::new("POST", &format!("{address}/attachments")).key(&officer).file("a.png", &png(), &[]).send(&world).await;
    must("POST", "/api/v1/incidents/{id}/attachments", "201", &file.must(201).json());
    for (pattern, path) in [
        ("/api/v1/incidents/{id}", address.clone()),
        ("/api/v1/operations/{code}/incidents", incidents.clone()),
        ("/api/v1/operations/{code}", format!("/api/v1/operations/{CODE}")),
        ("/api/v1/operations", "/api/v1/operations".to_owned()),
        ("/api/v1/operations/{code}/totals", format!("/api/v1/operations/{CODE}/totals?by=country,group")),
        ("/api/v1/operations/{code}/inputs", format!("/api/v1/operations/{CODE}/inputs")),
        ("/api/v1/substances", "/api/v1/substances?q=heroin".to_owned()),
        ("/api/v1/units", "/api/v1/units".to_owned()),
        ("/api/v1/regions", "/api/v1/regions?country=KZ".to_owned()),
        ("/api/v1/countries", "/api/v1/countries".to_owned()),
    ] {
        must("GET", pattern, "200", &Ask::get(&path).key(&officer).send(&world).await.must(200).json());
    }
    let made = Ask::new("POST", "/api/v1/operations").key(&desk).json(&operation_draft("NEW-1")).send(&world).await;
    must("POST", "/api/v1/operations", "201", &made.must(201).json());
    for (query, status) in [("&dry_run=true", "200"), ("", "201")] {
        let address = format!("/api/v1/operations/{CODE}/imports?mapping=ids{query}");
        let ask = Ask::new("POST", &address).key(&officer).header("content-type", "text/csv");
        let done = ask.body(super::import::FILE).send(&world).await;
        must("POST", "/api/v1/operations/{code}/imports", status, &done.json());
    }
}

#[tokio::test]
async fn every_address_that_answers_in_json_names_its_shape() {
    let world = World::new().await;
    let document = Ask::get("/api/v1/openapi.json").send(&world).await.json();
    for (path, methods) in
        document["paths"].as_object().unwrap().iter().filter(|(path, _)| !path.ends_with("openapi.json"))
    {
        for (method, about) in methods.as_object().unwrap() {
            for status in ["200", "201"] {
                let json = &about["responses"][status]["content"]["application/json"];
                assert!(json.is_null() || json["schema"]["$ref"].is_string(), "{method} {path} {status}");
            }
        }
    }
}
