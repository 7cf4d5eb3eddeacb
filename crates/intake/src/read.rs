//! One file read through a mapping: an [`ImportRow`] for each of its rows, in their order.
//!
//! The bytes are held once, up to a limit, and gone through twice: first for what is usual in the file and for its span,
//! then row by row for the caller. Refuses to lose a row in silence: what cannot be an incident comes out with its
//! problems; only rows without anything in them are passed over.

use crate::encoding::{self, Encoding};
use crate::key::{self, First, Seen};
use crate::kind::must_be_text;
use crate::mapping::{Delimiter, Mapping};
use crate::memory::Memory;
use crate::plan::Plan;
use crate::quote::OpenQuote;
use crate::settle::Settled;
use crate::sheet::{Sheet, likely_delimiter};
use crate::stray;
use crate::usual::{Masses, Usual};
use model::import::{ImportRow, Span};
use model::problem::{Problem, Problems};
use model::time::Day;
use std::collections::BTreeSet;
use std::io::Read;
use std::sync::Arc;

/// The texts of a row's cells, or why it has none.
type Cells = Result<Vec<String>, Vec<Problem>>;

/// How much of a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Rows with anything in them, without the header.
    pub rows: u64,
    /// Bytes of one cell; a row with a longer one is refused.
    pub cell: usize,
    /// The last day that belongs to the span of a file; a later one has not come yet, and its row will be refused.
    pub latest: Option<Day>,
}

impl Default for Limits {
    /// 128 MiB, a million rows, 64 KiB, any day.
    fn default() -> Self {
        Self { bytes: 128 << 20, rows: 1_000_000, cell: 64 << 10, latest: None }
    }
}

/// A file being read: an iterator of its rows.
#[derive(Debug)]
pub struct Intake {
    mapping: Mapping,
    plan: Plan,
    bytes: Arc<[u8]>,
    delimiter: u8,
    encoding: Encoding,
    limits: Limits,
    sheet: Sheet,
    row: csv::ByteRecord,
    memory: Memory,
    seen: Seen,
    usual: Usual,
    span: Span,
    rows: u64,
}

/// The first and last day and the reporting countries of a file, as its readable rows tell them that are not later than
/// `latest`.
pub fn span(reader: impl Read, mapping: &Mapping, latest: Day) -> Result<Span, Problems> {
    let limits = Limits { latest: Some(latest), ..Limits::default() };
    Intake::open_within(reader, mapping, limits).map(|intake| intake.span)
}

impl Intake {
    /// Opens a file within the default [`Limits`].
    pub fn open(reader: impl Read, mapping: &Mapping) -> Result<Self, Problems> {
        Self::open_within(reader, mapping, Limits::default())
    }

    /// Opens a file, reads its header and surveys its rows.
    ///
    /// Problems: `file-unreadable` (param `detail`), `file-too-large`, `file-too-many-rows` (param `limit`), `file-kind`,
    /// `file-binary`, `file-empty`, `column-undeclared`, `column-missing`, `column-twice`, `column-unnamed`,
    /// `cell-encoding`, `row-quote`.
    pub fn open_within(reader: impl Read, mapping: &Mapping, limits: Limits) -> Result<Self, Problems> {
        let (bytes, encoding) = encoding::settle(take(reader, limits.bytes)?, mapping.encoding);
        must_be_text(&bytes)?;
        let bytes: Arc<[u8]> = bytes.into();
        let delimiter = match mapping.delimiter {
            Delimiter::Auto => likely_delimiter(&bytes),
            declared => declared.code().as_bytes()[0],
        };
        let mut sheet = Sheet::open(Arc::clone(&bytes), delimiter);
        let mut row = csv::ByteRecord::new();
        sheet.read(&mut row).ok_or_else(|| Problem::new("", "file-empty"))?;
        if let Some(open) = sheet.open_quote() {
            return Err(row_quote("", open, &(open.column + 1).to_string()).into());
        }
        let header = read_header(&row, encoding)?;
        let plan = Plan::lay(mapping, header)?;
        let (memory, seen, usual) = (Memory::default(), Seen::default(), Usual::default());
        let (mapping, span) = (mapping.clone(), Span::default());
        let mut intake =
            Self { mapping, plan, bytes, delimiter, encoding, limits, sheet, row, memory, seen, usual, span, rows: 0 };
        intake.survey()?;
        Ok(intake)
    }

    /// The mapping it is read through.
    pub const fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// First and last day and reporting countries, known before the first row is taken.
    pub const fn span(&self) -> &Span {
        &self.span
    }

