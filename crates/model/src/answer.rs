//! What one of those asked says: an answer to a request for information, or that a bulletin was taken note of.
//!
//! Refuses a refusal without its ground, and an answer that says nothing.

use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::lang::Lang;
use crate::marking::coded;
use crate::message::TEXT;
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use serde::{Deserialize, Serialize};

/// Names one answer.
pub type AnswerId = Id<Answer>;

impl Noun for Answer {
    const PREFIX: &'static str = "ans";
}

crate::codes! {
    /// What sort of answer.
    pub enum AnswerKind {
        /// A part; more is to follow.
        Partial = "partial",
        /// All there is to say.
        Final = "final",
        /// Looked, and nothing is known.
        Nil = "nil",
        /// Not answered, on a ground.
        Refused = "refused",
        /// A bulletin was taken note of.
        Acknowledged = "acknowledged",
    }
}

impl AnswerKind {
    /// Those that a request for information can be given.
    pub const OF_REQUEST: [AnswerKind; 4] =
        [AnswerKind::Partial, AnswerKind::Final, AnswerKind::Nil, AnswerKind::Refused];
    /// Those after which nothing more is waited for.
    pub const CLOSING: [AnswerKind; 3] = [AnswerKind::Final, AnswerKind::Nil, AnswerKind::Refused];

    /// Whether nothing more is waited for.
    pub fn closes(self) -> bool {
        Self::CLOSING.contains(&self)
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Names it.
    pub id: AnswerId,
    /// The request or bulletin it answers.
    pub about: RecordId,
    /// What sort it is.
    pub kind: AnswerKind,
    /// Why it was refused; empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ground: String,
    /// What it says, in the language of its header.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Shared for Answer {
    const KIND: Kind = Kind::Answer;

    fn card(&self) -> Card {
        let title: String = self.text.lines().next().unwrap_or_default().chars().take(120).collect();
        Card { about: Some(self.about.clone()), status: self.kind.code().to_owned(), title, ..Card::default() }
    }

    fn searched(&self) -> String {
        format!("{} {}", self.text, self.ground)
    }
}

/// An answer as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AnswerDraft {
    /// [`AnswerKind`] code.
    pub kind: String,
    /// Why it is refused.
    pub ground: String,
    /// What it says.
    pub body: String,
    /// [`Lang`] tag of the text.
    pub lang: String,
    /// Whether the others that were asked may read it too.
    pub share: bool,
}

impl AnswerDraft {
    /// The answer to `about`, or everything that is wrong with it.
    pub fn check(&self, id: AnswerId, about: &RecordId) -> Result<Answer, Problems> {
        let mut problems = Problems::none();
        let of_request = |code: &str| AnswerKind::parse(code).filter(|kind| AnswerKind::OF_REQUEST.contains(kind));
        let kind = problems.keep(coded("kind", &self.kind, of_request, None));
        if kind == Some(None) {
            problems.add(Problem::new("kind", "required"));
        }
        let kind = kind.flatten();
        let body = problems.keep(text::read("body", &self.body, TEXT)).unwrap_or_default();
        let ground = problems.keep(text::read("ground", &self.ground, 500)).unwrap_or_default();
        if kind == Some(AnswerKind::Refused) && ground.is_empty() && problems.of("ground").next().is_none() {
            problems.add(Problem::new("ground", "refusal-needs-ground"));
        }
        let says = matches!(kind, Some(AnswerKind::Partial | AnswerKind::Final));
        if says && body.is_empty() && problems.of("body").next().is_none() {
            problems.add(Problem::new("body", "required"));
        }
        problems.keep(coded("lang", &self.lang, Lang::parse, None));
        let ground = if kind == Some(AnswerKind::Refused) { ground } else { String::new() };
        problems.or(kind.map(|kind| Answer { id, about: about.clone(), kind, ground, text: body }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(draft: &AnswerDraft) -> Vec<String> {
        let about = "req_01h455vb4pex5vsknk084sn02q".parse().unwrap();
        let found = draft.check(Id::new(crate::id::NIL), &about).unwrap_err();
        found.0.iter().map(|one| format!("{}:{}", one.field, one.code)).collect()
    }

    fn of(kind: &str) -> AnswerDraft {
        AnswerDraft { kind: kind.to_owned(), ..AnswerDraft::default() }
    }

    #[test]
    fn a_refusal_needs_its_ground_and_an_answer_its_words() {
        assert_eq!(codes(&of("refused")), ["ground:refusal-needs-ground"]);
        assert_eq!(codes(&of("partial")), ["body:required"]);
        assert_eq!(codes(&of("")), ["kind:required"]);
        assert_eq!(codes(&of("acknowledged")), ["kind:code-unknown"]);
    }

    #[test]
    fn nothing_known_may_be_said_without_words() {
        let about = "req_01h455vb4pex5vsknk084sn02q".parse().unwrap();
        let nil =
            AnswerDraft { ground: "left over".to_owned(), ..of("nil") }.check(Id::new(crate::id::NIL), &about).unwrap();
        assert_eq!((nil.kind, nil.ground.as_str()), (AnswerKind::Nil, ""));
    }
}
