//! Saved views: kept, listed, taken back. Opening one asks the workspace anew, through the opener's eyes.
//!
//! Refuses to keep a view for others where its writer said it is the own agency's.

use crate::cx::Cx;
use crate::error::Result;
use crate::operation::{Seen, find};
use crate::record::{self, add, begin_in, begin_on, eyes_of};
use model::card::Wanted;
use model::id::RecordId;
use model::marking::{Audience, Marking};
use model::permission::Action;
use model::record::{Kind, Record};
use model::stage::Work;
use model::view::{View, ViewDraft, ViewId};
use model::workspace::Question;

/// Keeps a question under a name.
pub async fn save(cx: &Cx, code: &str, draft: &ViewDraft, question: &Question) -> Result<Record<View>> {
    let (tx, seen) = begin_in(cx, "view.save", code, Action::Contribute, Work::Contribute).await?;
    let id: ViewId = cx.mint();
    let view = draft.check(id, question.clone(), cx.now())?;
    let operation = seen.operation();
    let own = Marking { audience: Audience::Red, recipients: Vec::new(), ..operation.marking.clone() };
    let marking = if draft.shared { operation.marking.clone() } else { own };
    let header = record::header(cx, operation, id, Kind::View, marking, None);
    add(cx, tx, header, view).await
}

/// Takes a view back.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<View>> {
    let (tx, found) = begin_on::<View>(cx, "view.retract", id, Action::Revise, Work::Contribute).await?;
    record::retract(cx, tx, found.record, base, reason).await
}

/// The views of one operation that the caller may see, latest first.
pub async fn list(cx: &Cx, code: &str) -> Result<(Seen, Vec<Record<View>>)> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let wanted = Wanted { limit: 200, ..Wanted::of(Kind::View) };
    let views = view.shared_all::<View>(&[eyes_of(&seen)], &wanted).await?;
    Ok((seen, views))
}
