//! Accounts: made, shut out, let in again and reset by the node's administrator; a password changed by its member.
//!
//! Refuses to show a password or its hash to anybody, and to let an account write without an agency.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::password;
use model::agency::AgencyId;
use model::lang::Lang;
use model::member::{Member, Role, check_password, read_login};
use model::permission::{Action, Relation};
use model::problem::{Problem, Problems};
use serde::{Deserialize, Serialize};
use store::Tx;

/// An account as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MemberDraft {
    /// What is typed to sign in.
    pub login: String,
    /// [`Role`] code.
    pub role: String,
    /// Agency identifier.
    pub agency: String,
    /// Language tag.
    pub lang: String,
    /// First password.
    pub password: String,
}

/// All accounts of the node.
pub async fn list(cx: &Cx) -> Result<Vec<Member>> {
    cx.must(Action::ManageMembers, Relation::Outsider)?;
    Ok(cx.app.store().read().await?.members().await?)
}

/// Makes an account.
pub async fn add(cx: &Cx, draft: &MemberDraft) -> Result<Member> {
    cx.must(Action::ManageMembers, Relation::Outsider)?;
    let mut tx = cx.begin("member.add").await?;
    let member = check(cx, &mut tx, draft).await?;
    let hash = password::hash(&cx.app, &draft.password).await?;
    tx.add_member(&member, &hash).await?;
    cx.keep_plain(tx, format!("member={}", member.id)).await?;
    Ok(member)
}

async fn check(cx: &Cx, tx: &mut Tx, draft: &MemberDraft) -> Result<Member> {
    let mut problems = Problems::none();
    let login = problems.keep(read_login("login", &draft.login));
    if let Some(login) = &login
        && tx.member_by_login(login).await?.is_some()
    {
        problems.add(Problem::new("login", "login-taken").with("text", login));
    }
    let role = Role::parse(draft.role.trim());
    if role.is_none() {
        problems.add(Problem::new("role", "code-unknown").with("text", &draft.role));
    }
    let agency = match draft.agency.trim().parse::<AgencyId>() {
        Ok(id) => tx.agency(id).await?,
        Err(_) => None,
    };
    if agency.is_none() {
        problems.add(Problem::new("agency", "agency-unknown").with("text", &draft.agency));
    }
    problems.keep(check_password("password", &draft.password));
    let parts = login.zip(role).zip(agency);
    let member = parts.map(|((login, role), agency)| Member {
        id: cx.mint(),
        login,
        role,
        agency: agency.id,
        participant: agency.participant,
        lang: Lang::parse(&draft.lang).unwrap_or_default(),
        disabled: None,
        created: cx.now(),
    });
    Ok(problems.or(member)?)
}

/// Shuts an account out and ends its sessions.
pub async fn disable(cx: &Cx, login: &str) -> Result<()> {
    cx.must(Action::ManageMembers, Relation::Outsider)?;
    let mut tx = cx.begin("member.disable").await?;
    let member = find(&mut tx, login).await?;
    if cx.member().is_some_and(|own| own.id == member.id) {
        return Err(Error::Refused("own-account"));
    }
    tx.set_disabled(member.id, Some(cx.now())).await?;
    tx.end_sessions_of(member.id).await?;
    cx.keep_plain(tx, format!("member={}", member.id)).await
}

/// Lets an account in again.
pub async fn enable(cx: &Cx, login: &str) -> Result<()> {
    cx.must(Action::ManageMembers, Relation::Outsider)?;
    let mut tx = cx.begin("member.enable").await?;
    let member = find(&mut tx, login).await?;
    tx.set_disabled(member.id, None).await?;
    cx.keep_plain(tx, format!("member={}", member.id)).await
}

/// Gives an account a new password and ends its sessions.
pub async fn reset(cx: &Cx, login: &str, typed: &str) -> Result<()> {
    cx.must(Action::ManageMembers, Relation::Outsider)?;
    check_password("password", typed)?;
    let hash = password::hash(&cx.app, typed).await?;
    let mut tx = cx.begin("member.reset").await?;
    let member = find(&mut tx, login).await?;
    tx.set_password(member.id, &hash).await?;
    tx.end_sessions_of(member.id).await?;
    cx.keep_plain(tx, format!("member={}", member.id)).await
}

/// Changes the member's own password; the old one must fit. Other sessions end.
pub async fn change_password(cx: &Cx, old: &str, new: &str) -> Result<()> {
    let member = cx.known_member()?;
    let mut problems = Problems::none();
    let hash = cx.app.store().read().await?.member_by_login(&member.login).await?.map(|(_, hash)| hash);
    if !password::fits(&cx.app, old, hash).await? {
        problems.add(Problem::new("old", "password-wrong"));
    }
    problems.keep(check_password("new", new));
    problems.or(Some(()))?;
    let hash = password::hash(&cx.app, new).await?;
    let mut tx = cx.begin("member.password").await?;
    tx.set_password(member.id, &hash).await?;
    tx.end_sessions_of(member.id).await?;
    cx.keep_plain(tx, "").await
}

/// Changes the language of the member's pages.
pub async fn set_lang(cx: &Cx, lang: Lang) -> Result<()> {
    let member = cx.known_member()?;
    let mut tx = cx.begin("member.lang").await?;
    tx.set_lang(member.id, lang).await?;
    cx.keep_plain(tx, "").await
}

async fn find(tx: &mut Tx, login: &str) -> Result<Member> {
    let found = tx.member_by_login(&login.trim().to_ascii_lowercase()).await?;
    found.map(|(member, _)| member).ok_or(Error::NotFound)
}
