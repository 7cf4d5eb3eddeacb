//! The analyst's workspace: a pivot of exact figures with the way to every cell's inputs, trends, routes, breakdowns.
//!
//! Refuses to add editions to each other, and a measure of two dimensions. A cell whose key is not known has no link: no
//! filter asks for it.

use super::detection;
use super::figures::{self, KG, Known, LITRE, PIECE};
use super::filter;
use super::grid::{Column, Grid, link, text};
use super::parts::{Part, PartsPage, joined};
use crate::chart::{Bar, Bars, ByDay, DayBar, Flow, Flows, Measure as Said, Split, bars_by_day, bars_horizontal, flow};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, query, with_query};
use crate::map::{Choropleth, CountryLabel, Way};
use crate::part::{Tone, facts};
use crate::sheet::{Cell, Table};
use crate::words::Speech;
use model::catalogue::country::Country;
use model::detection::FirstSeen;
use model::listing::Filter;
use model::operation::Operation;
use model::problem::Problems;
use model::time::Moment;
use model::total::{By, TotalRow, Totals};
use model::workspace::{Axis, Measure, Question, Route};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// One edition's figures.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// By rows and columns.
    pub cells: &'a Totals,
    /// By rows.
    pub rows: &'a Totals,
    /// By columns.
    pub columns: &'a Totals,
    /// By month.
    pub months: &'a Totals,
    /// By detection method.
    pub detections: &'a Totals,
    /// Ways.
    pub routes: &'a [Route],
    /// How things were hidden, and how many incidents were looked at.
    pub concealments: &'a (Vec<(String, i64)>, i64),
}

/// What the page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The operation it is opened in.
    pub operation: &'a Operation,
    /// Editions to choose from.
    pub offered: &'a [Operation],
    /// Figures of those that were chosen.
    pub editions: &'a [Edition<'a>],
    /// What was asked.
    pub question: &'a Question,
    /// What of it could not be read.
    pub problems: &'a Problems,
    /// Names beyond the catalogue.
    pub known: Known<'a>,
    /// First sightings of substances that laboratories detected, and how many detections there are.
    pub first: &'a BTreeMap<(String, String), FirstSeen>,
    /// Detections the reader may see.
    pub detections: u64,
    /// Where a view can be saved, for whom may.
    pub may_save: bool,
}

/// The address of the workspace with the axes, measure and editions, without the filter.
pub fn path(operation: &Operation, question: &Question) -> String {
    let top = format!("/operations/{}/workspace", query(&operation.code));
    beside(&top, question)
}

fn beside(top: &str, question: &Question) -> String {
    let columns = question.columns.map_or("none", Axis::code);
    let mut out = format!("{top}?rows={}&columns={columns}&measure={}", question.rows.code(), question.measure.code());
    for code in &question.editions {
        let _ = write!(out, "&edition={}", query(code));
    }
    out
}

/// The whole question as an address: what a shared link and a saved view hold.
pub fn address(operation: &Operation, question: &Question) -> String {
    filter::address(&path(operation, question), &question.filter)
}

/// The page.
pub fn page<'a>(frame: &'a Frame, desk: Desk<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let own = path(desk.operation, desk.question);
    let mut page = PartsPage::new(frame);
    let as_of = desk.editions.first().map(|edition| edition.cells.as_of);
    page.lead = as_of.map_or_else(Safe::default, |as_of| lead(t, as_of));
    page.actions = downloads(t, &desk);
    page.notes = joined(&[
        Form::new(t, &Typed::nothing(), desk.problems).summary(),
        asking(t, &desk),
        filter::form(t, &own, &desk.question.filter, &desk.known),
        filter::chips(t, &own, &desk.question.filter, &desk.known),
    ]);
    if desk.editions.len() > 1 {
        let body = compared(t, &desk).html();
        page.parts.push(Part::new(t, "workspace-compared", joined(&[body, hint(t, "workspace-compared-hint")])));
    }
    for edition in desk.editions {
        page.parts.extend(of_edition(t, &desk, edition));
    }
    page.parts.push(Part::new(t, "workspace-detections", detected(t, &desk)).named("sightings"));
    page
}

