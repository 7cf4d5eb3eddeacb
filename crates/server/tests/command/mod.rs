//! The command line as scripts use it: the real program in a folder of its own.

mod disk;
mod import;
mod member;
mod node;
mod serving;
mod total;
mod words;

use serde_json::Value;
pub use serving::Serving;
use std::fs;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const FILE: &str = "REGION;SUBREGION;COUNTRY;ADMINISTRATIVE_DIVISION;PLACE;SEIZURE_DATE;DRUG_NAME;AMOUNT;DRUG_UNIT;HIDING_PLACE;INSTALLATION;TRANSPORT;PRODUCING_COUNTRY;DEPARTURE_COUNTRY;DESTINATION_COUNTRY;ROUTING\n\
    Asia;X;Kazakhstan;;Almaty;2011-05-31;Heroin;511.06;Gram;Inserted;;Private road;;Kazakhstan;Kazakhstan;\n\
    Asia;X;Uzbekistan;;Tashkent;2012-05-31;Heroin;2.5;Kilogram;Inserted;;Private road;;Uzbekistan;Uzbekistan;\n";

/// A data folder and the program.
pub struct Node(TempDir);

impl Node {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn made() -> Self {
        let node = Self::new();
        node.run(&["init"]).must(0);
        node
    }

    pub fn data(&self) -> String {
        self.0.path().join("data").display().to_string()
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reflex"));
        command.args(["--data", &self.data()]).args(words).env_clear().current_dir(self.0.path());
        command
    }

    pub fn run(&self, words: &[&str]) -> Ran {
        Ran(self.command(words).stdin(Stdio::null()).output().unwrap())
    }
}

pub struct Ran(Output);

impl Ran {
    pub fn must(self, code: i32) -> Self {
        assert_eq!(self.0.status.code(), Some(code), "{}\n{}", self.out(), self.said());
        self
    }

    fn out(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }

    fn said(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out()).unwrap_or_else(|_| panic!("not JSON: {}", self.out()))
    }
}

/// A node with an archive of two rows.
fn archive() -> Node {
    let node = Node::made();
    fs::write(node.path("rows.csv"), FILE).unwrap();
    node.run(&["import", &node.path("rows.csv"), "--operation", "IDS", "--create-operation", "--mapping", "ids"])
        .must(0);
    node
}
