//! A submission: what one participant answers to a questionnaire, released by its contact point; and the answers on the
//! way there, which nobody outside the participant sees.
//!
//! Refuses to overwrite: an answer names the revision it was made from. Refuses to take an answer of another kind for an
//! answer to a question that was changed since.

mod draft;
mod sheet;

pub use draft::{AnswerDraft, AnswersDraft, FILES, RowDraft};
pub use sheet::{Answers, Conflict, LeftOver, LookAgain};

use crate::agency::AgencyId;
use crate::attachment::AttachmentId;
use crate::card::Card;
use crate::id::{Id, Noun};
use crate::member::Role;
use crate::names::Names;
use crate::questionnaire::{QuestionKind, Questionnaire, QuestionnaireId};
use crate::record::{Kind, Shared};
use crate::time::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names a submission.
pub type SubmissionId = Id<Submission>;

/// One value: what is meant, and what was typed where that looks otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scalar {
    /// A text, a plain decimal, a code, codes with blanks between them, an ISO day.
    pub value: String,
    /// As written, where that differs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub written: String,
}

impl Scalar {
    /// A value that was written as `written`.
    pub fn of(value: impl Into<String>, written: &str) -> Self {
        let value = value.into();
        let written = if value == written { String::new() } else { written.to_owned() };
        Self { value, written }
    }

    /// What was typed.
    pub fn typed(&self) -> &str {
        if self.written.is_empty() { &self.value } else { &self.written }
    }
}

/// A row of a table; its identifier stays with it through every change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Stable within the answer.
    pub id: String,
    /// Cells by the keys of their columns; blank ones are left out.
    pub cells: BTreeMap<String, Scalar>,
}

impl Row {
    /// What was meant in a cell; blank where nothing was.
    pub fn value(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.value)
    }
}

/// One file of an answer: kept with it before it is released, an attachment of the submission after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Names it, before the release and after.
    pub file: AttachmentId,
    /// Its name as given, without folders.
    pub name: String,
    /// Media type, found from the content.
    pub media_type: String,
    /// Bytes, after metadata was stripped.
    pub size: u64,
    /// SHA-256 of the content.
    pub sha256: String,
}

/// What was answered. Rows without any row say that there is nothing to report, which is an answer too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Said {
    /// One value.
    One(Scalar),
    /// Rows of a table.
    Rows(Vec<Row>),
    /// Files, one at least.
    Files(Vec<Given>),
}

impl Said {
    /// Its files; none where it is no answer of files.
    pub fn files(&self) -> &[Given] {
        if let Said::Files(files) = self { files } else { &[] }
    }

    /// Its rows; none where it is no answer of a table.
    pub fn rows(&self) -> &[Row] {
        if let Said::Rows(rows) = self { rows } else { &[] }
    }
}

/// One answer as it stands, with whose it is and of when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The key of its question.
    pub question: String,
    /// The kind its question had.
    pub kind: QuestionKind,
    /// What was answered; `None` where an answer was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Said>,
    /// Its revision.
    pub revision: u32,
    /// The version of the questionnaire that was answered.
    pub version: u32,
    /// The agency that answered.
    pub agency: AgencyId,
    /// The role of who answered; never the person.
    pub role: Role,
    /// When.
    pub changed: Moment,
}

/// How much of a section is answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The key of the section.
    pub section: String,
    /// Questions that are asked, their conditions respected.
    pub asked: u32,
    /// How many of them are answered.
    pub answered: u32,
    /// Questions that have to be answered.
    pub required: u32,
    /// How many of them are answered.
    pub required_answered: u32,
}

/// How much of a questionnaire is answered, section by section.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Completeness(pub Vec<Count>);

impl Completeness {
    /// All sections together.
    pub fn all(&self) -> Count {
        self.0.iter().fold(Count::default(), |all, one| Count {
            asked: all.asked + one.asked,
            answered: all.answered + one.answered,
            required: all.required + one.required,
            required_answered: all.required_answered + one.required_answered,
            ..all
        })
    }

    /// Of a hundred: of what has to be answered, else of all that is asked; never a hundred before all of it is.
    pub fn percent(&self) -> u32 {
        let all = self.all();
        let (part, whole) =
            if all.required > 0 { (all.required_answered, all.required) } else { (all.answered, all.asked) };
        (part * 100).checked_div(whole).unwrap_or(100)
    }
}

/// What a participant has released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Names it.
    pub id: SubmissionId,
    /// The questionnaire it answers.
    pub questionnaire: QuestionnaireId,
    /// Which version of it.
    pub version: u32,
    /// Which revision of its record: the questions as they were then.
    pub questionnaire_revision: u32,
    /// What the questionnaire is called.
    pub title: Names,
    /// The answers, in the order of the questions.
    pub answers: Vec<Answer>,
    /// How complete they are.
    pub completeness: Completeness,
    /// What the contact point says with them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Noun for Submission {
    const PREFIX: &'static str = "sbm";
}

impl Submission {
    /// The answer to a question.
    pub fn answer(&self, key: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.question == key)
    }

    /// Every file that was released with it.
    pub fn files(&self) -> impl Iterator<Item = &Given> {
        self.answers.iter().filter_map(|answer| answer.said.as_ref()).flat_map(Said::files)
    }
}

impl Shared for Submission {
    const KIND: Kind = Kind::Submission;

    fn card(&self) -> Card {
        let title = self.title.iter().next().map_or("", |(_, title)| title);
        Card {
            about: Some(self.questionnaire.into()),
            status: "released".to_owned(),
            key: self.version.to_string(),
            title: title.to_owned(),
            ..Card::default()
        }
    }

    fn searched(&self) -> String {
        let mut words: Vec<&str> = self.title.iter().map(|(_, title)| title).collect();
        words.push(&self.note);
        for said in self.answers.iter().filter_map(|answer| answer.said.as_ref()) {
            match said {
                Said::One(one) => words.push(&one.value),
                Said::Rows(rows) => {
                    words.extend(rows.iter().flat_map(|row| row.cells.values()).map(|cell| cell.value.as_str()));
                }
                Said::Files(files) => words.extend(files.iter().map(|file| file.name.as_str())),
            }
        }
        words.join(" ")
    }
}

impl Questionnaire {
    /// The keys of what is asked after these answers.
    pub fn asked_after(&self, answers: &Answers) -> Vec<&str> {
        self.asked(|key| match &answers.standing(self.question(key)?)?.said {
            Some(Said::One(one)) => Some(one.value.clone()),
            _ => None,
        })
    }

    /// How complete these answers are.
    pub fn completeness(&self, answers: &Answers) -> Completeness {
        let asked = self.asked_after(answers);
        let count = |section: &crate::questionnaire::Section| {
            let mut count = Count { section: section.key.clone(), ..Count::default() };
            for question in section.questions.iter().filter(|question| asked.contains(&question.key.as_str())) {
                let is_answered = u32::from(answers.standing(question).is_some());
                count.asked += 1;
                count.answered += is_answered;
                count.required += u32::from(question.required);
                count.required_answered += if question.required { is_answered } else { 0 };
            }
            count
        };
        Completeness(self.sections.iter().map(count).collect())
    }
}
