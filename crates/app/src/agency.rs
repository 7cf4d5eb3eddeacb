//! Agencies: the services of a participant through which its members speak, with their contact points.
//!
//! Refuses to move an agency to another participant: its records would change hands silently.

use crate::cx::Cx;
use crate::error::{Error, Result};
use model::agency::{Agency, AgencyId, AgencyKind, ContactPoint};
use model::names::Names;
use model::participant::ParticipantCode;
use model::permission::{Action, Relation};
use model::problem::{Problem, Problems};
use model::text;
use serde::{Deserialize, Serialize};

/// An agency as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AgencyDraft {
    /// Identifier of the agency to change; blank for a new one.
    pub id: String,
    /// Participant code.
    pub participant: String,
    /// [`AgencyKind`] code.
    pub kind: String,
    /// Its names.
    pub names: Names,
    /// Its contact point.
    pub contact: ContactPoint,
}

/// All agencies of the node; every member may know them.
pub async fn list(cx: &Cx) -> Result<Vec<Agency>> {
    Ok(cx.app.store().read().await?.agencies().await?)
}

/// Adds an agency or changes it.
pub async fn put(cx: &Cx, draft: &AgencyDraft) -> Result<Agency> {
    cx.must(Action::ManageAgencies, relation(cx, &draft.participant))?;
    let mut tx = cx.begin("agency.put").await?;
    let earlier = match draft.id.trim() {
        "" => None,
        id => {
            let id: AgencyId = id.parse().map_err(|_| Error::NotFound)?;
            let agency = tx.agency(id).await?.ok_or(Error::NotFound)?;
            cx.must(Action::ManageAgencies, relation(cx, agency.participant.as_str()))?;
            Some(agency)
        }
    };
    let known: Vec<ParticipantCode> =
        tx.participants().await?.into_iter().map(|participant| participant.code).collect();
    let agency = check(draft, earlier.as_ref(), &known, || cx.mint())?;
    tx.put_agency(&agency).await?;
    cx.keep_plain(tx, format!("agency={}", agency.id)).await?;
    Ok(agency)
}

/// How the caller stands to a participant's agencies.
fn relation(cx: &Cx, participant: &str) -> Relation {
    let own = cx.member().is_some_and(|member| member.participant.as_str().eq_ignore_ascii_case(participant.trim()));
    if own { Relation::OwnParticipant } else { Relation::Outsider }
}

/// The agency that a draft asks for.
pub(crate) fn check(
    draft: &AgencyDraft,
    earlier: Option<&Agency>,
    known: &[ParticipantCode],
    mint: impl FnOnce() -> AgencyId,
) -> Result<Agency, Problems> {
    let mut problems = Problems::none();
    let participant = problems.keep(ParticipantCode::read("participant", &draft.participant));
    if let Some(code) = participant.as_ref().filter(|code| !known.contains(code)) {
        problems.add(Problem::new("participant", "participant-unknown").with("text", code));
    }
    if earlier.is_some_and(|agency| Some(&agency.participant) != participant.as_ref()) {
        problems.add(Problem::new("participant", "agency-moves"));
    }
    let kind = AgencyKind::parse(draft.kind.trim());
    if kind.is_none() {
        problems.add(Problem::new("kind", "code-unknown").with("text", &draft.kind));
    }
    let names = draft.names.check("names", 200, &mut problems);
    if draft.names.is_empty() {
        problems.add(Problem::new("names", "required"));
    }
    let contact = ContactPoint {
        office: problems.keep(text::read("contact.office", &draft.contact.office, 200)).unwrap_or_default(),
        email: problems.keep(text::read("contact.email", &draft.contact.email, 200)).unwrap_or_default(),
        phone: problems.keep(text::read("contact.phone", &draft.contact.phone, 60)).unwrap_or_default(),
    };
    let parts = participant.zip(kind);
    problems.or(parts.map(|(participant, kind)| Agency {
        id: earlier.map_or_else(mint, |agency| agency.id),
        participant,
        kind,
        names,
        contact,
    }))
}
