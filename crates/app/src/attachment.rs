//! Attachments: photos and files added to an incident by its owner, read by whoever may read the incident.
//!
//! Refuses what the store cannot tell by its content, and strips what a photo says about its camera and place.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::incident::read::find_incident;
use crate::incident::{find_to_write, must_take_changes};
use model::attachment::{Attachment, AttachmentId, LIMIT};
use model::id::RecordId;
use model::permission::Action;
use model::problem::Problem;
use store::files::{FileKind, NotTaken};

/// Adds a file to an incident.
///
/// Problems on field `files`: `file-empty`, `file-large`, `file-unknown`, `file-misnamed`, `file-cut-off`.
pub async fn add(cx: &Cx, record: &RecordId, name: &str, bytes: Vec<u8>) -> Result<Attachment> {
    let name = base_name(name);
    let mut view = cx.app.store().read().await?;
    let (found, operation, _) = find_incident(cx, &mut view, record).await?;
    drop(view);
    must_take_changes(cx, &found, &operation, Action::Amend)?;
    let stored = cx.app.files().put(bytes, &name, LIMIT).await.map_err(|error| not_taken(error, &name))?;
    let attachment = Attachment {
        id: cx.mint(),
        record: record.clone(),
        name,
        media_type: stored.kind.media_type().to_owned(),
        size: stored.size,
        sha256: stored.sha256,
        added: cx.now(),
    };
    // Asked again within the write: the record may have been retracted while the file was on its way.
    let (mut tx, found, _) = find_to_write(cx, "attachment.add", record, Action::Amend).await?;
    tx.add_attachment(&attachment).await?;
    cx.keep(tx, &found.header, format!("attachment={} sha256={}", attachment.id, attachment.sha256)).await?;
    Ok(attachment)
}

/// Says what [`add`] would say of the file itself, and keeps nothing.
pub fn check(name: &str, bytes: &[u8]) -> Result<()> {
    let name = base_name(name);
    let refuse = |error| Err(not_taken(error, &name));
    if bytes.is_empty() {
        return refuse(NotTaken::Empty);
    }
    if bytes.len() as u64 > LIMIT {
        return refuse(NotTaken::TooLarge { limit: LIMIT });
    }
    match FileKind::of(bytes) {
        None => refuse(NotTaken::Unknown),
        Some(found) if !found.fits_name(&name) => refuse(NotTaken::Misnamed { found }),
        Some(kind) if store::files::strip::strip(kind, bytes.to_vec()).is_none() => refuse(NotTaken::CutOff),
        Some(_) => Ok(()),
    }
}

/// A file's facts and content, for whoever may read its record.
pub async fn get(cx: &Cx, id: AttachmentId) -> Result<(Attachment, Vec<u8>)> {
    let mut view = cx.app.store().read().await?;
    let attachment = view.attachment(id).await?.ok_or(Error::NotFound)?;
    find_incident(cx, &mut view, &attachment.record).await?;
    drop(view);
    let content = cx.app.files().read(&attachment.sha256).await?;
    Ok((attachment, content))
}

/// The name without folders, control characters and marks that reverse it, at most 120 characters.
pub(crate) fn base_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars()
        .filter(|letter| !letter.is_control() && !('\u{202A}'..='\u{2069}').contains(letter))
        .take(120)
        .collect()
}

fn not_taken(error: NotTaken, name: &str) -> Error {
    let problem = |code| Error::from(Problem::new("files", code).with("name", name));
    match error {
        NotTaken::Empty => problem("file-empty"),
        NotTaken::TooLarge { limit } => {
            Problem::new("files", "file-large").with("name", name).with("limit", limit / 1_048_576).into()
        }
        NotTaken::Unknown => problem("file-unknown"),
        NotTaken::Misnamed { .. } => problem("file-misnamed"),
        NotTaken::CutOff => problem("file-cut-off"),
        NotTaken::Broken(error) => error.into(),
    }
}
