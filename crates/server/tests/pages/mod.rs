//! Stories of pages, one file per noun.

mod member;
mod operation;
mod report;
mod session;
