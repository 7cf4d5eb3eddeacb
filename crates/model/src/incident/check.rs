//! The way of an incident from typed to true.
//!
//! Refuses to stop at the first problem, and to lose a text: what cannot be read is said beside its field.

use super::{
    AgeBand, Concealment, Confidence, Conveyance, Detection, EventTime, Incident, IncidentDraft, IncidentId,
    IncidentKind, Leg, LegDraft, LegRole, Line, LineDraft, PersonCount, PersonDraft, PersonStatus, PhysicalForm,
    Precision, Related, RelatedDraft, RelatedKind, SaltForm, Setting, SexBand, Site, SubstanceStatus,
};
use crate::catalogue::country::Country;
use crate::catalogue::place::{Place, PlaceKind};
use crate::catalogue::region::Region;
use crate::catalogue::substance::Substance;
use crate::catalogue::unit::Unit;
use crate::marking::coded;
use crate::operation::Operation;
use crate::problem::{Problem, Problems};
use crate::quantity::{Basis, DecimalMark, Measure, Quantity, read_decimal};
use crate::stage::Work;
use crate::text;
use crate::time::{Day, offset_on, read_day, read_time};

/// Problems a writer may settle by saying "it is right as typed": `settled` then holds `code:field`.
pub const SETTLEABLE: &[&str] =
    &["unit-unfit", "personal-data", "place-unknown", "substance-unrecognised", "quantity-unlikely"];

/// What an incident is checked against.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The operation it is reported to.
    pub operation: &'a Operation,
    /// Today in UTC; a day later is still believed, for places east of it.
    pub today: Day,
    /// What stands before a fraction where the writer is.
    pub mark: DecimalMark,
}

impl IncidentDraft {
    /// The incident, or all its problems. `id` names it; the marking is checked apart, since it belongs to the header.
    pub fn check(&self, id: IncidentId, ground: Ground<'_>) -> Result<Incident, Problems> {
        let mut problems = Problems::none();
        let kind = problems.keep(coded("kind", &self.kind, IncidentKind::parse, Some(IncidentKind::Seizure))).flatten();
        let reference = problems.keep(text::read("reference", &self.reference, 80)).unwrap_or_default();
        let site = self.check_site(&mut problems);
        let when = self.check_when(ground, site.as_ref().map(|site| site.country.as_str()), &mut problems);
        let detection = problems.keep(coded("detection", &self.detection, Detection::parse, None)).flatten();
        let conveyance = problems.keep(coded("conveyance", &self.conveyance, Conveyance::parse, None)).flatten();
        let concealment = problems.keep(coded("concealment", &self.concealment, Concealment::parse, None)).flatten();
        let concealment_text = free_text("concealment_text", &self.concealment_text, 2000, &mut problems);
        let declared_goods = free_text("declared_goods", &self.declared_goods, 500, &mut problems);
        let note = free_text("note", &self.note, 10_000, &mut problems);
        let hs_code = problems.keep(read_hs_code(&self.hs_code)).unwrap_or_default();
        let legs = each("legs", &self.legs, LegDraft::is_blank, LegDraft::check, &mut problems);
        let persons = each("persons", &self.persons, PersonDraft::is_blank, PersonDraft::check, &mut problems);
        let related = each("related", &self.related, RelatedDraft::is_blank, RelatedDraft::check, &mut problems);
        let answers = problems.keep(self.read_answers()).flatten();
        let lines = self.check_lines(ground, kind, &mut problems);
        let late = self.late;
        let kind = kind.unwrap_or(IncidentKind::Seizure);
        problems.0.retain(|problem| !self.has_settled(problem));
        let found = site.zip(when).map(|(site, when)| Incident {
            id,
            kind,
            reference,
            when,
            site,
            detection,
            conveyance,
            concealment,
            concealment_text,
            legs,
            declared_goods,
            hs_code,
            persons,
            related,
            answers,
            duplicate_of: None,
            late,
            note,
            lines,
        });
        problems.or(found)
    }

    fn has_settled(&self, problem: &Problem) -> bool {
        SETTLEABLE.contains(&problem.code.as_ref())
            && self.settled.iter().any(|settled| *settled == format!("{}:{}", problem.code, problem.field))
    }

    fn read_answers(&self) -> Result<Option<crate::id::RecordId>, Problem> {
        let typed = self.answers.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        typed.parse().map(Some).map_err(|_| Problem::new("answers", "record-unknown").with("text", typed))
    }

