//! Questionnaires: started, written, sent out, closed; who has released answers, and who is reminded to.
//!
//! Refuses to show one that is still being written to anybody but the coordinator, and to tell anything of answers that
//! are not released but that they are not.

mod standard;

pub use standard::standard;

use crate::cx::{Actor, Cx};
use crate::error::{Error, Result};
use crate::notice;
use crate::operation::{Seen, must_be_open};
use crate::record::{self, Found, eyes_of, find_shared};
use model::card::Wanted;
use model::id::RecordId;
use model::marking::{Audience, Marking};
use model::notice::NoticeKind;
use model::operation::Operation;
use model::participant::{ParticipantCode, ParticipationRole};
use model::permission::Action;
use model::questionnaire::{Questionnaire, QuestionnaireDraft, QuestionnaireStatus};
use model::record::{Kind, Record, State};
use model::stage::Work;
use model::submission::{Answers, Submission};
use model::time::{Day, Moment};
use std::collections::HashMap;
use store::{Conn, Tx};

/// A questionnaire of the list, as the caller stands to it.
#[derive(Debug, Clone)]
pub struct Line {
    /// The questionnaire.
    pub record: Record<Questionnaire>,
    /// What the caller's participant has answered; `None` where it is not asked.
    pub own: Option<Answers>,
    /// When it released that.
    pub released: Option<Moment>,
    /// When it was reminded to.
    pub reminded: Option<Moment>,
    /// How many have released that the caller may see.
    pub submissions: usize,
}

/// The questionnaires of an operation with how the caller stands to each: so many questions to the store however many
/// there are.
pub async fn lines(cx: &Cx, code: &str) -> Result<(Seen, Vec<Line>)> {
    let mut view = cx.app.store().read().await?;
    let seen = crate::operation::find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let (eyes, own) = ([eyes_of(&seen)], &seen.reader.participant);
    let all: Vec<Record<Questionnaire>> = view.shared_all(&eyes, &Wanted::of(Kind::Questionnaire)).await?;
    let cards = view.cards(&eyes, &Wanted::of(Kind::Submission)).await?;
    let is_asked =
        seen.reader.participation == Some(ParticipationRole::Participant) && seen.may.contains(&Action::Contribute);
    let ids: Vec<_> = all.iter().map(|record| record.content.id).filter(|_| is_asked).collect();
    let mut answers = view.answers_to(&ids, own).await?;
    let reminders = if is_asked { view.reminders_of(own).await? } else { HashMap::new() };
    let line = |record: Record<Questionnaire>| {
        let released = || cards.iter().filter(|card| card.card.about.as_ref() == Some(&record.header.id));
        let mine = released().find(|card| is_asked && card.owner == *own).map(|card| card.changed);
        Line {
            own: is_asked.then(|| answers.remove(&record.content.id).unwrap_or_default()),
            reminded: reminders.get(&record.content.id).copied().filter(|_| mine.is_none()),
            submissions: released().count(),
            released: mine,
            record,
        }
    };
    let lines = all.into_iter().map(line).collect();
    Ok((seen, lines))
}

/// The questionnaires of an operation, newest first, as far as the caller sees them.
pub async fn list(cx: &Cx, code: &str) -> Result<(Seen, Vec<Record<Questionnaire>>)> {
    let mut view = cx.app.store().read().await?;
    let seen = crate::operation::find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let all = view.shared_all(&[eyes_of(&seen)], &Wanted::of(Kind::Questionnaire)).await?;
    Ok((seen, all))
}

/// Adds a questionnaire, which the coordinator alone sees until it is sent out.
pub async fn add(cx: &Cx, code: &str, draft: &QuestionnaireDraft) -> Result<Record<Questionnaire>> {
    let (tx, seen) = record::begin_in(cx, "questionnaire.add", code, Action::Coordinate, Work::Plan).await?;
    let questionnaire = draft.check(cx.mint(), None)?;
    let marking = Marking { audience: Audience::AmberStrict, ..seen.operation().marking.clone() };
    let header = record::header(cx, seen.operation(), questionnaire.id, Kind::Questionnaire, marking, None);
    record::add(cx, tx, header, questionnaire).await
}

/// Adds a questionnaire out of an `XLSForm`.
pub async fn import(cx: &Cx, code: &str, bytes: &[u8]) -> Result<Record<Questionnaire>> {
    let seen = crate::operation::get(cx, code).await?;
    cx.must(Action::Coordinate, seen.relation)?;
    add(cx, code, &intake::read_xlsform(bytes)?).await
}

/// Changes its words and questions. Where they change after somebody has answered, it becomes a new version.
pub async fn change(cx: &Cx, id: &RecordId, base: u32, draft: &QuestionnaireDraft) -> Result<Record<Questionnaire>> {
    let (mut tx, found) = begin_own(cx, "questionnaire.change", id).await?;
    let earlier = &found.record.content;
    let mut changed = draft.check(earlier.id, Some(earlier))?;
    // The day it is due is said when it is sent out.
    changed.due = earlier.due;
    if changed.sections != earlier.sections && tx.is_answered(earlier.id, earlier.version).await? {
        changed.version += 1;
    }
    let marking = found.record.header.marking.clone();
    record::revise(cx, tx, &found.record, base, changed, marking).await
}

/// Sends it out, or again with another day: from now on participants see and answer it.
pub async fn open(cx: &Cx, id: &RecordId, base: u32, due: &str) -> Result<Record<Questionnaire>> {
    let (mut tx, found) = begin_own(cx, "questionnaire.open", id).await?;
    let sent = found.record.content.sent(due, cx.now().day())?;
    let released = released(&mut tx, &found).await?;
    let missing = missing(cx, &found, &released);
    tell(cx, &mut tx, &found, sent.due, &missing).await?;
    let marking = found.seen.operation().marking.clone();
    record::revise(cx, tx, &found.record, base, sent, marking).await
}

