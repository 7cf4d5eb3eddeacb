//! A table of entries: looked at first, then kept as entries of one act in one transaction.
//!
//! Refuses to guess columns: each is chosen. The same table again changes nothing: a row is known by its act, list, number
//! and name. A name that the catalogue does not hold is kept as written, and said.

use super::standing;
use crate::cx::Cx;
use crate::error::Result;
use crate::legal_act::marked;
use crate::record::{begin_on, find_shared, header};
use model::catalogue::Substance;
use model::control_entry::{Cells, ControlEntry, ControlEntryDraft, Standing};
use model::id::RecordId;
use model::legal_act::LegalAct;
use model::marking::MarkingDraft;
use model::operation::Operation;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::record::{Kind, Provenance, Record};
use model::stage::Work;
use model::wire::v1::hash;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Which column of the table holds what; blank for none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// The name as the act writes it.
    pub name: String,
    /// Another column for the name, where the first is blank.
    pub name_else: String,
    /// Other names.
    pub synonyms: String,
    /// A systematic chemical name.
    pub chemical: String,
    /// The list.
    pub list: String,
    /// The number in the list.
    pub number: String,
    /// The first day.
    pub from: String,
}

/// A table as sent.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its name.
    pub file: &'a str,
    /// Its text, comma- or semicolon-separated.
    pub text: &'a str,
    /// Which column holds what.
    pub mapping: &'a Mapping,
    /// The day on which the list was seen to be so, for all rows.
    pub seen: &'a str,
}

model::codes! {
    /// What becomes of a row.
    pub enum Outcome {
        /// Its substance is known.
        Recognised = "recognised",
        /// It is kept as written: the catalogue does not hold it.
        AsWritten = "as-written",
        /// It is there already.
        Known = "known",
        /// It has problems and keeps the table from being kept.
        Problem = "problem",
    }
}

/// One row as it was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its row in the table, from 1 for the head.
    pub row: usize,
    /// The name as written.
    pub name: String,
    /// The list and number as written.
    pub place: String,
    /// Key of the substance recognised.
    pub substance: Option<String>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// What is wrong with it.
    pub problems: Problems,
}

/// A table as it was looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looked {
    /// Its columns.
    pub columns: Vec<String>,
    /// Its rows; none while no column is named for the name.
    pub lines: Vec<Line>,
}

impl Looked {
    /// How many rows have an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.lines.iter().filter(|line| line.outcome == outcome).count()
    }
}

/// A row ready to be kept.
struct Ready {
    line: Line,
    entry: Option<(ControlEntry, String)>,
}

/// Looks at a table and keeps nothing.
pub async fn look(cx: &Cx, act: &RecordId, source: Source<'_>) -> Result<Looked> {
    let mut view = cx.app.store().read().await?;
    let found = find_shared::<LegalAct>(cx, &mut view, act).await?;
    cx.must(Action::Contribute, found.seen.relation)?;
    let others = standing(cx, &mut view, act.as_str()).await?;
    let (columns, rows) = read(cx, act, source, &others)?;
    Ok(Looked { columns, lines: rows.into_iter().map(|row| row.line).collect() })
}

/// Keeps the entries of a table that are not there yet; all of them or, where a row has problems, none.
pub async fn import(cx: &Cx, act: &RecordId, source: Source<'_>, marking: &MarkingDraft) -> Result<Looked> {
    let (mut tx, found) =
        begin_on::<LegalAct>(cx, "control-entry.import", act, Action::Revise, Work::Contribute).await?;
    let operation = found.seen.operation();
    let others = standing(cx, &mut tx, act.as_str()).await?;
    let (columns, rows) = read(cx, act, source, &others)?;
    must_be_sound(&rows)?;
    let ((), marking) = marked(operation, Some(&found.record.header.marking), marking, Ok(()))?;
    let entries = rows.iter().filter_map(|row| row.entry.as_ref());
    let made = |(entry, key): &(ControlEntry, String)| record(cx, operation, &marking, source.file, entry, key);
    let mut records: Vec<Record<ControlEntry>> = entries.map(made).collect();
    tx.put_all_shared(&mut records).await?;
    let detail = format!("rows={} kept={} file={}", rows.len(), records.len(), hash(source.text));
    cx.keep(tx, &found.record.header, detail).await?;
    Ok(Looked { columns, lines: rows.into_iter().map(|row| row.line).collect() })
}

