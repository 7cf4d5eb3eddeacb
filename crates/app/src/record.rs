//! What the verbs of every noun that is listed by its card have in common: find, header, add, revise, retract, history.
//!
//! Refuses to decide: the verb of a noun names the action and the work, and checks its draft. Refuses to overwrite: a
//! change names the revision it was made from.

mod pick;
mod read;
mod related;

use crate::attachment;
use crate::cx::{Actor, Cx};
use crate::error::{Error, Result};
use crate::operation::{self, Seen, find, must_be_open};
use model::attachment::Attachment;
use model::card::{Listed, Wanted};
use model::id::{Id, Noun, RecordId};
use model::lang::Lang;
use model::marking::Marking;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::permission::{Action, Relation};
use model::record::{Header, Kind, Provenance, Record, Shared, State};
use model::stage::Work;
use model::text;
pub use pick::{Pickable, Picked, SHOWING, pick};
pub(crate) use read::is_seen;
pub use read::{whereabouts, wire};
pub use related::Related;
pub(crate) use related::{related, unknown, with_related};
pub use store::RevisionLine;
use store::{Conn, Eyes, Tx};

/// One record as one caller sees it, in its operation.
#[derive(Debug, Clone)]
pub struct Found<T> {
    /// The record.
    pub record: Record<T>,
    /// Its operation, and whose eyes.
    pub seen: Seen,
    /// How the caller stands to the record.
    pub relation: Relation,
    /// What the caller may do with the record, whatever the stage.
    pub may: Vec<Action>,
}

/// One record of noun `T`, or "not found".
pub async fn get<T: Shared>(cx: &Cx, id: &RecordId) -> Result<Found<T>> {
    let mut view = cx.app.store().read().await?;
    find_shared(cx, &mut view, id).await
}

/// One revision of it, as it was written then.
pub async fn revision<T: Shared>(cx: &Cx, id: &RecordId, revision: u32) -> Result<Record<T>> {
    let mut view = cx.app.store().read().await?;
    let found: Found<T> = find_shared(cx, &mut view, id).await?;
    view.shared_revision(&found.seen.reader, id, revision).await?.ok_or(Error::NotFound)
}

/// Its revisions that the caller may see, newest first.
pub async fn history<T: Shared>(cx: &Cx, id: &RecordId) -> Result<Vec<RevisionLine>> {
    let mut view = cx.app.store().read().await?;
    let found: Found<T> = find_shared(cx, &mut view, id).await?;
    Ok(view.shared_history(T::KIND, &found.seen.reader, id).await?)
}

/// The lines of one operation's records that `wanted` asks for, with their number.
pub async fn list(cx: &Cx, code: &str, wanted: &Wanted) -> Result<(Vec<Listed>, u64)> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let eyes = [eyes_of(&seen)];
    Ok((view.cards(&eyes, wanted).await?, view.count_cards(&eyes, wanted).await?))
}

/// The caller's eyes in one operation.
pub(crate) fn eyes_of(seen: &Seen) -> Eyes {
    (seen.operation().id, seen.reader.clone())
}

/// The caller's eyes in every operation it takes part in.
pub(crate) async fn all_eyes(cx: &Cx, conn: &mut Conn) -> Result<Vec<Eyes>> {
    Ok(all_seen(cx, conn).await?.iter().map(eyes_of).collect())
}

/// Every operation the caller takes part in.
pub(crate) async fn all_seen(cx: &Cx, conn: &mut Conn) -> Result<Vec<Seen>> {
    let all = match cx.actor() {
        Actor::Guest => return Ok(Vec::new()),
        Actor::Node => conn.operations(None).await?,
        Actor::Member(member) => conn.operations(Some(&member.participant)).await?,
    };
    Ok(all.into_iter().filter_map(|record| operation::seen(cx, record).ok()).collect())
}

/// Finds a record of noun `T` that the caller may see, with its operation.
pub(crate) async fn find_shared<T: Shared>(cx: &Cx, conn: &mut Conn, id: &RecordId) -> Result<Found<T>> {
    let operation = conn.operation_of(T::KIND, id).await?.ok_or(Error::NotFound)?;
    let seen = operation::seen(cx, conn.operation(operation).await?.ok_or(Error::NotFound)?)?;
    let record: Record<T> = conn.shared(&seen.reader, id).await?.ok_or(Error::NotFound)?;
    let relation = seen.reader.relation(&record.header);
    cx.must(Action::Read, relation)?;
    Ok(Found { may: cx.allowed(relation), relation, record, seen })
}

/// Begins a write in an operation: finds it, asks permission and whether its stage lets members do `work`.
pub(crate) async fn begin_in(
    cx: &Cx,
    verb: &'static str,
    code: &str,
    action: Action,
    work: Work,
) -> Result<(Tx, Seen)> {
    let mut tx = cx.begin(verb).await?;
    let seen = find(cx, &mut tx, code).await?;
    cx.must(action, seen.relation)?;
    must_be_open(cx, seen.operation(), work)?;
    Ok((tx, seen))
}

