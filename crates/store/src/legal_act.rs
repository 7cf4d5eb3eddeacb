//! Acts as the status of a substance and the chain of amendments ask them: typed rows beside their records.
//!
//! Refuses to carry the text of an act, which may be long and is read on its own page only, and to hand out an act that the
//! reader may not see.

use model::{
    control_status::KnownAct,
    jurisdiction::Jurisdiction,
    legal_act::{ActRef, LegalAct},
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
pub(crate) const LEGAL_ACT: &str = "number, record, operation, access, state, jurisdiction, title, titles, adopted_day, first_day, \
                                    last_day, amends, repeals, holds_list, whole_day, retrieved_day";

const KNOWN: &str = "a.record, a.jurisdiction, a.title, a.titles, a.adopted_day, a.first_day, a.last_day, a.amends, a.repeals, \
                     a.holds_list, a.whole_day, a.retrieved_day";

/// The row of an act.
pub(crate) fn act_row(header: &Header, own: Kept, act: &LegalAct) -> Vec<Value> {
    let known = KnownAct::of_record(act);
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    let refs = |refs: &[ActRef]| refs.iter().map(ActRef::as_str).collect::<Vec<_>>().join(" ");
    params![
        own.number,
        header.id.as_str(),
        header.operation.to_string(),
        own.access,
        header.state.code(),
        known.jurisdiction.as_str(),
        &known.title,
        // Names are a map of texts, which always is JSON.
        crate::to_json(&known.titles).unwrap_or_default(),
        day(known.adopted),
        day(known.from),
        day(known.to),
        refs(&known.amends),
        refs(&known.repeals),
        known.holds_list,
        day(known.complete_as_of),
        day(known.retrieved),
    ]
}

fn known(row: &Row) -> Result<KnownAct> {
    let act = |text: &str| ActRef::read("act", text).map_err(|_| Error::damaged("an act"));
    let refs = |at| row.text(at)?.split_whitespace().map(act).collect::<Result<Vec<_>>>();
    Ok(KnownAct {
        reference: act(&row.text(0)?)?,
        jurisdiction: Jurisdiction::read("", &row.text(1)?).map_err(|_| Error::damaged("a jurisdiction"))?,
        title: row.text(2)?,
        titles: crate::json(&row.text(3)?)?,
        adopted: row.opt_day(4)?,
        from: row.opt_day(5)?,
        to: row.opt_day(6)?,
        amends: refs(7)?,
        repeals: refs(8)?,
        holds_list: row.flag(9)?,
        complete_as_of: row.opt_day(10)?,
        retrieved: row.opt_day(11)?,
    })
}

impl Conn {
    /// The standing acts that these eyes see, newest change first.
    pub async fn known_acts(&mut self, eyes: &[Eyes]) -> Result<Vec<KnownAct>> {
        let mut sql = Sql::new(format!("SELECT {KNOWN} FROM legal_act a JOIN record r ON r.number = a.number WHERE "));
        sql.append(&seen(eyes, "a"));
        sql.bind(" AND a.state <> ?", params![State::Retracted.code()]);
        sql.push(" ORDER BY r.changed DESC, a.number DESC");
        self.rows(sql).await?.iter().map(known).collect()
    }
}