fn record(
    cx: &Cx,
    operation: &Operation,
    marking: &model::marking::Marking,
    file: &str,
    entry: &ControlEntry,
    key: &str,
) -> Record<ControlEntry> {
    let header = header(cx, operation, entry.id, Kind::ControlEntry, marking.clone(), None);
    let source = crate::attachment::base_name(file);
    let provenance = Provenance { source, key: key.to_owned(), ..header.provenance.clone() };
    Record { header: model::record::Header { provenance, ..header }, content: entry.clone() }
}

fn must_be_sound(rows: &[Ready]) -> Result<()> {
    let bad = rows.iter().find(|row| row.line.outcome == Outcome::Problem);
    match bad {
        Some(row) => Err(Problem::new("table", "table-row-problem").with("row", row.line.row).into()),
        None if rows.is_empty() => Err(Problem::new("table", "table-empty").into()),
        None => Ok(()),
    }
}

/// The columns and rows of a table.
fn read(cx: &Cx, act: &RecordId, source: Source<'_>, others: &[Standing]) -> Result<(Vec<String>, Vec<Ready>)> {
    let cells = Cells::read(source.text)?;
    if source.mapping.name.is_empty() {
        return Ok((cells.columns, Vec::new()));
    }
    let mut seen = HashSet::new();
    let rows = (2..).zip(&cells.rows);
    let rows = rows.map(|(row, own)| ready(cx, others, &mut seen, (row, draft(act, source, &cells, own)))).collect();
    Ok((cells.columns, rows))
}

fn ready(cx: &Cx, others: &[Standing], seen: &mut HashSet<String>, (row, draft): (usize, ControlEntryDraft)) -> Ready {
    let place = [draft.list.as_str(), &draft.number].join(" ").trim().to_owned();
    let line = |substance, outcome, problems| Line {
        row,
        name: draft.name.clone(),
        place: place.clone(),
        substance,
        outcome,
        problems,
    };
    let key =
        hash(&[draft.act.as_str(), &draft.list, &draft.number, &draft.name, &draft.synonyms.join("|")].join("\n"));
    let same = |other: &&Standing| {
        let entry = &other.entry;
        (&entry.list, &entry.number, &entry.name, &entry.synonyms)
            == (&draft.list, &draft.number, &draft.name, &draft.synonyms)
    };
    if let Some(known) = others.iter().find(same) {
        return Ready { line: line(known.entry.substance.clone(), Outcome::Known, Problems::none()), entry: None };
    }
    if !seen.insert(key.clone()) {
        return Ready { line: line(None, Outcome::Known, Problems::none()), entry: None };
    }
    match draft.check(cx.mint(), others, cx.now().day()) {
        Ok(entry) => {
            let outcome = if entry.substance.is_some() { Outcome::Recognised } else { Outcome::AsWritten };
            Ready { line: line(entry.substance.clone(), outcome, Problems::none()), entry: Some((entry, key)) }
        }
        Err(problems) => Ready { line: line(None, Outcome::Problem, problems), entry: None },
    }
}

/// A row as an entry would be typed: what it names is recognised by any of its names, or kept as written.
fn draft(act: &RecordId, source: Source<'_>, cells: &Cells, row: &[String]) -> ControlEntryDraft {
    let cell = |column: &str| cells.cell(row, column).to_owned();
    let mapping = source.mapping;
    let names = [cell(&mapping.name), cell(&mapping.name_else), cell(&mapping.chemical)];
    let name = names.iter().find(|name| !name.is_empty()).cloned().unwrap_or_default();
    let given = cell(&mapping.synonyms);
    let others = names.iter().chain([&given]).filter(|other| !other.is_empty() && **other != name);
    let mut synonyms: Vec<String> = Vec::new();
    for other in others {
        if !synonyms.contains(other) {
            synonyms.push(other.clone());
        }
    }
    let known = [&name].into_iter().chain(&synonyms).find_map(|name| Substance::recognise(name));
    ControlEntryDraft {
        act: act.to_string(),
        list: cell(&mapping.list),
        number: cell(&mapping.number),
        name,
        synonyms,
        substance: known.map(|known| known.key.clone()).unwrap_or_default(),
        not_in_catalogue: known.is_none(),
        from: cell(&mapping.from),
        seen: source.seen.to_owned(),
        ..ControlEntryDraft::default()
    }
}
