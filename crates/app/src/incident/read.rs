//! Incidents as one caller sees them: a record with its surroundings, an earlier revision, a list.
//!
//! Refuses to filter after the query: visibility is part of the store's SQL, for rows, counts and facets alike.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::find;
use model::agency::Agency;
use model::attachment::Attachment;
use model::id::RecordId;
use model::incident::Incident;
use model::listing::{Facet, Filter, Page, Rows};
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::permission::{Action, Relation};
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
    /// Questions about it, answered and open.
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
}

/// One incident, or "not found".
pub async fn get(cx: &Cx, id: &RecordId) -> Result<Seen> {
    let mut view = cx.app.store().read().await?;
    let (record, operation, reader) = find_incident(cx, &mut view, id).await?;
    let relation = reader.relation(&record.header);
    let recipients = known_recipients(&record, relation, &reader);
    Ok(Seen {
        relation,
        may: cx.allowed(relation),
        questions: view.questions(id).await?,
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
    view.incident_revision(&reader, id, revision).await?.ok_or(Error::NotFound)
}

/// One page of an operation's incidents.
pub async fn list(cx: &Cx, code: &str, filter: &Filter, page: &Page) -> Result<Listing> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let id = seen.operation().id;
    let rows = view.incidents(&seen.reader, id, filter, page).await?;
    let facets = view.facets(&seen.reader, id, filter).await?;
    let agencies = view.agencies().await?;
    let (operation, reader, may) = (seen.record.content, seen.reader, seen.may);
    Ok(Listing { operation, reader, may, rows, facets, agencies, as_of: cx.now() })
}

/// One page of an operation's incidents without what surrounds a list: for exports and the API.
pub async fn rows(cx: &Cx, code: &str, filter: &Filter, page: &Page) -> Result<Rows> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    Ok(view.incidents(&seen.reader, seen.operation().id, filter, page).await?)
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
