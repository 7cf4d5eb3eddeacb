//! A recommendation with what became of it: each addressee's reports, and what they come to together.
//!
//! Refuses to guess: an addressee that has said nothing is open.

use super::Recommendation;
use crate::id::RecordId;
use crate::operation::Operation;
use crate::participant::ParticipantCode;
use crate::progress::{Progress, Standing};
use crate::record::Record;
use crate::time::Day;

/// One addressee and what it said.
#[derive(Debug, Clone)]
pub struct Addressee {
    /// Who.
    pub participant: ParticipantCode,
    /// How it stands, by its latest report.
    pub standing: Standing,
    /// Whether the day is past and it has not settled it.
    pub overdue: bool,
    /// Its reports, latest first.
    pub reports: Vec<Record<Progress>>,
}

/// A clause of a plan that carries a recommendation on, as far as a reader may see that plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The code of the plan's operation.
    pub operation: String,
    /// The version of the plan.
    pub plan: RecordId,
    /// The clause's stable id; empty for the plan as a whole.
    pub clause: String,
    /// The number under which it is printed there; `None` for the plan as a whole.
    pub number: Option<usize>,
}

/// A recommendation and what became of it.
#[derive(Debug, Clone)]
pub struct Followed {
    /// The recommendation, with those records it names that its reader may see.
    pub record: Record<Recommendation>,
    /// Its addressees.
    pub addressees: Vec<Addressee>,
    /// What they come to together.
    pub standing: Standing,
    /// The clauses that carry it on, as far as the reader may see them.
    pub taken: Vec<Taken>,
}

/// One edition with its recommendations.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The operation.
    pub operation: Operation,
    /// Its recommendations, newest first.
    pub followed: Vec<Followed>,
}

impl Followed {
    /// A recommendation of `operation` beside those of `reports` that are about it.
    pub fn of(
        operation: &Operation,
        record: Record<Recommendation>,
        reports: &[Record<Progress>],
        today: Day,
    ) -> Followed {
        let late = record.content.due.is_some_and(|due| due < today);
        let of = |participant: ParticipantCode| {
            let own = |one: &&Record<Progress>| {
                one.content.recommendation == record.header.id && one.header.owner == participant
            };
            let mut reports: Vec<_> = reports.iter().filter(own).cloned().collect();
            reports.sort_by_key(|one| std::cmp::Reverse(one.header.sequence));
            let standing = reports.first().map_or(Standing::Open, |latest| latest.content.status);
            Addressee { participant, standing, overdue: late && !standing.is_settled(), reports }
        };
        let addressees: Vec<Addressee> = record.content.addressed(operation).into_iter().map(of).collect();
        let standings: Vec<Standing> = addressees.iter().map(|one| one.standing).collect();
        Followed { standing: Standing::together(&standings), record, addressees, taken: Vec::new() }
    }

    /// Whether a plan carries it on.
    pub fn is_carried(&self) -> bool {
        !self.taken.is_empty()
    }

    /// Whether somebody is late.
    pub fn is_overdue(&self) -> bool {
        self.addressees.iter().any(|one| one.overdue)
    }

    /// Its addressees by how they stand, each standing once, in the order of the codes.
    pub fn by_standing(&self) -> Vec<(Standing, Vec<&Addressee>)> {
        let of = |standing: Standing| {
            let all: Vec<&Addressee> = self.addressees.iter().filter(|one| one.standing == standing).collect();
            (standing, all)
        };
        Standing::ALL.iter().map(|standing| of(*standing)).filter(|(_, all)| !all.is_empty()).collect()
    }
}
