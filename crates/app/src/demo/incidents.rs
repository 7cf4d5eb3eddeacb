//! The invented incidents: plausible in country, agency, substance, route and day, the same on every machine.
//!
//! Refuses shortcuts: every one is a draft that went through the same check as a real one.

use super::chance::Chance;
use super::script::{Find, Script, Way};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::incident::check_draft;
use crate::record::{REVIEW_DAYS, header};
use model::agency::{Agency, AgencyKind};
use model::catalogue::place::Place;
use model::catalogue::region::Region;
use model::catalogue::unit::Dimension;
use model::incident::{Incident, IncidentDraft, LegDraft, Line, LineDraft, PersonDraft, SETTLEABLE};
use model::lang::Lang;
use model::marking::{Audience, MarkingDraft};
use model::member::Role;
use model::operation::Operation;
use model::problem::Problem;
use model::quantity::exact;
use model::record::{Door, Header, Kind, Provenance, Record, State};
use model::time::{Day, Moment};

/// Everything one incident is invented from.
struct Stage<'a> {
    cx: &'a Cx,
    script: &'a Script,
    operation: &'a Operation,
    agencies: &'a [Agency],
}

/// All incidents of the demonstration, in the order of their days.
pub(super) fn invent(
    cx: &Cx,
    script: &Script,
    operation: &Operation,
    agencies: &[Agency],
) -> Result<Vec<(Record<Incident>, Vec<Problem>)>> {
    let stage = Stage { cx, script, operation, agencies };
    let mut chance = Chance::new(script.seed);
    let mut records = Vec::with_capacity(script.incidents);
    for _ in TWINS..script.incidents {
        if let Some(record) = stage.one(&mut chance)? {
            records.push((record, Vec::new()));
        }
    }
    records.sort_by_key(|(record, _)| record.header.created);
    for source in told_twice(operation, &records) {
        let twin = stage.twin(&source, &mut chance)?;
        let question = Problem::new("", "duplicate-candidate").with("record", &source.header.id);
        records.push((twin, vec![question]));
    }
    records.sort_by_key(|(record, _)| record.header.created);
    Ok(records)
}

/// How many seizures are told twice, so that a person has something to decide.
const TWINS: usize = 5;

/// Those that are told a second time: shared with all participants, one line, a mass, and not of the last day.
fn told_twice(operation: &Operation, records: &[(Record<Incident>, Vec<Problem>)]) -> Vec<Record<Incident>> {
    let last = last_day(operation);
    let suits = |record: &&Record<Incident>| {
        let (header, own) = (&record.header, &record.content);
        let mass = own
            .lines
            .iter()
            .all(|line| matches!(line.quantity.as_ref(), Some(known) if known.dimension == Dimension::Mass));
        let plain = header.marking.audience == Audience::Amber && header.state == State::Submitted;
        plain && mass && own.lines.len() == 1 && last.is_some_and(|last| own.when.day < last)
    };
    let suiting: Vec<&Record<Incident>> = records.iter().map(|(record, _)| record).filter(suits).collect();
    let step = (suiting.len() / TWINS).max(1);
    suiting.into_iter().step_by(step).take(TWINS).cloned().collect()
}

/// The last day that the demonstration has lived through.
fn last_day(operation: &Operation) -> Option<Day> {
    operation.active_days().map(|(from, _)| from.plus(LIVED - 1))
}

/// Days of the active stage before the day on which the demonstration finds itself.
const LIVED: i64 = 39;

