//! What differs between two states of an incident, field by field in the words of the form, with the words marked.
//!
//! Refuses to merge: it shows both sides, and a person decides.

use super::incident_form::typed;
use crate::form::Typed;
use crate::html::{Safe, escape};
use crate::words::Speech;
use model::incident::{Incident, IncidentDraft};
use model::marking::MarkingDraft;
use model::record::Record;

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What the field is called, with its number in a list.
    pub label: String,
    /// One side, its own words marked; empty where there is nothing.
    pub before: Safe,
    /// The other side.
    pub after: Safe,
}

/// Longer texts than this are shown whole, without marks inside.
const WORDS: usize = 400;

/// The draft that a record's revision would be amended from, its marking included.
pub fn draft_of(record: &Record<Incident>) -> IncidentDraft {
    let lang = record.header.lang.tag().to_owned();
    IncidentDraft { marking: MarkingDraft::of(&record.header.marking), lang, ..IncidentDraft::of(&record.content) }
}

/// Every field in which two drafts differ, in the order of the form.
pub fn differences(t: Speech, before: &IncidentDraft, after: &IncidentDraft) -> Vec<Difference> {
    let (before, after) = (typed(before), typed(after));
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in before.0.iter().chain(&after.0) {
        if !names.contains(&name.as_str()) && !matches!(name.as_str(), "settled" | "offset") {
            names.push(name);
        }
    }
    let said = |typed: &Typed, name: &str| {
        let values = typed.0.iter().filter(|(each, value)| each == name && !value.is_empty());
        values.map(|(_, value)| t.field_value(name, value)).collect::<Vec<_>>().join(", ")
    };
    names
        .into_iter()
        .filter_map(|name| {
            let (before, after) = (said(&before, name), said(&after, name));
            (before != after).then(|| {
                let (before, after) = marked(&before, &after);
                Difference { label: label(t, name), before, after }
            })
        })
        .collect()
}

/// `Quantity (2)`.
fn label(t: Speech, path: &str) -> String {
    let field = t.field(path);
    match path.split('.').find_map(|part| part.parse::<i64>().ok()) {
        Some(number) => {
            t.say_with("problem-field-numbered", &[("field", field.into()), ("number", (number + 1).into())])
        }
        None => field,
    }
}

/// Both texts with the words marked that only one of them has.
fn marked(before: &str, after: &str) -> (Safe, Safe) {
    let (old, new): (Vec<&str>, Vec<&str>) = (words(before), words(after));
    if old.len() > WORDS || new.len() > WORDS {
        return (Safe::text(before), Safe::text(after));
    }
    let (kept_old, kept_new) = common(&old, &new);
    (mark(&old, &kept_old, "del"), mark(&new, &kept_new, "ins"))
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Which words of each side belong to the longest common sequence.
fn common(old: &[&str], new: &[&str]) -> (Vec<bool>, Vec<bool>) {
    let mut longest = vec![vec![0_u16; new.len() + 1]; old.len() + 1];
    for at_old in (0..old.len()).rev() {
        for at_new in (0..new.len()).rev() {
            longest[at_old][at_new] = if old[at_old] == new[at_new] {
                longest[at_old + 1][at_new + 1] + 1
            } else {
                longest[at_old + 1][at_new].max(longest[at_old][at_new + 1])
            };
        }
    }
    let (mut kept_old, mut kept_new) = (vec![false; old.len()], vec![false; new.len()]);
    let (mut at_old, mut at_new) = (0, 0);
    while at_old < old.len() && at_new < new.len() {
        if old[at_old] == new[at_new] {
            (kept_old[at_old], kept_new[at_new]) = (true, true);
            (at_old, at_new) = (at_old + 1, at_new + 1);
        } else if longest[at_old + 1][at_new] >= longest[at_old][at_new + 1] {
            at_old += 1;
        } else {
            at_new += 1;
        }
    }
    (kept_old, kept_new)
}

fn mark(words: &[&str], kept: &[bool], tag: &str) -> Safe {
    let said: Vec<String> = words
        .iter()
        .zip(kept)
        .map(|(word, kept)| if *kept { escape(word) } else { format!("<{tag}>{}</{tag}>", escape(word)) })
        .collect();
    Safe::ours(said.join(" ").replace(&format!("</{tag}> <{tag}>"), " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::incident::LineDraft;
    use model::lang::Lang;

    #[test]
    fn only_the_words_that_differ_are_marked() {
        let (before, after) = marked("white <crystals> in a bag", "white powder in two bags");
        assert_eq!(before.as_str(), "white <del>&lt;crystals&gt;</del> in <del>a bag</del>");
        assert_eq!(after.as_str(), "white <ins>powder</ins> in <ins>two bags</ins>");
    }

    #[test]
    fn a_changed_code_is_said_in_words_with_its_field() {
        let line = LineDraft { unit: "kg".to_owned(), ..LineDraft::default() };
        let before = IncidentDraft { setting: "border".to_owned(), lines: vec![line], ..IncidentDraft::default() };
        let mut after = before.clone();
        after.setting = "road".to_owned();
        after.lines[0].unit = "g".to_owned();
        for lang in Lang::ALL {
            let found = differences(Speech::of(lang), &before, &after);
            assert_eq!(found.len(), 2, "{found:?}");
            assert!(found.iter().all(|one| crate::words::gaps(&one.label).is_empty()), "{found:?}");
        }
        assert!(differences(Speech::of(Lang::En), &before, &before).is_empty());
    }

    #[test]
    fn a_long_text_is_shown_whole() {
        let long = "word ".repeat(WORDS + 1);
        assert!(!marked(&long, "word").0.as_str().contains("<del>"));
    }
}
