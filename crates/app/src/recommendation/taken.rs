//! Which clause of which plan carries a recommendation on: read from the plans themselves, so that both ends of the link
//! always agree, and from what the recommendation says where a plan does not name it.
//!
//! Refuses to know a plan that its reader may not see: to that reader nothing carries the recommendation. A draft is seen by
//! its coordinator alone, so the mark is made for everybody by sending the plan out.

use crate::cx::Cx;
use crate::error::Result;
use crate::operation::Seen;
use crate::record::{all_seen, eyes_of};
use model::card::Wanted;
use model::id::RecordId;
use model::plan::{Plan, Step};
use model::problem::Problem;
use model::recommendation::{Recommendation, Taken};
use model::record::{Kind, Record};
use store::{Conn, Eyes, Tx};

/// The plan of each operation as it stands: its newest version that was sent out, else its draft.
pub(super) async fn plans(view: &mut Conn, places: &[Seen]) -> Result<Vec<Record<Plan>>> {
    let eyes: Vec<Eyes> = places.iter().map(eyes_of).collect();
    let mut cards = view.cards(&eyes, &Wanted::of(Kind::Plan)).await?;
    let version = |key: &str| key.parse::<u32>().unwrap_or_default();
    cards.sort_by_key(|one| (one.card.status == Step::Draft.code(), std::cmp::Reverse(version(&one.card.key))));
    let mut all: Vec<Record<Plan>> = Vec::new();
    for card in cards {
        if all.iter().any(|plan| plan.header.operation == card.operation) {
            continue;
        }
        let wanted = Wanted { record: Some(card.id), ..Wanted::default() };
        all.extend(view.shared_all(&eyes, &wanted).await?);
    }
    Ok(all)
}

/// The clauses of these plans, and of the one it names itself, that carry a recommendation on.
pub(super) async fn of(
    view: &mut Conn,
    places: &[Seen],
    plans: &[Record<Plan>],
    record: &Record<Recommendation>,
) -> Result<Vec<Taken>> {
    let mut all: Vec<Taken> = plans.iter().flat_map(|plan| naming(places, plan, &record.header.id)).collect();
    let Some(carried) = &record.content.carried else { return Ok(all) };
    let eyes: Vec<Eyes> = places.iter().map(eyes_of).collect();
    let wanted = Wanted { record: Some(carried.plan.clone()), ..Wanted::default() };
    for plan in view.shared_all::<Plan>(&eyes, &wanted).await? {
        let said = taken(places, &plan, &carried.clause);
        if !all.iter().any(|one| one.operation == said.operation && one.clause == said.clause) {
            all.push(said);
        }
    }
    Ok(all)
}

/// The clauses of a plan that name a recommendation, by themselves or by one of their measures.
fn naming<'a>(places: &'a [Seen], plan: &'a Record<Plan>, id: &'a RecordId) -> impl Iterator<Item = Taken> + 'a {
    let names = move |one: &Option<RecordId>| one.as_ref() == Some(id);
    let carries = move |clause: &&model::plan::Clause| {
        names(&clause.recommendation) || clause.measures.iter().any(|measure| names(&measure.recommendation))
    };
    plan.content.clauses.iter().filter(carries).map(|clause| taken(places, plan, &clause.id))
}

fn taken(places: &[Seen], plan: &Record<Plan>, clause: &str) -> Taken {
    let own = places.iter().find(|seen| seen.operation().id == plan.header.operation);
    Taken {
        operation: own.map_or_else(String::new, |seen| seen.operation().code.clone()),
        plan: plan.header.id.clone(),
        clause: clause.to_owned(),
        number: plan.content.number(clause),
    }
}

/// A problem where a recommendation names a clause that its plan does not have.
pub(super) async fn must_stand(cx: &Cx, tx: &mut Tx, made: &Recommendation) -> Result<()> {
    let Some(carried) = made.carried.as_ref().filter(|carried| !carried.clause.is_empty()) else { return Ok(()) };
    let eyes: Vec<Eyes> = all_seen(cx, tx).await?.iter().map(eyes_of).collect();
    let wanted = Wanted { record: Some(carried.plan.clone()), ..Wanted::default() };
    let plans: Vec<Record<Plan>> = tx.shared_all(&eyes, &wanted).await?;
    if plans.iter().any(|plan| plan.content.clause(&carried.clause).is_none()) {
        return Err(Problem::new("plan", "clause-unknown").with("text", &carried.clause).into());
    }
    Ok(())
}

/// A plan whose clauses can carry a recommendation on, for the form of one.
#[derive(Debug, Clone)]
pub struct Carrier {
    /// The code of its operation.
    pub operation: String,
    /// The version that stands.
    pub record: Record<Plan>,
}

/// The plans that the caller may see, of every operation it takes part in.
pub async fn carriers(cx: &Cx) -> Result<Vec<Carrier>> {
    let mut view = cx.app.store().read().await?;
    let places = all_seen(cx, &mut view).await?;
    let plans = plans(&mut view, &places).await?;
    let carrier = |record: Record<Plan>| Carrier { operation: taken(&places, &record, "").operation, record };
    Ok(plans.into_iter().map(carrier).collect())
}
