//! A question as typed, with its choices and columns.
//!
//! Refuses a choice without choices, a table without columns, keys that come twice, and a condition on what is asked later.

use super::super::{Becomes, Choice, Column, Condition, Question, QuestionKind};
use super::{HELP, LABEL};
use crate::lang::Lang;
use crate::names::Names;
use crate::problem::{Problem, Problems};
use serde::{Deserialize, Serialize};

/// Choices of a question, and columns of a table, at most.
const CHOICES: usize = 200;

/// What a question stands among: keys are unique, and conditions look back only, so that none can wait for itself.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The questions before it.
    pub before: &'a [Question],
    /// The keys of those before it that have problems.
    pub failed: &'a [&'a str],
    /// The keys of those after it.
    pub later: &'a [&'a str],
    /// Its own key.
    pub own: &'a str,
}

impl Around<'_> {
    fn has(self, key: &str) -> bool {
        !key.is_empty() && (self.before.iter().any(|other| other.key == key) || self.failed.contains(&key))
    }
}

/// A column as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ColumnDraft {
    /// Stable key.
    pub key: String,
    /// [`QuestionKind`] code.
    pub kind: String,
    /// Head per language.
    pub label: Names,
    /// Whether a row needs it.
    pub required: bool,
    /// What can be chosen, `code | English | Russian | Persian` each.
    pub choices: Vec<String>,
}

/// A question as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QuestionDraft {
    /// Stable key.
    pub key: String,
    /// [`QuestionKind`] code.
    pub kind: String,
    /// The question per language.
    pub label: Names,
    /// Help per language.
    pub help: Names,
    /// Whether it has to be answered.
    pub required: bool,
    /// When it is asked.
    pub condition: String,
    /// What can be chosen, `code | English | Russian | Persian` each.
    pub choices: Vec<String>,
    /// Columns of a table.
    pub columns: Vec<ColumnDraft>,
    /// [`Becomes`] code.
    pub becomes: String,
}

/// A choice as one line: `code | English | Russian | Persian`.
pub fn choice_line(choice: &Choice) -> String {
    let said = Lang::ALL.map(|lang| choice.label.exact(lang).unwrap_or_default().to_owned());
    format!("{} | {}", choice.code, said.join(" | ")).trim_end_matches([' ', '|']).to_owned()
}

impl QuestionDraft {
    /// The draft that would read back as `question`.
    pub fn of(question: &Question) -> Self {
        let column = |column: &Column| ColumnDraft {
            key: column.key.clone(),
            kind: column.kind.code().to_owned(),
            label: column.label.clone(),
            required: column.required,
            choices: column.choices.iter().map(choice_line).collect(),
        };
        Self {
            key: question.key.clone(),
            kind: question.kind.code().to_owned(),
            label: question.label.clone(),
            help: question.help.clone(),
            required: question.required,
            condition: question.condition.as_ref().map_or_else(String::new, ToString::to_string),
            choices: question.choices.iter().map(choice_line).collect(),
            columns: question.columns.iter().map(column).collect(),
            becomes: question.becomes.map_or("", Becomes::code).to_owned(),
        }
    }

    /// The question, or all its problems.
    pub(super) fn check(&self, around: Around<'_>) -> Result<Question, Problems> {
        let mut problems = Problems::none();
        let key = problems.keep(read_key("key", &self.key)).unwrap_or_default();
        if around.has(&key) {
            problems.add(Problem::new("key", "question-key-twice").with("text", &key));
        }
        let kind = problems.keep(read_kind(&self.kind));
        let label = self.label.check("label", LABEL, &mut problems);
        if self.label.is_empty() {
            problems.add(Problem::new("label", "required"));
        }
        let help = self.help.check("help", HELP, &mut problems);
        let condition = read_condition(&self.condition, around, &mut problems);
        let chooses = kind.is_some_and(QuestionKind::chooses);
        let choices = if chooses { read_choices(&self.choices, &mut problems) } else { Vec::new() };
        let is_table = kind == Some(QuestionKind::Table);
        let columns = if is_table { self.check_columns(&mut problems) } else { Vec::new() };
        let becomes = Becomes::parse(self.becomes.trim()).filter(|_| is_table);
        let required = self.required;
        problems.or(kind.map(|kind| Question {
            key,
            kind,
            label,
            help,
            required,
            condition,
            choices,
            columns,
            becomes,
        }))
    }

