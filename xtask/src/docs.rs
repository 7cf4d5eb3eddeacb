//! Generated documents: written anew by the product itself, and compared with what is committed.
//!
//! Refuses to keep a second source: what a page here says is printed by the code it describes.
//! Adding a generated folder is adding a line to `GENERATED`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cargo::build_server;
use crate::spawn;
use crate::surroundings::Surroundings;
use crate::tally::Tally;

/// A folder of documents and the words of the `reflex` command that writes it; the folder follows as last argument.
struct Generated {
    folder: &'static str,
    command: &'static [&'static str],
}

const GENERATED: &[Generated] = &[Generated { folder: "docs/reference", command: &["docs", "--out"] }];

/// Writes every generated folder in place.
pub fn write(around: &Surroundings) -> bool {
    let Some(reflex) = build_server(around) else { return false };
    GENERATED.iter().all(|generated| {
        println!("  {}", generated.folder);
        generate(&reflex, generated, &around.root.join(generated.folder))
    })
}

/// Writes every generated folder elsewhere and names each file that differs from the committed one.
pub fn check(around: &Surroundings) -> Tally {
    let Some(reflex) = build_server(around) else { return Tally::failure() };
    let mut tally = Tally::default();
    for generated in GENERATED {
        let fresh = around.root.join("target/generated").join(generated.folder);
        // A folder that is not there yet is as good as an emptied one.
        let _ = fs::remove_dir_all(&fresh);
        let written = fs::create_dir_all(&fresh).is_ok() && generate(&reflex, generated, &fresh);
        let differences = differences(&around.root.join(generated.folder), &fresh);
        for difference in &differences {
            println!("  {}/{difference}", generated.folder);
        }
        if !differences.is_empty() {
            println!("  way out: `cargo xtask docs`, read the change, commit it");
        }
        tally += Tally::one(written && differences.is_empty());
    }
    tally
}

fn generate(reflex: &Path, generated: &Generated, folder: &Path) -> bool {
    spawn::shown(Command::new(reflex).args(generated.command).arg(folder))
}

/// One sentence for each file that is not the same in both folders.
fn differences(committed: &Path, fresh: &Path) -> Vec<String> {
    let (old, new) = (files(committed), files(fresh));
    let mut sentences = Vec::new();
    for name in old.keys().filter(|name| !new.contains_key(*name)) {
        sentences.push(format!("{}: is no longer generated", name.display()));
    }
    for (name, text) in &new {
        match old.get(name) {
            None => sentences.push(format!("{}: is not committed", name.display())),
            Some(before) if before != text => sentences.push(format!("{}: is out of date", name.display())),
            Some(_) => {}
        }
    }
    sentences
}

fn files(top: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for path in crate::size::walk(top) {
        if let (Ok(name), Ok(text)) = (path.strip_prefix(top), fs::read(&path)) {
            found.insert(name.to_path_buf(), text);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::differences;
    use std::fs;

    #[test]
    fn a_changed_a_new_and_a_gone_page_are_each_named() {
        let top = std::env::temp_dir().join(format!("xtask-docs-{}", std::process::id()));
        let (committed, fresh) = (top.join("committed"), top.join("fresh/deep"));
        fs::create_dir_all(&committed).unwrap();
        fs::create_dir_all(&fresh).unwrap();
        fs::write(committed.join("gone.md"), "x").unwrap();
        fs::write(committed.join("same.md"), "x").unwrap();
        fs::write(committed.join("old.md"), "x").unwrap();
        fs::write(top.join("fresh/same.md"), "x").unwrap();
        fs::write(top.join("fresh/old.md"), "y").unwrap();
        fs::write(fresh.join("new.md"), "x").unwrap();
        let found = differences(&committed, &top.join("fresh"));
        fs::remove_dir_all(&top).unwrap();
        assert_eq!(
            found,
            ["gone.md: is no longer generated", "deep/new.md: is not committed", "old.md: is out of date"]
        );
    }
}
