//! Agencies of the participants: the list, and the form that adds or changes one.
//!
//! Refuses to remove: records name their agencies.

use crate::error::Answer;
use crate::pages::node::{frame, must_reach};
use crate::pages::participant::filled;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Posted, Typed, read};
use crate::visitor::SignedIn;
use app::agency::AgencyDraft;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::permission::{Action, Reach, reach};
use model::problem::Problems;
use render::frame::FlashKind;
use render::page::agency::{AgenciesPage, typed as typed_of};
use render::page::write;

/// `GET /administration/agencies`, with `?id=` to change one.
pub async fn list(visitor: SignedIn, Asked(asked): Asked) -> Answer {
    let all = app::agency::list(&visitor.cx).await?;
    let chosen = all.iter().find(|one| one.id.to_string() == asked.get("id"));
    let typed = chosen.map_or_else(Typed::nothing, typed_of);
    page(&visitor, &typed, &Problems::none(), StatusCode::OK).await
}

async fn page(visitor: &SignedIn, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    must_reach(visitor, Action::ManageAgencies)?;
    let mut all = app::agency::list(&visitor.cx).await?;
    let mut participants = app::participant::list(&visitor.cx).await?;
    // Whoever looks after its own participant's agencies alone is offered no others.
    if reach(visitor.member.role, Action::ManageAgencies) == Reach::Participant {
        all.retain(|agency| agency.participant == visitor.member.participant);
        participants.retain(|participant| participant.code == visitor.member.participant);
    }
    let frame = frame(visitor, "agency-title").await;
    Ok((status, Html(write(&AgenciesPage::new(&frame, &all, &participants, typed, problems)))).into_response())
}

/// `POST /administration/agencies`.
pub async fn put(State(server): State<Server>, visitor: SignedIn, Posted(typed): Posted) -> Answer {
    let draft: AgencyDraft = read(&typed)?;
    let draft = AgencyDraft { names: filled(&draft.names), ..draft };
    match app::agency::put(&visitor.cx, &draft).await {
        Ok(_) => Ok(redirect_with(&server.config, "/administration/agencies", FlashKind::Good, "flash-agency-saved")),
        Err(app::Error::Invalid(problems)) => page(&visitor, &typed, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(other) => Err(other.into()),
    }
}
