//! Units in which amounts are written, each an exact multiple of its dimension's base unit.
//!
//! Refuses to cross dimensions: from litres or tablets to kilograms only a conversion table leads
//! ([`ConversionTable`](super::ConversionTable)).

use super::{Index, Shelf, divide_half_even};
use std::sync::LazyLock;

crate::codes! {
    /// What is counted; each dimension has its own integer base unit.
    pub enum Dimension {
        /// Base unit: microgram.
        Mass = "mass",
        /// Base unit: microlitre.
        Volume = "volume",
        /// Base unit: thousandth of a piece.
        Count = "count",
        /// Base unit: thousandth of a square metre.
        Area = "area",
    }
}

/// A unit of measure.
#[derive(Debug)]
pub struct Unit {
    /// Stable code, such as `kg` or `tablet`.
    pub code: String,
    /// What it measures.
    pub dimension: Dimension,
    /// Base units in one of it, times 10^6, exact.
    pub base_per_unit_e6: i64,
    /// Other spellings, in the working languages and as reporters write them.
    pub aliases: Vec<String>,
}

static SHELF: LazyLock<Shelf<Unit>> = LazyLock::new(|| {
    Shelf::load(include_str!("../../../../catalogue/units.csv"), |row| {
        Some(Unit {
            code: row.owned("code")?,
            dimension: Dimension::parse(row.text("dimension"))?,
            base_per_unit_e6: row.text("base_per_unit_e6").parse().ok().filter(|factor| *factor > 0)?,
            aliases: row.list("aliases"),
        })
    })
});

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::default();
    for (at, unit) in SHELF.numbered() {
        index.add(&unit.code, at);
        unit.aliases.iter().for_each(|alias| index.add(alias, at));
    }
    index
});

impl Unit {
    /// Every unit, in the order in which they are offered.
    pub fn all() -> &'static [Unit] {
        &SHELF.rows
    }

    /// The unit of a code.
    pub fn by_code(code: &str) -> Option<&'static Unit> {
        Self::all().iter().find(|unit| unit.code == code)
    }

    /// The unit a person meant by `text`, in any working language. Folded equality only: a unit is never guessed.
    pub fn recognise(text: &str) -> Option<&'static Unit> {
        INDEX.exact(text).and_then(|at| Self::all().get(at))
    }

    /// The base units in `digits` × 10^-`scale` of this unit, half-even where it does not come out whole; `None` beyond
    /// the range of an `i128`.
    pub fn base_of(&self, digits: i128, scale: u32) -> Option<i128> {
        let divisor = 10_i128.checked_pow(scale.checked_add(6)?)?;
        divide_half_even(digits.checked_mul(i128::from(self.base_per_unit_e6))?, divisor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::tests::{seizures, shared};
    use crate::fold::fold;
    use std::collections::HashMap;

    #[test]
    fn every_shipped_unit_is_readable_and_every_spelling_means_one_unit() {
        assert_eq!(SHELF.skipped, Vec::<u64>::new());
        let mut seen = HashMap::new();
        for unit in Unit::all() {
            for name in unit.aliases.iter().chain([&unit.code]) {
                let other = seen.insert(fold(name), &unit.code);
                assert!(other.is_none_or(|other| other == &unit.code), "{name} is both {other:?} and {}", unit.code);
            }
        }
    }

    #[test]
    fn spellings_of_three_languages_are_known() {
        let known = [
            ("Kilogram", "kg"),
            ("КГ.", "kg"),
            ("килограммов", "kg"),
            ("کیلوگرم", "kg"),
            ("كيلو گرم", "kg"),
            ("гр.", "g"),
            ("گرم", "g"),
            ("тонн", "t"),
            ("Ton", "t"),
            ("мг", "mg"),
            ("Litre", "l"),
            ("литров", "l"),
            ("لیتر", "l"),
            ("Tablet", "tablet"),
            ("табл.", "tablet"),
            ("قرص", "tablet"),
            ("Thousand of tablets", "thousand_tablets"),
            ("ампул", "ampoule"),
            ("Acres", "acre"),
            ("Block (350gr)", "block_350g"),
            ("100 gram", "hundred_g"),
            ("Paper (1/10 gm)", "paper_tenth_g"),
            ("Gallons (US, liquid)", "gallon_us"),
            ("Cubic Centimeter", "cc"),
            ("Packages", "package"),
            ("дозы", "dose"),
            ("µg", "ug"),
            ("мкг", "ug"),
        ];
        for (text, code) in known {
            assert_eq!(Unit::recognise(text).map(|unit| unit.code.as_str()), Some(code), "{text}");
        }
        assert!(Unit::recognise("furlong").is_none() && Unit::recognise("").is_none());
    }

    #[test]
    fn amounts_become_base_units_exactly() {
        let base = |code: &str, digits, scale| Unit::by_code(code).unwrap().base_of(digits, scale);
        assert_eq!(base("kg", 25_713_829_999_999_998, 15), Some(25_713_830_000));
        assert_eq!(base("oz", 1, 0), Some(28_349_523), "28349523.125 rounds to the nearer");
        assert_eq!(base("oz", 4, 0), Some(113_398_092), "113398092.5 rounds to the even neighbour");
        assert_eq!(base("tablet", 388, 0), Some(388_000));
        assert_eq!(base("kg", i128::MAX, 0), None);
    }

    #[test]
    fn factors_agree_with_those_used_on_the_real_file() {
        let Some(text) = shared("seizures/expected.json") else { return };
        let expected: serde_json::Value = serde_json::from_str(&text).unwrap();
        for (table, base) in [("conversion_to_kg_used", 1e15), ("conversion_to_litre_used", 1e12)] {
            for (name, factor) in expected[table].as_object().unwrap() {
                let unit = Unit::recognise(name).unwrap_or_else(|| panic!("{name} is not a unit"));
                #[expect(clippy::cast_precision_loss, reason = "the expectation is a float itself")]
                let ours = unit.base_per_unit_e6 as f64 / base;
                assert!((ours / factor.as_f64().unwrap() - 1.0).abs() < 1e-9, "{name}: {ours}");
            }
        }
    }

    #[test]
    fn every_unit_written_in_the_real_file_is_recognised() {
        let Some(rows) = seizures() else { return };
        let lost: Vec<_> = rows
            .iter()
            .map(|row| &row["DRUG_UNIT"])
            .filter(|unit| !unit.is_empty() && Unit::recognise(unit).is_none())
            .collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}
