//! Where the chores run: the workspace, the machine and how strict to be.
//!
//! The only place in xtask that reads the environment; everything else is handed what it needs.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::outfit::Missing;
use crate::tally::Tally;

/// What a chore may know of the world around it.
pub struct Surroundings {
    /// Top folder of the workspace.
    pub root: PathBuf,
    /// Nothing may be skipped: what is missing is a failure.
    pub ci: bool,
    /// Debian packages may be installed without asking (root, with `apt-get` at hand).
    pub may_install: bool,
    /// Output goes to a person's terminal.
    pub terminal: bool,
}

impl Surroundings {
    /// Looks once, at the start.
    #[expect(clippy::disallowed_methods, reason = "the one place in xtask that reads the environment")]
    pub fn look() -> Surroundings {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_path_buf();
        let ci = std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"));
        let may_install = answer("id", &["-u"]).as_deref() == Some("0") && Path::new("/usr/bin/apt-get").exists();
        Surroundings { root, ci, may_install, terminal: std::io::stdout().is_terminal() }
    }

    /// Says loudly what is missing and counts it: skipped on a person's machine, failed in CI.
    pub fn lacks(&self, missing: &Missing) -> Tally {
        let fate = if self.ci { "FAILED" } else { "SKIPPED" };
        println!("\n  !!! {fate}: {} is missing.", missing.what);
        println!("  !!! Way out: {}\n", missing.way_out);
        if self.ci { Tally::failure() } else { Tally::skip() }
    }
}

/// First line that a command prints; `None` when it is not there or fails.
pub fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().trim().to_owned();
    output.status.success().then_some(text)
}
