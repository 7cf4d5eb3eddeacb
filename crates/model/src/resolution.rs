//! A resolution: what the coordinator decides on a comment.
//!
//! Refuses a decision against its writer, in whole or in part, without a reason.

use crate::card::Card;
use crate::comment::{Comment, CommentId};
use crate::id::{Id, Noun, RecordId};
use crate::lang::Lang;
use crate::plan::PlanId;
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use serde::{Deserialize, Serialize};

/// Names one resolution.
pub type ResolutionId = Id<Resolution>;

impl Noun for Resolution {
    const PREFIX: &'static str = "res";
}

crate::codes! {
    /// What is decided.
    pub enum Decision {
        /// The next version says it.
        Accepted = "accepted",
        /// The next version says some of it.
        Partly = "partly",
        /// The next version does not say it.
        Rejected = "rejected",
    }
}

/// What the coordinator decides on a comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// Names it.
    pub id: ResolutionId,
    /// The comment.
    pub comment: CommentId,
    /// The version that the comment is about.
    pub plan: PlanId,
    /// The clause that the comment is about.
    pub clause: String,
    /// What is decided.
    pub decision: Decision,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The language of the reason.
    pub lang: Lang,
}

impl Shared for Resolution {
    const KIND: Kind = Kind::Resolution;

    /// Filed under the plan, so that what is decided in each clause is counted without opening a comment.
    fn card(&self) -> Card {
        Card {
            about: Some(self.comment.into()),
            part: self.clause.clone(),
            status: self.decision.code().to_owned(),
            key: RecordId::from(self.plan).to_string(),
            title: self.reason.chars().take(120).collect(),
            day: None,
            due: None,
        }
    }

    fn searched(&self) -> String {
        self.reason.clone()
    }
}

/// A resolution as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ResolutionDraft {
    /// [`Decision`] code.
    pub decision: String,
    /// Why.
    pub reason: String,
    /// Language tag.
    pub lang: String,
    /// What the writer has looked at: `personal-data:<field>`.
    pub settled: Vec<String>,
}

impl ResolutionDraft {
    /// The resolution of `comment`, or all problems.
    pub fn check(&self, id: ResolutionId, comment: &Comment) -> Result<Resolution, Problems> {
        let mut problems = Problems::none();
        let decision = Decision::parse(self.decision.trim());
        match decision {
            None if self.decision.trim().is_empty() => problems.add(Problem::new("decision", "required")),
            None => problems.add(Problem::new("decision", "code-unknown").with("text", self.decision.trim())),
            Some(_) => {}
        }
        let reason = problems.keep(text::read("reason", &self.reason, 2000)).unwrap_or_default();
        if reason.is_empty() && matches!(decision, Some(Decision::Partly | Decision::Rejected)) {
            problems.add(Problem::new("reason", "resolution-needs-reason"));
        }
        text::ask_personal("reason", &reason, &self.settled, &mut problems);
        let lang = Lang::parse(self.lang.trim()).unwrap_or_default();
        let (plan, clause) = (comment.plan, comment.clause.clone());
        problems.or(decision.map(|decision| Resolution {
            id,
            comment: comment.id,
            plan,
            clause,
            decision,
            reason,
            lang,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comment::CommentKind;
    use crate::id::NIL;

    #[test]
    fn what_is_not_taken_whole_needs_a_reason() {
        let comment = Comment {
            id: Id::new(NIL),
            plan: Id::new(NIL),
            clause: "c1".to_owned(),
            kind: CommentKind::Remark,
            text: "x".to_owned(),
            wording: String::new(),
            lang: Lang::Ru,
        };
        let draft = |decision: &str, reason: &str| ResolutionDraft {
            decision: decision.to_owned(),
            reason: reason.to_owned(),
            ..ResolutionDraft::default()
        };
        assert!(draft("accepted", "").check(Id::new(NIL), &comment).is_ok());
        for decision in ["partly", "rejected"] {
            let found = draft(decision, " ").check(Id::new(NIL), &comment).unwrap_err();
            assert_eq!(found.0[0].code, "resolution-needs-reason");
            assert!(draft(decision, "Not within the mandate").check(Id::new(NIL), &comment).is_ok());
        }
    }
}
