//! Which incidents a list shows: filter, search, order, page; and what a row and a facet say.
//!
//! Refuses to know the reader: visibility is added by the store to every list, count and total alike.

use crate::agency::AgencyId;
use crate::catalogue::substance::ChemicalGroup;
use crate::catalogue::unit::Dimension;
use crate::id::RecordId;
use crate::incident::{Conveyance, Detection, IncidentKind, Setting};
use crate::marking::{Audience, Handling};
use crate::participant::ParticipantCode;
use crate::record::State;
use crate::time::{Day, Moment};
use serde::{Deserialize, Serialize};

/// What is asked for; an empty field asks for everything. Several values of one field are alternatives.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// First event day.
    pub from: Option<Day>,
    /// Last event day.
    pub to: Option<Day>,
    /// Owner participants.
    pub participants: Vec<ParticipantCode>,
    /// Owner agencies.
    pub agencies: Vec<AgencyId>,
    /// Countries of the event.
    pub countries: Vec<String>,
    /// First-level regions of the event.
    pub regions: Vec<String>,
    /// Substance keys of any line.
    pub substances: Vec<String>,
    /// Chemical groups of any line.
    pub groups: Vec<ChemicalGroup>,
    /// Places of the register.
    pub places: Vec<String>,
    /// Settings.
    pub settings: Vec<Setting>,
    /// Conveyances.
    pub conveyances: Vec<Conveyance>,
    /// Detection methods.
    pub detections: Vec<Detection>,
    /// Kinds.
    pub kinds: Vec<IncidentKind>,
    /// States; empty is everything but retracted.
    pub states: Vec<State>,
    /// Lines in scope (`true`), off scope (`false`), both (`None`).
    pub scope: Option<bool>,
    /// Substance by laboratory (`true`), provisional (`false`), both (`None`).
    pub confirmed: Option<bool>,
    /// Records with an open question (`true`), without (`false`), both (`None`).
    pub held: Option<bool>,
    /// Late entries (`true`), others (`false`), both (`None`).
    pub late: Option<bool>,
    /// Words to search for, in any script.
    pub text: String,
}

crate::codes! {
    /// In which order.
    pub enum Order {
        /// Latest event first.
        Event = "event",
        /// Latest change first.
        Changed = "changed",
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// In which order.
    pub order: Order,
    /// Where the page before ended: the cursor of its last row.
    pub after: Option<Cursor>,
    /// Rows at most.
    pub limit: u32,
}

/// The place of one row in its order; opaque outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The ordering value: ISO day or microseconds.
    pub value: String,
    /// The record, to tell equals apart.
    pub record: RecordId,
}

impl Cursor {
    /// The form that stands in an address: `value~record`.
    pub fn write(&self) -> String {
        format!("{}~{}", self.value, self.record)
    }

    /// Whether it can stand in a list of this order.
    pub fn fits(&self, order: Order) -> bool {
        match order {
            Order::Event => self.value.parse::<Day>().is_ok(),
            Order::Changed => self.value.parse::<i64>().is_ok(),
        }
    }

    /// Reads [`Cursor::write`] back.
    pub fn read(text: &str) -> Option<Self> {
        let (value, record) = text.split_once('~')?;
        let record = record.parse().ok()?;
        (value.len() <= 32).then(|| Self { value: value.to_owned(), record })
    }
}

/// An amount of one dimension, in its base units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// Mass, volume, count or area.
    pub dimension: Dimension,
    /// Base units.
    pub amount: i64,
}

/// One row of a list of incidents.
#[expect(clippy::struct_excessive_bools, reason = "four independent facts a row shows as chips")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncidentRow {
    /// Names it.
    pub id: RecordId,
    /// Its revision.
    pub revision: u32,
    /// Where it stands.
    pub state: State,
    /// Seizure or relative.
    pub kind: IncidentKind,
    /// Event day.
    pub day: Day,
    /// Minutes since local midnight, where known.
    pub minute: Option<u16>,
    /// Country of the event.
    pub country: String,
    /// Region of the event.
    pub region: Option<String>,
    /// Place as written.
    pub place: String,
    /// Substance of the first line as written.
    pub written: String,
    /// Substance of the first line, where recognised.
    pub substance: Option<String>,
    /// Lines.
    pub lines: u32,
    /// Sums of its lines per dimension; unlike units apart.
    pub amounts: Vec<Amount>,
    /// Any line awaits the laboratory.
    pub provisional: bool,
    /// Any line counts.
    pub in_scope: bool,
    /// What kind of place.
    pub setting: Setting,
    /// How it was found.
    pub detection: Option<Detection>,
    /// Owner.
    pub owner: ParticipantCode,
    /// Owner's agency.
    pub agency: AgencyId,
    /// Who may read it.
    pub audience: Audience,
    /// What may be done with it.
    pub handling: Handling,
    /// Came late.
    pub late: bool,
    /// Has an open question.
    pub held: bool,
    /// When this revision was kept.
    pub changed: Moment,
}

impl IncidentRow {
    /// Where it stands in `order`.
    pub fn cursor(&self, order: Order) -> Cursor {
        let value = match order {
            Order::Event => self.day.to_string(),
            Order::Changed => self.changed.0.to_string(),
        };
        Cursor { value, record: self.id.clone() }
    }
}

/// One page of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// The rows.
    pub rows: Vec<IncidentRow>,
    /// All that the filter finds and the reader may see.
    pub total: i64,
    /// Of them with an open question.
    pub held: i64,
    /// Where the next page starts, where there is one.
    pub next: Option<Cursor>,
}

/// How many a filter finds per value of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// The field's name in [`Filter`]: `countries`, `substances`, `settings`, `states`, `participants`.
    pub field: String,
    /// Values with counts, most first.
    pub values: Vec<(String, i64)>,
}
