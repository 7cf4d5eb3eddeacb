//! Counting: what passed, failed and was skipped, read from the closing lines of the runners.
//!
//! Refuses to guess: a runner that fails without a readable closing line counts as one failure.

use std::ops::AddAssign;

/// Numbers of checks or tests.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Did what they should.
    pub passed: u64,
    /// Did not.
    pub failed: u64,
    /// Were not run.
    pub skipped: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl Tally {
    /// One check.
    pub fn one(passed: bool) -> Tally {
        Tally { passed: u64::from(passed), failed: u64::from(!passed), skipped: 0 }
    }

    /// One failed check.
    pub fn failure() -> Tally {
        Tally::one(false)
    }

    /// One check that was not run.
    pub fn skip() -> Tally {
        Tally { skipped: 1, ..Tally::default() }
    }

    /// Nothing failed.
    pub fn is_clean(self) -> bool {
        self.failed == 0
    }

    /// The closing line that people and CI read.
    pub fn line(self) -> String {
        format!("{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }

    /// A runner's own count, made honest: a failed run holds at least one failure, a good one at least one pass.
    pub fn of_run(counted: Tally, succeeded: bool) -> Tally {
        match (succeeded, counted) {
            (false, Tally { failed: 0, .. }) => Tally { failed: 1, ..counted },
            (true, Tally { passed: 0, failed: 0, .. }) => Tally { passed: 1, ..counted },
            _ => counted,
        }
    }

    /// From nextest: `Summary [ 1.2s] 10 tests run: 8 passed (1 slow), 1 failed, 1 timed out, 2 skipped`.
    pub fn of_nextest(text: &str) -> Tally {
        let summary = text.lines().rev().find(|line| line.trim_start().starts_with("Summary ["));
        let counts = summary.and_then(|line| line.split_once("run:")).map_or("", |(_, counts)| counts);
        Tally::of_parts(counts, ',')
    }

    /// From the standard test runner, all its `test result: ok. 3 passed; 0 failed; 1 ignored; …` lines together.
    pub fn of_doc_tests(text: &str) -> Tally {
        let mut tally = Tally::default();
        for line in text.lines().filter(|line| line.starts_with("test result:")) {
            let counts = line.split_once(". ").map_or("", |(_, counts)| counts);
            tally += Tally::of_parts(counts, ';');
        }
        tally
    }

    /// From Node's test runner: lines such as `ℹ pass 3` or `# pass 3`.
    pub fn of_node(text: &str) -> Tally {
        let mut tally = Tally::default();
        for line in text.lines() {
            let mut words = line.split_whitespace();
            if !matches!(words.next(), Some("ℹ" | "#")) {
                continue;
            }
            let (Some(kind), Some(count)) = (words.next(), words.next().and_then(|count| count.parse::<u64>().ok()))
            else {
                continue;
            };
            match kind {
                "pass" => tally.passed += count,
                "fail" | "cancelled" => tally.failed += count,
                "skipped" | "todo" => tally.skipped += count,
                _ => {}
            }
        }
        tally
    }

    fn of_parts(counts: &str, separator: char) -> Tally {
        let mut tally = Tally::default();
        for part in counts.split(separator) {
            let Some((count, word)) = part.trim().split_once(' ') else { continue };
            let Ok(count) = count.parse::<u64>() else { continue };
            match word {
                word if word.starts_with("passed") => tally.passed += count,
                "skipped" | "ignored" => tally.skipped += count,
                word if ["failed", "timed out", "exec failed"].iter().any(|bad| word.starts_with(bad)) => {
                    tally.failed += count;
                }
                _ => {}
            }
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn nextest_counts_every_kind_of_failure() {
        let text = "noise\n     Summary [   1.234s] 10 tests run: 7 passed (1 slow, 1 leaky), 2 failed, 1 timed out, 3 skipped\n";
        assert_eq!(Tally::of_nextest(text), Tally { passed: 7, failed: 3, skipped: 3 });
    }

    #[test]
    fn a_cut_short_nextest_run_is_read_too() {
        let text = "Summary [ 0.1s] 2/5 tests run: 1 passed, 1 failed, 0 skipped";
        assert_eq!(Tally::of_nextest(text), Tally { passed: 1, failed: 1, skipped: 0 });
    }

    #[test]
    fn doc_tests_of_all_crates_add_up() {
        let text = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
                    test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(Tally::of_doc_tests(text), Tally { passed: 4, failed: 2, skipped: 1 });
    }

    #[test]
    fn node_is_read_in_both_of_its_reports() {
        let wanted = Tally { passed: 4, failed: 3, skipped: 1 };
        assert_eq!(Tally::of_node("ℹ tests 8\nℹ pass 4\nℹ fail 2\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0"), wanted);
        assert_eq!(Tally::of_node("# tests 8\n# pass 4\n# fail 2\n# cancelled 1\n# skipped 1"), wanted);
    }

    #[test]
    fn a_run_that_fails_without_counting_is_one_failure() {
        assert_eq!(Tally::of_run(Tally::default(), false), Tally::failure());
        assert_eq!(Tally::of_run(Tally::default(), true), Tally::one(true));
        let counted = Tally { passed: 5, failed: 2, skipped: 0 };
        assert_eq!(Tally::of_run(counted, false), counted);
    }

    #[test]
    fn the_closing_line_has_three_counts() {
        assert_eq!(Tally { passed: 5, failed: 2, skipped: 1 }.line(), "5 passed, 2 failed, 1 skipped");
    }
}
