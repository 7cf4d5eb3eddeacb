//! `cargo demo`: from a clone to a sign-in page in one command.
//!
//! Says each step, shows cargo's own progress, then becomes the product. Refuses to know what the demonstration holds.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use clap::Args;

use crate::cargo::build_server;
use crate::surroundings::{Surroundings, answer};

/// Oldest compiler that builds the product, as in the workspace manifest.
const OLDEST_RUST: (u32, u32) = (1, 95);

/// Options of `cargo demo`.
#[derive(Args)]
pub struct Demo {
    /// Handed to `reflex demo` as they are, such as `--listen 0.0.0.0:8080`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pass_on: Vec<String>,
}

impl Demo {
    /// Builds, then turns this process into the server; comes back only when something failed.
    pub fn run(&self, around: &Surroundings) -> bool {
        match toolchain() {
            Ok(found) => println!("[1/3] Toolchain: {found}"),
            Err(way_out) => {
                println!("[1/3] Toolchain: {way_out}");
                return false;
            }
        }
        println!("[2/3] Building Reflex; the first time takes some minutes, later ones seconds");
        let started = Instant::now();
        let Some(reflex) = build_server(around) else {
            println!("[2/3] The build failed; the first error above says why");
            return false;
        };
        println!("[2/3] Built in {} s", started.elapsed().as_secs());
        println!("[3/3] Starting with the data folder ./reflex-demo; delete it to start afresh");
        become_server(Command::new(reflex).args(["demo", "--data", "./reflex-demo"]).args(&self.pass_on))
    }
}

#[cfg(unix)]
fn become_server(command: &mut Command) -> bool {
    use std::os::unix::process::CommandExt;
    println!("cannot start the server: {}", command.exec());
    false
}

#[cfg(not(unix))]
fn become_server(command: &mut Command) -> bool {
    command.status().is_ok_and(|status| status.success())
}

/// What will build, or the sentence that says how to get it.
fn toolchain() -> Result<String, String> {
    let rust =
        answer("rustc", &["--version"]).ok_or("no Rust compiler. Way out: install rustup, then `rustup update`")?;
    let (major, minor) = OLDEST_RUST;
    if version(&rust) < Some(OLDEST_RUST) {
        return Err(format!("{rust} is older than {major}.{minor}. Way out: `rustup update stable`"));
    }
    let compilers = ["cc", "gcc", "clang"];
    let compiler = compilers.into_iter().find_map(|name| answer(name, &["--version"]));
    let Some(compiler) = compiler else {
        let package =
            if Path::new("/usr/bin/apt-get").exists() { "`apt-get install build-essential`" } else { "gcc or clang" };
        return Err(format!("no C compiler, which the embedded database needs. Way out: install {package}"));
    };
    Ok(format!("{rust}; {compiler}"))
}

/// Major and minor number of `rustc 1.95.0 (…)`.
fn version(line: &str) -> Option<(u32, u32)> {
    let mut numbers = line.split_whitespace().nth(1)?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST_RUST, version};

    #[test]
    fn versions_compare_as_numbers_not_as_text() {
        assert!(version("rustc 1.100.0 (abc 2027-01-01)") > Some(OLDEST_RUST));
        assert!(version("rustc 1.9.0 (abc 2016-01-01)") < Some(OLDEST_RUST));
        assert!(version("rustc 1.95.0-nightly (abc)") == Some(OLDEST_RUST));
    }

    #[test]
    fn the_oldest_compiler_is_the_one_in_the_workspace_manifest() {
        let (major, minor) = OLDEST_RUST;
        assert!(include_str!("../../Cargo.toml").contains(&format!("rust-version = \"{major}.{minor}\"")));
    }
}
