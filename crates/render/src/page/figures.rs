//! Figures in words: names of what they are told apart by, tables and drawings of totals.
//!
//! Refuses: a sum of unlike units, and a zero where nothing is known. Masses, volumes, pieces and areas stand in columns
//! of their own; what no table converts is counted beside the equivalent.

use super::filter::narrowed;
use super::grid::{Column, Grid, link, text};
use crate::chart::{Bar, Bars, ByDay, DayBar, Measure, Split, bars_by_day, bars_horizontal};
use crate::html::{Safe, isolate, ltr};
use crate::map::{Choropleth, CountryLabel, RegionFigure};
use crate::part::Tile;
use crate::words::Speech;
use model::agency::Agency;
use model::catalogue::{Country, Place, Region, Substance};
use model::listing::Filter;
use model::participant::Participant;
use model::time::Day;
use model::total::{By, Sums, TotalRow, Totals};

/// Micrograms to kilograms.
pub const KG: u8 = 9;
/// Microlitres to litres.
pub const LITRE: u8 = 6;
/// Thousandths to pieces or square metres.
pub const PIECE: u8 = 3;

/// Whose names are known beyond the catalogue.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// Participants.
    pub participants: &'a [Participant],
    /// Agencies.
    pub agencies: &'a [Agency],
}

/// A key of figures in words; "not known" where it is blank.
pub fn say(t: Speech, by: By, key: &str, known: &Known<'_>) -> String {
    if key.is_empty() {
        return t.say("figure-unknown");
    }
    let named = match by {
        By::Country => Country::by_code(key).map(|one| one.names.say(t.lang())),
        By::Region => Region::by_code(key).map(|one| one.names.say(t.lang())),
        By::Substance => Substance::by_key(key).map(|one| one.names.say(t.lang())),
        By::Place => Place::all().iter().find(|one| one.key == key).map(|one| one.names.say(t.lang())),
        By::Participant => {
            known.participants.iter().find(|one| one.code.as_str() == key).map(|one| one.names.say(t.lang()))
        }
        By::Agency => known.agencies.iter().find(|one| one.id.to_string() == key).map(|one| one.names.say(t.lang())),
        By::Day => return key.parse::<Day>().map_or_else(|_| key.to_owned(), |day| t.day_text(day)),
        By::Year | By::Month => return t.digits(key),
        By::Unit => return unit(t, key),
        By::Group | By::Setting | By::Conveyance | By::Detection | By::Kind | By::State | By::Scope | By::Status => {
            return t.code(noun(by), key);
        }
    };
    named.filter(|name| !name.is_empty()).unwrap_or(key).to_owned()
}

/// A unit in words.
pub fn unit(t: Speech, code: &str) -> String {
    t.code("unit", &code.replace('_', "-"))
}

/// The first part of the message key of a code.
const fn noun(by: By) -> &'static str {
    match by {
        By::Group => "group",
        By::Setting => "setting",
        By::Conveyance => "conveyance",
        By::Detection => "detection",
        By::Kind => "incident-kind",
        By::State => "state",
        By::Scope => "scope",
        _ => "status",
    }
}

/// The name in an address under which figures told apart by `by` are narrowed to one key; empty where there is none.
pub const fn narrows(by: By) -> &'static str {
    match by {
        By::Country => "countries",
        By::Participant => "participants",
        By::Agency => "agencies",
        By::Substance => "substances",
        By::Group => "groups",
        By::Region => "regions",
        By::Place => "places",
        By::Setting => "settings",
        By::Conveyance => "conveyances",
        By::Detection => "detections",
        By::Kind => "kinds",
        By::State => "states",
        _ => "",
    }
}

/// An amount in a table: a dash where nothing of that dimension was found.
pub fn amount(t: Speech, base: i128, scale: u8) -> Safe {
    if base == 0 { text("–") } else { text(t.decimal(base, scale)) }
}

/// A count in a table.
pub fn count(t: Speech, number: i64) -> Safe {
    if number == 0 { text("–") } else { text(t.int(number)) }
}

/// A key as the first cell of its row, leading to the incidents behind it where `list` is their address.
fn key_cell(t: Speech, by: By, row: &TotalRow, known: &Known<'_>, (list, filter): (&str, &Filter)) -> Safe {
    let key = row.keys.first().map_or("", String::as_str);
    let said = say(t, by, key, known);
    if list.is_empty() || key.is_empty() {
        return text(said);
    }
    if by == By::Day {
        let day = Filter { from: key.parse().ok(), to: key.parse().ok(), ..filter.clone() };
        return link(&super::filter::address(list, &day), said);
    }
    match narrows(by) {
        "" => text(said),
        name => link(&narrowed(list, filter, name, key), said),
    }
}

/// The sums of a row as cells: mass, of it provisional, volume, pieces, area, equivalent.
pub fn sum_cells(t: Speech, row: &TotalRow) -> Vec<Safe> {
    let sums = &row.in_scope;
    vec![
        amount(t, sums.mass, KG),
        amount(t, row.provisional.mass, KG),
        amount(t, sums.volume, LITRE),
        amount(t, sums.count, PIECE),
        amount(t, sums.area, PIECE),
        amount(t, row.equivalent, KG),
    ]
}

