//! Members: accounts, with the hash that lets them in.
//!
//! Refuses to keep a password: only the hash that `app` made of it.

use model::{
    lang::Lang,
    member::{Member, MemberId, Role},
    time::Moment,
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::{Value, params},
};

const COLUMNS: &str = "SELECT m.id, m.login, m.role, m.agency, a.participant, m.lang, m.disabled, m.created, m.password \
                       FROM member m JOIN agency a ON a.id = m.agency";

pub(crate) fn read(row: &Row) -> Result<Member> {
    Ok(Member {
        id: row.text(0)?.parse().map_err(Error::damaged)?,
        login: row.text(1)?,
        role: crate::code(Role::parse, &row.text(2)?)?,
        agency: row.text(3)?.parse().map_err(Error::damaged)?,
        participant: crate::participant::code(&row.text(4)?)?,
        lang: crate::code(Lang::parse, &row.text(5)?)?,
        disabled: row.opt_int(6)?.map(Moment),
        created: Moment(row.int(7)?),
    })
}

impl Conn {
    /// Every account, by login.
    pub async fn members(&mut self) -> Result<Vec<Member>> {
        self.all(format!("{COLUMNS} ORDER BY m.login"), params![]).await?.iter().map(read).collect()
    }

    /// One account.
    pub async fn member(&mut self, id: MemberId) -> Result<Option<Member>> {
        let row = self.opt(format!("{COLUMNS} WHERE m.id = $1"), params![id.to_string()]).await?;
        row.as_ref().map(read).transpose()
    }

    /// The account of a login, with the hash of its password (PHC string).
    pub async fn member_by_login(&mut self, login: &str) -> Result<Option<(Member, String)>> {
        let row = self.opt(format!("{COLUMNS} WHERE m.login = $1"), params![login]).await?;
        row.map(|row| Ok((read(&row)?, row.text(8)?))).transpose()
    }
}

impl Tx {
    /// Makes an account; `Taken` where the login is in use.
    pub async fn add_member(&mut self, member: &Member, password_hash: &str) -> Result<()> {
        let sql = "INSERT INTO member (id, login, role, agency, lang, password, disabled, created) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let values = params![
            member.id.to_string(),
            &member.login,
            member.role.code(),
            member.agency.to_string(),
            member.lang.tag(),
            password_hash,
            member.disabled.map(|at| at.0),
            member.created.0,
        ];
        self.run(sql, values).await?;
        Ok(())
    }

    /// Sets the hash of a new password.
    pub async fn set_password(&mut self, id: MemberId, password_hash: &str) -> Result<()> {
        self.set_member(id, "password", Value::from(password_hash)).await
    }

    /// Shuts an account out from a moment on, or lets it in again.
    pub async fn set_disabled(&mut self, id: MemberId, since: Option<Moment>) -> Result<()> {
        self.set_member(id, "disabled", Value::from(since.map(|at| at.0))).await
    }

    /// Sets the language of an account's pages.
    pub async fn set_lang(&mut self, id: MemberId, lang: Lang) -> Result<()> {
        self.set_member(id, "lang", Value::from(lang.tag())).await
    }

    async fn set_member(&mut self, id: MemberId, column: &'static str, value: Value) -> Result<()> {
        let sql = format!("UPDATE member SET {column} = $2 WHERE id = $1");
        let touched = self.run(sql, vec![Value::from(id.to_string()), value]).await?;
        if touched == 0 { Err(Error::NotFound(id.to_string())) } else { Ok(()) }
    }
}
