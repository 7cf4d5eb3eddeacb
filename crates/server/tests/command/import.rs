//! Files that are imported at the machine, twice and at once.

use super::{FILE, Node, Ran, archive};
use serde_json::Value;
use std::fs;
use std::process::{Child, Stdio};

#[test]
fn two_imports_that_make_the_same_operation_end_as_one() {
    let node = Node::made();
    fs::write(node.path("rows.csv"), FILE).unwrap();
    let rows = node.path("rows.csv");
    let import = ["import", &rows, "--operation", "IDS", "--create-operation", "--mapping", "ids", "--json"];
    let start = || node.command(&import).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let both: Vec<Child> = (0..4).map(|_| start()).collect();
    let ran: Vec<Ran> = both.into_iter().map(|child| Ran(child.wait_with_output().unwrap()).must(0)).collect();
    let accepted: i64 = ran.iter().map(|ran| ran.json()["accepted"].as_i64().unwrap()).sum();
    assert_eq!(accepted, 2);
    node.run(&["check"]).must(0);
}

#[test]
fn an_import_of_which_nothing_is_taken_is_refused() {
    let node = archive();
    fs::write(node.path("rows.csv"), FILE.replace("-05-31", "-13-45")).unwrap();
    let ran = node.run(&["import", &node.path("rows.csv"), "--operation", "IDS", "--mapping", "ids"]).must(1);
    assert!(ran.out().contains("2 refused") && ran.said().contains("every row was refused"), "{}", ran.said());
    let none = node.run(&["import", &node.path("rows.csv"), "--operation", "NONE", "--mapping", "ids"]).must(1);
    assert!(none.said().contains("“NONE”") && none.said().contains("--create-operation"), "{}", none.said());
}

#[test]
fn an_operation_that_is_not_there_is_named_with_those_that_are() {
    let node = archive();
    let ran = node.run(&["totals", "--operation", "IDSS"]).must(1);
    assert!(ran.said().contains("“IDSS”") && ran.said().contains("one of IDS"), "{}", ran.said());
    let ran = node.run(&["report", "--operation", "X", "--format", "json", "--output", "-", "--json"]).must(1);
    assert!(serde_json::from_str::<Value>(&ran.said()).unwrap()["error"].as_str().unwrap().contains("“X”"));
}
