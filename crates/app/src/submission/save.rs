//! Answers are kept as they are typed, each for itself.
//!
//! Refuses to keep what has a problem and to overwrite what a colleague has answered meanwhile; everything else that was
//! sent with it is kept.

use super::{find_mine, must_take_answers};
use crate::cx::Cx;
use crate::error::Result;
use crate::operation::must_be_open;
use model::id::RecordId;
use model::problem::{Problem, Problems};
use model::stage::Work;
use model::submission::{Answer, AnswersDraft, Conflict, Submission, SubmissionId};
use std::collections::BTreeMap;

/// What became of answers.
#[derive(Debug, Clone, Default)]
pub struct Saved {
    /// The questions whose answers were kept.
    pub kept: Vec<String>,
    /// Where a colleague was faster, by question.
    pub conflicts: BTreeMap<String, Conflict>,
    /// What could not be read; the fields are those of the draft.
    pub problems: Problems,
}

impl Saved {
    /// Whether all of it was kept.
    pub fn is_whole(&self) -> bool {
        self.conflicts.is_empty() && self.problems.is_empty()
    }
}

/// Keeps answers of the caller's participant.
pub async fn save(cx: &Cx, id: &RecordId, draft: &AnswersDraft) -> Result<Saved> {
    let mut tx = cx.begin("submission.save").await?;
    let mine = find_mine(cx, &mut tx, id).await?;
    must_be_open(cx, mine.found.seen.operation(), Work::Contribute)?;
    let questionnaire = &mine.found.record.content;
    must_take_answers(questionnaire)?;
    let (mut saved, mut answers) = (Saved::default(), Vec::new());
    let mut mint = || row_id(cx.mint());
    for (key, typed) in &draft.answers {
        let path = format!("answers.{key}");
        let Some(question) = questionnaire.question(key) else {
            let written: Vec<&str> = std::iter::once(typed.value.as_str())
                .chain(typed.values.iter().map(String::as_str))
                .chain(typed.rows.iter().flat_map(|row| row.cells.values()).map(String::as_str))
                .filter(|text| !text.trim().is_empty())
                .collect();
            if !written.is_empty() {
                saved
                    .problems
                    .add(Problem::new("", "question-gone").with("key", key).with("text", written.join(" | ")));
            }
            continue;
        };
        let latest = mine.answers.latest(question);
        let earlier = latest.and_then(|answer| answer.said.as_ref());
        let said = match typed.read(question, earlier, &mut mint) {
            Ok(said) => said,
            Err(found) => {
                found.0.into_iter().for_each(|problem| saved.problems.add(problem.inside(&path)));
                continue;
            }
        };
        let base = typed.base.trim().parse().unwrap_or_default();
        match mine.answers.weigh(question, base, said.as_ref()) {
            Ok(false) => {}
            Ok(true) => {
                saved.kept.push(key.clone());
                answers.push(Answer {
                    question: key.clone(),
                    kind: question.kind,
                    said,
                    revision: mine.answers.revision(question) + 1,
                    version: questionnaire.version,
                    agency: cx.agency(),
                    role: cx.role(),
                    changed: cx.now(),
                });
            }
            Err(conflict) => {
                saved.conflicts.insert(key.clone(), *conflict);
            }
        }
    }
    if answers.is_empty() {
        tx.undo().await?;
        return Ok(saved);
    }
    tx.add_answers(questionnaire.id, &mine.found.seen.reader.participant, &answers).await?;
    cx.keep_plain(tx, format!("questionnaire={} answers={}", questionnaire.id, answers.len())).await?;
    Ok(saved)
}

/// The identifier of a new row.
pub(crate) fn row_id(id: SubmissionId) -> String {
    let prefix = <Submission as model::id::Noun>::PREFIX;
    id.to_string().trim_start_matches(prefix).trim_start_matches('_').to_owned()
}
