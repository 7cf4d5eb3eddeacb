//! The status of a substance by the law of a day, its turns over time, and the matrix of many in many countries.
//!
//! Refuses to tell a status by colour alone, and to show one without what it rests on.

use super::grid::{Column, Grid, link, link_around, text};
use super::law::{self, hint, jurisdiction, known_link, prose};
use super::parts::{Part, PartsPage, button, joined};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query, with_query};
use crate::part::{self, Tone};
use crate::sheet::{Cell, Table};
use crate::words::Speech;
use model::catalogue::Substance;
use model::catalogue::substance::ChemicalGroup;
use model::control_status::{Answer, Asked, ControlStatus, Form as OfForm, Ground, LawBook, status};
use model::jurisdiction::Jurisdiction;
use model::operation::Operation;
use model::problem::{Problem, Problems};
use model::time::Day;
use std::fmt::Write as _;

/// A status as a chip: a sign and its word.
pub fn chip(t: Speech, status: ControlStatus) -> Safe {
    let (tone, sign) = match status {
        ControlStatus::Listed => (Tone::Accent, "■"),
        ControlStatus::Covered => (Tone::Accent, "◆"),
        ControlStatus::NotCovered => (Tone::Plain, "○"),
        ControlStatus::NotDetermined => (Tone::Warn, "?"),
    };
    t.chip(tone, format!("{sign} {}", t.code("control-status", status.code())))
}

