//! The law that one reader knows, laid out for questions: acts, entries and verdicts by jurisdiction and substance.
//!
//! Refuses to read or to filter: whoever fills it hands in what its reader may see, and nothing else.

use super::written_key;
use crate::catalogue::{ShippedAct, ShippedEntry};
use crate::control_entry::{ControlEntry, Reaches, Technique};
use crate::determination::{Determination, Opinion};
use crate::jurisdiction::Jurisdiction;
use crate::legal_act::{ActLink, ActRef, LegalAct};
use crate::names::Names;
use crate::record::Record;
use crate::time::Day;
use std::collections::HashMap;

/// What of an act the status needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAct {
    /// Names it.
    pub reference: ActRef,
    /// Whose law.
    pub jurisdiction: Jurisdiction,
    /// Its title as issued.
    pub title: String,
    /// Its titles in the working languages.
    pub titles: Names,
    /// When it was adopted.
    pub adopted: Option<Day>,
    /// From when it is in force.
    pub from: Option<Day>,
    /// The last day in force.
    pub to: Option<Day>,
    /// Acts that it amends.
    pub amends: Vec<ActRef>,
    /// Acts that it ends.
    pub repeals: Vec<ActRef>,
    /// Whether it holds a list.
    pub holds_list: bool,
    /// Up to when its entries are the whole list.
    pub complete_as_of: Option<Day>,
    /// When its text was read, for a record.
    pub retrieved: Option<Day>,
}

impl KnownAct {
    /// What of a shipped act the status needs.
    pub fn of_shipped(act: &ShippedAct) -> Self {
        Self {
            reference: act.key.clone(),
            jurisdiction: act.jurisdiction.clone(),
            title: act.title.clone(),
            titles: act.titles.clone(),
            adopted: act.adopted,
            from: act.in_force_from,
            to: act.in_force_to,
            amends: act.amends.clone(),
            repeals: act.repeals.clone(),
            holds_list: act.holds_list,
            complete_as_of: act.complete_as_of,
            retrieved: None,
        }
    }

    /// What of a record the status needs.
    pub fn of_record(act: &LegalAct) -> Self {
        Self {
            reference: act.id.into(),
            jurisdiction: act.jurisdiction.clone(),
            title: act.title.clone(),
            titles: act.titles.clone(),
            adopted: act.adopted.as_ref().map(|written| written.day),
            from: act.in_force_from.as_ref().map(|written| written.day),
            to: act.in_force_to.as_ref().map(|written| written.day),
            amends: act.amends.clone(),
            repeals: act.repeals.clone(),
            holds_list: act.holds_list,
            complete_as_of: act.complete_as_of,
            retrieved: act.retrieved,
        }
    }

    /// What of it the chain of amendments needs.
    pub fn link(&self) -> ActLink {
        ActLink {
            reference: self.reference.clone(),
            title: self.title.clone(),
            amends: self.amends.clone(),
            adopted: self.adopted,
            in_force_from: self.from,
        }
    }

    /// Whether it holds a list that may hold on a day.
    pub(super) fn may_hold_list(&self, day: Day) -> bool {
        self.holds_list && self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether its entries here are its whole list on a day.
    pub(super) fn is_whole(&self, day: Day) -> bool {
        self.from.is_some_and(|from| from <= day) && self.complete_as_of.is_some_and(|whole| day <= whole)
    }
}

/// What of an entry the status needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownEntry {
    /// Its record; blank for a shipped one.
    pub record: String,
    /// Its key among those that ship; blank for a record.
    pub shipped: String,
    /// The act that lists it.
    pub act: ActRef,
    /// The list within it.
    pub list: String,
    /// Its number there.
    pub number: String,
    /// The name as written.
    pub name: String,
    /// Key of the substance; blank for a rule or an unknown one.
    pub substance: String,
    /// How the act reaches it.
    pub technique: Technique,
    /// Whether it reaches salts.
    pub salts: Reaches,
    /// Per cent up to which a preparation is not reached.
    pub preparation_limit: String,
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
    /// A day on which it stood in the list.
    pub seen: Option<Day>,
}

