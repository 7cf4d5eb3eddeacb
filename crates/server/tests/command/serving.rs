//! The program as it serves: ports, signals, slow talkers, its log.

use super::Node;
use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A program that serves, stopped when dropped.
pub struct Serving(Child, pub String);

impl Serving {
    fn start(node: &Node, words: &[&str]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        Self::of(node.command(&[words, &["--listen", &port]].concat()), port)
    }

    /// What a command serves at an address.
    pub fn of(mut command: Command, port: String) -> Self {
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
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

#[test]
fn a_taken_port_names_another() {
    let node = Node::made();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let ran = node.run(&["serve", "--listen", &taken.local_addr().unwrap().to_string()]).must(3);
    assert!(ran.said().contains("is taken") && ran.said().contains("--listen 127.0.0.1:"), "{}", ran.said());
}

#[cfg(unix)]
#[test]
fn a_log_of_json_holds_nothing_else() {
    let node = Node::made();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let mut command = node.command(&["serve", "--listen", &port, "--log-format", "json"]);
    let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut serving = Serving(child, port);
    let started = Instant::now();
    while serving.get("/health/ready").is_none() {
        assert!(started.elapsed() < Duration::from_mins(1), "it does not serve");
        std::thread::sleep(Duration::from_millis(50));
    }
    serving.0.kill().unwrap();
    let mut log = String::new();
    serving.0.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert!(log.contains("Reflex is at http://127.0.0.1"), "{log}");
    assert!(log.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "{log}");
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
