//! Drafts: what members are typing, exactly as typed, so that nothing typed is lost.
//!
//! Refuses to read what it keeps: a draft is text of its noun, checked when it is submitted. Shown to its member alone.

use model::{member::MemberId, operation::OperationId, time::Moment};

use crate::{conn::Conn, error::Result, tx::Tx, value::params};

impl Conn {
    /// What a member was typing for an operation, and when it was kept.
    pub async fn draft(&mut self, member: MemberId, operation: OperationId) -> Result<Option<(Moment, String)>> {
        let sql = "SELECT changed, body FROM draft WHERE member = $1 AND operation = $2";
        let row = self.opt(sql, params![member.to_string(), operation.to_string()]).await?;
        row.map(|row| Ok((Moment(row.int(0)?), row.text(1)?))).transpose()
    }
}

impl Tx {
    /// Keeps what a member is typing, in place of what was kept before.
    pub async fn save_draft(&mut self, member: MemberId, operation: OperationId, body: &str, at: Moment) -> Result<()> {
        let sql = "INSERT INTO draft (member, operation, body, changed) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (member, operation) DO UPDATE SET body = excluded.body, changed = excluded.changed";
        self.run(sql, params![member.to_string(), operation.to_string(), body, at.0]).await?;
        Ok(())
    }

    /// Lets a draft go, after it was submitted or given up; where there is none, nothing happens.
    pub async fn drop_draft(&mut self, member: MemberId, operation: OperationId) -> Result<()> {
        let sql = "DELETE FROM draft WHERE member = $1 AND operation = $2";
        self.run(sql, params![member.to_string(), operation.to_string()]).await?;
        Ok(())
    }
}
