//! Incidents: submitted, amended, confirmed, retracted, told apart from their duplicates; read and listed.
//!
//! Refuses to overwrite: a change names the revision it was made from. Refuses to show what the reader may not know,
//! in a record, a list, a count or an error.

pub(crate) mod read;

pub use read::{Listing, Seen, get, list, revision, rows};

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::{find, must_be_open};
use model::id::RecordId;
use model::incident::{Ground, Incident, IncidentDraft, IncidentId, IncidentKind};
use model::lang::Lang;
use model::marking::Marking;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::quantity::DecimalMark;
use model::record::{Header, Kind, Provenance, Record, State};
use model::stage::Work;
use model::text;
use model::time::Moment;
use store::Tx;

/// Submits an incident to an operation.
pub async fn submit(cx: &Cx, code: &str, draft: &IncidentDraft) -> Result<Record<Incident>> {
    let mut tx = cx.begin("incident.submit").await?;
    let seen = find(cx, &mut tx, code).await?;
    cx.must(Action::Submit, seen.relation)?;
    let operation = seen.operation();
    must_be_open(cx, operation, if draft.late { Work::ReportLate } else { Work::Report })?;
    let (incident, marking) = check_draft(cx, operation, cx.mint(), draft)?;
    let header = new_header(cx, operation, incident.id, marking, draft);
    let mut record = Record { header, content: incident };
    tx.put_incident(&mut record, None, &[]).await?;
    if let Some(member) = cx.member() {
        tx.drop_draft(member.id, operation.id).await?;
    }
    cx.keep(tx, &record.header, "").await?;
    Ok(record)
}

/// Says what [`submit`] would say, and writes nothing.
pub async fn check(cx: &Cx, code: &str, draft: &IncidentDraft) -> Result<()> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Submit, seen.relation)?;
    check_draft(cx, seen.operation(), cx.mint(), draft)?;
    Ok(())
}

/// Makes a new revision from the one the writer saw.
pub async fn amend(cx: &Cx, id: &RecordId, base: u32, draft: &IncidentDraft) -> Result<Record<Incident>> {
    let (tx, earlier, operation) = find_to_write(cx, "incident.amend", id, Action::Amend).await?;
    let incident_id: IncidentId = id.try_into().map_err(|_| Error::NotFound)?;
    let (mut incident, marking) = check_draft(cx, &operation, incident_id, draft)?;
    incident.duplicate_of.clone_from(&earlier.content.duplicate_of);
    let lang = Lang::parse(&draft.lang).unwrap_or(earlier.header.lang);
    let state = State::Submitted;
    let header = Header { marking, lang, state, ..earlier.header.clone() };
    revise(cx, tx, &earlier, base, Record { header, content: incident }, false).await
}

/// Takes an incident back: it leaves every total and stays in history.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Incident>> {
    let (tx, earlier, _) = find_to_write(cx, "incident.retract", id, Action::Retract).await?;
    let reason = text::required("reason", reason, 500)?;
    let header = Header { state: State::Retracted, reason, ..earlier.header.clone() };
    let record = Record { header, content: earlier.content.clone() };
    revise(cx, tx, &earlier, base, record, true).await
}

/// Stands behind an incident.
pub async fn confirm(cx: &Cx, id: &RecordId, base: u32) -> Result<Record<Incident>> {
    let (tx, earlier, _) = find_to_write(cx, "incident.confirm", id, Action::Confirm).await?;
    if earlier.header.state == State::Confirmed {
        return Err(Error::Refused("already-confirmed"));
    }
    let header = Header { state: State::Confirmed, ..earlier.header.clone() };
    let record = Record { header, content: earlier.content.clone() };
    revise(cx, tx, &earlier, base, record, false).await
}

/// Decides whether an incident is the same seizure as `other`, which then counts instead; `None`: it stands alone.
/// Both records stay; the open question is answered.
pub async fn same_as(cx: &Cx, id: &RecordId, base: u32, other: Option<&RecordId>) -> Result<Record<Incident>> {
    let (mut tx, earlier, operation) = find_to_write(cx, "incident.same-as", id, Action::Deduplicate).await?;
    if let Some(other) = other {
        let reader = cx.reader(&operation);
        let found = tx.incident(&reader, other).await?;
        let counts = |found: &Record<Incident>| {
            found.header.operation == operation.id
                && found.content.duplicate_of.is_none()
                && found.header.state != State::Retracted
                && found.header.id != *id
        };
        if !found.as_ref().is_some_and(counts) {
            return Err(Problem::new("other", "duplicate-unknown").with("text", other).into());
        }
    }
    let content = Incident { duplicate_of: other.cloned(), ..earlier.content.clone() };
    let record = Record { header: earlier.header.clone(), content };
    revise(cx, tx, &earlier, base, record, true).await
}

/// What the member was typing for this operation, and when it was kept.
pub async fn draft(cx: &Cx, code: &str) -> Result<Option<(Moment, IncidentDraft)>> {
    let member = cx.known_member()?;
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Submit, seen.relation)?;
    let kept = view.draft(member.id, seen.operation().id).await?;
    Ok(kept.and_then(|(at, text)| Some((at, serde_json::from_str(&text).ok()?))))
}

