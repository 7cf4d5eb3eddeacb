//! Clauses and measures of a plan as typed, and their way to being true.
//!
//! Refuses a clause without words in the language it was written in, and a measure that ends before it begins.

use super::{Clause, Measure};
use crate::id::RecordId;
use crate::incident::Setting;
use crate::lang::Lang;
use crate::names::Names;
use crate::participant::ParticipantCode;
use crate::problem::{Problem, Problems};
use crate::text;
use crate::time::{Day, read_day};
use serde::{Deserialize, Serialize};

/// Characters of a clause in one language.
const TEXT: usize = 8000;
/// Clauses of a plan.
pub const CLAUSES: usize = 200;
/// Measures of a clause.
const MEASURES: usize = 40;

/// One measure as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MeasureDraft {
    /// The identifier of one that is there; blank for a new one.
    pub id: String,
    /// What is done, per language.
    pub what: Names,
    /// [`Setting`] codes.
    pub settings: Vec<String>,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Participant codes.
    pub participants: Vec<String>,
    /// Who else, in words.
    pub who: String,
    /// What it takes.
    pub resources: String,
    /// How one sees that it worked.
    pub success: String,
    /// Identifier of a recommendation.
    pub recommendation: String,
    /// Identifier of a finding.
    pub finding: String,
}

/// One clause as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ClauseDraft {
    /// The language it is written in.
    pub lang: String,
    /// Its place in the plan, from 1; the last where blank.
    pub place: String,
    /// Heading per language.
    pub heading: Names,
    /// Text per language.
    pub text: Names,
    /// Identifier of a recommendation.
    pub recommendation: String,
    /// Its measures.
    pub measures: Vec<MeasureDraft>,
}

fn written(id: Option<&RecordId>) -> String {
    id.map(ToString::to_string).unwrap_or_default()
}

impl MeasureDraft {
    /// The draft that would read back as `measure`.
    pub fn of(measure: &Measure) -> Self {
        let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
        Self {
            id: measure.id.clone(),
            what: measure.what.clone(),
            settings: measure.settings.iter().map(ToString::to_string).collect(),
            from: day(measure.from),
            to: day(measure.to),
            participants: measure.participants.iter().map(ToString::to_string).collect(),
            who: measure.who.clone(),
            resources: measure.resources.clone(),
            success: measure.success.clone(),
            recommendation: written(measure.recommendation.as_ref()),
            finding: written(measure.finding.as_ref()),
        }
    }

    /// Whether nothing was typed: a row that was offered and left.
    pub fn is_blank(&self) -> bool {
        let texts =
            [&self.from, &self.to, &self.who, &self.resources, &self.success, &self.recommendation, &self.finding];
        self.what.is_empty()
            && self.settings.is_empty()
            && self.participants.is_empty()
            && texts.iter().all(|text| text.trim().is_empty())
    }

    fn check(&self, known: &[ParticipantCode]) -> Result<Measure, Problems> {
        let mut problems = Problems::none();
        let what = self.what.check("what", 1000, &mut problems);
        if self.what.is_empty() {
            problems.add(Problem::new("what", "required"));
        }
        let mut settings = Vec::new();
        for code in &self.settings {
            match Setting::parse(code.trim()) {
                Some(setting) => settings.push(setting),
                None => problems.add(Problem::new("settings", "code-unknown").with("text", code)),
            }
        }
        let mut participants = Vec::new();
        for code in self.participants.iter().filter(|code| !code.trim().is_empty()) {
            match known.iter().find(|known| known.as_str() == code.trim()) {
                Some(participant) => participants.push(participant.clone()),
                None => problems.add(Problem::new("participants", "recipient-unknown").with("text", code)),
            }
        }
        let from = day("from", &self.from, &mut problems);
        let to = day("to", &self.to, &mut problems);
        if matches!((from, to), (Some(from), Some(to)) if to < from) {
            problems.add(Problem::new("to", "dates-reversed"));
        }
        let mut words = |field: &str, text: &str| problems.keep(text::read(field, text, 1000)).unwrap_or_default();
        let (who, resources) = (words("who", &self.who), words("resources", &self.resources));
        let success = words("success", &self.success);
        let recommendation = record("recommendation", &self.recommendation, &mut problems);
        let finding = record("finding", &self.finding, &mut problems);
        let id = self.id.trim().to_owned();
        problems.or(Some(Measure {
            id,
            what,
            settings,
            from,
            to,
            participants,
            who,
            resources,
            success,
            recommendation,
            finding,
        }))
    }
}

impl ClauseDraft {
    /// The draft that would read back as `clause` at `place`.
    pub fn of(clause: &Clause, place: usize) -> Self {
        Self {
            lang: clause.lang.tag().to_owned(),
            place: place.to_string(),
            heading: clause.heading.clone(),
            text: clause.text.clone(),
            recommendation: written(clause.recommendation.as_ref()),
            measures: clause.measures.iter().map(MeasureDraft::of).collect(),
        }
    }

