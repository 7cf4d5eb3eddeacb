//! One act with its chain, its entries, its text and its history.
//!
//! Refuses to show what its reader may not see: chain and entries were asked with its eyes.

use super::{Chained, chain, entry_grid};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, isolate, query, with_query};
use crate::page::grid::{link_around, text};
use crate::page::incident::Version;
use crate::page::law::{self, jurisdiction, prose, written};
use crate::page::parts::{self, Part, PartsPage, button, chips, joined};
use crate::part::{Tone, facts};
use crate::words::Speech;
use model::control_entry::ControlEntry;
use model::legal_act::LegalAct;
use model::operation::Operation;
use model::problem::Problems;
use model::record::Record;

/// What one act's page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The record.
    pub record: &'a Record<LegalAct>,
    /// What it amends and is amended by.
    pub chain: &'a [Chained<'a>],
    /// Its entries.
    pub entries: &'a [Record<ControlEntry>],
    /// Its revisions.
    pub versions: &'a [Version],
    /// Whether the reader may revise it now.
    pub may_revise: bool,
    /// Whether the reader may bring entries in now.
    pub may_add: bool,
    /// What was typed when it was to be taken back.
    pub typed: &'a Typed,
    /// What is wrong with that.
    pub problems: &'a Problems,
}

/// One act.
pub fn show<'a>(frame: &'a Frame, shown: Show<'_>) -> PartsPage<'a> {
    let (t, act) = (frame.t, &shown.record.content);
    let form = Form::new(t, shown.typed, shown.problems);
    let own = format!("/legal-acts/{}", act.id);
    let top = format!("/operations/{}", query(&shown.operation.code));
    let mut page = PartsPage::new(frame);
    page.back = Some((format!("{top}/legal-acts"), t.say("frame-tab-legal-acts")));
    page.lead = Safe::ours(format!("<p class=\"row\">{}</p>", chips(t, &shown.record.header)));
    let mut actions = Vec::new();
    if shown.may_add {
        let to = with_query(&format!("{top}/control-entries/new"), "act", &act.id.to_string());
        actions.push(button(&to, &t.say("control-entry-add"), false));
    }
    if shown.may_revise {
        actions.push(button(&format!("{own}/import"), &t.say("control-entry-import"), false));
        actions.push(button(&format!("{own}/amend"), &t.say("incident-amend-action"), true));
    }
    page.actions = joined(&actions);
    page.notes = joined(&[form.summary(), parts::retracted(t, &shown.record.header)]);
    page.parts.push(Part::new(t, "legal-act-facts", facts(&told(t, act))).wide("w7"));
    page.parts.push(Part::new(t, "legal-act-chain", chain(t, shown.chain)).wide("w5"));
    page.parts.push(Part::new(t, "legal-act-entries", entries(t, shown.entries)));
    if let Some(archived) = &act.archived {
        page.parts.push(Part::new(
            t,
            "legal-act-text",
            law::folded(&t.say("legal-act-text"), false, &prose(&archived.text)),
        ));
    }
    let mut history = vec![parts::history(frame, shown.versions)];
    if shown.may_revise {
        history.push(parts::retract(&form, &format!("{own}/retract"), shown.record.header.revision));
    }
    page.parts.push(Part::new(t, "incident-history", joined(&history)));
    page
}

fn told(t: Speech, act: &LegalAct) -> Vec<(String, Safe)> {
    let own_word = |key: &str| t.say(&format!("legal-act-{key}"));
    let translations: Vec<String> = act.titles.iter().map(|(_, title)| isolate(title).to_string()).collect();
    let archived = act.archived.as_ref();
    let or_not = |day: Safe| if day.is_empty() { text(t.say("law-not-known")) } else { day };
    vec![
        (
            own_word("jurisdiction"),
            joined(&[text(jurisdiction(t, &act.jurisdiction)), t.ltr(act.jurisdiction.as_str())]),
        ),
        (own_word("title"), joined(&[isolate(&act.title), t.ltr(&act.title_lang)])),
        (own_word("translations"), Safe::ours(translations.join("<br>"))),
        (own_word("kind"), text(t.code("act-kind", act.act_kind.code()))),
        (own_word("issuer"), isolate(&act.issuer)),
        (own_word("number"), isolate(&act.number)),
        (own_word("adopted"), or_not(written(t, act.adopted.as_ref()))),
        (own_word("published"), written(t, act.published.as_ref())),
        (own_word("in-force"), or_not(written(t, act.in_force_from.as_ref()))),
        (own_word("in-force-to"), written(t, act.in_force_to.as_ref())),
        (own_word("complete"), act.complete_as_of.map_or_else(|| text(own_word("complete-not")), |day| t.date(day))),
        (own_word("address"), t.ltr(&act.address)),
        (own_word("retrieved"), act.retrieved.map(|day| t.date(day)).unwrap_or_default()),
        (
            own_word("archive"),
            archived.map(|archived| joined(&[isolate(&archived.file), t.ltr(&archived.sha256)])).unwrap_or_default(),
        ),
        (own_word("note"), prose(&act.note)),
        (own_word("unknown"), prose(&act.unknown)),
    ]
}

fn entries(t: Speech, all: &[Record<ControlEntry>]) -> Safe {
    if all.is_empty() {
        return t.empty("control-entry-none", "control-entry-none-how");
    }
    let mut grid = entry_grid(t);
    for record in all {
        let entry = &record.content;
        let days = crate::page::control_entry::days(
            t,
            entry.from.as_ref().map(|day| day.day),
            entry.to.as_ref().map(|day| day.day),
            entry.seen,
        );
        let substance = match &entry.substance {
            Some(key) => text(t.substance(key)),
            None if entry.not_in_catalogue => t.chip(Tone::Warn, t.say("control-entry-not-in-catalogue")),
            None => text("–"),
        };
        grid.rows.push(vec![
            link_around(&format!("/control-entries/{}", entry.id), &isolate(&entry.name)),
            joined(&[isolate(&entry.list), isolate(&entry.number)]),
            substance,
            text(t.code("technique-of-law", entry.technique.code())),
            days,
        ]);
    }
    grid.html()
}