fn lead(t: Speech, as_of: Moment) -> Safe {
    Safe::ours(format!("<p class=\"hint\">{} {}</p>", escape(&t.say("workspace-as-of")), t.utc(as_of)))
}

fn hint(t: Speech, key: &str) -> Safe {
    Safe::ours(format!("<p class=\"hint\">{}</p>", escape(&t.say(key))))
}

fn downloads(t: Speech, desk: &Desk<'_>) -> Safe {
    let to = |form: &str| {
        let top = format!("/operations/{}/workspace.{form}", query(&desk.operation.code));
        filter::address(&beside(&top, desk.question), &desk.question.filter)
    };
    let button =
        |form: &str| format!("<a class=\"button quiet\" href=\"{}\">{}</a>", escape(&to(form)), form.to_uppercase());
    let save = if desk.may_save {
        let view = address(desk.operation, desk.question);
        let to = with_query(&format!("/operations/{}/views/new", query(&desk.operation.code)), "address", &view);
        format!("<a class=\"button\" href=\"{}\">{}</a>", escape(&to), escape(&t.say("view-keep")))
    } else {
        String::new()
    };
    Safe::ours(format!("{} {} {save}", button("csv"), button("xlsx")))
}

/// What is asked, as a form that stands in the address.
fn asking(t: Speech, desk: &Desk<'_>) -> Safe {
    let question = desk.question;
    let chosen: Vec<&str> = desk.editions.iter().map(|edition| edition.operation.code.as_str()).collect();
    let mut typed = Typed::nothing()
        .with("rows", question.rows.code())
        .with("columns", question.columns.map_or("none", Axis::code))
        .with("measure", question.measure.code());
    typed = chosen.iter().fold(typed, |typed, code| typed.with("edition", *code));
    let none = Problems::none();
    let form = Form::new(t, &typed, &none);
    let axes = Choice::of_codes(t, "axis", Axis::ALL.iter().map(|axis| axis.code()));
    let mut columns = vec![Choice::new("none", t.say("axis-none"))];
    columns.extend(axes.iter().cloned());
    let measures = Choice::of_codes(t, "measure-of", Measure::ALL.iter().map(|measure| measure.code()));
    let editions: Vec<Choice> =
        desk.offered.iter().map(|operation| Choice::new(&operation.code, operation.names.say(t.lang()))).collect();
    let carried: Vec<String> = filter::pairs(&question.filter)
        .iter()
        .map(|(name, value)| format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\">", escape(value)))
        .collect();
    let carried = carried.concat();
    Safe::ours(format!(
        "<form method=\"get\" action=\"/operations/{}/workspace\" class=\"panel\"><div class=\"beside-fields\">{}{}{}</div>{}{carried}\
         <p class=\"actions\"><button class=\"button quiet\" type=\"submit\">{}</button></p></form>",
        query(&desk.operation.code),
        form.field("rows").label("workspace-rows").select(&axes),
        form.field("columns").label("workspace-columns").select(&columns),
        form.field("measure").label("workspace-measure").select(&measures),
        if editions.len() > 1 {
            form.field("edition").label("workspace-editions").checkboxes(&editions)
        } else {
            Safe::default()
        },
        escape(&t.say("workspace-show")),
    ))
}

/// A figure of one measure: base units, of them provisional, and how it is said.
fn figure(measure: Measure, row: &TotalRow) -> (i128, i128) {
    let provisional = match measure {
        Measure::Mass => row.provisional.mass,
        Measure::Volume => row.provisional.volume,
        Measure::Count => row.provisional.count,
        Measure::Area => row.provisional.area,
        Measure::Incidents | Measure::Equivalent => 0,
    };
    (measure.of(row), provisional)
}

const fn scale(measure: Measure) -> u8 {
    match measure {
        Measure::Incidents => 0,
        Measure::Mass | Measure::Equivalent => KG,
        Measure::Volume => LITRE,
        Measure::Count | Measure::Area => PIECE,
    }
}

/// A figure of one measure, exact, with its unit.
pub fn exact(t: Speech, measure: Measure, base: i128) -> String {
    said_in(t, measure).exact(t, base)
}

/// A key of an axis in words.
pub fn key_text(t: Speech, axis: Axis, key: &str) -> String {
    key_said(t, axis, key, &Known::default())
}

