//! Puts bytes where a person said: into a file, through a link, down a pipe or to a device.
//!
//! Refuses half a file: what stands there stays as it was until all of the new is on the disk beside it. What is no file
//! cannot be exchanged, and is written through.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes all of it; a file that is there keeps its rights, its owner, and the links that lead to it.
pub fn keep(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(about) if !about.is_file() => write_through(path, bytes),
        Ok(_) => exchange(&fs::canonicalize(path)?, bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => exchange(&led_to(path), bytes),
        Err(error) => Err(error),
    }
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.write_all(bytes)?;
    file.flush()
}

/// Where a link leads whose end is not there yet; any other path itself.
fn led_to(path: &Path) -> PathBuf {
    let end = fs::read_link(path).map(|end| path.parent().unwrap_or(Path::new("")).join(end));
    end.unwrap_or_else(|_| path.to_owned())
}

/// Writes beside the file, then puts it in its place.
fn exchange(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().ok_or(ErrorKind::IsADirectory)?.to_string_lossy();
    let part = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = write_part(&part, path, bytes).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

fn write_part(part: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(part)?;
    if let Ok(about) = fs::metadata(path) {
        // What may not be written stays, though its folder would let us exchange it.
        OpenOptions::new().write(true).open(path)?;
        own_alike(&file, &about);
        file.set_permissions(about.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

/// Gives the new file the owner of the old one, where we may.
#[cfg(unix)]
fn own_alike(file: &File, about: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(file, Some(about.uid()), Some(about.gid()));
}

#[cfg(not(unix))]
fn own_alike(_: &File, _: &fs::Metadata) {}
