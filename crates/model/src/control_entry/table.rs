//! The cells of a table of entries: columns and rows as they stand in a comma- or semicolon-separated text.
//!
//! Refuses to say what a column means; whoever sends the table does.

use crate::problem::Problem;

/// The most bytes and rows of a table.
const MOST_BYTES: usize = 2_000_000;
const MOST_ROWS: usize = 5000;

/// A table as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    /// Heads of its columns.
    pub columns: Vec<String>,
    /// Its rows; a row may be shorter than the head.
    pub rows: Vec<Vec<String>>,
}

impl Cells {
    /// Reads a text whose first line holds the heads.
    ///
    /// Problems on field `table`: `table-empty`, `file-too-large`, `file-too-many-rows`, `file-unreadable`.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let problem = |code| Problem::new("table", code);
        if text.len() > MOST_BYTES {
            return Err(problem("file-too-large").with("limit", MOST_BYTES));
        }
        let text = text.trim_start_matches('\u{feff}');
        let first = text.lines().next().unwrap_or_default();
        let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
        let mut sheet = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let cells = |record: &csv::StringRecord| record.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
        let columns = cells(sheet.headers().map_err(|_| problem("file-unreadable"))?);
        if columns.iter().all(String::is_empty) {
            return Err(problem("table-empty"));
        }
        let mut rows = Vec::new();
        for record in sheet.records() {
            rows.push(cells(&record.map_err(|_| problem("file-unreadable"))?));
            if rows.len() > MOST_ROWS {
                return Err(problem("file-too-many-rows").with("limit", MOST_ROWS));
            }
        }
        Ok(Self { columns, rows })
    }

    /// The cell of a row under a column; blank where there is none. A dash is how printed lists say "none".
    pub fn cell<'a>(&self, row: &'a [String], column: &str) -> &'a str {
        let at = self.columns.iter().position(|head| !column.is_empty() && head == column);
        let text = at.and_then(|at| row.get(at)).map_or("", String::as_str);
        if matches!(text, "-" | "–" | "—") { "" } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_commas_or_semicolons_is_read_and_a_dash_is_nothing() {
        for text in ["list,name\nI,\"a,b\"\nII,-\n", "\u{feff}list;name\nI;a,b\nII;–\n"] {
            let table = Cells::read(text).unwrap();
            let names: Vec<&str> = table.rows.iter().map(|row| table.cell(row, "name")).collect();
            assert_eq!(names, ["a,b", ""], "{text}");
            assert_eq!(table.cell(&table.rows[0], "no such"), "");
        }
        assert_eq!(Cells::read("").unwrap_err().code, "table-empty");
    }
}
