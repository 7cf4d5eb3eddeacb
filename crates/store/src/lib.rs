//! Keeps: records and everything around them in SQLite or PostgreSQL, and files beside the database.
//!
//! Refuses to know who may do what (`model::permission` decides, `app` asks), to speak to a person, and to keep a write
//! without an audit entry. Open a [`Store`]; ask through [`Store::read`]; write through [`Store::begin`] and
//! [`Tx::commit`]. One SQL text serves both engines; the few differences stand in [`engine`].

mod draft;
pub mod engine;
pub mod error;
pub mod files;
mod idempotency;
pub mod listen;
mod member;
pub mod migrate;
mod node;
pub mod record;
mod session;
pub mod tx;

mod agency;
mod answer;
mod attachment;
mod audit;
mod card;
mod condition;
mod conn;
mod control_entry;
mod event;
mod import;
mod incident;
mod information_request;
mod legal_act;
mod listing;
mod message;
mod notice;
mod operation;
mod participant;
mod report;
mod row;
mod seal;
mod search;
mod token;
mod total;
mod typed;
mod value;
mod visible;

pub use answer::AnswerFile;
pub use card::{CardBy, Eyes};
pub use condition::{Altered, Compared};
pub use conn::Conn;
pub use engine::{Engine, Location, Opening};
pub use error::{Error, Result, Unsupported};
pub use files::{Files, NotTaken, Stored};
pub use idempotency::Kept;
pub use information_request::{RequestLine, RequestsWanted};
pub use message::{ThreadLine, ThreadsWanted};
pub use migrate::Standing;
pub use notice::{Due, Standing as DigestStanding, Telling};
pub use record::{OwnedKey, Question, RevisionLine};
pub use total::Figures;
pub use tx::{Committed, Snapshot, Tx};

use engine::Pools;

/// An open database. Cloning shares it.
#[derive(Debug, Clone)]
pub struct Store {
    pools: Pools,
}

impl Store {
    /// Opens a database, makes it where the location allows, and brings it to this program's version.
    pub async fn open(location: &Location) -> Result<Store> {
        Store::open_for(location, Opening::Make).await
    }

    /// Opens a database for what is to be done with it; `Empty` where nothing stands in it that could be read.
    pub async fn open_for(location: &Location, opening: Opening) -> Result<Store> {
        let pools = location.open(opening).await?;
        let standing = migrate::migrate(&pools, opening, &location.name()).await?;
        tracing::info!(found = standing.found, known = standing.known, "database open");
        Ok(Store { pools })
    }

    /// Says how far the database at a location is without changing it; a missing SQLite file is not made.
    pub async fn look(location: &Location) -> Result<Standing> {
        if let Location::Sqlite(path) = location {
            let there = tokio::fs::metadata(path).await;
            there.map_err(|error| Error::of_path(path.clone(), error))?;
        }
        let pools = match location.open(Opening::Read).await {
            Err(Error::Empty(_)) => return migrate::nothing(),
            other => other?,
        };
        let mut conn = pools.read().await?;
        let standing = migrate::check(&mut conn).await;
        conn.undo().await?;
        pools.close().await;
        standing
    }

    /// Begins a write; `name` says what is done, as in `incident.submit`.
    pub async fn begin(&self, name: &'static str) -> Result<Tx> {
        Tx::open(&self.pools, name).await
    }

    /// Opens a consistent view of this moment.
    pub async fn read(&self) -> Result<Snapshot> {
        Snapshot::open(&self.pools).await
    }

    /// Which engine keeps the data.
    pub const fn engine(&self) -> Engine {
        match self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Pg(_) => Engine::Postgres,
        }
    }

    /// Closes every connection after the work under way.
    pub async fn close(&self) {
        self.pools.close().await;
    }

    /// Refreshes what the planner knows about sizes; worth it after a bulk import.
    pub async fn analyse(&self) -> Result<()> {
        let mut conn = self.pools.write().await?;
        engine::analyse(&mut conn).await?;
        conn.keep().await
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A value kept as JSON text.
pub(crate) fn json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(Error::damaged)
}

/// A value as JSON text.
pub(crate) fn to_json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(Error::damaged)
}

/// A value kept as its code.
pub(crate) fn code<T>(parse: impl Fn(&str) -> Option<T>, code: &str) -> Result<T> {
    parse(code).ok_or_else(|| Error::damaged(format!("unknown code {code}")))
}
