//! Answers as typed: by a page or read from a spreadsheet, and their way to being true, question by question.
//!
//! Refuses to guess: an ambiguous number or day is asked back. A row in which nothing was typed is no row.

use super::{Given, Row, Said, Scalar};
use crate::problem::{Problem, Problems};
use crate::quantity::{DecimalMark, exact, read_decimal};
use crate::questionnaire::{Choice, Question, QuestionKind};
use crate::text;
use crate::time::{Day, read_day};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Letters of a free answer at most.
const TEXT: usize = 10_000;
/// Rows of a table at most.
pub(crate) const ROWS: usize = 500;
/// Files of an answer at most.
pub const FILES: usize = 10;

/// A row as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RowDraft {
    /// Its identifier; blank for a new one.
    pub id: String,
    /// Cells by the keys of their columns.
    pub cells: BTreeMap<String, String>,
}

impl RowDraft {
    /// The draft that would read back as `row`.
    pub fn of(row: &Row) -> Self {
        let cells = row.cells.iter().map(|(key, cell)| (key.clone(), cell.typed().to_owned()));
        Self { id: row.id.clone(), cells: cells.collect() }
    }
}

/// One answer as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AnswerDraft {
    /// The revision it was made from; blank or 0 where nobody had answered.
    pub base: String,
    /// A text, a number, a code, a day.
    pub value: String,
    /// The codes chosen where any of several can be.
    pub values: Vec<String>,
    /// There is nothing to report in the table.
    pub none: bool,
    /// Rows of a table.
    pub rows: Vec<RowDraft>,
    /// Files to take out of the answer, by their identifiers.
    pub drop: Vec<String>,
    /// The answer was looked at after its question had changed, and holds.
    pub holds: bool,
    /// Files to add. Never typed: whoever has kept them puts them here.
    #[serde(skip)]
    pub files: Vec<Given>,
}

/// Answers as typed, by the keys of their questions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AnswersDraft {
    /// The answers; a question that is left out is left as it is.
    pub answers: BTreeMap<String, AnswerDraft>,
}

impl AnswerDraft {
    /// The draft that would read back as `said`, made from revision `base`.
    pub fn of(base: u32, said: Option<&Said>, kind: QuestionKind) -> Self {
        let mut draft = Self { base: base.to_string(), ..Self::default() };
        match said {
            Some(Said::One(one)) if kind == QuestionKind::Choices => {
                draft.values = one.value.split(' ').map(str::to_owned).collect();
            }
            Some(Said::One(one)) => one.typed().clone_into(&mut draft.value),
            Some(Said::Rows(rows)) => {
                draft.none = rows.is_empty();
                draft.rows = rows.iter().map(RowDraft::of).collect();
            }
            // Files are added and taken out one by one; what stands is not sent again.
            Some(Said::Files(_)) | None => {}
        }
        draft
    }

    /// What was answered, `None` where nothing was; problems are those of `value`, `values` and `rows`. What columns
    /// that are not asked any more hold in the rows of `earlier` stays in them. `mint` names new rows.
    pub fn read(
        &self,
        question: &Question,
        earlier: Option<&Said>,
        mint: &mut impl FnMut() -> String,
    ) -> Result<Option<Said>, Problems> {
        match question.kind {
            QuestionKind::Table => return self.read_rows(question, earlier, mint),
            QuestionKind::File => return self.read_files(earlier),
            _ => {}
        }
        let typed = if question.kind == QuestionKind::Choices && !self.values.is_empty() {
            self.values.join(" ")
        } else {
            self.value.clone()
        };
        let field = if question.kind == QuestionKind::Choices { "values" } else { "value" };
        Ok(read_scalar(field, question.kind, &question.choices, &typed)?.map(Said::One))
    }

    /// What stands without what is taken out and with what is added: two who add at once contradict nobody.
    fn read_files(&self, earlier: Option<&Said>) -> Result<Option<Said>, Problems> {
        let stays = |file: &&Given| !self.drop.iter().any(|gone| *gone == file.file.to_string());
        let earlier = earlier.map_or(&[][..], Said::files);
        let files: Vec<Given> = earlier.iter().filter(stays).chain(&self.files).cloned().collect();
        if files.len() > FILES {
            return Err(Problem::new("files", "too-many").with("limit", FILES).into());
        }
        Ok((!files.is_empty()).then_some(Said::Files(files)))
    }

