//! Answers to a questionnaire out of the workbook in which they were typed offline.
//!
//! A sheet says in its first, hidden row whose answers it holds: `section:KEY`, or `table:KEY:BASE` with the keys of its
//! columns. Refuses sheets that say nothing of the sort, a workbook of another questionnaire, and formulas; every refusal
//! names sheet and row.

use crate::workbook::{Grid, open};
use model::problem::{Problem, Problems};
use model::questionnaire::{QuestionKind, Questionnaire};
use model::submission::{AnswerDraft, AnswersDraft, RowDraft};
use std::collections::BTreeMap;

/// What a filled workbook says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The answers, as typed.
    pub draft: AnswersDraft,
    /// What could not be read, each with sheet and row.
    pub problems: Problems,
    /// Where each answer stood: path in the draft, sheet, row from 1.
    places: BTreeMap<String, (String, u32)>,
}

impl Filled {
    /// A problem of the draft with the sheet and the row in which it stood.
    pub fn place(&self, problem: Problem) -> Problem {
        let mut path = problem.field.as_str();
        while !path.is_empty() {
            if let Some((sheet, row)) = self.places.get(path) {
                return problem.clone().with("sheet", sheet).with("row", row);
            }
            path = path.rsplit_once('.').map_or("", |(outer, _)| outer);
        }
        problem
    }
}

/// Reads a filled workbook of this questionnaire.
///
/// Problems: those of [`open`], `workbook-foreign`, `workbook-other`.
pub fn read_answers(bytes: &[u8], questionnaire: &Questionnaire) -> Result<Filled, Problem> {
    let grids = open(bytes)?;
    let marks = grids.iter().find(|grid| grid.text(0, 0) == "reflex-questionnaire");
    let marks = marks.ok_or_else(|| Problem::new("file", "workbook-foreign"))?;
    if marks.text(0, 1) != questionnaire.id.to_string() {
        return Err(Problem::new("file", "workbook-other"));
    }
    let mut filled = Filled::default();
    for grid in grids.iter().filter(|grid| grid.text(0, 0) != "reflex-questionnaire") {
        let mark = grid.text(0, 0).to_owned();
        match mark.split(':').collect::<Vec<_>>().as_slice() {
            ["section", _] => section(grid, questionnaire, &mut filled),
            ["table", key, base] => table(grid, questionnaire, key, base, &mut filled),
            _ if grid.rows(0).is_empty() => {}
            _ => filled.problems.add(grid.at(0, Problem::new("", "sheet-unknown"))),
        }
    }
    Ok(filled)
}

/// A sheet of single questions: key, revision, question, answer.
fn section(grid: &Grid, questionnaire: &Questionnaire, filled: &mut Filled) {
    for row in grid.rows(2) {
        let (key, typed) = (grid.text(row, 0), grid.text(row, 3));
        if let Some(fault) = grid.fault(row, 3) {
            filled.problems.add(fault);
            continue;
        }
        if key.is_empty() {
            if !typed.is_empty() {
                filled.problems.add(grid.at(row, Problem::new("", "row-unknown").with("text", typed)));
            }
            continue;
        }
        let draft =
            AnswerDraft { base: grid.text(row, 1).to_owned(), value: typed.to_owned(), ..AnswerDraft::default() };
        let is_table = questionnaire.question(key).is_some_and(|question| question.kind == QuestionKind::Table);
        if !is_table {
            filled.places.insert(format!("answers.{key}"), (grid.name.clone(), row + 1));
            filled.draft.answers.insert(key.to_owned(), draft);
        }
    }
}

/// A sheet of one table: identifiers of rows, then the columns whose keys the first row says.
fn table(grid: &Grid, questionnaire: &Questionnaire, key: &str, base: &str, filled: &mut Filled) {
    let columns: Vec<(u32, &str)> =
        grid.columns(0).into_iter().filter(|column| *column > 0).map(|column| (column, grid.text(0, column))).collect();
    let question = questionnaire.question(key).filter(|question| question.kind == QuestionKind::Table);
    let mut draft = AnswerDraft { base: base.to_owned(), none: !grid.text(1, 2).is_empty(), ..AnswerDraft::default() };
    let mut is_whole = true;
    for row in grid.rows(3) {
        let mut own = RowDraft { id: grid.text(row, 0).to_owned(), ..RowDraft::default() };
        for (column, key) in &columns {
            if let Some(fault) = grid.fault(row, *column) {
                filled.problems.add(fault);
                is_whole = false;
            }
            let typed = grid.text(row, *column);
            let is_asked = question.is_none_or(|question| question.column(key).is_some());
            if !typed.is_empty() && is_asked {
                own.cells.insert((*key).to_owned(), typed.to_owned());
            }
        }
        if !own.cells.is_empty() {
            let place = format!("answers.{key}.rows.{}", draft.rows.len());
            filled.places.insert(place, (grid.name.clone(), row + 1));
            draft.rows.push(own);
        }
    }
    filled.places.insert(format!("answers.{key}"), (grid.name.clone(), 1));
    // A table is kept whole or not at all: a row left out would count as taken back.
    if is_whole {
        filled.draft.answers.insert(key.to_owned(), draft);
    }
}
