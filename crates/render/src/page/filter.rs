//! A filter in an address and in a form: the same names, read and written in one place.
//!
//! Refuses nothing: what cannot be read asks for nothing, so that a link that was passed on always opens something.

use super::figures::{self, Known};
use crate::form::{Choice, Form, Typed};
use crate::html::{Safe, escape, query};
use crate::words::Speech;
use model::agency::{Agency, AgencyId};
use model::catalogue::country::Country;
use model::catalogue::place::Place;
use model::catalogue::region::Region;
use model::catalogue::substance::{ChemicalGroup, Substance};
use model::incident::{Conveyance, Detection, IncidentKind, Setting};
use model::listing::Filter;
use model::participant::ParticipantCode;
use model::problem::Problems;
use model::record::State;
use model::time::{Day, read_day};
use model::total::By;
use std::fmt::Write as _;

/// The filter that an address or form asks for; its names are those of [`Filter`]'s fields, values may repeat.
pub fn read(typed: &Typed) -> Filter {
    Filter {
        from: day(typed, "from"),
        to: day(typed, "to"),
        participants: all(typed, "participants", |text| ParticipantCode::read("participants", text).ok()),
        agencies: all(typed, "agencies", |text| text.parse::<AgencyId>().ok()),
        countries: all(typed, "countries", |text| Country::recognise(text).map(|known| known.code.clone())),
        regions: all(typed, "regions", |text| Region::by_code(text).map(|known| known.code.clone())),
        substances: all(typed, "substances", |text| Substance::by_key(text).map(|known| known.key.clone())),
        groups: all(typed, "groups", ChemicalGroup::parse),
        places: all(typed, "places", |text| Place::by_key(text).map(|known| known.key.clone())),
        settings: all(typed, "settings", Setting::parse),
        conveyances: all(typed, "conveyances", Conveyance::parse),
        detections: all(typed, "detections", Detection::parse),
        kinds: all(typed, "kinds", IncidentKind::parse),
        states: all(typed, "states", State::parse),
        scope: yes_or_no(typed, "scope"),
        confirmed: yes_or_no(typed, "confirmed"),
        held: yes_or_no(typed, "held"),
        late: yes_or_no(typed, "late"),
        text: typed.get("text").chars().take(200).collect(),
    }
}

fn day(typed: &Typed, name: &str) -> Option<Day> {
    read_day(name, typed.get(name)).ok().map(|read| read.day)
}

fn all<T: PartialEq>(typed: &Typed, name: &str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let values = typed.0.iter().filter(|(each, _)| each == name).map(|(_, value)| value.trim());
    values.filter(|value| !value.is_empty()).filter_map(read).take(50).collect()
}

