//! A workbook as cells of text: what a person sees in a spreadsheet, without asking a spreadsheet program.
//!
//! Refuses formulas, whose kept values may be stale, cells that show an error, and workbooks larger than any
//! questionnaire: cells are read one by one, so that a far corner costs nothing.

use calamine::{DataRef, Reader, Xlsx};
use model::problem::Problem;
use std::collections::BTreeMap;
use std::io::Cursor;

/// Cells of a workbook at most.
const CELLS: usize = 200_000;
/// Bytes of a workbook at most.
pub const BYTES: usize = 8 << 20;

/// A sheet as texts by row and column, both from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// Its name.
    pub name: String,
    cells: BTreeMap<(u32, u32), String>,
    /// Cells that cannot be taken: a formula, an error.
    bad: BTreeMap<(u32, u32), &'static str>,
    /// Cells that were merged: the first and the last of each block.
    merged: Vec<Block>,
}

/// The first and the last cell of a block.
type Block = ((u32, u32), (u32, u32));

impl Grid {
    /// The text of a cell; blank where there is none.
    pub fn text(&self, row: u32, column: u32) -> &str {
        self.cells.get(&(row, column)).map_or("", |text| text.trim())
    }

    /// The rows that have anything in them, from `first` on.
    pub fn rows(&self, first: u32) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().chain(self.bad.keys()).map(|(row, _)| *row).collect();
        rows.sort_unstable();
        rows.dedup();
        rows.retain(|row| *row >= first);
        rows
    }

    /// The columns of a row that have anything in them.
    pub fn columns(&self, row: u32) -> Vec<u32> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|((_, column), _)| *column).collect()
    }

    /// The same, with those that cannot be taken.
    pub fn columns_filled(&self, row: u32) -> Vec<u32> {
        let bad = self.bad.range((row, 0)..=(row, u32::MAX)).map(|((_, column), _)| *column);
        let mut all: Vec<u32> = self.columns(row).into_iter().chain(bad).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What is wrong with a cell by itself, as a problem with its sheet and row.
    pub fn fault(&self, row: u32, column: u32) -> Option<Problem> {
        let code = self.bad.get(&(row, column))?;
        Some(self.in_cell(row, column, Problem::new("", code)))
    }

    /// The block of merged cells that a cell belongs to: its first cell, as a problem that names the block.
    pub fn merged(&self, row: u32, column: u32) -> Option<((u32, u32), Problem)> {
        let holds = |((top, left), (bottom, right)): &&Block| {
            (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
        };
        let (first, last) = self.merged.iter().find(holds)?;
        let block = format!("{}:{}", cell_name(first.0, first.1), cell_name(last.0, last.1));
        let problem = Problem::new("", "cell-merged").with("sheet", &self.name).with("row", first.0 + 1);
        Some((*first, problem.with("cell", block)))
    }

    /// A problem of this sheet and cell.
    pub fn in_cell(&self, row: u32, column: u32, problem: Problem) -> Problem {
        self.at(row, problem).with("cell", cell_name(row, column))
    }

    /// A problem of this sheet and row.
    pub fn at(&self, row: u32, problem: Problem) -> Problem {
        problem.with("sheet", &self.name).with("row", row + 1)
    }
}

/// `C7`.
pub fn cell_name(row: u32, column: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

/// Every sheet of an XLSX workbook.
///
/// Problems: `file-empty`, `workbook-unreadable`, `workbook-too-large`.
pub fn open(bytes: &[u8]) -> Result<Vec<Grid>, Problem> {
    if bytes.is_empty() {
        return Err(Problem::new("file", "file-empty"));
    }
    let too_large = || Problem::new("file", "workbook-too-large").with("limit", CELLS);
    if bytes.len() > BYTES {
        return Err(too_large());
    }
    let unreadable = || Problem::new("file", "workbook-unreadable");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let (mut grids, mut left) = (Vec::new(), CELLS);
    for name in book.sheet_names() {
        let mut grid = Grid { name: name.clone(), ..Grid::default() };
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| unreadable())?;
        while let Some(cell) = cells.next_cell().map_err(|_| unreadable())? {
            left = left.checked_sub(1).ok_or_else(too_large)?;
            match written(cell.get_value()) {
                Ok(text) if text.trim().is_empty() => {}
                Ok(text) => {
                    grid.cells.insert(cell.get_position(), text);
                }
                Err(code) => {
                    grid.bad.insert(cell.get_position(), code);
                }
            }
        }
        drop(cells);
        let mut formulas = book.worksheet_cells_reader(&name).map_err(|_| unreadable())?;
        while let Some(cell) = formulas.next_formula().map_err(|_| unreadable())? {
            if !cell.get_value().is_empty() {
                left = left.checked_sub(1).ok_or_else(too_large)?;
                grid.bad.insert(cell.get_position(), "cell-formula");
            }
        }
        drop(formulas);
        let merged = book.worksheet_merge_cells(&name).transpose().map_err(|_| unreadable())?.unwrap_or_default();
        left = left.checked_sub(merged.len()).ok_or_else(too_large)?;
        grid.merged = merged.into_iter().map(|block| (block.start, block.end)).collect();
        grids.push(grid);
    }
    Ok(grids)
}

/// A cell as a person reads it; a day is ISO, a number has a point.
fn written(value: &DataRef<'_>) -> Result<String, &'static str> {
    Ok(match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        // The shortest text that is this number: what was typed, to fifteen digits.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(holds) => if *holds { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(_) => return Err("cell-error"),
    })
}
