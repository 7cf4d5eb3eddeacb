//! What changed, for those who watch an operation: replayed after a lost line, then live.
//!
//! Refuses to tell anybody of a record they may not read, not even that something happened.

use crate::cx::{App, Cx};
use crate::error::Result;
use crate::operation::find;
use crate::seal::{open, seal};
use model::event::Event;
use model::permission::Action;
use store::listen::Ear;
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

/// What an event is called where its reader can see it: the last that was heard, from which one reads on.
pub fn name(app: &App, sequence: i64) -> String {
    seal(app, sequence)
}

/// The sequence of an event that was called so; `None` for a text that names none.
pub fn named(app: &App, name: &str) -> Option<i64> {
    open(app, name)
}

/// Wakes whenever something is kept; what it was is asked with [`after`].
pub fn watch(app: &App) -> broadcast::Receiver<Event> {
    app.watchers().subscribe()
}

/// Passes on what other processes of this node keep, where several share one PostgreSQL; nothing to do on SQLite.
pub(crate) async fn relay(app: &App) -> Result<()> {
    let Some(mut ear) = app.store().listen().await? else { return Ok(()) };
    let app = app.clone();
    let mut last = app.store().read().await?.sequence().await?;
    tokio::spawn(async move {
        loop {
            // A lost line mends itself: what was missed is read by its sequence.
            if pass_on(&app, &mut ear, &mut last).await.is_err() {
                tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            }
        }
    });
    Ok(())
}

async fn pass_on(app: &App, ear: &mut Ear, last: &mut i64) -> Result<(), store::Error> {
    ear.next().await?;
    for event in app.store().read().await?.events_after(*last, 1000).await? {
        *last = event.sequence;
        // Nobody watching is no failure.
        let _ = app.watchers().send(event);
    }
    Ok(())
}
