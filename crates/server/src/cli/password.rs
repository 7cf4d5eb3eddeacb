//! Passwords for accounts: read from a file or standard input, or made here and printed once.
//!
//! Refuses a password as a flag: every program on the machine could read it there.

use super::failure::Failure;
use super::node::ambient;
use app::Ambient;
use clap::Args;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Letters and digits that are not mistaken for each other.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Where a password comes from.
#[derive(Args)]
pub struct PasswordFlags {
    /// Read the password from the first line of this file, or of standard input with `-`. Without it one is made and
    /// printed once.
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
}

/// A password, and whether it was made here and has to be shown.
pub struct Password {
    /// The text.
    pub text: String,
    /// Made here.
    pub made: bool,
}

/// The password of a file, or a new one.
pub fn read(file: Option<&Path>) -> Result<Password, Failure> {
    let Some(path) = file else { return Ok(Password { text: make(&ambient()), made: true }) };
    let mut text = String::new();
    let read = if path == Path::new("-") {
        std::io::stdin().take(10_000).read_to_string(&mut text)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(10_000).read_to_string(&mut text))
    };
    read.map_err(|error| Failure::of_file(path, &error))?;
    let text = text.lines().next().unwrap_or_default().to_owned();
    Ok(Password { text, made: false })
}

/// Four groups of five: a hundred bits.
fn make(ambient: &Ambient) -> String {
    let mut random = [0; 20];
    (ambient.random)(&mut random);
    let letters = random.map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
    let groups: Vec<String> = letters.chunks(5).map(|group| group.iter().collect()).collect();
    groups.join("-")
}