fn said_in(t: Speech, measure: Measure) -> Said {
    let unit = match measure {
        Measure::Incidents => String::new(),
        Measure::Mass | Measure::Equivalent => t.say("unit-kg"),
        Measure::Volume => t.say("unit-l"),
        Measure::Count => String::new(),
        Measure::Area => t.say("unit-m2"),
    };
    Said { scale: scale(measure), places: 2, unit }
}

fn key_said(t: Speech, axis: Axis, key: &str, known: &Known<'_>) -> String {
    if axis == Axis::Quarter { t.digits(key) } else { figures::say(t, axis.by(), key, known) }
}

/// The filter that asks for the inputs of one key; `None` where none does.
fn narrowed(filter: &Filter, axis: Axis, key: &str) -> Option<Filter> {
    if key.is_empty() {
        return None;
    }
    let mut own = filter.clone();
    if let Some((from, to)) = axis.days(key) {
        own.from = Some(own.from.map_or(from, |known| known.max(from)));
        own.to = Some(own.to.map_or(to, |known| known.min(to)));
        return Some(own);
    }
    if axis == Axis::Status {
        own.confirmed = Some(key == "confirmed");
        return Some(own);
    }
    let name = figures::narrows(axis.by());
    let mut pairs: Vec<(String, String)> = filter::pairs(&own).into_iter().filter(|(each, _)| each != name).collect();
    pairs.push((name.to_owned(), key.to_owned()));
    let read = filter::read(&Typed(pairs));
    (!name.is_empty() && read != *filter
        || filter::pairs(filter).iter().any(|(each, value)| each == name && value == key))
    .then_some(read)
}

/// The list of the incidents behind a figure.
fn inputs(operation: &Operation, filter: &Filter, measure: Measure) -> String {
    let mut filter = filter.clone();
    if measure != Measure::Incidents {
        filter.scope = Some(true);
    }
    filter::address(&format!("/operations/{}/incidents", query(&operation.code)), &filter)
}

/// A figure with the way to its inputs, and what of it is provisional.
fn cell(t: Speech, measure: Measure, row: &TotalRow, to: Option<String>) -> Safe {
    let (value, provisional) = figure(measure, row);
    if value == 0 {
        return text("–");
    }
    let said = t.decimal(value, scale(measure));
    let mut out = to.map_or_else(|| text(&said), |to| link(&to, &said)).to_string();
    if provisional > 0 {
        let share = t.say_one("chart-provisional-share", "share", t.percent(provisional, value));
        let _ = write!(out, "<br><small>{}</small>", escape(&share));
    }
    Safe::ours(out)
}

type Cells<'a> = BTreeMap<(&'a str, &'a str), &'a TotalRow>;

fn cells<'a>(edition: &Edition<'a>) -> Cells<'a> {
    let key = |row: &'a TotalRow, place: usize| row.keys.get(place).map_or("", String::as_str);
    edition.cells.rows.iter().map(|row| ((key(row, 0), key(row, 1)), row)).collect()
}

fn keys(totals: &Totals) -> BTreeSet<&str> {
    totals.rows.iter().filter_map(|row| row.keys.first()).map(String::as_str).collect()
}

