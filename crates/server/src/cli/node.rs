//! Opens the node of a data folder for a command.
//!
//! Refuses to make a node where none is: that is `reflex init`.

use super::failure::Failure;
use crate::config::Config;
use app::{Actor, Ambient, App, Cx, Location, Opening, Settings};
use model::record::Door;
use model::time::Moment;
use rand::RngCore;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// The node of the data folder, to work with.
pub async fn open(config: &Config) -> Result<App, Failure> {
    must_be_there(config)?;
    let app = open_for(config, Opening::Work).await?;
    sweep(&config.data);
    Ok(app)
}

/// The node of the data folder, to read from, on a read-only or full disk too.
pub async fn read(config: &Config) -> Result<App, Failure> {
    must_be_there(config)?;
    let settings = Settings { database: location(config), files: config.files() };
    Ok(App::open_for(settings, ambient(), Opening::Read).await?)
}

/// The node of the data folder, made where there is none.
pub async fn open_or_make(config: &Config) -> Result<App, Failure> {
    open_for(config, Opening::Make).await
}

async fn open_for(config: &Config, opening: Opening) -> Result<App, Failure> {
    fs::create_dir_all(&config.data).map_err(|error| Failure::of_file(&config.data, &error))?;
    keep_private(&config.data);
    let settings = Settings { database: location(config), files: config.files() };
    Ok(App::open_for(settings, ambient(), opening).await?)
}

/// A refusal where the data folder holds no database, or does not let us see whether it does.
pub fn must_be_there(config: &Config) -> Result<(), Failure> {
    if !config.database.is_empty() {
        return Ok(());
    }
    let folder = config.data.display();
    match fs::metadata(config.sqlite()) {
        Ok(file) if file.is_file() => Ok(()),
        Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Err(Failure::of_file(&config.data, &error))
        }
        _ => Err(Failure::Refused(format!(
            "no node in {folder}. Way out: `reflex --data {folder} init`, or correct --data"
        ))),
    }
}

/// Where the database is.
pub fn location(config: &Config) -> Location {
    if config.database.is_empty() {
        Location::Sqlite(config.sqlite())
    } else {
        Location::Postgres(config.database.clone())
    }
}

/// A call by the operator of the machine.
pub fn operator(app: &App) -> Cx {
    app.cx(Actor::Node, Door::Command)
}

/// The machine's clock and randomness.
pub fn ambient() -> Ambient {
    Ambient { now: Arc::new(now), random: Arc::new(|bytes| rand::rng().fill_bytes(bytes)) }
}

#[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}

/// The folder holds what only the operator's user may read.
#[cfg(unix)]
fn keep_private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    // A folder of somebody else keeps its rights; opening the database will tell.
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
}

#[cfg(not(unix))]
fn keep_private(_: &Path) {}

/// Removes imported files that a stop left behind.
fn sweep(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let old = files.filter(|file| {
        let name = file.file_name();
        let name = name.to_string_lossy();
        let aged = file.metadata().and_then(|about| about.modified()).ok().and_then(|at| at.elapsed().ok());
        name.starts_with("incoming-") && name.ends_with(".csv") && aged.is_some_and(|age| age.as_secs() > 3600)
    });
    for file in old {
        let _ = fs::remove_file(file.path());
    }
}
