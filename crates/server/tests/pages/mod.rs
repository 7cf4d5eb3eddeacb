//! Stories of pages, one file per noun.
