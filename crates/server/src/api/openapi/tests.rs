//! The description against the table of addresses, the drafts, and the standard.

use super::*;
use std::collections::BTreeSet;

#[test]
fn every_address_has_words_and_every_word_an_address() {
    let table: BTreeSet<(&str, &str)> = routes()
        .iter()
        .filter(|route| route.path.starts_with("/api/v1/"))
        .map(|route| (route.method, route.path))
        .collect();
    let words: BTreeSet<(&str, &str)> = words::all().map(|(method, path, _)| (*method, *path)).collect();
    assert_eq!(table, words);
}

#[test]
fn it_reads_as_openapi_and_its_references_lead_somewhere() {
    let document = document();
    let read: utoipa::openapi::OpenApi = serde_json::from_value(document.clone()).unwrap();
    assert_eq!(read.paths.paths.len(), document["paths"].as_object().unwrap().len());
    let text = document.to_string();
    for part in text.split("#/components/schemas/").skip(1) {
        let name = part.split('"').next().unwrap();
        assert!(document["components"]["schemas"][name].is_object(), "{name}");
    }
}

#[test]
fn every_identifier_is_used_once() {
    let document = document();
    let mut seen = BTreeSet::new();
    for methods in document["paths"].as_object().unwrap().values() {
        for endpoint in methods.as_object().unwrap().values() {
            assert!(seen.insert(endpoint["operationId"].as_str().unwrap().to_owned()));
        }
    }
}

#[test]
fn every_list_of_parts_names_its_shape() {
    for shape in shapes::drafts() {
        let written = &document()["components"]["schemas"][shape.name];
        for (name, blank) in shape.blank.as_object().unwrap() {
            assert!(written["properties"][name].is_object(), "{}.{name}", shape.name);
            assert_eq!(blank.is_array(), written["properties"][name]["type"] == "array", "{}.{name}", shape.name);
        }
    }
}

#[test]
fn the_description_is_the_one_that_was_agreed() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&document()).unwrap());
}
