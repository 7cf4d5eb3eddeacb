//! Messages: bulletins and letters sent, replied to, acknowledged, read, taken back; threads as one reader sees them.
//!
//! Refuses a reply to what was taken back, an acknowledgement where none is asked, and to show or count a message that
//! its reader may not know. Whom a message names as recipients all its readers see: one answers to all of a thread.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::notice;
use crate::operation::{Seen, find, must_be_open};
use crate::record::{self, Found, Related, all_eyes, eyes_of, find_shared, related, unknown, with_related};
use model::answer::{Answer, AnswerKind};
use model::attachment::Attachment;
use model::card::Wanted;
use model::id::{Id, NIL, RecordId};
use model::lang::Lang;
use model::marking::Marking;
use model::member::{MemberId, Role};
use model::message::{Message, MessageDraft, Thread, related_of};
use model::notice::NoticeKind;
use model::operation::Operation;
use model::participant::{ParticipantCode, ParticipationRole};
use model::permission::{Action, opens};
use model::record::{Header, Kind, Record, Shared, State};
use model::stage::Work;
use model::time::Moment;
use store::{Conn, Tx};
pub use store::{ThreadLine, ThreadsWanted};

/// One page of an operation's threads.
#[derive(Debug, Clone)]
pub struct Threads {
    /// The operation, and whose eyes.
    pub seen: Seen,
    /// The threads.
    pub lines: Vec<ThreadLine>,
    /// How many the filters leave.
    pub total: u64,
    /// How many messages in all threads the member has not read.
    pub unread: u64,
}

/// One message of a thread, as one reader sees it.
#[derive(Debug, Clone)]
pub struct MessageSeen {
    /// The record.
    pub record: Record<Message>,
    /// What it speaks of, as far as the reader may see that.
    pub related: Vec<Related>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Whether the member has not read it.
    pub is_new: bool,
    /// Whether the reader may take it back and add files.
    pub is_own: bool,
}

/// Whether a participant has taken note of a bulletin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledged {
    /// Which.
    pub participant: ParticipantCode,
    /// When; `None` for not yet.
    pub at: Option<Moment>,
}

/// A thread, as one reader sees it.
#[derive(Debug, Clone)]
pub struct ThreadSeen {
    /// Its operation, and whose eyes.
    pub seen: Seen,
    /// Its first message, seen or not.
    pub thread: RecordId,
    /// Its messages, oldest first.
    pub messages: Vec<MessageSeen>,
    /// What a reply is marked with where nothing is said.
    pub habit: Marking,
    /// Who has taken note of it: everybody asked for whoever sent it, the own participant for others; empty where
    /// nobody is asked.
    pub acknowledged: Vec<Acknowledged>,
    /// Whether the reader may reply now.
    pub may_reply: bool,
    /// Whether the reader may acknowledge it now.
    pub may_acknowledge: bool,
}

/// Sends a message that begins a thread.
pub async fn send(cx: &Cx, code: &str, draft: &MessageDraft) -> Result<Record<Message>> {
    let action = if draft.kind.trim() == "bulletin" { Action::Coordinate } else { Action::Contribute };
    let (tx, seen) = record::begin_in(cx, "message.send", code, action, Work::Contribute).await?;
    put(cx, tx, &seen, draft, None).await
}

/// Replies in the thread of a message. A bulletin is never a reply.
pub async fn reply(cx: &Cx, id: &RecordId, draft: &MessageDraft) -> Result<Record<Message>> {
    let (mut tx, found) = begin_about::<Message>(cx, "message.reply", id).await?;
    let first = first_of(&mut tx, found.record.clone(), &found.seen).await?;
    if first.header.state == State::Retracted {
        return Err(Error::Refused("retracted"));
    }
    let thread = thread_of(&first);
    let draft = MessageDraft { kind: String::new(), ..draft.clone() };
    put(cx, tx, &found.seen, &draft, Some(thread)).await
}

