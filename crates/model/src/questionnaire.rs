//! A questionnaire: sections of typed questions whose answers participants collect, version by version.
//!
//! Refuses to lose an answer: a question is known by its key and kind, and what was answered under them stays under
//! them, whatever becomes of the question. Refuses conditions that look ahead.

mod change;
mod condition;
mod draft;

pub use change::Changed;
pub use condition::Condition;
pub use draft::{ColumnDraft, QuestionDraft, QuestionnaireDraft, SectionDraft, choice_line};

use crate::card::Card;
use crate::id::{Id, Noun};
use crate::names::Names;
use crate::record::{Kind, Shared};
use crate::time::Day;
use serde::{Deserialize, Serialize};

/// Names a questionnaire.
pub type QuestionnaireId = Id<Questionnaire>;

crate::codes! {
    /// Where a questionnaire stands.
    pub enum QuestionnaireStatus {
        /// The coordinator is still writing it; nobody else sees it.
        Draft = "draft",
        /// Sent out: participants answer.
        Open = "open",
        /// No answers are taken any more.
        Closed = "closed",
    }
}

crate::codes! {
    /// What kind of answer a question takes.
    pub enum QuestionKind {
        /// Free text.
        Text = "text",
        /// A number.
        Number = "number",
        /// One of several.
        Choice = "choice",
        /// Any of several.
        Choices = "choices",
        /// A day.
        Date = "date",
        /// Rows of typed columns.
        Table = "table",
        /// Files.
        File = "file",
    }
}

impl QuestionKind {
    /// Whether one answers it by choosing.
    pub const fn chooses(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }

    /// Whether a column of a table can be of this kind.
    pub const fn fits_column(self) -> bool {
        !matches!(self, Self::Table | Self::File)
    }

    /// Whether an answer is one value, which a condition can be compared with.
    pub const fn is_single(self) -> bool {
        !matches!(self, Self::Table | Self::File)
    }
}

crate::codes! {
    /// What the rows of a table become when they are released: entered once, a record of their own.
    pub enum Becomes {
        /// Laws, regulations, amendments.
        LegalAct = "legal-act",
        /// Substances that a laboratory found.
        Detection = "detection",
    }
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its stable code: what an answer keeps.
    pub code: String,
    /// How it is said.
    pub label: Names,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its stable key within the table.
    pub key: String,
    /// What kind of cells it has.
    pub kind: QuestionKind,
    /// How it is headed.
    pub label: Names,
    /// Whether a row without it is incomplete.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// What can be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its stable key within the questionnaire.
    pub key: String,
    /// What kind of answer it takes.
    pub kind: QuestionKind,
    /// The question itself.
    pub label: Names,
    /// What helps to answer it.
    #[serde(default, skip_serializing_if = "Names::is_empty")]
    pub help: Names,
    /// Whether the answers are incomplete without it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// When it is asked; always, where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// What can be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// The columns of a table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Column>,
    /// What released rows become.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub becomes: Option<Becomes>,
}

impl Question {
    /// One of its columns.
    pub fn column(&self, key: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.key == key)
    }
}

/// Questions that are answered on one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its stable key.
    pub key: String,
    /// How it is headed.
    pub title: Names,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Names::is_empty")]
    pub help: Names,
    /// Its questions, in their order.
    pub questions: Vec<Question>,
}

/// A questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Questionnaire {
    /// Names it.
    pub id: QuestionnaireId,
    /// What it is called.
    pub title: Names,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Names::is_empty")]
    pub introduction: Names,
    /// Grows when its questions change after somebody has answered them.
    pub version: u32,
    /// Where it stands.
    pub status: QuestionnaireStatus,
    /// The day by which answers are to be released.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// Its sections, in their order.
    pub sections: Vec<Section>,
}

impl Noun for Questionnaire {
    const PREFIX: &'static str = "qst";
}

impl Questionnaire {
    /// One of its sections.
    pub fn section(&self, key: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == key)
    }

    /// Every question in its order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// One of its questions.
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions().find(|question| question.key == key)
    }

    /// The keys of the questions that are asked, where `said` tells what was answered to a key: a question stands or
    /// falls with its condition, and one that falls has no value for those after it.
    pub fn asked(&self, said: impl Fn(&str) -> Option<String>) -> Vec<&str> {
        let mut asked: Vec<&str> = Vec::new();
        for question in self.questions() {
            let value = |key: &str| if asked.contains(&key) { said(key) } else { None };
            if question.condition.as_ref().is_none_or(|condition| condition.holds(&value)) {
                asked.push(&question.key);
            }
        }
        asked
    }

    /// Whether it is still to be answered on this day and the day has passed by which it was to be.
    pub fn is_overdue(&self, today: Day) -> bool {
        self.status == QuestionnaireStatus::Open && self.due.is_some_and(|due| due < today)
    }
}

impl Shared for Questionnaire {
    const KIND: Kind = Kind::Questionnaire;

    fn card(&self) -> Card {
        let title = self.title.iter().next().map_or("", |(_, title)| title);
        Card { status: self.status.code().to_owned(), title: title.to_owned(), due: self.due, ..Card::default() }
    }

    fn searched(&self) -> String {
        let said = |names: &Names| names.iter().map(|(_, text)| text.to_owned()).collect::<Vec<_>>();
        let mut words = said(&self.title);
        for section in &self.sections {
            words.extend(said(&section.title));
            section.questions.iter().for_each(|question| words.extend(said(&question.label)));
        }
        words.join(" ")
    }
}
