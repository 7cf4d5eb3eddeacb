//! Incidents: submitted, amended, confirmed, retracted, their questions answered; read and listed.
//!
//! Refuses to overwrite: a change names the revision it was made from. Refuses to show what the reader may not know,
//! in a record, a list, a count or an error.

mod answer;
pub(crate) mod held;
pub(crate) mod read;

pub use answer::{answer, same_as};
pub use held::held;
pub use read::{Listing, Seen, count, get, list, portion, revision, rows};

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::{find, must_be_open};
use model::id::RecordId;
use model::incident::{ConfirmationDraft, Ground, Incident, IncidentDraft, IncidentId, IncidentKind};
use model::lang::Lang;
use model::marking::Marking;
use model::operation::Operation;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::quantity::DecimalMark;
use model::record::{Door, Header, Kind, Record, State};
use model::stage::Work;
use model::text;
use model::time::{DateOrder, Moment};
pub use store::Question;
use store::Tx;

/// Submits an incident to an operation.
pub async fn submit(cx: &Cx, code: &str, draft: &IncidentDraft) -> Result<Record<Incident>> {
    let mut tx = cx.begin("incident.submit").await?;
    let seen = find(cx, &mut tx, code).await?;
    cx.must(Action::Submit, seen.relation)?;
    let operation = seen.operation();
    must_take_reports(cx, operation, draft)?;
    let (incident, marking) = check_draft(cx, operation, cx.mint(), draft)?;
    let lang = Lang::parse(&draft.lang);
    let header = crate::record::header(cx, operation, incident.id, Kind::Incident, marking, lang);
    let mut record = Record { header, content: incident };
    tx.put_incident(&mut record, None, &[]).await?;
    // What the member is typing on a page is not what its software sends.
    if let Some(member) = cx.member().filter(|_| cx.door() == Door::Page) {
        tx.drop_draft(member.id, operation.id).await?;
    }
    cx.keep(tx, &record.header, "").await?;
    Ok(record)
}

/// Says what [`submit`] would say, and writes nothing.
pub async fn check(cx: &Cx, code: &str, draft: &IncidentDraft) -> Result<()> {
    look_over(cx, code, draft, true).await
}

/// The problems of what is still being typed: whether it will come late is not said yet, so the stage is not asked.
pub async fn preview(cx: &Cx, code: &str, draft: &IncidentDraft) -> Result<()> {
    look_over(cx, code, draft, false).await
}

async fn look_over(cx: &Cx, code: &str, draft: &IncidentDraft, is_whole: bool) -> Result<()> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Submit, seen.relation)?;
    if is_whole {
        must_take_reports(cx, seen.operation(), draft)?;
    }
    check_draft(cx, seen.operation(), cx.mint(), draft)?;
    Ok(())
}

/// Whether the operation takes reports now, or late ones where it is one.
fn must_take_reports(cx: &Cx, operation: &Operation, draft: &IncidentDraft) -> Result<()> {
    must_be_open(cx, operation, if draft.late { Work::ReportLate } else { Work::Report })
}

/// Makes a new revision from the one the writer saw. Open questions about what it changes or settles are answered by it.
/// A record that came late stays late: its window was open when it came.
pub async fn amend(cx: &Cx, id: &RecordId, base: u32, draft: &IncidentDraft) -> Result<Record<Incident>> {
    let (mut tx, earlier, operation) = find_to_write(cx, "incident.amend", id, Action::Amend).await?;
    let incident_id: IncidentId = id.try_into().map_err(|_| Error::NotFound)?;
    let was_late = earlier.content.late;
    let draft = &IncidentDraft { late: draft.late || was_late, ..draft.clone() };
    let ground = Ground { was_late, ..ground(cx, &operation, (DecimalMark::Either, DateOrder::Any)) };
    let (mut incident, marking) = check_on(ground, incident_id, draft)?;
    incident.duplicate_of.clone_from(&earlier.content.duplicate_of);
    let answered = answered_by(&mut tx, &earlier, &incident, &draft.settled).await?;
    let lang = Lang::parse(&draft.lang).unwrap_or(earlier.header.lang);
    let state = State::Submitted;
    let header = Header { marking, lang, state, ..earlier.header.clone() };
    revise(cx, tx, &earlier, base, Record { header, content: incident }, &answered, String::new()).await
}

/// Takes an incident back: it leaves every total and stays in history. Where others were said to be the same seizure,
/// the first of them counts from now on.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Incident>> {
    let (mut tx, earlier, _) = find_to_write(cx, "incident.retract", id, Action::Retract).await?;
    let reason = text::required("reason", reason, 500)?;
    let header = Header { state: State::Retracted, reason, ..earlier.header.clone() };
    let record = Record { header, content: earlier.content.clone() };
    let answered = open_questions(&mut tx, id, |_| true).await?;
    revise(cx, tx, &earlier, base, record, &answered, String::new()).await
}

