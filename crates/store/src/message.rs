//! Threads of messages, newest first, and how far each member has read each.
//!
//! Refuses to count what the reader may not see: a thread is as long as what its reader sees of it.

use model::{
    agency::AgencyId, card::Listed, id::RecordId, member::MemberId, participant::ParticipantCode, time::Moment,
};

use crate::{
    card::{Eyes, LISTED, listed, seen},
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::{Sql, params},
};

/// Who reads: a member, and the agency whose own messages are never unread.
type Own = (MemberId, AgencyId);

/// One thread, as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadLine {
    /// Its first message that the reader sees.
    pub first: Listed,
    /// The thread: the first message of all.
    pub thread: RecordId,
    /// How many messages the reader sees.
    pub messages: u64,
    /// How many of them the member has not read.
    pub unread: u64,
    /// When the latest was kept.
    pub last: Moment,
    /// The latest: where the next page begins after.
    pub latest: RecordId,
}

/// Which threads a list shows. What is left out narrows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ThreadsWanted {
    /// Begun by a message of this sort.
    pub status: Option<String>,
    /// By a bulletin on this topic.
    pub key: Option<String>,
    /// Of this level.
    pub level: Option<String>,
    /// Begun by this participant.
    pub owner: Option<ParticipantCode>,
    /// With messages that the member has not read.
    pub unread: bool,
    /// At most so many.
    pub limit: u32,
    /// Those whose latest message is older than this one.
    pub after: Option<RecordId>,
}

const THREAD: &str = "CASE WHEN c.about = '' THEN c.record ELSE c.about END";

fn line(row: &Row) -> Result<ThreadLine> {
    let count = |at| row.int(at).and_then(|count| u64::try_from(count).map_err(Error::damaged));
    Ok(ThreadLine {
        first: listed(row)?,
        thread: row.text(17)?.parse().map_err(Error::damaged)?,
        messages: count(18)?,
        unread: count(19)?,
        last: Moment(row.int(20)?),
        latest: row.text(21)?.parse().map_err(Error::damaged)?,
    })
}

/// The threads these eyes see, with what the member has read of them: `g`, and the first message beside it as `c`.
fn grouped(columns: &str, eyes: &[Eyes], (member, agency): Own) -> Sql {
    let mut sql = Sql::new(format!("SELECT {columns} FROM (SELECT {THREAD} AS thread, MIN(c.number) AS first, "));
    sql.bind(
        "MAX(c.number) AS latest, MAX(c.created) AS last, COUNT(*) AS messages, CAST(SUM(CASE WHEN x.agency <> ? \
         AND c.state <> 'retracted' AND c.number > COALESCE(s.seen, 0) THEN 1 ELSE 0 END) AS BIGINT) AS unread \
         FROM card c JOIN access x ON x.id = c.access LEFT JOIN reading s ON s.member = ? AND s.thread = ",
        params![agency.to_string(), member.to_string()],
    );
    sql.push(THREAD).push(" WHERE c.kind = 'message' AND ").append(&seen(eyes, "c"));
    sql.push(" GROUP BY ").push(THREAD);
    sql.push(
        ") g JOIN card c ON c.number = g.first JOIN record r ON r.number = c.number JOIN access x ON x.id = c.access \
         JOIN card z ON z.number = g.latest WHERE c.state <> 'retracted'",
    );
    sql
}

fn narrow(sql: &mut Sql, wanted: &ThreadsWanted) {
    let texts = [
        ("c.status", wanted.status.clone()),
        ("c.key", wanted.key.clone()),
        ("c.part", wanted.level.clone()),
        ("x.owner", wanted.owner.as_ref().map(ToString::to_string)),
    ];
    for (column, value) in texts {
        if let Some(value) = value {
            sql.bind(&format!(" AND {column} = ?"), params![value]);
        }
    }
    if wanted.unread {
        sql.push(" AND g.unread > 0");
    }
}

impl Conn {
    /// One page of the threads that `wanted` asks for.
    pub async fn threads(&mut self, eyes: &[Eyes], own: Own, wanted: &ThreadsWanted) -> Result<Vec<ThreadLine>> {
        let columns = format!("{LISTED}, g.thread, g.messages, g.unread, g.last, z.record");
        let mut sql = grouped(&columns, eyes, own);
        narrow(&mut sql, wanted);
        if let Some(after) = &wanted.after {
            sql.bind(" AND g.latest < (SELECT p.number FROM card p WHERE p.record = ?)", params![after.as_str()]);
        }
        sql.push(" ORDER BY g.latest DESC");
        if wanted.limit > 0 {
            sql.bind(" LIMIT ?", params![wanted.limit]);
        }
        self.rows(sql).await?.iter().map(line).collect()
    }

    /// How many threads they are, and how many messages in them the member has not read.
    pub async fn count_threads(&mut self, eyes: &[Eyes], own: Own, wanted: &ThreadsWanted) -> Result<(u64, u64)> {
        let mut sql = grouped("COUNT(*), CAST(COALESCE(SUM(g.unread), 0) AS BIGINT)", eyes, own);
        narrow(&mut sql, wanted);
        let rows = self.rows(sql).await?;
        let Some(row) = rows.first() else { return Ok((0, 0)) };
        let count = |at| row.int(at).and_then(|count| u64::try_from(count).map_err(Error::damaged));
        Ok((count(0)?, count(1)?))
    }

    /// How far a member has read a thread: the place of the last message it has seen, 0 for none. Places say nothing to
    /// a reader and are compared with [`Conn::place_of`] only.
    pub async fn read_until(&mut self, member: MemberId, thread: &RecordId) -> Result<i64> {
        let sql = "SELECT seen FROM reading WHERE member = $1 AND thread = $2";
        let row = self.opt(sql, params![member.to_string(), thread.as_str()]).await?;
        row.map_or(Ok(0), |row| row.int(0))
    }

    /// The place of a record among all; 0 where there is none.
    pub async fn place_of(&mut self, record: &RecordId) -> Result<i64> {
        let row = self.opt("SELECT number FROM card WHERE record = $1", params![record.as_str()]).await?;
        row.map_or(Ok(0), |row| row.int(0))
    }
}

impl Tx {
    /// Keeps that a member has read a thread up to one of its messages; never back.
    pub async fn set_read(&mut self, member: MemberId, thread: &RecordId, last: &RecordId) -> Result<()> {
        let sql = "INSERT INTO reading (member, thread, seen) SELECT $1, $2, c.number FROM card c WHERE c.record = $3 \
                   ON CONFLICT (member, thread) DO UPDATE SET seen = CASE WHEN excluded.seen > reading.seen \
                   THEN excluded.seen ELSE reading.seen END";
        self.run(sql, params![member.to_string(), thread.as_str(), last.as_str()]).await?;
        Ok(())
    }

    /// Keeps that a member has read everything these eyes see.
    pub async fn set_all_read(&mut self, eyes: &[Eyes], member: MemberId) -> Result<()> {
        let mut sql = Sql::new("INSERT INTO reading (member, thread, seen) SELECT ");
        sql.bind("CAST(? AS TEXT), ", params![member.to_string()]);
        sql.push(THREAD).push(", MAX(c.number) FROM card c WHERE c.kind = 'message' AND ").append(&seen(eyes, "c"));
        sql.push(" GROUP BY ").push(THREAD);
        sql.push(" ON CONFLICT (member, thread) DO UPDATE SET seen = excluded.seen");
        let (text, values) = sql.done();
        self.run(text, values).await?;
        Ok(())
    }
}
