//! The condition of the node: database, files, records and chain, looked at as a whole by its operator.
//!
//! Refuses to mend anything, and to look for anybody but the operator and the administrator.

use crate::cx::Cx;
use crate::error::Result;
use model::audit::ChainReport;
use model::permission::{Action, Relation};
use sha2::{Digest, Sha256};
use store::{Compared, Location, Standing, Store};

/// What was found.
#[derive(Debug, Clone)]
pub struct Condition {
    /// What the database engine finds wrong; empty when sound.
    pub faults: Vec<String>,
    /// Files that records count on.
    pub files: usize,
    /// Of them those that are gone, by SHA-256.
    pub missing: Vec<String>,
    /// Of them those whose content is not what it was, by SHA-256.
    pub changed: Vec<String>,
    /// Records against the rows of lists and figures.
    pub records: Compared,
    /// The audit chain, with the content of the revisions it binds.
    pub chain: ChainReport,
}

impl Condition {
    /// Whether nothing is wrong.
    pub const fn is_sound(&self) -> bool {
        let files = self.missing.is_empty() && self.changed.is_empty();
        self.faults.is_empty() && files && self.records.altered.is_none() && self.chain.fault.is_none()
    }
}

/// Looks at everything.
pub async fn examine(cx: &Cx) -> Result<Condition> {
    cx.must(Action::ReadLog, Relation::Outsider)?;
    let mut view = cx.app.store().read().await?;
    let (faults, files) = (view.faults().await?, view.files().await?);
    let (records, chain) = (view.compare_records().await?, view.verify_audit().await?);
    drop(view);
    let (mut missing, mut changed) = (Vec::new(), Vec::new());
    for (sha256, size) in &files {
        match cx.app.files().read(sha256).await {
            Err(_) => missing.push(sha256.clone()),
            Ok(content) if content.len() as u64 != *size || digest(&content) != *sha256 => changed.push(sha256.clone()),
            Ok(_) => {}
        }
    }
    Ok(Condition { faults, files: files.len(), missing, changed, records, chain })
}

/// How far a database is and how far this program could bring it; nothing is changed or made.
pub async fn standing(location: &Location) -> Result<Standing> {
    Ok(Store::look(location).await?)
}

fn digest(content: &[u8]) -> String {
    model::wire::hexadecimal(&Sha256::digest(content))
}
