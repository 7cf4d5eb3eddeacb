//! The form of a record that is signed and travels: versioned, canonical JSON.
//!
//! Refuses to change: a version that has left the house is frozen; a new shape is a new module beside it.

pub mod v1;
