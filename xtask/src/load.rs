//! `cargo xtask load`: what the running product costs over HTTP, in processor time of the server and memory.
//!
//! Imports a file of past incidents, serves it, asks for what people ask for, and prints what each cost beside what was
//! hoped for. Refuses to judge: machines are shared and noisy, so it never fails for a figure, only for an answer that
//! is not the one expected.

mod client;
mod process;

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::cargo::{cargo, metadata};
use crate::spawn::shown;
use crate::surroundings::Surroundings;
use client::Client;
use process::{Cost, Running};

/// Options of `cargo xtask load`.
#[derive(Args)]
pub struct Load {
    /// The file to import; by default that of past seizures beside the checkout.
    #[arg(long, default_value = "../shared/data/seizures/ids_reflex_region.csv")]
    file: PathBuf,
    /// The mapping that reads it.
    #[arg(long, default_value = "ids")]
    mapping: String,
    /// How often each thing is asked for; more than 200 at once is more than a key of the API may ask.
    #[arg(long, default_value_t = 150)]
    times: u32,
    /// Measure the build of the demonstration instead of the release.
    #[arg(long)]
    dev: bool,
}

type Fallible<T> = Result<T, String>;

const CODE: &str = "LOAD";
const PASSWORD: &str = "a long word for a short life";

/// One incident as software sends it.
const INCIDENT: &str = r#"{"day":"2014-05-05","country":"KZ","region":"unknown","place":"Almaty","setting":"road",
"lines":[{"written":"mephedrone","quantity":"1.5","unit":"kg"}]}"#;

impl Load {
    /// Measures and prints; true when every answer was the expected one.
    pub fn run(&self, around: &Surroundings) -> bool {
        match self.measure(around) {
            Ok(()) => true,
            Err(why) => {
                println!("  {why}");
                false
            }
        }
    }

    fn measure(&self, around: &Surroundings) -> Fallible<()> {
        if !self.file.exists() {
            return Err(format!("there is no {}; name a file with --file", self.file.display()));
        }
        let reflex = self.build(around)?;
        let folder = tempfile::tempdir().map_err(|problem| format!("no temporary folder: {problem}"))?;
        let node = Node { reflex, data: folder.path().to_owned() };
        node.prepare()?;
        println!("{:58} {:>14} {:>12}", "what", "measured", "hoped for");
        let import = node.import(&self.file, &self.mapping)?;
        row("import of the file: wall", &format!("{:.1} s", import.wall), "15 s");
        row("import of the file: processor", &format!("{:.1} s", import.processor), "");
        row("import of the file: peak memory", &format!("{} MB", import.peak_kb / 1024), "300 MB");
        let key = node.key()?;
        let running = node.serve()?;
        row("idle server: memory", &format!("{} MB", running.memory_kb() / 1024), "50 MB");
        self.ask(&running, &key)
    }

    fn build(&self, around: &Surroundings) -> Fallible<PathBuf> {
        let mut arguments = vec!["build", "--package", "server", "--bin", "reflex"];
        arguments.extend((!self.dev).then_some("--release"));
        if !shown(&mut cargo(around, &arguments)) {
            return Err("the build failed".to_owned());
        }
        let known = metadata(around)?;
        let folder = known["target_directory"].as_str().ok_or("cargo names no target folder")?;
        Ok(Path::new(folder).join(if self.dev { "debug" } else { "release" }).join("reflex"))
    }

    fn ask(&self, running: &Running, key: &str) -> Fallible<()> {
        let mut client = Client::connect(running.port)?;
        let bearer = format!("authorization: Bearer {key}\r\n");
        let list = format!("/api/v1/operations/{CODE}/incidents");
        let mut asked = |what: &str, hoped: &str, ask: &mut dyn FnMut(&mut Client, u32) -> Fallible<()>| {
            ask(&mut client, 0)?;
            let cost = running.cost(self.times, |time| ask(&mut client, time + 1))?;
            row(what, &cost, hoped);
            Ok::<(), String>(())
        };
        asked("an incident created", "2 ms", &mut |client, _| client.post(&list, &bearer, INCIDENT, 201))?;
        // Pages, since the API lets one key ask only so often in a minute.
        let cookie = Client::connect(running.port)?.sign_in("desk", PASSWORD)?;
        let page = format!("/operations/{CODE}/incidents");
        asked("page of the first 50 of some 10,000 filtered", "5 ms", &mut |client, _| {
            client.get(&format!("{page}?countries=AF&countries=PK"), &cookie)
        })?;
        asked("page of a search", "10 ms", &mut |client, _| {
            client.get(&format!("{page}?text=%D0%BA%D0%BE%D1%80%D0%B4%D0%B0%D0%B9"), &cookie)
        })?;
        asked("operations page, figures kept", "50 ms", &mut |client, _| {
            client.get(&format!("/operations/{CODE}"), &cookie)
        })?;
        let anew = self.times.min(50);
        let mut client = Client::connect(running.port)?;
        let cost = running.cost(anew, |time| {
            // Another last day each time: nothing that was kept fits.
            let to = format!("{}-01-{:02}", 2040 + time / 28, 1 + time % 28);
            client.get(&format!("/operations/{CODE}?to={to}"), &cookie)
        })?;
        row("operations page, computed anew", &cost, "50 ms");
        row("server afterwards: memory", &format!("{} MB", running.memory_kb() / 1024), "");
        Ok(())
    }
}

fn row(what: &str, measured: &str, hoped: &str) {
    println!("{what:58} {measured:>14} {hoped:>12}");
}

/// The program and its folder.
struct Node {
    reflex: PathBuf,
    data: PathBuf,
}

impl Node {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.reflex);
        command.arg("--data").arg(&self.data).args(arguments);
        command
    }

    fn done(&self, arguments: &[&str]) -> Fallible<String> {
        let output = self.command(arguments).output().map_err(|problem| problem.to_string())?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        Err(format!("reflex {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim()))
    }

    /// A node with one coordinator.
    fn prepare(&self) -> Fallible<()> {
        let word = self.data.join("word");
        std::fs::write(&word, PASSWORD).map_err(|problem| problem.to_string())?;
        let word = word.to_string_lossy().into_owned();
        self.done(&["init", "--admin-password-file", &word])?;
        self.done(&[
            "user",
            "add",
            "desk",
            "--role",
            "coordinator",
            "--participant",
            "NODE",
            "--password-file",
            &word,
        ])?;
        Ok(())
    }

    fn import(&self, file: &Path, mapping: &str) -> Fallible<Cost> {
        let file = file.to_string_lossy();
        let arguments =
            ["import", &*file, "--operation", CODE, "--create-operation", "--mapping", mapping, "--notes", "0"];
        process::to_the_end(&mut self.command(&arguments))
    }

    fn key(&self) -> Fallible<String> {
        let said = self.done(&["token", "add", "--user", "desk", "--name", "load", "--scopes", "read,incidents"])?;
        said.lines().next().map(str::to_owned).ok_or_else(|| "no key was printed".to_owned())
    }

    fn serve(&self) -> Fallible<Running> {
        let port = client::free_port()?;
        Running::start(self.command(&["--listen", &format!("127.0.0.1:{port}"), "serve"]), port)
    }
}
