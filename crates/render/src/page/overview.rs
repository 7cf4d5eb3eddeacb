//! The operations page: where the operation stands, how much, where, when, of what, by whom, and what came last.
//!
//! Refuses: a figure without unit, basis, time and inputs, and a drawing without the table behind it.

use super::figures::{self, Known, amount, count};
use super::grid::{Column, Grid, link, link_around, text};
use super::incident_words::place;
use super::{Sample, filter, sample};
use crate::chart::{StageSpan, StageState, stages};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, ltr};
use crate::part::{self, Tone, Watch};
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::catalogue::unit::Dimension;
use model::listing::{Filter, IncidentRow};
use model::operation::Operation;
use model::participant::ParticipationRole;
use model::problem::{Problem, Problems};
use model::report::{Overview, Share};
use model::stage::StageKind;
use model::time::{Day, Moment};
use model::total::{TotalRow, Totals};

/// What the server knows beside the figures.
#[derive(Debug, Clone, Copy)]
pub struct Sight<'a> {
    /// Address of the operation: `/operations/REFLEX-2021`.
    pub address: &'a str,
    /// The agencies, for their names.
    pub agencies: &'a [Agency],
    /// Whether the reader may report an incident now.
    pub may_submit: bool,
    /// What of the filter could not be read; the figures are those of the rest.
    pub problems: &'a Problems,
}

impl Sight<'_> {
    /// The summary of what could not be read; nothing when all could.
    pub(crate) fn summary(&self, t: Speech) -> Safe {
        Form::new(t, &Typed::nothing(), self.problems).summary()
    }
}

/// The operations page.
#[derive(Debug, Template)]
#[template(path = "overview/show.html")]
pub struct OverviewPage<'a> {
    frame: &'a Frame,
    summary: Safe,
    sentence: String,
    address: &'a str,
    may_submit: bool,
    live: Safe,
    as_of: Safe,
    strip: Safe,
    filter: Safe,
    chosen: Safe,
    tiles: Vec<Safe>,
    equivalent: Safe,
    map: Safe,
    region_table: Safe,
    days_title: String,
    days: Safe,
    day_table: Safe,
    groups: Safe,
    group_table: Safe,
    substances: Safe,
    substance_table: Safe,
    participants: Safe,
    latest: Safe,
}