    fn check_when(&self, ground: Ground<'_>, country: Option<&str>, problems: &mut Problems) -> Option<EventTime> {
        if self.day.trim().is_empty() {
            problems.add(Problem::new("day", "required"));
            return None;
        }
        let read = problems.keep(read_day("day", &self.day));
        let minute = optional(&self.time, |typed| read_time("time", typed), problems);
        let end = optional(&self.end, |typed| read_day("end", typed), problems).map(|read| read.day);
        let default = if minute.is_some() { Precision::Minute } else { Precision::Day };
        let precision = problems.keep(coded("precision", &self.precision, Precision::parse, Some(default))).flatten();
        let read = read?;
        let offset = self.read_offset(country, read.day, problems);
        self.check_days(ground, read.day, end, problems);
        let (calendar, text) = (read.calendar, read.text);
        Some(EventTime { day: read.day, minute, offset, precision: precision.unwrap_or(default), end, calendar, text })
    }

    fn read_offset(&self, country: Option<&str>, day: Day, problems: &mut Problems) -> i16 {
        let typed = self.offset.trim();
        if typed.is_empty() {
            let zone = country.and_then(Country::by_code).and_then(|country| country.zone.as_deref());
            return zone.map_or(0, |zone| offset_on(zone, day));
        }
        let read = typed.parse::<i16>().ok().filter(|minutes| (-840..=840).contains(minutes));
        problems
            .keep(read.ok_or_else(|| Problem::new("offset", "offset-range").with("text", typed)))
            .unwrap_or_default()
    }

    /// Not in the future, not before the active stage, not after it unless it comes late.
    fn check_days(&self, ground: Ground<'_>, day: Day, end: Option<Day>, problems: &mut Problems) {
        if end.is_some_and(|end| end < day) {
            problems.add(Problem::new("end", "dates-reversed"));
        }
        if day > ground.today.plus(1) {
            problems.add(Problem::new("day", "date-future").with("text", day));
            return;
        }
        let Some((from, to)) = ground.operation.active_days() else { return };
        if day < from {
            problems.add(Problem::new("day", "date-before-active").with("text", day).with("from", from));
        } else if day > to && !self.late {
            problems.add(Problem::new("day", "date-after-active").with("text", day).with("to", to));
        }
        if self.late && !ground.operation.is_open_for(Work::ReportLate, ground.today) {
            problems.add(Problem::new("late", "late-window-over").with("to", ground.operation.late_until()));
        }
    }

    fn check_site(&self, problems: &mut Problems) -> Option<Site> {
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

    fn check_lines(&self, ground: Ground<'_>, kind: Option<IncidentKind>, problems: &mut Problems) -> Vec<Line> {
        let blank = LineDraft::default();
        let typed: Vec<&LineDraft> = self.lines.iter().filter(|line| **line != blank).collect();
        if typed.is_empty() && kind == Some(IncidentKind::Seizure) {
            problems.add(Problem::new("lines.0.written", "required"));
        }
        if typed.len() > 100 {
            problems.add(Problem::new("lines", "too-many").with("limit", 100));
            return Vec::new();
        }
        let mut lines = Vec::with_capacity(typed.len());
        for (place, line) in self.lines.iter().enumerate().filter(|(_, line)| **line != blank) {
            match line.check(ground) {
                Ok((line, warnings)) => {
                    warnings.0.into_iter().for_each(|found| problems.add(found.inside(&format!("lines.{place}"))));
                    lines.push(line);
                }
                Err(found) => {
                    found.0.into_iter().for_each(|found| problems.add(found.inside(&format!("lines.{place}"))));
                }
            }
        }
        lines
    }
}

impl LineDraft {
    /// The line with what the writer may settle, or the problems that keep it out.
    fn check(&self, ground: Ground<'_>) -> Result<(Line, Problems), Problems> {
        let mut problems = Problems::none();
        let mut warnings = Problems::none();
        let written = problems.keep(text::required("written", &self.written, 300)).unwrap_or_default();
        let substance = self.read_substance(&written, &mut problems, &mut warnings);
        let quantity = self.read_quantity(ground.mark, &mut problems);
        let second = self.read_second(ground.mark, &mut problems);
        check_unit_fits(substance, quantity.as_ref(), &mut warnings);
        let status =
            problems.keep(coded("status", &self.status, SubstanceStatus::parse, Some(SubstanceStatus::Provisional)));
        let form = problems.keep(coded("form", &self.form, PhysicalForm::parse, Some(PhysicalForm::Other)));
        let basis = problems.keep(coded("basis", &self.basis, Basis::parse, Some(Basis::Bulk)));
        let measure = problems.keep(coded("measure", &self.measure, Measure::parse, Some(Measure::Measured)));
        let salt = problems.keep(coded("salt", &self.salt, SaltForm::parse, Some(SaltForm::Unknown)));
        let (in_scope, scope_reason) = self.read_scope(ground.operation, substance, &mut problems);
        let line = Line {
            written,
            substance: substance.map(|substance| substance.key.clone()),
            status: status.flatten().unwrap_or(SubstanceStatus::Provisional),
            form: form.flatten().unwrap_or(PhysicalForm::Other),
            packaging: problems.keep(text::read("packaging", &self.packaging, 300)).unwrap_or_default(),
            logo: problems.keep(text::read("logo", &self.logo, 300)).unwrap_or_default(),
            colour: problems.keep(text::read("colour", &self.colour, 100)).unwrap_or_default(),
            items: optional(&self.items, |typed| read_count("items", typed), &mut problems),
            quantity_written: if quantity.is_none() {
                written_quantity(&self.quantity, &self.unit)
            } else {
                String::new()
            },
            quantity,
            basis: basis.flatten().unwrap_or(Basis::Bulk),
            measure: measure.flatten().unwrap_or(Measure::Measured),
            second,
            purity: optional(&self.purity, read_purity, &mut problems),
            purity_method: problems.keep(text::read("purity_method", &self.purity_method, 300)).unwrap_or_default(),
            salt: salt.flatten().unwrap_or(SaltForm::Unknown),
            samples: optional(&self.samples, |typed| read_count("samples", typed), &mut problems),
            in_scope,
            scope_reason,
        };
        problems.or(Some((line, warnings)))
    }

