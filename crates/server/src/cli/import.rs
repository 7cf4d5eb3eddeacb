//! `reflex import`: a CSV file through a mapping, as an archive or into a running operation.

use super::failure::Failure;
use super::node;
use super::out::Out;
use crate::api::import::shown;
use crate::config::Config;
use app::import::ImportOrder;
use app::{Cx, Mapping};
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
        let about = std::fs::metadata(&self.file);
        // Opening a pipe would wait for its writer; what is no file is answered below.
        if about.as_ref().map_or(true, std::fs::Metadata::is_file) {
            std::fs::File::open(&self.file).map_err(|error| Failure::of_file(&self.file, &error))?;
        }
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
        let taken = self.take(&node::operator(&app), &order, out).await;
        app.close().await;
        let (import, notes) = taken?;
        let t = Speech::of(Lang::En);
        let mut value = shown(&import, &notes, self.notes.unwrap_or(usize::MAX), t);
        value["operation"] = json!(self.operation);
        value["dry_run"] = json!(self.dry_run);
        out.data(&value, || told(&import, &notes, self.notes.unwrap_or(NOTES), t))?;
        if import.rows > 0 && import.refused == import.rows {
            return Err(Failure::Refused(
                "every row was refused. Way out: the reasons stand above; mend the file, or choose another --mapping"
                    .to_owned(),
            ));
        }
        Ok(())
    }

    /// Reads the file; where another program made the operation at the same moment, once more into that one.
    async fn take(&self, cx: &Cx, order: &ImportOrder, out: Out) -> Result<(Done, Vec<RowNote>), Failure> {
        let mut run = self.once(cx, order, out).await;
        if order.create && run.as_ref().is_err_and(app::Error::is_taken) {
            run = self.once(cx, order, out).await;
        }
        run.map_err(|error| self.named(error))
    }

    async fn once(&self, cx: &Cx, order: &ImportOrder, out: Out) -> app::Result<(Done, Vec<RowNote>)> {
        let mut kept = 0;
        let run = app::import::run(cx, order, |rows| {
            kept = rows;
            out.progress(&format!("{rows} rows"));
        })
        .await;
        out.progress_ended();
        if run.is_err() && kept > 0 && !self.dry_run {
            out.tell(&format!("The first {kept} rows are kept and counted; the same file again goes on behind them."));
        }
        run
    }

    /// The failure, with the way to make an operation where there is none.
    fn named(&self, error: app::Error) -> Failure {
        match error {
            app::Error::Invalid(problems) if problems.of("operation").any(|one| one.code == "operation-unknown") => {
                Failure::Refused(format!(
                    "there is no operation “{}”. Way out: correct the code, or make an archive of that code with \
                     --create-operation",
                    self.operation
                ))
            }
            other => other.into(),
        }
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
