//! The form of one section: each question with who answered it and when, what a colleague answered meanwhile beside what
//! was typed, rows to add; and the page on which the contact point releases the answers.
//!
//! Refuses to lose what was typed, and to put it over a colleague's answer without showing it.

use super::questionnaire::{address, left_over, sections};
use super::said::told;
use super::{Sample, sample};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::part;
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::marking::{Audience, Handling};
use model::operation::Operation;
use model::problem::{Problem, Problems};
use model::questionnaire::{Choice as Offered, Column, Question, QuestionKind, Questionnaire, Section};
use model::submission::{Answer, AnswerDraft, Answers, Conflict, LeftOver};
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
            typed = typed.with(format!("{path}.rows.{place}.cells.{key}"), text);
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
fn summary(
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

fn section_of<'a>(questionnaire: &'a Questionnaire, key: &str) -> &'a str {
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

fn choices(t: Speech, offered: &[Offered]) -> Vec<Choice> {
    offered.iter().map(|choice| Choice::new(&choice.code, choice.label.say(t.lang()))).collect()
}

/// One question: its field, whose answer stands, and a colleague's where one was faster.
fn asked_html(frame: &Frame, form: &Form<'_>, shown: Shown<'_>, question: &Question) -> String {
    let t = frame.t;
    let path = format!("answers.{}", question.key);
    // Not a hidden field: what a browser keeps of the answer has to come back with the revision it was made from.
    let base = form.value(&format!("{path}.base"));
    let base = format!(
        "<input type=\"text\" hidden name=\"{path}.base\" value=\"{}\" aria-label=\"{}\" tabindex=\"-1\">",
        escape(base),
        escape(&t.say("questionnaire-base"))
    );
    let field = if question.kind == QuestionKind::Table {
        table(t, form, question)
    } else {
        format!("<div id=\"{path}\" tabindex=\"-1\">{}</div>", single(t, form, question))
    };
    let who = shown.answers.latest(question).map_or_else(String::new, |answer| {
        format!("<p class=\"saved\">{}</p>", answered_by(frame, shown.agencies, answer))
    });
    let conflict = shown
        .conflicts
        .get(&question.key)
        .map_or_else(String::new, |conflict| conflict_html(frame, shown.agencies, question, conflict));
    format!("<section class=\"group\">{conflict}{field}{who}{base}</section>")
}

/// `Customs, Kazakhstan, 2 h ago`.
pub fn answered_by(frame: &Frame, agencies: &[Agency], answer: &Answer) -> Safe {
    let t = frame.t;
    let agency = agencies.iter().find(|agency| agency.id == answer.agency);
    let agency =
        agency.map_or_else(|| t.code("role", answer.role.code()), |agency| agency.names.say(t.lang()).to_owned());
    Safe::ours(format!("{} · {}", isolate(&agency), t.ago(answer.changed, frame.now)))
}

fn conflict_html(frame: &Frame, agencies: &[Agency], question: &Question, conflict: &Conflict) -> String {
    let t = frame.t;
    let theirs = conflict.theirs.said.as_ref();
    let theirs =
        theirs.map_or_else(|| Safe::text(&t.say("questionnaire-taken-back")), |said| told(t, Some(question), said));
    let mine = conflict.mine.as_ref();
    let mine =
        mine.map_or_else(|| Safe::text(&t.say("questionnaire-taken-back")), |said| told(t, Some(question), said));
    format!(
        "<div class=\"flash warn\"><p><b>{}</b> {}</p><dl class=\"facts\"><div><dt>{}</dt><dd>{theirs}</dd></div><div><dt>{}</dt><dd>{mine}</dd></div></dl>\
         <p>{} <button class=\"button quiet small\" type=\"submit\" name=\"theirs\" value=\"{}\">{}</button></p></div>",
        escape(&t.say("questionnaire-conflict")),
        answered_by(frame, agencies, &conflict.theirs),
        escape(&t.say("questionnaire-theirs")),
        escape(&t.say("questionnaire-mine")),
        escape(&t.say("questionnaire-conflict-how")),
        escape(&question.key),
        escape(&t.say("questionnaire-keep-theirs"))
    )
}

