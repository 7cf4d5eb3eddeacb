//! Tells Cargo that words, templates and assets are part of this crate: a new file must reach the next build. Hands
//! over the boundaries of the catalogue; without them the map says that it has none.

use std::path::Path;
use std::{env, fs, io};

const BOUNDARIES: &str = "../../catalogue/boundaries.json";
const NONE: &str = r#"{"origin":"","view":[1,1],"countries":[],"regions":[],"neighbours":[],"disputed":[]}"#;

#[expect(clippy::disallowed_methods, reason = "Cargo tells a build script where to write through the environment")]
fn main() -> io::Result<()> {
    for folder in ["../../locales", "templates", "assets", "../../catalogue"] {
        println!("cargo:rerun-if-changed={folder}");
    }
    let text = fs::read_to_string(BOUNDARIES).unwrap_or_else(|_| NONE.to_owned());
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("boundaries.json"), text)
}