/// Takes no more answers.
pub async fn close(cx: &Cx, id: &RecordId, base: u32) -> Result<Record<Questionnaire>> {
    let (tx, found) = begin_own(cx, "questionnaire.close", id).await?;
    if found.record.content.status != QuestionnaireStatus::Open {
        return Err(Error::Refused("questionnaire-not-open"));
    }
    let closed = Questionnaire { status: QuestionnaireStatus::Closed, ..found.record.content.clone() };
    let marking = found.record.header.marking.clone();
    record::revise(cx, tx, &found.record, base, closed, marking).await
}

/// Reminds everybody who has not released answers; gives whom.
pub async fn remind(cx: &Cx, id: &RecordId) -> Result<Vec<ParticipantCode>> {
    let (mut tx, found) = begin_own(cx, "questionnaire.remind", id).await?;
    if found.record.content.status != QuestionnaireStatus::Open {
        return Err(Error::Refused("questionnaire-not-open"));
    }
    let released = released(&mut tx, &found).await?;
    let missing = missing(cx, &found, &released);
    tell(cx, &mut tx, &found, found.record.content.due, &missing).await?;
    for participant in &missing {
        tx.put_reminder(found.record.content.id, participant, cx.now()).await?;
    }
    let named: Vec<&str> = missing.iter().map(ParticipantCode::as_str).collect();
    cx.keep(tx, &found.record.header, named.join(" ")).await?;
    Ok(missing)
}

/// Those who are asked and have not released.
fn missing(cx: &Cx, found: &Found<Questionnaire>, released: &[Record<Submission>]) -> Vec<ParticipantCode> {
    let all = asked(cx, found.seen.operation()).into_iter();
    all.filter(|code| !released.iter().any(|one| one.header.owner == *code)).collect()
}

/// Tells participants that their answers are waited for, once each.
async fn tell(
    cx: &Cx,
    tx: &mut Tx,
    found: &Found<Questionnaire>,
    due: Option<Day>,
    to: &[ParticipantCode],
) -> Result<()> {
    let id = &found.record.header.id;
    for participant in to {
        notice::settle(cx, tx, participant, NoticeKind::Reminder, id).await?;
    }
    let due = due.map(|due| due.plus(1).start());
    notice::tell(cx, tx, found.seen.operation().id, id, NoticeKind::Reminder, due, to).await
}

/// How a participant stands to a questionnaire.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Which.
    pub participant: ParticipantCode,
    /// What it has released; `None` says only that it has not.
    pub released: Option<Record<Submission>>,
    /// When it was last reminded.
    pub reminded: Option<Moment>,
}

/// One questionnaire with all who are asked, as the coordinator sees it.
pub async fn standings(cx: &Cx, id: &RecordId) -> Result<(Found<Questionnaire>, Vec<Standing>)> {
    let mut view = cx.app.store().read().await?;
    let found: Found<Questionnaire> = find_shared(cx, &mut view, id).await?;
    cx.must(Action::Coordinate, found.seen.relation)?;
    let mut released = released(&mut view, &found).await?;
    let reminders = view.reminders(found.record.content.id).await?;
    let standing = |participant: ParticipantCode| {
        let place = released.iter().position(|one| one.header.owner == participant);
        Standing {
            released: place.map(|place| released.swap_remove(place)),
            reminded: reminders.get(&participant).copied(),
            participant,
        }
    };
    let all = asked(cx, found.seen.operation()).into_iter().map(standing).collect();
    Ok((found, all))
}

/// What has been released in answer to a questionnaire and the caller may see.
pub async fn submissions(cx: &Cx, id: &RecordId) -> Result<(Found<Questionnaire>, Vec<Record<Submission>>)> {
    let mut view = cx.app.store().read().await?;
    let found: Found<Questionnaire> = find_shared(cx, &mut view, id).await?;
    let released = released(&mut view, &found).await?;
    Ok((found, released))
}

pub(crate) async fn released(conn: &mut Conn, found: &Found<Questionnaire>) -> Result<Vec<Record<Submission>>> {
    let wanted = Wanted::of(Kind::Submission).about(&found.record.header.id);
    Ok(conn.shared_all(&[eyes_of(&found.seen)], &wanted).await?)
}

/// Whom a questionnaire asks: those who take part today as participants.
fn asked(cx: &Cx, operation: &Operation) -> Vec<ParticipantCode> {
    let today = cx.now().day();
    let takes_part =
        |code: &ParticipantCode| operation.participation(code, today) == Some(ParticipationRole::Participant);
    let mut all: Vec<ParticipantCode> = operation.participants().into_iter().filter(takes_part).collect();
    all.sort();
    all.dedup();
    all
}

/// Begins a write on a questionnaire by the coordinator that owns it.
async fn begin_own(cx: &Cx, verb: &'static str, id: &RecordId) -> Result<(Tx, Found<Questionnaire>)> {
    let mut tx = cx.begin(verb).await?;
    let found: Found<Questionnaire> = find_shared(cx, &mut tx, id).await?;
    cx.must(Action::Coordinate, found.seen.relation)?;
    must_be_open(cx, found.seen.operation(), Work::Plan)?;
    if !matches!(cx.actor(), Actor::Node) && found.record.header.owner != found.seen.reader.participant {
        return Err(Error::Refused("role"));
    }
    if found.record.header.state == State::Retracted {
        return Err(Error::Refused("retracted"));
    }
    Ok((tx, found))
}
