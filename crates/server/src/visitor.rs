//! Who asks, in which language, in which light: found once per request, from cookies, address and headers.
//!
//! Refuses to decide rights: a handler hands [`Visitor::cx`] to a verb, and the verb decides.

use crate::error::Failure;
use crate::routes::page_of;
use crate::session;
use crate::state::Server;
use app::{Actor, Cx};
use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use model::lang::Lang;
use model::member::Member;
use model::record::Door;
use model::session::Session;
use render::frame::{FlashKind, Theme};
use render::html::query;
use render::words::Speech;
use std::ops::Deref;

/// What is known of a request's sender.
#[derive(Debug, Clone)]
pub struct Known {
    /// The account and its session, when signed in.
    pub member: Option<(Member, Session)>,
    /// The language to answer in.
    pub lang: Lang,
    /// How the page is lit.
    pub theme: Theme,
    /// Path and query of the page that is asked for, or that the form which was sent stands on.
    pub address: String,
    /// What the last action has to say: tone and message key.
    pub flash: Option<(FlashKind, String)>,
    /// The language that the address asks for, to be remembered.
    asked_lang: Option<Lang>,
    /// The light that the address asks for, to be remembered.
    asked_theme: Option<Theme>,
}

impl Known {
    /// What a request says by itself, before anybody is looked up.
    pub fn guest(request: &Request) -> Self {
        let headers = request.headers();
        let asked = |name: &str| {
            let pairs = request.uri().query().unwrap_or_default().split('&');
            pairs
                .filter_map(|pair| pair.split_once('='))
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value.to_owned())
        };
        let asked_lang = asked("lang").and_then(|tag| Lang::parse(&tag));
        let asked_theme = asked("theme").map(|code| Theme::parse(&code));
        let cookie_lang = session::cookie(headers, "lang").and_then(Lang::parse);
        let cookie_theme = session::cookie(headers, "theme").map(Theme::parse);
        Self {
            member: None,
            lang: asked_lang.or(cookie_lang).unwrap_or_else(|| accepted(headers)),
            theme: asked_theme.or(cookie_theme).unwrap_or_default(),
            address: address(request),
            flash: session::cookie(headers, "flash").and_then(session::read_flash),
            asked_lang,
            asked_theme,
        }
    }
}

/// What leads back to the page of a request: its own address, or of a form's the page that the form stands on.
fn address(request: &Request) -> String {
    let (path, query) = (request.uri().path(), request.uri().query());
    let pattern = request.extensions().get::<MatchedPath>();
    let page = pattern.and_then(|pattern| page_of(pattern.as_str(), path)).unwrap_or_else(|| path.to_owned());
    query.map_or_else(|| page.clone(), |query| format!("{page}?{query}"))
}

/// The first language of `Accept-Language` that the product speaks; English otherwise.
pub fn accepted(headers: &HeaderMap) -> Lang {
    let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut wanted: Vec<(u32, Lang)> = header.split(',').filter_map(weighed).collect();
    // Stable, so that among equals the first named wins.
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wanted.first().map(|(_, lang)| *lang).unwrap_or_default()
}

/// A language and its weight in thousandths, of `ru;q=0.8`.
fn weighed(part: &str) -> Option<(u32, Lang)> {
    let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
    let digits: String = weight.trim().chars().filter(char::is_ascii_digit).chain("000".chars()).take(4).collect();
    Some((digits.parse().ok()?, Lang::parse(tag.trim())?))
}

