//! Records of one seizure: which of them counts in figures, kept right whenever one of them changes.
//!
//! Refuses to touch a record of another owner: no revision is made here. Whether a record counts follows from what all
//! of its seizure say, by `model::incident::counting`; so taking back the one that counts lets the next one count in
//! the same transaction, whoever owns it, and nothing has to be undone when opinions change again.

use model::{id::RecordId, incident::counting, record::Header};

use crate::{
    conn::Conn,
    error::Result,
    record::envelope,
    tx::Tx,
    value::{Sql, params},
};

/// A record of a seizure, with what it is called inside the database.
type Twin = (i64, Header);

impl Conn {
    /// Whether a record counts in figures. Asked after the record itself was seen.
    pub async fn is_counted(&mut self, id: &RecordId) -> Result<bool> {
        let sql =
            "SELECT l.counts FROM record r JOIN incident_line l ON l.number = r.number WHERE r.id = $1 AND l.line = 0";
        self.opt(sql, params![id.as_str()]).await?.map_or(Ok(false), |row| row.flag(0))
    }

    /// The record of which another is said to be the same seizure.
    pub(super) async fn twin_of(&mut self, id: &str) -> Result<Option<String>> {
        let sql = "SELECT i.duplicate_of FROM record r JOIN incident i ON i.number = r.number WHERE r.id = $1";
        self.opt(sql, params![id]).await?.map_or(Ok(None), |row| row.opt_text(0))
    }

    /// The record that was chosen to count, by everybody's word: the end of the way up from `id`.
    async fn chosen_of(&mut self, id: &str) -> Result<String> {
        let mut way = vec![id.to_owned()];
        loop {
            let last = way.last().cloned().unwrap_or_default();
            match self.twin_of(&last).await? {
                // A circle can not be made by any verb; one that is there all the same ends here.
                Some(above) if !way.contains(&above) => way.push(above),
                _ => return Ok(last),
            }
        }
    }

    /// The chosen record, those that are the same as it, those that are the same as these…, each round by its arrival.
    async fn twins_under(&mut self, chosen: &str) -> Result<Vec<Twin>> {
        let mut twins = self.current("r.id", &[chosen.to_owned()]).await?;
        let mut round = vec![chosen.to_owned()];
        while !round.is_empty() {
            let mut next = self.current("i.duplicate_of", &round).await?;
            next.retain(|(number, _)| twins.iter().all(|(known, _)| known != number));
            round = next.iter().map(|(_, header)| header.id.to_string()).collect();
            twins.extend(next);
        }
        Ok(twins)
    }

    /// Number and header of the current revisions of incidents that a column finds.
    async fn current(&mut self, column: &str, values: &[String]) -> Result<Vec<Twin>> {
        let mut sql =
            Sql::new("SELECT r.number, v.body, v.sequence FROM incident i JOIN record r ON r.number = i.number ");
        sql.push("JOIN record_revision v ON v.record = r.number AND v.revision = r.revision WHERE 1 = 1");
        sql.and_any(column, values).push(" ORDER BY r.number");
        let rows = self.rows(sql).await?;
        rows.iter().map(|row| Ok((row.int(0)?, envelope(row, 1, 2)?.header))).collect()
    }
}

/// Which records of a seizure count.
#[derive(Debug, Default)]
pub(crate) struct Counted {
    /// Each with whether it counts; nothing where it is the only one.
    pub numbers: Vec<(i64, bool)>,
    /// Whether the operation, whose parts decide with them, has stayed the same since the last of them changed.
    pub is_settled: bool,
}

impl Conn {
    /// Which records of the seizure of `id` count.
    pub(crate) async fn counted(&mut self, id: &str) -> Result<Counted> {
        let chosen = self.chosen_of(id).await?;
        let twins = self.twins_under(&chosen).await?;
        let is_alone = chosen == id && twins.len() < 2;
        let Some((_, first)) = twins.first().filter(|_| !is_alone) else { return Ok(Counted::default()) };
        let Some(operation) = self.operation(first.operation).await? else { return Ok(Counted::default()) };
        let headers: Vec<&Header> = twins.iter().map(|(_, header)| header).collect();
        let is_settled = headers.iter().any(|header| header.sequence > operation.header.sequence);
        let counts = counting(&operation.content, &headers);
        Ok(Counted { numbers: twins.iter().map(|(number, _)| *number).zip(counts).collect(), is_settled })
    }
}

impl Tx {
    /// Decides anew which records of the seizure of `id` count.
    pub(super) async fn recount(&mut self, id: &str) -> Result<()> {
        let sql = "UPDATE incident_line SET counts = $2 WHERE number = $1 AND counts <> $2";
        for (number, counts) in self.counted(id).await?.numbers {
            self.run(sql, params![number, counts]).await?;
        }
        Ok(())
    }
}
