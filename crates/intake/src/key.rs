//! What makes a row the same row when its file comes again.
//!
//! Refuses to look at a row's number or at blank cells: inserting rows or optional columns leaves old keys as they were.

use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;

/// The fingerprint of a row's content.
pub(crate) type Print = [u8; 32];

/// The fingerprint of the mapping's name and of every filled cell with its column, blanks inside a cell being one.
pub(crate) fn print<'a>(mapping: &str, cells: impl Iterator<Item = (&'a str, &'a str)>) -> Print {
    let mut hash = Sha256::new();
    add(&mut hash, mapping);
    let mut filled: Vec<(&str, String)> = cells
        .map(|(column, text)| (column, text.split_whitespace().collect::<Vec<_>>().join(" ")))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    filled.sort_unstable();
    for (column, text) in &filled {
        add(&mut hash, column);
        add(&mut hash, text);
    }
    hash.finalize().into()
}

/// Adds a text with its length before it, so that no two lists of texts hash alike.
fn add(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_be_bytes());
    hash.update(text.as_bytes());
}

/// The first row of a file that is exactly like another one: its number and its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct First {
    pub(crate) number: u64,
    pub(crate) key: String,
}

/// The rows of one file by content: how often each came and where first. 40 bytes of content per different row.
#[derive(Debug, Default)]
pub(crate) struct Seen(HashMap<Print, (u32, u64)>);

impl Seen {
    /// The row's key, and the first row that is exactly like it, where one came before.
    pub(crate) fn key(&mut self, print: Print, number: u64) -> (String, Option<First>) {
        let (count, first) = self.0.entry(print).or_insert((0, number));
        *count += 1;
        let repeats = (*count > 1).then(|| First { number: *first, key: nth(print, 1) });
        (nth(print, *count), repeats)
    }
}

/// The key of the row that is the `count`th of its content. Whose row it is stands beside the key: the same content of
/// another owner is another row.
fn nth(print: Print, count: u32) -> String {
    let mut hash = Sha256::new();
    hash.update(print);
    hash.update(count.to_be_bytes());
    let digest: Print = hash.finalize().into();
    digest.iter().fold(String::with_capacity(64), |mut key, byte| {
        let _ = write!(key, "{byte:02x}");
        key
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rows_of_one_file_have_keys_of_their_own_that_repeat_when_it_comes_again() {
        let row = || print("ids", [("DAY", "2011-01-09"), ("DRUG", "Heroin ")].into_iter());
        let read = || {
            let mut seen = Seen::default();
            (seen.key(row(), 2), seen.key(row(), 7))
        };
        let ((first, none), (second, some)) = read();
        assert_ne!(first, second);
        assert_eq!((&none, &some), (&None, &Some(First { number: 2, key: first.clone() })));
        assert_eq!(read(), ((first, none), (second, some)));
    }

    #[test]
    fn blank_cells_their_order_and_blanks_inside_do_not_matter_everything_else_does() {
        let of = |cells: &[(&'static str, &'static str)]| print("ids", cells.iter().copied());
        assert_eq!(of(&[("A", "x  y"), ("B", "")]), of(&[("C", " "), ("A", "x y ")]));
        assert_ne!(of(&[("A", "x"), ("B", "y")]), of(&[("A", "y"), ("B", "x")]));
        assert_ne!(of(&[("A", "xB"), ("C", "y")]), of(&[("A", "x"), ("BC", "y")]));
        assert_ne!(print("ids", std::iter::empty()), print("plain", std::iter::empty()));
    }
}
