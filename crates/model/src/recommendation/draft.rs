//! A recommendation as typed, and its way to being true.
//!
//! Refuses a day already past unless its writer says that it was so, an addressee that takes no part, and an addressee
//! that its audience would not let read.

use super::{CarriedBy, Category, Priority, Recommendation, RecommendationSource, addressable};
use crate::id::RecordId;
use crate::lang::Lang;
use crate::marking::{Marking, MarkingDraft, coded};
use crate::names::Names;
use crate::operation::Operation;
use crate::participant::{ParticipantCode, ParticipationRole};
use crate::permission::opens;
use crate::problem::{Problem, Problems};
use crate::text;
use crate::time::{Day, read_day};
use serde::{Deserialize, Serialize};

/// A recommendation as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RecommendationDraft {
    /// Text per language.
    pub recommended: Names,
    /// Tag of the language in which it was agreed; blank for the only one written, or the first.
    pub agreed_in: String,
    /// [`RecommendationSource`] code.
    pub came_from: String,
    /// Identifier of the meeting it comes from.
    pub meeting: String,
    /// Number of the meeting's decision.
    pub decision_number: String,
    /// Identifiers of records that show why.
    pub evidence: Vec<String>,
    /// Addressed to every participant.
    pub everyone: bool,
    /// Participant codes.
    pub addressees: Vec<String>,
    /// [`Category`] code.
    pub category: String,
    /// [`Priority`] code.
    pub priority: String,
    /// Day by which it is to be done.
    pub due_by: String,
    /// The due day is past, and is meant so.
    pub due_was: bool,
    /// Day on which it is looked at again.
    pub review: String,
    /// Identifier of the plan that carries it on; `pln_…#c4` names the clause with it, as the address of a page does.
    pub plan: String,
    /// Id of the clause in it.
    pub clause: String,
    /// Marking; blank takes the operation's.
    pub marking: MarkingDraft,
    /// What the writer has looked at: `personal-data:<field>`.
    pub settled: Vec<String>,
}

impl RecommendationDraft {
    /// The draft that would read back as `recommendation`.
    pub fn of(recommendation: &Recommendation, marking: &Marking) -> Self {
        let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
        let id = |id: &RecordId| id.to_string();
        let carried = recommendation.carried.as_ref();
        Self {
            recommended: recommendation.text.clone(),
            agreed_in: recommendation.original.tag().to_owned(),
            came_from: recommendation.source.code().to_owned(),
            meeting: recommendation.meeting.as_ref().map_or_else(String::new, id),
            decision_number: recommendation.decision.clone(),
            evidence: recommendation.evidence.iter().map(id).collect(),
            everyone: recommendation.addressees.is_empty(),
            addressees: recommendation.addressees.iter().map(ToString::to_string).collect(),
            category: recommendation.category.code().to_owned(),
            priority: recommendation.priority.code().to_owned(),
            due_by: day(recommendation.due),
            due_was: false,
            review: day(recommendation.review),
            plan: carried.map_or_else(String::new, |carried| carried.plan.to_string()),
            clause: carried.map_or_else(String::new, |carried| carried.clause.clone()),
            marking: MarkingDraft::of(marking),
            settled: Vec::new(),
        }
    }

    /// The recommendation with its marking, or all problems. `today` tells a due day that is past; one that `earlier`
    /// had already may stay.
    pub fn check(
        &self,
        operation: &Operation,
        today: Day,
        earlier: Option<&Recommendation>,
    ) -> Result<(Recommendation, Marking), Problems> {
        let mut problems = Problems::none();
        let (text, original) = self.check_text(&mut problems);
        let source = problems.keep(must("came_from", &self.came_from, RecommendationSource::parse));
        let category = problems.keep(must("category", &self.category, Category::parse));
        let priority = problems.keep(coded("priority", &self.priority, Priority::parse, Some(Priority::Medium)));
        let meeting = problems.keep(optional_record("meeting", &self.meeting, &["mtg"])).flatten();
        let decision = problems.keep(text::read("decision_number", &self.decision_number, 20)).unwrap_or_default();
        let evidence = read_records("evidence", &self.evidence, &mut problems);
        let addressees = self.check_addressees(operation, &mut problems);
        let due = self.check_due(today, earlier, &mut problems);
        let review = problems.keep(optional_day("review", &self.review)).flatten();
        let carried = self.check_carried(&mut problems);
        let marking = self.check_marking(operation, &addressees, &mut problems);
        let parts = source.zip(category).zip(priority.flatten()).zip(marking);
        problems.or(parts.map(|(((source, category), priority), marking)| {
            let made = Recommendation {
                text,
                original,
                source,
                meeting,
                decision,
                evidence,
                addressees,
                category,
                priority,
                due,
                review,
                carried,
            };
            (made, marking)
        }))
    }

