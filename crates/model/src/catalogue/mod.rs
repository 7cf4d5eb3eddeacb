//! Reference data that ships with the product: units, conversion tables, countries, regions, places, substances.
//!
//! Each kind is a CSV under `catalogue/` at the root, embedded and read once; each row names where its facts come from.
//! Refuses to fail at use: a row that cannot be read is left out, and a test fails until the file is mended. Refuses to
//! hold what an operation learns; that is records.

pub mod control_entry;
pub mod conversion;
pub mod country;
pub mod legal_act;
pub mod place;
pub mod region;
pub mod substance;
pub mod unit;

pub use control_entry::ShippedEntry;
pub use conversion::{ConversionRow, ConversionTable};
pub use country::Country;
pub use legal_act::ShippedAct;
pub use place::{Place, PlaceKind};
pub use region::Region;
pub use substance::{ChemicalGroup, EffectGroup, NameKind, Substance, SubstanceKind, SubstanceName};
pub use unit::{Dimension, Unit};

use crate::fold::{fold, near, pairs, sound};
use crate::lang::Lang;
use crate::names::Names;
use std::collections::HashMap;

/// A row of a sheet, read by column name.
struct Row<'a> {
    heads: &'a csv::StringRecord,
    cells: &'a csv::StringRecord,
}

impl Row<'_> {
    /// The trimmed cell under `column`; blank where there is none.
    fn text(&self, column: &str) -> &str {
        let at = self.heads.iter().position(|head| head == column);
        at.and_then(|at| self.cells.get(at)).unwrap_or_default().trim()
    }

    /// The cell, unless it is blank.
    fn filled(&self, column: &str) -> Option<&str> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    /// The cell as an owned text, unless it is blank.
    fn owned(&self, column: &str) -> Option<String> {
        self.filled(column).map(str::to_owned)
    }

    /// The parts of a cell that holds several, divided by `|`.
    fn list(&self, column: &str) -> Vec<String> {
        self.text(column).split('|').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// The names in the columns `en`, `ru`, `fa`.
    fn names(&self) -> Names {
        Lang::ALL.into_iter().fold(Names::default(), |names, lang| names.with(lang, self.text(lang.tag())))
    }
}

/// The rows of one sheet, with the lines that could not be read.
struct Shelf<T> {
    rows: Vec<T>,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test asserts that nothing was left out"))]
    skipped: Vec<u64>,
}

impl<T> Shelf<T> {
    /// Reads `text`, keeping each row of which `read` makes something.
    fn load(text: &str, read: impl Fn(&Row<'_>) -> Option<T>) -> Self {
        let mut sheet = csv::Reader::from_reader(text.as_bytes());
        let heads = sheet.headers().cloned().unwrap_or_default();
        let (mut rows, mut skipped) = (Vec::new(), Vec::new());
        for (line, cells) in (2..).zip(sheet.records()) {
            match cells.ok().and_then(|cells| read(&Row { heads: &heads, cells: &cells })) {
                Some(row) => rows.push(row),
                None => skipped.push(line),
            }
        }
        Self { rows, skipped }
    }

    /// Every row with its position.
    fn numbered(&self) -> impl Iterator<Item = (usize, &T)> {
        self.rows.iter().enumerate()
    }
}

/// Finds a row by any of its names: as folded, then as it sounds, then by nearness.
#[derive(Default)]
struct Index {
    exact: HashMap<String, usize>,
    sounds: HashMap<String, Option<usize>>,
}

impl Index {
    /// Adds a name of row `at`. The first row to claim a folded name keeps it; a sound claimed by two rows is nobody's.
    fn add(&mut self, name: &str, at: usize) {
        let folded = fold(name);
        if folded.is_empty() {
            return;
        }
        let heard = sound(name);
        self.exact.entry(folded).or_insert(at);
        if !heard.is_empty() {
            let owner = self.sounds.entry(heard).or_insert(Some(at));
            if *owner != Some(at) {
                *owner = None;
            }
        }
    }

