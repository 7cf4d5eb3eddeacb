//! A questionnaire as typed, and what is wrong with it.

use super::*;
use crate::id::{Id, NIL};
use crate::lang::Lang;

fn question(key: &str, kind: &str) -> QuestionDraft {
    let names = Names::default().with(Lang::En, "Question").with(Lang::Fa, "پرسش");
    QuestionDraft { key: key.to_owned(), kind: kind.to_owned(), label: names, ..QuestionDraft::default() }
}

fn draft(questions: Vec<QuestionDraft>) -> QuestionnaireDraft {
    let names = Names::default().with(Lang::En, "Title");
    let section = SectionDraft { key: "one".to_owned(), title: names.clone(), questions, ..SectionDraft::default() };
    QuestionnaireDraft { title: names, sections: vec![section], ..QuestionnaireDraft::default() }
}

fn problems(draft: &QuestionnaireDraft) -> Vec<String> {
    let found = draft.check(Id::new(NIL), None).unwrap_err();
    found.0.iter().map(|problem| format!("{}:{}", problem.field, problem.code)).collect()
}

#[test]
fn a_questionnaire_is_read_back_as_it_was_written() {
    let mut choice = question("had", "choice");
    choice.choices = vec!["yes | Yes | Да | بله".to_owned(), "no".to_owned()];
    let mut table = question("rows", "table");
    table.condition = "had = yes".to_owned();
    let label = Names::same("Day");
    table.columns =
        vec![ColumnDraft { key: "day".to_owned(), kind: "date".to_owned(), label, ..ColumnDraft::default() }];
    let read = draft(vec![choice, table]).check(Id::new(NIL), None).unwrap();
    assert_eq!(QuestionnaireDraft::of(&read).check(Id::new(NIL), None), Ok(read.clone()));
    assert_eq!(read.asked(|_| None), ["had"]);
    assert_eq!(read.asked(|_| Some("yes".to_owned())), ["had", "rows"]);
}

#[test]
fn every_fault_is_named_with_its_place() {
    let ahead = QuestionDraft { condition: "later = yes".to_owned(), ..question("first", "text") };
    let twice = question("first", "table");
    let wrong = QuestionDraft { condition: "(".to_owned(), ..question("No key", "drawing") };
    assert_eq!(
        problems(&draft(vec![ahead, question("first", "choice"), twice, wrong])),
        [
            "sections.0.questions.0.condition:condition-question",
            "sections.0.questions.1.key:question-key-twice",
            "sections.0.questions.1.choices:choices-missing",
            "sections.0.questions.2.key:question-key-twice",
            "sections.0.questions.2.columns:columns-missing",
            "sections.0.questions.3.key:question-key",
            "sections.0.questions.3.kind:code-unknown",
            "sections.0.questions.3.condition:condition-unreadable",
        ]
    );
}

#[test]
fn a_due_day_in_the_past_is_refused_when_it_is_sent() {
    let read = draft(vec![question("first", "text")]).check(Id::new(NIL), None).unwrap();
    let today = "2021-10-15".parse().unwrap();
    assert_eq!(read.sent("2021-10-14", today).unwrap_err().0[0].code, "due-past");
    assert_eq!(read.sent("", today).unwrap_err().0[0].code, "required");
    assert_eq!(read.sent("15.10.2021", today).unwrap().status, QuestionnaireStatus::Open);
    assert_eq!(
        draft(vec![]).check(Id::new(NIL), None).unwrap().sent("2022-01-01", today).unwrap_err().0[0].code,
        "questions-missing"
    );
}

#[test]
fn a_condition_that_waits_for_itself_or_for_what_comes_later_says_so_and_faults_do_not_spread() {
    let when = |key: &str, condition: &str| QuestionDraft { condition: condition.to_owned(), ..question(key, "text") };
    let circle = [when("a", "b = x"), when("b", "a = x"), when("own", "own = x and nowhere = x")];
    assert_eq!(
        problems(&draft(circle.to_vec())),
        [
            "sections.0.questions.0.condition:condition-ahead",
            "sections.0.questions.2.condition:condition-ahead",
            "sections.0.questions.2.condition:condition-question",
        ]
    );
    let broken = [question("first", "drawing"), when("second", "first = x"), question("first", "text")];
    assert_eq!(
        problems(&draft(broken.to_vec())),
        ["sections.0.questions.0.kind:code-unknown", "sections.0.questions.2.key:question-key-twice"]
    );
    let files = [question("papers", "file"), when("why", "papers = x")];
    assert_eq!(problems(&draft(files.to_vec())), ["sections.0.questions.1.condition:condition-question"]);
}
