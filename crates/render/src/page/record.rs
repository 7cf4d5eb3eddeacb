//! What pages of all nouns say of a record: its address, its noun in words.
//!
//! Refuses to know whether the reader may open it: whoever shows a link has already been shown the record.

use crate::html::query;
use crate::words::Speech;
use model::id::RecordId;
use model::record::Kind;

/// The address of a record's page. What is said about another record stands on that one's page.
pub fn address(kind: Kind, id: &RecordId, about: Option<&RecordId>) -> String {
    let own = |noun: &str| format!("/{noun}/{}", query(id.as_str()));
    let of_other =
        |noun: &str| about.map_or_else(|| own("records"), |other| format!("/{noun}/{}", query(other.as_str())));
    match kind {
        Kind::Operation => "/".to_owned(),
        Kind::Incident => own("incidents"),
        Kind::Meeting => own("meetings"),
        Kind::Plan => own("plans"),
        Kind::Annex => own("annexes"),
        Kind::Comment | Kind::Acceptance => of_other("plans"),
        Kind::Resolution => of_other("records"),
        Kind::Recommendation => own("recommendations"),
        Kind::Progress => of_other("recommendations"),
        Kind::Questionnaire => own("questionnaires"),
        Kind::Submission => own("submissions"),
        Kind::LegalAct => own("legal-acts"),
        Kind::ControlEntry => own("control-entries"),
        Kind::Determination => own("determinations"),
        Kind::Detection => own("detections"),
        Kind::Finding => own("findings"),
        Kind::Brief => own("briefs"),
        Kind::View => own("views"),
        Kind::Reply => of_other("briefs"),
        Kind::Message => own("messages"),
        Kind::InformationRequest => own("requests"),
        // What is acknowledged is a message; everything else that is answered is a request.
        Kind::Answer if about.is_some_and(|about| about.as_str().starts_with("msg_")) => of_other("messages"),
        Kind::Answer => of_other("requests"),
    }
}

/// The noun in the reader's language.
pub fn noun(t: Speech, kind: Kind) -> String {
    t.code("noun", kind.code())
}
