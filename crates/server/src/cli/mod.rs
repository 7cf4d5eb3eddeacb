//! The command line: the node's operator at its own machine.
//!
//! Refuses a failure without a way out, and a password as a flag. Exit codes: [`failure::CODES`].

mod check;
mod demo;
mod docs;
pub mod failure;
mod import;
mod init;
mod keep;
mod members;
mod node;
mod out;
mod password;
mod report;
mod serve;
mod token;
mod total;
mod user;

use crate::config::{Config, Found, LogFormat, SETTINGS, Source};
use crate::filter;
use crate::typed::Typed;
use app::Cx;
use clap::{Arg, ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use failure::Failure;
use model::lang::Lang;
use model::listing::Filter;
use out::Out;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// Reflex: a node of a regional drug operation. It keeps the operation, takes in incidents, and tells the figures.
#[derive(Parser)]
#[command(name = "reflex", version, disable_help_subcommand = true, after_help = failure::HELP)]
struct Cli {
    /// Print data as JSON on standard output, and a failure as JSON on standard error.
    #[arg(long, global = true)]
    json: bool,
    /// Read settings from this file instead of reflex.toml in the data folder.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the data folder, the database, this node's identity and its administrator.
    Init(init::Init),
    /// Serve pages and the API until stopped.
    Serve(serve::Serve),
    /// Serve a demonstration, filling an empty data folder with an invented operation first.
    Demo(demo::Demo),
    /// Add, list, disable, enable accounts, and reset their passwords.
    User(user::User),
    /// Import a CSV file into an operation through a declared mapping.
    Import(import::Import),
    /// Print exact figures of an operation.
    Totals(total::Totals),
    /// Write the report of an operation.
    Report(report::Report),
    /// Look at settings, database, files and audit chain, and say what is wrong.
    Check(check::Check),
    /// Follow the audit chain and name the first changed, missing or reordered entry.
    VerifyLog(check::VerifyLog),
    /// Bring the database to the version of this program.
    Migrate(check::Migrate),
    /// Make, list and revoke keys of the API.
    Token(token::Token),
    /// Write the reference pages of settings, commands, API and permissions.
    Docs(docs::Docs),
}

/// Runs the command that these words name.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = words.into_iter().collect();
    let out = Out { json: asks_for_json(&words), log: LogFormat::Text };
    let read = command().try_get_matches_from(words);
    let read = read.and_then(|matches| Cli::from_arg_matches(&matches).map(|cli| (cli, matches)));
    let done = match read {
        Ok((cli, matches)) => dispatch(cli, &matches, out),
        Err(error) if error.use_stderr() && !out.json => {
            // In the colours of its terminal; nothing more can be done when that is gone.
            let _ = error.print();
            return ExitCode::from(failure::USAGE);
        }
        Err(error) if error.use_stderr() => {
            let said = error.render().to_string();
            Err(Failure::Usage(said.trim_start_matches("error: ").trim_end().to_owned()))
        }
        // Help and version.
        Err(error) => out.bytes(error.render().to_string().as_bytes()),
    };
    done.map_or_else(|failure| out.fail(&failure), |()| ExitCode::SUCCESS)
}

/// Whether failures are to be JSON, known before the rest of the words is understood.
fn asks_for_json(words: &[OsString]) -> bool {
    words.iter().take_while(|word| *word != "--").any(|word| word == "--json")
}

/// The command with the settings of the table as global flags.
pub fn command() -> clap::Command {
    let flags = SETTINGS.iter().map(|setting| {
        Arg::new(setting.key)
            .long(setting.key)
            .global(true)
            .value_name("VALUE")
            .help_heading("Settings")
            .help(format!("{} [env: {}]", setting.what, setting.variable()))
            .hide_short_help(!matches!(setting.key, "data" | "database" | "listen"))
    });
    Cli::command().args(flags)
}

fn dispatch(cli: Cli, matches: &ArgMatches, out: Out) -> Result<(), Failure> {
    if let Command::Docs(docs) = &cli.command {
        return docs.run();
    }
    let flags = flags(matches);
    let defaults = matches!(cli.command, Command::Demo(_)).then(demo::defaults).unwrap_or_default();
    let config = Config::read(flags, cli.config, defaults).map_err(|error| Failure::Refused(error.to_string()))?;
    let serves = matches!(cli.command, Command::Serve(_) | Command::Demo(_));
    out::log(&config, serves);
    let out = Out { log: config.log_format, ..out };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::Broken(format!("cannot start: {error}")))?;
    let done = runtime.block_on(act(cli.command, config, out));
    // Work that was left behind, such as a password being hashed, does not keep the program.
    runtime.shutdown_timeout(std::time::Duration::from_secs(1));
    done
}

async fn act(command: Command, config: Config, out: Out) -> Result<(), Failure> {
    match command {
        Command::Init(init) => init.run(&config, out).await,
        Command::Serve(serve) => serve.run(config, out).await,
        Command::Demo(demo) => demo.run(config, out).await,
        Command::User(user) => user.run(&config, out).await,
        Command::Import(import) => import.run(&config, out).await,
        Command::Totals(totals) => totals.run(&config, out).await,
        Command::Report(report) => Box::pin(report.run(&config, out)).await,
        Command::Check(check) => check.run(&config, out).await,
        Command::VerifyLog(verify) => verify.run(&config, out).await,
        Command::Migrate(migrate) => migrate.run(&config, out).await,
        Command::Token(token) => token.run(&config, out).await,
        Command::Docs(docs) => docs.run(),
    }
}

fn flags(matches: &ArgMatches) -> Source {
    let given = SETTINGS.iter().filter_map(|setting| {
        let value = matches.get_one::<String>(setting.key)?.clone();
        Some((setting.key, Found { value, place: format!("--{}", setting.key) }))
    });
    given.collect()
}

/// The filter of figures and reports, as flags.
#[derive(Args)]
pub struct FilterFlags {
    /// Narrow by the fields of lists, as in an address: `--where countries=KZ,KG --where from=2021-10-04`.
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pairs: Vec<String>,
}

impl FilterFlags {
    /// What the flags say; every problem at once.
    fn read(&self) -> Result<Filter, Failure> {
        let mut typed = Typed::nothing();
        for pair in &self.pairs {
            match pair.split_once('=') {
                Some((name, value)) if !value.trim().is_empty() => typed = typed.with(name, value),
                _ => return Err(Failure::Usage(format!("--where {pair}: write it as FIELD=VALUE"))),
            }
        }
        filter::read(&typed, &[]).map_err(Failure::Invalid)
    }
}

/// The language of a word.
fn lang(word: &str) -> Result<Lang, Failure> {
    let known = Lang::ALL.into_iter().find(|lang| lang.tag() == word);
    known.ok_or_else(|| Failure::Usage(format!("--lang {word}: en, ru or fa")))
}

/// The failure of a question about an operation: one that is not there is named, with those that are.
async fn about(cx: &Cx, code: &str, error: app::Error) -> Failure {
    if !matches!(error, app::Error::NotFound) {
        return error.into();
    }
    let known = app::operation::list(cx).await.unwrap_or_default();
    let known: Vec<String> = known.into_iter().map(|record| record.content.code).collect();
    let way = if known.is_empty() {
        "a coordinator makes one in the pages, `reflex import --create-operation` an archive".to_owned()
    } else {
        format!("one of {}", known.join(", "))
    };
    Failure::Refused(format!("there is no operation “{code}”. Way out: {way}"))
}
