//! Imports: a file through a declared mapping, row by row, each with a verdict; the same file again changes nothing.
//!
//! Refuses to guess who owns a row: a member imports for its own participant; the node's operator imports an archive,
//! where each row belongs to the country that reported it. Batches are kept one by one, so that a stop in the middle
//! leaves whole batches, and the next run goes on where it ended.

mod archive;

use crate::cx::{Actor, Cx};
use crate::error::{Error, Result};
use crate::incident::{REVIEW_DAYS, check_draft_with};
use crate::operation::{find, must_be_open};
use intake::{Intake, Mapping};
use model::agency::{Agency, AgencyId};
use model::import::{Import, ImportId, ImportRow, RowNote, RowVerdict};
use model::incident::Incident;
use model::lang::Lang;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::record::{Header, Kind, Provenance, Record, State};
use model::stage::Work;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Read;
use std::path::PathBuf;

/// What is to be imported.
#[derive(Debug, Clone)]
pub struct ImportOrder {
    /// Code of the operation.
    pub operation: String,
    /// Make an archive operation of the file's span where there is none.
    pub create: bool,
    /// The file.
    pub path: PathBuf,
    /// Its name as shown; the path's last part where blank.
    pub file: String,
    /// How its columns are read.
    pub mapping: Mapping,
    /// Say the verdicts and keep nothing.
    pub dry_run: bool,
}

/// Rows per kept batch.
const BATCH: usize = 1000;
/// Notes kept of one import.
const NOTES: usize = 100_000;

/// Reads the file and keeps its rows. `progress` hears the number of rows read so far.
pub async fn run(cx: &Cx, order: &ImportOrder, mut progress: impl FnMut(u64)) -> Result<(Import, Vec<RowNote>)> {
    let operation = target(cx, order).await?;
    let sha256 = digest(order)?;
    let mut tally = Tally::new(cx, order, &operation, sha256);
    let owners = archive::owners(cx, &operation).await?;
    let rows = Intake::open(read(order)?, &order.mapping)?;
    let mut batch = Vec::with_capacity(BATCH);
    for row in rows {
        batch.push(row);
        if batch.len() == BATCH {
            keep_batch(cx, order, &operation, &owners, &mut tally, std::mem::take(&mut batch)).await?;
            progress(tally.import.rows);
        }
    }
    keep_batch(cx, order, &operation, &owners, &mut tally, batch).await?;
    progress(tally.import.rows);
    finish(cx, order, tally).await
}

/// The operation imported into: open for it, or made of the file's span.
async fn target(cx: &Cx, order: &ImportOrder) -> Result<Operation> {
    let mut view = cx.app.store().read().await?;
    match find(cx, &mut view, &order.operation).await {
        Ok(seen) => {
            cx.must(Action::Import, seen.relation)?;
            must_be_open(cx, seen.operation(), Work::Report)?;
            Ok(seen.record.content)
        }
        Err(Error::NotFound) if order.create => {
            drop(view);
            let span = intake::span(read(order)?, &order.mapping)?;
            archive::create(cx, &order.operation, &span, order.dry_run).await
        }
        Err(Error::NotFound) => {
            Err(Problem::new("operation", "operation-unknown").with("text", &order.operation).into())
        }
        Err(other) => Err(other),
    }
}

fn read(order: &ImportOrder) -> Result<std::io::BufReader<std::fs::File>> {
    let opened = std::fs::File::open(&order.path);
    let opened = opened.map_err(|error| Problem::new("file", "file-unreadable").with("reason", error.kind()))?;
    Ok(std::io::BufReader::with_capacity(1 << 16, opened))
}

fn digest(order: &ImportOrder) -> Result<String> {
    let (mut file, mut hasher, mut buffer) = (read(order)?, Sha256::new(), vec![0; 1 << 16]);
    loop {
        let length = file.read(&mut buffer).map_err(|error| Error::Broken(Box::new(error)))?;
        if length == 0 {
            break;
        }
        hasher.update(&buffer[..length]);
    }
    Ok(model::wire::hexadecimal(&hasher.finalize()))
}

/// The verdicts so far.
struct Tally {
    import: Import,
    notes: Vec<RowNote>,
}

impl Tally {
    fn new(cx: &Cx, order: &ImportOrder, operation: &Operation, sha256: String) -> Self {
        let file = order.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let import = Import {
            id: cx.mint::<Import>() as ImportId,
            operation: operation.id,
            file: if order.file.is_empty() { file } else { order.file.clone() },
            sha256,
            mapping: order.mapping.name.clone(),
            at: cx.now(),
            rows: 0,
            accepted: 0,
            held: 0,
            refused: 0,
            known: 0,
            reasons: BTreeMap::new(),
        };
        Self { import, notes: Vec::new() }
    }