    fn check_text(&self, problems: &mut Problems) -> (Names, Lang) {
        let all = self.recommended.check("recommended", 4000, problems);
        if self.recommended.is_empty() {
            problems.add(Problem::new("recommended", "required"));
        }
        for (lang, said) in all.iter() {
            text::ask_personal(&format!("recommended.{}", lang.tag()), said, &self.settled, problems);
        }
        let first = all.iter().map(|(lang, _)| lang).next().unwrap_or_default();
        let named = Lang::parse(&self.agreed_in);
        let original = named.filter(|lang| all.exact(*lang).is_some()).unwrap_or(first);
        if named.is_some_and(|lang| !all.is_empty() && all.exact(lang).is_none()) {
            problems.add(Problem::new("agreed_in", "original-missing"));
        }
        (all, original)
    }

    fn check_addressees(&self, operation: &Operation, problems: &mut Problems) -> Vec<ParticipantCode> {
        if self.everyone {
            return Vec::new();
        }
        let (known, mut all) = (addressable(operation), Vec::new());
        for typed in self.addressees.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
            match known.iter().find(|one| one.as_str() == typed.to_ascii_uppercase()) {
                Some(one) if !all.contains(one) => all.push(one.clone()),
                Some(_) => {}
                None => problems.add(Problem::new("addressees", "addressee-unknown").with("text", typed)),
            }
        }
        if self.addressees.iter().all(|code| code.trim().is_empty()) {
            problems.add(Problem::new("addressees", "addressee-missing"));
        }
        all
    }

    fn check_due(&self, today: Day, earlier: Option<&Recommendation>, problems: &mut Problems) -> Option<Day> {
        let due = problems.keep(optional_day("due_by", &self.due_by)).flatten()?;
        let was_so = self.due_was || earlier.is_some_and(|earlier| earlier.due == Some(due));
        if due < today && !was_so {
            problems.add(Problem::new("due_by", "recommendation-due-past").with("text", due).with("today", today));
        }
        Some(due)
    }

    fn check_carried(&self, problems: &mut Problems) -> Option<CarriedBy> {
        let (named, part) = self.plan.trim().split_once('#').unwrap_or((self.plan.trim(), ""));
        let typed = if part.is_empty() { self.clause.as_str() } else { part };
        let plan = problems.keep(optional_record("plan", named, &["pln"])).flatten();
        let clause = problems.keep(text::read("clause", typed, 60)).unwrap_or_default();
        if plan.is_none() && self.plan.trim().is_empty() && !clause.is_empty() {
            problems.add(Problem::new("plan", "clause-without-plan"));
        }
        plan.map(|plan| CarriedBy { plan, clause })
    }

    fn check_marking(
        &self,
        operation: &Operation,
        addressees: &[ParticipantCode],
        problems: &mut Problems,
    ) -> Option<Marking> {
        let marking = match self.marking.check(&operation.marking, &operation.participants()) {
            Ok(marking) => marking,
            Err(found) => {
                found.0.into_iter().for_each(|problem| problems.add(problem.inside("marking")));
                return None;
            }
        };
        let all = if addressees.is_empty() { addressable(operation) } else { addressees.to_vec() };
        let reads = |one: &ParticipantCode| {
            opens(marking.audience, ParticipationRole::Participant) || marking.recipients.contains(one)
        };
        let blind: Vec<&str> = all.iter().filter(|one| !reads(one)).map(ParticipantCode::as_str).collect();
        if !blind.is_empty() {
            problems.add(Problem::new("marking.audience", "addressee-blind").with("who", blind.join(", ")));
        }
        Some(marking)
    }
}

/// A code that must be chosen.
pub(crate) fn must<T>(field: &str, code: &str, parse: fn(&str) -> Option<T>) -> Result<T, Problem> {
    coded(field, code, parse, None)?.ok_or_else(|| Problem::new(field, "required"))
}

/// A day where one was typed.
pub(crate) fn optional_day(field: &str, text: &str) -> Result<Option<Day>, Problem> {
    if text.trim().is_empty() { Ok(None) } else { read_day(field, text).map(|read| Some(read.day)) }
}

/// The identifier of a record of these prefixes (of any, where there are none), where one was typed; an address that ends
/// with one is read as well.
pub(crate) fn optional_record(field: &str, typed: &str, prefixes: &[&str]) -> Result<Option<RecordId>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let last = typed.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let id: Option<RecordId> = last.parse().ok();
    let fits = |id: &RecordId| prefixes.is_empty() || prefixes.iter().any(|one| id.as_str().starts_with(one));
    id.filter(fits).map(Some).ok_or_else(|| Problem::new(field, "record-unknown").with("text", typed))
}

