//! Messages: the threads of an operation, one thread with its replies, and the form that begins one.
//!
//! Refuses to show what was taken back otherwise than by its reason, and who took note of a bulletin to whom that is not
//! open: both are decided before.

use super::grid::{Column, Grid, text};
use super::shared::{self, RelatedLine};
use super::{Sample, sample};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query};
use crate::part::{self, Facet, FacetValue, Tone};
use crate::words::Speech;
use askama::Template;
use model::attachment::Attachment;
use model::card::{Card, Listed};
use model::id::{Id, NIL, RecordId};
use model::marking::{Audience, Marking};
use model::message::{Bulletin, Level, Message, MessageKind, Topic};
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::problem::{Problem, Problems};
use model::record::{Header, Kind, Record, State};
use model::time::Moment;

/// One thread of the list.
#[derive(Debug, Clone)]
pub struct ThreadRow {
    /// Its first message.
    pub first: Listed,
    /// The thread.
    pub thread: RecordId,
    /// How many messages its reader sees.
    pub messages: u64,
    /// How many are new to the member.
    pub unread: u64,
    /// When the latest came.
    pub last: Moment,
}

/// The threads of an operation.
#[derive(Debug, Template)]
#[template(path = "message/list.html")]
pub struct MessagesPage<'a> {
    frame: &'a Frame,
    top: String,
    total: u64,
    unread: u64,
    may_write: bool,
    may_bulletin: bool,
    facets: Safe,
    chosen: Safe,
    threads: Safe,
    pager: Safe,
}

impl<'a> MessagesPage<'a> {
    /// The page; `asked` is what the address asks for, `next` leads on.
    pub fn new(
        frame: &'a Frame,
        operation: &Operation,
        rows: &[ThreadRow],
        (total, unread): (u64, u64),
        asked: &Typed,
        next: Option<&str>,
        (may_write, may_bulletin): (bool, bool),
    ) -> Self {
        let t = frame.t;
        let all = all_facets(t, asked);
        let narrowed = all.iter().any(|facet| !facet.chosen.is_empty());
        Self {
            frame,
            top: format!("/operations/{}/messages", query(&operation.code)),
            total,
            unread,
            may_write,
            may_bulletin,
            facets: part::facets(t, &frame.address, &all),
            chosen: part::chosen(t, &frame.address, &all),
            threads: threads(frame, rows, narrowed),
            pager: part::pager(t, None, next),
        }
    }
}

fn all_facets(t: Speech, asked: &Typed) -> Vec<Facet> {
    let facet = |name: &str, noun: &str, codes: Vec<&'static str>| Facet {
        name: name.to_owned(),
        label: t.say(&format!("message-by-{name}")),
        values: codes
            .into_iter()
            .map(|code| FacetValue { value: code.to_owned(), label: t.code(noun, code), count: None })
            .collect(),
        chosen: asked.get(name).to_owned(),
    };
    vec![
        facet("kind", "message-kind", MessageKind::ALL.iter().map(|one| one.code()).collect()),
        facet("topic", "message-topic", Topic::ALL.iter().map(|one| one.code()).collect()),
        facet("level", "message-level", Level::ALL.iter().map(|one| one.code()).collect()),
        facet("unread", "message-unread", vec!["yes"]),
    ]
}

fn threads(frame: &Frame, rows: &[ThreadRow], narrowed: bool) -> Safe {
    let t = frame.t;
    if rows.is_empty() {
        return if narrowed {
            t.empty("message-none-found", "message-none-found-how")
        } else {
            t.empty("message-none", "message-none-how")
        };
    }
    let mut columns =
        vec![Column::text(t, "message-subject"), Column::text(t, "message-from"), Column::text(t, "message-kind")];
    columns.push(Column::number(t, "message-count-column"));
    columns.push(Column::text(t, "message-last"));
    let mut grid = Grid::new(t.say("message-threads"), columns);
    for row in rows {
        let new = if row.unread > 0 {
            format!(" {}", t.chip(Tone::Accent, t.say_one("message-new-count", "count", row.unread)))
        } else {
            String::new()
        };
        let subject = format!("<a href=\"/messages/{}\">{}</a>{new}", row.thread, isolate(&row.first.card.title));
        grid.rows.push(vec![
            Safe::ours(subject),
            text(t.participant(row.first.owner.as_str())),
            Safe::ours(kind_chips(
                t,
                &row.first.card.status,
                &row.first.card.key,
                &row.first.card.part,
                row.first.audience,
            )),
            text(t.int(row.messages)),
            t.ago(row.last, frame.now),
        ]);
    }
    grid.html()
}

