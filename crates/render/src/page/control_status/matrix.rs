//! The matrix: substances beside jurisdictions on a day, each cell a sign, a colour and a word, as page and as table.
//!
//! Refuses to be longer than a screen can hold: its head and its names stay in sight while the rest moves under them, and a
//! phone shows signs whose words are in the legend. Refuses to drop the words for those who hear the page or print it.

use super::super::grid::link_around;
use super::super::law::{self, hint, jurisdiction};
use super::super::parts::{Part, PartsPage, button, joined};
use super::{address, chip, sign};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query, with_query};
use crate::part::{self, Tone};
use crate::sheet::{Cell, Table};
use crate::words::{Speech, plain};
use model::catalogue::substance::ChemicalGroup;
use model::control_status::{ControlStatus, is_written};
use model::jurisdiction::Jurisdiction;
use model::operation::Operation;
use model::problem::Problems;
use model::time::Day;
use std::fmt::Write as _;

/// Up to so many columns there is room for the words on a phone.
const FEW: usize = 2;

/// One row: a substance with its status in each jurisdiction, and that of an earlier day where it differs.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its key in the law.
    pub key: String,
    /// What it is called: in the reader's language, or as an act writes it.
    pub name: String,
    /// Whether it was found in the operation, as far as the reader sees.
    pub detected: bool,
    /// Its status in each jurisdiction, with the earlier one where it changed.
    pub cells: Vec<(ControlStatus, Option<ControlStatus>)>,
}

/// What the matrix is made of.
#[derive(Debug, Clone, Copy)]
pub struct Matrix<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// Its columns.
    pub jurisdictions: &'a [Jurisdiction],
    /// Jurisdictions to choose columns from.
    pub offered: &'a [Jurisdiction],
    /// The rows of this page.
    pub lines: &'a [Line],
    /// How many rows fit in all.
    pub count: usize,
    /// On which day.
    pub day: Day,
    /// Compared with which earlier day.
    pub since: Option<Day>,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Where the next page begins.
    pub next: Option<&'a str>,
}

/// The matrix.
pub fn matrix<'a>(frame: &'a Frame, shown: Matrix<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, shown.typed, shown.problems);
    let top = format!("/operations/{}", query(&shown.operation.code));
    let here = shown.typed.0.iter().filter(|(name, value)| name != "after" && !value.is_empty());
    let here: Vec<(String, String)> = here.cloned().collect();
    let with =
        |end: &str| here.iter().fold(format!("{top}/matrix{end}"), |to, (name, value)| with_query(&to, name, value));
    let mut page = PartsPage::new(frame);
    page.lead = hint(&sentence(t, &shown, t.day_text(shown.day)));
    page.actions = joined(&[
        button(&with(".csv"), &t.say("control-status-csv"), false),
        button(&with(".xlsx"), &t.say("control-status-xlsx"), false),
    ]);
    page.notes = form.summary();
    let table = if shown.lines.is_empty() {
        t.empty("control-status-none", "listing-none-how")
    } else {
        joined(&[legend(t), cells(t, &shown)])
    };
    let next = shown.next.map(|after| with_query(&with(""), "after", after));
    let body = [filter(t, &form, &top, &shown), table, part::pager(t, None, next.as_deref()), meanings(t)];
    page.parts.push(Part { body: joined(&body), ..Part::default() });
    page
}

fn sentence(t: Speech, shown: &Matrix<'_>, day: String) -> String {
    let params = [("count", shown.count.into()), ("countries", shown.jurisdictions.len().into()), ("day", day.into())];
    t.say_with("control-status-matrix-sentence", &params)
}

/// What is asked most stands open: what to look for and on which day. The rest is folded, open where it says something.
fn filter(t: Speech, form: &Form<'_>, top: &str, shown: &Matrix<'_>) -> Safe {
    let any = Choice::new("", t.say("list-any"));
    let groups = Choice::of_codes(t, "group", ChemicalGroup::ALL.iter().map(|group| group.code()));
    let offered = shown.offered.iter().map(|one| Choice::new(one.as_str(), jurisdiction(t, one)));
    let more = joined(&[
        law::beside(&[
            form.field("since").optional().date(),
            form.field("group").label("by-group").optional().select([vec![any], groups].concat()),
        ]),
        form.check("detected"),
        form.check("changed"),
        form.check("signs"),
        form.field("jurisdiction")
            .label("control-status-columns")
            .hint("control-status-columns-hint")
            .optional()
            .checkboxes(offered.collect::<Vec<_>>()),
    ]);
    let open =
        ["since", "group", "detected", "changed", "signs", "jurisdiction"].iter().any(|name| form.has_problems(name));
    Safe::ours(format!(
        "<form method=\"get\" action=\"{}/matrix\"><div class=\"searchbar\">{}{}<button class=\"button\" type=\"submit\">{}</button></div>{}</form>",
        escape(top),
        form.field("text").label("control-status-search").optional().text(),
        form.field("date").date(),
        escape(&t.say("law-show")),
        law::folded(&t.say("control-status-choose"), open, &more),
    ))
}

/// What the signs are, in sight above the table.
fn legend(t: Speech) -> Safe {
    let mut out = String::from("<ul class=\"legend\">");
    for status in ControlStatus::ALL {
        // Writing to a String cannot fail, here and below.
        let _ = write!(
            out,
            "<li><span class=\"sign {}\" aria-hidden=\"true\">{}</span> {}</li>",
            status.code(),
            sign(*status),
            escape(&t.code("control-status", status.code()))
        );
    }
    out.push_str("</ul>");
    Safe::ours(out)
}

