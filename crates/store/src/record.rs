//! Records: header, immutable revisions, access, questions and the event of each change, written once for every noun.
//!
//! Refuses a revision that was not made from the current one, and to change or remove a revision that is kept.

pub(crate) mod arrive;

use std::collections::HashMap;

use model::{
    id::RecordId,
    member::Role,
    operation::OperationId,
    participant::ParticipantCode,
    problem::Problem,
    record::{Door, Kind, Record, State},
    time::Moment,
    wire::v1::{Carried, Envelope},
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::{Sql, params},
};

pub(crate) use arrive::{Arriving, Kept};

/// One kept revision, as history lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionLine {
    /// Its number, from 1.
    pub revision: u32,
    /// Where the record stood then.
    pub state: State,
    /// The role of its author; never the person.
    pub author_role: Role,
    /// Why it was retracted; empty otherwise.
    pub reason: String,
    /// When it was kept.
    pub changed: Moment,
    /// Through which door it came.
    pub door: Door,
}

/// A question about a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its place among the record's questions, from 0.
    pub place: u32,
    /// What is asked: field, code, parameters.
    pub problem: Problem,
    /// Whether a person has answered it.
    pub answered: bool,
}

/// Reads the canonical text back and puts the sequence, which stands beside it, into its place.
pub(crate) fn envelope(row: &Row, body: usize, sequence: usize) -> Result<Envelope> {
    let mut envelope = Envelope::read(&row.text(body)?).map_err(|error| Error::damaged(format!("{error:?}")))?;
    envelope.header.sequence = row.int(sequence)?;
    Ok(envelope)
}

/// The record of a row; `Damaged` where it is of another noun.
pub(crate) fn record_of<T: Carried>(row: &Row, body: usize, sequence: usize) -> Result<Record<T>> {
    let envelope = envelope(row, body, sequence)?;
    let id = envelope.header.id.clone();
    envelope.open().ok_or_else(|| Error::damaged(format!("{id} is of another noun")))
}

/// The line of history an envelope makes.
pub(crate) fn revision_line(row: &Row, body: usize, sequence: usize) -> Result<RevisionLine> {
    let header = envelope(row, body, sequence)?.header;
    Ok(RevisionLine {
        revision: header.revision,
        state: header.state,
        author_role: header.author_role,
        reason: header.reason,
        changed: header.changed,
        door: header.provenance.door,
    })
}

impl Conn {
    /// The operation a record of one noun belongs to, so that the reader's part in it can be asked. Says nothing of
    /// visibility.
    pub async fn operation_of(&mut self, kind: Kind, id: &RecordId) -> Result<Option<OperationId>> {
        let sql = "SELECT operation FROM record WHERE id = $1 AND kind = $2";
        let row = self.opt(sql, params![id.as_str(), kind.code()]).await?;
        row.map(|row| row.text(0)?.parse().map_err(Error::damaged)).transpose()
    }

    /// Questions about a record, in the order in which they arose. Asked after the record itself was seen.
    pub async fn questions(&mut self, record: &RecordId) -> Result<Vec<Question>> {
        let sql = "SELECT q.place, q.problem, q.answered FROM record r JOIN record_question q ON q.record = r.number \
                   WHERE r.id = $1 ORDER BY q.place";
        let read = |row: &Row| {
            let place = u32::try_from(row.int(0)?).map_err(Error::damaged)?;
            Ok(Question { place, problem: crate::json(&row.text(1)?)?, answered: row.flag(2)? })
        };
        self.all(sql, params![record.as_str()]).await?.iter().map(read).collect()
    }

    /// Which of these provenance keys an operation holds already for their owner, and as which record.
    pub async fn known_keys(
        &mut self,
        operation: OperationId,
        keys: &[OwnedKey],
    ) -> Result<HashMap<OwnedKey, RecordId>> {
        let mut known = HashMap::new();
        let written: Vec<String> = keys.iter().map(|(owner, key)| written_key(owner, key)).collect();
        for part in written.chunks(1000) {
            let mut sql = Sql::new("SELECT provenance_key, id FROM record");
            sql.bind(" WHERE operation = ?", params![operation.to_string()]).and_any("provenance_key", part);
            for row in self.rows(sql).await? {
                known.insert(read_key(&row.text(0)?)?, row.text(1)?.parse().map_err(Error::damaged)?);
            }
        }
        Ok(known)
    }
}

/// A provenance key with its owner: the same row of a file is another record for another participant.
pub type OwnedKey = (ParticipantCode, String);

/// A key as its column holds it: whose it is stands before it, and no code of a participant has a space.
pub(crate) fn written_key(owner: &ParticipantCode, key: &str) -> String {
    format!("{owner} {key}")
}

fn read_key(written: &str) -> Result<OwnedKey> {
    let (owner, key) = written.split_once(' ').ok_or_else(|| Error::damaged("a key without owner"))?;
    Ok((crate::participant::code(owner)?, key.to_owned()))
}

impl Tx {
    /// Marks questions about a record as answered; the record is held while another one is open.
    pub async fn answer_questions(&mut self, record: &RecordId, places: &[u32]) -> Result<()> {
        if places.is_empty() {
            return Ok(());
        }
        let row = self.one("SELECT number FROM record WHERE id = $1", params![record.as_str()]).await?;
        let number = row.int(0)?;
        let mut sql = Sql::new("UPDATE record_question SET answered = 1");
        sql.bind(" WHERE record = ?", params![number]).and_any("place", places.iter().copied());
        let (text, values) = sql.done();
        self.run(text, values).await?;
        let open =
            "CASE WHEN EXISTS (SELECT 1 FROM record_question WHERE record = $1 AND answered = 0) THEN 1 ELSE 0 END";
        for table in ["incident", "incident_line"] {
            self.run(format!("UPDATE {table} SET held = {open} WHERE number = $1"), params![number]).await?;
        }
        Ok(())
    }
}
