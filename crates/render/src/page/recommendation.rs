//! Recommendations: the list of an operation, and the board of all editions with what carries each on.
//!
//! Refuses colour alone: every standing has its word, and what is overdue says so.

use super::figures::{self, Known};
use super::grid::{Column, Grid, link, text};
pub use super::recommendation_one::{One, RecommendationPage};
use super::{Sample, recommendation_samples};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query, with_query};
use crate::part::{self, Facet, FacetValue, Tone};
use crate::words::Speech;
use askama::Template;
use model::id::RecordId;
use model::operation::Operation;
use model::participant::{Participant, ParticipantCode};
use model::problem::Problems;
use model::progress::Standing;
use model::recommendation::{Addressee, Category, Edition, Followed, Priority, Taken, addressable};
use model::total::By;

/// What a list of recommendations is made of.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The operation one is in.
    pub operation: &'a Operation,
    /// The participants of the node, for their names.
    pub participants: &'a [Participant],
    /// What the address asks for.
    pub asked: &'a Typed,
    /// What is wrong with that.
    pub problems: &'a Problems,
    /// Whether the reader may write one.
    pub may_write: bool,
}

/// A list of recommendations, of one operation or of all editions.
#[derive(Debug, Template)]
#[template(path = "recommendation/list.html")]
pub struct RecommendationsPage<'a> {
    frame: &'a Frame,
    said: String,
    ways: Vec<(String, String)>,
    new: Option<String>,
    problems: Safe,
    facets: Safe,
    chosen: Safe,
    parts: Vec<(String, Safe)>,
    pager: Safe,
}

impl<'a> RecommendationsPage<'a> {
    /// The list of one operation; `after` leads to its next page.
    pub fn list(frame: &'a Frame, shown: Shown<'_>, all: &[Followed], count: usize, after: Option<&RecordId>) -> Self {
        let t = frame.t;
        let facets = narrowings(t, &shown, &[shown.operation]);
        let table = if all.is_empty() { nothing(t, &facets) } else { table(t, &shown, all) };
        let next = after.map(|id| with_query(&frame.address, "after", id.as_str()));
        let board = format!("{}/board", path(shown.operation));
        Self {
            frame,
            said: t.say_one("recommendation-count", "count", count),
            ways: vec![(board, t.say("recommendation-board"))],
            new: shown.may_write.then(|| format!("{}/new", path(shown.operation))),
            problems: summary(t, &shown),
            chosen: part::chosen(t, &frame.address, &facets),
            facets: part::facets(t, &frame.address, &facets),
            parts: vec![(String::new(), table)],
            pager: part::pager(t, None, next.as_deref()),
        }
    }

