//! Answers already given, so that a request sent twice over a bad line is done once.
//!
//! Refuses to answer another request under the same key: its digest is kept beside the answer.

use model::time::Moment;

use crate::{
    conn::Conn,
    error::{Error, Result},
    tx::Tx,
    value::params,
};

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// SHA-256 of the request it answered, hexadecimal.
    pub request_hash: String,
    /// Status code of the answer.
    pub status: u16,
    /// Body of the answer, or what leads to it.
    pub body: String,
}

impl Conn {
    /// The answer given to an account under a key.
    pub async fn idempotent(&mut self, account: &str, key: &str) -> Result<Option<Kept>> {
        let sql = "SELECT request, status, body FROM idempotency_key WHERE account = $1 AND key = $2";
        let row = self.opt(sql, params![account, key]).await?;
        row.map(|row| {
            let status = u16::try_from(row.int(1)?).map_err(Error::damaged)?;
            Ok(Kept { request_hash: row.text(0)?, status, body: row.text(2)? })
        })
        .transpose()
    }
}

impl Tx {
    /// Keeps an answer in the transaction of what it answers; `Taken` where another request came first.
    pub async fn keep_idempotent(&mut self, account: &str, key: &str, kept: &Kept, at: Moment) -> Result<()> {
        let sql =
            "INSERT INTO idempotency_key (account, key, request, status, body, at) VALUES ($1, $2, $3, $4, $5, $6)";
        self.run(sql, params![account, key, &kept.request_hash, kept.status, &kept.body, at.0]).await?;
        Ok(())
    }

    /// Forgets answers given before a moment, and says how many.
    pub async fn sweep_idempotent(&mut self, before: Moment) -> Result<u64> {
        self.run("DELETE FROM idempotency_key WHERE at < $1", params![before.0]).await
    }
}
