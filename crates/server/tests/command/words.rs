//! Words of the command line: usage, JSON where asked for, levels of the log, the reference pages.

use super::Node;
use serde_json::Value;
use std::fs;

#[test]
fn wrong_words_are_usage_and_say_how() {
    let node = Node::new();
    node.run(&["serv"]).must(2);
    node.run(&["totals"]).must(2);
    node.run(&["user", "add", "x", "--role", "officer", "--password", "secret"]).must(2);
    assert!(node.run(&["--help"]).must(0).out().contains("Exit codes"));
    for command in [
        "init",
        "serve",
        "demo",
        "user",
        "import",
        "totals",
        "report",
        "check",
        "verify-log",
        "migrate",
        "token",
        "docs",
    ] {
        node.run(&[command, "--help"]).must(0);
    }
}

#[test]
fn wrong_words_are_json_where_json_is_asked_for() {
    let node = Node::new();
    for words in [
        &["totals", "--json"][..],
        &["--json", "serv"],
        &["report", "--json", "--operation", "X", "--output", "x", "--lang", "xx"],
    ] {
        let ran = node.run(words).must(2);
        let failure: Value = serde_json::from_str(&ran.said()).unwrap_or_else(|_| panic!("not JSON: {}", ran.said()));
        assert_eq!(failure["exit"], 2);
    }
}

#[test]
fn a_word_that_is_no_level_does_not_silence_the_log() {
    let node = Node::made();
    for bad in ["verbose", "info,loud", "reflex=loud", "=info"] {
        assert!(node.run(&["check", "--log", bad]).must(1).said().contains(bad), "{bad}");
    }
    for good in ["warn", "off", "info,sqlx=debug", "server=trace"] {
        node.run(&["check", "--log", good]).must(0);
    }
}

#[test]
fn the_reference_pages_are_written_from_the_program() {
    let node = Node::new();
    node.run(&["docs", "--out", &node.path("reference")]).must(0);
    for page in ["configuration.md", "cli.md", "addresses.md", "permissions.md", "openapi.json"] {
        assert!(fs::metadata(node.path(&format!("reference/{page}"))).unwrap().len() > 1000, "{page}");
    }
}