/// Finds out who asks, once, before any page; remembers the language and light that the address asks for.
pub async fn attend(State(server): State<Server>, mut request: Request, next: Next) -> Response {
    let mut known = Known::guest(&request);
    if let Some(secret) = session::secret(&server.config, request.headers()) {
        match app::session::resume(&server.app, secret).await {
            Ok(member) => known.member = member,
            Err(error) => return Failure::from(error).into_response(),
        }
    }
    let chosen = known.asked_lang.is_some() || session::cookie(request.headers(), "lang").is_some();
    if let Some((member, _)) = known.member.as_ref().filter(|_| !chosen) {
        known.lang = member.lang;
    }
    request.extensions_mut().insert(known.clone());
    let is_read = request.method() == Method::GET && !is_fetched(request.headers());
    let mut response = next.run(request).await;
    let of_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let mut remember = |cookie: String| {
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    };
    if let Some(lang) = known.asked_lang {
        remember(session::lasting(&server.config, "lang", lang.tag()));
    }
    if let Some(theme) = known.asked_theme {
        remember(session::lasting(&server.config, "theme", theme.code()));
    }
    if known.flash.is_some() && of_page && is_read {
        remember(session::forget(&server.config, "flash"));
    }
    response.extensions_mut().insert(known);
    response
}

/// Whether a script asks, not a person: then nobody has read what the page says once.
fn is_fetched(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-dest").is_some_and(|what| what == "empty")
}

/// Lets only members pass; a guest is shown the way in and comes back to where it wanted to go.
pub async fn members_only(request: Request, next: Next) -> Response {
    let known = request.extensions().get::<Known>().cloned();
    if known.as_ref().is_some_and(|known| known.member.is_some()) {
        return next.run(request).await;
    }
    // What was to be written comes back on the page it was written on, from the device's own draft.
    let back = known.map_or_else(|| "/".to_owned(), |known| known.address);
    Redirect::to(&format!("/sign-in?back={}", query(&back))).into_response()
}

/// The sender of a request, as a handler needs it.
#[derive(Clone)]
pub struct Visitor {
    /// The call to hand to a verb.
    pub cx: Cx,
    /// The account, when signed in.
    pub member: Option<Member>,
    /// The session, when signed in.
    pub session: Option<Session>,
    /// The language to answer in.
    pub lang: Lang,
    /// Speech in that language.
    pub t: Speech,
    /// How the page is lit.
    pub theme: Theme,
    /// Path and query of the page that is asked for, or that the form which was sent stands on.
    pub address: String,
    /// What the last action has to say: tone and message key.
    pub flash: Option<(FlashKind, String)>,
}

impl Visitor {
    /// The visitor behind what is known.
    pub fn of(server: &Server, known: Known) -> Self {
        let (member, session) = known.member.unzip();
        let actor = member.clone().map_or(Actor::Guest, |member| Actor::Member(Box::new(member)));
        Self {
            cx: server.app.cx(actor, Door::Page),
            member,
            session,
            lang: known.lang,
            t: Speech::of(known.lang),
            theme: known.theme,
            address: known.address,
            flash: known.flash,
        }
    }
}

impl FromRequestParts<Server> for Visitor {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Failure> {
        let known = parts.extensions.get::<Known>().cloned().ok_or_else(|| Failure::Crashed(String::new()))?;
        Ok(Self::of(server, known))
    }
}

/// A visitor who is signed in; for addresses of [`crate::route::Who::Member`].
pub struct SignedIn {
    /// The visitor.
    pub visitor: Visitor,
    /// The account.
    pub member: Member,
}

impl Deref for SignedIn {
    type Target = Visitor;
    fn deref(&self) -> &Visitor {
        &self.visitor
    }
}

impl FromRequestParts<Server> for SignedIn {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Failure> {
        let visitor = Visitor::from_request_parts(parts, server).await?;
        let member = visitor.member.clone().ok_or(Failure::App(app::Error::NotFound))?;
        Ok(Self { visitor, member })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Lang {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, text.parse().unwrap());
        accepted(&headers)
    }

    #[test]
    fn the_most_wanted_language_that_is_spoken_wins() {
        assert_eq!(of("de-DE,de;q=0.9,ru;q=0.8,en;q=0.7"), Lang::Ru);
        assert_eq!(of("fa-AF"), Lang::Fa);
        assert_eq!(of("en;q=0.1, fa;q=0.25, ru;q=0.2"), Lang::Fa);
        assert_eq!(of("kk, *"), Lang::En);
        assert_eq!(of(""), Lang::En);
    }
}
