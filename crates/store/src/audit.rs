//! The audit log: every kept write has one entry, each entry carries the hash of the one before it.
//!
//! Refuses to change or remove an entry; there is no statement here that could.

use model::{
    audit::{AuditDraft, AuditEntry, ChainFault, ChainReport},
    id::RecordId,
    time::Moment,
};
use sha2::{Digest, Sha256};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    seal::Contents,
    tx::Head,
    value::params,
};

/// The hash that stands before the first entry.
const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// How many entries are followed at a time.
const STEP: i64 = 1000;

const COLUMNS: &str = "SELECT seq, at, account, role, participant, node, door, verb, record, revision, detail, prev, hash \
                       FROM audit_entry";

/// Chains an entry; called by `Tx::commit`, which holds the writer's turn and keeps the head.
pub(crate) async fn append(conn: &mut Conn, head: &mut Head, draft: AuditDraft) -> Result<i64> {
    let mut entry = AuditEntry {
        sequence: head.seq + 1,
        at: draft.at,
        account: draft.account,
        role: draft.role,
        participant: draft.participant,
        node: head.node.clone().unwrap_or_else(|| "-".to_owned()),
        door: draft.door.code().to_owned(),
        verb: draft.verb.to_owned(),
        record: draft.record.map_or_else(String::new, |record| record.to_string()),
        revision: draft.revision,
        detail: draft.detail,
        previous: head.hash.clone(),
        hash: String::new(),
    };
    entry.hash = hash(&entry);
    head.seq = entry.sequence;
    head.hash.clone_from(&entry.hash);
    let sql = "INSERT INTO audit_entry \
               (seq, at, account, role, participant, node, door, verb, record, revision, detail, prev, hash) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    conn.run(sql, values(entry)).await?;
    Ok(head.seq)
}

fn values(entry: AuditEntry) -> Vec<crate::value::Value> {
    params![
        entry.sequence,
        entry.at.0,
        entry.account,
        entry.role,
        entry.participant,
        entry.node,
        entry.door,
        entry.verb,
        entry.record,
        entry.revision,
        entry.detail,
        entry.previous,
        entry.hash,
    ]
}

/// SHA-256 over every field but itself, each preceded by its length, so that no two entries can read alike.
fn hash(entry: &AuditEntry) -> String {
    let (sequence, at, revision) = (entry.sequence.to_string(), entry.at.0.to_string(), entry.revision.to_string());
    let fields = [
        "reflex audit entry 1",
        &sequence,
        &at,
        &entry.account,
        &entry.role,
        &entry.participant,
        &entry.node,
        &entry.door,
        &entry.verb,
        &entry.record,
        &revision,
        &entry.detail,
        &entry.previous,
    ];
    let digest = fields.into_iter().fold(Sha256::new(), |mut digest, field| {
        digest.update((field.len() as u64).to_be_bytes());
        digest.update(field.as_bytes());
        digest
    });
    crate::hex(&digest.finalize())
}

fn read(row: &Row) -> Result<AuditEntry> {
    Ok(AuditEntry {
        sequence: row.int(0)?,
        at: Moment(row.int(1)?),
        account: row.text(2)?,
        role: row.text(3)?,
        participant: row.text(4)?,
        node: row.text(5)?,
        door: row.text(6)?,
        verb: row.text(7)?,
        record: row.text(8)?,
        revision: u32::try_from(row.int(9)?).map_err(Error::damaged)?,
        detail: row.text(10)?,
        previous: row.text(11)?,
        hash: row.text(12)?,
    })
}

impl Conn {
    /// Entries before a place (all when `None`), newest first.
    pub async fn audit_entries(&mut self, before: Option<i64>, limit: u32) -> Result<Vec<AuditEntry>> {
        let sql = format!("{COLUMNS} WHERE seq < $1 ORDER BY seq DESC LIMIT $2");
        let rows = self.all(sql, params![before.unwrap_or(i64::MAX), limit]).await?;
        rows.iter().map(read).collect()
    }

    /// Entries about one record, oldest first.
    pub async fn audit_of(&mut self, record: &RecordId) -> Result<Vec<AuditEntry>> {
        let sql = format!("{COLUMNS} WHERE record = $1 ORDER BY seq");
        self.all(sql, params![record.as_str()]).await?.iter().map(read).collect()
    }

    /// Follows the chain from its first entry and names the first that is changed, missing or out of order, or whose
    /// revisions are not those kept with it. A cut-off tail shows against the head that was kept in the same transaction
    /// as the last entry.
    pub async fn verify_audit(&mut self) -> Result<ChainReport> {
        let mut report = ChainReport { entries: 0, head: START.to_owned(), revisions: 0, fault: None };
        let mut contents = Contents::default();
        while report.fault.is_none() {
            let sql = format!("{COLUMNS} WHERE seq > $1 ORDER BY seq LIMIT $2");
            let rows = self.all(sql, params![report.entries, STEP]).await?;
            for row in &rows {
                let entry = read(row)?;
                report.fault = match follow(&mut report, &entry) {
                    Ok(()) => contents.follow(self, &entry).await?,
                    Err(fault) => Some(fault),
                };
                if report.fault.is_some() {
                    break;
                }
            }
            if rows.is_empty() {
                report.fault = self.head_fault(&report).await?.or(contents.unsealed(self, i64::MAX).await?);
                break;
            }
        }
        report.revisions = contents.compared;
        Ok(report)
    }

    async fn head_fault(&mut self, report: &ChainReport) -> Result<Option<ChainFault>> {
        let Some(head) = self.opt("SELECT seq, hash FROM chain_head WHERE chain = 1", params![]).await? else {
            return Ok(Some(ChainFault::Missing { sequence: report.entries }));
        };
        let (sequence, hash) = (head.int(0)?, head.text(1)?);
        Ok(match sequence.cmp(&report.entries) {
            std::cmp::Ordering::Greater => Some(ChainFault::Missing { sequence: report.entries + 1 }),
            std::cmp::Ordering::Less => Some(ChainFault::Reordered { sequence: sequence + 1 }),
            std::cmp::Ordering::Equal if hash != report.head => Some(ChainFault::Changed { sequence }),
            std::cmp::Ordering::Equal => None,
        })
    }
}

fn follow(report: &mut ChainReport, entry: &AuditEntry) -> Result<(), ChainFault> {
    let expected = report.entries + 1;
    if entry.sequence != expected {
        return Err(ChainFault::Missing { sequence: expected });
    }
    if entry.previous != report.head {
        return Err(ChainFault::Reordered { sequence: expected });
    }
    if entry.hash != hash(entry) {
        return Err(ChainFault::Changed { sequence: expected });
    }
    report.entries = expected;
    report.head.clone_from(&entry.hash);
    Ok(())
}
