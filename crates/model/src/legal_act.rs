//! A law, a regulation or an amendment: whose, what it is called, and the days from and to which it holds.
//!
//! Refuses to interpret: what an act lists are entries of their own, and what is not known of it is said plainly. Refuses
//! a chain of amendments that leads back to where it began.

mod chain;
mod draft;

pub use chain::ActLink;
pub(crate) use draft::optional_day;
pub use draft::{Law, LegalActDraft};

use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::jurisdiction::Jurisdiction;
use crate::names::Names;
use crate::problem::Problem;
use crate::record::{Kind, Shared};
use crate::time::{Day, WrittenDay};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Names one act.
pub type LegalActId = Id<LegalAct>;

impl Noun for LegalAct {
    const PREFIX: &'static str = "act";
}

crate::codes! {
    /// What an act is.
    pub enum ActKind {
        /// A treaty between states.
        Convention = "convention",
        /// A law of a parliament.
        Law = "law",
        /// A decree of a head of state.
        Decree = "decree",
        /// A resolution or decision of a government or a commission.
        Resolution = "resolution",
        /// An order of a ministry or service.
        Order = "order",
        /// Rules made under a law.
        Rules = "rules",
        /// None of these.
        Other = "other",
    }
}

/// An act by name: a record of an operation, or one of the acts that ship with the product.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActRef(String);

impl ActRef {
    /// Reads the identifier of a record or the key of a shipped act.
    pub fn read(field: &str, text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let is_key = !text.is_empty()
            && text.len() <= 80
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if is_key || text.parse::<LegalActId>().is_ok() {
            return Ok(Self(text.to_owned()));
        }
        Err(Problem::new(field, "act-unknown").with("text", text))
    }

    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The record, where it is one.
    pub fn record(&self) -> Option<RecordId> {
        self.0.parse::<LegalActId>().ok().map(RecordId::from)
    }
}

impl From<LegalActId> for ActRef {
    fn from(id: LegalActId) -> Self {
        Self(id.to_string())
    }
}

impl fmt::Display for ActRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text of an act as it was found, or the hash of the file that holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archived {
    /// The text; blank where only a file is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Name of the file kept elsewhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// SHA-256 of the text or file, lower-case hexadecimal.
    pub sha256: String,
}

/// One act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalAct {
    /// Names it.
    pub id: LegalActId,
    /// Whose law.
    pub jurisdiction: Jurisdiction,
    /// Its title in the language in which it was issued.
    pub title: String,
    /// That language as a tag: `ru`, `kk`, `fa-AF`; blank where not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title_lang: String,
    /// Translations of the title.
    #[serde(default)]
    pub titles: Names,
    /// Who issued it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// Its number as printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// What it is.
    pub act_kind: ActKind,
    /// When it was adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<WrittenDay>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<WrittenDay>,
    /// The first day in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_from: Option<WrittenDay>,
    /// The last day in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<WrittenDay>,
    /// The acts that it amends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amends: Vec<ActRef>,
    /// The acts that it repeals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeals: Vec<ActRef>,
    /// Where its text is published.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// When it was read there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<Day>,
    /// Its text as found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<Archived>,
    /// Whether it holds a list of controlled substances, or changes one.
    #[serde(default)]
    pub holds_list: bool,
    /// The day up to which its entries here, with their days, are the whole list; `None` while that is not so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete_as_of: Option<Day>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What is not known of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unknown: String,
}

impl Shared for LegalAct {
    const KIND: Kind = Kind::LegalAct;

    fn card(&self) -> Card {
        Card {
            about: self.amends.iter().find_map(ActRef::record),
            part: self.amends.first().map(ToString::to_string).unwrap_or_default(),
            status: self.act_kind.code().to_owned(),
            key: self.jurisdiction.to_string(),
            title: self.title.clone(),
            day: self.in_force_from.as_ref().or(self.adopted.as_ref()).map(|written| written.day),
            due: None,
        }
    }

    fn searched(&self) -> String {
        let translations = self.titles.iter().map(|(_, title)| title);
        [self.title.as_str(), &self.number, &self.issuer, &self.note, &self.unknown]
            .into_iter()
            .chain(translations)
            .collect::<Vec<_>>()
            .join("\n")
    }
}
