//! What the checks need from the machine, how to see that it is there, and how to get it.
//!
//! Debian packages are installed only as root; cargo tools are built from source with their own lock file.
//! Refuses to download ready-made binaries, browsers included.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

use crate::spawn;
use crate::surroundings::{Surroundings, answer};

/// Something that is not there, and what a person can do about it.
pub struct Missing {
    /// Its name.
    pub what: String,
    /// A sentence with the command.
    pub way_out: String,
}

/// Something from Debian.
pub struct Need {
    what: &'static str,
    found: fn() -> Option<PathBuf>,
    packages: &'static [&'static str],
}

/// The JavaScript runtime for the browser journeys.
pub const NODE: Need = Need { what: "Node.js", found: || on_path("node"), packages: &["nodejs"] };
/// Its package installer.
pub const NPM: Need = Need { what: "npm", found: || on_path("npm"), packages: &["npm"] };
/// The browser itself.
pub const CHROMIUM: Need = Need { what: "Chromium", found: chromium, packages: &["chromium", "chromium-driver"] };
/// Letters for the three languages in pictures and measurements.
pub const FONTS: Need = Need { what: "Noto fonts", found: fonts, packages: &["fonts-noto-core"] };
/// The database server; its contributed extensions are part of the package.
pub const POSTGRES: Need = Need { what: "PostgreSQL", found: postgres, packages: &["postgresql"] };

impl Need {
    /// Where it is, after installing it if that is allowed.
    pub fn ensure(&self, around: &Surroundings) -> Result<PathBuf, Missing> {
        if let Some(place) = (self.found)() {
            return Ok(place);
        }
        if around.may_install && apt_install(self.packages) {
            if let Some(place) = (self.found)() {
                return Ok(place);
            }
        }
        let way_out = format!("as root, `apt-get install {}`", self.packages.join(" "));
        Err(Missing { what: self.what.to_owned(), way_out })
    }
}

/// A cargo subcommand, built from source once when it is not there.
pub fn ensure_cargo_tool(name: &str, version: &str) -> Result<(), Missing> {
    let tool = format!("cargo-{name}");
    if on_path(&tool).is_some() {
        return Ok(());
    }
    println!("  {tool} is missing: building {tool} {version} from source once, some minutes …");
    let wanted = format!("{tool}@{version}");
    for _ in 0..3 {
        if spawn::shown(Command::new("cargo").args(["install", "--locked", &wanted])) && on_path(&tool).is_some() {
            return Ok(());
        }
        thread::sleep(Duration::from_secs(5));
    }
    Err(Missing { what: tool, way_out: format!("`cargo install --locked {wanted}`, with cargo's bin folder in PATH") })
}

/// The full path of a command that a shell would find.
pub fn on_path(command: &str) -> Option<PathBuf> {
    answer("sh", &["-c", "command -v \"$1\"", "sh", command]).map(PathBuf::from)
}

fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path)
}

fn fonts() -> Option<PathBuf> {
    let found = answer("fc-list", &["Noto Sans Arabic", "file"]).filter(|line| !line.is_empty()).map(PathBuf::from);
    let debian = PathBuf::from("/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf");
    found.or_else(|| debian.exists().then_some(debian))
}

/// The folder of the newest installed `PostgreSQL` server's programs.
fn postgres() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?.filter_map(Result::ok).map(|entry| entry.path());
    let servers = versions.filter(|version| version.join("bin/initdb").exists() && has_trigrams(version));
    let newest = servers.max_by_key(|version| version.file_name()?.to_str()?.parse::<u32>().ok());
    newest.map(|version| version.join("bin"))
}

fn has_trigrams(version: &Path) -> bool {
    let number = version.file_name().unwrap_or_default();
    Path::new("/usr/share/postgresql").join(number).join("extension/pg_trgm.control").exists()
}

fn apt_install(packages: &[&str]) -> bool {
    static LISTS: OnceLock<bool> = OnceLock::new();
    let fresh = LISTS.get_or_init(|| persistently(&["update", "-qq"]));
    println!("  installing from Debian: {} …", packages.join(" "));
    *fresh && persistently(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat())
}

/// `apt-get`, waiting for another one's lock and trying again when the line is bad.
fn persistently(arguments: &[&str]) -> bool {
    (0..3).any(|attempt| {
        thread::sleep(Duration::from_secs(attempt * 10));
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command.args(["-o", "DPkg::Lock::Timeout=600", "-o", "Acquire::Retries=3"]).args(arguments);
        spawn::shown(&mut command)
    })
}
