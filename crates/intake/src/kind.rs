//! What a file is by its first bytes, where it is no text: a workbook, an archive, a picture.
//!
//! Refuses to read such a file as rows: its columns would be called by binary signs.

use model::problem::Problem;

/// How files of other kinds begin, without regard to the case of letters.
const BEGINNINGS: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "XLSX, ODS, ZIP"),
    (b"\xD0\xCF\x11\xE0", "XLS"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1F\x8B", "GZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xBC\xAF", "7Z"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
    (b"<?xml", "XML"),
    (b"<!doctype", "HTML"),
    (b"<html", "HTML"),
];

/// Bytes in which a file without line breaks is looked through.
const FIRST: usize = 1024;

/// Problems: `file-kind` (param `kind`), and `file-binary` where its first line holds a zero byte.
pub(crate) fn must_be_text(bytes: &[u8]) -> Result<(), Problem> {
    let begins = |with: &[u8]| bytes.get(..with.len()).is_some_and(|first| first.eq_ignore_ascii_case(with));
    if let Some((_, kind)) = BEGINNINGS.iter().find(|(with, _)| begins(with)) {
        return Err(Problem::new("", "file-kind").with("kind", kind));
    }
    let first_line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let is_binary = first_line.iter().take(FIRST).any(|byte| *byte == 0);
    if is_binary { Err(Problem::new("", "file-binary")) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(bytes: &[u8]) -> String {
        must_be_text(bytes).map_or_else(|problem| problem.code.into_owned(), |()| "text".to_owned())
    }

    #[test]
    fn a_file_that_is_no_text_is_told_by_its_beginning() {
        assert_eq!(code(b"PK\x03\x04\x14\0"), "file-kind");
        assert_eq!(code(b"<!DOCTYPE html><table>"), "file-kind");
        assert_eq!(code(b"\x7FELF\x02\x01\x01\0"), "file-binary");
        assert_eq!(code("day;country\n2021-10-15;Казахстан\n".as_bytes()), "text");
        assert_eq!(code(b"day;country\n\0"), "text", "a broken cell refuses its row, not the file");
        assert_eq!(code(b""), "text");
    }
}
