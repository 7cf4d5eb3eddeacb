//! An expert's verdict: whether a rule or an act of a jurisdiction reaches a substance, from which day, and why.
//!
//! Refuses to replace the law: it stands beside what the lists say, and where experts differ both are shown. Refuses to
//! be computed; a verdict is a person's.

use crate::card::Card;
use crate::catalogue::Substance;
use crate::id::{Id, Noun, RecordId};
use crate::jurisdiction::Jurisdiction;
use crate::legal_act::{ActLink, ActRef};
use crate::marking::{MarkingDraft, coded};
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use crate::time::{Day, WrittenDay, read_day};
use serde::{Deserialize, Serialize};

/// Names one determination.
pub type DeterminationId = Id<Determination>;

impl Noun for Determination {
    const PREFIX: &'static str = "dtm";
}

crate::codes! {
    /// What an expert concludes.
    pub enum Verdict {
        /// The rule reaches the substance.
        Covered = "covered",
        /// It does not.
        NotCovered = "not-covered",
        /// It cannot be said yet.
        Undetermined = "undetermined",
    }
}

/// One verdict. Whose it is stands in the header: role and agency, never the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Determination {
    /// Names it.
    pub id: DeterminationId,
    /// Key of the substance.
    pub substance: String,
    /// Under whose law.
    pub jurisdiction: Jurisdiction,
    /// Under which act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<ActRef>,
    /// Under which rule of it: "note 6", "list of substituents".
    pub rule: String,
    /// From which day.
    pub from: WrittenDay,
    /// What is concluded.
    pub verdict: Verdict,
    /// Why.
    pub reasoning: String,
    /// The determination it challenges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenges: Option<RecordId>,
}

impl Shared for Determination {
    const KIND: Kind = Kind::Determination;

    fn card(&self) -> Card {
        let name =
            Substance::by_key(&self.substance).map_or("", |substance| substance.names.say(crate::lang::Lang::En));
        Card {
            about: self.challenges.clone(),
            part: self.jurisdiction.to_string(),
            status: self.verdict.code().to_owned(),
            key: self.substance.clone(),
            title: format!("{name} · {}", self.jurisdiction),
            day: Some(self.from.day),
            due: None,
        }
    }

    fn searched(&self) -> String {
        let names = Substance::by_key(&self.substance).into_iter().flat_map(Substance::every_name);
        [self.rule.as_str(), &self.reasoning, self.jurisdiction.as_str()]
            .into_iter()
            .chain(names)
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// A determination as typed; also the body of the API.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeterminationDraft {
    /// Key or name of the substance.
    pub substance: String,
    /// Code or name of the jurisdiction.
    pub jurisdiction: String,
    /// The act: identifier or key.
    pub act: String,
    /// The rule.
    pub rule: String,
    /// First day.
    pub from: String,
    /// [`Verdict`] code.
    pub verdict: String,
    /// Why.
    pub reasoning: String,
    /// The determination it challenges.
    pub challenges: String,
    /// Language of the record.
    pub lang: String,
    /// Who may read it.
    pub marking: MarkingDraft,
}

impl DeterminationDraft {
    /// The draft that would read back as `determination`.
    pub fn of(determination: &Determination) -> Self {
        Self {
            substance: determination.substance.clone(),
            jurisdiction: determination.jurisdiction.to_string(),
            act: determination.act.as_ref().map(ToString::to_string).unwrap_or_default(),
            rule: determination.rule.clone(),
            from: determination.from.text.clone(),
            verdict: determination.verdict.to_string(),
            reasoning: determination.reasoning.clone(),
            challenges: determination.challenges.as_ref().map(ToString::to_string).unwrap_or_default(),
            lang: String::new(),
            marking: MarkingDraft::default(),
        }
    }

