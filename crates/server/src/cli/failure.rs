//! Why a command did not do it, with the way out, and the code with which the program ends.

use app::{Error, Trouble, Unsupported};
use model::lang::Lang;
use model::problem::{Problem, Problems};
use render::words::{Speech, plain};
use serde_json::{Value, json};
use std::fmt;
use std::path::Path;

/// The words or flags of the command are wrong.
pub const USAGE: u8 = 2;

/// Every exit code and its meaning.
pub const CODES: &[(u8, &str)] = &[
    (0, "Done."),
    (1, "Refused or invalid: what was asked cannot be done as it stands; nothing was changed."),
    (USAGE, "Usage: the words or flags of the command are wrong."),
    (3, "Broken or unreachable: database, disk, network address or file failed."),
];

/// What stands under `reflex --help`.
pub const HELP: &str = "Exit codes: 0 done, 1 refused or invalid, 2 wrong usage, 3 broken or unreachable.\n\
    Settings come from flags, REFLEX_… variables, reflex.toml in the data folder, and defaults, in this order.";

/// Why not.
#[derive(Debug)]
pub enum Failure {
    /// It cannot be done as it stands.
    Refused(String),
    /// What was given has problems: all of them.
    Invalid(Problems),
    /// The command was not written as it should be.
    Usage(String),
    /// Something outside the command failed.
    Broken(String),
}

impl Failure {
    /// The exit code.
    pub const fn code(&self) -> u8 {
        match self {
            Self::Refused(_) | Self::Invalid(_) => 1,
            Self::Usage(_) => USAGE,
            Self::Broken(_) => 3,
        }
    }

    /// The failure as JSON.
    pub fn json(&self) -> Value {
        match self {
            Self::Invalid(problems) => {
                let t = Speech::of(Lang::En);
                json!({ "error": self.to_string(), "exit": self.code(), "problems": crate::api::problem::list(problems, t) })
            }
            _ => json!({ "error": self.to_string(), "exit": self.code() }),
        }
    }

    /// A file that could not be read or written.
    pub fn of_file(path: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        let name = path.display();
        match error.kind() {
            Kind::NotFound => Self::Refused(format!("{name} is not there. Way out: correct the path")),
            Kind::PermissionDenied => Self::Broken(format!(
                "{name} may not be read or written. Way out: change its rights, or run as the user that owns it"
            )),
            Kind::ReadOnlyFilesystem => {
                Self::Broken(format!("{name} is on a read-only disk. Way out: choose another folder"))
            }
            Kind::StorageFull | Kind::QuotaExceeded => Self::Broken(format!(
                "{name}: the disk is full. Way out: free some space; nothing half-written is kept"
            )),
            Kind::IsADirectory => Self::Refused(format!("{name} is a folder, not a file. Way out: name a file")),
            Kind::NotADirectory | Kind::AlreadyExists => Self::Refused(format!(
                "{name} cannot be a folder: there is a file of that name, or of a part of it. Way out: correct the path"
            )),
            _ => Self::Broken(format!("{name}: {}. Way out: check the path and its disk", reason(error))),
        }
    }
}

/// What stopped reading or writing, in words; the system's own where there are no better ones, without its number.
pub fn reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => "the disk is full".to_owned(),
        Kind::FileTooLarge => "it is larger than a file may be here".to_owned(),
        Kind::PermissionDenied => "it may not be read or written".to_owned(),
        Kind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        Kind::BrokenPipe => "nobody reads it any more".to_owned(),
        Kind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string().split(" (os error").next().unwrap_or_default().to_lowercase(),
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(said) | Self::Usage(said) | Self::Broken(said) => f.write_str(said),
            Self::Invalid(problems) => {
                let t = Speech::of(Lang::En);
                let said: Vec<String> = problems.0.iter().map(|problem| plain(&t.problem(problem))).collect();
                f.write_str(&said.join("\n"))
            }
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Invalid(problem.into())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let t = Speech::of(Lang::En);
        match error {
            Error::NotFound => Self::Refused(
                "not found. Way out: check the code or name; `reflex user list` and the pages show what there is"
                    .to_owned(),
            ),
            Error::Refused(reason) => Self::Refused(plain(&t.code("refused", reason))),
            Error::Invalid(problems) => Self::Invalid(problems),
            Error::Stale { current } => {
                Self::Refused(format!("revision {current} is newer. Way out: read it again and repeat the change"))
            }
            Error::Unkept(trouble) => of_trouble(&trouble),
            Error::Broken(source) => match source.downcast_ref::<Trouble>() {
                Some(trouble) => of_trouble(trouble),
                None => Self::Broken(source.to_string()),
            },
        }
    }
}

