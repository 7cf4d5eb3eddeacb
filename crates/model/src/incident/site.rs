//! The way of the place from typed to true.
//!
//! Refuses to invent a region: a place nobody knows is asked back, and "unknown" is an answer.

use super::read::{read_country, read_degrees};
use super::{IncidentDraft, Setting, Site};
use crate::catalogue::country::Country;
use crate::catalogue::place::{Place, PlaceKind};
use crate::catalogue::region::Region;
use crate::marking::coded;
use crate::problem::{Problem, Problems};
use crate::text;

impl IncidentDraft {
    pub(super) fn check_site(&self, problems: &mut Problems) -> Option<Site> {
        let text = problems.keep(text::read("place", &self.place, 500)).unwrap_or_default();
        let setting = problems.keep(coded("setting", &self.setting, Setting::parse, None)).flatten();
        let known = Place::recognise(&text);
        let country = self.read_country(known, problems);
        let coordinates = self.read_coordinates(problems);
        let country = country?;
        let region = self.read_region(country, &text, known, problems);
        let place = known.filter(|place| place.country == country.code).map(|place| place.key.clone());
        let setting = setting.or_else(|| known.map(|place| setting_of(place.kind))).unwrap_or(Setting::Unknown);
        Some(Site { country: country.code.clone(), region, text, place, coordinates, setting })
    }

    fn read_country(&self, known: Option<&'static Place>, problems: &mut Problems) -> Option<&'static Country> {
        let typed = self.country.trim();
        if typed.is_empty() {
            let of_place = known.and_then(|place| Country::by_code(&place.country));
            if of_place.is_none() {
                problems.add(Problem::new("country", "required"));
            }
            return of_place;
        }
        problems.keep(read_country("country", typed))
    }

    /// The region typed or chosen, else the one the place's name tells; a place nobody knows is asked back.
    fn read_region(
        &self,
        country: &Country,
        place_text: &str,
        known: Option<&Place>,
        problems: &mut Problems,
    ) -> Option<String> {
        let typed = self.region.trim();
        if typed == "unknown" {
            return None;
        }
        if !typed.is_empty() {
            let found = Region::by_code(typed).filter(|region| region.country == country.code);
            let found = found.or_else(|| Region::recognise(&country.code, typed));
            let read = found.ok_or_else(|| Problem::new("region", "region-unknown").with("text", typed));
            return problems.keep(read).map(|region| region.code.clone());
        }
        let of_place = known.filter(|place| place.country == country.code).and_then(|place| place.region.clone());
        let of_text = || Region::recognise(&country.code, place_text).map(|region| region.code.clone());
        let found = of_place.or_else(of_text);
        if found.is_none() && Region::of(&country.code).next().is_some() {
            let code = if place_text.is_empty() { "required" } else { "place-unknown" };
            problems.add(Problem::new("region", code).with("text", place_text));
        }
        found
    }

    fn read_coordinates(&self, problems: &mut Problems) -> Option<(i32, i32)> {
        let (latitude, longitude) = (self.latitude.trim(), self.longitude.trim());
        if latitude.is_empty() && longitude.is_empty() {
            return None;
        }
        let latitude = problems.keep(read_degrees("latitude", latitude, 90));
        let longitude = problems.keep(read_degrees("longitude", longitude, 180));
        latitude.zip(longitude)
    }
}

/// What kind of place a place of the register is.
const fn setting_of(kind: PlaceKind) -> Setting {
    match kind {
        PlaceKind::BorderPost => Setting::Border,
        PlaceKind::Airport => Setting::Airport,
        PlaceKind::Station => Setting::Rail,
        PlaceKind::Port => Setting::Seaport,
    }
}