/// How an entry stands on a day, with the day that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    Holds(Day),
    Seen(Day),
    NotYet(Day),
    Ended(Day),
    NotKnown,
}

impl KnownEntry {
    /// What of a shipped entry the status needs.
    pub fn of_shipped(entry: &ShippedEntry) -> Self {
        Self {
            record: String::new(),
            shipped: entry.key.clone(),
            act: entry.act.clone(),
            list: entry.list.clone(),
            number: entry.number.clone(),
            name: entry.name.clone(),
            substance: entry.substance.clone(),
            technique: entry.technique,
            salts: entry.salts,
            preparation_limit: entry.preparation_limit.clone(),
            from: entry.from,
            to: entry.to,
            seen: entry.seen,
        }
    }

    /// What of a record the status needs.
    pub fn of_record(entry: &ControlEntry) -> Self {
        Self {
            record: entry.id.to_string(),
            shipped: String::new(),
            act: entry.act.clone(),
            list: entry.list.clone(),
            number: entry.number.clone(),
            name: entry.name.clone(),
            substance: entry.substance.clone().unwrap_or_default(),
            technique: entry.technique,
            salts: entry.reach.salts,
            preparation_limit: entry.preparation_limit.clone(),
            from: entry.from.as_ref().map(|written| written.day),
            to: entry.to.as_ref().map(|written| written.day),
            seen: entry.seen,
        }
    }

    /// How it stands on a day: within its own days and those of its act.
    pub(super) fn hold(&self, act: &KnownAct, day: Day) -> Hold {
        let to = [self.to, act.to].into_iter().flatten().min();
        if let Some(to) = to.filter(|to| day > *to) {
            return Hold::Ended(to);
        }
        if let Some(from) = self.from.map(|from| act.from.map_or(from, |act| from.max(act))) {
            return if day >= from { Hold::Holds(from) } else { Hold::NotYet(from) };
        }
        if let Some(from) = act.from.filter(|from| day < *from) {
            return Hold::NotYet(from);
        }
        self.seen.filter(|seen| day >= *seen).map_or(Hold::NotKnown, Hold::Seen)
    }
}

/// The law of one jurisdiction, as places in the book.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    acts: Vec<usize>,
    entries: HashMap<String, Vec<usize>>,
    rules: Vec<usize>,
    opinions: HashMap<String, Vec<Opinion>>,
}

impl Shelf {
    /// Verdicts on a substance, the latest first.
    pub(super) fn opinions(&self, substance: &str) -> impl Iterator<Item = &Opinion> {
        self.opinions.get(substance).into_iter().flatten()
    }
}

/// The law that one reader knows.
#[derive(Debug, Default)]
pub struct LawBook {
    acts: Vec<KnownAct>,
    entries: Vec<(KnownEntry, usize)>,
    shelves: HashMap<Jurisdiction, Shelf>,
    by_ref: HashMap<ActRef, usize>,
}

impl LawBook {
    /// The shipped facts and what else the reader may see. An entry whose act is not handed in says nothing.
    pub fn of(acts: Vec<KnownAct>, entries: Vec<KnownEntry>, opinions: Vec<Opinion>) -> Self {
        let shipped = ShippedAct::all().iter().map(KnownAct::of_shipped);
        let mut book = Self { acts: shipped.chain(acts).collect(), ..Self::default() };
        book.end_repealed();
        for (at, act) in book.acts.iter().enumerate() {
            book.by_ref.insert(act.reference.clone(), at);
            book.shelves.entry(act.jurisdiction.clone()).or_default().acts.push(at);
        }
        ShippedEntry::all().iter().map(KnownEntry::of_shipped).chain(entries).for_each(|entry| book.lay(entry));
        for opinion in opinions {
            let shelf = book.shelves.entry(opinion.determination.jurisdiction.clone()).or_default();
            shelf.opinions.entry(opinion.determination.substance.clone()).or_default().push(opinion);
        }
        for opinions in book.shelves.values_mut().flat_map(|shelf| shelf.opinions.values_mut()) {
            opinions.sort_by(|one, other| (other.kept, &other.id).cmp(&(one.kept, &one.id)));
        }
        book
    }

