//! Operations: kept as records, asked by code, series and participation.
//!
//! Refuses two operations of one code, and a revision not made from the current one.

use model::{
    operation::{Operation, OperationId},
    participant::{ParticipantCode, Participation},
    record::Record,
    stage::Stage,
    time::Day,
    wire::v1::Envelope,
};

use crate::{
    conn::Conn,
    error::Result,
    record::{Arriving, RevisionLine, record_of, revision_line},
    row::Row,
    tx::Tx,
    value::{Sql, Value, params},
};

const OWN: &str = "SELECT v.body, v.sequence FROM operation o JOIN record r ON r.number = o.number \
                   JOIN record_revision v ON v.record = r.number AND v.revision = r.revision";

fn read(row: &Row) -> Result<Record<Operation>> {
    record_of(row, 0, 1)
}

impl Conn {
    /// One operation. Who may know of it is asked of `Reader::relation_to_operation`.
    pub async fn operation(&mut self, id: OperationId) -> Result<Option<Record<Operation>>> {
        let row = self.opt(format!("{OWN} WHERE r.id = $1"), params![id.to_string()]).await?;
        row.as_ref().map(read).transpose()
    }

    /// The operation of a code.
    pub async fn operation_by_code(&mut self, code: &str) -> Result<Option<Record<Operation>>> {
        let row = self.opt(format!("{OWN} WHERE o.code = $1"), params![code]).await?;
        row.as_ref().map(read).transpose()
    }

    /// The operations in which a participant has a part, or every operation of the node; latest edition first.
    pub async fn operations(&mut self, participant: Option<&ParticipantCode>) -> Result<Vec<Record<Operation>>> {
        let mut sql = Sql::new(OWN);
        if let Some(participant) = participant {
            let part =
                " WHERE EXISTS (SELECT 1 FROM participation p WHERE p.operation = o.number AND p.participant = ?)";
            sql.bind(part, params![participant.as_str()]);
        }
        sql.push(" ORDER BY o.edition DESC, o.code");
        self.rows(sql).await?.iter().map(read).collect()
    }

    /// The revisions of an operation, newest first.
    pub async fn operation_revisions(&mut self, id: OperationId) -> Result<Vec<RevisionLine>> {
        let sql = "SELECT v.body, v.sequence FROM record r JOIN record_revision v ON v.record = r.number \
                   WHERE r.id = $1 AND r.kind = 'operation' ORDER BY v.revision DESC";
        let rows = self.all(sql, params![id.to_string()]).await?;
        rows.iter().map(|row| revision_line(row, 0, 1)).collect()
    }
}

impl Tx {
    /// Keeps an operation: a new one, or the next revision of the one it was made from (`Conflict` where that is not the
    /// current one). `Taken` where its code is in use. The sequence given is put into its header.
    pub async fn put_operation(&mut self, record: &mut Record<Operation>, base: Option<u32>) -> Result<()> {
        let body = Envelope::of(record).write();
        let arriving = Arriving { header: &record.header, body, questions: &[] };
        let kept = match base {
            None => self.add_records(std::slice::from_ref(&arriving)).await?.remove(0),
            Some(base) => self.revise_record(&arriving, base).await?,
        };
        let sql = format!(
            "INSERT INTO operation ({OPERATION}) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (number) DO UPDATE SET \
             code = excluded.code, series = excluded.series, edition = excluded.edition, \
             demonstration = excluded.demonstration, archive = excluded.archive"
        );
        self.run(sql, own_row(kept.number, &record.content)).await?;
        self.put_parts(kept.number, &record.content).await?;
        record.header.sequence = kept.sequence;
        Ok(())
    }

    async fn put_parts(&mut self, number: i64, operation: &Operation) -> Result<()> {
        self.run("DELETE FROM participation WHERE operation = $1", params![number]).await?;
        self.run("DELETE FROM stage WHERE operation = $1", params![number]).await?;
        self.insert_all("participation", PARTICIPATION, part_rows(number, operation)).await?;
        self.insert_all("stage", STAGE, stage_rows(number, operation)).await
    }
}

pub(crate) const OPERATION: &str = "number, code, series, edition, demonstration, archive";
pub(crate) const PARTICIPATION: &str = "operation, place, participant, role, since, until";
pub(crate) const STAGE: &str = "operation, kind, first_day, last_day, opened, closed";

pub(crate) fn own_row(number: i64, own: &Operation) -> Vec<Value> {
    params![number, &own.code, &own.series, &own.edition, own.demonstration, own.archive]
}

/// One row per participant, in the order in which they stand.
pub(crate) fn part_rows(number: i64, operation: &Operation) -> Vec<Vec<Value>> {
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    let parts = (0_i64..).zip(&operation.participations);
    let row = |(place, part): (i64, &Participation)| {
        params![number, place, part.participant.as_str(), part.role.code(), day(part.since), day(part.until)]
    };
    parts.map(row).collect()
}

/// One row per stage.
pub(crate) fn stage_rows(number: i64, operation: &Operation) -> Vec<Vec<Value>> {
    let row = |stage: &Stage| {
        let (opened, closed) = (stage.opened.map(|at| at.0), stage.closed.map(|at| at.0));
        params![number, stage.kind.code(), stage.from.to_string(), stage.to.to_string(), opened, closed]
    };
    operation.stages.iter().map(row).collect()
}
