//! The board of recommendations as a table that leaves the house: a row for each recommendation and addressee.
//!
//! Refuses to add up standings: whoever reads the table counts as they need.

use super::figures::{self, Known};
use super::recommendation::carried_into;
use crate::sheet::{Cell, Table};
use crate::words::Speech;
use model::participant::Participant;
use model::recommendation::{Addressee, Edition, Followed};
use model::total::By;

const COLUMNS: [&str; 15] = [
    "recommendation-edition",
    "inputs-record",
    "recommendation-what",
    "field-category",
    "field-priority",
    "field-came-from",
    "field-due-by",
    "recommendation-addressee",
    "recommendation-standing",
    "recommendation-overdue",
    "field-reason",
    "field-proof",
    "field-progress-note",
    "recommendation-last",
    "recommendation-carried",
];

/// The table of the board; `notes` stand above it in a workbook.
pub fn board_table(t: Speech, participants: &[Participant], editions: &[Edition], notes: Vec<String>) -> Table {
    let rows = editions.iter().flat_map(|edition| {
        let of = move |one: &'_ Followed| -> Vec<Vec<Cell>> {
            one.addressees.iter().map(|addressee| row(t, participants, edition, one, addressee)).collect()
        };
        edition.followed.iter().flat_map(of).collect::<Vec<_>>()
    });
    Table {
        title: t.plain("recommendation-board"),
        columns: COLUMNS.map(|key| t.plain(key)).to_vec(),
        rows: rows.collect(),
        notes,
        drawing: None,
    }
}

fn row(t: Speech, participants: &[Participant], edition: &Edition, one: &Followed, own: &Addressee) -> Vec<Cell> {
    let (content, latest) = (&one.record.content, own.reports.first().map(|report| &report.content));
    let known = Known { participants, agencies: &[] };
    let code = |noun: &str, code: &str| Cell::from(crate::words::plain(&t.code(noun, code)));
    let said = |pick: fn(&model::progress::Progress) -> &String| {
        latest.map_or(Cell::Empty, |report| Cell::from(pick(report).as_str()))
    };
    let into: Vec<String> = one.taken.iter().map(|taken| crate::words::plain(&carried_into(t, taken))).collect();
    let carried = if into.is_empty() { Cell::Empty } else { Cell::from(into.join("; ")) };
    vec![
        Cell::from(edition.operation.code.as_str()),
        Cell::from(one.record.header.id.as_str()),
        Cell::from(content.text.say(t.lang())),
        code("category", content.category.code()),
        code("priority", content.priority.code()),
        code("recommendation-source", content.source.code()),
        content.due.map_or(Cell::Empty, Cell::Day),
        Cell::from(figures::say(t, By::Participant, own.participant.as_str(), &known)),
        code("standing", own.standing.code()),
        if own.overdue { Cell::from(t.plain("recommendation-overdue")) } else { Cell::Empty },
        said(|report| &report.reason),
        said(|report| &report.proof),
        said(|report| &report.note),
        latest.map_or(Cell::Empty, |report| Cell::Day(report.day)),
        carried,
    ]
}
