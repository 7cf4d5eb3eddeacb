//! Workbooks as no spreadsheet program would write them: every cell of any kind, blocks merged, formulas without value.

/// One cell.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    Text(&'a str),
    Number(&'a str),
    /// A formula and the value that was kept with it; blank for none.
    Formula(&'a str, &'a str),
    Error(&'a str),
}

use std::fmt::Write;

use Cell::{Error, Formula, Number, Text};

/// A sheet: its name, its cells by their names (`B2`), blocks that are merged (`A1:B2`).
pub struct Sheet<'a> {
    pub name: &'a str,
    pub cells: Vec<(&'a str, Cell<'a>)>,
    pub merged: Vec<&'a str>,
}

impl<'a> Sheet<'a> {
    /// A sheet of texts, row by row.
    pub fn of(name: &'a str, rows: &[&[&'a str]]) -> Self {
        let place = |row: usize, column: usize| NAMES[row][column];
        let cells = rows.iter().enumerate().flat_map(|(row, cells)| {
            cells.iter().enumerate().map(move |(column, text)| (place(row, column), Text(text)))
        });
        Sheet { name, cells: cells.filter(|(_, cell)| !matches!(cell, Text(""))).collect(), merged: Vec::new() }
    }

    /// The same with another cell in this place.
    pub fn with(mut self, place: &'a str, cell: Cell<'a>) -> Self {
        self.cells.retain(|(own, _)| *own != place);
        self.cells.push((place, cell));
        self
    }

    pub fn merge(mut self, block: &'a str) -> Self {
        self.merged.push(block);
        self
    }

    fn xml(&self) -> String {
        let place = |name: &str| {
            let split = name.find(|letter: char| letter.is_ascii_digit()).unwrap();
            (name[split..].parse::<u32>().unwrap(), name[..split].to_owned())
        };
        let mut cells = self.cells.clone();
        cells.sort_by_key(|(name, _)| place(name));
        let mut rows: Vec<u32> = cells.iter().map(|(name, _)| place(name).0).collect();
        rows.dedup();
        let mut out =
            String::from("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for row in rows {
            let _ = write!(out, "<row r=\"{row}\">");
            cells
                .iter()
                .filter(|(name, _)| place(name).0 == row)
                .for_each(|(name, cell)| out.push_str(&xml(name, *cell)));
            out.push_str("</row>");
        }
        out.push_str("</sheetData>");
        if !self.merged.is_empty() {
            let merged: Vec<String> = self.merged.iter().map(|block| format!("<mergeCell ref=\"{block}\"/>")).collect();
            let count = merged.len();
            let _ = write!(out, "<mergeCells count=\"{count}\">{}</mergeCells>", merged.concat());
        }
        out + "</worksheet>"
    }
}

fn xml(name: &str, cell: Cell<'_>) -> String {
    let safe = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    match cell {
        Text(text) => format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{}</t></is></c>", safe(text)),
        Number(text) => format!("<c r=\"{name}\"><v>{text}</v></c>"),
        Formula(text, "") => format!("<c r=\"{name}\"><f>{}</f></c>", safe(text)),
        Formula(text, value) => format!("<c r=\"{name}\"><f>{}</f><v>{value}</v></c>", safe(text)),
        Error(text) => format!("<c r=\"{name}\" t=\"e\"><v>{text}</v></c>"),
    }
}

const NAMES: [[&str; 8]; 8] = [
    ["A1", "B1", "C1", "D1", "E1", "F1", "G1", "H1"],
    ["A2", "B2", "C2", "D2", "E2", "F2", "G2", "H2"],
    ["A3", "B3", "C3", "D3", "E3", "F3", "G3", "H3"],
    ["A4", "B4", "C4", "D4", "E4", "F4", "G4", "H4"],
    ["A5", "B5", "C5", "D5", "E5", "F5", "G5", "H5"],
    ["A6", "B6", "C6", "D6", "E6", "F6", "G6", "H6"],
    ["A7", "B7", "C7", "D7", "E7", "F7", "G7", "H7"],
    ["A8", "B8", "C8", "D8", "E8", "F8", "G8", "H8"],
];

/// The workbook of these sheets.
pub fn book(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let each = |line: &dyn Fn(usize, &Sheet<'_>) -> String| -> String {
        sheets.iter().enumerate().map(|(place, sheet)| line(place + 1, sheet)).collect()
    };
    let types = each(&|place, _| {
        format!(
            "<Override PartName=\"/xl/worksheets/sheet{place}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        )
    });
    let listed =
        each(&|place, sheet| format!("<sheet name=\"{}\" sheetId=\"{place}\" r:id=\"rId{place}\"/>", sheet.name));
    let related = each(&|place, _| {
        format!(
            "<Relationship Id=\"rId{place}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{place}.xml\"/>"
        )
    });
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), format!("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{types}</Types>")),
        ("_rels/.rels".to_owned(), "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned()),
        ("xl/workbook.xml".to_owned(), format!("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{listed}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{related}</Relationships>")),
    ];
    for (place, sheet) in sheets.iter().enumerate() {
        files.push((format!("xl/worksheets/sheet{}.xml", place + 1), sheet.xml()));
    }
    zip(&files)
}

/// An archive of files as they are.
fn zip(files: &[(String, String)]) -> Vec<u8> {
    let (mut out, mut index) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let place = u32::try_from(out.len()).unwrap();
        let mut head = Vec::new();
        head.extend([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x50]);
        head.extend(crc(text.as_bytes()).to_le_bytes());
        let size = u32::try_from(text.len()).unwrap().to_le_bytes();
        head.extend(size.into_iter().chain(size));
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend([0, 0]);
        out.extend(b"PK\x03\x04".iter().chain(&head).chain(name.as_bytes()).chain(text.as_bytes()));
        index.extend(b"PK\x01\x02\x14\x00".iter().chain(&head));
        index.extend([0; 10]);
        index.extend(place.to_le_bytes().iter().chain(name.as_bytes()));
    }
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    let place = u32::try_from(out.len()).unwrap().to_le_bytes();
    let size = u32::try_from(index.len()).unwrap().to_le_bytes();
    out.extend(index);
    out.extend(b"PK\x05\x06\0\0\0\0".iter().chain(&count).chain(&count).chain(&size).chain(&place).chain(&[0, 0]));
    out
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}
