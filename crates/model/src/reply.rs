//! A reply: what a participant says about a finding of a brief, or about the brief as a whole.
//!
//! Refuses to disagree, or to add, without a word of why.

use crate::brief::BriefId;
use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::lang::Lang;
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use serde::{Deserialize, Serialize};

/// Names one reply.
pub type ReplyId = Id<Reply>;

impl Noun for Reply {
    const PREFIX: &'static str = "rpl";
}

crate::codes! {
    /// How a participant stands to it.
    pub enum Stance {
        /// Agrees.
        Agree = "agree",
        /// Disagrees.
        Disagree = "disagree",
        /// Adds something.
        Add = "add",
    }
}

/// What a participant says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Names it.
    pub id: ReplyId,
    /// The brief.
    pub brief: BriefId,
    /// The finding; `None` for the brief as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<RecordId>,
    /// How it stands to it.
    pub stance: Stance,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Their language.
    pub lang: Lang,
}

impl Shared for Reply {
    const KIND: Kind = Kind::Reply;

    fn card(&self) -> Card {
        Card {
            about: Some(self.brief.into()),
            part: self.finding.as_ref().map_or_else(String::new, ToString::to_string),
            status: self.stance.code().to_owned(),
            title: self.text.chars().take(120).collect(),
            ..Card::default()
        }
    }

    fn searched(&self) -> String {
        self.text.clone()
    }
}

/// A reply as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReplyDraft {
    /// Identifier of the finding; blank for the whole.
    pub finding: String,
    /// [`Stance`] code.
    pub stance: String,
    /// In words.
    pub answer: String,
    /// Language tag.
    pub lang: String,
}

impl ReplyDraft {
    /// The reply, or all its problems.
    pub fn check(&self, id: ReplyId, brief: BriefId, lang: Lang) -> Result<Reply, Problems> {
        let mut problems = Problems::none();
        let stance = Stance::parse(self.stance.trim());
        if stance.is_none() {
            problems.add(Problem::new("stance", "required"));
        }
        let text = problems.keep(text::read("answer", &self.answer, 4000)).unwrap_or_default();
        if text.is_empty() && matches!(stance, Some(Stance::Disagree | Stance::Add)) {
            problems.add(Problem::new("answer", "reply-needs-words"));
        }
        let finding = match self.finding.trim() {
            "" => None,
            typed => {
                problems.keep(typed.parse().map_err(|_| Problem::new("finding", "record-unknown").with("text", typed)))
            }
        };
        let lang = Lang::parse(self.lang.trim()).unwrap_or(lang);
        problems.or(stance.map(|stance| Reply { id, brief, finding, stance, text, lang }))
    }
}
