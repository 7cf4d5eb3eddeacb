//! Answers in words: a text as written, a number and a day as the reader writes them, a choice by its label, a table.
//!
//! Refuses to guess what a code meant that is not offered any more: it is shown as it is.

use super::grid::{Column, Grid};
use super::sample;
use crate::html::{Safe, escape, isolate};
use crate::words::Speech;
use model::id::{Id, NIL};
use model::lang::Lang;
use model::marking::Marking;
use model::member::Role;
use model::names::Names;
use model::participant::ParticipantCode;
use model::questionnaire::{
    Choice, Column as Asked, Condition, Question, QuestionKind, Questionnaire, QuestionnaireStatus, Section,
};
use model::record::{Door, Header, Kind, Provenance, Record, State};
use model::submission::{Answer, Answers, Given, LeftOver, Row, Said, Scalar, Submission};
use model::time::Day;
use std::collections::BTreeSet;

/// An answer as its reader reads it, by the question where it is known.
pub fn told(t: Speech, question: Option<&Question>, said: &Said) -> Safe {
    match said {
        Said::One(one) => {
            let (kind, choices) =
                question.map_or((QuestionKind::Text, &[][..]), |question| (question.kind, &question.choices[..]));
            value(t, kind, choices, one)
        }
        Said::Rows(rows) if rows.is_empty() => Safe::text(&t.say("questionnaire-nothing")),
        Said::Rows(rows) => table(t, question, rows),
        Said::Files(all) => files(t, all, |_| String::new()),
    }
}

/// Files with their size and hash, and what stands after each.
pub fn files(t: Speech, all: &[Given], after: impl Fn(&Given) -> String) -> Safe {
    if all.is_empty() {
        return Safe::default();
    }
    let line = |file: &Given| {
        let size = t.say_one("incident-file-size", "value", t.int(file.size.div_ceil(1024)));
        format!(
            "<li><a href=\"/attachments/{}\">{}</a> <small>{} · SHA-256 <span class=\"hash\">{}</span></small>{}</li>",
            file.file,
            isolate(&file.name),
            escape(&size),
            t.ltr(&file.sha256),
            after(file)
        )
    };
    Safe::ours(format!("<ul class=\"plain\">{}</ul>", all.iter().map(line).collect::<String>()))
}

fn value(t: Speech, kind: QuestionKind, choices: &[Choice], one: &Scalar) -> Safe {
    let label = |code: &str| {
        let known = choices.iter().find(|choice| choice.code == code);
        known.map_or_else(|| code.to_owned(), |choice| choice.label.say(t.lang()).to_owned())
    };
    match kind {
        QuestionKind::Number => Safe::text(&t.decimal_text(&one.value)),
        QuestionKind::Date => one.value.parse::<Day>().map_or_else(|_| isolate(&one.value), |day| t.date(day)),
        QuestionKind::Choice => isolate(&label(&one.value)),
        QuestionKind::Choices => isolate(&one.value.split(' ').map(label).collect::<Vec<_>>().join(" · ")),
        QuestionKind::Text | QuestionKind::Table | QuestionKind::File => isolate(&one.value),
    }
}

fn table(t: Speech, question: Option<&Question>, rows: &[Row]) -> Safe {
    let asked = question.map_or(&[][..], |question| &question.columns[..]);
    let known: Vec<&Asked> =
        asked.iter().filter(|one| rows.iter().any(|row| row.cells.contains_key(&one.key))).collect();
    let others: BTreeSet<&String> = rows.iter().flat_map(|row| row.cells.keys()).collect();
    let others: Vec<&String> = others.into_iter().filter(|key| known.iter().all(|one| one.key != **key)).collect();
    let caption =
        question.map_or_else(|| t.say("questionnaire-rows"), |question| question.label.say(t.lang()).to_owned());
    let heads =
        known.iter().map(|one| Column::named(one.label.say(t.lang()).to_owned(), one.kind == QuestionKind::Number));
    let heads = heads.chain(others.iter().map(|key| Column::named((*key).clone(), false)));
    let mut grid = Grid::new(caption, heads.collect());
    for row in rows {
        let cell = |key: &str, kind, choices| {
            row.cells.get(key).map_or_else(Safe::default, |one| value(t, kind, choices, one))
        };
        let cells = known.iter().map(|one| cell(&one.key, one.kind, &one.choices));
        grid.rows.push(cells.chain(others.iter().map(|key| cell(key, QuestionKind::Text, &[]))).collect());
    }
    grid.html()
}

// What the samples of these pages show.

fn names(text: &str) -> Names {
    Names::default().with(Lang::En, text).with(Lang::Fa, "پرسش نمونه")
}

fn question(key: &str, kind: QuestionKind) -> Question {
    Question {
        key: key.to_owned(),
        kind,
        label: names(sample::HOSTILE),
        help: names("Help"),
        required: true,
        condition: None,
        choices: Vec::new(),
        columns: Vec::new(),
        becomes: None,
    }
}

