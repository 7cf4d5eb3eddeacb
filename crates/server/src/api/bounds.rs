//! How fast one key may ask: a bucket that fills by so many requests a second.
//!
//! Refuses to be a quota: it only keeps one agency's software from standing in everybody's way.

use crate::error::Failure;
use model::token::TokenId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::time::Instant;

/// Requests a second in the long run.
const PER_SECOND: f64 = 50.0;
/// Requests at once after a rest.
const BURST: f64 = 200.0;

/// The buckets of all keys. Cloning shares them.
#[derive(Clone, Default)]
pub struct Bounds {
    buckets: Arc<Mutex<HashMap<TokenId, (f64, Instant)>>>,
}

impl Bounds {
    /// Takes one request from the key's bucket.
    pub fn take(&self, key: TokenId, now: Instant) -> Result<(), Failure> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let (left, since) = buckets.entry(key).or_insert((BURST, now));
        *left = (*left + now.saturating_duration_since(*since).as_secs_f64() * PER_SECOND).min(BURST);
        *since = now;
        if *left < 1.0 {
            return Err(Failure::TooBusy(1));
        }
        *left -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::id::{Id, NIL};
    use std::time::Duration;

    #[test]
    fn a_burst_passes_then_the_key_waits_and_time_refills_it() {
        let (bounds, key, start) = (Bounds::default(), Id::new(NIL), Instant::now());
        let passed = (0..500).filter(|_| bounds.take(key, start).is_ok()).count();
        assert_eq!(passed, 200);
        assert!(bounds.take(key, start + Duration::from_millis(10)).is_err());
        assert!(bounds.take(key, start + Duration::from_secs(1)).is_ok());
    }
}
