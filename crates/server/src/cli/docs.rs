//! `reflex docs`: the reference pages, written by the program they describe.

use super::failure::Failure;
use crate::docs::pages;
use clap::Args;
use std::fs;
use std::path::PathBuf;

/// Options of `reflex docs`.
#[derive(Args)]
pub struct Docs {
    /// The folder to write into.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

impl Docs {
    /// Writes every page.
    pub fn run(&self) -> Result<(), Failure> {
        fs::create_dir_all(&self.out).map_err(|error| Failure::of_file(&self.out, &error))?;
        for (name, text) in pages() {
            let path = self.out.join(name);
            fs::write(&path, text).map_err(|error| Failure::of_file(&path, &error))?;
        }
        Ok(())
    }
}
