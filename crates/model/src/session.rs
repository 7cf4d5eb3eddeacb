//! A session: one signed-in browser of one member; listed, revocable, bounded in time.
//!
//! Refuses to keep its secret: the cookie carries it, the node keeps its SHA-256.

use crate::member::MemberId;
use crate::time::Moment;

/// How long a session lasts without use: 12 hours, a long shift.
pub const IDLE_SECONDS: i64 = 12 * 3600;
/// How long it lasts at most: 7 days.
pub const LIFE_SECONDS: i64 = 7 * 24 * 3600;

/// One signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the cookie's secret, hexadecimal; also names it.
    pub key: String,
    /// Whose.
    pub member: MemberId,
    /// When signed in.
    pub created: Moment,
    /// When last used.
    pub seen: Moment,
}

impl Session {
    /// Whether it still holds.
    pub const fn holds_at(&self, now: Moment) -> bool {
        now.0 < self.seen.plus_seconds(IDLE_SECONDS).0 && now.0 < self.created.plus_seconds(LIFE_SECONDS).0
    }
}
