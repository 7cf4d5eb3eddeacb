//! The words check: every message that the product says exists, complete, in every language.
//!
//! English is the source. Refuses a missing or extra message, other variables than English has, a sentence left in
//! English (unless `xtask/same-on-purpose.txt` says so), a key that code says and nobody wrote. An unused message is
//! only a warning: keys can be put together in ways that this check does not see.

mod messages;
mod uses;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::size::walk;
use crate::surroundings::Surroundings;
use crate::tally::Tally;

use messages::Tongue;
use uses::Uses;

/// The language that all others follow.
const SOURCE: &str = "en";
/// Keys that read the same in English and another language, one `LANG KEY` a line, with a reason after `#`.
const SAME: &str = "xtask/same-on-purpose.txt";
/// Unused messages printed in full.
const SHOWN: usize = 20;

/// Prints what is wrong and what looks unused; counts one check.
pub fn check(around: &Surroundings) -> Tally {
    let tongues = read_tongues(&around.root.join("locales"));
    let uses = read_uses(&around.root);
    let same = fs::read_to_string(around.root.join(SAME)).unwrap_or_default();
    let errors = errors(&tongues, &uses, &same);
    for error in &errors {
        println!("  {error}");
    }
    let Some(source) = tongues.get(SOURCE) else { return Tally::failure() };
    let unused = unused(source, &uses);
    for key in unused.iter().take(SHOWN) {
        println!("  warning: nothing seems to say {key}");
    }
    println!("  {} messages, {} languages, {} perhaps unused", source.messages.len(), tongues.len(), unused.len());
    Tally::one(errors.is_empty())
}

fn read_tongues(locales: &Path) -> BTreeMap<String, Tongue> {
    let mut tongues: BTreeMap<String, Tongue> = BTreeMap::new();
    for path in walk(locales) {
        let name = path.strip_prefix(locales).unwrap_or(&path).to_string_lossy().into_owned();
        if let (Some((language, file)), Ok(text)) = (name.split_once('/'), fs::read_to_string(&path)) {
            if path.extension().is_some_and(|extension| extension == "ftl") {
                tongues.entry(language.to_owned()).or_default().read(file, text);
            }
        }
    }
    tongues
}

fn read_uses(root: &Path) -> Uses {
    let mut uses = Uses::default();
    for path in walk(&root.join("crates")) {
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
        let speaks = [".rs", ".html", ".xml", ".svg", ".txt"].iter().any(|ending| name.ends_with(ending));
        if speaks && !name.contains("/tests/") && !name.contains("/benches/") {
            uses.scan(&name, &fs::read_to_string(&path).unwrap_or_default());
        }
    }
    uses
}

/// Everything that must be mended, as sentences.
fn errors(tongues: &BTreeMap<String, Tongue>, uses: &Uses, same: &str) -> Vec<String> {
    let Some(source) = tongues.get(SOURCE) else {
        return vec![format!("locales/{SOURCE} holds no messages")];
    };
    let mut same = same_on_purpose(same);
    let mut errors: Vec<String> = Vec::new();
    for (language, tongue) in tongues {
        errors.extend(tongue.flaws.iter().map(|flaw| format!("{language}/{flaw}")));
        if language != SOURCE {
            errors.extend(compare(language, source, tongue, &mut same));
        }
    }
    errors.extend(same.iter().map(|(language, key)| format!("{SAME}: {language} {key} is not the same any more")));
    errors.extend(unsaid(source, uses));
    errors
}

fn same_on_purpose(text: &str) -> BTreeSet<(String, String)> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default());
    lines.filter_map(|line| line.trim().split_once(' ')).map(|(a, b)| (a.to_owned(), b.trim().to_owned())).collect()
}

/// One language against the source. What is found to be the same on purpose is taken off the list.
fn compare(language: &str, source: &Tongue, tongue: &Tongue, same: &mut BTreeSet<(String, String)>) -> Vec<String> {
    let mut errors = Vec::new();
    for (key, wanted) in &source.messages {
        let Some(message) = tongue.messages.get(key) else {
            errors.push(format!("{language}/{} lacks {key}", wanted.file));
            continue;
        };
        let place = format!("{language}/{}: {key}", message.file);
        if message.file != wanted.file {
            errors.push(format!("{place} belongs in {}", wanted.file));
        }
        if message.variables != wanted.variables {
            let (has, needs) = (list(&message.variables), list(&wanted.variables));
            errors.push(format!("{place} uses variables {has}, English uses {needs}"));
        }
        if message.has_words && message.pattern == wanted.pattern && !same.remove(&(language.to_owned(), key.clone())) {
            errors.push(format!("{place} is left in English (or belongs in {SAME})"));
        }
        if language == "ru" && message.lacks_few {
            errors.push(format!("{place} has a plural [one] without [few]"));
        }
    }
    let extra = tongue.messages.keys().filter(|key| !source.messages.contains_key(*key));
    errors.extend(extra.map(|key| format!("{language} has {key}, English does not")));
    errors
}

