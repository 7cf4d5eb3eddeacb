//! Participants of the node: the list, and the form that adds or changes one.
//!
//! Refuses to remove: records name their participants.

use crate::error::Answer;
use crate::pages::node::{frame, must_reach};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Posted, Typed, read};
use crate::visitor::SignedIn;
use app::participant::ParticipantDraft;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::permission::Action;
use model::problem::Problems;
use render::frame::FlashKind;
use render::page::participant::{ParticipantsPage, typed as typed_of};
use render::page::write;

/// `GET /administration/participants`, with `?code=` to change one.
pub async fn list(visitor: SignedIn, Asked(asked): Asked) -> Answer {
    let all = app::participant::list(&visitor.cx).await?;
    let chosen = all.iter().find(|one| one.code.as_str() == asked.get("code"));
    let typed = chosen.map_or_else(Typed::nothing, typed_of);
    page(&visitor, &typed, &Problems::none(), StatusCode::OK).await
}

async fn page(visitor: &SignedIn, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    must_reach(visitor, Action::ManageParticipants)?;
    let all = app::participant::list(&visitor.cx).await?;
    let frame = frame(visitor, "participant-title").await;
    Ok((status, Html(write(&ParticipantsPage::new(&frame, &all, typed, problems)))).into_response())
}

/// `POST /administration/participants`.
pub async fn put(State(server): State<Server>, visitor: SignedIn, Posted(typed): Posted) -> Answer {
    let draft: ParticipantDraft = read(&typed)?;
    let draft = ParticipantDraft { names: filled(&draft.names), ..draft };
    match app::participant::put(&visitor.cx, &draft).await {
        Ok(_) => Ok(redirect_with(
            &server.config,
            "/administration/participants",
            FlashKind::Good,
            "flash-participant-saved",
        )),
        Err(app::Error::Invalid(problems)) => page(&visitor, &typed, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(other) => Err(other.into()),
    }
}

/// The names without those that were left blank.
pub fn filled(names: &model::names::Names) -> model::names::Names {
    names.iter().fold(model::names::Names::default(), |kept, (lang, name)| kept.with(lang, name))
}
