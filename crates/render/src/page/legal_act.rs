//! Acts: the list of an operation with those that ship, one act with its chain and entries, and the form.
//!
//! Refuses to mix what ships with what members brought in: each line says which it is.

mod form;
mod list;
mod samples;
mod shipped;
mod show;

pub use form::form;
pub use list::{List, list};
pub(crate) use samples::sample;
pub use samples::samples;
pub use shipped::shipped;
pub use show::{Show, show};

use crate::form::Typed;
use crate::html::{Safe, escape};
use crate::page::grid::{Column, Grid, text};
use crate::page::law::{act_link, hint};
use crate::words::Speech;
use model::legal_act::{ActRef, LegalActDraft};
use model::time::Day;

fn day_or_not(t: Speech, day: Option<Day>) -> Safe {
    day.map_or_else(|| text(t.say("law-not-known")), |day| t.date(day))
}

/// How another act stands to one: a code of `act-link-`, and the act.
pub type Chained<'a> = (&'a str, &'a ActRef, &'a str);

fn chain(t: Speech, all: &[Chained<'_>]) -> Safe {
    if all.is_empty() {
        return hint(&t.say("legal-act-chain-none"));
    }
    let line = |(how, act, title): &Chained<'_>| {
        format!("<li>{} {}</li>", escape(&t.code("act-link", how)), act_link(act, title))
    };
    Safe::ours(format!("<ul>{}</ul>", all.iter().map(line).collect::<String>()))
}

fn entry_grid(t: Speech) -> Grid {
    let heads = [
        "control-entry-name",
        "control-entry-place",
        "control-entry-substance",
        "control-entry-technique",
        "control-entry-days",
    ];
    Grid::new(t.say("legal-act-entries"), heads.map(|key| Column::text(t, key)).to_vec())
}

/// What was typed, by the paths of its fields.
pub fn typed(draft: &LegalActDraft) -> Typed {
    crate::page::incident_form::typed_of(draft)
}
