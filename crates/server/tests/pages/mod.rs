//! Stories of pages, one file per noun.

mod incident;
mod member;
mod operation;
mod report;
mod session;
