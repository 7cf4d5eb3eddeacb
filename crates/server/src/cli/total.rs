//! `reflex totals`: exact figures, for a terminal or a script.

use super::failure::Failure;
use super::out::Out;
use super::{FilterFlags, about, node};
use crate::api::total::{by_words, is_demonstration, shown};
use crate::config::Config;
use crate::filter;
use clap::Args;
use model::lang::Lang;
use model::listing::Filter;
use model::quantity::exact;
use model::total::{TotalRow, Totals as Figures};
use render::page::incident_filter::ordered;
use render::words::Speech;

/// Options of `reflex totals`.
#[derive(Args)]
pub struct Totals {
    /// Code of the operation.
    #[arg(long, value_name = "CODE")]
    operation: String,
    /// By what figures are told apart, with commas: country, participant, agency, substance, group, region, place,
    /// setting, conveyance, detection, kind, year, month, day, state, scope, status, unit.
    #[arg(long, default_value = "", value_name = "WORDS")]
    by: String,
    #[command(flatten)]
    filter: FilterFlags,
}

impl Totals {
    /// Prints them.
    pub async fn run(&self, config: &Config, out: Out) -> Result<(), Failure> {
        let by = by_words(&self.by.split(',').collect::<Vec<_>>()).map_err(Failure::Invalid)?;
        let filter = self.filter.read()?;
        let app = node::read(config).await?;
        let cx = node::operator(&app);
        filter::known(&cx, &filter).await?;
        let told = match app::total::totals(&cx, &self.operation, &filter, &by).await {
            Ok(told) => told,
            Err(error) => return Err(about(&cx, &self.operation, error).await),
        };
        let demonstration = is_demonstration(&cx, &self.operation).await?;
        out.data(&shown(&self.operation, &told, demonstration), || {
            let label = if demonstration {
                format!("{}\n", Speech::of(Lang::En).plain("frame-demonstration"))
            } else {
                String::new()
            };
            format!("{label}{}{}", table(&told), asked(&told.filter))
        })
    }
}

/// What was asked for, as it is written in flags; nothing where everything was.
fn asked(filter: &Filter) -> String {
    let pairs: Vec<String> = ordered(filter).iter().map(|(name, value)| format!("{name}={value}")).collect();
    if pairs.is_empty() { String::new() } else { format!("\nonly {}", pairs.join(" ")) }
}

/// Figures in columns; the decimal points do not line up, since nothing is rounded.
fn table(totals: &Figures) -> String {
    let mut head: Vec<String> = totals.by.iter().map(ToString::to_string).collect();
    head.extend(
        ["incidents", "lines", "kg", "litres", "units", "m2", "kg in scope", "kg equivalent"].map(str::to_owned),
    );
    let mut rows = vec![head];
    rows.extend(totals.rows.iter().map(|row| cells(row.keys.clone(), row)));
    let mut keys = vec![String::new(); totals.by.len()];
    if let Some(first) = keys.first_mut() {
        "all".clone_into(first);
    }
    rows.push(cells(keys, &totals.sum));
    let widths: Vec<usize> = (0..rows[0].len())
        .map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0))
        .collect();
    let keys = totals.by.len();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate();
        let cells = cells
            .map(|(at, (cell, width))| if at < keys { format!("{cell:<width$}") } else { format!("{cell:>width$}") });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let body: Vec<String> = rows.iter().map(line).collect();
    format!(
        "{}\nas of {}, last event {}, kilogram equivalents by table {}",
        body.join("\n"),
        totals.as_of.iso(),
        totals.event,
        totals.conversion
    )
}

fn cells(keys: Vec<String>, row: &TotalRow) -> Vec<String> {
    let mut cells = keys;
    cells.extend([
        row.incidents.to_string(),
        row.all.lines.to_string(),
        row.all.kg(),
        row.all.litres(),
        row.all.units(),
        row.all.square_metres(),
        row.in_scope.kg(),
        exact(row.equivalent, 9),
    ]);
    cells
}
