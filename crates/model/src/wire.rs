//! The form of a record that is signed and travels: versioned, canonical JSON.
//!
//! Refuses to change: a version that has left the house is frozen; a new shape is a new module beside it.

pub mod v1;

/// Bytes as lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut written, byte| {
        // Writing into a text cannot fail.
        let _ = write!(written, "{byte:02x}");
        written
    })
}
