//! How a node is set up: flag before environment before file before default, all from one table.
//!
//! Refuses what it does not know: an unknown key is named with its line, and a value that does not fit with its form.
//! [`SETTINGS`] is the only list of settings; `--help` and `docs/reference/configuration.md` are printed from it.

mod settings;
#[cfg(test)]
mod tests;

pub use settings::{SETTINGS, Setting};

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// The name of the file in the data folder that is read when no other is named.
pub const FILE: &str = "reflex.toml";
/// What the name of every environment variable of the product starts with.
pub const PREFIX: &str = "REFLEX_";

/// How lines of the log are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object per line.
    Json,
}

/// The settings of one node, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The data folder.
    pub data: PathBuf,
    /// The address to listen on.
    pub listen: SocketAddr,
    /// `postgres://…`, or empty for SQLite in the data folder.
    pub database: String,
    /// The address by which people reach the node, `https://reflex.example`; empty where it is the one it listens on.
    pub public_address: String,
    /// What is logged: a level, or `module=level` pairs.
    pub log: String,
    /// How it is written.
    pub log_format: LogFormat,
    /// Cookies only over TLS; found out from the addresses unless said.
    pub secure_cookies: bool,
    /// Bytes of a form or JSON body at most.
    pub body_limit: usize,
    /// Bytes of an upload or import at most.
    pub upload_limit: usize,
    /// Seconds a request may take.
    pub request_timeout: u64,
    /// The token that opens the measurements to other machines.
    pub metrics_token: Option<String>,
    /// The way by which digests leave the node.
    pub mail: Mail,
}

/// How the way to a mail server is secured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MailSecurity {
    /// Asked for in the open, then TLS.
    #[default]
    StartTls,
    /// TLS from the first byte.
    Tls,
    /// Not at all: a server on this machine.
    None,
}

/// The mail server and how the node comes to it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Mail {
    /// Host and port; `None` sends nothing.
    pub server: Option<(String, u16)>,
    /// How the way is secured.
    pub security: MailSecurity,
    /// The address that digests come from.
    pub from: String,
    /// The name to sign in with; empty for none.
    pub user: String,
    /// Its password.
    pub password: String,
}

impl fmt::Debug for Mail {
    /// Without the password: settings may be logged.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail").field("server", &self.server).field("from", &self.from).finish_non_exhaustive()
    }
}

impl Mail {
    /// Whether digests are sent.
    pub fn is_on(&self) -> bool {
        self.server.is_some() && !self.from.is_empty()
    }
}

/// Why a configuration cannot be used: where, what, and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable(pub String);

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One value and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The text.
    pub value: String,
    /// `--listen`, `REFLEX_LISTEN`, `reflex.toml, line 3`.
    pub place: String,
}

/// Values by key, from one source.
pub type Source = BTreeMap<&'static str, Found>;

impl Config {
    /// The configuration made of flags, environment, the file that they or the data folder name, and `defaults` of the
    /// command.
    pub fn read(flags: Source, file: Option<PathBuf>, defaults: Source) -> Result<Self, Unusable> {
        let environment = environment(&std::env::vars().collect());
        let named =
            file.or_else(|| std::env::vars().find(|(name, _)| name == "REFLEX_CONFIG").map(|(_, path)| path.into()));
        let data = flags.get("data").or_else(|| environment.get("data")).or_else(|| defaults.get("data"));
        let folder = data.map_or_else(|| PathBuf::from(settings::DATA), |found| PathBuf::from(&found.value));
        let file = match named {
            Some(path) => read_file(&path)?,
            None if folder.join(FILE).is_file() => read_file(&folder.join(FILE))?,
            None => Source::new(),
        };
        Self::of(&[flags, environment, file, defaults])
    }

    /// The configuration of these sources, the first winning.
    pub fn of(sources: &[Source]) -> Result<Self, Unusable> {
        let mut config = Self::default();
        for setting in SETTINGS {
            if let Some(found) = sources.iter().find_map(|source| source.get(setting.key)) {
                (setting.set)(&mut config, found.value.trim()).map_err(|()| {
                    Unusable(format!(
                        "{}: “{}” does not fit; {} is {}",
                        found.place, found.value, setting.key, setting.form
                    ))
                })?;
            }
        }
        let said = sources.iter().any(|source| source.get("secure-cookies").is_some_and(|found| found.value != "auto"));
        if !said {
            config.secure_cookies = config.is_over_tls() || !(config.listen.ip().is_loopback() || config.is_plain());
        }
        Ok(config)
    }

    /// Whether people reach the node over TLS.
    pub fn is_over_tls(&self) -> bool {
        self.public_address.starts_with("https://")
    }

    fn is_plain(&self) -> bool {
        self.public_address.starts_with("http://")
    }

    /// Where people reach the node, without a path.
    pub fn origin(&self) -> String {
        if self.public_address.is_empty() { format!("http://{}", self.listen) } else { self.public_address.clone() }
    }

    /// The folder of attachments.
    pub fn files(&self) -> PathBuf {
        self.data.join("files")
    }

    /// The embedded database.
    pub fn sqlite(&self) -> PathBuf {
        self.data.join("reflex.sqlite")
    }

    /// The database without its password, for people to read.
    pub fn database_shown(&self) -> String {
        if self.database.is_empty() {
            return self.sqlite().display().to_string();
        }
        let (scheme, rest) = self.database.split_once("://").unwrap_or(("postgres", &self.database));
        let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
        format!("{scheme}://{host}")
    }
}

/// The known variables of an environment.
fn environment(variables: &BTreeMap<String, String>) -> Source {
    let known = SETTINGS.iter().filter_map(|setting| {
        let name = setting.variable();
        let value = variables.get(&name).filter(|value| !value.is_empty())?.clone();
        Some((setting.key, Found { value, place: name }))
    });
    known.collect()
}

fn read_file(path: &Path) -> Result<Source, Unusable> {
    let name = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|error| Unusable(format!("{name}: {error}. Way out: correct --config, or make the file readable")))?;
    parse(&text, &name.to_string())
}

/// The values of a file.
fn parse(text: &str, name: &str) -> Result<Source, Unusable> {
    let table: toml::Table =
        text.parse().map_err(|error: toml::de::Error| Unusable(format!("{name}: {}", error.to_string().trim())))?;
    let mut source = Source::new();
    for (key, value) in &table {
        let place = format!("{name}, line {}", line_of(text, key));
        let Some(setting) = SETTINGS.iter().find(|setting| setting.key == key) else {
            let known: Vec<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
            return Err(Unusable(format!("{place}: unknown key “{key}”. Known: {}", known.join(", "))));
        };
        let value = match value {
            toml::Value::String(text) => text.clone(),
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Boolean(true) => "on".to_owned(),
            toml::Value::Boolean(false) => "off".to_owned(),
            _ => return Err(Unusable(format!("{place}: {key} is one value, not a list or table"))),
        };
        source.insert(setting.key, Found { value, place });
    }
    Ok(source)
}

/// The line, from 1, that starts with `key` or with a table of that name.
fn line_of(text: &str, key: &str) -> usize {
    let starts = |line: &str| {
        let line = line.trim_start().trim_start_matches(['[', '"', '\'']);
        line.strip_prefix(key).is_some_and(|rest| {
            !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_')
        })
    };
    text.lines().position(starts).map_or(1, |at| at + 1)
}
