//! The contact point releases the answers of its participant: they become a record, and what it releases again is its
//! next revision.
//!
//! Refuses what changed since it was read, what looks like personal data until it was looked at, and an audience that
//! leaves out the coordinator who asked.

use super::{Mine, find_mine, must_take_answers};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::must_be_open;
use crate::record;
use model::id::RecordId;
use model::marking::{Audience, Marking, MarkingDraft};
use model::notice::NoticeKind;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::questionnaire::{QuestionKind, Questionnaire};
use model::record::{Header, Kind, Provenance, Record};
use model::stage::Work;
use model::submission::{Answer, Answers, Said, Submission};
use model::text;
use serde::{Deserialize, Serialize};

/// A release as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReleaseDraft {
    /// The revision that was released before; blank or 0 for the first time.
    pub base: String,
    /// How many answers and changes of answers there were when they were read.
    pub seen: String,
    /// What the contact point says with them.
    pub note: String,
    /// Texts that look like personal data were looked at.
    pub checked: bool,
    /// Who may read them.
    pub marking: MarkingDraft,
}

/// Releases the answers of the caller's participant.
pub async fn release(cx: &Cx, id: &RecordId, draft: &ReleaseDraft) -> Result<Record<Submission>> {
    let mut tx = cx.begin("submission.release").await?;
    let mine = find_mine(cx, &mut tx, id).await?;
    cx.must(Action::SpeakFor, mine.found.seen.relation)?;
    must_be_open(cx, mine.found.seen.operation(), Work::Contribute)?;
    must_take_answers(&mine.found.record.content)?;
    let base: u32 = draft.base.trim().parse().unwrap_or_default();
    let current = mine.released.as_ref().map_or(0, |record| record.header.revision);
    if base != current {
        return Err(Error::Stale { current });
    }
    let (submission, marking) = check(cx, &mine, draft)?;
    let header = header(cx, &mine, &submission, marking, base)?;
    super::rows::enter(cx, &mut tx, &mine, &header, &submission).await?;
    let asked = &mine.found.record.header.id;
    crate::notice::settle(cx, &mut tx, &header.owner, NoticeKind::Reminder, asked).await?;
    let mut record = Record { header, content: submission };
    tx.put_shared(&mut record, (base > 0).then_some(base)).await?;
    cx.keep(tx, &record.header, format!("percent={}", record.content.completeness.percent())).await?;
    Ok(record)
}

fn check(cx: &Cx, mine: &Mine, draft: &ReleaseDraft) -> Result<(Submission, Marking), Problems> {
    let (questionnaire, operation) = (&mine.found.record.content, mine.found.seen.operation());
    let mut problems = Problems::none();
    let answers = standing(questionnaire, &mine.answers);
    if answers.is_empty() {
        problems.add(Problem::new("", "release-empty"));
    }
    if draft.seen.trim() != mine.answers.0.len().to_string() {
        problems.add(Problem::new("", "release-changed"));
    }
    if !draft.checked && !looks_personal(questionnaire, &answers).is_empty() {
        problems.add(Problem::new("checked", "release-personal"));
    }
    let note = problems.keep(text::read("note", &draft.note, 4000)).unwrap_or_default();
    let marking = match draft.marking.check(&operation.marking, &operation.participants()) {
        Ok(marking) if marking.audience == Audience::Red => {
            problems.add(Problem::new("marking.audience", "release-red"));
            None
        }
        Ok(marking) => Some(marking),
        Err(found) => {
            found.0.into_iter().for_each(|problem| problems.add(problem.inside("marking")));
            None
        }
    };
    problems.or(marking.map(|marking| (submission(cx, mine, note), marking)))
}

/// What is released of the answers of a participant.
pub(crate) fn submission(cx: &Cx, mine: &Mine, note: String) -> Submission {
    let questionnaire = &mine.found.record.content;
    Submission {
        id: mine.released.as_ref().map_or_else(|| cx.mint(), |record| record.content.id),
        questionnaire: questionnaire.id,
        version: questionnaire.version,
        questionnaire_revision: mine.found.record.header.revision,
        title: questionnaire.title.clone(),
        completeness: questionnaire.completeness(&mine.answers),
        answers: standing(questionnaire, &mine.answers),
        note,
    }
}

/// The answers that stand to what is asked, in the order of the questions.
fn standing(questionnaire: &Questionnaire, answers: &Answers) -> Vec<Answer> {
    let asked = questionnaire.asked_after(answers);
    let questions = questionnaire.questions().filter(|question| asked.contains(&question.key.as_str()));
    questions.filter_map(|question| answers.standing(question)).collect()
}

/// The questions whose texts look as if they carried personal data.
pub fn looks_personal(questionnaire: &Questionnaire, answers: &[Answer]) -> Vec<String> {
    let is_text = |key: &str, column: &str| {
        let question = questionnaire.question(key);
        let column = question.and_then(|question| question.column(column));
        column.is_some_and(|column| column.kind == QuestionKind::Text)
    };
    let personal = |answer: &&Answer| match &answer.said {
        Some(Said::One(one)) => answer.kind == QuestionKind::Text && text::looks_personal(&one.value),
        Some(Said::Rows(rows)) => rows
            .iter()
            .flat_map(|row| &row.cells)
            .any(|(column, cell)| is_text(&answer.question, column) && text::looks_personal(&cell.value)),
        None => false,
    };
    answers.iter().filter(personal).map(|answer| answer.question.clone()).collect()
}

fn header(cx: &Cx, mine: &Mine, submission: &Submission, marking: Marking, base: u32) -> Result<Header> {
    if let Some(earlier) = &mine.released {
        Ok(Header { marking, agency: earlier.header.agency, ..record::next(cx, &earlier.header, base)? })
    } else {
        let operation = mine.found.seen.operation();
        let header = record::header(cx, operation, submission.id, Kind::Submission, marking, None);
        // One participant answers a questionnaire once, whoever presses first.
        let key = format!("submission:{}", submission.questionnaire);
        Ok(Header { provenance: Provenance { key, ..header.provenance.clone() }, ..header })
    }
}