/// The pivot of one edition: each cell, row total and column total asked for by itself, so that an incident with two
/// substances is counted once in a total.
fn pivot(t: Speech, desk: &Desk<'_>, edition: &Edition<'_>) -> Grid {
    let (question, known) = (desk.question, &desk.known);
    let (measure, filter, own) = (question.measure, &question.filter, edition.operation);
    let mut columns = vec![Column::named(t.code("axis", question.rows.code()), false)];
    let across: Vec<(&str, Axis)> = question
        .columns
        .map(|axis| keys(edition.columns).into_iter().map(|key| (key, axis)).collect())
        .unwrap_or_default();
    columns.extend(across.iter().map(|(key, axis)| Column::named(key_said(t, *axis, key, known), true)));
    columns.push(Column::number(t, "figure-total"));
    let mut grid = Grid::new(title(t, desk, edition), columns);
    let cells = cells(edition);
    for row in &edition.rows.rows {
        let key = row.keys.first().map_or("", String::as_str);
        let of_row = narrowed(filter, question.rows, key);
        let to = |filter: Option<Filter>| filter.map(|filter| inputs(own, &filter, measure));
        let mut line = vec![text(key_said(t, question.rows, key, known))];
        for (column, axis) in &across {
            let both = of_row.as_ref().and_then(|filter| narrowed(filter, *axis, column));
            line.push(cells.get(&(key, *column)).map_or_else(|| text("–"), |found| cell(t, measure, found, to(both))));
        }
        line.push(cell(t, measure, row, to(of_row)));
        grid.rows.push(line);
    }
    if !grid.rows.is_empty() {
        grid.foot = vec![text(t.say("figure-total"))];
        for (column, axis) in &across {
            let row = edition.columns.rows.iter().find(|row| row.keys.first().is_some_and(|key| key == column));
            let to = narrowed(filter, *axis, column).map(|filter| inputs(own, &filter, measure));
            grid.foot.push(row.map_or_else(|| text("–"), |row| cell(t, measure, row, to)));
        }
        grid.foot.push(cell(t, measure, &edition.cells.sum, Some(inputs(own, filter, measure))));
    }
    grid
}

fn title(t: Speech, desk: &Desk<'_>, edition: &Edition<'_>) -> String {
    let measure = t.code("measure-of", desk.question.measure.code());
    format!("{} · {measure}", edition.operation.names.say(t.lang()))
}

fn of_edition(t: Speech, desk: &Desk<'_>, edition: &Edition<'_>) -> Vec<Part> {
    let code = &edition.operation.code;
    let grid = pivot(t, desk, edition);
    if grid.rows.is_empty() {
        let empty = t.empty("workspace-none", "listing-none-how");
        return vec![Part { title: title(t, desk, edition), body: empty, ..Part::default() }];
    }
    let named = |key: &str| format!("{} · {}", t.say(key), edition.operation.names.say(t.lang()));
    let part = |key: &str, width, body| Part { title: named(key), width, body, ..Part::default() };
    let notes = hint(
        t,
        if desk.question.measure == Measure::Incidents { "workspace-hint-incidents" } else { "workspace-hint-amounts" },
    );
    vec![
        Part {
            title: title(t, desk, edition),
            body: joined(&[grid.html(), notes, drawn(t, desk, edition, &format!("rows-{code}"))]),
            ..Part::default()
        },
        part("workspace-trend", "", trend(t, desk, edition)),
        part("workspace-routes", "", routes(t, desk, edition)),
        part("workspace-concealment", "w6", concealments(t, edition)),
        part("workspace-methods", "w6", methods(t, desk, edition)),
    ]
}

fn drawn(t: Speech, desk: &Desk<'_>, edition: &Edition<'_>, id: &str) -> Safe {
    let question = desk.question;
    let bar = |row: &TotalRow| {
        let key = row.keys.first().map_or("", String::as_str);
        let (value, provisional) = figure(question.measure, row);
        Bar {
            label: key_said(t, question.rows, key, &desk.known),
            figure: Split { confirmed: value - provisional, provisional },
            address: narrowed(&question.filter, question.rows, key)
                .map(|filter| inputs(edition.operation, &filter, question.measure)),
        }
    };
    bars_horizontal(
        t,
        &Bars {
            id: id.to_owned(),
            title: title(t, desk, edition),
            rows: edition.rows.rows.iter().map(bar).collect(),
            measure: said_in(t, question.measure),
            one_colour: true,
        },
    )
}

