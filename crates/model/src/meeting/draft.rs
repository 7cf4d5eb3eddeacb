//! A meeting as typed, and its way to being true.
//!
//! Refuses an hour that its zone does not have on that day, an end before the beginning, an invitation to what is past, and
//! an agenda whose languages do not say the same points. Asks about what looks like personal data.

use super::{AgendaItem, Meeting, MeetingMode, MeetingStatus};
use crate::lang::Lang;
use crate::marking::{Marking, MarkingDraft, coded};
use crate::names::Names;
use crate::operation::Operation;
use crate::participant::ParticipantCode;
use crate::problem::{Problem, Problems};
use crate::recommendation::{must, read_records};
use crate::text;
use crate::time::{Day, Moment, read_day, read_time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use serde::{Deserialize, Serialize};

/// A meeting as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MeetingDraft {
    /// Title per language.
    pub meeting_title: Names,
    /// Day.
    pub meeting_day: String,
    /// When it begins.
    pub starts_at: String,
    /// When it ends.
    pub ends_at: String,
    /// IANA name of the zone.
    pub zone: String,
    /// [`MeetingMode`] code.
    pub meeting_mode: String,
    /// Place or address.
    pub meeting_place: String,
    /// Tag of the language in which it was written; blank for the first one written.
    pub agreed_in: String,
    /// Per language a point a line, in the same order; its time first in the original where it has one.
    pub agenda: Names,
    /// Participant codes; none for everybody.
    pub invited: Vec<String>,
    /// Identifiers of records.
    pub papers: Vec<String>,
    /// [`MeetingStatus`] code; blank for planned.
    pub meeting_status: String,
    /// Marking; blank takes the operation's.
    pub marking: MarkingDraft,
    /// What the writer has looked at: `personal-data:<field>`.
    pub settled: Vec<String>,
}

/// `13:05` of minutes since midnight.
fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

impl MeetingDraft {
    /// The draft that would read back as `meeting`.
    pub fn of(meeting: &Meeting, marking: &Marking) -> Self {
        let original = meeting.written_in();
        let line = |item: &AgendaItem, lang: Lang| match item.at.filter(|_| lang == original) {
            Some(at) => format!("{} {}", clock(at), item.title),
            None => item.say(lang, original).to_owned(),
        };
        let agenda = meeting.agenda_languages().into_iter().fold(Names::default(), |all, lang| {
            let lines: Vec<String> = meeting.agenda.iter().map(|item| line(item, lang)).collect();
            all.with(lang, &lines.join("\n"))
        });
        Self {
            meeting_title: meeting.title.clone(),
            meeting_day: meeting.day.to_string(),
            starts_at: clock(meeting.from),
            ends_at: clock(meeting.to),
            zone: meeting.zone.clone(),
            meeting_mode: meeting.mode.code().to_owned(),
            meeting_place: meeting.place.clone(),
            agreed_in: meeting.original.map_or_else(String::new, |lang| lang.tag().to_owned()),
            agenda,
            invited: meeting.invited.iter().map(ToString::to_string).collect(),
            papers: meeting.papers.iter().map(ToString::to_string).collect(),
            meeting_status: meeting.status.code().to_owned(),
            marking: MarkingDraft::of(marking),
            settled: Vec::new(),
        }
    }

