//! Workbooks in which answers were typed, badly made in every way that was seen: each refusal names sheet and cell, all of
//! them at once, and what stands beside them comes in.

use crate::book::{Cell, Sheet, book};
use crate::told;
use intake::{Filled, read_answers};
use model::id::{Id, NIL};
use model::questionnaire::{Questionnaire, QuestionnaireDraft};

fn questionnaire() -> Questionnaire {
    let text = r#"{"title": {"en": "T"}, "sections": [{"key": "s", "title": {"en": "S"}, "questions": [
        {"key": "words", "kind": "text", "label": {"en": "Words"}},
        {"key": "many", "kind": "number", "label": {"en": "How many"}},
        {"key": "papers", "kind": "file", "label": {"en": "Papers"}},
        {"key": "rows", "kind": "table", "label": {"en": "Rows"}, "columns": [
            {"key": "name", "kind": "text", "label": {"en": "Name"}},
            {"key": "amount", "kind": "number", "label": {"en": "Amount"}},
            {"key": "ways", "kind": "choices", "label": {"en": "Ways"}, "choices": ["sea | By sea", "road | By road"]}]}]}]}"#;
    let draft: QuestionnaireDraft = serde_json::from_str(text).unwrap();
    draft.check(Id::new(NIL), None).unwrap()
}

fn marks<'a>() -> Sheet<'a> {
    Sheet::of("reflex", &[&["reflex-questionnaire", "qst_00000000000000000000000000", "1"]])
}

fn section<'a>() -> Sheet<'a> {
    let head = ["", "", "Question", "Answer"];
    Sheet::of("S", &[&["section:s"], &head, &["words", "0", "Words", "kept"], &["many", "0", "How many", "3"]])
}

fn table<'a>() -> Sheet<'a> {
    let keys = ["table:rows:0", "name", "amount", "ways"];
    let rows: [&[&str]; 5] =
        [&keys, &[""], &["", "Name", "Amount", "Ways"], &["", "a", "1", "By sea; road"], &["", "b", "2"]];
    Sheet::of("Rows", &rows)
}

