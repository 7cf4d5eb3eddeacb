//! What changed, for those who watch an operation: replayed after a lost line, then live.
//!
//! Refuses to tell anybody of a record they may not read, not even that something happened.

use crate::cx::{App, Cx};
use crate::error::Result;
use crate::operation::find;
use model::event::Event;
use model::permission::Action;
use tokio::sync::broadcast;

/// The visible events of one operation after `sequence`, oldest first, at most `limit`.
pub async fn after(cx: &Cx, code: &str, sequence: i64, limit: u32) -> Result<Vec<Event>> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    Ok(view.visible_events(&seen.reader, seen.record.content.id, sequence, limit.min(500)).await?)
}

/// The node's sequence now: where watching starts.
pub async fn head(cx: &Cx) -> Result<i64> {
    Ok(cx.app.store().read().await?.sequence().await?)
}

/// Wakes whenever something is kept; what it was is asked with [`after`].
pub fn watch(app: &App) -> broadcast::Receiver<Event> {
    app.watchers().subscribe()
}
