//! From the bytes of a cell to its text.
//!
//! Refuses to replace what it cannot read: a broken cell has no text, and its row is refused by name of the column.

use std::borrow::Cow;

model::codes! {
    /// How a file's letters are written.
    pub enum Encoding {
        /// By its byte order mark; without one UTF-8, or Windows-1251 where the file holds more words of that.
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

/// Whether there are more letters in words of Windows-1251 than letters beyond ASCII in words of UTF-8: damaged cells do
/// not turn a file into another alphabet, and a Windows-1251 text that happens to hold a valid pair stays what it is.
fn looks_cyrillic(bytes: &[u8]) -> bool {
    let (mut utf8, mut cyrillic) = (0_usize, 0_usize);
    for word in bytes.split(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic()) {
        match std::str::from_utf8(word) {
            Ok(text) => utf8 += text.chars().filter(|letter| !letter.is_ascii()).count(),
            Err(_) => cyrillic += cyrillic_letters(word),
        }
    }
    cyrillic > utf8
}

/// The letters of a word that is all Cyrillic in Windows-1251, signs around it aside. Fewer than three could be one broken
/// letter, and half of what stands in a broken word of UTF-8 are no letters here.
fn cyrillic_letters(word: &[u8]) -> usize {
    let is_letter = |byte: &&u8| **byte >= 0xC0 || matches!(**byte, 0xA8 | 0xB8);
    let letters = word.iter().filter(is_letter).count();
    if letters >= 3 && letters * 4 >= word.len() * 3 { letters } else { 0 }
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
        let (mixed, _, _) = encoding_rs::WINDOWS_1251.encode("KZ;;«Кордай»;12.5;kg");
        assert_eq!(settle(mixed.to_vec(), Encoding::Auto).1, Encoding::Windows1251);
    }

    #[test]
    fn a_broken_byte_among_latin_letters_does_not_make_them_cyrillic() {
        for text in [&b"KZ;;Kord\xFFay;2021-10-15"[..], b"Caf\xE9;Caf\xE9;Caf\xE9", b"Korday \xD0;\xD0;\xD0\xFF"] {
            assert_eq!(settle(text.to_vec(), Encoding::Auto).1, Encoding::Utf8, "{}", text.escape_ascii());
        }
    }

    #[test]
    fn a_broken_cell_has_no_text() {
        assert_eq!(read(b"Ko\xFFrday", Encoding::Utf8), None);
        assert_eq!(read(b"\xCA\xEE", Encoding::Windows1251).as_deref(), Some("Ко"));
    }
}
