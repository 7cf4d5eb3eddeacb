//! Tokens: keys with which an agency's software uses the REST API; made by a contact point for its own participant.
//!
//! Refuses to show a secret twice, and to give a key more than its member may do.

use crate::cx::{Actor, App, Cx};
use crate::error::{Error, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::member::Member;
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
}

/// The keys of the member's agency.
pub async fn list(cx: &Cx) -> Result<Vec<Token>> {
    cx.must(Action::ManageTokens, Relation::OwnAgency)?;
    Ok(cx.app.store().read().await?.tokens_of(cx.agency()).await?)
}

/// Makes a key and gives its secret, the only time it is seen.
pub async fn add(cx: &Cx, draft: &TokenDraft) -> Result<(Token, String)> {
    cx.must(Action::ManageTokens, Relation::OwnAgency)?;
    let member = cx.known_member()?;
    let token = check(cx, member, draft)?;
    let secret = format!("rfx_{}", URL_SAFE_NO_PAD.encode(cx.app.random::<32>()));
    let mut tx = cx.begin("token.add").await?;
    tx.add_token(&token, &hash(&secret)).await?;
    cx.keep_plain(tx, format!("token={}", token.id)).await?;
    Ok((token, secret))
}

fn check(cx: &Cx, member: &Member, draft: &TokenDraft) -> Result<Token, Problems> {
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
    problems.or(name.zip(days).map(|(name, days)| Token {
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

/// Makes a key that acts as `member`, by the node's operator: for members whose role makes none themselves.
pub async fn add_for(cx: &Cx, member: &Member, draft: &TokenDraft) -> Result<(Token, String)> {
    if !matches!(cx.actor(), Actor::Node) {
        return Err(Error::Refused("node-only"));
    }
    let token = check(cx, member, draft)?;
    let secret = format!("rfx_{}", URL_SAFE_NO_PAD.encode(cx.app.random::<32>()));
    let mut tx = cx.begin("token.add").await?;
    tx.add_token(&token, &hash(&secret)).await?;
    cx.keep_plain(tx, format!("token={} member={}", token.id, member.id)).await?;
    Ok((token, secret))
}

/// The keys of `member`'s agency, for the node's operator.
pub async fn list_for(cx: &Cx, member: &Member) -> Result<Vec<Token>> {
    if !matches!(cx.actor(), Actor::Node) {
        return Err(Error::Refused("node-only"));
    }
    Ok(cx.app.store().read().await?.tokens_of(member.agency).await?)
}

/// Ends a key of `member`'s agency, by the node's operator.
pub async fn revoke_for(cx: &Cx, member: &Member, id: TokenId) -> Result<()> {
    if list_for(cx, member).await?.iter().all(|token| token.id != id) {
        return Err(Error::NotFound);
    }
    let mut tx = cx.begin("token.revoke").await?;
    tx.revoke_token(id, cx.now()).await?;
    cx.keep_plain(tx, format!("token={id} member={}", member.id)).await
}

/// Ends a key of the member's agency.
pub async fn revoke(cx: &Cx, id: TokenId) -> Result<()> {
    cx.must(Action::ManageTokens, Relation::OwnAgency)?;
    let mut tx = cx.begin("token.revoke").await?;
    let own = tx.tokens_of(cx.agency()).await?.into_iter().any(|token| token.id == id);
    if !own {
        return Err(Error::NotFound);
    }
    tx.revoke_token(id, cx.now()).await?;
    cx.keep_plain(tx, format!("token={id}")).await
}

/// The member a secret acts as, while the key holds and the member is not shut out.
pub async fn resume(app: &App, secret: &str) -> Result<Option<(Member, Token)>> {
    if secret.len() > 128 {
        return Ok(None);
    }
    let mut view = app.store().read().await?;
    let now = app.now();
    let held = view.token_by_key(&hash(secret)).await?;
    let Some(token) = held.filter(|token| token.revoked.is_none() && now < token.expires) else { return Ok(None) };
    let member = view.member(token.member).await?.filter(|member| member.disabled.is_none());
    drop(view);
    let Some(member) = member else { return Ok(None) };
    if token.used.is_none_or(|used| now.0 - used.0 > 3_600_000_000) {
        let cx = app.cx(Actor::Member(Box::new(member.clone())), Door::Api);
        let mut tx = cx.begin("token.use").await?;
        tx.touch_token(token.id, now).await?;
        cx.keep_plain(tx, format!("token={}", token.id)).await?;
    }
    Ok(Some((member, token)))
}