/// The heads over [`sum_cells`].
pub fn sum_columns(t: Speech) -> Vec<Column> {
    ["figure-kg", "figure-kg-provisional", "figure-litres", "figure-units", "figure-area", "figure-equivalent"]
        .map(|key| Column::number(t, key))
        .to_vec()
}

/// Totals as a table, with their sum. `list` is the address of the incidents behind them; empty for paper.
pub fn grid(t: Speech, totals: &Totals, title: &str, known: &Known<'_>, list: &str) -> Grid {
    let by = totals.by.first().copied().unwrap_or(By::Country);
    let mut columns = vec![Column::named(t.code("by", by.code()), false), Column::number(t, "figure-incidents")];
    columns.extend(sum_columns(t));
    let mut grid = Grid::new(title.to_owned(), columns);
    for row in &totals.rows {
        let mut cells = vec![key_cell(t, by, row, known, (list, &totals.filter)), count(t, row.incidents)];
        cells.extend(sum_cells(t, row));
        grid.rows.push(cells);
    }
    if !totals.rows.is_empty() {
        grid.foot = vec![text(t.say("figure-total")), count(t, totals.sum.incidents)];
        grid.foot.extend(sum_cells(t, &totals.sum));
    }
    grid
}

/// Mass in scope as confirmed and provisional parts.
pub const fn mass(row: &TotalRow) -> Split {
    Split { confirmed: row.in_scope.mass - row.provisional.mass, provisional: row.provisional.mass }
}

/// Masses are said in kilograms, rounded on labels only.
pub fn in_kg(t: Speech) -> Measure {
    Measure { scale: KG, places: 2, unit: t.say("unit-kg") }
}

/// Mass in scope as bars.
pub fn mass_bars(t: Speech, id: &str, totals: &Totals, title: &str, known: &Known<'_>, list: &str) -> Safe {
    let by = totals.by.first().copied().unwrap_or(By::Group);
    let bar = |row: &TotalRow| {
        let key = row.keys.first().map_or("", String::as_str);
        let to = (!list.is_empty() && !key.is_empty()).then(|| narrowed(list, &totals.filter, narrows(by), key));
        Bar { label: say(t, by, key, known), figure: mass(row), address: to }
    };
    bars_horizontal(
        t,
        &Bars {
            id: id.to_owned(),
            title: title.to_owned(),
            rows: totals.rows.iter().map(bar).collect(),
            measure: in_kg(t),
            one_colour: !matches!(by, By::Group | By::Substance),
        },
    )
}

/// The key of what [`day_bars`] shows.
pub fn days_key(totals: &Totals) -> &'static str {
    if totals.by.first() == Some(&By::Month) { "overview-months" } else { "overview-days" }
}

/// Incidents by event day within `days`; by month where that is how they are told apart.
pub fn day_bars(t: Speech, id: &str, totals: &Totals, days: Option<(Day, Day)>, title: &str, list: &str) -> Safe {
    let by_month = totals.by.first() == Some(&By::Month);
    let key_day = |row: &TotalRow| {
        let key = row.keys.first()?;
        if by_month { format!("{key}-01").parse::<Day>().ok() } else { key.parse::<Day>().ok() }
    };
    let figures: Vec<(Day, i64)> = totals.rows.iter().filter_map(|row| Some((key_day(row)?, row.incidents))).collect();
    let bar = |day: Day, incidents: Option<i64>| DayBar {
        day,
        figure: incidents.map(|incidents| Split { confirmed: incidents.into(), provisional: 0 }),
        second: None,
        address: incidents.filter(|_| !list.is_empty()).map(|_| span_address(list, &totals.filter, day, by_month)),
    };
    let days = if by_month {
        figures.iter().map(|(day, incidents)| bar(*day, Some(*incidents))).collect()
    } else {
        let found = |day: Day| figures.iter().find(|(each, _)| *each == day).map(|(_, incidents)| *incidents);
        every_day(&figures, days).into_iter().map(|day| bar(day, found(day))).collect()
    };
    bars_by_day(
        t,
        &ByDay { id: id.to_owned(), title: title.to_owned(), days, measure: Measure::count(), second: String::new() },
    )
}

fn span_address(list: &str, filter: &Filter, day: Day, month: bool) -> String {
    let (year, number, _) = day.parts();
    let next = if number == 12 { Day::of(year + 1, 1, 1) } else { Day::of(year, number + 1, 1) };
    let end = if month { next.map_or(day, |next| next.plus(-1)) } else { day };
    super::filter::address(list, &Filter { from: Some(day), to: Some(end), ..filter.clone() })
}

