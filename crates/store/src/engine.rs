//! The two engines: how each is opened, and the few places where they differ.
//!
//! Refuses a database that could serve only in part: of another program, of a newer version, older than 13, or one
//! whose character type does not know Cyrillic and Persian. Where nothing can be written (see [`frozen`]), it is read.

mod frozen;

use std::{
    path::{Path, PathBuf},
    str::FromStr,
    time::Duration,
};

use sqlx::{
    ConnectOptions, Connection, PgPool, SqlitePool,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tracing::log::LevelFilter;

use crate::{
    conn::{Conn, Inner},
    error::{Error, Result, Unsupported},
    value::params,
};

/// Where the data is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// The embedded default: one file, created where it is missing; its folder must exist.
    Sqlite(PathBuf),
    /// A PostgreSQL address, `postgres://user@host/database`; the database must exist.
    Postgres(String),
}

/// Which of the two engines answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The embedded default.
    Sqlite,
    /// The server.
    Postgres,
}

/// What a database is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// To work with it, making it where it is missing or empty.
    Make,
    /// To work with what is there.
    Work,
    /// To read what is there, also where nothing can be written any more.
    Read,
}

/// The connections of one engine. On SQLite a single writer, so that writers take turns; none where nothing can be
/// written.
#[derive(Debug, Clone)]
pub(crate) enum Pools {
    Sqlite { writer: Writer, readers: SqlitePool },
    Pg(PgPool),
}

/// The one who writes, or why nobody does.
#[derive(Debug, Clone)]
pub(crate) enum Writer {
    Pool(SqlitePool),
    DiskFull,
    ReadOnly(String),
}

/// How long a writer waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);
/// How many readers may ask at once.
const READERS: u32 = 6;
/// The oldest server with trusted extensions, hence `pg_trgm` without a superuser.
const OLDEST_SERVER: i64 = 130_000;

impl Location {
    /// Reads `postgres://…` as a server's address and anything else as the path of a file.
    pub fn parse(text: &str) -> Location {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Location::Postgres(text.to_owned())
        } else {
            Location::Sqlite(PathBuf::from(text))
        }
    }

    /// Opens the connections and checks that this database can serve.
    pub(crate) async fn open(&self, opening: Opening) -> Result<Pools> {
        match self {
            Location::Sqlite(path) if opening == Opening::Read => frozen::or_open(path).await,
            Location::Sqlite(path) => open_sqlite(path, opening == Opening::Make).await,
            Location::Postgres(url) => open_postgres(url).await,
        }
    }

    /// What it is called in a failure; an address without its user and password.
    pub fn name(&self) -> String {
        match self {
            Location::Sqlite(path) => path.display().to_string(),
            Location::Postgres(url) => url.rsplit_once('@').map_or(url.as_str(), |(_, host)| host).to_owned(),
        }
    }
}

async fn open_sqlite(path: &Path, make: bool) -> Result<Pools> {
    can_write(path.to_owned()).await?;
    if !make && std::fs::metadata(path).is_ok_and(|file| file.len() == 0) {
        // Opening it would already begin a database in it.
        return Err(Error::Empty(path.display().to_string()));
    }
    let options =
        usual(path).create_if_missing(make).journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    let writer = SqlitePoolOptions::new().max_connections(1).acquire_timeout(PATIENCE);
    // A full disk makes SQLite undo by itself, of which the library does not hear: such a connection is not used again.
    let writer = writer.after_release(|conn, _| Box::pin(async move { Ok(!conn.is_in_transaction()) }));
    let writer = Writer::Pool(lasting(writer).connect_with(options.clone()).await?);
    // The readers wait until the writer has made the file, so that they never meet a half-made one.
    Ok(Pools::Sqlite { writer, readers: readers(options.create_if_missing(false)) })
}

/// What every connection to a file shares.
fn usual(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .statement_cache_capacity(256)
        .row_buffer_size(1000)
        .pragma("cache_size", "-8000")
        .pragma("temp_store", "MEMORY")
        .log_statements(LevelFilter::Trace)
}

