//! Countries by ISO 3166-1 code, named in the working languages.
//!
//! Refuses to say anything about status or borders: a name here is an address for matching, not a position.

use super::{Index, Shelf};
use crate::names::Names;
use crate::time::Calendar;
use std::sync::LazyLock;

/// A country or territory.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub code: String,
    /// Its short name per language.
    pub names: Names,
    /// Other names it is written with.
    pub aliases: Vec<String>,
    /// Whether it is one of the eleven of the model operation.
    pub reflex: bool,
    /// The IANA time zone of its capital; kept for the eleven.
    pub zone: Option<String>,
    /// The calendar of its officers.
    pub calendar: Calendar,
    /// Where the row's facts come from.
    pub source: String,
}

static SHELF: LazyLock<Shelf<Country>> = LazyLock::new(|| {
    Shelf::load(include_str!("../../../../catalogue/countries.csv"), |row| {
        Some(Country {
            code: row.owned("code").filter(|code| code.len() == 2)?,
            names: Some(row.names()).filter(|names| names.iter().count() == 3)?,
            aliases: row.list("aliases"),
            reflex: row.text("reflex") == "1",
            zone: row.owned("zone"),
            calendar: Calendar::parse(row.text("calendar"))?,
            source: row.owned("source")?,
        })
    })
});

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::default();
    for (at, country) in SHELF.numbered() {
        index.add(&country.code, at);
        country.names.iter().for_each(|(_, name)| index.add(name, at));
        country.aliases.iter().for_each(|alias| index.add(alias, at));
    }
    index
});

impl Country {
    /// Every country, the eleven first.
    pub fn all() -> &'static [Country] {
        &SHELF.rows
    }

    /// The eleven countries of the model operation.
    pub fn reflex() -> impl Iterator<Item = &'static Country> {
        Self::all().iter().filter(|country| country.reflex)
    }

    /// The country of an ISO code, in capitals.
    pub fn by_code(code: &str) -> Option<&'static Country> {
        Self::all().iter().find(|country| country.code == code)
    }

    /// The country a person meant by `text`: its code, a name in a working language, or a known other name.
    pub fn recognise(text: &str) -> Option<&'static Country> {
        INDEX.find(text).and_then(|at| Self::all().get(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::tests::seizures;
    use crate::fold::fold;
    use std::collections::{BTreeMap, HashMap};

    #[test]
    fn every_shipped_country_is_readable_and_every_name_means_one_country() {
        assert_eq!(SHELF.skipped, Vec::<u64>::new());
        assert!(Country::all().len() >= 249);
        let mut seen = HashMap::new();
        for country in Country::all() {
            let names = country.names.iter().map(|(_, name)| name).chain(country.aliases.iter().map(String::as_str));
            for name in names.chain([country.code.as_str()]) {
                let other = seen.insert(fold(name), &country.code);
                assert!(
                    other.is_none_or(|other| other == &country.code),
                    "{name} is both {other:?} and {}",
                    country.code
                );
            }
        }
    }

    #[test]
    fn the_eleven_have_a_zone_that_exists() {
        let codes: Vec<_> = Country::reflex().map(|country| country.code.as_str()).collect();
        assert_eq!(codes, ["AF", "AZ", "IR", "KZ", "KG", "PK", "RU", "TJ", "TM", "UZ", "MN"]);
        for country in Country::reflex() {
            assert!(jiff::tz::TimeZone::get(country.zone.as_deref().unwrap()).is_ok(), "{}", country.code);
        }
        let hijri = Country::all().iter().filter(|country| country.calendar == Calendar::SolarHijri);
        assert_eq!(hijri.map(|country| country.code.as_str()).collect::<Vec<_>>(), ["AF", "IR"]);
    }

    #[test]
    fn countries_are_known_by_every_name() {
        let known = [
            ("Russian Federation", "RU"),
            ("РФ", "RU"),
            ("روسیه", "RU"),
            ("Iran, Islamic Republic of", "IR"),
            ("Иран", "IR"),
            ("ایران", "IR"),
            ("Киргизия", "KG"),
            ("Кыргызстан", "KG"),
            ("Qazaqstan", "KZ"),
            ("Côte d'Ivoire", "CI"),
            ("Moldova, Republic of", "MD"),
            ("Türkiye", "TR"),
            ("Turkey", "TR"),
            ("kz", "KZ"),
            ("افغانستان", "AF"),
        ];
        for (text, code) in known {
            assert_eq!(Country::recognise(text).map(|country| country.code.as_str()), Some(code), "{text}");
        }
        assert!(Country::recognise("Unknown").is_none() && Country::recognise("").is_none());
    }

    #[test]
    fn every_country_of_the_real_file_is_recognised() {
        let Some(rows) = seizures() else { return };
        let mut lost = BTreeMap::new();
        for column in ["COUNTRY", "PRODUCING_COUNTRY", "DEPARTURE_COUNTRY", "DESTINATION_COUNTRY"] {
            for text in rows.iter().map(|row| row[column].trim()) {
                if !matches!(text, "" | "Unknown" | "Other") && Country::recognise(text).is_none() {
                    *lost.entry(text).or_insert(0) += 1;
                }
            }
        }
        assert!(lost.is_empty(), "{lost:?}");
    }
}
