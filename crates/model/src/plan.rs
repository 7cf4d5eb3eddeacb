//! The plan of an operation, clause by clause: one record a version, with measures inside the clauses.
//!
//! Refuses to change a text that was sent out: the next version is a record of its own. What participants accept is named
//! by the hash of the exact text. Identifiers of clauses are given once and stay through all versions.

mod difference;
mod draft;
mod standing;
mod step;

pub use difference::{Change, Piece, Touch, changes, words};
pub use draft::{CLAUSES, ClauseDraft, MeasureDraft};
pub use standing::{Later, Standing, Tally};
pub use step::{AUDIENCES, AskDraft, ConsultDraft, Rule, TitleDraft};

use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::incident::Setting;
use crate::lang::Lang;
use crate::names::Names;
use crate::participant::ParticipantCode;
use crate::record::{Kind, Shared};
use crate::time::{Day, Moment};
use crate::wire::v1;
use serde::{Deserialize, Serialize};

/// Names one version of a plan.
pub type PlanId = Id<Plan>;

impl Noun for Plan {
    const PREFIX: &'static str = "pln";
}

/// What a comment names that is about the plan as a whole and no clause of it.
pub const WHOLE: &str = "whole";

crate::codes! {
    /// What its coordinator did with a version last.
    pub enum Step {
        /// It is being written.
        Draft = "draft",
        /// It was sent to the participants for comment.
        OutForComment = "out-for-comment",
        /// It was sent to the participants for acceptance.
        OutForAcceptance = "out-for-acceptance",
        /// It was closed.
        Closed = "closed",
    }
}

crate::codes! {
    /// What the first version of a plan begins from.
    pub enum Start {
        /// The clauses that such plans usually have, to be filled.
        Outline = "outline",
        /// The plan of the edition before, with its open recommendations.
        Previous = "previous",
        /// Nothing.
        Empty = "empty",
    }
}

/// What is done: where, when, by whom, with what, and how one sees that it worked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Names it within its clause: `m1`.
    pub id: String,
    /// What is done.
    pub what: Names,
    /// Classes of places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settings: Vec<Setting>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Participants that do it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<ParticipantCode>,
    /// Agencies and others that do it, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// What it takes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub resources: String,
    /// How one sees that it worked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub success: String,
    /// The recommendation of an earlier edition that it carries out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommendation: Option<RecordId>,
    /// The finding that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<RecordId>,
}

/// One clause, in several languages side by side.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Names it in every version: `c1`.
    pub id: String,
    /// The language it was written in; the others are translations.
    pub lang: Lang,
    /// What it is called.
    pub heading: Names,
    /// What it says.
    pub text: Names,
    /// The recommendation of an earlier edition that it carries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommendation: Option<RecordId>,
    /// Its measures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// How many identifiers of measures it has given.
    #[serde(default)]
    pub issued: u32,
}

impl Clause {
    /// The languages among `wanted` in which it has no text.
    pub fn missing(&self, wanted: &[Lang]) -> Vec<Lang> {
        wanted.iter().copied().filter(|lang| self.text.exact(*lang).is_none()).collect()
    }
}

/// What was asked when a version was sent out for acceptance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The day it was sent.
    pub on: Day,
    /// By when participants answer.
    pub due: Day,
    /// The first day on which it can be in force.
    pub from: Day,
    /// Who was asked: the participants of that day.
    pub participants: Vec<ParticipantCode>,
    /// How many of them are enough; `None` for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed: Option<u32>,
}

