//! An incident as typed: by the form, the API or a mapping, all three the same shape of texts.
//!
//! Refuses nothing: whatever is typed is kept as typed; `check` beside it says what is wrong.

use crate::marking::MarkingDraft;
use serde::{Deserialize, Serialize};

/// One leg as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LegDraft {
    /// [`LegRole`] code.
    pub role: String,
    /// Country code or name.
    pub country: String,
    /// Place as written.
    pub place: String,
    /// [`Confidence`] code.
    pub confidence: String,
}

/// A count of persons as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PersonDraft {
    /// How many.
    pub count: String,
    /// [`PersonStatus`] code.
    pub status: String,
    /// Country code or name.
    pub nationality: String,
    /// [`SexBand`] code.
    pub sex: String,
    /// [`AgeBand`] code.
    pub age: String,
}

/// Something found with it as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RelatedDraft {
    /// [`RelatedKind`] code.
    pub kind: String,
    /// How many.
    pub count: String,
    /// In words.
    pub text: String,
}

/// One line as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LineDraft {
    /// Substance as written.
    pub written: String,
    /// Substance key, where chosen.
    pub substance: String,
    /// [`SubstanceStatus`] code.
    pub status: String,
    /// [`PhysicalForm`] code.
    pub form: String,
    /// Packaging.
    pub packaging: String,
    /// Marking or logo.
    pub logo: String,
    /// Colour.
    pub colour: String,
    /// Items.
    pub items: String,
    /// Quantity.
    pub quantity: String,
    /// Unit code or name.
    pub unit: String,
    /// The quantity is not known.
    pub quantity_unknown: bool,
    /// [`Basis`] code.
    pub basis: String,
    /// [`Measure`] code.
    pub measure: String,
    /// Second measure.
    pub second_quantity: String,
    /// Its unit.
    pub second_unit: String,
    /// Purity in percent.
    pub purity: String,
    /// How purity was found.
    pub purity_method: String,
    /// [`SaltForm`] code.
    pub salt: String,
    /// Samples.
    pub samples: String,
    /// `in`, `out`, or blank for the operation's rule.
    pub scope: String,
    /// Why, where decided against the rule.
    pub scope_reason: String,
}

/// An incident as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IncidentDraft {
    /// [`IncidentKind`] code; blank is a seizure.
    pub kind: String,
    /// The owner's own case number.
    pub reference: String,
    /// Day.
    pub day: String,
    /// Local time of day.
    pub time: String,
    /// Last day, where it lasted.
    pub end: String,
    /// [`Precision`] code.
    pub precision: String,
    /// Minutes the local clock is ahead of UTC; blank is the country's capital.
    pub offset: String,
    /// Country code or name.
    pub country: String,
    /// First-level region code or name; `unknown` where it is not known.
    pub region: String,
    /// Place as written.
    pub place: String,
    /// Latitude in degrees.
    pub latitude: String,
    /// Longitude in degrees.
    pub longitude: String,
    /// [`Setting`] code.
    pub setting: String,
    /// [`Detection`] code.
    pub detection: String,
    /// [`Conveyance`] code.
    pub conveyance: String,
    /// [`Concealment`] code.
    pub concealment: String,
    /// How it was hidden, in words.
    pub concealment_text: String,
    /// Route.
    pub legs: Vec<LegDraft>,
    /// Goods as declared.
    pub declared_goods: String,
    /// HS heading.
    pub hs_code: String,
    /// Persons.
    pub persons: Vec<PersonDraft>,
    /// Related finds.
    pub related: Vec<RelatedDraft>,
    /// Identifier of the record it answers.
    pub answers: String,
    /// Reported after the active stage.
    pub late: bool,
    /// Anything else.
    pub note: String,
    /// Lines.
    pub lines: Vec<LineDraft>,
    /// Marking; blank fields take the operation's.
    pub marking: MarkingDraft,
    /// Language it is written in.
    pub lang: String,
    /// Problems the writer has looked at and settled, `code:field`.
    pub settled: Vec<String>,
}
