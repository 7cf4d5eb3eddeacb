//! First-level regions of the eleven countries by current ISO 3166-2 code, and how officers write them.
//!
//! Refuses to choose between two regions a text names ("St. Petersburg and Leningrad region"): that is no region, and
//! the text as written stays. Old codes are kept as aliases of today's.

use super::{Index, Nearness, Shelf};
use crate::fold::{fold, sound};
use crate::names::Names;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// A first-level region, or a city of that rank.
#[derive(Debug)]
pub struct Region {
    /// Current ISO 3166-2 code.
    pub code: String,
    /// ISO 3166-1 code of its country.
    pub country: String,
    /// Whether it is a city with the rank of a region.
    pub city: bool,
    /// For a city: the region around it, whose name it often shares.
    pub around: Option<String>,
    /// Its name per language.
    pub names: Names,
    /// Other spellings, former names and former codes.
    pub aliases: Vec<String>,
    /// Towns in it that reports name instead of it.
    pub towns: Vec<String>,
    /// Where the row's facts come from.
    pub source: String,
}

static SHELF: LazyLock<Shelf<Region>> = LazyLock::new(|| {
    Shelf::load(include_str!("../../../../catalogue/regions.csv"), |row| {
        Some(Region {
            code: row.owned("code")?,
            country: row.owned("country")?,
            city: row.text("kind") == "city",
            around: row.owned("around"),
            names: Some(row.names()).filter(|names| names.iter().count() == 3)?,
            aliases: row.list("aliases"),
            towns: row.list("towns"),
            source: row.owned("source")?,
        })
    })
});

/// What a generic word says about the name beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Region,
    City,
    /// Says nothing: "republic", "the", the country.
    Noise,
}

/// The generic words, folded, by what they say.
const GENERIC: &[(Class, &str)] = &[
    (
        Class::Region,
        "область области обл областная край края кр округ округа ао автономный автономная автономного автономной район района р region regions oblast obl oblasty oblysy \
         kray krai territory province provincial prov ostan velayat velayaty welayat welayaty viloyat viloyati vilayat vilayati vilayeti wilayat okrug autonomous avtonomnyy avtonomny \
         avtonomnaya area rayon raion rayonu district county governorate aimag aymag аймаг аймак облысы велаят вилоят вилояти областьа федеральный ولایت ولايت استان منطقه",
    ),
    (
        Class::City,
        "город города городе г гор city gorod shahri shahar shaary qalasy sheheri municipality capital қаласы шаары شهر",
    ),
    (Class::Noise, "республика республики republic respublika resp the of and рф rf ркз рк кр federal"),
];

static CLASSES: LazyLock<HashMap<&'static str, Class>> = LazyLock::new(|| {
    GENERIC.iter().flat_map(|(class, words)| words.split_whitespace().map(|word| (word, *class))).collect()
});

/// A folded name without its generic words, as it sounds, with what those words said.
fn bare(folded: &str) -> (String, Option<Class>) {
    let class = folded.split(' ').filter_map(|word| CLASSES.get(word)).rfind(|class| **class != Class::Noise);
    let words = folded.split(' ').filter(|word| !CLASSES.contains_key(word)).map(|word| stem(sound(word)));
    (words.collect::<Vec<_>>().join(" "), class.copied())
}

/// A folded name without its generic words, endings kept: what slips of the pen are measured against.
fn proper(folded: &str) -> String {
    folded.split(' ').filter(|word| !CLASSES.contains_key(word)).collect::<Vec<_>>().join(" ")
}

/// A word without the ending of a Russian adjective: московская, московской, Moskovskaya.
fn stem(word: String) -> String {
    for ending in ["skaia", "skogo", "skoi", "skuiu", "ski", "skai"] {
        if let Some(head) = word.strip_suffix(ending) {
            return format!("{head}sk");
        }
    }
    word
}

fn classed(bare: &str, class: Class) -> String {
    format!("{bare} {}", if class == Class::City { "9" } else { "1" })
}

/// The ways into one country's regions, from the surest to the least sure.
#[derive(Default)]
struct Ways {
    full: Index,
    classed: Index,
    bare: Index,
    towns: Index,
    near: Nearness,
}

