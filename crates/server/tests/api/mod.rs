//! Stories of `/api`.

mod answers;
mod import;
mod incident;
mod operation;
mod reader;
mod record;
pub mod shared;
mod total;
