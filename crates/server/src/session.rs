//! Cookies: the session's secret, the language, the light, and one sentence that survives a redirect.
//!
//! Refuses scripts: every cookie is `HttpOnly` and `SameSite=Lax`, and `Secure` with the `__Host-` prefix wherever the
//! node is reached over TLS.

use crate::config::Config;
use crate::error::Answer;
use crate::state::Server;
use crate::visitor::Visitor;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use model::session::LIFE_SECONDS;
use render::frame::FlashKind;

/// A year: how long a browser remembers language and light.
const YEAR: i64 = 365 * 86_400;

/// What is said to whoever signed out by itself, and not by waiting.
pub const SIGNED_OUT: &str = "flash-signed-out";

/// The value of a cookie of the request.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The session's secret of the request.
pub fn secret<'a>(config: &Config, headers: &'a HeaderMap) -> Option<&'a str> {
    cookie(headers, name(config)).filter(|secret| !secret.is_empty())
}

const fn name(config: &Config) -> &'static str {
    if config.secure_cookies { "__Host-session" } else { "session" }
}

fn write(config: &Config, name: &str, value: &str, seconds: i64) -> String {
    let secure = if config.secure_cookies { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}

/// `Set-Cookie` of a language or light.
pub fn lasting(config: &Config, name: &str, value: &str) -> String {
    write(config, name, value, YEAR)
}

/// `Set-Cookie` that removes a cookie.
pub fn forget(config: &Config, name: &str) -> String {
    write(config, name, "", 0)
}

/// Adds `Set-Cookie` for a new session.
pub fn start(config: &Config, secret: &str, response: impl IntoResponse) -> Response {
    with_cookie(response, &write(config, name(config), secret, LIFE_SECONDS))
}

/// Adds `Set-Cookie` that ends the session in the browser.
pub fn end(config: &Config, response: impl IntoResponse) -> Response {
    with_cookie(response, &forget(config, name(config)))
}

fn with_cookie(response: impl IntoResponse, cookie: &str) -> Response {
    let mut response = response.into_response();
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// 303 to `address`, where the message `key` is shown once. `key` has no parameters and starts with `flash-`.
pub fn redirect_with(config: &Config, address: &str, kind: FlashKind, key: &str) -> Response {
    with_flash(config, Redirect::to(address), kind, key)
}

fn with_flash(config: &Config, response: impl IntoResponse, kind: FlashKind, key: &str) -> Response {
    with_cookie(response, &write(config, "flash", &format!("{}.{key}", kind.class()), 60))
}

/// Tone and message key of the cookie; nothing for a cookie that is not ours.
pub fn read_flash(value: &str) -> Option<(FlashKind, String)> {
    let (class, key) = value.split_once('.')?;
    let kind = [FlashKind::Good, FlashKind::Warn, FlashKind::Bad].into_iter().find(|kind| kind.class() == class)?;
    let fits = key.starts_with("flash-")
        && key.len() <= 60
        && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    fits.then(|| (kind, key.to_owned()))
}

/// An address of this node to go to after signing in; `/` for anything that leads elsewhere.
pub fn safe_back(address: &str) -> &str {
    let local = address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/sign-");
    let plain = address.chars().all(|letter| !letter.is_control() && letter != '\\');
    if local && plain { address } else { "/" }
}

/// `POST /sign-out`: ends the session here and in the browser.
pub async fn sign_out(State(server): State<Server>, visitor: Visitor, headers: HeaderMap) -> Answer {
    if let Some(secret) = secret(&server.config, &headers) {
        app::session::sign_out(&visitor.cx, secret).await?;
    }
    let out = end(&server.config, Redirect::to("/sign-in"));
    Ok(with_flash(&server.config, out, FlashKind::Good, SIGNED_OUT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_only_goes_back_to_this_node() {
        assert_eq!(safe_back("/operations/REFLEX-2021?by=day"), "/operations/REFLEX-2021?by=day");
        for hostile in
            ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "/sign-in"]
        {
            assert_eq!(safe_back(hostile), "/");
        }
    }

    #[test]
    fn a_foreign_flash_is_not_shown() {
        assert!(read_flash("good.flash-incident-submitted").is_some());
        assert!(read_flash("good.<script>").is_none());
        assert!(read_flash("loud.flash-x").is_none());
    }

    #[test]
    fn the_cookie_among_others_is_found_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, "xsession=1; session=abc; lang=fa".parse().unwrap());
        assert_eq!(cookie(&headers, "session"), Some("abc"));
        assert_eq!(cookie(&headers, "theme"), None);
    }
}
