//! Where a version of the plan stands: computed from its step, its acceptances and the versions after it.
//!
//! Refuses to be set by anybody: a plan comes in force by the rule it was sent out with, and by nothing else.

use super::{Plan, Step};
use crate::participant::ParticipantCode;
use crate::time::Day;

crate::codes! {
    /// Where a version stands.
    pub enum Standing {
        /// It is being written.
        Draft = "draft",
        /// Participants comment on it.
        OutForComment = "out-for-comment",
        /// A later version was sent out before this one came in force.
        Revised = "revised",
        /// Participants are asked to accept it.
        OutForAcceptance = "out-for-acceptance",
        /// Enough have accepted; its first day has not come.
        Accepted = "accepted",
        /// It holds.
        InForce = "in-force",
        /// It held until a later version came in force.
        Amended = "amended",
        /// It was closed.
        Closed = "closed",
    }
}

/// What became of the versions after one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Later {
    /// One of them was sent out.
    pub sent_out: bool,
    /// One of them is in force or was.
    pub in_force: bool,
}

/// Who has accepted of those who were asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Who has.
    pub accepted: Vec<ParticipantCode>,
    /// Who has not.
    pub missing: Vec<ParticipantCode>,
    /// How many are needed.
    pub needed: usize,
}

impl Tally {
    /// Of this plan, where these participants have accepted its text; nobody where it was not sent out for acceptance.
    pub fn of(plan: &Plan, accepted: &[ParticipantCode]) -> Self {
        let Some(asked) = &plan.asked else { return Self::default() };
        let all = asked.participants.iter().cloned();
        let (accepted, missing): (Vec<_>, Vec<_>) = all.partition(|participant| accepted.contains(participant));
        let needed = asked.needed.map_or(asked.participants.len(), |needed| needed.try_into().unwrap_or(usize::MAX));
        Self { accepted, missing, needed }
    }

    /// Whether the rule is fulfilled.
    pub fn is_met(&self) -> bool {
        self.needed > 0 && self.accepted.len() >= self.needed
    }
}

impl Standing {
    /// Of this plan today, where these participants have accepted its text.
    pub fn of(plan: &Plan, accepted: &[ParticipantCode], later: Later, today: Day) -> Self {
        let met = Tally::of(plan, accepted).is_met();
        let begun = plan.asked.as_ref().is_some_and(|asked| asked.from <= today);
        match plan.step {
            Step::Draft => Standing::Draft,
            Step::Closed => Standing::Closed,
            _ if met && later.in_force => Standing::Amended,
            _ if met && begun => Standing::InForce,
            _ if met => Standing::Accepted,
            _ if later.sent_out => Standing::Revised,
            Step::OutForAcceptance => Standing::OutForAcceptance,
            Step::OutForComment => Standing::OutForComment,
        }
    }

    /// What is known of the versions after an earlier one, once this one is.
    #[must_use]
    pub const fn seen_from_before(self, later: Later) -> Later {
        Later {
            sent_out: later.sent_out || !matches!(self, Standing::Draft),
            in_force: later.in_force || matches!(self, Standing::InForce | Standing::Amended),
        }
    }

    /// Whether its text is one to speak about: it was sent out and nothing newer was.
    pub const fn is_current(self) -> bool {
        matches!(self, Standing::OutForComment | Standing::OutForAcceptance | Standing::Accepted | Standing::InForce)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{Id, NIL};
    use crate::names::Names;
    use crate::plan::Asked;

    fn code(text: &str) -> ParticipantCode {
        ParticipantCode::country(text)
    }

    fn asked(needed: Option<u32>) -> Plan {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let asked = Asked {
            on: day("2021-07-01"),
            due: day("2021-07-10"),
            from: day("2021-07-12"),
            participants: vec![code("KZ"), code("UZ"), code("IR")],
            needed,
        };
        Plan { step: Step::OutForAcceptance, asked: Some(asked), ..Plan::empty(Id::new(NIL), Names::default()) }
    }

    #[test]
    fn a_plan_is_in_force_when_enough_have_accepted_and_its_day_has_come() {
        let (before, after): (Day, Day) = ("2021-07-11".parse().unwrap(), "2021-07-12".parse().unwrap());
        let two = [code("KZ"), code("IR"), code("MN")];
        let stands =
            |plan: &Plan, accepted: &[ParticipantCode], day| Standing::of(plan, accepted, Later::default(), day);
        assert_eq!(stands(&asked(None), &two, after), Standing::OutForAcceptance);
        assert_eq!(stands(&asked(Some(2)), &two, before), Standing::Accepted);
        assert_eq!(stands(&asked(Some(2)), &two, after), Standing::InForce);
        assert_eq!(Tally::of(&asked(None), &two).missing, [code("UZ")]);
    }

    #[test]
    fn what_held_stays_in_force_until_the_amendment_is_and_what_never_held_is_revised() {
        let day = "2021-08-01".parse().unwrap();
        let all = [code("KZ"), code("UZ"), code("IR")];
        let sent = Standing::OutForAcceptance.seen_from_before(Later::default());
        assert_eq!(Standing::of(&asked(None), &all, sent, day), Standing::InForce);
        assert_eq!(Standing::of(&asked(None), &[], sent, day), Standing::Revised);
        let held = Standing::InForce.seen_from_before(Later::default());
        assert_eq!(Standing::of(&asked(None), &all, held, day), Standing::Amended);
        let draft = Standing::Draft.seen_from_before(Later::default());
        assert_eq!(Standing::of(&asked(None), &[], draft, day), Standing::OutForAcceptance);
    }
}
