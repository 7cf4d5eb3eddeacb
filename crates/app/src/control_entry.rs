//! Entries of acts: brought in one by one or as a table, changed and taken back by their owner.
//!
//! Refuses an entry of an act its writer does not know, and to keep a part of a table: all of it is kept, or nothing.

mod table;

pub use table::{Line, Looked, Mapping, Outcome, Source, import, look};

use crate::cx::Cx;
use crate::error::Result;
use crate::legal_act::{links, marked};
use crate::record::{self, Found, add, all_eyes, begin_in, begin_on, header, revise};
use model::card::Wanted;
use model::control_entry::{ControlEntry, ControlEntryDraft, Standing};
use model::id::RecordId;
use model::lang::Lang;
use model::permission::Action;
use model::problem::Problem;
use model::record::{Kind, Record};
use model::stage::Work;
use store::Conn;

/// One entry.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<Found<ControlEntry>> {
    record::get(cx, id).await
}

/// The entries of an act that stand, as far as the caller sees them.
pub(crate) async fn standing(cx: &Cx, conn: &mut Conn, act: &str) -> Result<Vec<Standing>> {
    let eyes = all_eyes(cx, conn).await?;
    let wanted = Wanted { part: Some(act.trim().to_owned()), ..Wanted::of(Kind::ControlEntry) };
    let entries: Vec<Record<ControlEntry>> = conn.shared_all(&eyes, &wanted).await?;
    Ok(entries.into_iter().map(|record| Standing { id: record.header.id, entry: record.content }).collect())
}

/// The problem of an act that its writer does not know.
async fn must_know_act(cx: &Cx, conn: &mut Conn, act: &str) -> Result<()> {
    let act = act.trim();
    if act.is_empty() || links(cx, conn).await?.iter().any(|known| known.reference.as_str() == act) {
        return Ok(());
    }
    Err(Problem::new("act", "act-unknown").with("text", act).into())
}

/// Brings an entry in.
pub async fn create(cx: &Cx, code: &str, draft: &ControlEntryDraft) -> Result<Record<ControlEntry>> {
    let (mut tx, seen) = begin_in(cx, "control-entry.add", code, Action::Contribute, Work::Contribute).await?;
    must_know_act(cx, &mut tx, &draft.act).await?;
    let others = standing(cx, &mut tx, &draft.act).await?;
    let checked = draft.check(cx.mint(), &others, cx.now().day());
    let (entry, marking) = marked(seen.operation(), None, &draft.marking, checked)?;
    let header = header(cx, seen.operation(), entry.id, Kind::ControlEntry, marking, Lang::parse(&draft.lang));
    add(cx, tx, header, entry).await
}

/// Makes a new revision from the one the writer saw.
pub async fn change(cx: &Cx, id: &RecordId, base: u32, draft: &ControlEntryDraft) -> Result<Record<ControlEntry>> {
    let (mut tx, found) =
        begin_on::<ControlEntry>(cx, "control-entry.revise", id, Action::Revise, Work::Contribute).await?;
    must_know_act(cx, &mut tx, &draft.act).await?;
    let others = standing(cx, &mut tx, &draft.act).await?;
    let checked = draft.check(found.record.content.id, &others, cx.now().day());
    let earlier = Some(&found.record.header.marking);
    let (entry, marking) = marked(found.seen.operation(), earlier, &draft.marking, checked)?;
    revise(cx, tx, &found.record, base, entry, marking).await
}

/// Takes an entry back, with a reason.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<ControlEntry>> {
    let (tx, found) =
        begin_on::<ControlEntry>(cx, "control-entry.retract", id, Action::Revise, Work::Contribute).await?;
    record::retract(cx, tx, found.record, base, reason).await
}