    /// An act that another one repeals holds until the day before that one.
    fn end_repealed(&mut self) {
        let ends: Vec<(ActRef, Day)> = self
            .acts
            .iter()
            .filter_map(|act| act.from.map(|from| (act, from.plus(-1))))
            .flat_map(|(act, end)| act.repeals.iter().map(move |other| (other.clone(), end)))
            .collect();
        for (reference, end) in ends {
            if let Some(act) = self.acts.iter_mut().find(|act| act.reference == reference) {
                act.to = Some(act.to.map_or(end, |to| to.min(end)));
            }
        }
    }

    fn lay(&mut self, entry: KnownEntry) {
        let Some(act) = self.by_ref.get(&entry.act).copied() else { return };
        let Some(shelf) = self.acts.get(act).and_then(|act| self.shelves.get_mut(&act.jurisdiction)) else { return };
        let at = self.entries.len();
        let names = entry.technique.names_its_substance();
        if !entry.substance.is_empty() {
            shelf.entries.entry(entry.substance.clone()).or_default().push(at);
        } else if names {
            shelf.entries.entry(written_key(&entry.name)).or_default().push(at);
        }
        if !names {
            shelf.rules.push(at);
        }
        self.entries.push((entry, act));
    }

    pub(super) fn shelf(&self, jurisdiction: &Jurisdiction) -> Option<&Shelf> {
        self.shelves.get(jurisdiction)
    }

    fn at(&self, at: usize) -> Option<(&KnownEntry, &KnownAct)> {
        let (entry, act) = self.entries.get(at)?;
        Some((entry, self.acts.get(*act)?))
    }

    /// The entries of a substance.
    pub(super) fn entries<'a>(
        &'a self,
        shelf: &'a Shelf,
        substance: &str,
    ) -> impl Iterator<Item = (&'a KnownEntry, &'a KnownAct)> {
        shelf.entries.get(substance).into_iter().flatten().filter_map(|at| self.at(*at))
    }

    /// The rules of a jurisdiction.
    pub(super) fn rules<'a>(&'a self, shelf: &'a Shelf) -> impl Iterator<Item = (&'a KnownEntry, &'a KnownAct)> {
        shelf.rules.iter().filter_map(|at| self.at(*at))
    }

    /// The acts of a jurisdiction.
    pub(super) fn acts<'a>(&'a self, shelf: &'a Shelf) -> impl Iterator<Item = &'a KnownAct> {
        shelf.acts.iter().filter_map(|at| self.acts.get(*at))
    }

    /// A name as one of the acts writes it, by its key.
    pub fn written(&self, key: &str) -> Option<&str> {
        let at = self.shelves.values().find_map(|shelf| shelf.entries.get(key)?.first())?;
        self.at(*at).map(|(entry, _)| entry.name.as_str())
    }

    /// An act by its name.
    pub fn act(&self, reference: &ActRef) -> Option<&KnownAct> {
        self.by_ref.get(reference).and_then(|at| self.acts.get(*at))
    }

    /// Days on which the status of a substance in a jurisdiction may have changed, in their order.
    pub fn turns(&self, jurisdiction: &Jurisdiction, substance: &str) -> Vec<Day> {
        let mut days = Vec::new();
        for shelf in jurisdiction.chain().iter().filter_map(|one| self.shelf(one)) {
            for (entry, act) in self.entries(shelf, substance).chain(self.rules(shelf)) {
                days.extend([entry.from, entry.seen, act.from].into_iter().flatten());
                days.extend([entry.to, act.to].into_iter().flatten().map(|day| day.plus(1)));
            }
            days.extend(shelf.opinions(substance).map(|opinion| opinion.from));
        }
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// A verdict with the header of its record.
impl From<&Record<Determination>> for Opinion {
    fn from(record: &Record<Determination>) -> Self {
        Self {
            id: record.header.id.clone(),
            owner: record.header.owner.to_string(),
            from: record.content.from.day,
            kept: record.header.created,
            determination: record.content.clone(),
        }
    }
}
