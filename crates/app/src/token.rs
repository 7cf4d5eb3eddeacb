//! Tokens: keys with which an agency's software uses the REST API; made by a contact point for the members of its own
//! participant, by an administrator for any.
//!
//! Refuses to show a secret twice, and to give a key more than its member may do.

use crate::cx::{Actor, App, Cx};
use crate::error::{Error, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::agency::AgencyId;
use model::member::{Member, Role};
use model::permission::{Action, Relation};
use model::problem::{Problem, Problems};
use model::record::Door;
use model::text;
use model::token::{Token, TokenId, TokenScope};
use model::wire::v1::hash;
use serde::{Deserialize, Serialize};

/// A key as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TokenDraft {
    /// What it is called.
    pub name: String,
    /// [`TokenScope`] codes.
    pub scopes: Vec<String>,
    /// Days until it ends, 1 to 400.
    pub days: String,
    /// Sign-in name of the member it acts as; blank for whoever makes it.
    pub login: String,
}

/// A key with the login of the member it acts as.
#[derive(Debug, Clone)]
pub struct Held {
    /// The key.
    pub token: Token,
    /// Who it acts as.
    pub login: String,
}

/// The keys the caller looks after: those of its own participant's members, or of all.
pub async fn list(cx: &Cx) -> Result<Vec<Held>> {
    let mut held = Vec::new();
    let members = holders(cx).await?;
    let mut view = cx.app.store().read().await?;
    let mut agencies: Vec<AgencyId> = members.iter().map(|member| member.agency).collect();
    agencies.sort_unstable();
    agencies.dedup();
    for agency in agencies {
        for token in view.tokens_of(agency).await? {
            let login = members.iter().find(|member| member.id == token.member);
            held.push(Held { login: login.map_or_else(String::new, |member| member.login.clone()), token });
        }
    }
    Ok(held)
}

/// The members for whom the caller may make keys.
pub async fn holders(cx: &Cx) -> Result<Vec<Member>> {
    let own = cx.member().map(|member| member.participant.clone());
    cx.must(Action::ManageTokens, Relation::OwnParticipant)?;
    let mut members = cx.app.store().read().await?.members().await?;
    members.retain(|member| {
        let relation =
            if own.as_ref() == Some(&member.participant) { Relation::OwnParticipant } else { Relation::Outsider };
        member.disabled.is_none() && cx.must(Action::ManageTokens, relation).is_ok() && !outreaches(cx, member)
    });
    Ok(members)
}

/// A contact point makes no key that could do more than itself: none that acts as a coordinator or administrator.
fn outreaches(cx: &Cx, member: &Member) -> bool {
    let high = matches!(member.role, Role::Coordinator | Role::Administrator);
    high && cx.member().is_some_and(|own| own.role == Role::ContactPoint)
}

/// Makes a key that acts as the member the draft names (the caller where it names none) and gives its secret, the only
/// time it is seen.
pub async fn add(cx: &Cx, draft: &TokenDraft) -> Result<(Token, String)> {
    let members = holders(cx).await?;
    let token = check(cx, &members, draft)?;
    let secret = format!("rfx_{}", URL_SAFE_NO_PAD.encode(cx.app.random::<32>()));
    let mut tx = cx.begin("token.add").await?;
    tx.add_token(&token, &hash(&secret)).await?;
    cx.keep_plain(tx, format!("token={} member={}", token.id, token.member)).await?;
    Ok((token, secret))
}

fn check(cx: &Cx, members: &[Member], draft: &TokenDraft) -> Result<Token, Problems> {
    let mut problems = Problems::none();
    let name = problems.keep(text::required("name", &draft.name, 80));
    let scopes: Vec<TokenScope> = draft.scopes.iter().filter_map(|code| TokenScope::parse(code)).collect();
    if scopes.is_empty() || scopes.len() != draft.scopes.len() {
        problems.add(Problem::new("scopes", "scopes-missing"));
    }
    let days = draft.days.trim().parse::<i64>().ok().filter(|days| (1..=400).contains(days));
    if days.is_none() {
        problems.add(Problem::new("days", "days-range").with("text", &draft.days));
    }
    let member = named(cx, members, draft.login.trim());
    if member.is_none() {
        problems.add(Problem::new("login", "login-unknown").with("text", draft.login.trim()));
    }
    problems.or(name.zip(days).zip(member).map(|((name, days), member)| Token {
        id: cx.mint(),
        name,
        member: member.id,
        agency: member.agency,
        scopes,
        created: cx.now(),
        expires: cx.now().plus_seconds(days * 86_400),
        used: None,
        revoked: None,
    }))
}

fn named<'a>(cx: &Cx, members: &'a [Member], login: &str) -> Option<&'a Member> {
    members.iter().find(|member| match login {
        "" => cx.member().is_some_and(|own| own.id == member.id),
        login => member.login.eq_ignore_ascii_case(login),
    })
}

/// Ends a key the caller looks after.
pub async fn revoke(cx: &Cx, id: TokenId) -> Result<()> {
    if list(cx).await?.iter().all(|held| held.token.id != id) {
        return Err(Error::NotFound);
    }
    let mut tx = cx.begin("token.revoke").await?;
    tx.revoke_token(id, cx.now()).await?;
    cx.keep_plain(tx, format!("token={id}")).await
}

/// The member a secret acts as, while the key holds and the member is not shut out. Asking is no use of it.
pub async fn holder(app: &App, secret: &str) -> Result<Option<(Member, Token)>> {
    if secret.len() > 128 {
        return Ok(None);
    }
    let mut view = app.store().read().await?;
    let held = view.token_by_key(&hash(secret)).await?;
    let held = held.filter(|token| token.revoked.is_none() && app.now() < token.expires);
    let Some(token) = held else { return Ok(None) };
    let member = view.member(token.member).await?.filter(|member| member.disabled.is_none());
    Ok(member.map(|member| (member, token)))
}

/// The same for a request, which is a use of the key and written down now and then.
pub async fn resume(app: &App, secret: &str) -> Result<Option<(Member, Token)>> {
    let Some((member, token)) = holder(app, secret).await? else { return Ok(None) };
    let now = app.now();
    if token.used.is_none_or(|used| now.0 - used.0 > 3_600_000_000) {
        // What was asked is answered all the same where this cannot be written down.
        if let Err(error) = touch(app, &member, &token).await {
            tracing::warn!(%error, "the use of a key was not noted");
        }
    }
    Ok(Some((member, token)))
}

async fn touch(app: &App, member: &Member, token: &Token) -> Result<()> {
    let cx = app.cx(Actor::Member(Box::new(member.clone())), Door::Api);
    let mut tx = cx.begin("token.use").await?;
    tx.touch_token(token.id, cx.now()).await?;
    cx.keep_plain(tx, format!("token={}", token.id)).await
}
