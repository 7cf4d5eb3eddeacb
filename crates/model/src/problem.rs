//! What is wrong with what was typed: field, code, parameters. All of it at once, not the first.
//!
//! Refuses to be a sentence: `render` says `problem-<code>` in the reader's language.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt::Display;

/// One thing to settle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Path of the field as in the draft and its JSON, `lines.0.quantity`; empty for the whole.
    pub field: String,
    /// Stable code; its sentence is the message `problem-<code>`.
    pub code: Cow<'static, str>,
    /// Named values the sentence needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub params: Vec<(Cow<'static, str>, String)>,
}

impl Problem {
    /// A problem of `field` without parameters.
    pub fn new(field: impl Into<String>, code: &'static str) -> Self {
        Self { field: field.into(), code: Cow::Borrowed(code), params: Vec::new() }
    }

    /// The same problem with one more named value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.params.push((Cow::Borrowed(name), format!("{value}")));
        self
    }

    /// The same problem of a field inside `outer`.
    #[must_use]
    pub fn inside(mut self, outer: &str) -> Self {
        self.field = if self.field.is_empty() { outer.to_owned() } else { format!("{outer}.{}", self.field) };
        self
    }
}

/// Everything there is to settle; never empty inside an `Err`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Nothing found yet.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Notes one problem.
    pub fn add(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Keeps the value of `read`, or notes its problem and goes on.
    pub fn keep<T>(&mut self, read: Result<T, Problem>) -> Option<T> {
        read.map_err(|problem| self.add(problem)).ok()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `Ok(value)` where nothing was found.
    pub fn or<T>(self, value: Option<T>) -> Result<T, Problems> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ if self.is_empty() => Err(Problem::new("", "incomplete").into()),
            _ => Err(self),
        }
    }

    /// The problems of one field.
    pub fn of<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a Problem> {
        self.0.iter().filter(move |problem| problem.field == field)
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}