/// By month, drawn and told; with quarters where rows or columns are quarters.
fn trend(t: Speech, desk: &Desk<'_>, edition: &Edition<'_>) -> Safe {
    let measure = desk.question.measure;
    let known = &desk.known;
    let key = |row: &TotalRow| row.keys.first().cloned().unwrap_or_default();
    let to = |key: &str| {
        narrowed(&desk.question.filter, Axis::Month, key).map(|filter| inputs(edition.operation, &filter, measure))
    };
    let bar = |row: &TotalRow| {
        let (value, provisional) = figure(measure, row);
        let (day, _) = Axis::Month.days(&key(row))?;
        Some(DayBar {
            day,
            figure: Some(Split { confirmed: value - provisional, provisional }),
            second: None,
            address: to(&key(row)),
        })
    };
    let chart = bars_by_day(
        t,
        &ByDay {
            id: format!("months-{}", edition.operation.code),
            title: t.say("workspace-trend"),
            days: edition.months.rows.iter().filter_map(bar).collect(),
            measure: said_in(t, measure),
            second: String::new(),
        },
    );
    let columns =
        vec![Column::named(t.code("axis", "month"), false), Column::named(t.code("measure-of", measure.code()), true)];
    let mut grid = Grid::new(t.say("workspace-trend"), columns);
    for row in &edition.months.rows {
        let key = key(row);
        grid.rows.push(vec![text(key_said(t, Axis::Month, &key, known)), cell(t, measure, row, to(&key))]);
    }
    joined(&[chart, grid.behind(t)])
}

fn routes(t: Speech, desk: &Desk<'_>, edition: &Edition<'_>) -> Safe {
    if edition.routes.is_empty() {
        return t.empty("workspace-no-routes", "workspace-no-routes-how");
    }
    let country = |code: &String| t.country(code);
    let flows = edition.routes.iter().map(|route| Flow {
        origin: country(&route.from),
        transit: route.via.first().map(country),
        destination: country(&route.to),
        value: route.incidents.into(),
    });
    let id = format!("flow-{}", edition.operation.code);
    let chart =
        flow(t, &Flows { id, title: t.say("workspace-routes"), flows: flows.collect(), measure: Said::count() });
    let columns = vec![
        Column::text(t, "report-from"),
        Column::text(t, "workspace-via"),
        Column::text(t, "report-to"),
        Column::number(t, "figure-incidents"),
    ];
    let mut grid = Grid::new(t.say("workspace-routes"), columns);
    for route in edition.routes {
        let via: Vec<String> = route.via.iter().map(country).collect();
        let via = if via.is_empty() { t.say("workspace-direct") } else { via.join(&t.say("figure-and")) };
        grid.rows.push(vec![
            text(country(&route.from)),
            text(via),
            text(country(&route.to)),
            figures::count(t, route.incidents),
        ]);
    }
    let told = edition.routes.iter().map(|route| route.incidents).sum::<i64>();
    let basis =
        t.say_with("workspace-routes-basis", &[("count", told.into()), ("all", edition.cells.sum.incidents.into())]);
    let basis = Safe::ours(format!("<p class=\"hint\">{}</p>", escape(&basis)));
    joined(&[chart, basis, way_map(t, desk, edition), grid.behind(t)])
}

/// The same ways as lines between countries, leg by leg.
fn way_map(t: Speech, desk: &Desk<'_>, edition: &Edition<'_>) -> Safe {
    let mut legs: BTreeMap<(&String, &String), i64> = BTreeMap::new();
    for route in edition.routes {
        let stops: Vec<&String> = std::iter::once(&route.from).chain(&route.via).chain([&route.to]).collect();
        for pair in stops.windows(2) {
            *legs.entry((pair[0], pair[1])).or_default() += route.incidents;
        }
    }
    let way = |((from, to), incidents): ((&String, &String), i64)| Way {
        title: format!("{} → {}: {}", t.country(from), t.country(to), t.int(incidents)),
        from: from.clone(),
        to: to.clone(),
        value: incidents.into(),
    };
    let label = |code: &str| {
        let country = Country::by_code(code)?;
        let name = country.names.say(t.lang()).to_owned();
        Some(CountryLabel { code: country.code.clone(), name, address: None })
    };
    let codes = desk.operation.participants();
    Choropleth {
        id: format!("ways-{}", edition.operation.code),
        title: t.say("workspace-routes"),
        countries: codes.iter().filter_map(|code| label(code.as_str())).collect(),
        ways: legs.into_iter().map(way).collect(),
        ..Choropleth::default()
    }
    .html(t)
}