    fn read_substance(
        &self,
        written: &str,
        problems: &mut Problems,
        warnings: &mut Problems,
    ) -> Option<&'static Substance> {
        let chosen = self.substance.trim();
        if !chosen.is_empty() {
            let found = Substance::by_key(chosen);
            return problems
                .keep(found.ok_or_else(|| Problem::new("substance", "substance-unknown").with("text", chosen)));
        }
        let found = Substance::recognise(written);
        if found.is_none() && !written.is_empty() {
            warnings.add(Problem::new("written", "substance-unrecognised").with("text", written));
        }
        found
    }

    fn read_quantity(&self, mark: DecimalMark, problems: &mut Problems) -> Option<Quantity> {
        if self.quantity_unknown {
            return None;
        }
        if self.quantity.trim().is_empty() {
            problems.add(Problem::new("quantity", "required"));
        }
        let unit = problems.keep(read_unit("unit", &self.unit));
        if self.quantity.trim().is_empty() {
            return None;
        }
        match unit {
            Some(unit) => problems.keep(Quantity::read("quantity", &self.quantity, unit, mark)),
            None => problems.keep(read_decimal("quantity", &self.quantity, mark)).and(None),
        }
    }

    fn read_second(&self, mark: DecimalMark, problems: &mut Problems) -> Option<Quantity> {
        if self.second_quantity.trim().is_empty() {
            return None;
        }
        let unit = problems.keep(read_unit("second_unit", &self.second_unit))?;
        problems.keep(Quantity::read("second_quantity", &self.second_quantity, unit, mark))
    }

    fn read_scope(
        &self,
        operation: &Operation,
        substance: Option<&Substance>,
        problems: &mut Problems,
    ) -> (bool, String) {
        let by_rule = operation.scope.covers(substance);
        let reason = problems.keep(text::read("scope_reason", &self.scope_reason, 500)).unwrap_or_default();
        let decided = match self.scope.trim() {
            "" => return (by_rule, String::new()),
            "in" => true,
            "out" => false,
            other => {
                problems.add(Problem::new("scope", "code-unknown").with("text", other));
                by_rule
            }
        };
        if decided != by_rule && reason.is_empty() {
            problems.add(Problem::new("scope_reason", "scope-needs-reason"));
        }
        (decided, reason)
    }
}

impl LegDraft {
    fn is_blank(&self) -> bool {
        self.country.trim().is_empty() && self.place.trim().is_empty()
    }