/// What sort of message it is and who may read it, as chips.
fn kind_chips(t: Speech, kind: &str, topic: &str, level: &str, audience: Audience) -> String {
    let mut chips = Vec::new();
    if kind == MessageKind::Bulletin.code() {
        let tone = match Level::parse(level) {
            Some(Level::Urgent) => Tone::Bad,
            Some(Level::Alert) => Tone::Warn,
            _ => Tone::Plain,
        };
        chips.push(t.chip(tone, t.code("message-level", level)).to_string());
        chips.push(t.chip(Tone::Plain, t.code("message-topic", topic)).to_string());
    }
    chips.push(t.tlp(audience.code()).to_string());
    chips.join(" ")
}

/// One message of a thread.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The record.
    pub record: Record<Message>,
    /// What it speaks of.
    pub related: Vec<RelatedLine>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Whether it is new to the member.
    pub is_new: bool,
    /// Whether the reader may take it back and add files.
    pub is_own: bool,
}

/// Whether a participant has taken note.
#[derive(Debug, Clone)]
pub struct Noted {
    /// Which.
    pub participant: ParticipantCode,
    /// When; `None` for not yet.
    pub at: Option<Moment>,
}

/// A thread as its page shows it.
#[derive(Debug, Clone)]
pub struct Thread<'a> {
    /// Its operation.
    pub operation: &'a Operation,
    /// The thread.
    pub id: &'a RecordId,
    /// Its messages, oldest first.
    pub letters: &'a [Letter],
    /// What a reply is marked with where nothing is said.
    pub habit: &'a Marking,
    /// Who has taken note.
    pub noted: &'a [Noted],
    /// Whether the reader may reply.
    pub may_reply: bool,
    /// Whether the reader may take note.
    pub may_acknowledge: bool,
    /// The reader's participant.
    pub own: &'a str,
}

/// The page of a thread.
#[derive(Debug, Template)]
#[template(path = "message/thread.html")]
pub struct ThreadPage<'a> {
    frame: &'a Frame,
    thread: Thread<'a>,
    form: Form<'a>,
}

impl<'a> ThreadPage<'a> {
    /// The page; `typed` and `problems` are of a reply.
    pub fn new(frame: &'a Frame, thread: Thread<'a>, typed: &'a Typed, problems: &'a Problems) -> Self {
        Self { frame, thread, form: Form::new(frame.t, typed, problems) }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn list(&self) -> String {
        format!("/operations/{}/messages", query(&self.thread.operation.code))
    }

    /// Who wrote it, when, to whom.
    fn head(&self, letter: &Letter) -> Safe {
        let (t, header) = (self.t(), &letter.record.header);
        let mut said = format!(
            "<b>{}</b> · {} · {}",
            escape(&t.participant(header.owner.as_str())),
            escape(&t.code("role", header.author_role.code())),
            t.moment(header.created, self.frame.offset)
        );
        if !header.marking.recipients.is_empty() {
            let to = t.say_one("message-to-named", "names", shared::names(t, &header.marking.recipients));
            said = format!("{said}<br>{}", escape(&to));
        }
        Safe::ours(said)
    }

    fn chips(&self, letter: &Letter) -> Safe {
        let (t, header) = (self.t(), &letter.record.header);
        let mut chips = String::new();
        if letter.is_new {
            chips = format!("{} ", t.chip(Tone::Accent, t.say("message-new")));
        }
        if let Some(bulletin) = &letter.record.content.bulletin {
            let level = match bulletin.level {
                Level::Urgent => Tone::Bad,
                Level::Alert => Tone::Warn,
                Level::Briefing | Level::Advisory => Tone::Plain,
            };
            chips = format!(
                "{chips}{} {} ",
                t.chip(level, t.code("message-level", bulletin.level.code())),
                t.chip(Tone::Plain, t.code("message-topic", bulletin.topic.code()))
            );
        }
        Safe::ours(format!("{chips}{}", shared::chips(t, header)))
    }

    /// What it says; of one that was taken back only why.
    fn body(&self, letter: &Letter) -> Safe {
        let (t, header, message) = (self.t(), &letter.record.header, &letter.record.content);
        if header.state == State::Retracted {
            let why = escape(&t.say("message-retracted-because"));
            return Safe::ours(format!("<p class=\"flash bad\">{why} {}</p>", isolate(&header.reason)));
        }
        Safe::ours(format!(
            "{}{}{}",
            shared::prose(&message.text, header.lang),
            shared::related(t, &letter.related),
            shared::files(self.frame, &letter.attachments)
        ))
    }

    /// The subject, where it is not the thread's.
    fn other_subject<'b>(&self, letter: &'b Letter) -> &'b str {
        let first = self.thread.letters.first().map_or("", |first| first.record.content.subject.as_str());
        let own = letter.record.content.subject.as_str();
        if own == first { "" } else { own }
    }

    fn last(&self) -> Option<&RecordId> {
        let any_new = self.thread.letters.iter().any(|letter| letter.is_new);
        self.thread.letters.last().filter(|_| any_new).map(|letter| &letter.record.header.id)
    }

    fn noted(&self) -> Safe {
        let t = self.t();
        let columns = ["message-participant", "message-noted"].map(|key| Column::text(t, key));
        let mut grid = Grid::new(t.say("message-acknowledgements"), columns.to_vec());
        for one in self.thread.noted {
            let when = match one.at {
                Some(at) => Safe::ours(format!(
                    "{} {}",
                    t.chip(Tone::Good, t.say("message-acknowledged")),
                    t.moment(at, self.frame.offset)
                )),
                None => t.chip(Tone::Warn, t.say("message-not-yet")),
            };
            grid.rows.push(vec![text(t.participant(one.participant.as_str())), when]);
        }
        grid.html()
    }

    fn count_noted(&self) -> String {
        let done = self.thread.noted.iter().filter(|one| one.at.is_some()).count();
        let of = self.thread.noted.len();
        self.t().say_with("message-acknowledged-count", &[("done", done.into()), ("of", of.into())])
    }

    fn marking(&self) -> Safe {
        let t = self.t();
        let to = shared::participants(t, self.thread.operation, self.thread.own);
        let habit = self.thread.habit;
        shared::marking_fields(&self.form, habit.audience.code(), habit.handling.code(), AUDIENCES, &to)
    }

    fn lang(&self) -> Safe {
        shared::lang_field(&self.form)
    }

    fn device(&self) -> (Safe, Safe) {
        part::draft(self.frame, &format!("message:{}", self.thread.id), &format!("/messages/{}", self.thread.id))
    }
}

