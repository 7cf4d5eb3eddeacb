//! Entries of acts as the status of a substance asks them: typed rows beside their records.
//!
//! Refuses to know what an entry means, and to hand out one that the reader may not see.

use model::{
    control_entry::{ControlEntry, Reaches, Technique},
    control_status::KnownEntry,
    legal_act::ActRef,
    record::{Header, State},
    time::Day,
};

use crate::{
    card::{Eyes, seen},
    conn::Conn,
    error::{Error, Result},
    record::Kept,
    row::Row,
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

fn known(row: &Row) -> Result<KnownEntry> {
    Ok(KnownEntry {
        record: row.text(0)?,
        shipped: String::new(),
        act: ActRef::read("act", &row.text(1)?).map_err(|_| Error::damaged("an act"))?,
        list: row.text(2)?,
        number: row.text(3)?,
        name: row.text(4)?,
        substance: row.text(5)?,
        technique: crate::code(Technique::parse, &row.text(6)?)?,
        salts: crate::code(Reaches::parse, &row.text(7)?)?,
        preparation_limit: row.text(8)?,
        from: row.opt_day(9)?,
        to: row.opt_day(10)?,
        seen: row.opt_day(11)?,
    })
}

/// An entry that names its substance in words the catalogue does not hold.
const UNKNOWN: &str = "e.substance = '' AND e.technique IN ('individual', 'temporary')";

impl Conn {
    /// The standing entries that these eyes see; of these substances, of these names as written and of rules, or all
    /// where nothing is named.
    pub async fn known_entries(
        &mut self,
        eyes: &[Eyes],
        substances: &[String],
        names: &[String],
    ) -> Result<Vec<KnownEntry>> {
        let mut sql = standing(&format!("SELECT {KNOWN}"), eyes);
        if !(substances.is_empty() && names.is_empty()) {
            sql.push(" AND (1 = 0");
            for (test, values) in [("e.substance", substances), ("e.substance = '' AND e.name", names)] {
                if !values.is_empty() {
                    let places = vec!["?"; values.len()].join(", ");
                    sql.bind(&format!(" OR {test} IN ({places})"), values.iter().map(Value::from).collect());
                }
            }
            sql.push(" OR (e.substance = '' AND e.technique NOT IN ('individual', 'temporary')))");
        }
        sql.push(" ORDER BY e.number");
        self.rows(sql).await?.iter().map(known).collect()
    }

    /// Names as written of substances that entries list and the catalogue does not hold, each once, as these eyes see.
    pub async fn written_names(&mut self, eyes: &[Eyes]) -> Result<Vec<String>> {
        let mut sql = standing("SELECT DISTINCT e.name", eyes);
        sql.push(&format!(" AND {UNKNOWN} ORDER BY e.name"));
        self.rows(sql).await?.iter().map(|row| row.text(0)).collect()
    }
}

/// Every entry that stands and that these eyes see.
fn standing(select: &str, eyes: &[Eyes]) -> Sql {
    let mut sql = Sql::new(format!("{select} FROM control_entry e WHERE "));
    sql.append(&seen(eyes, "e"));
    sql.bind(" AND e.state <> ?", params![State::Retracted.code()]);
    sql
}
