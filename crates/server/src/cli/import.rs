//! `reflex import`: a CSV file through a mapping, as an archive or into a running operation.

use super::failure::Failure;
use super::node;
use super::out::Out;
use crate::api::import::shown;
use crate::config::Config;
use app::Mapping;
use app::import::ImportOrder;
use clap::Args;
use model::import::{Import as Done, RowNote};
use model::lang::Lang;
use render::words::{Speech, plain};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Notes printed for a person.
const NOTES: usize = 20;

/// Options of `reflex import`.
#[derive(Args)]
pub struct Import {
    /// The CSV file.
    file: PathBuf,
    /// Code of the operation.
    #[arg(long, value_name = "CODE")]
    operation: String,
    /// Make an archive operation of that code, spanning the file's days and countries, where there is none.
    #[arg(long)]
    create_operation: bool,
    /// Name of a mapping that ships with the product, or a mapping file.
    #[arg(long, value_name = "NAME|FILE")]
    mapping: String,
    /// Say the verdicts and keep nothing.
    #[arg(long)]
    dry_run: bool,
    /// Print at most so many notes on rows.
    #[arg(long, value_name = "N")]
    notes: Option<usize>,
}

impl Import {
    /// Imports.
    pub async fn run(&self, config: &Config, out: Out) -> Result<(), Failure> {
        std::fs::File::open(&self.file).map_err(|error| Failure::of_file(&self.file, &error))?;
        let mapping = mapping(&self.mapping)?;
        let app = node::open(config).await?;
        let order = ImportOrder {
            operation: self.operation.clone(),
            create: self.create_operation,
            path: self.file.clone(),
            file: String::new(),
            mapping,
            dry_run: self.dry_run,
        };
        let cx = node::operator(&app);
        let run = app::import::run(&cx, &order, |rows| out.progress(&format!("{rows} rows"))).await;
        out.progress_ended();
        let (import, notes) = run?;
        let t = Speech::of(Lang::En);
        let mut value = shown(&import, &notes, self.notes.unwrap_or(usize::MAX), t);
        value["operation"] = json!(self.operation);
        value["dry_run"] = json!(self.dry_run);
        out.data(&value, || told(&import, &notes, self.notes.unwrap_or(NOTES), t));
        Ok(())
    }
}

/// A shipped mapping by its name, or one from a file.
fn mapping(word: &str) -> Result<Mapping, Failure> {
    let path = Path::new(word);
    let looks_like_file = path.is_file() || word.contains(['/', '\\', '.']);
    let mapping = if looks_like_file {
        let text = std::fs::read_to_string(path).map_err(|error| Failure::of_file(path, &error))?;
        Mapping::parse(&text)
    } else {
        Mapping::shipped(word)
    };
    mapping.map_err(Failure::Invalid)
}

fn told(import: &Done, notes: &[RowNote], most: usize, t: Speech) -> String {
    let mut lines = vec![format!(
        "{} rows: {} accepted, {} held with a question, {} refused, {} known already",
        import.rows, import.accepted, import.held, import.refused, import.known
    )];
    lines.extend(import.reasons.iter().map(|(reason, rows)| format!("  {rows:>7}  {reason}")));
    for note in notes.iter().take(most) {
        let said: Vec<String> = note.problems.iter().map(|problem| plain(&t.problem(problem))).collect();
        lines.push(format!("row {} {}: {}", note.row, note.verdict, said.join("; ")));
    }
    if notes.len() > most {
        lines.push(format!("… and notes on {} more rows; --json prints all", notes.len() - most));
    }
    lines.join("\n")
}
