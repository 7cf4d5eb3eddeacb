//! An import: one file read through a mapping, a verdict per row, nothing twice.
//!
//! Refuses to guess: a row is accepted, kept with a question that a person answers, or refused with its problems.

use crate::id::{Id, Noun};
use crate::incident::IncidentDraft;
use crate::operation::OperationId;
use crate::problem::Problem;
use crate::time::{Day, Moment};
use serde::{Deserialize, Serialize};

/// Names one import.
pub type ImportId = Id<Import>;

impl Noun for Import {
    const PREFIX: &'static str = "imp";
}

crate::codes! {
    /// What became of a row.
    pub enum RowVerdict {
        /// Kept as it stands.
        Accepted = "accepted",
        /// Kept, with a question open.
        Held = "held",
        /// Not kept.
        Refused = "refused",
        /// The same row had come before.
        Known = "known",
    }
}

/// One row on its way in.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportRow {
    /// Row number as a spreadsheet shows it, the header being 1.
    pub number: u64,
    /// What makes it the same row of the same owner when the file comes again.
    pub key: String,
    /// The key of the first row of the file that is exactly like it, where one came before.
    pub repeats: Option<String>,
    /// The draft the mapping made of it.
    pub draft: IncidentDraft,
    /// Questions the mapping could not answer (the row is kept).
    pub questions: Vec<Problem>,
    /// Problems that keep it out.
    pub problems: Vec<Problem>,
}

/// The participants' countries and the days a file spans: what an archive operation is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
    /// ISO 3166-1 codes of the reporting countries.
    pub countries: Vec<String>,
}

/// One question or refusal, as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowNote {
    /// Row number.
    pub row: u64,
    /// What became of it.
    pub verdict: RowVerdict,
    /// Why.
    pub problems: Vec<Problem>,
}

/// One file read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// Names it.
    pub id: ImportId,
    /// Into which operation.
    pub operation: OperationId,
    /// The file's name, without folders.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// The mapping's name.
    pub mapping: String,
    /// When it ended.
    pub at: Moment,
    /// Rows read.
    pub rows: u64,
    /// Rows accepted.
    pub accepted: u64,
    /// Rows kept with a question.
    pub held: u64,
    /// Rows refused.
    pub refused: u64,
    /// Rows that had come before.
    pub known: u64,
    /// Rows per question or problem code.
    pub reasons: std::collections::BTreeMap<String, u64>,
}