async fn put(
    cx: &Cx,
    mut tx: Tx,
    seen: &Seen,
    draft: &MessageDraft,
    thread: Option<Thread>,
) -> Result<Record<Message>> {
    let operation = seen.operation();
    let writer = record::owner(cx, operation);
    let checked = draft.check(cx.mint(), operation, thread.as_ref(), &writer);
    let unknown = unknown(cx, &mut tx, &related_of(&draft.records)).await?;
    let (message, marking) = with_related(checked, unknown)?;
    let header = record::header(cx, operation, message.id, Kind::Message, marking, Lang::parse(&draft.lang));
    let mut record = Record { header, content: message };
    tx.put_shared(&mut record, None).await?;
    tell(cx, &mut tx, operation, &record, thread.as_ref()).await?;
    if let Some(member) = cx.member() {
        let first = thread.as_ref().map_or(&record.header.id, |thread| &thread.first);
        tx.set_read(member.id, first, &record.header.id).await?;
    }
    cx.keep(tx, &record.header, "").await?;
    Ok(record)
}

/// Tells whoever should look: all addressed by a bulletin, those a message names, whoever began the thread of a reply.
async fn tell(
    cx: &Cx,
    tx: &mut Tx,
    operation: &Operation,
    record: &Record<Message>,
    thread: Option<&Thread>,
) -> Result<()> {
    let (header, message) = (&record.header, &record.content);
    let (kind, to) = match thread {
        Some(thread) if thread.owner == header.owner => return Ok(()),
        Some(thread) => (NoticeKind::Reply, vec![thread.owner.clone()]),
        None if message.asks_acknowledgement() => (NoticeKind::Acknowledge, addressed(operation, header, cx.now())),
        None if message.bulletin.is_some() => (NoticeKind::Message, addressed(operation, header, cx.now())),
        None => (NoticeKind::Message, header.marking.recipients.clone()),
    };
    notice::tell(cx, tx, operation.id, &header.id, kind, None, &to).await
}

/// The participants to whom a record is open, its owner left out.
pub(crate) fn addressed(operation: &Operation, header: &Header, now: Moment) -> Vec<ParticipantCode> {
    let day = now.day();
    let takes_part =
        |code: &ParticipantCode| operation.participation(code, day) == Some(ParticipationRole::Participant);
    let open = opens(header.marking.audience, ParticipationRole::Participant);
    let mut all = operation.participants();
    all.retain(|code| *code != header.owner && takes_part(code) && (open || header.marking.recipients.contains(code)));
    all.dedup();
    all
}

/// Finds a record about which something is said, and asks whether the caller may bring in what it says in that operation.
pub(crate) async fn begin_about<T: Shared>(cx: &Cx, verb: &'static str, id: &RecordId) -> Result<(Tx, Found<T>)> {
    let mut tx = cx.begin(verb).await?;
    let found = find_shared::<T>(cx, &mut tx, id).await?;
    cx.must(Action::Contribute, found.seen.relation)?;
    must_be_open(cx, found.seen.operation(), Work::Contribute)?;
    if found.record.header.state == State::Retracted {
        return Err(Error::Refused("retracted"));
    }
    Ok((tx, found))
}

/// The first message of the thread of one, or itself where the first is not open to the reader.
async fn first_of(conn: &mut Conn, record: Record<Message>, seen: &Seen) -> Result<Record<Message>> {
    match &record.content.thread {
        None => Ok(record),
        Some(first) => Ok(conn.shared(&seen.reader, first).await?.unwrap_or(record)),
    }
}

fn thread_of(first: &Record<Message>) -> Thread {
    Thread {
        first: first.content.thread.clone().unwrap_or_else(|| first.header.id.clone()),
        subject: first.content.subject.clone(),
        marking: first.header.marking.clone(),
        owner: first.header.owner.clone(),
    }
}

