//! Questions about an incident, answered by its owner: it is right as it stands, it is the same seizure as another
//! record, it is another seizure.
//!
//! Refuses to tell of a record that the owner may not see, and to let one count that fewer can read: whoever sees only
//! the other would lose the amount. An answer is a revision like any change, so that history says who gave it when.

use super::read::{known_question, visible};
use super::{find_to_write, must_be_current, open_questions, revise};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::id::RecordId;
use model::incident::{Answer, AnswerDraft, Incident, covers};
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problem;
use model::record::{Reader, Record, State};
use store::Tx;

/// Answers one open question by its place among the questions of the record.
pub async fn answer(cx: &Cx, id: &RecordId, base: u32, place: u32, draft: &AnswerDraft) -> Result<Record<Incident>> {
    let (mut tx, earlier, operation) = find_to_write(cx, "incident.answer", id, Action::Amend).await?;
    must_be_current(&earlier, base)?;
    let reader = cx.reader(&operation);
    let question = find_open(&mut tx, &reader, &earlier, place).await?;
    if question.is_about_duplicate() {
        cx.must(Action::Deduplicate, reader.relation(&earlier.header))?;
    }
    let (answer, other) = (draft.check(&question)?, question.other_record());
    let duplicate_of = match (answer, other) {
        (Answer::Same, Some(other)) => Some(must_stand_in(&mut tx, &reader, &operation, &earlier, other).await?),
        (_, other) => earlier.content.duplicate_of.clone().filter(|known| Some(known) != other.as_ref()),
    };
    let record = with_twin(&earlier, duplicate_of);
    revise(cx, tx, &earlier, base, record, &[place], format!("question={place} answer={answer}")).await
}

/// Decides whether an incident is the same seizure as `other`, which then counts instead; `None`: it stands alone.
/// Both records stay; open questions that ask just this are answered.
pub async fn same_as(cx: &Cx, id: &RecordId, base: u32, other: Option<&RecordId>) -> Result<Record<Incident>> {
    let (mut tx, earlier, operation) = find_to_write(cx, "incident.same-as", id, Action::Deduplicate).await?;
    let reader = cx.reader(&operation);
    let duplicate_of = match other {
        Some(other) => Some(must_stand_in(&mut tx, &reader, &operation, &earlier, other.clone()).await?),
        None => None,
    };
    let asks_this = |question: &Problem| {
        question.is_about_duplicate() && (other.is_none() || question.other_record().as_ref() == other)
    };
    let answered = open_questions(&mut tx, id, asks_this).await?;
    revise(cx, tx, &earlier, base, with_twin(&earlier, duplicate_of), &answered, String::new()).await
}

/// The record saying of which other it is the same seizure.
fn with_twin(earlier: &Record<Incident>, duplicate_of: Option<RecordId>) -> Record<Incident> {
    Record { header: earlier.header.clone(), content: Incident { duplicate_of, ..earlier.content.clone() } }
}

/// The open question at a place, as its reader may know it.
async fn find_open(tx: &mut Tx, reader: &Reader, record: &Record<Incident>, place: u32) -> Result<Problem> {
    let all = tx.questions(&record.header.id).await?;
    let asked = all.into_iter().find(|asked| asked.place == place).ok_or(Error::NotFound)?;
    if asked.answered {
        return Err(Error::Refused("already-answered"));
    }
    known_question(tx, reader, record.header.operation, asked.problem).await
}

/// The record that is to count instead of `own`: it stands alone, and everybody sees it who sees `own`.
async fn must_stand_in(
    tx: &mut Tx,
    reader: &Reader,
    operation: &Operation,
    own: &Record<Incident>,
    other: RecordId,
) -> Result<RecordId> {
    let alone = |found: &Record<Incident>| {
        found.content.duplicate_of.is_none()
            && found.header.state != State::Retracted
            && found.header.id != own.header.id
    };
    let found = visible(tx, reader, operation.id, &other).await?.filter(alone);
    let unknown = || Problem::new("other", "duplicate-unknown").with("text", &other);
    if covers(operation, &found.ok_or_else(unknown)?.header, &own.header) {
        Ok(other)
    } else {
        Err(Problem::new("other", "duplicate-narrower").with("text", &other).into())
    }
}