impl Stage<'_> {
    fn one(&self, chance: &mut Chance) -> Result<Option<Record<Incident>>> {
        let country = chance.weighted(&self.script.countries, |country| country.weight);
        let find = chance.weighted(&self.script.finds, |find| find.weight);
        let way = chance.weighted(&self.script.ways, |way| way.weight);
        let Some(((country, find), way)) = country.zip(find).zip(way) else { return Ok(None) };
        let Some(agency) = self.agency(&country.code, chance) else { return Ok(None) };
        let day = self.day(chance);
        let draft = self.draft(&country.code, agency, find, way, day, chance);
        let at = Moment(day.start().0 + i64::try_from(chance.below(50_000)).unwrap_or(0) * 1_000_000 + 18_000_000_000);
        let mut record = self.record(&draft, agency, at, chance.bytes())?;
        (record.header.state, record.header.reason) = state(chance);
        Ok(Some(record))
    }

    /// The same seizure as its agency told it once more: a day later, in the other unit, under another number. That is
    /// how lists sent in grams and in kilograms double a parcel.
    fn twin(&self, source: &Record<Incident>, chance: &mut Chance) -> Result<Record<Incident>> {
        let day = source.content.when.day.plus(1);
        let mut draft = IncidentDraft::of(&source.content);
        draft.marking = MarkingDraft::of(&source.header.marking);
        draft.settled = settled(draft.lines.len());
        draft.day = day.to_string();
        draft.reference = format!("{}-{:04}", source.header.owner, chance.below(10_000));
        source.header.lang.tag().clone_into(&mut draft.lang);
        draft.lines.iter_mut().zip(&source.content.lines).for_each(|(line, known)| in_other_unit(line, known));
        let agency = self.agencies.iter().find(|agency| agency.id == source.header.agency).ok_or(Error::NotFound)?;
        self.record(&draft, agency, Moment(day.start().0 + 25_200_000_000), chance.bytes())
    }

    /// The record that a draft of an agency makes.
    fn record(&self, draft: &IncidentDraft, agency: &Agency, at: Moment, bytes: [u8; 10]) -> Result<Record<Incident>> {
        let id = model::id::Id::new(model::id::uuid_v7(at, bytes));
        let (incident, marking) = check_draft(self.cx, self.operation, id, draft).map_err(Error::Invalid)?;
        let lang = Some(Lang::parse(&draft.lang).unwrap_or_default());
        let header = Header {
            owner: agency.participant.clone(),
            agency: agency.id,
            author_role: if agency.kind == AgencyKind::ForensicLaboratory { Role::Chemist } else { Role::Officer },
            created: at,
            changed: at,
            provenance: Provenance::door(Door::Computed),
            review: Some(at.day().plus(REVIEW_DAYS)),
            ..header(self.cx, self.operation, id, Kind::Incident, marking, lang)
        };
        Ok(Record { header, content: incident })
    }

    fn agency(&self, country: &str, chance: &mut Chance) -> Option<&Agency> {
        let own: Vec<&Agency> = self.agencies.iter().filter(|agency| agency.participant.as_str() == country).collect();
        let weight = |agency: &&Agency| match agency.kind {
            AgencyKind::Customs => 5,
            AgencyKind::DrugPolice => 4,
            _ => 1,
        };
        chance.weighted(&own, weight).copied()
    }

    /// A day of the active stage that the demonstration has lived through.
    fn day(&self, chance: &mut Chance) -> Day {
        let (from, _) = self.operation.active_days().unwrap_or_else(|| (self.cx.now().day(), self.cx.now().day()));
        from.plus(i64::try_from(chance.below(LIVED.unsigned_abs())).unwrap_or(0))
    }

    fn draft(
        &self,
        country: &str,
        agency: &Agency,
        find: &Find,
        way: &Way,
        day: Day,
        chance: &mut Chance,
    ) -> IncidentDraft {
        let (place, region) = place(country, &way.setting, chance);
        let lang = match country {
            "AF" | "IR" => "fa",
            "PK" | "AZ" => "en",
            _ => "ru",
        };
        let laboratory = agency.kind == AgencyKind::ForensicLaboratory || chance.percent(30);
        let mut lines = vec![line(find, laboratory, chance)];
        if chance.percent(15)
            && let Some(second) = chance.weighted(&self.script.finds, |find| find.weight)
        {
            lines.push(line(second, laboratory, chance));
        }
        IncidentDraft {
            reference: format!("{}-{:04}", agency.participant, chance.below(10_000)),
            day: day.to_string(),
            time: format!("{:02}:{:02}", chance.below(24), chance.below(60)),
            country: country.to_owned(),
            region,
            place,
            setting: way.setting.clone(),
            conveyance: way.conveyance.clone(),
            concealment: way.concealment.clone(),
            detection: way.detection.clone(),
            legs: self.legs(country, chance),
            persons: persons(chance),
            settled: settled(lines.len()),
            lines,
            lang: lang.to_owned(),
            marking: MarkingDraft { audience: audience(chance).to_owned(), ..MarkingDraft::default() },
            ..IncidentDraft::default()
        }
    }

    fn legs(&self, country: &str, chance: &mut Chance) -> Vec<LegDraft> {
        let leg = |role: &str, code: &str| LegDraft {
            role: role.to_owned(),
            country: code.to_owned(),
            confidence: "probable".to_owned(),
            ..LegDraft::default()
        };
        let origins = ["CN", "NL", "AF", "IR", "IN", "TR", "PL", "DE"];
        let origin = origins[usize::try_from(chance.below(8)).unwrap_or(0)];
        let goal =
            chance.weighted(&self.script.countries, |line| line.weight).map_or(country, |line| line.code.as_str());
        let mut legs = vec![leg("origin", origin)];
        if goal != country {
            legs.push(leg("transit", country));
        }
        legs.push(leg("intended-destination", goal));
        legs
    }
}

