//! `reflex init`: an empty folder becomes a node with an administrator.
//!
//! Refuses a folder that is a node already; a refusal leaves nothing behind. What an interrupted start left is finished
//! by the next one.

use super::failure::Failure;
use super::out::Out;
use super::password::Password;
use super::{node, password};
use crate::config::Config;
use app::App;
use app::member::MemberDraft;
use app::seat::Seat;
use clap::Args;
use model::agency::AgencyKind;
use model::member::Role;
use serde_json::json;
use std::path::PathBuf;

/// The participant whose service runs the machine, where no other is named.
const OPERATOR: &str = "NODE";

/// Options of `reflex init`.
#[derive(Args)]
pub struct Init {
    /// What the administrator types to sign in.
    #[arg(long, default_value = "admin", value_name = "LOGIN")]
    admin: String,
    /// Read the administrator's password from this file, or standard input with `-`; without it one is made and printed.
    #[arg(long, value_name = "FILE")]
    admin_password_file: Option<PathBuf>,
    /// The participant whose service runs this node: a country code, or another short code.
    #[arg(long, default_value = OPERATOR, value_name = "CODE")]
    participant: String,
    /// What that service is called.
    #[arg(long, default_value = "Node operation", value_name = "NAME")]
    name: String,
    /// Language of the administrator's pages: en, ru or fa.
    #[arg(long, default_value = "en", value_name = "LANG")]
    lang: String,
}

impl Init {
    /// Makes the node.
    pub async fn run(&self, config: &Config, out: Out) -> Result<(), Failure> {
        let password = password::read(self.admin_password_file.as_deref())?;
        let (draft, seat) = (self.draft(&password), self.seat());
        // What is refused whatever the folder holds is refused before anything is made in it.
        app::seat::check(&draft, &seat).map_err(Failure::Invalid)?;
        let app = node::open_or_make(config).await?;
        let folder = config.data.display().to_string();
        if has_administrator(&app).await? {
            return Err(Failure::Refused(format!(
                "{folder} is a node already. Way out: `reflex --data {folder} serve`, or another --data"
            )));
        }
        let member = app::seat::add(&node::operator(&app), &draft, &seat).await?;
        let node = &app.node().id;
        let mut value =
            json!({ "node": node, "data": folder, "database": config.database_shown(), "admin": member.login });
        let told = format!("Node {node} in {folder}\nAdministrator: {}", member.login);
        let next = format!("Next: reflex --data {folder} serve");
        if !password.made {
            return out.data(&value, || format!("{told}\n{next}"));
        }
        value["password"] = json!(password.text);
        let lost = format!("`reflex --data {folder} user reset {}`", member.login);
        out.once(&value, || format!("{told}\nPassword: {}  (shown this once)\n{next}", password.text), &lost)
    }

    fn draft(&self, password: &Password) -> MemberDraft {
        MemberDraft {
            login: self.admin.clone(),
            role: Role::Administrator.to_string(),
            agency: String::new(),
            lang: self.lang.clone(),
            password: password.text.clone(),
        }
    }

    fn seat(&self) -> Seat {
        let kind = AgencyKind::Other.to_string();
        Seat { participant: self.participant.clone(), kind, name: self.name.clone() }
    }
}

/// Whether somebody looks after the node already.
pub async fn has_administrator(app: &App) -> Result<bool, Failure> {
    let all = app::member::list(&node::operator(app)).await?;
    Ok(all.iter().any(|member| member.role == Role::Administrator))
}
