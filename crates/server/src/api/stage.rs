//! Stages over the API: opened, closed, opened again with a reason.
//!
//! Refuses the closing of an operation: that takes two people, and they meet on its page.

use crate::api::body::Body;
use crate::api::key::Key;
use crate::api::operation::{answer, current};
use crate::api::revision::IfMatch;
use crate::error::{Answer, Failure};
use axum::extract::Path;
use model::stage::StageKind;
use serde::Deserialize;

/// Why a stage opens; needed where it had been closed before.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Opening {
    /// In words.
    pub reason: String,
}

/// `POST /api/v1/operations/{code}/stages/{kind}/open`.
pub async fn open(
    key: Key,
    Path((code, kind)): Path<(String, String)>,
    if_match: IfMatch,
    body: Body<Opening>,
) -> Answer {
    let (kind, base) = (stage(&kind)?, if_match.base(async || current(&key, &code).await).await?);
    Ok(answer(&app::stage::open(&key.cx, &code, base, kind, &body.draft.reason).await?))
}

/// `POST /api/v1/operations/{code}/stages/{kind}/close`.
pub async fn close(key: Key, Path((code, kind)): Path<(String, String)>, if_match: IfMatch) -> Answer {
    let (kind, base) = (stage(&kind)?, if_match.base(async || current(&key, &code).await).await?);
    Ok(answer(&app::stage::close(&key.cx, &code, base, kind).await?))
}

fn stage(kind: &str) -> Result<StageKind, Failure> {
    StageKind::parse(kind).ok_or(Failure::App(app::Error::NotFound))
}
