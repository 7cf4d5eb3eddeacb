//! Stories of `/api`.

mod import;
mod incident;
mod operation;
mod reader;
mod total;
