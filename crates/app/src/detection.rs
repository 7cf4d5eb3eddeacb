//! Detections: brought in, amended, taken back, listed; where and when each substance was seen first.
//!
//! Refuses a link to a record that its writer may not see, and to count for "first seen" what the reader may not see.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::{Seen, find};
use crate::record::{self, Found, add, all_eyes, begin_in, begin_on, eyes_of, is_seen};
use model::agency::Agency;
use model::card::{Listed, Wanted};
use model::catalogue::country::Country;
use model::detection::{Detection, DetectionDraft, DetectionId, Level, Sighting, is_new};
use model::id::RecordId;
use model::lang::Lang;
use model::marking::Marking;
use model::operation::Operation;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::record::{Kind, Record};
use model::stage::Work;
use std::collections::HashMap;
use store::{Conn, Eyes, Tx};

/// How many detections a first-seen table is made of, at most; a region's years hold some hundreds.
const MANY: u32 = 5000;

/// One detection as one caller sees it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The record.
    pub found: Found<Detection>,
    /// The agency that stands behind it, where it is one of the node.
    pub laboratory: Option<Agency>,
    /// Every first sighting of its substance that the caller may know, over all its operations.
    pub sightings: Vec<Sighting>,
    /// Whether the countries of its operation had not seen the substance before.
    pub new_to_region: bool,
    /// The incident it belongs to, where the caller may know that.
    pub incident: Option<RecordId>,
}

/// The detections of one operation, and what is known of first sightings over all operations of the caller.
#[derive(Debug, Clone)]
pub struct Board {
    /// The operation and whose eyes.
    pub seen: Seen,
    /// What was asked for, newest change first.
    pub records: Vec<Record<Detection>>,
    /// How many there are.
    pub count: u64,
    /// First sightings of every substance detected in this operation.
    pub sightings: Vec<Sighting>,
    /// The cards of all detections of the operation, newest change first.
    pub all: Vec<Listed>,
    /// Those whose substance was new to the region of the operation.
    pub new: Vec<RecordId>,
    /// How many operations the caller sees; what was seen before is known from these.
    pub operations: usize,
}

/// Brings in a detection.
pub async fn submit(cx: &Cx, code: &str, draft: &DetectionDraft) -> Result<Record<Detection>> {
    let (mut tx, seen) = begin_in(cx, "detection.submit", code, Action::Contribute, Work::Contribute).await?;
    let made = make(cx, &mut tx, seen.operation(), draft).await?;
    add(cx, tx, made.header, made.content).await
}

/// A new record of a draft, checked and not yet put: also what a questionnaire's answers make of a row.
pub(crate) async fn make(
    cx: &Cx,
    tx: &mut Tx,
    operation: &Operation,
    draft: &DetectionDraft,
) -> Result<Record<Detection>> {
    let id: DetectionId = cx.mint();
    let (detection, marking) = check(cx, tx, operation, id, draft, None).await?;
    let header = record::header(cx, operation, id, Kind::Detection, marking, Lang::parse(&draft.lang));
    Ok(Record { header, content: detection })
}

/// Makes a new revision from the one the writer saw.
pub async fn amend(cx: &Cx, id: &RecordId, base: u32, draft: &DetectionDraft) -> Result<Record<Detection>> {
    let (mut tx, found) = begin_on::<Detection>(cx, "detection.amend", id, Action::Revise, Work::Contribute).await?;
    record::next(cx, &found.record.header, base)?;
    let own = found.record.content.id;
    let (detection, marking) = check(cx, &mut tx, found.seen.operation(), own, draft, Some(&found.record)).await?;
    record::revise(cx, tx, &found.record, base, detection, marking).await
}

/// Takes a detection back: it leaves every list and every first sighting.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Detection>> {
    let (tx, found) = begin_on::<Detection>(cx, "detection.retract", id, Action::Revise, Work::Contribute).await?;
    record::retract(cx, tx, found.record, base, reason).await
}

async fn check(
    cx: &Cx,
    conn: &mut Conn,
    operation: &Operation,
    id: DetectionId,
    draft: &DetectionDraft,
    earlier: Option<&Record<Detection>>,
) -> Result<(Detection, Marking)> {
    let mut problems = Problems::none();
    let default = earlier.map_or(&operation.marking, |earlier| &earlier.header.marking);
    let marking = draft.marking.check(default, &operation.participants());
    let marking = marking.map_err(|found| found.0.into_iter().for_each(|one| problems.add(one.inside("marking"))));
    let detection = draft.check(id, cx.now().day());
    let detection = detection.map_err(|found| problems.0.splice(0..0, found.0).for_each(drop));
    if let Ok(detection) = &detection {
        let kept = earlier.and_then(|earlier| earlier.content.incident.as_ref());
        check_links(cx, conn, operation, detection, kept, &mut problems).await?;
    }
    problems.or(detection.ok().zip(marking.ok())).map_err(Error::from)
}