    /// The board of all editions.
    pub fn board(frame: &'a Frame, shown: Shown<'_>, editions: &[Edition]) -> Self {
        let t = frame.t;
        let operations: Vec<&Operation> = editions.iter().map(|edition| &edition.operation).collect();
        let facets = narrowings(t, &shown, &operations);
        let part = |edition: &Edition| {
            let inside =
                if edition.followed.is_empty() { nothing(t, &facets) } else { table(t, &shown, &edition.followed) };
            (edition.operation.names.say(t.lang()).to_owned(), inside)
        };
        let count: usize = editions.iter().map(|edition| edition.followed.len()).sum();
        let export = |format: &str| (with_query(&frame.address, "format", format), format.to_uppercase());
        Self {
            frame,
            said: t
                .say_with("recommendation-board-said", &[("count", count.into()), ("editions", editions.len().into())]),
            ways: vec![(path(shown.operation), t.say("recommendation-list")), export("csv"), export("xlsx")],
            new: None,
            problems: summary(t, &shown),
            chosen: part::chosen(t, &frame.address, &facets),
            facets: part::facets(t, &frame.address, &facets),
            parts: editions.iter().map(part).collect(),
            pager: Safe::default(),
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

/// The address of an operation's recommendations.
pub fn path(operation: &Operation) -> String {
    format!("/operations/{}/recommendations", query(&operation.code))
}

/// The address of one.
pub fn address(id: &RecordId) -> String {
    format!("/recommendations/{}", query(id.as_str()))
}

fn summary(t: Speech, shown: &Shown<'_>) -> Safe {
    Form::new(t, shown.asked, shown.problems).summary()
}

fn nothing(t: Speech, facets: &[Facet]) -> Safe {
    if facets.iter().all(|facet| facet.chosen.is_empty()) {
        t.empty("recommendation-none", "recommendation-none-how")
    } else {
        t.empty("recommendation-none-found", "recommendation-none-found-how")
    }
}

/// The filters of the list, as its address names them.
fn narrowings(t: Speech, shown: &Shown<'_>, operations: &[&Operation]) -> Vec<Facet> {
    let codes = |noun: &str, all: Vec<&str>| -> Vec<FacetValue> {
        all.into_iter().map(|code| value(code, t.code(noun, code))).collect()
    };
    let mut addressees: Vec<ParticipantCode> = operations.iter().flat_map(|one| addressable(one)).collect();
    addressees.sort();
    addressees.dedup();
    let named = addressees.iter().map(|code| value(code.as_str(), name(t, shown.participants, code))).collect();
    let facet = |name: &str, label: &str, values| Facet {
        name: name.to_owned(),
        label: t.say(label),
        values,
        chosen: shown.asked.get(name).to_owned(),
    };
    vec![
        facet(
            "status",
            "recommendation-standing",
            codes("standing", Standing::ALL.iter().map(|one| one.code()).collect()),
        ),
        facet("category", "field-category", codes("category", Category::ALL.iter().map(|one| one.code()).collect())),
        facet("addressee", "recommendation-addressee", named),
        facet("overdue", "recommendation-due", vec![value("true", t.say("recommendation-overdue"))]),
    ]
}

fn value(code: &str, label: String) -> FacetValue {
    FacetValue { value: code.to_owned(), label, count: None }
}

pub(super) fn name(t: Speech, participants: &[Participant], code: &ParticipantCode) -> String {
    figures::say(t, By::Participant, code.as_str(), &Known { participants, agencies: &[] })
}

fn table(t: Speech, shown: &Shown<'_>, all: &[Followed]) -> Safe {
    let columns = [
        "recommendation-what",
        "field-category",
        "field-due-by",
        "recommendation-standing",
        "recommendation-addressees",
        "recommendation-carried",
    ];
    let mut grid = Grid::new(t.say("recommendation-list"), columns.map(|key| Column::text(t, key)).to_vec());
    grid.rows = all.iter().map(|one| row(t, shown, one)).collect();
    grid.html()
}

fn row(t: Speech, shown: &Shown<'_>, one: &Followed) -> Vec<Safe> {
    let content = &one.record.content;
    let said = shortened(content.text.say(t.lang()), 160);
    let mut category = t.chip(Tone::Plain, t.code("category", content.category.code())).to_string();
    if content.priority == Priority::High {
        category = format!("{category} {}", t.chip(Tone::Warn, t.code("priority", content.priority.code())));
    }
    vec![
        link(&address(&one.record.header.id), said),
        Safe::ours(category),
        due(t, one),
        Safe::ours(format!("{} {}", standing(t, one.standing), carried_chip(t, one))),
        strip(t, shown.participants, one),
        carried(t, one),
    ]
}

/// The day by which it is to be done, and whether it is past.
fn due(t: Speech, one: &Followed) -> Safe {
    let day = one.record.content.due.map_or_else(|| text("–"), |day| t.date(day));
    if one.is_overdue() {
        return Safe::ours(format!("{day} {}", t.chip(Tone::Bad, t.say("recommendation-overdue"))));
    }
    day
}

/// A standing in its word.
pub fn standing(t: Speech, standing: Standing) -> Safe {
    let tone = match standing {
        Standing::Done => Tone::Good,
        Standing::Accepted | Standing::InProgress => Tone::Accent,
        Standing::NotAccepted => Tone::Warn,
        Standing::Open | Standing::Superseded => Tone::Plain,
    };
    t.chip(tone, t.code("standing", standing.code()))
}

/// The addressees by how they stand: a line each, with its word and who.
fn strip(t: Speech, participants: &[Participant], one: &Followed) -> Safe {
    let line = |(how, all): (Standing, Vec<&Addressee>)| {
        let names: Vec<String> =
            all.iter().map(|one| isolate(&name(t, participants, &one.participant)).to_string()).collect();
        let names = names.join(&escape(&t.say("figure-and")));
        format!("<div>{} <small>{names}</small></div>", standing(t, how))
    };
    Safe::ours(one.by_standing().into_iter().map(line).collect::<String>())
}

/// Where it is carried on, as words: "carried into REFLEX-2021, clause 4".
pub(super) fn carried_into(t: Speech, one: &Taken) -> String {
    match one.number {
        Some(number) => t.say_with(
            "recommendation-carried-into",
            &[("operation", one.operation.as_str().into()), ("number", number.into())],
        ),
        None => t.say_one("recommendation-carried-into-plan", "operation", one.operation.as_str()),
    }
}

/// The clauses that carry it on, with the way to each.
pub(super) fn carried(t: Speech, one: &Followed) -> Safe {
    if one.taken.is_empty() {
        return text("–");
    }
    let line = |taken: &Taken| {
        let part = if taken.number.is_some() { format!("#{}", query(&taken.clause)) } else { String::new() };
        let to = format!("/plans/{}{part}", query(taken.plan.as_str()));
        format!("<div>{}</div>", link(&to, carried_into(t, taken)))
    };
    Safe::ours(one.taken.iter().map(line).collect::<String>())
}

/// That it is carried on, as a chip.
pub(super) fn carried_chip(t: Speech, one: &Followed) -> String {
    if one.is_carried() { t.chip(Tone::Accent, t.say("recommendation-is-carried")).to_string() } else { String::new() }
}

fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit { text.to_owned() } else { text.chars().take(limit - 1).chain(['…']).collect() }
}

/// Pages of recommendations as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    recommendation_samples::samples(t)
}
