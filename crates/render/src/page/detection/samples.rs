//! Pages of detections as they may look.
//!
//! Refuses to be real: laboratories and notes are texts that would do harm where they are not escaped.

use super::{Edit, List, Show, form, list, show};
use crate::form::Typed;
use crate::frame::Frame;
use crate::words::Speech;
use model::card::Listed;
use model::detection::{Detection, DetectionDraft, Sighting};
use model::id::RecordId;
use model::problem::Problems;
use model::record::{Record, Shared as _};

/// A detection of the samples.
pub(crate) fn sample(written: &str, day: &str, country: &str, level: &str) -> Option<Record<Detection>> {
    let draft = DetectionDraft {
        written: written.to_owned(),
        unknown: true,
        country: country.to_owned(),
        day: day.to_owned(),
        level: level.to_owned(),
        techniques: vec!["mass-spectrometry".to_owned(), "gas-chromatography".to_owned()],
        laboratory: crate::page::sample::HOSTILE.to_owned(),
        note: crate::page::sample::HOSTILE.to_owned(),
        ..DetectionDraft::default()
    };
    let content = draft.check(model::id::Id::new(model::id::NIL), crate::page::sample::NOW.day()).ok()?;
    Some(Record { header: crate::page::sample::header(model::record::Kind::Detection, content.id.into()), content })
}

/// The line of a record in a list.
fn listed(record: &Record<Detection>) -> Listed {
    let header = &record.header;
    Listed {
        id: header.id.clone(),
        kind: header.kind,
        operation: header.operation,
        owner: header.owner.clone(),
        agency: header.agency,
        audience: header.marking.audience,
        state: header.state,
        revision: header.revision,
        created: header.created,
        changed: header.changed,
        card: record.content.card(),
    }
}

/// Pages of detections as they may look.
pub fn samples(t: Speech) -> Vec<crate::page::Sample> {
    use crate::page::{Sample, sample};
    let operation = sample::operation();
    let frame = |title: &str| Frame { title: t.say(title), ..Frame::samples(t).remove(1) };
    let all: Vec<Record<Detection>> = [
        ("alpha-PVP", "2021-07-02", "KZ", "swgdrug-satisfied"),
        ("mephedrone", "1400/06/29", "IR", "field-test"),
        (sample::HOSTILE, "2021-09-12", "AF", "tentative"),
    ]
    .into_iter()
    .filter_map(|(written, day, country, level)| self::sample(written, day, country, level))
    .collect();
    let saw = |record: &Record<Detection>| {
        Some(Sighting {
            substance: record.content.substance.clone()?,
            country: record.content.country.clone(),
            day: record.content.when.day,
            confirmed: record.content.level.is_confirmed(),
            record: record.header.id.clone(),
            kind: model::record::Kind::Detection,
        })
    };
    let cards: Vec<Listed> = all.iter().map(listed).collect();
    let sightings: Vec<Sighting> = all.iter().filter_map(saw).collect();
    let nothing = Typed::nothing();
    let new: Vec<RecordId> = all.iter().take(1).map(|one| one.header.id.clone()).collect();
    let asked = Typed::nothing().with("country", "KZ").with("text", "<x>");
    let full = List {
        operation: &operation,
        records: &all,
        count: 3,
        all: &cards,
        sightings: &sightings,
        new: &new,
        operations: 2,
        asked: &asked,
        next: None,
        may_add: true,
        may_alert: true,
    };
    let empty =
        List { records: &[], count: 0, all: &[], sightings: &[], new: &[], asked: &nothing, may_add: false, ..full };
    let titled = frame("detection-title");
    let mut pages =
        vec![Sample::of("detections", &list(&titled, full)), Sample::of("detections-empty", &list(&titled, empty))];
    let problems = Problems(vec![
        model::problem::Problem::new("written", "detection-unrecognised").with("text", "alfa-PVP"),
        model::problem::Problem::new("day", "date-future").with("text", "2021-12-01"),
        model::problem::Problem::new("note", "personal-data"),
        model::problem::Problem::new("incident", "evidence-unknown").with("text", "<script>alert(1)</script>"),
    ]);
    let odd = Typed::nothing().with("written", "alfa-PVP").with("note", sample::HOSTILE);
    let fresh = Edit {
        operation: &operation,
        typed: &nothing,
        problems: &Problems::none(),
        laboratories: &[],
        amends: None,
        newer: None,
    };
    let titled = frame("detection-new-form");
    pages.push(Sample::of("detection-form", &form(&titled, fresh)));
    pages.push(Sample::of(
        "detection-form-problems",
        &form(&titled, Edit { typed: &odd, problems: &problems, ..fresh }),
    ));
    if let Some(record) = all.first() {
        let amends = Some((&record.header.id, 1));
        pages.push(Sample::of("detection-form-stale", &form(&titled, Edit { amends, newer: Some(2), ..fresh })));
        let refused = Problems(vec![model::problem::Problem::new("reason", "required")]);
        let shown = Show {
            operation: &operation,
            record,
            laboratory: None,
            sightings: &sightings,
            new_to_region: true,
            incident: None,
            versions: &[],
            may_revise: true,
            may_alert: true,
            typed: &nothing,
            problems: &refused,
        };
        pages.push(Sample::of("detection", &show(&frame("detection-title"), shown)));
    }
    pages
}
