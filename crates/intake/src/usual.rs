//! How much of each substance one row of the file usually holds, so that a row in mixed-up units stands out.
//!
//! Refuses to drop or to correct: a mass more than [`UNLIKELY_TIMES`] the substance's median in the same file is a
//! question beside the row. A substance with fewer than [`LEAST_ROWS`] masses has no usual mass.

use std::collections::HashMap;

/// How many times the median a mass must exceed to be asked about.
pub const UNLIKELY_TIMES: i64 = 1000;

/// How many masses of a substance a file must hold before its median says anything.
pub const LEAST_ROWS: usize = 20;

/// The masses of one file while it is surveyed: eight bytes per line with a mass.
#[derive(Debug, Default)]
pub(crate) struct Masses(HashMap<String, Vec<i64>>);

impl Masses {
    pub(crate) fn add(&mut self, substance: &str, micrograms: i64) {
        match self.0.get_mut(substance) {
            Some(masses) => masses.push(micrograms),
            None => drop(self.0.insert(substance.to_owned(), vec![micrograms])),
        }
    }

    /// The exact lower median of each substance.
    pub(crate) fn medians(self) -> Usual {
        let often = self.0.into_iter().filter(|(_, masses)| masses.len() >= LEAST_ROWS);
        let median = |mut masses: Vec<i64>| {
            let middle = (masses.len() - 1) / 2;
            *masses.select_nth_unstable(middle).1
        };
        Usual(often.map(|(substance, masses)| (substance, median(masses))).collect())
    }
}

/// The median mass per substance, in micrograms.
#[derive(Debug, Default)]
pub(crate) struct Usual(HashMap<String, i64>);

impl Usual {
    /// The median that makes so much of the substance unlikely, where it does.
    pub(crate) fn exceeded(&self, substance: &str, micrograms: i64) -> Option<i64> {
        let median = *self.0.get(substance)?;
        (micrograms / UNLIKELY_TIMES > median).then_some(median)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_in_grams_among_rows_in_kilograms_stands_out() {
        let mut masses = Masses::default();
        (1..=21).for_each(|kilograms| masses.add("ecstasy", kilograms * 1_000_000_000));
        (1..20).for_each(|_| masses.add("rare", 1));
        let usual = masses.medians();
        assert_eq!(usual.exceeded("ecstasy", 23_291_692_000_000), Some(11_000_000_000));
        assert_eq!(usual.exceeded("ecstasy", 11_000_000_000_000), None, "a thousand times is still believed");
        assert_eq!(usual.exceeded("rare", i64::MAX), None);
        assert_eq!(usual.exceeded("unheard", 1), None);
    }
}
