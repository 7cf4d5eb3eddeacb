//! What came of a workbook that was filled offline: what was kept, what was not and why, sheet by sheet.
//!
//! Refuses to put an answer of the file over a colleague's: both are shown, and the way to decide.

use super::questionnaire::address;
use super::said::told;
use super::submission_form::named;
use super::submission_question::answered_by;
use super::{Sample, sample};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::problem::{Problem, Problems};
use model::questionnaire::Questionnaire;
use model::submission::Conflict;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What came of a workbook.
#[derive(Debug, Clone, Copy)]
pub struct Outcome<'a> {
    /// How many answers were kept.
    pub kept: usize,
    /// Where a colleague was faster.
    pub conflicts: &'a BTreeMap<String, Conflict>,
    /// What could not be read.
    pub problems: &'a Problems,
    /// The version it was made for, where another one is asked now.
    pub older: Option<u32>,
}

/// The page through which answers are typed offline.
#[derive(Debug, Template)]
#[template(path = "submission/upload.html")]
pub struct UploadPage<'a> {
    frame: &'a Frame,
    address: String,
    outcome: Option<Outcome<'a>>,
    problems: Safe,
    conflicts: Safe,
    form: Form<'a>,
}

const NOTHING: &Typed = &Typed::nothing();
const NONE: &Problems = &Problems::none();

impl<'a> UploadPage<'a> {
    /// The page, with what came of a workbook that was just sent.
    pub fn new(
        frame: &'a Frame,
        questionnaire: &Questionnaire,
        agencies: &[Agency],
        outcome: Option<Outcome<'a>>,
        of_file: Option<&'a Problems>,
    ) -> Self {
        Self {
            address: address(questionnaire),
            problems: outcome.map_or_else(Safe::default, |outcome| problems(frame.t, questionnaire, outcome.problems)),
            conflicts: outcome
                .map_or_else(Safe::default, |outcome| conflicts(frame, questionnaire, agencies, outcome.conflicts)),
            form: Form::new(frame.t, NOTHING, of_file.unwrap_or(NONE)),
            outcome,
            frame,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

/// The sheet and the cell, or the row, in which a problem of a workbook stands.
pub(super) fn place(t: Speech, problem: &Problem) -> Option<String> {
    let of = |name: &str| problem.params.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    let sheet = of("sheet")?;
    match (of("cell"), of("row")) {
        (Some(cell), _) => Some(t.say_with("workbook-cell", &[("sheet", sheet.into()), ("cell", cell.into())])),
        (None, Some(row)) => Some(t.say_with("workbook-place", &[("sheet", sheet.into()), ("row", row.into())])),
        (None, None) => None,
    }
}

/// Each problem with its sheet, its row and its question.
fn problems(t: Speech, questionnaire: &Questionnaire, problems: &Problems) -> Safe {
    if problems.is_empty() {
        return Safe::default();
    }
    let line = |problem: &Problem| {
        let place = place(t, problem);
        let parts: Vec<&str> = problem.field.split('.').collect();
        let cell = parts.get(5).map(|column| {
            let question = parts.get(1).and_then(|key| questionnaire.question(key));
            let column = question.and_then(|question| question.column(column));
            column.map_or_else(String::new, |column| column.label.say(t.lang()).to_owned())
        });
        let question = parts.get(1).filter(|_| cell.is_none()).map(|key| named(t, questionnaire, key, None));
        let said: Vec<String> = [place, question, cell].into_iter().flatten().filter(|text| !text.is_empty()).collect();
        format!("<li><b>{}</b> {}</li>", isolate(&said.join(", ")), escape(&t.problem_beside(problem)))
    };
    Safe::ours(format!("<ul>{}</ul>", problems.0.iter().map(line).collect::<String>()))
}

fn conflicts(
    frame: &Frame,
    questionnaire: &Questionnaire,
    agencies: &[Agency],
    conflicts: &BTreeMap<String, Conflict>,
) -> Safe {
    let t = frame.t;
    let mut out = String::new();
    for (key, conflict) in conflicts {
        let question = questionnaire.question(key);
        let own = |section: &&model::questionnaire::Section| section.questions.iter().any(|other| other.key == *key);
        let section = questionnaire.sections.iter().find(own).map_or("", |section| &section.key);
        let none = || Safe::text(&t.say("questionnaire-taken-back"));
        let theirs = conflict.theirs.said.as_ref().map_or_else(none, |said| told(t, question, said));
        let mine = conflict.mine.as_ref().map_or_else(none, |said| told(t, question, said));
        let _ = write!(
            out,
            "<section class=\"group\"><h3><a href=\"{}/answer/{}#answers.{}\">{}</a></h3><p class=\"saved\">{}</p>\
             <dl class=\"facts\"><div><dt>{}</dt><dd>{theirs}</dd></div><div><dt>{}</dt><dd>{mine}</dd></div></dl></section>",
            escape(&address(questionnaire)),
            escape(section),
            escape(key),
            isolate(&named(t, questionnaire, key, None)),
            answered_by(frame, agencies, &conflict.theirs),
            escape(&t.say("questionnaire-theirs")),
            escape(&t.say("workbook-mine")),
        );
    }
    Safe::ours(out)
}

/// The pages of the samples.
pub fn samples(t: Speech) -> Vec<Sample> {
    let (questionnaire, agencies) = (super::said::sample_questionnaire(), sample::agencies());
    let frame = Frame { title: t.say("workbook-title"), ..Frame::samples(t).remove(0) };
    let theirs = super::said::sample_answers().0[3].clone();
    let conflicts = BTreeMap::from([("words".to_owned(), Conflict { mine: theirs.said.clone(), theirs })]);
    let problems = Problems(vec![
        Problem::new("answers.rows.rows.0.cells.day", "date-impossible")
            .with("text", "2021-02-31")
            .with("sheet", "Rows")
            .with("row", 4)
            .with("cell", "C4"),
        Problem::new("", "sheet-unknown").with("sheet", sample::HOSTILE).with("row", 1),
        Problem::new("answers.had", "code-unknown").with("text", "perhaps").with("sheet", "First").with("row", 3),
    ]);
    let outcome = Outcome { kept: 3, conflicts: &conflicts, problems: &problems, older: Some(1) };
    let of_file = Problems(vec![Problem::new("file", "workbook-foreign")]);
    vec![
        Sample::of("submission-upload", &UploadPage::new(&frame, &questionnaire, &agencies, None, None)),
        Sample::of(
            "submission-upload-outcome",
            &UploadPage::new(&frame, &questionnaire, &agencies, Some(outcome), None),
        ),
        Sample::of(
            "submission-upload-problems",
            &UploadPage::new(&frame, &questionnaire, &agencies, None, Some(&of_file)),
        ),
    ]
}
