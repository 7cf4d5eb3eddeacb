//! Stories told over HTTP and on the command line: the real router over a small world. The folders mirror the addresses.

#![expect(clippy::unwrap_used, reason = "a story stops at the first surprise")]
#![expect(clippy::panic, reason = "a story stops at the first surprise")]

mod analysis;
mod api;
/// Workbooks as no spreadsheet program would write them, as the reader of spreadsheets is tested with.
#[path = "../../intake/tests/intake/book.rs"]
#[expect(dead_code, reason = "the reader's own tests use more of it")]
mod book;
mod command;
mod coverage;
mod exchange;
mod full;
mod hostile;
mod law;
mod line;
mod links;
mod live;
mod machine;
mod pages;
mod plan;
mod world;
mod writes;
