//! The door: addresses, pages' handlers, the REST API, the command line and configuration.
//!
//! Refuses to decide and to remember: a handler parses, calls one verb of `app`, and answers with words of `render`.
//! Start at [`routes`]: every address stands there, on one page.

pub mod api;
pub mod assets;
pub mod cli;
pub mod config;
mod crowd;
pub mod docs;
pub mod error;
pub mod filter;
pub mod frame;
pub mod live;
pub mod mail;
pub mod metrics;
pub mod pages;
mod patience;
pub mod route;
pub mod router;
pub mod routes;
pub mod security;
pub mod serve;
pub mod session;
pub mod state;
pub mod typed;
pub mod visitor;
