//! What is said of the addresses of shared records: made, drafted, changed, taken back.

use super::{About, Answers, BodyIs, read};

/// Words of an address that makes a record of a noun.
const fn makes(summary: &'static str, draft: &'static str) -> About {
    About {
        headers: &["Idempotency-Key"],
        body: BodyIs::Draft(draft),
        answer: Answers::Json("201", "The envelope of the record; Location is where it is read."),
        ..read(summary, "")
    }
}

/// Words of an address that gives the draft of a record to whoever may change it.
const DRAFTED: About = read("The draft that a change starts from, for whoever may make one.", "ETag is its revision.");

/// Words of an address that changes a record of a noun.
const fn changes(draft: &'static str) -> About {
    About {
        headers: &["If-Match"],
        body: BodyIs::Draft(draft),
        ..read("Make a new revision of a record of the member's own.", "The envelope in its new revision.")
    }
}

/// Words of an address that takes a record back.
const TAKEN_BACK: About = About {
    headers: &["If-Match"],
    body: BodyIs::Draft("Retraction"),
    ..read(
        "Take a record back: it leaves every list and figure and stays in history.",
        "The envelope in its last revision.",
    )
};

/// Every address.
pub const ALL: &[(&str, &str, About)] = &[
    ("POST", "/api/v1/operations/{code}/detections", makes("Submit a detection.", "DetectionDraft")),
    ("GET", "/api/v1/detections/{id}/draft", DRAFTED),
    ("PUT", "/api/v1/detections/{id}", changes("DetectionDraft")),
    ("POST", "/api/v1/detections/{id}/retract", TAKEN_BACK),
    ("POST", "/api/v1/operations/{code}/legal-acts", makes("Bring in a legal act.", "LegalActDraft")),
    ("GET", "/api/v1/legal-acts/{id}/draft", DRAFTED),
    ("PUT", "/api/v1/legal-acts/{id}", changes("LegalActDraft")),
    ("POST", "/api/v1/legal-acts/{id}/retract", TAKEN_BACK),
    ("POST", "/api/v1/operations/{code}/control-entries", makes("Bring in an entry of an act.", "ControlEntryDraft")),
    ("GET", "/api/v1/control-entries/{id}/draft", DRAFTED),
    ("PUT", "/api/v1/control-entries/{id}", changes("ControlEntryDraft")),
    ("POST", "/api/v1/control-entries/{id}/retract", TAKEN_BACK),
    (
        "POST",
        "/api/v1/operations/{code}/determinations",
        makes("Make a determination on a rule.", "DeterminationDraft"),
    ),
    ("GET", "/api/v1/determinations/{id}/draft", DRAFTED),
    ("PUT", "/api/v1/determinations/{id}", changes("DeterminationDraft")),
    ("POST", "/api/v1/determinations/{id}/retract", TAKEN_BACK),
    ("POST", "/api/v1/operations/{code}/findings", makes("Submit a finding.", "FindingDraft")),
    ("GET", "/api/v1/findings/{id}/draft", DRAFTED),
    ("PUT", "/api/v1/findings/{id}", changes("FindingDraft")),
    ("POST", "/api/v1/findings/{id}/retract", TAKEN_BACK),
    ("POST", "/api/v1/operations/{code}/recommendations", makes("Make a recommendation.", "RecommendationDraft")),
    ("GET", "/api/v1/recommendations/{id}/draft", DRAFTED),
    ("PUT", "/api/v1/recommendations/{id}", changes("RecommendationDraft")),
    ("POST", "/api/v1/recommendations/{id}/retract", TAKEN_BACK),
];