static WAYS: LazyLock<HashMap<&'static str, Ways>> = LazyLock::new(|| {
    let mut all: HashMap<&str, Ways> = HashMap::new();
    for (at, region) in SHELF.numbered() {
        let ways = all.entry(region.country.as_str()).or_default();
        let names = region.names.iter().map(|(_, name)| name).chain(region.aliases.iter().map(String::as_str));
        for name in names.chain([region.code.as_str()]) {
            let (stripped, said) = bare(&fold(name));
            ways.full.add(name, at);
            ways.classed
                .add(&classed(&stripped, said.unwrap_or(if region.city { Class::City } else { Class::Region })), at);
            ways.bare.add(&stripped, at);
            ways.near.add(&proper(&fold(name)), at);
        }
        region.towns.iter().for_each(|town| ways.towns.add(&bare(&fold(town)).0, at));
    }
    all
});

/// How sure a part of a text names a region.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// The region by one of its own names.
    Name,
    /// A city of that rank by its own name.
    City,
    /// A town in the region.
    Town,
}

impl Ways {
    /// The region that a text without commas names.
    fn named(&self, folded: &str) -> Option<usize> {
        let (stripped, said) = bare(folded);
        let by_class = |class| self.classed.heard(&classed(&stripped, class));
        self.full
            .find(folded)
            .or_else(|| said.and_then(by_class))
            .or_else(|| self.bare.heard(&stripped))
            .or_else(|| self.inside(folded))
    }

    /// Whether the text names two regions joined by "and", as joint departments do.
    fn is_joint(&self, folded: &str) -> bool {
        let halves = [" и ", " and ", " i ", " va ", " و "].into_iter().find_map(|and| folded.split_once(and));
        let (Some((left, right)), None) = (halves, self.full.find(folded)) else { return false };
        matches!((self.named(left), self.named(right)), (Some(left), Some(right)) if left != right)
    }

    /// The region named by up to four neighbouring words, one of which says that it is one: "Атбасар Акмолинская обл".
    fn inside(&self, folded: &str) -> Option<usize> {
        let words: Vec<&str> = folded.split(' ').collect();
        let windows = (2..=4).rev().flat_map(|n| words.windows(n));
        windows.filter(|window| window.iter().any(|word| CLASSES.get(word) == Some(&Class::Region))).find_map(
            |window| {
                let (stripped, _) = bare(&window.join(" "));
                self.classed.heard(&classed(&stripped, Class::Region))
            },
        )
    }

    /// What a text without commas says, and how.
    fn sign(&self, part: &str) -> Option<(Sign, usize)> {
        let folded = fold(part);
        if let Some(at) = self.named(&folded) {
            let city = SHELF.rows.get(at).is_some_and(|region| region.city);
            return Some((if city { Sign::City } else { Sign::Name }, at));
        }
        self.town(&folded).map(|at| (Sign::Town, at))
    }

    /// The region of a town or of the district named after it, by the part without generic words or by one word of it.
    fn town(&self, folded: &str) -> Option<usize> {
        let (stripped, _) = bare(folded);
        let one = |word: &str| self.towns.heard(word).or_else(|| self.towns.heard(word.strip_suffix("sk")?));
        one(&stripped).or_else(|| {
            let found: BTreeSet<usize> = stripped.split(' ').filter_map(one).collect();
            found.first().copied().filter(|_| found.len() == 1)
        })
    }
}

/// The parts of a text that may each name something: divided by signs, and by a full stop after a whole word.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '/', '(', ')', '"', '«', '»', '\n']).flat_map(|part| {
        let whole_words = part.split(". ").all(|piece| piece.trim().chars().count() > 4);
        let pieces: Vec<&str> = if whole_words { part.split(". ").collect() } else { vec![part] };
        pieces.into_iter().filter(|piece| piece.chars().any(char::is_alphabetic))
    })
}

/// The one region that several parts agree on. A city outranks the region around it; a town there outranks the city,
/// which then only stood for the region; otherwise regions by name outrank towns; two of one rank are none.
fn agree(signs: &[(Sign, usize)]) -> Option<usize> {
    let of = |wanted: Sign| -> BTreeSet<usize> {
        signs.iter().filter(|(sign, _)| *sign == wanted).map(|(_, at)| *at).collect()
    };
    let one = |set: &BTreeSet<usize>| set.first().copied().filter(|_| set.len() == 1);
    let around = |at: usize| SHELF.rows.get(at).and_then(|city| city.around.as_deref());
    let is = |at: usize, code: Option<&str>| SHELF.rows.get(at).map(|region| region.code.as_str()) == code;
    let (names, cities, towns) = (of(Sign::Name), of(Sign::City), of(Sign::Town));
    match (one(&names), one(&cities), one(&towns)) {
        (_, Some(city), Some(town)) if names.is_empty() => Some(if is(town, around(city)) { town } else { city }),
        (Some(name), Some(city), _) => is(name, around(city)).then_some(city),
        (Some(name), None, _) if cities.is_empty() => Some(name),
        (None, Some(city), None) if names.is_empty() => Some(city),
        (None, None, Some(town)) if names.is_empty() && cities.is_empty() => Some(town),
        _ => None,
    }
}

