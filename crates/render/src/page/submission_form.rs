//! The form of one section: its questions, everything to settle in a summary that links to them, and the other sections.
//!
//! Refuses to lose what was typed.

use super::questionnaire::{address, sections};
use super::submission_question::asked_html;
use super::{Sample, sample};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::part;
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::problem::{Problem, Problems};
use model::questionnaire::{Changed, Question, QuestionKind, Questionnaire, Section};
use model::submission::{AnswerDraft, Answers, Conflict, LookAgain};
use std::collections::BTreeMap;

/// What a form of these answers shows before anything is typed.
pub fn typed(section: &Section, answers: &Answers) -> Typed {
    section.questions.iter().fold(Typed::nothing(), |typed, question| typed_of(typed, question, answers))
}

/// The same with the answer to one question.
pub fn typed_of(mut typed: Typed, question: &Question, answers: &Answers) -> Typed {
    let standing = answers.standing(question);
    let said = standing.as_ref().and_then(|answer| answer.said.as_ref());
    let draft = AnswerDraft::of(answers.revision(question), said, question.kind);
    let path = format!("answers.{}", question.key);
    typed = typed.with(format!("{path}.base"), draft.base);
    if !draft.value.is_empty() {
        typed = typed.with(format!("{path}.value"), draft.value);
    }
    for code in draft.values {
        typed = typed.with(format!("{path}.values"), code);
    }
    if draft.none {
        typed = typed.with(format!("{path}.none"), "true");
    }
    for (place, row) in draft.rows.into_iter().enumerate() {
        typed = typed.with(format!("{path}.rows.{place}.id"), row.id);
        for (key, text) in row.cells {
            let several = question.column(&key).is_some_and(|column| column.kind == QuestionKind::Choices);
            for text in if several { text.split(' ').collect() } else { vec![text.as_str()] } {
                typed = typed.with(format!("{path}.rows.{place}.cells.{key}"), text);
            }
        }
    }
    typed
}

/// What the form of a section shows.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The section.
    pub section: &'a Section,
    /// What the participant has answered so far.
    pub answers: &'a Answers,
    /// The agencies of the participant, for their names.
    pub agencies: &'a [Agency],
    /// Where a colleague was faster, by question.
    pub conflicts: &'a BTreeMap<String, Conflict>,
    /// What is to be looked at again.
    pub look: &'a [LookAgain],
    /// Whether it answers something that was sent.
    pub given: bool,
}

/// The form of a section.
#[derive(Debug, Template)]
#[template(path = "submission/form.html")]
pub struct SectionPage<'a> {
    frame: &'a Frame,
    shown: Shown<'a>,
    address: String,
    action: String,
    summary: Safe,
    device: (Safe, Safe),
    help: Safe,
    questions: Safe,
    sections: Safe,
    hidden: usize,
    last: bool,
    /// How the form is sent: with files only where it asks for some.
    enctype: &'static str,
}

