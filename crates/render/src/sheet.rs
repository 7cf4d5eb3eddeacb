//! Tables that leave the house: CSV and XLSX.
//!
//! Refuses: a cell that a spreadsheet would run as a formula, a number that a double would change, and marks of
//! direction that only screens need. Digits are Latin, days and times ISO, in every language.

use crate::number::plain_decimal;
use crate::words::{Speech, plain};
use model::time::{Day, Moment};
use rust_xlsxwriter::{Chart, ChartType, Format, FormatBorder, Workbook, Worksheet, XlsxError};

/// The most characters a cell of XLSX holds.
const CELL: usize = 32_767;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cell {
    /// Nothing known.
    #[default]
    Empty,
    /// A text, an identifier, a code.
    Text(String),
    /// A whole number.
    Int(i64),
    /// An exact amount: base units and decimal places.
    Decimal(i128, u8),
    /// A day.
    Day(Day),
    /// A moment, written in UTC.
    Moment(Moment),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}

/// A table on its way out.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Name of the sheet, as said.
    pub title: String,
    /// Heads of the columns, as said.
    pub columns: Vec<String>,
    /// Rows of as many cells.
    pub rows: Vec<Vec<Cell>>,
    /// Lines above the table in XLSX: what it shows, as of when, its marking. Not in CSV, where machines read.
    pub notes: Vec<String>,
    /// What of it XLSX draws beside it.
    pub drawing: Option<Drawing>,
}

/// Numbers of a table as bars: which column names them, and which holds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// What it shows.
    pub title: String,
    /// The column of names.
    pub names: u16,
    /// The column of numbers.
    pub numbers: u16,
    /// Upright for days, which follow each other; lying for names, which are long.
    pub upright: bool,
}

/// The table as CSV: UTF-8 with a byte order mark, commas, CRLF.
pub fn csv(table: &Table) -> std::io::Result<Vec<u8>> {
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    out.write_record(table.columns.iter().map(|head| harmless(head)))?;
    for row in &table.rows {
        out.write_record(row.iter().map(written))?;
    }
    out.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// Rows as CSV without a head, for a table that [`csv`] has begun and that is sent piece by piece.
pub fn csv_rows(rows: &[Vec<Cell>]) -> std::io::Result<Vec<u8>> {
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(Vec::new());
    for row in rows {
        out.write_record(row.iter().map(written))?;
    }
    out.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// A cell as CSV text.
fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Int(number) => number.to_string(),
        Cell::Decimal(base, scale) => plain_decimal(*base, *scale),
        Cell::Day(day) => day.to_string(),
        Cell::Moment(moment) => moment.iso(),
    }
}

/// A text that no spreadsheet takes for a formula: an apostrophe goes before anything that could begin one, unless the
/// whole is a plain number.
fn harmless(text: &str) -> String {
    let text = plain(text);
    let dangerous = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if dangerous && !is_number(&text) { format!("'{text}") } else { text }
}

/// An optional sign, digits, at most one point.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, part].iter().all(|side| !side.is_empty() && side.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Tables as one XLSX workbook, a sheet each; right to left where the language is.
pub fn xlsx(t: Speech, tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut used = Vec::with_capacity(tables.len());
    for table in tables {
        let name = sheet_name(&table.title, &used);
        let sheet = book.add_worksheet();
        sheet.set_name(&name)?;
        sheet.set_right_to_left(t.is_rtl());
        fill(sheet, table, &name)?;
        used.push(name);
    }
    book.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table, name: &str) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_text_wrap();
    let mut row = 0_u32;
    for note in &table.notes {
        sheet.write_string(row, 0, fitting(note))?;
        row += 1;
    }
    for (column, text) in (0_u16..).zip(&table.columns) {
        sheet.write_string_with_format(row, column, fitting(text), &head)?;
        sheet.set_column_width(column, 16)?;
    }
    row += 1;
    sheet.set_freeze_panes(row, 0)?;
    for cells in &table.rows {
        for (column, cell) in (0_u16..).zip(cells) {
            put(sheet, row, column, cell)?;
        }
        row += 1;
    }
    if let (Ok(last), false) = (u16::try_from(table.columns.len().saturating_sub(1)), table.rows.is_empty()) {
        let first = row - u32::try_from(table.rows.len()).unwrap_or(row) - 1;
        sheet.autofilter(first, 0, row - 1, last)?;
        if let Some(drawing) = &table.drawing {
            let chart = drawn(drawing, name, (first + 1, row - 1));
            sheet.insert_chart(first, last + 2, &chart)?;
        }
    }
    Ok(())
}

/// A drawing of the rows from the first to the last of a sheet.
fn drawn(drawing: &Drawing, sheet: &str, (first, last): (u32, u32)) -> Chart {
    let mut chart = Chart::new(if drawing.upright { ChartType::Column } else { ChartType::Bar });
    let series = chart.add_series();
    series.set_categories((sheet, first, drawing.names, last, drawing.names));
    series.set_values((sheet, first, drawing.numbers, last, drawing.numbers));
    chart.title().set_name(&fitting(&drawing.title));
    chart.legend().set_hidden();
    if !drawing.upright {
        // The first row on top, as in the table.
        chart.y_axis().set_reverse();
    }
    let height = if drawing.upright { 320 } else { (last - first + 1).saturating_mul(22).clamp(240, 1600) };
    chart.set_width(720).set_height(height);
    chart
}