fn concealments(t: Speech, edition: &Edition<'_>) -> Safe {
    let (counts, looked) = edition.concealments;
    let columns = vec![Column::text(t, "workspace-concealment"), Column::number(t, "figure-incidents")];
    let mut grid = Grid::new(t.say("workspace-concealment"), columns);
    for (code, count) in counts {
        let said = if code.is_empty() { t.say("figure-unknown") } else { t.code("concealment", code) };
        grid.rows.push(vec![text(said), figures::count(t, *count)]);
    }
    let basis = t.say_with(
        "workspace-concealment-basis",
        &[("count", (*looked).into()), ("all", edition.cells.sum.incidents.into())],
    );
    joined(&[grid.html(), Safe::ours(format!("<p class=\"hint\">{}</p>", escape(&basis)))])
}

fn methods(t: Speech, desk: &Desk<'_>, edition: &Edition<'_>) -> Safe {
    let list = format!("/operations/{}/incidents", query(&edition.operation.code));
    figures::grid(t, edition.detections, &t.say("workspace-methods"), &desk.known, &list).html()
}

fn detected(t: Speech, desk: &Desk<'_>) -> Safe {
    let to = format!("/operations/{}/detections", query(&desk.operation.code));
    let lead =
        facts(&[(t.say("workspace-detections"), link(&to, t.say_one("detection-count", "count", desk.detections)))]);
    if desk.first.is_empty() {
        return lead;
    }
    joined(&[lead, detection::matrix(t, desk.first), hint(t, "detection-first-legend")])
}

/// Rows by edition: what an edition did not have is a dash, and nothing is added across.
fn compared(t: Speech, desk: &Desk<'_>) -> Grid {
    let question = desk.question;
    let mut columns = vec![Column::named(t.code("axis", question.rows.code()), false)];
    columns.extend(desk.editions.iter().map(|one| Column::named(one.operation.names.say(t.lang()).to_owned(), true)));
    let all: BTreeSet<&str> = desk.editions.iter().flat_map(|edition| keys(edition.rows)).collect();
    let mut grid = Grid::new(t.say("workspace-compared"), columns);
    for key in all {
        let mut line = vec![text(key_said(t, question.rows, key, &desk.known))];
        for edition in desk.editions {
            let row = edition.rows.rows.iter().find(|row| row.keys.first().is_some_and(|own| own == key));
            let to = narrowed(&question.filter, question.rows, key)
                .map(|filter| inputs(edition.operation, &filter, question.measure));
            line.push(row.map_or_else(|| text("–"), |row| cell(t, question.measure, row, to)));
        }
        grid.rows.push(line);
    }
    grid.foot = vec![text(t.say("figure-total"))];
    for edition in desk.editions {
        let to = inputs(edition.operation, &question.filter, question.measure);
        grid.foot.push(cell(t, question.measure, &edition.cells.sum, Some(to)));
    }
    grid
}

/// The pivot of each edition as a table that leaves the house.
pub fn tables(t: Speech, desk: &Desk<'_>) -> Vec<Table> {
    desk.editions.iter().map(|edition| table(t, desk, edition)).collect()
}

fn table(t: Speech, desk: &Desk<'_>, edition: &Edition<'_>) -> Table {
    let (question, known) = (desk.question, &desk.known);
    let across: Vec<&str> =
        if question.columns.is_some() { keys(edition.columns).into_iter().collect() } else { Vec::new() };
    let number = |row: &TotalRow| {
        let (value, _) = figure(question.measure, row);
        match question.measure {
            Measure::Incidents => Cell::Int(row.incidents),
            measure => Cell::Decimal(value, scale(measure)),
        }
    };
    let mut columns = vec![t.code("axis", question.rows.code())];
    columns.extend(
        across.iter().map(|key| question.columns.map_or_else(String::new, |axis| key_said(t, axis, key, known))),
    );
    columns.push(t.say("figure-total"));
    let cells = cells(edition);
    let line = |row: &TotalRow| {
        let key = row.keys.first().map_or("", String::as_str);
        let mut line = vec![Cell::from(key_said(t, question.rows, key, known))];
        line.extend(across.iter().map(|column| cells.get(&(key, *column)).map_or(Cell::Empty, |row| number(row))));
        line.push(number(row));
        line
    };
    let mut rows: Vec<Vec<Cell>> = edition.rows.rows.iter().map(line).collect();
    let mut foot = vec![Cell::from(t.say("figure-total"))];
    foot.extend(across.iter().map(|column| {
        let found = edition.columns.rows.iter().find(|row| row.keys.first().is_some_and(|key| key == column));
        found.map_or(Cell::Empty, number)
    }));
    foot.push(number(&edition.cells.sum));
    rows.push(foot);
    let unit = said_in(t, question.measure).unit;
    Table {
        title: edition.operation.code.clone(),
        columns,
        rows,
        notes: vec![
            title(t, desk, edition),
            unit,
            filter::said(t, &question.filter, known),
            format!("{} {}", t.say("workspace-as-of"), edition.cells.as_of.iso()),
            address(desk.operation, question),
        ],
        drawing: None,
    }
}

