//! The list of an operation's incidents: what it shows in a sentence, search, filters, table, pages; and its export.
//!
//! Refuses to filter and to count: rows, totals and facets come from the verb, through the reader's eyes.

use super::filter;
use super::incident_filter::{self, ordered, with_pairs};
use super::incident_words::{place, time_of_day};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query};
use crate::part::{self, Tone, Watch};
use crate::sheet::Cell;
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::catalogue::region::Region;
use model::catalogue::substance::ChemicalGroup;
use model::catalogue::unit::Dimension;
use model::incident::{Conveyance, Detection, Incident, IncidentKind, Setting};
use model::listing::{Facet, Filter, IncidentRow, Order, Rows};
use model::operation::Operation;
use model::problem::Problems;
use model::record::{Record, State};
use model::time::Moment;

model::codes! {
    /// A column that a reader may choose.
    pub enum Column {
        /// What kind of place.
        Setting = "setting",
        /// How it was found.
        Detection = "detection",
        /// Whose record it is.
        Owner = "owner",
        /// Through which agency.
        Agency = "agency",
        /// Who may read it and what may be done with it.
        Marking = "marking",
        /// When it last changed.
        Changed = "changed",
    }
}

/// Columns shown where nobody chose.
const USUAL: [Column; 2] = [Column::Setting, Column::Marking];

/// How a list is looked at: order, columns and page; all in the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// In which order.
    pub order: Order,
    /// Which columns beyond the ones that are always there.
    pub columns: Vec<Column>,
    /// The cursor it starts after, as written; empty on the first page.
    pub after: String,
}

impl Look {
    /// What an address asks for; anything it does not know is as usual.
    pub fn read(typed: &Typed) -> Self {
        let chosen = typed.0.iter().filter(|(name, _)| name == "columns").filter_map(|(_, code)| Column::parse(code));
        let mut columns: Vec<Column> = chosen.collect();
        columns.sort_unstable();
        columns.dedup();
        if columns.is_empty() && !typed.has("columns", "none") {
            columns = USUAL.to_vec();
        }
        let order = Order::parse(typed.get("order")).unwrap_or(Order::Event);
        Self { order, columns, after: typed.get("after").to_owned() }
    }

    /// Its place in an address, without the page.
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if self.order != Order::Event {
            pairs.push(("order", self.order.to_string()));
        }
        if self.columns != USUAL {
            pairs.extend(self.columns.iter().map(|column| ("columns", column.to_string())));
        }
        pairs
    }
}

/// One value of a filter, as a link.
pub struct Choice {
    label: String,
    count: Option<i64>,
    address: String,
    chosen: bool,
}

/// One filter with its values.
pub struct Narrowing {
    name: &'static str,
    label: String,
    open: bool,
    choices: Vec<Choice>,
}

/// The list.
#[derive(Template)]
#[template(path = "incident/list.html")]
pub struct ListingPage<'a> {
    /// Around it.
    pub frame: &'a Frame,
    /// The operation.
    pub operation: &'a Operation,
    /// What the list asks for.
    pub filter: &'a Filter,
    /// The query as typed.
    pub typed: &'a Typed,
    /// What of the query could not be read.
    pub problems: &'a Problems,
    /// How it is looked at.
    pub look: &'a Look,
    /// The rows.
    pub rows: &'a Rows,
    /// Values with counts.
    pub facets: &'a [Facet],
    /// For their names.
    pub agencies: &'a [Agency],
    /// When it was true.
    pub as_of: Moment,
    /// The name of the last event it includes.
    pub event: &'a str,
    /// Whether the reader may report here.
    pub may_submit: bool,
    /// Whether the reader may import here.
    pub may_import: bool,
}

/// The address of an operation's list.
pub fn path_of(operation: &Operation) -> String {
    format!("/operations/{}/incidents", query(&operation.code))
}

