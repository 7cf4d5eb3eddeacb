//! Requests for information as one participant sees them: to answer, asked, overdue; how far they are answered.
//!
//! Refuses to count an answer that the reader may not see.

use model::{
    answer::AnswerKind, card::Listed, id::RecordId, information_request::due_key, participant::ParticipantCode,
    time::Moment,
};

use crate::{
    card::{Eyes, LISTED, listed, seen},
    conn::Conn,
    error::{Error, Result},
    row::Row,
    value::{Sql, params},
};

/// One request in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLine {
    /// The request.
    pub listed: Listed,
    /// Until when an answer is of use.
    pub due: Moment,
    /// How many were asked.
    pub asked: u64,
    /// From how many of them nothing more is waited for, as far as the reader knows.
    pub closed: u64,
    /// Whether the reader's participant is asked.
    pub is_asked: bool,
    /// Whether it still waits: for the reader's own answer where it is asked, for anybody's where not.
    pub waits: bool,
}

/// Which requests a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestsWanted {
    /// Those that wait for an answer of the reader's participant.
    pub to_answer: bool,
    /// Those that the reader's participant asked.
    pub asked: bool,
    /// Those that still wait and were due before this moment.
    pub overdue_at: Option<Moment>,
    /// About this.
    pub key: Option<String>,
    /// At most so many.
    pub limit: u32,
    /// Those after this one.
    pub after: Option<RecordId>,
}

/// The answers to the request `c` after which nothing more is waited for.
const CLOSED: &str = "FROM card a JOIN access y ON y.id = a.access WHERE a.kind = 'answer' AND a.about = c.record \
                      AND a.state <> 'retracted' AND a.status IN ";

fn closing() -> String {
    let codes: Vec<String> = AnswerKind::CLOSING.iter().map(|kind| format!("'{kind}'")).collect();
    format!("{CLOSED}({})", codes.join(", "))
}

fn line(row: &Row) -> Result<RequestLine> {
    let count = |at| row.int(at).and_then(|count| u64::try_from(count).map_err(Error::damaged));
    let listed = listed(row)?;
    let seconds: i64 = listed.card.part.parse().map_err(|_| Error::damaged("a due time"))?;
    Ok(RequestLine {
        due: Moment(seconds * 1_000_000),
        asked: count(17)?,
        closed: count(18)?,
        is_asked: row.flag(19)?,
        waits: row.flag(20)?,
        listed,
    })
}

/// The requests these eyes see as `q`, with how far each is answered.
fn standing(columns: &str, eyes: &[Eyes], own: &ParticipantCode) -> Sql {
    let mut sql = Sql::new(format!("SELECT {columns} FROM (SELECT {LISTED}, c.number AS number, "));
    sql.push("(SELECT COUNT(*) FROM access_recipient n WHERE n.access = c.access) AS asked, (SELECT COUNT(DISTINCT y.owner) ");
    sql.push(&closing()).push(" AND ").append(&seen(eyes, "a"));
    sql.bind(
        ") AS closed, CASE WHEN EXISTS (SELECT 1 FROM access_recipient n WHERE n.access = c.access \
         AND n.participant = ?) THEN 1 ELSE 0 END AS is_asked, CASE WHEN EXISTS (SELECT 1 ",
        params![own.as_str()],
    );
    sql.push(&closing()).bind(" AND y.owner = ?) THEN 1 ELSE 0 END AS is_closed", params![own.as_str()]);
    sql.push(
        " FROM card c JOIN record r ON r.number = c.number JOIN access x ON x.id = c.access \
         WHERE c.kind = 'information-request' AND c.state <> 'retracted' AND ",
    );
    sql.append(&seen(eyes, "c"));
    sql.push(") q WHERE 1 = 1");
    sql
}

/// Whether `q` waits.
const WAITS: &str = "CASE WHEN q.is_asked = 1 THEN 1 - q.is_closed WHEN q.closed < q.asked THEN 1 ELSE 0 END";
const OF_Q: &str = "q.record, q.kind, q.operation, q.owner, q.agency, q.audience, q.state, q.revision, q.created, q.changed, \
                    q.about, q.part, q.status, q.key, q.title, q.day, q.due, q.asked, q.closed, q.is_asked";

fn narrow(sql: &mut Sql, own: &ParticipantCode, wanted: &RequestsWanted) {
    if wanted.to_answer {
        sql.push(" AND q.is_asked = 1 AND q.is_closed = 0");
    }
    if wanted.asked {
        sql.bind(" AND q.owner = ?", params![own.as_str()]);
    }
    if let Some(now) = wanted.overdue_at {
        sql.bind(&format!(" AND q.part < ? AND {WAITS} = 1"), params![due_key(now)]);
    }
    if let Some(key) = &wanted.key {
        sql.bind(" AND q.key = ?", params![key]);
    }
}

impl Conn {
    /// One page of requests: what waits in the order of its due time, everything else newest first.
    pub async fn requests(
        &mut self,
        eyes: &[Eyes],
        own: &ParticipantCode,
        wanted: &RequestsWanted,
    ) -> Result<Vec<RequestLine>> {
        let mut sql = standing(&format!("{OF_Q}, {WAITS}"), eyes, own);
        narrow(&mut sql, own, wanted);
        let by_due = wanted.to_answer || wanted.overdue_at.is_some();
        if let Some(after) = &wanted.after {
            let past = if by_due {
                " AND (q.part, q.number) > (SELECT p.part, p.number FROM card p WHERE p.record = ?)"
            } else {
                " AND q.number < (SELECT p.number FROM card p WHERE p.record = ?)"
            };
            sql.bind(past, params![after.as_str()]);
        }
        sql.push(if by_due { " ORDER BY q.part, q.number" } else { " ORDER BY q.number DESC" });
        if wanted.limit > 0 {
            sql.bind(" LIMIT ?", params![wanted.limit]);
        }
        self.rows(sql).await?.iter().map(line).collect()
    }

    /// How many they are.
    pub async fn count_requests(
        &mut self,
        eyes: &[Eyes],
        own: &ParticipantCode,
        wanted: &RequestsWanted,
    ) -> Result<u64> {
        let mut sql = standing("COUNT(*)", eyes, own);
        narrow(&mut sql, own, wanted);
        let count = self.rows(sql).await?.first().map_or(Ok(0), |row| row.int(0))?;
        u64::try_from(count).map_err(Error::damaged)
    }
}