pub(crate) fn sample_questionnaire() -> Questionnaire {
    let choices = || {
        vec![
            Choice { code: "yes".to_owned(), label: names("Yes") },
            Choice { code: "no".to_owned(), label: names("No") },
        ]
    };
    let column =
        |key: &str, kind, choices| Asked { key: key.to_owned(), kind, label: names("Column"), required: true, choices };
    let columns = vec![
        column("name", QuestionKind::Text, Vec::new()),
        column("day", QuestionKind::Date, Vec::new()),
        column("amount", QuestionKind::Number, Vec::new()),
        column("unit", QuestionKind::Choice, choices()),
        column("several", QuestionKind::Choices, choices()),
    ];
    let questions = vec![
        Question { choices: choices(), ..question("had", QuestionKind::Choice) },
        Question { condition: Condition::parse("had = yes"), ..question("many", QuestionKind::Number) },
        Question { choices: choices(), ..question("which", QuestionKind::Choices) },
        question("since", QuestionKind::Date),
        Question { required: false, ..question("words", QuestionKind::Text) },
        Question { columns, ..question("rows", QuestionKind::Table) },
        question("papers", QuestionKind::File),
    ];
    Questionnaire {
        id: Id::new(NIL),
        title: names("Background since the last edition"),
        introduction: names(sample::HOSTILE),
        version: 2,
        status: QuestionnaireStatus::Draft,
        due: None,
        sections: vec![
            Section { key: "first".to_owned(), title: names("First"), help: names("Help"), questions },
            Section {
                key: "last".to_owned(),
                title: names("Last"),
                help: Names::default(),
                questions: vec![question("end", QuestionKind::Text)],
            },
        ],
    }
}

fn answer(key: &str, kind: QuestionKind, said: Said) -> Answer {
    Answer {
        question: key.to_owned(),
        kind,
        said: Some(said),
        revision: 1,
        version: 2,
        agency: Id::new(NIL),
        role: Role::Officer,
        changed: sample::NOW,
    }
}

pub(crate) fn sample_answers() -> Answers {
    let one = |value: &str| Said::One(Scalar::of(value, value));
    let cell = |key: &str, value: &str| (key.to_owned(), Scalar::of(value, value));
    let cells = [
        cell("name", sample::HOSTILE),
        cell("day", "2021-09-12"),
        cell("amount", "12.5"),
        cell("several", "yes no"),
        cell("gone", "x"),
    ];
    let row = Row { id: "row1".to_owned(), cells: cells.into_iter().collect() };
    let file = Given {
        file: Id::new(NIL),
        name: sample::HOSTILE.to_owned(),
        media_type: "application/pdf".to_owned(),
        size: 70_000,
        sha256: "0".repeat(64),
    };
    Answers(vec![
        answer("had", QuestionKind::Choice, one("yes")),
        answer("which", QuestionKind::Choices, one("yes no")),
        answer("since", QuestionKind::Date, one("2021-09-01")),
        answer("words", QuestionKind::Text, one(sample::HOSTILE)),
        answer("rows", QuestionKind::Table, Said::Rows(vec![row])),
        answer("papers", QuestionKind::File, Said::Files(vec![file])),
    ])
}

pub(crate) fn sample_left() -> Vec<LeftOver> {
    let left = answer("gone", QuestionKind::Text, Said::One(Scalar::of(sample::HOSTILE, sample::HOSTILE)));
    let other = answer("many", QuestionKind::Table, Said::Rows(Vec::new()));
    vec![LeftOver { answer: left, asked_differently: false }, LeftOver { answer: other, asked_differently: true }]
}

pub(crate) fn sample_submission() -> Record<Submission> {
    let (questionnaire, answers) = (sample_questionnaire(), sample_answers());
    let id = Id::<Submission>::new(NIL);
    let header = Header {
        id: id.into(),
        kind: Kind::Submission,
        operation: Id::new(NIL),
        owner: ParticipantCode::country("KZ"),
        agency: Id::new(NIL),
        author_role: Role::ContactPoint,
        marking: Marking::default(),
        state: State::Submitted,
        reason: String::new(),
        revision: 2,
        origin: "nod".to_owned(),
        sequence: 7,
        created: sample::NOW,
        changed: sample::NOW,
        lang: Lang::Ru,
        provenance: Provenance::door(Door::Page),
        review: None,
    };
    let content = Submission {
        id,
        questionnaire: questionnaire.id,
        version: 1,
        questionnaire_revision: 2,
        title: questionnaire.title.clone(),
        completeness: questionnaire.completeness(&answers),
        answers: answers.0,
        note: sample::HOSTILE.to_owned(),
    };
    Record { header, content }
}
