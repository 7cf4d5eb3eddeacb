//! Attachments on disk, named by the hash of their content, beside the database.
//!
//! Refuses a file it cannot tell (see [`kind`]), one that is cut off, and one whose name promises another content; takes
//! what a camera or an office adds about people and places out of pictures before anything is kept (see [`strip`]).
//! A file is written beside, synced and renamed, so that a name never leads to half a file.

pub mod kind;
pub mod strip;

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};
use tokio::io::{AsyncRead, AsyncReadExt};

use crate::error::Error;

pub use kind::FileKind;

/// The folder of attachments. Cloning shares it.
#[derive(Debug, Clone)]
pub struct Files {
    folder: PathBuf,
}

/// A file as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 of what is kept, lower-case hexadecimal; also its name.
    pub sha256: String,
    /// Bytes kept, after metadata was taken out.
    pub size: u64,
    /// What it is.
    pub kind: FileKind,
}

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// It has no content.
    #[error("the file is empty")]
    Empty,
    /// It has more bytes than allowed.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The most bytes allowed.
        limit: u64,
    },
    /// It is none of the kinds that are taken.
    #[error("the file is of no known kind")]
    Unknown,
    /// It is a kind that is taken, and its name says another.
    #[error("the file is {found:?}, its name says otherwise")]
    Misnamed {
        /// What it is.
        found: FileKind,
    },
    /// Its end is missing, or its inside contradicts itself.
    #[error("the file is cut off or damaged")]
    CutOff,
    /// It could not be kept.
    #[error(transparent)]
    Broken(#[from] Error),
}

impl Files {
    /// Opens the folder, making it where it is missing.
    pub async fn open(folder: impl Into<PathBuf>) -> Result<Files, Error> {
        let folder = folder.into();
        let incoming = folder.join("incoming");
        tokio::fs::create_dir_all(&incoming).await.map_err(|error| Error::of_path(incoming, error))?;
        Ok(Files { folder })
    }

    /// The folder as it is, to read from; nothing is made.
    pub fn at(folder: impl Into<PathBuf>) -> Files {
        Files { folder: folder.into() }
    }

    /// Reads a stream of at most `limit` bytes and keeps it; `name` is the name it was sent under.
    pub async fn put_stream(&self, from: impl AsyncRead + Unpin, name: &str, limit: u64) -> Result<Stored, NotTaken> {
        let mut bytes = Vec::new();
        from.take(limit.saturating_add(1)).read_to_end(&mut bytes).await.map_err(|_| NotTaken::CutOff)?;
        self.put(bytes, name, limit).await
    }

    /// Checks, strips and keeps a file; the same content twice is kept once.
    pub async fn put(&self, bytes: Vec<u8>, name: &str, limit: u64) -> Result<Stored, NotTaken> {
        let (folder, name) = (self.folder.clone(), name.to_owned());
        let work = move || put(&folder, bytes, &name, limit);
        tokio::task::spawn_blocking(work).await.map_err(|error| NotTaken::Broken(Error::damaged(error)))?
    }

    /// Opens a kept file for reading; `NotFound` where nothing of that name is kept.
    pub async fn open_file(&self, sha256: &str) -> Result<tokio::fs::File, Error> {
        let path = self.path(sha256)?;
        tokio::fs::File::open(&path).await.map_err(|error| Error::of_path(path, error))
    }

    /// Reads a kept file whole and checks it against its name.
    pub async fn read(&self, sha256: &str) -> Result<Vec<u8>, Error> {
        let path = self.path(sha256)?;
        let bytes = tokio::fs::read(&path).await.map_err(|error| Error::of_path(path.clone(), error))?;
        if crate::hex(&Sha256::digest(&bytes)) == sha256 {
            Ok(bytes)
        } else {
            Err(Error::damaged(format!("attachment {sha256} changed on disk")))
        }
    }

    /// A hash is 64 hexadecimal digits; anything else could leave the folder.
    fn path(&self, sha256: &str) -> Result<PathBuf, Error> {
        let fits =
            sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'));
        if fits { Ok(place(&self.folder, sha256)) } else { Err(Error::NotFound(sha256.to_owned())) }
    }
}

