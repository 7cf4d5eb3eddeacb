//! When a question is asked: `key = value`, `key != value`, `key includes value`, joined by `and`, `or` and brackets.
//!
//! Refuses anything that computes: a condition compares answers with values, and nothing else.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A condition on the answers given before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Condition {
    /// The answer is this value.
    Is(String, String),
    /// The answer is another value, or there is none.
    IsNot(String, String),
    /// This value is among those chosen.
    Includes(String, String),
    /// All of them hold.
    All(Vec<Condition>),
    /// Any of them holds.
    Any(Vec<Condition>),
}

/// More than any condition a person reads.
const LONGEST: usize = 400;

impl Condition {
    /// Reads a condition; `None` where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let words = if text.len() <= LONGEST { words(text)? } else { return None };
        let mut rest = words.as_slice();
        let read = any(&mut rest, 0)?;
        rest.is_empty().then_some(read)
    }

    /// Whether it holds, where `said` tells what was answered to a key.
    pub fn holds(&self, said: &impl Fn(&str) -> Option<String>) -> bool {
        match self {
            Self::Is(key, value) => said(key).is_some_and(|said| said == *value),
            Self::IsNot(key, value) => said(key).is_none_or(|said| said != *value),
            Self::Includes(key, value) => said(key).is_some_and(|said| said.split(' ').any(|one| one == value)),
            Self::All(parts) => parts.iter().all(|part| part.holds(said)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(said)),
        }
    }

    /// Every key it asks about, with the value it is compared with.
    pub fn asks(&self) -> Vec<(&str, &str)> {
        match self {
            Self::Is(key, value) | Self::IsNot(key, value) | Self::Includes(key, value) => vec![(key, value)],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::asks).collect(),
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(key, value) => write!(f, "{key} = '{value}'"),
            Self::IsNot(key, value) => write!(f, "{key} != '{value}'"),
            Self::Includes(key, value) => write!(f, "{key} includes '{value}'"),
            Self::All(parts) => joined(f, parts, " and "),
            Self::Any(parts) => joined(f, parts, " or "),
        }
    }
}

fn joined(f: &mut fmt::Formatter<'_>, parts: &[Condition], with: &str) -> fmt::Result {
    for (place, part) in parts.iter().enumerate() {
        let between = if place > 0 { with } else { "" };
        match part {
            Condition::All(_) | Condition::Any(_) => write!(f, "{between}({part})")?,
            single => write!(f, "{between}{single}")?,
        }
    }
    Ok(())
}

impl From<Condition> for String {
    fn from(condition: Condition) -> Self {
        condition.to_string()
    }
}

impl TryFrom<String> for Condition {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a condition")
    }
}

/// A word of a condition; what stood in quotes is a value whatever it looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    Plain(String),
    Quoted(String),
}

fn words(text: &str) -> Option<Vec<Word>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (word, length) = match first {
            '\'' | '"' => {
                let end = rest[1..].find(first)?;
                (Word::Quoted(rest[1..=end].to_owned()), end + 2)
            }
            '(' | ')' | '=' => (Word::Plain(first.to_string()), 1),
            '!' if rest.starts_with("!=") => (Word::Plain("!=".to_owned()), 2),
            _ => {
                let ends = |letter: char| letter.is_whitespace() || "()='\"!".contains(letter);
                let end = rest.find(ends).unwrap_or(rest.len());
                (Word::Plain(rest[..end].to_owned()), end)
            }
        };
        if length == 0 {
            return None;
        }
        words.push(word);
        rest = rest[length..].trim_start();
    }
    Some(words)
}

fn takes(rest: &mut &[Word], word: &str) -> bool {
    let found = matches!(rest.first(), Some(Word::Plain(text)) if text.eq_ignore_ascii_case(word));
    if found {
        *rest = &rest[1..];
    }
    found
}

fn any(rest: &mut &[Word], depth: usize) -> Option<Condition> {
    let mut parts = vec![all(rest, depth)?];
    while takes(rest, "or") {
        parts.push(all(rest, depth)?);
    }
    Some(if parts.len() == 1 { parts.remove(0) } else { Condition::Any(parts) })
}

fn all(rest: &mut &[Word], depth: usize) -> Option<Condition> {
    let mut parts = vec![single(rest, depth)?];
    while takes(rest, "and") {
        parts.push(single(rest, depth)?);
    }
    Some(if parts.len() == 1 { parts.remove(0) } else { Condition::All(parts) })
}

fn single(rest: &mut &[Word], depth: usize) -> Option<Condition> {
    if takes(rest, "(") {
        let inside = if depth < 8 { any(rest, depth + 1)? } else { return None };
        return takes(rest, ")").then_some(inside);
    }
    let [Word::Plain(key), Word::Plain(sign), value, ..] = rest else { return None };
    let (Word::Plain(value) | Word::Quoted(value)) = value;
    let is_word = |text: &str| !text.is_empty() && !text.contains('\'') && !matches!(text, "(" | ")" | "=" | "!=");
    if !is_word(key) || !is_word(value) {
        return None;
    }
    let (key, value) = (key.clone(), value.clone());
    let read = match sign.as_str() {
        "=" => Condition::Is(key, value),
        "!=" => Condition::IsNot(key, value),
        other if other.eq_ignore_ascii_case("includes") => Condition::Includes(key, value),
        _ => return None,
    };
    *rest = &rest[3..];
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn holds(text: &str, said: &[(&str, &str)]) -> bool {
        let value = |key: &str| said.iter().find(|(each, _)| *each == key).map(|(_, value)| (*value).to_owned());
        Condition::parse(text).unwrap().holds(&value)
    }

    #[test]
    fn conditions_compare_join_and_bracket() {
        assert!(holds("a = yes", &[("a", "yes")]));
        assert!(!holds("a = yes", &[]));
        assert!(holds("a != yes", &[]));
        assert!(holds("a includes sea", &[("a", "road sea")]) && !holds("a includes se", &[("a", "road sea")]));
        assert!(holds("a = 1 or b = 2 and c = 3", &[("a", "1")]), "and binds closer than or");
        assert!(!holds("(a = 1 or b = 2) and c = 3", &[("a", "1")]));
        assert!(holds("a = 'or'", &[("a", "or")]), "what stands in quotes is a value");
    }

    #[test]
    fn what_is_no_condition_is_refused() {
        for text in ["", "a", "a =", "= b", "a = b c", "a = b and", "(a = b", "a = 'b", "a > 3", "system('x')"] {
            assert_eq!(Condition::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(text in "(\\(|\\)|a|b| |=|!=|'x y'|and|or|includes){0,20}") {
            if let Some(read) = Condition::parse(&text) {
                prop_assert_eq!(Condition::parse(&read.to_string()), Some(read));
            }
        }
    }
}