/// To whom a message can go.
const AUDIENCES: &[Audience] = &[Audience::Green, Audience::Amber, Audience::AmberStrict, Audience::Red];

/// The form that begins a thread: of a message, or of a bulletin.
#[derive(Debug, Template)]
#[template(path = "message/form.html")]
pub struct MessageFormPage<'a> {
    frame: &'a Frame,
    operation: &'a Operation,
    form: Form<'a>,
    bulletin: bool,
    own: &'a str,
}

impl<'a> MessageFormPage<'a> {
    /// The form with what was typed.
    pub fn new(
        frame: &'a Frame,
        operation: &'a Operation,
        own: &'a str,
        typed: &'a Typed,
        problems: &'a Problems,
    ) -> Self {
        let bulletin = typed.get("kind") == MessageKind::Bulletin.code();
        Self { frame, operation, form: Form::new(frame.t, typed, problems), bulletin, own }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn list(&self) -> String {
        format!("/operations/{}/messages", query(&self.operation.code))
    }

    fn topics(&self) -> Vec<Choice> {
        Choice::of_codes(self.t(), "message-topic", Topic::ALL.iter().map(|one| one.code()))
    }

    fn levels(&self) -> Vec<Choice> {
        Choice::of_codes(self.t(), "message-level", Level::ALL.iter().map(|one| one.code()))
    }

    fn lang(&self) -> Safe {
        shared::lang_field(&self.form)
    }

    fn marking(&self) -> Safe {
        let habit = &self.operation.marking;
        let to = shared::participants(self.t(), self.operation, self.own);
        shared::marking_fields(&self.form, habit.audience.code(), habit.handling.code(), AUDIENCES, &to)
    }

    fn device(&self) -> (Safe, Safe) {
        let sort = if self.bulletin { "bulletin" } else { "message" };
        part::draft(self.frame, &format!("{sort}:{}", self.operation.code), &self.frame.address)
    }
}

/// Pages of messages as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let operation = sample::operation();
    let frame = Frame {
        title: t.say("message-title"),
        address: "/operations/REFLEX-2021/messages".to_owned(),
        ..Frame::samples(t).remove(0)
    };
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let bulletin = Bulletin { topic: Topic::Alert, level: Level::Urgent, acknowledge: true };
    let letters = [
        letter(1, Some(bulletin), State::Submitted),
        letter(2, None, State::Submitted),
        letter(3, None, State::Retracted),
    ];
    let rows: Vec<ThreadRow> = letters.iter().map(row).collect();
    let noted = [
        Noted { participant: ParticipantCode::country("KZ"), at: Some(sample::NOW) },
        Noted { participant: ParticipantCode::country("UZ"), at: None },
    ];
    let thread = Thread {
        operation: &operation,
        id: &letters[0].record.header.id,
        letters: &letters,
        habit: &operation.marking,
        noted: &noted,
        may_reply: true,
        may_acknowledge: true,
        own: "KZ",
    };
    let read =
        Thread { may_reply: false, may_acknowledge: false, noted: &[], letters: &letters[2..], ..thread.clone() };
    let found = Problems(vec![
        Problem::new("body", "required"),
        Problem::new("marking.audience", "reply-wider").with("audience", "amber-strict"),
        Problem::new("marking.recipients", "message-to-nobody"),
        Problem::new("records", "record-unknown").with("text", sample::HOSTILE),
    ]);
    let typed =
        Typed::nothing().with("kind", "bulletin").with("subject", sample::HOSTILE).with("marking.audience", "red");
    let narrowed = Typed::nothing().with("kind", "bulletin");
    vec![
        Sample::of(
            "messages",
            &MessagesPage::new(
                &frame,
                &operation,
                &rows,
                (3, 2),
                &narrowed,
                Some("/operations/REFLEX-2021/messages?after=x"),
                (true, true),
            ),
        ),
        Sample::of(
            "messages-none",
            &MessagesPage::new(&frame, &operation, &[], (0, 0), &nothing, None, (false, false)),
        ),
        Sample::of(
            "messages-none-found",
            &MessagesPage::new(&frame, &operation, &[], (0, 0), &narrowed, None, (true, false)),
        ),
        Sample::of("message-thread", &ThreadPage::new(&frame, thread.clone(), &nothing, &none)),
        Sample::of("message-thread-read", &ThreadPage::new(&frame, read, &nothing, &none)),
        Sample::of("message-thread-problems", &ThreadPage::new(&frame, thread, &typed, &found)),
        Sample::of("message-form", &MessageFormPage::new(&frame, &operation, "KZ", &nothing, &none)),
        Sample::of("message-form-bulletin", &MessageFormPage::new(&frame, &operation, "CARICC", &typed, &found)),
    ]
}

