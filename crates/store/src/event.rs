//! Events: what changed, to be read on from a sequence by those who watch.
//!
//! Refuses to tell of a record its reader may not see.

use model::{
    event::{Event, Mark},
    operation::OperationId,
    record::{Kind, Reader},
    time::Moment,
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    value::{Sql, params},
    visible::visible,
};

fn read(row: &Row) -> Result<Event> {
    Ok(Event {
        sequence: row.int(0)?,
        operation: row.text(1)?.parse().map_err(Error::damaged)?,
        kind: crate::code(Kind::parse, &row.text(2)?)?,
        record: row.text(3)?.parse().map_err(Error::damaged)?,
        revision: u32::try_from(row.int(4)?).map_err(Error::damaged)?,
        at: Moment(row.int(5)?),
    })
}

const COLUMNS: &str = "SELECT e.sequence, e.operation, e.kind, r.id, e.revision, e.at \
                       FROM event e JOIN record r ON r.number = e.record";

impl Conn {
    /// The last sequence this node has given; what figures say they include.
    pub async fn sequence(&mut self) -> Result<i64> {
        self.one("SELECT event FROM chain_head WHERE chain = 1", params![]).await?.int(0)
    }

    /// Everything that changed on the node after a sequence, in order; for the node's own work.
    pub async fn events_after(&mut self, after: i64, limit: u32) -> Result<Vec<Event>> {
        let sql = format!("{COLUMNS} WHERE e.sequence > $1 ORDER BY e.sequence LIMIT $2");
        self.all(sql, params![after, limit]).await?.iter().map(read).collect()
    }

    /// What changed in an operation after a sequence and may be seen by this reader, in order. The operation itself is
    /// seen by everybody who takes part in it.
    pub async fn visible_events(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        after: i64,
        limit: u32,
    ) -> Result<Vec<Event>> {
        if reader.participation.is_none() {
            return Ok(Vec::new());
        }
        let mut sql = Sql::new(COLUMNS);
        sql.bind(" WHERE e.operation = ? AND e.sequence > ?", params![operation.to_string(), after]);
        sql.push(" AND (e.kind = 'operation' OR ").append(&visible(reader, "r.access"));
        sql.bind(") ORDER BY e.sequence LIMIT ?", params![limit]);
        self.rows(sql).await?.iter().map(read).collect()
    }

    /// How far an operation has come for this reader; nothing that it may not see moves it.
    pub async fn mark(&mut self, reader: &Reader, operation: OperationId) -> Result<Mark> {
        if reader.participation.is_none() {
            return Ok(Mark::default());
        }
        let mut last = Sql::new("SELECT e.sequence FROM event e JOIN record r ON r.number = e.record");
        last.bind(" WHERE e.operation = ?", params![operation.to_string()]);
        last.push(" AND (e.kind = 'operation' OR ").append(&visible(reader, "r.access"));
        last.push(") ORDER BY e.sequence DESC LIMIT 1");
        let sequence = self.rows(last).await?.first().map_or(Ok(0), |row| row.int(0))?;
        let mut lines = Sql::new("SELECT COUNT(*), CAST(COALESCE(SUM(l.counts), 0) AS BIGINT) FROM incident_line l");
        lines.bind(" WHERE l.operation = (SELECT number FROM record WHERE id = ?)", params![operation.to_string()]);
        lines.push(" AND ").append(&visible(reader, "l.access"));
        let rows = self.rows(lines).await?;
        let (lines, counting) = rows.first().map_or(Ok((0, 0)), |row| Ok::<_, Error>((row.int(0)?, row.int(1)?)))?;
        Ok(Mark { sequence, lines, counting })
    }
}
