//! Stories told over HTTP and on the command line: the real router over a small world. The folders mirror the addresses.

#![expect(clippy::unwrap_used, reason = "a story stops at the first surprise")]
#![expect(clippy::panic, reason = "a story stops at the first surprise")]

mod analysis;
mod api;
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