/// Every day from the first to the last that is drawn, at most two hundred.
fn every_day(figures: &[(Day, i64)], days: Option<(Day, Day)>) -> Vec<Day> {
    let first = days.map(|(from, _)| from).into_iter().chain(figures.iter().map(|(day, _)| *day)).min();
    let last = days.map(|(_, to)| to).into_iter().chain(figures.iter().map(|(day, _)| *day)).max();
    let Some((first, last)) = first.zip(last) else { return Vec::new() };
    (0..=last.since(first).clamp(0, 199)).map(|step| first.plus(step)).collect()
}

/// The four figures that are never added to each other, each with its inputs.
pub fn tiles(t: Speech, totals: &Totals, list: &str) -> Vec<Safe> {
    let (row, sums) = (&totals.sum, &totals.sum.in_scope);
    let list = (!list.is_empty()).then_some(list);
    let inputs = |scope: bool| {
        let filter = if scope { Filter { scope: Some(true), ..totals.filter.clone() } } else { totals.filter.clone() };
        list.map(|list| crate::html::with_query(&super::filter::address(list, &filter), "inputs", "true"))
    };
    let held = if row.held > 0 { t.say_one("figure-held", "count", row.held) } else { String::new() };
    let incidents = Tile {
        label: t.say("figure-incidents"),
        value: t.int(row.incidents),
        note: held,
        inputs: inputs(false),
        ..Tile::default()
    };
    let of = |label: &str, unit: &str, scale: u8, note: &str, pick: fn(&Sums) -> i128| Tile {
        label: t.say(label),
        value: t.decimal(pick(sums), scale),
        unit: t.say(unit),
        provisional: (pick(sums) > 0).then(|| (pick(&row.provisional), pick(sums))),
        note: t.say(note),
        inputs: inputs(true),
    };
    let mut all = vec![
        incidents,
        of("figure-mass", "unit-kg", KG, "figure-mass-note", |sums| sums.mass),
        of("figure-volume", "unit-l", LITRE, "figure-volume-note", |sums| sums.volume),
        of("figure-count", "unit-unit", PIECE, "figure-count-note", |sums| sums.count),
    ];
    if sums.area > 0 {
        all.push(of("figure-area-in-scope", "unit-m2", PIECE, "figure-area-note", |sums| sums.area));
    }
    all.iter().map(|tile| tile.html(t)).collect()
}

/// The kilogram equivalent with the table it was made by, and what that table does not convert.
pub fn equivalent(t: Speech, totals: &Totals, linked: bool) -> Safe {
    let row = &totals.sum;
    let table = format!("/catalogue/conversions#table-{}", totals.conversion);
    let version = ltr(&totals.conversion);
    let version = if linked { super::grid::link_around(&table, &version) } else { version };
    let sentence = t.say_one("figure-equivalent-value", "value", t.decimal(row.equivalent, KG));
    let rest = match row.unconverted {
        0 => t.say("figure-converted-all"),
        lines => t.say_one("figure-unconverted", "count", lines),
    };
    Safe::ours(format!(
        "<p><b class=\"num\">{}</b></p><p class=\"hint\">{} {version}. {}</p>",
        isolate(&sentence),
        crate::html::escape(&t.say("figure-by-table")),
        crate::html::escape(&rest)
    ))
}

/// Mass in scope by first-level region of those who take part. Each region leads to `address` narrowed to it.
pub fn region_map(t: Speech, id: &str, totals: &Totals, participants: &[Participant], address: &str) -> Safe {
    let wide = Filter { countries: Vec::new(), regions: Vec::new(), ..totals.filter.clone() };
    let name = |country: &str| {
        let name = Country::by_code(country)?.names.say(t.lang()).to_owned();
        let to = (!address.is_empty()).then(|| narrowed(address, &wide, "countries", country));
        Some(CountryLabel { code: country.to_owned(), name, address: to })
    };
    let mut countries: Vec<_> = participants.iter().filter_map(|one| name(one.country.as_deref()?)).collect();
    if countries.is_empty() {
        countries = Country::reflex().filter_map(|known| name(&known.code)).collect();
    }
    let region = |row: &TotalRow| {
        let code = row.keys.first().filter(|code| !code.is_empty())?;
        let to = (!address.is_empty()).then(|| narrowed(address, &totals.filter, "regions", code));
        let value = Some(row.in_scope.mass);
        Some(RegionFigure { code: code.clone(), name: say(t, By::Region, code, &Known::default()), value, address: to })
    };
    let map = Choropleth {
        id: id.to_owned(),
        title: t.say("overview-map"),
        regions: totals.rows.iter().filter_map(region).collect(),
        countries,
        measure: in_kg(t),
        zoom: zoom(&totals.filter),
        whole: (!address.is_empty()).then(|| super::filter::address(address, &wide)),
        ways: Vec::new(),
    };
    map.html(t)
}

/// The country to fill the view with, where only one is asked for.
fn zoom(filter: &Filter) -> Option<String> {
    let of_region = |region: &String| region.split('-').next().unwrap_or_default().to_owned();
    let asked: Vec<String> = filter.countries.iter().cloned().chain(filter.regions.iter().map(of_region)).collect();
    let first = asked.first()?;
    asked.iter().all(|country| country == first).then(|| first.clone())
}
