//! The way of legs, persons and related finds from typed to true.
//!
//! Refuses names: persons are counts by status, nationality, sex and age band.

use super::read::{optional, read_count, read_country};
use super::{
    AgeBand, Confidence, Leg, LegDraft, LegRole, PersonCount, PersonDraft, PersonStatus, Related, RelatedDraft,
    RelatedKind, SexBand,
};
use crate::marking::coded;
use crate::problem::Problems;
use crate::text;

impl LegDraft {
    pub(super) fn is_blank(&self) -> bool {
        self.country.trim().is_empty() && self.place.trim().is_empty()
    }

    pub(super) fn check(&self) -> Result<Leg, Problems> {
        let mut problems = Problems::none();
        let role = problems.keep(coded("role", &self.role, LegRole::parse, Some(LegRole::Origin))).flatten();
        let confidence = problems
            .keep(coded("confidence", &self.confidence, Confidence::parse, Some(Confidence::Probable)))
            .flatten();
        let country = problems.keep(read_country("country", &self.country));
        let place = problems.keep(text::read("place", &self.place, 300)).unwrap_or_default();
        let parts = country.zip(role).zip(confidence);
        problems.or(parts.map(|((country, role), confidence)| Leg {
            role,
            country: country.code.clone(),
            place,
            confidence,
        }))
    }
}

impl PersonDraft {
    pub(super) fn is_blank(&self) -> bool {
        self.count.trim().is_empty()
    }

    pub(super) fn check(&self) -> Result<PersonCount, Problems> {
        let mut problems = Problems::none();
        let count = problems.keep(read_count("count", &self.count));
        let status =
            problems.keep(coded("status", &self.status, PersonStatus::parse, Some(PersonStatus::Detained))).flatten();
        let sex = problems.keep(coded("sex", &self.sex, SexBand::parse, Some(SexBand::Unknown))).flatten();
        let age = problems.keep(coded("age", &self.age, AgeBand::parse, Some(AgeBand::Unknown))).flatten();
        let nationality = optional(&self.nationality, |typed| read_country("nationality", typed), &mut problems);
        let nationality = nationality.map(|country| country.code.clone());
        let parts = count.zip(status).zip(sex).zip(age);
        problems.or(parts.map(|(((count, status), sex), age)| PersonCount { status, nationality, sex, age, count }))
    }
}

impl RelatedDraft {
    pub(super) fn is_blank(&self) -> bool {
        self.count.trim().is_empty() && self.text.trim().is_empty()
    }

    pub(super) fn check(&self) -> Result<Related, Problems> {
        let mut problems = Problems::none();
        let kind = problems.keep(coded("kind", &self.kind, RelatedKind::parse, Some(RelatedKind::Other))).flatten();
        let count = optional(&self.count, |typed| read_count("count", typed), &mut problems);
        let text = problems.keep(text::read("text", &self.text, 500)).unwrap_or_default();
        problems.or(kind.map(|kind| Related { kind, count, text }))
    }
}