/// Begins a write on a record: finds it, asks permission at the caller's relation to it, and the stage. A retracted
/// record takes no more.
pub(crate) async fn begin_on<T: Shared>(
    cx: &Cx,
    verb: &'static str,
    id: &RecordId,
    action: Action,
    work: Work,
) -> Result<(Tx, Found<T>)> {
    let mut tx = cx.begin(verb).await?;
    let found = find_shared(cx, &mut tx, id).await?;
    cx.must(action, found.relation)?;
    must_be_open(cx, found.seen.operation(), work)?;
    if found.record.header.state == State::Retracted {
        return Err(Error::Refused("retracted"));
    }
    Ok((tx, found))
}

/// After three years a record is looked at again: kept or purged.
pub(crate) const REVIEW_DAYS: i64 = 3 * 365;

/// The header of a new record by the caller.
pub(crate) fn header<N: Noun>(
    cx: &Cx,
    operation: &Operation,
    id: Id<N>,
    kind: Kind,
    marking: Marking,
    lang: Option<Lang>,
) -> Header {
    let own = cx.member().map(|member| member.lang).unwrap_or_default();
    Header {
        id: id.into(),
        kind,
        operation: operation.id,
        owner: owner(cx, operation),
        agency: cx.agency(),
        author_role: cx.role(),
        marking,
        state: State::Submitted,
        reason: String::new(),
        revision: 1,
        origin: cx.app.node().id.clone(),
        sequence: 0,
        created: cx.now(),
        changed: cx.now(),
        lang: lang.unwrap_or(own),
        provenance: Provenance::door(cx.door()),
        review: Some(cx.now().day().plus(REVIEW_DAYS)),
    }
}

/// The member's participant, or the operation's coordinator where the node itself writes.
pub(crate) fn owner(cx: &Cx, operation: &Operation) -> ParticipantCode {
    cx.member().map_or_else(|| cx.reader(operation).participant, |member| member.participant.clone())
}

/// Puts a new record and keeps it.
pub(crate) async fn add<T: Shared>(cx: &Cx, tx: Tx, header: Header, content: T) -> Result<Record<T>> {
    put(cx, tx, Record { header, content }, None, &[]).await
}

/// The same with files whose content is kept already: all of it, or nothing.
pub(crate) async fn add_with<T: Shared>(
    cx: &Cx,
    tx: Tx,
    header: Header,
    content: T,
    files: &[Attachment],
) -> Result<Record<T>> {
    put(cx, tx, Record { header, content }, None, files).await
}

async fn put<T: Shared>(
    cx: &Cx,
    mut tx: Tx,
    mut record: Record<T>,
    base: Option<u32>,
    files: &[Attachment],
) -> Result<Record<T>> {
    tx.put_shared(&mut record, base).await?;
    for file in files {
        tx.add_attachment(file).await?;
    }
    let told: Vec<String> = files.iter().map(attachment::told).collect();
    cx.keep(tx, &record.header, told.join(" ")).await?;
    Ok(record)
}

/// Puts the next revision of a record, made from the one the caller saw, and keeps it.
pub(crate) async fn revise<T: Shared>(
    cx: &Cx,
    tx: Tx,
    earlier: &Record<T>,
    base: u32,
    content: T,
    marking: Marking,
) -> Result<Record<T>> {
    revise_with(cx, tx, earlier, base, (content, marking), &[]).await
}

/// The same with files whose content is kept already: all of it, or nothing.
pub(crate) async fn revise_with<T: Shared>(
    cx: &Cx,
    tx: Tx,
    earlier: &Record<T>,
    base: u32,
    (content, marking): (T, Marking),
    files: &[Attachment],
) -> Result<Record<T>> {
    let header = Header { marking, ..next(cx, &earlier.header, base)? };
    put(cx, tx, Record { header, content }, Some(base), files).await
}

/// Takes a record back, with a reason: it leaves every list and figure and stays in history.
pub(crate) async fn retract<T: Shared>(
    cx: &Cx,
    tx: Tx,
    earlier: Record<T>,
    base: u32,
    reason: &str,
) -> Result<Record<T>> {
    put(cx, tx, taken_back(cx, earlier, base, reason)?, Some(base), &[]).await
}

/// The revision in which a record is taken back.
pub(crate) fn taken_back<T>(cx: &Cx, earlier: Record<T>, base: u32, reason: &str) -> Result<Record<T>> {
    let reason = text::required("reason", reason, 500)?;
    let header = Header { state: State::Retracted, reason, ..next(cx, &earlier.header, base)? };
    Ok(Record { header, content: earlier.content })
}

/// The header of the next revision; a change is made from the revision its writer saw, or not at all.
pub(crate) fn next(cx: &Cx, earlier: &Header, base: u32) -> Result<Header> {
    if base != earlier.revision {
        return Err(Error::Stale { current: earlier.revision });
    }
    Ok(Header {
        author_role: cx.role(),
        revision: base + 1,
        changed: cx.now(),
        provenance: Provenance { door: cx.door(), ..earlier.provenance.clone() },
        ..earlier.clone()
    })
}
