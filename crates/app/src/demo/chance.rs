//! Repeatable chance: the same seed gives the same demonstration on every machine and in every version.
//!
//! Refuses to be used for secrets. The generator is SplitMix64 (Steele, Lea, Flood 2014).

/// A repeatable source of numbers.
pub(super) struct Chance(u64);

impl Chance {
    /// From a seed.
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub(super) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`; 0 where the limit is 0.
    pub(super) const fn below(&mut self, limit: u64) -> u64 {
        if limit == 0 { 0 } else { self.next() % limit }
    }

    /// True so many times in a hundred.
    pub(super) const fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of `all`, by weight; `None` where no weight is positive.
    pub(super) fn weighted<'a, T>(&mut self, all: &'a [T], weight: impl Fn(&T) -> u64) -> Option<&'a T> {
        let mut left = self.below(all.iter().map(&weight).sum());
        all.iter().filter(|item| weight(item) > 0).find(|item| {
            let own = weight(item);
            let hit = left < own;
            left = left.saturating_sub(own);
            hit
        })
    }

    /// Between `low` and `high`; each doubling as likely as the next, as amounts seized are.
    pub(super) fn skewed(&mut self, low: u64, high: u64) -> u64 {
        let doublings = u64::from((high / low.max(1)).max(1).ilog2()) + 1;
        let floor = low.max(1) << self.below(doublings);
        (floor + self.below(floor)).min(high)
    }

    /// Ten bytes, for an identifier.
    pub(super) fn bytes(&mut self) -> [u8; 10] {
        let (a, b) = (self.next().to_le_bytes(), self.next().to_le_bytes());
        [a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], b[0], b[1]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_numbers_are_the_published_ones() {
        let mut chance = Chance::new(1_234_567);
        assert_eq!(chance.next(), 6_457_827_717_110_365_317);
        assert_eq!(chance.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn amounts_stay_between_their_bounds() {
        let mut chance = Chance::new(7);
        assert!((0..10_000).map(|_| chance.skewed(3, 9000)).all(|amount| (3..=9000).contains(&amount)));
    }
}
