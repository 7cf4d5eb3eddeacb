//! Hearing of changes that another process of the same node kept, where several share one PostgreSQL.
//!
//! Refuses to carry content: a sequence is told, whoever hears it reads the events.

use sqlx::postgres::PgListener;

use crate::{Store, engine::Pools, error::Result};

/// An ear at the database.
pub struct Ear(PgListener);

impl Store {
    /// Listens for changes of other processes; `None` on SQLite, where one process writes.
    pub async fn listen(&self) -> Result<Option<Ear>> {
        match &self.pools {
            Pools::Sqlite { .. } => Ok(None),
            Pools::Pg(pool) => {
                let mut listener = PgListener::connect_with(pool).await?;
                listener.listen("reflex_event").await?;
                Ok(Some(Ear(listener)))
            }
        }
    }
}

impl Ear {
    /// Waits for the next change and gives the last sequence it reached.
    pub async fn next(&mut self) -> Result<i64> {
        loop {
            if let Ok(sequence) = self.0.recv().await?.payload().parse() {
                return Ok(sequence);
            }
        }
    }
}
