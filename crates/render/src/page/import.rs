//! A file of incidents: chosen, looked at without keeping anything, imported; what became of its rows.
//!
//! Refuses to keep a chosen file in the page: browsers do not give one back, and the hint says so.

use super::grid::{Column, Grid, text};
use super::{Sample, sample};
use crate::form::{Choice, Form, Typed};
use crate::frame::{Frame, Room};
use crate::html::{Safe, isolate};
use crate::part::Tone;
use crate::words::{Arg, Speech};
use askama::Template;
use model::id::{Id, NIL};
use model::import::{Import, RowNote, RowVerdict};
use model::problem::{Problem, Problems};
use std::collections::BTreeMap;

/// Notes on rows that a page shows; the counts are of all rows.
const NOTES: usize = 200;

/// The page of imports of one operation.
#[derive(Debug, Template)]
#[template(path = "import/show.html")]
pub struct ImportPage<'a> {
    frame: &'a Frame,
    address: &'a str,
    form: Form<'a>,
    mappings: Vec<Choice>,
    result: Option<Told>,
    earlier: Safe,
}

/// What came of a file, in words.
#[derive(Debug)]
struct Told {
    title: String,
    file: Safe,
    sentence: String,
    reasons: Safe,
    notes: Safe,
    left_out: Option<String>,
}

/// What came of a file.
#[derive(Debug)]
pub struct Outcome<'a> {
    /// The counts.
    pub import: &'a Import,
    /// Questions and refusals by row.
    pub notes: &'a [RowNote],
    /// Nothing was kept: the file was only looked at.
    pub dry_run: bool,
}

