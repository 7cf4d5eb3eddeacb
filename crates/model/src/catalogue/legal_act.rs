//! Acts that ship with the product: dated facts, each with its source and with what is not known of it.
//!
//! Refuses to be complete: a day that is not certain is left out, and no act here says that its list is whole.

use super::Shelf;
use crate::jurisdiction::Jurisdiction;
use crate::legal_act::{ActKind, ActLink, ActRef};
use crate::names::Names;
use crate::time::Day;
use std::sync::LazyLock;

/// An act that ships with the product.
#[derive(Debug)]
pub struct ShippedAct {
    /// Its stable key, such as `ru-681-1998`.
    pub key: ActRef,
    /// Whose law.
    pub jurisdiction: Jurisdiction,
    /// Its title as issued.
    pub title: String,
    /// The language of that title.
    pub title_lang: String,
    /// Its title in the working languages.
    pub titles: Names,
    /// Who issued it.
    pub issuer: String,
    /// Its number.
    pub number: String,
    /// What it is.
    pub act_kind: ActKind,
    /// When it was adopted, where certain.
    pub adopted: Option<Day>,
    /// From when it is in force, where certain.
    pub in_force_from: Option<Day>,
    /// Until when, where certain.
    pub in_force_to: Option<Day>,
    /// What it amends.
    pub amends: Vec<ActRef>,
    /// What it repeals.
    pub repeals: Vec<ActRef>,
    /// Whether it holds a list or changes one.
    pub holds_list: bool,
    /// The day up to which the entries here are the whole list.
    pub complete_as_of: Option<Day>,
    /// Where its text is published.
    pub address: String,
    /// What is not known.
    pub unknown: String,
    /// Where the facts come from.
    pub source: String,
}

/// A blank cell is nothing; one that is no day spoils its row.
#[expect(clippy::option_option, reason = "a blank cell and a spoilt one are two different things")]
pub(super) fn day(cell: &str) -> Option<Option<Day>> {
    if cell.is_empty() { Some(None) } else { cell.parse().ok().map(Some) }
}

static SHELF: LazyLock<Shelf<ShippedAct>> = LazyLock::new(|| {
    Shelf::load(include_str!("../../../../catalogue/legal_acts.csv"), |row| {
        let refs = |column| row.list(column).iter().map(|key| ActRef::read("", key).ok()).collect::<Option<Vec<_>>>();
        Some(ShippedAct {
            key: ActRef::read("", row.text("key")).ok()?,
            jurisdiction: Jurisdiction::read("", row.text("jurisdiction")).ok()?,
            title: row.owned("title")?,
            title_lang: row.text("title_lang").to_owned(),
            titles: Some(row.names()).filter(|names| names.iter().count() == 3)?,
            issuer: row.text("issuer").to_owned(),
            number: row.text("number").to_owned(),
            act_kind: ActKind::parse(row.text("kind"))?,
            adopted: day(row.text("adopted"))?,
            in_force_from: day(row.text("in_force_from"))?,
            in_force_to: day(row.text("in_force_to"))?,
            amends: refs("amends")?,
            repeals: refs("repeals")?,
            holds_list: row.text("holds_list") == "1",
            complete_as_of: day(row.text("complete_as_of"))?,
            address: row.text("address").to_owned(),
            unknown: row.text("unknown").to_owned(),
            source: row.owned("source")?,
        })
    })
});

impl ShippedAct {
    /// Every act that ships.
    pub fn all() -> &'static [ShippedAct] {
        &SHELF.rows
    }

    /// The act of a key.
    pub fn by_key(key: &str) -> Option<&'static ShippedAct> {
        Self::all().iter().find(|act| act.key.as_str() == key)
    }

    /// What of it the chain of amendments needs.
    pub fn link(&self) -> ActLink {
        ActLink {
            reference: self.key.clone(),
            title: self.title.clone(),
            amends: self.amends.clone(),
            adopted: self.adopted,
            in_force_from: self.in_force_from,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_shipped_act_is_readable_and_its_days_stand_in_their_order() {
        assert_eq!(SHELF.skipped, Vec::<u64>::new());
        let mut seen = HashSet::new();
        for act in ShippedAct::all() {
            assert!(seen.insert(&act.key), "{} twice", act.key);
            assert!(act.adopted.zip(act.in_force_from).is_none_or(|(adopted, from)| adopted <= from), "{}", act.key);
            assert!(act.in_force_from.zip(act.in_force_to).is_none_or(|(from, to)| from <= to), "{}", act.key);
            assert!(!act.unknown.is_empty(), "{} does not say what is not known", act.key);
            for other in act.amends.iter().chain(&act.repeals) {
                let parent = ShippedAct::by_key(other.as_str()).unwrap_or_else(|| panic!("{other}"));
                assert_eq!(parent.jurisdiction, act.jurisdiction);
                assert!(parent.adopted.zip(act.adopted).is_none_or(|(parent, own)| parent <= own), "{}", act.key);
            }
        }
        for country in crate::catalogue::Country::reflex() {
            assert!(ShippedAct::all().iter().any(|act| act.jurisdiction.country() == country.code), "{}", country.code);
        }
    }

    #[test]
    fn the_russian_amendment_of_december_2021_came_after_the_active_stage_of_that_year() {
        let act = ShippedAct::by_key("ru-2367-2021").unwrap();
        assert_eq!(act.in_force_from.unwrap().to_string(), "2021-12-31");
        assert_eq!(act.amends[0].as_str(), "ru-681-1998");
    }
}