fn single(t: Speech, form: &Form<'_>, question: &Question) -> Safe {
    let lang = t.lang();
    let end = if question.kind == QuestionKind::Choices { "values" } else { "value" };
    let field = form.field(&format!("answers.{}.{end}", question.key));
    let field = field.named(question.label.say(lang)).explained(question.help.say(lang));
    let field = if question.required { field } else { field.optional() };
    match question.kind {
        QuestionKind::Text | QuestionKind::Table => field.area(4),
        QuestionKind::Number => field.number(),
        QuestionKind::Date => field.date(),
        QuestionKind::Choice => field.select(choices(t, &question.choices)),
        QuestionKind::Choices => field.checkboxes(choices(t, &question.choices)),
    }
}

/// A table row by row, with a row to go on, and a tick that there is nothing to report.
fn table(t: Speech, form: &Form<'_>, question: &Question) -> String {
    let path = format!("answers.{}", question.key);
    let (label, help) = (isolate(question.label.say(t.lang())), question.help.say(t.lang()));
    let help = if help.is_empty() { String::new() } else { format!("<p class=\"hint\">{}</p>", isolate(help)) };
    let list = format!("{path}.rows");
    let rows: String = (0..form.count(&list, 1)).map(|place| row(t, &form.at(&list, place), question, place)).collect();
    let none = form.field(&format!("{path}.none")).label("questionnaire-none-to-report").check();
    format!(
        "<fieldset class=\"field\" id=\"{path}\" tabindex=\"-1\"><legend>{label}</legend>{help}<div id=\"{list}\" tabindex=\"-1\">{rows}</div>\
         <p><button class=\"button quiet small\" type=\"submit\" name=\"add\" value=\"{1}\" formaction=\"#{path}\">{0}</button></p>{none}</fieldset>",
        escape(&t.say("questionnaire-add-row")),
        escape(&question.key)
    )
}

fn row(t: Speech, form: &Form<'_>, question: &Question, place: usize) -> String {
    let number = t.say_one("questionnaire-row", "number", place + 1);
    let cells: String = question.columns.iter().map(|column| cell(t, form, column).to_string()).collect();
    let id = form.path("id");
    format!(
        "<fieldset class=\"field group\"><legend>{}</legend><div class=\"beside-fields tight\">{cells}</div>\
         <input type=\"text\" hidden name=\"{id}\" value=\"{}\" aria-label=\"{}\" tabindex=\"-1\">\
         <p><button class=\"button quiet small\" type=\"submit\" name=\"remove\" value=\"{}.{place}\" aria-label=\"{}\">{}</button></p></fieldset>",
        escape(&number),
        escape(form.value("id")),
        escape(&t.say("questionnaire-base")),
        escape(&question.key),
        escape(&t.say_one("questionnaire-remove-row-number", "number", place + 1)),
        escape(&t.say("questionnaire-remove-row"))
    )
}

fn cell(t: Speech, form: &Form<'_>, column: &Column) -> Safe {
    let field = form.field(&format!("cells.{}", column.key)).named(column.label.say(t.lang())).explained("");
    let field = if column.required { field } else { field.optional() };
    match column.kind {
        QuestionKind::Number => field.number(),
        QuestionKind::Date => field.date(),
        QuestionKind::Choice => field.select(choices(t, &column.choices)),
        QuestionKind::Text | QuestionKind::Table | QuestionKind::Choices => field.text(),
    }
}

/// What the page of releasing shows.
#[derive(Debug, Clone, Copy)]
pub struct Releasing<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The operation, for its marking and participants.
    pub operation: &'a Operation,
    /// What the participant has answered.
    pub answers: &'a Answers,
    /// What is left over.
    pub left: &'a [LeftOver],
    /// The questions whose texts look like personal data.
    pub personal: &'a [String],
    /// The revision released before; 0 for none.
    pub base: u32,
    /// In whose name.
    pub participant: &'a str,
}

/// The page on which the contact point releases the answers.
#[derive(Debug, Template)]
#[template(path = "submission/release.html")]
pub struct ReleasePage<'a> {
    frame: &'a Frame,
    shown: Releasing<'a>,
    form: Form<'a>,
    summary: Safe,
    address: String,
    sections: Safe,
    percent: String,
    missing: Safe,
    left: Safe,
    personal: Safe,
}

