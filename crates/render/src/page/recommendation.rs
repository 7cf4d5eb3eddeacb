//! Recommendations: the list of an operation, the board of all editions, and one with what its addressees say.
//!
//! Refuses colour alone: every standing has its word, and what is overdue says so.

use super::figures::{self, Known};
use super::grid::{Column, Grid, link, text};
use super::sheet_form::joined;
use super::{Sample, recommendation_samples};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, ltr, query, with_query};
use crate::part::{self, Facet, FacetValue, Tone, facts};
use crate::words::Speech;
use askama::Template;
use model::id::RecordId;
use model::lang::Lang;
use model::operation::Operation;
use model::participant::{Participant, ParticipantCode};
use model::problem::Problems;
use model::progress::{Progress, Standing};
use model::recommendation::{Addressee, Category, Edition, Followed, Priority, addressable};
use model::record::{Record, State};
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

fn name(t: Speech, participants: &[Participant], code: &ParticipantCode) -> String {
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
        standing(t, one.standing),
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

/// The clause that carries it on, with the way there.
fn carried(t: Speech, one: &Followed) -> Safe {
    let Some(carried) = &one.record.content.carried else { return text("–") };
    let label = if carried.clause.is_empty() {
        t.say("recommendation-in-plan")
    } else {
        t.say_one("recommendation-in-clause", "clause", carried.clause.as_str())
    };
    link(&record_address(&carried.plan), label)
}

fn record_address(id: &RecordId) -> String {
    format!("/records/{}", query(id.as_str()))
}

fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit { text.to_owned() } else { text.chars().take(limit - 1).chain(['…']).collect() }
}

/// What the page of one recommendation is made of.
#[derive(Debug, Clone, Copy)]
pub struct One<'a> {
    /// The recommendation and what became of it.
    pub followed: &'a Followed,
    /// The participants of the node, for their names.
    pub participants: &'a [Participant],
    /// Whether the reader may change it.
    pub may_change: bool,
    /// Whether the reader's participant may say how it stands.
    pub may_report: bool,
}

/// One recommendation.
#[derive(Debug, Template)]
#[template(path = "recommendation/show.html")]
pub struct RecommendationPage<'a> {
    frame: &'a Frame,
    one: One<'a>,
    address: String,
    summary: Safe,
    chips: Safe,
    texts: Vec<Safe>,
    facts: Safe,
    addressees: Safe,
    reports: Vec<(String, Safe)>,
    retract: Safe,
}

