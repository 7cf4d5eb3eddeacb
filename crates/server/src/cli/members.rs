//! What commands about accounts share: an account found by its login.

use super::failure::Failure;
use app::Cx;
use model::member::Member;
use model::problem::Problem;

/// The account of that login.
pub async fn member(cx: &Cx, login: &str) -> Result<Member, Failure> {
    let wanted = login.trim().to_ascii_lowercase();
    let found = app::member::list(cx).await?.into_iter().find(|member| member.login == wanted);
    found.ok_or_else(|| Problem::new("login", "login-unknown").with("text", login).into())
}
