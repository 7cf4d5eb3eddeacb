//! Entries of acts as the status of a substance asks them: typed rows beside their records.
//!
//! Refuses to know what an entry means, and to hand out one that the reader may not see.

use model::{
    control_entry::{ControlEntry, Reaches, Technique},
    control_status::KnownEntry,
    legal_act::ActRef,
    record::{Header, State},
    time::Day,
    wire::v1::Content,
};

use crate::{
    card::{Eyes, seen},
    conn::Conn,
    error::{Error, Result},
    record::Kept,
    row::Row,
    tx::Tx,
    value::{Sql, Value, params},
};

/// The columns of the table.
pub(crate) const CONTROL_ENTRY: &str = "number, record, operation, access, state, act, list, place, name, substance, technique, salts, \
                                        preparation_limit, first_day, last_day, seen_day";

const KNOWN: &str = "e.record, e.act, e.list, e.place, e.name, e.substance, e.technique, e.salts, e.preparation_limit, \
                     e.first_day, e.last_day, e.seen_day";

/// The row of an entry.
pub(crate) fn entry_row(header: &Header, own: Kept, entry: &ControlEntry) -> Vec<Value> {
    let known = KnownEntry::of_record(entry);
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    params![
        own.number,
        header.id.as_str(),
        header.operation.to_string(),
        own.access,
        header.state.code(),
        known.act.as_str(),
        &known.list,
        &known.number,
        &known.name,
        &known.substance,
        known.technique.code(),
        known.salts.code(),
        &known.preparation_limit,
        day(known.from),
        day(known.to),
        day(known.seen),
    ]
}

/// The rows that the content of a record makes here: one for an entry, none for any other noun.
pub(crate) fn rows_of(header: &Header, own: Kept, content: &Content) -> Vec<Vec<Value>> {
    if let Content::ControlEntry(entry) = content { vec![entry_row(header, own, entry)] } else { Vec::new() }
}

fn known(row: &Row) -> Result<KnownEntry> {
    let day = |at| row.opt_text(at)?.map(|day| day.parse().map_err(|_| Error::damaged("a day"))).transpose();
    Ok(KnownEntry {
        record: row.text(0)?,
        act: ActRef::read("act", &row.text(1)?).map_err(|_| Error::damaged("an act"))?,
        list: row.text(2)?,
        number: row.text(3)?,
        name: row.text(4)?,
        substance: row.text(5)?,
        technique: crate::code(Technique::parse, &row.text(6)?)?,
        salts: crate::code(Reaches::parse, &row.text(7)?)?,
        preparation_limit: row.text(8)?,
        from: day(9)?,
        to: day(10)?,
        seen: day(11)?,
    })
}

impl Conn {
    /// The standing entries that these eyes see; of these substances and of rules, or all where none are named.
    pub async fn known_entries(&mut self, eyes: &[Eyes], substances: &[String]) -> Result<Vec<KnownEntry>> {
        let mut sql = Sql::new(format!("SELECT {KNOWN} FROM control_entry e WHERE "));
        sql.append(&seen(eyes, "e"));
        sql.bind(" AND e.state <> ?", params![State::Retracted.code()]);
        if !substances.is_empty() {
            sql.and_any("e.substance", substances.iter().cloned().chain([String::new()]));
        }
        sql.push(" ORDER BY e.number");
        self.rows(sql).await?.iter().map(known).collect()
    }
}

impl Tx {
    /// Puts the rows of records in place of those that stood there.
    pub(crate) async fn put_entry_rows(&mut self, rows: Vec<Vec<Value>>) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        self.insert_all("control_entry", CONTROL_ENTRY, rows).await
    }
}
