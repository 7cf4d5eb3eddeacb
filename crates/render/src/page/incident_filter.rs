//! A filter and its place in an address: read from a query, written back into one. Lists, exports, figures and their
//! inputs all use this one form: `?countries=KZ&countries=KG&confirmed=no&text=…`.
//!
//! Refuses to guess: a value that means nothing is a problem of its field, and the rest of the filter still holds.

use crate::form::Typed;
use crate::html::query;
use model::catalogue::substance::ChemicalGroup;
use model::incident::{Conveyance, Detection, IncidentKind, Setting};
use model::listing::Filter;
use model::participant::ParticipantCode;
use model::problem::{Problem, Problems};
use model::record::State;
use model::time::{Day, read_day};

/// Names of a filter in an address, in the order in which they are offered.
pub const NAMES: [&str; 19] = [
    "text", "from", "to", "participants", "agencies", "countries", "regions", "substances", "groups", "places", "settings",
    "conveyances", "detections", "kinds", "states", "scope", "confirmed", "held", "late",
];

/// More values of one field than anybody chooses by hand.
const MOST: usize = 100;

/// The filter that an address asks for, and what of it could not be read. `q` is read as `text`.
pub fn read(typed: &Typed) -> (Filter, Problems) {
    let mut problems = Problems::none();
    let code = |problems: &mut Problems, name: &'static str, value: &str| {
        problems.add(Problem::new(name, "code-unknown").with("text", value));
    };
    let mut filter = Filter {
        from: day(typed, "from", &mut problems),
        to: day(typed, "to", &mut problems),
        countries: values(typed, "countries").map(str::to_uppercase).collect(),
        regions: values(typed, "regions").map(str::to_uppercase).collect(),
        substances: values(typed, "substances").map(str::to_owned).collect(),
        places: values(typed, "places").map(str::to_owned).collect(),
        groups: codes(typed, "groups", ChemicalGroup::parse, &mut problems),
        settings: codes(typed, "settings", Setting::parse, &mut problems),
        conveyances: codes(typed, "conveyances", Conveyance::parse, &mut problems),
        detections: codes(typed, "detections", Detection::parse, &mut problems),
        kinds: codes(typed, "kinds", IncidentKind::parse, &mut problems),
        states: codes(typed, "states", State::parse, &mut problems),
        scope: either(typed, "scope", &mut problems),
        confirmed: either(typed, "confirmed", &mut problems),
        held: either(typed, "held", &mut problems),
        late: either(typed, "late", &mut problems),
        text: text(typed, &mut problems),
        ..Filter::default()
    };
    for value in values(typed, "participants") {
        match ParticipantCode::read("participants", value) {
            Ok(participant) => filter.participants.push(participant),
            Err(problem) => problems.add(problem),
        }
    }
    for value in values(typed, "agencies") {
        match value.parse() {
            Ok(agency) => filter.agencies.push(agency),
            Err(_) => code(&mut problems, "agencies", value),
        }
    }
    if filter.from.zip(filter.to).is_some_and(|(from, to)| to < from) {
        problems.add(Problem::new("to", "dates-reversed"));
    }
    (filter, problems)
}

/// Everything a filter asks for as names and values of an address, in one order whatever order it came in.
pub fn pairs(filter: &Filter) -> Vec<(&'static str, String)> {
    let mut pairs: Vec<(&'static str, String)> = Vec::new();
    if !filter.text.is_empty() {
        pairs.push(("text", filter.text.clone()));
    }
    let days = [("from", filter.from), ("to", filter.to)];
    pairs.extend(days.into_iter().filter_map(|(name, day)| Some((name, day?.to_string()))));
    let mut all = |name: &'static str, values: Vec<String>| pairs.extend(values.into_iter().map(|value| (name, value)));
    all("participants", filter.participants.iter().map(ToString::to_string).collect());
    all("agencies", filter.agencies.iter().map(ToString::to_string).collect());
    all("countries", filter.countries.clone());
    all("regions", filter.regions.clone());
    all("substances", filter.substances.clone());
    all("groups", filter.groups.iter().map(ToString::to_string).collect());
    all("places", filter.places.clone());
    all("settings", filter.settings.iter().map(ToString::to_string).collect());
    all("conveyances", filter.conveyances.iter().map(ToString::to_string).collect());
    all("detections", filter.detections.iter().map(ToString::to_string).collect());
    all("kinds", filter.kinds.iter().map(ToString::to_string).collect());
    all("states", filter.states.iter().map(ToString::to_string).collect());
    let choices = [("scope", filter.scope), ("confirmed", filter.confirmed), ("held", filter.held), ("late", filter.late)];
    let word = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    pairs.extend(choices.into_iter().filter_map(|(name, chosen)| Some((name, word(chosen?)))));
    pairs
}

/// `path` with the filter as its query; `path` may have a query already.
pub fn address(path: &str, filter: &Filter) -> String {
    with_pairs(path, &pairs(filter))
}

/// `path` with names and values added to its query.
pub fn with_pairs(path: &str, pairs: &[(&str, String)]) -> String {
    let added: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={}", query(value))).collect();
    match (added.is_empty(), path.contains('?')) {
        (true, _) => path.to_owned(),
        (false, true) => format!("{path}&{}", added.join("&")),
        (false, false) => format!("{path}?{}", added.join("&")),
    }
}

fn values<'a>(typed: &'a Typed, name: &str) -> impl Iterator<Item = &'a str> {
    let named = move |pair: &&(String, String)| pair.0 == name;
    let found: Vec<&str> = typed.0.iter().filter(named).map(|(_, value)| value.trim()).collect();
    found.into_iter().filter(|value| !value.is_empty() && value.len() <= 64).take(MOST)
}

