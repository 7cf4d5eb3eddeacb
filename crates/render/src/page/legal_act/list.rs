//! The acts of an operation beside those that ship.
//!
//! Refuses to hide where an act comes from: each line says it.

use super::day_or_not;
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query};
use crate::page::grid::{Column, Grid, link_around, text};
use crate::page::law::{self, hint, jurisdiction, written};
use crate::page::parts::{Part, PartsPage, button, chips, joined};
use crate::part::Tone;
use crate::words::Speech;
use model::catalogue::ShippedAct;
use model::jurisdiction::Jurisdiction;
use model::legal_act::{ActRef, LegalAct};
use model::operation::Operation;
use model::problem::Problems;
use model::record::Record;

/// What the list is made of.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// Acts that members brought in, as far as the reader sees.
    pub records: &'a [Record<LegalAct>],
    /// Acts that ship and fit.
    pub shipped: &'a [&'static ShippedAct],
    /// The jurisdiction asked for; blank for all.
    pub chosen: &'a str,
    /// Jurisdictions to choose from.
    pub offered: &'a [Jurisdiction],
    /// Whether the reader may bring one in now.
    pub may_add: bool,
}

/// The list.
pub fn list<'a>(frame: &'a Frame, list: List<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let top = format!("/operations/{}", query(&list.operation.code));
    let mut page = PartsPage::new(frame);
    let count = t
        .say_with("legal-act-count", &[("records", list.records.len().into()), ("shipped", list.shipped.len().into())]);
    page.lead = hint(&count);
    if list.may_add {
        page.actions = joined(&[
            button(&format!("{top}/determinations/new"), &t.say("determination-add"), false),
            button(&format!("{top}/control-entries/new"), &t.say("control-entry-add"), false),
            button(&format!("{top}/legal-acts/new"), &t.say("legal-act-add"), true),
        ]);
    }
    let filter = filter(t, &format!("{top}/legal-acts"), &list);
    page.parts.push(Part { body: joined(&[filter, listed(t, &list)]), ..Part::default() });
    page
}

fn filter(t: Speech, address: &str, list: &List<'_>) -> Safe {
    let typed = Typed::nothing().with("jurisdiction", list.chosen);
    let none = Problems::none();
    let form = Form::new(t, &typed, &none);
    let any = Choice::new("", t.say("list-any"));
    let offered = list.offered.iter().map(|one| Choice::new(one.as_str(), jurisdiction(t, one)));
    Safe::ours(format!(
        "<form method=\"get\" action=\"{}\" class=\"searchbar\">{}<button class=\"button quiet\" type=\"submit\">{}</button></form>",
        escape(address),
        form.select("jurisdiction", [any].into_iter().chain(offered).collect::<Vec<_>>()),
        escape(&t.say("law-show"))
    ))
}

fn listed(t: Speech, list: &List<'_>) -> Safe {
    if list.records.is_empty() && list.shipped.is_empty() {
        return t.empty("legal-act-none", "legal-act-none-how");
    }
    let heads = [
        "legal-act-act",
        "legal-act-jurisdiction",
        "legal-act-number",
        "legal-act-adopted",
        "legal-act-in-force",
        "legal-act-where-from",
    ];
    let mut grid = Grid::new(t.say("frame-tab-legal-acts"), heads.map(|key| Column::text(t, key)).to_vec());
    for record in list.records {
        let act = &record.content;
        let from = t.chip(Tone::Accent, t.participant(record.header.owner.as_str()));
        grid.rows.push(vec![
            titled(t, &act.id.into(), &act.title, act.titles.exact(t.lang())),
            text(jurisdiction(t, &act.jurisdiction)),
            isolate(&act.number),
            written(t, act.adopted.as_ref()),
            written(t, act.in_force_from.as_ref()),
            joined(&[from, chips(t, &record.header)]),
        ]);
    }
    for act in list.shipped {
        grid.rows.push(vec![
            titled(t, &act.key, &act.title, act.titles.exact(t.lang())),
            text(jurisdiction(t, &act.jurisdiction)),
            isolate(&act.number),
            day_or_not(t, act.adopted),
            day_or_not(t, act.in_force_from),
            t.chip(Tone::Plain, t.say("legal-act-shipped")),
        ]);
    }
    grid.html()
}

/// The title as issued, with the one in the reader's language.
fn titled(t: Speech, act: &ActRef, title: &str, own: Option<&str>) -> Safe {
    let _ = t;
    let more = own.filter(|own| *own != title).map(|own| Safe::ours(format!("<br><small>{}</small>", isolate(own))));
    let own = isolate(title);
    link_around(&law::address(act), &more.map_or(own.clone(), |more| joined(&[own, more])))
}
