//! A questionnaire as typed: by the form, a catalogue file or a spreadsheet, and its way to being true.
//!
//! Refuses keys that are not stable (anything but small Latin letters, digits and hyphens), keys that come twice, a
//! choice without choices, a table without columns, and a condition on a question that does not come before it.

mod question;

pub use question::{ColumnDraft, QuestionDraft, choice_line};

use question::{Around, read_key};

use super::{Question, Questionnaire, QuestionnaireStatus, Section};
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
        let questions = self.sections.iter().flat_map(|section| &section.questions);
        let mut keys: Vec<&str> = questions.map(|question| question.key.trim()).collect();
        let (mut before, mut failed): (Vec<Question>, Vec<&str>) = (Vec::new(), Vec::new());
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
                let key = keys.remove(0);
                match question.check(Around { before: &before, failed: &failed, later: &keys, own: key }) {
                    Ok(question) => before.push(question),
                    Err(own) => {
                        failed.push(key);
                        own.0.into_iter().for_each(|own| found.add(own.inside(&format!("questions.{place}"))));
                    }
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
mod tests;
