//! Revisions in headers: `ETag: "3"` on what is read, `If-Match: "3"` on what is changed, `If-None-Match` on what is asked
//! for again (RFC 9110).
//!
//! Refuses a change that does not say which revision it was made from, and one that says it weakly: `W/"3"` is alike, not
//! the same.

use crate::error::{Answer, Failure};
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// The revisions that a change may have been made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IfMatch {
    /// Whichever is current.
    Any,
    /// These.
    Of(Vec<u32>),
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let given = said(&parts.headers, &header::IF_MATCH);
        match given.trim() {
            "" => Err(Failure::NoRevision),
            "*" => Ok(Self::Any),
            list => Ok(Self::Of(list.split(',').filter_map(strong).collect())),
        }
    }
}

impl IfMatch {
    /// The revision to change; `current` is asked where the header leaves it open.
    pub async fn base(&self, current: impl AsyncFnOnce() -> app::Result<u32>) -> Answer<u32> {
        if let Self::Of(named) = self
            && let [one] = named[..]
        {
            return Ok(one);
        }
        let current = current().await?;
        match self {
            Self::Of(named) if !named.contains(&current) => Err(app::Error::Stale { current }.into()),
            _ => Ok(current),
        }
    }
}

/// All lines of a header as one.
fn said(headers: &HeaderMap, name: &HeaderName) -> String {
    let lines = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    lines.collect::<Vec<_>>().join(",")
}

/// The revision of a strong tag; what follows it in a tag of ours does not change what a change is made from.
fn strong(tag: &str) -> Option<u32> {
    tag.trim().trim_matches('"').split('+').next()?.parse().ok()
}

/// `"3"`.
pub fn tag(revision: u32) -> String {
    format!("\"{revision}\"")
}

/// `"3+2"`: what is shown beside a revision grows without making a new one.
pub fn tag_with(revision: u32, files: usize) -> String {
    if files == 0 { tag(revision) } else { format!("\"{revision}+{files}\"") }
}

/// The answer, or 304 where whoever asks has it already.
pub fn unless_known(headers: &HeaderMap, tag: &str, answer: impl FnOnce() -> Response) -> Response {
    let said = said(headers, &header::IF_NONE_MATCH);
    let is_same = |known: &str| known.trim() == "*" || known.trim().trim_start_matches("W/") == tag;
    let mut response = if said.split(',').any(is_same) { StatusCode::NOT_MODIFIED.into_response() } else { answer() };
    if let Ok(tag) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    async fn read(lines: &[&str]) -> Result<IfMatch, Failure> {
        let request = lines.iter().fold(Request::get("/"), |request, line| request.header("if-match", *line));
        let mut parts = request.body(()).unwrap().into_parts().0;
        IfMatch::from_request_parts(&mut parts, &()).await
    }

    #[tokio::test]
    async fn a_change_names_one_revision_several_or_whichever_is_current() {
        let base = async |lines: &[&str]| read(lines).await.unwrap().base(async || Ok(4)).await.ok();
        assert_eq!(base(&["\"3\""]).await, Some(3));
        assert_eq!(base(&["\"3+2\""]).await, Some(3));
        assert_eq!(base(&["*"]).await, Some(4));
        assert_eq!(base(&["\"3\", \"4\""]).await, Some(4));
        assert_eq!(base(&["\"3\"", "\"4\""]).await, Some(4));
        assert_eq!(base(&["\"2\", \"3\""]).await, None);
        assert_eq!(base(&["W/\"4\""]).await, None);
        assert_eq!(base(&["\"xyz\""]).await, None);
        assert!(matches!(read(&[]).await, Err(Failure::NoRevision)));
    }
}
