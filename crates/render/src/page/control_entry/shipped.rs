//! An entry that ships with the product: what the act says, where that was read, and what is not known.
//!
//! Refuses to pass for the act: its source stands beside it, and each thing that was not found is named.

use super::days;
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query};
use crate::page::grid::{link, text};
use crate::page::law::{self, act_link, hint, prose};
use crate::page::parts::{Part, PartsPage, joined};
use crate::part::{Tone, facts};
use crate::words::Speech;
use model::catalogue::{ShippedAct, ShippedEntry};
use model::control_entry::Reaches;

/// The page.
pub fn shipped<'a>(frame: &'a Frame, entry: &'static ShippedEntry) -> PartsPage<'a> {
    let t = frame.t;
    let act = ShippedAct::by_key(entry.act.as_str());
    let mut page = PartsPage::new(frame);
    let title = act.map_or("", |act| act.titles.say(t.lang()));
    page.back = Some((law::address(&entry.act), title.to_owned()));
    page.lead = Safe::ours(format!("<p class=\"row\">{}</p>", t.chip(Tone::Plain, t.say("legal-act-shipped"))));
    page.parts.push(Part::new(t, "control-entry-facts", facts(&told(t, entry, title))).wide("w7"));
    page.parts.push(Part::new(t, "control-entry-not-known", not_known(t, entry, act)).wide("w5"));
    page
}

fn reach(entry: &ShippedEntry) -> [(&'static str, Reaches); 5] {
    [
        ("salts", entry.salts),
        ("isomers", entry.isomers),
        ("stereoisomers", entry.stereoisomers),
        ("esters", entry.esters),
        ("ethers", entry.ethers),
    ]
}

fn told(t: Speech, entry: &ShippedEntry, act: &str) -> Vec<(String, Safe)> {
    let own_word = |key: &str| t.say(&format!("control-entry-{key}"));
    let substance = &entry.substance;
    let said = reach(entry).into_iter().filter(|(_, reaches)| *reaches != Reaches::NotSaid);
    let said: Vec<String> =
        said.map(|(form, reaches)| format!("{}: {}", t.field(form), t.code("reaches", reaches.code()))).collect();
    let limit = &entry.preparation_limit;
    let seen = entry.seen.map(|day| t.date(day)).unwrap_or_default();
    vec![
        (own_word("act"), act_link(&entry.act, act)),
        (own_word("place"), joined(&[isolate(&entry.list), isolate(&entry.number)])),
        (own_word("name"), isolate(&entry.name)),
        (
            own_word("substance"),
            if substance.is_empty() {
                Safe::default()
            } else {
                link(&format!("/catalogue/substances/{}", query(substance)), t.substance(substance))
            },
        ),
        (own_word("technique"), text(t.code("technique-of-law", entry.technique.code()))),
        (own_word("definition"), prose(&entry.definition)),
        (own_word("reach"), text(said.join("; "))),
        (own_word("limit"), if limit.is_empty() { Safe::default() } else { t.ltr(format!("{limit} %")) }),
        (own_word("days"), days(t, entry.from, entry.to, entry.seen)),
        (t.field("seen"), seen),
        (own_word("note"), prose(&entry.note)),
        (t.say("legal-act-source"), isolate(&entry.source)),
    ]
    .into_iter()
    .filter(|(_, value)| !matches!(value.as_str().trim(), "" | "<bdi></bdi>" | "<bdi></bdi> <bdi></bdi>"))
    .collect()
}

/// Everything that nobody found, each said plainly.
fn not_known(t: Speech, entry: &ShippedEntry, act: Option<&ShippedAct>) -> Safe {
    let unsaid = reach(entry).into_iter().filter(|(_, reaches)| *reaches == Reaches::NotSaid);
    let unsaid: Vec<String> = unsaid.map(|(form, _)| t.field(form)).collect();
    let missing = [
        (entry.from.is_none(), t.say("control-entry-from")),
        (entry.number.is_empty(), t.say("control-entry-number")),
        (!unsaid.is_empty(), format!("{}: {}", t.say("control-entry-reach"), unsaid.join(", "))),
        (true, t.say("legal-act-retrieved")),
    ];
    let line = |(_, what): &(bool, String)| format!("<li>{}</li>", escape(what));
    let lines: String = missing.iter().filter(|(is_missing, _)| *is_missing).map(line).collect();
    let of_act = act.map(|act| act.unknown.as_str()).filter(|unknown| !unknown.is_empty());
    let of_act = of_act.map(|unknown| joined(&[hint(&t.say("legal-act-unknown")), prose(unknown)])).unwrap_or_default();
    Safe::ours(format!("<ul>{lines}</ul>{of_act}"))
}
