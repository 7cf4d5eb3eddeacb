//! Analysis briefs: put together, issued with frozen figures, taken back, answered by the participants.
//!
//! Refuses a finding that is not agreed or has changed since it was chosen; a change after issuing; and to show, number or
//! count a finding whose marking hides it from the reader.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::finding::rests_on;
use crate::operation::{Seen, find, must_be_open};
use crate::record::{self, Found, add, all_eyes, begin_in, begin_on, eyes_of};
use crate::workspace::freeze;
use model::brief::{Brief, BriefDraft, BriefId, BriefStatus, Item};
use model::card::Wanted;
use model::finding::{Finding, FindingStatus};
use model::id::RecordId;
use model::lang::Lang;
use model::marking::{Audience, Marking, MarkingDraft};
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::record::{Header, Kind, Record, State};
use model::reply::{Reply, ReplyDraft, ReplyId};
use model::stage::Work;
use model::view::View;
use model::wire::v1::{Envelope, hash};
use store::Conn;

/// A finding of a brief as its reader may see it.
#[derive(Debug, Clone)]
pub struct Part {
    /// What the brief says of it: revision, hash, figures.
    pub item: Item,
    /// The revision that the brief names.
    pub finding: Record<Finding>,
    /// Its current revision.
    pub current: u32,
    /// Why it was taken back since; empty where it was not.
    pub retracted: String,
    /// Evidence that the reader may see.
    pub evidence: Vec<RecordId>,
    /// What was said about it.
    pub replies: Vec<Record<Reply>>,
}

/// One brief as one caller sees it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The record.
    pub found: Found<Brief>,
    /// The findings that the caller may see, in their order.
    pub parts: Vec<Part>,
    /// What was said about the whole.
    pub replies: Vec<Record<Reply>>,
    /// The hash of its text.
    pub hash: String,
    /// Whether the caller may reply: for its participant, while the operation is open.
    pub may_reply: bool,
}

fn lang(cx: &Cx) -> Lang {
    cx.member().map_or(Lang::default(), |member| member.lang)
}

/// Puts findings together; the draft is the own agency's alone.
pub async fn create(cx: &Cx, code: &str, draft: &BriefDraft) -> Result<Record<Brief>> {
    let (mut tx, seen) = begin_in(cx, "brief.create", code, Action::Analyse, Work::Contribute).await?;
    let id: BriefId = cx.mint();
    let brief = draft.check(id, lang(cx))?;
    check_items(&mut tx, &seen, &brief).await?;
    let own = Marking { audience: Audience::Red, recipients: Vec::new(), ..seen.operation().marking.clone() };
    let header = record::header(cx, seen.operation(), id, Kind::Brief, own, Some(brief.lang));
    add(cx, tx, header, brief).await
}

/// Changes a draft.
pub async fn change(cx: &Cx, id: &RecordId, base: u32, draft: &BriefDraft) -> Result<Record<Brief>> {
    let (mut tx, found) = begin_on::<Brief>(cx, "brief.change", id, Action::Revise, Work::Contribute).await?;
    must_be_draft(&found)?;
    record::next(cx, &found.record.header, base)?;
    let brief = draft.check(found.record.content.id, found.record.content.lang)?;
    check_items(&mut tx, &found.seen, &brief).await?;
    let marking = found.record.header.marking.clone();
    record::revise(cx, tx, &found.record, base, brief, marking).await
}

fn must_be_draft(found: &Found<Brief>) -> Result<()> {
    if found.record.content.status == BriefStatus::Draft { Ok(()) } else { Err(Error::Refused("brief-issued")) }
}

/// Every finding is there for its writer, agreed, and still the revision that was chosen.
async fn check_items(conn: &mut Conn, seen: &Seen, brief: &Brief) -> Result<()> {
    let mut problems = Problems::none();
    for item in &brief.items {
        let current: Option<Record<Finding>> = conn.shared(&seen.reader, &item.record).await?;
        let own = current.filter(|one| one.header.operation == seen.operation().id);
        let Some(current) = own.filter(|one| one.header.state != State::Retracted) else {
            problems.add(Problem::new("findings", "evidence-unknown").with("text", &item.record));
            continue;
        };
        let title = &current.content.title;
        if current.header.revision != item.revision {
            problems.add(Problem::new("findings", "brief-finding-superseded").with("title", title));
        } else if current.content.status != FindingStatus::Agreed {
            problems.add(Problem::new("findings", "brief-finding-draft").with("title", title));
        }
    }
    problems.or(Some(())).map_err(Error::from)
}