fn read(sheets: &[Sheet<'_>]) -> Filled {
    read_answers(&book(sheets), &questionnaire()).unwrap()
}

fn keys(filled: &Filled) -> Vec<&str> {
    filled.draft.answers.keys().map(String::as_str).collect()
}

#[test]
fn a_sound_workbook_comes_in_whole() {
    let filled = read(&[section(), table(), marks()]);
    assert_eq!((told(&filled.problems), keys(&filled), filled.version), (vec![], vec!["many", "rows", "words"], 1));
    let rows = &filled.draft.answers["rows"].rows;
    assert_eq!(
        (rows.len(), rows[0].cells["ways"].as_str(), rows[1].cells["amount"].as_str()),
        (2, "By sea; road", "2")
    );
}

#[test]
fn formulas_with_and_without_a_kept_value_and_cells_in_error_are_named_and_the_rest_comes_in() {
    let bad = section().with("D3", Cell::Formula("A1&B1", "")).with("D5", Cell::Text("beside nothing"));
    let rows = table().with("C4", Cell::Formula("1+1", "2")).with("B5", Cell::Error("#N/A"));
    let filled = read(&[bad, rows, marks()]);
    assert_eq!(
        told(&filled.problems),
        ["cell-formula S D3", "row-unknown S D5", "cell-formula Rows C4", "cell-error Rows B5"]
    );
    assert_eq!(keys(&filled), ["many"], "a table is taken whole or not at all, and a bad answer is left as it is");
}

#[test]
fn merged_cells_are_named_once_each_and_neither_their_answers_nor_their_table_are_taken() {
    let filled = read(&[section().merge("D3:D4"), table().merge("B4:B5"), marks()]);
    assert_eq!(told(&filled.problems), ["cell-merged S D3:D4", "cell-merged Rows B4:B5"]);
    assert!(filled.draft.answers.is_empty());
}

#[test]
fn a_sheet_that_is_none_of_the_questionnaire_a_column_without_head_and_a_file_typed_as_text_are_named() {
    let stray = Sheet::of("Notes", &[&["Shopping list"]]);
    let papers = section().with("A5", Cell::Text("papers")).with("D5", Cell::Text("see mail"));
    let wide = table().with("E4", Cell::Number("7"));
    let filled = read(&[stray, papers, wide, marks()]);
    assert_eq!(told(&filled.problems), ["sheet-unknown Notes A1", "workbook-file S D5", "column-unknown Rows E4"]);
    assert_eq!(keys(&filled), ["many", "words"]);
}

#[test]
fn what_is_answered_twice_with_other_words_is_asked_back_and_with_the_same_words_taken() {
    let again = Sheet::of("Copy", &[&["section:s"], &[""], &["words", "0", "", "other"], &["many", "0", "", "3"]]);
    let filled = read(&[section(), again, table(), table(), marks()]);
    assert_eq!(told(&filled.problems), ["answer-twice Copy D3"]);
    assert_eq!(keys(&filled), ["many", "rows"]);
    let longer = table().with("B6", Cell::Text("c"));
    let filled = read(&[table(), Sheet { name: "Rows (2)", ..longer }, marks()]);
    assert_eq!((told(&filled.problems), keys(&filled)), (vec!["answer-twice Rows (2) A1".to_owned()], vec![]));
}

#[test]
fn a_column_and_a_question_that_an_older_version_asked_are_named_and_the_rest_comes_in() {
    let gone = section().with("A5", Cell::Text("old")).with("D5", Cell::Text("was asked"));
    let rows = table().with("E1", Cell::Text("price")).with("E4", Cell::Number("7")).with("E5", Cell::Number("8"));
    let turned = Sheet::of("Was a table", &[&["table:many:0", "x"], &[""], &[""], &["", "1"]]);
    let filled = read(&[gone, rows, turned, marks()]);
    let found = told(&filled.problems);
    assert_eq!(found, ["question-gone S D5", "column-gone Rows E4", "question-gone Was a table A1"]);
    assert_eq!(keys(&filled), ["many", "rows", "words"]);
    assert!(filled.draft.answers["many"].rows.is_empty(), "rows never take the place of a number");
}

#[test]
fn hidden_cells_that_were_tampered_with_are_named() {
    let all = |marks| read_answers(&book(&[section(), marks]), &questionnaire()).unwrap_err();
    let say = |problem: model::problem::Problem| told(&problem.into());
    assert_eq!(say(all(marks().with("B1", Cell::Text("qst_x")))), ["workbook-marks reflex B1"]);
    assert_eq!(say(all(marks().with("C1", Cell::Text("first")))), ["workbook-marks reflex C1"]);
    let other = marks().with("B1", Cell::Text("qst_01h455vb4pex5vsknk084sn02q"));
    assert_eq!(say(all(other)), ["workbook-other"]);
    assert_eq!(say(read_answers(&book(&[section()]), &questionnaire()).unwrap_err()), ["workbook-foreign"]);
    assert_eq!(say(read_answers(b"no workbook", &questionnaire()).unwrap_err()), ["workbook-unreadable"]);
    let filled = read(&[
        section().with("B3", Cell::Text("newest")),
        table().with("A1", Cell::Text("table:rows:newest")),
        marks(),
    ]);
    assert_eq!(told(&filled.problems), ["workbook-marks S B3", "workbook-marks Rows A1"]);
    assert_eq!(keys(&filled), ["many"]);
}

#[test]
fn a_text_where_a_number_is_asked_is_led_back_to_its_cell() {
    let filled = read(&[section(), table(), marks()]);
    let place = |field: &str| told(&filled.place(model::problem::Problem::new(field, "number")).into());
    assert_eq!(place("answers.many.value"), ["number S D4"]);
    assert_eq!(place("answers.rows.rows.1.cells.amount"), ["number Rows C5"]);
    assert_eq!(place("answers.rows.rows"), ["number Rows A1"]);
}