    fn check(&self) -> Result<Leg, Problems> {
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
    fn is_blank(&self) -> bool {
        self.count.trim().is_empty()
    }

    fn check(&self) -> Result<PersonCount, Problems> {
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
    fn is_blank(&self) -> bool {
        self.count.trim().is_empty() && self.text.trim().is_empty()
    }

    fn check(&self) -> Result<Related, Problems> {
        let mut problems = Problems::none();
        let kind = problems.keep(coded("kind", &self.kind, RelatedKind::parse, Some(RelatedKind::Other))).flatten();
        let count = optional(&self.count, |typed| read_count("count", typed), &mut problems);
        let text = problems.keep(text::read("text", &self.text, 500)).unwrap_or_default();
        problems.or(kind.map(|kind| Related { kind, count, text }))
    }
}

/// Checks each typed part that is not blank; problems keep the place of the part.
fn each<D, T>(
    field: &str,
    drafts: &[D],
    is_blank: fn(&D) -> bool,
    check: fn(&D) -> Result<T, Problems>,
    problems: &mut Problems,
) -> Vec<T> {
    if drafts.len() > 100 {
        problems.add(Problem::new(field, "too-many").with("limit", 100));
        return Vec::new();
    }
    let mut kept = Vec::new();
    for (place, draft) in drafts.iter().enumerate().filter(|(_, draft)| !is_blank(draft)) {
        match check(draft) {
            Ok(part) => kept.push(part),
            Err(found) => {
                let outer = format!("{field}.{place}");
                found.0.into_iter().for_each(|problem| problems.add(problem.inside(&outer)));
            }
        }
    }
    kept
}

fn free_text(field: &str, typed: &str, limit: usize, problems: &mut Problems) -> String {
    let read = problems.keep(text::read(field, typed, limit)).unwrap_or_default();
    if text::looks_personal(&read) {
        problems.add(Problem::new(field, "personal-data"));
    }
    read
}

/// `None` for a blank text, else what `read` makes of it, its problem noted.
fn optional<T>(typed: &str, read: impl FnOnce(&str) -> Result<T, Problem>, problems: &mut Problems) -> Option<T> {
    if typed.trim().is_empty() { None } else { problems.keep(read(typed.trim())) }
}

fn read_country(field: &str, typed: &str) -> Result<&'static Country, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::new(field, "required"));
    }
    let found = Country::by_code(typed).or_else(|| Country::recognise(typed));
    found.ok_or_else(|| Problem::new(field, "country-unknown").with("text", typed.trim()))
}

fn read_unit(field: &str, typed: &str) -> Result<&'static Unit, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::new(field, "required"));
    }
    let found = Unit::by_code(typed.trim()).or_else(|| Unit::recognise(typed));
    found.ok_or_else(|| Problem::new(field, "unit-unknown").with("text", typed.trim()))
}

fn read_count(field: &str, typed: &str) -> Result<u32, Problem> {
    let plain = crate::time::ascii_digits(typed.trim());
    let read = plain.parse().ok().filter(|count| *count <= 100_000_000);
    read.ok_or_else(|| Problem::new(field, "count-unreadable").with("text", typed.trim()))
}

fn read_purity(typed: &str) -> Result<u16, Problem> {
    let decimal = read_decimal("purity", typed.trim_end_matches('%'), DecimalMark::Either)?;
    let hundredths = decimal.digits.checked_mul(100).map(|scaled| scaled / 10_i128.pow(decimal.scale));
    let fits =
        hundredths.and_then(|hundredths| u16::try_from(hundredths).ok()).filter(|hundredths| *hundredths <= 10_000);
    fits.ok_or_else(|| Problem::new("purity", "purity-range").with("text", typed))
}

fn read_hs_code(typed: &str) -> Result<String, Problem> {
    let digits: String = typed.chars().filter(|letter| !matches!(letter, ' ' | '.')).collect();
    let fits = digits.is_empty() || digits.len() == 6 && digits.chars().all(|letter| letter.is_ascii_digit());
    if fits { Ok(digits) } else { Err(Problem::new("hs_code", "hs-code").with("text", typed.trim())) }
}

fn read_degrees(field: &str, typed: &str, limit: i32) -> Result<i32, Problem> {
    let (sign, plain) = typed.strip_prefix('-').map_or((1, typed), |rest| (-1, rest));
    let decimal = read_decimal(field, plain, DecimalMark::Point)?;
    let millionths = decimal.digits.checked_mul(1_000_000).map(|scaled| scaled / 10_i128.pow(decimal.scale));
    let fits = millionths.and_then(|millionths| i32::try_from(millionths).ok());
    let fits = fits.filter(|millionths| *millionths <= limit * 1_000_000).map(|millionths| sign * millionths);
    fits.ok_or_else(|| Problem::new(field, "degrees-range").with("text", typed).with("limit", limit))
}

/// A unit the substance does not usually come in is asked back: heroin in litres, a blotter drug in tonnes.
fn check_unit_fits(substance: Option<&Substance>, quantity: Option<&Quantity>, warnings: &mut Problems) {
    if let Some((substance, quantity)) = substance.zip(quantity)
        && !substance.dimensions.is_empty()
        && !substance.dimensions.contains(&quantity.dimension)
    {
        let problem = Problem::new("unit", "unit-unfit").with("unit", &quantity.unit);
        warnings.add(problem.with("substance", &substance.key));
    }
}

fn written_quantity(quantity: &str, unit: &str) -> String {
    format!("{} {}", quantity.trim(), unit.trim()).trim().chars().take(100).collect()
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
