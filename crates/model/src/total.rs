//! Figures over incidents: exact, per unit first, each with its inputs and its as-of time.
//!
//! Refuses to add unlike units, to convert without a named table, and to count what was retracted or is not the one
//! that counts among duplicates.

use crate::catalogue::unit::Dimension;
use crate::id::RecordId;
use crate::listing::Filter;
use crate::quantity::exact;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

crate::codes! {
    /// By what figures are told apart.
    pub enum By {
        /// Country of the event.
        Country = "country",
        /// Owner participant.
        Participant = "participant",
        /// Owner agency.
        Agency = "agency",
        /// Substance key; blank where it was not recognised.
        Substance = "substance",
        /// Chemical group.
        Group = "group",
        /// First-level region.
        Region = "region",
        /// Place of the register.
        Place = "place",
        /// Setting.
        Setting = "setting",
        /// Conveyance.
        Conveyance = "conveyance",
        /// Detection method.
        Detection = "detection",
        /// Kind of incident.
        Kind = "kind",
        /// Event year.
        Year = "year",
        /// Event month, `2021-10`.
        Month = "month",
        /// Event day.
        Day = "day",
        /// State of the record.
        State = "state",
        /// In scope or off scope.
        Scope = "scope",
        /// Provisional or confirmed.
        Status = "status",
        /// Unit as given.
        Unit = "unit",
    }
}

/// Sums of one group of lines, unlike units apart. Base units: µg, µl, thousandths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    /// Lines.
    pub lines: i64,
    /// Lines whose quantity is not known.
    pub unquantified: i64,
    /// Mass in µg.
    pub mass: i128,
    /// Volume in µl.
    pub volume: i128,
    /// Pieces in thousandths.
    pub count: i128,
    /// Area in thousandths of a square metre.
    pub area: i128,
}

impl Sums {
    /// The sum of one dimension.
    pub const fn of(&self, dimension: Dimension) -> i128 {
        match dimension {
            Dimension::Mass => self.mass,
            Dimension::Volume => self.volume,
            Dimension::Count => self.count,
            Dimension::Area => self.area,
        }
    }

    /// Adds `lines` lines of `amount` base units of `dimension`.
    pub const fn add(&mut self, dimension: Option<Dimension>, lines: i64, amount: i128) {
        self.lines += lines;
        match dimension {
            None => self.unquantified += lines,
            Some(Dimension::Mass) => self.mass += amount,
            Some(Dimension::Volume) => self.volume += amount,
            Some(Dimension::Count) => self.count += amount,
            Some(Dimension::Area) => self.area += amount,
        }
    }

    /// Adds other sums of the same kind of lines.
    pub const fn merge(&mut self, other: &Sums) {
        self.lines += other.lines;
        self.unquantified += other.unquantified;
        self.mass += other.mass;
        self.volume += other.volume;
        self.count += other.count;
        self.area += other.area;
    }

    /// Kilograms as an exact decimal without trailing zeros.
    pub fn kg(&self) -> String {
        exact(self.mass, 9)
    }

    /// Litres as an exact decimal.
    pub fn litres(&self) -> String {
        exact(self.volume, 6)
    }

    /// Pieces as an exact decimal.
    pub fn units(&self) -> String {
        exact(self.count, 3)
    }

    /// Square metres as an exact decimal.
    pub fn square_metres(&self) -> String {
        exact(self.area, 3)
    }
}

/// One row of figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TotalRow {
    /// One value per [`By`] asked for; blank is "not known".
    pub keys: Vec<String>,
    /// Incidents with at least one line here (or without lines).
    pub incidents: i64,
    /// Of them with an open question.
    pub held: i64,
    /// All lines.
    pub all: Sums,
    /// Lines in scope.
    pub in_scope: Sums,
    /// Lines in scope whose substance is provisional.
    pub provisional: Sums,
    /// Kilogram equivalent of the lines in scope by the table named in [`Totals`], µg.
    pub equivalent: i128,
    /// Lines in scope that the table does not convert.
    pub unconverted: i64,
}

/// Figures with what they stand on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// By what the rows are told apart.
    pub by: Vec<By>,
    /// What was asked for.
    pub filter: Filter,
    /// The rows, in the order of their keys.
    pub rows: Vec<TotalRow>,
    /// Everything together; incidents are counted once.
    pub sum: TotalRow,
    /// Version of the conversion table.
    pub conversion: String,
    /// When the figures were true.
    pub as_of: Moment,
    /// The name of the last event they include and their reader may see.
    pub event: String,
}

/// The finest sums the store gives: per keys, substance, unit, scope and status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FineSum {
    /// One value per [`By`] asked for.
    pub keys: Vec<String>,
    /// Substance key, where recognised.
    pub substance: Option<String>,
    /// Unit code, where the quantity is known.
    pub unit: Option<String>,
    /// Dimension, where the quantity is known.
    pub dimension: Option<Dimension>,
    /// Counts by the scope rule.
    pub in_scope: bool,
    /// By a laboratory.
    pub confirmed: bool,
    /// Lines.
    pub lines: i64,
    /// Sum in base units.
    pub amount: i128,
}

/// Incidents per keys; each counted once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentCount {
    /// One value per [`By`] asked for.
    pub keys: Vec<String>,
    /// Incidents.
    pub incidents: i64,
    /// Of them with an open question.
    pub held: i64,
}

/// One record a figure was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Which record.
    pub record: RecordId,
    /// In which revision.
    pub revision: u32,
}