impl ListingPage<'_> {
    fn t(&self) -> Speech {
        self.frame.t
    }

    fn path(&self) -> String {
        path_of(self.operation)
    }

    fn form(&self) -> Form<'_> {
        Form::new(self.t(), self.typed, self.problems)
    }

    /// Offers what is new: rows that moved by themselves would be missed by whoever reads them one by one.
    fn live(&self) -> Safe {
        let operation = self.path();
        let operation = operation.trim_end_matches("/incidents");
        let (event, as_of) = (self.event, self.as_of);
        part::live(self.frame, Watch { operation, event, as_of, parts: "sentence listing", by_itself: false })
    }

    /// `37 incidents, 3 held, as of 14:05`.
    fn sentence(&self) -> Safe {
        let t = self.t();
        let mut parts = vec![escape(&t.say_one("listing-count", "count", self.rows.total))];
        if self.rows.held > 0 {
            parts.push(escape(&t.say_one("listing-held", "count", self.rows.held)));
        }
        parts.push(as_of(self.frame, self.as_of));
        Safe::ours(parts.join(if t.is_rtl() { "، " } else { ", " }))
    }

    /// The filter and the look as an address, with `more`.
    fn address(&self, filter: &[(String, String)], more: &[(&str, String)]) -> String {
        let named = |(name, value): &(&str, String)| ((*name).to_owned(), value.clone());
        let look = self.look.pairs();
        let all: Vec<(String, String)> = filter.iter().cloned().chain(look.iter().chain(more).map(named)).collect();
        with_pairs(&self.path(), &all)
    }

    fn next(&self) -> Option<String> {
        let cursor = self.rows.next.as_ref()?;
        Some(self.address(&ordered(self.filter), &[("after", cursor.write())]))
    }

    fn first(&self) -> Option<String> {
        (!self.look.after.is_empty()).then(|| self.address(&ordered(self.filter), &[]))
    }

    fn export(&self, format: &str) -> String {
        self.address(&ordered(self.filter), &[("format", format.to_owned())])
    }

    /// The orders: word, address, whether it is the one in use.
    fn orders(&self) -> Vec<(String, String, bool)> {
        let of = |order: &Order| {
            let look = Look { order: *order, ..self.look.clone() };
            let all: Vec<(String, String)> = ordered(self.filter).into_iter().chain(owned(look.pairs())).collect();
            (self.t().code("listing-order", order.code()), with_pairs(&self.path(), &all), *order == self.look.order)
        };
        Order::ALL.iter().map(of).collect()
    }

    /// What the search form carries along unseen.
    fn carried(&self) -> Vec<(String, String)> {
        let own = |name: &str| matches!(name, "text" | "from" | "to");
        ordered(self.filter).into_iter().filter(|(name, _)| !own(name)).chain(owned(self.look.pairs())).collect()
    }

    /// What the form of columns carries along unseen.
    fn carried_by_columns(&self) -> Vec<(String, String)> {
        let look = owned(self.look.pairs()).filter(|(name, _)| name != "columns");
        ordered(self.filter).into_iter().chain(look).collect()
    }

    fn all_columns(&self) -> Vec<(Column, bool)> {
        Column::ALL.iter().map(|column| (*column, self.look.columns.contains(column))).collect()
    }

    /// Chosen values as chips, each with the way to remove it.
    fn chosen(&self) -> Vec<(String, String)> {
        let all = ordered(self.filter);
        let chip = |at: usize| {
            let (name, value) = &all[at];
            let mut rest = all.clone();
            rest.remove(at);
            let said = format!("{}: {}", self.t().code("filter", name), self.say_value(name, value));
            (said, self.address(&rest, &[]))
        };
        (0..all.len()).map(chip).collect()
    }

    fn cleared(&self) -> String {
        self.address(&[], &[])
    }

    fn narrowings(&self) -> Vec<Narrowing> {
        let names = incident_filter::NAMES.iter().filter(|name| !["text", "from", "to"].contains(*name));
        let worth_it = |one: &Narrowing| !one.choices.is_empty() || self.problems.of(one.name).next().is_some();
        names.map(|name| self.narrowing(name)).filter(worth_it).collect()
    }

    fn narrowing(&self, name: &'static str) -> Narrowing {
        let all = ordered(self.filter);
        let counted = self.facets.iter().find(|facet| facet.field == name);
        let mut offered: Vec<(String, Option<i64>)> = match counted {
            Some(facet) => facet.values.iter().map(|(value, count)| (value.clone(), Some(*count))).collect(),
            None => self.known_values(name).into_iter().map(|value| (value, None)).collect(),
        };
        offered.retain(|(value, _)| !value.is_empty());
        for (_, value) in all.iter().filter(|(other, _)| other == name) {
            if !offered.iter().any(|(known, _)| known == value) {
                offered.push((value.clone(), None));
            }
        }
        let is_either = matches!(name, "scope" | "confirmed" | "held" | "late");
        let choice = |(value, count): (String, Option<i64>)| {
            let chosen = all.iter().any(|(other, known)| other == name && *known == value);
            let mut next = all.clone();
            next.retain(|(other, known)| !(other == name && (is_either || *known == value)));
            if !chosen {
                next.push((name.to_owned(), value.clone()));
            }
            Choice { label: self.say_value(name, &value), count, address: self.address(&next, &[]), chosen }
        };
        let choices: Vec<Choice> = offered.into_iter().map(choice).collect();
        let open = choices.iter().any(|choice| choice.chosen);
        Narrowing { name, label: self.t().code("filter", name), open, choices }
    }

    /// What may be chosen where nothing is counted.
    fn known_values(&self, name: &str) -> Vec<String> {
        let codes = |all: Vec<&'static str>| all.into_iter().map(str::to_owned).collect();
        match name {
            "participants" => self.operation.participants().iter().map(ToString::to_string).collect(),
            "regions" => {
                let of = |country: &String| Region::of(country).map(|region| region.code.clone()).collect::<Vec<_>>();
                self.filter.countries.iter().flat_map(of).collect()
            }
            "groups" => codes(ChemicalGroup::ALL.iter().map(|code| code.code()).collect()),
            "settings" => codes(Setting::ALL.iter().map(|code| code.code()).collect()),
            "conveyances" => codes(Conveyance::ALL.iter().map(|code| code.code()).collect()),
            "detections" => codes(Detection::ALL.iter().map(|code| code.code()).collect()),
            "kinds" => codes(IncidentKind::ALL.iter().map(|code| code.code()).collect()),
            "states" => codes(State::ALL.iter().map(|code| code.code()).collect()),
            "scope" | "confirmed" | "held" | "late" => codes(vec!["true", "false"]),
            _ => Vec::new(),
        }
    }

    fn say_value(&self, name: &str, value: &str) -> String {
        let t = self.t();
        match name {
            "participants" | "countries" => t.country(value),
            "agencies" => value.parse().map_or_else(|_| value.to_owned(), |id| t.agency(self.agencies, id)),
            "regions" => t.region(value),
            "substances" => t.substance(value),
            "groups" => t.code("group", value),
            "places" => model::catalogue::place::Place::by_key(value)
                .map_or_else(|| value.to_owned(), |place| place.names.say(t.lang()).to_owned()),
            "settings" => t.code("setting", value),
            "conveyances" => t.code("conveyance", value),
            "detections" => t.code("detection", value),
            "kinds" => t.code("incident-kind", value),
            "states" => t.code("state", value),
            "scope" | "confirmed" | "held" | "late" => t.say(&format!("listing-{name}-{value}")),
            "from" | "to" => value.parse().map_or_else(|_| value.to_owned(), |day| t.day_text(day)),
            _ => value.to_owned(),
        }
    }

    fn has(&self, column: Column) -> bool {
        self.look.columns.contains(&column)
    }

    fn when(&self, row: &IncidentRow) -> Safe {
        let time = row.minute.map(|minute| format!(" {}", time_of_day(self.t(), minute))).unwrap_or_default();
        Safe::ours(format!("{}{time}", escape(&self.t().day_text(row.day))))
    }

    fn what(&self, row: &IncidentRow) -> Safe {
        what(self.t(), row.substance.as_deref(), &row.written, row.lines, row.kind)
    }

    fn place(&self, row: &IncidentRow) -> Safe {
        place(self.t(), &row.place, row.region.as_deref(), &row.country)
    }

    fn chips(&self, row: &IncidentRow) -> Safe {
        let t = self.t();
        // Submitted is what a record is unless something has been said of it: no chip for that.
        let mut chips = Vec::new();
        chips.extend((row.state != State::Submitted).then(|| state_chip(t, row.state)));
        let marks =
            [(row.provisional, "incident-provisional"), (row.held, "incident-held"), (row.late, "incident-late")];
        chips.extend(marks.into_iter().filter(|(is, _)| *is).map(|(_, key)| t.chip(Tone::Warn, t.say(key))));
        if !row.in_scope {
            chips.push(t.chip(Tone::Plain, t.say("incident-off-scope")));
        }
        let chips: Vec<String> = chips.iter().map(ToString::to_string).collect();
        Safe::ours(chips.join(" "))
    }
}

