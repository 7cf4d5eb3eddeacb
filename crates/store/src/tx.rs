//! The unit of work: a named transaction that is kept by [`Tx::commit`] with an audit entry, or not at all.
//!
//! Refuses to keep a write without an audit entry, and to let two writers pass each other: they take turns on both
//! engines, so that sequence numbers follow the order in which writes became true.

use std::{
    collections::HashMap,
    ops::{Deref, DerefMut},
};

use model::{audit::AuditDraft, event::Event};

use crate::{
    conn::Conn,
    engine::{Engine, Pools, for_update},
    error::Result,
    seal::Seal,
    value::{Value, params},
};

/// A consistent view of one moment; it writes nothing.
pub struct Snapshot {
    conn: Conn,
}

/// A write under way. Dropping it undoes everything.
pub struct Tx {
    conn: Conn,
    name: &'static str,
    pub(crate) head: Head,
    pub(crate) events: Vec<Event>,
    /// What binds the revisions of this transaction to its entry.
    pub(crate) seal: Seal,
    /// Small numbers already looked up in this transaction, by what they stand for.
    pub(crate) interned: HashMap<Vec<String>, i64>,
}

/// The ends of the node's three sequences.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// Last audit entry.
    pub seq: i64,
    /// Its hash.
    pub hash: String,
    /// Last event.
    pub event: i64,
    /// Last record number.
    pub number: i64,
    /// This node, once it is known.
    pub node: Option<String>,
}

/// What a commit made true.
#[derive(Debug, Clone, PartialEq)]
pub struct Committed {
    /// The place of its entry in the audit chain.
    pub audit: i64,
    /// What changed, in order, for those who watch.
    pub events: Vec<Event>,
}

impl Snapshot {
    pub(crate) async fn open(pools: &Pools) -> Result<Snapshot> {
        Ok(Snapshot { conn: pools.read().await? })
    }
}

impl Tx {
    pub(crate) async fn open(pools: &Pools, name: &'static str) -> Result<Tx> {
        let mut conn = pools.write().await?;
        // On PostgreSQL this is the writer's turn, held until the transaction ends, as SQLite's own write lock is.
        let wait = for_update(conn.engine());
        let sql =
            format!("SELECT seq, hash, event, number, (SELECT id FROM node) FROM chain_head WHERE chain = 1{wait}");
        let row = conn.one(sql, params![]).await?;
        let head = Head {
            seq: row.int(0)?,
            hash: row.text(1)?,
            event: row.int(2)?,
            number: row.int(3)?,
            node: row.opt_text(4)?,
        };
        Ok(Tx { conn, name, head, events: Vec::new(), seal: Seal::default(), interned: HashMap::new() })
    }

    /// The name it was begun with, `incident.submit`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Keeps everything done in this transaction, with the entry that says who did it. The only way to keep a write.
    /// The content of its revisions is sealed into the entry.
    pub async fn commit(mut self, entry: AuditDraft) -> Result<Committed> {
        let entry = AuditDraft { detail: std::mem::take(&mut self.seal).close(&entry.detail), ..entry };
        let audit = crate::audit::append(&mut self.conn, &mut self.head, entry).await?;
        let moved = "UPDATE chain_head SET seq = $1, hash = $2, event = $3, number = $4 WHERE chain = 1";
        let head = self.head;
        self.conn.run(moved, params![head.seq, head.hash, head.event, head.number]).await?;
        if self.conn.engine() == Engine::Postgres && !self.events.is_empty() {
            let tell = "SELECT CAST(pg_notify('reflex_event', $1) AS TEXT)";
            self.conn.opt(tell, params![head.event.to_string()]).await?;
        }
        self.conn.keep().await?;
        tracing::debug!(tx = self.name, audit, events = self.events.len(), "kept");
        Ok(Committed { audit, events: self.events })
    }

    /// Undoes everything now instead of when dropped, so that the next writer need not wait for it.
    pub async fn undo(self) -> Result<()> {
        self.conn.undo().await
    }

    /// The small number that stands for `key` in a table of combinations, made on first use.
    pub(crate) async fn intern(&mut self, table: &'static str, columns: &str, key: &[Value]) -> Result<(i64, bool)> {
        let name: Vec<String> =
            std::iter::once(table.to_owned()).chain(key.iter().map(|value| format!("{value:?}"))).collect();
        if let Some(id) = self.interned.get(&name) {
            return Ok((*id, false));
        }
        let names: Vec<&str> = columns.split(", ").collect();
        let tests: Vec<String> = names.iter().zip(1..).map(|(column, place)| format!("{column} = ${place}")).collect();
        let found = format!("SELECT id FROM {table} WHERE {}", tests.join(" AND "));
        let (id, made) = match self.conn.opt(found, key.to_vec()).await? {
            Some(row) => (row.int(0)?, false),
            None => (self.make(table, columns, key).await?, true),
        };
        self.interned.insert(name, id);
        Ok((id, made))
    }

    async fn make(&mut self, table: &str, columns: &str, key: &[Value]) -> Result<i64> {
        let next = self.conn.one(format!("SELECT COALESCE(MAX(id), 0) + 1 FROM {table}"), params![]).await?.int(0)?;
        let places = crate::value::places(self.conn.engine(), 1, key.len() + 1);
        let values = std::iter::once(Value::from(next)).chain(key.iter().cloned()).collect();
        self.conn.run(format!("INSERT INTO {table} (id, {columns}) VALUES {places}"), values).await?;
        Ok(next)
    }

    /// Inserts rows of equal width in as few statements as the engines allow.
    pub(crate) async fn insert_all(&mut self, table: &str, columns: &str, rows: Vec<Vec<Value>>) -> Result<()> {
        let Some(width) = rows.first().map(Vec::len) else { return Ok(()) };
        // Full steps share one text and so one prepared statement.
        let step = (crate::value::MOST_VALUES / width).min(100);
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let part: Vec<Vec<Value>> = rows.by_ref().take(step).collect();
            let places = crate::value::places(self.conn.engine(), part.len(), width);
            let values = part.into_iter().flatten().collect();
            self.conn.run(format!("INSERT INTO {table} ({columns}) VALUES {places}"), values).await?;
        }
        Ok(())
    }
}

impl Deref for Snapshot {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}
impl DerefMut for Snapshot {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}
impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}
impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}
