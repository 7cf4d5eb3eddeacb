//! What was released before, as it was released, and what has changed since.
//!
//! Refuses a revision that its reader could not read then.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::record::{Found, find_shared};
use model::id::RecordId;
use model::questionnaire::Questionnaire;
use model::record::Record;
use model::submission::{Answer, Submission};

/// An answer that is not now what it was then.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The key of its question.
    pub question: String,
    /// What was answered then.
    pub then: Option<Answer>,
    /// What stands now.
    pub now: Option<Answer>,
}

/// One release, beside what stands now.
#[derive(Debug, Clone)]
pub struct Then {
    /// What stands now.
    pub found: Found<Submission>,
    /// The release.
    pub record: Record<Submission>,
    /// The questions as they were asked then, where the reader may know them.
    pub questionnaire: Option<Questionnaire>,
    /// What has changed since, in the order of the answers.
    pub since: Vec<Difference>,
}

/// One release of a submission.
pub async fn revision(cx: &Cx, id: &RecordId, number: u32) -> Result<Then> {
    let mut view = cx.app.store().read().await?;
    let found: Found<Submission> = find_shared(cx, &mut view, id).await?;
    let reader = &found.seen.reader;
    let record: Record<Submission> = view.shared_revision(reader, id, number).await?.ok_or(Error::NotFound)?;
    let (asked, of) = (record.content.questionnaire.into(), record.content.questionnaire_revision);
    let questionnaire = view.shared_revision::<Questionnaire>(reader, &asked, of).await?;
    let since = differences(&record.content, &found.record.content);
    Ok(Then { questionnaire: questionnaire.map(|record| record.content), record, since, found })
}

fn differences(then: &Submission, now: &Submission) -> Vec<Difference> {
    let left = then.answers.iter().map(|answer| &answer.question);
    let new = now.answers.iter().map(|answer| &answer.question).filter(|key| then.answer(key).is_none());
    let of = |key: &String| {
        let (before, after) = (then.answer(key), now.answer(key));
        let same = before.map(|answer| (answer.kind, &answer.said)) == after.map(|answer| (answer.kind, &answer.said));
        (!same).then(|| Difference { question: key.clone(), then: before.cloned(), now: after.cloned() })
    };
    left.chain(new).filter_map(of).collect()
}
