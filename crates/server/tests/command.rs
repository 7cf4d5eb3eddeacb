//! The command line as scripts use it: the real program in a folder of its own.

use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const FILE: &str = "REGION;SUBREGION;COUNTRY;ADMINISTRATIVE_DIVISION;PLACE;SEIZURE_DATE;DRUG_NAME;AMOUNT;DRUG_UNIT;HIDING_PLACE;INSTALLATION;TRANSPORT;PRODUCING_COUNTRY;DEPARTURE_COUNTRY;DESTINATION_COUNTRY;ROUTING\n\
    Asia;X;Kazakhstan;;Almaty;2011-05-31;Heroin;511.06;Gram;Inserted;;Private road;;Kazakhstan;Kazakhstan;\n\
    Asia;X;Uzbekistan;;Tashkent;2012-05-31;Heroin;2.5;Kilogram;Inserted;;Private road;;Uzbekistan;Uzbekistan;\n";

/// A data folder and the program.
struct Node(TempDir);

impl Node {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn made() -> Self {
        let node = Self::new();
        node.run(&["init"]).must(0);
        node
    }

    fn data(&self) -> String {
        self.0.path().join("data").display().to_string()
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reflex"));
        command.args(["--data", &self.data()]).args(words).env_clear().current_dir(self.0.path());
        command
    }

    fn run(&self, words: &[&str]) -> Ran {
        Ran(self.command(words).stdin(Stdio::null()).output().unwrap())
    }
}

struct Ran(Output);

impl Ran {
    fn must(self, code: i32) -> Self {
        assert_eq!(self.0.status.code(), Some(code), "{}\n{}", self.out(), self.said());
        self
    }

    fn out(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }

    fn said(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.out()).unwrap_or_else(|_| panic!("not JSON: {}", self.out()))
    }
}

