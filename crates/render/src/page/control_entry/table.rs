//! A table of entries: sent, its columns chosen, looked at, kept.
//!
//! Refuses to keep a table before its rows were shown.

use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::page::grid::{Column, Grid, text};
use crate::page::law::{self, hint};
use crate::page::parts::{Part, PartsPage, joined};
use crate::part::Tone;
use crate::words::Speech;
use model::legal_act::LegalAct;
use model::operation::Operation;
use model::problem::Problems;
use model::record::Record;

/// One row of a table as it was looked at.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Its row in the table.
    pub row: usize,
    /// The name as written.
    pub name: &'a str,
    /// Its place as written.
    pub place: &'a str,
    /// The substance recognised.
    pub substance: Option<&'a str>,
    /// What becomes of it: a code of `table-row-`.
    pub outcome: &'static str,
    /// What is wrong with it.
    pub problems: &'a Problems,
}

/// What the page of a table is made of.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The act that gets the entries.
    pub act: &'a Record<LegalAct>,
    /// Columns to choose from; none while no table is there.
    pub columns: &'a [String],
    /// Rows as they were looked at.
    pub rows: &'a [Row<'a>],
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: &'a Problems,
}

/// Rows that a page shows; the counts are of all.
const ROWS: usize = 600;

/// A table of entries: sent, its columns chosen, looked at, kept.
pub fn table<'a>(frame: &'a Frame, shown: Table<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, shown.typed, shown.problems);
    let own = format!("/legal-acts/{}", shown.act.content.id);
    let mut page = PartsPage::new(frame);
    page.back = Some((own.clone(), shown.act.content.title.clone()));
    page.lead = hint(&t.say("control-entry-import-about"));
    page.notes = form.summary();
    if !shown.rows.is_empty() {
        page.parts.push(Part::new(t, "control-entry-preview", preview(t, shown.rows)));
    }
    let columns: Vec<Choice> = shown.columns.iter().map(|column| Choice::new(column, column)).collect();
    let column = |name: &str| form.field(&format!("mapping.{name}")).optional().select(&columns);
    let mapping = if columns.is_empty() {
        Safe::default()
    } else {
        let fields = ["name", "name_else", "synonyms", "chemical", "list", "number", "from"].map(column);
        joined(&[
            Safe::ours(format!("<h2>{}</h2>", escape(&t.say("control-entry-columns")))),
            law::beside(&fields),
            form.field("seen").optional().date(),
        ])
    };
    let keep = if shown.rows.is_empty() {
        String::new()
    } else {
        format!(
            "<button class=\"button\" type=\"submit\" name=\"action\" value=\"keep\">{}</button> ",
            escape(&t.say("control-entry-keep"))
        )
    };
    page.below = Safe::ours(format!(
        "<form method=\"post\" action=\"{own}/import\" enctype=\"multipart/form-data\" class=\"sheet\" novalidate><section>{}{}{}{}</section>\
         <div class=\"stick\">{keep}<button class=\"button quiet\" type=\"submit\" name=\"action\" value=\"look\">{}</button></div></form>",
        form.field("file").hint("control-entry-file-hint").optional().file(".csv,.txt,text/csv"),
        form.hidden("name"),
        mapping,
        law::folded(&t.field("table"), form.has_problems("table"), &form.field("table").optional().area(8)),
        escape(&t.say("control-entry-look"))
    ));
    page
}

fn preview(t: Speech, rows: &[Row<'_>]) -> Safe {
    let counted = |outcome: &str| rows.iter().filter(|row| row.outcome == outcome).count();
    let sentence = t.say_with(
        "control-entry-looked",
        &[
            ("rows", rows.len().into()),
            ("recognised", counted("recognised").into()),
            ("written", counted("as-written").into()),
            ("known", counted("known").into()),
            ("problems", counted("problem").into()),
        ],
    );
    let heads = ["control-entry-name", "control-entry-place", "control-entry-substance", "control-entry-outcome"];
    let columns = [Column::number(t, "control-entry-row")].into_iter().chain(heads.map(|key| Column::text(t, key)));
    let mut grid = Grid::new(t.say("control-entry-preview"), columns.collect());
    let mut sorted: Vec<&Row<'_>> = rows.iter().collect();
    sorted.sort_by_key(|row| row.problems.is_empty());
    for row in sorted.into_iter().take(ROWS) {
        let tone = match row.outcome {
            "recognised" => Tone::Good,
            "problem" => Tone::Bad,
            "as-written" => Tone::Warn,
            _ => Tone::Plain,
        };
        let problems: Vec<Safe> = row.problems.0.iter().map(|problem| text(t.problem(problem))).collect();
        grid.rows.push(vec![
            text(t.int(row.row)),
            isolate(row.name),
            isolate(row.place),
            row.substance.map_or_else(|| text("–"), |key| text(t.substance(key))),
            joined(&[t.chip(tone, t.code("table-row", row.outcome)), joined(&problems)]),
        ]);
    }
    joined(&[hint(&sentence), grid.html()])
}