/// Stands behind an incident and says which of its substances are identified. What was left provisional once can be
/// confirmed later.
pub async fn confirm(cx: &Cx, id: &RecordId, base: u32, draft: &ConfirmationDraft) -> Result<Record<Incident>> {
    let (mut tx, earlier, operation) = find_to_write(cx, "incident.confirm", id, Action::Confirm).await?;
    must_be_current(&earlier, base)?;
    if earlier.header.state == State::Confirmed && !earlier.content.is_provisional() {
        return Err(Error::Refused("already-confirmed"));
    }
    let content = draft.check(&operation, &earlier.content)?;
    let answered = answered_by(&mut tx, &earlier, &content, &[]).await?;
    let header = Header { state: State::Confirmed, ..earlier.header.clone() };
    revise(cx, tx, &earlier, base, Record { header, content }, &answered, String::new()).await
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
    check_on(ground(cx, operation, (DecimalMark::Either, DateOrder::Any)), id, draft)
}

/// The same where it is declared how numbers and days are written, as by a mapping.
pub(crate) fn check_draft_with(
    cx: &Cx,
    operation: &Operation,
    id: IncidentId,
    draft: &IncidentDraft,
    written: (DecimalMark, DateOrder),
) -> Result<(Incident, Marking), Problems> {
    check_on(ground(cx, operation, written), id, draft)
}

/// What a report that comes now is checked against.
fn ground<'a>(cx: &Cx, operation: &'a Operation, (mark, dates): (DecimalMark, DateOrder)) -> Ground<'a> {
    Ground { operation, today: cx.now().day(), mark, dates, was_late: false }
}

fn check_on(ground: Ground<'_>, id: IncidentId, draft: &IncidentDraft) -> Result<(Incident, Marking), Problems> {
    let operation = ground.operation;
    let incident = draft.check(id, ground);
    let mut marking = draft.marking.check(&operation.marking, &operation.participants());
    // Intelligence is graded; a seizure speaks for itself.
    let needs_grade = draft.kind.trim() == IncidentKind::SuspiciousConsignment.code();
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

/// Finds an incident the caller may see, and asks whether it may do `action` now.
pub(crate) async fn find_to_write(
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
    must_take_changes(cx, &record, &operation, action)?;
    Ok((tx, record, operation))
}

/// Whether the caller may do `action` with a record it sees, and the record takes changes now.
pub(crate) fn must_take_changes(
    cx: &Cx,
    record: &Record<Incident>,
    operation: &Operation,
    action: Action,
) -> Result<()> {
    cx.must(action, cx.reader(operation).relation(&record.header))?;
    must_be_open(cx, operation, Work::Amend)?;
    if record.header.state == State::Retracted {
        return Err(Error::Refused("retracted"));
    }
    Ok(())
}

/// Places of the open questions of a record that `which` picks.
async fn open_questions(tx: &mut Tx, id: &RecordId, which: impl Fn(&Problem) -> bool) -> Result<Vec<u32>> {
    let all = tx.questions(id).await?.into_iter();
    Ok(all.filter(|asked| !asked.answered && which(&asked.problem)).map(|asked| asked.place).collect())
}

/// Places of the open questions that a change answers by itself.
async fn answered_by(
    tx: &mut Tx,
    earlier: &Record<Incident>,
    incident: &Incident,
    settled: &[String],
) -> Result<Vec<u32>> {
    let (before, after) = (IncidentDraft::of(&earlier.content), IncidentDraft::of(incident));
    open_questions(tx, &earlier.header.id, |question| question.is_answered_by(&before, &after, settled)).await
}

/// A change is made from the revision its writer saw, or not at all.
const fn must_be_current(earlier: &Record<Incident>, base: u32) -> Result<()> {
    let current = earlier.header.revision;
    if base == current { Ok(()) } else { Err(Error::Stale { current }) }
}

/// Puts the next revision with the questions it answers, and keeps it.
async fn revise(
    cx: &Cx,
    mut tx: Tx,
    earlier: &Record<Incident>,
    base: u32,
    mut record: Record<Incident>,
    answered: &[u32],
    detail: String,
) -> Result<Record<Incident>> {
    must_be_current(earlier, base)?;
    record.header.revision = base + 1;
    record.header.author_role = cx.role();
    record.header.changed = cx.now();
    record.header.provenance.door = cx.door();
    tx.put_incident(&mut record, Some(base), &[]).await?;
    tx.answer_questions(&record.header.id, answered).await?;
    cx.keep(tx, &record.header, detail).await?;
    Ok(record)
}
