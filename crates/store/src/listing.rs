//! Lists of incidents: filter, order, page, counts and facets, all over the lines' narrow table.
//!
//! Refuses to count what the reader may not see, and to page by offset: a page starts after the last row seen.

mod facet;
mod filter;

use model::{
    catalogue::unit::Dimension,
    incident::{Detection, IncidentKind, Setting},
    listing::{Amount, Cursor, Filter, IncidentRow, Order, Page, Rows},
    marking::{Audience, Handling},
    operation::OperationId,
    record::{Reader, State},
    time::{Day, Moment},
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    value::{Sql, Value, params},
    visible::visible,
};

pub(crate) use filter::Narrowed;

const COLUMNS: &str = "i.record, i.revision, i.state, i.kind, i.day, i.minute, i.country, i.region, i.place_text, i.written, \
                       i.substance, i.lines, i.mass, i.volume, i.pieces, i.area, i.provisional, i.in_scope, i.setting, \
                       i.detection, x.owner, x.agency, x.audience, i.handling, i.late, i.held, i.changed";

fn read(row: &Row) -> Result<IncidentRow> {
    Ok(IncidentRow {
        id: row.text(0)?.parse().map_err(Error::damaged)?,
        revision: u32::try_from(row.int(1)?).map_err(Error::damaged)?,
        state: crate::code(State::parse, &row.text(2)?)?,
        kind: crate::code(IncidentKind::parse, &row.text(3)?)?,
        day: row.day(4)?,
        minute: row.opt_int(5)?.and_then(|minute| u16::try_from(minute).ok()),
        country: row.text(6)?,
        region: row.opt_text(7)?,
        place: row.text(8)?,
        written: row.text(9)?,
        substance: row.opt_text(10)?,
        lines: u32::try_from(row.int(11)?).map_err(Error::damaged)?,
        amounts: amounts(row, 12)?,
        provisional: row.flag(16)?,
        in_scope: row.flag(17)?,
        setting: crate::code(Setting::parse, &row.text(18)?)?,
        detection: row.opt_text(19)?.map(|code| crate::code(Detection::parse, &code)).transpose()?,
        owner: crate::participant::code(&row.text(20)?)?,
        agency: row.text(21)?.parse().map_err(Error::damaged)?,
        audience: crate::code(Audience::parse, &row.text(22)?)?,
        handling: crate::code(Handling::parse, &row.text(23)?)?,
        late: row.flag(24)?,
        held: row.flag(25)?,
        changed: Moment(row.int(26)?),
    })
}

/// Four columns from `at` on, in the order mass, volume, count, area; an absent one is not known.
fn amounts(row: &Row, at: usize) -> Result<Vec<Amount>> {
    let dimensions = [Dimension::Mass, Dimension::Volume, Dimension::Count, Dimension::Area];
    let read = |(index, dimension): (usize, Dimension)| {
        Ok(row.opt_int(at + index)?.map(|amount| Amount { dimension, amount }))
    };
    dimensions.into_iter().enumerate().map(read).filter_map(Result::transpose).collect()
}

impl Conn {
    /// One page of the incidents of an operation that a filter finds and this reader may see, with their number.
    pub async fn incidents(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
        page: &Page,
    ) -> Result<Rows> {
        let Some(narrowed) = self.narrow(reader, operation, filter).await? else {
            return Ok(Rows { rows: Vec::new(), total: 0, held: 0, next: None });
        };
        let (rows, next) = self.rows_of(reader, &narrowed, page).await?;
        let (total, held) = self.count(&narrowed).await?;
        Ok(Rows { rows, total, held, next })
    }

    /// The rows of one page alone, and where the next begins: for whoever goes through all of them.
    pub async fn incident_rows(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
        page: &Page,
    ) -> Result<(Vec<IncidentRow>, Option<Cursor>)> {
        match self.narrow(reader, operation, filter).await? {
            Some(narrowed) => self.rows_of(reader, &narrowed, page).await,
            None => Ok((Vec::new(), None)),
        }
    }

    /// How many incidents of an operation a filter finds and this reader may see.
    pub async fn incident_count(&mut self, reader: &Reader, operation: OperationId, filter: &Filter) -> Result<i64> {
        match self.narrow(reader, operation, filter).await? {
            Some(narrowed) => Ok(self.count(&narrowed).await?.0),
            None => Ok(0),
        }
    }