    /// The meeting with its marking, or all problems. What `earlier` holds of attendance and decisions stays.
    pub fn check(
        &self,
        operation: &Operation,
        now: Moment,
        earlier: Option<&Meeting>,
    ) -> Result<(Meeting, Marking), Problems> {
        let mut problems = Problems::none();
        let title = self.meeting_title.check("meeting_title", 300, &mut problems);
        if self.meeting_title.is_empty() {
            problems.add(Problem::new("meeting_title", "required"));
        }
        let original = self.check_original(&mut problems);
        let hours = self.check_hours(&mut problems);
        let mode = problems.keep(must("meeting_mode", &self.meeting_mode, MeetingMode::parse));
        let place = problems.keep(text::read("meeting_place", &self.meeting_place, 500)).unwrap_or_default();
        let planned = Some(MeetingStatus::Planned);
        let status =
            problems.keep(coded("meeting_status", &self.meeting_status, MeetingStatus::parse, planned)).flatten();
        if let Some((hours, status)) = hours.as_ref().zip(status) {
            check_time(hours, status, now, earlier, &mut problems);
        }
        let agenda = self.check_agenda(original, &mut problems);
        self.ask_personal(&place, &mut problems);
        let invited = self.check_invited(operation, &mut problems);
        let papers = read_records("papers", &self.papers, &mut problems);
        let marking = match self.marking.check(&operation.marking, &operation.participants()) {
            Ok(marking) => Some(marking),
            Err(found) => {
                found.0.into_iter().for_each(|problem| problems.add(problem.inside("marking")));
                None
            }
        };
        let parts = hours.zip(mode).zip(status).zip(marking);
        problems.or(parts.map(|(((hours, mode), status), marking)| {
            let made = Meeting {
                title,
                original: Some(original),
                day: hours.day,
                from: hours.from,
                to: hours.to,
                zone: self.zone.trim().to_owned(),
                starts: hours.starts,
                ends: hours.ends,
                mode,
                place,
                agenda,
                invited,
                papers,
                attendance: earlier.map_or_else(Vec::new, |earlier| earlier.attendance.clone()),
                decisions: earlier.map_or_else(Vec::new, |earlier| earlier.decisions.clone()),
                status,
                reason: earlier
                    .filter(|_| status == MeetingStatus::Cancelled)
                    .map_or_else(String::new, |was| was.reason.clone()),
            };
            (made, marking)
        }))
    }

    fn check_hours(&self, problems: &mut Problems) -> Option<Hours> {
        let day = problems.keep(read_day("meeting_day", &self.meeting_day)).map(|read| read.day);
        let from = problems.keep(read_time("starts_at", &self.starts_at));
        let to = problems.keep(read_time("ends_at", &self.ends_at));
        let name = self.zone.trim();
        let zone = TimeZone::get(name).map_err(|_| Problem::new("zone", "zone-unknown").with("text", name));
        let zone = problems.keep(zone);
        if from.zip(to).is_some_and(|(from, to)| to <= from) {
            problems.add(Problem::new("ends_at", "meeting-ends-before"));
        }
        let (((day, from), to), zone) = day.zip(from).zip(to).zip(zone)?;
        let starts = problems.keep(moment("starts_at", day, from, &zone, name));
        let ends = problems.keep(moment("ends_at", day, to, &zone, name));
        starts.zip(ends).map(|(starts, ends)| Hours { day, from, to, starts, ends })
    }

    /// The language it was written in: one that the agenda has, where there is an agenda, else one of the title's.
    fn check_original(&self, problems: &mut Problems) -> Lang {
        let written = if self.agenda.is_empty() { &self.meeting_title } else { &self.agenda };
        let first = written.iter().map(|(lang, _)| lang).next().unwrap_or_default();
        let named = Lang::parse(self.agreed_in.trim());
        if named.is_none() && !self.agreed_in.trim().is_empty() {
            problems.add(Problem::new("agreed_in", "code-unknown").with("text", self.agreed_in.trim()));
        }
        if named.is_some_and(|lang| !written.is_empty() && written.exact(lang).is_none()) {
            problems.add(Problem::new("agreed_in", "original-missing"));
        }
        named.filter(|lang| written.exact(*lang).is_some()).unwrap_or(first)
    }

