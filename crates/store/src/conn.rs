//! A conversation with either engine inside one transaction; every noun adds its questions to [`Conn`].
//!
//! Refuses to run outside a transaction and to build a statement from a value.

use std::borrow::Cow;

use sqlx::{
    Arguments, AssertSqlSafe, Executor, Postgres, Sqlite, Transaction, postgres::PgArguments, sqlite::SqliteArguments,
};

use crate::{
    engine::Engine,
    error::{Error, Result},
    row::Row,
    value::{Sql, Value},
};

/// An open transaction on either engine. Reads are its methods, one file per noun.
pub struct Conn {
    pub(crate) inner: Inner,
}

pub(crate) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Pg(Transaction<'static, Postgres>),
}

/// Text of a statement: written in the source, or composed by [`Sql`] from parts written in the source.
pub(crate) type Text = Cow<'static, str>;

impl Conn {
    /// Which engine answers.
    pub(crate) const fn engine(&self) -> Engine {
        match self.inner {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Pg(_) => Engine::Postgres,
        }
    }

    /// All rows of a question.
    pub(crate) async fn all(&mut self, sql: impl Into<Text>, values: Vec<Value>) -> Result<Vec<Row>> {
        let sql = AssertSqlSafe(sql.into());
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => {
                let rows = tx.fetch_all(sqlx::query_with(sql, for_sqlite(values)?)).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Inner::Pg(tx) => {
                let rows = tx.fetch_all(sqlx::query_with(sql, for_postgres(values)?)).await?;
                rows.into_iter().map(Row::Pg).collect()
            }
        })
    }

    /// The first row of a question, or nothing.
    pub(crate) async fn opt(&mut self, sql: impl Into<Text>, values: Vec<Value>) -> Result<Option<Row>> {
        let sql = AssertSqlSafe(sql.into());
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => tx.fetch_optional(sqlx::query_with(sql, for_sqlite(values)?)).await?.map(Row::Sqlite),
            Inner::Pg(tx) => tx.fetch_optional(sqlx::query_with(sql, for_postgres(values)?)).await?.map(Row::Pg),
        })
    }

    /// The only row of a question that always has one.
    pub(crate) async fn one(&mut self, sql: impl Into<Text>, values: Vec<Value>) -> Result<Row> {
        self.opt(sql, values).await?.ok_or_else(|| Error::damaged("a question that always has an answer had none"))
    }

    /// All rows of a composed question.
    pub(crate) async fn rows(&mut self, sql: Sql) -> Result<Vec<Row>> {
        let (text, values) = sql.done();
        self.all(text, values).await
    }

    /// Runs a statement and says how many rows it touched. Reached by writes only, through `Tx`.
    pub(crate) async fn run(&mut self, sql: impl Into<Text>, values: Vec<Value>) -> Result<u64> {
        let sql = AssertSqlSafe(sql.into());
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => tx.execute(sqlx::query_with(sql, for_sqlite(values)?)).await?.rows_affected(),
            Inner::Pg(tx) => tx.execute(sqlx::query_with(sql, for_postgres(values)?)).await?.rows_affected(),
        })
    }

    /// Runs several statements that bind nothing, for migrations.
    pub(crate) async fn script(&mut self, sql: String) -> Result<()> {
        let script = sqlx::raw_sql(AssertSqlSafe(sql));
        match &mut self.inner {
            Inner::Sqlite(tx) => tx.execute(script).await?.rows_affected(),
            Inner::Pg(tx) => tx.execute(script).await?.rows_affected(),
        };
        Ok(())
    }

    /// Keeps what was done. Only `Tx::commit` and the migration runner come here.
    pub(crate) async fn keep(self) -> Result<()> {
        match self.inner {
            Inner::Sqlite(tx) => tx.commit().await?,
            Inner::Pg(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Undoes what was done and gives the connection back at once.
    pub(crate) async fn undo(self) -> Result<()> {
        match self.inner {
            Inner::Sqlite(tx) => tx.rollback().await?,
            Inner::Pg(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}

fn for_sqlite(values: Vec<Value>) -> Result<SqliteArguments> {
    let mut arguments = SqliteArguments::default();
    arguments.reserve(values.len(), 0);
    for value in values {
        match value {
            Value::Text(value) => arguments.add(value),
            Value::Int(value) => arguments.add(value),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

fn for_postgres(values: Vec<Value>) -> Result<PgArguments> {
    let mut arguments = PgArguments::default();
    arguments.reserve(values.len(), values.len() * 16);
    for value in values {
        match value {
            Value::Text(value) => arguments.add(value),
            Value::Int(value) => arguments.add(value),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}
