//! An audit entry: who did what to which record, when and through which door; chained by hashes.
//!
//! Refuses content: a verb, counts and identifiers, never what was written.

use crate::id::RecordId;
use crate::record::Door;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// An entry before it is chained; the only thing a commit accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditDraft {
    /// When.
    pub at: Moment,
    /// Account: a member or token identifier, or `-` for the node itself.
    pub account: String,
    /// Role code of the account, or `-`.
    pub role: String,
    /// Participant code of the account, or `-`.
    pub participant: String,
    /// Through which door.
    pub door: Door,
    /// The verb, `incident.submit`.
    pub verb: &'static str,
    /// The record, where one is concerned.
    pub record: Option<RecordId>,
    /// Its revision, 0 where none.
    pub revision: u32,
    /// Counts and digests, never content: `rows=500 sha256=…`.
    pub detail: String,
}

/// An entry as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// Its place in the chain, from 1 without gaps.
    pub sequence: i64,
    /// When.
    pub at: Moment,
    /// Account, or `-`.
    pub account: String,
    /// Role, or `-`.
    pub role: String,
    /// Participant, or `-`.
    pub participant: String,
    /// The node that wrote it.
    pub node: String,
    /// Door code.
    pub door: String,
    /// The verb.
    pub verb: String,
    /// The record, or empty.
    pub record: String,
    /// Its revision, 0 where none.
    pub revision: u32,
    /// Counts and digests.
    pub detail: String,
    /// Hash of the entry before it, hexadecimal; 64 zeros for the first.
    pub previous: String,
    /// Hash of this entry with `previous`, hexadecimal SHA-256.
    pub hash: String,
}

/// What is wrong with the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum ChainFault {
    /// The entry's content does not give its hash.
    Changed {
        /// Its place.
        sequence: i64,
    },
    /// No entry stands at that place.
    Missing {
        /// The place.
        sequence: i64,
    },
    /// The entry does not follow the one before it.
    Reordered {
        /// Its place.
        sequence: i64,
    },
    /// What was kept with the entry is not what stands there now.
    Content {
        /// The place of the entry; 0 for a revision that no entry kept.
        sequence: i64,
        /// The record, where one can be named.
        record: String,
    },
}

/// The outcome of following the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChainReport {
    /// Entries followed.
    pub entries: i64,
    /// Hash of the last entry followed.
    pub head: String,
    /// Revisions whose content was compared.
    pub revisions: i64,
    /// The first fault, if any.
    pub fault: Option<ChainFault>,
}