/// Writes one cell with its type. Texts are written as texts, so that none is ever a formula.
fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string(row, column, fitting(text))?;
        }
        Cell::Int(number) => put_number(sheet, row, column, &number.to_string())?,
        Cell::Decimal(base, scale) => put_number(sheet, row, column, &plain_decimal(*base, *scale))?,
        Cell::Day(day) => {
            sheet.write_string(row, column, day.to_string())?;
        }
        Cell::Moment(moment) => {
            sheet.write_string(row, column, moment.iso())?;
        }
    }
    Ok(())
}

/// A number as a number while a double keeps every digit, else as text.
fn put_number(sheet: &mut Worksheet, row: u32, column: u16, decimal: &str) -> Result<(), XlsxError> {
    let digits = decimal.bytes().filter(u8::is_ascii_digit).count();
    match decimal.parse::<f64>() {
        // Spreadsheets keep 15 significant digits.
        Ok(number) if digits <= 15 => sheet.write_number(row, column, number)?,
        _ => sheet.write_string(row, column, decimal)?,
    };
    Ok(())
}

/// A text without marks of direction and control characters, as long as a cell allows.
pub(crate) fn fitting(text: &str) -> String {
    let kept = plain(text).chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect::<String>();
    if kept.encode_utf16().count() <= CELL {
        return kept;
    }
    // A letter takes at most two units of the cell.
    kept.chars().take(CELL / 2 - 1).chain(std::iter::once('…')).collect()
}

/// A name that XLSX allows: at most 31 letters, none of `[]:*?/\`, never empty, and none that is used already.
pub(crate) fn sheet_name(title: &str, used: &[String]) -> String {
    let kept: String = fitting(title)
        .chars()
        .filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\''))
        .take(28)
        .collect();
    let kept = kept.trim();
    let is_free =
        |name: &String| !name.is_empty() && used.iter().all(|other| other.to_lowercase() != name.to_lowercase());
    let numbered = (2..).map(|number| format!("{kept} {number}").trim().to_owned());
    std::iter::once(kept.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lang::Lang;

    fn table() -> Table {
        Table {
            title: "Incidents: [all]".to_owned(),
            columns: vec!["=head".to_owned(), "kg".to_owned()],
            rows: vec![
                vec![Cell::from("=HYPERLINK(\"http://x\")"), Cell::Decimal(5_065_000_000, 9)],
                vec![Cell::from("-1+1|cmd"), Cell::Decimal(-5, 1)],
                vec![Cell::from("-12.5"), Cell::Decimal(123_456_789_123_456_789, 9)],
                vec![Cell::from("\u{2068}۷\u{2069}, \"x\""), Cell::Int(7)],
                vec![Cell::Empty, Cell::Day(Day::of(2021, 10, 15).unwrap())],
            ],
            notes: vec!["37".to_owned()],
            drawing: Some(Drawing { title: "kg".to_owned(), names: 0, numbers: 1, upright: false }),
        }
    }

    #[test]
    fn no_cell_of_a_csv_is_a_formula() {
        let text = String::from_utf8(csv(&table()).unwrap()).unwrap();
        let expected = "\u{feff}'=head,kg\r\n\"'=HYPERLINK(\"\"http://x\"\")\",5.065\r\n'-1+1|cmd,-0.5\r\n-12.5,123456789.123456789\r\n\"۷, \"\"x\"\"\",7\r\n,2021-10-15\r\n";
        assert_eq!(text, expected);
        for start in ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"] {
            assert!(harmless(&format!("{start}x")).starts_with('\''), "{start:?}");
        }
        assert_eq!(harmless("+7.5"), "+7.5");
        assert_eq!(harmless("-"), "'-");
    }

    #[test]
    fn a_workbook_is_written_whole_in_every_language() {
        for lang in Lang::ALL {
            let bytes = xlsx(Speech::of(lang), &[table(), table()]).unwrap();
            assert!(bytes.starts_with(b"PK"));
        }
    }

    #[test]
    fn names_of_sheets_are_allowed_and_different() {
        let used = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(sheet_name("Incidents: [all]", &[]), "Incidents all");
        assert_eq!(sheet_name("Incidents: [all]", &used(&["incidents ALL"])), "Incidents all 2");
        assert_eq!(sheet_name("Incidents", &used(&["Incidents", "Incidents 2"])), "Incidents 3");
        assert_eq!(sheet_name("", &[]), "2");
        let long = "я".repeat(80);
        let second = sheet_name(&long, &[sheet_name(&long, &[])]);
        assert!(second.ends_with(" 2") && second.chars().count() <= 31);
    }

    #[test]
    fn an_endless_text_is_cut_and_shows_it() {
        let cut = fitting(&"я".repeat(100_000));
        assert!(cut.ends_with('…') && cut.encode_utf16().count() <= CELL);
    }
}