impl<'a> RecommendationPage<'a> {
    /// The page; `typed` and `problems` are of a retraction that was just refused.
    pub fn new(frame: &'a Frame, one: One<'a>, typed: &Typed, problems: &Problems) -> Self {
        let t = frame.t;
        let form = Form::new(t, typed, problems);
        let address = address(&one.followed.record.header.id);
        Self {
            summary: form.summary(),
            chips: chips(t, &one),
            texts: texts(t, &one),
            facts: told(t, &one),
            addressees: addressees(t, &one),
            reports: reports(frame, &one),
            retract: if one.may_change { retraction(&form, &address, &one, problems) } else { Safe::default() },
            frame,
            one,
            address,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

fn chips(t: Speech, one: &One<'_>) -> Safe {
    let record = &one.followed.record;
    let mut all = vec![standing(t, one.followed.standing)];
    if one.followed.is_overdue() {
        all.push(t.chip(Tone::Bad, t.say("recommendation-overdue")));
    }
    if record.header.state == State::Retracted {
        all.push(t.chip(Tone::Bad, t.code("state", State::Retracted.code())));
    }
    all.push(t.tlp(record.header.marking.audience.code()));
    all.push(t.chip(Tone::Plain, record.header.marking.handling.code().to_uppercase()));
    Safe::ours(all.iter().map(Safe::as_str).collect::<Vec<_>>().join(" "))
}

/// The text in every language that has it, the original first and marked.
fn texts(t: Speech, one: &One<'_>) -> Vec<Safe> {
    let content = &one.followed.record.content;
    let mut all: Vec<(Lang, &str)> = content.text.iter().collect();
    all.sort_by_key(|(lang, _)| *lang != content.original);
    let of = |(lang, said): (Lang, &str)| {
        let own = super::languages().into_iter().find(|choice| choice.value == lang.tag());
        let mark = if lang == content.original { "recommendation-original" } else { "recommendation-translation" };
        Safe::ours(format!(
            "<section class=\"panel w4\"><header><h2>{}</h2><small>{}</small></header><p lang=\"{}\" dir=\"{}\">{}</p></section>",
            escape(&own.map_or_else(String::new, |choice| choice.label)),
            t.chip(Tone::Plain, t.say(mark)),
            lang.tag(),
            lang.dir(),
            escape(said)
        ))
    };
    all.into_iter().map(of).collect()
}

fn told(t: Speech, one: &One<'_>) -> Safe {
    let (content, header) = (&one.followed.record.content, &one.followed.record.header);
    let day = |day: Option<model::time::Day>| day.map_or_else(Safe::default, |day| t.date(day));
    let meeting = content.meeting.as_ref().map_or_else(Safe::default, |id| {
        let label = if content.decision.is_empty() {
            t.say("recommendation-the-meeting")
        } else {
            t.say_one("recommendation-decision", "number", content.decision.as_str())
        };
        link(&record_address(id), label)
    });
    let retracted = if header.reason.is_empty() { Safe::default() } else { isolate(&header.reason) };
    let carried = if content.carried.is_some() { carried(t, one.followed) } else { Safe::default() };
    facts(&[
        (t.field("came_from"), text(t.code("recommendation-source", content.source.code()))),
        (t.field("meeting"), meeting),
        (t.field("category"), text(t.code("category", content.category.code()))),
        (t.field("priority"), text(t.code("priority", content.priority.code()))),
        (t.field("due_by"), day(content.due)),
        (t.field("review"), day(content.review)),
        (t.say("recommendation-carried"), carried),
        (t.field("evidence"), records(&content.evidence)),
        (t.say("recommendation-written"), t.utc(header.created)),
        (t.say("recommendation-owner"), isolate(&name(t, one.participants, &header.owner))),
        (t.say("recommendation-retracted-because"), retracted),
    ])
}

fn records(all: &[RecordId]) -> Safe {
    let one = |id: &RecordId| format!("<div><a href=\"{}\">{}</a></div>", record_address(id), ltr(id.as_str()));
    Safe::ours(all.iter().map(one).collect::<String>())
}

fn addressees(t: Speech, one: &One<'_>) -> Safe {
    let columns = [
        "recommendation-addressee",
        "recommendation-standing",
        "field-due-by",
        "recommendation-told",
        "recommendation-last",
    ];
    let mut grid = Grid::new(t.say("recommendation-addressees"), columns.map(|key| Column::text(t, key)).to_vec());
    for addressee in &one.followed.addressees {
        let latest = addressee.reports.first();
        let mut due = one.followed.record.content.due.map_or_else(|| text("–"), |day| t.date(day));
        if addressee.overdue {
            due = Safe::ours(format!("{due} {}", t.chip(Tone::Bad, t.say("recommendation-overdue"))));
        }
        grid.rows.push(vec![
            isolate(&name(t, one.participants, &addressee.participant)),
            standing(t, addressee.standing),
            due,
            latest.map_or_else(|| text(t.say("recommendation-silent")), |report| told_by(t, &report.content)),
            latest.map_or_else(|| text("–"), |report| t.date(report.content.day)),
        ]);
    }
    grid.html()
}

/// What a report says, each part under its name.
fn told_by(t: Speech, report: &Progress) -> Safe {
    let parts = [(String::new(), &report.note), (t.field("reason"), &report.reason), (t.field("proof"), &report.proof)];
    let said = parts.iter().filter(|(_, said)| !said.is_empty()).map(|(label, said)| {
        let label = if label.is_empty() { String::new() } else { format!("<small>{}:</small> ", escape(label)) };
        Safe::ours(format!("<div>{label}{}</div>", isolate(said)))
    });
    let mut all: Vec<Safe> = said.collect();
    all.push(records(&report.records));
    joined(&all)
}

/// The reports of each addressee that has said something more than once, latest first.
fn reports(frame: &Frame, one: &One<'_>) -> Vec<(String, Safe)> {
    let t = frame.t;
    let line = |report: &Record<Progress>| {
        format!(
            "<li>{} {} <small>{}</small>{}</li>",
            standing(t, report.content.status),
            t.date(report.content.day),
            t.moment(report.header.created, frame.offset),
            told_by(t, &report.content)
        )
    };
    let of = |addressee: &Addressee| {
        let lines: String = addressee.reports.iter().map(line).collect();
        let list = Safe::ours(format!("<ol class=\"history\" reversed>{lines}</ol>"));
        (name(t, one.participants, &addressee.participant), list)
    };
    one.followed.addressees.iter().filter(|addressee| !addressee.reports.is_empty()).map(of).collect()
}

/// Taking it back waits behind its name, until somebody asks or was just refused.
fn retraction(form: &Form<'_>, address: &str, one: &One<'_>, problems: &Problems) -> Safe {
    let (t, open) = (form.t, if problems.is_empty() { "" } else { " open" });
    Safe::ours(format!(
        "<details{open}><summary>{0}</summary><form method=\"post\" action=\"{address}/retract\" class=\"group\">\
         <input type=\"hidden\" name=\"base\" value=\"{1}\">{2}<p><button class=\"button danger\" type=\"submit\">{0}</button></p></form></details>",
        escape(&t.say("recommendation-retract")),
        one.followed.record.header.revision,
        form.text("reason")
    ))
}

/// Pages of recommendations as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    recommendation_samples::samples(t)
}
