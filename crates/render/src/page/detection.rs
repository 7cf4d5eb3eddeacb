//! Detections: the list with first sightings and a timeline, one detection, and its form.
//!
//! Refuses to say "first seen" without its basis, and to show a name as sure that no laboratory stands behind.

mod form;
mod list;
mod samples;
mod show;

pub use form::{Edit, form};
pub use list::{List, list};
pub use samples::samples;
pub use show::{Show, show};

use crate::form::Typed;
use crate::html::{Safe, escape, isolate, query, with_query};
use crate::page::grid::{Column, Grid, link, text};
use crate::page::law::hint;
use crate::page::parts::joined;
use crate::part::Tone;
use crate::words::Speech;
use model::detection::{Detection, DetectionDraft, FirstSeen, Level, Sighting};
use model::id::RecordId;
use model::operation::Operation;
use model::time::Day;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The way to a bulletin that is filled in with what is known.
fn propose(t: Speech, operation: &Operation, id: &RecordId, name: &str, country: &str) -> Safe {
    let params = [("substance", name.into()), ("country", t.country(country).into())];
    let subject = t.say_with("detection-alert-subject", &params);
    let to = format!("/operations/{}/messages/new", query(&operation.code));
    let filled = [
        ("kind", "bulletin"),
        ("topic", "new-substance"),
        ("level", "advisory"),
        ("related", id.as_str()),
        ("subject", &crate::words::plain(&subject)),
    ];
    let to = filled.iter().fold(to, |to, (name, value)| with_query(&to, name, value));
    link(&to, t.say("detection-propose"))
}

/// The name a reader knows it by: of the catalogue, else as written.
fn name(t: Speech, detection: &Detection) -> String {
    detection.substance.as_ref().map_or_else(|| detection.written.clone(), |key| t.substance(key))
}

fn level(t: Speech, level: Level) -> Safe {
    t.chip(if level.is_confirmed() { Tone::Good } else { Tone::Warn }, t.code("detection-level", level.code()))
}

/// The name with what was written, where that says something else.
fn named(t: Speech, detection: &Detection) -> Safe {
    let own = name(t, detection);
    let mut out = escape(&own);
    if own != detection.written {
        let _ = write!(out, " <small>{}</small>", isolate(&detection.written));
    }
    if detection.substance.is_none() {
        let _ = write!(out, " {}", t.chip(Tone::Warn, t.say("detection-not-in-catalogue")));
    }
    Safe::ours(out)
}

/// Substances of a table of first sightings, at most: a screen holds no more.
const MOST: usize = 25;

/// Substance by country, each with the day it was first seen there; of many those that were first seen last.
pub fn matrix(t: Speech, first: &BTreeMap<(String, String), FirstSeen>) -> Safe {
    let mut days: BTreeMap<&String, Day> = BTreeMap::new();
    for ((substance, _), seen) in first {
        let day = days.entry(substance).or_insert(seen.first.day);
        *day = (*day).min(seen.first.day);
    }
    let mut substances: Vec<(Day, &String)> = days.iter().map(|(substance, day)| (*day, *substance)).collect();
    substances.sort_by(|a, b| b.cmp(a));
    let (all, shown) = (substances.len(), substances.len().min(MOST));
    let shown: BTreeSet<&String> = substances.iter().take(shown).map(|(_, substance)| *substance).collect();
    let part = first.iter().filter(|((substance, _), _)| shown.contains(substance));
    let part: BTreeMap<_, _> = part.map(|(key, seen)| (key.clone(), seen.clone())).collect();
    let table = whole(t, &part);
    joined(&[windowed(t, "detection-first-window", shown.len(), all), table])
}

/// How much of all is shown; nothing where it is all.
fn windowed(t: Speech, key: &str, shown: usize, all: usize) -> Safe {
    if shown >= all {
        return Safe::default();
    }
    hint(&t.say_with(key, &[("shown", shown.into()), ("all", all.into())]))
}

fn whole(t: Speech, first: &BTreeMap<(String, String), FirstSeen>) -> Safe {
    let substances: BTreeSet<&String> = first.keys().map(|(substance, _)| substance).collect();
    let countries: BTreeSet<&String> = first.keys().map(|(_, country)| country).collect();
    let mut columns = vec![Column::text(t, "detection-substance"), Column::text(t, "detection-first-anywhere")];
    columns.extend(countries.iter().map(|code| Column::named(t.country(code), false)));
    let mut grid = Grid::new(t.say("detection-first-title"), columns);
    for substance in substances {
        let cell = |country: &&String| first.get(&(substance.clone(), (*country).clone()));
        let earliest = countries.iter().filter_map(cell).min_by_key(|seen| seen.first.day);
        let mut row = vec![Safe::text(&t.substance(substance))];
        row.push(earliest.map_or_else(Safe::default, |seen| sighted(t, seen, true)));
        row.extend(countries.iter().map(|code| cell(code).map_or_else(|| text("–"), |seen| sighted(t, seen, false))));
        grid.rows.push(row);
    }
    grid.html()
}

/// The day a substance was first seen, with the record behind it; and the laboratory's day where that is later.
fn sighted(t: Speech, seen: &FirstSeen, with_country: bool) -> Safe {
    let day = |sighting: &Sighting| {
        let to = crate::page::record::address(sighting.kind, &sighting.record, None);
        crate::page::grid::link_around(&to, &t.date(sighting.day)).to_string()
    };
    let mut out = day(&seen.first);
    if with_country {
        let _ = write!(out, " {}", escape(&t.country(&seen.first.country)));
    }
    if !seen.first.confirmed {
        let _ = write!(out, " {}", t.chip(Tone::Warn, t.say("chart-provisional")));
        if let Some(sure) = seen.confirmed.as_ref().filter(|_| !with_country) {
            let _ = write!(out, "<br><small>{} {}</small>", escape(&t.say("detection-by-laboratory")), day(sure));
        }
    }
    Safe::ours(out)
}

/// What was typed, by the paths of its fields.
pub fn typed(draft: &DetectionDraft) -> Typed {
    crate::page::incident_form::typed_of(draft)
}
