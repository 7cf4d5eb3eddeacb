//! Incidents: kept as records, spread into one row for lists and one per line for figures, in one transaction.
//!
//! Refuses a revision not made from the current one, and a second record of one provenance key in an operation.

pub(crate) mod spread;
mod twins;

use model::{
    id::RecordId,
    incident::Incident,
    operation::OperationId,
    problem::Problem,
    record::{Kind, Reader, Record},
    wire::v1::Envelope,
};

use crate::{
    conn::Conn,
    error::Result,
    record::{Arriving, RevisionLine, record_of, revision_line},
    row::Row,
    tx::Tx,
    value::{Sql, params},
    visible::visible,
};

/// How many incidents are kept per round of statements.
const BATCH: usize = 500;

const REVISIONS: &str = "SELECT v.body, v.sequence FROM record r JOIN record_revision v ON v.record = r.number";

/// The incident of a row that starts with text and sequence.
fn read(row: &Row) -> Result<Record<Incident>> {
    record_of(row, 0, 1)
}

impl Conn {
    /// The operation an incident belongs to, so that the reader's part in it can be asked. Says nothing of visibility.
    pub async fn incident_operation(&mut self, id: &RecordId) -> Result<Option<OperationId>> {
        self.operation_of(Kind::Incident, id).await
    }

    /// The current revision of an incident this reader may see.
    pub async fn incident(&mut self, reader: &Reader, id: &RecordId) -> Result<Option<Record<Incident>>> {
        let mut sql = Sql::new(REVISIONS);
        sql.bind(" AND v.revision = r.revision WHERE r.id = ? AND r.kind = 'incident' AND ", params![id.as_str()]);
        sql.append(&visible(reader, "r.access"));
        self.rows(sql).await?.first().map(read).transpose()
    }

    /// One revision of an incident, where this reader may see both the incident now and what was written then.
    pub async fn incident_revision(
        &mut self,
        reader: &Reader,
        id: &RecordId,
        revision: u32,
    ) -> Result<Option<Record<Incident>>> {
        self.revision_rows(reader, id, Some(revision)).await?.first().map(read).transpose()
    }

    /// The revisions of an incident that this reader may see, newest first. Each was written for its own audience, so
    /// one written for fewer stays with them.
    pub async fn incident_revisions(&mut self, reader: &Reader, id: &RecordId) -> Result<Vec<RevisionLine>> {
        self.revision_rows(reader, id, None).await?.iter().map(|row| revision_line(row, 0, 1)).collect()
    }

    /// The canonical text of one revision, as it was hashed.
    pub async fn incident_wire(&mut self, reader: &Reader, id: &RecordId, revision: u32) -> Result<Option<String>> {
        self.revision_rows(reader, id, Some(revision)).await?.first().map(|row| row.text(0)).transpose()
    }

    async fn revision_rows(&mut self, reader: &Reader, id: &RecordId, revision: Option<u32>) -> Result<Vec<Row>> {
        let mut sql = Sql::new(REVISIONS);
        sql.bind(" WHERE r.id = ? AND r.kind = 'incident' AND ", params![id.as_str()])
            .append(&visible(reader, "r.access"));
        sql.push(" AND ").append(&visible(reader, "v.access"));
        if let Some(revision) = revision {
            sql.bind(" AND v.revision = ?", params![revision]);
        }
        sql.push(" ORDER BY v.revision DESC");
        self.rows(sql).await
    }
}

impl Tx {
    /// Keeps an incident: a new one, or the next revision of the one it was made from (`Conflict` where that is not the
    /// current one), with the questions that arise. The sequence given is put into its header.
    pub async fn put_incident(
        &mut self,
        record: &mut Record<Incident>,
        base: Option<u32>,
        questions: &[Problem],
    ) -> Result<()> {
        let body = Envelope::of(record).write();
        let arriving = Arriving { header: &record.header, body, questions };
        let own = record.header.id.to_string();
        let mut twin_before = None;
        let kept = match base {
            None => self.add_records(std::slice::from_ref(&arriving)).await?.remove(0),
            Some(base) => {
                let kept = self.revise_record(&arriving, base).await?;
                twin_before = self.twin_of(&own).await?;
                self.unspread(kept.number).await?;
                kept
            }
        };
        self.spread(&[(record, kept)]).await?;
        // Those of the seizure it belonged to, and of the one it belongs to now.
        for id in twin_before.into_iter().chain([own]) {
            self.recount(&id).await?;
        }
        record.header.sequence = kept.sequence;
        Ok(())
    }

    /// Keeps many new incidents with their questions; `Taken` where one of them is kept already (ask `known_keys` first).
    pub async fn put_incidents(&mut self, incoming: &mut [(Record<Incident>, Vec<Problem>)]) -> Result<()> {
        for batch in incoming.chunks_mut(BATCH) {
            let arriving: Vec<Arriving<'_>> = batch
                .iter()
                .map(|(record, questions)| {
                    let body = Envelope::of(record).write();
                    Arriving { header: &record.header, body, questions }
                })
                .collect();
            let kept = self.add_records(&arriving).await?;
            let spread: Vec<_> = batch.iter().map(|(record, _)| record).zip(kept.iter().copied()).collect();
            self.spread(&spread).await?;
            for (record, _) in batch.iter().filter(|(record, _)| record.content.duplicate_of.is_some()) {
                self.recount(record.header.id.as_str()).await?;
            }
            for ((record, _), own) in batch.iter_mut().zip(kept) {
                record.header.sequence = own.sequence;
            }
        }
        Ok(())
    }
}
