//! What a file is, found from its content alone.
//!
//! Refuses programs, pages, archives, documents that carry macros, and text that is not UTF-8.

/// The kinds of file that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A WebP picture.
    Webp,
    /// A PDF document.
    Pdf,
    /// A document of a word processor (OOXML).
    Docx,
    /// A workbook (OOXML).
    Xlsx,
    /// A presentation (OOXML).
    Pptx,
    /// A document of a word processor (OpenDocument).
    Odt,
    /// A workbook (OpenDocument).
    Ods,
    /// Plain text or CSV.
    Text,
}

/// Kind, media type, endings of its name: one table for finding, serving and naming.
const TABLE: [(FileKind, &str, &[&str]); 10] = [
    (FileKind::Jpeg, "image/jpeg", &["jpg", "jpeg", "jpe"]),
    (FileKind::Png, "image/png", &["png"]),
    (FileKind::Webp, "image/webp", &["webp"]),
    (FileKind::Pdf, "application/pdf", &["pdf"]),
    (FileKind::Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    (FileKind::Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    (FileKind::Pptx, "application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    (FileKind::Odt, "application/vnd.oasis.opendocument.text", &["odt"]),
    (FileKind::Ods, "application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    (FileKind::Text, "text/plain", &["txt", "csv", "tsv"]),
];

impl FileKind {
    /// The kind of this content; `None` where it is none of those taken.
    pub fn of(bytes: &[u8]) -> Option<FileKind> {
        match infer::get(bytes) {
            Some(found) => {
                let (kind, ..) = TABLE.iter().find(|(_, media, _)| *media == found.mime_type())?;
                (!is_office(*kind) || !carries_macros(bytes)).then_some(*kind)
            }
            None => is_text(bytes).then_some(FileKind::Text),
        }
    }

    /// Its media type, as sent to a browser.
    pub fn media_type(self) -> &'static str {
        self.row().1
    }

    /// The usual ending of its name.
    pub fn ending(self) -> &'static str {
        self.row().2[0]
    }

    /// Whether a name's ending, where it has one, says this kind.
    pub fn fits_name(self, name: &str) -> bool {
        name.rsplit_once('.').is_none_or(|(_, ending)| self.row().2.contains(&ending.to_ascii_lowercase().as_str()))
    }

    fn row(self) -> &'static (FileKind, &'static str, &'static [&'static str]) {
        TABLE.iter().find(|(kind, ..)| *kind == self).unwrap_or(&TABLE[TABLE.len() - 1])
    }
}

/// Whether the kind is a zip of an office program.
pub(crate) const fn is_office(kind: FileKind) -> bool {
    matches!(kind, FileKind::Docx | FileKind::Xlsx | FileKind::Pptx | FileKind::Odt | FileKind::Ods)
}

/// Names inside a zip stand in it uncompressed, so a macro's part is found without unpacking.
fn carries_macros(bytes: &[u8]) -> bool {
    [&b"vbaProject.bin"[..], b"Basic/Standard", b"Scripts/"].iter().any(|part| find(bytes, part).is_some())
}

/// Where `part` first occurs.
pub(crate) fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn is_text(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes)
        .is_ok_and(|text| !text.chars().any(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_utf8_without_control_characters() {
        assert_eq!(FileKind::of("место;5,065\r\n".as_bytes()), Some(FileKind::Text));
        assert_eq!(FileKind::of(b"\xcc\xe5\xf1\xf2\xee"), None);
        assert_eq!(FileKind::of(b"a\0b"), None);
    }

    #[test]
    fn a_pdf_is_known_and_its_name_must_agree() {
        let kind = FileKind::of(b"%PDF-1.7\n1 0 obj").unwrap();
        assert_eq!(kind, FileKind::Pdf);
        assert!(kind.fits_name("Report.PDF") && kind.fits_name("report") && !kind.fits_name("report.docx"));
    }
}
