//! Reads a spreadsheet saved as CSV: its rows become incident drafts through a mapping that declares every column.
//!
//! Refuses to guess and to drop: a column nobody declared stops the file, a row is kept, kept with a question, or refused
//! with its reason, and nothing is written from here; the verb above decides what becomes of a draft.
//!
//! - [`Mapping`]: which column is which field, which word is which code; a small TOML file.
//! - [`Intake`]: one file read through it, row by row.
//! - [`read_answers`]: a workbook in which a questionnaire was answered offline.
//! - [`span`]: the days and countries a file spans, before anything is kept.

mod answers;
mod day;
mod encoding;
mod key;
mod kind;
mod mapping;
mod memory;
mod number;
mod plan;
mod quote;
mod read;
mod settle;
mod sheet;
mod stray;
mod target;
mod usual;
mod workbook;
mod xlsform;

pub use answers::{Filled, read_answers};
pub use encoding::Encoding;
pub use mapping::{Delimiter, FieldRule, Mapping};
pub use model::time::DateOrder;
pub use read::{Intake, Limits, span};
pub use usual::{LEAST_ROWS, UNLIKELY_TIMES};
pub use workbook::{BYTES, Grid, open};
pub use xlsform::read_xlsform;
