//! The report of an operation: on a page, on paper, and as a document of its own.
//!
//! Refuses: a figure whose inputs are not listed. The page lists them in parts; the document, the workbook and the JSON
//! list them all.

use super::figures::{self, Known, count};
use super::grid::{Column, Grid, link, link_around, text};
use super::overview::{Sight, sentence, strip};
use super::{Sample, filter, sample};
use crate::chart::{Flow, Flows, Measure, flow};
use crate::frame::Frame;
use crate::html::{Safe, ltr};
use crate::words::Speech;
use askama::Template;
use model::catalogue::conversion::{ConversionRow, ConversionTable};
use model::problem::Problems;
use model::report::Report;
use model::total::{By, Input, Totals};

/// Inputs on one page.
pub const INPUTS: u32 = 50;
/// Rows of a table that a page shows unasked; paper shows them all.
const ROWS: usize = 12;

/// One part of a report.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its place in the address: `#part-routes`.
    pub id: &'static str,
    /// What it tells.
    pub title: String,
    /// Drawing, then table.
    pub body: Vec<Safe>,
}

/// What a report says, in one language; the page and the document share it.
#[derive(Debug, Clone)]
pub struct Told {
    /// `437 incidents from 9 of 10 participants`.
    pub sentence: String,
    /// What was asked for; empty where everything was.
    pub asked: String,
    /// The figures that are never added to each other.
    pub tiles: Vec<Safe>,
    /// The calendar as a strip.
    pub strip: Safe,
    /// The parts, in reading order.
    pub parts: Vec<Part>,
}

impl Told {
    /// Everything but the inputs. `address` is the operation's; empty for paper, which has no links.
    pub fn of(t: Speech, report: &Report, address: &str) -> Self {
        let overview = &report.overview;
        let known = Known { participants: &overview.participants, agencies: &[] };
        let list = if address.is_empty() { String::new() } else { format!("{address}/incidents") };
        let page = if address.is_empty() { String::new() } else { format!("{address}/report") };
        let table = |totals: &Totals, key: &str| shown(t, &figures::grid(t, totals, &t.say(key), &known, &list), &page);
        let part = |id, key: &str, body: Vec<Safe>| Part { id, title: t.say(key), body };
        let days = overview.operation.active_days().filter(|(from, to)| to.since(*from) <= 120);
        let days_key = figures::days_key(&overview.by_day);
        let bars = |id: &str, totals: &Totals, key: &str| figures::mass_bars(t, id, totals, &t.say(key), &known, &list);
        // Most parts are one set of figures: drawn, then told.
        let drawn = |id, key: &str, chart: &str, totals: &Totals| {
            part(id, key, vec![bars(chart, totals, key), table(totals, key)])
        };
        let parts = vec![
            part("part-participants", "report-participants", vec![participants(t, report)]),
            part("part-calendar", "report-calendar", vec![calendar(t, report)]),
            part(
                "part-equivalent",
                "figure-equivalent-title",
                vec![
                    figures::equivalent(t, &overview.sum, !address.is_empty()),
                    conversion(t, &overview.sum.conversion),
                ],
            ),
            drawn("part-groups", "overview-groups", "by-group", &overview.by_group),
            drawn("part-substances", "overview-substances", "by-substance", &overview.by_substance),
            drawn("part-countries", "report-countries", "by-country", &report.by_country),
            part(
                "part-regions",
                "overview-map",
                vec![
                    figures::region_map(t, "by-region", &overview.by_region, &overview.participants, &page),
                    table(&overview.by_region, "overview-map"),
                ],
            ),
            drawn("part-settings", "report-settings", "by-setting", &report.by_setting),
            part("part-routes", "report-routes", vec![routes(t, report), route_table(t, report, &page)]),
            part(
                "part-days",
                days_key,
                vec![
                    figures::day_bars(t, "by-day", &overview.by_day, days, &t.say(days_key), &list),
                    table(&overview.by_day, days_key),
                ],
            ),
            part("part-first-seen", "report-first-seen", vec![first_seen(t, report, !address.is_empty())]),
        ];
        Self {
            sentence: sentence(t, overview),
            asked: filter::said(t, &overview.sum.filter, &known),
            tiles: figures::tiles(t, &overview.sum, &list),
            strip: strip(t, &overview.operation),
            parts,
        }
    }
}

/// A table as it stands under its drawing: whole on paper and where it is short, else behind its name.
fn shown(t: Speech, grid: &Grid, page: &str) -> Safe {
    if page.is_empty() || grid.rows.len() <= ROWS { grid.html() } else { grid.behind(t) }
}

