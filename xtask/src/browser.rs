//! Browser journeys: the real product, a real browser, and no script of ours inside the pages.
//!
//! Refuses to download a browser; Debian's Chromium is driven by a library from the package registry,
//! installed from the committed lock file without running anybody's install scripts.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::cargo::build_server;
use crate::outfit::{CHROMIUM, FONTS, Missing, NODE, NPM};
use crate::spawn;
use crate::surroundings::{Surroundings, answer};
use crate::tally::Tally;

/// Oldest Node.js that the browser library runs on.
const OLDEST_NODE: u32 = 20;

/// Runs every journey in `browser/journeys/`.
pub fn check(around: &Surroundings) -> Tally {
    let chromium = match outfit(around) {
        Ok(chromium) => chromium,
        Err(missing) => return around.lacks(&missing),
    };
    let folder = around.root.join("browser");
    if !libraries_installed(&folder) {
        println!("  the libraries of browser/package-lock.json cannot be installed");
        return Tally::failure();
    }
    let Some(reflex) = build_server(around) else { return Tally::failure() };
    let mut node = Command::new("node");
    node.args(["--test", "--test-concurrency=2", "--test-reporter=spec"]).args(journeys(&folder)).current_dir(&folder);
    node.env("REFLEX_BINARY", reflex).env("REFLEX_CHROMIUM", chromium);
    let heard = spawn::heard(&mut node);
    Tally::of_run(Tally::of_node(&heard.text), heard.ok)
}

/// Everything the journeys need from the machine; answers where the browser is.
fn outfit(around: &Surroundings) -> Result<PathBuf, Missing> {
    NODE.ensure(around)?;
    let version = answer("node", &["--version"]).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major < Some(OLDEST_NODE) {
        let what = format!("Node.js {OLDEST_NODE} or newer (here: {version})");
        return Err(Missing { what, way_out: "install a newer Node.js, such as that of Debian 13".to_owned() });
    }
    NPM.ensure(around)?;
    FONTS.ensure(around)?;
    CHROMIUM.ensure(around)
}

/// True when what the lock file names is in place; installs it when the lock file is newer.
fn libraries_installed(folder: &Path) -> bool {
    let changed = |name: &str| folder.join(name).metadata().and_then(|data| data.modified()).ok();
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return true;
    }
    (0..3).any(|attempt| {
        thread::sleep(Duration::from_secs(attempt * 5));
        spawn::shown(
            Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder),
        )
    })
}

fn journeys(folder: &Path) -> Vec<PathBuf> {
    let all = crate::size::walk(&folder.join("journeys"));
    all.into_iter().filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect()
}
