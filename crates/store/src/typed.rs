//! Typed rows beside the cards of those nouns that are asked by more than a card says.
//!
//! Refuses to be a second truth: the rows follow from the current revision alone, and the check of the database makes them
//! again and compares.

use model::{
    record::{Header, Record},
    wire::v1::Content,
};

use crate::{
    conn::Conn,
    control_entry::{CONTROL_ENTRY, entry_row},
    error::Result,
    legal_act::{LEGAL_ACT, act_row},
    record::Kept,
    row::Row,
    tx::Tx,
    value::{Value, params, places},
};

/// The tables with their columns, the number of the record first.
pub(crate) const TABLES: [(&str, &str); 2] = [("control_entry", CONTROL_ENTRY), ("legal_act", LEGAL_ACT)];

/// The rows that the content of a record makes in one of these tables.
pub(crate) fn rows_of(table: &str, header: &Header, own: Kept, content: &Content) -> Vec<Vec<Value>> {
    match (table, content) {
        ("control_entry", Content::ControlEntry(entry)) => vec![entry_row(header, own, entry)],
        ("legal_act", Content::LegalAct(act)) => vec![act_row(header, own, act)],
        _ => Vec::new(),
    }
}

impl Tx {
    /// Puts the rows of new records.
    pub(crate) async fn put_typed(&mut self, records: &[(&Header, Kept, Content)]) -> Result<()> {
        for (table, columns) in TABLES {
            let own = records.iter().flat_map(|(header, kept, content)| rows_of(table, header, *kept, content));
            self.insert_all(table, columns, own.collect()).await?;
        }
        Ok(())
    }

    /// Takes away the rows of a record that is revised.
    pub(crate) async fn drop_typed(&mut self, number: i64) -> Result<()> {
        for (table, _) in TABLES {
            self.run(format!("DELETE FROM {table} WHERE number = $1"), params![number]).await?;
        }
        Ok(())
    }
}

/// Makes the rows of acts that were kept before there was a table for them.
pub(crate) async fn fill(conn: &mut Conn) -> Result<()> {
    let sql = "SELECT v.body, v.sequence, r.number, r.access FROM record r JOIN record_revision v ON v.record = r.number \
               AND v.revision = r.revision LEFT JOIN legal_act a ON a.number = r.number \
               WHERE r.kind = 'legal-act' AND a.number IS NULL ORDER BY r.number";
    for row in conn.all(sql, params![]).await? {
        let values = act_row_of(&row)?;
        let places = places(conn.engine(), 1, values.len());
        conn.run(format!("INSERT INTO legal_act ({LEGAL_ACT}) VALUES {places}"), values).await?;
    }
    Ok(())
}

fn act_row_of(row: &Row) -> Result<Vec<Value>> {
    let record: Record<model::legal_act::LegalAct> = crate::record::record_of(row, 0, 1)?;
    let kept = Kept { number: row.int(2)?, access: row.int(3)?, sequence: row.int(1)?, held: false };
    Ok(act_row(&record.header, kept, &record.content))
}