impl<'a> SectionPage<'a> {
    /// The page with what was typed and what is wrong with it.
    pub fn new(frame: &'a Frame, shown: Shown<'a>, typed: &Typed, problems: &Problems) -> Self {
        let (t, questionnaire, section) = (frame.t, shown.questionnaire, shown.section);
        let asked = questionnaire.asked_after(shown.answers);
        let form = Form::new(t, typed, problems);
        let own: Vec<&Question> =
            section.questions.iter().filter(|question| asked.contains(&question.key.as_str())).collect();
        let top = address(questionnaire);
        let action = format!("{top}/answer/{}", section.key);
        let help = section.help.say(t.lang());
        let name = format!("questionnaire:{}:{}", questionnaire.id, section.key);
        Self {
            summary: summary(t, questionnaire, problems, shown.conflicts, false),
            device: part::draft(frame, &name, &action),
            help: if help.is_empty() { Safe::default() } else { isolate(help) },
            questions: Safe::ours(
                own.iter().map(|question| asked_html(frame, &form, shown, question)).collect::<String>(),
            ),
            sections: sections(t, questionnaire, &questionnaire.completeness(shown.answers)),
            hidden: section.questions.len() - own.len(),
            last: questionnaire.sections.last().is_some_and(|last| last.key == section.key),
            enctype: if own.iter().any(|question| question.kind == QuestionKind::File) {
                "multipart/form-data"
            } else {
                "application/x-www-form-urlencoded"
            },
            address: top,
            action,
            frame,
            shown,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

/// Everything to settle, each linked to its question by the question's own words; `far` where the questions stand on
/// other pages.
pub(super) fn summary(
    t: Speech,
    questionnaire: &Questionnaire,
    problems: &Problems,
    conflicts: &BTreeMap<String, Conflict>,
    far: bool,
) -> Safe {
    let mut lines = Vec::new();
    for key in conflicts.keys() {
        let name = named(t, questionnaire, key, None);
        lines.push((format!("answers.{key}"), format!("{name}: {}", t.say("questionnaire-conflict"))));
    }
    for problem in &problems.0 {
        let Some(rest) = problem.field.strip_prefix("answers.") else {
            lines.push((problem.field.clone(), t.problem(problem)));
            continue;
        };
        let parts: Vec<&str> = rest.split('.').collect();
        let row = parts.get(2).and_then(|row| row.parse::<usize>().ok());
        let cell = row.map(|row| (row, parts.get(4).copied().unwrap_or_default()));
        let name = named(t, questionnaire, parts.first().copied().unwrap_or_default(), cell);
        lines.push((problem.field.clone(), format!("{name}: {}", t.problem_beside(problem))));
    }
    if lines.is_empty() {
        return Safe::default();
    }
    let said = |(field, sentence): &(String, String)| {
        let to = match field.strip_prefix("answers.") {
            _ if field.is_empty() => return format!("<li>{}</li>", escape(sentence)),
            Some(rest) if far => {
                let key = rest.split('.').next().unwrap_or_default();
                format!("{}/answer/{}#answers.{key}", address(questionnaire), section_of(questionnaire, key))
            }
            _ => format!("#{field}"),
        };
        format!("<li><a href=\"{}\">{}</a></li>", escape(&to), escape(sentence))
    };
    let title = escape(&t.say_one("form-problems", "count", lines.len()));
    let lines: String = lines.iter().map(said).collect();
    Safe::ours(format!("<div class=\"summary\" role=\"alert\" tabindex=\"-1\"><h2>{title}</h2><ul>{lines}</ul></div>"))
}

pub(super) fn section_of<'a>(questionnaire: &'a Questionnaire, key: &str) -> &'a str {
    let own = |section: &&Section| section.questions.iter().any(|other| other.key == key);
    questionnaire.sections.iter().find(own).map_or("", |section| &section.key)
}

/// What a question, or a cell of its table, is called.
pub(super) fn named(t: Speech, questionnaire: &Questionnaire, key: &str, cell: Option<(usize, &str)>) -> String {
    let Some(question) = questionnaire.question(key) else { return key.to_owned() };
    let label = question.label.say(t.lang());
    let Some((row, column)) = cell else { return label.to_owned() };
    let column = question.column(column).map_or("", |column| column.label.say(t.lang()));
    let row = t.say_one("questionnaire-row", "number", row + 1);
    format!("{label}, {row}, {column}")
}

/// The pages of the samples.
pub fn samples(t: Speech) -> Vec<Sample> {
    let questionnaire = super::said::sample_questionnaire();
    let frame =
        Frame { title: questionnaire.sections[0].title.say(t.lang()).to_owned(), ..Frame::samples(t).remove(0) };
    let (answers, agencies, none) = (super::said::sample_answers(), sample::agencies(), BTreeMap::new());
    let section = &questionnaire.sections[0];
    let earlier = section.questions.first().cloned();
    let changed = vec![Changed::Wording, Changed::Choices];
    let look = [
        LookAgain { question: "had".to_owned(), changed, earlier },
        LookAgain { question: "papers".to_owned(), changed: vec![Changed::New], earlier: None },
    ];
    let shown = Shown {
        questionnaire: &questionnaire,
        section,
        answers: &answers,
        agencies: &agencies,
        conflicts: &none,
        look: &look,
        given: false,
    };
    let empty = Answers::default();
    let theirs = answers.0[3].clone();
    let conflicts = BTreeMap::from([("words".to_owned(), Conflict { theirs, mine: None })]);
    let problems = Problems(vec![
        Problem::new("answers.rows.rows.0.cells.day", "date-impossible").with("text", "2021-02-31"),
        Problem::new("answers.papers.files", "file-unknown").with("name", sample::HOSTILE),
        Problem::new("", "question-gone").with("key", "old").with("text", sample::HOSTILE),
    ]);
    let bad = typed(section, &answers).with("answers.rows.rows.1.cells.day", "2021-02-31");
    let (fresh, blank) = (typed(section, &answers), typed(section, &empty));
    vec![
        Sample::of("submission-section", &SectionPage::new(&frame, shown, &fresh, &Problems::none())),
        Sample::of(
            "submission-section-empty",
            &SectionPage::new(&frame, Shown { answers: &empty, ..shown }, &blank, &Problems::none()),
        ),
        Sample::of(
            "submission-section-problems",
            &SectionPage::new(&frame, Shown { conflicts: &conflicts, given: true, ..shown }, &bad, &problems),
        ),
    ]
}
