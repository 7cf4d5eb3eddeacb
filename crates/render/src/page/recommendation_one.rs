//! One recommendation: its texts, what it rests on, what its addressees say and show, and which clause carries it on.
//!
//! Refuses to name a record or a file that was not handed in: what the reader may not see is not hinted at.

use super::grid::{Column, Grid, link, text};
use super::recommendation::{carried, carried_chip, name, standing};
use super::record::{address, noun};
use super::shared::{self, RelatedLine};
use super::sheet_form::joined;
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, ltr};
use crate::part::{Tone, facts};
use crate::words::Speech;
use askama::Template;
use model::attachment::Attachment;
use model::id::RecordId;
use model::lang::Lang;
use model::participant::Participant;
use model::problem::Problems;
use model::progress::Progress;
use model::recommendation::{Addressee, Followed};
use model::record::{Kind, Record, State};

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
    /// The records that it and its reports name, as far as the reader may see them.
    pub related: &'a [RelatedLine],
    /// The files of it and of its reports.
    pub files: &'a [Attachment],
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
    files: Safe,
    addressees: Safe,
    reports: Vec<(String, Safe)>,
    retract: Safe,
}

impl<'a> RecommendationPage<'a> {
    /// The page; `typed` and `problems` are of a retraction that was just refused.
    pub fn new(frame: &'a Frame, one: One<'a>, typed: &Typed, problems: &Problems) -> Self {
        let t = frame.t;
        let form = Form::new(t, typed, problems);
        let address = super::recommendation::address(&one.followed.record.header.id);
        Self {
            summary: form.summary(),
            chips: chips(t, &one),
            texts: texts(t, &one),
            facts: told(t, &one),
            files: files(frame, &one, &one.followed.record.header.id),
            addressees: addressees(frame, &one),
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
    if one.followed.is_carried() {
        all.push(Safe::ours(carried_chip(t, one.followed)));
    }
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
        link(&address(Kind::Meeting, id, None), label)
    });
    let retracted = if header.reason.is_empty() { Safe::default() } else { isolate(&header.reason) };
    let carried = if one.followed.is_carried() { carried(t, one.followed) } else { Safe::default() };
    facts(&[
        (t.field("came_from"), text(t.code("recommendation-source", content.source.code()))),
        (t.field("meeting"), meeting),
        (t.field("category"), text(t.code("category", content.category.code()))),
        (t.field("priority"), text(t.code("priority", content.priority.code()))),
        (t.field("due_by"), day(content.due)),
        (t.field("review"), day(content.review)),
        (t.say("recommendation-carried"), carried),
        (t.field("evidence"), records(t, one, &content.evidence)),
        (t.say("recommendation-written"), t.utc(header.created)),
        (t.say("recommendation-owner"), isolate(&name(t, one.participants, &header.owner))),
        (t.say("recommendation-retracted-because"), retracted),
    ])
}

/// Records by what they are called.
fn records(t: Speech, one: &One<'_>, all: &[RecordId]) -> Safe {
    let line = |id: &RecordId| {
        let known = one.related.iter().find(|line| line.id == *id)?;
        let title = if known.title.is_empty() { ltr(id.as_str()) } else { isolate(&known.title) };
        let to = address(known.kind, id, known.about.as_ref());
        Some(format!("<div>{}: <a href=\"{}\">{title}</a></div>", escape(&noun(t, known.kind)), escape(&to)))
    };
    Safe::ours(all.iter().filter_map(line).collect::<String>())
}

/// The files of a record.
fn files(frame: &Frame, one: &One<'_>, id: &RecordId) -> Safe {
    let own: Vec<Attachment> = one.files.iter().filter(|file| file.record == *id).cloned().collect();
    shared::files(frame, &own)
}

fn addressees(frame: &Frame, one: &One<'_>) -> Safe {
    let t = frame.t;
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
            latest.map_or_else(|| text(t.say("recommendation-silent")), |report| told_by(frame, one, report)),
            latest.map_or_else(|| text("–"), |report| t.date(report.content.day)),
        ]);
    }
    grid.html()
}

/// What a report says, each part under its name.
fn told_by(frame: &Frame, one: &One<'_>, record: &Record<Progress>) -> Safe {
    let (t, report) = (frame.t, &record.content);
    let parts = [(String::new(), &report.note), (t.field("reason"), &report.reason), (t.field("proof"), &report.proof)];
    let said = parts.iter().filter(|(_, said)| !said.is_empty()).map(|(label, said)| {
        let label = if label.is_empty() { String::new() } else { format!("<small>{}:</small> ", escape(label)) };
        Safe::ours(format!("<div>{label}{}</div>", isolate(said)))
    });
    let mut all: Vec<Safe> = said.collect();
    all.push(records(t, one, &report.records));
    all.push(files(frame, one, &record.header.id));
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
            told_by(frame, one, report)
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
