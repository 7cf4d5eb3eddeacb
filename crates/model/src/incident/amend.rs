//! The way back: the draft that would read as an incident, for amending it.
//!
//! Refuses to lose exactness: a number that was typed with a comma comes back with a point, a day whose text says it only
//! in the order of its file comes back in the order that can be read alone.

use super::{
    Concealment, Conveyance, Detection, EventTime, Incident, IncidentDraft, Leg, LegDraft, Line, LineDraft,
    PersonCount, PersonDraft, Related, RelatedDraft,
};
use crate::marking::MarkingDraft;
use crate::quantity::{Quantity, exact};
use crate::time::read_day;

impl IncidentDraft {
    /// The draft that would read back as `incident`, for amending it.
    pub fn of(incident: &Incident) -> Self {
        let code = |code: Option<&'static str>| code.unwrap_or_default().to_owned();
        let (latitude, longitude) = incident
            .site
            .coordinates
            .map_or_else(Default::default, |(latitude, longitude)| (degrees(latitude), degrees(longitude)));
        Self {
            kind: incident.kind.to_string(),
            reference: incident.reference.clone(),
            day: incident.when.readable(),
            time: incident
                .when
                .minute
                .map_or_else(String::new, |minute| format!("{:02}:{:02}", minute / 60, minute % 60)),
            end: incident.when.end.map_or_else(String::new, |end| end.to_string()),
            precision: incident.when.precision.to_string(),
            offset: incident.when.offset.to_string(),
            country: incident.site.country.clone(),
            region: incident.site.region.clone().unwrap_or_else(|| "unknown".to_owned()),
            place: incident.site.text.clone(),
            latitude,
            longitude,
            setting: incident.site.setting.to_string(),
            detection: code(incident.detection.map(Detection::code)),
            conveyance: code(incident.conveyance.map(Conveyance::code)),
            concealment: code(incident.concealment.map(Concealment::code)),
            concealment_text: incident.concealment_text.clone(),
            legs: incident.legs.iter().map(LegDraft::of).collect(),
            declared_goods: incident.declared_goods.clone(),
            hs_code: incident.hs_code.clone(),
            persons: incident.persons.iter().map(PersonDraft::of).collect(),
            related: incident.related.iter().map(RelatedDraft::of).collect(),
            answers: incident.answers.as_ref().map_or_else(String::new, ToString::to_string),
            late: incident.late,
            note: incident.note.clone(),
            lines: incident.lines.iter().map(LineDraft::of).collect(),
            marking: MarkingDraft::default(),
            lang: String::new(),
            settled: Vec::new(),
        }
    }
}

impl EventTime {
    /// The day as written, where it reads as the same day without the order that its file declared; else as ISO 8601.
    fn readable(&self) -> String {
        let reads = read_day("day", &self.text).is_ok_and(|read| read.day == self.day);
        if reads { self.text.clone() } else { self.day.to_string() }
    }
}

fn degrees(millionths: i32) -> String {
    exact(i128::from(millionths), 6)
}

fn count(count: Option<u32>) -> String {
    count.map_or_else(String::new, |count| count.to_string())
}

impl LegDraft {
    fn of(leg: &Leg) -> Self {
        let (role, confidence) = (leg.role.to_string(), leg.confidence.to_string());
        Self { role, country: leg.country.clone(), place: leg.place.clone(), confidence }
    }
}

impl PersonDraft {
    fn of(person: &PersonCount) -> Self {
        Self {
            count: person.count.to_string(),
            status: person.status.to_string(),
            nationality: person.nationality.clone().unwrap_or_default(),
            sex: person.sex.to_string(),
            age: person.age.to_string(),
        }
    }
}

impl RelatedDraft {
    fn of(related: &Related) -> Self {
        Self { kind: related.kind.to_string(), count: count(related.count), text: related.text.clone() }
    }
}

impl LineDraft {
    fn of(line: &Line) -> Self {
        let split = |quantity: &Option<Quantity>| {
            quantity.as_ref().map_or_else(Default::default, |known| (known.number(), known.unit.clone()))
        };
        let (quantity, unit) = split(&line.quantity);
        let (second_quantity, second_unit) = split(&line.second);
        Self {
            written: line.written.clone(),
            substance: line.substance.clone().unwrap_or_default(),
            status: line.status.to_string(),
            form: line.form.to_string(),
            packaging: line.packaging.clone(),
            logo: line.logo.clone(),
            colour: line.colour.clone(),
            items: count(line.items),
            quantity: if line.quantity.is_some() { quantity } else { line.quantity_written.clone() },
            unit,
            quantity_unknown: line.quantity.is_none(),
            basis: line.basis.to_string(),
            measure: line.measure.to_string(),
            second_quantity,
            second_unit,
            purity: line.purity.map_or_else(String::new, |hundredths| exact(i128::from(hundredths), 2)),
            purity_method: line.purity_method.clone(),
            salt: line.salt.to_string(),
            samples: count(line.samples),
            scope: if line.scope_reason.is_empty() {
                ""
            } else if line.in_scope {
                "in"
            } else {
                "out"
            }
            .to_owned(),
            scope_reason: line.scope_reason.clone(),
        }
    }
}
