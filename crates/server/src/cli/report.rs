//! `reflex report`: an operation told in figures, written to a file.

use super::failure::Failure;
use super::out::Out;
use super::{FilterFlags, node};
use crate::api::report::{Format, write};
use crate::config::Config;
use clap::Args;
use model::lang::Lang;
use serde_json::json;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Options of `reflex report`.
#[derive(Args)]
pub struct Report {
    /// Code of the operation.
    #[arg(long, value_name = "CODE")]
    operation: String,
    /// Language: en, ru or fa.
    #[arg(long, default_value = "en")]
    lang: String,
    /// html, xlsx or json; without it, by the ending of --output.
    #[arg(long)]
    format: Option<String>,
    /// The file to write, or `-` for standard output.
    #[arg(long, value_name = "PATH")]
    output: PathBuf,
    #[command(flatten)]
    filter: FilterFlags,
}

impl Report {
    /// Writes it.
    pub async fn run(&self, config: &Config, out: Out) -> Result<(), Failure> {
        let lang = Lang::ALL.into_iter().find(|lang| lang.tag() == self.lang);
        let lang = lang.ok_or_else(|| Failure::Usage(format!("--lang {}: en, ru or fa", self.lang)))?;
        let format = self.format()?;
        let filter = self.filter.read()?;
        let app = node::open(config).await?;
        let report = app::report::get(&node::operator(&app), &self.operation, &filter).await?;
        let bytes = write(&report, lang, format)?;
        if self.output == Path::new("-") {
            // Whoever closed the pipe has read enough.
            let _ = std::io::stdout().write_all(&bytes);
            return Ok(());
        }
        keep(&self.output, &bytes)?;
        let name = self.output.display().to_string();
        out.data(&json!({ "output": name, "bytes": bytes.len() }), || format!("{name}: {} bytes", bytes.len()));
        Ok(())
    }

    fn format(&self) -> Result<Format, Failure> {
        let ending = || self.output.extension().map(|ending| ending.to_string_lossy().into_owned());
        let word = self.format.clone().or_else(ending).unwrap_or_default();
        Format::parse(&word).ok_or_else(|| Failure::Usage(format!("--format {word}: html, xlsx or json")))
    }
}

/// Writes beside the file, then puts it in its place: a full disk leaves the earlier one as it was.
fn keep(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&part);
        Failure::of_file(path, &error)
    })
}
