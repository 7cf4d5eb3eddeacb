//! Tells Cargo that words, templates and assets are part of this crate: a new file must reach the next build.

fn main() {
    for folder in ["../../locales", "templates", "assets"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
