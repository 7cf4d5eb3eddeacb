//! National annexes: written and changed by the participant whose they are.
//!
//! Refuses any reader but its owner and the coordinator: to everybody else an annex is not found, listed, counted or hinted at.

use crate::comment::begin_about;
use crate::cx::Cx;
use crate::error::Result;
use crate::record::{add, begin_on, header, revise};
use model::annex::{Annex, AnnexDraft};
use model::id::RecordId;
use model::permission::Action;
use model::record::{Kind, Record};
use model::stage::Work;

/// Adds an annex to a version of the plan.
pub async fn write(cx: &Cx, plan: &RecordId, draft: &AnnexDraft) -> Result<Record<Annex>> {
    let (tx, found) = begin_about(cx, "annex.add", plan, Action::Contribute).await?;
    let annex = draft.check(cx.mint(), found.record.content.id)?;
    let operation = found.seen.operation();
    let marking = Annex::marking(&operation.marking);
    let header = header(cx, operation, annex.id, Kind::Annex, marking, Some(annex.lang));
    add(cx, tx, header, annex).await
}

/// Changes an annex.
pub async fn change(cx: &Cx, id: &RecordId, base: u32, draft: &AnnexDraft) -> Result<Record<Annex>> {
    let (tx, found) = begin_on::<Annex>(cx, "annex.revise", id, Action::Revise, Work::Contribute).await?;
    let annex = draft.check(found.record.content.id, found.record.content.plan)?;
    let marking = found.record.header.marking.clone();
    revise(cx, tx, &found.record, base, annex, marking).await
}
