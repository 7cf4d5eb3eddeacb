//! The condition of a database: what its engine finds wrong with it, which files it counts on, and whether its rows say
//! what its records say.
//!
//! Refuses to mend: what is damaged is restored from a backup, and kept for examination.

mod rows;

pub use rows::{Altered, Compared};

use crate::{
    conn::Conn,
    engine::Engine,
    error::{Error, Result},
    value::params,
};

impl Conn {
    /// What the engine finds wrong with its own pages and references; empty for a sound database. PostgreSQL checks its
    /// pages as it reads them and has nothing to ask.
    pub async fn faults(&mut self) -> Result<Vec<String>> {
        if self.engine() == Engine::Postgres {
            return Ok(Vec::new());
        }
        let mut faults = Vec::new();
        for row in self.all("PRAGMA integrity_check(20)", params![]).await? {
            faults.push(row.text(0)?);
        }
        faults.retain(|fault| fault != "ok");
        for row in self.all("PRAGMA foreign_key_check", params![]).await? {
            faults.push(format!("a row of {} refers to nothing", row.text(0)?));
        }
        Ok(faults)
    }

    /// Every file that some record counts on: SHA-256 and bytes, once each.
    pub async fn files(&mut self) -> Result<Vec<(String, u64)>> {
        let sql = "SELECT f.sha256, MAX(f.size) FROM (SELECT sha256, size FROM attachment UNION ALL \
                   SELECT sha256, size FROM answer_file) f GROUP BY f.sha256 ORDER BY f.sha256";
        let rows = self.all(sql, params![]).await?;
        rows.iter().map(|row| Ok((row.text(0)?, u64::try_from(row.int(1)?).map_err(Error::damaged)?))).collect()
    }
}
