//! The questionnaires of an operation, each with where it stands and how far the reader's own participant is.
//!
//! Refuses to tell of answers that are not released anything but that they are not.

use super::questionnaire::{address, reminder, status_chip};
use super::submission_upload::place;
use super::{Sample, sample};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query};
use crate::words::Speech;
use askama::Template;
use model::problem::{Problem, Problems};
use model::questionnaire::{Questionnaire, QuestionnaireStatus};
use model::time::Moment;

/// One questionnaire of the list.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// How complete the answers of the reader's own participant are; `None` where it is not asked.
    pub own: Option<u32>,
    /// When its own participant released them.
    pub released: Option<Moment>,
    /// When its own participant was reminded, where it has not released.
    pub reminded: Option<Moment>,
    /// How many have released that the reader may see.
    pub submissions: usize,
}

/// The questionnaires of an operation.
#[derive(Debug, Template)]
#[template(path = "questionnaire/list.html")]
pub struct QuestionnairesPage<'a> {
    frame: &'a Frame,
    operation: String,
    lines: Safe,
    count: usize,
    may_add: bool,
    form: Form<'a>,
    summary: Safe,
}

impl<'a> QuestionnairesPage<'a> {
    /// The page; `typed` and `problems` are of a questionnaire that was just to be added.
    pub fn new(
        frame: &'a Frame,
        code: &str,
        lines: &[Line<'_>],
        may_add: bool,
        (typed, problems): (&'a Typed, &'a Problems),
    ) -> Self {
        Self {
            operation: format!("/operations/{}", query(code)),
            lines: Safe::ours(lines.iter().map(|line| card(frame, line)).collect::<String>()),
            count: lines.len(),
            may_add,
            summary: summary(frame.t, typed, problems),
            form: Form::new(frame.t, typed, problems),
            frame,
        }
    }
}

fn card(frame: &Frame, line: &Line<'_>) -> String {
    let (t, one) = (frame.t, line.questionnaire);
    let mut said = vec![status_chip(t, one, frame.now.day()).to_string()];
    if let Some(due) = one.due {
        said.push(format!("{} {}", escape(&t.say("questionnaire-due")), t.date(due)));
    }
    match (line.own, line.released) {
        (_, Some(at)) => {
            said.push(format!("{} {}", escape(&t.say("questionnaire-own-released")), t.ago(at, frame.now)));
        }
        (Some(own), None) => said.push(escape(&t.say_one("questionnaire-own", "percent", t.int(own)))),
        (None, None) => {}
    }
    said.push(escape(&t.say_one("questionnaire-submissions", "count", line.submissions)));
    let reminded = reminder(frame, line.reminded);
    format!(
        "<section class=\"panel\"><header><h2><a href=\"{}\">{}</a></h2></header><p class=\"row\">{}</p>{reminded}</section>",
        escape(&address(one)),
        isolate(one.title.say(t.lang())),
        said.join(" · ")
    )
}

/// Everything to settle; what is wrong with a form that was sent is said with its sheet and row.
fn summary(t: Speech, typed: &Typed, problems: &Problems) -> Safe {
    let places: Vec<Option<String>> = problems.0.iter().map(|problem| place(t, problem)).collect();
    if places.iter().all(Option::is_none) {
        return Form::new(t, typed, problems).summary();
    }
    let line = |(problem, place): (&Problem, Option<String>)| {
        let part = problem.field.split('.').rev().find(|part| PARTS.contains(part)).map(|part| t.field(part));
        let said: Vec<String> = [place, part].into_iter().flatten().collect();
        format!("<li><b>{}</b> {}</li>", isolate(&said.join(", ")), escape(&t.problem_beside(problem)))
    };
    let title = escape(&t.say_one("form-problems", "count", problems.0.len()));
    let lines: String = problems.0.iter().zip(places).map(line).collect();
    Safe::ours(format!("<div class=\"summary\" role=\"alert\" tabindex=\"-1\"><h2>{title}</h2><ul>{lines}</ul></div>"))
}

/// Parts of a questionnaire's draft that have a name of their own.
const PARTS: [&str; 6] = ["key", "label", "title", "choices", "columns", "condition"];

/// The pages of the samples.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = Frame { title: t.say("questionnaire-list"), ..Frame::samples(t).remove(0) };
    let questionnaire = super::said::sample_questionnaire();
    let open = Questionnaire {
        status: QuestionnaireStatus::Open,
        due: Some(sample::NOW.day().plus(-3)),
        ..questionnaire.clone()
    };
    let line =
        Line { questionnaire: &open, own: Some(40), released: None, reminded: Some(sample::NOW), submissions: 2 };
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let bad = Problems(vec![
        Problem::new("", "xlsform-type").with("text", "geopoint").with("sheet", "survey").with("row", 3),
        Problem::new("sections.0.questions.1.label", "required").with("sheet", "survey").with("row", 4),
        Problem::new("sections.0.questions.2.condition", "condition-ahead")
            .with("text", sample::HOSTILE)
            .with("key", "b")
            .with("sheet", "survey")
            .with("row", 5),
        Problem::new("title", "required").with("sheet", "settings").with("row", 2),
    ]);
    vec![
        Sample::of("questionnaires", &QuestionnairesPage::new(&frame, "REFLEX-2021", &[line], true, (&nothing, &none))),
        Sample::of(
            "questionnaires-form-problems",
            &QuestionnairesPage::new(&frame, "REFLEX-2021", &[line], true, (&nothing, &bad)),
        ),
        Sample::of(
            "questionnaires-empty",
            &QuestionnairesPage::new(&frame, "REFLEX-2021", &[], false, (&nothing, &none)),
        ),
    ]
}
