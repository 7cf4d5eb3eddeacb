//! `reflex report`: an operation told in figures, written to a file.

use super::failure::Failure;
use super::out::Out;
use super::{FilterFlags, about, keep, node};
use crate::api::report::{Format, write};
use crate::config::Config;
use crate::filter;
use clap::Args;
use serde_json::json;
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
        let lang = super::lang(&self.lang)?;
        let format = self.format()?;
        let filter = self.filter.read()?;
        let app = node::read(config).await?;
        let cx = node::operator(&app);
        filter::known(&cx, &filter).await?;
        let report = match Box::pin(app::report::get(&cx, &self.operation, &filter)).await {
            Ok(report) => report,
            Err(error) => return Err(about(&cx, &self.operation, error).await),
        };
        let bytes = write(&report, lang, format)?;
        if self.output == Path::new("-") {
            return out.bytes(&bytes);
        }
        keep::keep(&self.output, &bytes).map_err(|error| Failure::of_file(&self.output, &error))?;
        let name = self.output.display().to_string();
        out.data(&json!({ "output": name, "bytes": bytes.len() }), || format!("{name}: {} bytes", bytes.len()))
    }

    fn format(&self) -> Result<Format, Failure> {
        let ending = || self.output.extension().map(|ending| ending.to_string_lossy().into_owned());
        let word = self.format.clone().or_else(ending).unwrap_or_default();
        Format::parse(&word).ok_or_else(|| Failure::Usage(format!("--format {word}: html, xlsx or json")))
    }
}
