//! A meeting as typed, and its way to being true.
//!
//! Refuses an hour that its zone does not have on that day, an end before the beginning, and an invitation to what is past.

use super::{AgendaItem, Meeting, MeetingMode, MeetingStatus};
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
    /// A point a line, its time first where it has one.
    pub agenda: String,
    /// Participant codes; none for everybody.
    pub invited: Vec<String>,
    /// Identifiers of records.
    pub papers: Vec<String>,
    /// [`MeetingStatus`] code; blank for planned.
    pub meeting_status: String,
    /// Marking; blank takes the operation's.
    pub marking: MarkingDraft,
}

/// `13:05` of minutes since midnight.
fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

impl MeetingDraft {
    /// The draft that would read back as `meeting`.
    pub fn of(meeting: &Meeting, marking: &Marking) -> Self {
        let line = |item: &AgendaItem| match item.at {
            Some(at) => format!("{} {}", clock(at), item.title),
            None => item.title.clone(),
        };
        Self {
            meeting_title: meeting.title.clone(),
            meeting_day: meeting.day.to_string(),
            starts_at: clock(meeting.from),
            ends_at: clock(meeting.to),
            zone: meeting.zone.clone(),
            meeting_mode: meeting.mode.code().to_owned(),
            meeting_place: meeting.place.clone(),
            agenda: meeting.agenda.iter().map(line).collect::<Vec<_>>().join("\n"),
            invited: meeting.invited.iter().map(ToString::to_string).collect(),
            papers: meeting.papers.iter().map(ToString::to_string).collect(),
            meeting_status: meeting.status.code().to_owned(),
            marking: MarkingDraft::of(marking),
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
        let hours = self.check_hours(&mut problems);
        let mode = problems.keep(must("meeting_mode", &self.meeting_mode, MeetingMode::parse));
        let place = problems.keep(text::read("meeting_place", &self.meeting_place, 500)).unwrap_or_default();
        let planned = Some(MeetingStatus::Planned);
        let status =
            problems.keep(coded("meeting_status", &self.meeting_status, MeetingStatus::parse, planned)).flatten();
        if let Some((hours, status)) = hours.as_ref().zip(status) {
            check_time(hours, status, now, earlier, &mut problems);
        }
        let agenda = self.check_agenda(&mut problems);
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

    fn check_agenda(&self, problems: &mut Problems) -> Vec<AgendaItem> {
        let typed = problems.keep(text::read("agenda", &self.agenda, 8000)).unwrap_or_default();
        let line = |line: &str| match line.split_once(char::is_whitespace) {
            Some((first, rest)) if read_time("", first).is_ok() => {
                AgendaItem { at: read_time("", first).ok(), title: rest.trim().to_owned() }
            }
            _ => AgendaItem { at: None, title: line.to_owned() },
        };
        typed.lines().map(str::trim).filter(|text| !text.is_empty()).map(line).collect()
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
    if status == MeetingStatus::Held && hours.starts > now {
        problems.add(Problem::new("meeting_status", "meeting-not-yet"));
    }
}
