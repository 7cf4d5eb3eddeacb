//! Imports: a file through a declared mapping, row by row, each with a verdict; the same file again changes nothing.
//!
//! Refuses to guess who owns a row: a member imports for its own participant; the node's operator imports an archive,
//! where each row belongs to the country that reported it. Batches are kept one by one, so that a stop in the middle
//! leaves whole batches, and the next run goes on where it ended.

mod archive;

use crate::aside::aside;
use crate::attachment::base_name;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::incident::check_draft_with;
use crate::operation::{find, must_be_open};
use crate::record::header;
use intake::{Intake, Mapping};
use model::agency::{Agency, AgencyId};
use model::id::RecordId;
use model::import::{Import, ImportId, ImportRow, RowNote, RowVerdict};
use model::incident::{Incident, IncidentDraft};
use model::lang::Lang;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::record::{Header, Kind, Provenance, Record};
use model::stage::Work;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::path::PathBuf;
use store::OwnedKey;

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
    let sha256 = of_file(order, digest).await?;
    let mut tally = Tally::new(cx, order, &operation, sha256);
    let owners = archive::owners(cx, &operation).await?;
    let mut rows = of_file(order, |order| Ok(Intake::open(read(order)?, &order.mapping)?)).await?;
    loop {
        let batch;
        (rows, batch) = next_batch(rows).await?;
        let ended = batch.len() < BATCH;
        keep_batch(cx, order, &operation, &owners, &mut tally, batch).await?;
        progress(tally.import.rows);
        if ended {
            return finish(cx, order, tally).await;
        }
    }
}

/// Does with the whole file what takes its time.
async fn of_file<T: Send + 'static>(
    order: &ImportOrder,
    work: impl FnOnce(&ImportOrder) -> Result<T> + Send + 'static,
) -> Result<T> {
    let order = order.clone();
    aside(move || work(&order)).await?
}

/// The next rows of the file; fewer than [`BATCH`] are the last.
async fn next_batch(mut rows: Intake) -> Result<(Intake, Vec<ImportRow>)> {
    aside(move || {
        let batch = rows.by_ref().take(BATCH).collect();
        (rows, batch)
    })
    .await
}

/// The operation imported into: open for it, or made of the file's span.
async fn target(cx: &Cx, order: &ImportOrder) -> Result<Operation> {
    let mut view = cx.app.store().read().await?;
    match find(cx, &mut view, &order.operation).await {
        Ok(seen) => {
            cx.must(Action::Import, seen.relation)?;
            must_take_files(cx, seen.operation())?;
            drop(view);
            archive::equip(cx, seen.operation(), order.dry_run).await?;
            Ok(seen.record.content)
        }
        Err(Error::NotFound) if order.create => {
            drop(view);
            let latest = cx.now().day().plus(1);
            let span = of_file(order, move |order| Ok(intake::span(read(order)?, &order.mapping, latest)?)).await?;
            archive::create(cx, &order.operation, &span, order.dry_run).await
        }
        Err(Error::NotFound) => {
            Err(Problem::new("operation", "operation-unknown").with("text", &order.operation).into())
        }
        Err(other) => Err(other),
    }
}

/// Members import while reports are open, late ones included; the node's operator into whatever is not closed.
fn must_take_files(cx: &Cx, operation: &Operation) -> Result<()> {
    let (late, by_operator) = (operation.is_open_for(Work::ReportLate, cx.now().day()), cx.member().is_none());
    if late || by_operator && !operation.is_closed() {
        return Ok(());
    }
    must_be_open(cx, operation, Work::Report)
}

