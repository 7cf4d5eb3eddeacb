//! An act that ships with the product.
//!
//! Refuses to be taken for complete: what is not known of it is said.

use super::{Chained, chain, day_or_not, entry_grid};
use crate::frame::Frame;
use crate::html::{Safe, isolate};
use crate::page::grid::{link_around, text};
use crate::page::law::{self, jurisdiction, prose};
use crate::page::parts::{Part, PartsPage, joined};
use crate::part::{Tone, facts};
use model::catalogue::{ShippedAct, ShippedEntry};

/// An act that ships with the product.
pub fn shipped<'a>(frame: &'a Frame, act: &'static ShippedAct) -> PartsPage<'a> {
    let t = frame.t;
    let own_word = |key: &str| t.say(&format!("legal-act-{key}"));
    let mut page = PartsPage::new(frame);
    page.back = Some(("/catalogue".to_owned(), t.say("frame-room-catalogue")));
    page.lead = Safe::ours(format!("<p class=\"row\">{}</p>", t.chip(Tone::Plain, own_word("shipped"))));
    let told = facts(&[
        (own_word("jurisdiction"), text(jurisdiction(t, &act.jurisdiction))),
        (own_word("title"), joined(&[isolate(&act.title), t.ltr(&act.title_lang)])),
        (own_word("kind"), text(t.code("act-kind", act.act_kind.code()))),
        (own_word("issuer"), isolate(&act.issuer)),
        (own_word("number"), isolate(&act.number)),
        (own_word("adopted"), day_or_not(t, act.adopted)),
        (own_word("in-force"), day_or_not(t, act.in_force_from)),
        (own_word("complete"), act.complete_as_of.map_or_else(|| text(own_word("complete-not")), |day| t.date(day))),
        (own_word("address"), t.ltr(&act.address)),
        (own_word("retrieved"), text(t.say("law-not-known"))),
        (own_word("unknown"), prose(&act.unknown)),
        (own_word("source"), isolate(&act.source)),
    ]);
    page.parts.push(Part::new(t, "legal-act-facts", told).wide("w7"));
    let others = ShippedAct::all();
    let mut links: Vec<Chained<'_>> = Vec::new();
    for (how, refs) in [("amends", &act.amends), ("repeals", &act.repeals)] {
        links.extend(
            refs.iter()
                .filter_map(|key| ShippedAct::by_key(key.as_str()))
                .map(|other| (how, &other.key, other.titles.say(t.lang()))),
        );
    }
    links.extend(
        others
            .iter()
            .filter(|other| other.amends.contains(&act.key))
            .map(|other| ("amended-by", &other.key, other.titles.say(t.lang()))),
    );
    links.extend(
        others
            .iter()
            .filter(|other| other.repeals.contains(&act.key))
            .map(|other| ("repealed-by", &other.key, other.titles.say(t.lang()))),
    );
    page.parts.push(Part::new(t, "legal-act-chain", chain(t, &links)).wide("w5"));
    let mut grid = entry_grid(t);
    for entry in ShippedEntry::of(act.key.as_str()) {
        let note = if entry.note.is_empty() {
            Safe::default()
        } else {
            Safe::ours(format!("<br><small>{}</small>", isolate(&entry.note)))
        };
        grid.rows.push(vec![
            joined(&[link_around(&law::shipped_entry(&entry.key), &isolate(&entry.name)), note]),
            joined(&[isolate(&entry.list), isolate(&entry.number)]),
            if entry.substance.is_empty() { isolate(&entry.definition) } else { text(t.substance(&entry.substance)) },
            text(t.code("technique-of-law", entry.technique.code())),
            joined(&[
                crate::page::control_entry::days(t, entry.from, entry.to, entry.seen),
                Safe::ours(format!("<small>{}</small>", isolate(&entry.source))),
            ]),
        ]);
    }
    let body = if grid.rows.is_empty() { t.empty("control-entry-none", "control-entry-none-how") } else { grid.html() };
    page.parts.push(Part::new(t, "legal-act-entries", body));
    page
}
