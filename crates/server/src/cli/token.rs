//! `reflex token`: keys of the API, made at the machine for members whose role makes none themselves.

use super::failure::Failure;
use super::out::Out;
use super::{members, node};
use crate::config::Config;
use app::Cx;
use app::token::TokenDraft;
use clap::{Args, Subcommand};
use model::problem::{Problem, Problems};
use model::token::{Token as Key, TokenScope};
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
        let reads = matches!(self.verb, Verb::List { .. });
        let app = if reads { node::read(config).await? } else { node::open(config).await? };
        let cx = node::operator(&app);
        match &self.verb {
            Verb::Add { user, name, scopes, days } => {
                let login = user.clone();
                let draft = TokenDraft { name: name.clone(), scopes: scopes.clone(), days: days.clone(), login };
                let made = app::token::add(&cx, &draft).await;
                let (token, secret) = made.map_err(|error| with_choices(error.into(), scopes))?;
                let mut value = shown(&token);
                value["secret"] = json!(secret);
                let lost = format!("`reflex token revoke --user {user} {}`, and make another", token.id);
                let told = format!("{secret}\n(shown this once; {} until {})", token.id, token.expires.iso());
                out.once(&value, || told, &lost)
            }
            Verb::List { user } => {
                let all = of_agency(&cx, user).await?;
                out.data(&json!({ "tokens": all.iter().map(shown).collect::<Vec<_>>() }), || {
                    all.iter().map(line).collect::<Vec<_>>().join("\n")
                })
            }
            Verb::Revoke { user, id } => {
                let known = of_agency(&cx, user).await?.into_iter().find(|token| token.id.to_string() == *id);
                let unknown = || Failure::from(Problem::new("id", "identifier-unknown").with("text", id));
                app::token::revoke(&cx, known.ok_or_else(unknown)?.id).await?;
                out.data(&json!({ "id": id, "state": "revoked" }), || format!("{id} revoked"))
            }
        }
    }
}

/// The same failure, in which scopes that are none are named with those that are.
fn with_choices(failure: Failure, scopes: &[String]) -> Failure {
    let Failure::Invalid(Problems(mut problems)) = failure else { return failure };
    let known = TokenScope::ALL.iter().map(|scope| scope.code()).collect::<Vec<_>>().join(", ");
    let unknown = scopes.iter().filter(|word| TokenScope::parse(word).is_none());
    let named = unknown.map(|word| Problem::new("scopes", "code-unlisted").with("text", word).with("known", &known));
    let named: Vec<Problem> = named.collect();
    problems.retain(|problem| problem.code != "scopes-missing" || named.is_empty());
    problems.extend(named);
    Failure::Invalid(Problems(problems))
}

/// The keys of the agency of a member.
async fn of_agency(cx: &Cx, login: &str) -> Result<Vec<Key>, Failure> {
    let agency = members::member(cx, login).await?.agency;
    let all = app::token::list(cx).await?.into_iter().map(|held| held.token);
    Ok(all.filter(|token| token.agency == agency).collect())
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
