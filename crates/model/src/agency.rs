//! An agency: one service of a participant, through which its members speak, with its contact point.
//!
//! Refuses names of persons: a contact point is an office with a duty line.

use crate::id::{Id, Noun};
use crate::names::Names;
use crate::participant::ParticipantCode;
use serde::{Deserialize, Serialize};

/// Names one agency.
pub type AgencyId = Id<Agency>;

impl Noun for Agency {
    const PREFIX: &'static str = "agc";
}

crate::codes! {
    /// What kind of service it is.
    pub enum AgencyKind {
        /// Drug-law enforcement or police.
        DrugPolice = "drug-police",
        /// Customs.
        Customs = "customs",
        /// Border guard.
        Border = "border",
        /// Forensic laboratory.
        ForensicLaboratory = "forensic-laboratory",
        /// Health authority.
        Health = "health",
        /// Coordinating centre.
        Centre = "centre",
        /// Another service.
        Other = "other",
    }
}

/// A duty office that answers for the agency.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactPoint {
    /// Name of the office.
    pub office: String,
    /// Address of electronic mail of the office.
    pub email: String,
    /// Telephone of the office, with country code.
    pub phone: String,
}

/// One service of a participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// Names it.
    pub id: AgencyId,
    /// Whose service it is.
    pub participant: ParticipantCode,
    /// What kind.
    pub kind: AgencyKind,
    /// Its names.
    pub names: Names,
    /// Who answers for it.
    pub contact: ContactPoint,
}
