//! What accounts need before they can be made: a participant and one of its agencies, found or added.

use super::failure::Failure;
use app::Cx;
use app::agency::AgencyDraft;
use app::participant::ParticipantDraft;
use model::agency::{Agency, AgencyKind};
use model::member::Member;
use model::names::Names;
use model::participant::ParticipantCode;
use model::problem::Problem;

/// The agency of that kind of a participant, made where there is none; `name` is what a new one is called.
pub async fn agency(cx: &Cx, participant: &str, kind: AgencyKind, name: Option<&str>) -> Result<Agency, Failure> {
    let code = ParticipantCode::read("participant", participant).map_err(Failure::from)?;
    let known = app::participant::list(cx).await?.into_iter().any(|known| known.code == code);
    if !known {
        let names = name.map(Names::same).unwrap_or_default();
        let draft = ParticipantDraft { code: code.to_string(), names, country: String::new() };
        app::participant::put(cx, &draft).await?;
    }
    let found =
        app::agency::list(cx).await?.into_iter().find(|agency| agency.participant == code && agency.kind == kind);
    if let Some(found) = found {
        return Ok(found);
    }
    let words = format!("{code} {}", kind.code().replace('-', " "));
    let draft = AgencyDraft {
        participant: code.to_string(),
        kind: kind.to_string(),
        names: Names::same(name.unwrap_or(&words)),
        ..AgencyDraft::default()
    };
    Ok(app::agency::put(cx, &draft).await?)
}

/// The account of that login.
pub async fn member(cx: &Cx, login: &str) -> Result<Member, Failure> {
    let wanted = login.trim().to_ascii_lowercase();
    let found = app::member::list(cx).await?.into_iter().find(|member| member.login == wanted);
    found.ok_or_else(|| Problem::new("login", "login-unknown").with("text", login).into())
}
