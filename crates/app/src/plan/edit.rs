//! Writing a draft of the plan: its title, its clauses one by one.
//!
//! Refuses to change what was sent out, and to overwrite a clause that somebody else changed since its writer saw it.
//! Two who change two clauses do not meet.

use super::participants;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::must_be_open;
use crate::record::{Found, all_eyes, find_shared, is_seen, owner, revise};
use model::id::RecordId;
use model::permission::Action;
use model::plan::{Clause, ClauseDraft, Plan, Step, TitleDraft};
use model::problem::{Problem, Problems};
use model::record::Record;
use model::stage::Work;
use store::Tx;

/// Begins a change of a version by its coordinator.
pub(super) async fn begin(cx: &Cx, verb: &'static str, id: &RecordId) -> Result<(Tx, Found<Plan>)> {
    let mut tx = cx.begin(verb).await?;
    let found: Found<Plan> = find_shared(cx, &mut tx, id).await?;
    cx.must(Action::Coordinate, found.seen.relation)?;
    if found.record.header.owner != owner(cx, found.seen.operation()) {
        return Err(Error::Refused("role"));
    }
    must_be_open(cx, found.seen.operation(), Work::Plan)?;
    Ok((tx, found))
}

/// The same for a text that may still change.
async fn begin_draft(cx: &Cx, verb: &'static str, id: &RecordId) -> Result<(Tx, Found<Plan>)> {
    let (tx, found) = begin(cx, verb, id).await?;
    if found.record.content.step != Step::Draft {
        return Err(Error::Refused("plan-frozen"));
    }
    Ok((tx, found))
}

/// Stale, where `part` of the plan is not as its writer saw it in revision `base`.
async fn must_stand<T: PartialEq>(
    tx: &mut Tx,
    found: &Found<Plan>,
    base: u32,
    part: impl Fn(&Plan) -> Option<T>,
) -> Result<()> {
    let current = found.record.header.revision;
    if base == current {
        return Ok(());
    }
    let seen: Option<Record<Plan>> = tx.shared_revision(&found.seen.reader, &found.record.header.id, base).await?;
    match seen {
        Some(seen) if part(&seen.content) == part(&found.record.content) => Ok(()),
        _ => Err(Error::Stale { current }),
    }
}

async fn keep(cx: &Cx, tx: Tx, found: &Found<Plan>, plan: Plan) -> Result<Record<Plan>> {
    let header = &found.record.header;
    revise(cx, tx, &found.record, header.revision, plan, header.marking.clone()).await
}

/// Changes title and note.
pub async fn set_title(cx: &Cx, id: &RecordId, base: u32, draft: &TitleDraft) -> Result<Record<Plan>> {
    let (mut tx, found) = begin_draft(cx, "plan.title", id).await?;
    must_stand(&mut tx, &found, base, |plan| Some((plan.title.clone(), plan.note.clone()))).await?;
    let (title, note) = draft.check()?;
    keep(cx, tx, &found, Plan { title, note, ..found.record.content.clone() }).await
}

/// Puts a clause: a new one, or a change of `clause` made from revision `base`. Gives the clause's identifier too.
pub async fn put_clause(
    cx: &Cx,
    id: &RecordId,
    clause: Option<&str>,
    base: u32,
    draft: &ClauseDraft,
) -> Result<(Record<Plan>, String)> {
    let (mut tx, found) = begin_draft(cx, "plan.clause", id).await?;
    let mut plan = found.record.content.clone();
    let earlier = match clause {
        Some(clause) => {
            must_stand(&mut tx, &found, base, |plan| plan.clause(clause).cloned()).await?;
            known(&plan, clause)?
        }
        None if plan.clauses.len() >= model::plan::CLAUSES => {
            return Err(Problem::new("", "too-many").with("limit", model::plan::CLAUSES).into());
        }
        None => Clause { id: plan.issue(), ..Clause::default() },
    };
    let known = participants(found.seen.operation(), cx.now().day());
    let (clause, place) = draft.check(&earlier, &known)?;
    must_see_links(cx, &mut tx, &earlier, &clause).await?;
    let own = clause.id.clone();
    plan.put(clause, place);
    Ok((keep(cx, tx, &found, plan).await?, own))
}

/// A problem for each recommendation or finding that is newly named and that the writer does not see. What the clause
/// named before stays: it came from the edition before, or from somebody who saw it.
async fn must_see_links(cx: &Cx, tx: &mut Tx, earlier: &Clause, clause: &Clause) -> Result<()> {
    let eyes = all_eyes(cx, tx).await?;
    let before = links(earlier);
    let mut problems = Problems::none();
    for (field, id) in links(clause) {
        if !before.iter().any(|(_, was)| *was == id) && !is_seen(tx, &eyes, &id).await? {
            problems.add(Problem::new(field, "record-unseen").with("text", id));
        }
    }
    Ok(problems.or(Some(()))?)
}

/// The records that a clause names, each with its field.
fn links(clause: &Clause) -> Vec<(String, RecordId)> {
    let own = clause.recommendation.iter().map(|id| ("recommendation".to_owned(), id.clone()));
    let of_measures = clause.measures.iter().enumerate().flat_map(|(place, measure)| {
        let named = [("recommendation", &measure.recommendation), ("finding", &measure.finding)];
        named.into_iter().filter_map(move |(name, id)| Some((format!("measures.{place}.{name}"), id.clone()?)))
    });
    own.chain(of_measures).collect()
}

/// The clause of that identifier, or one with nothing but it where it was removed and is put back.
fn known(plan: &Plan, clause: &str) -> Result<Clause> {
    if let Some(clause) = plan.clause(clause) {
        return Ok(clause.clone());
    }
    let number = clause.strip_prefix('c').and_then(|number| number.parse::<u32>().ok());
    let was = number.is_some_and(|number| (1..=plan.issued).contains(&number) && format!("c{number}") == clause);
    if was { Ok(Clause { id: clause.to_owned(), ..Clause::default() }) } else { Err(Error::NotFound) }
}

/// Takes a clause out; what was said about it stays with the version it was said about.
pub async fn remove_clause(cx: &Cx, id: &RecordId, clause: &str, base: u32) -> Result<Record<Plan>> {
    let (mut tx, found) = begin_draft(cx, "plan.remove-clause", id).await?;
    let mut plan = found.record.content.clone();
    if plan.clause(clause).is_none() {
        return Err(Error::NotFound);
    }
    must_stand(&mut tx, &found, base, |plan| plan.clause(clause).cloned()).await?;
    plan.clauses.retain(|other| other.id != clause);
    keep(cx, tx, &found, plan).await
}
