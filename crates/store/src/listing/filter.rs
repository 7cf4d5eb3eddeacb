//! A filter as SQL over the lines, with the reader's visibility in it from the start.
//!
//! Refuses to be built without a reader.

use model::{
    listing::Filter,
    operation::OperationId,
    record::{Reader, State},
};

use crate::{
    conn::Conn,
    error::Result,
    search,
    value::{Clause, Value, params},
    visible::visible_of,
};

/// A filter ready to be added to a statement over `incident_line l`.
#[derive(Debug, Clone)]
pub(crate) struct Narrowed {
    /// The operation's number.
    pub operation: i64,
    /// The condition on `l`.
    pub lines: Clause,
    /// Whether it tells lines of one incident apart, so that incidents have to be counted once each.
    pub by_line: bool,
}

impl Conn {
    /// The condition of a filter for a reader; `None` where the operation is not there.
    pub(crate) async fn narrow(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
    ) -> Result<Option<Narrowed>> {
        let sql = "SELECT number FROM record WHERE id = $1 AND kind = 'operation'";
        let Some(row) = self.opt(sql, params![operation.to_string()]).await? else { return Ok(None) };
        let number = row.int(0)?;
        let mut clause = Clause::new("l.operation = ?", params![number]);
        clause.and(&visible_of(reader, "l.access", &filter.participants, &filter.agencies));
        clause.and(&states(filter));
        columns(&mut clause, filter);
        let by_line = articles(&mut clause, filter);
        if let Some(found) = search::matches(self.engine(), "l.number", &filter.text) {
            clause.and(&found);
        }
        Ok(Some(Narrowed { operation: number, lines: clause, by_line }))
    }
}

/// Nothing named is everything but retracted.
fn states(filter: &Filter) -> Clause {
    let named = if filter.states.is_empty() { &[State::Submitted, State::Confirmed] } else { filter.states.as_slice() };
    any("l.state", named.iter().map(|state| Value::from(state.code())))
}

fn columns(clause: &mut Clause, filter: &Filter) {
    if let Some(from) = filter.from {
        clause.and(&Clause::new("l.day >= ?", params![from.to_string()]));
    }
    if let Some(to) = filter.to {
        clause.and(&Clause::new("l.day <= ?", params![to.to_string()]));
    }
    let texts = |values: &[String]| values.iter().map(Value::from).collect::<Vec<_>>();
    let fields: [(&str, Vec<Value>); 7] = [
        ("l.country", texts(&filter.countries)),
        ("l.region", texts(&filter.regions)),
        ("l.place", texts(&filter.places)),
        ("l.setting", filter.settings.iter().map(|code| Value::from(code.code())).collect()),
        ("l.conveyance", filter.conveyances.iter().map(|code| Value::from(code.code())).collect()),
        ("l.detection", filter.detections.iter().map(|code| Value::from(code.code())).collect()),
        ("l.kind", filter.kinds.iter().map(|code| Value::from(code.code())).collect()),
    ];
    for (column, values) in fields.into_iter().filter(|(_, values)| !values.is_empty()) {
        clause.and(&any(column, values));
    }
    for (column, wanted) in [("l.held", filter.held), ("l.late", filter.late)] {
        if let Some(wanted) = wanted {
            clause.and(&Clause::new(format!("{column} = ?"), params![wanted]));
        }
    }
}

/// Adds what is asked of a line itself, and says whether anything was.
fn articles(clause: &mut Clause, filter: &Filter) -> bool {
    let mut sql = Clause::default();
    if !filter.substances.is_empty() {
        sql.and(&any("t.substance", filter.substances.iter().map(Value::from)));
    }
    if !filter.groups.is_empty() {
        sql.and(&any("t.grp", filter.groups.iter().map(|group| Value::from(group.code()))));
    }
    for (column, wanted) in [("t.in_scope", filter.scope), ("t.confirmed", filter.confirmed)] {
        if let Some(wanted) = wanted {
            sql.and(&Clause::new(format!("t.is_line = 1 AND {column} = ?"), params![wanted]));
        }
    }
    if sql.text.is_empty() {
        return false;
    }
    let text = format!("l.article IN (SELECT t.id FROM article t WHERE {})", sql.text);
    clause.and(&Clause::new(text, sql.values));
    true
}

fn any(column: &str, values: impl IntoIterator<Item = Value>) -> Clause {
    let values: Vec<Value> = values.into_iter().collect();
    Clause::new(format!("{column} IN ({})", vec!["?"; values.len()].join(", ")), values)
}