    /// The determination, or all its problems. `acts` are those the writer knows; `challenged` is the one it names, where
    /// the writer may read it.
    pub fn check(
        &self,
        id: DeterminationId,
        acts: &[ActLink],
        challenged: Option<&Determination>,
    ) -> Result<Determination, Problems> {
        let mut problems = Problems::none();
        let substance = problems.keep(self.read_substance());
        let jurisdiction = problems.keep(Jurisdiction::read("jurisdiction", &self.jurisdiction));
        let act = problems.keep(self.read_act(acts)).flatten();
        let rule = problems.keep(text::required("rule", &self.rule, 500)).unwrap_or_default();
        let reasoning = problems.keep(text::required("reasoning", &self.reasoning, 8000)).unwrap_or_default();
        let from = if self.from.trim().is_empty() {
            problems.add(Problem::new("from", "required"));
            None
        } else {
            problems.keep(read_day("from", &self.from))
        };
        let verdict = problems.keep(coded("verdict", &self.verdict, Verdict::parse, None)).flatten();
        if verdict.is_none() && self.verdict.trim().is_empty() {
            problems.add(Problem::new("verdict", "required"));
        }
        let challenges = problems.keep(self.read_challenged(id, challenged)).flatten();
        if let Some(other) = challenged.filter(|_| challenges.is_some()) {
            let differs = substance.as_ref().is_some_and(|own| *own != other.substance)
                || jurisdiction.as_ref().is_some_and(|own| *own != other.jurisdiction);
            if differs {
                problems.add(Problem::new("challenges", "challenge-of-another").with("text", &self.challenges));
            }
        }
        let parts = substance.zip(jurisdiction).zip(from).zip(verdict);
        problems.or(parts.map(|(((substance, jurisdiction), from), verdict)| Determination {
            id,
            substance,
            jurisdiction,
            act,
            rule,
            from,
            verdict,
            reasoning,
            challenges,
        }))
    }

    fn read_substance(&self) -> Result<String, Problem> {
        let typed = text::required("substance", &self.substance, 200)?;
        let found = Substance::by_key(&typed).or_else(|| Substance::recognise(&typed));
        found
            .map(|found| found.key.clone())
            .ok_or_else(|| Problem::new("substance", "substance-unknown").with("text", typed))
    }

    fn read_act(&self, acts: &[ActLink]) -> Result<Option<ActRef>, Problem> {
        if self.act.trim().is_empty() {
            return Ok(None);
        }
        let act = ActRef::read("act", &self.act)?;
        let is_known = acts.iter().any(|known| known.reference == act);
        if is_known { Ok(Some(act)) } else { Err(Problem::new("act", "act-unknown").with("text", act)) }
    }

    fn read_challenged(
        &self,
        own: DeterminationId,
        found: Option<&Determination>,
    ) -> Result<Option<RecordId>, Problem> {
        let typed = self.challenges.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let other = found.filter(|found| found.id != own && found.id.to_string() == typed);
        let unknown = || Problem::new("challenges", "determination-unknown").with("text", typed);
        other.map(|found| Some(found.id.into())).ok_or_else(unknown)
    }
}

/// A verdict as the status of a substance asks it: whose, of when, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Its record.
    pub id: RecordId,
    /// Whose verdict: the participant's code.
    pub owner: String,
    /// What it says.
    pub determination: Determination,
    /// From which day.
    pub from: Day,
    /// Its place in time: later counts over earlier.
    pub kept: crate::time::Moment,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn draft() -> DeterminationDraft {
        DeterminationDraft {
            substance: "a-PVP".to_owned(),
            jurisdiction: "RU".to_owned(),
            rule: "note 6".to_owned(),
            from: "01.10.2021".to_owned(),
            verdict: "covered".to_owned(),
            reasoning: "Derivative of a listed parent.".to_owned(),
            ..DeterminationDraft::default()
        }
    }

    fn id(number: u128) -> DeterminationId {
        Id::new(Uuid::from_u128(number))
    }

    #[test]
    fn a_challenge_names_a_determination_of_the_same_substance_and_jurisdiction() {
        let first = draft().check(id(1), &[], None).unwrap();
        let challenge =
            DeterminationDraft { challenges: first.id.to_string(), verdict: "not-covered".to_owned(), ..draft() };
        assert_eq!(challenge.check(id(2), &[], Some(&first)).unwrap().challenges, Some(first.id.into()));
        let elsewhere = DeterminationDraft { jurisdiction: "KZ".to_owned(), ..challenge.clone() };
        assert_eq!(elsewhere.check(id(2), &[], Some(&first)).unwrap_err().0[0].code, "challenge-of-another");
        assert_eq!(challenge.check(id(2), &[], None).unwrap_err().0[0].code, "determination-unknown");
    }

    #[test]
    fn a_verdict_without_reasons_or_day_is_asked_back() {
        let found = DeterminationDraft::default().check(id(1), &[], None).unwrap_err();
        for field in ["substance", "jurisdiction", "rule", "reasoning", "from", "verdict"] {
            assert!(found.of(field).next().is_some(), "{field}");
        }
    }
}
