//! Participants known to the node: countries and organisations.
//!
//! Refuses to say what a participant is in an operation; that is the operation's.

use crate::cx::Cx;
use crate::error::Result;
use model::catalogue::country::Country;
use model::names::Names;
use model::participant::{Participant, ParticipantCode};
use model::permission::{Action, Relation};
use model::problem::{Problem, Problems};
use serde::{Deserialize, Serialize};

/// A participant as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ParticipantDraft {
    /// Its code.
    pub code: String,
    /// Its names; blank for a country takes the catalogue's.
    pub names: Names,
    /// ISO 3166-1 code where it is a country.
    pub country: String,
}

/// All participants of the node; every member may know them.
pub async fn list(cx: &Cx) -> Result<Vec<Participant>> {
    Ok(cx.app.store().read().await?.participants().await?)
}

/// Adds a participant or changes its names.
pub async fn put(cx: &Cx, draft: &ParticipantDraft) -> Result<Participant> {
    cx.must(Action::ManageParticipants, Relation::Outsider)?;
    let participant = check(draft)?;
    let mut tx = cx.begin("participant.put").await?;
    tx.put_participant(&participant).await?;
    cx.keep_plain(tx, format!("participant={}", participant.code)).await?;
    Ok(participant)
}

/// The countries of the catalogue that the node does not know yet, as the participants they would be.
pub fn invitable(known: &[Participant]) -> impl Iterator<Item = Participant> {
    let new = |country: &&Country| known.iter().all(|one| one.code.as_str() != country.code);
    Country::all().iter().filter(new).map(|country| Participant {
        code: ParticipantCode::country(&country.code),
        names: country.names.clone(),
        country: Some(country.code.clone()),
    })
}

/// The participant that a draft asks for.
pub(crate) fn check(draft: &ParticipantDraft) -> Result<Participant, Problems> {
    let mut problems = Problems::none();
    let code = problems.keep(ParticipantCode::read("code", &draft.code));
    let typed = draft.country.trim();
    let country =
        Country::by_code(typed).or_else(|| Country::by_code(code.as_ref().map_or("", ParticipantCode::as_str)));
    if !typed.is_empty() && country.is_none() {
        problems.add(Problem::new("country", "country-unknown").with("text", typed));
    }
    let names = match country {
        Some(country) if draft.names.is_empty() => country.names.clone(),
        _ => draft.names.check("names", 200, &mut problems),
    };
    if draft.names.is_empty() && names.is_empty() {
        problems.add(Problem::new("names", "required"));
    }
    let country = country.map(|country| country.code.clone());
    problems.or(code.map(|code| Participant { code, names, country }))
}
