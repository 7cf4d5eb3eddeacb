//! `cargo verify`: every check that a change must pass, in order, each with its time and result.
//!
//! Goes on after a failed step, so that one run shows everything. Refuses to skip silently: what the machine lacks is
//! said loudly, and with `CI=true` it is a failure.

use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use crate::cargo::cargo;
use crate::spawn::shown;
use crate::surroundings::Surroundings;
use crate::tally::Tally;
use crate::{browser, deny, docs, floors, suite, words};

/// Options of `cargo verify`.
#[derive(Args)]
pub struct Verify {
    /// Run only this step; may be given more than once.
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
    /// Leave this step out; may be given more than once.
    #[arg(long, value_name = "STEP")]
    skip: Vec<Step>,
}

/// One check, in the order in which they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Formatting of the code.
    Format,
    /// Who may depend on whom.
    Floors,
    /// Messages in every language.
    Words,
    /// Lints, all of them errors.
    Clippy,
    /// Licences, sources and bans of dependencies.
    Deny,
    /// All tests, on both database engines.
    Tests,
    /// Examples in the documentation of the code.
    Examples,
    /// Generated documents are up to date.
    Docs,
    /// Journeys in a real browser.
    Browser,
}

impl Step {
    fn check(self, around: &Surroundings) -> Tally {
        match self {
            Step::Format => Tally::one(shown(&mut cargo(around, &["fmt", "--all", "--check"]))),
            Step::Floors => floors::check(around),
            Step::Words => words::check(around),
            Step::Clippy => Tally::one(shown(&mut cargo(around, CLIPPY))),
            Step::Deny => deny::check(around),
            Step::Tests => suite::check(around),
            Step::Examples => suite::check_examples(around),
            Step::Docs => docs::check(around),
            Step::Browser => browser::check(around),
        }
    }

    fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

const CLIPPY: &[&str] = &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];

impl Verify {
    /// Runs the steps; true when none failed.
    pub fn run(&self, around: &Surroundings) -> bool {
        let mut total = Tally::default();
        let mut rows = Vec::new();
        for step in self.steps() {
            println!("\n── {} ──", step.name());
            let started = Instant::now();
            let tally = step.check(around);
            let row = row(step, tally, started.elapsed());
            println!("{row}");
            rows.push(row);
            total += tally;
        }
        println!("\n── result ──\n{}\n{}", rows.join("\n"), total.line());
        total.is_clean()
    }

    fn steps(&self) -> impl Iterator<Item = Step> {
        let wanted = |step: &Step| self.only.is_empty() || self.only.contains(step);
        Step::value_variants().iter().copied().filter(move |step| wanted(step) && !self.skip.contains(step))
    }
}

fn row(step: Step, tally: Tally, time: Duration) -> String {
    let verdict = match tally {
        Tally { failed: 1.., .. } => "FAILED",
        Tally { passed: 0, skipped: 1.., .. } => "SKIPPED",
        _ => "ok",
    };
    format!("{verdict:8} {:9} {:7.1} s   {}", step.name(), time.as_secs_f64(), tally.line())
}

#[cfg(test)]
mod tests {
    use super::{Step, Verify, row};
    use crate::tally::Tally;
    use std::time::Duration;

    fn names(verify: &Verify) -> Vec<String> {
        verify.steps().map(Step::name).collect()
    }

    #[test]
    fn only_and_skip_narrow_the_steps_and_keep_their_order() {
        let verify = Verify { only: vec![Step::Words, Step::Format, Step::Deny], skip: vec![Step::Deny] };
        assert_eq!(names(&verify), ["format", "words"]);
        assert_eq!(names(&Verify { only: vec![], skip: vec![] }).len(), 9);
    }

    #[test]
    fn a_step_with_one_failure_among_passes_is_failed() {
        let tally = Tally { passed: 10, failed: 1, skipped: 1 };
        assert!(row(Step::Tests, tally, Duration::ZERO).starts_with("FAILED"));
        assert!(row(Step::Tests, Tally::skip(), Duration::ZERO).starts_with("SKIPPED"));
        assert!(row(Step::Tests, Tally { failed: 0, ..tally }, Duration::ZERO).starts_with("ok"));
    }
}