impl<'a> ImportPage<'a> {
    /// The page with the mappings to choose from, what came of a file just sent, and earlier imports.
    pub fn new(
        frame: &'a Frame,
        address: &'a str,
        (typed, problems): (&'a Typed, &'a Problems),
        mappings: Vec<Choice>,
        outcome: Option<&Outcome<'_>>,
        earlier: &[Import],
    ) -> Self {
        let form = Form::new(frame.t, typed, problems);
        let result = outcome.map(|outcome| told(frame.t, outcome));
        Self { frame, address, form, mappings, result, earlier: list(frame, earlier) }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

fn told(t: Speech, outcome: &Outcome<'_>) -> Told {
    let import = outcome.import;
    let left_out = outcome.notes.len().saturating_sub(NOTES);
    Told {
        title: t.say(if outcome.dry_run { "import-checked" } else { "import-done" }),
        file: isolate(&import.file),
        sentence: t.say_with(
            "import-sentence",
            &[
                ("rows", Arg::from(import.rows)),
                ("accepted", import.accepted.into()),
                ("held", import.held.into()),
                ("refused", import.refused.into()),
                ("known", import.known.into()),
            ],
        ),
        reasons: reasons(t, outcome),
        notes: notes(t, outcome.notes),
        left_out: (left_out > 0).then(|| t.say_one("import-left-out", "count", left_out)),
    }
}

/// Each reason once, with the number of rows and the first of them as an example.
fn reasons(t: Speech, outcome: &Outcome<'_>) -> Safe {
    let columns =
        vec![Column::text(t, "import-reason"), Column::number(t, "import-rows"), Column::number(t, "import-first-row")];
    let mut grid = Grid::new(t.say("import-reasons"), columns);
    for (code, rows) in &outcome.import.reasons {
        let all = outcome.notes.iter().flat_map(|note| note.problems.iter().map(move |problem| (note.row, problem)));
        let Some((row, problem)) = all.into_iter().find(|(_, problem)| problem.code == *code) else { continue };
        grid.rows.push(vec![text(t.problem(problem)), text(t.int(*rows)), text(t.int(row))]);
    }
    if grid.rows.is_empty() { Safe::default() } else { grid.html() }
}

fn notes(t: Speech, notes: &[RowNote]) -> Safe {
    let columns =
        vec![Column::number(t, "import-row"), Column::text(t, "import-verdict"), Column::text(t, "import-why")];
    let mut grid = Grid::new(t.say("import-notes"), columns);
    for note in notes.iter().take(NOTES) {
        let why: Vec<String> = note.problems.iter().map(|problem| t.problem(problem)).collect();
        grid.rows.push(vec![
            text(t.int(note.row)),
            t.chip(tone(note.verdict), verdict(t, note)),
            text(why.join(" · ")),
        ]);
    }
    grid.behind(t)
}

fn verdict(t: Speech, note: &RowNote) -> String {
    t.code("row-verdict", note.verdict.code())
}

const fn tone(verdict: RowVerdict) -> Tone {
    match verdict {
        RowVerdict::Accepted => Tone::Good,
        RowVerdict::Held => Tone::Warn,
        RowVerdict::Refused => Tone::Bad,
        RowVerdict::Known => Tone::Plain,
    }
}

fn list(frame: &Frame, imports: &[Import]) -> Safe {
    let t = frame.t;
    let mut columns = vec![Column::text(t, "import-file"), Column::text(t, "import-when")];
    columns.extend(RowVerdict::ALL.iter().map(|verdict| Column::named(t.code("row-verdict", verdict.code()), true)));
    let mut grid = Grid::new(t.say("import-earlier"), columns);
    for import in imports {
        let mut row = vec![isolate(&import.file), t.ago(import.at, frame.now)];
        let counts = [import.accepted, import.held, import.refused, import.known];
        row.extend(counts.map(|count| text(t.int(count))));
        grid.rows.push(row);
    }
    if grid.rows.is_empty() { t.empty("import-none", "import-none-how") } else { grid.html() }
}

/// Pages of imports as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = Frame { title: t.say("import-title"), room: Some(Room::Incidents), ..Frame::samples(t).remove(0) };
    let import = Import {
        id: Id::new(NIL),
        operation: Id::new(NIL),
        file: format!("{}.csv", sample::HOSTILE),
        sha256: "ab".repeat(32),
        mapping: "plain".to_owned(),
        at: sample::NOW.plus_seconds(-7200),
        rows: 12_306,
        accepted: 12_000,
        held: 200,
        refused: 5,
        known: 101,
        reasons: BTreeMap::from([("number-ambiguous".to_owned(), 5), ("place-unknown".to_owned(), 200)]),
    };
    let note = |row, verdict, problem: Problem| RowNote { row, verdict, problems: vec![problem] };
    let mut notes = vec![
        note(
            7,
            RowVerdict::Refused,
            Problem::new("lines.0.quantity", "number-ambiguous")
                .with("text", "5,065")
                .with("a", "5.065")
                .with("b", "5065"),
        ),
        note(9, RowVerdict::Held, Problem::new("region", "place-unknown").with("text", sample::HOSTILE)),
    ];
    notes.resize(NOTES + 3, notes[1].clone());
    let mappings = || vec![Choice::new("plain", "Reflex"), Choice::new("ids", sample::HOSTILE)];
    let (nothing, none) = (Typed::nothing().with("mapping", "plain"), Problems::none());
    let found = Problems(vec![Problem::new("file", "required"), Problem::new("mapping", "required")]);
    let page = |typed, problems, outcome, earlier| {
        ImportPage::new(&frame, "/operations/REFLEX-2021", (typed, problems), mappings(), outcome, earlier)
    };
    let done = Outcome { import: &import, notes: &notes, dry_run: false };
    let looked = Outcome { import: &import, notes: &[], dry_run: true };
    vec![
        Sample::of("import", &page(&nothing, &none, None, &[])),
        Sample::of("import-done", &page(&nothing, &none, Some(&done), std::slice::from_ref(&import))),
        Sample::of("import-checked", &page(&nothing, &none, Some(&looked), &[])),
        Sample::of("import-problems", &page(&nothing, &found, None, &[])),
    ]
}
