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
use crate::recommendation;
use crate::record::{Found, add, begin_in, header, next as next_header};
use model::id::RecordId;
use model::marking::{Audience, Marking};
use model::operation::Operation;
use model::permission::Action;
use model::plan::{AskDraft, Asked, ConsultDraft, Measure, Plan, Standing, Start, Step};
use model::problem::Problem;
use model::record::{Header, Kind, Record};
use model::stage::Work;
use model::text;
use store::Tx;

/// A draft is for the coordinator alone.
fn unsent(operation: &Operation) -> Marking {
    Marking { audience: Audience::AmberStrict, recipients: Vec::new(), ..operation.marking.clone() }
}

/// Who reads what is sent out, as its coordinator chose.
fn sent(operation: &Operation, audience: Audience) -> Marking {
    Marking { audience, ..operation.marking.clone() }
}

/// Whom a version was sent to already; nobody where it was not.
fn sent_to(found: &Found<Plan>) -> Option<Audience> {
    found.record.content.sent.map(|_| found.record.header.marking.audience)
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
/// of that edition that is not settled and that no plan carries yet.
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
    for followed in recommendation::open(cx, tx, &earlier).await? {
        let clause = outline::carrying(&followed.record, &earlier.operation().code, plan.issue())?;
        plan.put(clause, usize::MAX);
    }
    for measure in plan.clauses.iter_mut().flat_map(|clause| clause.measures.iter_mut()) {
        *measure = Measure { from: None, to: None, ..measure.clone() };
    }
    if plan.clauses.is_empty() { Err(none().into()) } else { Ok(plan) }
}

async fn keep(
    cx: &Cx,
    mut tx: Tx,
    found: &Found<Plan>,
    base: u32,
    (plan, marking): (Plan, Marking),
) -> Result<Record<Plan>> {
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
    let operation = found.seen.operation();
    let (due, audience) = draft.check(cx.now().day(), operation.marking.audience, sent_to(&found))?;
    let plan = Plan { step: Step::OutForComment, due: Some(due), sent: plan.sent.or(Some(cx.now())), ..plan.clone() };
    let marking = sent(operation, audience);
    keep(cx, tx, &found, base, (plan, marking)).await
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
    let (today, operation) = (cx.now().day(), found.seen.operation());
    let participants = participants(operation, today);
    let rule = draft.check(today, participants.len(), operation.marking.audience, sent_to(&found))?;
    let asked = Some(Asked { on: today, due: rule.due, from: rule.from, participants, needed: rule.needed });
    let plan = Plan { step: Step::OutForAcceptance, asked, sent: plan.sent.or(Some(cx.now())), ..plan.clone() };
    let marking = sent(operation, rule.audience);
    keep(cx, tx, &found, base, (plan, marking)).await
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
    let marking = found.record.header.marking.clone();
    keep(cx, tx, &found, base, (Plan { step: Step::Closed, reason, ..plan.clone() }, marking)).await
}