fn place(folder: &Path, sha256: &str) -> PathBuf {
    folder.join(&sha256[..2]).join(sha256)
}

fn put(folder: &Path, bytes: Vec<u8>, name: &str, limit: u64) -> Result<Stored, NotTaken> {
    if bytes.is_empty() {
        return Err(NotTaken::Empty);
    }
    if bytes.len() as u64 > limit {
        return Err(NotTaken::TooLarge { limit });
    }
    let kind = FileKind::of(&bytes).ok_or(NotTaken::Unknown)?;
    if !kind.fits_name(name) {
        return Err(NotTaken::Misnamed { found: kind });
    }
    let bytes = strip::strip(kind, bytes).ok_or(NotTaken::CutOff)?;
    let sha256 = crate::hex(&Sha256::digest(&bytes));
    let to = place(folder, &sha256);
    if !to.exists() {
        write(folder, &to, &bytes).map_err(|error| Error::of_path(to, error))?;
    }
    Ok(Stored { sha256, size: bytes.len() as u64, kind })
}

/// Writes beside, syncs, renames, syncs the folder: after a power loss the name leads to all of it or to nothing.
fn write(folder: &Path, to: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let parent = to.parent().unwrap_or(folder);
    std::fs::create_dir_all(parent)?;
    let name = to.file_name().unwrap_or_default();
    let draft = folder.join("incoming").join(name);
    let written = (|| {
        let mut file = std::fs::File::create(&draft)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&draft, to)?;
        std::fs::File::open(parent)?.sync_all()
    })();
    if written.is_err() {
        let _ = std::fs::remove_file(&draft);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn files() -> (tempfile::TempDir, Files) {
        let dir = tempfile::tempdir().unwrap();
        let files = Files::open(dir.path().join("files")).await.unwrap();
        (dir, files)
    }

    #[tokio::test]
    async fn the_same_content_is_kept_once_and_reads_back() {
        let (dir, files) = files().await;
        let one = files.put(b"place;amount\nOsh;5\n".to_vec(), "a.csv", 100).await.unwrap();
        let two = files.put(b"place;amount\nOsh;5\n".to_vec(), "b.csv", 100).await.unwrap();
        assert_eq!(one, two);
        assert_eq!(files.read(&one.sha256).await.unwrap(), b"place;amount\nOsh;5\n");
        assert_eq!(std::fs::read_dir(dir.path().join("files/incoming")).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn a_file_over_the_limit_is_refused_while_it_streams() {
        let (_dir, files) = files().await;
        let endless = tokio::io::repeat(b'a');
        assert!(matches!(files.put_stream(endless, "a.txt", 1000).await, Err(NotTaken::TooLarge { limit: 1000 })));
        assert!(matches!(files.put(Vec::new(), "a.txt", 1000).await, Err(NotTaken::Empty)));
    }

    #[tokio::test]
    async fn a_program_and_a_misnamed_picture_are_refused() {
        let (_dir, files) = files().await;
        let elf = b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec();
        assert!(matches!(files.put(elf, "photo.jpg", 1000).await, Err(NotTaken::Unknown)));
        let html = b"<!DOCTYPE html><script>alert(1)</script>".to_vec();
        assert!(matches!(files.put(html, "note.txt", 1000).await, Err(NotTaken::Unknown)));
        let text = b"plain words".to_vec();
        assert!(matches!(files.put(text, "photo.jpg", 1000).await, Err(NotTaken::Misnamed { found: FileKind::Text })));
    }

    #[tokio::test]
    async fn a_name_that_is_no_hash_leads_nowhere() {
        let (_dir, files) = files().await;
        assert!(matches!(files.open_file("../../etc/passwd").await, Err(Error::NotFound(_))));
        assert!(matches!(files.open_file(&"0".repeat(64)).await, Err(Error::NotFound(_))));
    }

    #[tokio::test]
    async fn a_changed_file_is_reported_as_damaged() {
        let (dir, files) = files().await;
        let kept = files.put(b"words".to_vec(), "a.txt", 100).await.unwrap();
        std::fs::write(place(&dir.path().join("files"), &kept.sha256), b"other").unwrap();
        assert!(matches!(files.read(&kept.sha256).await, Err(Error::Damaged(_))));
    }
}
