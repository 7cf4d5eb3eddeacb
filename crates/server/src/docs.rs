//! The reference pages: settings, commands, addresses and permissions, each printed from the table it describes.
//!
//! Refuses hand-written reference: what a page here says cannot differ from what the program does.

use crate::cli::{command, failure};
use crate::config::{FILE, SETTINGS};
use crate::route::Who;
use crate::routes::routes;
use clap::Command;
use model::marking::Audience;
use model::member::Role;
use model::participant::ParticipationRole;
use model::permission::{Action, Reach, opens, opens_within, reach};
use model::stage::{StageKind, Work, is_open_for};
use std::fmt::Write as _;

/// Every page: file name and text.
pub fn pages() -> Vec<(&'static str, String)> {
    let openapi = serde_json::to_string_pretty(&crate::api::openapi::document()).unwrap_or_default();
    vec![
        ("configuration.md", configuration()),
        ("cli.md", commands()),
        ("addresses.md", addresses()),
        ("permissions.md", permissions()),
        ("openapi.json", openapi + "\n"),
    ]
}

/// What stands at the head of every page.
const GENERATED: &str = "<!-- Written by `reflex docs --out docs/reference`; change the code, not this page. -->";

fn configuration() -> String {
    let mut page = format!(
        "{GENERATED}\n# Settings\n\nA flag wins over the environment, the environment over the file, the file over the default. The file is \
         `{FILE}` in the data folder, or the one that `--config` or `REFLEX_CONFIG` names; it holds `key = value` lines \
         (TOML). An unknown key, or a value that does not fit, is refused with its line.\n\n"
    );
    for setting in SETTINGS {
        let default = if setting.default.is_empty() { "none" } else { setting.default };
        let _ = write!(
            page,
            "## {key}\n\n{what}\n\n- Flag: `--{key}`\n- Environment: `{variable}`\n- Value: {form}\n- Default: {default}\n\n",
            key = setting.key,
            what = setting.what,
            variable = setting.variable(),
            form = setting.form,
            default = if default == "none" { default.to_owned() } else { format!("`{default}`") },
        );
    }
    page.push_str("## Example\n\n```toml\nlisten = \"127.0.0.1:8080\"\npublic-address = \"https://reflex.example\"\nlog-format = \"json\"\n```\n");
    page
}

fn commands() -> String {
    let mut page = format!("{GENERATED}\n# Commands\n\n## Exit codes\n\n| Code | Meaning |\n|---|---|\n");
    for (code, meaning) in failure::CODES {
        let _ = writeln!(page, "| {code} | {meaning} |");
    }
    page.push_str("\nData goes to standard output, everything else to standard error. With `--json` data is JSON, and so is a failure.\n");
    let mut top = command();
    top.build();
    for sub in top.get_subcommands() {
        describe(&mut page, "reflex", sub, 2);
    }
    page.push_str("\n## Flags of every command\n\n");
    for argument in top.get_arguments().filter(|argument| argument.is_global_set()) {
        let _ = writeln!(
            page,
            "- `--{}`: {}",
            argument.get_long().unwrap_or_default(),
            argument.get_help().map(ToString::to_string).unwrap_or_default()
        );
    }
    page
}

/// A command, its flags, and the commands under it.
fn describe(page: &mut String, above: &str, command: &Command, depth: usize) {
    let name = format!("{above} {}", command.get_name());
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let _ = write!(page, "\n{} {name}\n\n{about}\n\n", "#".repeat(depth));
    for argument in command.get_arguments().filter(|argument| !argument.is_global_set() && argument.get_id() != "help")
    {
        let word = match argument.get_long() {
            Some(long) => format!("--{long}"),
            None => argument.get_id().to_string().to_ascii_uppercase(),
        };
        let default: Vec<String> =
            argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        let takes = argument.get_action().takes_values();
        let default = if !takes || default.is_empty() || default[0].is_empty() {
            String::new()
        } else {
            format!(" Default: `{}`.", default.join(","))
        };
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let needed = if argument.is_required_set() { " Required." } else { "" };
        let _ = writeln!(page, "- `{word}`: {}{needed}{default}", full_stop(&help));
    }
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        describe(page, &name, sub, depth + 1);
    }
}

