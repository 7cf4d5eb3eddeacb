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
    /// Counts an attempt as failed before it is known, so that many at once are no way around the wait; or the seconds
    /// this login has to wait, doubling from 2 to 300 after [`PATIENCE`] failures.
    fn attempt(&self, login: &str, now: Moment) -> Result<(), i64> {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        if failures.len() > 10_000 {
            failures.retain(|_, (_, last)| now.0 - last.0 < 600_000_000);
        }
        let entry = failures.entry(login.to_owned()).or_insert((0, now));
        let wait = (entry.1.plus_seconds(pause_after(entry.0)).0 - now.0) / 1_000_000;
        if wait > 0 {
            return Err(wait);
        }
        *entry = (entry.0.saturating_add(1), now);
        Ok(())
    }

    /// Takes one attempt back that was never looked at.
    fn forgive(&self, login: &str) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((count, _)) = failures.get_mut(login) {
            *count = count.saturating_sub(1);
        }
    }

    fn forget(&self, login: &str) {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner).remove(login);
    }
}

const fn pause_after(failures: u32) -> i64 {
    match failures {
        0..PATIENCE => 0,
        more if more < PATIENCE + 8 => 1 << (more - PATIENCE + 1),
        _ => 300,
    }
}

/// Opens a session and gives its secret.
///
/// Problems on field `password`: `sign-in-wrong` whatever was wrong, `sign-in-wait` (param `seconds`).
pub async fn sign_in(cx: &Cx, login: &str, typed: &str) -> Result<String> {
    let login: String = login.trim().to_ascii_lowercase().chars().take(64).collect();
    let wait = |seconds| Problem::new("password", "sign-in-wait").with("seconds", seconds);
    cx.app.slow().attempt(&login, cx.now()).map_err(wait)?;
    let member = behind(cx, &login, typed).await.inspect_err(|_| cx.app.slow().forgive(&login))?;
    let member = member.ok_or_else(|| Problem::new("password", "sign-in-wrong"))?;
    cx.app.slow().forget(&login);
    open(cx, member).await
}

/// The member that this login and password are of.
async fn behind(cx: &Cx, login: &str, typed: &str) -> Result<Option<Member>> {
    let found = cx.app.store().read().await?.member_by_login(login).await?;
    let (member, hash) = found.filter(|(member, _)| member.disabled.is_none()).unzip();
    let typed: String = typed.chars().take(model::member::PASSWORD_MAX + 1).collect();
    let fits = password::fits(&cx.app, &typed, hash).await?;
    Ok(member.filter(|_| fits))
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

/// The member behind a cookie's secret, while the session holds and the member is not shut out. Asking is no use of it.
pub async fn holder(app: &App, secret: &str) -> Result<Option<(Member, Session)>> {
    if secret.len() > 64 {
        return Ok(None);
    }
    let mut view = app.store().read().await?;
    let Some(session) = view.session(&hash(secret)).await? else { return Ok(None) };
    let member = view.member(session.member).await?.filter(|member| member.disabled.is_none());
    Ok(member.filter(|_| session.holds_at(app.now())).map(|member| (member, session)))
}

/// The same for a request, which is a use of the session and written down now and then.
pub async fn resume(app: &App, secret: &str) -> Result<Option<(Member, Session)>> {
    let Some((member, session)) = holder(app, secret).await? else { return Ok(None) };
    if app.now().0 - session.seen.0 > TOUCH_SECONDS * 1_000_000 {
        // A page is read all the same where this cannot be written down: on a full disk, behind a long write.
        if let Err(error) = touch(app, &member, &session).await {
            tracing::warn!(%error, "the use of a session was not noted");
        }
    }
    Ok(Some((member, session)))
}

async fn touch(app: &App, member: &Member, session: &Session) -> Result<()> {
    let cx = app.cx(crate::Actor::Member(Box::new(member.clone())), model::record::Door::Page);
    let mut tx = cx.begin("session.touch").await?;
    tx.touch_session(&session.key, cx.now()).await?;
    cx.keep_plain(tx, "").await
}

/// Ends the member's own session of that secret; a guest has none, and nothing is written down.
pub async fn sign_out(cx: &Cx, secret: &str) -> Result<()> {
    let Some(member) = cx.member() else { return Ok(()) };
    let key = hash(secret);
    let mut tx = cx.begin("session.sign-out").await?;
    match tx.session(&key).await?.filter(|session| session.member == member.id) {
        Some(session) => tx.end_session(&session.key).await?,
        None => return Ok(tx.undo().await?),
    }
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
