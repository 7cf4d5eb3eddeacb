//! What comes out of a statement: a row of either engine, read by position.
//!
//! Refuses to guess: a column of another type is reported as damage, never turned into a default.

use sqlx::{Decode, Postgres, Row as _, Sqlite, Type, postgres::PgRow, sqlite::SqliteRow};

use crate::error::{Error, Result};
use model::time::Day;

/// A row of either engine.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Pg(PgRow),
}

impl Row {
    /// A text that is always there.
    pub fn text(&self, index: usize) -> Result<String> {
        self.get(index)
    }

    /// A text or nothing.
    pub fn opt_text(&self, index: usize) -> Result<Option<String>> {
        self.get(index)
    }

    /// A day that is always there.
    pub fn day(&self, index: usize) -> Result<Day> {
        self.opt_day(index)?.ok_or_else(|| Error::damaged("a day"))
    }

    /// A day or nothing.
    pub fn opt_day(&self, index: usize) -> Result<Option<Day>> {
        self.opt_text(index)?.map(|day| day.parse().map_err(|_| Error::damaged("a day"))).transpose()
    }

    /// A whole number that is always there.
    pub fn int(&self, index: usize) -> Result<i64> {
        self.whole(index)
    }

    /// A whole number or nothing.
    pub fn opt_int(&self, index: usize) -> Result<Option<i64>> {
        self.whole(index)
    }

    /// A yes (not 0) or no (0).
    pub fn flag(&self, index: usize) -> Result<bool> {
        Ok(self.int(index)? != 0)
    }

    fn get<'r, T>(&'r self, index: usize) -> Result<T>
    where
        T: Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>,
    {
        Ok(match self {
            Row::Sqlite(row) => row.try_get(index)?,
            Row::Pg(row) => row.try_get(index)?,
        })
    }

    /// Whole numbers of any width: a literal is 4 bytes wide on PostgreSQL, a column 8.
    fn whole<'r, T>(&'r self, index: usize) -> Result<T>
    where
        T: Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>,
    {
        Ok(match self {
            Row::Sqlite(row) => row.try_get(index)?,
            Row::Pg(row) => row.try_get_unchecked(index)?,
        })
    }
}
