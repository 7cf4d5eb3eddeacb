//! Accounts: the list, a new one, shutting out, letting in, a new password.
//!
//! Refuses to send a password back to the page.

use crate::error::Answer;
use crate::pages::node::frame;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Posted, Typed, read};
use crate::visitor::SignedIn;
use app::member::MemberDraft;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::problem::Problems;
use render::frame::FlashKind;
use render::page::member::MembersPage;
use render::page::write;

const HERE: &str = "/administration/members";

/// `GET /administration/members`.
pub async fn list(visitor: SignedIn, Asked(asked): Asked) -> Answer {
    let reset = Some(asked.get("reset")).filter(|login| !login.is_empty());
    page(&visitor, &Typed::nothing(), &Problems::none(), reset, StatusCode::OK).await
}

async fn page(
    visitor: &SignedIn,
    typed: &Typed,
    problems: &Problems,
    reset: Option<&str>,
    status: StatusCode,
) -> Answer {
    let members = app::member::list(&visitor.cx).await?;
    // A login that is nobody's has no form.
    let reset = reset.filter(|login| members.iter().any(|member| member.login == *login));
    let participants = app::participant::list(&visitor.cx).await?;
    let agencies = app::agency::list(&visitor.cx).await?;
    let frame = frame(visitor, "member-title").await;
    let page = MembersPage::new(&frame, &members, &participants, &agencies, (typed, problems), reset);
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /administration/members`.
pub async fn add(State(server): State<Server>, visitor: SignedIn, Posted(typed): Posted) -> Answer {
    let draft: MemberDraft = read(&typed)?;
    match app::member::add(&visitor.cx, &draft).await {
        Ok(_) => Ok(redirect_with(&server.config, HERE, FlashKind::Good, "flash-member-added")),
        Err(app::Error::Invalid(problems)) => {
            page(&visitor, &typed, &problems, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /administration/members/{login}/disable`.
pub async fn disable(State(server): State<Server>, visitor: SignedIn, Path(login): Path<String>) -> Answer {
    app::member::disable(&visitor.cx, &login).await?;
    Ok(redirect_with(&server.config, HERE, FlashKind::Good, "flash-member-disabled"))
}

/// `POST /administration/members/{login}/enable`.
pub async fn enable(State(server): State<Server>, visitor: SignedIn, Path(login): Path<String>) -> Answer {
    app::member::enable(&visitor.cx, &login).await?;
    Ok(redirect_with(&server.config, HERE, FlashKind::Good, "flash-member-enabled"))
}

/// `POST /administration/members/{login}/reset`.
pub async fn reset(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(login): Path<String>,
    Posted(typed): Posted,
) -> Answer {
    match app::member::reset(&visitor.cx, &login, typed.get("password")).await {
        Ok(()) => Ok(redirect_with(&server.config, HERE, FlashKind::Good, "flash-member-reset")),
        Err(app::Error::Invalid(problems)) => {
            page(&visitor, &typed, &problems, Some(&login), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other.into()),
    }
}
