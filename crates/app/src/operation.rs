//! Operations: listed, read, created and changed.
//!
//! Refuses to show an operation to whom takes no part in it, and a change made from an old revision.

use crate::cx::{Actor, Cx};
use crate::error::{Error, Result};
use crate::participant::invitable;
use model::operation::{Operation, OperationDraft};
use model::participant::{Participant, ParticipantCode};
use model::permission::{Action, Relation};
use model::problem::Problem;
use model::record::{Header, Kind, Provenance, Reader, Record, State};
use model::stage::Work;
use store::{Conn, RevisionLine, Tx};

/// An operation as one caller sees it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The record.
    pub record: Record<Operation>,
    /// Whose eyes.
    pub reader: Reader,
    /// How the caller stands to it.
    pub relation: Relation,
    /// What the caller may do with it, whatever its stage.
    pub may: Vec<Action>,
}

impl Seen {
    /// The operation itself.
    pub const fn operation(&self) -> &Operation {
        &self.record.content
    }
}

/// The operations the caller takes part in, latest first.
pub async fn list(cx: &Cx) -> Result<Vec<Record<Operation>>> {
    let mut view = cx.app.store().read().await?;
    match cx.actor() {
        Actor::Guest => Ok(Vec::new()),
        Actor::Node => Ok(view.operations(None).await?),
        Actor::Member(member) => {
            let all = view.operations(Some(&member.participant)).await?;
            let sees = |record: &Record<Operation>| {
                let relation = cx.reader(&record.content).relation_to_operation();
                cx.must(Action::Read, relation).is_ok()
            };
            Ok(all.into_iter().filter(sees).collect())
        }
    }
}

/// One operation, or "not found" for whom takes no part in it.
pub async fn get(cx: &Cx, code: &str) -> Result<Seen> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    Ok(seen)
}

/// Finds the operation and how the caller stands to it; outsiders do not find it.
pub(crate) async fn find(cx: &Cx, conn: &mut Conn, code: &str) -> Result<Seen> {
    let record = conn.operation_by_code(&code.trim().to_ascii_uppercase()).await?.ok_or(Error::NotFound)?;
    seen(cx, record)
}

/// How the caller stands to an operation that was read; outsiders do not find it.
pub(crate) fn seen(cx: &Cx, record: Record<Operation>) -> Result<Seen> {
    let reader = cx.reader(&record.content);
    let relation = reader.relation_to_operation();
    if relation == Relation::Outsider {
        return Err(Error::NotFound);
    }
    let may = cx.allowed(relation);
    Ok(Seen { record, reader, relation, may })
}

/// Creates an operation; the caller's participant has to be its coordinator.
pub async fn create(cx: &Cx, draft: &OperationDraft) -> Result<Record<Operation>> {
    cx.must(Action::CreateOperation, Relation::Coordinates)?;
    let mut tx = cx.begin("operation.create").await?;
    let known = tx.participants().await?;
    let operation = draft.check(cx.mint(), &codes(&known), None)?;
    refuse_taken(&mut tx, &operation, None).await?;
    refuse_foreign(cx, &operation)?;
    invite(&mut tx, &operation, &known).await?;
    let mut record = Record { header: header(cx, &operation), content: operation };
    tx.put_operation(&mut record, None).await?;
    cx.keep(tx, &record.header, "").await?;
    Ok(record)
}

/// Changes what was planned; what has been opened stays opened.
pub async fn change(cx: &Cx, code: &str, base: u32, draft: &OperationDraft) -> Result<Record<Operation>> {
    let mut tx = cx.begin("operation.change").await?;
    let seen = find(cx, &mut tx, code).await?;
    cx.must(Action::PlanOperation, seen.relation)?;
    must_be_open(cx, seen.operation(), Work::Plan)?;
    let known = tx.participants().await?;
    let operation = draft.check(seen.operation().id, &codes(&known), Some(seen.operation()))?;
    refuse_taken(&mut tx, &operation, Some(seen.operation())).await?;
    refuse_foreign(cx, &operation)?;
    invite(&mut tx, &operation, &known).await?;
    revise(cx, tx, seen.record, base, operation).await
}

/// Puts the next revision of an operation and keeps it.
pub(crate) async fn revise(
    cx: &Cx,
    mut tx: Tx,
    earlier: Record<Operation>,
    base: u32,
    operation: Operation,
) -> Result<Record<Operation>> {
    if base != earlier.header.revision {
        return Err(Error::Stale { current: earlier.header.revision });
    }
    let header = Header {
        author_role: cx.role(),
        revision: base + 1,
        changed: cx.now(),
        provenance: Provenance::door(cx.door()),
        ..earlier.header
    };
    let mut record = Record { header, content: operation };
    tx.put_operation(&mut record, Some(base)).await?;
    cx.keep(tx, &record.header, "").await?;
    Ok(record)
}

/// Every revision, newest first.
pub async fn history(cx: &Cx, code: &str) -> Result<Vec<RevisionLine>> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    Ok(view.operation_revisions(seen.operation().id).await?)
}

/// A refusal where the operation's stage does not let members do `work`.
pub(crate) fn must_be_open(cx: &Cx, operation: &Operation, work: Work) -> Result<()> {
    if operation.is_open_for(work, cx.now().day()) {
        return Ok(());
    }
    Err(Error::Refused(if operation.is_closed() { "operation-closed" } else { "stage" }))
}

/// The header of a new operation.
pub(crate) fn header(cx: &Cx, operation: &Operation) -> Header {
    Header {
        id: operation.id.into(),
        kind: Kind::Operation,
        operation: operation.id,
        owner: crate::record::owner(cx, operation),
        agency: cx.agency(),
        author_role: cx.role(),
        marking: operation.marking.clone(),
        state: State::Submitted,
        reason: String::new(),
        revision: 1,
        origin: cx.app.node().id.clone(),
        sequence: 0,
        created: cx.now(),
        changed: cx.now(),
        lang: cx.member().map_or_else(Default::default, |member| member.lang),
        provenance: Provenance::door(cx.door()),
        review: None,
    }
}

/// Whom an operation may name: the participants of the node, and every country of the catalogue.
fn codes(known: &[Participant]) -> Vec<ParticipantCode> {
    known.iter().map(|one| one.code.clone()).chain(invitable(known).map(|one| one.code)).collect()
}

/// A country that is named for the first time becomes a participant of the node.
async fn invite(tx: &mut Tx, operation: &Operation, known: &[Participant]) -> Result<()> {
    let named = operation.participants();
    for new in invitable(known).filter(|one| named.contains(&one.code)) {
        tx.put_participant(&new).await?;
    }
    Ok(())
}

async fn refuse_taken(tx: &mut Tx, operation: &Operation, earlier: Option<&Operation>) -> Result<()> {
    let taken = tx.operation_by_code(&operation.code).await?;
    match taken {
        Some(other) if Some(other.content.id) != earlier.map(|earlier| earlier.id) => {
            Err(Problem::new("code", "operation-code-taken").with("text", &operation.code).into())
        }
        _ => Ok(()),
    }
}

/// A member keeps its own participant among the coordinators, else it could not go on.
fn refuse_foreign(cx: &Cx, operation: &Operation) -> Result<()> {
    if matches!(cx.actor(), Actor::Node) || cx.reader(operation).relation_to_operation() == Relation::Coordinates {
        return Ok(());
    }
    Err(Problem::new("participations", "coordinator-own").into())
}