/// The file from its beginning. It is read several times, which a pipe does not allow.
fn read(order: &ImportOrder) -> Result<std::io::BufReader<std::fs::File>> {
    if std::fs::metadata(&order.path).is_ok_and(|about| !about.is_file()) {
        return Err(Problem::new("file", "file-irregular").into());
    }
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
        let import = Import {
            id: cx.mint::<Import>() as ImportId,
            operation: operation.id,
            file: order.file_name(),
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
    // Rows kept on the way are known to those after them.
    let mut known = tx.known_keys(operation.id, &keys(cx, &rows)).await?;
    let mut records = Vec::with_capacity(rows.len());
    for (row, checked) in check_rows(cx, order, operation, owners, &known, rows).await? {
        let owned = |key: String| (owner(cx, &row), key);
        if known.contains_key(&owned(row.key.clone())) {
            tally.count(row.number, RowVerdict::Known, Vec::new());
            continue;
        }
        match checked {
            Ok(record) => {
                let verdict = if row.questions.is_empty() { RowVerdict::Accepted } else { RowVerdict::Held };
                tally.count(row.number, verdict, row.questions.clone());
                let first = row.repeats.clone().and_then(|key| known.get(&owned(key)));
                let questions = naming(row.questions.clone(), first);
                known.insert(owned(row.key.clone()), record.header.id.clone());
                records.push((record, questions));
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

/// Rows with the record that each becomes; what is known already is not looked at again.
async fn check_rows(
    cx: &Cx,
    order: &ImportOrder,
    operation: &Operation,
    owners: &HashMap<ParticipantCode, AgencyId>,
    known: &HashMap<OwnedKey, RecordId>,
    rows: Vec<ImportRow>,
) -> Result<Vec<(ImportRow, Result<Record<Incident>, Problems>)>> {
    let (cx, order, operation, owners) = (cx.clone(), order.clone(), operation.clone(), owners.clone());
    let new: Vec<bool> = rows.iter().map(|row| !known.contains_key(&(owner(&cx, row), row.key.clone()))).collect();
    let check = move |(row, new): (ImportRow, bool)| {
        let checked = if new { record(&cx, &order, &operation, &owners, &row) } else { Err(Problems::none()) };
        (row, checked)
    };
    aside(move || rows.into_iter().zip(new).map(check).collect()).await
}

/// Keys of rows and of the rows that they repeat, each with its owner: what another participant has imported is neither
/// known nor told of.
fn keys(cx: &Cx, rows: &[ImportRow]) -> Vec<OwnedKey> {
    let of_row = |row: &ImportRow| {
        let owner = owner(cx, row);
        let keys = [Some(row.key.clone()), row.repeats.clone()];
        keys.into_iter().flatten().map(move |key| (owner.clone(), key))
    };
    rows.iter().flat_map(of_row).collect()
}

/// Whose row it is: a member's own participant's; in an archive, that of the country that reported it.
fn owner(cx: &Cx, row: &ImportRow) -> ParticipantCode {
    cx.member().map_or_else(|| ParticipantCode::country(&row.draft.country), |member| member.participant.clone())
}

/// A row that repeats another one asks about the record of that row, where it was kept. The note of the row does not
/// name it: the record shows itself only to whom may see it.
fn naming(questions: Vec<Problem>, first: Option<&RecordId>) -> Vec<Problem> {
    let name = |question: Problem| match first {
        Some(first) if question.is_about_duplicate() => question.with("record", first),
        _ => question,
    };
    questions.into_iter().map(name).collect()
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
    // What is imported in the late window came late, whatever its columns say.
    let late = row.draft.late || cx.member().is_some() && !operation.is_open_for(Work::Report, cx.now().day());
    let draft = IncidentDraft { late, ..row.draft.clone() };
    let written = (order.mapping.decimal, order.mapping.dates);
    let (incident, marking) = check_draft_with(cx, operation, cx.mint(), &draft, written)?;
    let owner = owner(cx, row);
    let unknown = || Problem::new("country", "participant-unknown").with("text", &owner);
    let agency = match cx.member() {
        Some(member) => member.agency,
        None => owners.get(&owner).copied().ok_or_else(unknown)?,
    };
    let source = format!("{} row {}", order.file_name(), row.number);
    let provenance = Provenance { door: model::record::Door::Import, source, key: row.key.clone() };
    let lang = Some(Lang::parse(&row.draft.lang).unwrap_or_default());
    let header = header(cx, operation, incident.id, Kind::Incident, marking, lang);
    let header = Header { owner, agency, provenance, ..header };
    Ok(Record { header, content: incident })
}

impl ImportOrder {
    fn file_name(&self) -> String {
        let of_path = || self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        base_name(&if self.file.is_empty() { of_path() } else { self.file.clone() })
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
