//! What a command prints: data on standard output, everything else on standard error.
//!
//! Refuses to fail when nobody reads: a closed pipe ends the printing, not the work.

use super::failure::Failure;
use crate::config::{Config, LogFormat};
use serde_json::Value;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// Where a command prints.
#[derive(Debug, Clone, Copy)]
pub struct Out {
    /// Data as JSON.
    pub json: bool,
}

impl Out {
    /// Prints data: as JSON, or as the text that `text` makes of it.
    pub fn data(self, value: &Value, text: impl FnOnce() -> String) {
        let said = if self.json { serde_json::to_string_pretty(value).unwrap_or_default() } else { text() };
        let _ = writeln!(stdout(), "{}", said.trim_end());
    }

    /// Tells a person what is going on; silent with `--json`.
    pub fn tell(self, said: &str) {
        if !self.json {
            let _ = writeln!(stderr(), "{said}");
        }
    }

    /// Shows how far it is, on one line of a terminal.
    pub fn progress(self, said: &str) {
        if !self.json && stderr().is_terminal() {
            let _ = write!(stderr(), "\r\x1b[K{said}");
            let _ = stderr().flush();
        }
    }

    /// Ends the line of [`Out::progress`].
    pub fn progress_ended(self) {
        if !self.json && stderr().is_terminal() {
            let _ = writeln!(stderr());
        }
    }

    /// Prints a failure and gives its exit code.
    pub fn fail(self, failure: &Failure) -> ExitCode {
        let _ =
            if self.json { writeln!(stderr(), "{}", failure.json()) } else { writeln!(stderr(), "reflex: {failure}") };
        ExitCode::from(failure.code())
    }
}

/// Starts the log: as configured while serving, warnings alone for a command that ends.
pub fn log(config: &Config, serves: bool) {
    let wanted = if serves || config.log != "info" { config.log.as_str() } else { "warn,sqlx::query=error" };
    // What the form allows was checked when the configuration was read.
    let filter = EnvFilter::try_new(wanted).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr);
    // A second start within one process, as in tests, keeps the first log.
    let _ = match config.log_format {
        LogFormat::Text => log.with_ansi(stderr().is_terminal()).try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
}
