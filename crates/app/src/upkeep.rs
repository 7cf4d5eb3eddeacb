//! Upkeep: what has had its time is removed, hour by hour.
//!
//! Refuses to touch a record: only sessions that no longer hold and answers that nobody will ask for again.

use crate::cx::{Actor, App};
use crate::error::Result;
use model::record::Door;
use model::session::IDLE_SECONDS;

/// How long a repeated request finds its first answer: a week, longer than any line is down.
const ANSWERS_SECONDS: i64 = 7 * 86_400;

/// What was removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Sessions.
    pub sessions: u64,
    /// Answers to requests with a key.
    pub answers: u64,
}

/// Removes both; where there was nothing to remove, nothing is written down.
pub async fn sweep(app: &App) -> Result<Swept> {
    let cx = app.cx(Actor::Node, Door::Command);
    let mut tx = cx.begin("node.sweep").await?;
    let now = cx.now();
    let swept = Swept {
        sessions: tx.sweep_sessions(now.plus_seconds(-IDLE_SECONDS)).await?,
        answers: tx.sweep_idempotent(now.plus_seconds(-ANSWERS_SECONDS)).await?,
    };
    if swept == Swept::default() {
        tx.undo().await?;
    } else {
        cx.keep_plain(tx, format!("sessions={} answers={}", swept.sessions, swept.answers)).await?;
    }
    Ok(swept)
}
