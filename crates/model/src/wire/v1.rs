//! Version 1 of the wire form: an envelope with the header's words and the content of one noun.
//!
//! Canonical: keys in the order below, no white space, numbers as integers, absent values left out. The content hash is
//! SHA-256 over these bytes. Refuses unknown versions.

use crate::answer::Answer;
use crate::card::Card;
use crate::control_entry::ControlEntry;
use crate::determination::Determination;
use crate::id::RecordId;
use crate::incident::Incident;
use crate::information_request::InformationRequest;
use crate::legal_act::LegalAct;
use crate::meeting::Meeting;
use crate::message::Message;
use crate::operation::Operation;
use crate::progress::Progress;
use crate::questionnaire::Questionnaire;
use crate::recommendation::Recommendation;
use crate::record::{Header, Kind, Record, Shared as _};
use crate::submission::Submission;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The version in every envelope.
pub const VERSION: u32 = 1;

/// A noun that an envelope carries.
pub trait Carried: Sized + Clone {
    /// Into the envelope.
    fn carry(self) -> Content;
    /// Out of the envelope; `None` where it carries another noun.
    fn unpack(content: Content) -> Option<Self>;
}

/// Declares [`Content`]: one variant a noun, each carried as it is; and the card of those that have one.
macro_rules! contents {
    ({ $($own:ident,)* } { $($shared:ident: $type:ty,)* }) => {
        /// What a record says, by noun.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "kind", content = "content", rename_all = "kebab-case")]
        pub enum Content {
            $(#[doc = "Kept and listed in tables of its own."] $own(Box<$own>),)*
            $(#[doc = "Listed by its card."] $shared(Box<$type>),)*
        }

        $(impl Carried for $own {
            fn carry(self) -> Content { Content::$own(Box::new(self)) }
            fn unpack(content: Content) -> Option<Self> {
                if let Content::$own(own) = content { Some(*own) } else { None }
            }
        })*
        $(impl Carried for $type {
            fn carry(self) -> Content { Content::$shared(Box::new(self)) }
            fn unpack(content: Content) -> Option<Self> {
                if let Content::$shared(own) = content { Some(*own) } else { None }
            }
        })*

        impl Content {
            /// Which noun it is.
            pub const fn kind(&self) -> Kind {
                match self {
                    $(Content::$own(_) => Kind::$own,)*
                    $(Content::$shared(_) => Kind::$shared,)*
                }
            }

            /// The card of a noun that is listed by it.
            pub fn card(&self) -> Option<Card> {
                match self {
                    $(Content::$own(_) => None,)*
                    $(Content::$shared(own) => Some(own.card()),)*
                }
            }
        }
    };
}

contents! {
    { Operation, Incident, }
    {
        Plan: crate::plan::Plan,
        Comment: crate::comment::Comment,
        Resolution: crate::resolution::Resolution,
        Acceptance: crate::acceptance::Acceptance,
        Annex: crate::annex::Annex,
        Detection: crate::detection::Detection,
        Meeting: Meeting,
        Recommendation: Recommendation,
        Progress: Progress,
        LegalAct: LegalAct,
        ControlEntry: ControlEntry,
        Determination: Determination,
        Message: Message,
        InformationRequest: InformationRequest,
        Answer: Answer,
        Questionnaire: Questionnaire,
        Submission: Submission,
        View: crate::view::View,
        Finding: crate::finding::Finding,
        Brief: crate::brief::Brief,
        Reply: crate::reply::Reply,
    }
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
    /// The envelope of a record.
    pub fn of<T: Carried>(record: &Record<T>) -> Self {
        let header = Header { sequence: 0, ..record.header.clone() };
        Self { version: VERSION, header, content: record.content.clone().carry() }
    }

    /// The record it carries; `None` where it is of another noun.
    pub fn open<T: Carried>(self) -> Option<Record<T>> {
        let header = self.header;
        T::unpack(self.content).map(|content| Record { header, content })
    }

    /// Which noun it carries.
    pub const fn kind(&self) -> Kind {
        self.content.kind()
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