fn list(variables: &BTreeSet<String>) -> String {
    let names: Vec<String> = variables.iter().map(|name| format!("${name}")).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

/// Keys that code says and the source language does not have.
fn unsaid(source: &Tongue, uses: &Uses) -> Vec<String> {
    let mut errors = Vec::new();
    for (pattern, place) in &uses.said {
        if !source.messages.keys().any(|key| uses::fits(pattern, key)) {
            errors.push(format!("{place} says {pattern}, which no file in locales/{SOURCE} has"));
        }
    }
    for (key, message) in &source.messages {
        let unknown = message.references.iter().filter(|other| !source.messages.contains_key(*other));
        errors.extend(unknown.map(|other| format!("{SOURCE}/{}: {key} refers to {other}, unknown", message.file)));
    }
    errors
}

fn unused<'a>(source: &'a Tongue, uses: &Uses) -> Vec<&'a str> {
    let referred: BTreeSet<&String> = source.messages.values().flat_map(|message| &message.references).collect();
    let unused = source.messages.keys().filter(|key| !referred.contains(key) && !uses.mentions(key));
    unused.map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::{Tongue, Uses, errors, unused};
    use std::collections::BTreeMap;

    fn tongue(text: &str) -> Tongue {
        let mut tongue = Tongue::default();
        tongue.read("a.ftl", text.to_owned());
        tongue
    }

    fn found(english: &str, russian: &str, code: &str, same: &str) -> Vec<String> {
        let tongues = BTreeMap::from([("en".to_owned(), tongue(english)), ("ru".to_owned(), tongue(russian))]);
        let mut uses = Uses::default();
        uses.scan("page.rs", code);
        errors(&tongues, &uses, same)
    }

    #[test]
    fn complete_languages_have_no_errors() {
        assert!(found("hi = Hello { $name }", "hi = Здравствуйте, { $name }", "t.say(\"hi\")", "").is_empty());
    }

    #[test]
    fn a_missing_message_is_named_with_its_file() {
        assert_eq!(found("hi = Hello\nbye = Bye", "hi = Привет", "", ""), ["ru/a.ftl lacks bye"]);
    }

    #[test]
    fn a_message_that_english_lacks_is_named() {
        assert_eq!(found("hi = Hello", "hi = Привет\nold = Старое", "", ""), ["ru has old, English does not"]);
    }

    #[test]
    fn a_lost_variable_is_found_inside_a_plural() {
        let english = "n = { $count ->\n    [one] one of { $all }\n   *[other] { $count } of { $all }\n }";
        let russian = "n = { $count ->\n    [one] одно\n    [few] { $count }\n   *[many] { $count }\n }";
        assert_eq!(found(english, russian, "", ""), ["ru/a.ftl: n uses variables $count, English uses $all, $count"]);
    }

    #[test]
    fn a_russian_plural_without_few_is_found() {
        let english = "n = { $count ->\n    [one] a day\n   *[other] { $count } days\n }";
        let russian = "n = { $count ->\n    [one] день\n   *[other] { $count } дней\n }";
        assert_eq!(found(english, russian, "", ""), ["ru/a.ftl: n has a plural [one] without [few]"]);
    }

    #[test]
    fn a_sentence_left_in_english_is_found_unless_it_is_on_the_list() {
        let left = found("tlp = Amber", "tlp = Amber", "", "");
        assert_eq!(left, ["ru/a.ftl: tlp is left in English (or belongs in xtask/same-on-purpose.txt)"]);
        assert!(found("tlp = Amber", "tlp = Amber", "", "ru tlp # a code word").is_empty());
        assert!(
            found("x = { $count } · 5 %", "x = { $count } · 5 %", "", "").is_empty(),
            "no words, nothing to translate"
        );
    }

    #[test]
    fn a_line_of_the_list_that_is_no_longer_true_is_an_error() {
        let stale = found("tlp = Amber", "tlp = Янтарный", "", "ru tlp");
        assert_eq!(stale, ["xtask/same-on-purpose.txt: ru tlp is not the same any more"]);
    }

    #[test]
    fn a_key_that_nobody_wrote_is_an_error_at_its_place() {
        let errors = found("hi = Hello", "hi = Привет", "x\nt.say(\"nope\")", "");
        assert_eq!(errors, ["page.rs:2 says nope, which no file in locales/en has"]);
    }

    #[test]
    fn a_family_of_keys_needs_at_least_one_member() {
        let code = "t.code(\"role\", code); t.code(\"hue\", code); t.say(&format!(\"state-{code}\"))";
        let errors = found("role-analyst = Analyst", "role-analyst = Аналитик", code, "");
        let wanted = [
            "page.rs:1 says hue-*, which no file in locales/en has",
            "page.rs:1 says state-*, which no file in locales/en has",
        ];
        assert_eq!(errors, wanted);
    }

    #[test]
    fn a_problem_needs_its_sentence_and_its_field() {
        let code = "Problem::new(\"lines.0.quantity\", \"too-much\")";
        let errors = found("field-quantity = Quantity", "field-quantity = Количество", code, "");
        assert_eq!(errors, ["page.rs:1 says problem-too-much, which no file in locales/en has"]);
    }

    #[test]
    fn a_broken_line_is_an_error_and_so_is_a_key_written_twice() {
        let errors = found("hi = Hello\nbroken line", "hi = Привет\nhi = Привет", "", "");
        assert_eq!(errors, ["en/a.ftl: not a message: broken line", "ru/a.ftl: hi is written twice"]);
    }

    #[test]
    fn a_reference_to_an_unknown_message_is_an_error() {
        let errors = found("hi = Hello { -brand }", "hi = Привет { -brand }", "", "");
        assert_eq!(errors, ["en/a.ftl: hi refers to -brand, unknown"]);
    }

    #[test]
    fn unused_messages_are_listed_and_used_ones_are_not() {
        let source = tongue("a = A\nunit-x = B\nc = C\nd = D { c }\n-e = E");
        let mut uses = Uses::default();
        uses.scan("page.html", "<p title=\"{{ t.say(\"a\") }}\">{{ t.say(&format!(\"unit-{}\", kind)) }}</p>");
        assert_eq!(unused(&source, &uses), ["-e", "d"]);
    }
}