/// One version of the plan of an operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Names it.
    pub id: PlanId,
    /// Counts the versions of one operation's plan, from 1.
    pub version: u32,
    /// The version it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<PlanId>,
    /// What it is called.
    pub title: Names,
    /// What is new in it, for the log of amendments.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What its coordinator did with it last.
    pub step: Step,
    /// Its clauses, in their order.
    pub clauses: Vec<Clause>,
    /// How many identifiers of clauses have been given, through all versions.
    pub issued: u32,
    /// When it was first sent out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Moment>,
    /// By when participants comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// What was asked with it, once it was sent out for acceptance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// Why it was closed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Plan {
    /// The first version, without a clause.
    pub fn empty(id: PlanId, title: Names) -> Self {
        Self {
            id,
            version: 1,
            replaces: None,
            title,
            note: String::new(),
            step: Step::Draft,
            clauses: Vec::new(),
            issued: 0,
            sent: None,
            due: None,
            asked: None,
            reason: String::new(),
        }
    }

    /// The version after this one: the same clauses under the same identifiers, as a draft.
    #[must_use]
    pub fn next(&self, id: PlanId, version: u32) -> Self {
        Self {
            version,
            replaces: Some(self.id),
            clauses: self.clauses.clone(),
            issued: self.issued,
            ..Self::empty(id, self.title.clone())
        }
    }

    /// The clause of that identifier.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// The number under which it is printed: its place.
    pub fn number(&self, id: &str) -> Option<usize> {
        self.clauses.iter().position(|clause| clause.id == id).map(|place| place + 1)
    }

    /// Whether a comment or a reservation can be about that part.
    pub fn has_part(&self, part: &str) -> bool {
        part == WHOLE || self.clause(part).is_some()
    }

    /// An identifier that no clause has had.
    pub fn issue(&mut self) -> String {
        self.issued += 1;
        format!("c{}", self.issued)
    }

    /// Puts a clause at a place, counted from 1, in the stead of the one of its identifier.
    pub fn put(&mut self, clause: Clause, place: usize) {
        self.clauses.retain(|other| other.id != clause.id);
        let at = place.saturating_sub(1).min(self.clauses.len());
        self.clauses.insert(at, clause);
    }

    /// The hash of the exact text: what an acceptance names. Steps and days are no part of it.
    pub fn hash(&self) -> String {
        #[derive(Serialize)]
        struct Text<'a> {
            id: PlanId,
            version: u32,
            title: &'a Names,
            clauses: &'a [Clause],
        }
        let text = Text { id: self.id, version: self.version, title: &self.title, clauses: &self.clauses };
        v1::hash(&serde_json::to_string(&text).unwrap_or_default())
    }
}

impl Shared for Plan {
    const KIND: Kind = Kind::Plan;

    fn card(&self) -> Card {
        Card {
            about: self.replaces.map(Into::into),
            part: String::new(),
            status: self.step.code().to_owned(),
            key: self.version.to_string(),
            title: self.title.say(Lang::En).to_owned(),
            day: self.sent.map(Moment::day),
            due: self.asked.as_ref().map(|asked| asked.due).or(self.due),
        }
    }

    fn searched(&self) -> String {
        let clauses = self.clauses.iter().flat_map(|clause| {
            let measures = clause.measures.iter().flat_map(|measure| measure.what.iter());
            clause.heading.iter().chain(clause.text.iter()).chain(measures)
        });
        self.title.iter().chain(clauses).map(|(_, text)| text).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::NIL;

    fn plan() -> Plan {
        let mut plan = Plan::empty(Id::new(NIL), Names::same("Plan"));
        for heading in ["Aim", "Posts"] {
            let id = plan.issue();
            plan.put(Clause { id, heading: Names::same(heading), ..Clause::default() }, 99);
        }
        plan
    }

    #[test]
    fn an_identifier_of_a_clause_is_never_given_twice() {
        let mut first = plan();
        first.clauses.clear();
        let mut next = first.next(Id::new(uuid::Uuid::max()), 2);
        assert_eq!(next.issue(), "c3");
    }

    #[test]
    fn the_hash_is_of_the_text_and_not_of_what_was_done_with_it() {
        let before = plan();
        let sent = Plan { step: Step::OutForComment, due: "2021-07-01".parse().ok(), ..before.clone() };
        assert_eq!(before.hash(), sent.hash());
        let mut other = before.clone();
        other.clauses[1].text = Names::same("x");
        assert_ne!(before.hash(), other.hash());
        assert_ne!(
            before.hash(),
            before.next(Id::new(uuid::Uuid::max()), 2).hash(),
            "each version is a text of its own"
        );
    }

    #[test]
    fn a_clause_that_moves_keeps_its_identifier() {
        let mut plan = plan();
        let posts = plan.clauses[1].clone();
        plan.put(posts, 1);
        assert_eq!(plan.clauses.iter().map(|clause| clause.id.as_str()).collect::<Vec<_>>(), ["c2", "c1"]);
        assert_eq!(plan.number("c1"), Some(2));
    }
}
