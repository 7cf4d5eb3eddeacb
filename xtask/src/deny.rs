//! Dependency policy: `deny.toml`, checked by cargo-deny.
//!
//! Known weaknesses are asked for only where their database can be reached; when it cannot, this says so.

use crate::cargo::cargo;
use crate::outfit::ensure_cargo_tool;
use crate::spawn;
use crate::surroundings::Surroundings;
use crate::tally::Tally;

const DENY: &str = "0.20.2";

/// Bans, licences and sources always; advisories where possible.
pub fn check(around: &Surroundings) -> Tally {
    if let Err(missing) = ensure_cargo_tool("deny", DENY) {
        return around.lacks(&missing);
    }
    let mut tally = Tally::one(spawn::shown(&mut cargo(around, &["deny", "check", "bans", "licenses", "sources"])));
    tally += advisories(around);
    tally
}

fn advisories(around: &Surroundings) -> Tally {
    let fetched = cargo(around, &["deny", "fetch", "db"]).output();
    if !fetched.is_ok_and(|output| output.status.success()) {
        println!("  advisories: NOT CHECKED, the advisory database cannot be reached from this network");
        return Tally::default();
    }
    let known = cargo(around, &["deny", "check", "--disable-fetch", "advisories"]);
    Tally::one(spawn::shown(&mut { known }))
}
