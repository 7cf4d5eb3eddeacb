//! Answers are kept as they are typed, each for itself; files with them.
//!
//! Refuses to keep what has a problem and to overwrite what a colleague has answered meanwhile; everything else that was
//! sent with it is kept.

use super::{Mine, find_mine, must_take_answers};
use crate::attachment::base_name;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::must_be_open;
use model::id::RecordId;
use model::problem::{Problem, Problems};
use model::questionnaire::{Question, QuestionKind};
use model::stage::Work;
use model::submission::{Answer, AnswerDraft, AnswersDraft, Conflict, FILES, Said, Submission, SubmissionId};
use std::collections::BTreeMap;
use store::{AnswerFile, Conn};

/// What became of answers.
#[derive(Debug, Clone, Default)]
pub struct Saved {
    /// The questions whose answers were kept.
    pub kept: Vec<String>,
    /// Where a colleague was faster, by question.
    pub conflicts: BTreeMap<String, Conflict>,
    /// What could not be read; the fields are those of the draft.
    pub problems: Problems,
    /// The version of the questionnaire that a workbook was made for, where another one is asked now.
    pub older: Option<u32>,
}

impl Saved {
    /// Whether all of it was kept.
    pub fn is_whole(&self) -> bool {
        self.conflicts.is_empty() && self.problems.is_empty()
    }
}

/// A file that was chosen for a question.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// The key of the question.
    pub question: String,
    /// Its name as given.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Keeps answers of the caller's participant.
pub async fn save(cx: &Cx, id: &RecordId, draft: &AnswersDraft) -> Result<Saved> {
    save_with(cx, id, draft, Vec::new()).await
}

/// Keeps answers of the caller's participant, and files with them.
///
/// Problems of files on `answers.KEY.files`: those of [`crate::attachment::add`], `too-many`.
pub async fn save_with(cx: &Cx, id: &RecordId, draft: &AnswersDraft, files: Vec<NewFile>) -> Result<Saved> {
    let mut draft = draft.clone();
    let problems = if files.is_empty() { Problems::none() } else { take_files(cx, id, &mut draft, files).await? };
    let mut tx = cx.begin("submission.save").await?;
    let mine = find_open(cx, &mut tx, id).await?;
    let mut saving = Saving { cx, mine: &mine, saved: Saved { problems, ..Saved::default() }, answers: Vec::new() };
    for (key, typed) in &draft.answers {
        saving.answer(key, typed);
    }
    let Saving { saved, answers, .. } = saving;
    if answers.is_empty() {
        tx.undo().await?;
        return Ok(saved);
    }
    let (asked, participant) = (mine.found.record.content.id, &mine.found.seen.reader.participant);
    for given in draft.answers.values().flat_map(|typed| &typed.files) {
        if answers.iter().filter_map(|answer| answer.said.as_ref()).any(|said| said.files().contains(given)) {
            let (participant, given) = (participant.clone(), given.clone());
            tx.add_answer_file(&AnswerFile { questionnaire: asked, participant, given, added: cx.now() }).await?;
        }
    }
    tx.add_answers(asked, participant, &answers).await?;
    cx.keep_plain(tx, format!("questionnaire={asked} answers={}", answers.len())).await?;
    Ok(saved)
}

async fn find_open(cx: &Cx, conn: &mut Conn, id: &RecordId) -> Result<Mine> {
    let mine = find_mine(cx, conn, id).await?;
    must_be_open(cx, mine.found.seen.operation(), Work::Contribute)?;
    must_take_answers(&mine.found.record.content)?;
    Ok(mine)
}

