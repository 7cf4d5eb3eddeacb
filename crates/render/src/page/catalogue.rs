//! The catalogue: substances, units, conversion tables, countries and regions, each row with where its facts come from.
//!
//! Refuses to say of a substance that it is controlled: that depends on country, date and form, and is handed in.

use super::Sample;
use super::figures::{self, Known};
use super::grid::{Column, Grid, link_around, text};
use super::report::conversion_grid;
use crate::form::{Choice, Form, Typed};
use crate::frame::{Frame, Room};
use crate::html::{Safe, isolate, ltr, query};
use crate::part::facts;
use crate::words::Speech;
use askama::Template;
use model::catalogue::substance::{ChemicalGroup, NameKind, Substance, SubstanceKind};
use model::catalogue::{ConversionTable, Country, Region, Unit};
use model::fold::fold;
use model::lang::Lang;
use model::problem::Problems;
use model::total::By;

/// The parts of the catalogue: the end of the address and of the message.
const PARTS: [&str; 4] = ["substances", "units", "conversions", "places"];

/// A page of the catalogue: one part, with the way to the others.
#[derive(Debug, Template)]
#[template(path = "catalogue/show.html")]
pub struct CataloguePage<'a> {
    frame: &'a Frame,
    part: &'static str,
    sentence: String,
    search: Safe,
    tables: Vec<(String, String, Safe)>,
}

impl<'a> CataloguePage<'a> {
    /// Substances that a search and a group leave.
    pub fn substances(frame: &'a Frame, typed: &Typed) -> Self {
        let t = frame.t;
        let found = find(typed);
        let sentence =
            t.say_with("catalogue-found", &[("count", found.len().into()), ("all", Substance::all().len().into())]);
        let table = if found.is_empty() {
            t.empty("catalogue-nothing", "catalogue-nothing-how")
        } else {
            substances(t, &found)
        };
        Self {
            frame,
            part: "substances",
            sentence,
            search: search(t, typed),
            tables: vec![(String::new(), String::new(), table)],
        }
    }

    /// Units, each an exact multiple of the base unit of its dimension.
    pub fn units(frame: &'a Frame) -> Self {
        Self::plain(frame, "units", vec![(String::new(), String::new(), units(frame.t))])
    }

    /// Every version of the conversion table, newest first.
    pub fn conversions(frame: &'a Frame) -> Self {
        let t = frame.t;
        let one = |table: &ConversionTable| {
            let grid = conversion_grid(t, table);
            (format!("table-{}", table.version), grid.caption.clone(), grid.html())
        };
        Self::plain(frame, "conversions", ConversionTable::all().iter().rev().map(one).collect())
    }

    /// Countries, and the regions of those that the model operation names.
    pub fn places(frame: &'a Frame) -> Self {
        let t = frame.t;
        let mut tables = vec![("countries".to_owned(), t.say("catalogue-countries"), countries(t))];
        for country in Country::reflex() {
            let name = country.names.say(t.lang());
            tables.push((
                format!("regions-{}", country.code),
                t.say_one("catalogue-regions-of", "country", name),
                regions(t, country),
            ));
        }
        Self::plain(frame, "places", tables)
    }

    fn plain(frame: &'a Frame, part: &'static str, tables: Vec<(String, String, Safe)>) -> Self {
        Self { frame, part, sentence: frame.t.say(&format!("catalogue-{part}-about")), search: Safe::default(), tables }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn parts(&self) -> Vec<(String, String, bool)> {
        PARTS
            .map(|part| (format!("/catalogue/{part}"), self.t().say(&format!("catalogue-{part}")), part == self.part))
            .to_vec()
    }
}

/// The substances of a search and a group.
fn find(typed: &Typed) -> Vec<&'static Substance> {
    let wanted = fold(typed.get("text"));
    let group = ChemicalGroup::parse(typed.get("group"));
    let kind = SubstanceKind::parse(typed.get("kind"));
    let fits = |one: &&'static Substance| {
        group.is_none_or(|group| group == one.chemical_group)
            && kind.is_none_or(|kind| kind == one.kind)
            && (wanted.is_empty()
                || one.every_name().chain(one.cas.as_deref()).any(|name| fold(name).contains(&wanted)))
    };
    let mut found: Vec<&Substance> = Substance::all().iter().filter(fits).collect();
    if found.is_empty() && group.is_none() && kind.is_none() && !wanted.is_empty() {
        found = Substance::suggest(typed.get("text"), 10);
    }
    found
}

