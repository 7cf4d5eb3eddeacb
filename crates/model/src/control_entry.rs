//! A substance or class as an act lists it: where, under which wording, how far it reaches, and from when to when.
//!
//! Refuses to decide what is controlled: that is [`crate::control_status`], a function of jurisdiction, day and form.
//! Refuses to lose a name that the catalogue does not know: it is kept as written.

mod draft;
mod table;

pub use draft::{ControlEntryDraft, Standing, ThresholdDraft};
pub use table::Cells;

use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::legal_act::ActRef;
use crate::quantity::Basis;
use crate::record::{Kind, Shared};
use crate::time::{Day, WrittenDay};
use serde::{Deserialize, Serialize};

/// Names one entry.
pub type ControlEntryId = Id<ControlEntry>;

impl Noun for ControlEntry {
    const PREFIX: &'static str = "ent";
}

crate::codes! {
    /// How an act reaches a substance.
    pub enum Technique {
        /// By its name.
        Individual = "individual",
        /// By the definition of a class.
        Class = "class",
        /// As a derivative of what is listed.
        Derivative = "derivative",
        /// As an analogue of what is listed.
        Analogue = "analogue",
        /// By its name and for a time.
        Temporary = "temporary",
    }
}

impl Technique {
    /// Whether it lists by name; everything else is a rule that somebody applies.
    pub const fn names_its_substance(self) -> bool {
        matches!(self, Technique::Individual | Technique::Temporary)
    }
}

crate::codes! {
    /// Whether an entry reaches a form of its substance.
    pub enum Reaches {
        /// The act says so.
        Yes = "yes",
        /// The act says that it does not.
        No = "no",
        /// The act does not say, or it is not known here.
        NotSaid = "not-said",
    }
}

/// What of a substance an entry reaches beside the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// Salts.
    pub salts: Reaches,
    /// Isomers.
    pub isomers: Reaches,
    /// Stereoisomers.
    pub stereoisomers: Reaches,
    /// Esters.
    pub esters: Reaches,
    /// Ethers.
    pub ethers: Reaches,
}

impl Default for Reach {
    fn default() -> Self {
        let not_said = Reaches::NotSaid;
        Self { salts: not_said, isomers: not_said, stereoisomers: not_said, esters: not_said, ethers: not_said }
    }
}

/// An amount from which something follows: a crime, a greater one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threshold {
    /// What it is called: "significant", "large".
    pub name: String,
    /// The amount as an exact decimal number, with a point.
    pub value: String,
    /// Code of its unit.
    pub unit: String,
    /// What it is an amount of.
    pub basis: Basis,
}

/// One entry of one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlEntry {
    /// Names it.
    pub id: ControlEntryId,
    /// The act that lists it.
    pub act: ActRef,
    /// The list within the act: "I", "II".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub list: String,
    /// Its number in the list.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The substance or class in the words of the act.
    pub name: String,
    /// Other names the act gives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<String>,
    /// Key of the substance; `None` for a class, and for what the catalogue does not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substance: Option<String>,
    /// Whether its writer said that the catalogue does not hold it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_in_catalogue: bool,
    /// The definition of a class or the words of a rule.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    /// How the act reaches it.
    pub technique: Technique,
    /// What else it reaches.
    #[serde(default)]
    pub reach: Reach,
    /// The content, in per cent by mass with a point, up to which a preparation is not reached; blank where none is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub preparation_limit: String,
    /// The first day on which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<WrittenDay>,
    /// The last day on which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<WrittenDay>,
    /// A day on which it was seen to stand in the list; says something while `from` is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Day>,
    /// Amounts from which something follows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub thresholds: Vec<Threshold>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Shared for ControlEntry {
    const KIND: Kind = Kind::ControlEntry;

    fn card(&self) -> Card {
        Card {
            about: self.act.record(),
            part: self.act.to_string(),
            status: self.technique.code().to_owned(),
            key: self.substance.clone().unwrap_or_default(),
            title: self.name.clone(),
            day: self.from.as_ref().map(|written| written.day),
            due: None,
        }
    }

    fn searched(&self) -> String {
        let texts = [self.name.as_str(), &self.list, &self.number, &self.definition, &self.note];
        texts.into_iter().chain(self.synonyms.iter().map(String::as_str)).collect::<Vec<_>>().join("\n")
    }
}

impl ControlEntry {
    /// The record of the act, where it is one.
    pub fn act_record(&self) -> Option<RecordId> {
        self.act.record()
    }
}
