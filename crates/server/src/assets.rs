//! `GET /assets/{name}`: stylesheet, modules and the mark, cached for ever when asked for by their hash.
//!
//! Refuses folders: only what is embedded in the program is served.

use crate::error::{Answer, Failure};
use axum::extract::{Path, RawQuery};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use std::borrow::Cow;

/// A hashed address never changes its content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// One asset, or 304 where the browser already has it.
pub async fn show(Path(name): Path<String>, RawQuery(query): RawQuery, headers: HeaderMap) -> Answer {
    let asset = render::assets::get(&name).ok_or(Failure::App(app::Error::NotFound))?;
    let tag = format!("\"{}\"", asset.hash);
    let cache = if query.as_deref() == Some(&format!("v={}", asset.hash)) { FOR_EVER } else { "no-cache" };
    let head = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, cache.to_owned())];
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, head).into_response());
    }
    let bytes = match asset.bytes {
        Cow::Borrowed(bytes) => axum::body::Body::from(bytes),
        Cow::Owned(bytes) => axum::body::Body::from(bytes),
    };
    Ok((head, [(header::CONTENT_TYPE, asset.mime)], bytes).into_response())
}
