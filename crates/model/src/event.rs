//! An event: that a record changed, in the order of this node's sequence; for those who watch and for exchange.
//!
//! Refuses content: whoever hears it asks for the record and gets what they may see.

use crate::id::RecordId;
use crate::operation::OperationId;
use crate::record::Kind;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// How far an operation has come for one reader: it stays the same while nothing changes that the reader may see, and never
/// comes back once something has. What is kept for a reader is kept under it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The sequence of the last event the reader may see.
    pub sequence: i64,
    /// Lines the reader may see: fewer once a record was taken from its eyes, of which no event tells.
    pub lines: i64,
    /// Of them those that count: another of the same seizure may count instead without an event of its own.
    pub counting: i64,
}

/// One change of one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The node's sequence.
    pub sequence: i64,
    /// The operation it belongs to.
    pub operation: OperationId,
    /// Which noun changed.
    pub kind: Kind,
    /// Which record.
    pub record: RecordId,
    /// Its revision now.
    pub revision: u32,
    /// When.
    pub at: Moment,
}
