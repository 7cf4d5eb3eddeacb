//! What is recorded after a meeting: how many came, and what was decided.
//!
//! Refuses a number that is none, and a decision that says nothing. Asks about what looks like personal data: who came is a
//! number.

use super::{Attendance, Decision, Meeting, MeetingStatus, Profession};
use crate::names::Names;
use crate::operation::Operation;
use crate::participant::ParticipantCode;
use crate::problem::{Problem, Problems};
use crate::time::{Moment, ascii_digits};
use serde::{Deserialize, Serialize};

/// How many came from one organisation, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AttendanceDraft {
    /// Participant code.
    pub organisation: String,
    /// Of law enforcement.
    pub law_enforcement: String,
    /// Of customs.
    pub customs: String,
    /// Of laboratories.
    pub forensic: String,
    /// Others.
    pub other_people: String,
}

/// What is recorded after a meeting, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MinutesDraft {
    /// A line for each organisation.
    pub attendance: Vec<AttendanceDraft>,
    /// Decisions in their order, each a text per language; blank ones are none.
    pub decisions: Vec<Names>,
    /// What the writer has looked at: `personal-data:<field>`.
    pub settled: Vec<String>,
}

impl MinutesDraft {
    /// The draft of `meeting`, with a line for every participant of the operation and room for more decisions.
    pub fn of(meeting: &Meeting, operation: &Operation) -> Self {
        let line = |code: ParticipantCode| {
            let came = |profession| match meeting.came(&code, profession) {
                0 => String::new(),
                count => count.to_string(),
            };
            AttendanceDraft {
                law_enforcement: came(Profession::LawEnforcement),
                customs: came(Profession::Customs),
                forensic: came(Profession::Forensic),
                other_people: came(Profession::Other),
                organisation: code.to_string(),
            }
        };
        Self {
            attendance: operation.participants().into_iter().map(line).collect(),
            decisions: meeting.decisions.iter().map(|one| one.text.clone()).collect(),
            settled: Vec::new(),
        }
    }

    /// The meeting as held, with what is recorded, or all problems.
    pub fn check(&self, meeting: &Meeting, operation: &Operation, now: Moment) -> Result<Meeting, Problems> {
        let mut problems = Problems::none();
        if meeting.starts > now {
            problems.add(Problem::new("", "meeting-not-yet"));
        }
        let (known, mut attendance) = (operation.participants(), Vec::new());
        for (place, line) in self.attendance.iter().enumerate() {
            line.check(&format!("attendance.{place}"), &known, &mut attendance, &mut problems);
        }
        let mut decisions = Vec::new();
        for (place, text) in self.decisions.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let text = text.check(&format!("decisions.{place}"), 4000, &mut problems);
            for (lang, said) in text.iter() {
                let field = format!("decisions.{place}.{}", lang.tag());
                crate::text::ask_personal(&field, said, &self.settled, &mut problems);
            }
            decisions.push(Decision { number: u32::try_from(decisions.len() + 1).unwrap_or(u32::MAX), text });
        }
        let held =
            Meeting { attendance, decisions, status: MeetingStatus::Held, reason: String::new(), ..meeting.clone() };
        problems.or(Some(held))
    }
}

impl AttendanceDraft {
    fn check(&self, path: &str, known: &[ParticipantCode], all: &mut Vec<Attendance>, problems: &mut Problems) {
        let organisation = known.iter().find(|one| one.as_str() == self.organisation.trim());
        if organisation.is_none() {
            let field = format!("{path}.organisation");
            problems.add(Problem::new(field, "recipient-unknown").with("text", &self.organisation));
        }
        for (name, profession, typed) in [
            ("law_enforcement", Profession::LawEnforcement, &self.law_enforcement),
            ("customs", Profession::Customs, &self.customs),
            ("forensic", Profession::Forensic, &self.forensic),
            ("other_people", Profession::Other, &self.other_people),
        ] {
            let count = problems.keep(number(&format!("{path}.{name}"), typed)).unwrap_or(0);
            if let Some(organisation) = organisation.filter(|_| count > 0) {
                all.push(Attendance { organisation: organisation.clone(), profession, count });
            }
        }
    }
}

/// How many people; blank is nobody.
fn number(field: &str, typed: &str) -> Result<u32, Problem> {
    let plain = ascii_digits(typed.trim());
    if plain.is_empty() {
        return Ok(0);
    }
    let read = plain.parse::<u32>().ok().filter(|count| *count <= 10_000);
    read.ok_or_else(|| Problem::new(field, "count-unreadable").with("text", typed.trim()))
}
