//! The rows of a CSV file with the numbers a spreadsheet shows for them.
//!
//! Refuses nothing: a row with too many or too few cells is handed on as it is. Line breaks inside quotes belong to
//! their row; lines without anything are counted and passed over.

use std::io::Cursor;
use std::sync::Arc;

/// A file being read row by row.
#[derive(Debug)]
pub(crate) struct Sheet {
    bytes: Arc<[u8]>,
    reader: csv::Reader<Cursor<Arc<[u8]>>>,
    number: u64,
}

impl Sheet {
    pub(crate) fn open(bytes: Arc<[u8]>, delimiter: u8) -> Self {
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(Cursor::new(Arc::clone(&bytes)));
        Self { bytes, reader, number: 0 }
    }

    /// Reads the next row that has anything in it, and gives its number.
    pub(crate) fn read(&mut self, row: &mut csv::ByteRecord) -> Option<u64> {
        let start = self.reader.position().byte();
        if !self.reader.read_byte_record(row).ok()? {
            return None;
        }
        self.number += 1 + self.empty_lines(start);
        Some(self.number)
    }

    /// Whether the row read last was the last one.
    pub(crate) fn is_at_end(&self) -> bool {
        usize::try_from(self.reader.position().byte()).is_ok_and(|at| at >= self.bytes.len())
    }

    /// The bytes of the row read last, which began at or after `start`.
    fn since(&self, start: u64) -> &[u8] {
        let at = |position: u64| usize::try_from(position).unwrap_or(usize::MAX).min(self.bytes.len());
        self.bytes.get(at(start)..at(self.reader.position().byte())).unwrap_or_default()
    }

    /// Lines without anything before the row; the second half of a line break that the last row left behind is none.
    fn empty_lines(&self, start: u64) -> u64 {
        let begun = usize::try_from(start).ok().filter(|start| *start > 0);
        let after_return = begun.and_then(|start| self.bytes.get(start - 1)) == Some(&b'\r');
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
