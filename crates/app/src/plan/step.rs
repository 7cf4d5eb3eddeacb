//! The steps of a plan: begun, sent out for comment, sent out for acceptance, followed by the next version, closed.
//!
//! Refuses a plan without a clause, a day that has passed, two drafts at once, and to say that a plan is in force: its rule
//! says that.

use super::edit::begin;
use super::outline;
use super::{Version, current, participants, versions};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::find;
use crate::record::{Found, add, begin_in, eyes_of, header, next as next_header};
use model::card::Wanted;
use model::id::RecordId;
use model::marking::{Audience, Marking};
use model::operation::Operation;
use model::permission::Action;
use model::plan::{AskDraft, Asked, ConsultDraft, Measure, Plan, Standing, Start, Step};
use model::problem::Problem;
use model::recommendation::Recommendation;
use model::record::{Header, Kind, Record};
use model::stage::Work;
use model::text;
use store::Tx;

/// A draft is for the coordinator alone.
fn unsent(operation: &Operation) -> Marking {
    Marking { audience: Audience::AmberStrict, recipients: Vec::new(), ..operation.marking.clone() }
}

/// What is sent out is for the operation's participants at least.
fn sent(operation: &Operation) -> Marking {
    Marking { audience: operation.marking.audience.max(Audience::Amber), ..operation.marking.clone() }
}

/// Begins the plan of an operation.
pub async fn create(cx: &Cx, code: &str, start: &str) -> Result<Record<Plan>> {
    let (mut tx, seen) = begin_in(cx, "plan.create", code, Action::Coordinate, Work::Plan).await?;
    if !versions(cx, &mut tx, &seen).await?.is_empty() {
        return Err(Problem::new("", "plan-exists").into());
    }
    let operation = seen.operation();
    let start = Start::parse(start.trim()).ok_or_else(|| Problem::new("start", "code-unknown").with("text", start))?;
    let id = cx.mint();
    let plan = match start {
        Start::Empty => Plan::empty(id, outline::title(operation)?),
        Start::Outline => outline::fill(Plan::empty(id, outline::title(operation)?))?,
        Start::Previous => from_previous(cx, &mut tx, operation, Plan::empty(id, outline::title(operation)?)).await?,
    };
    let header = header(cx, operation, id, Kind::Plan, unsent(operation), None);
    add(cx, tx, header, plan).await
}

/// The plan of the edition before, as far as the caller may see it, without its days; and a clause for each recommendation
/// of that edition that no plan carries yet.
async fn from_previous(cx: &Cx, tx: &mut Tx, operation: &Operation, empty: Plan) -> Result<Plan> {
    let none = || Problem::new("start", "plan-previous-none").with("code", &operation.previous);
    let earlier = match find(cx, tx, &operation.previous).await {
        Ok(earlier) => earlier,
        Err(Error::NotFound) => return Err(none().into()),
        Err(other) => return Err(other),
    };
    let all = versions(cx, tx, &earlier).await?;
    let held = |version: &&Version| matches!(version.standing, Standing::InForce | Standing::Amended);
    let source = all.iter().find(held).or_else(|| current(&all)).or(all.first());
    let mut plan = empty;
    if let Some(source) = source {
        plan = Plan { clauses: source.record.content.clauses.clone(), issued: source.record.content.issued, ..plan };
    }
    let open = Wanted { status: vec!["open".to_owned()], oldest_first: true, ..Wanted::default() };
    let recommended: Vec<Record<Recommendation>> = tx.shared_all(&[eyes_of(&earlier)], &open).await?;
    for record in recommended {
        let clause = outline::carrying(&record, &earlier.operation().code, plan.issue())?;
        plan.put(clause, usize::MAX);
    }
    for measure in plan.clauses.iter_mut().flat_map(|clause| clause.measures.iter_mut()) {
        *measure = Measure { from: None, to: None, ..measure.clone() };
    }
    if plan.clauses.is_empty() { Err(none().into()) } else { Ok(plan) }
}

