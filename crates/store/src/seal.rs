//! The seal of an audit entry: what binds the content of the revisions kept with it to the chain.
//!
//! Refuses content itself: a seal is a span of sequences and one digest over the hashes of their revisions, so that a
//! text that is exchanged together with its own hash is noticed all the same. Entries older than seals have none; what
//! they kept is compared with its own hash.

use std::collections::VecDeque;

use model::{
    audit::{AuditEntry, ChainFault},
    wire::v1,
};
use sha2::{Digest, Sha256};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    value::params,
};

/// How many revisions are read at a time.
const STEP: i64 = 500;
/// What a seal starts with among the words of an entry's detail.
const WORD: &str = "content=";

/// A seal in the making.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seal {
    span: Option<(i64, i64)>,
    digest: Sha256,
}

impl Seal {
    /// Takes in the next revision.
    pub fn add(&mut self, sequence: i64, record: &str, revision: i64, hash: &str) {
        self.span = Some((self.span.map_or(sequence, |(first, _)| first), sequence));
        self.digest.update(format!("{sequence} {record} {revision} {hash}\n"));
    }

    /// The detail of an entry with the seal as its last word; as it was where nothing was kept.
    pub fn close(self, detail: &str) -> String {
        match self.written() {
            Some(seal) => format!("{detail} {seal}").trim_start().to_owned(),
            None => detail.to_owned(),
        }
    }

    fn written(self) -> Option<String> {
        let (first, last) = self.span?;
        Some(format!("{WORD}{first}-{last}:{}", crate::hex(&self.digest.finalize())))
    }
}

/// A seal as it stands in an entry.
struct Sealed<'a> {
    text: &'a str,
    first: i64,
    last: i64,
}

impl<'a> Sealed<'a> {
    fn read(detail: &'a str) -> Option<Self> {
        let text = detail.rsplit(' ').next().filter(|word| word.starts_with(WORD))?;
        let (first, last) = text.strip_prefix(WORD)?.split_once(':')?.0.split_once('-')?;
        Some(Self { text, first: first.parse().ok()?, last: last.parse().ok()? })
    }
}

/// A revision as it is found in the place of its event.
struct Found {
    sequence: i64,
    record: String,
    revision: i64,
    hash: String,
    is_whole: bool,
}

fn read(row: &Row) -> Result<Found> {
    let (hash, body) = (row.opt_text(3)?.unwrap_or_default(), row.opt_text(4)?);
    Ok(Found {
        sequence: row.int(0)?,
        record: row.opt_text(1)?.unwrap_or_default(),
        revision: row.int(2)?,
        is_whole: body.is_some_and(|body| v1::hash(&body) == hash),
        hash,
    })
}

/// Follows the revisions in their sequence, beside the entries of the chain.
#[derive(Default)]
pub(crate) struct Contents {
    waiting: VecDeque<Found>,
    asked: i64,
    is_sealed: bool,
    /// How many were compared.
    pub compared: i64,
}

impl Contents {
    /// Compares what was kept with an entry, and what stands before it.
    pub async fn follow(&mut self, conn: &mut Conn, entry: &AuditEntry) -> Result<Option<ChainFault>> {
        let Some(seal) = Sealed::read(&entry.detail) else { return Ok(None) };
        if let Some(fault) = self.unsealed(conn, seal.first - 1).await? {
            return Ok(Some(fault));
        }
        self.is_sealed = true;
        let (mut found, mut only) = (Seal::default(), entry.record.clone());
        while let Some(one) = self.next(conn, seal.last).await? {
            if !one.is_whole {
                return Ok(Some(ChainFault::Content { sequence: entry.sequence, record: one.record }));
            }
            found.add(one.sequence, &one.record, one.revision, &one.hash);
            if seal.first == seal.last {
                only = one.record;
            }
        }
        let same = found.written().is_some_and(|found| found == seal.text);
        Ok((!same).then_some(ChainFault::Content { sequence: entry.sequence, record: only }))
    }

    /// Compares what no seal covers, up to a sequence: nothing after the first seal is without one.
    pub async fn unsealed(&mut self, conn: &mut Conn, last: i64) -> Result<Option<ChainFault>> {
        while let Some(one) = self.next(conn, last).await? {
            if self.is_sealed || !one.is_whole {
                return Ok(Some(ChainFault::Content { sequence: 0, record: one.record }));
            }
        }
        Ok(None)
    }

    /// The next revision that does not stand after `last`.
    async fn next(&mut self, conn: &mut Conn, last: i64) -> Result<Option<Found>> {
        if self.waiting.is_empty() && self.asked < last {
            self.ask(conn).await?;
        }
        if self.waiting.front().is_none_or(|one| one.sequence > last) {
            return Ok(None);
        }
        self.compared += 1;
        Ok(self.waiting.pop_front())
    }

    async fn ask(&mut self, conn: &mut Conn) -> Result<()> {
        let sql = "SELECT e.sequence, r.id, e.revision, v.hash, v.body FROM event e \
                   LEFT JOIN record r ON r.number = e.record LEFT JOIN record_revision v \
                   ON v.record = e.record AND v.revision = e.revision AND v.sequence = e.sequence \
                   WHERE e.sequence > $1 ORDER BY e.sequence LIMIT $2";
        let rows = conn.all(sql, params![self.asked, STEP]).await?;
        self.waiting = rows.iter().map(read).collect::<Result<_, Error>>()?;
        self.asked = self.waiting.back().map_or(i64::MAX, |one| one.sequence);
        Ok(())
    }
}
