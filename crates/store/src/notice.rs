//! Notices of participants and members, how far each member has seen them, and the digests that tell of them by mail.
//!
//! Refuses to show a notice of a record that its reader may not see now. Refuses to send a digest twice: it is claimed
//! before it is sent, and one whose sender fell silent counts as sent.

use model::{
    id::RecordId,
    member::{Member, MemberId, Role},
    notice::{Notice, NoticeKind, Rhythm, Wish},
    operation::OperationId,
    participant::ParticipantCode,
    record::Kind,
    time::Moment,
};

use crate::{
    card::{Eyes, LISTED, listed, seen},
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::{Clause, Sql, Value, params},
};

/// A notice on its way: whom it is for, what it is of.
#[derive(Debug, Clone)]
pub struct Telling<'a> {
    /// The operation.
    pub operation: OperationId,
    /// Whose members it is for.
    pub participant: &'a ParticipantCode,
    /// Only for this role, where one is named.
    pub role: Option<Role>,
    /// Only for this member, where one is named.
    pub member: Option<MemberId>,
    /// What it is of.
    pub kind: NoticeKind,
    /// The record.
    pub record: &'a RecordId,
    /// Until when something is to be done.
    pub due: Option<Moment>,
    /// Since when.
    pub at: Moment,
}

/// A digest that is due and was claimed for sending.
#[derive(Debug, Clone)]
pub struct Due {
    /// Whose it is.
    pub member: Member,
    /// Where to.
    pub wish: Wish,
    /// The place of the last notice that was told before.
    pub told: i64,
    /// How often sending was tried since it last worked.
    pub attempts: u32,
}

/// Where a member's digest stands, for whoever runs the node: without the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The account.
    pub login: String,
    /// `waiting`, `failing`, `given-up` or `unsure`.
    pub state: String,
    /// How often sending was tried in vain.
    pub attempts: u32,
    /// Since when it stands there.
    pub changed: Moment,
    /// When the next is due.
    pub next: Moment,
}

/// For whom a notice is: this member by name, or its participant and role.
fn own(member: &Member) -> Clause {
    Clause::new(
        "(n.member = ? OR n.member = '' AND n.participant = ? AND n.role IN ('', ?))",
        params![member.id.to_string(), member.participant.as_str(), member.role.code()],
    )
}

fn notice(row: &Row) -> Result<Notice> {
    let listed = listed(row)?;
    Ok(Notice {
        number: row.int(17)?,
        kind: crate::code(NoticeKind::parse, &row.text(18)?)?,
        operation: listed.operation,
        record: listed.id,
        noun: listed.kind,
        owner: listed.owner,
        card: listed.card,
        due: row.opt_int(19)?.map(Moment),
        at: Moment(row.int(20)?),
        seen: row.flag(21)?,
    })
}

/// The notices of a member that are not settled and whose records its eyes see.
fn open(columns: &str, member: &Member, eyes: &[Eyes]) -> Sql {
    let mut sql = Sql::new(format!(
        "SELECT {columns} FROM notice n JOIN card c ON c.record = n.record JOIN record r ON r.number = c.number \
         JOIN access x ON x.id = c.access WHERE n.done IS NULL AND c.state <> 'retracted' AND "
    ));
    sql.append(&own(member)).push(" AND ").append(&seen(eyes, "c"));
    sql
}

