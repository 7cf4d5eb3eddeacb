//! A message: a bulletin of the coordinator or a letter of a participant, first of a thread or a reply in one.
//!
//! Refuses a message to nobody, and a reply that more may read than its thread, unless its writer says so.

use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::lang::Lang;
use crate::marking::{Audience, Marking, MarkingDraft, coded};
use crate::operation::Operation;
use crate::participant::ParticipantCode;
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use serde::{Deserialize, Serialize};

/// Names one message.
pub type MessageId = Id<Message>;

impl Noun for Message {
    const PREFIX: &'static str = "msg";
}

/// The longest text of a message, in characters.
pub const TEXT: usize = 10_000;
/// The most records a message or a request relates to.
pub const RELATED: usize = 20;

crate::codes! {
    /// Which sort of message.
    pub enum MessageKind {
        /// What a member writes to others.
        Message = "message",
        /// What the coordinator makes known.
        Bulletin = "bulletin",
    }
}

crate::codes! {
    /// What a bulletin makes known.
    pub enum Topic {
        /// Anything else.
        General = "general",
        /// A danger.
        Alert = "alert",
        /// A law that changed.
        LawChange = "law-change",
        /// A substance seen for the first time.
        NewSubstance = "new-substance",
        /// That something made known before is taken back.
        Retraction = "retraction",
    }
}

crate::codes! {
    /// How much it presses.
    pub enum Level {
        /// To know.
        Briefing = "briefing",
        /// To consider.
        Advisory = "advisory",
        /// To act upon.
        Alert = "alert",
        /// To act upon at once.
        Urgent = "urgent",
    }
}

/// What makes a message a bulletin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bulletin {
    /// What it makes known.
    pub topic: Topic,
    /// How much it presses.
    pub level: Level,
    /// Whether each participant is asked to acknowledge it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub acknowledge: bool,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Names it.
    pub id: MessageId,
    /// The first message of the thread it replies in; none where it begins one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<RecordId>,
    /// Present where it is a bulletin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bulletin: Option<Bulletin>,
    /// What it is about, in one line.
    pub subject: String,
    /// What it says, in the language of its header.
    pub text: String,
    /// Records it speaks of; each is shown to whom it is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<RecordId>,
}

impl Message {
    /// Which sort it is.
    pub const fn kind(&self) -> MessageKind {
        if self.bulletin.is_some() { MessageKind::Bulletin } else { MessageKind::Message }
    }

    /// Whether participants are asked to acknowledge it.
    pub fn asks_acknowledgement(&self) -> bool {
        self.bulletin.as_ref().is_some_and(|bulletin| bulletin.acknowledge)
    }
}

impl Shared for Message {
    const KIND: Kind = Kind::Message;

    fn card(&self) -> Card {
        Card {
            about: self.thread.clone(),
            part: self.bulletin.as_ref().map_or("", |bulletin| bulletin.level.code()).to_owned(),
            status: self.kind().code().to_owned(),
            key: self.bulletin.as_ref().map_or("", |bulletin| bulletin.topic.code()).to_owned(),
            title: self.subject.clone(),
            ..Card::default()
        }
    }

    fn searched(&self) -> String {
        format!("{} {}", self.subject, self.text)
    }
}

/// A message as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MessageDraft {
    /// [`MessageKind`] code; blank is a message.
    pub kind: String,
    /// [`Topic`] code of a bulletin.
    pub topic: String,
    /// [`Level`] code of a bulletin.
    pub pressing: String,
    /// Whether a bulletin asks to be acknowledged.
    pub acknowledge: bool,
    /// What it is about; a reply without one takes its thread's.
    pub subject: String,
    /// What it says.
    pub body: String,
    /// [`Lang`] tag of the text.
    pub lang: String,
    /// Identifiers or addresses of records, with blanks between them.
    pub records: String,
    /// Whether a reply may be read by more than its thread.
    pub wider: bool,
    /// Who may read it.
    pub marking: MarkingDraft,
}

/// The thread that a reply stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// Its first message.
    pub first: RecordId,
    /// What that is about.
    pub subject: String,
    /// Who may read it.
    pub marking: Marking,
    /// Who began it.
    pub owner: ParticipantCode,
}

impl Thread {
    /// What a reply by `writer` is marked with where nothing is said: whoever takes part in the thread, and nobody else.
    pub fn habit(&self, writer: &ParticipantCode) -> Marking {
        let mut recipients = self.marking.recipients.clone();
        if !recipients.contains(&self.owner) {
            recipients.push(self.owner.clone());
        }
        recipients.retain(|one| one != writer);
        let named = rank(self.marking.audience) < rank(Audience::Amber);
        Marking { recipients: if named { recipients } else { Vec::new() }, ..self.marking.clone() }
    }

