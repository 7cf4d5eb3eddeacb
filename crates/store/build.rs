//! Rebuilds the crate when a migration appears, since the folder is embedded.

fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
