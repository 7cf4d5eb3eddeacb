//! `reflex demo`: an invented operation to walk through, one sign-in per role; a second start resumes.
//!
//! Refuses a data folder that holds anything real.

use super::failure::Failure;
use super::out::Out;
use super::{node, serve};
use crate::config::{Config, Found, Source};
use clap::Args;
use serde_json::{Value, json};

/// Options of `reflex demo`.
#[derive(Args)]
pub struct Demo {
    /// Fill the data folder, print the sign-ins, and end.
    #[arg(long)]
    fill_only: bool,
}

/// A demonstration has a data folder of its own, and a quiet log between its sentences.
pub fn defaults() -> Source {
    let found = |value: &str| Found { value: value.to_owned(), place: "the default of demo".to_owned() };
    [("data", found("./reflex-demo")), ("log", found("warn"))].into()
}

impl Demo {
    /// Fills where needed, then serves.
    pub async fn run(&self, config: Config, out: Out) -> Result<(), Failure> {
        let listener = if self.fill_only { None } else { Some(serve::listen(&config).await?) };
        let mut app = node::open_or_make(&config).await?;
        if app.node().demonstration {
            out.tell(&format!("The demonstration in {} goes on", config.data.display()));
        } else {
            out.tell(&format!("Filling {} with an invented operation", config.data.display()));
            app::demo::fill(&node::operator(&app), |done, all| out.tell(&format!("  {done} of {all} incidents")))
                .await?;
            // Opened again, for the clock of the demonstration to take effect.
            drop(app);
            app = node::open_or_make(&config).await?;
        }
        say_sign_ins(out)?;
        match listener {
            Some(listener) => serve::run(app, config, listener, out).await,
            None => Ok(()),
        }
    }
}

fn say_sign_ins(out: Out) -> Result<(), Failure> {
    let all = app::demo::sign_ins();
    let value: Vec<Value> = all
        .iter()
        .map(|one| json!({ "role": one.role, "participant": one.participant, "login": one.login, "password": one.password }))
        .collect();
    out.data(&json!({ "sign_ins": value }), || {
        let line = |one: &app::demo::SignIn| format!("  {:<16} {:<20} {}", one.role, one.login, one.password);
        let lines: Vec<String> = all.iter().map(line).collect();
        format!("  {:<16} {:<20} password\n{}", "role", "login", lines.join("\n"))
    })
}
