//! An acceptance: a participant's agreement to an exact text of the plan, with its reservations.
//!
//! Refuses another text than the one that was sent out for acceptance, and a reservation on a clause that is not in it.

use crate::card::Card;
use crate::id::{Id, Noun};
use crate::lang::Lang;
use crate::plan::{Plan, PlanId};
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use crate::time::{Day, read_day};
use serde::{Deserialize, Serialize};

/// Names one acceptance.
pub type AcceptanceId = Id<Acceptance>;

impl Noun for Acceptance {
    const PREFIX: &'static str = "acc";
}

crate::codes! {
    /// At which level it was decided.
    pub enum AcceptanceLevel {
        /// By the agency that takes part.
        Agency = "agency",
        /// By a ministry.
        Ministry = "ministry",
        /// By the government.
        Government = "government",
    }
}

/// What a participant does not accept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reservation {
    /// The clause.
    pub clause: String,
    /// In its own words.
    pub text: String,
}

/// A participant's agreement to a version of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// Names it.
    pub id: AcceptanceId,
    /// The version.
    pub plan: PlanId,
    /// Its number.
    pub version: u32,
    /// The hash of its exact text.
    pub hash: String,
    /// The day on which it was decided.
    pub day: Day,
    /// At which level.
    pub level: AcceptanceLevel,
    /// Who decided, by office.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    /// The document that says so, by its number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub document: String,
    /// What is not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reservations: Vec<Reservation>,
    /// The language of its words.
    pub lang: Lang,
}

impl Shared for Acceptance {
    const KIND: Kind = Kind::Acceptance;

    fn card(&self) -> Card {
        let whole = self.reservations.is_empty();
        Card {
            about: Some(self.plan.into()),
            part: String::new(),
            status: if whole { "accepted" } else { "with-reservations" }.to_owned(),
            key: self.level.code().to_owned(),
            title: self.document.clone(),
            day: Some(self.day),
            due: None,
        }
    }

    fn searched(&self) -> String {
        let reserved = self.reservations.iter().map(|one| one.text.as_str());
        [self.office.as_str(), self.document.as_str()].into_iter().chain(reserved).collect::<Vec<_>>().join(" ")
    }
}

/// A reservation as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReservationDraft {
    /// The clause.
    pub clause: String,
    /// In the participant's own words.
    pub text: String,
}

/// An acceptance as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AcceptanceDraft {
    /// The hash of the text that was read.
    pub hash: String,
    /// The day of the decision.
    pub day: String,
    /// [`AcceptanceLevel`] code.
    pub authority: String,
    /// Who decided.
    pub office: String,
    /// The document.
    pub document: String,
    /// Reservations.
    pub reservations: Vec<ReservationDraft>,
    /// Language tag.
    pub lang: String,
}

impl AcceptanceDraft {
    /// The acceptance of `plan`, or all problems; `current` is the version that participants are asked about now.
    pub fn check(&self, id: AcceptanceId, plan: &Plan, current: u32, today: Day) -> Result<Acceptance, Problems> {
        let mut problems = Problems::none();
        let hash = plan.hash();
        if current != plan.version {
            let superseded = Problem::new("", "acceptance-superseded");
            problems.add(superseded.with("version", plan.version).with("current", current));
        } else if self.hash.trim() != hash {
            problems.add(Problem::new("", "acceptance-other-text").with("version", plan.version));
        }
        let day = self.check_day(today, &mut problems);
        let level = AcceptanceLevel::parse(self.authority.trim());
        match level {
            None if self.authority.trim().is_empty() => problems.add(Problem::new("authority", "required")),
            None => problems.add(Problem::new("authority", "code-unknown").with("text", self.authority.trim())),
            Some(_) => {}
        }
        let mut words = |field: &str, text: &str| problems.keep(text::read(field, text, 300)).unwrap_or_default();
        let (office, document) = (words("office", &self.office), words("document", &self.document));
        let reservations = self.check_reservations(plan, &mut problems);
        let lang = Lang::parse(self.lang.trim()).unwrap_or_default();
        problems.or(day.zip(level).map(|(day, level)| Acceptance {
            id,
            plan: plan.id,
            version: plan.version,
            hash,
            day,
            level,
            office,
            document,
            reservations,
            lang,
        }))
    }

    fn check_day(&self, today: Day, problems: &mut Problems) -> Option<Day> {
        let typed = problems.keep(text::required("day", &self.day, 40))?;
        let day = problems.keep(read_day("day", &typed))?.day;
        if day > today {
            problems.add(Problem::new("day", "date-future").with("text", day));
        }
        Some(day)
    }

    fn check_reservations(&self, plan: &Plan, problems: &mut Problems) -> Vec<Reservation> {
        let mut all = Vec::new();
        for (place, draft) in self.reservations.iter().enumerate() {
            let (clause, at) = (draft.clause.trim(), |field: &str| format!("reservations.{place}.{field}"));
            if clause.is_empty() && draft.text.trim().is_empty() {
                continue;
            }
            if clause.is_empty() {
                problems.add(Problem::new(at("clause"), "required"));
            } else if plan.clause(clause).is_none() {
                problems.add(Problem::new(at("clause"), "clause-unknown").with("text", clause));
            }
            if let Some(text) = problems.keep(text::required(&at("text"), &draft.text, 2000)) {
                all.push(Reservation { clause: clause.to_owned(), text });
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::NIL;
    use crate::names::Names;
    use crate::plan::Clause;

    fn plan() -> Plan {
        let mut plan = Plan::empty(Id::new(NIL), Names::same("Plan"));
        let id = plan.issue();
        plan.put(Clause { id, ..Clause::default() }, 1);
        plan
    }

    fn draft(plan: &Plan) -> AcceptanceDraft {
        AcceptanceDraft {
            hash: plan.hash(),
            day: "2021-07-05".to_owned(),
            authority: "ministry".to_owned(),
            ..AcceptanceDraft::default()
        }
    }

    #[test]
    fn a_superseded_or_other_text_is_not_accepted() {
        let (plan, today) = (plan(), "2021-07-06".parse().unwrap());
        assert!(draft(&plan).check(Id::new(NIL), &plan, 1, today).is_ok());
        let found = draft(&plan).check(Id::new(NIL), &plan, 2, today).unwrap_err();
        assert_eq!(found.0[0].code, "acceptance-superseded");
        let other = AcceptanceDraft { hash: "x".to_owned(), ..draft(&plan) };
        assert_eq!(other.check(Id::new(NIL), &plan, 1, today).unwrap_err().0[0].code, "acceptance-other-text");
    }

    #[test]
    fn a_reservation_names_a_clause_of_the_text() {
        let (plan, today) = (plan(), "2021-07-06".parse().unwrap());
        let on = |clause: &str| {
            let one = ReservationDraft { clause: clause.to_owned(), text: "Not at sea".to_owned() };
            AcceptanceDraft { reservations: vec![ReservationDraft::default(), one], ..draft(&plan) }
        };
        assert_eq!(on("c1").check(Id::new(NIL), &plan, 1, today).unwrap().card().status, "with-reservations");
        let found = on("c7").check(Id::new(NIL), &plan, 1, today).unwrap_err();
        assert_eq!((found.0[0].field.as_str(), found.0[0].code.as_ref()), ("reservations.1.clause", "clause-unknown"));
    }
}