fn full_stop(text: &str) -> String {
    let text = text.trim();
    if text.ends_with('.') || text.is_empty() { text.to_owned() } else { format!("{text}.") }
}

fn addresses() -> String {
    let mut page =
        format!("{GENERATED}\n# Addresses\n\n| Method | Address | Who may come | Writes |\n|---|---|---|---|\n");
    for route in routes() {
        let who = match route.who {
            Who::Anyone => "everybody".to_owned(),
            Who::Member => "members".to_owned(),
            Who::Key(scope) => format!("keys with scope {scope}"),
            Who::Operator => "this machine, or the metrics token".to_owned(),
        };
        let writes = if route.writes.is_empty() { String::new() } else { format!("`{}`", route.writes) };
        let _ = writeln!(page, "| {} | `{}` | {who} | {writes} |", route.method, route.path);
    }
    page
}

fn permissions() -> String {
    let mut page = format!(
        "{GENERATED}\n# Permissions\n\nThe whole policy: how far each role reaches for each action. Outside its reach a member who may \
         read gets a refusal; one who may not know that the thing exists gets “not found”.\n\n| Action |"
    );
    for role in Role::ALL {
        let _ = write!(page, " {role} |");
    }
    let _ = write!(page, "\n|---|{}\n", "---|".repeat(Role::ALL.len()));
    for action in Action::ALL {
        let cells: Vec<String> = Role::ALL.iter().map(|role| reached(reach(*role, *action)).to_owned()).collect();
        let _ = writeln!(page, "| {action} | {} |", cells.join(" | "));
    }
    audiences(&mut page);
    stages(&mut page);
    page
}

const fn reached(reach: Reach) -> &'static str {
    match reach {
        Reach::No => "no",
        Reach::Agency => "own agency",
        Reach::Participant => "own participant",
        Reach::Coordinated => "what it coordinates",
        Reach::Both => "own participant, or what it coordinates",
        Reach::Readable => "what it may read",
        Reach::Node => "the node",
    }
}

fn audiences(page: &mut String) {
    page.push_str("\n## Who reads a record without being named\n\nThe agency that wrote it always reads; named recipients always read. RED stays with them: the owner's other \
         agencies do not read it, nor does a coordinator.\n\n| Audience | owner's other agencies |");
    for role in ParticipationRole::ALL {
        let _ = write!(page, " {role} |");
    }
    let _ = write!(page, "\n|---|{}\n", "---|".repeat(ParticipationRole::ALL.len() + 1));
    for audience in Audience::ALL {
        let opened = ParticipationRole::ALL.iter().map(|role| opens(*audience, *role));
        let cells: Vec<&str> = std::iter::once(opens_within(*audience))
            .chain(opened)
            .map(|opens| if opens { "reads" } else { "" })
            .collect();
        let _ = writeln!(page, "| TLP:{} | {} |", audience.code().to_ascii_uppercase(), cells.join(" | "));
    }
}

fn stages(page: &mut String) {
    page.push_str("\n## What is open in each stage\n\nLate reports are open until the late window ends.\n\n| Stage |");
    for work in Work::ALL {
        let _ = write!(page, " {work} |");
    }
    let _ = write!(page, "\n|---|{}\n", "---|".repeat(Work::ALL.len()));
    for stage in StageKind::ALL {
        let cells: Vec<&str> =
            Work::ALL.iter().map(|work| if is_open_for(*stage, *work) { "open" } else { "" }).collect();
        let _ = writeln!(page, "| {stage} | {} |", cells.join(" | "));
    }
}
