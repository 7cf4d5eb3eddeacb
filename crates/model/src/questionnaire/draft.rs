//! A questionnaire as typed: by the form, a catalogue file or a spreadsheet, and its way to being true.
//!
//! Refuses keys that are not stable (anything but small Latin letters, digits and hyphens), keys that come twice, a
//! choice without choices, a table without columns, and a condition on a question that does not come before it.

use super::{Becomes, Choice, Column, Condition, Question, QuestionKind, Questionnaire, QuestionnaireStatus, Section};
use crate::lang::Lang;
use crate::names::Names;
use crate::problem::{Problem, Problems};
use crate::text;
use crate::time::{Day, read_day};
use serde::{Deserialize, Serialize};

/// Letters of a label at most.
const LABEL: usize = 300;
/// Letters of a help or an introduction at most.
const HELP: usize = 4000;
/// Questions of a questionnaire at most.
const QUESTIONS: usize = 300;
/// Choices of a question, and columns of a table, at most.
const CHOICES: usize = 200;

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

/// A section as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SectionDraft {
    /// Stable key.
    pub key: String,
    /// Title per language.
    pub title: Names,
    /// Help per language.
    pub help: Names,
    /// Its questions.
    pub questions: Vec<QuestionDraft>,
}

/// A questionnaire as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QuestionnaireDraft {
    /// Title per language.
    pub title: Names,
    /// Introduction per language.
    pub introduction: Names,
    /// The day by which answers are to be released.
    pub due: String,
    /// Its sections.
    pub sections: Vec<SectionDraft>,
}

/// A choice as one line: `code | English | Russian | Persian`.
pub fn choice_line(choice: &Choice) -> String {
    let said = Lang::ALL.map(|lang| choice.label.exact(lang).unwrap_or_default().to_owned());
    format!("{} | {}", choice.code, said.join(" | ")).trim_end_matches([' ', '|']).to_owned()
}

impl QuestionnaireDraft {
    /// The draft that would read back as `questionnaire`.
    pub fn of(questionnaire: &Questionnaire) -> Self {
        let section = |section: &Section| SectionDraft {
            key: section.key.clone(),
            title: section.title.clone(),
            help: section.help.clone(),
            questions: section.questions.iter().map(QuestionDraft::of).collect(),
        };
        Self {
            title: questionnaire.title.clone(),
            introduction: questionnaire.introduction.clone(),
            due: questionnaire.due.map_or_else(String::new, |due| due.to_string()),
            sections: questionnaire.sections.iter().map(section).collect(),
        }
    }

    /// The questionnaire, or all its problems. `earlier` is the one it changes: its version and status stay.
    pub fn check(
        &self,
        id: super::QuestionnaireId,
        earlier: Option<&Questionnaire>,
    ) -> Result<Questionnaire, Problems> {
        let mut problems = Problems::none();
        let title = self.title.check("title", LABEL, &mut problems);
        if self.title.is_empty() {
            problems.add(Problem::new("title", "required"));
        }
        let introduction = self.introduction.check("introduction", HELP, &mut problems);
        let due = read_due(&self.due, None).map_err(|problem| problems.add(problem)).unwrap_or_default();
        let mut before: Vec<Question> = Vec::new();
        let mut sections: Vec<Section> = Vec::new();
        for (place, draft) in self.sections.iter().enumerate() {
            let path = format!("sections.{place}");
            let mut found = Problems::none();
            let key = found.keep(read_key("key", &draft.key)).unwrap_or_default();
            if sections.iter().any(|other| other.key == key) {
                found.add(Problem::new("key", "question-key-twice").with("text", &key));
            }
            let title = draft.title.check("title", LABEL, &mut found);
            if draft.title.is_empty() {
                found.add(Problem::new("title", "required"));
            }
            let help = draft.help.check("help", HELP, &mut found);
            let first = before.len();
            for (place, question) in draft.questions.iter().enumerate() {
                match question.check(&before) {
                    Ok(question) => before.push(question),
                    Err(own) => own.0.into_iter().for_each(|own| found.add(own.inside(&format!("questions.{place}")))),
                }
            }
            found.0.into_iter().for_each(|problem| problems.add(problem.inside(&path)));
            sections.push(Section { key, title, help, questions: before[first..].to_vec() });
        }
        if before.len() > QUESTIONS {
            problems.add(Problem::new("sections", "too-many").with("limit", QUESTIONS));
        }
        problems.or(Some(Questionnaire {
            id,
            title,
            introduction,
            version: earlier.map_or(1, |earlier| earlier.version),
            status: earlier.map_or(QuestionnaireStatus::Draft, |earlier| earlier.status),
            due,
            sections,
        }))
    }
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

