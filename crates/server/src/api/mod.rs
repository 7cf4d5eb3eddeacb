//! The REST API, version 1: the same verbs as the pages, for an agency's software.
//!
//! Refuses cookies: only keys come in. Bodies are the model's drafts, answers its values; a failure is a problem document
//! (RFC 9457) with every problem of every field at once.

pub mod attachment;
pub mod body;
pub mod bounds;
pub mod catalogue;
pub mod control_entry;
pub mod detection;
pub mod determination;
pub mod finding;
pub mod import;
pub mod incident;
pub mod json;
pub mod key;
pub mod legal_act;
pub mod openapi;
pub mod operation;
pub mod problem;
pub mod reader;
pub mod recommendation;
pub mod record;
pub mod report;
pub mod revision;
pub mod shared;
pub mod stage;
pub mod total;
