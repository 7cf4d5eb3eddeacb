//! The table of settings: key, what it is for, its form, its default, and how its text becomes a value.
//!
//! Refuses secrets on a command line: a token is read from a file.

use super::{Config, LogFormat, Mail, MailSecurity, PREFIX};
use std::path::PathBuf;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

/// The data folder where nothing is said.
pub const DATA: &str = "./reflex-data";

/// One setting.
pub struct Setting {
    /// Its key: in the file, and as `--key`.
    pub key: &'static str,
    /// What it is for, one sentence.
    pub what: &'static str,
    /// What a value looks like.
    pub form: &'static str,
    /// The default as written.
    pub default: &'static str,
    /// Takes the text into a configuration, or refuses it.
    pub set: fn(&mut Config, &str) -> Result<(), ()>,
}

impl Setting {
    /// The environment variable: `REFLEX_LOG_FORMAT`.
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.key.to_ascii_uppercase().replace('-', "_"))
    }
}

/// Every setting, in the order in which they are explained.
pub const SETTINGS: &[Setting] = &[
    Setting {
        key: "data",
        what: "The data folder: database, attachments, and this file when it is called reflex.toml.",
        form: "a folder",
        default: DATA,
        set: |config, text| {
            config.data = PathBuf::from(text);
            if text.is_empty() { Err(()) } else { Ok(()) }
        },
    },
    Setting {
        key: "listen",
        what: "The address and port to listen on. A reverse proxy with TLS stands before any address but loopback.",
        form: "an address and port such as 127.0.0.1:8080 or [::1]:8080",
        default: "127.0.0.1:8080",
        set: |config, text| {
            let text =
                text.strip_prefix("localhost:").map_or_else(|| text.to_owned(), |port| format!("127.0.0.1:{port}"));
            keep(&mut config.listen, text.parse().ok())
        },
    },
    Setting {
        key: "database",
        what: "The database: SQLite in the data folder, or a PostgreSQL address.",
        form: "sqlite, or postgres://user:password@host/database",
        default: "sqlite",
        set: |config, text| {
            let postgres = text.starts_with("postgres://") || text.starts_with("postgresql://");
            let address = if text == "sqlite" { Some(String::new()) } else { postgres.then(|| text.to_owned()) };
            keep(&mut config.database, address)
        },
    },
    Setting {
        key: "public-address",
        what: "The address by which people reach the node through a reverse proxy. With https, cookies are sent over TLS \
               only and browsers are told to stay with TLS.",
        form: "https://host without a path",
        default: "",
        set: |config, text| {
            let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
            let fits =
                host.is_some_and(|host| !host.is_empty() && host.is_ascii() && !host.contains(['/', '?', '#', '@']));
            keep(&mut config.public_address, fits.then(|| text.to_ascii_lowercase()))
        },
    },
    Setting {
        key: "log",
        what: "What is logged: a level, or levels per module.",
        form: "error, warn, info, debug or trace, or module=level pairs with commas",
        default: "info",
        set: |config, text| {
            // A word alone that is no level would be taken for a module, and silence every other one.
            let is_level = |word: &str| word.trim().parse::<LevelFilter>().is_ok();
            let is_known =
                |part: &str| part.split_once('=').map_or(is_level(part), |(of, word)| !of.is_empty() && is_level(word));
            let fits = text.split(',').all(is_known) && text.parse::<EnvFilter>().is_ok();
            keep(&mut config.log, fits.then(|| text.to_owned()))
        },
    },
    Setting {
        key: "log-format",
        what: "How lines of the log are written; json is one object per line.",
        form: "text or json",
        default: "text",
        set: |config, text| {
            let format = match text {
                "text" => Some(LogFormat::Text),
                "json" => Some(LogFormat::Json),
                _ => None,
            };
            keep(&mut config.log_format, format)
        },
    },
    Setting {
        key: "secure-cookies",
        what: "Whether browsers send the session only over TLS. auto is off where people reach the node by http (a \
               public address of http, or loopback without one), and on otherwise.",
        form: "auto, on or off",
        default: "auto",
        set: |config, text| match text {
            "auto" => Ok(()),
            "on" | "off" => keep(&mut config.secure_cookies, Some(text == "on")),
            _ => Err(()),
        },
    },
    Setting {
        key: "body-limit",
        what: "Bytes of a form or JSON body at most.",
        form: "a number of bytes from 10000 to 100000000",
        default: "1000000",
        set: |config, text| keep(&mut config.body_limit, within(text, 10_000, 100_000_000)),
    },
    Setting {
        key: "upload-limit",
        what: "Bytes of an attachment or imported file at most, sent through a page or the API.",
        form: "a number of bytes from 10000 to 1000000000",
        default: "25000000",
        set: |config, text| keep(&mut config.upload_limit, within(text, 10_000, 1_000_000_000)),
    },
    Setting {
        key: "request-timeout",
        what: "Seconds a request may take; imports and live streams take as long as they need.",
        form: "a number of seconds from 1 to 600",
        default: "30",
        set: |config, text| {
            keep(&mut config.request_timeout, text.parse().ok().filter(|seconds| (1..=600).contains(seconds)))
        },
    },
    Setting {
        key: "metrics-token-file",
        what: "A file whose first line is the token that opens /metrics to other machines; without it only this machine \
               is answered.",
        form: "a readable file with at least 16 characters in its first line",
        default: "",
        set: |config, text| {
            let token = std::fs::read_to_string(text).ok();
            let token = token.and_then(|text| text.lines().next().map(|line| line.trim().to_owned()));
            keep(&mut config.metrics_token, token.filter(|token| token.len() >= 16).map(Some))
        },
    },
    Setting {
        key: "mail-server",
        what: "The mail server (SMTP) through which members are sent the digests they ask for: counts and due times, never \
               what a record says. Without it no mail is sent.",
        form: "a host and port such as mail.example.org:587",
        default: "",
        set: |config, text| {
            let parts = text.rsplit_once(':').filter(|(host, _)| !host.is_empty());
            let server = parts.and_then(|(host, port)| Some((host.to_owned(), port.parse::<u16>().ok()?)));
            keep(&mut config.mail.server, server.map(Some))
        },
    },
    Setting {
        key: "mail-security",
        what: "How the way to the mail server is secured.",
        form: "starttls, tls or none; none only for a server on this machine",
        default: "starttls",
        set: |config, text| {
            let security = match text {
                "starttls" => Some(MailSecurity::StartTls),
                "tls" => Some(MailSecurity::Tls),
                "none" => Some(MailSecurity::None),
                _ => None,
            };
            keep(&mut config.mail.security, security)
        },
    },
    Setting {
        key: "mail-from",
        what: "The address that digests come from.",
        form: "an address such as reflex@example.org",
        default: "",
        set: |config, text| keep(&mut config.mail.from, text.contains('@').then(|| text.to_owned())),
    },
    Setting {
        key: "mail-user",
        what: "The name under which the node signs in to the mail server; without it, it does not sign in.",
        form: "a name",
        default: "",
        set: |config, text| keep(&mut config.mail.user, Some(text.to_owned())),
    },
    Setting {
        key: "mail-password-file",
        what: "A file whose first line is the password for the mail server.",
        form: "a readable file with a password in its first line",
        default: "",
        set: |config, text| {
            let password = std::fs::read_to_string(text).ok();
            let password = password.and_then(|text| text.lines().next().map(|line| line.trim().to_owned()));
            keep(&mut config.mail.password, password.filter(|password| !password.is_empty()))
        },
    },
];

fn keep<T>(place: &mut T, value: Option<T>) -> Result<(), ()> {
    *place = value.ok_or(())?;
    Ok(())
}

fn within(text: &str, least: usize, most: usize) -> Option<usize> {
    text.replace('_', "").parse().ok().filter(|number| (least..=most).contains(number))
}

impl Default for Config {
    /// What the table says as defaults; a test holds both together.
    fn default() -> Self {
        Self {
            data: PathBuf::from(DATA),
            listen: std::net::SocketAddr::from(([127, 0, 0, 1], 8080)),
            database: String::new(),
            public_address: String::new(),
            log: "info".to_owned(),
            log_format: LogFormat::Text,
            secure_cookies: false,
            body_limit: 1_000_000,
            upload_limit: 25_000_000,
            request_timeout: 30,
            metrics_token: None,
            mail: Mail::default(),
        }
    }
}
