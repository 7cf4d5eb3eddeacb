//! The report of an operation as a document that leaves the house: one HTML file, a workbook, JSON.
//!
//! Refuses to round and to leave out: amounts are exact, and every record behind the figures is listed with its
//! revision. PDF and Word take their place beside these when their writers are there.

mod html;
mod json;
mod xlsx;

pub use html::html;
pub use json::json;
pub use xlsx::xlsx;
