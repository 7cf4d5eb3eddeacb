//! Places in the node's sequence as readers are given them: an event's name, from which one reads on.
//!
//! Refuses to tell how far apart two places are: the sequence counts what everybody does, so the difference of two of its
//! numbers would tell a reader of writes it may not see. A keyed permutation of 64 bits hides the number (a balanced
//! Feistel network of four rounds over SHA-256, which is one whatever its rounds give); only the node's secret undoes it.

use crate::cx::App;
use sha2::{Digest, Sha256};

/// Rounds after which neither half tells anything of the other.
const ROUNDS: u32 = 4;
/// No node counts so far. What lies beyond was not sealed here.
const END: u64 = 1 << 48;

/// The name of a place: 16 hexadecimal digits.
pub(crate) fn seal(app: &App, sequence: i64) -> String {
    let block = (0..ROUNDS).fold(sequence.cast_unsigned(), |block, round| forth(app.secret(), block, round));
    format!("{block:016x}")
}

/// The place of a name; `None` for a text that is none.
pub(crate) fn open(app: &App, name: &str) -> Option<i64> {
    let is_form =
        name.len() == 16 && name.bytes().all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit));
    let block = u64::from_str_radix(name, 16).ok().filter(|_| is_form)?;
    let place = (0..ROUNDS).rev().fold(block, |block, round| back(app.secret(), block, round));
    Some(place).filter(|place| *place < END).map(u64::cast_signed)
}

fn forth(secret: &str, block: u64, round: u32) -> u64 {
    let (left, right) = halves(block);
    joined(right, left ^ mixed(secret, right, round))
}

fn back(secret: &str, block: u64, round: u32) -> u64 {
    let (left, right) = halves(block);
    joined(right ^ mixed(secret, left, round), left)
}

fn halves(block: u64) -> (u32, u32) {
    let half = |block: u64| u32::try_from(block & u64::from(u32::MAX)).unwrap_or_default();
    (half(block >> 32), half(block))
}

fn joined(left: u32, right: u32) -> u64 {
    u64::from(left) << 32 | u64::from(right)
}

fn mixed(secret: &str, half: u32, round: u32) -> u32 {
    let digest = Sha256::new().chain_update(secret).chain_update(round.to_be_bytes()).chain_update(half.to_be_bytes());
    digest.finalize().iter().take(4).fold(0, |half, byte| half << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_is_opened_and_neighbours_are_strangers() {
        let way = |block: u64| (0..ROUNDS).fold(block, |block, round| forth("secret", block, round));
        for block in [0, 1, 2, 41, 27_000, END - 1, u64::MAX] {
            let opened = (0..ROUNDS).rev().fold(way(block), |block, round| back("secret", block, round));
            assert_eq!(opened, block);
        }
        let distances: Vec<u64> = (0..100).map(|block| way(block).abs_diff(way(block + 1))).collect();
        assert!(distances.iter().all(|distance| *distance > u64::from(u32::MAX)), "{distances:?}");
    }
}
