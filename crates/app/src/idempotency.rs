//! Not twice: a write that carries a key is kept together with the key, and a repeated request finds what it made.
//!
//! Refuses another request under the same key.

use crate::cx::{Cx, Once};
use crate::error::Result;
use model::id::RecordId;
use model::problem::Problem;

/// What a request with this key is to do.
pub enum Turn {
    /// It came before: this is what it made.
    Again(RecordId),
    /// It is new: write with this context, which keeps the key in the write's own transaction.
    First(Box<Cx>),
}

/// Looks a key up for this caller; a problem on `Idempotency-Key` when the earlier request was another one.
pub async fn turn(cx: &Cx, key: &str, request_hash: &str) -> Result<Turn> {
    let member = cx.known_member()?;
    if key.is_empty() || key.len() > 200 {
        return Err(Problem::new("Idempotency-Key", "key-form").into());
    }
    let kept = cx.app.store().read().await?.idempotent(&member.id.to_string(), key).await?;
    match kept {
        Some(kept) if kept.request_hash != request_hash => Err(Problem::new("Idempotency-Key", "key-reused").into()),
        Some(kept) => match kept.body.parse() {
            Ok(record) => Ok(Turn::Again(record)),
            Err(_) => Err(Problem::new("Idempotency-Key", "key-reused").into()),
        },
        None => {
            let once = Once { key: key.to_owned(), request_hash: request_hash.to_owned() };
            Ok(Turn::First(Box::new(cx.clone().once(once))))
        }
    }
}
