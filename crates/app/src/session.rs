//! Signing in and out: a password opens a session whose secret only the cookie carries.
//!
//! Refuses to tell a wrong login from a wrong password, and slows down whoever keeps guessing.

use crate::cx::{App, Cx};
use crate::error::{Error, Result};
use crate::password;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::member::Member;
use model::problem::Problem;
use model::session::Session;
use model::time::Moment;
use model::wire::v1::hash;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Failures after which a login has to wait.
const PATIENCE: u32 = 5;
/// A session's last use is written down at most once in so many seconds.
const TOUCH_SECONDS: i64 = 300;

/// Recent failures per login; kept in memory, since a restart is slower than the wait.
#[derive(Default)]
pub struct Slowdown {
    failures: Mutex<HashMap<String, (u32, Moment)>>,
}

impl Slowdown {
    /// Seconds this login has to wait, doubling from 2 to 300 after [`PATIENCE`] failures.
    fn wait(&self, login: &str, now: Moment) -> i64 {
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((count, last)) = failures.get(login).copied() else { return 0 };
        let pause = if count < PATIENCE { 0 } else { 1_i64 << (count - PATIENCE + 1).min(9) };
        ((last.plus_seconds(pause.min(300)).0 - now.0) / 1_000_000).max(0)
    }

    fn failed(&self, login: &str, now: Moment) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        if failures.len() > 10_000 {
            failures.retain(|_, (_, last)| now.0 - last.0 < 600_000_000);
        }
        let entry = failures.entry(login.to_owned()).or_insert((0, now));
        *entry = (entry.0.saturating_add(1), now);
    }

    fn forget(&self, login: &str) {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner).remove(login);
    }
}

/// Opens a session and gives its secret.
///
/// Problems on field `password`: `sign-in-wrong` whatever was wrong, `sign-in-wait` (param `seconds`).
pub async fn sign_in(cx: &Cx, login: &str, typed: &str) -> Result<String> {
    let login: String = login.trim().to_ascii_lowercase().chars().take(64).collect();
    let wait = cx.app.slow().wait(&login, cx.now());
    if wait > 0 {
        return Err(Problem::new("password", "sign-in-wait").with("seconds", wait).into());
    }
    let found = cx.app.store().read().await?.member_by_login(&login).await?;
    let (member, hash) = found.filter(|(member, _)| member.disabled.is_none()).unzip();
    let typed: String = typed.chars().take(model::member::PASSWORD_MAX + 1).collect();
    let fits = password::fits(&cx.app, &typed, hash).await?;
    let Some(member) = member.filter(|_| fits) else {
        cx.app.slow().failed(&login, cx.now());
        return Err(Problem::new("password", "sign-in-wrong").into());
    };
    cx.app.slow().forget(&login);
    open(cx, member).await
}

async fn open(cx: &Cx, member: Member) -> Result<String> {
    let secret = URL_SAFE_NO_PAD.encode(cx.app.random::<32>());
    let session = Session { key: hash(&secret), member: member.id, created: cx.now(), seen: cx.now() };
    let cx = cx.app.cx(crate::Actor::Member(Box::new(member)), cx.door());
    let mut tx = cx.begin("session.sign-in").await?;
    tx.add_session(&session).await?;
    cx.keep_plain(tx, "").await?;
    Ok(secret)
}

/// The member behind a cookie's secret, while the session holds and the member is not shut out.
pub async fn resume(app: &App, secret: &str) -> Result<Option<(Member, Session)>> {
    if secret.len() > 64 {
        return Ok(None);
    }
    let mut view = app.store().read().await?;
    let Some(session) = view.session(&hash(secret)).await? else { return Ok(None) };
    let member = view.member(session.member).await?.filter(|member| member.disabled.is_none());
    let Some(member) = member.filter(|_| session.holds_at(app.now())) else { return Ok(None) };
    drop(view);
    if app.now().0 - session.seen.0 > TOUCH_SECONDS * 1_000_000 {
        touch(app, &member, &session).await?;
    }
    Ok(Some((member, session)))
}

async fn touch(app: &App, member: &Member, session: &Session) -> Result<()> {
    let cx = app.cx(crate::Actor::Member(Box::new(member.clone())), model::record::Door::Page);
    let mut tx = cx.begin("session.touch").await?;
    tx.touch_session(&session.key, cx.now()).await?;
    cx.keep_plain(tx, "").await
}

/// Ends the session of that secret.
pub async fn sign_out(cx: &Cx, secret: &str) -> Result<()> {
    let mut tx = cx.begin("session.sign-out").await?;
    tx.end_session(&hash(secret)).await?;
    cx.keep_plain(tx, "").await
}

/// The member's own sessions that still hold.
pub async fn list(cx: &Cx) -> Result<Vec<Session>> {
    let member = cx.known_member()?;
    let mut sessions = cx.app.store().read().await?.sessions_of(member.id).await?;
    sessions.retain(|session| session.holds_at(cx.now()));
    Ok(sessions)
}

/// Ends one of the member's own sessions.
pub async fn end(cx: &Cx, key: &str) -> Result<()> {
    let member = cx.known_member()?;
    let mut tx = cx.begin("session.end").await?;
    let own = tx.session(key).await?.filter(|session| session.member == member.id);
    let session = own.ok_or(Error::NotFound)?;
    tx.end_session(&session.key).await?;
    cx.keep_plain(tx, "").await
}
