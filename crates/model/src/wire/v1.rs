//! Version 1 of the wire form: an envelope with the header's words and the content of one noun.
//!
//! Canonical: keys in the order below, no white space, numbers as integers, absent values left out. The content hash is
//! SHA-256 over these bytes. Refuses unknown versions.

use crate::id::RecordId;
use crate::incident::Incident;
use crate::operation::Operation;
use crate::record::{Header, Kind, Record};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The version in every envelope.
pub const VERSION: u32 = 1;

/// What a record says, by noun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "content", rename_all = "kebab-case")]
pub enum Content {
    /// An operation.
    Operation(Box<Operation>),
    /// An incident.
    Incident(Box<Incident>),
}

/// One revision of one record, ready to be signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// [`VERSION`].
    pub version: u32,
    /// The header. Its sequence is left at 0: the order of a node's records is said beside the envelope.
    pub header: Header,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
}

/// Why a text is not an envelope of this version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAnEnvelope {
    /// It is of another version.
    Version(u32),
    /// It cannot be read; the reader's own words.
    Unreadable(String),
}

impl Envelope {
    /// The envelope of an incident.
    pub fn incident(record: &Record<Incident>) -> Self {
        Self::of(&record.header, Content::Incident(Box::new(record.content.clone())))
    }

    /// The envelope of an operation.
    pub fn operation(record: &Record<Operation>) -> Self {
        Self::of(&record.header, Content::Operation(Box::new(record.content.clone())))
    }

    fn of(header: &Header, content: Content) -> Self {
        let header = Header { sequence: 0, ..header.clone() };
        Self { version: VERSION, header, content }
    }

    /// Which noun it carries.
    pub const fn kind(&self) -> Kind {
        match self.content {
            Content::Operation(_) => Kind::Operation,
            Content::Incident(_) => Kind::Incident,
        }
    }

    /// Which record it is.
    pub const fn record(&self) -> &RecordId {
        &self.header.id
    }

    /// The canonical text.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a canonical text.
    pub fn read(text: &str) -> Result<Self, NotAnEnvelope> {
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let unreadable = |error: serde_json::Error| NotAnEnvelope::Unreadable(error.to_string());
        let Version { version } = serde_json::from_str(text).map_err(unreadable)?;
        if version != VERSION {
            return Err(NotAnEnvelope::Version(version));
        }
        serde_json::from_str(text).map_err(unreadable)
    }
}

/// SHA-256 of a canonical text, lower-case hexadecimal.
pub fn hash(text: &str) -> String {
    super::hexadecimal(&Sha256::digest(text.as_bytes()))
}
