//! Files of a record over the API: added as `multipart/form-data` in field `files`, read as they are.
//!
//! Refuses several files at once: one could be kept and the next refused, with one answer for both.

use crate::api::key::Key;
use crate::error::{Answer, Failure};
use crate::typed::Uploaded;
use crate::typed::record_id;
use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::attachment::Attachment;
use model::problem::Problem;
use serde_json::{Value, json};

/// `POST /api/v1/incidents/{id}/attachments`.
pub async fn add(key: Key, Path(id): Path<String>, uploaded: Uploaded) -> Answer {
    let id = record_id(&id)?;
    let mut files = uploaded.files.into_iter();
    let file = files.next().ok_or_else(|| Failure::from(Problem::new("files", "required")))?;
    // One request, one file, one answer: of several, some could be kept and others not.
    if files.next().is_some() {
        return Err(Problem::new("files", "file-single").into());
    }
    let kept = app::attachment::add(&key.cx, &id, &file.name, file.bytes).await?;
    let head = [(header::LOCATION, format!("/api/v1/attachments/{}", kept.id))];
    Ok((StatusCode::CREATED, head, Json(shown(&kept))).into_response())
}

/// `GET /api/v1/attachments/{id}`: the bytes.
pub async fn get(key: Key, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| app::Error::NotFound)?;
    let (attachment, bytes) = app::attachment::get(&key.cx, id).await?;
    Ok(download(&attachment, bytes))
}

/// A file as an answer: of its checked type, never shown in place unless it is a picture, never run.
pub fn download(attachment: &Attachment, bytes: Vec<u8>) -> Response {
    let shows = if attachment.media_type.starts_with("image/") { "inline" } else { "attachment" };
    let plain: String = attachment
        .name
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || "._- ".contains(letter) { letter } else { '_' })
        .collect();
    let encoded = render::html::query(&attachment.name);
    let disposition = format!("{shows}; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_str(&attachment.media_type);
    headers.insert(header::CONTENT_TYPE, kind.unwrap_or(HeaderValue::from_static("application/octet-stream")));
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

/// What is said of a file.
pub fn shown(attachment: &Attachment) -> Value {
    json!({
        "id": attachment.id,
        "name": attachment.name,
        "media_type": attachment.media_type,
        "size": attachment.size,
        "sha256": attachment.sha256,
        "added": attachment.added.iso(),
        "href": format!("/api/v1/attachments/{}", attachment.id),
    })
}