impl Region {
    /// Every region, country by country.
    pub fn all() -> &'static [Region] {
        &SHELF.rows
    }

    /// The regions of one country, by ISO 3166-1 code.
    pub fn of(country: &str) -> impl Iterator<Item = &'static Region> + use<> {
        let country = country.to_owned();
        Self::all().iter().filter(move |region| region.country == country)
    }

    /// The region of a current ISO 3166-2 code, or of a former one.
    pub fn by_code(code: &str) -> Option<&'static Region> {
        let current = Self::all().iter().find(|region| region.code == code);
        current.or_else(|| Self::all().iter().find(|region| region.aliases.iter().any(|alias| alias == code)))
    }

    /// The region of `country` (ISO 3166-1) that a person meant by `text`, in any working language, with or without
    /// "область", "oblast'", "province", "г.", a district or a town beside it. Slips of the pen are forgiven only when
    /// one region is near and no other.
    pub fn recognise(country: &str, text: &str) -> Option<&'static Region> {
        let ways = WAYS.get(country)?;
        let whole = fold(text);
        if whole.is_empty() {
            return None;
        }
        if ways.is_joint(&whole) {
            return None;
        }
        let signs: Vec<_> = parts(text).filter_map(|part| ways.sign(part)).collect();
        let full = ways.full.find(&whole).or_else(|| agree(&signs));
        let slip = || {
            let name = proper(&whole);
            let short = signs.is_empty() && (5..=40).contains(&name.chars().count());
            if short { ways.near.only(&name, 800, 80) } else { None }
        };
        full.or_else(slip).and_then(|at| Self::all().get(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::tests::seizures;
    use crate::catalogue::{Country, tests::shared};
    use std::collections::BTreeMap;

    fn code(country: &str, text: &str) -> Option<&'static str> {
        Region::recognise(country, text).map(|region| region.code.as_str())
    }

    #[test]
    fn every_shipped_region_is_readable_and_every_full_name_means_one() {
        assert_eq!(SHELF.skipped, Vec::<u64>::new());
        let mut seen = HashMap::new();
        for region in Region::all() {
            assert!(Country::by_code(&region.country).is_some_and(|country| country.reflex), "{}", region.code);
            assert!(region.code.starts_with(&format!("{}-", region.country)), "{}", region.code);
            assert!(region.around.as_deref().is_none_or(|code| Region::by_code(code).is_some()), "{}", region.code);
            let names = region.names.iter().map(|(_, name)| name).chain(region.aliases.iter().map(String::as_str));
            for name in names {
                let other = seen.insert((&region.country, fold(name)), &region.code);
                assert!(other.is_none_or(|other| other == &region.code), "{name}: {other:?} and {}", region.code);
            }
        }
    }

    #[test]
    fn each_country_has_as_many_regions_as_today() {
        let counts: Vec<_> =
            Country::reflex().map(|country| (country.code.as_str(), Region::of(&country.code).count())).collect();
        let today = [
            ("AF", 34),
            ("AZ", 78),
            ("IR", 31),
            ("KZ", 20),
            ("KG", 9),
            ("PK", 7),
            ("RU", 83),
            ("TJ", 5),
            ("TM", 6),
            ("UZ", 14),
            ("MN", 22),
        ];
        assert_eq!(counts, today);
    }

    #[test]
    fn a_region_and_the_city_that_shares_its_name_stay_apart() {
        assert_eq!((code("RU", "г. Москва"), code("RU", "Moscow city")), (Some("RU-MOW"), Some("RU-MOW")));
        assert_eq!((code("RU", "Moscow region"), code("RU", "Московская область")), (Some("RU-MOS"), Some("RU-MOS")));
        assert_eq!((code("RU", "Moskovskaya oblast'"), code("RU", "Moskva")), (Some("RU-MOS"), Some("RU-MOW")));
        assert_eq!((code("UZ", "Ташкентская область"), code("UZ", "г. Ташкент")), (Some("UZ-TO"), Some("UZ-TK")));
        assert_eq!(
            (code("UZ", "Tashkent, Bekabad district"), code("UZ", "Tashkent city")),
            (Some("UZ-TO"), Some("UZ-TK"))
        );
        assert_eq!((code("KZ", "Almaty, Almaty"), code("KZ", "Алматинская область")), (Some("KZ-75"), Some("KZ-19")));
        assert_eq!((code("KG", "Bishkek, Chu"), code("KG", "Чуйская область КР")), (Some("KG-GB"), Some("KG-C")));
    }

    #[test]
    fn a_region_is_known_in_every_script_and_with_small_slips() {
        let known = [
            ("RU", "Новосибиркая область", "RU-NVS"),
            ("RU", "Khanty-Mansiyskiy avtonomnyy okrug- Yugra", "RU-KHM"),
            ("RU", "Republic of Sakha (Yakutia), Mirnyy", "RU-SA"),
            ("RU", "Республика Северная Осетия - Алания", "RU-SE"),
            ("AF", "kabul", "AF-KAB"),
            ("AF", "هلمند", "AF-HEL"),
            ("AF", "Kandarhar", "AF-KAN"),
            ("AF", "ولایت بلخ", "AF-BAL"),
            ("PK", "KPK", "PK-KP"),
            ("PK", "Karachi", "PK-SD"),
            ("TM", "Sarahsky district, Ahal Welayaty", "TM-A"),
            ("TJ", "GBAO", "TJ-GB"),
            ("TJ", "Sogd province. Pendzhikent district", "TJ-SU"),
            ("IR", "Southern Khorassan/Nehbandan", "IR-29"),
            ("IR", "هرمزگان", "IR-22"),
            ("KZ", "г.Алга Актюбинской области", "KZ-15"),
            ("KZ", "г. Атбасар Акмолинская обл", "KZ-11"),
            ("KZ", "KZ-VOS", "KZ-63"),
            ("AZ", "Djalilabad", "AZ-CAL"),
            ("AZ", "Astarinskiy rayon KPP Astara", "AZ-AST"),
            ("UZ", "Surkhandar'inskaya oblast', Termezskiy rayon", "UZ-SU"),
        ];
        for (country, text, expected) in known {
            assert_eq!(code(country, text), Some(expected), "{text}");
        }
    }

    #[test]
    fn two_regions_in_one_text_and_words_that_name_none_are_no_region() {
        assert_eq!(code("RU", "г. Санкт-Петербург и Ленинградская область"), None);
        for (country, text) in [
            ("PK", "North"),
            ("PK", "Various Places"),
            ("RU", ""),
            ("RU", "область"),
            ("KG", "Красноярский край РФ"),
            ("XX", "Kabul"),
        ] {
            assert_eq!(code(country, text), None, "{text}");
        }
    }

    /// How many of the non-blank texts of `column` are recognised; prints the commonest that are not.
    fn measured(column: &str) -> Option<(usize, usize)> {
        let rows = seizures()?;
        let (mut found, mut all, mut lost) = (0, 0, BTreeMap::new());
        let mut known: HashMap<(&str, &str), bool> = HashMap::new();
        for row in &rows {
            let text = row[column].trim();
            let Some(country) = Country::recognise(&row["COUNTRY"]).filter(|_| !text.is_empty()) else { continue };
            all += 1;
            if *known.entry((&country.code, text)).or_insert_with(|| Region::recognise(&country.code, text).is_some()) {
                found += 1;
            } else {
                *lost.entry((country.code.as_str(), text)).or_insert(0) += 1;
            }
        }
        let mut lost: Vec<_> = lost.into_iter().collect();
        lost.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        eprintln!("{column}: {found} of {all}; commonest lost: {:?}", &lost[..lost.len().min(40)]);
        Some((found, all))
    }

    #[test]
    fn most_divisions_of_the_real_file_are_recognised() {
        let Some((found, all)) = measured("ADMINISTRATIVE_DIVISION") else { return };
        assert!(found * 100 > all * 85, "{found} of {all}");
    }

    #[test]
    fn most_places_of_the_real_file_say_their_region() {
        let Some((found, all)) = measured("PLACE") else { return };
        assert!(found * 100 > all * 60, "{found} of {all}");
    }

    #[test]
    fn regions_of_the_map_are_regions_of_the_catalogue() {
        let Some(text) = shared("geo/iso3166-2_region_translated.csv") else { return };
        let mut sheet = csv::Reader::from_reader(text.as_bytes());
        let lost: Vec<String> = sheet
            .records()
            .filter_map(|row| row.unwrap().get(0).map(str::to_owned))
            .filter(|code| {
                Country::by_code(&code[..2]).is_some_and(|country| country.reflex)
                    && !code.starts_with("IR-")
                    && Region::by_code(code).is_none()
            })
            .collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}
