//! Stories of the verbs, told to a small world with a fixed clock and seeded identifiers.

mod demo;
mod import;
mod incident;
mod member;
mod operation;
mod total;
mod world;