fn search(t: Speech, typed: &Typed) -> Safe {
    let none = Problems::none();
    let form = Form::new(t, typed, &none);
    let any = |choices: Vec<Choice>| [vec![Choice::new("", t.say("list-any"))], choices].concat();
    let groups = any(Choice::of_codes(t, "group", ChemicalGroup::ALL.iter().map(|group| group.code())));
    let kinds = any(Choice::of_codes(t, "substance-kind", SubstanceKind::ALL.iter().map(|kind| kind.code())));
    Safe::ours(format!(
        "<form method=\"get\" action=\"/catalogue/substances\" class=\"searchbar\" role=\"search\">{}{}{}<button class=\"button\" type=\"submit\">{}</button></form>",
        form.field("text").label("list-search").hint("catalogue-search-hint").text(),
        form.field("group").label("by-group").select(&groups),
        form.field("kind").label("catalogue-kind").select(&kinds),
        crate::html::escape(&t.say("list-search"))
    ))
}

fn substances(t: Speech, all: &[&Substance]) -> Safe {
    let columns =
        ["catalogue-name", "by-group", "catalogue-kind", "catalogue-cas", "catalogue-formula", "catalogue-source"];
    let mut grid = Grid::new(t.say("catalogue-substances"), columns.map(|key| Column::text(t, key)).to_vec());
    for one in all {
        let to = format!("/catalogue/substances/{}", query(&one.key));
        grid.rows.push(vec![
            link_around(&to, &isolate(one.names.say(t.lang()))),
            text(t.code("group", one.chemical_group.code())),
            text(t.code("substance-kind", one.kind.code())),
            one.cas.as_deref().map_or_else(|| text("–"), ltr),
            one.formula.as_deref().map_or_else(|| text("–"), ltr),
            isolate(&one.source),
        ]);
    }
    grid.html()
}

fn units(t: Speech) -> Safe {
    let columns = vec![
        Column::text(t, "catalogue-unit"),
        Column::text(t, "catalogue-code"),
        Column::text(t, "catalogue-dimension"),
        Column::number(t, "catalogue-base"),
        Column::text(t, "catalogue-spellings"),
    ];
    let mut grid = Grid::new(t.say("catalogue-units"), columns);
    for unit in Unit::all() {
        let spellings: Vec<String> = unit.aliases.iter().map(|alias| isolate(alias).to_string()).collect();
        grid.rows.push(vec![
            text(figures::unit(t, &unit.code)),
            ltr(&unit.code),
            text(t.code("dimension", unit.dimension.code())),
            text(t.decimal(unit.base_per_unit_e6, 6)),
            Safe::ours(spellings.join(", ")),
        ]);
    }
    grid.html()
}

/// The three names of a thing as cells.
fn three(names: &model::names::Names) -> [Safe; 3] {
    Lang::ALL.map(|lang| names.exact(lang).map_or_else(|| text("–"), isolate))
}

fn named_columns(t: Speech) -> Vec<Column> {
    let mut columns = vec![Column::text(t, "catalogue-code")];
    columns.extend(super::languages().into_iter().map(|choice| Column::named(choice.label, false)));
    columns.push(Column::text(t, "catalogue-source"));
    columns
}

fn countries(t: Speech) -> Safe {
    let mut grid = Grid::new(t.say("catalogue-countries"), named_columns(t));
    for one in Country::all() {
        let mut cells = vec![ltr(&one.code)];
        cells.extend(three(&one.names));
        cells.push(isolate(&one.source));
        grid.rows.push(cells);
    }
    grid.html()
}

fn regions(t: Speech, country: &Country) -> Safe {
    let mut grid =
        Grid::new(t.say_one("catalogue-regions-of", "country", country.names.say(t.lang())), named_columns(t));
    for one in Region::all().iter().filter(|one| one.country == country.code) {
        let mut cells = vec![ltr(&one.code)];
        cells.extend(three(&one.names));
        cells.push(isolate(&one.source));
        grid.rows.push(cells);
    }
    grid.html()
}

