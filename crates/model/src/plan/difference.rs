//! What changed between two texts, word by word, and between two versions of a plan, clause by clause.
//!
//! Refuses to guess beyond its bound: texts too long to compare are shown as one taken out and one put in.

use super::{Clause, Plan};

/// A part of a text that was compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the later.
    Put(String),
    /// Only in the earlier.
    Taken(String),
}

/// Words compared at most with words: about two thousand against two thousand.
const BOUND: usize = 4_000_000;

/// What changed from `old` to `new`, word by word, in any script.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (split(old), split(new));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let mut pieces = Vec::new();
    old[..head].iter().for_each(|word| push(&mut pieces, Piece::Same((*word).to_owned())));
    middle(&old[head..old.len() - tail], &new[head..new.len() - tail], &mut pieces);
    old[old.len() - tail..].iter().for_each(|word| push(&mut pieces, Piece::Same((*word).to_owned())));
    pieces
}

/// Words, with the blanks and marks between them as words of their own. Joiners and vowel marks belong to their word.
fn split(text: &str) -> Vec<&str> {
    let belongs = |letter: char| {
        letter.is_alphanumeric()
            || matches!(letter, '\u{200C}' | '\u{200D}' | '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{065F}')
    };
    let mut words = Vec::new();
    let mut from = 0;
    let mut last: Option<bool> = None;
    for (at, letter) in text.char_indices() {
        let inside = belongs(letter);
        if at > from && (!inside || last != Some(true)) {
            words.push(&text[from..at]);
            from = at;
        }
        last = Some(inside);
    }
    if from < text.len() {
        words.push(&text[from..]);
    }
    words
}

/// The longest common subsequence of what is neither common head nor tail.
fn middle(old: &[&str], new: &[&str], pieces: &mut Vec<Piece>) {
    if old.len().saturating_mul(new.len()) > BOUND {
        for word in old {
            push(pieces, Piece::Taken((*word).to_owned()));
        }
        for word in new {
            push(pieces, Piece::Put((*word).to_owned()));
        }
        return;
    }
    let width = new.len() + 1;
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    for at in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            longest[at * width + to] = if old[at] == new[to] {
                longest[(at + 1) * width + to + 1] + 1
            } else {
                longest[(at + 1) * width + to].max(longest[at * width + to + 1])
            };
        }
    }
    let (mut at, mut to) = (0, 0);
    while at < old.len() || to < new.len() {
        if at < old.len() && to < new.len() && old[at] == new[to] {
            push(pieces, Piece::Same(old[at].to_owned()));
            (at, to) = (at + 1, to + 1);
        } else if to == new.len() || at < old.len() && longest[(at + 1) * width + to] >= longest[at * width + to + 1] {
            push(pieces, Piece::Taken(old[at].to_owned()));
            at += 1;
        } else {
            push(pieces, Piece::Put(new[to].to_owned()));
            to += 1;
        }
    }
}

/// Adds a word to the piece before it where both are of one kind.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (Some(Piece::Same(before)), Piece::Same(word))
        | (Some(Piece::Put(before)), Piece::Put(word))
        | (Some(Piece::Taken(before)), Piece::Taken(word)) => before.push_str(&word),
        (_, piece) => pieces.push(piece),
    }
}

crate::codes! {
    /// What became of a clause.
    pub enum Touch {
        /// It is new.
        Added = "added",
        /// Its words or measures changed.
        Changed = "changed",
        /// Only its place changed.
        Moved = "moved",
        /// It is gone.
        Removed = "removed",
    }
}

/// A clause that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<'a> {
    /// What became of it.
    pub touch: Touch,
    /// As it was; `None` where it is new.
    pub before: Option<&'a Clause>,
    /// As it is; `None` where it is gone.
    pub now: Option<&'a Clause>,
}

/// The clauses that are not as they were, in the order of the later version; those that are gone stand last.
pub fn changes<'a>(old: &'a Plan, new: &'a Plan) -> Vec<Change<'a>> {
    let kept = |plan: &'a Plan, other: &'a Plan| {
        plan.clauses.iter().filter(|clause| other.clause(&clause.id).is_some()).map(|clause| clause.id.as_str())
    };
    let (order_before, order_now): (Vec<&str>, Vec<&str>) = (kept(old, new).collect(), kept(new, old).collect());
    let mut all = Vec::new();
    for clause in &new.clauses {
        let before = old.clause(&clause.id);
        let place = |order: &[&str]| order.iter().position(|id| *id == clause.id);
        let touch = match before {
            None => Touch::Added,
            Some(before) if before != clause => Touch::Changed,
            Some(_) if place(&order_before) != place(&order_now) => Touch::Moved,
            Some(_) => continue,
        };
        all.push(Change { touch, before, now: Some(clause) });
    }
    let gone = old.clauses.iter().filter(|clause| new.clause(&clause.id).is_none());
    all.extend(gone.map(|clause| Change { touch: Touch::Removed, before: Some(clause), now: None }));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(old: &str, new: &str) -> String {
        let piece = |piece: Piece| match piece {
            Piece::Same(text) => text,
            Piece::Put(text) => format!("[+{text}]"),
            Piece::Taken(text) => format!("[-{text}]"),
        };
        words(old, new).into_iter().map(piece).collect()
    }

    #[test]
    fn a_changed_word_is_taken_out_and_put_in_and_the_rest_stands() {
        assert_eq!(marked("Report within 24 hours.", "Report within 12 hours."), "Report within [-24][+12] hours.");
        assert_eq!(
            marked("Сообщать в течение суток", "Сообщать сразу, в течение суток"),
            "Сообщать [+сразу, ]в течение суток"
        );
        assert_eq!(marked("گزارش می‌دهند", "گزارش نمی‌دهند"), "گزارش [-می‌دهند][+نمی‌دهند]");
    }

    #[test]
    fn texts_beyond_the_bound_are_still_told_whole() {
        let (old, new) = ("a ".repeat(3000), "b ".repeat(3000));
        let pieces = words(&old, &new);
        assert!(pieces.len() <= 3, "{}", pieces.len());
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back(old in "[ab ,.аб]{0,40}", new in "[ab ,.аб]{0,40}") {
            let pieces = words(&old, &new);
            let of = |wanted: fn(&Piece) -> Option<&String>| pieces.iter().filter_map(wanted).map(String::as_str).collect::<String>();
            prop_assert_eq!(of(|piece| match piece { Piece::Same(text) | Piece::Taken(text) => Some(text), Piece::Put(_) => None }), old);
            prop_assert_eq!(of(|piece| match piece { Piece::Same(text) | Piece::Put(text) => Some(text), Piece::Taken(_) => None }), new);
        }
    }
}