    /// The points as the original says them; every other language says as many, in the same order.
    fn check_agenda(&self, original: Lang, problems: &mut Problems) -> Vec<AgendaItem> {
        let typed = self.agenda.check("agenda", 8000, problems);
        let mut items: Vec<AgendaItem> = points(typed.exact(original).unwrap_or_default()).collect();
        for (lang, text) in typed.iter().filter(|(lang, _)| *lang != original) {
            let others: Vec<AgendaItem> = points(text).collect();
            if others.len() != items.len() {
                let field = format!("agenda.{}", lang.tag());
                problems
                    .add(Problem::new(field, "agenda-lines").with("count", others.len()).with("wanted", items.len()));
                continue;
            }
            for (item, other) in items.iter_mut().zip(others) {
                item.translated = std::mem::take(&mut item.translated).with(lang, &other.title);
            }
        }
        items
    }

    /// Asks about titles, place and agenda; an address of the line has long numbers by nature.
    fn ask_personal(&self, place: &str, problems: &mut Problems) {
        text::ask_contact("meeting_place", place, &self.settled, problems);
        for (field, names) in [("meeting_title", &self.meeting_title), ("agenda", &self.agenda)] {
            for (lang, said) in names.iter() {
                text::ask_personal(&format!("{field}.{}", lang.tag()), said, &self.settled, problems);
            }
        }
    }

    fn check_invited(&self, operation: &Operation, problems: &mut Problems) -> Vec<ParticipantCode> {
        let (known, mut all) = (operation.participants(), Vec::new());
        for typed in self.invited.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
            match known.iter().find(|one| one.as_str() == typed) {
                Some(one) if !all.contains(one) => all.push(one.clone()),
                Some(_) => {}
                None => problems.add(Problem::new("invited", "recipient-unknown").with("text", typed)),
            }
        }
        all
    }
}

/// The points of an agenda, a line each: its time first where it has one.
fn points(typed: &str) -> impl Iterator<Item = AgendaItem> {
    let point = |line: &str| match line.split_once(char::is_whitespace) {
        Some((first, rest)) if read_time("", first).is_ok() => {
            AgendaItem { at: read_time("", first).ok(), title: rest.trim().to_owned(), translated: Names::default() }
        }
        _ => AgendaItem { at: None, title: line.to_owned(), translated: Names::default() },
    };
    typed.lines().map(str::trim).filter(|text| !text.is_empty()).map(point)
}

struct Hours {
    day: Day,
    from: u16,
    to: u16,
    starts: Moment,
    ends: Moment,
}

/// The moment of an hour in a zone; where clocks are set back, its first. An hour that is skipped there is a problem.
fn moment(field: &'static str, day: Day, minutes: u16, zone: &TimeZone, name: &str) -> Result<Moment, Problem> {
    let (year, month, date) = day.parts();
    let (hour, minute) = (i8::try_from(minutes / 60).unwrap_or(0), i8::try_from(minutes % 60).unwrap_or(0));
    let wrong = |code| Problem::new(field, code).with("text", clock(minutes)).with("day", day).with("zone", name);
    let civil = jiff::civil::DateTime::new(year, month, date, hour, minute, 0, 0);
    let read = zone.to_ambiguous_timestamp(civil.map_err(|_| wrong("hour-missing"))?);
    if matches!(read.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(wrong("hour-missing"));
    }
    read.compatible().map(|stamp| Moment(stamp.as_microsecond())).map_err(|_| wrong("hour-missing"))
}

/// One invites to what is to come, and holds what has come.
fn check_time(hours: &Hours, status: MeetingStatus, now: Moment, earlier: Option<&Meeting>, problems: &mut Problems) {
    let same = earlier.is_some_and(|earlier| earlier.starts == hours.starts);
    if status == MeetingStatus::Planned && hours.starts < now && !same {
        problems.add(Problem::new("meeting_day", "meeting-past"));
    }
    let was = earlier.map(|earlier| earlier.status);
    if status == MeetingStatus::Cancelled && was != Some(MeetingStatus::Cancelled) {
        problems.add(Problem::new("meeting_status", "meeting-cancel-apart"));
    }
    if status == MeetingStatus::Held && hours.starts > now {
        problems.add(Problem::new("meeting_status", "meeting-not-yet"));
    }
}