/// One substance with all its names.
#[derive(Debug, Template)]
#[template(path = "catalogue/substance.html")]
pub struct SubstancePage<'a> {
    frame: &'a Frame,
    facts: Safe,
    names: Safe,
    law: Safe,
}

impl<'a> SubstancePage<'a> {
    /// The page of one substance.
    ///
    /// `law` is how its status changed over time, by jurisdiction.
    pub fn new(frame: &'a Frame, one: &Substance, law: Safe) -> Self {
        let t = frame.t;
        let dimensions: Vec<String> =
            one.dimensions.iter().map(|dimension| t.code("dimension", dimension.code())).collect();
        let mass = |mass: u32| {
            t.say_with(
                "unit-named",
                &[("value", t.decimal(mass, 3).into()), ("unit", t.say("catalogue-per-mole").into())],
            )
        };
        let facts = facts(&[
            (t.say("catalogue-key"), ltr(&one.key)),
            (t.say("by-group"), Safe::text(&t.code("group", one.chemical_group.code()))),
            (t.say("catalogue-effect"), Safe::text(&t.code("effect", one.effect_group.code()))),
            (t.say("catalogue-kind"), Safe::text(&t.code("substance-kind", one.kind.code()))),
            (t.say("catalogue-cas"), one.cas.as_deref().map(ltr).unwrap_or_default()),
            (t.say("catalogue-formula"), one.formula.as_deref().map(ltr).unwrap_or_default()),
            (
                t.say("catalogue-molar-mass"),
                one.molar_mass_e3.map(|value| Safe::text(&mass(value))).unwrap_or_default(),
            ),
            (t.say("catalogue-measured"), Safe::text(&dimensions.join(&t.say("figure-and")))),
            (t.say("catalogue-source"), isolate(&one.source)),
        ]);
        Self { frame, facts, names: names(t, one), law }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

fn names(t: Speech, one: &Substance) -> Safe {
    let columns = ["catalogue-name", "catalogue-language", "catalogue-name-kind"].map(|key| Column::text(t, key));
    let mut grid = Grid::new(t.say("catalogue-names"), columns.to_vec());
    let own = super::languages();
    let spoken = |lang: Option<Lang>| {
        let choice = own.iter().find(|choice| lang.is_some_and(|lang| choice.value == lang.tag()));
        text(choice.map_or_else(|| "–".to_owned(), |choice| choice.label.clone()))
    };
    for (lang, name) in one.names.iter() {
        grid.rows.push(vec![isolate(name), spoken(Some(lang)), text(t.say("catalogue-preferred"))]);
    }
    for other in &one.other_names {
        let kind: NameKind = other.kind;
        grid.rows.push(vec![isolate(&other.name), spoken(other.lang), text(t.code("name-kind", kind.code()))]);
    }
    grid.html()
}

/// Pages of the catalogue as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = Frame {
        title: t.say("frame-room-catalogue"),
        operation: None,
        room: Some(Room::Catalogue),
        ..Frame::samples(t).remove(0)
    };
    let nothing = Typed::nothing();
    let sought = Typed::nothing().with("text", super::sample::HOSTILE).with("group", "nitazenes");
    let mut all = vec![
        Sample::of("catalogue-substances", &CataloguePage::substances(&frame, &nothing)),
        Sample::of("catalogue-nothing", &CataloguePage::substances(&frame, &sought)),
        Sample::of("catalogue-units", &CataloguePage::units(&frame)),
        Sample::of("catalogue-conversions", &CataloguePage::conversions(&frame)),
        Sample::of("catalogue-places", &CataloguePage::places(&frame)),
    ];
    // One substance of each kind, so that every word of the codes is said.
    let of_kind = |kind: &SubstanceKind| Substance::all().iter().find(|one| one.kind == *kind);
    for one in SubstanceKind::ALL.iter().filter_map(of_kind) {
        let frame = Frame { title: figures::say(t, By::Substance, &one.key, &Known::default()), ..frame.clone() };
        all.push(Sample::of("substance", &SubstancePage::new(&frame, one, Safe::default())));
    }
    all
}
