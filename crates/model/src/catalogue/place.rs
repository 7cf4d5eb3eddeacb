//! The register of border posts, airports, railway stations and ports that reports name.
//!
//! Refuses to be a gazetteer: only places where consignments are controlled, each sure, with coordinates to two
//! decimals (about a kilometre).

use super::{Index, Shelf};
use crate::fold::fold;
use crate::names::Names;
use std::sync::LazyLock;

crate::codes! {
    /// What kind of place it is.
    pub enum PlaceKind {
        /// A border crossing point.
        BorderPost = "border-post",
        /// An international airport.
        Airport = "airport",
        /// A railway station.
        Station = "station",
        /// A sea or river port.
        Port = "port",
    }
}

/// A place in the register.
#[derive(Debug)]
pub struct Place {
    /// Stable key; the IATA code in lower case for an airport.
    pub key: String,
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 code.
    pub country: String,
    /// ISO 3166-2 code of its first-level region.
    pub region: Option<String>,
    /// Its name per language.
    pub names: Names,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Where the row's facts come from.
    pub source: String,
}

static SHELF: LazyLock<Shelf<Place>> = LazyLock::new(|| {
    Shelf::load(include_str!("../../../../catalogue/places.csv"), |row| {
        Some(Place {
            key: row.owned("key")?,
            kind: PlaceKind::parse(row.text("kind"))?,
            country: row.owned("country")?,
            region: row.owned("region"),
            names: Some(row.names()).filter(|names| names.iter().count() == 3)?,
            aliases: row.list("aliases"),
            lat: row.text("lat").parse().ok()?,
            lon: row.text("lon").parse().ok()?,
            source: row.owned("source")?,
        })
    })
});

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::default();
    for (at, place) in SHELF.numbered() {
        if place.kind == PlaceKind::Airport {
            index.add(&place.key, at);
        }
        place.names.iter().for_each(|(_, name)| index.add(name, at));
        place.aliases.iter().for_each(|alias| index.add(alias, at));
    }
    index
});

/// Words that say what a place is and not which.
const KIND_WORDS: &[&str] = &[
    "bcp",
    "cp",
    "post",
    "posts",
    "border",
    "crossing",
    "point",
    "checkpoint",
    "customs",
    "checkpost",
    "complex",
    "station",
    "railway",
    "rail",
    "the",
    "auto",
    "road",
    "at",
    "of",
    "кпп",
    "мапп",
    "апп",
    "жд",
    "ж",
    "д",
    "авто",
    "таможенный",
    "пограничный",
    "пограничная",
    "железнодорожный",
    "железнодорожная",
    "автомобильный",
    "автодорожный",
    "пункт",
    "пропуска",
    "пост",
    "комплекс",
    "застава",
    "отдел",
    "пограничного",
    "контроля",
    "контрольно",
    "пропускной",
    "станция",
    "ст",
    "село",
    "с",
    "тп",
    "т",
    "п",
    "tamozhennyy",
    "tamozhenno",
    "propusknoy",
    "punkt",
    "kpp",
    "گمرک",
    "مرز",
    "ایستگاه",
    "پایانه",
    "مرزی",
];

/// Words that name an airport, whose city then says which.
const AIRPORT_WORDS: &[&str] = &[
    "airport",
    "аэропорт",
    "аэропорта",
    "аэропорту",
    "aeroport",
    "فرودگاه",
    "international",
    "международный",
    "بینالمللی",
    "city",
    "г",
    "g",
    "the",
    "at",
    "of",
    "in",
];

impl Place {
    /// Every place of the register.
    pub fn all() -> &'static [Place] {
        &SHELF.rows
    }

    /// The place of a key.
    pub fn by_key(key: &str) -> Option<&'static Place> {
        Self::all().iter().find(|place| place.key == key)
    }

    /// The place a person meant by `text`: its name, its IATA code in capitals, a name inside quotation marks, or a part
    /// between commas, without the words that only say what kind of place it is.
    pub fn recognise(text: &str) -> Option<&'static Place> {
        if text.trim().is_empty() {
            return None;
        }
        let whole = by_iata(text).or_else(|| named(text));
        whole.or_else(|| text.split(['"', '«', '»', '“', '”', ',', ';', '/', '(', ')', '\n']).find_map(named))
    }
}