/// The report page.
#[derive(Debug, Template)]
#[template(path = "report/show.html")]
pub struct ReportPage<'a> {
    frame: &'a Frame,
    summary: Safe,
    told: Told,
    as_of: Safe,
    filter: Safe,
    chosen: Safe,
    inputs: Safe,
    inputs_sentence: String,
    pager: Safe,
    downloads: Vec<(String, String)>,
}

impl<'a> ReportPage<'a> {
    /// The page; its report holds the [`INPUTS`] that begin after `skip` of them.
    pub fn new(frame: &'a Frame, report: &Report, sight: Sight<'a>, skip: u32) -> Self {
        let t = frame.t;
        let asked = &report.overview.sum.filter;
        let known = Known { participants: &report.overview.participants, agencies: sight.agencies };
        let path = format!("{}/report", sight.address);
        let shown: Vec<&Input> = report.inputs.iter().collect();
        let all = u32::try_from(report.overview.sum.sum.incidents).unwrap_or(u32::MAX);
        // Documents of other kinds take their place in this list.
        let downloads = ["html", "xlsx", "json"]
            .map(|form| (filter::address(&format!("{path}.{form}"), asked), t.code("report-download", form)));
        Self {
            summary: sight.summary(t),
            told: Told::of(t, report, sight.address),
            as_of: t.utc(report.overview.sum.as_of),
            filter: filter::form(t, &path, asked, &known),
            chosen: filter::chips(t, &path, asked, &known),
            inputs_sentence: inputs_sentence(t, skip.min(all), shown.len(), all),
            pager: pager(t, &filter::address(&path, asked), skip.min(all), all),
            inputs: inputs(t, &shown, true),
            downloads: downloads.to_vec(),
            frame,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

fn pager(t: Speech, path: &str, skip: u32, all: u32) -> Safe {
    let to = |skip: u32| format!("{}#inputs", crate::html::with_query(path, "skip", &skip.to_string()));
    let previous = (skip > 0).then(|| to(skip.saturating_sub(INPUTS)));
    let next = (skip.saturating_add(INPUTS) < all).then(|| to(skip + INPUTS));
    crate::part::pager(t, previous.as_deref(), next.as_deref())
}

fn inputs_sentence(t: Speech, skip: u32, shown: usize, all: u32) -> String {
    let from = skip as usize + usize::from(shown > 0);
    let to = skip as usize + shown;
    t.say_with("report-inputs-sentence", &[("from", from.into()), ("to", to.into()), ("all", all.into())])
}

/// The records behind the figures, in their revisions.
pub(crate) fn inputs(t: Speech, all: &[&Input], linked: bool) -> Safe {
    if all.is_empty() {
        return t.empty("report-no-inputs", "report-no-inputs-how");
    }
    let columns = vec![Column::text(t, "report-record"), Column::number(t, "report-revision")];
    let mut grid = Grid::new(t.say("report-inputs"), columns);
    for input in all {
        let id = ltr(&input.record.to_string());
        let cell = if linked { link_around(&format!("/incidents/{}", input.record), &id) } else { id };
        grid.rows.push(vec![cell, text(t.int(input.revision))]);
    }
    grid.html()
}

fn participants(t: Speech, report: &Report) -> Safe {
    let overview = &report.overview;
    let known = Known { participants: &overview.participants, agencies: &[] };
    let mut columns = vec![
        Column::text(t, "overview-participant"),
        Column::text(t, "report-role"),
        Column::number(t, "figure-incidents"),
    ];
    columns.extend(figures::sum_columns(t));
    let mut grid = Grid::new(t.say("report-participants"), columns);
    for part in &overview.operation.participations {
        let code = part.participant.as_str();
        let row = overview.by_participant.rows.iter().find(|row| row.keys.first().is_some_and(|key| key == code));
        let row = row.cloned().unwrap_or_default();
        let mut cells = vec![
            text(figures::say(t, By::Participant, code, &known)),
            text(t.code("participation-role", part.role.code())),
        ];
        cells.push(count(t, row.incidents));
        cells.extend(figures::sum_cells(t, &row));
        grid.rows.push(cells);
    }
    if grid.rows.is_empty() { t.empty("overview-no-participants", "overview-no-participants-how") } else { grid.html() }
}

/// Planned and actual days of the stages.
pub(crate) fn calendar(t: Speech, report: &Report) -> Safe {
    let columns = ["stage-name", "stage-planned", "stage-opened", "stage-closed"].map(|key| Column::text(t, key));
    let mut grid = Grid::new(t.say("report-calendar"), columns.to_vec());
    for stage in &report.overview.operation.stages {
        let day = |moment: Option<model::time::Moment>| moment.map_or_else(|| text("–"), |moment| t.date(moment.day()));
        let name = t.code("frame-stage", stage.kind.code());
        grid.rows.push(vec![text(name), text(t.period(stage.from, stage.to)), day(stage.opened), day(stage.closed)]);
    }
    if grid.rows.is_empty() { t.empty("stage-none", "stage-none-how") } else { grid.html() }
}

fn routes(t: Speech, report: &Report) -> Safe {
    let country = |code: &str| figures::say(t, By::Country, code, &Known::default());
    let flows = report.flows.iter().map(|one| Flow {
        origin: country(&one.from),
        transit: None,
        destination: country(&one.to),
        value: one.incidents.into(),
    });
    flow(
        t,
        &Flows {
            id: "route-flow".to_owned(),
            title: t.say("report-routes"),
            flows: flows.collect(),
            measure: Measure::count(),
        },
    )
}

fn route_table(t: Speech, report: &Report, page: &str) -> Safe {
    if report.flows.is_empty() {
        return Safe::default();
    }
    let columns =
        vec![Column::text(t, "report-from"), Column::text(t, "report-to"), Column::number(t, "figure-incidents")];
    let mut grid = Grid::new(t.say("report-routes"), columns);
    let country = |code: &str| text(figures::say(t, By::Country, code, &Known::default()));
    grid.rows =
        report.flows.iter().map(|one| vec![country(&one.from), country(&one.to), count(t, one.incidents)]).collect();
    shown(t, &grid, page)
}

fn first_seen(t: Speech, report: &Report, linked: bool) -> Safe {
    if report.first_seen.is_empty() {
        return t.empty("report-no-first-seen", "report-no-first-seen-how");
    }
    let columns = ["by-substance", "overview-when", "by-country"].map(|key| Column::text(t, key));
    let mut grid = Grid::new(t.say("report-first-seen"), columns.to_vec());
    for seen in &report.first_seen {
        let name = figures::say(t, By::Substance, &seen.substance, &Known::default());
        let name = if linked { link(&format!("/incidents/{}", seen.record), name) } else { text(name) };
        grid.rows.push(vec![
            name,
            t.date(seen.day),
            text(figures::say(t, By::Country, &seen.country, &Known::default())),
        ]);
    }
    grid.html()
}

/// The conversion table, printed beside the figure it made.
pub(crate) fn conversion(t: Speech, version: &str) -> Safe {
    let Some(table) = ConversionTable::by_version(version) else { return Safe::default() };
    conversion_grid(t, table).html()
}

/// A version of the conversion table, row by row, each with its origin.
pub(crate) fn conversion_grid(t: Speech, table: &ConversionTable) -> Grid {
    let columns = vec![
        Column::text(t, "catalogue-of"),
        Column::text(t, "catalogue-unit"),
        Column::number(t, "catalogue-factor"),
        Column::text(t, "catalogue-source"),
    ];
    let mut grid = Grid::new(t.say_one("catalogue-conversion-title", "version", table.version.as_str()), columns);
    grid.rows = table.rows.iter().map(|row| conversion_row(t, row)).collect();
    grid
}

fn conversion_row(t: Speech, row: &ConversionRow) -> Vec<Safe> {
    let known = Known::default();
    let of = match (&row.substance, &row.group) {
        (Some(key), _) => figures::say(t, By::Substance, key, &known),
        (None, Some(group)) => t.code("group", group),
        (None, None) => t.say("catalogue-of-any"),
    };
    let unit =
        row.unit.as_ref().map_or_else(|| t.code("dimension", row.dimension.code()), |unit| figures::unit(t, unit));
    vec![text(of), text(unit), text(factor(t, row)), text(&row.origin)]
}

/// What one of the unit weighs, exact: `300 mg`.
pub(crate) fn factor(t: Speech, row: &ConversionRow) -> String {
    // One litre is a million base units, one piece or square metre a thousand.
    let one: i128 = if row.dimension == model::catalogue::unit::Dimension::Volume { 1_000_000 } else { 1_000 };
    let micrograms = i128::from(row.micrograms) * one / i128::from(row.per.max(1));
    let (scale, unit) = if micrograms >= 1_000_000_000 { (9, "unit-kg") } else { (3, "unit-mg") };
    t.say_with("unit-named", &[("value", t.decimal(micrograms, scale).into()), ("unit", t.say(unit).into())])
}

/// Report pages as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let mut frame = Frame::samples(t).remove(0);
    frame.title = t.say("frame-room-report");
    let agencies = sample::agencies();
    let none = Problems::none();
    let sight = Sight { address: "/operations/REFLEX-2021", agencies: &agencies, may_submit: false, problems: &none };
    let mut report = sample::report();
    report.inputs.truncate(INPUTS as usize);
    vec![
        Sample::of("report", &ReportPage::new(&frame, &report, sight, 0)),
        Sample::of("report-inputs", &ReportPage::new(&frame, &report, sight, 400)),
        Sample::of("report-empty", &ReportPage::new(&frame, &sample::report_empty(), sight, 0)),
    ]
}