fn letter(number: u32, bulletin: Option<Bulletin>, state: State) -> Letter {
    let id = Id::<Message>::new(model::id::uuid_v7(sample::NOW, [u8::try_from(number).unwrap_or_default(); 10]));
    let header = Header {
        id: id.into(),
        revision: number,
        state,
        reason: "Sent twice".to_owned(),
        ..sample_header(Kind::Message)
    };
    let message = Message {
        id: Id::new(NIL),
        thread: None,
        bulletin,
        subject: sample::HOSTILE.to_owned(),
        text: "Line one\nСтрока два\nخط سه".to_owned(),
        related: Vec::new(),
    };
    let related = vec![RelatedLine { id: sample::record(), kind: Kind::Incident, about: None, title: String::new() }];
    Letter {
        record: Record { header, content: message },
        related,
        attachments: Vec::new(),
        is_new: number == 2,
        is_own: number == 1,
    }
}

fn row(letter: &Letter) -> ThreadRow {
    let header = &letter.record.header;
    let card = Card {
        status: "bulletin".to_owned(),
        key: "alert".to_owned(),
        part: "urgent".to_owned(),
        title: sample::HOSTILE.to_owned(),
        ..Card::default()
    };
    let first = Listed {
        id: header.id.clone(),
        kind: Kind::Message,
        operation: header.operation,
        owner: header.owner.clone(),
        agency: header.agency,
        audience: Audience::Amber,
        state: header.state,
        revision: 1,
        created: header.created,
        changed: header.changed,
        card,
    };
    ThreadRow { thread: header.id.clone(), first, messages: 4, unread: u64::from(letter.is_new), last: sample::NOW }
}

/// The header of an invented record.
pub(crate) fn sample_header(kind: Kind) -> Header {
    Header {
        id: match kind {
            Kind::InformationRequest => Id::<model::information_request::InformationRequest>::new(NIL).into(),
            Kind::Answer => Id::<model::answer::Answer>::new(NIL).into(),
            _ => Id::<Message>::new(NIL).into(),
        },
        kind,
        operation: Id::new(NIL),
        owner: ParticipantCode::country("KZ"),
        agency: Id::new(NIL),
        author_role: model::member::Role::Officer,
        marking: Marking { recipients: vec![ParticipantCode::country("UZ")], ..Marking::default() },
        state: State::Submitted,
        reason: String::new(),
        revision: 1,
        origin: "nod_00000000000000000000000000".to_owned(),
        sequence: 1,
        created: sample::NOW.plus_seconds(-7200),
        changed: sample::NOW,
        lang: model::lang::Lang::Ru,
        provenance: model::record::Provenance::door(model::record::Door::Page),
        review: None,
    }
}
