//! Answers to a questionnaire: filled by the agencies of one participant, released by its contact point, released again.
//!
//! Refuses to show them outside the participant before they are released, and to let one agency overwrite another: who
//! comes second is shown what the first has answered.

mod file;
mod gone;
mod release;
mod revision;
mod rows;
mod save;
mod upload;

pub(crate) use file::{find_own_file, find_released_file};
pub use gone::{Gone, gone};
pub use release::{ReleaseDraft, looks_personal, release};
pub use revision::{Difference, Then, revision};
pub use save::{NewFile, Saved, save, save_with};
pub use upload::upload;

pub(crate) use release::submission;
pub(crate) use rows::enter;
pub(crate) use save::row_id;

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::record::{self, Found, eyes_of, find_shared};
use model::card::{Listed, Wanted};
use model::id::RecordId;
use model::participant::ParticipationRole;
use model::permission::Action;
use model::questionnaire::{Questionnaire, QuestionnaireStatus};
use model::record::{Kind, Record};
use model::submission::{Answers, LookAgain, Submission};
use model::time::Moment;
use std::collections::BTreeMap;
use store::Conn;

/// A questionnaire as a participant stands to it.
#[derive(Debug, Clone)]
pub struct Mine {
    /// The questionnaire.
    pub found: Found<Questionnaire>,
    /// What the participant has answered so far, all revisions.
    pub answers: Answers,
    /// What it has released.
    pub released: Option<Record<Submission>>,
    /// When the coordinator last reminded it.
    pub reminded: Option<Moment>,
    /// The versions of the questionnaire that it answered before the one that is asked now.
    pub earlier: BTreeMap<u32, Questionnaire>,
}

impl Mine {
    /// What changed since it was answered.
    pub fn look_again(&self) -> Vec<LookAgain> {
        self.answers.look_again(&self.found.record.content, &self.earlier)
    }
}

/// The questionnaire and the answers of the caller's participant; refused to whom it does not ask.
pub async fn mine(cx: &Cx, id: &RecordId) -> Result<Mine> {
    let mut view = cx.app.store().read().await?;
    find_mine(cx, &mut view, id).await
}

pub(crate) async fn find_mine(cx: &Cx, conn: &mut Conn, id: &RecordId) -> Result<Mine> {
    let found: Found<Questionnaire> = find_shared(cx, conn, id).await?;
    cx.must(Action::Contribute, found.seen.relation)?;
    let reader = &found.seen.reader;
    if reader.participation != Some(ParticipationRole::Participant) {
        return Err(Error::Refused("not-questioned"));
    }
    let answers = conn.answers(found.record.content.id, &reader.participant).await?;
    let released = crate::questionnaire::released(conn, &found).await?;
    let released = released.into_iter().find(|record| record.header.owner == reader.participant);
    let reminded = conn.reminders(found.record.content.id).await?.get(&reader.participant).copied();
    let earlier = earlier(conn, &found, &answers).await?;
    Ok(Mine { found, answers, released, reminded, earlier })
}

/// Each earlier version as it was last asked, where answers to it are there.
async fn earlier(
    conn: &mut Conn,
    found: &Found<Questionnaire>,
    answers: &Answers,
) -> Result<BTreeMap<u32, Questionnaire>> {
    let now = found.record.content.version;
    if answers.0.iter().all(|answer| answer.version >= now) {
        return Ok(BTreeMap::new());
    }
    let all = conn.shared_revisions::<Questionnaire>(&found.seen.reader, &found.record.header.id).await?;
    // Oldest first: the last of each version stays, which is the one that was asked last.
    Ok(all.into_iter().rev().map(|record| (record.content.version, record.content)).collect())
}

/// Whether answers are taken now.
pub(crate) fn must_take_answers(questionnaire: &Questionnaire) -> Result<()> {
    if questionnaire.status == QuestionnaireStatus::Open {
        Ok(())
    } else {
        Err(Error::Refused("questionnaire-not-open"))
    }
}

/// A released submission with the questions as they were asked, where the caller may know them, and its history.
#[derive(Debug, Clone)]
pub struct Released {
    /// The submission.
    pub found: Found<Submission>,
    /// The questionnaire it answers.
    pub questionnaire: Option<Questionnaire>,
    /// Its revisions, newest first.
    pub history: Vec<record::RevisionLine>,
    /// What its rows have become and the caller may see.
    pub become_of: Vec<Listed>,
}

/// One released submission.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<Released> {
    let mut view = cx.app.store().read().await?;
    let found: Found<Submission> = find_shared(cx, &mut view, id).await?;
    let (content, reader) = (&found.record.content, &found.seen.reader);
    let asked: Option<Record<Questionnaire>> =
        view.shared_revision(reader, &content.questionnaire.into(), content.questionnaire_revision).await?;
    let history = view.shared_history(Kind::Submission, reader, id).await?;
    let questionnaire = asked.map(|record| record.content);
    let become_of = match &questionnaire {
        Some(questionnaire) => become_of(&mut view, &found, questionnaire).await?,
        None => Vec::new(),
    };
    Ok(Released { found, questionnaire, history, become_of })
}

/// The records that the rows of a submission have become.
async fn become_of(conn: &mut Conn, found: &Found<Submission>, questionnaire: &Questionnaire) -> Result<Vec<Listed>> {
    let (content, owner) = (&found.record.content, &found.record.header.owner);
    let keys: Vec<_> = rows::becoming(questionnaire, content)
        .map(|(question, _, _, row)| (owner.clone(), rows::key(content, question, row)))
        .collect();
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let known = conn.known_keys(found.seen.operation().id, &keys).await?;
    let kinds = vec![Kind::LegalAct, Kind::Detection];
    let wanted = Wanted { kinds, owner: Some(owner.clone()), oldest_first: true, ..Wanted::default() };
    let mut cards = conn.cards(&[eyes_of(&found.seen)], &wanted).await?;
    cards.retain(|card| known.values().any(|id| *id == card.id));
    Ok(cards)
}
