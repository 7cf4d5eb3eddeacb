//! Determinations: an expert's verdict, challenged by another's, corrected by a revision of its own.
//!
//! Refuses to take one expert's verdict away for another's: both stand, and the latest counts.

use crate::cx::Cx;
use crate::error::Result;
use crate::legal_act::{links, marked};
use crate::record::{self, Found, add, all_eyes, begin_in, begin_on, header, revise};
use model::card::Wanted;
use model::determination::{Determination, DeterminationDraft};
use model::id::RecordId;
use model::lang::Lang;
use model::permission::Action;
use model::problem::Problems;
use model::record::{Kind, Record};
use model::stage::Work;
use store::Conn;

/// One determination, with every other the caller sees on the same substance and jurisdiction, the latest first.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<(Found<Determination>, Vec<Record<Determination>>)> {
    let mut view = cx.app.store().read().await?;
    let found: Found<Determination> = record::find_shared(cx, &mut view, id).await?;
    let own = &found.record.content;
    let wanted = Wanted {
        keys: vec![own.substance.clone()],
        part: Some(own.jurisdiction.to_string()),
        ..Wanted::of(Kind::Determination)
    };
    let eyes = all_eyes(cx, &mut view).await?;
    let mut others: Vec<Record<Determination>> = view.shared_all(&eyes, &wanted).await?;
    others.sort_by_key(|record| std::cmp::Reverse(record.header.created));
    others.retain(|other| other.header.id != *id);
    Ok((found, others))
}

/// Gives a verdict.
pub async fn create(cx: &Cx, code: &str, draft: &DeterminationDraft) -> Result<Record<Determination>> {
    let (mut tx, seen) = begin_in(cx, "determination.add", code, Action::Contribute, Work::Contribute).await?;
    let id = cx.mint();
    let checked = check(cx, &mut tx, id, draft).await?;
    let (verdict, marking) = marked(seen.operation(), None, &draft.marking, checked)?;
    let header = header(cx, seen.operation(), id, Kind::Determination, marking, Lang::parse(&draft.lang));
    add(cx, tx, header, verdict).await
}

/// Corrects a verdict: a new revision from the one the writer saw.
pub async fn change(cx: &Cx, id: &RecordId, base: u32, draft: &DeterminationDraft) -> Result<Record<Determination>> {
    let (mut tx, found) =
        begin_on::<Determination>(cx, "determination.revise", id, Action::Revise, Work::Contribute).await?;
    let checked = check(cx, &mut tx, found.record.content.id, draft).await?;
    let earlier = Some(&found.record.header.marking);
    let (verdict, marking) = marked(found.seen.operation(), earlier, &draft.marking, checked)?;
    revise(cx, tx, &found.record, base, verdict, marking).await
}

/// Takes a verdict back, with a reason.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Determination>> {
    let (tx, found) =
        begin_on::<Determination>(cx, "determination.retract", id, Action::Revise, Work::Contribute).await?;
    record::retract(cx, tx, found.record, base, reason).await
}

async fn check(
    cx: &Cx,
    conn: &mut Conn,
    id: model::determination::DeterminationId,
    draft: &DeterminationDraft,
) -> Result<std::result::Result<Determination, Problems>> {
    let acts = links(cx, conn).await?;
    let challenged = match draft.challenges.trim().parse::<RecordId>() {
        Ok(other) => {
            let eyes = all_eyes(cx, conn).await?;
            let wanted = Wanted { record: Some(other), ..Wanted::of(Kind::Determination) };
            conn.shared_all::<Determination>(&eyes, &wanted).await?.into_iter().next()
        }
        Err(_) => None,
    };
    Ok(draft.check(id, &acts, challenged.as_ref().map(|record| &record.content)))
}