/// Issues a brief: its text stands from now on, its findings by their hash, its figures as every participant may know
/// them now.
pub async fn issue(cx: &Cx, id: &RecordId, base: u32, marking: &MarkingDraft) -> Result<Record<Brief>> {
    let (mut tx, found) = begin_on::<Brief>(cx, "brief.issue", id, Action::Revise, Work::Contribute).await?;
    must_be_draft(&found)?;
    record::next(cx, &found.record.header, base)?;
    let operation = found.seen.operation().clone();
    let marking = marking.check(&operation.marking, &operation.participants());
    let marking = marking.map_err(|found| Problems(found.0.into_iter().map(|one| one.inside("marking")).collect()))?;
    let mut brief = found.record.content.clone();
    check_items(&mut tx, &found.seen, &brief).await?;
    let eyes = [eyes_of(&found.seen)];
    for item in &mut brief.items {
        let reader = &found.seen.reader;
        let text = tx.shared_wire(Kind::Finding, reader, &item.record, item.revision).await?;
        item.hash = hash(&text.ok_or(Error::NotFound)?);
        let finding: Record<Finding> = tx.shared(reader, &item.record).await?.ok_or(Error::NotFound)?;
        let (_, views) = rests_on(&mut tx, &eyes, &finding.content).await?;
        for view in views {
            let View { name, question, .. } = &view.content;
            item.figures.push(freeze(cx, &mut tx, &operation, name, question).await?);
        }
    }
    (brief.status, brief.issued) = (BriefStatus::Issued, Some(cx.now()));
    record::revise(cx, tx, &found.record, base, brief, marking).await
}

/// Takes a brief back.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Brief>> {
    let (tx, found) = begin_on::<Brief>(cx, "brief.retract", id, Action::Revise, Work::Contribute).await?;
    record::retract(cx, tx, found.record, base, reason).await
}

/// Says something about a brief, or about one of its findings. It is shared as what it is about.
pub async fn reply(cx: &Cx, id: &RecordId, draft: &ReplyDraft) -> Result<Record<Reply>> {
    let mut tx = cx.begin("brief.reply").await?;
    let found = record::find_shared::<Brief>(cx, &mut tx, id).await?;
    cx.must(Action::Contribute, found.seen.relation)?;
    must_be_open(cx, found.seen.operation(), Work::Contribute)?;
    if found.record.header.state == State::Retracted {
        return Err(Error::Refused("retracted"));
    }
    if found.record.content.status != BriefStatus::Issued {
        return Err(Error::NotFound);
    }
    let reply_id: ReplyId = cx.mint();
    let reply = draft.check(reply_id, found.record.content.id, lang(cx))?;
    let about = match &reply.finding {
        None => found.record.header.clone(),
        Some(finding) => header_of(&mut tx, &found, finding).await?,
    };
    // Who else received it is its owner's to know: a reply to what went to some goes back to its owner alone.
    let marking = Marking { recipients: vec![about.owner], ..about.marking };
    let header = record::header(cx, found.seen.operation(), reply_id, Kind::Reply, marking, Some(reply.lang));
    add(cx, tx, header, reply).await
}

/// The header of a finding of this brief, where the caller may see it.
async fn header_of(conn: &mut Conn, found: &Found<Brief>, finding: &RecordId) -> Result<Header> {
    let unknown = || Problem::new("finding", "evidence-unknown").with("text", finding);
    if !found.record.content.items.iter().any(|item| item.record == *finding) {
        return Err(unknown().into());
    }
    let seen: Option<Record<Finding>> = conn.shared(&found.seen.reader, finding).await?;
    Ok(seen.ok_or_else(unknown)?.header)
}

/// One brief, as far as its reader may see its findings.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<Shown> {
    let mut view = cx.app.store().read().await?;
    let found = record::find_shared::<Brief>(cx, &mut view, id).await?;
    let eyes = all_eyes(cx, &mut view).await?;
    let wanted = Wanted { oldest_first: true, ..Wanted::of(Kind::Reply).about(id) };
    let replies = view.shared_all::<Reply>(&[eyes_of(&found.seen)], &wanted).await?;
    let (whole, of_parts): (Vec<_>, Vec<_>) = replies.into_iter().partition(|one| one.content.finding.is_none());
    let mut parts = Vec::new();
    for item in &found.record.content.items {
        let reader = &found.seen.reader;
        let current: Option<Record<Finding>> = view.shared(reader, &item.record).await?;
        let then: Option<Record<Finding>> = view.shared_revision(reader, &item.record, item.revision).await?;
        let Some((current, finding)) = current.zip(then) else { continue };
        let (evidence, _) = rests_on(&mut view, &eyes, &finding.content).await?;
        let own = |one: &&Record<Reply>| one.content.finding.as_ref() == Some(&item.record);
        parts.push(Part {
            item: item.clone(),
            current: current.header.revision,
            retracted: current.header.reason,
            evidence,
            replies: of_parts.iter().filter(own).cloned().collect(),
            finding,
        });
    }
    let open = found.seen.operation().is_open_for(Work::Contribute, cx.now().day());
    let may_reply = open
        && found.record.content.status == BriefStatus::Issued
        && found.record.header.state != State::Retracted
        && found.seen.may.contains(&Action::Contribute);
    let hash = hash(&Envelope::of(&found.record).write());
    Ok(Shown { parts, replies: whole, hash, may_reply, found })
}

/// The briefs of one operation that the caller may see.
pub async fn list(cx: &Cx, code: &str) -> Result<(Seen, Vec<Record<Brief>>)> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let wanted = Wanted { limit: 200, ..Wanted::of(Kind::Brief) };
    let briefs = view.shared_all::<Brief>(&[eyes_of(&seen)], &wanted).await?;
    Ok((seen, briefs))
}
