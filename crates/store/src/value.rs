//! What goes into a statement: a value that both engines bind alike, and a statement that numbers its own placeholders.
//!
//! Refuses to put a value into the text of a statement; text is written by hand, values travel beside it.

use crate::engine::Engine;

/// A bound value. An absent one still knows its type, because PostgreSQL asks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// TEXT.
    Text(Option<String>),
    /// BIGINT, also for yes (1) and no (0).
    Int(Option<i64>),
}

macro_rules! from {
    ($($source:ty => |$value:ident| $variant:ident($into:expr);)*) => {$(
        impl From<$source> for Value {
            fn from($value: $source) -> Value { Value::$variant(Some($into)) }
        }
        impl From<Option<$source>> for Value {
            fn from(value: Option<$source>) -> Value { Value::$variant(value.map(|$value| $into)) }
        }
    )*};
}

from! {
    String => |value| Text(value);
    &String => |value| Text(value.clone());
    &str => |value| Text(value.to_owned());
    i64 => |value| Int(value);
    i32 => |value| Int(value.into());
    u32 => |value| Int(value.into());
    u16 => |value| Int(value.into());
    u8 => |value| Int(value.into());
    bool => |value| Int(value.into());
}

/// `params![a, b]`: the values of a statement, in the order of `$1`, `$2`.
macro_rules! params {
    ($($value:expr),* $(,)?) => { vec![$($crate::value::Value::from($value)),*] };
}
pub(crate) use params;

/// A statement under construction: every `?` of the text added becomes the next `$n`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sql {
    text: String,
    params: Vec<Value>,
}

impl Sql {
    /// Starts with text that binds nothing.
    pub fn new(text: impl Into<String>) -> Sql {
        Sql { text: text.into(), params: Vec::new() }
    }

    /// Adds text that binds nothing.
    pub fn push(&mut self, text: &str) -> &mut Sql {
        self.text.push_str(text);
        self
    }

    /// Adds text whose `?` stand for the values given, in order.
    pub fn bind(&mut self, text: &str, values: Vec<Value>) -> &mut Sql {
        debug_assert_eq!(text.matches('?').count(), values.len(), "{text}");
        let mut next = self.params.len();
        for (index, part) in text.split('?').enumerate() {
            if index > 0 {
                next += 1;
                self.text.push('$');
                self.text.push_str(&next.to_string());
            }
            self.text.push_str(part);
        }
        self.params.extend(values);
        self
    }

    /// Adds another statement's text and values.
    pub fn append(&mut self, clause: &Clause) -> &mut Sql {
        self.bind(&clause.text, clause.values.clone())
    }

    /// Adds ` AND column IN (?, …)`; an empty list adds a condition nothing meets.
    pub fn and_any<T: Into<Value>>(&mut self, column: &str, values: impl IntoIterator<Item = T>) -> &mut Sql {
        let values: Vec<Value> = values.into_iter().map(Into::into).collect();
        if values.is_empty() {
            return self.push(" AND 1 = 0");
        }
        let marks = vec!["?"; values.len()].join(", ");
        self.bind(&format!(" AND {column} IN ({marks})"), values)
    }

    /// The text and its values, ready to run.
    pub fn done(self) -> (String, Vec<Value>) {
        (self.text, self.params)
    }
}

/// A condition with `?` marks and their values, made once and added to several statements.
#[derive(Debug, Clone, Default)]
pub(crate) struct Clause {
    /// The text, one `?` per value.
    pub text: String,
    /// The values, in order.
    pub values: Vec<Value>,
}

impl Clause {
    /// A condition and its values.
    pub fn new(text: impl Into<String>, values: Vec<Value>) -> Clause {
        Clause { text: text.into(), values }
    }

    /// Adds another condition that has to hold too.
    pub fn and(&mut self, other: &Clause) -> &mut Clause {
        if !self.text.is_empty() {
            self.text.push_str(" AND ");
        }
        self.text.push_str(&other.text);
        self.values.extend(other.values.iter().cloned());
        self
    }
}

/// The most values one statement may bind; SQLite's own limit is 32,766, PostgreSQL's 65,535.
pub(crate) const MOST_VALUES: usize = 32_000;

/// `($1, $2), ($3, $4)`: the places of `rows` rows of `columns` values each; `(?, ?), (?, ?)` on SQLite, which searches
/// its list of named places for every value it is given, so that a thousand names cost a million steps.
pub(crate) fn places(engine: Engine, rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let place = |column: usize| match engine {
            Engine::Sqlite => "?".to_owned(),
            Engine::Postgres => format!("${}", row * columns + column + 1),
        };
        format!("({})", (0..columns).map(place).collect::<Vec<_>>().join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_numbered_across_parts() {
        let mut sql = Sql::new("SELECT a FROM t WHERE 1 = 1");
        sql.bind(" AND a = ?", params!["x"]).and_any("b", [1_i64, 2]).bind(" AND c = ?", params![3_i64]);
        let (text, values) = sql.done();
        assert_eq!(text, "SELECT a FROM t WHERE 1 = 1 AND a = $1 AND b IN ($2, $3) AND c = $4");
        assert_eq!(values.len(), 4);
    }

    #[test]
    fn an_empty_choice_finds_nothing_instead_of_everything() {
        let mut sql = Sql::new("SELECT 1 WHERE 1 = 1");
        sql.and_any("b", Vec::<i64>::new());
        assert!(sql.done().0.ends_with("AND 1 = 0"));
    }

    #[test]
    fn places_number_every_row() {
        assert_eq!(places(Engine::Postgres, 2, 2), "($1, $2), ($3, $4)");
        assert_eq!(places(Engine::Sqlite, 2, 2), "(?, ?), (?, ?)");
    }
}
