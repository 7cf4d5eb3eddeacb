//! The way of an incident from typed to true.
//!
//! Refuses to stop at the first problem, and to lose a text: what cannot be read is said beside its field.

use super::read::{each, optional, read_hs_code};
use super::{
    Concealment, Conveyance, Detection, EventTime, Incident, IncidentDraft, IncidentId, IncidentKind, LegDraft, Line,
    LineDraft, PersonDraft, Precision, RelatedDraft,
};
use crate::catalogue::country::Country;
use crate::marking::coded;
use crate::operation::Operation;
use crate::problem::{Problem, Problems};
use crate::quantity::DecimalMark;
use crate::stage::Work;
use crate::text;
use crate::time::{DateOrder, Day, offset_on, read_day_as, read_time};

/// Problems a writer may settle by saying "it is right as typed": `settled` then holds `code:field`.
pub const SETTLEABLE: &[&str] =
    &["unit-unfit", "personal-data", "place-unknown", "substance-unrecognised", "quantity-unlikely", "quantity-zero"];

/// What an incident is checked against.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The operation it is reported to.
    pub operation: &'a Operation,
    /// Today in UTC; a day later is still believed, for places east of it.
    pub today: Day,
    /// What stands before a fraction where the writer is.
    pub mark: DecimalMark,
    /// In which order the writer has year, month and day.
    pub dates: DateOrder,
    /// Whether it had come late before it was changed: then its window was open in time.
    pub was_late: bool,
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
        let concealment_text =
            problems.keep(text::read("concealment_text", &self.concealment_text, 2000)).unwrap_or_default();
        let declared_goods = problems.keep(text::read("declared_goods", &self.declared_goods, 500)).unwrap_or_default();
        let note = problems.keep(text::read("note", &self.note, 10_000)).unwrap_or_default();
        let hs_code = problems.keep(read_hs_code(&self.hs_code)).unwrap_or_default();
        let legs = each("legs", &self.legs, LegDraft::is_blank, LegDraft::check, &mut problems);
        let persons = each("persons", &self.persons, PersonDraft::is_blank, PersonDraft::check, &mut problems);
        let related = each("related", &self.related, RelatedDraft::is_blank, RelatedDraft::check, &mut problems);
        let answers = problems.keep(self.read_answers()).flatten();
        let lines = self.check_lines(ground, kind, &mut problems);
        self.personal().into_iter().for_each(|field| problems.add(Problem::new(field, "personal-data")));
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

    /// Whether the writer has said of this problem that it is right as typed.
    fn has_settled(&self, problem: &Problem) -> bool {
        let name = format!("{}:{}", problem.code, problem.field);
        SETTLEABLE.contains(&problem.code.as_ref()) && self.settled.contains(&name)
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
        let read = problems.keep(read_day_as("day", &self.day, ground.dates));
        let minute = optional(&self.time, |typed| read_time("time", typed), problems);
        let end = optional(&self.end, |typed| read_day_as("end", typed, ground.dates), problems).map(|read| read.day);
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

    /// Neither begins nor ends in the future; not before the active stage, not after it unless it comes late.
    fn check_days(&self, ground: Ground<'_>, day: Day, end: Option<Day>, problems: &mut Problems) {
        if end.is_some_and(|end| end < day) {
            problems.add(Problem::new("end", "dates-reversed"));
        }
        let latest = ground.today.plus(1);
        if let Some(end) = end.filter(|end| *end > latest) {
            problems.add(Problem::new("end", "date-future").with("text", end));
        }
        if day > latest {
            problems.add(Problem::new("day", "date-future").with("text", day));
            return;
        }
        let Some((from, to)) = ground.operation.active_days() else { return };
        if day < from {
            problems.add(Problem::new("day", "date-before-active").with("text", day).with("from", from));
        } else if day > to && !self.late {
            problems.add(Problem::new("day", "date-after-active").with("text", day).with("to", to));
        }
        if self.late && !ground.was_late && !ground.operation.is_open_for(Work::ReportLate, ground.today) {
            problems.add(Problem::new("late", "late-window-over").with("to", ground.operation.late_until()));
        }
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
