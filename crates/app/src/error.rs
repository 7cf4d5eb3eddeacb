//! Why a verb did not do what was asked: a few kinds, told apart by what the caller can do about it.
//!
//! Refuses details to outsiders: what may not be known is [`Error::NotFound`], whatever the reason.

use model::problem::{Problem, Problems};

/// The result of every verb.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why not.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or the caller may not know that it does.
    #[error("not found")]
    NotFound,
    /// The caller may know it and may not do this; the code says why (`refused-<code>`).
    #[error("refused: {0}")]
    Refused(&'static str),
    /// What was typed has problems: all of them.
    #[error("{} problems", .0.0.len())]
    Invalid(Problems),
    /// The change was made from an old revision; nothing was overwritten.
    #[error("revision {current} is newer")]
    Stale {
        /// The revision that is current.
        current: u32,
    },
    /// The storage did not take it, as things are: full, not writable, busy, out of reach, or somebody else was first.
    /// Nothing was kept, and each has its way out.
    #[error(transparent)]
    Unkept(store::Error),
    /// The node failed; the source is for its log, not for the caller.
    #[error(transparent)]
    Broken(Box<dyn std::error::Error + Send + Sync>),
}

impl From<Problems> for Error {
    fn from(problems: Problems) -> Self {
        Self::Invalid(problems)
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Invalid(problem.into())
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        use store::Error::{Busy, Full, ReadOnly, Taken, Unreachable};
        match error {
            store::Error::Conflict { current, .. } => {
                Self::Stale { current: u32::try_from(current).unwrap_or(u32::MAX) }
            }
            unkept @ (Full | ReadOnly(_) | Busy | Unreachable(_) | Taken(_)) => Self::Unkept(unkept),
            other => Self::Broken(Box::new(other)),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::Unkept(store::Error::Full),
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => {
                Self::Unkept(store::Error::ReadOnly(error.to_string()))
            }
            _ => Self::Broken(Box::new(error)),
        }
    }
}

impl Error {
    /// Whether a name, code or key was taken by somebody else at the same moment.
    pub const fn is_taken(&self) -> bool {
        matches!(self, Self::Unkept(store::Error::Taken(_)))
    }
}
