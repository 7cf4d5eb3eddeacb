//! Incidents as one caller sees them: a record with its surroundings, an earlier revision, a list.
//!
//! Refuses to filter after the query: visibility is part of the store's SQL, for rows, counts and facets alike.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::find;
use crate::seal::seal;
use model::agency::Agency;
use model::attachment::Attachment;
use model::id::RecordId;
use model::incident::Incident;
use model::listing::{Cursor, Facet, Filter, IncidentRow, Page, Rows};
use model::operation::{Operation, OperationId};
use model::participant::ParticipantCode;
use model::permission::{Action, Relation};
use model::problem::Problem;
use model::record::{Reader, Record};
use model::time::Moment;
use store::{Conn, Question, RevisionLine};

/// An incident with everything its page needs.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The record.
    pub record: Record<Incident>,
    /// Its operation.
    pub operation: Operation,
    /// Whose eyes.
    pub reader: Reader,
    /// How the caller stands to it.
    pub relation: Relation,
    /// What the caller may do with it.
    pub may: Vec<Action>,
    /// Whether figures count it: not while it is retracted, or another record of the same seizure counts instead.
    pub counts: bool,
    /// Questions about it, answered and open; without the other record where the caller may not know that one.
    pub questions: Vec<Question>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Its revisions, newest first.
    pub revisions: Vec<RevisionLine>,
    /// The agency that wrote it.
    pub agency: Option<Agency>,
    /// Named recipients this caller may know of: all for the owner, itself for a recipient.
    pub recipients: Vec<ParticipantCode>,
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The operation.
    pub operation: Operation,
    /// Whose eyes.
    pub reader: Reader,
    /// What the caller may do in the operation.
    pub may: Vec<Action>,
    /// The rows.
    pub rows: Rows,
    /// Values to narrow by, with counts.
    pub facets: Vec<Facet>,
    /// Agencies of the node, for their names.
    pub agencies: Vec<Agency>,
    /// When the list was true.
    pub as_of: Moment,
    /// The name of the last event it includes and its reader may see.
    pub event: String,
}

/// One incident, or "not found".
pub async fn get(cx: &Cx, id: &RecordId) -> Result<Seen> {
    let mut view = cx.app.store().read().await?;
    let (mut record, operation, reader) = find_incident(cx, &mut view, id).await?;
    let relation = reader.relation(&record.header);
    let recipients = known_recipients(&record, relation, &reader);
    veil(&mut view, &reader, &mut record).await?;
    Ok(Seen {
        relation,
        may: cx.allowed(relation),
        counts: view.is_counted(id).await?,
        questions: questions(&mut view, &reader, &record).await?,
        attachments: view.attachments(id).await?,
        revisions: view.incident_revisions(&reader, id).await?,
        agency: view.agency(record.header.agency).await?,
        recipients,
        record,
        operation,
        reader,
    })
}

/// An earlier revision, as far as the reader may see the record today.
pub async fn revision(cx: &Cx, id: &RecordId, revision: u32) -> Result<Record<Incident>> {
    let mut view = cx.app.store().read().await?;
    let (_, _, reader) = find_incident(cx, &mut view, id).await?;
    let mut record = view.incident_revision(&reader, id, revision).await?.ok_or(Error::NotFound)?;
    veil(&mut view, &reader, &mut record).await?;
    Ok(record)
}

/// Another record of an operation, where this reader may see it.
pub(crate) async fn visible(
    conn: &mut Conn,
    reader: &Reader,
    operation: OperationId,
    id: &RecordId,
) -> Result<Option<Record<Incident>>> {
    let found = conn.incident(reader, id).await?;
    Ok(found.filter(|found| found.header.operation == operation))
}

/// Leaves out of which record it is the same seizure, where this reader may not know that one.
async fn veil(conn: &mut Conn, reader: &Reader, record: &mut Record<Incident>) -> Result<()> {
    if let Some(other) = &record.content.duplicate_of
        && visible(conn, reader, record.header.operation, other).await?.is_none()
    {
        record.content.duplicate_of = None;
    }
    Ok(())
}