    /// Whether `marking` opens a reply to anybody to whom the thread is closed.
    fn is_narrower_than(&self, marking: &Marking, writer: &ParticipantCode) -> bool {
        let known =
            |one: &ParticipantCode| self.marking.recipients.contains(one) || *one == self.owner || one == writer;
        let named = rank(self.marking.audience) < rank(Audience::Amber);
        rank(marking.audience) > rank(self.marking.audience) || named && !marking.recipients.iter().all(known)
    }
}

/// How many an audience lets read: the more, the higher.
fn rank(audience: Audience) -> usize {
    Audience::ALL.iter().position(|other| *other == audience).unwrap_or_default()
}

impl MessageDraft {
    /// The message and its marking, or everything that is wrong with it.
    pub fn check(
        &self,
        id: MessageId,
        operation: &Operation,
        thread: Option<&Thread>,
        writer: &ParticipantCode,
    ) -> Result<(Message, Marking), Problems> {
        let mut problems = Problems::none();
        let subject = match thread {
            Some(thread) if self.subject.trim().is_empty() => Some(thread.subject.clone()),
            _ => problems.keep(text::required("subject", &self.subject, 200)),
        };
        let body = problems.keep(text::required("body", &self.body, TEXT));
        let bulletin = self.read_bulletin(&mut problems);
        let related = read_related(&self.records, &mut problems);
        problems.keep(coded("lang", &self.lang, Lang::parse, None));
        let marking = self.read_marking(operation, thread, writer, &mut problems);
        let message = || Message {
            id,
            thread: thread.map(|thread| thread.first.clone()),
            bulletin,
            subject: subject.unwrap_or_default(),
            text: body.unwrap_or_default(),
            related,
        };
        problems.or(marking.map(|marking| (message(), marking)))
    }

    fn read_bulletin(&self, problems: &mut Problems) -> Option<Bulletin> {
        let kind = problems.keep(coded("kind", &self.kind, MessageKind::parse, Some(MessageKind::Message)));
        if kind.flatten() != Some(MessageKind::Bulletin) {
            return None;
        }
        let topic = problems.keep(coded("topic", &self.topic, Topic::parse, Some(Topic::General))).flatten()?;
        let level = problems.keep(coded("pressing", &self.pressing, Level::parse, Some(Level::Briefing))).flatten()?;
        Some(Bulletin { topic, level, acknowledge: self.acknowledge })
    }

    fn read_marking(
        &self,
        operation: &Operation,
        thread: Option<&Thread>,
        writer: &ParticipantCode,
        problems: &mut Problems,
    ) -> Option<Marking> {
        let habit = thread.map_or_else(|| operation.marking.clone(), |thread| thread.habit(writer));
        let mut marking = keep_inside("marking", self.marking.check(&habit, &operation.participants()), problems)?;
        let said = self.marking.recipients.iter().any(|code| !code.trim().is_empty());
        if !said && thread.is_some() && rank(marking.audience) < rank(Audience::Amber) {
            marking.recipients = habit.recipients;
        }
        marking.recipients.retain(|one| one != writer);
        if marking.audience == Audience::Red && marking.recipients.is_empty() {
            problems.add(Problem::new("marking.recipients", "message-to-nobody"));
        }
        if let Some(thread) = thread.filter(|thread| !self.wider && thread.is_narrower_than(&marking, writer)) {
            problems.add(Problem::new("marking.audience", "reply-wider").with("audience", thread.marking.audience));
        }
        Some(marking)
    }
}

/// What a part of a draft makes, with its problems under the part's name.
pub(crate) fn keep_inside<T>(part: &str, read: Result<T, Problems>, problems: &mut Problems) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(found) => {
            found.0.into_iter().for_each(|problem| problems.add(problem.inside(part)));
            None
        }
    }
}

/// The records that a text names, whatever else stands in it.
pub fn related_of(text: &str) -> Vec<RecordId> {
    read_related(text, &mut Problems::none())
}

