//! The operations page in values: stage, shares, figures by day, group, substance, region and participant, latest.
//!
//! Refuses to compute twice what cannot have changed, and to be computed anew because of what its reader may not see: an
//! overview is kept for a reader's eyes and a filter until something moves that these eyes see, so that its time tells of
//! nothing else.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::{Seen, find};
use crate::total::tell;
use model::event::Mark;
use model::listing::{Filter, Order, Page};
use model::operation::OperationId;
use model::permission::Action;
use model::record::Reader;
use model::report::Overview;
use model::time::Day;
use model::total::{By, Totals};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::Conn;

/// What an overview depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    operation: OperationId,
    reader: Reader,
    filter: Filter,
}

/// An overview with what it is true for.
#[derive(Clone)]
struct Known {
    /// The node's sequence at which it was last found to be true: the quick way to know that nothing happened at all.
    sequence: i64,
    mark: Mark,
    overview: Arc<Overview>,
}

/// Overviews that were true when they were last asked for, at most [`Kept::LIMIT`].
#[derive(Default)]
pub struct Kept {
    known: Mutex<HashMap<Key, Known>>,
}

impl Kept {
    const LIMIT: usize = 64;

    fn get(&self, key: &Key) -> Option<Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: Key, new: Known) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= Self::LIMIT && !known.contains_key(&key) {
            known.retain(|_, other| other.sequence == new.sequence);
        }
        if known.len() >= Self::LIMIT && !known.contains_key(&key) {
            known.clear();
        }
        known.insert(key, new);
    }
}

/// The overview of one operation; figures are as of the moment they were computed, and true for the event they name.
pub async fn get(cx: &Cx, code: &str, filter: &Filter) -> Result<Arc<Overview>> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    within(cx, &mut view, seen, filter).await
}

/// The overview in a view that is already open.
pub(crate) async fn within(cx: &Cx, view: &mut Conn, seen: Seen, filter: &Filter) -> Result<Arc<Overview>> {
    let (operation, reader) = (seen.operation().id, seen.reader.clone());
    let (sequence, key) = (view.sequence().await?, Key { operation, reader, filter: filter.clone() });
    let known = cx.app.figures().get(&key);
    if let Some(known) = known.as_ref().filter(|known| known.sequence == sequence) {
        return Ok(Arc::clone(&known.overview));
    }
    let mark = view.mark(&key.reader, operation).await?;
    let overview = match known.filter(|known| known.mark == mark) {
        Some(known) => known.overview,
        None => Arc::new(compute(cx, view, seen, filter).await?),
    };
    cx.app.figures().put(key, Known { sequence, mark, overview: Arc::clone(&overview) });
    Ok(overview)
}

async fn compute(cx: &Cx, view: &mut Conn, seen: Seen, filter: &Filter) -> Result<Overview> {
    let (reader, operation) = (seen.reader, seen.record.content);
    let by_day = period(operation.active_days(), filter);
    let groupings: [&[By]; 5] = [&[by_day], &[By::Group], &[By::Substance], &[By::Region], &[By::Participant]];
    let told = tell(cx, view, &reader, operation.id, filter, &groupings).await?;
    let Ok([by_day, by_group, by_substance, by_region, by_participant]) = <[Totals; 5]>::try_from(told) else {
        return Err(Error::NotFound);
    };
    let sum = Totals { by: Vec::new(), rows: Vec::new(), ..by_participant.clone() };
    let page = Page { order: Order::Event, after: None, limit: 10 };
    let latest = view.incidents(&reader, operation.id, filter, &page).await?.rows;
    let shares = view.shares(&reader, operation.id).await?;
    let takes_part = operation.participants();
    let mut participants = view.participants().await?;
    participants.retain(|participant| takes_part.contains(&participant.code));
    Ok(Overview {
        operation,
        participants,
        sum,
        by_day,
        by_group,
        by_substance,
        by_region,
        by_participant,
        shares,
        latest,
    })
}

/// Days for a stage of weeks, months for years: what a person can still tell apart in a chart.
fn period(days: Option<(Day, Day)>, filter: &Filter) -> By {
    let (from, to) = days.unzip();
    let span = filter.to.or(to).zip(filter.from.or(from)).map_or(0, |(to, from)| to.since(from));
    if span > 120 { By::Month } else { By::Day }
}
