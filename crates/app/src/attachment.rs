//! Attachments: photos and files added to a record of any noun by its owner, read by whoever may read the record.
//!
//! Refuses what the store cannot tell by its content, and strips what a photo says about its camera and place.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::incident::must_take_changes;
use crate::incident::read::find_incident;
use crate::operation::{Seen, find, must_be_open};
use model::attachment::{Attachment, AttachmentId, LIMIT};
use model::id::RecordId;
use model::operation::Operation;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::record::{Header, Kind, State};
use model::stage::Work;
use model::submission::Given;
use store::Conn;
use store::files::{FileKind, NotTaken};

/// A file on its way to a record.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Its name as given.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What of these files would not be taken; keeps nothing.
pub fn look(files: &[Sent]) -> Problems {
    let mut problems = Problems::none();
    for file in files {
        if let Err(Error::Invalid(found)) = check(&file.name, &file.bytes) {
            problems.0.extend(found.0);
        }
    }
    problems
}

/// Keeps the content of files that go with a record into the same write: they belong to it once that is kept.
pub(crate) async fn store(cx: &Cx, record: &RecordId, files: Vec<Sent>) -> Result<Vec<Attachment>> {
    let mut all = Vec::with_capacity(files.len());
    for file in files {
        all.push(of(keep(cx, &file.name, file.bytes).await?, record, cx));
    }
    Ok(all)
}

/// What the entry of a write says of a file that went with it.
pub(crate) fn told(attachment: &Attachment) -> String {
    format!("attachment={} sha256={}", attachment.id, attachment.sha256)
}

/// Adds a file to a record.
///
/// Problems on field `files`: `file-empty`, `file-large`, `file-unknown`, `file-misnamed`, `file-cut-off`.
pub async fn add(cx: &Cx, record: &RecordId, name: &str, bytes: Vec<u8>) -> Result<Attachment> {
    let mut view = cx.app.store().read().await?;
    find_own(cx, &mut view, record).await?;
    drop(view);
    let attachment = of(keep(cx, name, bytes).await?, record, cx);
    // Asked again within the write: the record may have been retracted while the file was on its way.
    let mut tx = cx.begin("attachment.add").await?;
    let header = find_own(cx, &mut tx, record).await?;
    tx.add_attachment(&attachment).await?;
    cx.keep(tx, &header, told(&attachment)).await?;
    Ok(attachment)
}

/// Puts a file into the folder; the caller writes down whose it is.
pub(crate) async fn keep(cx: &Cx, name: &str, bytes: Vec<u8>) -> Result<Given> {
    let name = base_name(name);
    let stored = cx.app.files().put(bytes, &name, LIMIT).await.map_err(|error| not_taken(error, &name))?;
    let media_type = stored.kind.media_type().to_owned();
    Ok(Given { file: cx.mint(), name, media_type, size: stored.size, sha256: stored.sha256 })
}

/// A kept file as one of a record.
pub(crate) fn of(given: Given, record: &RecordId, cx: &Cx) -> Attachment {
    let Given { file, name, media_type, size, sha256 } = given;
    Attachment { id: file, record: record.clone(), name, media_type, size, sha256, added: cx.now() }
}

/// The operation of a record that takes files from the caller now.
pub async fn may_add(cx: &Cx, id: &RecordId) -> Result<Operation> {
    let mut view = cx.app.store().read().await?;
    let header = find_own(cx, &mut view, id).await?;
    Ok(view.operation(header.operation).await?.ok_or(Error::NotFound)?.content)
}

/// The header of a record that takes files from the caller now.
async fn find_own(cx: &Cx, conn: &mut Conn, id: &RecordId) -> Result<Header> {
    if is_incident(id) {
        let (found, operation, _) = find_incident(cx, conn, id).await?;
        must_take_changes(cx, &found, &operation, Action::Amend)?;
        return Ok(found.header);
    }
    let (header, seen) = find_header(cx, conn, id).await?;
    cx.must(Action::Revise, seen.reader.relation(&header))?;
    must_be_open(cx, seen.operation(), work_of(header.kind))?;
    if header.state == State::Retracted { Err(Error::Refused("retracted")) } else { Ok(header) }
}

/// What adding a file to a record of that noun is part of: what outlives its operation takes proof as long.
const fn work_of(kind: Kind) -> Work {
    match kind {
        Kind::Recommendation | Kind::Progress => Work::Follow,
        Kind::Plan | Kind::Meeting => Work::Plan,
        _ => Work::Contribute,
    }
}

/// The header of a record that is listed by its card and that the caller may read.
async fn find_header(cx: &Cx, conn: &mut Conn, id: &RecordId) -> Result<(Header, Seen)> {
    let operation = conn.shared_operation(id).await?.ok_or(Error::NotFound)?;
    let operation = conn.operation(operation).await?.ok_or(Error::NotFound)?;
    let seen = find(cx, conn, &operation.content.code).await?;
    let header = conn.shared_header(&seen.reader, id).await?.ok_or(Error::NotFound)?;
    cx.must(Action::Read, seen.reader.relation(&header))?;
    Ok((header, seen))
}

fn is_incident(id: &RecordId) -> bool {
    id.as_str().starts_with("inc_")
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

/// A file's facts and content, for whoever may read its record; one of an answer that is not released, for its participant.
pub async fn get(cx: &Cx, id: AttachmentId) -> Result<(Attachment, Vec<u8>)> {
    let mut view = cx.app.store().read().await?;
    let attachment = find_file(cx, &mut view, id).await?;
    drop(view);
    let content = cx.app.files().read(&attachment.sha256).await?;
    Ok((attachment, content))
}

async fn find_file(cx: &Cx, view: &mut Conn, id: AttachmentId) -> Result<Attachment> {
    let answer = view.answer_file(id).await?;
    let Some(attachment) = view.attachment(id).await? else {
        let answer = answer.ok_or(Error::NotFound)?;
        crate::submission::find_own_file(cx, view, &answer).await?;
        let asked: RecordId = answer.questionnaire.into();
        return Ok(Attachment { added: answer.added, ..of(answer.given, &asked, cx) });
    };
    if is_incident(&attachment.record) {
        find_incident(cx, view, &attachment.record).await?;
    } else {
        let (header, seen) = find_header(cx, view, &attachment.record).await?;
        if answer.is_some() && header.owner != seen.reader.participant {
            crate::submission::find_released_file(view, &seen, &header, id).await?;
        }
    }
    Ok(attachment)
}

/// Letters of a file's name at most.
const NAME: usize = 120;

/// The name without folders, control characters and marks that reverse it, at most 120 characters; one that is longer keeps
/// its ending.
pub(crate) fn base_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |letter: &char| !letter.is_control() && !('\u{202A}'..='\u{2069}').contains(letter);
    let name: Vec<char> = last.chars().filter(plain).collect();
    let ending = name.iter().rposition(|letter| *letter == '.').map_or(&[][..], |at| &name[at..]);
    if name.len() <= NAME || ending.len() > 10 {
        return name.iter().take(NAME).collect();
    }
    name[..NAME - ending.len()].iter().chain(ending).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_and_keeps_its_ending() {
        let long = format!("../{}\u{202E}.pdf", "Указ".repeat(50));
        let cut = base_name(&long);
        assert_eq!((cut.chars().count(), cut.ends_with("Указ.pdf")), (120, true));
        assert_eq!(base_name("C:\\papers\\law.pdf"), "law.pdf");
        assert_eq!(base_name(&".".repeat(300)).len(), 120);
    }
}
