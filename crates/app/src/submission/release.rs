//! The contact point releases the answers of its participant: they become a record, and what it releases again is its
//! next revision.
//!
//! Refuses what changed since it was read, what looks like personal data until it was looked at, and an audience that
//! leaves out the coordinator who asked.

use super::{Gone, Mine, find_mine, must_take_answers};
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
use std::collections::BTreeMap;
use store::Tx;

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
    /// Why rows that were released before are taken back.
    pub reason: String,
    /// What becomes of the records of such rows where others have built upon them, by record: `retract` or `keep`.
    pub rows: BTreeMap<String, String>,
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
    let gone = super::gone::find(&mut tx, &mine, &submission(cx, &mine, String::new())).await?;
    let (submission, marking, going, reason) = check(cx, &mine, draft, &gone)?;
    let header = header(cx, &mine, &submission, marking, base)?;
    super::rows::enter(cx, &mut tx, &mine, &header, &submission).await?;
    super::gone::retract(cx, &mut tx, &mine, &going, &reason).await?;
    let asked = &mine.found.record.header.id;
    crate::notice::settle(cx, &mut tx, &header.owner, NoticeKind::Reminder, asked).await?;
    let mut record = Record { header, content: submission };
    tx.put_shared(&mut record, (base > 0).then_some(base)).await?;
    let files = attach(cx, &mut tx, &record).await?;
    let percent = record.content.completeness.percent();
    let detail = format!("percent={percent} files={files} retracted={}", going.len());
    cx.keep(tx, &record.header, detail).await?;
    Ok(record)
}

/// Makes attachments of the files that are released for the first time; gives how many.
async fn attach(cx: &Cx, tx: &mut Tx, record: &Record<Submission>) -> Result<usize> {
    let known: Vec<_> = tx.attachments(&record.header.id).await?.into_iter().map(|file| file.id).collect();
    let new: Vec<_> = record.content.files().filter(|given| !known.contains(&given.file)).cloned().collect();
    let count = new.len();
    for given in new {
        tx.add_attachment(&crate::attachment::of(given, &record.header.id, cx)).await?;
    }
    Ok(count)
}

/// What is released, who may read it, which records of earlier rows go, and why.
type Checked<'a> = (Submission, Marking, Vec<&'a Gone>, String);

fn check<'a>(cx: &Cx, mine: &Mine, draft: &ReleaseDraft, gone: &'a [Gone]) -> Result<Checked<'a>, Problems> {
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
    let (going, reason) = super::gone::decide(gone, draft, &mut problems);
    problems.or(marking.map(|marking| (submission(cx, mine, note), marking, going, reason)))
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
        Some(Said::Files(files)) => files.iter().any(|file| text::looks_personal(&file.name)),
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
