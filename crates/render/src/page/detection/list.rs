//! The list of an operation's detections: what is new, what fits, who saw what first, when.
//!
//! Refuses to count what its reader may not see: everything here was handed in for this reader.

use super::{level, matrix, named, propose, windowed};
use crate::chart::{Mark, Timeline, timeline};
use crate::form::Typed;
use crate::frame::Frame;
use crate::html::{Safe, escape, query, with_query};
use crate::page::grid::{Column, Grid, text};
use crate::page::law::hint;
use crate::page::parts::{Part, PartsPage, button, chips, joined};
use crate::part::{self, Facet, FacetValue};
use crate::words::Speech;
use model::card::{Card, Listed};
use model::detection::{Detection, Level, Sighting, first_seen};
use model::id::RecordId;
use model::operation::Operation;
use model::record::Record;
use model::time::Day;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

/// What is new to the region, one by one, at most.
const NEW: usize = 10;
/// Substances in the drawing of days, at most.
const ROWS: usize = 30;

/// What the list is made of.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// What was asked for.
    pub records: &'a [Record<Detection>],
    /// How many there are.
    pub count: u64,
    /// The cards of everything of the operation.
    pub all: &'a [Listed],
    /// First sightings of every substance of it.
    pub sightings: &'a [Sighting],
    /// Detections of a substance that was new to the region.
    pub new: &'a [RecordId],
    /// How many operations the sightings are taken from.
    pub operations: usize,
    /// What was asked, as typed.
    pub asked: &'a Typed,
    /// Where the next page begins.
    pub next: Option<&'a str>,
    /// Whether the reader may bring one in now.
    pub may_add: bool,
    /// Whether the reader may write to all who take part.
    pub may_alert: bool,
}

/// The list.
pub fn list<'a>(frame: &'a Frame, list: List<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let top = format!("/operations/{}/detections", query(&list.operation.code));
    let mut page = PartsPage::new(frame);
    page.lead = hint(&t.say_one("detection-count", "count", list.count));
    if list.may_add {
        page.actions = button(&format!("{top}/new"), &t.say("detection-add"), true);
    }
    page.notes = proposals(t, &list);
    page.parts.push(Part { body: listed(t, &top, &list), ..Part::default() });
    let mut first = first_seen(list.sightings);
    let chosen = list.asked.get("substance");
    first.retain(|(substance, _), _| chosen.is_empty() || chosen == substance);
    if !first.is_empty() {
        let basis = t.say_one("detection-first-basis", "count", list.operations);
        let body = joined(&[hint(&basis), matrix(t, &first), hint(&t.say("detection-first-legend"))]);
        page.parts.push(Part::new(t, "detection-first-title", body).named("first-seen"));
    }
    // Whoever chose a substance or a country sees these parts of it alone.
    let fits = |chosen: &str, own: &str| chosen.is_empty() || chosen == own;
    let (substance, country) = (list.asked.get("substance"), list.asked.get("country"));
    let chosen = list.all.iter().filter(|one| fits(substance, &one.card.key) && fits(country, &one.card.part));
    let chosen: Vec<Listed> = chosen.cloned().collect();
    if !chosen.is_empty() {
        page.parts.push(Part::new(t, "detection-timeline", over_time(t, &chosen)).named("timeline"));
    }
    page
}

/// What is new to the region, and the way to tell everybody.
fn proposals(t: Speech, list: &List<'_>) -> Safe {
    let ids: HashSet<&RecordId> = list.new.iter().collect();
    let new: Vec<&Listed> = list.all.iter().filter(|one| ids.contains(&one.id)).collect();
    if new.is_empty() {
        return Safe::default();
    }
    let mut out = format!(
        "<section class=\"flash warn\" role=\"note\"><p><b>{}</b></p><ul>",
        escape(&t.say_one("detection-new-title", "count", new.len()))
    );
    for one in new.iter().take(NEW) {
        let (card, own) = (&one.card, called(t, one));
        // Writing to a String cannot fail, here and below.
        let _ = write!(
            out,
            "<li><a href=\"/detections/{}\">{}</a>, {}, {}{}</li>",
            one.id,
            escape(&own),
            escape(&t.country(&card.part)),
            card.day.map(|day| t.date(day)).unwrap_or_default(),
            if list.may_alert {
                format!(" · {}", propose(t, list.operation, &one.id, &own, &card.part))
            } else {
                String::new()
            }
        );
    }
    out.push_str("</ul>");
    out.push_str(windowed(t, "detection-new-window", new.len().min(NEW), new.len()).as_str());
    out.push_str("</section>");
    Safe::ours(out)
}

