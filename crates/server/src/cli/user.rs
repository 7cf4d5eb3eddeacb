//! `reflex user`: accounts, managed at the machine.

use super::failure::Failure;
use super::out::Out;
use super::password::{Password, PasswordFlags};
use super::{members, node, password};
use crate::config::Config;
use app::Cx;
use app::member::MemberDraft;
use app::seat::Seat;
use clap::{Args, Subcommand};
use model::agency::AgencyId;
use model::member::Member;
use serde_json::{Value, json};

/// Options of `reflex user`.
#[derive(Args)]
pub struct User {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Add an account.
    Add(Add),
    /// List all accounts.
    List,
    /// Shut an account out and end its sessions.
    Disable {
        /// The account.
        login: String,
    },
    /// Let an account in again.
    Enable {
        /// The account.
        login: String,
    },
    /// Give an account a new password and end its sessions.
    Reset {
        /// The account.
        login: String,
        #[command(flatten)]
        password: PasswordFlags,
    },
}

#[derive(Args)]
struct Add {
    /// What is typed to sign in.
    login: String,
    /// administrator, coordinator, contact-point, officer, chemist, analyst, observer or supporter.
    #[arg(long)]
    role: String,
    /// The participant the account speaks for: a country code, or another short code; added where it is new.
    #[arg(long, value_name = "CODE")]
    participant: Option<String>,
    /// Its agency: an identifier, or a kind (drug-police, customs, border, forensic-laboratory, health, centre, other)
    /// of --participant, added where it is new.
    #[arg(long, default_value = "other", value_name = "ID|KIND")]
    agency: String,
    /// What a new agency is called, and a new participant that is no country.
    #[arg(long, value_name = "NAME")]
    agency_name: Option<String>,
    /// Language of its pages: en, ru or fa.
    #[arg(long, default_value = "en")]
    lang: String,
    #[command(flatten)]
    password: PasswordFlags,
}

impl User {
    /// Does it.
    pub async fn run(&self, config: &Config, out: Out) -> Result<(), Failure> {
        let reads = matches!(self.verb, Verb::List);
        let app = if reads { node::read(config).await? } else { node::open(config).await? };
        let cx = node::operator(&app);
        match &self.verb {
            Verb::Add(add) => add.run(&cx, out).await,
            Verb::List => list(&cx, out).await,
            Verb::Disable { login } => {
                members::member(&cx, login).await?;
                app::member::disable(&cx, login).await?;
                done(out, login, "disabled")
            }
            Verb::Enable { login } => {
                members::member(&cx, login).await?;
                app::member::enable(&cx, login).await?;
                done(out, login, "enabled")
            }
            Verb::Reset { login, password } => reset(&cx, login, password, out).await,
        }
    }
}

impl Add {
    async fn run(&self, cx: &Cx, out: Out) -> Result<(), Failure> {
        let password = password::read(self.password.password_file.as_deref())?;
        let member = self.add(cx, &password).await?;
        let added = format!("{} added as {} of {}", member.login, member.role, member.participant);
        let mut value = shown(&member);
        if !password.made {
            return out.data(&value, || added);
        }
        value["password"] = json!(password.text);
        let told = format!("{added}\nPassword: {}  (shown this once)", password.text);
        out.once(&value, || told, &reset_again(&member.login))
    }

    /// In the agency of an identifier, or in one of a kind that is made with the account where there is none.
    async fn add(&self, cx: &Cx, password: &Password) -> Result<Member, Failure> {
        let draft = MemberDraft {
            login: self.login.clone(),
            role: self.role.clone(),
            agency: self.agency.clone(),
            lang: self.lang.clone(),
            password: password.text.clone(),
        };
        if self.agency.parse::<AgencyId>().is_ok() {
            return Ok(app::member::add(cx, &draft).await?);
        }
        let seat = Seat {
            participant: self.participant.clone().unwrap_or_default(),
            kind: self.agency.clone(),
            name: self.agency_name.clone().unwrap_or_default(),
        };
        Ok(app::seat::add(cx, &draft, &seat).await?)
    }
}

fn reset_again(login: &str) -> String {
    format!("`reflex user reset {login}` makes another password")
}

async fn list(cx: &Cx, out: Out) -> Result<(), Failure> {
    let all = app::member::list(cx).await?;
    let values: Vec<Value> = all.iter().map(shown).collect();
    out.data(&json!({ "users": values }), || {
        let line = |member: &Member| {
            let state = if member.disabled.is_some() { "disabled" } else { "" };
            format!("{:<24} {:<14} {:<8} {state}", member.login, member.role.code(), member.participant.as_str())
        };
        all.iter().map(|member| line(member).trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    })
}

async fn reset(cx: &Cx, login: &str, flags: &PasswordFlags, out: Out) -> Result<(), Failure> {
    members::member(cx, login).await?;
    let password = password::read(flags.password_file.as_deref())?;
    app::member::reset(cx, login, &password.text).await?;
    let mut value = json!({ "login": login, "state": "reset" });
    if !password.made {
        return out.data(&value, || format!("{login} reset"));
    }
    value["password"] = json!(password.text);
    out.once(&value, || format!("Password: {}  (shown this once)", password.text), &reset_again(login))
}

fn done(out: Out, login: &str, state: &str) -> Result<(), Failure> {
    out.data(&json!({ "login": login, "state": state }), || format!("{login} {state}"))
}

fn shown(member: &Member) -> Value {
    json!({
        "login": member.login,
        "role": member.role,
        "participant": member.participant,
        "agency": member.agency,
        "lang": member.lang,
        "disabled": member.disabled.is_some(),
        "created": member.created.iso(),
    })
}
