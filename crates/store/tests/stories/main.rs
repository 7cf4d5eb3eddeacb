//! Stories of the store, each told on SQLite and, where `REFLEX_TEST_POSTGRES` names a server, on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod answer;
mod audit;
mod card;
mod condition;
mod incident;
mod legal_act;
mod listing;
mod open;
mod operation;
mod people;
mod search;
mod total;
mod visible;
mod world;