/// A link leads to a record that the writer may see, or was there before.
async fn check_links(
    cx: &Cx,
    conn: &mut Conn,
    operation: &Operation,
    detection: &Detection,
    kept: Option<&RecordId>,
    problems: &mut Problems,
) -> Result<()> {
    if let Some(incident) = detection.incident.as_ref().filter(|incident| Some(*incident) != kept) {
        let eyes = all_eyes(cx, conn).await?;
        let of_incident = conn.operation_of(Kind::Incident, incident).await?.is_some();
        if !of_incident || !is_seen(conn, &eyes, incident).await? {
            problems.add(Problem::new("incident", "evidence-unknown").with("text", incident));
        }
    }
    if let Some(agency) = detection.laboratory_agency {
        let known = conn.agency(agency).await?;
        if !known.is_some_and(|known| operation.participants().contains(&known.participant)) {
            problems.add(Problem::new("laboratory_agency", "agency-unknown").with("text", agency));
        }
    }
    Ok(())
}

/// One detection with what is known of its substance.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<Shown> {
    let mut view = cx.app.store().read().await?;
    let found = record::find_shared::<Detection>(cx, &mut view, id).await?;
    let eyes = all_eyes(cx, &mut view).await?;
    let detection = &found.record.content;
    let laboratory = match detection.laboratory_agency {
        Some(agency) => view.agency(agency).await?,
        None => None,
    };
    let incident = match &detection.incident {
        Some(incident) if is_seen(&mut view, &eyes, incident).await? => Some(incident.clone()),
        _ => None,
    };
    let substances: Vec<String> = detection.substance.iter().cloned().collect();
    let sightings = if substances.is_empty() { Vec::new() } else { sightings(&mut view, &eyes, &substances).await? };
    let own = sightings.iter().find(|sighting| sighting.record == found.record.header.id);
    let region = region(found.seen.operation());
    let new_to_region = own.is_some_and(|own| is_new(&sightings, &region, own, detection.incident.as_ref()));
    Ok(Shown { found, laboratory, sightings, new_to_region, incident })
}

/// The detections of one operation that `wanted` asks for, with first sightings.
pub async fn board(cx: &Cx, code: &str, wanted: &Wanted) -> Result<Board> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let own = [eyes_of(&seen)];
    let wanted = Wanted { kinds: vec![Kind::Detection], ..wanted.clone() };
    let records = view.shared_all::<Detection>(&own, &wanted).await?;
    let count = view.count_cards(&own, &wanted).await?;
    let every = Wanted { limit: MANY, ..Wanted::of(Kind::Detection) };
    let all = view.cards(&own, &every).await?;
    let mut substances: Vec<String> = all.iter().map(|one| one.card.key.clone()).collect();
    substances.sort_unstable();
    substances.dedup();
    substances.retain(|key| !key.is_empty());
    let eyes = all_eyes(cx, &mut view).await?;
    let sightings = if substances.is_empty() { Vec::new() } else { sightings(&mut view, &eyes, &substances).await? };
    let new = new_among(&all, &sightings, &region(seen.operation()));
    Ok(Board { records, count, sightings, new, all, operations: eyes.len(), seen })
}

/// The earliest sightings of these substances per country and standing, as far as these eyes see. Of detections the cards
/// say enough.
pub(crate) async fn sightings(view: &mut Conn, eyes: &[Eyes], substances: &[String]) -> Result<Vec<Sighting>> {
    let wanted = Wanted { keys: substances.to_vec(), limit: MANY, ..Wanted::of(Kind::Detection) };
    let mut all: Vec<Sighting> = view.cards(eyes, &wanted).await?.iter().filter_map(sighting).collect();
    for (operation, reader) in eyes {
        all.extend(view.sightings(reader, *operation, substances).await?);
    }
    all.sort_by(|a, b| (a.day, &a.record).cmp(&(b.day, &b.record)));
    Ok(all)
}

/// What the card of a detection saw; nothing where the catalogue does not hold it.
fn sighting(listed: &Listed) -> Option<Sighting> {
    let card = &listed.card;
    Some(Sighting {
        substance: Some(card.key.clone()).filter(|key| !key.is_empty())?,
        country: card.part.clone(),
        day: card.day?,
        confirmed: Level::parse(&card.status).is_some_and(Level::is_confirmed),
        record: listed.id.clone(),
        kind: Kind::Detection,
    })
}

/// Those whose substance no country of the region had seen before.
fn new_among(all: &[Listed], sightings: &[Sighting], region: &[String]) -> Vec<RecordId> {
    let mut by: HashMap<&str, Vec<Sighting>> = HashMap::new();
    for one in sightings {
        by.entry(&one.substance).or_default().push(one.clone());
    }
    let is_new = |listed: &&Listed| {
        let others = by.get(listed.card.key.as_str()).map_or(&[][..], Vec::as_slice);
        sighting(listed).is_some_and(|own| is_new(others, region, &own, listed.card.about.as_ref()))
    };
    all.iter().filter(is_new).map(|listed| listed.id.clone()).collect()
}

/// The region of an operation: the countries that take part in it.
pub fn region(operation: &Operation) -> Vec<String> {
    let codes = operation.participants();
    codes.iter().filter_map(|code| Country::by_code(code.as_str())).map(|country| country.code.clone()).collect()
}
