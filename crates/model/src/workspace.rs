//! What an analyst asks of an operation's figures: what stands in rows and in columns, which measure, which editions.
//!
//! Refuses a measure of two dimensions: kilograms, litres and pieces are asked for one at a time.

use crate::listing::Filter;
use crate::time::Day;
use crate::total::{By, TotalRow};
use serde::{Deserialize, Serialize};

crate::codes! {
    /// What rows or columns are told apart by.
    pub enum Axis {
        /// Substance.
        Substance = "substance",
        /// Chemical group.
        Group = "group",
        /// Country of the event.
        Country = "country",
        /// Owner participant.
        Participant = "participant",
        /// First-level region.
        Region = "region",
        /// Setting.
        Setting = "setting",
        /// Conveyance.
        Conveyance = "conveyance",
        /// Detection method.
        Detection = "detection",
        /// Kind of incident.
        Kind = "kind",
        /// Provisional or confirmed.
        Status = "status",
        /// Month of the event.
        Month = "month",
        /// Quarter of the event, `2021-Q4`.
        Quarter = "quarter",
        /// Year of the event.
        Year = "year",
    }
}

impl Axis {
    /// By what the store tells it apart; quarters are put together from months.
    pub const fn by(self) -> By {
        match self {
            Axis::Substance => By::Substance,
            Axis::Group => By::Group,
            Axis::Country => By::Country,
            Axis::Participant => By::Participant,
            Axis::Region => By::Region,
            Axis::Setting => By::Setting,
            Axis::Conveyance => By::Conveyance,
            Axis::Detection => By::Detection,
            Axis::Kind => By::Kind,
            Axis::Status => By::Status,
            Axis::Month | Axis::Quarter => By::Month,
            Axis::Year => By::Year,
        }
    }

    /// The key that a key of the store stands under.
    pub fn key(self, key: &str) -> String {
        if self == Axis::Quarter { quarter(key).unwrap_or_else(|| key.to_owned()) } else { key.to_owned() }
    }

    /// First and last day of a key, where it is a span of time.
    pub fn days(self, key: &str) -> Option<(Day, Day)> {
        let year: i16 = key.get(..4)?.parse().ok()?;
        let (first, months) = match self {
            Axis::Year => (1, 12),
            Axis::Month => (key.get(5..)?.parse::<i8>().ok()?, 1),
            Axis::Quarter => {
                (key.strip_prefix(&format!("{year:04}-Q"))?.parse::<i8>().ok()?.checked_sub(1)? * 3 + 1, 3)
            }
            _ => return None,
        };
        let from = Day::of(year, first, 1)?;
        let after = first + months;
        let next = if after > 12 { Day::of(year + 1, after - 12, 1) } else { Day::of(year, after, 1) };
        Some((from, next?.plus(-1)))
    }
}

fn quarter(month: &str) -> Option<String> {
    let (year, number) = month.split_once('-')?;
    let number: u8 = number.parse().ok()?;
    Some(format!("{year}-Q{}", number.checked_sub(1)? / 3 + 1))
}

crate::codes! {
    /// What is counted.
    pub enum Measure {
        /// Incidents.
        Incidents = "incidents",
        /// Mass in scope.
        Mass = "mass",
        /// Volume in scope.
        Volume = "volume",
        /// Pieces in scope.
        Count = "count",
        /// Area in scope.
        Area = "area",
        /// Kilogram equivalent by the conversion table.
        Equivalent = "equivalent",
    }
}

impl Measure {
    /// The figure of a row, in base units.
    pub fn of(self, row: &TotalRow) -> i128 {
        match self {
            Measure::Incidents => row.incidents.into(),
            Measure::Mass => row.in_scope.mass,
            Measure::Volume => row.in_scope.volume,
            Measure::Count => row.in_scope.count,
            Measure::Area => row.in_scope.area,
            Measure::Equivalent => row.equivalent,
        }
    }
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Rows.
    pub rows: Axis,
    /// Columns; none for the row totals alone.
    pub columns: Option<Axis>,
    /// What is counted.
    pub measure: Measure,
    /// Codes of the editions that are looked at.
    pub editions: Vec<String>,
    /// Which incidents.
    pub filter: Filter,
}

/// Incidents that took one way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// Country where it came from.
    pub from: String,
    /// Countries it passed, in their order.
    pub via: Vec<String>,
    /// Country where it went or was meant to go.
    pub to: String,
    /// Incidents.
    pub incidents: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_stand_under_their_quarter_and_every_span_knows_its_days() {
        assert_eq!(Axis::Quarter.key("2021-10"), "2021-Q4");
        assert_eq!(Axis::Quarter.key("2021-03"), "2021-Q1");
        assert_eq!(Axis::Month.key("2021-03"), "2021-03");
        let days = |axis: Axis, key: &str| axis.days(key).map(|(from, to)| format!("{from} {to}"));
        assert_eq!(days(Axis::Quarter, "2021-Q4").as_deref(), Some("2021-10-01 2021-12-31"));
        assert_eq!(days(Axis::Month, "2020-02").as_deref(), Some("2020-02-01 2020-02-29"));
        assert_eq!(days(Axis::Year, "2021").as_deref(), Some("2021-01-01 2021-12-31"));
        assert_eq!(days(Axis::Country, "KZ"), None);
        assert_eq!(days(Axis::Quarter, "2021-Q0"), None);
    }
}