async fn keep(cx: &Cx, mut tx: Tx, found: &Found<Plan>, base: u32, plan: Plan) -> Result<Record<Plan>> {
    let marking = sent(found.seen.operation());
    let header = Header { marking, ..next_header(cx, &found.record.header, base)? };
    let mut record = Record { header, content: plan };
    tx.put_shared(&mut record, Some(base)).await?;
    cx.keep(tx, &record.header, "").await?;
    Ok(record)
}

fn must_have_clauses(plan: &Plan) -> Result<()> {
    if plan.clauses.is_empty() { Err(Problem::new("", "plan-without-clauses").into()) } else { Ok(()) }
}

/// Sends a version out for comment, or says another last day for comments. From now on its text stands.
pub async fn consult(cx: &Cx, id: &RecordId, base: u32, draft: &ConsultDraft) -> Result<Record<Plan>> {
    let (tx, found) = begin(cx, "plan.consult", id).await?;
    let plan = &found.record.content;
    if !matches!(plan.step, Step::Draft | Step::OutForComment) {
        return Err(Error::Refused("plan-step"));
    }
    must_have_clauses(plan)?;
    let due = Some(draft.check(cx.now().day())?);
    let plan = Plan { step: Step::OutForComment, due, sent: plan.sent.or(Some(cx.now())), ..plan.clone() };
    keep(cx, tx, &found, base, plan).await
}

/// Sends a version out for acceptance, under a rule: all who take part today, or some of them.
pub async fn ask(cx: &Cx, id: &RecordId, base: u32, draft: &AskDraft) -> Result<Record<Plan>> {
    let (mut tx, found) = begin(cx, "plan.ask", id).await?;
    let plan = &found.record.content;
    if !matches!(plan.step, Step::Draft | Step::OutForComment) {
        return Err(Error::Refused("plan-step"));
    }
    must_have_clauses(plan)?;
    let all = versions(cx, &mut tx, &found.seen).await?;
    if current(&all).is_some_and(|newest| newest.record.content.version > plan.version) {
        return Err(Error::Refused("plan-superseded"));
    }
    let today = cx.now().day();
    let participants = participants(found.seen.operation(), today);
    let (due, from, needed) = draft.check(today, participants.len())?;
    let asked = Some(Asked { on: today, due, from, participants, needed });
    let plan = Plan { step: Step::OutForAcceptance, asked, sent: plan.sent.or(Some(cx.now())), ..plan.clone() };
    keep(cx, tx, &found, base, plan).await
}

/// Begins the version after the newest one that was sent out.
pub async fn next(cx: &Cx, id: &RecordId) -> Result<Record<Plan>> {
    let (mut tx, found) = begin(cx, "plan.next", id).await?;
    let all = versions(cx, &mut tx, &found.seen).await?;
    if all.iter().any(|version| version.standing == Standing::Draft) {
        return Err(Error::Refused("plan-draft-exists"));
    }
    if all.first().is_some_and(|newest| newest.record.header.id != found.record.header.id) {
        return Err(Error::Refused("plan-superseded"));
    }
    let operation = found.seen.operation();
    let plan = found.record.content.next(cx.mint(), found.record.content.version + 1);
    let header = header(cx, operation, plan.id, Kind::Plan, unsent(operation), Some(found.record.header.lang));
    add(cx, tx, header, plan).await
}

/// Closes a version, with a reason: nothing more is said about it.
pub async fn close(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Plan>> {
    let (tx, found) = begin(cx, "plan.close", id).await?;
    let plan = &found.record.content;
    if matches!(plan.step, Step::Draft | Step::Closed) {
        return Err(Error::Refused("plan-step"));
    }
    let reason = text::required("reason", reason, 2000)?;
    keep(cx, tx, &found, base, Plan { step: Step::Closed, reason, ..plan.clone() }).await
}
