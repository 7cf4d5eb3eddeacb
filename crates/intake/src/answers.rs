//! Answers to a questionnaire out of the workbook in which they were typed offline.
//!
//! A sheet says in its first, hidden row whose answers it holds: `section:KEY`, or `table:KEY:BASE` with the keys of its
//! columns. Refuses sheets that say nothing of the sort, a workbook of another questionnaire, formulas, merged cells and
//! what stands twice; every refusal names sheet and cell, and leaves the answer it concerns as it is.

mod table;

use crate::workbook::{Grid, cell_name, open};
use model::problem::{Problem, Problems};
use model::questionnaire::{QuestionKind, Questionnaire};
use model::submission::{AnswerDraft, AnswersDraft};
use std::collections::{BTreeMap, BTreeSet};

/// What a filled workbook says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The answers, as typed.
    pub draft: AnswersDraft,
    /// What could not be read, each with sheet and cell.
    pub problems: Problems,
    /// The version of the questionnaire it was made for.
    pub version: u32,
    /// Where each answer stood: path in the draft, sheet, row from 1, cell.
    places: BTreeMap<String, (String, u32, String)>,
    /// Answers that stand twice and say different things: none of them is taken.
    twice: BTreeSet<String>,
}

impl Filled {
    /// A problem of the draft with the sheet and the cell in which it stood.
    pub fn place(&self, problem: Problem) -> Problem {
        let mut path = problem.field.as_str();
        while !path.is_empty() {
            if let Some((sheet, row, cell)) = self.places.get(path) {
                return problem.clone().with("sheet", sheet).with("row", row).with("cell", cell);
            }
            path = path.rsplit_once('.').map_or("", |(outer, _)| outer);
        }
        problem
    }

    fn put(&mut self, grid: &Grid, path: String, row: u32, column: u32) {
        self.places.insert(path, (grid.name.clone(), row + 1, cell_name(row, column)));
    }

    /// Takes an answer; one that stands twice with different words is taken neither time.
    fn take(&mut self, key: &str, draft: AnswerDraft, twice: Problem) {
        let says_else = self.draft.answers.get(key).is_some_and(|other| *other != draft);
        if says_else || self.twice.contains(key) {
            self.problems.add(twice);
            self.draft.answers.remove(key);
            self.twice.insert(key.to_owned());
        } else {
            self.draft.answers.insert(key.to_owned(), draft);
        }
    }
}

const MARK: &str = "reflex-questionnaire";

/// Reads a filled workbook of this questionnaire.
///
/// Problems: those of [`open`], `workbook-foreign`, `workbook-other`, `workbook-marks`.
pub fn read_answers(bytes: &[u8], questionnaire: &Questionnaire) -> Result<Filled, Problem> {
    let grids = open(bytes)?;
    let marks = grids.iter().find(|grid| grid.text(0, 0) == MARK);
    let marks = marks.ok_or_else(|| Problem::new("file", "workbook-foreign"))?;
    let mut filled = Filled { version: belongs(marks, questionnaire)?, ..Filled::default() };
    for grid in grids.iter().filter(|grid| grid.text(0, 0) != MARK) {
        let mark = grid.text(0, 0).to_owned();
        match mark.split(':').collect::<Vec<_>>().as_slice() {
            ["section", _] => section(grid, questionnaire, &mut filled),
            ["table", key, base] if base.parse::<u32>().is_ok() => {
                table::read(grid, questionnaire, key, base, &mut filled);
            }
            ["table", ..] => filled.problems.add(grid.in_cell(0, 0, Problem::new("", "workbook-marks"))),
            _ if grid.rows(0).is_empty() => {}
            _ => filled.problems.add(grid.in_cell(0, 0, Problem::new("", "sheet-unknown"))),
        }
    }
    Ok(filled)
}

/// The version of the questionnaire that the hidden sheet names.
fn belongs(marks: &Grid, questionnaire: &Questionnaire) -> Result<u32, Problem> {
    let broken = |column| marks.in_cell(0, column, Problem::new("file", "workbook-marks"));
    let id: model::questionnaire::QuestionnaireId = marks.text(0, 1).parse().map_err(|_| broken(1))?;
    let version = marks.text(0, 2).parse().map_err(|_| broken(2))?;
    if id == questionnaire.id { Ok(version) } else { Err(Problem::new("file", "workbook-other")) }
}

/// Where the answer of a sheet of single questions stands.
const ANSWER: u32 = 3;

/// A sheet of single questions: key, revision, question, answer.
fn section(grid: &Grid, questionnaire: &Questionnaire, filled: &mut Filled) {
    let mut told = BTreeSet::new();
    for row in grid.rows(2) {
        let (key, base, typed) = (grid.text(row, 0), grid.text(row, 1), grid.text(row, ANSWER));
        let here = |problem| grid.in_cell(row, ANSWER, problem);
        if let Some((first, problem)) = grid.merged(row, ANSWER) {
            if told.insert(first) {
                filled.problems.add(problem);
            }
        } else if let Some(fault) = grid.fault(row, ANSWER) {
            filled.problems.add(fault);
        } else if key.is_empty() {
            if !typed.is_empty() {
                filled.problems.add(here(Problem::new("", "row-unknown").with("text", typed)));
            }
        } else if !base.is_empty() && base.parse::<u32>().is_err() {
            filled.problems.add(grid.in_cell(row, 1, Problem::new("", "workbook-marks")));
        } else {
            let draft = AnswerDraft { base: base.to_owned(), value: typed.to_owned(), ..AnswerDraft::default() };
            let gone = |code| here(Problem::new(format!("answers.{key}"), code).with("key", key).with("text", typed));
            match questionnaire.question(key).map(|question| question.kind) {
                Some(QuestionKind::File) if !typed.is_empty() => filled.problems.add(gone("workbook-file")),
                Some(QuestionKind::Table) | None if !typed.is_empty() => filled.problems.add(gone("question-gone")),
                Some(QuestionKind::File | QuestionKind::Table) | None => {}
                Some(_) => {
                    filled.put(grid, format!("answers.{key}"), row, ANSWER);
                    filled.take(key, draft, gone("answer-twice"));
                }
            }
        }
    }
}
