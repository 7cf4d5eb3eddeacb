//! Brings a database to the version this program knows, one frozen script at a time.
//!
//! Refuses a database of a newer version and a merged script that changed since it was applied.

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::{
    conn::Conn,
    engine::{self, Opening, Pools},
    error::{Error, Result, Unsupported},
    value::params,
};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../migrations"]
struct Folder;

/// One script of `migrations/NNNN_name.sql`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// The number in front of its name.
    pub version: i64,
    /// Its name without number and ending.
    pub name: String,
    /// SHA-256 of its text, hexadecimal.
    pub hash: String,
    text: String,
}

/// How far a database is, and how far this program could bring it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The version found; 0 for an empty database.
    pub found: i64,
    /// The newest version this program knows.
    pub known: i64,
}

/// Every script this program carries, oldest first.
pub fn migrations() -> Result<Vec<Migration>> {
    let mut all =
        Folder::iter().filter(|path| path.ends_with(".sql")).map(|path| read(&path)).collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|migration| migration.version);
    let in_order = all.iter().zip(1..).all(|(migration, number)| migration.version == number);
    if in_order { Ok(all) } else { Err(Error::damaged("migrations are not numbered 1, 2, 3…")) }
}

fn read(path: &str) -> Result<Migration> {
    let wrong = || Error::damaged(format!("migration {path}"));
    let file = Folder::get(path).ok_or_else(wrong)?;
    let text = String::from_utf8(file.data.into_owned()).map_err(|_| wrong())?;
    let (number, name) = path.trim_end_matches(".sql").split_once('_').ok_or_else(wrong)?;
    let version = number.parse().map_err(|_| wrong())?;
    Ok(Migration { version, name: name.to_owned(), hash: crate::hex(&Sha256::digest(&text)), text })
}

/// Applies what is missing, all of it or nothing, and says where the database stood before. What is called `name` and
/// holds nothing is filled only where it may be made; what can only be read has to be of this version already.
pub(crate) async fn migrate(pools: &Pools, opening: Opening, name: &str) -> Result<Standing> {
    if pools.is_frozen() {
        return read_only(pools, name).await;
    }
    let mut conn = pools.write().await?;
    let before = check(&mut conn).await?;
    if before.found == 0 && opening != Opening::Make {
        return Err(Error::Empty(name.to_owned()));
    }
    engine::prepare(&mut conn).await?;
    let standing = check(&mut conn).await?;
    for migration in migrations()?.into_iter().filter(|migration| migration.version > standing.found) {
        apply(&mut conn, migration).await?;
    }
    if standing.found < standing.known {
        crate::typed::fill(&mut conn).await?;
        engine::make_search_index(&mut conn).await?;
        // A new index without known sizes would be taken for every question.
        engine::analyse(&mut conn).await?;
        conn.keep().await?;
    } else {
        conn.undo().await?;
    }
    Ok(standing)
}

/// Where a database stands that can not be brought forward.
async fn read_only(pools: &Pools, name: &str) -> Result<Standing> {
    let standing = check(&mut pools.read().await?).await?;
    match standing.found {
        0 => Err(Error::Empty(name.to_owned())),
        found if found < standing.known => Err(pools.write().await.err().unwrap_or(Error::Full)),
        _ => Ok(standing),
    }
}

/// Where an empty database stands.
pub(crate) fn nothing() -> Result<Standing> {
    Ok(Standing { found: 0, known: migrations()?.last().map_or(0, |migration| migration.version) })
}

/// Where the database stands, or why it can not be used.
pub(crate) async fn check(conn: &mut Conn) -> Result<Standing> {
    let known = migrations()?;
    let newest = known.last().map_or(0, |migration| migration.version);
    let tables = engine::tables(conn).await?;
    if !tables.iter().any(|name| name == "migration") {
        return if tables.is_empty() {
            Ok(Standing { found: 0, known: newest })
        } else {
            Err(Error::Unsupported(Unsupported::Foreign))
        };
    }
    let rows = conn.all("SELECT version, hash FROM migration ORDER BY version", params![]).await?;
    let mut found = 0;
    for row in &rows {
        found = row.int(0)?;
        let Some(migration) = known.iter().find(|migration| migration.version == found) else { continue };
        if migration.hash != row.text(1)? {
            return Err(Error::damaged(format!("migration {found} changed after it was applied")));
        }
    }
    if found > newest {
        Err(Error::NewerVersion { found, known: newest })
    } else {
        Ok(Standing { found, known: newest })
    }
}

async fn apply(conn: &mut Conn, migration: Migration) -> Result<()> {
    tracing::info!(version = migration.version, name = migration.name, "migrating");
    conn.script(migration.text).await?;
    let sql = "INSERT INTO migration (version, name, hash, applied_at) \
               VALUES ($1, $2, $3, CAST(CURRENT_TIMESTAMP AS TEXT))";
    conn.run(sql, params![migration.version, migration.name, migration.hash]).await?;
    Ok(())
}
