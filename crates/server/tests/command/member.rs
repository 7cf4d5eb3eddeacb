//! Accounts and keys at the machine: all problems at once, nothing left behind.

use super::disk::onto_full;
use super::{Node, Ran};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

#[test]
fn the_administrators_password_comes_from_a_file_or_standard_input() {
    let node = Node::new();
    fs::write(node.path("secret"), "correct horse battery\n").unwrap();
    let made = node.run(&["init", "--admin-password-file", &node.path("secret"), "--json"]).must(0).json();
    assert!(made.get("password").is_none());
    let mut child = node.command(&[
        "user",
        "add",
        "dana",
        "--role",
        "officer",
        "--participant",
        "KZ",
        "--agency",
        "customs",
        "--password-file",
        "-",
        "--json",
    ]);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"short\n").unwrap();
    let ran = Ran(child.wait_with_output().unwrap()).must(1);
    assert!(ran.said().contains("password-short"), "{}", ran.said());
}

#[test]
fn accounts_and_keys_are_managed_at_the_machine() {
    let node = Node::made();
    let add = [
        "user",
        "add",
        "desk",
        "--role",
        "coordinator",
        "--participant",
        "CARICC",
        "--agency",
        "centre",
        "--agency-name",
        "Centre",
        "--json",
    ];
    assert!(node.run(&add).must(0).json()["password"].is_string());
    assert!(node.run(&add).must(1).said().contains("login-taken"));
    node.run(&["user", "disable", "desk"]).must(0);
    let list = node.run(&["user", "list", "--json"]).must(0).json();
    let desk = list["users"].as_array().unwrap().iter().find(|user| user["login"] == "desk").unwrap();
    assert_eq!(desk["disabled"], true);
    node.run(&["user", "enable", "desk"]).must(0);
    node.run(&["user", "reset", "desk"]).must(0);
    let nobody = node.run(&["user", "disable", "nobody", "--json"]).must(1);
    assert!(nobody.said().contains("login-unknown"));
    let key = node
        .run(&["token", "add", "--user", "desk", "--name", "script", "--scopes", "read,operations", "--json"])
        .must(0)
        .json();
    assert!(key["secret"].as_str().unwrap().starts_with("rfx_"));
    node.run(&["token", "revoke", "--user", "desk", key["id"].as_str().unwrap()]).must(0);
    let keys = node.run(&["token", "list", "--user", "desk", "--json"]).must(0).json();
    assert!(keys["tokens"][0]["revoked"].is_string());
}

#[cfg(target_os = "linux")]
#[test]
fn a_secret_that_could_not_be_printed_says_how_to_make_another() {
    let node = Node::new();
    let lost = onto_full(&node, &["init"]).must(3).said();
    assert!(lost.contains("shown only once") && lost.contains("user reset admin"), "{lost}");
    let desk = ["user", "add", "desk", "--role", "officer", "--participant", "KZ", "--agency", "customs"];
    let lost = onto_full(&node, &desk).must(3).said();
    assert!(lost.contains("user reset desk"), "{lost}");
    assert!(onto_full(&node, &["user", "reset", "desk"]).must(3).said().contains("user reset desk"));
    node.run(&["user", "reset", "desk"]).must(0);
    let lost = onto_full(&node, &["token", "add", "--user", "desk", "--name", "x"]).must(3).said();
    let key = lost.split_whitespace().find(|word| word.starts_with("tok_")).unwrap().trim_end_matches("`,").to_owned();
    node.run(&["token", "revoke", "--user", "desk", &key]).must(0);
}

#[test]
fn a_refused_account_or_node_leaves_nothing_behind() {
    let node = Node::made();
    let entries = || node.run(&["verify-log", "--json"]).must(0).json()["entries"].clone();
    let before = entries();
    let refused =
        node.run(&["user", "add", "q", "--role", "officer", "--participant", "TR", "--agency", "customs"]).must(1);
    assert!(refused.said().contains("sign-in name"), "{}", refused.said());
    assert_eq!(entries(), before);
    node.run(&["user", "add", "qq", "--role", "officer", "--participant", "TR", "--agency", "customs"]).must(0);
    assert_eq!(entries(), before.as_i64().unwrap() + 1);
    for words in [
        &["--admin", "no good"][..],
        &["--lang", "xx"],
        &["--participant", "not a code"],
        &["--admin-password-file", "short"],
    ] {
        let node = Node::new();
        fs::write(node.path("short"), "short").unwrap();
        node.run(&[&["init"], words].concat()).must(1);
        assert!(!Path::new(&node.data()).join("reflex.sqlite").exists(), "{words:?}");
    }
}

#[test]
fn everything_wrong_with_an_account_is_told_at_once_with_the_choices() {
    let node = Node::made();
    let ran = node.run(&["user", "add", "x", "--role", "nope", "--agency", "navy", "--lang", "xx", "--json"]).must(1);
    let problems: Value = serde_json::from_str(&ran.said()).unwrap();
    let fields: Vec<&str> =
        problems["problems"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["login", "role", "participant", "agency", "lang"]);
    for choice in ["contact-point", "forensic-laboratory", "en, ru, fa"] {
        assert!(ran.said().contains(choice), "{choice}: {}", ran.said());
    }
    let scopes = node.run(&["token", "add", "--user", "admin", "--name", "x", "--scopes", "read,nope"]).must(1);
    assert!(scopes.said().contains("nope") && scopes.said().contains("operations"), "{}", scopes.said());
}