    fn count(&mut self, row: u64, verdict: RowVerdict, problems: Vec<Problem>) {
        self.import.rows += 1;
        match verdict {
            RowVerdict::Accepted => self.import.accepted += 1,
            RowVerdict::Held => self.import.held += 1,
            RowVerdict::Refused => self.import.refused += 1,
            RowVerdict::Known => self.import.known += 1,
        }
        for problem in &problems {
            *self.import.reasons.entry(problem.code.to_string()).or_default() += 1;
        }
        if !problems.is_empty() && self.notes.len() < NOTES {
            self.notes.push(RowNote { row, verdict, problems });
        }
    }
}

/// Keeps what is new of a batch, in one transaction.
async fn keep_batch(
    cx: &Cx,
    order: &ImportOrder,
    operation: &Operation,
    owners: &HashMap<ParticipantCode, AgencyId>,
    tally: &mut Tally,
    rows: Vec<ImportRow>,
) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut tx = cx.begin("import.batch").await?;
    let keys: Vec<String> = rows.iter().map(|row| row.key.clone()).collect();
    let known: HashSet<String> = tx.known_keys(operation.id, &keys).await?.into_iter().collect();
    let mut records = Vec::with_capacity(rows.len());
    for row in rows {
        if known.contains(&row.key) {
            tally.count(row.number, RowVerdict::Known, Vec::new());
            continue;
        }
        match record(cx, order, operation, owners, &row) {
            Ok(record) => {
                let verdict = if row.questions.is_empty() { RowVerdict::Accepted } else { RowVerdict::Held };
                tally.count(row.number, verdict, row.questions.clone());
                records.push((record, row.questions));
            }
            Err(problems) => tally.count(row.number, RowVerdict::Refused, problems.0),
        }
    }
    if order.dry_run || records.is_empty() {
        return Ok(());
    }
    let kept = records.len();
    tx.put_incidents(&mut records).await?;
    cx.keep_plain(tx, format!("import={} rows={kept}", tally.import.id)).await
}

/// A row's record, or everything that keeps it out.
fn record(
    cx: &Cx,
    order: &ImportOrder,
    operation: &Operation,
    owners: &HashMap<ParticipantCode, AgencyId>,
    row: &ImportRow,
) -> Result<Record<Incident>, Problems> {
    if !row.problems.is_empty() {
        return Err(Problems(row.problems.clone()));
    }
    let (incident, marking) = check_draft_with(cx, operation, cx.mint(), &row.draft, order.mapping.decimal)?;
    let (owner, agency) = match cx.actor() {
        Actor::Member(member) => (member.participant.clone(), member.agency),
        Actor::Guest | Actor::Node => {
            let owner = ParticipantCode::country(&incident.site.country);
            let agency = owners.get(&owner).copied();
            let agency = agency.ok_or_else(|| Problem::new("country", "participant-unknown").with("text", &owner))?;
            (owner, agency)
        }
    };
    let source = format!("{} row {}", order.file_name(), row.number);
    let header = Header {
        id: incident.id.into(),
        kind: Kind::Incident,
        operation: operation.id,
        owner,
        agency,
        author_role: cx.role(),
        marking,
        state: State::Submitted,
        reason: String::new(),
        revision: 1,
        origin: cx.app.node().id.clone(),
        sequence: 0,
        created: cx.now(),
        changed: cx.now(),
        lang: Lang::parse(&row.draft.lang).unwrap_or_default(),
        provenance: Provenance { door: model::record::Door::Import, source, key: row.key.clone() },
        review: Some(cx.now().day().plus(REVIEW_DAYS)),
    };
    Ok(Record { header, content: incident })
}

impl ImportOrder {
    fn file_name(&self) -> String {
        let of_path = || self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if self.file.is_empty() { of_path() } else { self.file.clone() }
    }
}

/// Keeps the import itself, where anything new came of it.
async fn finish(cx: &Cx, order: &ImportOrder, tally: Tally) -> Result<(Import, Vec<RowNote>)> {
    let Tally { import, notes } = tally;
    if !order.dry_run && import.known < import.rows {
        let mut tx = cx.begin("import.finish").await?;
        tx.add_import(&import, &notes).await?;
        cx.keep_plain(tx, format!("import={} rows={} sha256={}", import.id, import.rows, import.sha256)).await?;
        if import.rows > 5000 {
            cx.app.store().analyse().await?;
        }
    }
    Ok((import, notes))
}

/// The imports of an operation, latest first.
pub async fn list(cx: &Cx, code: &str) -> Result<Vec<Import>> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Import, seen.relation)?;
    Ok(view.imports(seen.operation().id).await?)
}

/// The agency a participant's imported rows belong to.
pub(crate) fn first_of(agencies: &[Agency], participant: &ParticipantCode) -> Option<AgencyId> {
    agencies.iter().find(|agency| agency.participant == *participant).map(|agency| agency.id)
}
