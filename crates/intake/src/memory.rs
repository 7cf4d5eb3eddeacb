//! What was recognised once in this run: a file repeats its few thousand texts, and each is looked up once.
//!
//! Refuses to grow without bound: a table that is full is emptied, which costs time and changes no answer.

use model::catalogue::{Country, Place, Region, Substance, Unit};
use model::problem::Problem;
use model::time::{DateOrder, Day, read_day_as};
use std::collections::HashMap;

/// Texts kept per table.
const FULL: usize = 100_000;

/// Answers by text.
#[derive(Debug)]
struct Memo<V>(HashMap<String, V>);

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<V: Clone> Memo<V> {
    fn get(&mut self, text: &str, find: impl FnOnce() -> V) -> V {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        if self.0.len() >= FULL {
            self.0.clear();
        }
        let found = find();
        self.0.insert(text.to_owned(), found.clone());
        found
    }
}

/// Everything recognised so far.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    countries: Memo<Option<&'static Country>>,
    regions: Memo<Option<&'static Region>>,
    places: Memo<Option<&'static Place>>,
    substances: Memo<Option<&'static Substance>>,
    units: Memo<Option<&'static Unit>>,
    days: Memo<Result<Day, Problem>>,
    folds: Memo<String>,
}

impl Memory {
    pub(crate) fn country(&mut self, text: &str) -> Option<&'static Country> {
        self.countries.get(text, || Country::by_code(text).or_else(|| Country::recognise(text)))
    }

    pub(crate) fn region(&mut self, country: &str, text: &str) -> Option<&'static Region> {
        let of_country = |region: &&Region| region.country == country;
        let find = || Region::by_code(text).filter(of_country).or_else(|| Region::recognise(country, text));
        self.regions.get(&format!("{country}\0{text}"), find)
    }

    pub(crate) fn place(&mut self, text: &str) -> Option<&'static Place> {
        self.places.get(text, || Place::recognise(text))
    }

    pub(crate) fn substance(&mut self, text: &str) -> Option<&'static Substance> {
        self.substances.get(text, || Substance::recognise(text))
    }

    pub(crate) fn unit(&mut self, text: &str) -> Option<&'static Unit> {
        self.units.get(text, || Unit::by_code(text).or_else(|| Unit::recognise(text)))
    }

    /// The day of a text; a run has one order of year, month and day.
    pub(crate) fn day(&mut self, text: &str, order: DateOrder) -> Result<Day, Problem> {
        self.days.get(text, || read_day_as("day", text, order).map(|read| read.day))
    }

    pub(crate) fn fold(&mut self, text: &str) -> String {
        self.folds.get(text, || model::fold::fold(text))
    }
}
