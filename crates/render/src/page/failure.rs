//! What a reader gets instead of a page: what happened, why, and the way out.
//!
//! Refuses the inside of the house: a failure of the node gives a number that joins the page to the line in its log.

use super::Sample;
use crate::frame::Frame;
use crate::words::Speech;
use askama::Template;

/// An error page. The frame's title is `failure-<code>`.
#[derive(Debug, Template)]
#[template(path = "failure/show.html")]
pub struct FailurePage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The status of the answer.
    pub status: u16,
    /// What to do: `failure-<code>-hint`.
    pub hint: String,
    /// Why not, `refused-<reason>`; empty where there is nothing to tell.
    pub reason: String,
    /// The number in the node's log; empty for a failure of the reader's making.
    pub incident: String,
}

impl FailurePage<'_> {
    fn numbered(&self) -> String {
        self.frame.t.say_one("failure-number", "number", self.incident.as_str())
    }
}

/// All codes that the door gives; each has its title and hint.
pub const CODES: &[(&str, u16)] = &[
    ("broken-text", 400),
    ("truncated", 400),
    ("no-key", 401),
    ("other-site", 403),
    ("refused", 403),
    ("scope", 403),
    ("not-found", 404),
    ("wrong-method", 405),
    ("stale", 409),
    ("storage-taken", 409),
    ("too-large", 413),
    ("wrong-media", 415),
    ("invalid", 422),
    ("no-revision", 428),
    ("too-busy", 429),
    ("broken", 500),
    ("too-slow", 503),
    ("storage-busy", 503),
    ("storage-unreachable", 503),
    ("storage-read-only", 503),
    ("storage-full", 507),
];

/// Every reason for which a verb refuses; each has its sentence `refused-<reason>`.
pub const REASONS: &[&str] = &[
    "role",
    "stage",
    "operation-closed",
    "second-person",
    "closing-not-asked",
    "stage-is-open",
    "stage-is-closed",
    "stage-not-planned",
    "own-account",
    "already-confirmed",
    "retracted",
    "archive-by-node",
    "node-only",
    "demo-not-empty",
];

/// Error pages as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let page = |(code, status): &(&str, u16)| {
        let mut frame = Frame::samples(t).remove(usize::from(*status < 404));
        frame.title = t.code("failure", code);
        frame.room = None;
        let reason = if *code == "refused" {
            REASONS.iter().map(|reason| t.code("refused", reason)).collect::<Vec<_>>().join(" ")
        } else {
            String::new()
        };
        let incident = if *status >= 500 { "4F00A1B2C3".to_owned() } else { String::new() };
        let hint = t.say(&format!("failure-{code}-hint"));
        Sample::of("failure", &FailurePage { frame: &frame, status: *status, hint, reason, incident })
    };
    CODES.iter().map(page).collect()
}
