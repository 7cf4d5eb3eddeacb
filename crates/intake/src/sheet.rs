//! The rows of a CSV file with the numbers a spreadsheet shows for them.
//!
//! Refuses to let a quotation mark that is never closed swallow the rows below it: its row ends with its line, and the
//! next line is the next row. A row with too many or too few cells is handed on as it is. Line breaks inside closed quotes
//! belong to their row; lines without anything are counted and passed over.

use crate::quote::{self, OpenQuote};
use std::io::Cursor;
use std::sync::Arc;

/// A file being read row by row.
#[derive(Debug)]
pub(crate) struct Sheet {
    bytes: Arc<[u8]>,
    delimiter: u8,
    reader: csv::Reader<Cursor<Arc<[u8]>>>,
    /// Where the reader began.
    base: usize,
    number: u64,
    open_quote: Option<OpenQuote>,
}

fn reader<T: AsRef<[u8]>>(bytes: T, from: usize, delimiter: u8) -> csv::Reader<Cursor<T>> {
    let mut cursor = Cursor::new(bytes);
    cursor.set_position(from as u64);
    csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(cursor)
}

impl Sheet {
    pub(crate) fn open(bytes: Arc<[u8]>, delimiter: u8) -> Self {
        let reader = reader(Arc::clone(&bytes), 0, delimiter);
        Self { bytes, delimiter, reader, base: 0, number: 0, open_quote: None }
    }

    /// Reads the next row that has anything in it, and gives its number.
    pub(crate) fn read(&mut self, row: &mut csv::ByteRecord) -> Option<u64> {
        let start = self.at();
        if !self.reader.read_byte_record(row).ok()? {
            return None;
        }
        self.number += 1 + self.empty_lines(start);
        let may_be_open = self.at() == self.bytes.len() || row.as_slice().iter().any(|byte| quote::breaks(*byte));
        self.open_quote = if may_be_open { quote::open(self.since(start), self.delimiter) } else { None };
        if let Some(open) = self.open_quote {
            self.end_with_line(start, open, row);
        }
        Some(self.number)
    }

    /// The quotation mark of the row read last that nothing closes.
    pub(crate) const fn open_quote(&self) -> Option<OpenQuote> {
        self.open_quote
    }

    /// Ends the row with the line in which its quotation mark stands, and goes on with the next line.
    fn end_with_line(&mut self, start: usize, open: OpenQuote, row: &mut csv::ByteRecord) {
        let raw = self.since(start);
        let line = raw.get(open.at..).and_then(|rest| rest.iter().position(|byte| quote::breaks(*byte)));
        let end = line.map_or(raw.len(), |line| open.at + line);
        let width = if raw.get(end..).is_some_and(|rest| rest.starts_with(b"\r\n")) { 2 } else { 1 };
        // Reading what stands before the line break cannot fail: it has been read once.
        let _ = reader(&raw[..end], 0, self.delimiter).read_byte_record(row);
        self.base = (start + end + width).min(self.bytes.len());
        self.reader = reader(Arc::clone(&self.bytes), self.base, self.delimiter);
    }

    /// Where the row read last ended.
    fn at(&self) -> usize {
        let read = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        self.base.saturating_add(read).min(self.bytes.len())
    }

    /// The bytes of the row read last, which began at or after `start`.
    fn since(&self, start: usize) -> &[u8] {
        self.bytes.get(start..self.at()).unwrap_or_default()
    }

    /// Lines without anything before the row; the second half of a line break that the last row left behind is none.
    fn empty_lines(&self, start: usize) -> u64 {
        let after_return = start > 0 && self.bytes.get(start - 1) == Some(&b'\r');
        let mut rest = self.since(start);
        if after_return {
            rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        }
        let mut empty = 0;
        while let Some(next) = [&b"\r\n"[..], b"\n", b"\r"].iter().find_map(|end| rest.strip_prefix(*end)) {
            rest = next;
            empty += 1;
        }
        empty
    }
}

