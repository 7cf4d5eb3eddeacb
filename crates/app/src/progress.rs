//! Progress of recommendations: an addressee's contact point says how it stands to one, in a closed operation too.
//!
//! Refuses to let anybody report for another: the report is the caller's participant's, and that has to be addressed.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::must_be_open;
use crate::recommendation::must_see;
use crate::record::{Found, add, find_shared, header};
use model::id::RecordId;
use model::permission::Action;
use model::progress::{Progress, ProgressDraft, ProgressId};
use model::recommendation::Recommendation;
use model::record::{Kind, Record, State};
use model::stage::Work;

/// Whether the caller may report on a recommendation: it speaks for a participant that is addressed.
pub fn may(cx: &Cx, found: &Found<Recommendation>) -> bool {
    must_be_addressed(cx, found).is_ok()
}

/// Reports how the caller's participant stands to a recommendation.
pub async fn report(cx: &Cx, id: &RecordId, draft: &ProgressDraft) -> Result<Record<Progress>> {
    let mut tx = cx.begin("progress.report").await?;
    let found: Found<Recommendation> = find_shared(cx, &mut tx, id).await?;
    must_be_addressed(cx, &found)?;
    let operation = found.seen.operation();
    must_be_open(cx, operation, Work::Follow)?;
    let (made, marking) = draft.check(id, operation, cx.now().day())?;
    must_see(cx, &mut tx, made.records.iter().map(|id| ("proof_records", id))).await?;
    let progress: ProgressId = cx.mint();
    let header = header(cx, operation, progress, Kind::Progress, marking, None);
    add(cx, tx, header, made).await
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
