//! Meetings: planned by the coordinator, with papers; recorded when they were held, with minutes; cancelled or taken back.
//!
//! Refuses to record what has not begun, to cancel what was held, and to show papers that the reader may not see.

use crate::attachment::{self, Sent};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::{Seen, find};
use crate::recommendation::must_see;
use crate::record::{
    self, Found, Related, add, add_with, all_eyes, begin_in, begin_on, eyes_of, header, is_seen, next, related, revise,
    revise_with, with_related,
};
use model::attachment::Attachment;
use model::card::Wanted;
use model::id::RecordId;
use model::marking::Marking;
use model::meeting::{Meeting, MeetingDraft, MeetingId, MeetingStatus, MinutesDraft};
use model::permission::Action;
use model::problem::Problems;
use model::recommendation::Recommendation;
use model::record::{Header, Kind, Record};
use model::stage::Work;
use model::text;
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

/// What stands beside a meeting, as far as the caller may see it.
#[derive(Debug, Clone, Default)]
pub struct Aside {
    /// The records that are its papers.
    pub papers: Vec<Related>,
    /// Its files: papers and minutes.
    pub files: Vec<Attachment>,
}

/// The papers and files of a meeting that the caller has found.
pub async fn aside(cx: &Cx, found: &Found<Meeting>) -> Result<Aside> {
    let mut view = cx.app.store().read().await?;
    let eyes = all_eyes(cx, &mut view).await?;
    let papers = related(&mut view, &eyes, &found.record.content.papers).await?;
    Ok(Aside { papers, files: view.attachments(&found.record.header.id).await? })
}

/// Plans a meeting, or notes one that was held.
pub async fn create(cx: &Cx, code: &str, draft: &MeetingDraft) -> Result<Record<Meeting>> {
    create_with(cx, code, draft, Vec::new()).await
}

/// The same with files that are its papers: the meeting with all of them, or nothing.
pub async fn create_with(cx: &Cx, code: &str, draft: &MeetingDraft, files: Vec<Sent>) -> Result<Record<Meeting>> {
    let id: MeetingId = cx.mint();
    let (tx, header, made) = ready(cx, code, draft, id, &files).await?;
    if files.is_empty() {
        return add(cx, tx, header, made).await;
    }
    drop(tx);
    let kept = attachment::store(cx, &id.into(), files).await?;
    // Asked again within the write: much may have happened while the files were on their way.
    let (tx, header, made) = ready(cx, code, draft, id, &[]).await?;
    add_with(cx, tx, header, made, &kept).await
}

async fn ready(
    cx: &Cx,
    code: &str,
    draft: &MeetingDraft,
    id: MeetingId,
    files: &[Sent],
) -> Result<(Tx, Header, Meeting)> {
    let (mut tx, seen) = begin_in(cx, "meeting.create", code, Action::Coordinate, Work::Plan).await?;
    let checked = draft.check(seen.operation(), cx.now(), None);
    let (made, marking) = with_related(checked, attachment::look(files))?;
    must_see(cx, &mut tx, made.papers.iter().map(|id| ("papers", id))).await?;
    let header = header(cx, seen.operation(), id, Kind::Meeting, marking, made.original);
    Ok((tx, header, made))
}

/// Changes it from the revision the writer saw; attendance and decisions stay.
pub async fn change(cx: &Cx, id: &RecordId, base: u32, draft: &MeetingDraft) -> Result<Record<Meeting>> {
    change_with(cx, id, base, draft, Vec::new()).await
}

/// The same with more files: the change with all of them, or nothing.
pub async fn change_with(
    cx: &Cx,
    id: &RecordId,
    base: u32,
    draft: &MeetingDraft,
    files: Vec<Sent>,
) -> Result<Record<Meeting>> {
    revised(cx, id, base, Change::Plan(draft), files).await
}

/// Records how many came and what was decided.
pub async fn minute(cx: &Cx, id: &RecordId, base: u32, draft: &MinutesDraft) -> Result<Record<Meeting>> {
    minute_with(cx, id, base, draft, Vec::new()).await
}

/// The same with files that are its minutes: the record with all of them, or nothing.
pub async fn minute_with(
    cx: &Cx,
    id: &RecordId,
    base: u32,
    draft: &MinutesDraft,
    files: Vec<Sent>,
) -> Result<Record<Meeting>> {
    revised(cx, id, base, Change::Minutes(draft), files).await
}

/// Says that a meeting will not be held, and why: it stays in the list, and calendars strike it out.
pub async fn cancel(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Meeting>> {
    let (tx, found) = begin_change(cx, "meeting.cancel", id).await?;
    let earlier = &found.record;
    if earlier.content.status != MeetingStatus::Planned {
        return Err(Error::Refused("meeting-not-planned"));
    }
    let reason = text::required("reason", reason, 500)?;
    let made = earlier.content.clone().cancelled(reason);
    revise(cx, tx, earlier, base, made, earlier.header.marking.clone()).await
}

/// Takes a meeting back that should not stand here, with a reason: it leaves every list.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Meeting>> {
    let (tx, found) = begin_change(cx, "meeting.retract", id).await?;
    record::retract(cx, tx, found.record, base, reason).await
}

/// What is changed of a meeting.
#[derive(Clone, Copy)]
enum Change<'a> {
    Plan(&'a MeetingDraft),
    Minutes(&'a MinutesDraft),
}

impl Change<'_> {
    const fn verb(self) -> &'static str {
        match self {
            Change::Plan(_) => "meeting.change",
            Change::Minutes(_) => "meeting.record",
        }
    }

    /// The meeting after it, or all problems, `wrong` among them.
    async fn make(self, cx: &Cx, tx: &mut Tx, found: &Found<Meeting>, wrong: Problems) -> Result<(Meeting, Marking)> {
        let (earlier, operation) = (&found.record, found.seen.operation());
        let checked = match self {
            Change::Plan(draft) => draft.check(operation, cx.now(), Some(&earlier.content)),
            Change::Minutes(draft) => {
                let made = draft.check(&earlier.content, operation, cx.now());
                made.map(|made| (made, earlier.header.marking.clone()))
            }
        };
        let (made, marking) = with_related(checked, wrong)?;
        if let Change::Plan(_) = self {
            must_see(cx, tx, made.papers.iter().map(|id| ("papers", id))).await?;
        }
        Ok((made, marking))
    }
}

/// The next revision of a meeting, with files. What it is made from is looked at before the files are kept, and again in
/// the write: somebody may have been faster.
async fn revised(cx: &Cx, id: &RecordId, base: u32, change: Change<'_>, files: Vec<Sent>) -> Result<Record<Meeting>> {
    let (mut tx, found) = begin_change(cx, change.verb(), id).await?;
    let made = change.make(cx, &mut tx, &found, attachment::look(&files)).await?;
    next(cx, &found.record.header, base)?;
    if files.is_empty() {
        return revise_with(cx, tx, &found.record, base, made, &[]).await;
    }
    drop(tx);
    let kept = attachment::store(cx, id, files).await?;
    let (mut tx, found) = begin_change(cx, change.verb(), id).await?;
    let made = change.make(cx, &mut tx, &found, Problems::none()).await?;
    revise_with(cx, tx, &found.record, base, made, &kept).await
}

async fn begin_change(cx: &Cx, verb: &'static str, id: &RecordId) -> Result<(Tx, Found<Meeting>)> {
    let (tx, found) = begin_on::<Meeting>(cx, verb, id, Action::Revise, Work::Plan).await?;
    cx.must(Action::Coordinate, found.seen.relation)?;
    Ok((tx, found))
}
