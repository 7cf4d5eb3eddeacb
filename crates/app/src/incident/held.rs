//! What waits for a contact point: the own participant's incidents with an open question.
//!
//! Refuses to count twice what cannot have changed: a count is kept until the node's sequence moves on, because every
//! page of an operation tells it.

use crate::cx::Cx;
use crate::error::Result;
use model::listing::{Filter, Order, Page};
use model::operation::{Operation, OperationId};
use model::permission::Action;
use model::record::Reader;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Counts with the sequence they are true at; at most [`Counted::LIMIT`].
#[derive(Default)]
pub struct Counted {
    known: Mutex<HashMap<(OperationId, Reader), (i64, i64)>>,
}

impl Counted {
    const LIMIT: usize = 1000;

    fn get(&self, key: &(OperationId, Reader), sequence: i64) -> Option<i64> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(key).filter(|(at, _)| *at == sequence).map(|(_, count)| *count)
    }

    fn put(&self, key: (OperationId, Reader), sequence: i64, count: i64) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= Self::LIMIT {
            known.clear();
        }
        known.insert(key, (sequence, count));
    }
}

/// How many incidents of the caller's own participant have an open question in this operation.
pub async fn held(cx: &Cx, operation: &Operation) -> Result<i64> {
    let reader = cx.reader(operation);
    cx.must(Action::Read, reader.relation_to_operation())?;
    let mut view = cx.app.store().read().await?;
    let (sequence, key) = (view.sequence().await?, (operation.id, reader));
    if let Some(count) = cx.app.counted().get(&key, sequence) {
        return Ok(count);
    }
    let filter = Filter { participants: vec![key.1.participant.clone()], held: Some(true), ..Filter::default() };
    let page = Page { order: Order::Event, after: None, limit: 1 };
    let count = view.incidents(&key.1, operation.id, &filter, &page).await?.total;
    cx.app.counted().put(key, sequence, count);
    Ok(count)
}