/// Names as texts of their own.
fn owned(pairs: Vec<(&'static str, String)>) -> impl Iterator<Item = (String, String)> {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value))
}

/// The chip of a record's state.
pub(crate) fn state_chip(t: Speech, state: State) -> Safe {
    let tone = match state {
        State::Submitted => Tone::Plain,
        State::Confirmed => Tone::Good,
        State::Retracted => Tone::Bad,
    };
    t.chip(tone, t.code("state", state.code()))
}

/// `as of 14:05`, with the full time on hover.
pub(crate) fn as_of(frame: &Frame, moment: Moment) -> String {
    let said = escape(&frame.t.say_one("chart-as-of", "time", frame.t.clock(moment, frame.offset)));
    let utc = crate::words::plain(&moment.iso());
    format!("<time datetime=\"{utc}\" title=\"{utc}\">{said}</time>")
}

/// The first line's substance, by its name where recognised, and how many more there are.
pub(crate) fn what(t: Speech, substance: Option<&str>, written: &str, lines: u32, kind: IncidentKind) -> Safe {
    let name = match substance {
        Some(key) => escape(&t.substance(key)),
        None if written.is_empty() => escape(&t.code("incident-kind", kind.code())),
        None => isolate(written).as_str().to_owned(),
    };
    match lines {
        0 | 1 => Safe::ours(name),
        more => Safe::ours(format!(
            "{name} <small>{}</small>",
            escape(&t.say_one("incident-more-lines", "count", more - 1))
        )),
    }
}

/// Records that make a figure, each with the revision that was counted.
#[derive(Template)]
#[template(path = "incident/inputs.html")]
pub struct InputsPage<'a> {
    /// Around it.
    pub frame: &'a Frame,
    /// The operation.
    pub operation: &'a Operation,
    /// The figure's filter.
    pub filter: &'a Filter,
    /// What of the query could not be read.
    pub problems: &'a Problems,
    /// The records as counted.
    pub records: &'a [Record<Incident>],
    /// Where the next page starts.
    pub next: Option<String>,
    /// When it was true.
    pub as_of: Moment,
}

