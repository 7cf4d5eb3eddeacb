//! The audit log: read and verified by the node's administrator.
//!
//! Refuses to write: entries come only with the commit they speak of.

use crate::cx::Cx;
use crate::error::Result;
use model::audit::{AuditEntry, ChainReport};
use model::permission::{Action, Relation};

/// Entries before `before`, newest first.
pub async fn entries(cx: &Cx, before: Option<i64>, limit: u32) -> Result<Vec<AuditEntry>> {
    cx.must(Action::ReadLog, Relation::Outsider)?;
    Ok(cx.app.store().read().await?.audit_entries(before, limit.min(500)).await?)
}

/// Follows the whole chain and names the first fault.
pub async fn verify(cx: &Cx) -> Result<ChainReport> {
    cx.must(Action::ReadLog, Relation::Outsider)?;
    Ok(cx.app.store().read().await?.verify_audit().await?)
}
