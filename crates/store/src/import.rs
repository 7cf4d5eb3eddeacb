//! Imports: which files were read into an operation, and what became of the rows that need a person.
//!
//! Refuses to keep accepted rows twice: they are records, found by their provenance key.

use model::{
    import::{Import, ImportId, RowNote, RowVerdict},
    operation::OperationId,
    time::Moment,
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    tx::Tx,
    value::params,
};

const COLUMNS: &str = "SELECT id, operation, file, sha256, mapping, at, read, accepted, held, refused, known, reasons \
                       FROM import_run";

fn read(row: &Row) -> Result<Import> {
    let count = |index: usize| u64::try_from(row.int(index)?).map_err(Error::damaged);
    Ok(Import {
        id: row.text(0)?.parse().map_err(Error::damaged)?,
        operation: row.text(1)?.parse().map_err(Error::damaged)?,
        file: row.text(2)?,
        sha256: row.text(3)?,
        mapping: row.text(4)?,
        at: Moment(row.int(5)?),
        rows: count(6)?,
        accepted: count(7)?,
        held: count(8)?,
        refused: count(9)?,
        known: count(10)?,
        reasons: crate::json(&row.text(11)?)?,
    })
}

fn whole(count: u64) -> Result<i64> {
    i64::try_from(count).map_err(Error::damaged)
}

impl Conn {
    /// The imports of an operation, latest first.
    pub async fn imports(&mut self, operation: OperationId) -> Result<Vec<Import>> {
        let sql = format!("{COLUMNS} WHERE operation = $1 ORDER BY at DESC, id");
        self.all(sql, params![operation.to_string()]).await?.iter().map(read).collect()
    }

    /// One import.
    pub async fn import(&mut self, id: ImportId) -> Result<Option<Import>> {
        let row = self.opt(format!("{COLUMNS} WHERE id = $1"), params![id.to_string()]).await?;
        row.as_ref().map(read).transpose()
    }

    /// The first notes of an import, in the order of its rows.
    pub async fn import_notes(&mut self, id: ImportId, limit: u32) -> Result<Vec<RowNote>> {
        let sql = "SELECT sheet_row, verdict, problems FROM import_row WHERE import = $1 ORDER BY place LIMIT $2";
        let rows = self.all(sql, params![id.to_string(), limit]).await?;
        rows.iter()
            .map(|row| {
                Ok(RowNote {
                    row: u64::try_from(row.int(0)?).map_err(Error::damaged)?,
                    verdict: crate::code(RowVerdict::parse, &row.text(1)?)?,
                    problems: crate::json(&row.text(2)?)?,
                })
            })
            .collect()
    }
}

impl Tx {
    /// Keeps what became of a file and of the rows that need a person.
    pub async fn add_import(&mut self, import: &Import, notes: &[RowNote]) -> Result<()> {
        let sql = "INSERT INTO import_run \
                   (id, operation, file, sha256, mapping, at, read, accepted, held, refused, known, reasons) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
        let values = params![
            import.id.to_string(),
            import.operation.to_string(),
            &import.file,
            &import.sha256,
            &import.mapping,
            import.at.0,
            whole(import.rows)?,
            whole(import.accepted)?,
            whole(import.held)?,
            whole(import.refused)?,
            whole(import.known)?,
            crate::to_json(&import.reasons)?,
        ];
        self.run(sql, values).await?;
        let id = import.id.to_string();
        let note = |(place, note): (i64, &RowNote)| {
            Ok(params![&id, place, whole(note.row)?, note.verdict.code(), crate::to_json(&note.problems)?])
        };
        let rows = (0_i64..).zip(notes).map(note).collect::<Result<_>>()?;
        self.insert_all("import_row", "import, place, sheet_row, verdict, problems", rows).await
    }
}
