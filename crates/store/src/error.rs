//! What can go wrong while keeping, told apart by the way out rather than by the library that noticed it.
//!
//! Refuses to hold a sentence for a person: `server` and `render` turn a variant into words.

use std::path::Path;

/// The result of everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was not kept or not found. Each variant has its own way out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The folder or the database is not there: create it, or correct the address.
    #[error("not found: {0}")]
    NotFound(String),
    /// The database is there and holds nothing: restore a backup, or let `init` make a node in it.
    #[error("empty: {0}")]
    Empty(String),
    /// Somebody else holds the database longer than we wait: try again.
    #[error("the database is busy")]
    Busy,
    /// No space is left on the disk: free some, nothing half-written is kept.
    #[error("no space left for the data")]
    Full,
    /// The folder, file or server does not let us write: change its rights.
    #[error("not writable: {0}")]
    ReadOnly(String),
    /// A newer version of the product wrote this database: use that version.
    #[error("the database is of version {found}, this program knows {known}")]
    NewerVersion {
        /// The version found in the database.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// This database can never serve: see the reason for what to set up instead.
    #[error("unsupported database: {0}")]
    Unsupported(Unsupported),
    /// The record moved on since the revision the change was made from: show both, ask the writer.
    #[error("revision {current} is newer than {base}, from which the change was made")]
    Conflict {
        /// The revision the writer saw.
        base: i64,
        /// The revision that is current now.
        current: i64,
    },
    /// A name, code or key that must be unique is already in use.
    #[error("already taken: {0}")]
    Taken(String),
    /// What is stored contradicts itself: restore a backup, keep the file for examination.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The server did not answer: check its address and that it runs.
    #[error("the database server does not answer: {0}")]
    Unreachable(String),
    /// The server answered and did not let us in: check user, password and rights.
    #[error("the database server refused: {0}")]
    Refused(String),
    /// A file failed to be read or written beside the database.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// Anything else the library reported.
    #[error(transparent)]
    Other(sqlx::Error),
}

/// Why a database can never serve.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsupported {
    /// The character type of the database does not know Cyrillic: create it with a UTF-8 locale.
    #[error("lc_ctype {0} cannot fold Cyrillic and Persian text")]
    Locale(String),
    /// The database does not keep text as UTF-8.
    #[error("encoding {0} instead of UTF8")]
    Encoding(String),
    /// The server is older than 13.
    #[error("server version {0}, at least 13 is needed")]
    OldServer(String),
    /// The file holds tables of some other program.
    #[error("the database belongs to another program")]
    Foreign,
    /// The server lacks the extension `pg_trgm` or the right to create it.
    #[error("extension pg_trgm is missing")]
    Extension,
    /// The address is not one we understand.
    #[error("address not understood")]
    Address,
}

impl Error {
    /// Whether repeating the whole transaction may succeed.
    pub const fn is_passing(&self) -> bool {
        matches!(self, Error::Busy)
    }

    /// For a stored value that its noun does not accept: the row is damaged, not the request.
    pub fn damaged(what: impl std::fmt::Display) -> Error {
        Error::Damaged(what.to_string())
    }

    /// Tells a file's fate apart: missing, not writable, disk full.
    pub(crate) fn of_path(path: impl AsRef<Path>, error: std::io::Error) -> Error {
        use std::io::ErrorKind as Kind;
        let name = path.as_ref().display().to_string();
        match error.kind() {
            Kind::NotFound | Kind::NotADirectory => Error::NotFound(name),
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Error::ReadOnly(name),
            Kind::StorageFull | Kind::QuotaExceeded => Error::Full,
            _ => Error::File(error),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Error {
        match &error {
            sqlx::Error::Database(inner) => {
                let code = inner.code().unwrap_or_default().into_owned();
                let known = if inner.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() {
                    of_sqlite(&code, inner.message())
                } else {
                    of_postgres(&code, inner.message(), inner.constraint())
                };
                known.unwrap_or(Error::Other(error))
            }
            sqlx::Error::PoolTimedOut => Error::Busy,
            sqlx::Error::Io(inner) => Error::Unreachable(inner.to_string()),
            sqlx::Error::Configuration(_) => Error::Unsupported(Unsupported::Address),
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => Error::Damaged(error.to_string()),
            _ => Error::Other(error),
        }
    }
}

/// SQLite's result codes: the low byte is the kind, the rest its detail (<https://www.sqlite.org/rescode.html>).
fn of_sqlite(code: &str, message: &str) -> Option<Error> {
    let code: i64 = code.parse().ok()?;
    // IOERR_WRITE, IOERR_FSYNC, IOERR_DIR_FSYNC, IOERR_SHMSIZE
    let full_while_writing = matches!(code, 778 | 1034 | 1290 | 4874);
    Some(match code & 0xff {
        5 | 6 => Error::Busy,
        13 => Error::Full,
        10 if full_while_writing => Error::Full,
        8 => Error::ReadOnly(message.to_owned()),
        14 => Error::NotFound(message.to_owned()),
        11 | 26 => Error::Damaged(message.to_owned()),
        19 if matches!(code, 1555 | 2067) => Error::Taken(message.to_owned()),
        _ => return None,
    })
}

/// PostgreSQL's SQLSTATE (appendix A of its manual).
fn of_postgres(code: &str, message: &str, constraint: Option<&str>) -> Option<Error> {
    Some(match code {
        "40001" | "40P01" | "55P03" | "53300" | "57P03" => Error::Busy,
        "53100" => Error::Full,
        "25006" => Error::ReadOnly(message.to_owned()),
        "23505" => Error::Taken(constraint.unwrap_or(message).to_owned()),
        "3D000" => Error::NotFound(message.to_owned()),
        "28000" | "28P01" | "42501" => Error::Refused(message.to_owned()),
        "XX001" | "XX002" => Error::Damaged(message.to_owned()),
        _ => return None,
    })
}
