//! Attachments: which files belong to which record; the files themselves are kept by [`crate::Files`].
//!
//! Refuses to decide who may see a file: whoever may see its record, and that is asked of the record first.

use model::{
    attachment::{Attachment, AttachmentId},
    id::RecordId,
    time::Moment,
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::params,
};

const COLUMNS: &str = "SELECT id, record, name, media_type, size, sha256, added FROM attachment";

fn read(row: &Row) -> Result<Attachment> {
    Ok(Attachment {
        id: row.text(0)?.parse().map_err(Error::damaged)?,
        record: row.text(1)?.parse().map_err(Error::damaged)?,
        name: row.text(2)?,
        media_type: row.text(3)?,
        size: u64::try_from(row.int(4)?).map_err(Error::damaged)?,
        sha256: row.text(5)?,
        added: Moment(row.int(6)?),
    })
}

impl Conn {
    /// The files of a record, in the order in which they were added.
    pub async fn attachments(&mut self, record: &RecordId) -> Result<Vec<Attachment>> {
        let sql = format!("{COLUMNS} WHERE record = $1 ORDER BY added, id");
        self.all(sql, params![record.as_str()]).await?.iter().map(read).collect()
    }

    /// One file.
    pub async fn attachment(&mut self, id: AttachmentId) -> Result<Option<Attachment>> {
        let row = self.opt(format!("{COLUMNS} WHERE id = $1"), params![id.to_string()]).await?;
        row.as_ref().map(read).transpose()
    }
}

impl Tx {
    /// Adds a file that is kept already to a record that is kept already.
    pub async fn add_attachment(&mut self, attachment: &Attachment) -> Result<()> {
        let sql = "INSERT INTO attachment (id, record, name, media_type, size, sha256, added) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let size = i64::try_from(attachment.size).map_err(Error::damaged)?;
        let values = params![
            attachment.id.to_string(),
            attachment.record.as_str(),
            &attachment.name,
            &attachment.media_type,
            size,
            &attachment.sha256,
            attachment.added.0,
        ];
        self.run(sql, values).await?;
        Ok(())
    }
}
