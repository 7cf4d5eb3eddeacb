//! Forms that are no sound questionnaire: every fault by its sheet and row, all of them at once.

use crate::book::{Sheet, book};
use crate::told;
use intake::read_xlsform;

const HEADS: [&str; 6] = ["type", "name", "label", "required", "relevant", "constraint"];
const LIST: [&[&str]; 3] = [&["list_name", "name", "label"], &["yn", "yes", "Yes"], &["yn", "no", "No"]];

fn survey<'a>(rows: &[&'a [&'a str]]) -> Sheet<'a> {
    let all: Vec<&[&str]> = std::iter::once(&HEADS[..]).chain(rows.iter().copied()).collect();
    Sheet::of("survey", &all)
}

fn settings<'a>() -> Sheet<'a> {
    Sheet::of("settings", &[&["form_title"], &["A form"]])
}

fn faults(sheets: &[Sheet<'_>]) -> Vec<String> {
    told(&read_xlsform(&book(sheets)).unwrap_err())
}

#[test]
fn files_and_tables_with_several_choices_come_in() {
    let rows: [&[&str]; 6] = [
        &["begin_group", "first", "First"],
        &["image", "photo", "Photo", "yes"],
        &["begin_repeat", "rows", "Rows"],
        &["select_multiple yn", "ways", "Ways"],
        &["end_repeat"],
        &["end_group"],
    ];
    let read = read_xlsform(&book(&[survey(&rows), Sheet::of("choices", &LIST), settings()])).unwrap();
    let questions = &read.sections[0].questions;
    assert_eq!((questions[0].kind.as_str(), questions[1].columns[0].kind.as_str()), ("file", "choices"));
}

#[test]
fn unknown_types_missing_labels_keys_that_come_twice_and_lost_lists_are_told_together() {
    let rows: [&[&str]; 7] = [
        &["geopoint", "where", "Where"],
        &["text", "words", "Words", "", "${where} = 'x'"],
        &["text", "words", "Again"],
        &["integer", "many"],
        &["select_one nowhere", "pick", "Pick"],
        &["text", "more", "More", "", "", ". > 3"],
        &["end_group"],
    ];
    assert_eq!(
        faults(&[survey(&rows), Sheet::of("choices", &LIST), settings()]),
        [
            "xlsform-type survey 2",
            "xlsform-list survey 6",
            "xlsform-type survey 7",
            "xlsform-nesting survey 8",
            "question-key-twice survey 4",
            "required survey 5",
        ],
        "and a condition on what was refused is not told as well"
    );
}

#[test]
fn conditions_on_what_is_not_asked_or_wait_for_one_another_are_told_by_their_rows() {
    let rows: [&[&str]; 5] = [
        &["text", "a", "A", "", "${b} = 'x'"],
        &["text", "b", "B", "", "${a} = 'x'"],
        &["text", "c", "C", "", "${nowhere} = 'x'"],
        &["text", "d", "D", "", "${a} > 3"],
        &["text", "e", "E", "", "${e} = 'x'"],
    ];
    assert_eq!(
        faults(&[survey(&rows), settings()]),
        [
            "xlsform-relevant survey 5",
            "condition-ahead survey 2",
            "condition-question survey 4",
            "condition-ahead survey 6"
        ]
    );
}

#[test]
fn too_many_choices_and_a_missing_title_are_told_where_they_stand() {
    let codes: Vec<String> = (0..201).map(|code| format!("c{code}")).collect();
    let places: Vec<[String; 3]> =
        (0..201).map(|at| ["A", "B", "C"].map(|column| format!("{column}{}", at + 2))).collect();
    let mut long = Sheet::of("choices", &LIST[..1]);
    for (code, [list, name, label]) in codes.iter().zip(&places) {
        long = long.with(list, text("long")).with(name, text(code)).with(label, text(code));
    }
    let found = faults(&[survey(&[&["select_one long", "pick", "Pick"]]), long]);
    assert_eq!(found, ["required settings 2", "too-many choices 2"]);
}

fn text(text: &str) -> crate::book::Cell<'_> {
    crate::book::Cell::Text(text)
}

#[test]
fn a_file_that_is_no_form_says_what_is_missing() {
    assert_eq!(told(&read_xlsform(b"PK not really").unwrap_err()), ["workbook-unreadable"]);
    assert_eq!(told(&read_xlsform(b"").unwrap_err()), ["file-empty"]);
    assert_eq!(faults(&[Sheet::of("Sheet1", &[&["Question"]])]), ["xlsform-sheet"]);
    let bare = Sheet::of("survey", &[&["type", "label"], &["text", "Words"]]);
    assert!(faults(&[bare, settings()]).contains(&"xlsform-column survey 1".to_owned()));
}