/// What a blank question asks.
pub fn plain_question() -> Question {
    Question {
        rows: Axis::Substance,
        columns: Some(Axis::Country),
        measure: Measure::Incidents,
        editions: Vec::new(),
        filter: Filter::default(),
    }
}

/// The axis of a chip in words, for those who list saved views.
pub fn said(t: Speech, question: &Question) -> Safe {
    let columns = question.columns.map_or_else(String::new, |axis| format!(" × {}", t.code("axis", axis.code())));
    t.chip(
        Tone::Plain,
        format!(
            "{} · {}{columns}",
            t.code("measure-of", question.measure.code()),
            t.code("axis", question.rows.code())
        ),
    )
}

/// Pages of the workspace as they may look.
pub fn samples(t: Speech) -> Vec<super::Sample> {
    use super::{Sample, sample};
    let operation = sample::operation();
    let frame = Frame { title: t.say("workspace-title"), ..Frame::samples(t).remove(1) };
    let report = sample::report();
    let overview = &report.overview;
    let two = |totals: &Totals| {
        let mut both = totals.clone();
        both.by = vec![By::Substance, By::Country];
        both.rows.iter_mut().for_each(|row| row.keys.push("KZ".to_owned()));
        both
    };
    let cells = two(&overview.by_substance);
    let columns = Totals { rows: vec![TotalRow { keys: vec!["KZ".to_owned()], ..cells.sum.clone() }], ..cells.clone() };
    let months =
        Totals { rows: vec![TotalRow { keys: vec!["2021-10".to_owned()], ..cells.sum.clone() }], ..cells.clone() };
    let detections = Totals { by: vec![By::Detection], rows: Vec::new(), ..cells.clone() };
    let ways = [
        Route { from: "AF".to_owned(), via: vec!["TJ".to_owned()], to: "KZ".to_owned(), incidents: 3 },
        Route { from: "CN".to_owned(), via: Vec::new(), to: "KZ".to_owned(), incidents: 1 },
    ];
    let hidden = (vec![("vehicle".to_owned(), 3), (String::new(), 1)], 4);
    let edition = Edition {
        operation: &operation,
        cells: &cells,
        rows: &overview.by_substance,
        columns: &columns,
        months: &months,
        detections: &detections,
        routes: &ways,
        concealments: &hidden,
    };
    let nothing = Totals { rows: Vec::new(), sum: TotalRow::default(), ..cells.clone() };
    let empty =
        Edition { cells: &nothing, rows: &nothing, columns: &nothing, months: &nothing, routes: &[], ..edition };
    let earlier = Operation { code: "REFLEX-2019".to_owned(), ..operation.clone() };
    let other = Edition { operation: &earlier, ..edition };
    let (question, mass) = (plain_question(), Question { measure: Measure::Mass, columns: None, ..plain_question() });
    let offered = [operation.clone(), earlier.clone()];
    let problems =
        Problems(vec![model::problem::Problem::new("rows", "code-unknown").with("text", "<script>alert(1)")]);
    let none = Problems::none();
    let first = BTreeMap::new();
    let desk = |editions, question, problems| Desk {
        operation: &operation,
        offered: &offered,
        editions,
        question,
        problems,
        known: Known::default(),
        first: &first,
        detections: 2,
        may_save: false,
    };
    vec![
        Sample::of("workspace", &page(&frame, desk(&[edition], &question, &none))),
        Sample::of("workspace-editions", &page(&frame, desk(&[edition, other], &mass, &none))),
        Sample::of("workspace-empty", &page(&frame, desk(&[empty], &question, &problems))),
    ]
}