/// The identifiers of a list, each once.
pub(crate) fn read_records(field: &str, typed: &[String], problems: &mut Problems) -> Vec<RecordId> {
    let mut all: Vec<RecordId> = Vec::new();
    for text in typed {
        let read = problems.keep(optional_record(field, text, &[])).flatten();
        all.extend(read.filter(|id| !all.contains(id)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::participant::Participation;

    fn operation() -> Operation {
        let part = |code: &str, role| Participation {
            participant: ParticipantCode::country(code),
            role,
            since: None,
            until: None,
        };
        Operation {
            id: crate::id::Id::new(crate::id::NIL),
            code: "X-1".to_owned(),
            names: Names::same("X"),
            aliases: Vec::new(),
            series: "X".to_owned(),
            edition: "1".to_owned(),
            previous: String::new(),
            objective: Names::default(),
            targets: Vec::new(),
            scope: crate::operation::ScopeRule::default(),
            legal_basis: String::new(),
            languages: vec![Lang::En],
            marking: Marking::default(),
            participations: vec![
                part("CARICC", ParticipationRole::Coordinator),
                part("KZ", ParticipationRole::Participant),
                part("UZ", ParticipationRole::Participant),
                part("MN", ParticipationRole::Observer),
            ],
            stages: Vec::new(),
            late_days: 0,
            demonstration: false,
            archive: false,
            closing_asked_by: None,
        }
    }

    fn draft() -> RecommendationDraft {
        RecommendationDraft {
            recommended: Names::default().with(Lang::Ru, "Обменяться эталонами"),
            came_from: "meeting".to_owned(),
            category: "forensic".to_owned(),
            addressees: vec!["KZ".to_owned()],
            ..RecommendationDraft::default()
        }
    }

    fn codes(draft: &RecommendationDraft) -> Vec<String> {
        let today = "2021-06-22".parse().unwrap();
        match draft.check(&operation(), today, None) {
            Ok(_) => Vec::new(),
            Err(found) => found.0.iter().map(|one| format!("{}:{}", one.field, one.code)).collect(),
        }
    }

    #[test]
    fn a_due_day_in_the_past_is_a_problem_unless_it_is_said_to_have_been_so() {
        let late = RecommendationDraft { due_by: "2021-06-21".to_owned(), ..draft() };
        assert_eq!(codes(&late), ["due_by:recommendation-due-past"]);
        assert_eq!(codes(&RecommendationDraft { due_was: true, ..late }), Vec::<String>::new());
        assert_eq!(codes(&RecommendationDraft { due_by: "2021-06-22".to_owned(), ..draft() }), Vec::<String>::new());
    }

    #[test]
    fn only_who_works_in_the_operation_is_addressed_and_somebody_always_is() {
        assert_eq!(codes(&RecommendationDraft { addressees: vec![], ..draft() }), ["addressees:addressee-missing"]);
        let observer = RecommendationDraft { addressees: vec!["MN".to_owned(), "KZ".to_owned()], ..draft() };
        assert_eq!(codes(&observer), ["addressees:addressee-unknown"]);
        let everyone = RecommendationDraft { everyone: true, addressees: vec![], ..draft() };
        let (made, _) = everyone.check(&operation(), "2021-06-22".parse().unwrap(), None).unwrap();
        assert_eq!(made.addressed(&operation()).len(), 2);
    }

    #[test]
    fn nobody_is_addressed_who_could_not_read_it() {
        let mut strict = draft();
        strict.marking.audience = "amber-strict".to_owned();
        assert_eq!(codes(&strict), ["marking.audience:addressee-blind"]);
        strict.marking.recipients = vec!["KZ".to_owned()];
        assert_eq!(codes(&strict), Vec::<String>::new());
    }

    #[test]
    fn everything_wrong_is_said_at_once_and_a_change_reads_back() {
        let bad = RecommendationDraft {
            agreed_in: "fa".to_owned(),
            came_from: String::new(),
            category: "weather".to_owned(),
            meeting: "inc_1".to_owned(),
            evidence: vec!["what".to_owned()],
            clause: "3".to_owned(),
            ..draft()
        };
        let expected = [
            "agreed_in:original-missing",
            "came_from:required",
            "category:code-unknown",
            "meeting:record-unknown",
            "evidence:record-unknown",
            "plan:clause-without-plan",
        ];
        assert_eq!(codes(&bad), expected);
        let today = "2021-06-22".parse().unwrap();
        let (made, marking) = draft().check(&operation(), today, None).unwrap();
        assert_eq!((made.original, made.priority), (Lang::Ru, Priority::Medium));
        let again = RecommendationDraft::of(&made, &marking).check(&operation(), today, Some(&made)).unwrap();
        assert_eq!(again, (made, marking));
    }
}
