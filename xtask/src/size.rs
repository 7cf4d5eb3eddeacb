//! The longest files and functions, so that growth is seen before it hurts.
//!
//! Refuses to judge by default; `--strict` fails above the ceilings of the house (400 and 35 lines).

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::surroundings::Surroundings;

/// Lines that a file may have.
const FILE_CEILING: usize = 400;
/// Lines that a function may have.
const FUNCTION_CEILING: usize = 35;

/// Options of `cargo xtask size`.
#[derive(Args)]
pub struct Size {
    /// Rows to show in each list.
    #[arg(long, default_value_t = 15)]
    rows: usize,
    /// Fail when a file or a function is above its ceiling.
    #[arg(long)]
    strict: bool,
}

/// A length in lines and what has it.
type Long = (usize, String);

impl Size {
    /// Prints both lists; false only with `--strict` and something above a ceiling.
    pub fn run(&self, around: &Surroundings) -> bool {
        let (mut files, mut functions) = (Vec::new(), Vec::new());
        for path in source_files(&around.root) {
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let name = path.strip_prefix(&around.root).unwrap_or(&path).display().to_string();
            if path.extension().is_some_and(|extension| extension == "rs") {
                functions
                    .extend(lengths_of_functions(&text).into_iter().map(|(n, line)| (n, format!("{name}  {line}"))));
            }
            files.push((text.lines().count(), name));
        }
        let files = self.list("files", FILE_CEILING, files);
        let functions = self.list("functions", FUNCTION_CEILING, functions);
        !self.strict || files + functions == 0
    }

    fn list(&self, what: &str, ceiling: usize, mut longest: Vec<Long>) -> usize {
        longest.sort_by(|a, b| b.cmp(a));
        let above = longest.iter().filter(|(lines, _)| *lines > ceiling).count();
        println!("Longest {what} (ceiling {ceiling} lines, {above} above it)");
        for (lines, name) in longest.iter().take(self.rows) {
            println!("  {lines:5}  {name}");
        }
        above
    }
}

/// Every file below a folder, except build products and downloads, in order of name.
pub fn walk(top: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(top) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let skipped = ["target", "node_modules", ".git"].iter().any(|name| path.ends_with(name));
        if path.is_dir() && !skipped {
            found.extend(walk(&path));
        } else if path.is_file() {
            found.push(path);
        }
    }
    found
}

/// Files that people write and read as code.
fn source_files(root: &Path) -> impl Iterator<Item = PathBuf> {
    let ours = ["crates", "xtask", "browser", "press", ".ci"].map(|folder| walk(&root.join(folder)));
    ours.into_iter().flatten().filter(|path| {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        matches!(extension, "rs" | "html" | "css" | "js" | "mjs" | "sql")
    })
}

/// Lengths of functions in formatted Rust: from the line with `fn` to the closing brace at the same indent.
fn lengths_of_functions(text: &str) -> Vec<Long> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        if !is_function(code) || code.ends_with(';') || code.ends_with('}') {
            continue;
        }
        let closing = format!("{indent}}}");
        if let Some(length) = lines[start..].iter().position(|line| **line == closing) {
            found.push((length + 1, code.trim_end_matches(" {").to_owned()));
        }
    }
    found
}

fn is_function(code: &str) -> bool {
    let words =
        code.split_whitespace().take_while(|word| word.starts_with("pub") || ["const", "async", "fn"].contains(word));
    words.last() == Some("fn")
}

#[cfg(test)]
mod tests {
    use super::lengths_of_functions;

    #[test]
    fn a_method_is_measured_to_its_own_closing_brace() {
        let text = "impl A {\n    pub const fn short(self) -> u8 {\n        if x {\n        }\n    }\n}\nfn one() {}\n";
        assert_eq!(lengths_of_functions(text), [(4, "pub const fn short(self) -> u8".to_owned())]);
    }
}
