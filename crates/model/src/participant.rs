//! A participant: a country or organisation that takes part in operations, and its part in one operation.
//!
//! Refuses to be a membership of anything else: participation is per edition, with a role and dates.

use crate::names::Names;
use crate::problem::Problem;
use crate::time::Day;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The short code of a country (ISO 3166-1 alpha-2) or organisation: 2 to 16 capital letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParticipantCode(String);

impl ParticipantCode {
    /// Reads a code; lower-case letters are raised.
    pub fn read(field: &str, text: &str) -> Result<Self, Problem> {
        let code = text.trim().to_ascii_uppercase();
        let fits = (2..=16).contains(&code.len())
            && code.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '-');
        if fits { Ok(Self(code)) } else { Err(Problem::new(field, "participant-code").with("text", text.trim())) }
    }

    /// The code of a country of the catalogue.
    pub fn country(code: &str) -> Self {
        Self(code.to_owned())
    }

    /// The written form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ParticipantCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A country or organisation known to this node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Its code.
    pub code: ParticipantCode,
    /// Its names.
    pub names: Names,
    /// ISO 3166-1 alpha-2 code where it is a country.
    pub country: Option<String>,
}

crate::codes! {
    /// What a participant is in one operation.
    pub enum ParticipationRole {
        /// Presents the plan, collects, analyses, reports.
        Coordinator = "coordinator",
        /// Works and reports.
        Participant = "participant",
        /// Reads what is opened to it.
        Observer = "observer",
        /// Gives support: expertise, standards, training, money.
        Supporter = "supporter",
        /// Invited to a part of it.
        Guest = "guest",
    }
}

/// One participant's part in one operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participation {
    /// Who.
    pub participant: ParticipantCode,
    /// As what.
    pub role: ParticipationRole,
    /// First day, where limited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// Last day, where limited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

impl Participation {
    /// Whether it holds on `day`.
    pub fn holds_on(&self, day: Day) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}
