//! Records: header, immutable revisions, access, questions and the event of each change, written once for every noun.
//!
//! Refuses a revision that was not made from the current one, and to change or remove a revision that is kept.

mod arrive;

use std::collections::HashSet;

use model::{
    id::RecordId,
    member::Role,
    operation::OperationId,
    problem::Problem,
    record::{Door, State},
    time::Moment,
    wire::v1::Envelope,
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
    /// Questions about a record, in the order in which they arose. Asked after the record itself was seen.
    pub async fn questions(&mut self, record: &RecordId) -> Result<Vec<Question>> {
        let sql = "SELECT q.problem, q.answered FROM record r JOIN record_question q ON q.record = r.number \
                   WHERE r.id = $1 ORDER BY q.place";
        let rows = self.all(sql, params![record.as_str()]).await?;
        rows.iter().map(|row| Ok(Question { problem: crate::json(&row.text(0)?)?, answered: row.flag(1)? })).collect()
    }

    /// Which of these provenance keys an operation holds already.
    pub async fn known_keys(&mut self, operation: OperationId, keys: &[String]) -> Result<HashSet<String>> {
        let mut known = HashSet::new();
        for part in keys.chunks(1000) {
            let mut sql = Sql::new("SELECT provenance_key FROM record");
            sql.bind(" WHERE operation = ?", params![operation.to_string()]).and_any("provenance_key", part);
            for row in self.rows(sql).await? {
                known.insert(row.text(0)?);
            }
        }
        Ok(known)
    }
}

impl Tx {
    /// Marks every open question about a record as answered.
    pub async fn answer_questions(&mut self, record: &RecordId) -> Result<()> {
        let own = "(SELECT number FROM record WHERE id = $1)";
        for text in [
            format!("UPDATE record_question SET answered = 1 WHERE record = {own} AND answered = 0"),
            format!("UPDATE incident SET held = 0 WHERE number = {own}"),
            format!("UPDATE incident_line SET held = 0 WHERE number = {own}"),
        ] {
            self.run(text, params![record.as_str()]).await?;
        }
        Ok(())
    }
}
