//! Signing in, and one's own account: sessions, password, language.
//!
//! Refuses to lead anywhere but into this node after signing in.

use crate::error::Answer;
use crate::session::{lasting, redirect_with, safe_back, secret, start};
use crate::state::Server;
use crate::typed::{Asked, Posted, Typed};
use crate::visitor::{SignedIn, Visitor};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect};
use model::problem::Problems;
use render::frame::FlashKind;
use render::html::with_query;
use render::page::session::{AccountPage, Invitation, SignInPage, lang};
use render::page::write;

/// `GET /sign-in`.
pub async fn show(visitor: Visitor, Asked(asked): Asked) -> Answer {
    sign_in_page(&visitor, &asked, &Problems::none(), StatusCode::OK).await
}

/// `POST /sign-in`.
pub async fn sign_in(State(server): State<Server>, visitor: Visitor, Posted(typed): Posted) -> Answer {
    match app::session::sign_in(&visitor.cx, typed.get("login"), typed.get("password")).await {
        Ok(secret) => Ok(start(&server.config, &secret, Redirect::to(safe_back(typed.get("back"))))),
        Err(app::Error::Invalid(problems)) => {
            sign_in_page(&visitor, &typed, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn sign_in_page(visitor: &Visitor, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    let mut frame = visitor.frame(visitor.t.say("frame-sign-in")).await;
    frame.address = with_query("/sign-in", "back", typed.get("back"));
    let invitations = if visitor.cx.app.node().demonstration { invitations() } else { Vec::new() };
    let page = SignInPage::new(&frame, typed, problems, &invitations);
    Ok((status, Html(write(&page))).into_response())
}

/// The sign-ins that a demonstration shows to whoever comes.
fn invitations() -> Vec<Invitation> {
    let shown = |one: app::demo::SignIn| Invitation {
        role: one.role,
        participant: one.participant,
        login: one.login,
        password: one.password,
    };
    app::demo::sign_ins().into_iter().map(shown).collect()
}

/// `GET /account`.
pub async fn account(State(server): State<Server>, visitor: SignedIn) -> Answer {
    account_page(&server, &visitor, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

/// The account's page, with a wish for digests as typed and what is wrong with what was sent.
pub async fn account_page(
    server: &Server,
    visitor: &SignedIn,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let sessions = app::session::list(&visitor.cx).await?;
    let current = visitor.session.as_ref().map_or("", |session| session.key.as_str());
    let frame = visitor.frame(visitor.t.say("frame-account")).await;
    let wish = app::notice::wish(&visitor.cx).await?;
    let kept = wish.map_or_else(Typed::nothing, |wish| {
        Typed::nothing().with("mail", wish.address).with("rhythm", wish.rhythm.code())
    });
    let typed = if typed.0.iter().any(|(name, _)| name == "rhythm") { typed.clone() } else { kept };
    let mails = server.config.mail.is_on();
    let page = AccountPage::new(&frame, &visitor.member.login, &sessions, current, (&typed, problems), mails);
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /account/password`: whoever held the account before has to sign in anew.
pub async fn change_password(
    State(server): State<Server>,
    visitor: SignedIn,
    headers: HeaderMap,
    Posted(typed): Posted,
) -> Answer {
    match app::member::change_password(&visitor.cx, typed.get("old"), typed.get("new")).await {
        Ok(()) => {
            let holds = match secret(&server.config, &headers) {
                Some(secret) => app::session::resume(&visitor.cx.app, secret).await?.is_some(),
                None => false,
            };
            let next = if holds { "/account" } else { "/sign-in" };
            Ok(redirect_with(&server.config, next, FlashKind::Good, "flash-password-changed"))
        }
        Err(app::Error::Invalid(problems)) => {
            account_page(&server, &visitor, &Typed::nothing(), &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /account/lang`: kept in the account, and in this browser.
pub async fn change_lang(State(server): State<Server>, visitor: SignedIn, Posted(typed): Posted) -> Answer {
    let chosen = lang(&typed).unwrap_or(visitor.lang);
    app::member::set_lang(&visitor.cx, chosen).await?;
    let mut response = redirect_with(&server.config, "/account", FlashKind::Good, "flash-language-changed");
    if let Ok(cookie) = HeaderValue::from_str(&lasting(&server.config, "lang", chosen.tag())) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// `POST /account/sessions/{key}/end`.
pub async fn end_session(State(server): State<Server>, visitor: SignedIn, Path(key): Path<String>) -> Answer {
    app::session::end(&visitor.cx, &key).await?;
    Ok(redirect_with(&server.config, "/account", FlashKind::Good, "flash-session-ended"))
}
