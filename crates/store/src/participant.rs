//! Participants: countries and organisations known to this node.

use model::participant::{Participant, ParticipantCode};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::params,
};

const COLUMNS: &str = "SELECT code, names, country FROM participant";

fn read(row: &Row) -> Result<Participant> {
    Ok(Participant { code: code(&row.text(0)?)?, names: crate::json(&row.text(1)?)?, country: row.opt_text(2)? })
}

/// A participant's code as kept.
pub(crate) fn code(text: &str) -> Result<ParticipantCode> {
    ParticipantCode::read("", text).map_err(|problem| Error::damaged(problem.code))
}

impl Conn {
    /// Every participant, by code.
    pub async fn participants(&mut self) -> Result<Vec<Participant>> {
        self.all(format!("{COLUMNS} ORDER BY code"), params![]).await?.iter().map(read).collect()
    }

    /// One participant.
    pub async fn participant(&mut self, code: &ParticipantCode) -> Result<Option<Participant>> {
        let row = self.opt(format!("{COLUMNS} WHERE code = $1"), params![code.as_str()]).await?;
        row.as_ref().map(read).transpose()
    }
}

impl Tx {
    /// Makes a participant or changes its names.
    pub async fn put_participant(&mut self, participant: &Participant) -> Result<()> {
        let sql = "INSERT INTO participant (code, names, country) VALUES ($1, $2, $3) \
                   ON CONFLICT (code) DO UPDATE SET names = excluded.names, country = excluded.country";
        let names = crate::to_json(&participant.names)?;
        self.run(sql, params![participant.code.as_str(), names, participant.country.clone()]).await?;
        Ok(())
    }
}
