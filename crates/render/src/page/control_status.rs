//! The status of a substance by the law of a day, and its turns over time; beside it the matrix of many in many countries.
//!
//! Refuses to tell a status by colour alone, and to show one without what it rests on.

mod matrix;
mod samples;

pub use matrix::{Line, Matrix, export, matrix};
pub use samples::samples;

use super::grid::{Column, Grid, link_around, text};
use super::law::{self, hint, jurisdiction, known_link, prose};
use super::parts::{Part, PartsPage, button, joined};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query, with_query};
use crate::part::Tone;
use crate::words::Speech;
use model::control_status::{Answer, Asked, ControlStatus, Form as OfForm, Ground, LawBook, is_written, status};
use model::jurisdiction::Jurisdiction;
use model::operation::Operation;
use model::problem::Problems;
use model::time::Day;
use std::fmt::Write as _;

/// The sign of a status, which tells it where its word has no room.
const fn sign(status: ControlStatus) -> &'static str {
    match status {
        ControlStatus::Listed => "■",
        ControlStatus::Covered => "◆",
        ControlStatus::NotCovered => "○",
        ControlStatus::NotDetermined => "?",
    }
}

/// A status as a chip: a sign and its word.
pub fn chip(t: Speech, status: ControlStatus) -> Safe {
    let tone = match status {
        ControlStatus::Listed | ControlStatus::Covered => Tone::Accent,
        ControlStatus::NotCovered => Tone::Plain,
        ControlStatus::NotDetermined => Tone::Warn,
    };
    t.chip(tone, format!("{} {}", sign(status), t.code("control-status", status.code())))
}

/// The address of a status.
pub fn address(operation: &str, substance: &str, whose: &str, day: Day) -> String {
    let to = with_query(&format!("/operations/{}/status", query(operation)), "substance", substance);
    with_query(&with_query(&to, "jurisdiction", whose), "date", &day.to_string())
}

/// What a key of the law is called: a substance in the reader's language, or a name as an act writes it.
fn called(t: Speech, book: &LawBook, key: &str) -> String {
    if is_written(key) { book.written(key).unwrap_or(key).to_owned() } else { t.substance(key) }
}

/// What the page of a status is made of.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The law the reader knows.
    pub book: &'a LawBook,
    /// What is asked, where it could be read.
    pub asked: Option<Asked<'a>>,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Whether the reader may give a verdict now.
    pub may_add: bool,
}

/// The status of one substance.
pub fn show<'a>(frame: &'a Frame, shown: Show<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, shown.typed, shown.problems);
    let top = format!("/operations/{}", query(&shown.operation.code));
    let mut page = PartsPage::new(frame);
    page.lead = hint(&t.say("control-status-about"));
    page.actions = button(&format!("{top}/matrix"), &t.say("control-status-matrix"), false);
    page.notes = form.summary();
    page.parts.push(Part { body: question(t, &form, &top, shown.operation), ..Part::default() });
    if let Some(asked) = shown.asked {
        let answer = status(shown.book, &asked);
        // A verdict is given on a substance of the catalogue.
        let add =
            if shown.may_add && !is_written(asked.substance) { add_verdict(t, &top, &asked) } else { Safe::default() };
        page.parts.push(
            Part {
                title: heading(t, shown.book, &asked),
                body: joined(&[told(t, &asked, &answer), add]),
                ..Part::default()
            }
            .wide("w7"),
        );
        let only = [asked.jurisdiction.clone()];
        page.parts.push(
            Part::new(
                t,
                "control-status-turns",
                turns(t, shown.book, asked.substance, &only, Some(&shown.operation.code)),
            )
            .wide("w5"),
        );
    }
    page
}

fn question(t: Speech, form: &Form<'_>, top: &str, operation: &Operation) -> Safe {
    let forms = Choice::of_codes(t, "of-form", OfForm::ALL.iter().map(|form| form.code()));
    Safe::ours(format!(
        "<form method=\"get\" action=\"{}/status\" class=\"searchbar\">{}{}{}{}{}<button class=\"button\" type=\"submit\">{}</button></form>{}",
        escape(top),
        form.field("substance").label("control-entry-substance").with("list", "substances").text(),
        form.select("jurisdiction", law::jurisdictions(t, operation)),
        form.field("date").date(),
        form.field("form").label("control-status-form").select(forms),
        form.field("content").optional().with("dir", "ltr").text(),
        escape(&t.say("law-show")),
        law::substance_list(t),
    ))
}

fn heading(t: Speech, book: &LawBook, asked: &Asked<'_>) -> String {
    let params = [
        ("substance", called(t, book, asked.substance).into()),
        ("jurisdiction", jurisdiction(t, asked.jurisdiction).into()),
        ("day", t.day_text(asked.day).into()),
        ("form", t.code("of-form", asked.form.code()).into()),
    ];
    t.say_with("control-status-title", &params)
}

