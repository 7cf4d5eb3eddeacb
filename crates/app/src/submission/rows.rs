//! Entered once: rows of a released table become records of their own, with the submission and the row as their origin.
//!
//! Refuses to make a second record of a row that comes again, and to undo what was amended by hand since: a row that has
//! not changed changes nothing. A row that makes no sound record is named, and nothing is released before it is settled.

use super::Mine;
use crate::cx::Cx;
use crate::error::Result;
use crate::record;
use model::catalogue::Country;
use model::catalogue::substance::Substance;
use model::detection::{Detection, DetectionDraft};
use model::id::RecordId;
use model::lang::Lang;
use model::legal_act::{Law, LegalAct, LegalActDraft};
use model::marking::MarkingDraft;
use model::names::Names;
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
        if entering.was_released(question, row) {
            continue;
        }
        let key = key(submission, question, row);
        let path = format!("answers.{question}.rows.{place}");
        match becomes {
            Becomes::Detection => entering.detection(tx, &path, key, row).await?,
            Becomes::LegalAct => entering.legal_act(tx, &path, key, row).await?,
        }
    }
    if entering.problems.is_empty() { Ok(()) } else { Err(entering.problems.into()) }
}

impl Entering<'_> {
    /// Whether the row was released before just as it is now.
    fn was_released(&self, question: &str, row: &Row) -> bool {
        let released = self.mine.released.as_ref().and_then(|record| record.content.answer(question));
        matches!(released.and_then(|answer| answer.said.as_ref()), Some(Said::Rows(rows)) if rows.contains(row))
    }

    async fn detection(&mut self, tx: &mut Tx, path: &str, key: String, row: &Row) -> Result<()> {
        let earlier: Option<Record<Detection>> = self.earlier(tx, &key).await?;
        let id = earlier.as_ref().map_or_else(|| self.cx.mint(), |record| record.content.id);
        let draft = detection_draft(&self.country, row);
        match draft.check(id, self.cx.now().day()) {
            Ok(mut detection) => {
                // What was linked by hand stays linked.
                detection.incident = earlier.as_ref().and_then(|record| record.content.incident.clone());
                self.put(tx, earlier, id.into(), key, detection).await
            }
            Err(found) => {
                self.note(path, found, DETECTION);
                Ok(())
            }
        }
    }

    async fn legal_act(&mut self, tx: &mut Tx, path: &str, key: String, row: &Row) -> Result<()> {
        let earlier: Option<Record<LegalAct>> = self.earlier(tx, &key).await?;
        let id = earlier.as_ref().map_or_else(|| self.cx.mint(), |record| record.content.id);
        let draft = legal_act_draft(&self.country, row);
        match draft.check(id, Law { acts: &[], today: self.cx.now().day() }) {
            Ok(act) => {
                let act = match &earlier {
                    // What the questionnaire does not ask stays as it was entered.
                    Some(record) => LegalAct {
                        title_lang: record.content.title_lang.clone(),
                        amends: record.content.amends.clone(),
                        repeals: record.content.repeals.clone(),
                        archived: record.content.archived.clone(),
                        holds_list: record.content.holds_list,
                        complete_as_of: record.content.complete_as_of,
                        unknown: record.content.unknown.clone(),
                        ..act
                    },
                    None => act,
                };
                self.put(tx, earlier, id.into(), key, act).await
            }
            Err(found) => {
                self.note(path, found, LEGAL_ACT);
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

    /// Puts a record, or its next revision; one that was taken back stays taken back.
    async fn put<T: Shared>(
        &self,
        tx: &mut Tx,
        earlier: Option<Record<T>>,
        id: RecordId,
        key: String,
        content: T,
    ) -> Result<()> {
        let source = format!("{} {}", self.header.id, key.split_once(':').map_or("", |(_, row)| row));
        let marking = self.header.marking.clone();
        let (header, base) = match earlier {
            Some(earlier) if earlier.header.state == State::Retracted => return Ok(()),
            Some(earlier) => {
                let base = earlier.header.revision;
                (Header { marking, ..record::next(self.cx, &earlier.header, base)? }, Some(base))
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

/// The columns that become fields of a detection.
const DETECTION: &[(&str, &str)] = &[
    ("written", "substance"),
    ("day", "date"),
    ("laboratory", "laboratory"),
    ("techniques", "method"),
    ("level", "level"),
    ("form", "form"),
    ("context", "context"),
    ("note", "note"),
];

/// The columns that become fields of a legal act.
const LEGAL_ACT: &[(&str, &str)] = &[
    ("title", "title"),
    ("titles.en", "title-en"),
    ("act_kind", "act-kind"),
    ("number", "number"),
    ("issuer", "issuer"),
    ("adopted", "adopted"),
    ("in_force_from", "in-force"),
    ("in_force_to", "in-force"),
    ("address", "address"),
    ("note", "about"),
];

fn typed(row: &Row, column: &str) -> String {
    row.cells.get(column).map_or_else(String::new, |cell| cell.typed().to_owned())
}

fn detection_draft(country: &str, row: &Row) -> DetectionDraft {
    let method = row.value("method");
    let techniques = METHODS.iter().find(|(code, _)| *code == method).map_or(&[][..], |(_, techniques)| techniques);
    let written = typed(row, "substance");
    DetectionDraft {
        unknown: Substance::recognise(&written).is_none(),
        written,
        country: country.to_owned(),
        day: typed(row, "date"),
        laboratory: typed(row, "laboratory"),
        techniques: techniques.iter().map(|code| (*code).to_owned()).collect(),
        level: row.value("level").to_owned(),
        form: row.value("form").to_owned(),
        context: row.value("context").to_owned(),
        note: typed(row, "note"),
        // The contact point has looked at them before the release.
        settled: ["note", "laboratory"].map(|field| format!("personal-data:{field}")).to_vec(),
        lang: String::new(),
        marking: MarkingDraft::default(),
        ..DetectionDraft::default()
    }
}

/// What the methods of the standard questionnaire are made of.
const METHODS: &[(&str, &[&str])] = &[
    ("gc-ms", &["gas-chromatography", "mass-spectrometry"]),
    ("lc-ms", &["liquid-chromatography", "mass-spectrometry"]),
    ("gc-ms-ftir", &["gas-chromatography", "mass-spectrometry", "infrared"]),
    ("nmr-ms", &["nmr", "mass-spectrometry"]),
    ("ftir", &["infrared"]),
    ("raman", &["raman"]),
    ("colour-test", &["colour-test"]),
];

fn legal_act_draft(country: &str, row: &Row) -> LegalActDraft {
    let remarks = [typed(row, "about"), typed(row, "amends")];
    let remarks: Vec<String> = remarks.into_iter().filter(|text| !text.is_empty()).collect();
    LegalActDraft {
        jurisdiction: country.to_owned(),
        title: typed(row, "title"),
        titles: Names::default().with(Lang::En, &typed(row, "title-en")),
        issuer: typed(row, "issuer"),
        number: typed(row, "number"),
        act_kind: row.value("act-kind").to_owned(),
        adopted: typed(row, "adopted"),
        in_force_from: typed(row, "in-force"),
        address: typed(row, "address"),
        note: remarks.join("\n"),
        ..LegalActDraft::default()
    }
}
