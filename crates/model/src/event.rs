//! An event: that a record changed, in the order of this node's sequence; for those who watch and for exchange.
//!
//! Refuses content: whoever hears it asks for the record and gets what they may see.

use crate::id::RecordId;
use crate::operation::OperationId;
use crate::record::Kind;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

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