    fn read_rows(
        &self,
        question: &Question,
        earlier: Option<&Said>,
        mint: &mut impl FnMut() -> String,
    ) -> Result<Option<Said>, Problems> {
        let mut problems = Problems::none();
        let (mut rows, mut seen) = (Vec::new(), BTreeSet::new());
        for (place, draft) in self.rows.iter().enumerate() {
            let mut row = Row::default();
            for column in &question.columns {
                let typed = draft.cells.get(&column.key).map_or("", String::as_str);
                let path = format!("rows.{place}.cells.{}", column.key);
                if let Some(cell) = problems.keep(read_scalar(&path, column.kind, &column.choices, typed)).flatten() {
                    row.cells.insert(column.key.clone(), cell);
                }
            }
            let known = earlier_rows(earlier).iter().find(|row| row.id == draft.id);
            if row.cells.is_empty() {
                continue;
            }
            for (key, cell) in known.iter().flat_map(|row| &row.cells) {
                if question.column(key).is_none() {
                    row.cells.insert(key.clone(), cell.clone());
                }
            }
            // A row that comes again without its identifier, as from a file that was sent before, is the row it was.
            let again = || earlier_rows(earlier).iter().find(|old| old.cells == row.cells && !seen.contains(&old.id));
            let known = if draft.id.is_empty() { again() } else { known };
            let id = known.map(|row| row.id.clone()).filter(|id| seen.insert(id.clone()));
            row.id = id.unwrap_or_else(&mut *mint);
            rows.push(row);
        }
        if rows.len() > ROWS {
            problems.add(Problem::new("rows", "too-many").with("limit", ROWS));
        }
        if self.none && !rows.is_empty() {
            problems.add(Problem::new("none", "none-with-rows"));
        }
        let said = (self.none || !rows.is_empty()).then_some(Said::Rows(rows));
        if problems.is_empty() { Ok(said) } else { Err(problems) }
    }
}

fn earlier_rows(earlier: Option<&Said>) -> &[Row] {
    earlier.map_or(&[][..], Said::rows)
}

fn read_scalar(field: &str, kind: QuestionKind, choices: &[Choice], typed: &str) -> Result<Option<Scalar>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let unknown = |text: &str| Problem::new(field, "code-unknown").with("text", text);
    let value = match kind {
        QuestionKind::Text | QuestionKind::Table | QuestionKind::File => text::read(field, typed, TEXT)?,
        QuestionKind::Number => {
            let read = read_decimal(field, typed, DecimalMark::Either)?;
            exact(read.digits, read.scale)
        }
        QuestionKind::Date => read_day(field, typed)?.day.to_string(),
        QuestionKind::Choice => chosen(choices, typed).ok_or_else(|| unknown(typed))?.to_owned(),
        QuestionKind::Choices => {
            let mut codes: Vec<&str> = Vec::new();
            for part in typed.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
                match chosen(choices, part) {
                    Some(code) => codes.push(code),
                    None => {
                        for word in part.split_whitespace() {
                            codes.push(chosen(choices, word).ok_or_else(|| unknown(word))?);
                        }
                    }
                }
            }
            let in_order = choices.iter().map(|choice| choice.code.as_str()).filter(|code| codes.contains(code));
            let joined = in_order.collect::<Vec<_>>().join(" ");
            return Ok((!joined.is_empty()).then(|| Scalar::of(joined.clone(), &joined)));
        }
    };
    let written = if kind == QuestionKind::Choice { value.clone() } else { typed.to_owned() };
    Ok(Some(Scalar::of(value, &written)))
}

/// The code of a choice that is named by it or by its label in any language.
fn chosen<'a>(choices: &'a [Choice], typed: &str) -> Option<&'a str> {
    let same = |text: &str| text.trim().to_lowercase() == typed.to_lowercase();
    let by_code = choices.iter().find(|choice| choice.code == typed);
    by_code
        .or_else(|| choices.iter().find(|choice| choice.label.iter().any(|(_, label)| same(label))))
        .map(|choice| choice.code.as_str())
}

/// Whether a value that was once taken is still one that this kind of question takes.
pub(super) fn still_fits(kind: QuestionKind, choices: &[Choice], value: &str) -> bool {
    let offered = |code: &str| choices.iter().any(|choice| choice.code == code);
    match kind {
        QuestionKind::Text => true,
        QuestionKind::Number => read_decimal("", value, DecimalMark::Point).is_ok(),
        QuestionKind::Date => value.parse::<Day>().is_ok(),
        QuestionKind::Choice => offered(value),
        QuestionKind::Choices => value.split(' ').all(offered),
        QuestionKind::Table | QuestionKind::File => false,
    }
}
