//! The three questions every shared record answers, never merged into one: who may read it (Traffic Light Protocol 2.0
//! of FIRST and named recipients), what may be done with it (Europol handling codes), how good it is (Europol 4x4).
//!
//! Refuses to decide visibility: that is [`crate::permission`] for one record and the store's SQL for many.

use crate::participant::ParticipantCode;
use crate::problem::{Problem, Problems};
use crate::text;
use serde::{Deserialize, Serialize};

crate::codes! {
    /// Who may read it: Traffic Light Protocol 2.0.
    pub enum Audience {
        /// Named recipients and the owner's agency only.
        Red = "red",
        /// The owner, the coordinator and named recipients.
        AmberStrict = "amber-strict",
        /// The operation's participants and coordinator, and named recipients.
        Amber = "amber",
        /// Everybody in the operation, observers and supporters too.
        Green = "green",
        /// No limit inside the node.
        Clear = "clear",
    }
}

crate::codes! {
    /// What may be done with it: Europol handling codes.
    pub enum Handling {
        /// Use as the mandate allows.
        H0 = "h0",
        /// Not in judicial proceedings without the provider's permission.
        H1 = "h1",
        /// No onward dissemination without the provider's permission.
        H2 = "h2",
        /// Other, in words.
        H3 = "h3",
    }
}

crate::codes! {
    /// Reliability of the source: Europol 4x4.
    pub enum SourceGrade {
        /// No doubt about the source.
        A = "a",
        /// Mostly reliable.
        B = "b",
        /// Mostly unreliable.
        C = "c",
        /// Cannot be assessed.
        X = "x",
    }
}

crate::codes! {
    /// Accuracy of the information: Europol 4x4.
    pub enum InformationGrade {
        /// Known to be true without reservation.
        One = "1",
        /// Known personally to the source, not to the reporting officer.
        Two = "2",
        /// Not known personally to the source, corroborated by other information.
        Three = "3",
        /// Not known personally to the source and cannot be corroborated.
        Four = "4",
    }
}

/// Audience, handling and grades of one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marking {
    /// Who may read it.
    pub audience: Audience,
    /// Participants named as recipients beside the audience.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<ParticipantCode>,
    /// What may be done with it.
    pub handling: Handling,
    /// The handling in words; there when `handling` is H3.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub handling_text: String,
    /// Reliability of the source, where graded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_grade: Option<SourceGrade>,
    /// Accuracy of the information, where graded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub information_grade: Option<InformationGrade>,
}

impl Default for Marking {
    /// The region's habit: the operation's participants, no onward dissemination, no grade on seizures.
    fn default() -> Self {
        Self {
            audience: Audience::Amber,
            recipients: Vec::new(),
            handling: Handling::H2,
            handling_text: String::new(),
            source_grade: None,
            information_grade: None,
        }
    }
}

/// A marking as typed; blank fields take the operation's defaults.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MarkingDraft {
    /// [`Audience`] code.
    pub audience: String,
    /// Participant codes.
    pub recipients: Vec<String>,
    /// [`Handling`] code.
    pub handling: String,
    /// Words of H3.
    pub handling_text: String,
    /// [`SourceGrade`] code.
    pub source_grade: String,
    /// [`InformationGrade`] code.
    pub information_grade: String,
}

/// The value of `code` in field `field`, `default` when blank, a problem when it is no code of `parse`.
pub(crate) fn coded<T>(
    field: &str,
    code: &str,
    parse: fn(&str) -> Option<T>,
    default: Option<T>,
) -> Result<Option<T>, Problem> {
    let code = code.trim();
    if code.is_empty() {
        return Ok(default);
    }
    parse(code).map(Some).ok_or_else(|| Problem::new(field, "code-unknown").with("text", code))
}

impl MarkingDraft {
    /// The draft that would read back as `marking`.
    pub fn of(marking: &Marking) -> Self {
        Self {
            audience: marking.audience.code().to_owned(),
            recipients: marking.recipients.iter().map(ToString::to_string).collect(),
            handling: marking.handling.code().to_owned(),
            handling_text: marking.handling_text.clone(),
            source_grade: marking.source_grade.map_or_else(String::new, |grade| grade.code().to_owned()),
            information_grade: marking.information_grade.map_or_else(String::new, |grade| grade.code().to_owned()),
        }
    }

    /// The marking, with `default` where nothing was typed. RED needs a recipient or stays with the owner's agency.
    pub fn check(&self, default: &Marking, known: &[ParticipantCode]) -> Result<Marking, Problems> {
        let mut problems = Problems::none();
        let audience =
            problems.keep(coded("audience", &self.audience, Audience::parse, Some(default.audience))).flatten();
        let handling =
            problems.keep(coded("handling", &self.handling, Handling::parse, Some(default.handling))).flatten();
        let source_grade =
            problems.keep(coded("source_grade", &self.source_grade, SourceGrade::parse, default.source_grade));
        let information_grade = problems.keep(coded(
            "information_grade",
            &self.information_grade,
            InformationGrade::parse,
            default.information_grade,
        ));
        let handling_text = problems.keep(text::read("handling_text", &self.handling_text, 500)).unwrap_or_default();
        if handling == Some(Handling::H3) && handling_text.is_empty() {
            problems.add(Problem::new("handling_text", "handling-needs-words"));
        }
        let recipients = self.read_recipients(known, &mut problems);
        let (audience, handling) = (audience.unwrap_or(default.audience), handling.unwrap_or(default.handling));
        let (source_grade, information_grade) = (source_grade.flatten(), information_grade.flatten());
        problems.or(Some(Marking { audience, recipients, handling, handling_text, source_grade, information_grade }))
    }

    fn read_recipients(&self, known: &[ParticipantCode], problems: &mut Problems) -> Vec<ParticipantCode> {
        let mut recipients = Vec::new();
        for code in self.recipients.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
            match known.iter().find(|participant| participant.as_str() == code) {
                Some(participant) if !recipients.contains(participant) => recipients.push(participant.clone()),
                Some(_) => {}
                None => problems.add(Problem::new("recipients", "recipient-unknown").with("text", code)),
            }
        }
        recipients
    }
}
