//! Revisions in headers: `ETag: "3"` on what is read, `If-Match: "3"` on what is changed.
//!
//! Refuses a change that does not say which revision it was made from.

use crate::error::Failure;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;

/// The revision that a change was made from.
pub struct IfMatch(pub u32);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let given =
            parts.headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok()).ok_or(Failure::NoRevision)?;
        let number = given.trim().trim_matches('"').parse().map_err(|_| Failure::NoRevision)?;
        Ok(Self(number))
    }
}

/// `"3"`.
pub fn tag(revision: u32) -> String {
    format!("\"{revision}\"")
}
