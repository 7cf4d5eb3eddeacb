//! Why a verb did not do what was asked: four kinds, told apart by what the caller can do about it.
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
        match error {
            store::Error::Conflict { current, .. } => {
                Self::Stale { current: u32::try_from(current).unwrap_or(u32::MAX) }
            }
            other => Self::Broken(Box::new(other)),
        }
    }
}