/// A place of the register for a border, airport or railway; else a region whose name is the place.
fn place(country: &str, setting: &str, chance: &mut Chance) -> (String, String) {
    let kind = match setting {
        "border" => "border-post",
        "airport" => "airport",
        "rail" => "station",
        _ => "",
    };
    let places: Vec<&Place> =
        Place::all().iter().filter(|place| place.country == country && place.kind.code() == kind).collect();
    if let Some(place) = chance.weighted(&places, |_| 1) {
        return (place.names.say(Lang::En).to_owned(), place.region.clone().unwrap_or_default());
    }
    let regions: Vec<&Region> = Region::of(country).collect();
    let city = |region: &&Region| if region.city { 4 } else { 1 };
    let region = chance.weighted(&regions, city);
    region.map_or_else(Default::default, |region| (region.names.say(Lang::En).to_owned(), region.code.clone()))
}

fn line(find: &Find, laboratory: bool, chance: &mut Chance) -> LineDraft {
    let amount = chance.skewed(find.low, find.high);
    let counted = matches!(find.unit.as_str(), "tablet" | "capsule" | "blot");
    let quantity = if counted { amount.to_string() } else { format!("{amount}.{:03}", chance.below(1000)) };
    let purity =
        if laboratory && !counted && chance.percent(40) { (20 + chance.below(76)).to_string() } else { String::new() };
    LineDraft {
        written: find.written.clone(),
        status: if laboratory { "confirmed" } else { "provisional" }.to_owned(),
        form: find.form.clone(),
        quantity,
        unit: find.unit.clone(),
        purity,
        items: if chance.percent(50) { (1 + chance.below(40)).to_string() } else { String::new() },
        ..LineDraft::default()
    }
}

/// The mass of a line in grams instead of kilograms, or the other way round, to its last digit.
fn in_other_unit(draft: &mut LineDraft, line: &Line) {
    let Some(mass) = &line.quantity else { return };
    let (scale, unit) = if mass.unit == "kg" { (6, "g") } else { (9, "kg") };
    draft.quantity = exact(mass.amount.into(), scale);
    unit.clone_into(&mut draft.unit);
}

fn persons(chance: &mut Chance) -> Vec<PersonDraft> {
    let count = chance.below(4);
    if count == 0 {
        return Vec::new();
    }
    let ages = ["18-24", "25-39", "25-39", "40-59"];
    vec![PersonDraft {
        count: count.to_string(),
        status: "detained".to_owned(),
        sex: if chance.percent(85) { "male" } else { "female" }.to_owned(),
        age: ages[usize::try_from(chance.below(4)).unwrap_or(0)].to_owned(),
        ..PersonDraft::default()
    }]
}

fn audience(chance: &mut Chance) -> &'static str {
    match chance.below(100) {
        0..=1 => "red",
        2..=6 => "amber-strict",
        7..=18 => "green",
        _ => "amber",
    }
}

fn state(chance: &mut Chance) -> (State, String) {
    match chance.below(100) {
        0 => (State::Retracted, "entered twice".to_owned()),
        1..=35 => (State::Confirmed, String::new()),
        _ => (State::Submitted, String::new()),
    }
}

/// What an officer would have looked at and settled.
fn settled(lines: usize) -> Vec<String> {
    let of_line = |line: usize, code: &str| {
        format!("{code}:lines.{line}.{}", if code == "unit-unfit" { "unit" } else { "written" })
    };
    let lines = (0..lines).flat_map(|line| SETTLEABLE.iter().map(move |code| of_line(line, code)));
    lines.chain(["place-unknown:region".to_owned()]).collect()
}
