//! The operations page in values: stage, shares, figures by day, group, substance, region and participant, latest.
//!
//! Refuses to compute twice what cannot have changed: an overview is a function of the node's sequence, the reader's
//! eyes and the filter, and is kept under these until the sequence moves on.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::{Seen, find};
use crate::total::tell;
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
    sequence: i64,
    reader: Reader,
    filter: Filter,
}

/// Overviews that are still true, at most [`Kept::LIMIT`].
#[derive(Default)]
pub struct Kept {
    known: Mutex<HashMap<Key, Arc<Overview>>>,
}

impl Kept {
    const LIMIT: usize = 64;

    fn get(&self, key: &Key) -> Option<Arc<Overview>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: Key, overview: Arc<Overview>) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= Self::LIMIT {
            known.retain(|other, _| other.sequence == key.sequence);
        }
        if known.len() >= Self::LIMIT {
            known.clear();
        }
        known.insert(key, overview);
    }
}

/// The overview of one operation; figures are as of the moment they were computed, and true for the sequence they name.
pub async fn get(cx: &Cx, code: &str, filter: &Filter) -> Result<Arc<Overview>> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    within(cx, &mut view, seen, filter).await
}

/// The overview in a view that is already open.
pub(crate) async fn within(cx: &Cx, view: &mut Conn, seen: Seen, filter: &Filter) -> Result<Arc<Overview>> {
    let (operation, reader) = (seen.operation().id, seen.reader.clone());
    let key = Key { operation, sequence: view.sequence().await?, reader, filter: filter.clone() };
    if let Some(known) = cx.app.figures().get(&key) {
        return Ok(known);
    }
    let overview = Arc::new(compute(cx, view, seen, filter).await?);
    cx.app.figures().put(key, Arc::clone(&overview));
    Ok(overview)
}

async fn compute(cx: &Cx, view: &mut Conn, seen: Seen, filter: &Filter) -> Result<Overview> {
    let (reader, operation, now) = (seen.reader, seen.record.content, cx.now());
    let by_day = period(operation.active_days(), filter);
    let groupings: [&[By]; 5] = [&[by_day], &[By::Group], &[By::Substance], &[By::Region], &[By::Participant]];
    let told = tell(view, &reader, operation.id, filter, &groupings, now).await?;
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
