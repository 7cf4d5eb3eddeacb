//! Where and when a substance was seen first: computed from detections and from the lines of incidents.
//!
//! Refuses to store what follows: a retracted record takes its sighting with it. Refuses to pass over how sure a sighting
//! is: what no laboratory stands behind is provisional.

use crate::id::RecordId;
use crate::record::Kind;
use crate::time::Day;
use std::collections::BTreeMap;

/// One record that saw a substance in a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// Substance key.
    pub substance: String,
    /// Country.
    pub country: String,
    /// Day.
    pub day: Day,
    /// Whether a laboratory stands behind the name.
    pub confirmed: bool,
    /// The record.
    pub record: RecordId,
    /// Its noun: a detection or an incident.
    pub kind: Kind,
}

/// When a substance was first seen, in one country or in all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstSeen {
    /// The earliest sighting.
    pub first: Sighting,
    /// The earliest by a laboratory, where that is another.
    pub confirmed: Option<Sighting>,
}

impl FirstSeen {
    fn take(&mut self, other: &Sighting) {
        if other.day < self.first.day || other.day == self.first.day && other.confirmed && !self.first.confirmed {
            self.first = other.clone();
        }
        let earlier = self.confirmed.as_ref().is_none_or(|known| other.day < known.day);
        if other.confirmed && earlier {
            self.confirmed = Some(other.clone());
        }
    }
}

/// First sightings by substance and country.
pub fn first_seen(sightings: &[Sighting]) -> BTreeMap<(String, String), FirstSeen> {
    let mut first: BTreeMap<(String, String), FirstSeen> = BTreeMap::new();
    for sighting in sightings {
        let key = (sighting.substance.clone(), sighting.country.clone());
        let fresh = || FirstSeen { first: sighting.clone(), confirmed: sighting.confirmed.then(|| sighting.clone()) };
        first.entry(key).or_insert_with(fresh).take(sighting);
    }
    first
}

/// Whether no country of `region` is known to have seen the substance of this detection before its day. The incident it
/// belongs to is the same sighting.
pub fn is_new(sightings: &[Sighting], region: &[String], own: &Sighting, incident: Option<&RecordId>) -> bool {
    let within = |sighting: &&Sighting| sighting.substance == own.substance && region.contains(&sighting.country);
    let other = |sighting: &&Sighting| sighting.record != own.record && Some(&sighting.record) != incident;
    region.contains(&own.country) && !sightings.iter().filter(within).filter(other).any(|other| other.day < own.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saw(country: &str, day: &str, confirmed: bool, record: u128) -> Sighting {
        let id: crate::detection::DetectionId = crate::id::Id::new(uuid::Uuid::from_u128(record));
        Sighting {
            substance: "x".to_owned(),
            country: country.to_owned(),
            day: day.parse().unwrap(),
            confirmed,
            record: id.into(),
            kind: Kind::Detection,
        }
    }

    #[test]
    fn a_provisional_sighting_is_first_and_the_laboratorys_stands_beside_it() {
        let all =
            [saw("KZ", "2021-05-01", true, 1), saw("KZ", "2021-03-01", false, 2), saw("UZ", "2021-04-01", true, 3)];
        let first = first_seen(&all);
        let kz = &first[&("x".to_owned(), "KZ".to_owned())];
        assert_eq!((kz.first.day.to_string().as_str(), kz.first.confirmed), ("2021-03-01", false));
        assert_eq!(kz.confirmed.as_ref().unwrap().day.to_string(), "2021-05-01");
        assert_eq!(first.len(), 2);
    }

    #[test]
    fn a_substance_is_new_to_the_region_unless_one_of_its_countries_saw_it_before() {
        let region = ["KZ".to_owned(), "UZ".to_owned()];
        let own = saw("KZ", "2021-05-01", true, 1);
        let incident = saw("KZ", "2021-04-28", false, 2);
        let elsewhere = saw("DE", "2019-01-01", true, 3);
        let all = [own.clone(), incident.clone(), elsewhere];
        assert!(!is_new(&all, &region, &own, None), "an incident saw it three days before");
        assert!(is_new(&all, &region, &own, Some(&incident.record)), "which is the one it was found in");
        assert!(!is_new(&all, &["UZ".to_owned()], &own, Some(&incident.record)), "found outside the region");
    }
}