/// A database that did not do it, with the way out.
fn of_trouble(trouble: &Trouble) -> Failure {
    Failure::Broken(match trouble {
        Trouble::NotFound(what) => {
            format!("{what} is not there. Way out: correct --data or --database, or make it with `reflex init`")
        }
        Trouble::Empty(what) => format!(
            "{what} is empty: no node has been made in it. Way out: restore a backup, or make a node with `reflex init`"
        ),
        Trouble::Busy => {
            "the database is busy: another program holds it. Way out: try again, or stop the other program".to_owned()
        }
        Trouble::Full => {
            "the disk is full. Way out: free some space and repeat; nothing half-written is kept".to_owned()
        }
        Trouble::ReadOnly(what) => format!(
            "{what} is not writable. Way out: change its rights, run as the user that owns it, or choose another --data"
        ),
        Trouble::NewerVersion { found, known } => format!(
            "the database is of version {found}, this program knows {known}. Way out: use the newer program that wrote it; nothing was changed"
        ),
        Trouble::Unsupported(why) => of_unsupported(why),
        Trouble::Damaged(what) => {
            format!("the database is damaged: {what}. Way out: keep the file for examination and restore a backup")
        }
        Trouble::Unreachable(why) => format!(
            "the database server does not answer ({why}). Way out: check that it runs and that --database names it"
        ),
        Trouble::Refused(why) => format!(
            "the database server did not let us in ({why}). Way out: check user, password and rights in --database"
        ),
        Trouble::Taken(_) => {
            "another program did the same at the same moment. Way out: repeat the command; it goes on from there"
                .to_owned()
        }
        Trouble::File(error) => {
            format!("a file of the node: {}. Way out: check the data folder and its disk", reason(error))
        }
        other => other.to_string(),
    })
}

fn of_unsupported(why: &Unsupported) -> String {
    match why {
        Unsupported::Locale(locale) => format!(
            "the database has lc_ctype {locale}, which cannot search Russian and Persian. Way out: CREATE DATABASE reflex \
             TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8', or another UTF-8 locale of the server"
        ),
        Unsupported::Encoding(encoding) => format!("the database keeps text as {encoding}. Way out: create it with ENCODING 'UTF8'"),
        Unsupported::OldServer(version) => format!("the server is of version {version}. Way out: PostgreSQL 13 or newer"),
        Unsupported::Foreign => "the database belongs to another program. Way out: name an empty one".to_owned(),
        Unsupported::Extension => "the extension pg_trgm is missing. Way out: install the contrib package of the server, then CREATE EXTENSION pg_trgm as its owner".to_owned(),
        Unsupported::Address => "the database address is not understood. Way out: postgres://user:password@host/database".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_with_a_database_has_its_way_out() {
        let unsupported = [
            Unsupported::Locale("C".to_owned()),
            Unsupported::Encoding("LATIN1".to_owned()),
            Unsupported::OldServer("12".to_owned()),
            Unsupported::Foreign,
            Unsupported::Extension,
            Unsupported::Address,
        ];
        let mut all = vec![
            Trouble::NotFound("x".to_owned()),
            Trouble::Empty("x".to_owned()),
            Trouble::Busy,
            Trouble::Full,
            Trouble::ReadOnly("x".to_owned()),
            Trouble::Taken("x".to_owned()),
            Trouble::File(std::io::Error::from_raw_os_error(21)),
            Trouble::NewerVersion { found: 9, known: 6 },
            Trouble::Damaged("x".to_owned()),
            Trouble::Unreachable("x".to_owned()),
            Trouble::Refused("x".to_owned()),
        ];
        all.extend(unsupported.into_iter().map(Trouble::Unsupported));
        for trouble in all {
            let failure = Failure::from(Error::from(trouble));
            assert_eq!(failure.code(), 3, "{failure}");
            assert!(failure.to_string().contains("Way out: "), "{failure}");
        }
    }

    #[test]
    fn a_file_that_fails_is_told_in_words_and_not_in_numbers() {
        for number in [2, 5, 13, 17, 20, 21, 27, 28, 30, 36, 40] {
            let failure = Failure::of_file(Path::new("x"), &std::io::Error::from_raw_os_error(number));
            let said = failure.to_string();
            assert!(said.contains("Way out: ") && !said.contains("os error"), "{said}");
        }
    }

    #[test]
    fn a_newer_database_is_named_with_both_versions() {
        let said = Failure::from(Error::from(Trouble::NewerVersion { found: 9, known: 6 })).to_string();
        assert!(said.contains("version 9") && said.contains("knows 6"), "{said}");
    }
}