fn yes_or_no(typed: &Typed, name: &str) -> Option<bool> {
    match typed.get(name) {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// What a filter asks for, as the names and values of an address.
pub fn pairs(filter: &Filter) -> Vec<(String, String)> {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    pairs.extend(filter.from.map(|day| ("from", day.to_string())));
    pairs.extend(filter.to.map(|day| ("to", day.to_string())));
    pairs.extend(filter.participants.iter().map(|value| ("participants", value.to_string())));
    pairs.extend(filter.agencies.iter().map(|value| ("agencies", value.to_string())));
    pairs.extend(filter.countries.iter().map(|value| ("countries", value.clone())));
    pairs.extend(filter.regions.iter().map(|value| ("regions", value.clone())));
    pairs.extend(filter.substances.iter().map(|value| ("substances", value.clone())));
    pairs.extend(filter.groups.iter().map(|value| ("groups", value.to_string())));
    pairs.extend(filter.places.iter().map(|value| ("places", value.clone())));
    pairs.extend(filter.settings.iter().map(|value| ("settings", value.to_string())));
    pairs.extend(filter.conveyances.iter().map(|value| ("conveyances", value.to_string())));
    pairs.extend(filter.detections.iter().map(|value| ("detections", value.to_string())));
    pairs.extend(filter.kinds.iter().map(|value| ("kinds", value.to_string())));
    pairs.extend(filter.states.iter().map(|value| ("states", value.to_string())));
    pairs.extend(filter.scope.map(|value| ("scope", value.to_string())));
    pairs.extend(filter.confirmed.map(|value| ("confirmed", value.to_string())));
    pairs.extend(filter.held.map(|value| ("held", value.to_string())));
    pairs.extend(filter.late.map(|value| ("late", value.to_string())));
    if !filter.text.is_empty() {
        pairs.push(("text", filter.text.clone()));
    }
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// `path` with the filter in its query.
pub fn address(path: &str, filter: &Filter) -> String {
    joined(path, &pairs(filter))
}

fn joined(path: &str, pairs: &[(String, String)]) -> String {
    let written: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={}", query(value))).collect();
    // A page may have more in its address than a filter.
    let mark = if path.contains('?') { '&' } else { '?' };
    if written.is_empty() { path.to_owned() } else { format!("{path}{mark}{}", written.join("&")) }
}

/// `path` with the filter and one more condition; an earlier one of that name gives way.
pub fn narrowed(path: &str, filter: &Filter, name: &str, value: &str) -> String {
    let mut all: Vec<(String, String)> = pairs(filter).into_iter().filter(|(each, _)| each != name).collect();
    if !value.is_empty() {
        all.push((name.to_owned(), value.to_owned()));
    }
    joined(path, &all)
}

/// What is asked for in words, each with the way to ask no longer; nothing where everything is asked for.
pub fn chips(t: Speech, path: &str, filter: &Filter, known: &Known<'_>) -> Safe {
    let all = pairs(filter);
    let mut out = String::new();
    for (place, (name, value)) in all.iter().enumerate() {
        let said = format!("{}: {}", t.code("filter", name), value_said(t, name, value, known));
        let mut rest = all.clone();
        rest.remove(place);
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "<a class=\"chip accent\" href=\"{}\" aria-label=\"{}\">{} <span aria-hidden=\"true\">×</span></a> ",
            escape(&joined(path, &rest)),
            escape(&t.say_one("list-remove-filter", "name", said.as_str())),
            escape(&said)
        );
    }
    if out.is_empty() {
        return Safe::default();
    }
    let clear = escape(&t.say("list-clear"));
    Safe::ours(format!("<p class=\"chosen\">{out}<a href=\"{}\">{clear}</a></p>", escape(path)))
}

/// What is asked for in plain text, for a report; empty where everything is asked for.
pub fn said(t: Speech, filter: &Filter, known: &Known<'_>) -> String {
    let one =
        |(name, value): &(String, String)| format!("{}: {}", t.code("filter", name), value_said(t, name, value, known));
    pairs(filter).iter().map(one).collect::<Vec<_>>().join("; ")
}

fn value_said(t: Speech, name: &str, value: &str, known: &Known<'_>) -> String {
    let by = match name {
        "participants" => By::Participant,
        "agencies" => By::Agency,
        "countries" => By::Country,
        "regions" => By::Region,
        "substances" => By::Substance,
        "groups" => By::Group,
        "places" => By::Place,
        "settings" => By::Setting,
        "conveyances" => By::Conveyance,
        "detections" => By::Detection,
        "kinds" => By::Kind,
        "states" => By::State,
        "from" | "to" => By::Day,
        "scope" | "confirmed" | "held" | "late" => return t.code("filter", value),
        _ => return value.to_owned(),
    };
    figures::say(t, by, value, known)
}

/// The filter as a plain form that stands in the address: folded while nothing is chosen.
pub fn form(t: Speech, path: &str, filter: &Filter, known: &Known<'_>) -> Safe {
    let typed = Typed(pairs(filter));
    let none = Problems::none();
    let form = Form::new(t, &typed, &none);
    let select =
        |name: &str, choices: &[Choice]| form.field(name).label(&format!("filter-{name}")).select(any(t, choices));
    let mut fields = String::new();
    for name in ["from", "to"] {
        fields.push_str(form.field(name).label(&format!("filter-{name}")).hint("filter-day-hint").date().as_str());
    }
    for (name, choices) in [
        ("participants", participants(t, known)),
        ("agencies", agencies(t, known.agencies)),
        ("groups", Choice::of_codes(t, "group", ChemicalGroup::ALL.iter().map(|code| code.code()))),
        ("substances", substances(t)),
        ("settings", Choice::of_codes(t, "setting", Setting::ALL.iter().map(|code| code.code()))),
        ("conveyances", Choice::of_codes(t, "conveyance", Conveyance::ALL.iter().map(|code| code.code()))),
        ("detections", Choice::of_codes(t, "detection", Detection::ALL.iter().map(|code| code.code()))),
        ("states", Choice::of_codes(t, "state", State::ALL.iter().map(|code| code.code()))),
    ] {
        fields.push_str(select(name, &choices).as_str());
    }
    let shown = [
        "from",
        "to",
        "participants",
        "agencies",
        "groups",
        "substances",
        "settings",
        "conveyances",
        "detections",
        "states",
    ];
    for (name, value) in typed.0.iter().filter(|(name, _)| !shown.contains(&name.as_str())) {
        let _ = write!(fields, "<input type=\"hidden\" name=\"{}\" value=\"{}\">", escape(name), escape(value));
    }
    let beside = path.split_once('?').map_or("", |(_, beside)| beside);
    for (name, value) in beside.split('&').filter_map(|pair| pair.split_once('=')) {
        let _ = write!(fields, "<input type=\"hidden\" name=\"{}\" value=\"{}\">", escape(name), escape(value));
    }
    Safe::ours(format!(
        "<details class=\"filter\"><summary>{0}</summary><form method=\"get\" action=\"{1}\" class=\"group\"><div class=\"beside-fields\">{fields}</div>\
         <p class=\"actions\"><button class=\"button\" type=\"submit\">{2}</button> <a href=\"{1}\">{3}</a></p></form></details>",
        escape(&t.say("list-filter")),
        escape(path),
        escape(&t.say("filter-apply")),
        escape(&t.say("list-clear"))
    ))
}

/// The choices and, before them, none.
fn any(t: Speech, choices: &[Choice]) -> Vec<Choice> {
    let mut all = vec![Choice::new("", t.say("list-any"))];
    all.extend_from_slice(choices);
    all
}

fn participants(t: Speech, known: &Known<'_>) -> Vec<Choice> {
    known.participants.iter().map(|one| Choice::new(one.code.to_string(), one.names.say(t.lang()))).collect()
}

fn agencies(t: Speech, all: &[Agency]) -> Vec<Choice> {
    all.iter().map(|agency| Choice::new(agency.id.to_string(), agency.names.say(t.lang()))).collect()
}

fn substances(t: Speech) -> Vec<Choice> {
    let mut all: Vec<Choice> =
        Substance::all().iter().map(|one| Choice::new(one.key.clone(), one.names.say(t.lang()))).collect();
    all.sort_by_key(|choice| choice.label.to_lowercase());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Filter {
        Filter {
            from: Day::of(2021, 10, 4),
            participants: vec![ParticipantCode::country("KZ"), ParticipantCode::country("AF")],
            regions: vec!["KZ-75".to_owned()],
            groups: vec![ChemicalGroup::SyntheticCathinones],
            states: vec![State::Confirmed],
            scope: Some(true),
            text: "a & б".to_owned(),
            ..Filter::default()
        }
    }

    #[test]
    fn a_filter_reads_back_from_its_address() {
        assert_eq!(read(&Typed(pairs(&full()))), full());
        assert!(address("/o", &full()).contains("participants=KZ&participants=AF"));
        assert_eq!(address("/o", &Filter::default()), "/o");
    }

    #[test]
    fn what_cannot_be_read_asks_for_nothing() {
        let typed = Typed::nothing()
            .with("from", "soon")
            .with("groups", "no-such")
            .with("participants", "")
            .with("agencies", "<b>")
            .with("scope", "maybe");
        assert_eq!(read(&typed), Filter::default());
    }

    #[test]
    fn a_condition_is_replaced_and_the_rest_kept() {
        let to = narrowed("/o", &full(), "regions", "AF-HER");
        assert!(to.contains("regions=AF-HER") && !to.contains("KZ-75") && to.contains("scope=true"));
    }
}