    /// The clause and its place, or all its problems. `earlier` is the clause as it stands, or one that has only its
    /// identifier; `known` are the participants of the operation.
    pub fn check(&self, earlier: &Clause, known: &[ParticipantCode]) -> Result<(Clause, usize), Problems> {
        let mut problems = Problems::none();
        let lang = Lang::parse(self.lang.trim());
        if lang.is_none() {
            problems.add(Problem::new("lang", "code-unknown").with("text", self.lang.trim()));
        }
        let heading = self.heading.check("heading", 200, &mut problems);
        let text = self.text.check("text", TEXT, &mut problems);
        for (field, names) in [("heading", &self.heading), ("text", &self.text)] {
            if let Some(lang) = lang.filter(|lang| names.exact(*lang).is_none_or(|text| text.trim().is_empty())) {
                problems.add(Problem::new(format!("{field}.{}", lang.tag()), "required"));
            }
        }
        let recommendation = record("recommendation", &self.recommendation, &mut problems);
        let place = match self.place.trim() {
            "" => Some(usize::MAX),
            place => place.parse().ok().filter(|place| (1..=CLAUSES + 1).contains(place)),
        };
        if place.is_none() {
            problems.add(Problem::new("place", "number-range").with("min", 1).with("max", CLAUSES));
        }
        let (measures, issued) = self.check_measures(earlier, known, &mut problems);
        let id = earlier.id.clone();
        let lang = lang.unwrap_or_default();
        problems.or(Some((
            Clause { id, lang, heading, text, recommendation, measures, issued },
            place.unwrap_or(usize::MAX),
        )))
    }

    fn check_measures(
        &self,
        earlier: &Clause,
        known: &[ParticipantCode],
        problems: &mut Problems,
    ) -> (Vec<Measure>, u32) {
        let mut issued = earlier.issued;
        let mut measures: Vec<Measure> = Vec::new();
        if self.measures.len() > MEASURES {
            problems.add(Problem::new("measures", "too-many").with("limit", MEASURES));
        }
        for (place, draft) in self.measures.iter().enumerate().filter(|(_, draft)| !draft.is_blank()) {
            match draft.check(known) {
                Ok(mut measure) => {
                    let is_known = earlier.measures.iter().any(|old| old.id == measure.id);
                    if !is_known || measures.iter().any(|other| other.id == measure.id) {
                        issued += 1;
                        measure.id = format!("m{issued}");
                    }
                    measures.push(measure);
                }
                Err(found) => {
                    let at = format!("measures.{place}");
                    found.0.into_iter().for_each(|problem| problems.add(problem.inside(&at)));
                }
            }
        }
        (measures, issued)
    }
}

pub(super) fn day(field: &str, text: &str, problems: &mut Problems) -> Option<Day> {
    let text = text.trim();
    if text.is_empty() { None } else { problems.keep(read_day(field, text)).map(|written| written.day) }
}

fn record(field: &str, text: &str, problems: &mut Problems) -> Option<RecordId> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    problems.keep(text.parse().map_err(|_| Problem::new(field, "record-unknown").with("text", text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause() -> ClauseDraft {
        ClauseDraft {
            lang: "ru".to_owned(),
            heading: Names::default().with(Lang::Ru, "Цель"),
            text: Names::default().with(Lang::Ru, "Выявлять"),
            ..ClauseDraft::default()
        }
    }

    #[test]
    fn a_clause_needs_words_in_the_language_it_was_written_in_and_says_all_problems_at_once() {
        let (read, place) = clause().check(&Clause { id: "c1".to_owned(), ..Clause::default() }, &[]).unwrap();
        assert_eq!((read.missing(&Lang::ALL), place), (vec![Lang::En, Lang::Fa], usize::MAX));
        let measure =
            MeasureDraft { from: "2021-10-05".to_owned(), to: "2021-10-04".to_owned(), ..MeasureDraft::default() };
        let bad = ClauseDraft { lang: "en".to_owned(), measures: vec![MeasureDraft::default(), measure], ..clause() };
        let found = bad.check(&Clause::default(), &[]).unwrap_err();
        let fields: Vec<&str> = found.0.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["heading.en", "text.en", "measures.1.what", "measures.1.to"]);
    }

    #[test]
    fn measures_keep_their_identifiers_and_new_ones_get_their_own() {
        let one = |id: &str| MeasureDraft { id: id.to_owned(), what: Names::same("x"), ..MeasureDraft::default() };
        let old = Clause {
            measures: vec![Measure { id: "m2".to_owned(), ..Measure::default() }],
            issued: 2,
            ..Clause::default()
        };
        let draft = ClauseDraft { measures: vec![one(""), one("m2"), one("m2"), one("m9")], ..clause() };
        let read = draft.check(&old, &[]).unwrap().0;
        assert_eq!(read.measures.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["m3", "m2", "m4", "m5"]);
    }
}