    async fn rows_of(
        &mut self,
        reader: &Reader,
        narrowed: &Narrowed,
        page: &Page,
    ) -> Result<(Vec<IncidentRow>, Option<Cursor>)> {
        let start = match &page.after {
            Some(cursor) => Some(self.place(reader, narrowed, page.order, cursor).await?),
            None => None,
        };
        let mut rows = self.page_of(narrowed, page, start).await?;
        let limit = usize::try_from(page.limit).map_err(Error::damaged)?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(|row| row.cursor(page.order)) } else { None };
        Ok((rows, next))
    }

    /// Where a cursor stands. One of a record that this reader may not see says what one of no record says: not found.
    async fn place(&mut self, reader: &Reader, narrowed: &Narrowed, order: Order, cursor: &Cursor) -> Result<Place> {
        let unknown = || Error::NotFound(cursor.write());
        let value = match order {
            Order::Event => Value::from(cursor.value.parse::<Day>().map_err(|_| unknown())?.to_string()),
            Order::Changed => Value::from(cursor.value.parse::<i64>().map_err(|_| unknown())?),
        };
        let mut sql = Sql::new("SELECT c.number FROM record r JOIN incident c ON c.number = r.number");
        sql.bind(" WHERE r.id = ? AND c.operation = ? AND ", params![cursor.record.as_str(), narrowed.operation]);
        sql.append(&visible(reader, "c.access"));
        let number = self.rows(sql).await?.first().ok_or_else(unknown)?.int(0)?;
        Ok((value, number))
    }

    /// The rows of one page and one more, without counting all of them.
    async fn page_of(&mut self, narrowed: &Narrowed, page: &Page, start: Option<Place>) -> Result<Vec<IncidentRow>> {
        let order = match page.order {
            Order::Event => "day",
            Order::Changed => "changed",
        };
        let mut sql = Sql::new(format!("SELECT {COLUMNS} FROM (SELECT "));
        match page.order {
            Order::Event => sql.push("l.day AS day, l.number AS number FROM incident_line l"),
            Order::Changed => sql.push("c.changed AS changed, c.number AS number FROM incident c"),
        };
        if page.order == Order::Changed {
            // Latest changes first are found in the list's own table; the filter is asked of their lines.
            sql.bind(" WHERE c.operation = ?", params![narrowed.operation]);
            after(&mut sql, "c.changed", "c.number", start);
            sql.push(" AND EXISTS (SELECT 1 FROM incident_line l WHERE l.number = c.number AND ");
            sql.append(&narrowed.lines).push(")");
        } else {
            sql.push(" WHERE ").append(&narrowed.lines);
            after(&mut sql, "l.day", "l.number", start);
            if narrowed.by_line {
                sql.push(" GROUP BY l.day, l.number");
            } else {
                sql.push(" AND l.first = 1");
            }
        }
        let limit = params![page.limit.saturating_add(1)];
        sql.bind(&format!(" ORDER BY {order} DESC, number DESC LIMIT ?"), limit);
        sql.push(") p JOIN incident i ON i.number = p.number JOIN access x ON x.id = i.access");
        sql.push(&format!(" ORDER BY p.{order} DESC, p.number DESC"));
        self.rows(sql).await?.iter().map(read).collect()
    }

    /// How many incidents a filter finds, and how many of them have an open question.
    pub(crate) async fn count(&mut self, narrowed: &Narrowed) -> Result<(i64, i64)> {
        let sql = if narrowed.by_line {
            let mut sql = Sql::new("SELECT COUNT(*), CAST(COALESCE(SUM(held), 0) AS BIGINT) FROM (");
            sql.push("SELECT l.number, MAX(l.held) AS held FROM incident_line l WHERE ").append(&narrowed.lines);
            sql.push(" GROUP BY l.number) f");
            sql
        } else {
            let mut sql =
                Sql::new("SELECT COUNT(*), CAST(COALESCE(SUM(l.held), 0) AS BIGINT) FROM incident_line l WHERE ");
            sql.append(&narrowed.lines).push(" AND l.first = 1");
            sql
        };
        let rows = self.rows(sql).await?;
        rows.first().map_or(Ok((0, 0)), |row| Ok((row.int(0)?, row.int(1)?)))
    }
}

/// A place in an order: its value and the number of the record that stands there.
type Place = (Value, i64);

/// Adds the condition of standing after a place.
fn after(sql: &mut Sql, value: &str, number: &str, place: Option<Place>) {
    if let Some((at, record)) = place {
        sql.bind(&format!(" AND ({value}, {number}) < (?, ?)"), vec![at, Value::from(record)]);
    }
}
