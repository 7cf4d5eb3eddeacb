//! What one participant asks of others: a question with a due time and a permitted use.
//!
//! Refuses a question to nobody, to oneself, or due before it is asked.

use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::lang::Lang;
use crate::marking::{Audience, Marking, MarkingDraft, coded};
use crate::message::{TEXT, keep_inside, read_related};
use crate::operation::Operation;
use crate::participant::ParticipantCode;
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use crate::time::{Moment, ascii_digits, read_day, read_time};
use serde::{Deserialize, Serialize};

/// Names one request for information.
pub type InformationRequestId = Id<InformationRequest>;

impl Noun for InformationRequest {
    const PREFIX: &'static str = "req";
}

crate::codes! {
    /// What is asked about; never a person.
    pub enum QuestionType {
        /// A substance.
        Substance = "substance",
        /// A consignment, without anybody's name.
        Consignment = "consignment",
        /// A route.
        Route = "route",
        /// A method of concealment or sale.
        Method = "method",
        /// A law.
        Legal = "legal",
        /// A laboratory's result or way of working.
        Laboratory = "laboratory",
        /// Anything else.
        Other = "other",
    }
}

crate::codes! {
    /// How much it presses.
    pub enum Urgency {
        /// As work allows.
        Routine = "routine",
        /// Before other work.
        Urgent = "urgent",
        /// At once: an operation waits for it.
        Immediate = "immediate",
    }
}

/// One request for information.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InformationRequest {
    /// Names it.
    pub id: InformationRequestId,
    /// Who is asked; each answers by itself.
    pub to: Vec<ParticipantCode>,
    /// What it is about.
    pub question_type: QuestionType,
    /// The same in one line.
    pub subject: String,
    /// The question, in the language of the header.
    pub text: String,
    /// Records it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<RecordId>,
    /// How much it presses.
    pub urgency: Urgency,
    /// Until when an answer is of use.
    pub due: Moment,
    /// The same as typed, with its zone.
    pub due_written: String,
    /// What the answer may be used for.
    pub permitted_use: String,
    /// Through which other channel it was asked too.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub also_through: String,
}

impl Shared for InformationRequest {
    const KIND: Kind = Kind::InformationRequest;

    /// Its part is the due time to the second: a list finds what is overdue by it.
    fn card(&self) -> Card {
        Card {
            part: due_key(self.due),
            status: self.urgency.code().to_owned(),
            key: self.question_type.code().to_owned(),
            title: self.subject.clone(),
            due: Some(self.due.day()),
            ..Card::default()
        }
    }

    fn searched(&self) -> String {
        [&self.subject, &self.text, &self.permitted_use, &self.also_through].map(String::as_str).join(" ")
    }
}

/// A due time as the card of a request holds it: texts in the order of their moments.
pub fn due_key(due: Moment) -> String {
    format!("{:014}", due.0.max(0) / 1_000_000)
}

/// A request as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InformationRequestDraft {
    /// Participant codes.
    pub asked: Vec<String>,
    /// [`QuestionType`] code.
    pub question_type: String,
    /// What it is about, in one line.
    pub subject: String,
    /// The question.
    pub body: String,
    /// [`Lang`] tag of the text.
    pub lang: String,
    /// Identifiers or addresses of records, with blanks between them.
    pub records: String,
    /// [`Urgency`] code.
    pub urgency: String,
    /// The day by which an answer is of use.
    pub due_day: String,
    /// The time of that day; blank is its end.
    pub due_time: String,
    /// How far its clock is from UTC, `+05:00`; blank is UTC.
    pub due_zone: String,
    /// What the answer may be used for.
    pub permitted_use: String,
    /// Through which other channel it was asked too.
    pub also_through: String,
    /// Who may read it: its recipients are those asked.
    pub marking: MarkingDraft,
}

