//! A saved view: a question to the workspace under a name, with the moment at which it was asked.
//!
//! Refuses figures: whoever opens the view is answered anew, through its own eyes.

use crate::card::Card;
use crate::id::{Id, Noun};
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use crate::time::Moment;
use crate::workspace::Question;
use serde::{Deserialize, Serialize};

/// Names one saved view.
pub type ViewId = Id<View>;

impl Noun for View {
    const PREFIX: &'static str = "viw";
}

/// A question to the workspace, kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Names it.
    pub id: ViewId,
    /// What it is called.
    pub name: String,
    /// What it asks.
    pub question: Question,
    /// When it was asked.
    pub as_of: Moment,
}

impl Shared for View {
    const KIND: Kind = Kind::View;

    fn card(&self) -> Card {
        Card {
            title: self.name.clone(),
            key: self.question.measure.code().to_owned(),
            day: Some(self.as_of.day()),
            ..Card::default()
        }
    }

    fn searched(&self) -> String {
        self.name.clone()
    }
}

/// A view as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ViewDraft {
    /// Name.
    pub name: String,
    /// Whether all participants of the operation read it; else the own agency alone.
    pub shared: bool,
}

impl ViewDraft {
    /// The view, or its problems.
    pub fn check(&self, id: ViewId, question: Question, as_of: Moment) -> Result<View, Problems> {
        let name = text::required("name", &self.name, 120).map_err(|problem: Problem| Problems::from(problem))?;
        Ok(View { id, name, question, as_of })
    }
}
