//! A database that can only be read: on a read-only or full disk, in a copy, or in somebody else's folder.
//!
//! Refuses to pass over what stands in the write-ahead log alone: where SQLite may not make its shared index beside the
//! file, the index is made in memory, and the file is taken as unchanging only where there is no log.

use std::path::{Path, PathBuf};

use sqlx::{
    Executor, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteLockingMode},
};

use super::{Pools, Writer, open_sqlite, readers, usual};
use crate::error::{Error, Result};

/// Opens a file as for work, or as it stands where nothing can be written.
pub(super) async fn or_open(path: &Path) -> Result<Pools> {
    match open_sqlite(path, false).await {
        Err(Error::Full) => open(path, Writer::DiskFull).await,
        Err(Error::ReadOnly(name)) => open(path, Writer::ReadOnly(name)).await,
        other => other,
    }
}

async fn open(path: &Path, writer: Writer) -> Result<Pools> {
    tracing::warn!(database = %path.display(), "nothing can be written here; the database is read as it stands");
    let options = usual(path).read_only(true).create_if_missing(false);
    if let Ok(readers) = answering(options.clone()).await {
        // A program that serves it keeps the shared index of the log.
        return Ok(Pools::Sqlite { writer, readers });
    }
    let options = if has_log(path) {
        options.vfs(LOCKLESS).locking_mode(SqliteLockingMode::Exclusive)
    } else {
        options.immutable(true)
    };
    match answering(options).await {
        // What may not even be read is told as what may not be written.
        Err(Error::NotFound(_)) => Err(writer.pool().err().unwrap_or(Error::Full)),
        readers => Ok(Pools::Sqlite { writer, readers: readers? }),
    }
}

/// The file system layer that takes no locks: nobody writes here, and a read-only file cannot be locked for the index in
/// memory.
const LOCKLESS: &str = if cfg!(windows) { "win32-none" } else { "unix-none" };

/// Connections that have been asked once.
async fn answering(options: SqliteConnectOptions) -> Result<SqlitePool> {
    let readers = readers(options);
    match readers.execute("SELECT COUNT(*) FROM sqlite_master").await {
        Ok(_) => Ok(readers),
        Err(error) => {
            readers.close().await;
            Err(error.into())
        }
    }
}

/// Whether something stands in the write-ahead log.
fn has_log(path: &Path) -> bool {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    std::fs::metadata(PathBuf::from(name)).is_ok_and(|log| log.len() > 0)
}
