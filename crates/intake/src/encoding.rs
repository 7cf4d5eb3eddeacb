//! From the bytes of a cell to its text.
//!
//! Refuses to replace what it cannot read: a broken cell has no text, and its row is refused by name of the column.

use std::borrow::Cow;

model::codes! {
    /// How a file's letters are written.
    pub enum Encoding {
        /// By its byte order mark; without one UTF-8, or Windows-1251 where that fits the file better.
        Auto = "auto",
        /// UTF-8.
        Utf8 = "utf-8",
        /// Windows-1251, as Russian spreadsheets save CSV.
        Windows1251 = "windows-1251",
    }
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// The file as bytes that a CSV reader understands, without byte order mark, and how they are to be read.
pub(crate) fn settle(bytes: Vec<u8>, declared: Encoding) -> (Vec<u8>, Encoding) {
    if bytes.starts_with(BOM) {
        return (bytes[BOM.len()..].to_vec(), Encoding::Utf8);
    }
    for (mark, wide) in [(b"\xFF\xFE", encoding_rs::UTF_16LE), (b"\xFE\xFF", encoding_rs::UTF_16BE)] {
        if bytes.starts_with(mark) {
            return (wide.decode(&bytes).0.into_owned().into_bytes(), Encoding::Utf8);
        }
    }
    let encoding = match declared {
        Encoding::Auto if looks_cyrillic(&bytes) => Encoding::Windows1251,
        Encoding::Auto => Encoding::Utf8,
        other => other,
    };
    (bytes, encoding)
}

/// Whether more bytes break UTF-8 than there are letters beyond ASCII that keep it: one damaged cell does not turn a
/// UTF-8 file into another alphabet, and a Windows-1251 text that happens to hold a valid pair stays what it is.
fn looks_cyrillic(bytes: &[u8]) -> bool {
    let (mut kept, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        kept += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    broken > kept
}

/// The text of a cell; `None` where the bytes are not what the encoding says.
pub(crate) fn read(bytes: &[u8], encoding: Encoding) -> Option<Cow<'_, str>> {
    match encoding {
        Encoding::Windows1251 => encoding_rs::WINDOWS_1251.decode_without_bom_handling_and_without_replacement(bytes),
        Encoding::Auto | Encoding::Utf8 => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_outranks_the_declaration() {
        assert_eq!(settle(b"\xEF\xBB\xBFday".to_vec(), Encoding::Windows1251), (b"day".to_vec(), Encoding::Utf8));
        let wide = settle(b"\xFF\xFEd\0\x10\x04".to_vec(), Encoding::Utf8);
        assert_eq!(wide, ("dА".as_bytes().to_vec(), Encoding::Utf8));
    }

    #[test]
    fn a_cyrillic_page_is_told_from_one_damaged_cell() {
        let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode("Пётр; Кордай; героин");
        assert_eq!(settle(cyrillic.to_vec(), Encoding::Auto).1, Encoding::Windows1251);
        let mut damaged = "Кордай; героин".as_bytes().to_vec();
        damaged.push(0xD0);
        assert_eq!(settle(damaged, Encoding::Auto).1, Encoding::Utf8);
        assert_eq!(settle(b"plain".to_vec(), Encoding::Auto).1, Encoding::Utf8);
    }

    #[test]
    fn a_broken_cell_has_no_text() {
        assert_eq!(read(b"Ko\xFFrday", Encoding::Utf8), None);
        assert_eq!(read(b"\xCA\xEE", Encoding::Windows1251).as_deref(), Some("Ко"));
    }
}