/// The address of a status.
pub fn address(operation: &str, substance: &str, whose: &str, day: Day) -> String {
    let to = with_query(&format!("/operations/{}/status", query(operation)), "substance", substance);
    with_query(&with_query(&to, "jurisdiction", whose), "date", &day.to_string())
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
        let add = if shown.may_add { add_verdict(t, &top, &asked) } else { Safe::default() };
        page.parts.push(
            Part { title: heading(t, &asked), body: joined(&[told(t, &asked, &answer), add]), ..Part::default() }
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

fn heading(t: Speech, asked: &Asked<'_>) -> String {
    let params = [
        ("substance", t.substance(asked.substance).into()),
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
        let name = isolate(&entry.name);
        parts.push(if entry.record.is_empty() {
            name
        } else {
            link_around(&format!("/control-entries/{}", query(&entry.record)), &name)
        });
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

/// One row of the matrix: a substance with its status in each jurisdiction, and that of an earlier day where it differs.
#[derive(Debug, Clone)]
pub struct Line {
    /// The substance.
    pub substance: &'static Substance,
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
    let params = [
        ("count", shown.count.into()),
        ("countries", shown.jurisdictions.len().into()),
        ("day", t.day_text(shown.day).into()),
    ];
    page.lead = hint(&t.say_with("control-status-matrix-sentence", &params));
    page.actions = joined(&[
        button(&with(".csv"), &t.say("control-status-csv"), false),
        button(&with(".xlsx"), &t.say("control-status-xlsx"), false),
    ]);
    page.notes = form.summary();
    let legend: Vec<Safe> = ControlStatus::ALL
        .iter()
        .map(|status| {
            Safe::ours(format!(
                "<li>{} {}</li>",
                chip(t, *status),
                escape(&t.code("control-status-means", status.code()))
            ))
        })
        .collect();
    let legend =
        law::folded(&t.say("control-status-legend"), false, &Safe::ours(format!("<ul>{}</ul>", joined(&legend))));
    let table =
        if shown.lines.is_empty() { t.empty("control-status-none", "listing-none-how") } else { cells(t, &shown) };
    let next = shown.next.map(|after| with_query(&with(""), "after", after));
    let body = [filter(t, &form, &top), legend, table, part::pager(t, None, next.as_deref())];
    page.parts.push(Part { body: joined(&body), ..Part::default() });
    page
}

fn filter(t: Speech, form: &Form<'_>, top: &str) -> Safe {
    let any = Choice::new("", t.say("list-any"));
    let groups = Choice::of_codes(t, "group", ChemicalGroup::ALL.iter().map(|group| group.code()));
    Safe::ours(format!(
        "<form method=\"get\" action=\"{}/matrix\" class=\"searchbar\">{}{}{}{}{}{}<button class=\"button\" type=\"submit\">{}</button></form>",
        escape(top),
        form.field("date").date(),
        form.field("since").optional().date(),
        form.field("group").label("by-group").select([vec![any], groups].concat()),
        form.field("text").label("list-search").optional().text(),
        form.check("detected"),
        form.check("changed"),
        escape(&t.say("law-show")),
    ))
}

fn cells(t: Speech, shown: &Matrix<'_>) -> Safe {
    let mut columns = vec![Column::text(t, "control-entry-substance")];
    columns.extend(shown.jurisdictions.iter().map(|one| Column::named(jurisdiction(t, one), false)));
    let mut grid = Grid::new(t.say("frame-tab-status"), columns);
    for line in shown.lines {
        let key = &line.substance.key;
        let name = link(&format!("/catalogue/substances/{}", query(key)), line.substance.names.say(t.lang()));
        let found = if line.detected { t.chip(Tone::Plain, t.say("control-status-detected")) } else { Safe::default() };
        let mut row = vec![joined(&[name, found])];
        for (one, (now, earlier)) in shown.jurisdictions.iter().zip(&line.cells) {
            let to = address(&shown.operation.code, key, one.as_str(), shown.day);
            let was = earlier.map(|earlier| {
                let said = t.say_one("control-status-was", "status", t.code("control-status", earlier.code()));
                Safe::ours(format!("<br><small>{}</small>", escape(&said)))
            });
            row.push(joined(&[link_around(&to, &chip(t, *now)), was.unwrap_or_default()]));
        }
        grid.rows.push(row);
    }
    grid.html()
}

/// The matrix as a table that leaves the house.
pub fn export(t: Speech, shown: &Matrix<'_>) -> Table {
    let mut columns =
        vec![t.plain("catalogue-key"), t.plain("control-entry-substance"), t.plain("control-status-detected")];
    columns.extend(shown.jurisdictions.iter().map(|one| jurisdiction(t, one)));
    let row = |line: &Line| {
        let mut cells = vec![
            Cell::from(line.substance.key.as_str()),
            Cell::from(line.substance.names.say(t.lang())),
            Cell::Int(i64::from(line.detected)),
        ];
        cells.extend(line.cells.iter().map(|(now, earlier)| {
            let now = crate::words::plain(&t.code("control-status", now.code()));
            let was = |earlier: ControlStatus| {
                crate::words::plain(&t.say_one(
                    "control-status-was",
                    "status",
                    t.code("control-status", earlier.code()),
                ))
            };
            Cell::from(earlier.map_or_else(|| now.clone(), |earlier| format!("{now} ({})", was(earlier))))
        }));
        cells
    };
    let params = [
        ("count", shown.count.into()),
        ("countries", shown.jurisdictions.len().into()),
        ("day", shown.day.to_string().into()),
    ];
    let sentence = crate::words::plain(&t.say_with("control-status-matrix-sentence", &params));
    Table {
        title: t.plain("frame-tab-status"),
        columns,
        rows: shown.lines.iter().map(row).collect(),
        notes: vec![shown.operation.code.clone(), sentence],
        drawing: None,
    }
}

/// Pages of statuses as they may look.
pub fn samples(t: Speech) -> Vec<super::Sample> {
    use super::{Sample, sample as own};
    use model::control_entry::{Reaches, Technique};
    use model::control_status::{KnownAct, KnownEntry};
    use model::determination::{Opinion, Verdict};
    use model::legal_act::ActRef;
    let operation = own::operation();
    let day = own::NOW.day();
    let frame = Frame { title: t.say("frame-tab-status"), ..Frame::samples(t).remove(1) };
    let none = Problems::none();
    let verdicts =
        Verdict::ALL.iter().zip(0..).filter_map(|(verdict, number)| super::determination::sample(*verdict, number));
    let opinions: Vec<Opinion> = verdicts.map(|record| Opinion::from(&record)).collect();
    let act = super::legal_act::sample();
    let acts: Vec<KnownAct> = act.iter().map(|act| KnownAct::of_record(&act.content)).collect();
    let entries: Vec<KnownEntry> =
        super::control_entry::sample().iter().map(|record| KnownEntry::of_record(&record.content)).collect();
    let iran: Vec<KnownEntry> = ActRef::read("", acts.first().map_or("", |act| act.reference.as_str()))
        .ok()
        .into_iter()
        .flat_map(|act| {
            let entry = move |substance: &str, technique, from: Option<Day>, to: Option<Day>| KnownEntry {
                record: String::new(),
                act: act.clone(),
                list: "I".to_owned(),
                number: "1".to_owned(),
                name: substance.to_owned(),
                substance: substance.to_owned(),
                technique,
                salts: Reaches::No,
                preparation_limit: "0.1".to_owned(),
                from,
                to,
                seen: None,
            };
            [
                entry("mdpv", Technique::Individual, Some(day), None),
                entry("mdpv", Technique::Individual, Some(day.plus(9)), None),
                entry("mdpv", Technique::Individual, None, None),
                entry("mdpv", Technique::Individual, Some(day.plus(-99)), Some(day.plus(-9))),
                entry("mdpv", Technique::Derivative, Some(day), None),
            ]
        })
        .collect();
    let book = LawBook::of(acts, entries.into_iter().chain(iran).collect(), opinions);
    let typed =
        Typed::nothing().with("substance", "adb-butinaca").with("jurisdiction", "RU").with("date", "2021-10-15");
    let mut pages = Vec::new();
    let named = |code: &str| Jurisdiction::read("", code).ok();
    let asks = [
        ("adb-butinaca", "RU", OfForm::Base),
        ("mdpv", "IR", OfForm::Salt),
        ("mdpv", "IR", OfForm::Preparation),
        ("mdpv", "IR", OfForm::Base),
        ("heroin", "UN", OfForm::Base),
        ("acetone", "PK-KP", OfForm::Base),
        ("ecstasy", "DE", OfForm::Base),
    ];
    for (substance, code, form) in asks {
        let whose = named(code);
        let asked = whose.as_ref().map(|jurisdiction| Asked { substance, jurisdiction, day, form, content: None });
        let shown = Show { operation: &operation, book: &book, asked, typed: &typed, problems: &none, may_add: true };
        pages.push(Sample::of("control-status", &show(&frame, shown)));
    }
    let problems = Problems(vec![
        Problem::new("substance", "substance-unknown").with("text", own::HOSTILE),
        Problem::new("date", "date-unreadable").with("text", "x"),
    ]);
    let shown =
        Show { operation: &operation, book: &book, asked: None, typed: &typed, problems: &problems, may_add: false };
    pages.push(Sample::of("control-status-problems", &show(&frame, shown)));
    let jurisdictions: Vec<Jurisdiction> = ["UN", "KZ", "PK-KP"].into_iter().filter_map(named).collect();
    let lines: Vec<Line> = Substance::all()
        .iter()
        .zip(ControlStatus::ALL)
        .map(|(substance, status)| Line {
            substance,
            detected: *status == ControlStatus::Listed,
            cells: vec![(*status, None), (ControlStatus::Listed, Some(*status)), (*status, None)],
        })
        .collect();
    let full = Matrix {
        operation: &operation,
        jurisdictions: &jurisdictions,
        lines: &lines,
        count: 320,
        day,
        since: Some(day.plus(-30)),
        typed: &typed,
        problems: &none,
        next: Some("mdma"),
    };
    pages.push(Sample::of("control-status-matrix", &matrix(&frame, full)));
    let unread = Problems::from(Problem::new("date", "date-unreadable").with("text", "x"));
    pages.push(Sample::of(
        "control-status-matrix-none",
        &matrix(&frame, Matrix { lines: &[], count: 0, next: None, since: None, problems: &unread, ..full }),
    ));
    pages
}
