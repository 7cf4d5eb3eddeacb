//! An attachment: a photo or file of a record, named by the hash of its content.
//!
//! Refuses what it cannot tell: a file whose content is not one of the kinds below, or does not match its name.

use crate::id::{Id, Noun, RecordId};
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// Names one attachment.
pub type AttachmentId = Id<Attachment>;

impl Noun for Attachment {
    const PREFIX: &'static str = "att";
}

/// The most bytes one file may have.
pub const LIMIT: u64 = 20 * 1024 * 1024;

/// One file of one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Names it.
    pub id: AttachmentId,
    /// The record it belongs to.
    pub record: RecordId,
    /// The file's name as given, without folders.
    pub name: String,
    /// Media type, found from the content.
    pub media_type: String,
    /// Bytes, after metadata was stripped.
    pub size: u64,
    /// SHA-256 of the content, lower-case hexadecimal.
    pub sha256: String,
    /// When it was added.
    pub added: Moment,
}