/// Takes note of a bulletin for the own participant, once.
pub async fn acknowledge(cx: &Cx, id: &RecordId) -> Result<Record<Answer>> {
    let (mut tx, found) = begin_about::<Message>(cx, "message.acknowledge", id).await?;
    let acknowledged = acknowledgements(cx, &mut tx, &found.record, &found.seen).await?;
    must_acknowledge(cx, &found, &acknowledged)?;
    let participant = record::owner(cx, found.seen.operation());
    let answer = Answer {
        id: cx.mint(),
        about: id.clone(),
        kind: AnswerKind::Acknowledged,
        ground: String::new(),
        text: String::new(),
    };
    // The coordinator, who asked, and the own participant see it.
    let marking = Marking {
        audience: model::marking::Audience::AmberStrict,
        recipients: Vec::new(),
        ..found.record.header.marking
    };
    let header = record::header(cx, found.seen.operation(), answer.id, Kind::Answer, marking, None);
    notice::settle(cx, &mut tx, &participant, NoticeKind::Acknowledge, id).await?;
    record::add(cx, tx, header, answer).await
}

fn must_acknowledge(cx: &Cx, found: &Found<Message>, acknowledged: &[Acknowledged]) -> Result<()> {
    let Some(member) = cx.member() else { return Err(Error::Refused("role")) };
    if !found.record.content.asks_acknowledgement() {
        return Err(Error::Refused("not-asked-here"));
    }
    if !matches!(member.role, Role::ContactPoint | Role::Officer) {
        return Err(Error::Refused("role"));
    }
    match acknowledged.iter().find(|one| one.participant == member.participant) {
        None => Err(Error::Refused("not-asked-here")),
        Some(own) if own.at.is_some() => Err(Error::Refused("acknowledged")),
        Some(_) => Ok(()),
    }
}

/// Who has taken note of a bulletin, as far as its reader may know.
async fn acknowledgements(
    cx: &Cx,
    conn: &mut Conn,
    record: &Record<Message>,
    seen: &Seen,
) -> Result<Vec<Acknowledged>> {
    if !record.content.asks_acknowledgement() {
        return Ok(Vec::new());
    }
    let wanted = Wanted { oldest_first: true, ..Wanted::of(Kind::Answer).about(&record.header.id) };
    let given = conn.cards(&[eyes_of(seen)], &wanted).await?;
    let all = addressed(seen.operation(), &record.header, cx.now());
    let knows_all = seen.reader.participant == record.header.owner;
    let known = all.into_iter().filter(|one| knows_all || *one == seen.reader.participant);
    let at = |one: &ParticipantCode| given.iter().find(|card| card.owner == *one).map(|card| card.created);
    Ok(known.map(|participant| Acknowledged { at: at(&participant), participant }).collect())
}

/// Takes a message back, with a reason.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Message>> {
    let (tx, found) = record::begin_on::<Message>(cx, "message.retract", id, Action::Revise, Work::Contribute).await?;
    record::retract(cx, tx, found.record, base, reason).await
}

/// The member has read a thread up to one of its messages.
pub async fn read(cx: &Cx, id: &RecordId, last: &RecordId) -> Result<()> {
    let member = cx.known_member()?.id;
    let mut tx = cx.begin("message.read").await?;
    let found = find_shared::<Message>(cx, &mut tx, id).await?;
    let last = find_shared::<Message>(cx, &mut tx, last).await?;
    let thread = thread_of(&found.record).first;
    if thread_of(&last.record).first != thread {
        return Err(Error::NotFound);
    }
    tx.set_read(member, &thread, &last.record.header.id).await?;
    cx.keep_plain(tx, "").await
}

/// The member has read everything in an operation.
pub async fn read_all(cx: &Cx, code: &str) -> Result<()> {
    let member = cx.known_member()?.id;
    let mut tx = cx.begin("message.read-all").await?;
    let seen = find(cx, &mut tx, code).await?;
    cx.must(Action::Read, seen.relation)?;
    tx.set_all_read(&[eyes_of(&seen)], member).await?;
    cx.keep_plain(tx, "").await
}

