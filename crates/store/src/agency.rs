//! Agencies: the services of participants, with their contact points.

use model::{
    agency::{Agency, AgencyId, AgencyKind},
    participant::ParticipantCode,
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::params,
};

const COLUMNS: &str = "SELECT id, participant, kind, names, contact FROM agency";

fn read(row: &Row) -> Result<Agency> {
    Ok(Agency {
        id: row.text(0)?.parse().map_err(Error::damaged)?,
        participant: crate::participant::code(&row.text(1)?)?,
        kind: crate::code(AgencyKind::parse, &row.text(2)?)?,
        names: crate::json(&row.text(3)?)?,
        contact: crate::json(&row.text(4)?)?,
    })
}

impl Conn {
    /// Every agency, by participant.
    pub async fn agencies(&mut self) -> Result<Vec<Agency>> {
        self.all(format!("{COLUMNS} ORDER BY participant, id"), params![]).await?.iter().map(read).collect()
    }

    /// The agencies of one participant.
    pub async fn agencies_of(&mut self, participant: &ParticipantCode) -> Result<Vec<Agency>> {
        let sql = format!("{COLUMNS} WHERE participant = $1 ORDER BY id");
        self.all(sql, params![participant.as_str()]).await?.iter().map(read).collect()
    }

    /// One agency.
    pub async fn agency(&mut self, id: AgencyId) -> Result<Option<Agency>> {
        let row = self.opt(format!("{COLUMNS} WHERE id = $1"), params![id.to_string()]).await?;
        row.as_ref().map(read).transpose()
    }
}

impl Tx {
    /// Makes an agency or changes what is said of it; it never moves to another participant.
    pub async fn put_agency(&mut self, agency: &Agency) -> Result<()> {
        let sql = "INSERT INTO agency (id, participant, kind, names, contact) VALUES ($1, $2, $3, $4, $5) \
                   ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, names = excluded.names, contact = excluded.contact";
        let (names, contact) = (crate::to_json(&agency.names)?, crate::to_json(&agency.contact)?);
        let id = agency.id.to_string();
        self.run(sql, params![id, agency.participant.as_str(), agency.kind.code(), names, contact]).await?;
        Ok(())
    }
}