fn codes<T: PartialEq>(typed: &Typed, name: &'static str, parse: fn(&str) -> Option<T>, problems: &mut Problems) -> Vec<T> {
    let mut found = Vec::new();
    for value in values(typed, name) {
        match parse(value) {
            Some(code) if !found.contains(&code) => found.push(code),
            Some(_) => {}
            None => problems.add(Problem::new(name, "code-unknown").with("text", value)),
        }
    }
    found
}

fn day(typed: &Typed, name: &'static str, problems: &mut Problems) -> Option<Day> {
    let written = typed.get(name).trim();
    if written.is_empty() { None } else { problems.keep(read_day(name, written)).map(|read| read.day) }
}

fn either(typed: &Typed, name: &'static str, problems: &mut Problems) -> Option<bool> {
    match typed.get(name).trim() {
        "" => None,
        "yes" | "true" | "in" | "1" => Some(true),
        "no" | "false" | "out" | "0" => Some(false),
        other => {
            problems.add(Problem::new(name, "code-unknown").with("text", other));
            None
        }
    }
}

fn text(typed: &Typed, problems: &mut Problems) -> String {
    let written = if typed.get("text").is_empty() { typed.get("q") } else { typed.get("text") };
    problems.keep(model::text::read("text", written, 200)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything() -> Filter {
        Filter {
            from: Day::of(2021, 10, 4),
            to: Day::of(2021, 11, 30),
            participants: vec![ParticipantCode::country("KZ"), ParticipantCode::country("CARICC")],
            countries: vec!["KZ".to_owned(), "KG".to_owned()],
            regions: vec!["KZ-ZHA".to_owned()],
            substances: vec!["alpha-pvp".to_owned()],
            groups: vec![ChemicalGroup::SyntheticCathinones],
            settings: vec![Setting::Border, Setting::Post],
            conveyances: vec![Conveyance::Car],
            detections: vec![Detection::Dog],
            kinds: vec![IncidentKind::Seizure],
            states: vec![State::Confirmed],
            scope: Some(true),
            confirmed: Some(false),
            held: Some(true),
            late: Some(false),
            text: "Кордай & 5%".to_owned(),
            ..Filter::default()
        }
    }

    #[test]
    fn what_an_address_says_reads_back_as_the_same_filter() {
        let filter = everything();
        let typed = Typed(pairs(&filter).into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
        let (read, problems) = read(&typed);
        assert!(problems.is_empty());
        assert_eq!(read, filter);
        assert!(pairs(&filter).iter().all(|(name, _)| NAMES.contains(name)));
    }

    #[test]
    fn a_value_that_means_nothing_is_said_and_the_rest_holds() {
        let typed = Typed::nothing().with("settings", "moon").with("settings", "road").with("from", "31.02.2021").with("held", "perhaps");
        let (filter, problems) = read(&typed);
        assert_eq!(filter.settings, [Setting::Road]);
        let fields: Vec<&str> = problems.0.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["from", "settings", "held"]);
    }

    #[test]
    fn an_address_carries_any_script_and_any_mark() {
        let filter = Filter { text: "а&b=c".to_owned(), ..Filter::default() };
        assert_eq!(address("/x?inputs", &filter), "/x?inputs&text=%D0%B0%26b%3Dc");
        assert_eq!(address("/x", &Filter::default()), "/x");
    }
}
