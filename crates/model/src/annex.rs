//! An annex: what a participant adds to the plan for itself and the coordinator.
//!
//! Refuses any wider audience: nobody else may know that it exists. Asks about what looks like personal data.

use crate::card::Card;
use crate::id::{Id, Noun};
use crate::lang::Lang;
use crate::marking::{Audience, Handling, Marking};
use crate::plan::PlanId;
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use serde::{Deserialize, Serialize};

/// Names one annex.
pub type AnnexId = Id<Annex>;

impl Noun for Annex {
    const PREFIX: &'static str = "ann";
}

/// A participant's own addition to the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annex {
    /// Names it.
    pub id: AnnexId,
    /// The version it was written for.
    pub plan: PlanId,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub text: String,
    /// The language of both.
    pub lang: Lang,
}

impl Annex {
    /// Who may read any annex, whatever else: its owner and the coordinator.
    pub fn marking(of_operation: &Marking) -> Marking {
        let handling = of_operation.handling.max(Handling::H2);
        Marking { audience: Audience::AmberStrict, recipients: Vec::new(), handling, ..of_operation.clone() }
    }
}

impl Shared for Annex {
    const KIND: Kind = Kind::Annex;

    fn card(&self) -> Card {
        Card { about: Some(self.plan.into()), title: self.title.clone(), ..Card::default() }
    }

    fn searched(&self) -> String {
        format!("{} {}", self.title, self.text)
    }
}

/// An annex as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AnnexDraft {
    /// Title.
    pub title: String,
    /// Text.
    pub body: String,
    /// Language tag.
    pub lang: String,
    /// What the writer has looked at: `personal-data:<field>`.
    pub settled: Vec<String>,
}

impl AnnexDraft {
    /// The draft that would read back as `annex`.
    pub fn of(annex: &Annex) -> Self {
        Self {
            title: annex.title.clone(),
            body: annex.text.clone(),
            lang: annex.lang.tag().to_owned(),
            settled: Vec::new(),
        }
    }

    /// The annex, or all its problems.
    pub fn check(&self, id: AnnexId, plan: PlanId) -> Result<Annex, Problems> {
        let mut problems = Problems::none();
        let title = problems.keep(text::required("title", &self.title, 200)).unwrap_or_default();
        let text = problems.keep(text::required("body", &self.body, 20_000)).unwrap_or_default();
        text::ask_personal("title", &title, &self.settled, &mut problems);
        text::ask_personal("body", &text, &self.settled, &mut problems);
        let lang = Lang::parse(self.lang.trim());
        if lang.is_none() {
            problems.add(Problem::new("lang", "code-unknown").with("text", self.lang.trim()));
        }
        problems.or(lang.map(|lang| Annex { id, plan, title, text, lang }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::participant::ParticipantCode;

    #[test]
    fn an_annex_is_for_its_owner_and_the_coordinator_whatever_the_operation_says() {
        let open = Marking {
            audience: Audience::Clear,
            recipients: vec![ParticipantCode::country("UZ")],
            handling: Handling::H0,
            ..Marking::default()
        };
        let marking = Annex::marking(&open);
        assert_eq!((marking.audience, marking.handling), (Audience::AmberStrict, Handling::H2));
        assert!(marking.recipients.is_empty());
    }
}
