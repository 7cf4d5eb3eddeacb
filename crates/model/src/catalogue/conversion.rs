//! Named, versioned tables by which litres and pieces become kilogram equivalents.
//!
//! Every row says where its factor comes from and is printed beside the figure it made. Refuses to convert what no row
//! covers: plants, packages and areas have no mass here, and a mass is never converted at all.

use super::{Dimension, Shelf, divide_half_even};
use std::sync::LazyLock;

/// One factor: so many micrograms for so many base units.
#[derive(Debug)]
pub struct ConversionRow {
    /// What it converts from.
    pub dimension: Dimension,
    /// Only this unit, by code; any unit of the dimension when absent.
    pub unit: Option<String>,
    /// Only this substance, by key.
    pub substance: Option<String>,
    /// Only this group, by the code of a [`ChemicalGroup`](super::ChemicalGroup).
    pub group: Option<String>,
    /// Micrograms in `per` base units.
    pub micrograms: i64,
    /// Base units (microlitres, thousandths of a piece) that weigh `micrograms`.
    pub per: i64,
    /// Where the factor comes from.
    pub origin: String,
}

/// A version of the table. Figures name the version they used.
#[derive(Debug)]
pub struct ConversionTable {
    /// Its name, such as `2026-1`.
    pub version: String,
    /// The ISO day from which it is in use.
    pub since: String,
    /// Who chose it, and how.
    pub source: String,
    /// Its factors, in print order.
    pub rows: Vec<ConversionRow>,
}

/// Who chose the factors of every shipped table; each row names its own origin.
const SOURCE: &str = "Reflex catalogue";

static SHELF: LazyLock<Shelf<(String, String, ConversionRow)>> = LazyLock::new(|| {
    Shelf::load(include_str!("../../../../catalogue/conversions.csv"), |row| {
        let positive = |column| row.text(column).parse().ok().filter(|n: &i64| *n > 0);
        let factor = ConversionRow {
            dimension: Dimension::parse(row.text("dimension"))?,
            unit: row.owned("unit"),
            substance: row.owned("substance"),
            group: row.owned("group"),
            micrograms: positive("micrograms")?,
            per: positive("per")?,
            origin: row.owned("origin")?,
        };
        Some((row.owned("version")?, row.owned("since")?, factor))
    })
});

static TABLES: LazyLock<Vec<ConversionTable>> = LazyLock::new(|| {
    let mut tables: Vec<ConversionTable> = Vec::new();
    for (version, since, row) in &SHELF.rows {
        if !tables.iter().any(|table| table.version == *version) {
            let (version, since, source) = (version.clone(), since.clone(), SOURCE.to_owned());
            tables.push(ConversionTable { version, since, source, rows: Vec::new() });
        }
        if let Some(table) = tables.iter_mut().find(|table| table.version == *version) {
            table.rows.push(row.clone());
        }
    }
    tables
});

impl Clone for ConversionRow {
    fn clone(&self) -> Self {
        let (unit, substance, group) = (self.unit.clone(), self.substance.clone(), self.group.clone());
        Self { unit, substance, group, origin: self.origin.clone(), ..*self }
    }
}

impl ConversionTable {
    /// Every version that ships, oldest first.
    pub fn all() -> &'static [ConversionTable] {
        &TABLES
    }

    /// The table of a version.
    pub fn by_version(version: &str) -> Option<&'static ConversionTable> {
        Self::all().iter().find(|table| table.version == version)
    }

    /// The newest table.
    pub fn latest() -> Option<&'static ConversionTable> {
        Self::all().last()
    }

    /// The row that applies: one for the substance before one for its group before one for anything, and at each step
    /// one for the very unit before one for the whole dimension.
    pub fn row(
        &self,
        dimension: Dimension,
        unit: &str,
        substance: Option<&str>,
        group: Option<&str>,
    ) -> Option<&ConversionRow> {
        let fits = |row: &&ConversionRow| {
            row.dimension == dimension
                && row.unit.as_deref().is_none_or(|only| only == unit)
                && row.substance.as_deref().is_none_or(|only| Some(only) == substance)
                && row.group.as_deref().is_none_or(|only| Some(only) == group)
        };
        let aim = |row: &&ConversionRow| (row.substance.is_some(), row.group.is_some(), row.unit.is_some());
        self.rows.iter().filter(fits).max_by_key(aim)
    }

    /// The micrograms that `amount` base units of `dimension` stand for, half-even where it does not come out whole.
    /// A mass is itself; `None` where no row covers it.
    pub fn micrograms(
        &self,
        dimension: Dimension,
        unit: &str,
        substance: Option<&str>,
        group: Option<&str>,
        amount: i128,
    ) -> Option<i128> {
        if dimension == Dimension::Mass {
            return Some(amount);
        }
        let row = self.row(dimension, unit, substance, group)?;
        divide_half_even(amount.checked_mul(i128::from(row.micrograms))?, i128::from(row.per))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{ChemicalGroup, Substance, Unit};

    fn table() -> &'static ConversionTable {
        ConversionTable::by_version("2026-1").unwrap()
    }

    #[test]
    fn every_shipped_row_is_readable_and_points_at_things_that_exist() {
        assert_eq!(SHELF.skipped, Vec::<u64>::new());
        assert_eq!(ConversionTable::latest().unwrap().version, "2026-1");
        for row in &table().rows {
            let unit = row.unit.as_deref().map(|code| Unit::by_code(code).unwrap());
            assert!(unit.is_none_or(|unit| unit.dimension == row.dimension), "{row:?}");
            assert!(row.substance.as_deref().is_none_or(|key| Substance::by_key(key).is_some()), "{row:?}");
            assert!(row.group.as_deref().is_none_or(|code| ChemicalGroup::parse(code).is_some()), "{row:?}");
            assert!(row.dimension != Dimension::Mass && row.dimension != Dimension::Area, "{row:?}");
        }
    }

    #[test]
    fn a_litre_is_a_kilogram_and_a_mass_is_itself() {
        assert_eq!(table().micrograms(Dimension::Volume, "l", None, None, 1_000_000), Some(1_000_000_000));
        assert_eq!(table().micrograms(Dimension::Volume, "ml", Some("ghb"), None, 1), Some(1_000));
        assert_eq!(table().micrograms(Dimension::Mass, "g", None, None, 7), Some(7));
    }

    #[test]
    fn a_tablet_weighs_what_its_substance_says() {
        let mg = |key, pieces: i64| {
            table()
                .micrograms(Dimension::Count, "tablet", Some(key), None, i128::from(pieces) * 1_000)
                .map(|ug| ug / 1_000)
        };
        assert_eq!(
            (mg("mdma", 10), mg("amphetamine", 4), mg("methamphetamine", 100)),
            (Some(3_000), Some(1_000), Some(9_000))
        );
    }

    #[test]
    fn what_no_row_covers_is_not_converted() {
        let none = |dimension, unit, key| table().micrograms(dimension, unit, key, None, 1_000).is_none();
        assert!(none(Dimension::Count, "tablet", Some("tramadol")));
        assert!(
            none(Dimension::Count, "plant", Some("opium-poppy")) && none(Dimension::Count, "package", Some("mdma"))
        );
        assert!(none(Dimension::Area, "acre", None));
    }
}
