//! A comment: what a participant says about a clause of the plan, or that it has read the plan.
//!
//! Refuses an audience that leaves out the coordinator: nobody could answer it. Asks about what looks like personal data.

use crate::card::Card;
use crate::id::{Id, Noun};
use crate::lang::Lang;
use crate::marking::{Audience, Marking, MarkingDraft};
use crate::participant::ParticipantCode;
use crate::plan::{Plan, PlanId};
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use serde::{Deserialize, Serialize};

/// Names one comment.
pub type CommentId = Id<Comment>;

impl Noun for Comment {
    const PREFIX: &'static str = "com";
}

crate::codes! {
    /// What is said.
    pub enum CommentKind {
        /// A remark about a part of the plan.
        Remark = "remark",
        /// The participant has read the plan.
        Read = "read",
    }
}

/// What a participant says about a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Names it.
    pub id: CommentId,
    /// The version it is about.
    pub plan: PlanId,
    /// The clause, or [`crate::plan::WHOLE`].
    pub clause: String,
    /// A remark, or that it was read.
    pub kind: CommentKind,
    /// What is said, in its writer's words; blank where the plan was read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// How it should be worded instead.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wording: String,
    /// The language of both.
    pub lang: Lang,
}

impl Shared for Comment {
    const KIND: Kind = Kind::Comment;

    fn card(&self) -> Card {
        Card {
            about: Some(self.plan.into()),
            part: self.clause.clone(),
            status: self.kind.code().to_owned(),
            key: self.lang.tag().to_owned(),
            title: self.text.chars().take(120).collect(),
            day: None,
            due: None,
        }
    }

    fn searched(&self) -> String {
        format!("{} {}", self.text, self.wording)
    }
}

/// A comment as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CommentDraft {
    /// What is said.
    pub remark: String,
    /// Proposed wording.
    pub wording: String,
    /// Language tag.
    pub lang: String,
    /// Who may read it.
    pub marking: MarkingDraft,
    /// What the writer has looked at: `personal-data:<field>`.
    pub settled: Vec<String>,
}

impl CommentDraft {
    /// The comment and its marking, or all problems. `default` is the plan's own marking.
    pub fn check(
        &self,
        id: CommentId,
        (plan, clause): (&Plan, &str),
        default: &Marking,
        known: &[ParticipantCode],
    ) -> Result<(Comment, Marking), Problems> {
        let mut problems = Problems::none();
        let text = problems.keep(text::required("remark", &self.remark, 4000)).unwrap_or_default();
        let wording = problems.keep(text::read("wording", &self.wording, 8000)).unwrap_or_default();
        text::ask_personal("remark", &text, &self.settled, &mut problems);
        text::ask_personal("wording", &wording, &self.settled, &mut problems);
        let lang = Lang::parse(self.lang.trim());
        if lang.is_none() {
            problems.add(Problem::new("lang", "code-unknown").with("text", self.lang.trim()));
        }
        if !plan.has_part(clause) {
            problems.add(Problem::new("clause", "clause-unknown").with("text", clause));
        }
        let marking = self.marking.check(default, known).map_err(|found| {
            found.0.into_iter().for_each(|problem| problems.add(problem.inside("marking")));
        });
        if matches!(&marking, Ok(marking) if marking.audience == Audience::Red) {
            problems.add(Problem::new("marking.audience", "comment-red"));
        }
        let marking = marking.unwrap_or_default();
        let kind = CommentKind::Remark;
        let (plan, clause, lang) = (plan.id, clause.to_owned(), lang.unwrap_or_default());
        problems.or(Some((Comment { id, plan, clause, kind, text, wording, lang }, marking)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::NIL;
    use crate::names::Names;

    #[test]
    fn a_comment_is_about_a_part_that_is_there_and_can_be_read_by_whoever_answers() {
        let plan = Plan::empty(Id::new(NIL), Names::same("Plan"));
        let marking = MarkingDraft { audience: "red".to_owned(), ..MarkingDraft::default() };
        let draft = CommentDraft { remark: " ".to_owned(), lang: "ru".to_owned(), marking, ..CommentDraft::default() };
        let found = draft.check(Id::new(NIL), (&plan, "c9"), &Marking::default(), &[]).unwrap_err();
        let codes: Vec<&str> = found.0.iter().map(|problem| problem.code.as_ref()).collect();
        assert_eq!(codes, ["required", "clause-unknown", "comment-red"]);
    }

    #[test]
    fn a_telephone_in_a_comment_is_asked_about_until_its_writer_has_looked_at_it() {
        let plan = Plan::empty(Id::new(NIL), Names::same("Plan"));
        let draft = CommentDraft {
            remark: "Ask the head of the post".to_owned(),
            wording: "tel. +7 701 555 12 34".to_owned(),
            lang: "en".to_owned(),
            ..CommentDraft::default()
        };
        let check = |draft: &CommentDraft| draft.check(Id::new(NIL), (&plan, "whole"), &Marking::default(), &[]);
        let found = check(&draft).unwrap_err();
        assert_eq!((found.0[0].field.as_str(), found.0[0].code.as_ref()), ("wording", "personal-data"));
        assert!(check(&CommentDraft { settled: vec!["personal-data:wording".to_owned()], ..draft }).is_ok());
    }
}