/// One page of the threads of an operation.
pub async fn list(cx: &Cx, code: &str, wanted: &ThreadsWanted) -> Result<Threads> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let (eyes, own) = ([eyes_of(&seen)], own(cx));
    let lines = view.threads(&eyes, own, wanted).await?;
    let (total, _) = view.count_threads(&eyes, own, wanted).await?;
    let (_, unread) = view.count_threads(&eyes, own, &ThreadsWanted::default()).await?;
    Ok(Threads { seen, lines, total, unread })
}

fn own(cx: &Cx) -> (MemberId, model::agency::AgencyId) {
    (cx.member().map_or_else(|| Id::new(NIL), |member| member.id), cx.agency())
}

/// The thread in which a message stands.
pub async fn thread(cx: &Cx, id: &RecordId) -> Result<ThreadSeen> {
    let mut view = cx.app.store().read().await?;
    let found = find_shared::<Message>(cx, &mut view, id).await?;
    let first = first_of(&mut view, found.record.clone(), &found.seen).await?;
    let thread = thread_of(&first);
    let eyes = [eyes_of(&found.seen)];
    let itself = Wanted { record: Some(thread.first.clone()), with_retracted: true, ..Wanted::default() };
    let mut records: Vec<Record<Message>> = view.shared_all(&eyes, &itself).await?;
    let replies = Wanted { with_retracted: true, ..Wanted::default() }.about(&thread.first);
    records.extend(view.shared_all(&eyes, &replies).await?);
    // In the order in which they were kept: a reply comes after what it answers, whatever its clock said.
    let mut placed = Vec::new();
    for record in records.drain(..) {
        placed.push((view.place_of(&record.header.id).await?, record));
    }
    placed.sort_by_key(|(place, _)| *place);
    let open = found.seen.operation().is_open_for(Work::Contribute, cx.now().day());
    let writes = found.seen.may.contains(&Action::Contribute) && open;
    let messages = dress(cx, &mut view, placed, &thread.first, open).await?;
    let acknowledged = acknowledgements(cx, &mut view, &first, &found.seen).await?;
    let writer = record::owner(cx, found.seen.operation());
    let asked = Found { record: first, ..found.clone() };
    Ok(ThreadSeen {
        may_reply: writes && asked.record.header.state != State::Retracted,
        may_acknowledge: writes
            && asked.record.header.state != State::Retracted
            && must_acknowledge(cx, &asked, &acknowledged).is_ok(),
        habit: thread.habit(&writer),
        thread: thread.first,
        messages,
        acknowledged,
        seen: found.seen,
    })
}

/// Each message with what it speaks of, its files, and whether it is new to the member.
async fn dress(
    cx: &Cx,
    view: &mut Conn,
    records: Vec<(i64, Record<Message>)>,
    thread: &RecordId,
    open: bool,
) -> Result<Vec<MessageSeen>> {
    let eyes = all_eyes(cx, view).await?;
    let (member, agency) = own(cx);
    let until = view.read_until(member, thread).await?;
    let mut all = Vec::new();
    for (place, record) in records {
        let header = &record.header;
        let reader = eyes.iter().find(|(operation, _)| *operation == header.operation).map(|(_, reader)| reader);
        let relation = reader.map(|reader| reader.relation(header));
        let is_own = open
            && header.state != State::Retracted
            && relation.is_some_and(|relation| cx.must(Action::Revise, relation).is_ok());
        let is_new = header.state != State::Retracted && header.agency != agency && place > until;
        all.push(MessageSeen {
            related: related(view, &eyes, &record.content.related).await?,
            attachments: view.attachments(&header.id).await?,
            is_new,
            is_own,
            record,
        });
    }
    Ok(all)
}
