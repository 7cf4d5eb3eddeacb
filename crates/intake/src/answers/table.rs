//! A sheet of one table: identifiers of rows, then the columns whose keys the first row says.
//!
//! Refuses to keep half a table: a row left out would count as taken back. What stands in a column that is not asked any
//! more is named and not dropped in silence.

use super::Filled;
use crate::workbook::Grid;
use model::problem::Problem;
use model::questionnaire::{Question, QuestionKind, Questionnaire};
use model::submission::{AnswerDraft, RowDraft};
use std::collections::{BTreeMap, BTreeSet};

/// The first row that is typed.
const FIRST: u32 = 3;
/// Where it is said that there is nothing to report.
const NONE: (u32, u32) = (1, 2);

/// One sheet on its way in.
struct Reading<'a> {
    grid: &'a Grid,
    question: Option<&'a Question>,
    heads: BTreeMap<u32, &'a str>,
    path: String,
    told: BTreeSet<(u32, u32)>,
    /// Cells under a head that is not asked any more: the first of each, and how many.
    gone: BTreeMap<u32, (u32, usize)>,
    draft: AnswerDraft,
    whole: bool,
}

pub(super) fn read(grid: &Grid, questionnaire: &Questionnaire, key: &str, base: &str, filled: &mut Filled) {
    let question = questionnaire.question(key);
    let heads = grid.columns(0).into_iter().filter(|column| *column > 0);
    let mut reading = Reading {
        grid,
        question: question.filter(|question| question.kind == QuestionKind::Table),
        heads: heads.map(|column| (column, grid.text(0, column))).collect(),
        path: format!("answers.{key}"),
        told: BTreeSet::new(),
        gone: BTreeMap::new(),
        draft: AnswerDraft {
            base: base.to_owned(),
            none: !grid.text(NONE.0, NONE.1).is_empty(),
            ..AnswerDraft::default()
        },
        whole: true,
    };
    if let Some(fault) = grid.fault(NONE.0, NONE.1) {
        reading.refuse(fault, filled);
    }
    for row in grid.rows(FIRST) {
        reading.row(row, filled);
    }
    reading.end(key, filled);
}

impl Reading<'_> {
    fn refuse(&mut self, problem: Problem, filled: &mut Filled) {
        filled.problems.add(problem);
        self.whole = false;
    }

    fn row(&mut self, row: u32, filled: &mut Filled) {
        let mut own = RowDraft { id: self.grid.text(row, 0).to_owned(), ..RowDraft::default() };
        let path = format!("{}.rows.{}", self.path, self.draft.rows.len());
        for column in self.grid.columns_filled(row).into_iter().filter(|column| *column > 0) {
            if let Some((first, problem)) = self.grid.merged(row, column) {
                if self.told.insert(first) {
                    self.refuse(problem, filled);
                }
                continue;
            }
            if let Some(fault) = self.grid.fault(row, column) {
                self.refuse(fault, filled);
                continue;
            }
            let typed = self.grid.text(row, column);
            let head = self.heads.get(&column).copied();
            match head {
                None => {
                    let problem = Problem::new("", "column-unknown").with("text", typed);
                    self.refuse(self.grid.in_cell(row, column, problem), filled);
                }
                Some(head) if self.question.is_some_and(|question| question.column(head).is_none()) => {
                    self.gone.entry(column).or_insert((row, 0)).1 += 1;
                }
                Some(head) => {
                    filled.put(self.grid, format!("{path}.cells.{head}"), row, column);
                    own.cells.insert(head.to_owned(), typed.to_owned());
                }
            }
        }
        if !own.cells.is_empty() {
            filled.put(self.grid, path, row, 1);
            self.draft.rows.push(own);
        }
    }

    fn end(self, key: &str, filled: &mut Filled) {
        for (column, (row, count)) in &self.gone {
            let head = self.heads.get(column).copied().unwrap_or_default();
            let problem = Problem::new("", "column-gone").with("key", head).with("count", count);
            filled.problems.add(self.grid.in_cell(*row, *column, problem));
        }
        if self.question.is_none() {
            let cells = self.draft.rows.iter().flat_map(|row| row.cells.values());
            let typed: Vec<&str> = cells.map(String::as_str).collect();
            if !typed.is_empty() {
                let gone = Problem::new("", "question-gone").with("key", key).with("text", typed.join(" | "));
                filled.problems.add(self.grid.in_cell(0, 0, gone));
            }
        } else if self.whole {
            filled.put(self.grid, self.path.clone(), 0, 0);
            let twice = Problem::new(self.path.clone(), "answer-twice").with("key", key).with("text", &self.grid.name);
            filled.take(key, self.draft, self.grid.in_cell(0, 0, twice));
        }
    }
}