impl InputsPage<'_> {
    fn t(&self) -> Speech {
        self.frame.t
    }

    fn form(&self) -> Form<'_> {
        const NOTHING: &Typed = &Typed::nothing();
        Form::new(self.t(), NOTHING, self.problems)
    }

    fn path(&self) -> String {
        format!("{}?inputs", path_of(self.operation))
    }

    fn list(&self) -> String {
        filter::address(&path_of(self.operation), self.filter)
    }

    fn download(&self) -> String {
        with_pairs(&with_pairs(&self.path(), &ordered(self.filter)), &[("format", "csv".to_owned())])
    }

    fn next_address(&self) -> Option<String> {
        let after = self.next.clone()?;
        Some(with_pairs(&with_pairs(&self.path(), &ordered(self.filter)), &[("after", after)]))
    }

    fn as_of_text(&self) -> Safe {
        Safe::ours(as_of(self.frame, self.as_of))
    }

    fn what(&self, record: &Record<Incident>) -> Safe {
        let (first, lines) =
            (record.content.lines.first(), u32::try_from(record.content.lines.len()).unwrap_or(u32::MAX));
        let written = first.map_or("", |line| line.written.as_str());
        what(self.t(), first.and_then(|line| line.substance.as_deref()), written, lines, record.content.kind)
    }

    fn how_much(&self, record: &Record<Incident>) -> String {
        let said: Vec<String> = record.content.lines.iter().map(|line| self.t().line_amount(line)).collect();
        said.join(" · ")
    }

    fn place(&self, record: &Record<Incident>) -> Safe {
        let site = &record.content.site;
        place(self.t(), &site.text, site.region.as_deref(), &site.country)
    }
}

/// Heads of an export's columns.
pub fn export_heads(t: Speech) -> Vec<String> {
    let heads = [
        "record",
        "revision",
        "state",
        "kind",
        "day",
        "time",
        "country",
        "region",
        "place",
        "written",
        "substance",
        "mass-g",
        "volume-l",
        "count",
        "area-m2",
        "lines",
        "provisional",
        "in-scope",
        "setting",
        "detection",
        "owner",
        "agency",
        "audience",
        "handling",
        "late",
        "held",
        "changed",
    ];
    heads.iter().map(|head| t.plain(&format!("listing-head-{head}"))).collect()
}

/// One row of an export: codes where a machine reads, so that every language exports the same.
pub fn export_cells(t: Speech, agencies: &[Agency], row: &IncidentRow) -> Vec<Cell> {
    let amount = |dimension: Dimension, scale: u8| {
        let found = row.amounts.iter().find(|amount| amount.dimension == dimension);
        found.map_or(Cell::Empty, |amount| Cell::Decimal(amount.amount.into(), scale))
    };
    let yes = |is: bool| Cell::from(if is { "yes" } else { "no" });
    let time = row.minute.map_or_else(String::new, |minute| format!("{:02}:{:02}", minute / 60, minute % 60));
    vec![
        Cell::from(row.id.as_str()),
        Cell::Int(row.revision.into()),
        Cell::from(row.state.code()),
        Cell::from(row.kind.code()),
        Cell::Day(row.day),
        Cell::from(time),
        Cell::from(row.country.as_str()),
        Cell::from(row.region.as_deref().unwrap_or_default()),
        Cell::from(row.place.as_str()),
        Cell::from(row.written.as_str()),
        Cell::from(row.substance.as_deref().unwrap_or_default()),
        amount(Dimension::Mass, 6),
        amount(Dimension::Volume, 6),
        amount(Dimension::Count, 3),
        amount(Dimension::Area, 3),
        Cell::Int(row.lines.into()),
        yes(row.provisional),
        yes(row.in_scope),
        Cell::from(row.setting.code()),
        Cell::from(row.detection.map_or("", Detection::code)),
        Cell::from(row.owner.as_str()),
        Cell::from(t.agency(agencies, row.agency)),
        Cell::from(row.audience.code()),
        Cell::from(row.handling.code()),
        yes(row.late),
        yes(row.held),
        Cell::Moment(row.changed),
    ]
}
