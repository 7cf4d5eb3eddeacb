//! What a command prints: data on standard output, everything else on standard error.
//!
//! Refuses to fail when nobody reads: a closed pipe ends the printing, not the work. Refuses to pass over anything else
//! that stops the printing: a script takes what was printed for all there is.

use super::failure::{Failure, reason};
use crate::config::{Config, LogFormat};
use serde_json::Value;
use std::io::{self, ErrorKind, IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// Where a command prints.
#[derive(Debug, Clone, Copy)]
pub struct Out {
    /// Data as JSON.
    pub json: bool,
    /// How the log is written, beside which a person is told what is going on.
    pub log: LogFormat,
}

impl Out {
    /// Prints data: as JSON, or as the text that `text` makes of it.
    pub fn data(self, value: &Value, text: impl FnOnce() -> String) -> Result<(), Failure> {
        self.bytes(self.said(value, text).as_bytes())
    }

    /// Prints what is shown only once; `lost` is the way out where it could not be shown.
    pub fn once(self, value: &Value, text: impl FnOnce() -> String, lost: &str) -> Result<(), Failure> {
        print(self.said(value, text).as_bytes()).map_err(|error| {
            let why = reason(&error);
            Failure::Broken(format!(
                "it is done, but what is shown only once could not be printed: {why}. Way out: {lost}"
            ))
        })
    }

    /// Prints bytes as they are.
    pub fn bytes(self, bytes: &[u8]) -> Result<(), Failure> {
        match print(bytes) {
            // Whoever closed the pipe has read enough.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Broken(format!(
                "standard output could not be written: {}. Way out: send it somewhere else and repeat",
                reason(&error)
            ))),
            _ => Ok(()),
        }
    }

    fn said(self, value: &Value, text: impl FnOnce() -> String) -> String {
        let said = if self.json { serde_json::to_string_pretty(value).unwrap_or_default() } else { text() };
        format!("{}\n", said.trim_end())
    }

    /// Tells a person what is going on; silent with `--json`, and a line of the log where programs read it.
    pub fn tell(self, said: &str) {
        if self.log == LogFormat::Json {
            tracing::info!("{said}");
        } else if !self.json {
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

fn print(bytes: &[u8]) -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(bytes)?;
    out.flush()
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
