//! Recommendations: written by the coordinator, in a closed operation too; read with what became of them.
//!
//! Refuses to keep what became of one beside it: that is read from the addressees' own reports, as far as the reader may
//! see them.

mod board;
mod follow;
mod taken;

pub use board::board;
pub use follow::Asked;

use crate::cx::Cx;
use crate::error::Result;
use crate::operation::{Seen, find};
use crate::record::{
    self, Found, Related, add, all_eyes, begin_in, begin_on, eyes_of, header, is_seen, related, revise,
};
use follow::follow;
use model::attachment::Attachment;
use model::id::RecordId;
use model::operation::Operation;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::recommendation::{Followed, Recommendation, RecommendationDraft, RecommendationId};
use model::record::{Kind, Record};
use model::stage::Work;
use store::{Conn, Tx};
pub use taken::{Carrier, carriers};

/// The recommendations of an operation that are asked for, with what became of each.
pub async fn list(cx: &Cx, code: &str, asked: &Asked) -> Result<(Seen, Vec<Followed>)> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let followed = follow(cx, &mut view, &[eyes_of(&seen)], &[seen.operation()], asked).await?;
    Ok((seen, followed))
}

/// One recommendation with what became of it.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<(Found<Recommendation>, Followed)> {
    let mut view = cx.app.store().read().await?;
    let found: Found<Recommendation> = record::find_shared(cx, &mut view, id).await?;
    let asked = Asked { record: Some(id.clone()), ..Asked::default() };
    let eyes = [eyes_of(&found.seen)];
    let followed = follow(cx, &mut view, &eyes, &[found.seen.operation()], &asked).await?;
    let own = followed.into_iter().next().ok_or(crate::Error::NotFound)?;
    Ok((found, own))
}

/// Those of an edition that are neither settled by all addressees nor carried on by a plan, oldest first.
pub(crate) async fn open(cx: &Cx, conn: &mut Conn, seen: &Seen) -> Result<Vec<Followed>> {
    let mut all = follow(cx, conn, &[eyes_of(seen)], &[seen.operation()], &Asked::default()).await?;
    all.retain(|one| !one.standing.is_settled() && !one.is_carried());
    all.reverse();
    Ok(all)
}

/// What stands beside a recommendation, as far as the caller may see it.
#[derive(Debug, Clone, Default)]
pub struct Aside {
    /// The records that it and its reports name.
    pub related: Vec<Related>,
    /// The files of the recommendation and of its reports; each says whose it is.
    pub files: Vec<Attachment>,
}

/// The records and files around a recommendation that was read; what the caller may not see was left out of it.
pub async fn aside(cx: &Cx, followed: &Followed) -> Result<Aside> {
    let mut view = cx.app.store().read().await?;
    let eyes = all_eyes(cx, &mut view).await?;
    let reports = || followed.addressees.iter().flat_map(|one| &one.reports);
    let content = &followed.record.content;
    let mut named: Vec<RecordId> = content.evidence.iter().chain(&content.meeting).cloned().collect();
    named.extend(reports().flat_map(|one| one.content.records.iter().cloned()));
    named.sort();
    named.dedup();
    let mut files = view.attachments(&followed.record.header.id).await?;
    for report in reports() {
        files.extend(view.attachments(&report.header.id).await?);
    }
    Ok(Aside { related: related(&mut view, &eyes, &named).await?, files })
}

/// Writes a recommendation.
pub async fn create(cx: &Cx, code: &str, draft: &RecommendationDraft) -> Result<Record<Recommendation>> {
    let (mut tx, seen) = begin_in(cx, "recommendation.create", code, Action::Coordinate, Work::Follow).await?;
    let (made, marking) = check(cx, &mut tx, seen.operation(), draft, None).await?;
    let id: RecommendationId = cx.mint();
    let header = header(cx, seen.operation(), id, Kind::Recommendation, marking, Some(made.original));
    add(cx, tx, header, made).await
}

/// Makes a new revision from the one the writer saw.
pub async fn change(cx: &Cx, id: &RecordId, base: u32, draft: &RecommendationDraft) -> Result<Record<Recommendation>> {
    let (mut tx, found) = begin_change(cx, "recommendation.change", id).await?;
    let earlier = &found.record;
    let (made, marking) = check(cx, &mut tx, found.seen.operation(), draft, Some(&earlier.content)).await?;
    revise(cx, tx, earlier, base, made, marking).await
}

/// Takes a recommendation back, with a reason.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Recommendation>> {
    let (tx, found) = begin_change(cx, "recommendation.retract", id).await?;
    record::retract(cx, tx, found.record, base, reason).await
}

/// Only its owner changes it: who reads it as a coordinator of the operation is asked for as its owner's coordinator.
async fn begin_change(cx: &Cx, verb: &'static str, id: &RecordId) -> Result<(Tx, Found<Recommendation>)> {
    let (tx, found) = begin_on::<Recommendation>(cx, verb, id, Action::Revise, Work::Follow).await?;
    cx.must(Action::Coordinate, found.seen.relation)?;
    Ok((tx, found))
}

/// What was typed, and that its writer sees every record it names.
async fn check(
    cx: &Cx,
    tx: &mut Tx,
    operation: &Operation,
    draft: &RecommendationDraft,
    earlier: Option<&Recommendation>,
) -> Result<(Recommendation, model::marking::Marking)> {
    let (made, marking) = draft.check(operation, cx.now().day(), earlier)?;
    let meeting = made.meeting.iter().map(|id| ("meeting", id));
    let plan = made.carried.iter().map(|carried| ("plan", &carried.plan));
    let named = made.evidence.iter().map(|id| ("evidence", id)).chain(meeting).chain(plan);
    must_see(cx, tx, named).await?;
    taken::must_stand(cx, tx, &made).await?;
    Ok((made, marking))
}

/// A problem for each record that is named and that the writer does not see: it may not exist.
pub(crate) async fn must_see<'a>(
    cx: &Cx,
    tx: &mut Tx,
    named: impl Iterator<Item = (&'static str, &'a RecordId)>,
) -> Result<()> {
    let eyes = all_eyes(cx, tx).await?;
    let mut problems = Problems::none();
    for (field, id) in named {
        if !is_seen(tx, &eyes, id).await? {
            problems.add(Problem::new(field, "record-unseen").with("text", id));
        }
    }
    Ok(problems.or(Some(()))?)
}
