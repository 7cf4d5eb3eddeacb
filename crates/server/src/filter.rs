//! What an address of a list asks for: its filter, in the form that `render` writes, and its page.
//!
//! Refuses a value it does not know, naming the field: a filter that is silently ignored shows wrong figures.

use crate::typed::Typed;
use model::listing::{Cursor, Filter, Order, Page};
use model::problem::{Problem, Problems};
use render::page::{filter as page_filter, incident_filter};

/// Fields that may be called by their singular, and hold several values with commas.
const LISTS: &[(&str, &str)] = &[
    ("participant", "participants"),
    ("agency", "agencies"),
    ("country", "countries"),
    ("region", "regions"),
    ("substance", "substances"),
    ("group", "groups"),
    ("place", "places"),
    ("setting", "settings"),
    ("conveyance", "conveyances"),
    ("detection", "detections"),
    ("kind", "kinds"),
    ("state", "states"),
];

/// The filter of an address. A list's field may be called by its singular and hold commas (`country=KZ,KG`).
pub fn read(typed: &Typed) -> Result<Filter, Problems> {
    let mut pairs = Vec::with_capacity(typed.0.len());
    for (name, value) in &typed.0 {
        match LISTS.iter().find(|(singular, plural)| name == singular || name == plural) {
            Some((_, plural)) => {
                let values = value.split(',').map(str::trim).filter(|value| !value.is_empty());
                let capital = matches!(*plural, "countries" | "participants" | "regions");
                let written = |value: &str| if capital { value.to_uppercase() } else { value.to_owned() };
                pairs.extend(values.map(|value| ((*plural).to_owned(), written(value))));
            }
            None => pairs.push((name.clone(), value.clone())),
        }
    }
    let (filter, problems) = incident_filter::checked(&Typed(pairs));
    problems.or(Some(filter))
}

/// `path` with the filter and further pairs as its query.
pub fn address(path: &str, filter: &Filter, more: &[(&str, String)]) -> String {
    incident_filter::with_pairs(&page_filter::address(path, filter), more)
}

/// The page of a list that an address asks for: `order`, `after`, `limit`.
pub fn read_page(typed: &Typed, usual: u32, most: u32) -> Result<Page, Problems> {
    let mut problems = Problems::none();
    let order = match typed.get("order") {
        "" => Some(Order::Event),
        text => Order::parse(text),
    };
    if order.is_none() {
        problems.add(Problem::new("order", "code-unknown").with("text", typed.get("order")));
    }
    let after = match typed.get("after") {
        "" => None,
        text => {
            let cursor = Cursor::read(text);
            if cursor.is_none() {
                problems.add(Problem::new("after", "cursor-unknown"));
            }
            cursor
        }
    };
    let limit = match typed.get("limit") {
        "" => Some(usual),
        text => text.parse().ok().filter(|limit| (1..=most).contains(limit)),
    };
    if limit.is_none() {
        problems.add(Problem::new("limit", "number-range").with("min", 1).with("max", most));
    }
    problems.or(order.zip(limit).map(|(order, limit)| Page { order, after, limit }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        pairs.iter().fold(Typed::nothing(), |typed, (name, value)| typed.with(*name, *value))
    }

    #[test]
    fn singulars_and_commas_are_the_same_filter() {
        let short = read(&typed(&[("country", "KZ,kg"), ("setting", "airport")])).unwrap();
        let long = read(&typed(&[("countries", "KZ"), ("countries", "KG"), ("settings", "airport")])).unwrap();
        assert_eq!(short, long);
    }

    #[test]
    fn every_value_that_is_not_known_is_named() {
        let problems = read(&typed(&[("setting", "moon"), ("from", "yesterday")])).unwrap_err();
        let mut fields: Vec<&str> = problems.0.iter().map(|problem| problem.field.as_str()).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["from", "settings"]);
    }

    #[test]
    fn a_page_beyond_its_bounds_is_refused() {
        assert!(read_page(&typed(&[("limit", "501")]), 50, 500).is_err());
        assert!(read_page(&typed(&[("after", "nonsense")]), 50, 500).is_err());
        assert_eq!(read_page(&Typed::nothing(), 50, 500).unwrap().limit, 50);
    }
}
