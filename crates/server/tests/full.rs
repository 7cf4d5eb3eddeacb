//! A disk that is full: the real program, whose files may not grow beyond the largest and a megabyte, says so with the way out, keeps
//! nothing by halves, gives back what was typed, and is read on.

#![cfg(target_os = "linux")]

use crate::command::{Node, Serving};
use crate::world::{operation_draft, seizure};
use crate::writes::flat;
use model::operation::OperationDraft;
use render::html::query;
use serde_json::Value;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;

const CODE: &str = "REFLEX-2021";
/// Half kilobytes, as the shell counts them.
const MEGABYTE: u64 = 2048;

/// A demonstration on a disk with a megabyte left for its largest file.
struct Cramped {
    serving: Serving,
    sign_ins: Value,
    key: String,
}

struct Answer {
    status: u16,
    text: String,
}

impl Cramped {
    fn new(node: &Node) -> Self {
        let sign_ins = node.run(&["demo", "--fill-only", "--json"]).must(0).json()["sign_ins"].clone();
        let login = sign_in(&sign_ins, "officer").0;
        let scopes = ["--scopes", "read,incidents"];
        let words = [&["token", "add", "--user", &login, "--name", "script", "--json"][..], &scopes].concat();
        let key = node.run(&words).must(0).json()["secret"].as_str().unwrap().to_owned();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let largest = std::fs::read_dir(node.data()).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).max();
        let bound = largest.unwrap_or_default() / 512 + MEGABYTE;
        let inner = node.command(&["serve", "--listen", &port]);
        let mut command = Command::new("sh");
        // Whoever writes beyond the bound is told so, instead of being ended by a signal.
        command.args(["-c", &format!("trap '' XFSZ; ulimit -f {bound}; exec \"$@\""), "sh"]);
        command.arg(inner.get_program()).args(inner.get_args()).env_clear();
        Self { serving: Serving::of(command, port), sign_ins, key }
    }

    fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.serving.1).unwrap();
        let length = body.len().to_string();
        let own = [("Host", self.serving.1.as_str()), ("Connection", "close"), ("Content-Length", &length)];
        let head: String = own
            .iter()
            .chain(headers)
            .fold(format!("{method} {path} HTTP/1.1\r\n"), |head, (name, value)| head + name + ": " + value + "\r\n");
        write!(stream, "{head}\r\n{body}").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok());
        Answer { status: status.unwrap_or_else(|| panic!("no answer: {text}")), text }
    }

    fn post(&self, path: &str, cookie: &str, fields: &[(String, String)]) -> Answer {
        let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", query(value))).collect();
        let kind = ("Content-Type", "application/x-www-form-urlencoded");
        self.send("POST", path, &[kind, ("Cookie", cookie)], &pairs.join("&"))
    }

    fn upload(&self, path: &str, cookie: &str, fields: &[(String, String)]) -> Answer {
        let part = |(name, value): &(String, String)| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let body = fields.iter().map(part).collect::<Vec<_>>().concat() + "--edge--\r\n";
        let kind = ("Content-Type", "multipart/form-data; boundary=edge");
        self.send("POST", path, &[kind, ("Cookie", cookie)], &body)
    }

    fn cookie(&self, role: &str) -> String {
        let (login, password) = sign_in(&self.sign_ins, role);
        let fields = [field("login", &login), field("password", &password)];
        let inside = self.post("/sign-in", "", &fields);
        assert_eq!(inside.status, 303, "{}", inside.text);
        let (_, cookie) = inside.text.split_once("set-cookie: ").unwrap();
        cookie.split(';').next().unwrap().to_owned()
    }

    /// An operation of the coordinator's own participant and another.
    fn plan(&self) -> OperationDraft {
        let mut plan = operation_draft("NEW-1");
        plan.participations.truncate(2);
        let own = self.sign_ins.as_array().unwrap().iter().find(|one| one["role"] == "coordinator").unwrap();
        own["participant"].as_str().unwrap().clone_into(&mut plan.participations[0].participant);
        plan
    }

    /// Keeps drafts, long ones and then short ones, until not even a short one is taken.
    fn fill(&self, cookie: &str) {
        for length in [150_000, 15_000, 10] {
            let full = (0..200).any(|_| self.keep(cookie, length).status == 507);
            assert!(full, "the disk is not full for {length} letters");
        }
    }

    fn keep(&self, cookie: &str, length: usize) -> Answer {
        let fields = [field("action", "keep"), field("note", &"x".repeat(length))];
        self.upload(&format!("/operations/{CODE}/incidents/new"), cookie, &fields)
    }
}

fn field(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn sign_in(all: &Value, role: &str) -> (String, String) {
    let own = all.as_array().unwrap().iter().find(|one| one["role"] == role).unwrap();
    (own["login"].as_str().unwrap().to_owned(), own["password"].as_str().unwrap().to_owned())
}

#[test]
fn a_full_disk_gives_back_what_was_typed_and_lets_everybody_read_on() {
    let node = Node::new();
    let cramped = Cramped::new(&node);
    let (officer, desk) = (cramped.cookie("officer"), cramped.cookie("coordinator"));
    cramped.fill(&officer);
    let mut report = flat(&seizure());
    report.extend([field("action", "send"), field("note", "Typed with care")]);
    report.retain(|(name, value)| name != "note" || !value.is_empty());
    let form = cramped.upload(&format!("/operations/{CODE}/incidents/new"), &officer, &report);
    assert_eq!(form.status, 507, "{}", form.text);
    assert!(form.text.contains("The disk of the node is full") && form.text.contains("Typed with care"));
    assert!(form.text.contains("class=\"summary\""), "the sentence stands above the form");
    let plan = cramped.post("/operations", &desk, &flat(&cramped.plan()));
    assert_eq!(plan.status, 507, "{}", plan.text);
    assert!(plan.text.contains("The disk of the node is full") && plan.text.contains("NEW-1"));
    let kept = cramped.post("/account/lang", &officer, &[field("lang", "ru")]);
    assert_eq!(kept.status, 507, "a page with a way out, not a failure: {}", kept.text);
    assert!(kept.text.contains("has to free space"));
    // The first use of a key is written down, and answered where it cannot be.
    let key = format!("Bearer {}", cramped.key);
    let of_key = ("Authorization", key.as_str());
    let listed = cramped.send("GET", &format!("/api/v1/operations/{CODE}/incidents"), &[of_key], "");
    assert_eq!(listed.status, 200, "{}", listed.text);
    let json = [of_key, ("Content-Type", "application/json")];
    let body = serde_json::to_string(&seizure()).unwrap();
    let refused = cramped.send("POST", &format!("/api/v1/operations/{CODE}/incidents"), &json, &body);
    assert_eq!(refused.status, 507, "{}", refused.text);
    assert!(refused.text.contains("\"code\":\"storage-full\""), "{}", refused.text);
    for page in ["/", &format!("/operations/{CODE}"), &format!("/operations/{CODE}/incidents")] {
        let read = cramped.send("GET", page, &[("Cookie", &officer)], "");
        assert_eq!(read.status, 200, "{page}: {}", read.text);
    }
    drop(cramped);
    node.run(&["verify-log"]).must(0);
}
