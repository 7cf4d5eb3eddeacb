//! Progress: how one addressee stands to a recommendation, said by itself, one report after another.
//!
//! Refuses to speak for another, to say "not accepted" without a reason and "done" without proof. The latest report of an
//! addressee counts; earlier ones stay to be read.

use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::marking::{Marking, MarkingDraft};
use crate::operation::Operation;
use crate::problem::{Problem, Problems};
use crate::recommendation::{must, optional_day, read_records};
use crate::record::{Kind, Shared};
use crate::text;
use crate::time::Day;
use serde::{Deserialize, Serialize};

/// Names one report of progress.
pub type ProgressId = Id<Progress>;

impl Noun for Progress {
    const PREFIX: &'static str = "prg";
}

crate::codes! {
    /// How an addressee stands to a recommendation.
    pub enum Standing {
        /// Nothing said yet.
        Open = "open",
        /// Accepted, not begun.
        Accepted = "accepted",
        /// Not accepted, with a reason.
        NotAccepted = "not-accepted",
        /// Begun.
        InProgress = "in-progress",
        /// Done, with proof.
        Done = "done",
        /// Something else has taken its place.
        Superseded = "superseded",
    }
}

impl Standing {
    /// Whether nothing more is expected of the addressee.
    pub const fn is_settled(self) -> bool {
        matches!(self, Standing::NotAccepted | Standing::Done | Standing::Superseded)
    }

    /// What all addressees together come to: where all say the same, that; `done` where all are settled and somebody did
    /// it; `open` while nobody has moved; else in progress.
    pub fn together(all: &[Standing]) -> Standing {
        let Some(first) = all.first() else { return Standing::Open };
        if all.iter().all(|one| one == first) {
            return *first;
        }
        if !all.iter().all(|one| one.is_settled()) {
            return Standing::InProgress;
        }
        if all.contains(&Standing::Done) { Standing::Done } else { Standing::Superseded }
    }
}

/// One report of an addressee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The recommendation.
    pub recommendation: RecordId,
    /// How the addressee stands to it.
    pub status: Standing,
    /// Why it is not accepted; empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What shows that it is done, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
    /// Records that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<RecordId>,
    /// What was done and what is next.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The day it speaks of.
    pub day: Day,
}

impl Shared for Progress {
    const KIND: Kind = Kind::Progress;

    fn card(&self) -> Card {
        let told = [&self.note, &self.reason, &self.proof].into_iter().find(|text| !text.is_empty());
        Card {
            about: Some(self.recommendation.clone()),
            status: self.status.code().to_owned(),
            title: told.cloned().unwrap_or_default(),
            day: Some(self.day),
            ..Card::default()
        }
    }

    fn searched(&self) -> String {
        [self.note.as_str(), &self.reason, &self.proof].join("\n")
    }
}

/// A report as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProgressDraft {
    /// [`Standing`] code.
    pub standing: String,
    /// Why it is not accepted.
    pub reason: String,
    /// What shows that it is done.
    pub proof: String,
    /// Identifiers of records that show it.
    pub proof_records: Vec<String>,
    /// What was done and what is next.
    pub progress_note: String,
    /// The day it speaks of; blank for today.
    pub standing_day: String,
    /// Marking; blank takes the operation's.
    pub marking: MarkingDraft,
    /// What the writer has looked at: `personal-data:<field>`.
    pub settled: Vec<String>,
}

impl ProgressDraft {
    /// The report with its marking, or all problems; `files` is how many come with it, which show something too.
    pub fn check(
        &self,
        recommendation: &RecordId,
        operation: &Operation,
        today: Day,
        files: usize,
    ) -> Result<(Progress, Marking), Problems> {
        let mut problems = Problems::none();
        let status = problems.keep(must("standing", &self.standing, Standing::parse));
        let reason = problems.keep(text::read("reason", &self.reason, 2000)).unwrap_or_default();
        let proof = problems.keep(text::read("proof", &self.proof, 4000)).unwrap_or_default();
        let note = problems.keep(text::read("progress_note", &self.progress_note, 4000)).unwrap_or_default();
        let records = read_records("proof_records", &self.proof_records, &mut problems);
        let day = problems.keep(optional_day("standing_day", &self.standing_day)).flatten().unwrap_or(today);
        if day > today {
            problems.add(Problem::new("standing_day", "date-future").with("text", day));
        }
        if status == Some(Standing::NotAccepted) && self.reason.trim().is_empty() {
            problems.add(Problem::new("reason", "not-accepted-needs-reason"));
        }
        if status == Some(Standing::Done) && self.proof.trim().is_empty() && records.is_empty() && files == 0 {
            problems.add(Problem::new("proof", "done-needs-proof"));
        }
        for (field, text) in [("reason", &reason), ("proof", &proof), ("progress_note", &note)] {
            text::ask_personal(field, text, &self.settled, &mut problems);
        }
        let marking = match self.marking.check(&operation.marking, &operation.participants()) {
            Ok(marking) => Some(marking),
            Err(found) => {
                found.0.into_iter().for_each(|problem| problems.add(problem.inside("marking")));
                None
            }
        };
        let about = recommendation.clone();
        problems.or(status.zip(marking).map(|(status, marking)| {
            (Progress { recommendation: about, status, reason, proof, records, note, day }, marking)
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addressees_together_are_open_until_each_has_settled_it() {
        use Standing::{Accepted, Done, InProgress, NotAccepted, Open, Superseded};
        assert_eq!(Standing::together(&[]), Open);
        assert_eq!(Standing::together(&[Open, Open]), Open);
        assert_eq!(Standing::together(&[Accepted, Accepted]), Accepted);
        assert_eq!(Standing::together(&[Open, Done]), InProgress);
        assert_eq!(Standing::together(&[Done, NotAccepted]), Done);
        assert_eq!(Standing::together(&[NotAccepted, NotAccepted]), NotAccepted);
        assert_eq!(Standing::together(&[NotAccepted, Superseded]), Superseded);
    }
}
