//! `reflex token`: keys of the API, made at the machine for members whose role makes none themselves.

use super::failure::Failure;
use super::out::Out;
use super::{members, node};
use crate::config::Config;
use app::token::TokenDraft;
use clap::{Args, Subcommand};
use model::problem::Problem;
use model::token::Token as Key;
use serde_json::{Value, json};

/// Options of `reflex token`.
#[derive(Args)]
pub struct Token {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Make a key that acts as a member, and print its secret once.
    Add {
        /// The member it acts as.
        #[arg(long, value_name = "LOGIN")]
        user: String,
        /// What the key is called.
        #[arg(long)]
        name: String,
        /// read, incidents or operations; several with commas.
        #[arg(long, value_delimiter = ',', default_value = "read")]
        scopes: Vec<String>,
        /// Days until it ends, 1 to 400.
        #[arg(long, default_value = "90")]
        days: String,
    },
    /// List the keys of a member's agency.
    List {
        /// The member.
        #[arg(long, value_name = "LOGIN")]
        user: String,
    },
    /// End a key of a member's agency.
    Revoke {
        /// The member.
        #[arg(long, value_name = "LOGIN")]
        user: String,
        /// The key's identifier, as listed.
        id: String,
    },
}

impl Token {
    /// Does it.
    pub async fn run(&self, config: &Config, out: Out) -> Result<(), Failure> {
        let app = node::open(config).await?;
        let cx = node::operator(&app);
        match &self.verb {
            Verb::Add { user, name, scopes, days } => {
                let member = members::member(&cx, user).await?;
                let draft = TokenDraft { name: name.clone(), scopes: scopes.clone(), days: days.clone() };
                let (token, secret) = app::token::add_for(&cx, &member, &draft).await?;
                let mut value = shown(&token);
                value["secret"] = json!(secret);
                out.data(&value, || format!("{secret}\n(shown this once; {} until {})", token.id, token.expires.iso()));
            }
            Verb::List { user } => {
                let member = members::member(&cx, user).await?;
                let all = app::token::list_for(&cx, &member).await?;
                out.data(&json!({ "tokens": all.iter().map(shown).collect::<Vec<_>>() }), || {
                    all.iter().map(line).collect::<Vec<_>>().join("\n")
                });
            }
            Verb::Revoke { user, id } => {
                let member = members::member(&cx, user).await?;
                let id =
                    id.parse().map_err(|_| Failure::from(Problem::new("id", "identifier-unknown").with("text", id)))?;
                app::token::revoke_for(&cx, &member, id).await?;
                out.data(&json!({ "id": id, "state": "revoked" }), || format!("{id} revoked"));
            }
        }
        Ok(())
    }
}

fn line(token: &Key) -> String {
    let state = if token.revoked.is_some() { "  revoked" } else { "" };
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.code()).collect();
    format!("{}  {:<24} {:<28} until {}{state}", token.id, token.name, scopes.join(","), token.expires.iso())
}

fn shown(token: &Key) -> Value {
    json!({
        "id": token.id,
        "name": token.name,
        "scopes": token.scopes,
        "created": token.created.iso(),
        "expires": token.expires.iso(),
        "revoked": token.revoked.map(model::time::Moment::iso),
    })
}
