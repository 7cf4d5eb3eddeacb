//! `reflex init`: an empty folder becomes a node with an administrator.
//!
//! Refuses a folder that is a node already. What an interrupted start left is finished by the next one.

use super::failure::Failure;
use super::out::Out;
use super::{members, node, password};
use crate::config::Config;
use app::App;
use app::member::MemberDraft;
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
        let app = node::open_or_make(config).await?;
        let folder = config.data.display();
        if has_administrator(&app).await? {
            return Err(Failure::Refused(format!(
                "{folder} is a node already. Way out: `reflex --data {folder} serve`, or another --data"
            )));
        }
        let cx = node::operator(&app);
        let password = password::read(&app, self.admin_password_file.as_deref())?;
        let agency = members::agency(&cx, &self.participant, AgencyKind::Other, Some(&self.name)).await?;
        let draft = MemberDraft {
            login: self.admin.clone(),
            role: Role::Administrator.to_string(),
            agency: agency.id.to_string(),
            lang: self.lang.clone(),
            password: password.text.clone(),
        };
        let member = app::member::add(&cx, &draft).await?;
        let mut value = json!({ "node": app.node().id, "data": folder.to_string(), "database": config.database_shown(), "admin": member.login });
        if password.made {
            value["password"] = json!(password.text);
        }
        out.data(&value, || {
            let said =
                if password.made { format!("Password: {}  (shown this once)\n", password.text) } else { String::new() };
            format!(
                "Node {} in {folder}\nAdministrator: {}\n{said}Next: reflex --data {folder} serve",
                app.node().id,
                member.login
            )
        });
        Ok(())
    }
}

async fn has_administrator(app: &App) -> Result<bool, Failure> {
    let all = app::member::list(&node::operator(app)).await?;
    Ok(all.iter().any(|member| member.role == Role::Administrator))
}