/// Keeps what the member is typing; nothing of it is checked or shown to others.
pub async fn save_draft(cx: &Cx, code: &str, draft: &IncidentDraft) -> Result<Moment> {
    let member = cx.known_member()?.id;
    let mut tx = cx.begin("incident.save-draft").await?;
    let seen = find(cx, &mut tx, code).await?;
    cx.must(Action::Submit, seen.relation)?;
    let text = serde_json::to_string(draft).map_err(|error| Error::Broken(Box::new(error)))?;
    if text.len() > 200_000 {
        return Err(Problem::new("note", "text-too-long").with("limit", 200_000).with("length", text.len()).into());
    }
    tx.save_draft(member, seen.operation().id, &text, cx.now()).await?;
    cx.keep_plain(tx, "").await?;
    Ok(cx.now())
}

/// Forgets what the member was typing.
pub async fn drop_draft(cx: &Cx, code: &str) -> Result<()> {
    let member = cx.known_member()?.id;
    let mut tx = cx.begin("incident.drop-draft").await?;
    let seen = find(cx, &mut tx, code).await?;
    tx.drop_draft(member, seen.operation().id).await?;
    cx.keep_plain(tx, "").await
}

/// The incident and its marking, or the problems of both.
pub(crate) fn check_draft(
    cx: &Cx,
    operation: &Operation,
    id: IncidentId,
    draft: &IncidentDraft,
) -> Result<(Incident, Marking), Problems> {
    check_draft_with(cx, operation, id, draft, DecimalMark::Either)
}

/// The same where the numbers' decimal mark is declared, as by a mapping.
pub(crate) fn check_draft_with(
    cx: &Cx,
    operation: &Operation,
    id: IncidentId,
    draft: &IncidentDraft,
    mark: DecimalMark,
) -> Result<(Incident, Marking), Problems> {
    let ground = Ground { operation, today: cx.now().day(), mark };
    let incident = draft.check(id, ground);
    let mut marking = draft.marking.check(&operation.marking, &operation.participants());
    // Intelligence is graded; a seizure speaks for itself.
    let needs_grade = draft.kind == IncidentKind::SuspiciousConsignment.code();
    if needs_grade && marking.as_ref().is_ok_and(|marking| marking.source_grade.is_none()) {
        marking = Err(Problem::new("source_grade", "grade-required").into());
    }
    match (incident, marking) {
        (Ok(incident), Ok(marking)) => Ok((incident, marking)),
        (incident, marking) => {
            let mut problems = incident.err().unwrap_or_default();
            let of_marking = marking.err().unwrap_or_default();
            of_marking.0.into_iter().for_each(|problem| problems.add(problem.inside("marking")));
            Err(problems)
        }
    }
}

fn new_header(cx: &Cx, operation: &Operation, id: IncidentId, marking: Marking, draft: &IncidentDraft) -> Header {
    let member_lang = cx.member().map(|member| member.lang).unwrap_or_default();
    Header {
        id: id.into(),
        kind: Kind::Incident,
        operation: operation.id,
        owner: owner(cx, operation),
        agency: cx.agency(),
        author_role: cx.role(),
        marking,
        state: State::Submitted,
        reason: String::new(),
        revision: 1,
        origin: cx.app.node().id.clone(),
        sequence: 0,
        created: cx.now(),
        changed: cx.now(),
        lang: Lang::parse(&draft.lang).unwrap_or(member_lang),
        provenance: Provenance::door(cx.door()),
        review: Some(cx.now().day().plus(REVIEW_DAYS)),
    }
}

/// After three years a record is looked at again: kept or purged.
pub(crate) const REVIEW_DAYS: i64 = 3 * 365;

fn owner(cx: &Cx, operation: &Operation) -> ParticipantCode {
    cx.member().map_or_else(|| cx.reader(operation).participant, |member| member.participant.clone())
}

/// Finds an incident the caller may see, and asks whether it may do `action` now.
async fn find_to_write(
    cx: &Cx,
    verb: &'static str,
    id: &RecordId,
    action: Action,
) -> Result<(Tx, Record<Incident>, Operation)> {
    let mut tx = cx.begin(verb).await?;
    let operation = tx.incident_operation(id).await?.ok_or(Error::NotFound)?;
    let operation = tx.operation(operation).await?.ok_or(Error::NotFound)?.content;
    let reader = cx.reader(&operation);
    let record = tx.incident(&reader, id).await?.ok_or(Error::NotFound)?;
    cx.must(action, reader.relation(&record.header))?;
    must_be_open(cx, &operation, Work::Amend)?;
    if record.header.state == State::Retracted {
        return Err(Error::Refused("retracted"));
    }
    Ok((tx, record, operation))
}

/// Puts the next revision and keeps it; `answers` closes the record's open questions.
async fn revise(
    cx: &Cx,
    mut tx: Tx,
    earlier: &Record<Incident>,
    base: u32,
    mut record: Record<Incident>,
    answers: bool,
) -> Result<Record<Incident>> {
    if base != earlier.header.revision {
        return Err(Error::Stale { current: earlier.header.revision });
    }
    record.header.revision = base + 1;
    record.header.author_role = cx.role();
    record.header.changed = cx.now();
    record.header.provenance.door = cx.door();
    tx.put_incident(&mut record, Some(base), &[]).await?;
    if answers {
        tx.answer_questions(&record.header.id).await?;
    }
    cx.keep(tx, &record.header, "").await?;
    Ok(record)
}
