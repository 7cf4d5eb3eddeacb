//! The floors of the house: which crate may use which other, and where each library lives.
//!
//! Reads `cargo metadata`, so that no manifest trick hides an edge; normal, build and test dependencies obey alike.
//! Refuses a crate it does not know: a new crate gets its line in the drawing first.

use serde_json::Value;

use crate::cargo;
use crate::surroundings::Surroundings;
use crate::tally::Tally;

/// The drawing in ARCHITECTURE.md: each crate and the crates it may use.
const DRAWING: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("store", &["model"]),
    ("intake", &["model"]),
    ("render", &["model"]),
    ("app", &["model", "store", "intake"]),
    ("server", &["model", "app", "render"]),
    ("xtask", &[]),
];

/// Libraries that live only in the crates named beside them.
const HOMES: &[(&str, &[&str])] = &[
    ("argon2", &["app"]),
    ("askama", &["render"]),
    ("axum", &["server"]),
    ("calamine", &["intake"]),
    ("clap", &["server", "xtask"]),
    ("csv", &["model", "intake", "render"]),
    ("encoding_rs", &["intake"]),
    ("fluent-bundle", &["render"]),
    ("fluent-syntax", &["xtask"]),
    ("rust_xlsxwriter", &["render"]),
    ("sqlx", &["store"]),
    ("tokio", &["store", "app", "server"]),
    ("tower", &["server"]),
    ("tower-http", &["server"]),
    ("utoipa", &["server"]),
];

/// A dependency: who uses what.
struct Edge {
    from: String,
    to: String,
    /// The used package is one of the workspace's own.
    own: bool,
}

/// Prints every crossing and counts the check.
pub fn check(around: &Surroundings) -> Tally {
    let crossings = match cargo::metadata(around) {
        Ok(metadata) => strangers(&metadata).into_iter().chain(crossings(&edges(&metadata))).collect(),
        Err(problem) => vec![problem],
    };
    for crossing in &crossings {
        println!("  {crossing}");
    }
    Tally::one(crossings.is_empty())
}

fn edges(metadata: &Value) -> Vec<Edge> {
    let mut edges = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let own = dependency["path"].is_string();
            edges.push(Edge { from: text(&package["name"]), to: text(&dependency["name"]), own });
        }
    }
    edges
}

fn strangers(metadata: &Value) -> Vec<String> {
    let names = metadata["packages"].as_array().into_iter().flatten().filter_map(|package| package["name"].as_str());
    let strangers = names.filter(|name| allowed(DRAWING, name).is_none());
    strangers.map(|name| format!("{name} is on no floor: draw it in xtask/src/floors.rs and ARCHITECTURE.md")).collect()
}

fn crossings(edges: &[Edge]) -> Vec<String> {
    let mut found = Vec::new();
    for Edge { from, to, own } in edges {
        let below = allowed(DRAWING, from).unwrap_or_default();
        let homes = allowed(HOMES, to);
        if *own && !below.contains(&to.as_str()) {
            found.push(format!("{from} may not use {to}: it stands on no drawn line below it"));
        } else if !own && homes.is_some_and(|homes| !homes.contains(&from.as_str())) {
            found.push(format!("{from} may not use {to}: it lives in {} only", homes.unwrap_or_default().join(", ")));
        }
    }
    found
}

fn allowed(table: &[(&str, &'static [&'static str])], name: &str) -> Option<&'static [&'static str]> {
    table.iter().find(|(key, _)| *key == name).map(|(_, allowed)| *allowed)
}

#[cfg(test)]
mod tests {
    use super::{crossings, edges, strangers};
    use serde_json::{Value, json};

    fn package(name: &str, dependencies: &[(&str, bool)]) -> Value {
        let dependencies: Vec<Value> = dependencies
            .iter()
            .map(|(name, own)| json!({ "name": name, "kind": "dev", "path": own.then_some("/somewhere") }))
            .collect();
        json!({ "name": name, "dependencies": dependencies })
    }

    fn found(packages: &[Value]) -> Vec<String> {
        let metadata = json!({ "packages": packages });
        strangers(&metadata).into_iter().chain(crossings(&edges(&metadata))).collect()
    }

    #[test]
    fn the_drawn_lines_are_free() {
        let server = package("server", &[("model", true), ("app", true), ("render", true), ("axum", false)]);
        assert!(found(&[server, package("model", &[("serde", false), ("csv", false)])]).is_empty());
    }

    #[test]
    fn the_door_may_not_reach_past_the_verbs() {
        let crossing = found(&[package("server", &[("store", true)])]);
        assert_eq!(crossing, ["server may not use store: it stands on no drawn line below it"]);
    }

    #[test]
    fn a_floor_may_not_use_the_one_above_or_beside() {
        assert_eq!(found(&[package("model", &[("store", true)]), package("render", &[("intake", true)])]).len(), 2);
    }

    #[test]
    fn a_library_away_from_home_is_named_with_its_home() {
        let crossing = found(&[package("app", &[("sqlx", false)])]);
        assert_eq!(crossing, ["app may not use sqlx: it lives in store only"]);
    }

    #[test]
    fn a_crate_on_no_floor_is_a_crossing() {
        assert!(found(&[package("helper", &[])])[0].starts_with("helper is on no floor"));
    }
}
