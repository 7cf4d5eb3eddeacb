//! A recommendation: what is to be done, by whom, until when, and which clause of the next edition carries it.
//!
//! Refuses to say what became of it: each addressee says that for itself, as [`crate::progress`].

mod draft;
mod followed;

pub use draft::RecommendationDraft;
pub(crate) use draft::{must, optional_day, read_records};
pub use followed::{Addressee, Edition, Followed, Taken};

use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::lang::Lang;
use crate::names::Names;
use crate::operation::Operation;
use crate::participant::{ParticipantCode, ParticipationRole};
use crate::record::{Kind, Shared};
use crate::time::Day;
use serde::{Deserialize, Serialize};

/// Names one recommendation.
pub type RecommendationId = Id<Recommendation>;

impl Noun for Recommendation {
    const PREFIX: &'static str = "rcm";
}

crate::codes! {
    /// Where a recommendation comes from.
    pub enum RecommendationSource {
        /// A meeting.
        Meeting = "meeting",
        /// The debrief of an edition.
        Debrief = "debrief",
        /// The coordinator's analysis.
        Analysis = "analysis",
    }
}

crate::codes! {
    /// What a recommendation is about.
    pub enum Category {
        /// Laws and lists.
        Law = "law",
        /// Laboratories.
        Forensic = "forensic",
        /// Training.
        Training = "training",
        /// Equipment, kits and standards.
        Equipment = "equipment",
        /// Exchange of information.
        Exchange = "exchange",
        /// Procedures and forms.
        Procedure = "procedure",
        /// Coordination.
        Coordination = "coordination",
    }
}

crate::codes! {
    /// How much depends on it.
    pub enum Priority {
        /// First of all.
        High = "high",
        /// In its turn.
        Medium = "medium",
        /// When there is room.
        Low = "low",
    }
}

/// The clause of a plan that carries a recommendation on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedBy {
    /// The plan.
    pub plan: RecordId,
    /// The clause in it, by its stable id; empty for the plan as a whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub clause: String,
}

/// What is to be done, by whom, until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Its text per language.
    pub text: Names,
    /// The language in which it was agreed; the others are translations.
    pub original: Lang,
    /// Where it comes from.
    pub source: RecommendationSource,
    /// The meeting it comes from, where it is a record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<RecordId>,
    /// The number of the meeting's decision; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decision: String,
    /// Records that show why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<RecordId>,
    /// To whom it is addressed; empty for every participant of the operation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressees: Vec<ParticipantCode>,
    /// What it is about.
    pub category: Category,
    /// How much depends on it.
    pub priority: Priority,
    /// The day by which it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// The day on which it is looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Day>,
    /// The clause of a plan that carries it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried: Option<CarriedBy>,
}

/// Those of an operation to whom a recommendation can be addressed: who works in it, or did, and coordinators never.
pub fn addressable(operation: &Operation) -> Vec<ParticipantCode> {
    let works = operation.participations.iter().filter(|part| part.role == ParticipationRole::Participant);
    let mut all: Vec<ParticipantCode> = works.map(|part| part.participant.clone()).collect();
    all.dedup();
    all
}

impl Recommendation {
    /// To whom it is addressed, each by name.
    pub fn addressed(&self, operation: &Operation) -> Vec<ParticipantCode> {
        if self.addressees.is_empty() { addressable(operation) } else { self.addressees.clone() }
    }

    /// The text in the language in which it was agreed.
    pub fn as_agreed(&self) -> &str {
        self.text.exact(self.original).unwrap_or_else(|| self.text.say(self.original))
    }
}

impl Shared for Recommendation {
    const KIND: Kind = Kind::Recommendation;

    /// It stands `open` until a clause has it: then it is `carried`. What addressees did is theirs to say.
    fn card(&self) -> Card {
        Card {
            about: self.meeting.clone(),
            part: self.decision.clone(),
            status: if self.carried.is_some() { "carried" } else { "open" }.to_owned(),
            key: self.category.code().to_owned(),
            title: self.as_agreed().to_owned(),
            day: self.review,
            due: self.due,
        }
    }

    fn searched(&self) -> String {
        self.text.iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n")
    }
}
