//! Stages: opened, closed, reopened with a reason; and the operation's closing, which two members do.
//!
//! Refuses to let one person close an operation, and to open a stage of a closed one without a reason.

use crate::cx::{Actor, Cx};
use crate::error::{Error, Result};
use crate::operation::{Seen, find, must_be_open, revise};
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problem;
use model::record::Record;
use model::stage::{Stage, StageKind, Work};
use model::text;
use store::Tx;

/// Opens a stage; a stage that had been closed needs a reason. Whichever other is open is closed: one at a time.
pub async fn open(cx: &Cx, code: &str, base: u32, kind: StageKind, reason: &str) -> Result<Record<Operation>> {
    let (tx, seen) = find_to_move(cx, "stage.open", code, Action::MoveStage).await?;
    let mut operation = seen.operation().clone();
    let reason = text::read("reason", reason, 500)?;
    let now = cx.now();
    let stage = stage_mut(&mut operation, kind)?;
    if stage.is_open() {
        return Err(Error::Refused("stage-is-open"));
    }
    if stage.closed.is_some() && reason.is_empty() {
        return Err(Problem::new("reason", "reopening-needs-reason").into());
    }
    *stage = Stage { opened: Some(stage.opened.unwrap_or(now)), closed: None, reopened: reason, ..stage.clone() };
    for other in operation.stages.iter_mut().filter(|stage| stage.kind != kind && stage.is_open()) {
        other.closed = Some(now);
    }
    revise(cx, tx, seen.record, base, operation).await
}

/// Closes a stage that is open.
pub async fn close(cx: &Cx, code: &str, base: u32, kind: StageKind) -> Result<Record<Operation>> {
    let (tx, seen) = find_to_move(cx, "stage.close", code, Action::MoveStage).await?;
    let mut operation = seen.operation().clone();
    let stage = stage_mut(&mut operation, kind)?;
    if !stage.is_open() {
        return Err(Error::Refused("stage-is-closed"));
    }
    stage.closed = Some(cx.now());
    revise(cx, tx, seen.record, base, operation).await
}

/// Asks for the closing of an operation; another coordinator seconds it with [`close_operation`].
pub async fn ask_closing(cx: &Cx, code: &str, base: u32) -> Result<Record<Operation>> {
    let (tx, seen) = find_to_move(cx, "operation.ask-closing", code, Action::CloseOperation).await?;
    let member = cx.known_member()?;
    let operation = Operation { closing_asked_by: Some(member.id), ..seen.operation().clone() };
    revise(cx, tx, seen.record, base, operation).await
}

/// Takes the question back.
pub async fn withdraw_closing(cx: &Cx, code: &str, base: u32) -> Result<Record<Operation>> {
    let (tx, seen) = find_to_move(cx, "operation.withdraw-closing", code, Action::CloseOperation).await?;
    let operation = Operation { closing_asked_by: None, ..seen.operation().clone() };
    revise(cx, tx, seen.record, base, operation).await
}

/// Closes an operation for good: the second person's part.
pub async fn close_operation(cx: &Cx, code: &str, base: u32) -> Result<Record<Operation>> {
    let (tx, seen) = find_to_move(cx, "operation.close", code, Action::CloseOperation).await?;
    let asked = seen.operation().closing_asked_by.ok_or(Error::Refused("closing-not-asked"))?;
    if let Actor::Member(member) = cx.actor()
        && member.id == asked
    {
        return Err(Error::Refused("second-person"));
    }
    let (now, mut operation) = (cx.now(), seen.operation().clone());
    for stage in operation.stages.iter_mut().filter(|stage| stage.is_open()) {
        stage.closed = Some(now);
    }
    operation.closing_asked_by = None;
    let (kind, today) = (StageKind::Closed, now.day());
    operation.stages.push(Stage {
        kind,
        from: today,
        to: today,
        opened: Some(now),
        closed: None,
        reopened: String::new(),
    });
    revise(cx, tx, seen.record, base, operation).await
}

async fn find_to_move(cx: &Cx, verb: &'static str, code: &str, action: Action) -> Result<(Tx, Seen)> {
    let mut tx = cx.begin(verb).await?;
    let seen = find(cx, &mut tx, code).await?;
    cx.must(action, seen.relation)?;
    must_be_open(cx, seen.operation(), Work::Plan)?;
    Ok((tx, seen))
}

fn stage_mut(operation: &mut Operation, kind: StageKind) -> Result<&mut Stage> {
    let found = operation.stages.iter_mut().find(|stage| stage.kind == kind && kind != StageKind::Closed);
    found.ok_or(Error::Refused("stage-not-planned"))
}
