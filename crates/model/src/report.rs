//! An operation told in figures: who took part, when, how much, from where, with the list of inputs and the as-of time.
//!
//! Refuses prose: `render` says it in the reader's language, as a page, a workbook or JSON.

use crate::listing::IncidentRow;
use crate::operation::Operation;
use crate::participant::{Participant, ParticipantCode};
use crate::time::{Day, Moment};
use crate::total::{Input, Totals};

/// One participant's share of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Who.
    pub participant: ParticipantCode,
    /// Incidents the reader may see.
    pub incidents: i64,
    /// When it last reported something the reader may see.
    pub last: Option<Moment>,
}

/// Origin, transit and destination of what was seized: incidents per pair of countries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Country where it came from.
    pub from: String,
    /// Country where it went.
    pub to: String,
    /// Incidents.
    pub incidents: i64,
}

/// A substance that the operation saw first on that day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstSeen {
    /// Substance key.
    pub substance: String,
    /// Earliest event day the reader may see.
    pub day: Day,
    /// Country of that event.
    pub country: String,
    /// That incident.
    pub record: crate::id::RecordId,
}

/// Everything the operations page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The operation.
    pub operation: Operation,
    /// The participants of the operation, for their names.
    pub participants: Vec<Participant>,
    /// Everything in one row.
    pub sum: Totals,
    /// By event day.
    pub by_day: Totals,
    /// By chemical group.
    pub by_group: Totals,
    /// By substance.
    pub by_substance: Totals,
    /// By first-level region.
    pub by_region: Totals,
    /// By owner participant.
    pub by_participant: Totals,
    /// Who has reported, and when last.
    pub shares: Vec<Share>,
    /// Latest incidents.
    pub latest: Vec<IncidentRow>,
}

/// Everything the report holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The figures of the operations page.
    pub overview: Overview,
    /// By country of the event.
    pub by_country: Totals,
    /// By setting.
    pub by_setting: Totals,
    /// Routes.
    pub flows: Vec<Flow>,
    /// First-seen substances.
    pub first_seen: Vec<FirstSeen>,
    /// The records the figures were made of: every one in a document, those a page shows on a page.
    pub inputs: Vec<Input>,
}
