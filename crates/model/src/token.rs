//! A token: a key with which an agency's software uses the REST API, with scopes and an end.
//!
//! Refuses to keep the secret: only its SHA-256 stays, the secret is shown once.

use crate::agency::AgencyId;
use crate::id::{Id, Noun};
use crate::member::MemberId;
use crate::time::Moment;

/// Names one token.
pub type TokenId = Id<Token>;

impl Noun for Token {
    const PREFIX: &'static str = "tok";
}

crate::codes! {
    /// What a token may be used for.
    pub enum TokenScope {
        /// Read what its member may read.
        Read = "read",
        /// Submit, amend and retract incidents.
        Incidents = "incidents",
        /// Make, change and retract acts, entries, determinations, detections, findings and recommendations.
        Records = "records",
        /// Create and change operations.
        Operations = "operations",
    }
}

/// One key; it acts as the member that made it, within its scopes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Names it.
    pub id: TokenId,
    /// What it is called by those who manage it.
    pub name: String,
    /// The member it acts as.
    pub member: MemberId,
    /// The member's agency.
    pub agency: AgencyId,
    /// What it may be used for.
    pub scopes: Vec<TokenScope>,
    /// When it was made.
    pub created: Moment,
    /// When it ends.
    pub expires: Moment,
    /// When it was last used.
    pub used: Option<Moment>,
    /// When it was revoked, if it was.
    pub revoked: Option<Moment>,
}
