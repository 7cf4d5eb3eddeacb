//! Answers on their way to being released, the files among them, and reminders to release them.
//!
//! Refuses to hand out one participant's answers with another's: they are asked for by participant, and who may ask is
//! the verb's to know. Refuses to overwrite: a revision is kept once.

use std::collections::HashMap;

use model::{
    attachment::AttachmentId,
    member::Role,
    participant::ParticipantCode,
    questionnaire::{QuestionKind, QuestionnaireId},
    submission::{Answer, Answers, Given},
    time::Moment,
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::{Sql, params},
};

const COLUMNS: &str = "questionnaire, participant, question, kind, revision, version, value, agency, role, changed";

fn read(row: &Row) -> Result<Answer> {
    Ok(Answer {
        question: row.text(0)?,
        kind: crate::code(QuestionKind::parse, &row.text(1)?)?,
        revision: u32::try_from(row.int(2)?).map_err(Error::damaged)?,
        version: u32::try_from(row.int(3)?).map_err(Error::damaged)?,
        said: row.opt_text(4)?.map(|text| crate::json(&text)).transpose()?,
        agency: row.text(5)?.parse().map_err(Error::damaged)?,
        role: crate::code(Role::parse, &row.text(6)?)?,
        changed: Moment(row.int(7)?),
    })
}

impl Conn {
    /// Everything a participant has answered to a questionnaire, every revision, oldest first.
    pub async fn answers(&mut self, id: QuestionnaireId, participant: &ParticipantCode) -> Result<Answers> {
        let sql = "SELECT question, kind, revision, version, value, agency, role, changed FROM answer \
                   WHERE questionnaire = $1 AND participant = $2 ORDER BY question, kind, revision";
        let rows = self.all(sql, params![id.to_string(), participant.as_str()]).await?;
        Ok(Answers(rows.iter().map(read).collect::<Result<_>>()?))
    }

    /// Whether anybody has answered this version of a questionnaire.
    pub async fn is_answered(&mut self, id: QuestionnaireId, version: u32) -> Result<bool> {
        let sql = "SELECT 1 FROM answer WHERE questionnaire = $1 AND version = $2 LIMIT 1";
        Ok(self.opt(sql, params![id.to_string(), version]).await?.is_some())
    }

    /// The same to each of several questionnaires.
    pub async fn answers_to(
        &mut self,
        ids: &[QuestionnaireId],
        participant: &ParticipantCode,
    ) -> Result<HashMap<QuestionnaireId, Answers>> {
        let mut all: HashMap<QuestionnaireId, Answers> = HashMap::new();
        if ids.is_empty() {
            return Ok(all);
        }
        let mut sql = Sql::new(
            "SELECT question, kind, revision, version, value, agency, role, changed, questionnaire FROM answer",
        );
        sql.bind(" WHERE participant = ?", params![participant.as_str()]);
        sql.and_any("questionnaire", ids.iter().map(ToString::to_string));
        sql.push(" ORDER BY questionnaire, question, kind, revision");
        for row in self.rows(sql).await? {
            all.entry(row.text(8)?.parse().map_err(Error::damaged)?).or_default().0.push(read(&row)?);
        }
        Ok(all)
    }

    /// When a participant was reminded for the last time, by questionnaire.
    pub async fn reminders_of(&mut self, participant: &ParticipantCode) -> Result<HashMap<QuestionnaireId, Moment>> {
        let sql = "SELECT questionnaire, reminded FROM reminder WHERE participant = $1";
        let read = |row: &Row| Ok((row.text(0)?.parse().map_err(Error::damaged)?, Moment(row.int(1)?)));
        self.all(sql, params![participant.as_str()]).await?.iter().map(read).collect()
    }

    /// A file that came in as an answer, with the questionnaire and whose answer it was.
    pub async fn answer_file(&mut self, id: AttachmentId) -> Result<Option<AnswerFile>> {
        let sql =
            "SELECT questionnaire, participant, name, media_type, size, sha256, added FROM answer_file WHERE id = $1";
        let Some(row) = self.opt(sql, params![id.to_string()]).await? else { return Ok(None) };
        let given = Given {
            file: id,
            name: row.text(2)?,
            media_type: row.text(3)?,
            size: u64::try_from(row.int(4)?).map_err(Error::damaged)?,
            sha256: row.text(5)?,
        };
        Ok(Some(AnswerFile {
            questionnaire: row.text(0)?.parse().map_err(Error::damaged)?,
            participant: crate::participant::code(&row.text(1)?)?,
            given,
            added: Moment(row.int(6)?),
        }))
    }

    /// Who was reminded to release its answers, and when for the last time.
    pub async fn reminders(&mut self, id: QuestionnaireId) -> Result<HashMap<ParticipantCode, Moment>> {
        let sql = "SELECT participant, reminded FROM reminder WHERE questionnaire = $1";
        let read = |row: &Row| Ok((crate::participant::code(&row.text(0)?)?, Moment(row.int(1)?)));
        self.all(sql, params![id.to_string()]).await?.iter().map(read).collect()
    }
}

/// A file that came in as an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFile {
    /// The questionnaire it answers.
    pub questionnaire: QuestionnaireId,
    /// Whose answer it is.
    pub participant: ParticipantCode,
    /// The file.
    pub given: Given,
    /// When it came in.
    pub added: Moment,
}

impl Tx {
    /// Writes down a file that is kept already and came in as an answer.
    pub async fn add_answer_file(&mut self, file: &AnswerFile) -> Result<()> {
        let sql = "INSERT INTO answer_file (id, questionnaire, participant, name, media_type, size, sha256, added) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let values = params![
            file.given.file.to_string(),
            file.questionnaire.to_string(),
            file.participant.as_str(),
            &file.given.name,
            &file.given.media_type,
            i64::try_from(file.given.size).map_err(Error::damaged)?,
            &file.given.sha256,
            file.added.0,
        ];
        self.run(sql, values).await?;
        Ok(())
    }

    /// Keeps new revisions of a participant's answers.
    pub async fn add_answers(
        &mut self,
        id: QuestionnaireId,
        participant: &ParticipantCode,
        answers: &[Answer],
    ) -> Result<()> {
        let mut rows = Vec::with_capacity(answers.len());
        for answer in answers {
            let said = answer.said.as_ref().map(crate::to_json).transpose()?;
            rows.push(params![
                id.to_string(),
                participant.as_str(),
                &answer.question,
                answer.kind.code(),
                answer.revision,
                answer.version,
                said,
                answer.agency.to_string(),
                answer.role.code(),
                answer.changed.0,
            ]);
        }
        self.insert_all("answer", COLUMNS, rows).await
    }

    /// Writes down that a participant was reminded now.
    pub async fn put_reminder(&mut self, id: QuestionnaireId, participant: &ParticipantCode, at: Moment) -> Result<()> {
        let sql = "INSERT INTO reminder (questionnaire, participant, reminded) VALUES ($1, $2, $3) \
                   ON CONFLICT (questionnaire, participant) DO UPDATE SET reminded = excluded.reminded";
        self.run(sql, params![id.to_string(), participant.as_str(), at.0]).await?;
        Ok(())
    }
}