impl Conn {
    /// What waits for a member and what it was told, newest first; at most `limit` of those before `before`.
    pub async fn notices(
        &mut self,
        member: &Member,
        eyes: &[Eyes],
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<Notice>> {
        let until = self.notices_seen(member.id).await?;
        let columns =
            format!("{LISTED}, n.number, n.kind, n.due, n.at, CASE WHEN n.number <= {until} THEN 1 ELSE 0 END");
        let mut sql = open(&columns, member, eyes);
        if let Some(before) = before {
            sql.bind(" AND n.number < ?", params![before]);
        }
        sql.bind(" ORDER BY n.number DESC LIMIT ?", params![limit]);
        self.rows(sql).await?.iter().map(notice).collect()
    }

    /// How many notices after `place` wait for a member, by what they are of and of which noun.
    pub async fn count_notices(
        &mut self,
        member: &Member,
        eyes: &[Eyes],
        place: i64,
    ) -> Result<Vec<(NoticeKind, Kind, u64, Option<Moment>)>> {
        let mut sql = open("n.kind, c.kind, COUNT(*), MIN(n.due)", member, eyes);
        sql.bind(" AND n.number > ? GROUP BY n.kind, c.kind ORDER BY n.kind, c.kind", params![place]);
        let read = |row: &Row| {
            let count = u64::try_from(row.int(2)?).map_err(Error::damaged)?;
            let (kind, noun) =
                (crate::code(NoticeKind::parse, &row.text(0)?)?, crate::code(Kind::parse, &row.text(1)?)?);
            Ok((kind, noun, count, row.opt_int(3)?.map(Moment)))
        };
        self.rows(sql).await?.iter().map(read).collect()
    }

    /// Whether anything at all was told to a member after what it has seen: asked on every page before more is.
    pub async fn has_notices(&mut self, member: &Member) -> Result<bool> {
        let until = self.notices_seen(member.id).await?;
        let mut sql = Sql::new("SELECT 1 FROM notice n WHERE n.done IS NULL AND ");
        sql.append(&own(member)).bind(" AND n.number > ? LIMIT 1", params![until]);
        Ok(!self.rows(sql).await?.is_empty())
    }

    /// The place of the last notice that a member has seen.
    pub async fn notices_seen(&mut self, member: MemberId) -> Result<i64> {
        let row = self.opt("SELECT number FROM notice_seen WHERE member = $1", params![member.to_string()]).await?;
        row.map_or(Ok(0), |row| row.int(0))
    }

    /// The place of the last notice of all.
    pub async fn last_notice(&mut self) -> Result<i64> {
        self.one("SELECT COALESCE(MAX(number), 0) FROM notice", params![]).await?.int(0)
    }

    /// What a member wishes to hear by mail.
    pub async fn wish(&mut self, member: MemberId) -> Result<Option<Wish>> {
        let sql = "SELECT address, rhythm FROM digest WHERE member = $1";
        let row = self.opt(sql, params![member.to_string()]).await?;
        row.map(|row| Ok(Wish { address: row.text(0)?, rhythm: crate::code(Rhythm::parse, &row.text(1)?)? }))
            .transpose()
    }

    /// Digests that could not be sent, for whoever runs the node.
    pub async fn failed_digests(&mut self) -> Result<Vec<Standing>> {
        let sql = "SELECT m.login, d.state, d.attempts, d.changed, d.next FROM digest d JOIN member m ON m.id = d.member \
                   WHERE d.state <> 'waiting' ORDER BY d.changed DESC";
        let read = |row: &Row| {
            Ok(Standing {
                login: row.text(0)?,
                state: row.text(1)?,
                attempts: u32::try_from(row.int(2)?).map_err(Error::damaged)?,
                changed: Moment(row.int(3)?),
                next: Moment(row.int(4)?),
            })
        };
        self.all(sql, params![]).await?.iter().map(read).collect()
    }
}

impl Tx {
    /// Keeps notices, in the transaction of the record that they are of.
    pub async fn tell(&mut self, all: &[Telling<'_>]) -> Result<()> {
        let last = self.last_notice().await?;
        let row = |(place, one): (i64, &Telling<'_>)| {
            params![
                last + place,
                one.operation.to_string(),
                one.participant.as_str(),
                one.role.map_or("", Role::code),
                one.member.map_or_else(String::new, |member| member.to_string()),
                one.kind.code(),
                one.record.as_str(),
                one.due.map(|due| due.0),
                one.at.0,
                None::<i64>,
            ]
        };
        let rows: Vec<Vec<Value>> = (1..).zip(all).map(row).collect();
        self.insert_all("notice", "number, operation, participant, role, member, kind, record, due, at, done", rows)
            .await
    }

    /// Nothing of this kind waits for a participant any more about a record.
    pub async fn settle_notices(
        &mut self,
        participant: &ParticipantCode,
        kind: NoticeKind,
        record: &RecordId,
        at: Moment,
    ) -> Result<()> {
        let sql = "UPDATE notice SET done = $1 WHERE participant = $2 AND kind = $3 AND record = $4 AND done IS NULL";
        self.run(sql, params![at.0, participant.as_str(), kind.code(), record.as_str()]).await?;
        Ok(())
    }

    /// Keeps that a member has seen its notices up to a place.
    pub async fn set_notices_seen(&mut self, member: MemberId, number: i64) -> Result<()> {
        let sql = "INSERT INTO notice_seen (member, number) VALUES ($1, $2) ON CONFLICT (member) DO UPDATE SET number = \
                   CASE WHEN excluded.number > notice_seen.number THEN excluded.number ELSE notice_seen.number END";
        self.run(sql, params![member.to_string(), number]).await?;
        Ok(())
    }

    /// Keeps what a member wishes to hear by mail, from `next` on; `None` lets address and wish go.
    pub async fn set_wish(&mut self, member: MemberId, wish: Option<&Wish>, now: Moment, next: Moment) -> Result<()> {
        let Some(wish) = wish else {
            self.run("DELETE FROM digest WHERE member = $1", params![member.to_string()]).await?;
            return Ok(());
        };
        let told = self.last_notice().await?;
        let sql = "INSERT INTO digest (member, address, rhythm, next, told, claimed, attempts, state, changed) \
                   VALUES ($1, $2, $3, $4, $5, NULL, 0, 'waiting', $6) ON CONFLICT (member) DO UPDATE SET address = \
                   excluded.address, rhythm = excluded.rhythm, next = excluded.next, attempts = 0, state = 'waiting', \
                   changed = excluded.changed";
        let values = params![member.to_string(), &wish.address, wish.rhythm.code(), next.0, told, now.0];
        self.run(sql, values).await?;
        Ok(())
    }

    /// Claims one digest that is due; nobody else sends it from now on.
    pub async fn claim_digest(&mut self, now: Moment) -> Result<Option<Due>> {
        let sql = "UPDATE digest SET claimed = $1, attempts = attempts + 1 WHERE member = (SELECT d.member FROM digest d \
                   JOIN member m ON m.id = d.member WHERE d.next <= $1 AND d.claimed IS NULL AND m.disabled IS NULL \
                   ORDER BY d.next LIMIT 1) RETURNING member, address, rhythm, told, attempts";
        let Some(row) = self.opt(sql, params![now.0]).await? else { return Ok(None) };
        let id: MemberId = row.text(0)?.parse().map_err(Error::damaged)?;
        let Some(member) = self.member(id).await? else { return Ok(None) };
        Ok(Some(Due {
            member,
            wish: Wish { address: row.text(1)?, rhythm: crate::code(Rhythm::parse, &row.text(2)?)? },
            told: row.int(3)?,
            attempts: u32::try_from(row.int(4)?).map_err(Error::damaged)?,
        }))
    }

    /// Keeps what came of a claimed digest: where it stands, what was told, when the next is due. One that failed keeps
    /// its count.
    pub async fn settle_digest(
        &mut self,
        member: MemberId,
        state: &str,
        told: Option<i64>,
        now: Moment,
        next: Moment,
    ) -> Result<()> {
        let sql = "UPDATE digest SET claimed = NULL, state = $2, told = COALESCE(CAST($3 AS BIGINT), told), next = $4, \
                   changed = $5, attempts = CASE WHEN $6 = 1 THEN attempts ELSE 0 END WHERE member = $1";
        let keeps = i64::from(state == "failing");
        self.run(sql, params![member.to_string(), state, told, next.0, now.0, keeps]).await?;
        Ok(())
    }

    /// Digests whose sender fell silent after claiming them: whether they arrived nobody knows, so they are not sent again.
    /// How many they are.
    pub async fn release_digests(&mut self, silent_since: Moment, now: Moment, next: Moment) -> Result<u64> {
        let last = self.last_notice().await?;
        let sql = "UPDATE digest SET claimed = NULL, state = 'unsure', attempts = 0, told = $1, next = $2, changed = $3 \
                   WHERE claimed IS NOT NULL AND claimed < $4";
        self.run(sql, params![last, next.0, now.0, silent_since.0]).await
    }
}
