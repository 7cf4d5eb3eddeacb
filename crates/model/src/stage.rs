//! The stages of an operation: planned and actual dates, and what is open to whom in each.
//!
//! Refuses to open by itself: a stage opens and closes when the coordinator says so.

use crate::time::{Day, Moment};
use serde::{Deserialize, Serialize};

crate::codes! {
    /// The six stages, in their order.
    pub enum StageKind {
        /// Plan, comments, acceptance.
        Planning = "planning",
        /// New laws, regulations, substances since the last edition.
        Background = "background",
        /// Analysis and exchange of what is pertinent.
        Analysis = "analysis",
        /// All participants work simultaneously.
        Active = "active",
        /// Results, debrief, support.
        Reporting = "reporting",
        /// Nothing changes any more.
        Closed = "closed",
    }
}

/// One stage of one operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Which.
    pub kind: StageKind,
    /// First planned day.
    pub from: Day,
    /// Last planned day.
    pub to: Day,
    /// When it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Moment>,
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Moment>,
    /// Why it was reopened, if it was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reopened: String,
}

impl Stage {
    /// Whether it is open now.
    pub const fn is_open(&self) -> bool {
        self.opened.is_some() && self.closed.is_none()
    }
}

crate::codes! {
    /// What a stage lets members do; reading is always open to those who may read.
    pub enum Work {
        /// Change the plan: participants, dates, scope.
        Plan = "plan",
        /// Submit an incident of the active stage's days.
        Report = "report",
        /// Submit an incident after the active stage, marked late.
        ReportLate = "report-late",
        /// Amend, confirm or retract what was submitted.
        Amend = "amend",
        /// Comment, accept, answer, bring in laws and substances, exchange what is pertinent.
        Contribute = "contribute",
        /// Say what became of a recommendation: it outlives its operation.
        Follow = "follow",
    }
}

/// Whether `work` is open while `kind` is the operation's stage. One table for code, page and docs.
pub const fn is_open_for(kind: StageKind, work: Work) -> bool {
    match (kind, work) {
        (_, Work::Follow) => true,
        (StageKind::Closed, _) => false,
        (_, Work::Plan | Work::Amend | Work::Contribute)
        | (StageKind::Active, Work::Report)
        | (StageKind::Active | StageKind::Reporting, Work::ReportLate) => true,
        (_, Work::Report | Work::ReportLate) => false,
    }
}
