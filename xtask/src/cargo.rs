//! Asking cargo: commands in the workspace, and what it knows about the packages.
//!
//! Refuses to parse manifests itself; `cargo metadata` is the only witness.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::spawn;
use crate::surroundings::Surroundings;

/// A cargo command that runs at the top of the workspace.
pub fn cargo(around: &Surroundings, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(&around.root);
    if around.terminal {
        command.env("CARGO_TERM_COLOR", "always");
    }
    command
}

/// What cargo knows about the workspace's own packages.
pub fn metadata(around: &Surroundings) -> Result<Value, String> {
    let output = cargo(around, &["metadata", "--format-version", "1", "--no-deps"]).output();
    let output = output.map_err(|problem| format!("cannot run cargo: {problem}"))?;
    if !output.status.success() {
        return Err(format!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    serde_json::from_slice(&output.stdout).map_err(|problem| format!("cargo metadata is not readable: {problem}"))
}

/// Builds the server as `cargo demo` runs it and answers where the binary is.
///
/// The profile is that of the tests, so that what one compiled the other finds ready.
pub fn build_server(around: &Surroundings) -> Option<PathBuf> {
    if !spawn::shown(&mut cargo(around, &["build", "--package", "server", "--bin", "reflex"])) {
        return None;
    }
    let known = metadata(around).map_err(|problem| println!("  {problem}")).ok()?;
    let folder = known["target_directory"].as_str()?;
    Some(PathBuf::from(folder).join("debug").join("reflex"))
}