/// Puts files into the folder before the write, each into the answer it was chosen for; gives what is wrong with the others.
async fn take_files(cx: &Cx, id: &RecordId, draft: &mut AnswersDraft, files: Vec<NewFile>) -> Result<Problems> {
    let mut view = cx.app.store().read().await?;
    let mine = find_open(cx, &mut view, id).await?;
    drop(view);
    let mut problems = Problems::none();
    for file in files {
        let path = format!("answers.{}", file.question);
        let question = mine.found.record.content.question(&file.question);
        let standing = question.map_or(0, |question| mine.answers.latest(question).map_or(0, files_of));
        let typed = draft.answers.entry(file.question.clone()).or_default();
        if question.is_none_or(|question| question.kind != QuestionKind::File) {
            let gone = Problem::new("", "question-gone").with("key", &file.question);
            problems.add(gone.with("text", base_name(&file.name)));
        } else if standing.saturating_sub(typed.drop.len()) + typed.files.len() >= FILES {
            problems.add(Problem::new(format!("{path}.files"), "too-many").with("limit", FILES));
        } else {
            match crate::attachment::keep(cx, &file.name, file.bytes).await {
                Ok(given) => typed.files.push(given),
                Err(Error::Invalid(found)) => found.0.into_iter().for_each(|one| problems.add(one.inside(&path))),
                Err(error) => return Err(error),
            }
        }
    }
    Ok(problems)
}

fn files_of(answer: &Answer) -> usize {
    answer.said.as_ref().map_or(0, |said| said.files().len())
}

/// Answers on their way in.
struct Saving<'a> {
    cx: &'a Cx,
    mine: &'a Mine,
    saved: Saved,
    answers: Vec<Answer>,
}

impl Saving<'_> {
    fn answer(&mut self, key: &str, typed: &AnswerDraft) {
        let Some(question) = self.mine.found.record.content.question(key) else { return self.gone(key, typed) };
        let path = format!("answers.{key}");
        let latest = self.mine.answers.latest(question);
        let earlier = latest.and_then(|answer| answer.said.as_ref());
        let said = match typed.read(question, earlier, &mut || row_id(self.cx.mint())) {
            Ok(said) => said,
            Err(found) => {
                found.0.into_iter().for_each(|problem| self.saved.problems.add(problem.inside(&path)));
                return;
            }
        };
        let base = match question.kind {
            // Files are added and taken out one by one, whatever a colleague did with the others meanwhile.
            QuestionKind::File => self.mine.answers.revision(question),
            _ => typed.base.trim().parse().unwrap_or_default(),
        };
        match self.mine.answers.weigh(question, base, said.as_ref()) {
            Ok(true) => self.keep(question, said),
            // Nothing changed but that somebody has looked, after the question had changed.
            Ok(false) if typed.holds && said.is_some() && said.as_ref() == earlier => {
                if latest.is_some_and(|answer| answer.version < self.mine.found.record.content.version) {
                    self.keep(question, said);
                }
            }
            Ok(false) => {}
            Err(conflict) => {
                self.saved.conflicts.insert(key.to_owned(), *conflict);
            }
        }
    }

    fn keep(&mut self, question: &Question, said: Option<Said>) {
        self.saved.kept.push(question.key.clone());
        self.answers.push(Answer {
            question: question.key.clone(),
            kind: question.kind,
            said,
            revision: self.mine.answers.revision(question) + 1,
            version: self.mine.found.record.content.version,
            agency: self.cx.agency(),
            role: self.cx.role(),
            changed: self.cx.now(),
        });
    }

    /// What was typed to a question that is not asked any more is said back.
    fn gone(&mut self, key: &str, typed: &AnswerDraft) {
        let written: Vec<&str> = std::iter::once(typed.value.as_str())
            .chain(typed.values.iter().map(String::as_str))
            .chain(typed.rows.iter().flat_map(|row| row.cells.values()).map(String::as_str))
            .filter(|text| !text.trim().is_empty())
            .collect();
        if !written.is_empty() {
            let gone = Problem::new("", "question-gone").with("key", key).with("text", written.join(" | "));
            self.saved.problems.add(gone);
        }
    }
}

/// The identifier of a new row.
pub(crate) fn row_id(id: SubmissionId) -> String {
    let prefix = <Submission as model::id::Noun>::PREFIX;
    id.to_string().trim_start_matches(prefix).trim_start_matches('_').to_owned()
}