/// The sign that occurs most in the first line, outside quotes; a comma where none does.
pub(crate) fn likely_delimiter(bytes: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0), (b'|', 0)];
    for byte in bytes {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(sign, _)| sign == byte).for_each(|(_, count)| *count += 1),
        }
    }
    let mut best = counts[0];
    for other in &counts[1..] {
        if other.1 > best.1 {
            best = *other;
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &[u8]) -> Vec<(u64, Vec<String>)> {
        let mut sheet = Sheet::open(text.to_vec().into(), b';');
        let mut row = csv::ByteRecord::new();
        let mut all = Vec::new();
        while let Some(number) = sheet.read(&mut row) {
            all.push((number, row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()));
        }
        all
    }

    fn numbers(text: &str) -> Vec<(u64, String)> {
        rows(text.as_bytes()).into_iter().map(|(number, mut cells)| (number, cells.remove(0))).collect()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        let expected = [(1, "a"), (2, "b\nb"), (4, "c"), (5, "d")].map(|(number, text)| (number, text.to_owned()));
        assert_eq!(numbers("a;1\n\"b\nb\";2\n\nc;3\nd;4"), expected);
        let expected = [(1, "a"), (2, "b\r\nb"), (4, "c"), (5, "d")].map(|(number, text)| (number, text.to_owned()));
        assert_eq!(numbers("a;1\r\n\"b\r\nb\";2\r\n\r\nc;3\r\nd;4\r\n\r\n"), expected);
        assert_eq!(numbers("\n\n\na\n\nb"), [(4, "a".to_owned()), (6, "b".to_owned())]);
        assert_eq!(numbers("a\rb\r\rc").last().unwrap(), &(4, "c".to_owned()));
    }

    #[test]
    fn quotes_and_delimiters_inside_quotes_belong_to_the_cell() {
        assert_eq!(rows(b"\"a;\"\"b\"\"\";c\n"), [(1, vec!["a;\"b\"".to_owned(), "c".to_owned()])]);
    }

    #[test]
    fn an_open_quotation_mark_ends_its_row_with_its_line() {
        let read = |text: &[u8]| -> Vec<(u64, String)> {
            rows(text).into_iter().map(|(number, cells)| (number, cells.join("|"))).collect()
        };
        let expected = |rows: &[(u64, &str)]| -> Vec<(u64, String)> {
            rows.iter().map(|(number, text)| (*number, (*text).to_owned())).collect()
        };
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a;1", "b;\"2", "c;3", "", "d;4", ""].join(end);
            assert_eq!(read(text.as_bytes()), expected(&[(1, "a|1"), (2, "b|2"), (3, "c|3"), (5, "d|4")]), "{end:?}");
        }
        let text = b"\"a\na\";\"1\nb;\"2\"\nc;3";
        assert_eq!(read(text), expected(&[(1, "a\na|1"), (2, "b|2"), (3, "c|3")]), "another mark closes it by chance");
        assert_eq!(read(b"a;1\nb;\"2"), expected(&[(1, "a|1"), (2, "b|2")]));
    }

    #[test]
    fn the_delimiter_is_the_sign_that_occurs_most_outside_quotes() {
        assert_eq!(likely_delimiter(b"\"a,b,c\";d;e\n1,2,3,4,5"), b';');
        assert_eq!(likely_delimiter(b"a\tb\tc"), b'\t');
        assert_eq!(likely_delimiter(b"alone"), b',');
    }

    proptest! {
        #[test]
        fn numbers_only_grow(text in "[a;\"\r\n]{0,60}") {
            let numbers: Vec<u64> = rows(text.as_bytes()).into_iter().map(|(number, _)| number).collect();
            prop_assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", numbers);
        }

        #[test]
        fn any_bytes_at_all_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = rows(&bytes);
            let _ = likely_delimiter(&bytes);
        }
    }
}
