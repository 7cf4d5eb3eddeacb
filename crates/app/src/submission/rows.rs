//! Entered once: rows of a released table become records of their own, with the submission and the row as their origin.
//!
//! Refuses to make a second record of a row that comes again, and to undo what was amended by hand since: what has not
//! changed in a row changes nothing in its record. A row that makes no sound record is named, and nothing is released
//! before it is settled.

mod draft;

use super::Mine;
use crate::cx::Cx;
use crate::error::Result;
use crate::record;
use draft::{DETECTION, LEGAL_ACT, detection_draft, legal_act_draft, overlay};
use model::catalogue::Country;
use model::detection::{Detection, DetectionDraft};
use model::id::RecordId;
use model::legal_act::{Law, LegalAct, LegalActDraft};
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::problem::{Problem, Problems};
use model::questionnaire::{Becomes, Questionnaire};
use model::record::{Header, Provenance, Record, Shared, State};
use model::submission::{Row, Said, Submission};
use store::Tx;

/// What makes a row the same row when it is released again.
pub(super) fn key(submission: &Submission, question: &str, row: &Row) -> String {
    format!("{}:{question}:{}", submission.questionnaire, row.id)
}

/// The rows of a submission that become records: question, what they become, place, row.
pub(super) fn becoming<'a>(
    questionnaire: &'a Questionnaire,
    submission: &'a Submission,
) -> impl Iterator<Item = (&'a str, Becomes, usize, &'a Row)> {
    submission.answers.iter().flat_map(|answer| {
        let becomes = questionnaire.question(&answer.question).and_then(|question| question.becomes);
        let rows: &[Row] = match (&answer.said, becomes) {
            (Some(Said::Rows(rows)), Some(_)) => rows,
            _ => &[],
        };
        let becomes = becomes.unwrap_or(Becomes::LegalAct);
        rows.iter().enumerate().map(move |(place, row)| (answer.question.as_str(), becomes, place, row))
    })
}

/// One release of rows.
struct Entering<'a> {
    cx: &'a Cx,
    mine: &'a Mine,
    operation: &'a Operation,
    header: &'a Header,
    country: String,
    problems: Problems,
}

/// Makes records of the rows of a release, or new revisions of those that were made before and have changed.
pub(crate) async fn enter(cx: &Cx, tx: &mut Tx, mine: &Mine, header: &Header, submission: &Submission) -> Result<()> {
    let (questionnaire, operation) = (&mine.found.record.content, mine.found.seen.operation());
    let participant = tx.participant(&header.owner).await?;
    let country = participant.and_then(|participant| participant.country).unwrap_or_default();
    if Country::by_code(&country).is_none() {
        return Ok(());
    }
    let mut entering = Entering { cx, mine, operation, header, country, problems: Problems::none() };
    for (question, becomes, place, row) in becoming(questionnaire, submission) {
        let before = entering.before(question, row).cloned();
        if before.as_ref() == Some(row) {
            continue;
        }
        let key = key(submission, question, row);
        let path = format!("answers.{question}.rows.{place}");
        let line = Line { path: &path, key, row, before: before.as_ref() };
        match becomes {
            Becomes::Detection => entering.detection(tx, line).await?,
            Becomes::LegalAct => entering.legal_act(tx, line).await?,
        }
    }
    if entering.problems.is_empty() { Ok(()) } else { Err(entering.problems.into()) }
}

/// A row on its way into a record.
struct Line<'a> {
    path: &'a str,
    key: String,
    row: &'a Row,
    /// The row as it was released before.
    before: Option<&'a Row>,
}