    fn check_columns(&self, problems: &mut Problems) -> Vec<Column> {
        let filled: Vec<(usize, &ColumnDraft)> =
            self.columns.iter().enumerate().filter(|(_, column)| **column != ColumnDraft::default()).collect();
        if filled.is_empty() {
            problems.add(Problem::new("columns", "columns-missing"));
        }
        if filled.len() > CHOICES {
            problems.add(Problem::new("columns", "too-many").with("limit", CHOICES));
        }
        let mut columns: Vec<Column> = Vec::new();
        for (place, draft) in filled {
            let mut found = Problems::none();
            let column = draft.check(&columns, &mut found);
            found.0.into_iter().for_each(|problem| problems.add(problem.inside(&format!("columns.{place}"))));
            columns.extend(column);
        }
        columns
    }
}

impl ColumnDraft {
    fn check(&self, before: &[Column], problems: &mut Problems) -> Option<Column> {
        let key = problems.keep(read_key("key", &self.key))?;
        if before.iter().any(|other| other.key == key) {
            problems.add(Problem::new("key", "question-key-twice").with("text", &key));
        }
        let kind = problems.keep(read_kind(&self.kind).and_then(|kind| {
            let unfit = || Problem::new("kind", "column-kind").with("text", kind.code());
            if kind.fits_column() { Ok(kind) } else { Err(unfit()) }
        }))?;
        let label = self.label.check("label", LABEL, problems);
        if self.label.is_empty() {
            problems.add(Problem::new("label", "required"));
        }
        let choices = if kind.chooses() { read_choices(&self.choices, problems) } else { Vec::new() };
        Some(Column { key, kind, label, required: self.required, choices })
    }
}

pub(super) fn read_key(field: &str, written: &str) -> Result<String, Problem> {
    let key = written.trim();
    let fits = (1..=60).contains(&key.len())
        && key.starts_with(|letter: char| letter.is_ascii_lowercase())
        && key.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
        && !["and", "or", "includes"].contains(&key);
    if key.is_empty() {
        Err(Problem::new(field, "required"))
    } else if fits {
        Ok(key.to_owned())
    } else {
        Err(Problem::new(field, "question-key").with("text", key))
    }
}

fn read_kind(written: &str) -> Result<QuestionKind, Problem> {
    match written.trim() {
        "" => Err(Problem::new("kind", "required")),
        code => QuestionKind::parse(code).ok_or_else(|| Problem::new("kind", "code-unknown").with("text", code)),
    }
}

fn read_condition(written: &str, around: Around<'_>, problems: &mut Problems) -> Option<Condition> {
    let written = written.trim();
    if written.is_empty() {
        return None;
    }
    let problem = |code| Problem::new("condition", code).with("text", written);
    let Some(condition) = Condition::parse(written) else {
        problems.add(problem("condition-unreadable"));
        return None;
    };
    for (key, value) in condition.asks() {
        let known = around.before.iter().find(|question| question.key == key && question.kind.is_single());
        match known {
            Some(question) if question.kind.chooses() && !question.choices.iter().any(|own| own.code == value) => {
                problems.add(problem("condition-value").with("key", key).with("value", value));
            }
            Some(_) => {}
            // What is wrong with that question is said at its place.
            None if around.failed.contains(&key) => {}
            None if around.own == key || around.later.contains(&key) => {
                problems.add(problem("condition-ahead").with("key", key));
            }
            None => problems.add(problem("condition-question").with("key", key)),
        }
    }
    Some(condition)
}

fn read_choices(lines: &[String], problems: &mut Problems) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for line in lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
        let mut parts = line.split('|').map(str::trim);
        let code = parts.next().unwrap_or_default();
        let fits = (1..=60).contains(&code.len())
            && code.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.'));
        let said: Vec<&str> = parts.collect();
        if !fits || said.len() > Lang::ALL.len() {
            problems.add(Problem::new("choices", "choice-line").with("text", line));
            continue;
        }
        if choices.iter().any(|other| other.code == code) {
            problems.add(Problem::new("choices", "question-key-twice").with("text", code));
            continue;
        }
        let label = Lang::ALL.iter().zip(said).fold(Names::default(), |names, (lang, text)| names.with(*lang, text));
        let label = if label.is_empty() { Names::default().with(Lang::En, code) } else { label };
        let label = label.check("choices", LABEL, problems);
        choices.push(Choice { code: code.to_owned(), label });
    }
    if choices.is_empty() && problems.of("choices").next().is_none() {
        problems.add(Problem::new("choices", "choices-missing"));
    }
    if choices.len() > CHOICES {
        problems.add(Problem::new("choices", "too-many").with("limit", CHOICES));
    }
    choices
}
