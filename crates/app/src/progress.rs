//! Progress of recommendations: an addressee's contact point says how it stands to one, in a closed operation too.
//!
//! Refuses to let anybody report for another: the report is the caller's participant's, and that has to be addressed.

use crate::attachment::{self, Sent};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::must_be_open;
use crate::recommendation::must_see;
use crate::record::{Found, add, add_with, find_shared, header, with_related};
use model::id::RecordId;
use model::permission::Action;
use model::progress::{Progress, ProgressDraft, ProgressId};
use model::recommendation::Recommendation;
use model::record::{Header, Kind, Record, State};
use model::stage::Work;
use store::Tx;

/// Whether the caller may report on a recommendation: it speaks for a participant that is addressed.
pub fn may(cx: &Cx, found: &Found<Recommendation>) -> bool {
    must_be_addressed(cx, found).is_ok()
}

/// Reports how the caller's participant stands to a recommendation.
pub async fn report(cx: &Cx, id: &RecordId, draft: &ProgressDraft) -> Result<Record<Progress>> {
    report_with(cx, id, draft, Vec::new()).await
}

/// The same with files that show it: the report with all of them, or nothing.
pub async fn report_with(cx: &Cx, id: &RecordId, draft: &ProgressDraft, files: Vec<Sent>) -> Result<Record<Progress>> {
    let progress: ProgressId = cx.mint();
    let (tx, header, made) = ready(cx, id, progress, draft, &files).await?;
    if files.is_empty() {
        return add(cx, tx, header, made).await;
    }
    drop(tx);
    let kept = attachment::store(cx, &progress.into(), files).await?;
    // Asked again within the write: the recommendation may have been taken back while the files were on their way.
    let mut tx = cx.begin("progress.report").await?;
    let found: Found<Recommendation> = find_shared(cx, &mut tx, id).await?;
    must_be_addressed(cx, &found)?;
    add_with(cx, tx, header, made, &kept).await
}

/// A report that can be kept, in the write that would keep it; or all its problems, those of the files too.
async fn ready(
    cx: &Cx,
    id: &RecordId,
    progress: ProgressId,
    draft: &ProgressDraft,
    files: &[Sent],
) -> Result<(Tx, Header, Progress)> {
    let mut tx = cx.begin("progress.report").await?;
    let found: Found<Recommendation> = find_shared(cx, &mut tx, id).await?;
    must_be_addressed(cx, &found)?;
    let operation = found.seen.operation();
    must_be_open(cx, operation, Work::Follow)?;
    let checked = draft.check(id, operation, cx.now().day(), files.len());
    let (made, marking) = with_related(checked, attachment::look(files))?;
    must_see(cx, &mut tx, made.records.iter().map(|id| ("proof_records", id))).await?;
    let header = header(cx, operation, progress, Kind::Progress, marking, None);
    Ok((tx, header, made))
}

fn must_be_addressed(cx: &Cx, found: &Found<Recommendation>) -> Result<()> {
    cx.must(Action::SpeakFor, found.seen.relation)?;
    if found.record.header.state == State::Retracted {
        return Err(Error::Refused("retracted"));
    }
    let own = crate::record::owner(cx, found.seen.operation());
    let addressed = found.record.content.addressed(found.seen.operation());
    if addressed.contains(&own) { Ok(()) } else { Err(Error::Refused("not-addressed")) }
}