fn add_verdict(t: Speech, top: &str, asked: &Asked<'_>) -> Safe {
    let to = with_query(&format!("{top}/determinations/new"), "substance", asked.substance);
    let to = with_query(&to, "jurisdiction", asked.jurisdiction.as_str());
    Safe::ours(format!("<p>{}</p>", button(&to, &t.say("determination-add"), false)))
}

/// The answer with its reasons and verdicts.
fn told(t: Speech, asked: &Asked<'_>, answer: &Answer<'_>) -> Safe {
    let _ = asked;
    let mut out = format!(
        "<p class=\"row\">{}</p><p>{}</p>",
        chip(t, answer.status),
        escape(&t.code("control-status-means", answer.status.code()))
    );
    if answer.differ() {
        let _ = write!(out, "<p class=\"flash warn\">{}</p>", escape(&t.say("control-status-differ")));
    }
    let _ = write!(out, "<h3>{}</h3><ul>", escape(&t.say("control-status-why")));
    for ground in &answer.grounds {
        let _ = write!(out, "<li>{}</li>", reason(t, ground));
    }
    out.push_str("</ul>");
    if !answer.opinions.is_empty() {
        let _ = write!(out, "<h3>{}</h3>{}", escape(&t.say("determination-others")), opinions(t, answer));
    }
    Safe::ours(out)
}

fn reason(t: Speech, ground: &Ground<'_>) -> Safe {
    let mut parts = vec![Safe::ours(format!("<b>{}</b>", escape(&t.code("why", ground.why.code()))))];
    if let Some(day) = ground.day {
        parts.push(t.date(day));
    }
    if let Some(entry) = ground.entry {
        parts.push(law::entry_link(entry));
        parts.push(isolate([entry.list.as_str(), &entry.number].join(" ").trim()));
    }
    if let Some(act) = ground.act {
        parts.push(Safe::ours("·"));
        parts.push(known_link(t, act));
        if let Some(retrieved) = act.retrieved {
            parts.push(Safe::ours(format!(
                "<small>{} {}</small>",
                escape(&t.say("legal-act-retrieved")),
                t.date(retrieved)
            )));
        }
    }
    if let Some(opinion) = ground.opinion {
        parts.push(text(t.participant(&opinion.owner)));
    }
    joined(&parts)
}

fn opinions(t: Speech, answer: &Answer<'_>) -> Safe {
    let heads = ["determination-verdict", "determination-whose", "determination-from", "determination-reasoning"];
    let mut grid = Grid::new(t.say("determination-others"), heads.map(|key| Column::text(t, key)).to_vec());
    for opinion in &answer.opinions {
        let one = &opinion.determination;
        let mark = if one.challenges.is_some() {
            t.chip(Tone::Warn, t.say("determination-is-challenge"))
        } else {
            Safe::default()
        };
        grid.rows.push(vec![
            joined(&[
                link_around(
                    &format!("/determinations/{}", query(opinion.id.as_str())),
                    &super::determination::verdict(t, one.verdict),
                ),
                mark,
            ]),
            text(t.participant(&opinion.owner)),
            t.date(one.from.day),
            prose(&one.reasoning),
        ]);
    }
    grid.html()
}

/// From which day which status holds, per jurisdiction.
pub fn turns(t: Speech, book: &LawBook, substance: &str, all: &[Jurisdiction], operation: Option<&str>) -> Safe {
    let columns = vec![Column::text(t, "legal-act-jurisdiction"), Column::text(t, "control-status-over-time")];
    let mut grid = Grid::new(t.say("control-status-turns"), columns);
    for one in all {
        let steps = steps(book, substance, one);
        let line = |(day, status): &(Option<Day>, ControlStatus)| {
            let since = day.map_or_else(
                || escape(&t.say("control-status-at-first")),
                |day| {
                    let said = t.date(day);
                    let to = operation.map(|code| address(code, substance, one.as_str(), day));
                    let said = to.map_or_else(|| said.clone(), |to| link_around(&to, &said));
                    format!("{} {said}", escape(&t.say("control-entry-since")))
                },
            );
            format!("<li>{since}: {}</li>", chip(t, *status))
        };
        let body: String = steps.iter().map(line).collect();
        grid.rows.push(vec![text(jurisdiction(t, one)), Safe::ours(format!("<ol class=\"plain\">{body}</ol>"))]);
    }
    grid.html()
}

/// The statuses one after another; the first holds before any day that is known.
fn steps(book: &LawBook, substance: &str, one: &Jurisdiction) -> Vec<(Option<Day>, ControlStatus)> {
    let turns = book.turns(one, substance);
    let ask =
        |day| status(book, &Asked { substance, jurisdiction: one, day, form: OfForm::Base, content: None }).status;
    let before = turns.first().map_or(ControlStatus::NotDetermined, |day| ask(day.plus(-1)));
    let mut steps = vec![(None, before)];
    for day in turns {
        let now = ask(day);
        if steps.last().is_none_or(|(_, last)| *last != now) {
            steps.push((Some(day), now));
        }
    }
    steps
}
