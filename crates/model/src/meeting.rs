//! A meeting: when and where, its agenda in several languages, who is invited, how many came, what was decided.
//!
//! Refuses names of persons: who came is a number by organisation and profession.

mod draft;
mod minutes;

pub use draft::MeetingDraft;
pub use minutes::{AttendanceDraft, MinutesDraft};

use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::lang::Lang;
use crate::names::Names;
use crate::participant::ParticipantCode;
use crate::record::{Kind, Shared};
use crate::time::{Day, Moment};
use serde::{Deserialize, Serialize};

/// Names one meeting.
pub type MeetingId = Id<Meeting>;

impl Noun for Meeting {
    const PREFIX: &'static str = "mtg";
}

crate::codes! {
    /// How people meet.
    pub enum MeetingMode {
        /// Through the line.
        Online = "online",
        /// In one place.
        InPerson = "in-person",
        /// Both.
        Hybrid = "hybrid",
    }
}

crate::codes! {
    /// Where a meeting stands.
    pub enum MeetingStatus {
        /// Invited to.
        Planned = "planned",
        /// Was held.
        Held = "held",
        /// Will not be held.
        Cancelled = "cancelled",
    }
}

crate::codes! {
    /// What those who came do.
    pub enum Profession {
        /// Police and drug control.
        LawEnforcement = "law-enforcement",
        /// Customs.
        Customs = "customs",
        /// Laboratories.
        Forensic = "forensic",
        /// Others.
        Other = "other",
    }
}

/// One point of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Minutes since midnight in the meeting's zone, where a time was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<u16>,
    /// What it is about, in the language of the original.
    pub title: String,
    /// The same in other languages.
    #[serde(default, skip_serializing_if = "Names::is_empty")]
    pub translated: Names,
}

impl AgendaItem {
    /// What it is about in that language, where `original` is the one it was written in.
    pub fn exact(&self, lang: Lang, original: Lang) -> Option<&str> {
        if lang == original { Some(&self.title) } else { self.translated.exact(lang) }
    }

    /// What it is about in that language, else as it was written.
    pub fn say(&self, lang: Lang, original: Lang) -> &str {
        self.exact(lang, original).unwrap_or(&self.title)
    }
}

/// How many of one profession came from one organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// The participant.
    pub organisation: ParticipantCode,
    /// What they do.
    pub profession: Profession,
    /// How many.
    pub count: u32,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its number, from 1.
    pub number: u32,
    /// Its text per language.
    pub text: Names,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its title per language.
    pub title: Names,
    /// The language in which title, agenda and decisions were written; the others are translations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<Lang>,
    /// The day in its zone.
    pub day: Day,
    /// When it begins, minutes since midnight in its zone.
    pub from: u16,
    /// When it ends.
    pub to: u16,
    /// IANA name of the zone in which its hours are told.
    pub zone: String,
    /// When it begins.
    pub starts: Moment,
    /// When it ends.
    pub ends: Moment,
    /// How people meet.
    pub mode: MeetingMode,
    /// Where, or the address of the line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Its agenda.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaItem>,
    /// Who is invited; empty for everybody in the operation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invited: Vec<ParticipantCode>,
    /// Records that are its papers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<RecordId>,
    /// How many came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendance: Vec<Attendance>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    /// Where it stands.
    pub status: MeetingStatus,
    /// Why it will not be held; empty where it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Meeting {
    /// The language it was written in: as said, else the first of its title.
    pub fn written_in(&self) -> Lang {
        let first = || self.title.iter().map(|(lang, _)| lang).next();
        self.original.or_else(first).unwrap_or_default()
    }

    /// The languages of its agenda, the original first.
    pub fn agenda_languages(&self) -> Vec<Lang> {
        let original = self.written_in();
        let has =
            |lang: &Lang| *lang != original && self.agenda.iter().any(|item| item.translated.exact(*lang).is_some());
        std::iter::once(original).chain(Lang::ALL.into_iter().filter(has)).collect()
    }

    /// The meeting as one that will not be held, and why.
    #[must_use]
    pub fn cancelled(self, reason: String) -> Self {
        Self { status: MeetingStatus::Cancelled, reason, ..self }
    }

    /// How many of a profession came from an organisation.
    pub fn came(&self, organisation: &ParticipantCode, profession: Profession) -> u32 {
        let own = |one: &&Attendance| one.organisation == *organisation && one.profession == profession;
        self.attendance.iter().filter(own).map(|one| one.count).sum()
    }

    /// Organisations that came, each once.
    pub fn organisations(&self) -> Vec<ParticipantCode> {
        let mut all: Vec<ParticipantCode> = self.attendance.iter().map(|one| one.organisation.clone()).collect();
        all.sort();
        all.dedup();
        all
    }

    /// The decision of that number.
    pub fn decision(&self, number: &str) -> Option<&Decision> {
        self.decisions.iter().find(|one| one.number.to_string() == number.trim())
    }
}

impl Shared for Meeting {
    const KIND: Kind = Kind::Meeting;

    fn card(&self) -> Card {
        let title = self.title.exact(self.written_in()).unwrap_or_else(|| self.title.say(Lang::En));
        Card {
            status: self.status.code().to_owned(),
            key: self.mode.code().to_owned(),
            title: title.to_owned(),
            day: Some(self.day),
            ..Card::default()
        }
    }

    fn searched(&self) -> String {
        let titles = self.title.iter().map(|(_, title)| title);
        let said = |item: &'_ AgendaItem| -> Vec<String> {
            std::iter::once(item.title.as_str())
                .chain(item.translated.iter().map(|(_, text)| text))
                .map(str::to_owned)
                .collect()
        };
        let agenda: Vec<String> = self.agenda.iter().flat_map(said).collect();
        let agenda = agenda.iter().map(String::as_str);
        let decisions = self.decisions.iter().flat_map(|one| one.text.iter().map(|(_, text)| text));
        titles.chain(agenda).chain(decisions).collect::<Vec<_>>().join("\n")
    }
}
