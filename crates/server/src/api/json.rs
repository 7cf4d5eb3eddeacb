//! JSON against the shape that the description gives it: everything that does not fit, each where it stands.
//!
//! Refuses unknown fields, a field that is there twice, values of another type and a list in the place of an object. What
//! is wrong is said of the sender's fields; nothing of the program's own types comes out.

use crate::api::openapi::shapes;
use model::problem::{Problem, Problems};
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::error::Category;
use std::collections::BTreeSet;
use std::fmt;

/// Problems of one body at most; whoever has more begins with these.
const MOST: usize = 100;
/// Letters that are shown of a value that does not fit.
const SHOWN: usize = 60;

/// A draft with a shape in the description.
pub trait Shaped: DeserializeOwned {
    /// The name of its shape.
    const SHAPE: &'static str;
}

macro_rules! shaped {
    ($($draft:ty = $name:literal),* $(,)?) => { $(impl Shaped for $draft { const SHAPE: &'static str = $name; })* };
}

shaped! {
    model::incident::IncidentDraft = "IncidentDraft",
    model::incident::ConfirmationDraft = "ConfirmationDraft",
    model::incident::AnswerDraft = "AnswerDraft",
    model::operation::OperationDraft = "OperationDraft",
    model::detection::DetectionDraft = "DetectionDraft",
    model::legal_act::LegalActDraft = "LegalActDraft",
    model::control_entry::ControlEntryDraft = "ControlEntryDraft",
    model::determination::DeterminationDraft = "DeterminationDraft",
    model::finding::FindingDraft = "FindingDraft",
    model::recommendation::RecommendationDraft = "RecommendationDraft",
    crate::api::incident::Retraction = "Retraction",
    crate::api::stage::Opening = "Opening",
}

/// The draft of a text, or everything in it that does not fit.
pub fn read<T: Shaped>(text: &str) -> Result<T, Problems> {
    let tree: Tree = serde_json::from_str(text).map_err(|error| broken(&error))?;
    let mut walk = Walk { problems: Problems::none() };
    walk.look(&tree, &shapes()[T::SHAPE], "");
    match (walk.problems.is_empty(), serde_json::from_str(text)) {
        (true, Ok(draft)) => Ok(draft),
        (true, Err(error)) => Err(left_over(text, &error).into()),
        (false, _) => Err(walk.problems),
    }
}

fn broken(error: &serde_json::Error) -> Problems {
    Problem::new("", "json-broken").with("line", error.line()).with("column", error.column()).into()
}

/// What only the draft itself refuses, such as a number beyond its range: the line of the text in which it stands.
fn left_over(text: &str, error: &serde_json::Error) -> Problem {
    if error.classify() != Category::Data {
        return Problem::new("", "json-broken").with("line", error.line()).with("column", error.column());
    }
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default().trim();
    Problem::new("", "value-form").with("text", line.chars().take(SHOWN).collect::<String>())
}

/// JSON as it was written, fields that are there twice included.
enum Tree {
    Null,
    Flag,
    Whole,
    Number,
    Text,
    List(Vec<Tree>),
    Parts(Vec<(String, Tree)>),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }
    fn visit_bool<E>(self, _: bool) -> Result<Tree, E> {
        Ok(Tree::Flag)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Tree, E> {
        Ok(Tree::Whole)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Tree, E> {
        Ok(Tree::Number)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Number)
    }
    fn visit_str<E>(self, _: &str) -> Result<Tree, E> {
        Ok(Tree::Text)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(one) = from.next_element()? {
            list.push(one);
        }
        Ok(Tree::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut parts = Vec::new();
        while let Some(name) = from.next_key::<String>()? {
            let part = from.next_value().map_err(A::Error::custom)?;
            parts.push((name, part));
        }
        Ok(Tree::Parts(parts))
    }
}

/// The way through a text along its shape.
struct Walk {
    problems: Problems,
}

impl Walk {
    fn add(&mut self, problem: Problem) {
        if self.problems.0.len() < MOST {
            self.problems.add(problem);
        }
    }

    fn look(&mut self, tree: &Tree, schema: &Value, path: &str) {
        let name = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next());
        let schema = name.map_or(schema, |name| &shapes()[name]);
        match (schema["type"].as_str().unwrap_or_default(), tree) {
            ("object", Tree::Parts(parts)) => self.look_at_parts(parts, schema, path),
            ("array", Tree::List(list)) => {
                for (place, one) in list.iter().enumerate() {
                    self.look(one, &schema["items"], &join(path, &place.to_string()));
                }
            }
            ("string", Tree::Text) | ("boolean", Tree::Flag) | ("integer", Tree::Whole) => {}
            (kind, _) => self.add(Problem::new(path.to_owned(), wanted(kind))),
        }
    }

    fn look_at_parts(&mut self, parts: &[(String, Tree)], schema: &Value, path: &str) {
        let mut seen = BTreeSet::new();
        for (name, part) in parts {
            let whole = join(path, name);
            match schema["properties"].get(name) {
                // An unknown field has no name of its own in any language: the sender's word for it is all there is.
                None => self.add(Problem::new("", "field-unknown").with("text", shown(&whole))),
                Some(_) if !seen.insert(name) => self.add(Problem::new(whole, "field-twice")),
                Some(known) => self.look(part, known, &whole),
            }
        }
        for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if parts.iter().all(|(known, _)| known != name) {
                self.add(Problem::new(join(path, name), "required"));
            }
        }
    }
}

/// The code that says what stands in the place of a value of this type.
const fn wanted(kind: &str) -> &'static str {
    match kind.as_bytes() {
        b"boolean" => "value-flag",
        b"integer" => "value-whole",
        b"array" => "value-list",
        b"object" => "value-parts",
        _ => "value-text",
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn shown(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::incident::{ConfirmationDraft, IncidentDraft};
    use model::operation::OperationDraft;
    use render::words::{Speech, gaps};

    fn found<T: Shaped>(body: &str) -> Vec<String> {
        let problems = read::<T>(body).err().unwrap_or_default();
        for lang in model::lang::Lang::ALL {
            let said: String = problems.0.iter().map(|problem| Speech::of(lang).problem(problem)).collect();
            assert!(gaps(&said).is_empty() && !said.contains("Draft") && !said.contains("struct"), "{said}");
        }
        problems.0.iter().map(|problem| format!("{}:{}", problem.field, problem.code)).collect()
    }

    #[test]
    fn everything_that_does_not_fit_is_said_at_once_and_where_it_stands() {
        let body = r#"{"colour": "red", "place": 5, "late": "yes", "lines": [{"quantity": 5}, "heroin", {"weight": "1"}],
            "marking": [], "legs": {}, "settled": null}"#;
        let expected = [
            ":field-unknown",
            "place:value-text",
            "late:value-flag",
            "lines.0.quantity:value-text",
            "lines.1:value-parts",
            ":field-unknown",
            "marking:value-parts",
            "legs:value-list",
            "settled:value-list",
        ];
        assert_eq!(found::<IncidentDraft>(body), expected);
        let unknown = read::<IncidentDraft>(r#"{"lines": [{}, {"weight": "1"}]}"#).unwrap_err();
        assert_eq!(unknown.0[0].params[0].1, "lines.1.weight");
    }

    #[test]
    fn a_field_that_is_there_twice_is_refused_and_a_list_is_no_draft() {
        assert_eq!(found::<IncidentDraft>(r#"{"place": "a", "place": "b"}"#), ["place:field-twice"]);
        for body in ["[]", "null", "5", "\"x\""] {
            assert_eq!(found::<IncidentDraft>(body), [":value-parts"], "{body}");
        }
        assert_eq!(found::<IncidentDraft>("{}"), Vec::<String>::new());
    }

    #[test]
    fn names_are_of_the_languages_that_are_spoken() {
        assert_eq!(
            found::<OperationDraft>(r#"{"names": {"en": "A", "de": "B", "ru": 5}}"#),
            [":field-unknown", "names.ru:value-text"]
        );
    }

    #[test]
    fn numbers_are_whole_and_within_their_range() {
        let lines = |line: &str| format!(r#"{{"lines": [{{"line": {line}}}]}}"#);
        assert_eq!(found::<ConfirmationDraft>(&lines("0")), Vec::<String>::new());
        for number in ["-1", "0.5", "\"1\""] {
            assert_eq!(found::<ConfirmationDraft>(&lines(number)), ["lines.0.line:value-whole"], "{number}");
        }
        assert_eq!(found::<ConfirmationDraft>(&lines("5000000000")), [":value-form"]);
        assert_eq!(found::<ConfirmationDraft>(r#"{"lines": [{}]}"#), ["lines.0.line:required"]);
    }

    #[test]
    fn broken_json_says_line_and_column() {
        let problem = read::<IncidentDraft>("{\n  \"day\": \"2021-10-15\",\n}").unwrap_err().0.remove(0);
        assert_eq!(problem.code, "json-broken");
        assert!(problem.params.iter().any(|(name, value)| name == "line" && value == "3"), "{problem:?}");
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(found::<IncidentDraft>(&deep), [":json-broken"]);
    }
}
