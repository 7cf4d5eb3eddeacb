//! Entries of acts: one entry, its form, and a table of entries looked at before it is kept.
//!
//! Refuses to choose a substance for a name: it proposes, and keeps the name as written where asked to.

mod form;
mod samples;
mod shipped;
mod table;

pub use form::form;
pub(crate) use samples::sample;
pub use samples::samples;
pub use shipped::shipped;
pub use table::{Row, Table, table};

use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query};
use crate::page::grid::{Column, Grid, text};
use crate::page::incident::Version;
use crate::page::law::{self, hint, prose, written};
use crate::page::parts::{self, Part, PartsPage, button, chips, joined};
use crate::part::{Tone, facts};
use crate::words::Speech;
use model::control_entry::{ControlEntry, ControlEntryDraft};
use model::legal_act::ActLink;
use model::operation::Operation;
use model::problem::Problems;
use model::record::Record;
use model::time::Day;
use std::fmt::Write as _;

/// From when to when an entry holds, as far as it is known.
pub fn days(t: Speech, from: Option<Day>, to: Option<Day>, seen: Option<Day>) -> Safe {
    let mut out = match (from, seen) {
        (Some(from), _) => format!("{} {}", escape(&t.say("control-entry-since")), t.date(from)),
        (None, Some(seen)) => format!("{} {}", escape(&t.say("control-entry-seen-on")), t.date(seen)),
        (None, None) => escape(&t.say("control-entry-day-not-known")),
    };
    if let Some(to) = to {
        let _ = write!(out, " {} {}", escape(&t.say("control-entry-until")), t.date(to));
    }
    Safe::ours(out)
}

/// What one entry's page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The record.
    pub record: &'a Record<ControlEntry>,
    /// Acts the reader knows.
    pub acts: &'a [ActLink],
    /// Its revisions.
    pub versions: &'a [Version],
    /// Whether the reader may revise it now.
    pub may_revise: bool,
    /// What was typed when it was to be taken back.
    pub typed: &'a Typed,
    /// What is wrong with that.
    pub problems: &'a Problems,
}

/// One entry.
pub fn show<'a>(frame: &'a Frame, shown: Show<'_>) -> PartsPage<'a> {
    let (t, entry) = (frame.t, &shown.record.content);
    let form = Form::new(t, shown.typed, shown.problems);
    let own = format!("/control-entries/{}", entry.id);
    let mut page = PartsPage::new(frame);
    page.back =
        Some((format!("/operations/{}/legal-acts", query(&shown.operation.code)), t.say("frame-tab-legal-acts")));
    page.lead = Safe::ours(format!("<p class=\"row\">{}</p>", chips(t, &shown.record.header)));
    if shown.may_revise {
        page.actions = button(&format!("{own}/amend"), &t.say("incident-amend-action"), true);
    }
    page.notes = joined(&[form.summary(), parts::retracted(t, &shown.record.header)]);
    page.parts.push(Part::new(t, "control-entry-facts", facts(&told(t, entry, shown.acts))).wide("w7"));
    page.parts.push(Part::new(t, "control-entry-thresholds", thresholds(t, entry)).wide("w5"));
    let mut history = vec![parts::history(frame, shown.versions)];
    if shown.may_revise {
        history.push(parts::retract(&form, &format!("{own}/retract"), shown.record.header.revision));
    }
    page.parts.push(Part::new(t, "incident-history", joined(&history)));
    page
}

fn told(t: Speech, entry: &ControlEntry, acts: &[ActLink]) -> Vec<(String, Safe)> {
    let own_word = |key: &str| t.say(&format!("control-entry-{key}"));
    let substance = match &entry.substance {
        Some(key) => crate::page::grid::link(&format!("/catalogue/substances/{}", query(key)), t.substance(key)),
        None if entry.not_in_catalogue => t.chip(Tone::Warn, own_word("not-in-catalogue")),
        None => Safe::default(),
    };
    let synonyms: Vec<String> = entry.synonyms.iter().map(|name| isolate(name).to_string()).collect();
    let reach = &entry.reach;
    let reaches = [
        ("salts", reach.salts),
        ("isomers", reach.isomers),
        ("stereoisomers", reach.stereoisomers),
        ("esters", reach.esters),
        ("ethers", reach.ethers),
    ];
    let reaches: Vec<String> = reaches
        .iter()
        .map(|(form, reaches)| format!("{}: {}", t.field(form), t.code("reaches", reaches.code())))
        .collect();
    let limit = if entry.preparation_limit.is_empty() {
        Safe::default()
    } else {
        t.ltr(format!("{} %", entry.preparation_limit))
    };
    let day = |day| written(t, day);
    vec![
        (own_word("act"), law::named_link(t, &entry.act, acts)),
        (own_word("place"), joined(&[isolate(&entry.list), isolate(&entry.number)])),
        (own_word("name"), isolate(&entry.name)),
        (own_word("synonyms"), Safe::ours(synonyms.join("<br>"))),
        (own_word("substance"), substance),
        (own_word("technique"), text(t.code("technique-of-law", entry.technique.code()))),
        (own_word("definition"), prose(&entry.definition)),
        (own_word("reach"), text(reaches.join("; "))),
        (own_word("limit"), limit),
        (
            own_word("days"),
            days(t, entry.from.as_ref().map(|day| day.day), entry.to.as_ref().map(|day| day.day), entry.seen),
        ),
        (own_word("as-written"), joined(&[day(entry.from.as_ref()), day(entry.to.as_ref())])),
        (own_word("note"), prose(&entry.note)),
    ]
}

fn thresholds(t: Speech, entry: &ControlEntry) -> Safe {
    if entry.thresholds.is_empty() {
        return hint(&t.say("control-entry-thresholds-none"));
    }
    let columns = vec![
        Column::text(t, "control-entry-threshold"),
        Column::number(t, "control-entry-amount"),
        Column::text(t, "control-entry-basis"),
    ];
    let mut grid = Grid::new(t.say("control-entry-thresholds"), columns);
    for one in &entry.thresholds {
        grid.rows.push(vec![
            isolate(&one.name),
            joined(&[t.ltr(&one.value), text(crate::page::figures::unit(t, &one.unit))]),
            text(t.code("basis", one.basis.code())),
        ]);
    }
    grid.html()
}

/// What was typed, by the paths of its fields.
pub fn typed(draft: &ControlEntryDraft) -> Typed {
    crate::page::incident_form::typed_of(draft)
}