#[test]
fn a_folder_becomes_a_node_once_and_its_password_is_printed_once() {
    let node = Node::new();
    let first = node.run(&["init", "--json"]).must(0).json();
    assert_eq!(first["admin"], "admin");
    assert!(first["password"].as_str().unwrap().len() > 20);
    let again = node.run(&["init"]).must(1);
    assert!(again.said().contains("is a node already") && again.said().contains("Way out"), "{}", again.said());
}

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
fn the_scripts_of_the_readme_work() {
    let node = Node::made();
    fs::write(node.path("rows.csv"), FILE).unwrap();
    let import =
        ["import", &node.path("rows.csv"), "--operation", "IDS", "--create-operation", "--mapping", "ids", "--json"];
    let dry = node.run(&[&import[..], &["--dry-run"]].concat()).must(0).json();
    assert_eq!((&dry["rows"], &dry["dry_run"]), (&2.into(), &true.into()));
    node.run(&["totals", "--operation", "IDS", "--json"]).must(1);
    let first = node.run(&import).must(0).json();
    assert_eq!(first["refused"], 0);
    let again = node.run(&import).must(0).json();
    assert_eq!(again["known"], 2);
    let totals = node.run(&["totals", "--operation", "IDS", "--by", "country,substance,year", "--json"]).must(0).json();
    assert_eq!(totals["total"]["kg"], "3.01106");
    assert_eq!(
        (&totals["rows"][0]["country"], &totals["rows"][0]["year"], &totals["rows"][0]["kg"]),
        (&"KZ".into(), &"2011".into(), &"0.51106".into())
    );
    let one = node.run(&["totals", "--operation", "IDS", "--where", "country=UZ", "--json"]).must(0).json();
    assert_eq!(one["total"]["kg"], "2.5");
    for (format, lang) in [("html", "en"), ("xlsx", "fa"), ("json", "ru")] {
        let output = node.path(&format!("report.{format}"));
        node.run(&["report", "--operation", "IDS", "--lang", lang, "--format", format, "--output", &output]).must(0);
        assert!(fs::metadata(output).unwrap().len() > 500);
    }
    assert_eq!(node.run(&["check", "--json"]).must(0).json()["sound"], true);
    assert!(node.run(&["verify-log", "--json"]).must(0).json()["fault"].is_null());
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
fn no_node_says_how_to_make_one() {
    let node = Node::new();
    let ran = node.run(&["totals", "--operation", "X"]).must(1);
    assert!(ran.said().contains("no node in") && ran.said().contains("init"), "{}", ran.said());
}

#[test]
fn a_taken_port_names_another() {
    let node = Node::made();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let ran = node.run(&["serve", "--listen", &taken.local_addr().unwrap().to_string()]).must(3);
    assert!(ran.said().contains("is taken") && ran.said().contains("--listen 127.0.0.1:"), "{}", ran.said());
}

#[test]
fn an_unknown_key_of_the_file_is_refused_with_its_line() {
    let node = Node::made();
    fs::write(Path::new(&node.data()).join("reflex.toml"), "listen = \"127.0.0.1:1\"\nlissten = \"x\"\n").unwrap();
    let ran = node.run(&["check"]).must(1);
    assert!(ran.said().contains("line 2") && ran.said().contains("lissten"), "{}", ran.said());
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_and_a_missing_file_say_the_way_out() {
    let node = Node::made();
    let gone = node.run(&["import", "nothing.csv", "--operation", "X", "--mapping", "ids"]).must(1);
    assert!(gone.said().contains("nothing.csv is not there"), "{}", gone.said());
    let file = node.path("file");
    fs::write(&file, "x").unwrap();
    let inside =
        Command::new(env!("CARGO_BIN_EXE_reflex")).args(["--data", &format!("{file}/data"), "init"]).output().unwrap();
    assert!(!inside.status.success());
    // Nobody writes under /proc, whoever runs the test.
    let proc = Command::new(env!("CARGO_BIN_EXE_reflex")).args(["--data", "/proc/reflex", "init"]).output().unwrap();
    assert!(matches!(proc.status.code(), Some(1 | 3)), "{proc:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_earlier_report_and_says_so() {
    let node = Node::made();
    fs::write(node.path("rows.csv"), FILE).unwrap();
    node.run(&["import", &node.path("rows.csv"), "--operation", "IDS", "--create-operation", "--mapping", "ids"])
        .must(0);
    // Whatever is written to this device finds the disk full.
    let link = node.path("report.json.part");
    std::os::unix::fs::symlink("/dev/full", &link).unwrap();
    fs::write(node.path("report.json"), "earlier").unwrap();
    let ran =
        node.run(&["report", "--operation", "IDS", "--format", "json", "--output", &node.path("report.json")]).must(3);
    assert!(ran.said().contains("disk is full"), "{}", ran.said());
    assert_eq!(fs::read_to_string(node.path("report.json")).unwrap(), "earlier");
}

/// A program that serves, stopped when dropped.
struct Serving(Child, String);

impl Serving {
    fn start(node: &Node, words: &[&str]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let child = node
            .command(&[words, &["--listen", &port]].concat())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let serving = Self(child, port);
        let started = Instant::now();
        while serving.get("/health/ready").is_none() {
            assert!(started.elapsed() < Duration::from_mins(1), "it does not serve");
            std::thread::sleep(Duration::from_millis(50));
        }
        serving
    }

    /// The status line of an answer.
    fn get(&self, path: &str) -> Option<String> {
        let mut stream = std::net::TcpStream::connect(&self.1).ok()?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.1).ok()?;
        let mut text = String::new();
        stream.read_to_string(&mut text).ok()?;
        text.lines().next().map(str::to_owned)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(unix)]
#[test]
fn it_serves_measures_and_stops_when_asked() {
    let node = Node::made();
    let mut serving = Serving::start(&node, &["serve"]);
    assert!(serving.get("/metrics").unwrap().contains("200"));
    let asked = Command::new("kill").args(["-TERM", &serving.0.id().to_string()]).status().unwrap();
    assert!(asked.success());
    let started = Instant::now();
    let status = loop {
        if let Some(status) = serving.0.try_wait().unwrap() {
            break status;
        }
        assert!(started.elapsed() < Duration::from_secs(15), "it does not stop");
        std::thread::sleep(Duration::from_millis(50));
    };
    assert!(status.success(), "{status}");
}

#[cfg(unix)]
#[test]
fn a_slow_talker_is_hung_up_on_and_others_are_served() {
    let node = Node::made();
    let serving = Serving::start(&node, &["serve"]);
    let mut slow = std::net::TcpStream::connect(&serving.1).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    assert!(serving.get("/health/live").unwrap().contains("200"));
    slow.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let mut answer = Vec::new();
    let _ = slow.read_to_end(&mut answer);
    assert!(!String::from_utf8_lossy(&answer).contains("200"));
}

#[test]
fn the_demonstration_fills_once_and_resumes() {
    let node = Node::new();
    let first = node.run(&["demo", "--fill-only", "--json"]).must(0).json();
    assert!(first["sign_ins"].as_array().unwrap().len() >= 8);
    let started = Instant::now();
    node.run(&["demo", "--fill-only"]).must(0);
    assert!(started.elapsed() < Duration::from_secs(10));
    let totals = node.run(&["totals", "--operation", "REFLEX-2021", "--json"]).must(0).json();
    assert!(totals["total"]["incidents"].as_i64().unwrap() >= 400);
    let real = Node::made();
    fs::write(real.path("rows.csv"), FILE).unwrap();
    real.run(&["import", &real.path("rows.csv"), "--operation", "IDS", "--create-operation", "--mapping", "ids"])
        .must(0);
    real.run(&["demo", "--fill-only"]).must(1);
}

#[test]
fn the_reference_pages_are_written_from_the_program() {
    let node = Node::new();
    node.run(&["docs", "--out", &node.path("reference")]).must(0);
    for page in ["configuration.md", "cli.md", "addresses.md", "permissions.md", "openapi.json"] {
        assert!(fs::metadata(node.path(&format!("reference/{page}"))).unwrap().len() > 1000, "{page}");
    }
}