impl Entering<'_> {
    /// The row as it was released before.
    fn before(&self, question: &str, row: &Row) -> Option<&Row> {
        let released = self.mine.released.as_ref().and_then(|record| record.content.answer(question));
        let rows = released.and_then(|answer| answer.said.as_ref()).map_or(&[][..], Said::rows);
        rows.iter().find(|before| before.id == row.id)
    }

    async fn detection(&mut self, tx: &mut Tx, line: Line<'_>) -> Result<()> {
        let earlier: Option<Record<Detection>> = self.earlier(tx, &line.key).await?;
        let id = earlier.as_ref().map_or_else(|| self.cx.mint(), |record| record.content.id);
        let mut draft = detection_draft(&self.country, line.row);
        if let Some((record, before)) = earlier.as_ref().zip(line.before) {
            let before = detection_draft(&self.country, before);
            let renamed = draft.written != before.written;
            let unknown = draft.unknown;
            draft = overlay(
                &DetectionDraft { settled: before.settled.clone(), ..DetectionDraft::of(&record.content) },
                &before,
                draft,
            );
            // Another name is recognised anew.
            if renamed {
                draft.substance.clear();
                draft.unknown = unknown;
            }
        }
        match draft.check(id, self.cx.now().day()) {
            Ok(mut detection) => {
                // What was linked by hand stays linked.
                detection.incident = earlier.as_ref().and_then(|record| record.content.incident.clone());
                self.put(tx, earlier, id.into(), &line, detection).await
            }
            Err(found) => {
                self.note(line.path, found, DETECTION);
                Ok(())
            }
        }
    }

    async fn legal_act(&mut self, tx: &mut Tx, line: Line<'_>) -> Result<()> {
        let earlier: Option<Record<LegalAct>> = self.earlier(tx, &line.key).await?;
        let id = earlier.as_ref().map_or_else(|| self.cx.mint(), |record| record.content.id);
        let mut draft = legal_act_draft(&self.country, line.row);
        if let Some((record, before)) = earlier.as_ref().zip(line.before) {
            let own = LegalActDraft::of(&record.content);
            // Links and the kept text are put back as they are, below.
            let (amends, repeals) = (Vec::new(), Vec::new());
            let [archived_text, archived_file, archived_sha256] = [(); 3].map(|()| String::new());
            let own = LegalActDraft { amends, repeals, archived_text, archived_file, archived_sha256, ..own };
            draft = overlay(&own, &legal_act_draft(&self.country, before), draft);
        }
        match draft.check(id, Law { acts: &[], today: self.cx.now().day() }) {
            Ok(act) => {
                let act = match &earlier {
                    Some(record) => LegalAct {
                        amends: record.content.amends.clone(),
                        repeals: record.content.repeals.clone(),
                        archived: record.content.archived.clone(),
                        ..act
                    },
                    None => act,
                };
                self.put(tx, earlier, id.into(), &line, act).await
            }
            Err(found) => {
                self.note(line.path, found, LEGAL_ACT);
                Ok(())
            }
        }
    }

    /// The record that was made of the same row before.
    async fn earlier<T: Shared>(&self, tx: &mut Tx, key: &str) -> Result<Option<Record<T>>> {
        let owned: (ParticipantCode, String) = (self.header.owner.clone(), key.to_owned());
        let known = tx.known_keys(self.operation.id, std::slice::from_ref(&owned)).await?;
        match known.get(&owned) {
            Some(id) => Ok(tx.shared(&self.mine.found.seen.reader, id).await?),
            None => Ok(None),
        }
    }

    /// Puts a record, or its next revision. One that was taken back by hand stays taken back while its row is said on;
    /// a row that was left out of a release and is said again brings its record back.
    async fn put<T: Shared>(
        &self,
        tx: &mut Tx,
        earlier: Option<Record<T>>,
        id: RecordId,
        line: &Line<'_>,
        content: T,
    ) -> Result<()> {
        let key = line.key.clone();
        let source = format!("{} {}", self.header.id, key.split_once(':').map_or("", |(_, row)| row));
        let marking = self.header.marking.clone();
        let (header, base) = match earlier {
            Some(earlier) if earlier.header.state == State::Retracted && line.before.is_some() => return Ok(()),
            Some(earlier) => {
                let base = earlier.header.revision;
                let next = record::next(self.cx, &earlier.header, base)?;
                let is_back = earlier.header.state == State::Retracted;
                let state = if is_back { State::Submitted } else { next.state };
                let reason = if is_back { String::new() } else { next.reason.clone() };
                (Header { marking, state, reason, ..next }, Some(base))
            }
            None => {
                let provenance = Provenance { source, key, ..self.header.provenance.clone() };
                let own = Header { id, kind: T::KIND, revision: 1, provenance, marking, ..self.header.clone() };
                (Header { created: self.header.changed, ..own }, None)
            }
        };
        Ok(tx.put_shared(&mut Record { header, content }, base).await?)
    }

    /// Notes what is wrong with a row under the column in which it was typed.
    fn note(&mut self, path: &str, found: Problems, columns: &[(&str, &str)]) {
        for problem in found.0 {
            let column = columns.iter().find(|(field, _)| *field == problem.field).map_or("", |(_, column)| column);
            let field = if column.is_empty() { path.to_owned() } else { format!("{path}.cells.{column}") };
            self.problems.add(Problem { field, ..problem });
        }
    }
}