async fn questions(conn: &mut Conn, reader: &Reader, record: &Record<Incident>) -> Result<Vec<Question>> {
    let mut all = conn.questions(&record.header.id).await?;
    for asked in &mut all {
        let problem = std::mem::replace(&mut asked.problem, Problem::new("", ""));
        asked.problem = known_question(conn, reader, record.header.operation, problem).await?;
    }
    Ok(all)
}

/// A question as this reader may know it: without the record it names where the reader may not know that one.
pub(crate) async fn known_question(
    conn: &mut Conn,
    reader: &Reader,
    operation: OperationId,
    question: Problem,
) -> Result<Problem> {
    match question.named_record() {
        Some(other) if visible(conn, reader, operation, &other).await?.is_none() => Ok(question.without_other_record()),
        _ => Ok(question),
    }
}

/// One page of an operation's incidents.
pub async fn list(cx: &Cx, code: &str, filter: &Filter, page: &Page) -> Result<Listing> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let id = seen.operation().id;
    let rows = view.incidents(&seen.reader, id, filter, page).await.map_err(off_the_list)?;
    let facets = view.facets(&seen.reader, id, filter).await?;
    let agencies = view.agencies().await?;
    let event = seal(&cx.app, view.mark(&seen.reader, id).await?.sequence);
    let (operation, reader, may) = (seen.record.content, seen.reader, seen.may);
    Ok(Listing { operation, reader, may, rows, facets, agencies, as_of: cx.now(), event })
}

/// The rows of one page and where the next begins, nothing counted: for exports, which go through all of them.
pub async fn portion(cx: &Cx, code: &str, filter: &Filter, page: &Page) -> Result<(Vec<IncidentRow>, Option<Cursor>)> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    view.incident_rows(&seen.reader, seen.operation().id, filter, page).await.map_err(off_the_list)
}

/// How many incidents of an operation a filter finds.
pub async fn count(cx: &Cx, code: &str, filter: &Filter) -> Result<i64> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    Ok(view.incident_count(&seen.reader, seen.operation().id, filter).await?)
}

/// One page of an operation's incidents without what surrounds a list: for the API.
pub async fn rows(cx: &Cx, code: &str, filter: &Filter, page: &Page) -> Result<Rows> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    view.incidents(&seen.reader, seen.operation().id, filter, page).await.map_err(off_the_list)
}

/// A cursor that stands nowhere in this reader's list, whatever it names, is a problem of the address.
fn off_the_list(error: store::Error) -> Error {
    match error {
        store::Error::NotFound(text) => Problem::new("after", "cursor-unknown").with("text", text).into(),
        other => other.into(),
    }
}

/// Finds an incident through the reader's eyes.
pub(crate) async fn find_incident(
    cx: &Cx,
    conn: &mut Conn,
    id: &RecordId,
) -> Result<(Record<Incident>, Operation, Reader)> {
    let operation = conn.incident_operation(id).await?.ok_or(Error::NotFound)?;
    let operation = conn.operation(operation).await?.ok_or(Error::NotFound)?.content;
    let reader = cx.reader(&operation);
    let record = conn.incident(&reader, id).await?.ok_or(Error::NotFound)?;
    cx.must(Action::Read, reader.relation(&record.header))?;
    Ok((record, operation, reader))
}

/// Who else got a record is the owner's to know; a recipient sees itself.
fn known_recipients(record: &Record<Incident>, relation: Relation, reader: &Reader) -> Vec<ParticipantCode> {
    let all = record.header.marking.recipients.iter();
    match relation {
        Relation::OwnAgency | Relation::OwnParticipant => all.cloned().collect(),
        _ => all.filter(|code| **code == reader.participant).cloned().collect(),
    }
}
