//! What an address of a list asks for: its filter, in the form that `render` writes, and its page.
//!
//! Refuses a value it does not know, naming the field: a filter that is silently ignored shows wrong figures.

use crate::typed::Typed;
use app::Cx;
use model::catalogue::country::Country;
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

/// What figures print for the two sides of a line, and how a filter asks for it.
const SIDES: &[(&str, &str, &str, &str)] = &[
    ("scope", "in", "scope", "true"),
    ("scope", "off", "scope", "false"),
    ("status", "confirmed", "confirmed", "true"),
    ("status", "provisional", "confirmed", "false"),
];

/// Parameters of a list of the API beside its filter.
pub const PAGE: &[&str] = &["order", "after", "limit"];
/// Parameters that any address takes.
const ANYWHERE: &[&str] = &["lang", "theme"];

/// The filter of an address or of flags, beside which it takes `own` parameters. A list's field may be called by its
/// singular and hold commas (`country=KZ,KG`), and both sides of a line by the words that figures print.
pub fn read(typed: &Typed, own: &[&str]) -> Result<Filter, Problems> {
    let mut pairs = Vec::with_capacity(typed.0.len());
    let mut unknown = Problems::none();
    for (name, value) in typed.0.iter().filter(|(name, _)| !is_own(name, own)) {
        match plain(name, value) {
            Some(found) => pairs.extend(found),
            None => unknown.add(incident_filter::unknown(name)),
        }
    }
    let (filter, mut problems) = incident_filter::checked(&Typed(pairs));
    problems.0.splice(0..0, unknown.0);
    problems.or(Some(filter))
}

fn is_own(name: &str, own: &[&str]) -> bool {
    own.contains(&name) || (ANYWHERE.contains(&name) && !own.is_empty())
}

/// A parameter as names and values of the filter; `None` where there is no filter of that name.
fn plain(name: &str, value: &str) -> Option<Vec<(String, String)>> {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    if let Some((.., name, value)) = SIDES.iter().find(|(field, word, ..)| *field == name && *word == value.trim()) {
        return Some(vec![pair(name, value)]);
    }
    if let Some((_, plural)) = LISTS.iter().find(|(singular, plural)| name == *singular || name == *plural) {
        let whole = *plural == "countries" && Country::recognise(value).is_some();
        let values = value.split(|letter| letter == ',' && !whole).map(str::trim).filter(|value| !value.is_empty());
        let capital = matches!(*plural, "participants" | "regions");
        return Some(
            values.map(|value| pair(plural, &if capital { value.to_uppercase() } else { value.to_owned() })).collect(),
        );
    }
    let name = if name == "status" { "confirmed" } else { name };
    (incident_filter::NAMES.contains(&name) || name == "q").then(|| vec![pair(name, value)])
}

/// A filter by somebody whom the node does not know finds nothing, and says so.
pub async fn known(cx: &Cx, filter: &Filter) -> Result<(), app::Error> {
    let problems = strangers(cx, filter).await?;
    Ok(problems.or(Some(()))?)
}

/// The participants and agencies of a filter that the node does not know.
pub async fn strangers(cx: &Cx, filter: &Filter) -> Result<Problems, app::Error> {
    let mut problems = Problems::none();
    let named = |field: &str, text: &str| Problem::new(field, "code-unknown").with("text", text);
    if !filter.participants.is_empty() {
        let known = app::participant::list(cx).await?;
        let strange = filter.participants.iter().filter(|code| known.iter().all(|one| one.code != **code));
        strange.for_each(|code| problems.add(named("participants", code.as_str())));
    }
    if !filter.agencies.is_empty() {
        let known = app::agency::list(cx).await?;
        let strange = filter.agencies.iter().filter(|id| known.iter().all(|one| one.id != **id));
        strange.for_each(|id| problems.add(named("agencies", &id.to_string())));
    }
    Ok(problems)
}

/// The filter of a page's address: what of it means nothing, or nobody, is said on the page.
pub async fn on_page(cx: &Cx, typed: &Typed) -> Result<(Filter, Problems), app::Error> {
    let (filter, mut problems) = incident_filter::checked(typed);
    problems.0.extend(strangers(cx, &filter).await?.0);
    Ok((filter, problems))
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
            let cursor = Cursor::read(text).filter(|cursor| order.is_none_or(|order| cursor.fits(order)));
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
        let short = read(&typed(&[("country", "KZ,kyrgyzstan"), ("setting", "airport")]), &[]).unwrap();
        let long = read(&typed(&[("countries", "KZ"), ("countries", "KG"), ("settings", "airport")]), &[]).unwrap();
        assert_eq!(short, long);
    }

    #[test]
    fn every_value_that_is_not_known_is_named() {
        let asked = [
            ("setting", "moon"),
            ("from", "yesterday"),
            ("country", "Atlantis"),
            ("region", "KZ-99"),
            ("place", "nowhere"),
            ("substance", "sugar"),
        ];
        let problems = read(&typed(&asked), &[]).unwrap_err();
        let mut fields: Vec<&str> = problems.0.iter().map(|problem| problem.field.as_str()).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["countries", "from", "places", "regions", "settings", "substances"]);
    }

    #[test]
    fn a_name_that_is_no_filter_is_named_with_those_that_are() {
        let asked = typed(&[("bogus", "1"), ("Countries", "KZ"), ("order", "event"), ("lang", "en")]);
        let unknown = read(&asked, &[]).unwrap_err();
        let texts: Vec<&str> = unknown.0.iter().map(|problem| problem.params[0].1.as_str()).collect();
        assert_eq!(texts, ["bogus", "Countries", "order", "lang"]);
        assert!(unknown.0.iter().all(|problem| problem.code == "filter-unknown"));
        assert!(unknown.0[0].params[1].1.contains("countries, regions"));
        assert_eq!(read(&asked, PAGE).unwrap_err().0.len(), 2);
    }

    #[test]
    fn the_words_that_figures_print_are_understood() {
        let filter = read(&typed(&[("scope", "off"), ("status", "provisional")]), &[]).unwrap();
        assert_eq!((filter.scope, filter.confirmed), (Some(false), Some(false)));
        let filter = read(&typed(&[("scope", "in"), ("status", "confirmed")]), &[]).unwrap();
        assert_eq!((filter.scope, filter.confirmed), (Some(true), Some(true)));
        assert!(read(&typed(&[("status", "perhaps")]), &[]).is_err());
    }

    #[test]
    fn a_country_is_known_by_its_name_commas_and_all() {
        let filter = read(&typed(&[("countries", "Iran, Islamic Republic of"), ("country", "kz,Узбекистан")]), &[]);
        assert_eq!(filter.unwrap().countries, ["IR", "KZ", "UZ"]);
    }

    #[test]
    fn a_page_beyond_its_bounds_is_refused() {
        assert!(read_page(&typed(&[("limit", "501")]), 50, 500).is_err());
        assert!(read_page(&typed(&[("after", "nonsense")]), 50, 500).is_err());
        assert_eq!(read_page(&Typed::nothing(), 50, 500).unwrap().limit, 50);
    }
}