impl<'a> ReleasePage<'a> {
    /// The page with what was typed and what is wrong with it.
    pub fn new(frame: &'a Frame, shown: Releasing<'a>, typed: &'a Typed, problems: &'a Problems) -> Self {
        let (t, questionnaire) = (frame.t, shown.questionnaire);
        let completeness = questionnaire.completeness(shown.answers);
        let asked = questionnaire.asked_after(shown.answers);
        let is_missing = |question: &&Question| {
            question.required && asked.contains(&question.key.as_str()) && shown.answers.standing(question).is_none()
        };
        let missing: Vec<&Question> = questionnaire.questions().filter(is_missing).collect();
        let personal: Vec<&Question> =
            questionnaire.questions().filter(|question| shown.personal.contains(&question.key)).collect();
        Self {
            form: Form::new(t, typed, problems),
            summary: summary(t, questionnaire, problems, &BTreeMap::new(), true),
            address: address(questionnaire),
            sections: sections(t, questionnaire, &completeness),
            percent: super::questionnaire::percent(t, &completeness),
            missing: links(t, questionnaire, &missing),
            left: left_over(t, questionnaire, shown.left),
            personal: links(t, questionnaire, &personal),
            frame,
            shown,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn audiences(&self) -> Vec<Choice> {
        let all = Audience::ALL.iter().filter(|audience| **audience != Audience::Red);
        Choice::of_codes(self.t(), "audience", all.map(|audience| audience.code()))
    }

    fn handlings(&self) -> Vec<Choice> {
        Choice::of_codes(self.t(), "handling", Handling::ALL.iter().map(|code| code.code()))
    }

    fn recipients(&self) -> Vec<Choice> {
        let all = self.shown.operation.participants();
        all.iter().map(|code| Choice::new(code.as_str(), self.t().participant(code.as_str()))).collect()
    }

    fn whose(&self) -> String {
        self.t().participant(self.shown.participant)
    }
}

/// Questions as a list of links to where they are answered.
fn links(t: Speech, questionnaire: &Questionnaire, questions: &[&Question]) -> Safe {
    if questions.is_empty() {
        return Safe::default();
    }
    let link = |question: &&Question| {
        let section = section_of(questionnaire, &question.key);
        format!(
            "<li><a href=\"{}/answer/{}#answers.{}\">{}</a></li>",
            escape(&address(questionnaire)),
            escape(section),
            escape(&question.key),
            isolate(question.label.say(t.lang()))
        )
    };
    Safe::ours(format!("<ul>{}</ul>", questions.iter().map(link).collect::<String>()))
}

/// The pages of the samples.
pub fn samples(t: Speech) -> Vec<Sample> {
    let questionnaire = super::said::sample_questionnaire();
    let frame =
        Frame { title: questionnaire.sections[0].title.say(t.lang()).to_owned(), ..Frame::samples(t).remove(0) };
    let (answers, agencies, none) = (super::said::sample_answers(), sample::agencies(), BTreeMap::new());
    let section = &questionnaire.sections[0];
    let shown = Shown {
        questionnaire: &questionnaire,
        section,
        answers: &answers,
        agencies: &agencies,
        conflicts: &none,
        given: false,
    };
    let empty = Answers::default();
    let theirs = answers.0[3].clone();
    let conflicts = BTreeMap::from([("words".to_owned(), Conflict { theirs, mine: None })]);
    let problems = Problems(vec![
        Problem::new("answers.rows.rows.0.cells.day", "date-impossible").with("text", "2021-02-31"),
        Problem::new("", "question-gone").with("key", "old").with("text", sample::HOSTILE),
    ]);
    let bad = typed(section, &answers).with("answers.rows.rows.1.cells.day", "2021-02-31");
    let (fresh, blank) = (typed(section, &answers), typed(section, &empty));
    let releasing = Releasing {
        questionnaire: &questionnaire,
        operation: &sample::operation(),
        answers: &answers,
        left: &super::said::sample_left(),
        personal: &["words".to_owned()],
        base: 1,
        participant: "KZ",
    };
    let nothing = Typed::nothing();
    let found = Problems(vec![
        Problem::new("checked", "release-personal"),
        Problem::new("", "release-changed"),
        Problem::new("answers.rows.rows.0.cells.day", "date-impossible").with("text", "x"),
    ]);
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
        Sample::of("submission-release", &ReleasePage::new(&frame, releasing, &nothing, &found)),
        Sample::of(
            "submission-release-first",
            &ReleasePage::new(
                &frame,
                Releasing { answers: &empty, left: &[], personal: &[], base: 0, ..releasing },
                &nothing,
                &Problems::none(),
            ),
        ),
    ]
}
