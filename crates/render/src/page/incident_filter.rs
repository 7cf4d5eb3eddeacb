//! What of a list's address could not be read, said instead of passed over; the reading itself is [`super::filter`]'s.
//!
//! Refuses to guess: a value that means nothing asks for nothing, and is named.

use super::filter::{pairs, read};
use crate::form::Typed;
use crate::html::query;
use model::listing::Filter;
use model::problem::{Problem, Problems};
use model::time::read_day;

/// Names of a filter in an address, in the order in which they are offered.
pub const NAMES: [&str; 19] = [
    "text",
    "from",
    "to",
    "participants",
    "agencies",
    "countries",
    "regions",
    "substances",
    "groups",
    "places",
    "settings",
    "conveyances",
    "detections",
    "kinds",
    "states",
    "scope",
    "confirmed",
    "held",
    "late",
];

/// What else stands in the addresses of pages with a filter.
const BESIDE: [&str; 11] =
    ["q", "by", "format", "lang", "theme", "order", "after", "limit", "columns", "inputs", "skip"];

/// The problem of a name that is no filter.
pub fn unknown(name: &str) -> Problem {
    Problem::new("", "filter-unknown").with("text", name).with("known", NAMES.join(", "))
}

/// The filter that an address asks for, and what of it means nothing. `q` is read as `text`.
pub fn checked(typed: &Typed) -> (Filter, Problems) {
    let mut typed = typed.clone();
    if typed.get("text").is_empty() && !typed.get("q").is_empty() {
        let asked = typed.get("q").to_owned();
        typed.0.push(("text".to_owned(), asked));
    }
    let mut filter = read(&typed);
    filter.text = filter.text.trim().to_owned();
    let mut problems = Problems::none();
    for (name, value) in &typed.0 {
        if !NAMES.contains(&name.as_str()) && !BESIDE.contains(&name.as_str()) {
            problems.add(unknown(name));
        }
        let Some(name) = NAMES.iter().find(|known| *known == name).filter(|_| !value.trim().is_empty()) else {
            continue;
        };
        match *name {
            "from" | "to" => {
                problems.keep(read_day(name, value));
            }
            "text" => {
                problems.keep(model::text::read("text", value, 200));
            }
            name if read(&Typed::nothing().with(name, value.as_str())) == Filter::default() => {
                problems.add(Problem::new(name, "code-unknown").with("text", value.trim()));
            }
            _ => {}
        }
    }
    if filter.from.zip(filter.to).is_some_and(|(from, to)| to < from) {
        problems.add(Problem::new("to", "dates-reversed"));
    }
    (filter, problems)
}

/// A filter as names and values of an address, in the order of [`NAMES`].
pub fn ordered(filter: &Filter) -> Vec<(String, String)> {
    let mut all = pairs(filter);
    all.sort_by_key(|(name, _)| NAMES.iter().position(|known| known == name));
    all
}

/// `path` with names and values added to its query.
pub fn with_pairs<N: AsRef<str>>(path: &str, pairs: &[(N, String)]) -> String {
    let added: Vec<String> = pairs.iter().map(|(name, value)| format!("{}={}", name.as_ref(), query(value))).collect();
    match (added.is_empty(), path.contains('?')) {
        (true, _) => path.to_owned(),
        (false, true) => format!("{path}&{}", added.join("&")),
        (false, false) => format!("{path}?{}", added.join("&")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::incident::Setting;

    #[test]
    fn a_value_that_means_nothing_is_said_and_the_rest_holds() {
        let typed = Typed::nothing()
            .with("settings", "moon")
            .with("settings", "road")
            .with("from", "31.02.2021")
            .with("held", "perhaps")
            .with("order", "changed")
            .with("setting", "road");
        let (filter, problems) = checked(&typed);
        assert_eq!(filter.settings, [Setting::Road]);
        let fields: Vec<&str> = problems.0.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["settings", "from", "held", ""]);
        assert_eq!(problems.0[3].code, "filter-unknown");
    }

    #[test]
    fn a_sound_address_has_no_problem_and_any_script() {
        let (filter, problems) = checked(&Typed::nothing().with("q", " Кордай ").with("countries", "KZ"));
        assert!(problems.is_empty());
        assert_eq!(filter.text, "Кордай");
        assert_eq!(
            with_pairs("/x?inputs", &ordered(&filter)),
            "/x?inputs&text=%D0%9A%D0%BE%D1%80%D0%B4%D0%B0%D0%B9&countries=KZ"
        );
        let (_, problems) = checked(&Typed::nothing().with("from", "2021-10-05").with("to", "2021-10-04"));
        assert_eq!(problems.0[0].code, "dates-reversed");
    }

    #[test]
    fn every_name_that_a_filter_writes_is_offered() {
        let all = "from=2021-10-04 to=2021-10-05 participants=KZ agencies=agc_00000000000000000000000000 countries=KZ \
                   regions=KZ-75 substances=alpha-pvp groups=nitazenes places=aqina settings=road conveyances=car \
                   detections=dog kinds=seizure states=confirmed scope=true confirmed=true held=true late=true text=x";
        let typed = Typed(
            all.split_whitespace()
                .filter_map(|pair| pair.split_once('='))
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        );
        let (filter, problems) = checked(&typed);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(ordered(&filter).len(), NAMES.len());
    }
}
