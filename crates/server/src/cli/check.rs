//! `reflex check`, `verify-log` and `migrate`: whether the node is sound, and what is wrong where it is not.

use super::failure::Failure;
use super::node;
use super::out::Out;
use crate::config::Config;
use app::condition::{Condition, examine, standing};
use clap::Args;
use model::audit::{ChainFault, ChainReport};
use serde_json::{Value, json};

/// Options of `reflex check`.
#[derive(Args)]
pub struct Check {}

impl Check {
    /// Looks at everything; ends with code 3 where something is wrong.
    pub async fn run(&self, config: &Config, out: Out) -> Result<(), Failure> {
        let app = node::read(config).await?;
        let found = examine(&node::operator(&app)).await?;
        out.data(&shown(config, &found), || told(config, &found))?;
        if found.is_sound() {
            Ok(())
        } else {
            Err(Failure::Broken(
                "the node is not sound. Way out: stop it, keep a copy, restore the last good backup".to_owned(),
            ))
        }
    }
}

fn shown(config: &Config, found: &Condition) -> Value {
    json!({
        "sound": found.is_sound(),
        "data": config.data.display().to_string(),
        "database": config.database_shown(),
        "listen": config.listen.to_string(),
        "secure_cookies": config.secure_cookies,
        "faults": found.faults,
        "files": found.files,
        "missing": found.missing,
        "changed": found.changed,
        "records": found.records.records,
        "altered": found.records.altered.as_ref().map(|altered| json!({ "record": altered.record, "table": altered.table })),
        "chain": found.chain,
    })
}

fn told(config: &Config, found: &Condition) -> String {
    let mut lines = vec![
        format!(
            "settings   ok: listens on {}, cookies {}",
            config.listen,
            if config.secure_cookies { "over TLS only" } else { "over http too" }
        ),
        format!("database   {}: {}", verdict(found.faults.is_empty()), config.database_shown()),
    ];
    lines.extend(found.faults.iter().map(|fault| format!("           {fault}")));
    let whole = found.missing.is_empty() && found.changed.is_empty();
    lines.push(format!("files      {}: {}", verdict(whole), found.files));
    lines.extend(found.missing.iter().map(|file| format!("           gone: {file}")));
    lines.extend(found.changed.iter().map(|file| format!("           changed: {file}")));
    let altered = found.records.altered.as_ref();
    lines.push(format!("records    {}: {}", verdict(altered.is_none()), found.records.records));
    lines.extend(altered.map(|altered| format!("           altered: {} in {}", altered.record, altered.table)));
    lines.push(format!("chain      {}: {}", verdict(found.chain.fault.is_none()), chain(&found.chain)));
    lines.join("\n")
}

const fn verdict(good: bool) -> &'static str {
    if good { "ok" } else { "WRONG" }
}

fn chain(report: &ChainReport) -> String {
    match &report.fault {
        None => format!("{} entries, {} revisions, head {}", report.entries, report.revisions, report.head),
        Some(ChainFault::Changed { sequence }) => format!("entry {sequence} was changed"),
        Some(ChainFault::Missing { sequence }) => format!("entry {sequence} is missing"),
        Some(ChainFault::Reordered { sequence }) => format!("entry {sequence} does not follow the one before it"),
        Some(ChainFault::Content { sequence: 0, record }) => {
            format!("a revision of {record} was changed, or no entry kept it")
        }
        Some(ChainFault::Content { sequence, record }) => {
            let whose = if record.is_empty() { "its records" } else { record };
            format!("what entry {sequence} kept of {whose} was changed or is gone")
        }
    }
}

/// Options of `reflex verify-log`.
#[derive(Args)]
pub struct VerifyLog {}

impl VerifyLog {
    /// Follows the chain; ends with code 3 at a fault.
    pub async fn run(&self, config: &Config, out: Out) -> Result<(), Failure> {
        let app = node::read(config).await?;
        let report = app::audit::verify(&node::operator(&app)).await?;
        out.data(&json!(report), || chain(&report))?;
        match report.fault {
            None => Ok(()),
            Some(_) => Err(Failure::Broken(format!(
                "the audit log is not whole: {}. Way out: keep the database for examination, restore a backup",
                chain(&report)
            ))),
        }
    }
}

/// Options of `reflex migrate`.
#[derive(Args)]
pub struct Migrate {
    /// Say how far the database is, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

impl Migrate {
    /// Brings the database forward. Every other command does the same when it opens one.
    pub async fn run(&self, config: &Config, out: Out) -> Result<(), Failure> {
        node::must_be_there(config)?;
        let before = standing(&node::location(config)).await?;
        if !self.dry_run {
            node::open_or_make(config).await?;
        }
        let value = json!({ "found": before.found, "known": before.known, "changed": !self.dry_run && before.found < before.known });
        out.data(&value, || {
            if before.found == before.known {
                format!("version {}: nothing to do", before.known)
            } else if self.dry_run {
                format!("version {}; this program would bring it to {}", before.found, before.known)
            } else {
                format!("version {} is now {}", before.found, before.known)
            }
        })
    }
}