fn by_iata(text: &str) -> Option<&'static Place> {
    let code = text.trim();
    let is_code = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    if is_code { Place::by_key(&code.to_ascii_lowercase()) } else { None }
}

/// A place by one name, with or without the words of its kind.
fn named(text: &str) -> Option<&'static Place> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_airport =
        words.iter().any(|word| matches!(*word, "airport" | "aeroport" | "فرودگاه") || word.starts_with("аэропорт"));
    let at = if is_airport {
        INDEX.find(&folded).or_else(|| INDEX.find(&format!("airport {}", without(&words, AIRPORT_WORDS))))
    } else {
        long(&folded)
            .and_then(|name| INDEX.find(name))
            .or_else(|| long(&without(&words, KIND_WORDS)).and_then(|name| INDEX.find(name)))
    };
    at.and_then(|at| Place::all().get(at))
}

/// Names of less than four letters are left to IATA codes, which must be in capitals.
fn long(name: &str) -> Option<&str> {
    (name.chars().count() > 3).then_some(name)
}

fn without(words: &[&str], dropped: &[&str]) -> String {
    words.iter().copied().filter(|word| !dropped.contains(word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::tests::shared;
    use crate::catalogue::{Country, Region};
    use std::collections::HashSet;

    #[test]
    fn every_shipped_place_is_readable_and_stands_in_a_known_region() {
        assert_eq!(SHELF.skipped, Vec::<u64>::new());
        assert!(Place::all().len() >= 115, "{}", Place::all().len());
        let mut seen = HashSet::new();
        for place in Place::all() {
            assert!(seen.insert(&place.key), "{} twice", place.key);
            assert!(Country::by_code(&place.country).is_some(), "{}", place.key);
            let region = place.region.as_deref().map(|code| Region::by_code(code).unwrap_or_else(|| panic!("{code}")));
            assert!(region.is_none_or(|region| region.country == place.country), "{}", place.key);
            assert!((24.0..72.0).contains(&place.lat) && (19.0..179.0).contains(&place.lon), "{}", place.key);
        }
    }

    #[test]
    fn places_are_known_however_officers_write_them() {
        let known = [
            ("КПП \"Кордай-авто\"", "korday"),
            ("BCP \"Korday\", Zhambyl", "korday"),
            ("Жамбылская область, КПП \"Кордай\"", "korday"),
            ("Qorday", "korday"),
            ("ALA", "ala"),
            ("Аэропорт г.Ургенч", "ugc"),
            ("airport Dushanbe city", "dyu"),
            ("Tashkent, Tashkent International Airport", "tas"),
            ("Chaman", "chaman"),
            ("Таможенный комплекс \"Айритом\"", "ayritom"),
            ("Astarinskiy tamozhenno-propusknoy punkt", "astara-az"),
            ("Шереметьево", "svo"),
            ("تورخم", "torkham"),
        ];
        for (text, key) in known {
            assert_eq!(Place::recognise(text).map(|place| place.key.as_str()), Some(key), "{text}");
        }
        for text in ["", "г. Алматы", "road", "Kabul", "пост"] {
            assert!(Place::recognise(text).is_none(), "{text}");
        }
    }

    #[test]
    fn most_posts_mentioned_in_the_real_file_are_in_the_register() {
        let Some(text) = shared("names/ids_region_border_airport_rail_mentions.csv") else { return };
        let mut sheet = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<(String, String, String, u32)> = sheet.deserialize().map(Result::unwrap).collect();
        let all: u32 = rows.iter().map(|row| row.3).sum();
        let lost: Vec<_> =
            rows.iter().filter(|row| Place::recognise(&row.2).is_none()).map(|row| (&row.2, row.3)).collect();
        let found = all - lost.iter().map(|(_, n)| n).sum::<u32>();
        eprintln!("places: {found} of {all} rows; lost {lost:?}");
        assert!(found * 100 > all * 60, "{found} of {all}");
    }
}
