//! Speaks: pages, charts, maps and tables, in the reader's language.

pub mod assets;
pub mod chart;
pub mod date;
pub mod form;
pub mod frame;
pub mod html;
pub mod number;
pub mod part;
pub mod sheet;
pub mod words;
