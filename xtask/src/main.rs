//! The front desk of the workspace: one command per chore, one file per chore.
//!
//! Refuses to know anything about the product's records; it builds, checks and starts the product as a person would.

mod boundaries;
mod browser;
mod cargo;
mod demo;
mod deny;
mod docs;
mod floors;
mod load;
mod outfit;
mod postgres;
mod size;
mod spawn;
mod suite;
mod surroundings;
mod tally;
mod verify;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use surroundings::Surroundings;

/// Chores of the Reflex workspace.
#[derive(Parser)]
#[command(name = "xtask", bin_name = "cargo xtask")]
struct FrontDesk {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build Reflex and start it with a demonstration operation.
    Demo(demo::Demo),
    /// Run every check that a change must pass.
    Verify(verify::Verify),
    /// Check that no crate reaches across floors or for a library kept elsewhere.
    Floors,
    /// Check that every message exists, complete, in every language.
    Words,
    /// Measure what the running product costs over HTTP: processor time and memory.
    Load(load::Load),
    /// List the longest files and functions.
    Size(size::Size),
    /// Write the generated parts of docs/ anew.
    Docs,
    /// Draw the catalogue's map anew from first-level regions in `GeoJSON`
    Boundaries(boundaries::Boundaries),
    /// Download what the browser journeys need and run them.
    Browser,
    /// Keep a temporary `PostgreSQL` running and print its address, until the input ends.
    Postgres,
}

fn main() -> ExitCode {
    let around = Surroundings::look();
    let fine = match FrontDesk::parse().chore {
        Chore::Demo(demo) => demo.run(&around),
        Chore::Verify(verify) => verify.run(&around),
        Chore::Floors => floors::check(&around).is_clean(),
        Chore::Words => words::check(&around).is_clean(),
        Chore::Load(load) => load.run(&around),
        Chore::Size(size) => size.run(&around),
        Chore::Docs => docs::write(&around),
        Chore::Boundaries(boundaries) => boundaries.run(),
        Chore::Browser => browser::check(&around).is_clean(),
        Chore::Postgres => postgres::keep(&around),
    };
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
