//! Tokens: keys of agencies' software.
//!
//! Refuses to keep the secret: only its SHA-256.

use model::{
    agency::AgencyId,
    time::Moment,
    token::{Token, TokenId, TokenScope},
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::params,
};

const COLUMNS: &str = "SELECT id, name, member, agency, scopes, created, expires, used, revoked FROM token";

fn read(row: &Row) -> Result<Token> {
    let scopes = row.text(4)?;
    Ok(Token {
        id: row.text(0)?.parse().map_err(Error::damaged)?,
        name: row.text(1)?,
        member: row.text(2)?.parse().map_err(Error::damaged)?,
        agency: row.text(3)?.parse().map_err(Error::damaged)?,
        scopes: scopes.split_whitespace().map(|scope| crate::code(TokenScope::parse, scope)).collect::<Result<_>>()?,
        created: Moment(row.int(5)?),
        expires: Moment(row.int(6)?),
        used: row.opt_int(7)?.map(Moment),
        revoked: row.opt_int(8)?.map(Moment),
    })
}

impl Conn {
    /// The token of a secret's SHA-256; whether it still holds is the caller's to ask.
    pub async fn token_by_key(&mut self, sha256: &str) -> Result<Option<Token>> {
        let row = self.opt(format!("{COLUMNS} WHERE secret = $1"), params![sha256]).await?;
        row.as_ref().map(read).transpose()
    }

    /// The tokens of an agency, latest first.
    pub async fn tokens_of(&mut self, agency: AgencyId) -> Result<Vec<Token>> {
        let sql = format!("{COLUMNS} WHERE agency = $1 ORDER BY created DESC, id");
        self.all(sql, params![agency.to_string()]).await?.iter().map(read).collect()
    }
}

impl Tx {
    /// Makes a token; `sha256` is that of its secret.
    pub async fn add_token(&mut self, token: &Token, sha256: &str) -> Result<()> {
        let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.code()).collect();
        let sql = "INSERT INTO token (id, secret, name, member, agency, scopes, created, expires, used, revoked) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        let values = params![
            token.id.to_string(),
            sha256,
            &token.name,
            token.member.to_string(),
            token.agency.to_string(),
            scopes.join(" "),
            token.created.0,
            token.expires.0,
            token.used.map(|at| at.0),
            token.revoked.map(|at| at.0),
        ];
        self.run(sql, values).await?;
        Ok(())
    }

    /// Notes that a token was used.
    pub async fn touch_token(&mut self, id: TokenId, used: Moment) -> Result<()> {
        self.run("UPDATE token SET used = $2 WHERE id = $1", params![id.to_string(), used.0]).await?;
        Ok(())
    }

    /// Revokes a token for good; one revoked before keeps its moment.
    pub async fn revoke_token(&mut self, id: TokenId, at: Moment) -> Result<()> {
        let sql = "UPDATE token SET revoked = $2 WHERE id = $1 AND revoked IS NULL";
        self.run(sql, params![id.to_string(), at.0]).await?;
        Ok(())
    }
}
