//! Quotation marks that are never closed: in a CSV file one of them takes all that follows for one cell.
//!
//! Refuses to take a mark for the closing one only because it is the next: behind a closing mark the cell ends. Quoted
//! cells of one line are left as they are, whatever stands in them.

/// A quotation mark that opens a cell of several lines and that nothing closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OpenQuote {
    /// Where it stands among the bytes of its row.
    pub(crate) at: usize,
    /// The column of its cell, from 0.
    pub(crate) column: usize,
    /// How many lines after its own it took.
    pub(crate) lines: usize,
}

/// Where in a cell one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    Start,
    Plain,
    Quoted,
    /// Behind a mark that closes the cell, or that is the first half of a mark inside it.
    Closed,
    /// Behind that and a blank.
    Behind,
}

/// Whether a byte ends a line.
pub(crate) const fn breaks(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// The open quotation mark of a row, given its bytes.
pub(crate) fn open(raw: &[u8], delimiter: u8) -> Option<OpenQuote> {
    let (mut place, mut column, mut at) = (In::Start, 0, 0);
    let first = raw.iter().position(|byte| !breaks(*byte))?;
    for (here, byte) in raw.iter().copied().enumerate().skip(first) {
        place = match (place, byte) {
            (In::Quoted, b'"') => In::Closed,
            (In::Quoted, _) | (In::Closed, b'"') => In::Quoted,
            (_, _) if byte == delimiter => {
                column += 1;
                In::Start
            }
            (In::Start, b'"') => {
                at = here;
                In::Quoted
            }
            (In::Closed | In::Behind, b' ') => In::Behind,
            (In::Closed | In::Behind, _) if !breaks(byte) && lines(&raw[at..here]) > 0 => {
                return Some(OpenQuote { at, column, lines: lines(&raw[at..here]) });
            }
            _ => In::Plain,
        };
    }
    (place == In::Quoted).then(|| OpenQuote { at, column, lines: lines(raw[at..].trim_ascii_end()) })
}

/// The line breaks of a text.
fn lines(text: &[u8]) -> usize {
    let count = |sign: u8| text.split(|byte| *byte == sign).count() - 1;
    count(b'\n').max(count(b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(usize, usize, usize)> {
        open(text.as_bytes(), b';').map(|open| (open.at, open.column, open.lines))
    }

    #[test]
    fn a_mark_that_nothing_closes_is_found_with_the_lines_it_took() {
        assert_eq!(found("a;\"b\nc;d\ne;f\n"), Some((2, 1, 2)));
        assert_eq!(found("\r\na;\"b\r\nc;d\r\n"), Some((4, 1, 1)));
        assert_eq!(found("a;\"b"), Some((2, 1, 0)));
        assert_eq!(found("a;\"b \"\"c\"\"\nd\n"), Some((2, 1, 1)), "two marks are one inside the cell");
    }

    #[test]
    fn a_mark_behind_which_the_cell_goes_on_closes_nothing() {
        assert_eq!(found("a;\"b\nc;\"d\";e\n"), Some((2, 1, 1)));
        assert_eq!(found("a;\"b\nc;\" d\n"), Some((2, 1, 1)));
    }

    #[test]
    fn closed_cells_are_closed() {
        for text in
            ["a;\"b\nc\";d\n", "a;\"b\nc\"\n", "a;\"b\nc\"", "a;\"b\nc\"  ;d", "a;b\"c;d", "a;\"b\"c;d", "", "\n\n"]
        {
            assert_eq!(found(text), None, "{text:?}");
        }
    }
}
