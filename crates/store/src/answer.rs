//! Answers on their way to being released, and reminders to release them.
//!
//! Refuses to hand out one participant's answers with another's: they are asked for by participant, and who may ask is
//! the verb's to know. Refuses to overwrite: a revision is kept once.

use std::collections::HashMap;

use model::{
    member::Role,
    participant::ParticipantCode,
    questionnaire::{QuestionKind, QuestionnaireId},
    submission::{Answer, Answers},
    time::Moment,
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::params,
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

    /// Who was reminded to release its answers, and when for the last time.
    pub async fn reminders(&mut self, id: QuestionnaireId) -> Result<HashMap<ParticipantCode, Moment>> {
        let sql = "SELECT participant, reminded FROM reminder WHERE questionnaire = $1";
        let read = |row: &Row| Ok((crate::participant::code(&row.text(0)?)?, Moment(row.int(1)?)));
        self.all(sql, params![id.to_string()]).await?.iter().map(read).collect()
    }
}

impl Tx {
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
