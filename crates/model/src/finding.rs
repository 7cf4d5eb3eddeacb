//! A finding: what an analyst concludes, the facts apart from the assessment, with its confidence and its evidence.
//!
//! Refuses an assessment without facts, a confidence that is not one of three words, and evidence that its writer may not see.

use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::lang::Lang;
use crate::marking::MarkingDraft;
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use serde::{Deserialize, Serialize};

/// Names one finding.
pub type FindingId = Id<Finding>;

impl Noun for Finding {
    const PREFIX: &'static str = "fnd";
}

crate::codes! {
    /// How sure the assessment is.
    pub enum Confidence {
        /// Scant, doubtful or broken information; other explanations are as good.
        Low = "low",
        /// Believable information that is not corroborated enough.
        Moderate = "moderate",
        /// Good information from several sources that agree.
        High = "high",
    }
}

crate::codes! {
    /// Where a finding stands.
    pub enum FindingStatus {
        /// Being written.
        Draft = "draft",
        /// Agreed among the analysts; may go into a brief.
        Agreed = "agreed",
    }
}

/// What an analyst concludes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Names it.
    pub id: FindingId,
    /// What is found, in one line.
    pub title: String,
    /// What is known.
    pub facts: String,
    /// What is concluded from it.
    pub assessment: String,
    /// How sure that is.
    pub confidence: Confidence,
    /// Other explanations that were considered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alternatives: String,
    /// Records it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<RecordId>,
    /// Saved views it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub views: Vec<RecordId>,
    /// Where it stands.
    pub status: FindingStatus,
    /// The language of its texts.
    pub lang: Lang,
}

impl Shared for Finding {
    const KIND: Kind = Kind::Finding;

    fn card(&self) -> Card {
        Card {
            status: self.status.code().to_owned(),
            key: self.confidence.code().to_owned(),
            title: self.title.clone(),
            ..Card::default()
        }
    }

    fn searched(&self) -> String {
        [self.title.as_str(), &self.facts, &self.assessment, &self.alternatives].join(" ")
    }
}

/// A finding as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FindingDraft {
    /// Title.
    pub title: String,
    /// Facts.
    pub facts: String,
    /// Assessment.
    pub assessment: String,
    /// [`Confidence`] code.
    pub confidence: String,
    /// Alternatives considered.
    pub alternatives: String,
    /// Identifiers or addresses of records, between blanks.
    pub evidence: String,
    /// Identifiers of saved views.
    pub views: Vec<String>,
    /// Whether it is agreed.
    pub agreed: bool,
    /// Problems said to be right as typed, `code:field`.
    pub settled: Vec<String>,
    /// Language tag.
    pub lang: String,
    /// Who may read it.
    pub marking: MarkingDraft,
}

impl FindingDraft {
    /// The draft that would read back as `finding`; its marking is its header's.
    pub fn of(finding: &Finding) -> Self {
        let ids = |ids: &[RecordId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        Self {
            title: finding.title.clone(),
            facts: finding.facts.clone(),
            assessment: finding.assessment.clone(),
            confidence: finding.confidence.code().to_owned(),
            alternatives: finding.alternatives.clone(),
            evidence: ids(&finding.evidence).join("\n"),
            views: ids(&finding.views),
            agreed: finding.status == FindingStatus::Agreed,
            lang: finding.lang.tag().to_owned(),
            ..Self::default()
        }
    }

    /// The finding, or all its problems. Whether its writer may see the evidence is for the caller to say.
    pub fn check(&self, id: FindingId, lang: Lang) -> Result<Finding, Problems> {
        let mut problems = Problems::none();
        let title = problems.keep(text::required("title", &self.title, 200)).unwrap_or_default();
        let facts = problems.keep(text::required("facts", &self.facts, 8000)).unwrap_or_default();
        let assessment = problems.keep(text::required("assessment", &self.assessment, 8000)).unwrap_or_default();
        let alternatives = problems.keep(text::read("alternatives", &self.alternatives, 4000)).unwrap_or_default();
        let confidence = match self.confidence.trim() {
            "" => Err(Problem::new("confidence", "required")),
            code => {
                Confidence::parse(code).ok_or_else(|| Problem::new("confidence", "code-unknown").with("text", code))
            }
        };
        let confidence = problems.keep(confidence);
        let evidence = read_ids("evidence", self.evidence.split_whitespace(), &mut problems);
        let views = read_ids("views", self.views.iter().map(String::as_str), &mut problems);
        let texts = [("facts", &facts), ("assessment", &assessment), ("alternatives", &alternatives)];
        for (field, text) in texts {
            let settled = self.settled.iter().any(|settled| *settled == format!("personal-data:{field}"));
            if text::looks_personal(text) && !settled {
                problems.add(Problem::new(field, "personal-data"));
            }
        }
        let status = if self.agreed { FindingStatus::Agreed } else { FindingStatus::Draft };
        let lang = Lang::parse(self.lang.trim()).unwrap_or(lang);
        problems.or(confidence.map(|confidence| Finding {
            id,
            title,
            facts,
            assessment,
            confidence,
            alternatives,
            evidence,
            views,
            status,
            lang,
        }))
    }
}

/// Identifiers, or addresses of pages that end with one, each once.
fn read_ids<'a>(field: &'static str, typed: impl Iterator<Item = &'a str>, problems: &mut Problems) -> Vec<RecordId> {
    let mut ids = Vec::new();
    for text in typed.map(|text| text.trim_matches([',', ';'])).filter(|text| !text.is_empty()) {
        let last = text.rsplit('/').next().unwrap_or_default();
        match last.parse::<RecordId>() {
            Ok(id) if ids.contains(&id) => {}
            Ok(id) => ids.push(id),
            Err(_) => problems.add(Problem::new(field, "record-unknown").with("text", text)),
        }
    }
    if ids.len() > 200 {
        problems.add(Problem::new(field, "too-many").with("limit", 200));
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::NIL;

    #[test]
    fn a_finding_keeps_facts_apart_and_reads_evidence_from_addresses() {
        let id = "inc_01h455vb4pex5vsknk084sn02q";
        let draft = FindingDraft {
            title: "Route moves".to_owned(),
            facts: "Three seizures".to_owned(),
            assessment: "The route moves west".to_owned(),
            confidence: "moderate".to_owned(),
            evidence: format!("{id}, https://node.example/incidents/{id}"),
            ..FindingDraft::default()
        };
        let finding = draft.check(Id::new(NIL), Lang::Ru).unwrap();
        assert_eq!(finding.evidence.len(), 1);
        let again = FindingDraft::of(&finding).check(Id::new(NIL), Lang::En).unwrap();
        assert_eq!(again, finding);
        let bad = FindingDraft { evidence: "soon".to_owned(), ..FindingDraft::default() };
        let problems = bad.check(Id::new(NIL), Lang::En).unwrap_err().0;
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["title", "facts", "assessment", "confidence", "evidence"]);
    }
}