fn meanings(t: Speech) -> Safe {
    let line = |status: &ControlStatus| {
        format!("<li>{} {}</li>", chip(t, *status), escape(&t.code("control-status-means", status.code())))
    };
    let list: String = ControlStatus::ALL.iter().map(line).collect();
    law::folded(&t.say("control-status-legend"), false, &Safe::ours(format!("<ul>{list}</ul>")))
}

fn cells(t: Speech, shown: &Matrix<'_>) -> Safe {
    let caption = escape(&t.say("frame-tab-status"));
    let few = shown.jurisdictions.len() <= FEW;
    let class = if few {
        "matrix few"
    } else if shown.typed.has("signs", "true") {
        "matrix signs"
    } else {
        "matrix"
    };
    let mut out = format!(
        "<div class=\"scroll sticky\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\"><table class=\"{class}\" data-rows>\
         <caption class=\"vh\">{caption}</caption><thead><tr><th scope=\"col\">{}</th>",
        escape(&t.say("control-entry-substance"))
    );
    for one in shown.jurisdictions {
        let name = escape(&jurisdiction(t, one));
        let head =
            if few { name } else { format!("<abbr title=\"{name}\"><bdi dir=\"ltr\">{}</bdi></abbr>", one.as_str()) };
        let _ = write!(out, "<th scope=\"col\">{head}</th>");
    }
    out.push_str("</tr></thead><tbody>");
    let words = Words::new(t);
    for line in shown.lines {
        row(&mut out, t, shown, line, &words);
    }
    out.push_str("</tbody></table></div>");
    Safe::ours(out)
}

/// The words of each status as HTML, said once and not once a cell.
struct Words([(ControlStatus, String, String); 4]);

impl Words {
    fn new(t: Speech) -> Self {
        use ControlStatus::{Covered, Listed, NotCovered, NotDetermined};
        let one = |status: ControlStatus| {
            let word = t.code("control-status", status.code());
            let was = t.say_one("control-status-was", "status", word.as_str());
            (status, escape(&word), escape(&was))
        };
        Self([one(Listed), one(Covered), one(NotCovered), one(NotDetermined)])
    }

    fn of(&self, status: ControlStatus) -> (&str, &str) {
        let found = self.0.iter().find(|(own, ..)| *own == status);
        found.map_or(("", ""), |(_, word, was)| (word.as_str(), was.as_str()))
    }
}

fn row(out: &mut String, t: Speech, shown: &Matrix<'_>, line: &Line, words: &Words) {
    let name = isolate(&line.name);
    let name = if is_written(&line.key) {
        let mark = t.chip(Tone::Plain, t.say("control-entry-not-in-catalogue"));
        Safe::ours(format!("{name} {mark}"))
    } else {
        link_around(&format!("/catalogue/substances/{}", query(&line.key)), &name)
    };
    let found = if line.detected { t.chip(Tone::Plain, t.say("control-status-detected")) } else { Safe::default() };
    let _ = write!(out, "<tr><th scope=\"row\">{name} {found}</th>");
    for (one, (now, earlier)) in shown.jurisdictions.iter().zip(&line.cells) {
        let asked = if is_written(&line.key) { &line.name } else { &line.key };
        let to = address(&shown.operation.code, asked, one.as_str(), shown.day);
        let (word, _) = words.of(*now);
        let _ = write!(
            out,
            "<td class=\"{}\"><a href=\"{}\"><span aria-hidden=\"true\">{}</span> <span class=\"word\">{word}</span>",
            now.code(),
            escape(&to),
            sign(*now)
        );
        if let Some(earlier) = earlier {
            let (_, was) = words.of(*earlier);
            let _ = write!(
                out,
                " <small><span aria-hidden=\"true\">({})</span> <span class=\"word\">{was}</span></small>",
                sign(*earlier)
            );
        }
        out.push_str("</a></td>");
    }
    out.push_str("</tr>");
}

/// The matrix as a table that leaves the house.
pub fn export(t: Speech, shown: &Matrix<'_>) -> Table {
    let mut columns =
        vec![t.plain("catalogue-key"), t.plain("control-entry-substance"), t.plain("control-status-detected")];
    columns.extend(shown.jurisdictions.iter().map(|one| jurisdiction(t, one)));
    let said = |status: &ControlStatus| {
        let word = t.code("control-status", status.code());
        (*status, (plain(&word), plain(&t.say_one("control-status-was", "status", word.as_str()))))
    };
    let said: Vec<_> = ControlStatus::ALL.iter().map(said).collect();
    let of = |status: ControlStatus| said.iter().find(|(own, _)| *own == status).map(|(_, said)| said);
    let cell = |(now, earlier): &(ControlStatus, Option<ControlStatus>)| {
        let now = of(*now).map_or("", |(word, _)| word.as_str());
        let was = earlier.and_then(of).map(|(_, was)| was);
        Cell::from(was.map_or_else(|| now.to_owned(), |was| format!("{now} ({was})")))
    };
    let row = |line: &Line| {
        let mut cells = vec![
            Cell::from(if is_written(&line.key) { "" } else { line.key.as_str() }),
            Cell::from(line.name.as_str()),
            Cell::Int(i64::from(line.detected)),
        ];
        cells.extend(line.cells.iter().map(cell));
        cells
    };
    let sentence = plain(&sentence(t, shown, shown.day.to_string()));
    Table {
        title: t.plain("frame-tab-status"),
        columns,
        rows: shown.lines.iter().map(row).collect(),
        notes: vec![shown.operation.code.clone(), sentence],
        drawing: None,
    }
}
