//! Where code and templates say a message.
//!
//! Two nets. The fine one holds literals handed to a saying function (`say("key")`, `code("role", …)`,
//! `Problem::new(field, "code")`): those must exist. The wide one holds every key-shaped literal anywhere: those count
//! as used. Literals with holes (`"unit-{code}"`) stand for every key that fits. Refuses to run or parse the code.

use std::collections::{BTreeMap, BTreeSet};

/// Functions of `render::words` whose first argument is a key.
const SAYING: &[&str] = &["say", "say_one", "say_with", "t.plain"];
/// Functions whose first argument is the first part of a key, `role` for `role-analyst`.
const FAMILY: &[&str] = &["t.code", "speech.code"];
/// Calls whose arguments are a field and the code of a problem.
const PROBLEM: &str = "Problem::new";

/// What was found; `*` in a pattern stands for any text.
#[derive(Default)]
pub struct Uses {
    /// Patterns that must fit a message, with the first place that says them as `file:line`.
    pub said: BTreeMap<String, String>,
    /// Keys and patterns seen anywhere.
    mentioned: BTreeSet<String>,
}

/// A quoted literal: what stands before it, what it says, and what follows.
struct Literal<'a> {
    before: &'a str,
    pattern: String,
    after: &'a str,
}

impl Uses {
    /// Collects from one file.
    pub fn scan(&mut self, file: &str, text: &str) {
        let text = without_tests(text);
        for literal in literals(text) {
            let place = || format!("{file}:{}", literal.before.lines().count().max(1));
            for key in literal.said() {
                self.mentioned.insert(key.clone());
                self.said.entry(key).or_insert_with(place);
            }
            let open_end = if literal.pattern.ends_with('-') { "*" } else { "" };
            self.mentioned.insert(format!("{}{open_end}", literal.pattern));
        }
    }

    /// Some literal is this key or could become it.
    pub fn mentions(&self, key: &str) -> bool {
        // A hint stands beside the field of its name, wherever a form names it.
        let named = |field: &str| self.mentioned.iter().any(|word| word.replace(['_', '.'], "-").ends_with(field));
        self.mentioned.contains(key)
            || key.strip_prefix("hint-").is_some_and(named)
            || self.mentioned.iter().any(|pattern| has_anchor(pattern) && fits(pattern, key))
    }
}

impl Literal<'_> {
    /// Keys that must exist because of this literal.
    fn said(&self) -> Vec<String> {
        let call = self.before.trim_end().trim_end_matches(['&', ' ', '\n']).trim_end_matches("format!(");
        let call = call.trim_end_matches(['&', ' ', '\n']);
        let called = |names: &[&str]| {
            let function = call.strip_suffix('(').unwrap_or_default();
            names.iter().any(|name| function.strip_suffix(name).is_some_and(|rest| !rest.ends_with(word_character)))
        };
        if called(SAYING) && has_anchor(&self.pattern) {
            vec![self.pattern.clone()]
        } else if called(FAMILY) {
            vec![format!("{}-*", self.pattern)]
        } else if called(&[PROBLEM]) {
            self.problem()
        } else {
            Vec::new()
        }
    }

    /// `field-…` and `problem-…` of `Problem::new("field", "code")`.
    fn problem(&self) -> Vec<String> {
        let field = self.pattern.rsplit('.').find(|part| part.parse::<u32>().is_err() && *part != "*");
        // As `render::words` makes a key of a field: small letters, hyphens for underscores.
        let key = |field: &str| format!("field-{}", field.replace('_', "-").to_ascii_lowercase());
        let mut keys: Vec<String> = field.map(key).into_iter().collect();
        let code = self.after.strip_prefix(',').map(str::trim_start).and_then(|rest| rest.strip_prefix('"'));
        keys.extend(code.and_then(|rest| rest.split_once('"')).map(|(code, _)| format!("problem-{code}")));
        keys
    }
}

fn word_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

/// A pattern is anchored when some fixed part of it tells a family from others.
fn has_anchor(pattern: &str) -> bool {
    pattern.split('*').any(|part| part.chars().filter(char::is_ascii_alphanumeric).count() >= 2)
        || !pattern.contains('*')
}

/// Unit tests stand at the end of a file and may say what does not exist.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod ").map_or(text, |start| &text[..start])
}

/// Every key-shaped literal. Works from quote to quote, so that quotes inside HTML attributes do no harm.
fn literals(text: &str) -> Vec<Literal<'_>> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices('"') {
        let comment = text[..start].rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with("//"));
        if comment {
            continue;
        }
        if let Some((pattern, length)) = key_shaped(&text[start + 1..]) {
            let after = &text[start + 1 + length + 1..];
            found.push(Literal { before: &text[..start], pattern, after });
        }
    }
    found
}

/// The pattern up to the closing quote and its length in bytes; `None` when it is no key. `{…}` becomes `*`.
fn key_shaped(text: &str) -> Option<(String, usize)> {
    let mut pattern = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (!pattern.is_empty()).then_some((pattern, at)),
            '{' => {
                characters
                    .by_ref()
                    .find(|(_, character)| matches!(character, '}' | '"' | '\n'))
                    .filter(|(_, end)| *end == '}')?;
                pattern.push('*');
            }
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' => pattern.push(character),
            _ => return None,
        }
    }
    None
}

/// True when the key is the pattern with some text in place of each `*`.
pub fn fits(pattern: &str, key: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return pattern == key };
    let Some(key) = key.strip_prefix(head) else { return false };
    key.char_indices().any(|(at, _)| fits(rest, &key[at..])) || fits(rest, "")
}

#[cfg(test)]
mod tests {
    use super::{Uses, fits};

    fn said(text: &str) -> Vec<String> {
        let mut uses = Uses::default();
        uses.scan("x.rs", text);
        uses.said.into_keys().collect()
    }

    #[test]
    fn saying_functions_are_told_from_functions_that_end_like_them() {
        assert_eq!(
            said("t.say(\"a-b\"); essay(\"c\"); t.say_one( \"d\", \"count\", 1); t.plain(\n    \"e\")"),
            ["a-b", "d", "e"]
        );
    }

    #[test]
    fn holes_fit_any_text_between_the_fixed_parts() {
        assert!(fits("unit-*-short", "unit-kg-short"));
        assert!(fits("unit-*", "unit-kg"));
        assert!(!fits("unit-*-short", "unit-kg-long"));
        assert!(!fits("unit-*", "role-kg"));
    }

    #[test]
    fn comments_and_unit_tests_say_nothing() {
        assert!(said("/// like t.say(\"a\")\n#[cfg(test)]\nmod tests { t.say(\"b\") }").is_empty());
    }

    #[test]
    fn a_literal_that_is_only_a_hole_uses_nothing() {
        let mut uses = Uses::default();
        uses.scan("x.rs", "format!(\"{a}-{b}\")");
        assert!(!uses.mentions("unit-kg"));
    }
}
