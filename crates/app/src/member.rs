//! Accounts: made, shut out, let in again and reset by the node's administrator; a password changed by its member.
//!
//! Refuses to show a password or its hash to anybody, and to let an account write without an agency.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::password;
use model::agency::{Agency, AgencyId};
use model::lang::Lang;
use model::member::{Member, Role, check_password, read_login};
use model::permission::{Action, Relation};
use model::problem::{Problem, Problems};
use serde::{Deserialize, Serialize};
use store::{Conn, Tx};

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
    // What is wrong is said, and the password hashed, before the turn to write is taken.
    let mut view = cx.app.store().read().await?;
    let agency = agency(&mut view, draft).await?;
    check(cx, &mut view, draft, agency).await?;
    drop(view);
    let hash = password::hash(&cx.app, &draft.password).await?;
    let mut tx = cx.begin("member.add").await?;
    let agency = self::agency(&mut tx, draft).await?;
    let member = check(cx, &mut tx, draft, agency).await?;
    tx.add_member(&member, &hash).await?;
    cx.keep_plain(tx, format!("member={}", member.id)).await?;
    Ok(member)
}

/// The agency that a draft names.
async fn agency(conn: &mut Conn, draft: &MemberDraft) -> Result<Result<Agency, Problems>> {
    let known = match draft.agency.trim().parse::<AgencyId>() {
        Ok(id) => conn.agency(id).await?,
        Err(_) => None,
    };
    Ok(known.ok_or_else(|| Problem::new("agency", "agency-unknown").with("text", &draft.agency).into()))
}

/// The account that a draft asks for in an agency, or everything that is wrong with both.
pub(crate) async fn check(
    cx: &Cx,
    conn: &mut Conn,
    draft: &MemberDraft,
    agency: Result<Agency, Problems>,
) -> Result<Member> {
    let mut problems = Problems::none();
    let login = problems.keep(read_login("login", &draft.login));
    if let Some(login) = &login
        && conn.member_by_login(login).await?.is_some()
    {
        problems.add(Problem::new("login", "login-taken").with("text", login));
    }
    let role = problems.keep(read_role(draft));
    let agency = agency.map_err(|found| problems.0.extend(found.0)).ok();
    let lang = problems.keep(read_lang(draft));
    problems.keep(check_password("password", &draft.password));
    let parts = login.zip(role).zip(agency).zip(lang);
    let member = parts.map(|(((login, role), agency), lang)| Member {
        id: cx.mint(),
        login,
        role,
        agency: agency.id,
        participant: agency.participant,
        lang,
        disabled: None,
        created: cx.now(),
    });
    Ok(problems.or(member)?)
}

pub(crate) fn read_role(draft: &MemberDraft) -> Result<Role, Problem> {
    let unknown = || Problem::new("role", "code-unlisted").with("text", draft.role.trim()).with("known", roles());
    Role::parse(draft.role.trim()).ok_or_else(unknown)
}

fn roles() -> String {
    Role::ALL.iter().map(|role| role.code()).collect::<Vec<_>>().join(", ")
}

/// The language of the account's pages; English where none is said.
pub(crate) fn read_lang(draft: &MemberDraft) -> Result<Lang, Problem> {
    let tag = draft.lang.trim();
    let known = || Lang::ALL.map(Lang::tag).join(", ");
    let unknown = || Problem::new("lang", "code-unlisted").with("text", tag).with("known", known());
    if tag.is_empty() { Ok(Lang::default()) } else { Lang::parse(tag).ok_or_else(unknown) }
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