    /// The row that has this very name once folded.
    fn exact(&self, text: &str) -> Option<usize> {
        self.exact.get(&fold(text)).copied()
    }

    /// The only row with a name that sounds so. Sounds of less than three letters say too little.
    fn heard(&self, text: &str) -> Option<usize> {
        let heard = sound(text);
        if heard.len() < 3 { None } else { self.sounds.get(&heard).copied().flatten() }
    }

    /// By folded name, else by sound.
    fn find(&self, text: &str) -> Option<usize> {
        self.exact(text).or_else(|| self.heard(text))
    }
}

/// Finds rows whose names nearly sound like a text: for suggestions and for slips of the pen.
#[derive(Default)]
struct Nearness(Vec<(Vec<[u8; 2]>, usize)>);

impl Nearness {
    /// Adds a name of row `at`.
    fn add(&mut self, name: &str, at: usize) {
        self.0.push((pairs(&sound(name)), at));
    }

    /// Rows from the nearest, each once, with how near its nearest name is in thousandths; none below `least`.
    fn rank(&self, text: &str, least: usize) -> Vec<(usize, usize)> {
        let wanted = pairs(&sound(text));
        let mut best: HashMap<usize, usize> = HashMap::new();
        for (name, at) in &self.0 {
            let score = near(&wanted, name);
            if score >= least {
                let kept = best.entry(*at).or_insert(score);
                *kept = score.max(*kept);
            }
        }
        let mut ranked: Vec<_> = best.into_iter().collect();
        ranked.sort_unstable_by_key(|(at, score)| (std::cmp::Reverse(*score), *at));
        ranked
    }

    /// The one row that is near enough, if no other comes within `margin` thousandths of it.
    fn only(&self, text: &str, least: usize, margin: usize) -> Option<usize> {
        let ranked = self.rank(text, least.saturating_sub(margin));
        let (at, score) = *ranked.first()?;
        let clear = ranked.get(1).is_none_or(|(_, next)| next + margin <= score);
        (score >= least && clear).then_some(at)
    }
}

/// Divides, rounding half to even; `None` for a divisor that is not positive.
fn divide_half_even(value: i128, by: i128) -> Option<i128> {
    if by <= 0 {
        return None;
    }
    let (whole, rest) = (value.div_euclid(by), value.rem_euclid(by));
    let up = match (rest.checked_mul(2)?).cmp(&by) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => whole % 2 != 0,
    };
    Some(whole + i128::from(up))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A file of real data beside the workspace; prints why and gives nothing where the folder is absent.
    pub(crate) fn shared(path: &str) -> Option<String> {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
        let text = std::fs::read_to_string(&file).ok();
        if text.is_none() {
            eprintln!("SKIPPED: no real data at {}", file.display());
        }
        text
    }

    /// The rows of the real seizure file, as columns by name.
    pub(crate) fn seizures() -> Option<Vec<HashMap<String, String>>> {
        let text = shared("seizures/ids_reflex_region.csv")?;
        let text = text.trim_start_matches('\u{feff}');
        let mut sheet = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        Some(sheet.deserialize().map(Result::unwrap).collect())
    }

    #[test]
    fn halves_round_to_the_even_neighbour() {
        let rounded: Vec<_> = [5, 15, 25, -5, -15, 14, 16].iter().map(|n| divide_half_even(*n, 10)).collect();
        assert_eq!(rounded, [0, 2, 2, 0, -2, 1, 2].map(Some));
        assert_eq!(divide_half_even(1, 0), None);
    }

    #[test]
    fn a_bad_row_is_left_out_and_counted() {
        let shelf = Shelf::load("code,n\na,1\nb,x\nc,3\n", |row| row.text("n").parse::<u8>().ok());
        assert_eq!((shelf.rows, shelf.skipped), (vec![1, 3], vec![3]));
    }

    #[test]
    fn a_sound_that_two_rows_share_is_nobodys() {
        let mut index = Index::default();
        index.add("Qordai", 0);
        index.add("Korday", 1);
        assert_eq!((index.find("qordai"), index.find("КОРДАЙ")), (Some(0), None));
    }
}