fn readers(options: SqliteConnectOptions) -> SqlitePool {
    let readers = SqlitePoolOptions::new().max_connections(READERS).acquire_timeout(PATIENCE);
    lasting(readers).connect_lazy_with(options.pragma("query_only", "ON"))
}

/// Connections to a file neither age nor break.
fn lasting(options: SqlitePoolOptions) -> SqlitePoolOptions {
    options.idle_timeout(None).max_lifetime(None).test_before_acquire(false)
}

/// Tells a missing folder, a read-only one and a full disk apart, which SQLite reports as one.
async fn can_write(path: PathBuf) -> Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let probe = folder.join(format!(".reflex-probe-{}", std::process::id()));
    let work = move || {
        std::fs::read_dir(&folder).map_err(|error| Error::of_path(folder.clone(), error))?;
        let written = std::fs::write(&probe, b"probe");
        // A full disk keeps the name without the content; another opening of this process may have removed both.
        let _ = std::fs::remove_file(&probe);
        written.map_err(|error| Error::of_path(folder, error))?;
        match std::fs::OpenOptions::new().append(true).open(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::of_path(path, error)),
            _ => Ok(()),
        }
    };
    tokio::task::spawn_blocking(work).await.map_err(Error::damaged)?
}

async fn open_postgres(url: &str) -> Result<Pools> {
    let options = PgConnectOptions::from_str(url)?
        .application_name("reflex")
        .statement_cache_capacity(256)
        .log_statements(LevelFilter::Trace);
    let pool = PgPoolOptions::new().max_connections(READERS + 4).acquire_timeout(PATIENCE);
    let mut one = match options.connect().await {
        Err(sqlx::Error::Io(error)) => return Err(Error::Unreachable(error.to_string())),
        other => other?,
    };
    check_server(&mut one).await?;
    sqlx::Connection::close(one).await?;
    Ok(Pools::Pg(pool.connect_with(options).await?))
}

/// Asks the server what it can do instead of trusting its settings' names; all but one: with `lc_ctype` C the trigram index
/// knows no letter beyond ASCII, whatever the locale provider folds.
async fn check_server(conn: &mut sqlx::PgConnection) -> Result<()> {
    let question = "SELECT current_setting('server_version_num')::BIGINT, current_setting('server_encoding'), \
                    datctype, lower('ЁЩ') = 'ёщ' AND datctype NOT IN ('C', 'POSIX') \
                    FROM pg_database WHERE datname = current_database()";
    let (version, encoding, locale, folds): (i64, String, String, bool) =
        sqlx::query_as(question).fetch_one(conn).await?;
    if version < OLDEST_SERVER {
        return Err(Error::Unsupported(Unsupported::OldServer(format!("{}", version / 10_000))));
    }
    if encoding != "UTF8" {
        return Err(Error::Unsupported(Unsupported::Encoding(encoding)));
    }
    if !folds {
        return Err(Error::Unsupported(Unsupported::Locale(locale)));
    }
    Ok(())
}

impl Pools {
    /// A transaction that may write; on PostgreSQL the turn is taken on the chain's head row by `Store::begin`.
    pub async fn write(&self) -> Result<Conn> {
        Ok(Conn {
            inner: match self {
                Pools::Sqlite { writer, .. } => Inner::Sqlite(writer.pool()?.begin_with("BEGIN IMMEDIATE").await?),
                Pools::Pg(pool) => Inner::Pg(pool.begin().await?),
            },
        })
    }

    /// A transaction that sees one moment of the data and writes nothing.
    pub async fn read(&self) -> Result<Conn> {
        Ok(Conn {
            inner: match self {
                Pools::Sqlite { readers, .. } => Inner::Sqlite(readers.begin().await?),
                Pools::Pg(pool) => Inner::Pg(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?),
            },
        })
    }

    /// Closes every connection; on SQLite this folds the write-ahead log into the file.
    pub async fn close(&self) {
        match self {
            Pools::Sqlite { writer, readers } => {
                readers.close().await;
                if let Writer::Pool(writer) = writer {
                    writer.close().await;
                }
            }
            Pools::Pg(pool) => pool.close().await,
        }
    }

    /// Whether nothing can be written.
    pub const fn is_frozen(&self) -> bool {
        matches!(self, Pools::Sqlite { writer: Writer::DiskFull | Writer::ReadOnly(_), .. })
    }
}

