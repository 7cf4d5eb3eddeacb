//! The node: this installation of Reflex, in one country or centre.
//!
//! Refuses keys for now: its signing key arrives with exchange between nodes.

use serde::{Deserialize, Serialize};

/// This installation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// `TypeID` `nod_…`; the origin of every record it issues.
    pub id: String,
    /// What its administrator calls it.
    pub name: String,
    /// Filled with invented data, and labelled so on every page and document.
    pub demonstration: bool,
}