    /// How many rows there are, known before the first row is taken.
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// Goes through the file once and back to its first row.
    fn survey(&mut self) -> Result<(), Problems> {
        let (mut masses, mut days, mut countries) = (Masses::default(), None, BTreeSet::new());
        while let Some((_, read)) = self.next_row() {
            self.rows += 1;
            if self.rows > self.limits.rows {
                return Err(Problem::new("", "file-too-many-rows").with("limit", self.limits.rows).into());
            }
            let Ok(row) = read.map(|cells| self.settled(&cells)) else { continue };
            let has_come = |day: &Day| self.limits.latest.is_none_or(|latest| *day <= latest);
            if let Some(day) = row.day.filter(has_come).filter(|_| row.problems.is_empty()) {
                let (from, to) = days.unwrap_or((day, day));
                days = Some((day.min(from), day.max(to)));
                if !countries.contains(&row.draft.country) {
                    countries.insert(row.draft.country.clone());
                }
                row.masses.iter().for_each(|mass| masses.add(&mass.substance, mass.micrograms));
            }
        }
        let (from, to) = days.unzip();
        self.span = Span { from, to, countries: countries.into_iter().collect() };
        self.usual = masses.medians();
        self.sheet = Sheet::open(Arc::clone(&self.bytes), self.delimiter);
        self.sheet.read(&mut self.row);
        Ok(())
    }

    /// The next row with anything in it: its number, and its cells or why they are none.
    fn next_row(&mut self) -> Option<(u64, Cells)> {
        loop {
            let number = self.sheet.read(&mut self.row)?;
            let is_filled = self.row.iter().any(|cell| !cell.trim_ascii().is_empty());
            if is_filled || self.sheet.open_quote().is_some() {
                return Some((number, self.read_cells()));
            }
        }
    }

    /// The trimmed texts of a row, or why it has none.
    fn read_cells(&self) -> Cells {
        let (found, expected) = (self.row.len(), self.plan.header.len());
        let mut problems = Vec::new();
        let mut cells = Vec::with_capacity(expected);
        for (at, cell) in self.row.iter().enumerate() {
            let name = self.plan.header.get(at).map_or("", String::as_str);
            if cell.len() > self.limits.cell {
                let problem = Problem::new(self.plan.field_of(at), "cell-too-long").with("column", name);
                problems.push(problem.with("limit", self.limits.cell).with("length", cell.len()));
            } else if let Some(text) = encoding::read(cell, self.encoding) {
                cells.push(text.trim().to_owned());
            } else {
                problems.push(Problem::new(self.plan.field_of(at), "cell-encoding").with("column", name));
            }
        }
        if let Some(open) = self.sheet.open_quote() {
            let name = self.plan.header.get(open.column).map_or("", String::as_str);
            problems.push(row_quote(self.plan.field_of(open.column), open, name));
        } else if found != expected {
            problems.push(Problem::new("", "row-cells").with("expected", expected).with("found", found));
        }
        if problems.is_empty() { Ok(cells) } else { Err(problems) }
    }

    fn settled(&mut self, cells: &[String]) -> Settled {
        if let Some(problem) = stray::reason(cells, &self.plan.header, &self.plan.telling) {
            return Settled { problems: vec![problem], ..Settled::default() };
        }
        let (draft, questions) = self.plan.fill(cells, &mut self.memory);
        Settled::of(draft, questions, &self.mapping, &mut self.memory)
    }

    /// The row's key, and the first row exactly like it.
    fn key(&mut self, number: u64, cells: Option<&[String]>) -> (String, Option<First>) {
        let header = self.plan.header.iter().map(String::as_str);
        let print = if let Some(cells) = cells {
            key::print(&self.mapping.name, header.zip(cells.iter().map(String::as_str)))
        } else {
            // A row that could not be read is known by its bytes, cell after cell.
            let lossy: Vec<_> = self.row.iter().map(String::from_utf8_lossy).collect();
            key::print(&self.mapping.name, lossy.iter().map(|cell| ("", cell.as_ref())))
        };
        self.seen.key(print, number)
    }
}

impl Iterator for Intake {
    type Item = ImportRow;

    fn next(&mut self) -> Option<ImportRow> {
        let (number, read) = self.next_row()?;
        let (key, first) = self.key(number, read.as_deref().ok());
        let mut row = match read {
            Ok(cells) => self.settled(&cells),
            Err(problems) => Settled { problems, ..Settled::default() },
        };
        row.ask_unlikely(|substance, micrograms| self.usual.exceeded(substance, micrograms));
        let Settled { draft, mut questions, problems, .. } = row;
        questions.extend(first.iter().map(|first| Problem::new("", "duplicate-exact").with("row", first.number)));
        let repeats = first.map(|first| first.key);
        Some(ImportRow { number, key, repeats, draft, questions, problems })
    }
}

/// Where a quotation mark stands that nothing closes, and how many lines it would have taken.
fn row_quote(field: &str, open: OpenQuote, column: &str) -> Problem {
    Problem::new(field, "row-quote").with("column", column).with("count", open.lines)
}

/// The whole input, up to the limit.
fn take(reader: impl Read, limit: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let read = reader.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| Problem::new("", "file-unreadable").with("detail", error))?;
    if bytes.len() as u64 > limit {
        return Err(Problem::new("", "file-too-large").with("limit", limit));
    }
    Ok(bytes)
}

fn read_header(row: &csv::ByteRecord, encoding: Encoding) -> Result<Vec<String>, Problems> {
    let mut problems = Problems::none();
    let mut header = Vec::with_capacity(row.len());
    for (number, cell) in (1..).zip(row) {
        let text = encoding::read(cell, encoding).map(|text| text.trim().to_owned());
        let text = text.ok_or_else(|| Problem::new("", "cell-encoding").with("column", number));
        header.extend(problems.keep(text));
    }
    problems.or(Some(header))
}