impl<'a> OverviewPage<'a> {
    /// The page of these figures.
    pub fn new(frame: &'a Frame, overview: &Overview, sight: Sight<'a>) -> Self {
        let t = frame.t;
        let known = Known { participants: &overview.participants, agencies: sight.agencies };
        let list = format!("{}/incidents", sight.address);
        let asked = &overview.sum.filter;
        let grid = |totals, key: &str| figures::grid(t, totals, &t.say(key), &known, &list).behind(t);
        let days = drawn_days(&overview.operation, asked, frame.now);
        let days_key = figures::days_key(&overview.by_day);
        Self {
            frame,
            summary: sight.summary(t),
            sentence: sentence(t, overview),
            address: sight.address,
            may_submit: sight.may_submit,
            live: live(frame, overview, sight.address),
            as_of: t.moment(overview.sum.as_of, frame.offset),
            strip: strip(t, &overview.operation),
            filter: filter::form(t, sight.address, asked, &known),
            chosen: filter::chips(t, sight.address, asked, &known),
            tiles: figures::tiles(t, &overview.sum, &list),
            equivalent: figures::equivalent(t, &overview.sum, true),
            map: region_map(t, overview, sight.address),
            region_table: grid(&overview.by_region, "overview-map"),
            days_title: t.say(days_key),
            days: figures::day_bars(t, "days", &overview.by_day, days, &t.say(days_key), &list),
            day_table: grid(&overview.by_day, days_key),
            groups: figures::mass_bars(t, "groups", &overview.by_group, &t.say("overview-groups"), &known, &list),
            group_table: grid(&overview.by_group, "overview-groups"),
            substances: figures::mass_bars(
                t,
                "substances",
                &overview.by_substance,
                &t.say("overview-substances"),
                &known,
                &list,
            ),
            substance_table: grid(&overview.by_substance, "overview-substances"),
            participants: participants(t, overview, sight.address, frame.now),
            latest: latest(t, &overview.latest),
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

/// Watches from the last event in the figures; what changes is put in place by itself.
fn live(frame: &Frame, overview: &Overview, address: &str) -> Safe {
    let Totals { event, as_of, .. } = &overview.sum;
    part::live(
        frame,
        Watch { operation: address, event, as_of: *as_of, parts: "sentence calendar figures", by_itself: true },
    )
}

/// `437 incidents from 9 of 10 participants`: of those who work, the ones with incidents among what was asked for.
pub(crate) fn sentence(t: Speech, overview: &Overview) -> String {
    let working: Vec<&str> = working(&overview.operation).map(|part| part.participant.as_str()).collect();
    let is_working = |row: &&TotalRow| row.keys.first().is_some_and(|key| working.contains(&key.as_str()));
    let from = overview.by_participant.rows.iter().filter(|row| row.incidents > 0).filter(is_working);
    t.say_with(
        "overview-sentence",
        &[
            ("incidents", t.say_one("figure-incidents-counted", "count", overview.sum.sum.incidents).into()),
            ("from", from.count().into()),
            ("of", working.len().into()),
        ],
    )
}

/// Those who work and report, not those who look on.
fn working(operation: &Operation) -> impl Iterator<Item = &model::participant::Participation> {
    operation.participations.iter().filter(|part| part.role == ParticipationRole::Participant)
}

/// The calendar as a strip: actual days where known, else planned.
pub(crate) fn strip(t: Speech, operation: &Operation) -> Safe {
    let spans: Vec<StageSpan> = operation
        .stages
        .iter()
        .map(|stage| StageSpan {
            code: stage.kind.to_string(),
            from: Some(stage.opened.map_or(stage.from, Moment::day)),
            to: (stage.kind != StageKind::Closed).then(|| stage.closed.map_or(stage.to, Moment::day)),
            state: match (stage.opened, stage.closed) {
                (_, Some(_)) => StageState::Done,
                (Some(_), None) => StageState::Now,
                (None, None) => StageState::Next,
            },
        })
        .collect();
    // A stage that was opened early or late does not run backwards in the strip.
    let spans: Vec<StageSpan> =
        spans.into_iter().map(|span| StageSpan { to: span.to.max(span.from), ..span }).collect();
    stages(t, &spans)
}

/// From the first day that can be told to the last one that has come.
fn drawn_days(operation: &Operation, asked: &Filter, now: Moment) -> Option<(Day, Day)> {
    let (from, to) = operation.active_days()?;
    let (from, to) = (asked.from.unwrap_or(from), asked.to.unwrap_or(to));
    let to = to.min(now.day());
    (from <= to).then_some((from, to))
}

/// Where: the regions, darker where more was seized; each leads to the page of that region.
fn region_map(t: Speech, overview: &Overview, address: &str) -> Safe {
    figures::region_map(t, "map", &overview.by_region, &overview.participants, address)
}

/// Who has reported and who has not.
fn participants(t: Speech, overview: &Overview, address: &str, now: Moment) -> Safe {
    let mut columns = vec![
        Column::text(t, "overview-participant"),
        Column::text(t, "overview-reported"),
        Column::text(t, "overview-last"),
        Column::number(t, "figure-incidents"),
    ];
    columns.extend(["figure-kg", "figure-litres", "figure-units"].map(|key| Column::number(t, key)));
    let mut grid = Grid::new(t.say("overview-participants"), columns);
    let active = overview.operation.stage(StageKind::Active).is_some_and(model::stage::Stage::is_open);
    for part in working(&overview.operation) {
        let code = part.participant.as_str();
        let share = overview.shares.iter().find(|share| share.participant == part.participant);
        let row = overview.by_participant.rows.iter().find(|row| row.keys.first().is_some_and(|key| key == code));
        let known = Known { participants: &overview.participants, agencies: &[] };
        let name = figures::say(t, model::total::By::Participant, code, &known);
        let to = filter::narrowed(address, &overview.sum.filter, "participants", code);
        let mut cells = vec![link(&to, name), reported(t, share, active, now), last(t, share, now)];
        let nothing = TotalRow::default();
        let row = row.unwrap_or(&nothing);
        cells.push(count(t, row.incidents));
        cells.push(amount(t, row.in_scope.mass, figures::KG));
        cells.push(amount(t, row.in_scope.volume, figures::LITRE));
        cells.push(amount(t, row.in_scope.count, figures::PIECE));
        grid.rows.push(cells);
    }
    if grid.rows.is_empty() { t.empty("overview-no-participants", "overview-no-participants-how") } else { grid.html() }
}

/// While the active stage is open, silence of a day is told; later only silence altogether.
fn reported(t: Speech, share: Option<&Share>, active: bool, now: Moment) -> Safe {
    let last = share.and_then(|share| share.last);
    let fresh = last.is_some_and(|last| now.0 - last.0 <= 86_400_000_000);
    let (class, key) = match (last, fresh || !active) {
        (Some(_), true) => ("ok", "overview-has-reported"),
        (Some(_), false) => ("late", "overview-silent"),
        (None, _) => ("late", "overview-missing"),
    };
    Safe::ours(format!("<span class=\"{class}\">{}</span>", escape(&t.say(key))))
}

fn last(t: Speech, share: Option<&Share>, now: Moment) -> Safe {
    share.and_then(|share| share.last).map_or_else(|| text("–"), |last| t.ago(last, now))
}

/// The latest incidents, one line each.
pub(crate) fn latest(t: Speech, rows: &[IncidentRow]) -> Safe {
    if rows.is_empty() {
        return t.empty("overview-no-incidents", "overview-no-incidents-how");
    }
    let columns =
        ["overview-what", "overview-when", "overview-where", "overview-how-much", "overview-found", "overview-marking"];
    let mut grid = Grid::new(t.say("overview-latest"), columns.map(|key| Column::text(t, key)).to_vec());
    grid.rows = rows.iter().map(|row| incident(t, row)).collect();
    grid.html()
}

fn incident(t: Speech, row: &IncidentRow) -> Vec<Safe> {
    let what = row.substance.as_deref().and_then(model::catalogue::Substance::by_key);
    let what = what.map_or(row.written.as_str(), |substance| substance.names.say(t.lang()));
    let what = if what.is_empty() { t.code("incident-kind", row.kind.code()) } else { what.to_owned() };
    let mut head = link_around(&format!("/incidents/{}", row.id), &crate::html::isolate(&what)).to_string();
    for (holds, key, tone) in [
        (row.provisional, "chart-provisional", Tone::Plain),
        (row.held, "overview-held", Tone::Warn),
        (row.late, "overview-late", Tone::Plain),
    ] {
        if holds {
            head = format!("{head} {}", t.chip(tone, t.say(key)));
        }
    }
    let when = row
        .minute
        .map_or_else(Safe::default, |minute| ltr(&t.digits(&format!(" {:02}:{:02}", minute / 60, minute % 60))));
    let found = row.detection.map_or_else(|| "–".to_owned(), |detection| t.code("detection", detection.code()));
    let marking = format!("{} {}", t.tlp(row.audience.code()), t.chip(Tone::Plain, row.handling.code().to_uppercase()));
    vec![
        Safe::ours(head),
        Safe::ours(format!("{} {when}", t.date(row.day))),
        place(t, &row.place, row.region.as_deref(), &row.country),
        how_much(t, row),
        text(found),
        Safe::ours(marking),
    ]
}

fn how_much(t: Speech, row: &IncidentRow) -> Safe {
    let one = |amount: &model::listing::Amount| {
        let (scale, unit) = match amount.dimension {
            Dimension::Mass => (figures::KG, "unit-kg"),
            Dimension::Volume => (figures::LITRE, "unit-l"),
            Dimension::Count => (figures::PIECE, "unit-unit"),
            Dimension::Area => (figures::PIECE, "unit-m2"),
        };
        let value = t.decimal(amount.amount, scale);
        escape(&t.say_with("unit-named", &[("value", value.into()), ("unit", t.say(unit).into())]))
    };
    let said: Vec<String> = row.amounts.iter().map(one).collect();
    Safe::ours(if said.is_empty() { escape(&t.say("figure-not-quantified")) } else { said.join("<br>") })
}

/// Operations pages as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let mut frame = Frame::samples(t).remove(0);
    frame.title = t.say("frame-room-overview");
    let agencies = sample::agencies();
    let none = Problems::none();
    let found = Problems(vec![Problem::new("from", "date-unreadable").with("text", sample::HOSTILE)]);
    let sight = Sight { address: "/operations/REFLEX-2021", agencies: &agencies, may_submit: true, problems: &none };
    let reader = Sight { may_submit: false, problems: &found, ..sight };
    let (full, empty) = (sample::overview(), sample::overview_empty());
    vec![
        Sample::of("overview", &OverviewPage::new(&frame, &full, sight)),
        Sample::of("overview-empty", &OverviewPage::new(&frame, &empty, reader)),
    ]
}