    /// The question, or all its problems; `before` are the questions that come before it.
    pub fn check(&self, before: &[Question]) -> Result<Question, Problems> {
        let mut problems = Problems::none();
        let key = problems.keep(read_key("key", &self.key)).unwrap_or_default();
        if before.iter().any(|other| other.key == key) {
            problems.add(Problem::new("key", "question-key-twice").with("text", &key));
        }
        let kind = problems.keep(read_kind(&self.kind));
        let label = self.label.check("label", LABEL, &mut problems);
        if self.label.is_empty() {
            problems.add(Problem::new("label", "required"));
        }
        let help = self.help.check("help", HELP, &mut problems);
        let condition = problems.keep(read_condition(&self.condition, before)).flatten();
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

/// Reads the day by which answers are due; one that has passed `today` is a problem.
pub(crate) fn read_due(written: &str, today: Option<Day>) -> Result<Option<Day>, Problem> {
    if written.trim().is_empty() {
        return Ok(None);
    }
    let due = read_day("due", written)?.day;
    match today.filter(|today| due < *today) {
        Some(_) => Err(Problem::new("due", "due-past").with("text", written.trim())),
        None => Ok(Some(due)),
    }
}

fn read_key(field: &str, written: &str) -> Result<String, Problem> {
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

fn read_condition(written: &str, before: &[Question]) -> Result<Option<Condition>, Problem> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(None);
    }
    let problem = |code| Problem::new("condition", code).with("text", written);
    let condition = Condition::parse(written).ok_or_else(|| problem("condition-unreadable"))?;
    for (key, value) in condition.asks() {
        let question = before.iter().find(|question| question.key == key && question.kind != QuestionKind::Table);
        let Some(question) = question else {
            return Err(problem("condition-question").with("key", key));
        };
        if question.kind.chooses() && !question.choices.iter().any(|choice| choice.code == value) {
            return Err(problem("condition-value").with("key", key).with("value", value));
        }
    }
    Ok(Some(condition))
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

/// Reads the day by which answers are due, when a questionnaire is sent out on `today`.
pub(super) fn due_when_sent(written: &str, today: Day) -> Result<Day, Problem> {
    text::required("due", written, 40)?;
    read_due(written, Some(today))?.ok_or_else(|| Problem::new("due", "required"))
}

impl Questionnaire {
    /// The same, sent out today with the day by which answers are due.
    pub fn sent(&self, due: &str, today: Day) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let due = problems.keep(due_when_sent(due, today));
        if self.questions().next().is_none() {
            problems.add(Problem::new("", "questions-missing"));
        }
        problems.or(due.map(|due| Self { due: Some(due), status: QuestionnaireStatus::Open, ..self.clone() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{Id, NIL};

    fn question(key: &str, kind: &str) -> QuestionDraft {
        let names = Names::default().with(Lang::En, "Question").with(Lang::Fa, "پرسش");
        QuestionDraft { key: key.to_owned(), kind: kind.to_owned(), label: names, ..QuestionDraft::default() }
    }

    fn draft(questions: Vec<QuestionDraft>) -> QuestionnaireDraft {
        let names = Names::default().with(Lang::En, "Title");
        let section =
            SectionDraft { key: "one".to_owned(), title: names.clone(), questions, ..SectionDraft::default() };
        QuestionnaireDraft { title: names, sections: vec![section], ..QuestionnaireDraft::default() }
    }

    fn problems(draft: &QuestionnaireDraft) -> Vec<String> {
        let found = draft.check(Id::new(NIL), None).unwrap_err();
        found.0.iter().map(|problem| format!("{}:{}", problem.field, problem.code)).collect()
    }

    #[test]
    fn a_questionnaire_is_read_back_as_it_was_written() {
        let mut choice = question("had", "choice");
        choice.choices = vec!["yes | Yes | Да | بله".to_owned(), "no".to_owned()];
        let mut table = question("rows", "table");
        table.condition = "had = yes".to_owned();
        let label = Names::same("Day");
        table.columns =
            vec![ColumnDraft { key: "day".to_owned(), kind: "date".to_owned(), label, ..ColumnDraft::default() }];
        let read = draft(vec![choice, table]).check(Id::new(NIL), None).unwrap();
        assert_eq!(QuestionnaireDraft::of(&read).check(Id::new(NIL), None), Ok(read.clone()));
        assert_eq!(read.asked(|_| None), ["had"]);
        assert_eq!(read.asked(|_| Some("yes".to_owned())), ["had", "rows"]);
    }

    #[test]
    fn every_fault_is_named_with_its_place() {
        let ahead = QuestionDraft { condition: "later = yes".to_owned(), ..question("first", "text") };
        let twice = question("first", "table");
        let wrong = QuestionDraft { condition: "(".to_owned(), ..question("No key", "drawing") };
        assert_eq!(
            problems(&draft(vec![ahead, question("first", "choice"), twice, wrong])),
            [
                "sections.0.questions.0.condition:condition-question",
                "sections.0.questions.1.choices:choices-missing",
                "sections.0.questions.2.columns:columns-missing",
                "sections.0.questions.3.key:question-key",
                "sections.0.questions.3.kind:code-unknown",
                "sections.0.questions.3.condition:condition-unreadable",
            ]
        );
    }

    #[test]
    fn a_due_day_in_the_past_is_refused_when_it_is_sent() {
        let read = draft(vec![question("first", "text")]).check(Id::new(NIL), None).unwrap();
        let today = "2021-10-15".parse().unwrap();
        assert_eq!(read.sent("2021-10-14", today).unwrap_err().0[0].code, "due-past");
        assert_eq!(read.sent("", today).unwrap_err().0[0].code, "required");
        assert_eq!(read.sent("15.10.2021", today).unwrap().status, QuestionnaireStatus::Open);
        assert_eq!(
            draft(vec![]).check(Id::new(NIL), None).unwrap().sent("2022-01-01", today).unwrap_err().0[0].code,
            "questions-missing"
        );
    }
}
