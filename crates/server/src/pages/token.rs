//! Keys of the agency's software: the list, a new one with its secret, revoking.
//!
//! Refuses to show a secret twice: it is on the page that answers the making, which no browser keeps.

use crate::error::{Answer, Failure};
use crate::pages::node::frame;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Posted, Typed, read};
use crate::visitor::SignedIn;
use app::token::TokenDraft;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use model::problem::Problems;
use render::frame::FlashKind;
use render::page::token::{Line, TokensPage};
use render::page::write;

/// `GET /administration/tokens`.
pub async fn list(visitor: SignedIn) -> Answer {
    page(&visitor, &fresh(&visitor), &Problems::none(), None, StatusCode::OK).await
}

/// A key of three months that acts as whoever makes it.
fn fresh(visitor: &SignedIn) -> Typed {
    Typed::nothing().with("days", "90").with("login", visitor.member.login.as_str())
}

async fn page(
    visitor: &SignedIn,
    typed: &Typed,
    problems: &Problems,
    secret: Option<&str>,
    status: StatusCode,
) -> Answer {
    let line = |held: app::token::Held| Line { token: held.token, login: held.login };
    let tokens: Vec<Line> = app::token::list(&visitor.cx).await?.into_iter().map(line).collect();
    let holders = app::token::holders(&visitor.cx).await?;
    let frame = frame(visitor, "token-title").await;
    let html = Html(write(&TokensPage::new(&frame, (&tokens, &holders), typed, problems, secret)));
    Ok((status, [(header::CACHE_CONTROL, "no-store")], html).into_response())
}

/// `POST /administration/tokens`.
pub async fn add(visitor: SignedIn, Posted(typed): Posted) -> Answer {
    let draft: TokenDraft = read(&typed)?;
    match app::token::add(&visitor.cx, &draft).await {
        Ok((_, secret)) => {
            page(&visitor, &fresh(&visitor), &Problems::none(), Some(&secret), StatusCode::CREATED).await
        }
        Err(app::Error::Invalid(problems)) => {
            page(&visitor, &typed, &problems, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /administration/tokens/{id}/revoke`.
pub async fn revoke(State(server): State<Server>, visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| Failure::App(app::Error::NotFound))?;
    app::token::revoke(&visitor.cx, id).await?;
    Ok(redirect_with(&server.config, "/administration/tokens", FlashKind::Good, "flash-token-revoked"))
}
