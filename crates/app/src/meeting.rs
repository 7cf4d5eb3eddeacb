//! Meetings: planned by the coordinator, recorded when they were held.
//!
//! Refuses to record what has not begun, and to show papers that the reader may not see.

use crate::cx::Cx;
use crate::error::Result;
use crate::operation::{Seen, find};
use crate::recommendation::must_see;
use crate::record::{self, Found, add, all_eyes, begin_in, begin_on, eyes_of, header, is_seen, revise};
use model::card::Wanted;
use model::id::RecordId;
use model::meeting::{Meeting, MeetingDraft, MeetingId, MeetingStatus, MinutesDraft};
use model::permission::Action;
use model::recommendation::Recommendation;
use model::record::{Kind, Record};
use model::stage::Work;
use store::Tx;

/// The meetings of an operation, those changed last first: one page of them, and how many there are.
pub async fn list(
    cx: &Cx,
    code: &str,
    status: Option<MeetingStatus>,
    after: Option<RecordId>,
    limit: u32,
) -> Result<(Seen, Vec<Record<Meeting>>, u64)> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let status = status.iter().map(|status| status.code().to_owned()).collect();
    let wanted = Wanted { status, after, limit, ..Wanted::of(Kind::Meeting) };
    let eyes = [eyes_of(&seen)];
    let count = view.count_cards(&eyes, &wanted).await?;
    Ok((seen, view.shared_all(&eyes, &wanted).await?, count))
}

/// One meeting with the recommendations that came from it.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<(Found<Meeting>, Vec<Record<Recommendation>>)> {
    let mut view = cx.app.store().read().await?;
    let mut found: Found<Meeting> = record::find_shared(cx, &mut view, id).await?;
    let wanted = Wanted { oldest_first: true, ..Wanted::of(Kind::Recommendation).about(id) };
    let eyes = all_eyes(cx, &mut view).await?;
    let from_it = view.shared_all(&eyes, &wanted).await?;
    let mut papers = Vec::new();
    for paper in std::mem::take(&mut found.record.content.papers) {
        if is_seen(&mut view, &eyes, &paper).await? {
            papers.push(paper);
        }
    }
    found.record.content.papers = papers;
    Ok((found, from_it))
}

/// Plans a meeting, or notes one that was held.
pub async fn create(cx: &Cx, code: &str, draft: &MeetingDraft) -> Result<Record<Meeting>> {
    let (mut tx, seen) = begin_in(cx, "meeting.create", code, Action::Coordinate, Work::Plan).await?;
    let (made, marking) = draft.check(seen.operation(), cx.now(), None)?;
    must_see(cx, &mut tx, made.papers.iter().map(|id| ("papers", id))).await?;
    let id: MeetingId = cx.mint();
    let header = header(cx, seen.operation(), id, Kind::Meeting, marking, None);
    add(cx, tx, header, made).await
}

/// Changes it from the revision the writer saw; attendance and decisions stay.
pub async fn change(cx: &Cx, id: &RecordId, base: u32, draft: &MeetingDraft) -> Result<Record<Meeting>> {
    let (mut tx, found) = begin_change(cx, "meeting.change", id).await?;
    let earlier = &found.record;
    let (made, marking) = draft.check(found.seen.operation(), cx.now(), Some(&earlier.content))?;
    must_see(cx, &mut tx, made.papers.iter().map(|id| ("papers", id))).await?;
    revise(cx, tx, earlier, base, made, marking).await
}

/// Records how many came and what was decided.
pub async fn minute(cx: &Cx, id: &RecordId, base: u32, draft: &MinutesDraft) -> Result<Record<Meeting>> {
    let (tx, found) = begin_change(cx, "meeting.record", id).await?;
    let earlier = &found.record;
    let made = draft.check(&earlier.content, found.seen.operation(), cx.now())?;
    revise(cx, tx, earlier, base, made, earlier.header.marking.clone()).await
}

async fn begin_change(cx: &Cx, verb: &'static str, id: &RecordId) -> Result<(Tx, Found<Meeting>)> {
    let (tx, found) = begin_on::<Meeting>(cx, verb, id, Action::Revise, Work::Plan).await?;
    cx.must(Action::Coordinate, found.seen.relation)?;
    Ok((tx, found))
}
