//! The test suite: every crate's tests on both engines with nextest, and the examples in the documentation.
//!
//! Refuses to stop at the first failure; the count at the end is of all of them.

use crate::cargo::cargo;
use crate::outfit::ensure_cargo_tool;
use crate::postgres::{Cluster, NoCluster};
use crate::spawn;
use crate::surroundings::Surroundings;
use crate::tally::Tally;

const NEXTEST: &str = "0.9.143";

/// Unit, property, store, app, page and HTTP tests, with a temporary `PostgreSQL` beside them.
pub fn check(around: &Surroundings) -> Tally {
    if let Err(missing) = ensure_cargo_tool("nextest", NEXTEST) {
        return around.lacks(&missing);
    }
    let mut tally = Tally::default();
    let mut tests = cargo(around, &["nextest", "run", "--workspace", "--no-fail-fast"]);
    let cluster = Cluster::start(around);
    match &cluster {
        Ok(cluster) => {
            println!("  temporary PostgreSQL is running");
            tests.env("REFLEX_TEST_POSTGRES", &cluster.url);
        }
        Err(NoCluster::Missing(missing)) => tally += around.lacks(missing),
        Err(NoCluster::Broken(why)) => {
            println!("  PostgreSQL does not start: {why}");
            tally += Tally::failure();
        }
    }
    let heard = spawn::heard(&mut tests);
    tally += Tally::of_run(Tally::of_nextest(&heard.text), heard.ok);
    tally
}

/// The examples in the documentation of the libraries.
pub fn check_examples(around: &Surroundings) -> Tally {
    let heard = spawn::heard(&mut cargo(around, &["test", "--doc", "--workspace", "--quiet"]));
    Tally::of_run(Tally::of_doc_tests(&heard.text), heard.ok)
}