fn listed(t: Speech, top: &str, list: &List<'_>) -> Safe {
    if list.all.is_empty() {
        return t.empty("detection-none", "detection-none-how");
    }
    let address = list.asked.0.iter().fold(top.to_owned(), |to, (name, value)| with_query(&to, name, value));
    let facets = facets(t, list);
    let columns = vec![
        Column::text(t, "detection-substance"),
        Column::text(t, "detection-day"),
        Column::text(t, "detection-country"),
        Column::text(t, "detection-identified"),
        Column::text(t, "detection-context"),
        Column::text(t, "detection-sharing"),
    ];
    let mut grid = Grid::new(t.say_one("detection-count", "count", list.count), columns);
    for record in list.records {
        let one = &record.content;
        grid.rows.push(vec![
            crate::page::grid::link_around(&format!("/detections/{}", record.header.id), &named(t, one)),
            t.date(one.when.day),
            text(t.country(&one.country)),
            level(t, one.level),
            text(t.code("detection-context", one.context.code())),
            chips(t, &record.header),
        ]);
    }
    let table = if grid.rows.is_empty() { t.empty("detection-none-fits", "listing-none-how") } else { grid.html() };
    let next = list.next.map(|after| with_query(&address, "after", after));
    joined(&[
        search(t, top, list.asked),
        part::chosen(t, &address, &facets),
        part::facets(t, &address, &facets),
        table,
        part::pager(t, None, next.as_deref()),
    ])
}

fn search(t: Speech, top: &str, asked: &Typed) -> Safe {
    let carried: Vec<String> = ["substance", "country", "level"]
        .iter()
        .filter(|name| !asked.get(name).is_empty())
        .map(|name| format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\">", escape(asked.get(name))))
        .collect();
    let carried = carried.concat();
    Safe::ours(format!(
        "<form class=\"searchbar\" method=\"get\" action=\"{}\" role=\"search\"><div class=\"field\"><label for=\"text\">{}</label>\
         <input type=\"search\" id=\"text\" name=\"text\" value=\"{}\" dir=\"auto\" maxlength=\"200\"></div>{carried}\
         <button class=\"button quiet\" type=\"submit\">{}</button></form>",
        escape(top),
        escape(&t.say("list-search")),
        escape(asked.get("text")),
        escape(&t.say("list-search")),
    ))
}

fn facets(t: Speech, list: &List<'_>) -> Vec<Facet> {
    let facet = |name: &str, of: fn(&Card) -> &str, say: &dyn Fn(&str) -> String| {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        let values = list.all.iter().map(|one| of(&one.card)).filter(|value| !value.is_empty());
        values.for_each(|value| *counts.entry(value.to_owned()).or_default() += 1);
        let value = |(value, count): (String, u64)| FacetValue { label: say(&value), value, count: Some(count) };
        Facet {
            name: name.to_owned(),
            label: t.say(&format!("detection-by-{name}")),
            values: counts.into_iter().map(value).collect(),
            chosen: list.asked.get(name).to_owned(),
        }
    };
    vec![
        facet("substance", |card| &card.key, &|key| t.substance(key)),
        facet("country", |card| &card.part, &|code| t.country(code)),
        facet("level", |card| &card.status, &|code| t.code("detection-level", code)),
    ]
}

/// The name a reader knows a detection by: of the catalogue, else as written.
fn called(t: Speech, one: &Listed) -> String {
    if one.card.key.is_empty() { one.card.title.clone() } else { t.substance(&one.card.key) }
}

/// The detections of the substances that were found last, each on its day.
fn over_time(t: Speech, all: &[Listed]) -> Safe {
    let mut rows: HashMap<(&str, &str), Day> = HashMap::new();
    for one in all {
        let Some(day) = one.card.day else { continue };
        let last = rows.entry(row(one)).or_insert(day);
        *last = (*last).max(day);
    }
    let count = rows.len();
    let mut rows: Vec<(Day, (&str, &str))> = rows.into_iter().map(|(row, day)| (day, row)).collect();
    rows.sort_by(|a, b| b.cmp(a));
    let rows: HashSet<(&str, &str)> = rows.into_iter().take(ROWS).map(|(_, row)| row).collect();
    let marks = all.iter().filter(|one| rows.contains(&row(one))).filter_map(|one| mark(t, one));
    let drawn =
        Timeline { id: "detections-by-day".to_owned(), title: t.say("detection-timeline"), marks: marks.collect() };
    joined(&[windowed(t, "detection-timeline-window", rows.len(), count), timeline(t, &drawn)])
}

/// In which row of the drawing it stands: that of its substance, or of its name where the catalogue holds none.
fn row(one: &Listed) -> (&str, &str) {
    let key = one.card.key.as_str();
    (key, if key.is_empty() { &one.card.title } else { "" })
}

fn mark(t: Speech, one: &Listed) -> Option<Mark> {
    let (day, row) = (one.card.day?, called(t, one));
    Some(Mark {
        day,
        sure: Level::parse(&one.card.status).is_some_and(Level::is_confirmed),
        title: format!("{row} · {} · {}", t.country(&one.card.part), t.day_text(day)),
        address: Some(format!("/detections/{}", one.id)),
        row,
    })
}
