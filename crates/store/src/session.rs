//! Sessions: which browsers are signed in, to be listed and ended by their member.
//!
//! Refuses to keep the secret of a cookie: only its SHA-256. Whether a session still holds is `Session::holds_at`'s.

use model::{member::MemberId, session::Session, time::Moment};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::params,
};

const COLUMNS: &str = "SELECT key, member, created, seen FROM session";

fn read(row: &Row) -> Result<Session> {
    Ok(Session {
        key: row.text(0)?,
        member: row.text(1)?.parse().map_err(Error::damaged)?,
        created: Moment(row.int(2)?),
        seen: Moment(row.int(3)?),
    })
}

impl Conn {
    /// The session of a key.
    pub async fn session(&mut self, key: &str) -> Result<Option<Session>> {
        let row = self.opt(format!("{COLUMNS} WHERE key = $1"), params![key]).await?;
        row.as_ref().map(read).transpose()
    }

    /// The sessions of a member, latest used first.
    pub async fn sessions_of(&mut self, member: MemberId) -> Result<Vec<Session>> {
        let sql = format!("{COLUMNS} WHERE member = $1 ORDER BY seen DESC, key");
        self.all(sql, params![member.to_string()]).await?.iter().map(read).collect()
    }
}

impl Tx {
    /// Opens a session.
    pub async fn add_session(&mut self, session: &Session) -> Result<()> {
        let sql = "INSERT INTO session (key, member, created, seen) VALUES ($1, $2, $3, $4)";
        let values = params![&session.key, session.member.to_string(), session.created.0, session.seen.0];
        self.run(sql, values).await?;
        Ok(())
    }

    /// Notes that a session is in use.
    pub async fn touch_session(&mut self, key: &str, seen: Moment) -> Result<()> {
        self.run("UPDATE session SET seen = $2 WHERE key = $1", params![key, seen.0]).await?;
        Ok(())
    }

    /// Ends a session; one that ended before is no failure.
    pub async fn end_session(&mut self, key: &str) -> Result<()> {
        self.run("DELETE FROM session WHERE key = $1", params![key]).await?;
        Ok(())
    }

    /// Ends every session of a member.
    pub async fn end_sessions_of(&mut self, member: MemberId) -> Result<()> {
        self.run("DELETE FROM session WHERE member = $1", params![member.to_string()]).await?;
        Ok(())
    }

    /// Removes sessions last used before a moment, and says how many.
    pub async fn sweep_sessions(&mut self, before: Moment) -> Result<u64> {
        self.run("DELETE FROM session WHERE seen < $1", params![before.0]).await
    }
}