/// Records as typed: identifiers, or addresses that end with one.
pub(crate) fn read_related(text: &str, problems: &mut Problems) -> Vec<RecordId> {
    let mut related: Vec<RecordId> = Vec::new();
    let separates = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '،' | '؛');
    for word in text.split(separates).filter(|word| !word.is_empty()) {
        let last = word.split(['?', '#']).next().unwrap_or(word).trim_end_matches('/').rsplit('/').next();
        match last.unwrap_or(word).parse::<RecordId>() {
            Ok(id) if !related.contains(&id) => related.push(id),
            Ok(_) => {}
            Err(_) => problems.add(Problem::new("records", "record-unknown").with("text", word)),
        }
    }
    if related.len() > RELATED {
        problems.add(Problem::new("records", "too-many").with("limit", RELATED));
    }
    related
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::operation::{OperationDraft, ParticipationDraft, StageDraft};

    /// An operation of a centre, three countries and an observer.
    pub(crate) fn operation() -> Operation {
        let part = |code: &str, role: &str| ParticipationDraft {
            participant: code.to_owned(),
            role: role.to_owned(),
            ..ParticipationDraft::default()
        };
        let roles = [
            ("CENTRE", "coordinator"),
            ("KZ", "participant"),
            ("UZ", "participant"),
            ("TJ", "participant"),
            ("MN", "observer"),
        ];
        let known = roles.map(|(code, _)| ParticipantCode::country(code));
        let active =
            StageDraft { kind: "active".to_owned(), from: "2021-10-04".to_owned(), to: "2021-11-30".to_owned() };
        let draft = OperationDraft {
            code: "TEST-1".to_owned(),
            names: crate::names::Names::same("Operation"),
            series: "TEST".to_owned(),
            edition: "1".to_owned(),
            participations: roles.iter().map(|(code, role)| part(code, role)).collect(),
            stages: vec![active],
            ..OperationDraft::default()
        };
        draft.check(Id::new(crate::id::NIL), &known, None).unwrap()
    }

    fn kz() -> ParticipantCode {
        ParticipantCode::country("KZ")
    }

    fn thread(audience: Audience, to: &[&str]) -> Thread {
        let recipients = to.iter().map(|code| ParticipantCode::country(code)).collect();
        Thread {
            first: "msg_01h455vb4pex5vsknk084sn02q".parse().unwrap(),
            subject: "Labels".to_owned(),
            marking: Marking { audience, recipients, ..Marking::default() },
            owner: ParticipantCode::country("UZ"),
        }
    }

    fn codes(found: Result<(Message, Marking), Problems>) -> Vec<String> {
        found.unwrap_err().0.iter().map(|one| format!("{}:{}", one.field, one.code)).collect()
    }

    fn draft() -> MessageDraft {
        MessageDraft { body: "Seen too".to_owned(), ..MessageDraft::default() }
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let mut wrong =
            MessageDraft { records: "inc_x, see".to_owned(), lang: "kk".to_owned(), ..MessageDraft::default() };
        wrong.marking.audience = "red".to_owned();
        wrong.marking.recipients = vec!["FR".to_owned()];
        let found = codes(wrong.check(Id::new(crate::id::NIL), &operation(), None, &kz()));
        assert_eq!(
            found,
            [
                "subject:required",
                "body:required",
                "records:record-unknown",
                "records:record-unknown",
                "lang:code-unknown",
                "marking.recipients:recipient-unknown"
            ]
        );
    }

    #[test]
    fn a_message_to_nobody_is_not_sent() {
        let mut alone = MessageDraft { subject: "x".to_owned(), ..draft() };
        alone.marking.audience = "red".to_owned();
        let found = codes(alone.check(Id::new(crate::id::NIL), &operation(), None, &kz()));
        assert_eq!(found, ["marking.recipients:message-to-nobody"]);
    }

    #[test]
    fn a_reply_goes_to_those_of_its_thread_and_takes_its_subject() {
        let thread = thread(Audience::Red, &["KZ", "TJ"]);
        let habit = thread.habit(&kz());
        let codes: Vec<&str> = habit.recipients.iter().map(ParticipantCode::as_str).collect();
        assert_eq!((habit.audience, codes), (Audience::Red, vec!["TJ", "UZ"]));
    }

    #[test]
    fn a_reply_wider_than_its_thread_is_a_choice() {
        let thread = thread(Audience::AmberStrict, &["KZ"]);
        let mut reply = draft();
        reply.marking.audience = "amber".to_owned();
        let found = codes(reply.check(Id::new(crate::id::NIL), &operation(), Some(&thread), &kz()));
        assert_eq!(found, ["marking.audience:reply-wider"]);
        reply.wider = true;
        let (message, marking) = reply.check(Id::new(crate::id::NIL), &operation(), Some(&thread), &kz()).unwrap();
        assert_eq!((message.subject.as_str(), marking.audience), ("Labels", Audience::Amber));
    }

    #[test]
    fn a_record_is_named_by_its_address_too() {
        let mut problems = Problems::none();
        let text =
            "https://node.example/incidents/inc_01h455vb4pex5vsknk084sn02q?lang=fa،inc_01h455vb4pex5vsknk084sn02q";
        assert_eq!(read_related(text, &mut problems).len(), 1);
        assert!(problems.is_empty());
    }
}
