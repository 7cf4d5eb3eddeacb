//! Entries of the conventions' schedules, and few others, for the substances of the catalogue.
//!
//! Refuses a day that is not certain: where only the year of a decision is known, the entry says on which day it stood
//! in the list at the latest.

use super::Shelf;
use super::legal_act::day;
use crate::control_entry::{Reaches, Technique};
use crate::fold::fold;
use crate::legal_act::ActRef;
use crate::time::Day;
use std::sync::LazyLock;

/// An entry that ships with the product.
#[derive(Debug)]
pub struct ShippedEntry {
    /// Its stable key: act, list and substance, such as `un-1961-i-heroin`.
    pub key: String,
    /// The act that lists it.
    pub act: ActRef,
    /// The list within it.
    pub list: String,
    /// Its number there.
    pub number: String,
    /// The substance or class as the act writes it.
    pub name: String,
    /// Key of the substance; blank for a rule.
    pub substance: String,
    /// How the act reaches it.
    pub technique: Technique,
    /// Whether it reaches salts.
    pub salts: Reaches,
    /// Whether it reaches isomers.
    pub isomers: Reaches,
    /// Whether it reaches stereoisomers.
    pub stereoisomers: Reaches,
    /// Whether it reaches esters.
    pub esters: Reaches,
    /// Whether it reaches ethers.
    pub ethers: Reaches,
    /// Per cent up to which a preparation is not reached.
    pub preparation_limit: String,
    /// The first day on which it holds, where certain.
    pub from: Option<Day>,
    /// The last day, where there is one.
    pub to: Option<Day>,
    /// A day on which it certainly stood in the list.
    pub seen: Option<Day>,
    /// Words of a rule.
    pub definition: String,
    /// Remarks.
    pub note: String,
    /// Where the facts come from.
    pub source: String,
}

static SHELF: LazyLock<Shelf<ShippedEntry>> = LazyLock::new(|| {
    Shelf::load(include_str!("../../../../catalogue/control_entries.csv"), |row| {
        let reaches = |column| Reaches::parse(row.text(column));
        // A rule names no substance and is known by its own name.
        let last = if row.text("substance").is_empty() { "name" } else { "substance" };
        let place = ["act", "list", last].map(|column| fold(row.text(column)));
        let place: Vec<&str> = place.iter().flat_map(|part| part.split(' ')).filter(|part| !part.is_empty()).collect();
        Some(ShippedEntry {
            key: place.join("-"),
            act: ActRef::read("", row.text("act")).ok()?,
            list: row.text("list").to_owned(),
            number: row.text("number").to_owned(),
            name: row.owned("name")?,
            substance: row.text("substance").to_owned(),
            technique: Technique::parse(row.text("technique"))?,
            salts: reaches("salts")?,
            isomers: reaches("isomers")?,
            stereoisomers: reaches("stereoisomers")?,
            esters: reaches("esters")?,
            ethers: reaches("ethers")?,
            preparation_limit: row.text("preparation_limit").to_owned(),
            from: day(row.text("from"))?,
            to: day(row.text("to"))?,
            seen: day(row.text("seen"))?,
            definition: row.text("definition").to_owned(),
            note: row.text("note").to_owned(),
            source: row.owned("source")?,
        })
    })
});

impl ShippedEntry {
    /// Every entry that ships.
    pub fn all() -> &'static [ShippedEntry] {
        &SHELF.rows
    }

    /// One by its key.
    pub fn by_key(key: &str) -> Option<&'static ShippedEntry> {
        Self::all().iter().find(|entry| entry.key == key)
    }

    /// The entries of one act.
    pub fn of(act: &str) -> impl Iterator<Item = &'static ShippedEntry> + use<'_> {
        Self::all().iter().filter(move |entry| entry.act.as_str() == act)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::legal_act::ShippedAct;
    use crate::catalogue::{Substance, SubstanceKind};
    use std::collections::HashSet;

    #[test]
    fn every_shipped_entry_names_a_known_act_and_substance_and_a_day_that_can_be() {
        assert_eq!(SHELF.skipped, Vec::<u64>::new());
        let (mut seen, mut keys) = (HashSet::new(), HashSet::new());
        for entry in ShippedEntry::all() {
            let act = ShippedAct::by_key(entry.act.as_str()).unwrap_or_else(|| panic!("{}", entry.act));
            let place = format!("{} {} {} {}", entry.act, entry.list, entry.substance, entry.name);
            assert!(seen.insert(place.clone()), "{place} twice");
            assert_eq!(ShippedEntry::by_key(&entry.key).map(|found| &found.source), Some(&entry.source), "{place}");
            assert!(keys.insert(entry.key.clone()), "{} twice", entry.key);
            assert!(act.holds_list || !entry.technique.names_its_substance(), "{place}");
            assert!(entry.from.is_some() || entry.seen.is_some(), "{place} has no day at all");
            assert!(entry.from.zip(entry.to).is_none_or(|(from, to)| from <= to), "{place}");
            let days = [entry.from, entry.seen].into_iter().flatten();
            assert!(days.into_iter().all(|day| act.in_force_from.is_none_or(|from| from <= day)), "{place}");
            assert_eq!(entry.substance.is_empty(), !entry.technique.names_its_substance(), "{place}");
            assert!(!entry.substance.is_empty() || !entry.definition.is_empty(), "{place}");
            if !entry.substance.is_empty() {
                let substance = Substance::by_key(&entry.substance).unwrap_or_else(|| panic!("{place}"));
                assert_ne!(substance.kind, SubstanceKind::Class, "{place} is no identity");
            }
        }
    }

    #[test]
    fn the_original_schedules_hold_from_the_day_on_which_their_convention_came_into_force() {
        let from = |act: &str, key: &str| {
            ShippedEntry::of(act)
                .find(|entry| entry.substance == key)
                .and_then(|entry| entry.from)
                .map(|day| day.to_string())
        };
        assert_eq!(from("un-1961", "heroin").as_deref(), Some("1964-12-13"));
        assert_eq!(from("un-1971", "amphetamine").as_deref(), Some("1976-08-16"));
        assert_eq!(
            (from("un-1988", "ephedrine").as_deref(), from("un-1971", "mephedrone")),
            (Some("1990-11-11"), None)
        );
    }
}
