//! The key of a request: `Authorization: Bearer rfx_…`, its scopes, and the member it acts as.
//!
//! Refuses cookies, and a key for what is outside its scopes.

use crate::error::Failure;
use crate::state::Server;
use crate::visitor::accepted;
use app::{Actor, Cx};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use model::lang::Lang;
use model::member::Member;
use model::record::Door;
use model::token::TokenScope;
use render::words::Speech;
use tokio::time::Instant;

/// The member behind a key.
#[derive(Clone)]
struct Held(Member);

/// Lets only keys with the scope pass, at their pace.
pub async fn keys_only(
    State((server, scope)): State<(Server, TokenScope)>,
    mut request: Request,
    next: Next,
) -> Response {
    let given = secret(request.headers()).map(str::to_owned);
    match held(&server, scope, given.as_deref()).await {
        Ok(held) => {
            request.extensions_mut().insert(held);
            next.run(request).await
        }
        Err(failure) => {
            let asks = matches!(failure, Failure::NoKey);
            let mut response = failure.into_response();
            if asks {
                response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            response
        }
    }
}

/// The key that a request shows: `Bearer rfx_…`, the scheme in letters of either case (RFC 9110).
pub fn secret(headers: &HeaderMap) -> Option<&str> {
    let (scheme, secret) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

async fn held(server: &Server, scope: TokenScope, given: Option<&str>) -> Result<Held, Failure> {
    let secret = given.ok_or(Failure::NoKey)?;
    let (member, token) = app::token::resume(&server.app, secret).await?.ok_or(Failure::NoKey)?;
    server.bounds.take(token.id, Instant::now())?;
    if token.scopes.contains(&scope) { Ok(Held(member)) } else { Err(Failure::Scope) }
}

/// The sender of a request of the API; for addresses of [`crate::route::Who::Key`].
pub struct Key {
    /// The call to hand to a verb.
    pub cx: Cx,
    /// The member it acts as.
    pub member: Member,
    /// The language to answer in.
    pub lang: Lang,
    /// Speech in that language.
    pub t: Speech,
}

impl FromRequestParts<Server> for Key {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Failure> {
        let Held(member) = parts.extensions.get::<Held>().cloned().ok_or(Failure::NoKey)?;
        let asked = parts.headers.contains_key(header::ACCEPT_LANGUAGE);
        let lang = if asked { accepted(&parts.headers) } else { member.lang };
        let cx = server.app.cx(Actor::Member(Box::new(member.clone())), Door::Api);
        Ok(Self { cx, member, lang, t: Speech::of(lang) })
    }
}