impl InformationRequestDraft {
    /// The request and its marking, or everything that is wrong with it.
    pub fn check(
        &self,
        id: InformationRequestId,
        operation: &Operation,
        asker: &ParticipantCode,
        now: Moment,
    ) -> Result<(InformationRequest, Marking), Problems> {
        let mut problems = Problems::none();
        let to = self.read_to(operation, asker, &mut problems);
        let question_type = problems.keep(coded("question_type", &self.question_type, QuestionType::parse, None));
        if question_type == Some(None) {
            problems.add(Problem::new("question_type", "required"));
        }
        let subject = problems.keep(text::required("subject", &self.subject, 200));
        let body = problems.keep(text::required("body", &self.body, TEXT));
        problems.keep(coded("lang", &self.lang, Lang::parse, None));
        let related = read_related(&self.records, &mut problems);
        let urgency = problems.keep(coded("urgency", &self.urgency, Urgency::parse, Some(Urgency::Routine)));
        let due = self.read_due(now, &mut problems);
        let permitted_use = problems.keep(text::required("permitted_use", &self.permitted_use, 500));
        let also_through = problems.keep(text::read("also_through", &self.also_through, 200));
        let habit = Marking { audience: Audience::AmberStrict, ..operation.marking.clone() };
        let typed = MarkingDraft { recipients: Vec::new(), ..self.marking.clone() };
        let marking = keep_inside("marking", typed.check(&habit, &operation.participants()), &mut problems);
        let read = question_type.flatten().zip(subject).zip(body).zip(urgency.flatten()).zip(due).zip(permitted_use);
        let whole = read.zip(marking).map(|(read, marking)| {
            let (((((question_type, subject), text), urgency), due), permitted_use) = read;
            let marking = Marking { recipients: to.clone(), ..marking };
            let also_through = also_through.unwrap_or_default();
            let due_written = self.written();
            (
                InformationRequest {
                    id,
                    to,
                    question_type,
                    subject,
                    text,
                    related,
                    urgency,
                    due,
                    due_written,
                    permitted_use,
                    also_through,
                },
                marking,
            )
        });
        problems.or(whole)
    }

