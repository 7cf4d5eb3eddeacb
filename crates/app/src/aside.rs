//! Work that takes a processor for longer than a moment, done aside so that other requests go on.
//!
//! Refuses to be cut short: work begun is ended, whoever waited for it.

use crate::error::{Error, Result};

/// Does `work` on a thread of its own and waits for what it gives.
pub(crate) async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Broken(Box::new(error)))
}