impl Writer {
    fn pool(&self) -> Result<&SqlitePool> {
        match self {
            Writer::Pool(pool) => Ok(pool),
            Writer::DiskFull => Err(Error::Full),
            Writer::ReadOnly(name) => Err(Error::ReadOnly(name.clone())),
        }
    }
}

/// Waits for the row read before it, on the engine where writers could otherwise pass each other.
pub(crate) const fn for_update(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "",
        Engine::Postgres => " FOR UPDATE",
    }
}

/// Makes the search index over `search.text`, after the migrations that made the table.
pub(crate) async fn make_search_index(conn: &mut Conn) -> Result<()> {
    let script = match conn.engine() {
        // Without content of its own: the text stands in `search`, the index only answers "which rows".
        Engine::Sqlite => {
            "CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5(text, content='', contentless_delete=1, \
             tokenize='trigram case_sensitive 1')"
        }
        Engine::Postgres => "CREATE INDEX IF NOT EXISTS search_text ON search USING gin (text gin_trgm_ops)",
    };
    conn.script(script.to_owned()).await
}

/// Prepares what the migrations themselves need.
pub(crate) async fn prepare(conn: &mut Conn) -> Result<()> {
    if conn.engine() == Engine::Sqlite {
        return Ok(());
    }
    // One process migrates, the others wait; the number only has to be the same in all of them.
    conn.opt("SELECT CAST(pg_advisory_xact_lock(5127011) AS TEXT)", params![]).await?;
    if conn.opt("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'", params![]).await?.is_some() {
        return Ok(());
    }
    let made = conn.script("CREATE EXTENSION IF NOT EXISTS pg_trgm".to_owned()).await;
    made.map_err(|_| Error::Unsupported(Unsupported::Extension))
}

/// The names of the tables present, to tell an empty database from somebody else's.
pub(crate) async fn tables(conn: &mut Conn) -> Result<Vec<String>> {
    let question = match conn.engine() {
        Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
        Engine::Postgres => {
            "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = current_schema()"
        }
    };
    conn.all(question, params![]).await?.iter().map(|row| row.text(0)).collect()
}

/// Refreshes what the planner knows about sizes, after a bulk load. On PostgreSQL its own tables only: the server warns
/// about every other one.
pub(crate) async fn analyse(conn: &mut Conn) -> Result<()> {
    if conn.engine() == Engine::Sqlite {
        return conn.script("ANALYZE".to_owned()).await;
    }
    let own = "SELECT CAST(quote_ident(tablename) AS TEXT) FROM pg_tables \
               WHERE schemaname = current_schema() AND tableowner = current_user ORDER BY tablename";
    let names = conn.all(own, params![]).await?.iter().map(|row| row.text(0)).collect::<Result<Vec<_>>>()?;
    if names.is_empty() { Ok(()) } else { conn.script(format!("ANALYZE {}", names.join(", "))).await }
}

#[cfg(test)]
mod tests {
    use model::node::Node;

    use super::*;
    use crate::Store;

    #[tokio::test]
    async fn a_full_disk_is_told_and_nothing_is_half_written() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Sqlite(folder.path().join("reflex.db"))).await.unwrap();
        let mut tx = store.begin("node.init").await.unwrap();
        // As if the disk ended with the file.
        tx.opt("PRAGMA max_page_count = 1", params![]).await.unwrap();
        let node = Node { id: "nod_1".to_owned(), name: "a".repeat(1_000_000), demonstration: false };
        let failed = tx.set_node(&node).await;
        assert!(matches!(failed, Err(Error::Full)), "{failed:?}");
        drop(tx);
        assert!(store.read().await.unwrap().node().await.unwrap().is_none());
        let mut tx = store.begin("node.init").await.unwrap();
        tx.set_node(&node).await.unwrap();
    }

    #[tokio::test]
    async fn a_reader_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Sqlite(folder.path().join("reflex.db"))).await.unwrap();
        let mut view = store.read().await.unwrap();
        let refused = view.run("DELETE FROM node", params![]).await;
        assert!(matches!(refused, Err(Error::ReadOnly(_))), "{refused:?}");
    }
}