    fn read_to(&self, operation: &Operation, asker: &ParticipantCode, problems: &mut Problems) -> Vec<ParticipantCode> {
        let known = operation.participants();
        let mut to: Vec<ParticipantCode> = Vec::new();
        for code in self.asked.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
            match known.iter().find(|participant| participant.as_str() == code) {
                None => problems.add(Problem::new("asked", "recipient-unknown").with("text", code)),
                Some(own) if own == asker => problems.add(Problem::new("asked", "request-to-oneself")),
                Some(other) if to.contains(other) => {}
                Some(other) => to.push(other.clone()),
            }
        }
        if to.is_empty() && problems.of("asked").next().is_none() {
            problems.add(Problem::new("asked", "required"));
        }
        to
    }

    fn read_due(&self, now: Moment, problems: &mut Problems) -> Option<Moment> {
        if self.due_day.trim().is_empty() {
            problems.add(Problem::new("due_day", "required"));
            return None;
        }
        let day = problems.keep(read_day("due_day", &self.due_day));
        let minute = match self.due_time.trim() {
            "" => Some(23 * 60 + 59),
            time => problems.keep(read_time("due_time", time)),
        };
        let zone = problems.keep(read_zone("due_zone", &self.due_zone));
        let ((day, minute), zone) = day.zip(minute).zip(zone)?;
        let due = day.day.start().plus_seconds((i64::from(minute) - i64::from(zone)) * 60);
        if due <= now {
            problems.add(Problem::new("due_day", "request-due-past").with("text", self.written()));
        }
        Some(due)
    }

    /// Day, time and zone as typed.
    fn written(&self) -> String {
        let zone = self.due_zone.trim();
        let parts = [self.due_day.trim(), self.due_time.trim(), if zone.is_empty() { "UTC" } else { zone }];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Reads how far a clock is from UTC, in minutes: blank, `UTC`, `+5`, `+05:00`, `UTC+3:30`, `+0430`.
pub fn read_zone(field: &str, text: &str) -> Result<i16, Problem> {
    let plain = ascii_digits(text.trim()).to_ascii_uppercase().replace(['\u{2212}', '–'], "-");
    let plain = plain.strip_prefix("UTC").or_else(|| plain.strip_prefix("GMT")).unwrap_or(&plain).trim();
    let wrong = || Problem::new(field, "zone-unreadable").with("text", text.trim());
    let (sign, rest) = match plain.split_at_checked(1) {
        None | Some(("Z", "")) => return Ok(0),
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        Some(_) => return Err(wrong()),
    };
    let (hours, minutes) = match rest.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if rest.len() == 4 && rest.is_ascii() => rest.split_at(2),
        None => (rest, "0"),
    };
    let number = |text: &str| text.parse::<i16>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let whole = number(hours).zip(number(minutes)).filter(|(hours, minutes)| *hours <= 14 && *minutes < 60);
    whole.map(|(hours, minutes)| sign * (hours * 60 + minutes)).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::operation;

    fn draft() -> InformationRequestDraft {
        InformationRequestDraft {
            asked: vec!["UZ".to_owned()],
            question_type: "route".to_owned(),
            subject: "Parcels".to_owned(),
            body: "By which road?".to_owned(),
            due_day: "2021-10-20".to_owned(),
            due_time: "18:00".to_owned(),
            due_zone: "+06:00".to_owned(),
            permitted_use: "Analysis".to_owned(),
            ..InformationRequestDraft::default()
        }
    }

    fn now() -> Moment {
        "2021-10-15".parse::<crate::time::Day>().unwrap().start()
    }

    fn check(draft: &InformationRequestDraft) -> Result<(InformationRequest, Marking), Vec<String>> {
        let kz = ParticipantCode::country("KZ");
        draft
            .check(Id::new(crate::id::NIL), &operation(), &kz, now())
            .map_err(|found| found.0.iter().map(|one| format!("{}:{}", one.field, one.code)).collect())
    }

    #[test]
    fn a_question_is_open_to_those_asked_and_its_due_time_is_kept_as_typed() {
        let (request, marking) = check(&draft()).unwrap();
        assert_eq!(request.due.iso(), "2021-10-20T12:00:00Z");
        assert_eq!(request.due_written, "2021-10-20 18:00 +06:00");
        assert_eq!((marking.audience, marking.recipients), (Audience::AmberStrict, request.to));
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let wrong = InformationRequestDraft {
            asked: vec!["KZ".to_owned(), "FR".to_owned()],
            question_type: String::new(),
            due_day: "2021-10-14".to_owned(),
            permitted_use: String::new(),
            ..draft()
        };
        let expected = [
            "asked:request-to-oneself",
            "asked:recipient-unknown",
            "question_type:required",
            "due_day:request-due-past",
            "permitted_use:required",
        ];
        assert_eq!(check(&wrong).unwrap_err(), expected);
        let unread = InformationRequestDraft { due_zone: "Almaty".to_owned(), due_time: "25:00".to_owned(), ..draft() };
        assert_eq!(check(&unread).unwrap_err(), ["due_time:time-unreadable", "due_zone:zone-unreadable"]);
    }

    #[test]
    fn zones_are_read_as_people_write_them() {
        let zones =
            ["", "UTC", "Z", "+5", "UTC+03:30", "+0430", "-02:00", "+۰۳:۳۰"].map(|text| read_zone("z", text).unwrap());
        assert_eq!(zones, [0, 0, 0, 300, 210, 270, -120, 210]);
        for wrong in ["5", "+15", "+05:61", "+-5", "MSK"] {
            assert!(read_zone("z", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn due_times_stand_in_their_order_as_texts() {
        assert!(due_key(now()) < due_key(now().plus_seconds(1)));
        assert!(due_key(Moment(999_000_000)) < due_key(now()));
    }
}
