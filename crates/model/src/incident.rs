//! An incident: a seizure or one of its relatives, as true as its owner could make it.
//!
//! Refuses personal data: persons are counts. Refuses to add unlike units: each line keeps its own quantity and basis.

mod amend;
mod check;
mod codes;
mod confirm;
mod draft;
mod duplicate;
mod line;
mod part;
mod personal;
mod question;
mod read;
mod site;

pub use check::{Ground, SETTLEABLE};
pub use codes::*;
pub use confirm::{ConfirmationDraft, IdentifiedDraft};
pub use draft::{IncidentDraft, LegDraft, LineDraft, PersonDraft, RelatedDraft};
pub use duplicate::{counting, covers};
pub use question::{Answer, AnswerDraft};

use crate::control_status::written_key;
use crate::id::{Id, Noun, RecordId};
use crate::jurisdiction::Jurisdiction;
use crate::quantity::{Basis, Measure, Quantity};
use crate::time::{Calendar, Day};
use serde::{Deserialize, Serialize};

/// Names one incident.
pub type IncidentId = Id<Incident>;

impl Noun for Incident {
    const PREFIX: &'static str = "inc";
}

/// When it happened, at the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventTime {
    /// The day it started.
    pub day: Day,
    /// Minutes since local midnight, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<u16>,
    /// Minutes the local clock is ahead of UTC.
    pub offset: i16,
    /// How exactly the start is known.
    pub precision: Precision,
    /// The day it ended, where it lasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Day>,
    /// The calendar the day was written in.
    pub calendar: Calendar,
    /// The day as written.
    pub text: String,
}

/// Where it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// ISO 3166-2 code, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The place as written.
    pub text: String,
    /// Key in the register of places, where recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Latitude and longitude in millionths of a degree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<(i32, i32)>,
    /// What kind of place.
    pub setting: Setting,
}

impl Site {
    /// Whose law holds there: of the part of the country where that is known, and of the country.
    pub fn jurisdiction(&self) -> Option<Jurisdiction> {
        let part = self.region.as_ref().and_then(|region| Jurisdiction::read("", region).ok());
        let part = part.filter(|part| part.country() == self.country);
        part.or_else(|| Jurisdiction::read("", &self.country).ok())
    }
}

/// One leg of the route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// Its part in the route.
    pub role: LegRole,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// Place as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Persons of one kind: a count, never a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCount {
    /// What happened to them.
    pub status: PersonStatus,
    /// ISO 3166-1 alpha-2 code of their nationality, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nationality: Option<String>,
    /// Sex band.
    pub sex: SexBand,
    /// Age band.
    pub age: AgeBand,
    /// How many.
    pub count: u32,
}

/// Something found with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// What kind.
    pub kind: RelatedKind,
    /// How many, where counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// In words: currency and amount, calibre, model, address of a website.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// One substance in one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The substance as written.
    pub written: String,
    /// Its key in the catalogue, where recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substance: Option<String>,
    /// Field test or laboratory.
    pub status: SubstanceStatus,
    /// Physical form.
    pub form: PhysicalForm,
    /// Packaging in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub packaging: String,
    /// Marking or logo in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub logo: String,
    /// Colour in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub colour: String,
    /// How many items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<u32>,
    /// How much; `None` is "not known", never zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// The quantity as written where it could not be read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quantity_written: String,
    /// Of what it is an amount.
    pub basis: Basis,
    /// How it came to be known.
    pub measure: Measure,
    /// A second measure of the same item (388 tablets that weigh 15.52 g); never added to the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Quantity>,
    /// Purity in hundredths of a percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purity: Option<u16>,
    /// How purity was found, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purity_method: String,
    /// Base or salt.
    pub salt: SaltForm,
    /// Samples taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub samples: Option<u32>,
    /// Whether it counts by the operation's scope rule, or by `scope_reason`.
    pub in_scope: bool,
    /// Why it counts or not, where a person decided against the rule.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scope_reason: String,
}

impl Line {
    /// Under which the law is asked about it: the key of its substance, or that of the name as written.
    pub fn law_key(&self) -> String {
        self.substance.clone().unwrap_or_else(|| written_key(&self.written))
    }
}

/// A seizure or one of its relatives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// Names it.
    pub id: IncidentId,
    /// Seizure or relative.
    pub kind: IncidentKind,
    /// The owner's own case number, opaque.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// When.
    pub when: EventTime,
    /// Where.
    pub site: Site,
    /// How it was found, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detection: Option<Detection>,
    /// What carried it, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conveyance: Option<Conveyance>,
    /// How it was hidden, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concealment: Option<Concealment>,
    /// How it was hidden, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub concealment_text: String,
    /// Route.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legs: Vec<Leg>,
    /// Goods as declared.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub declared_goods: String,
    /// Heading of the Harmonized System, six digits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hs_code: String,
    /// Persons as counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<PersonCount>,
    /// Cash, weapons, vehicles, equipment, websites, groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
    /// The record it answers: a warning, alert or request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<RecordId>,
    /// The record of the same seizure that counts instead of this one, by a person's decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<RecordId>,
    /// Reported after the active stage had ended.
    #[serde(default)]
    pub late: bool,
    /// Anything else, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl Incident {
    /// Whether any line's substance awaits the laboratory.
    pub fn is_provisional(&self) -> bool {
        self.lines.iter().any(|line| line.status == SubstanceStatus::Provisional)
    }

    /// Whether any line counts.
    pub fn in_scope(&self) -> bool {
        self.lines.iter().any(|line| line.in_scope)
    }

    /// Everything a search looks through, as written; folded by the store.
    pub fn searched(&self) -> String {
        let mut text = vec![self.reference.as_str(), self.site.text.as_str(), self.note.as_str()];
        text.extend([self.concealment_text.as_str(), self.declared_goods.as_str()]);
        text.extend(self.legs.iter().map(|leg| leg.place.as_str()));
        for line in &self.lines {
            text.extend([line.written.as_str(), line.logo.as_str(), line.packaging.as_str()]);
        }
        let keys = self.lines.iter().filter_map(|line| line.substance.as_deref());
        for substance in keys.filter_map(crate::catalogue::substance::Substance::by_key) {
            text.extend(substance.names.iter().map(|(_, name)| name));
        }
        if let Some(place) = self.site.place.as_deref().and_then(crate::catalogue::place::Place::by_key) {
            text.extend(place.names.iter().map(|(_, name)| name));
        }
        text.retain(|part| !part.is_empty());
        text.join(" \u{B7} ")
    }
}
