//! The builder of a questionnaire: its title and sections on one page, one question on another; every step is a button
//! that is sent, so that it works without script.
//!
//! Refuses to lose what was typed, and to change a questionnaire over a newer revision.

use super::questionnaire::address;
use super::{Sample, sample};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::words::Speech;
use askama::Template;
use model::lang::Lang;
use model::names::Names;
use model::problem::{Problem, Problems};
use model::questionnaire::{QuestionDraft, QuestionKind, Questionnaire, QuestionnaireDraft};
use std::fmt::Write as _;

/// What the form of a questionnaire shows before anything is typed.
pub fn typed(questionnaire: &Questionnaire) -> Typed {
    let draft = QuestionnaireDraft::of(questionnaire);
    let mut typed = named(Typed::nothing(), "title", &draft.title);
    typed = named(typed, "introduction", &draft.introduction);
    for (place, section) in draft.sections.iter().enumerate() {
        let path = format!("sections.{place}");
        typed = typed.with(format!("{path}.key"), &section.key);
        typed = named(typed, &format!("{path}.title"), &section.title);
        typed = named(typed, &format!("{path}.help"), &section.help);
    }
    typed
}

/// What the form of a question shows before anything is typed.
pub fn typed_question(section: &str, draft: &QuestionDraft) -> Typed {
    let mut typed = Typed::nothing().with("section", section);
    for (name, value) in [
        ("key", &draft.key),
        ("kind", &draft.kind),
        ("condition", &draft.condition),
        ("becomes", &draft.becomes),
        ("choices", &draft.choices.join("\n")),
    ] {
        typed = typed.with(name, value.as_str());
    }
    typed = named(named(typed, "label", &draft.label), "help", &draft.help);
    if draft.required {
        typed = typed.with("required", "true");
    }
    for (place, column) in draft.columns.iter().enumerate() {
        let path = format!("columns.{place}");
        typed = typed.with(format!("{path}.key"), &column.key).with(format!("{path}.kind"), &column.kind);
        typed = named(typed, &format!("{path}.label"), &column.label);
        typed = typed.with(format!("{path}.choices"), column.choices.join("\n"));
        if column.required {
            typed = typed.with(format!("{path}.required"), "true");
        }
    }
    typed
}

fn named(typed: Typed, field: &str, names: &Names) -> Typed {
    super::type_names(typed, field, names)
}

fn per_language(form: &Form<'_>, field: &str, area: bool) -> Safe {
    let one = |lang: &Lang| {
        let field = form.field(&format!("{field}.{}", lang.tag()));
        let field = if *lang == Lang::En && !area { field } else { field.optional() };
        if area { field.area(2).to_string() } else { field.text().to_string() }
    };
    let fields: String = Lang::ALL.iter().map(one).collect();
    Safe::ours(format!("<div class=\"beside-fields\">{fields}</div>"))
}

fn button(t: Speech, action: &str, key: &str, name: &str) -> String {
    format!(
        "<button class=\"button quiet small\" type=\"submit\" name=\"do\" value=\"{}\" aria-label=\"{}: {}\">{}</button>",
        escape(action),
        escape(&t.say(key)),
        escape(name),
        escape(&t.say(key))
    )
}

/// The form of a questionnaire.
#[derive(Debug, Template)]
#[template(path = "questionnaire/edit.html")]
pub struct QuestionnaireFormPage<'a> {
    frame: &'a Frame,
    form: Form<'a>,
    address: String,
    base: u32,
    stale: bool,
    answered: bool,
    sections: Safe,
}

impl<'a> QuestionnaireFormPage<'a> {
    /// The form; `stale` where somebody else has changed the questionnaire since it was shown.
    pub fn new(
        frame: &'a Frame,
        questionnaire: &Questionnaire,
        base: u32,
        stale: bool,
        (typed, problems): (&'a Typed, &'a Problems),
    ) -> Self {
        let form = Form::new(frame.t, typed, problems);
        Self {
            sections: sections(frame.t, &form, questionnaire),
            address: address(questionnaire),
            answered: questionnaire.status != model::questionnaire::QuestionnaireStatus::Draft,
            form,
            frame,
            base,
            stale,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn names(&self, field: &str) -> Safe {
        per_language(&self.form, field, false)
    }

    fn texts(&self, field: &str) -> Safe {
        per_language(&self.form, field, true)
    }
}

/// Every section with its questions, and an empty one to go on.
fn sections(t: Speech, form: &Form<'_>, questionnaire: &Questionnaire) -> Safe {
    let top = address(questionnaire);
    let mut out = String::new();
    for (place, section) in questionnaire.sections.iter().enumerate() {
        let name = section.title.say(t.lang());
        let mut list = String::new();
        for (at, question) in section.questions.iter().enumerate() {
            let label = question.label.say(t.lang());
            let _ = write!(
                list,
                "<li><a href=\"{top}/edit/{}\">{}</a> <small>{}</small> {}{}{}</li>",
                escape(&question.key),
                isolate(label),
                escape(&t.code("question-kind", question.kind.code())),
                button(t, &format!("question-up.{place}.{at}"), "questionnaire-up", label),
                button(t, &format!("question-down.{place}.{at}"), "questionnaire-down", label),
                button(t, &format!("question-remove.{place}.{at}"), "questionnaire-remove", label),
            );
        }
        let _ = write!(
            out,
            "<fieldset class=\"field group\" id=\"sections.{place}\" tabindex=\"-1\"><legend>{}</legend>{}<ol>{list}</ol>\
             <p class=\"row\"><a class=\"button quiet small\" href=\"{top}/edit/new?section={}\">{}</a>{}{}{}</p></fieldset>",
            isolate(name),
            section_fields(form, place),
            escape(&section.key),
            escape(&t.say("questionnaire-add-question")),
            button(t, &format!("section-up.{place}"), "questionnaire-up", name),
            button(t, &format!("section-down.{place}"), "questionnaire-down", name),
            button(t, &format!("section-remove.{place}"), "questionnaire-remove", name),
        );
    }
    let next = questionnaire.sections.len();
    let _ = write!(
        out,
        "<fieldset class=\"field group\" id=\"sections.{next}\" tabindex=\"-1\"><legend>{}</legend>{}</fieldset>",
        escape(&t.say("questionnaire-new-section")),
        section_fields(form, next)
    );
    Safe::ours(out)
}

fn section_fields(form: &Form<'_>, place: usize) -> String {
    let path = format!("sections.{place}");
    let key = form.field(&format!("{path}.key")).with("dir", "ltr").text();
    format!(
        "{key}<div id=\"{path}.title\" tabindex=\"-1\">{}</div>{}",
        per_language(form, &format!("{path}.title"), false),
        per_language(form, &format!("{path}.help"), true)
    )
}

/// The form of one question.
#[derive(Debug, Template)]
#[template(path = "questionnaire/question.html")]
pub struct QuestionFormPage<'a> {
    frame: &'a Frame,
    form: Form<'a>,
    questionnaire: &'a Questionnaire,
    address: String,
    action: String,
    base: u32,
    stale: bool,
}

impl<'a> QuestionFormPage<'a> {
    /// The form of the question `key`, or of a new one.
    pub fn new(
        frame: &'a Frame,
        questionnaire: &'a Questionnaire,
        key: &str,
        base: u32,
        stale: bool,
        (typed, problems): (&'a Typed, &'a Problems),
    ) -> Self {
        let top = address(questionnaire);
        Self {
            form: Form::new(frame.t, typed, problems),
            action: format!("{top}/edit/{}", crate::html::query(key)),
            address: top,
            questionnaire,
            frame,
            base,
            stale,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn names(&self, field: &str) -> Safe {
        let inside = per_language(&self.form, field, false);
        Safe::ours(format!("<div id=\"{field}\" tabindex=\"-1\">{inside}</div>"))
    }

    fn texts(&self, field: &str) -> Safe {
        per_language(&self.form, field, true)
    }

    fn sections(&self) -> Vec<Choice> {
        let lang = self.t().lang();
        self.questionnaire.sections.iter().map(|section| Choice::new(&section.key, section.title.say(lang))).collect()
    }

    fn kinds(&self) -> Vec<Choice> {
        Choice::of_codes(self.t(), "question-kind", QuestionKind::ALL.iter().map(|kind| kind.code()))
    }

    /// Every column, and an empty one to go on.
    fn columns(&self) -> Safe {
        let t = self.t();
        let kinds = QuestionKind::ALL.iter().filter(|kind| kind.fits_column()).map(|kind| kind.code());
        let kinds = Choice::of_codes(t, "question-kind", kinds);
        let mut out = String::new();
        for place in 0..self.form.count("columns", 1) {
            let part = self.form.at("columns", place);
            let label = per_language(&part, "label", false);
            let _ = write!(
                out,
                "<fieldset class=\"field group\"><legend>{}</legend><div class=\"beside-fields\">{}{}</div><div id=\"columns.{place}.label\" tabindex=\"-1\">{label}</div>{}{}</fieldset>",
                escape(&t.say_one("questionnaire-column", "number", place + 1)),
                part.field("key").with("dir", "ltr").text(),
                part.select("kind", &kinds),
                part.field("choices").optional().area(3),
                part.check("required"),
            );
        }
        let _ = write!(out, "<p>{}</p>", button(t, "add-column", "questionnaire-add-column", ""));
        Safe::ours(format!("<div id=\"columns\" tabindex=\"-1\">{out}</div>"))
    }
}

/// The pages of the samples.
pub fn samples(t: Speech) -> Vec<Sample> {
    let questionnaire = super::said::sample_questionnaire();
    let frame = Frame { title: t.say("questionnaire-edit"), ..Frame::samples(t).remove(0) };
    let (fresh, none) = (typed(&questionnaire), Problems::none());
    let table = questionnaire.question("rows").map(QuestionDraft::of).unwrap_or_default();
    let of_table = typed_question("first", &table);
    let bad = Problems(vec![
        Problem::new("key", "question-key").with("text", sample::HOSTILE),
        Problem::new("columns.0.choices", "choices-missing"),
        Problem::new("condition", "condition-unreadable").with("text", sample::HOSTILE),
    ]);
    let of_sections = Problems(vec![Problem::new("sections.2.key", "question-key-twice").with("text", "first")]);
    let more = fresh.clone().with("sections.2.key", "first");
    let empty = Typed::nothing().with("section", "first");
    vec![
        Sample::of(
            "questionnaire-edit",
            &QuestionnaireFormPage::new(&frame, &questionnaire, 2, false, (&fresh, &none)),
        ),
        Sample::of(
            "questionnaire-edit-problems",
            &QuestionnaireFormPage::new(&frame, &questionnaire, 2, true, (&more, &of_sections)),
        ),
        Sample::of(
            "questionnaire-question",
            &QuestionFormPage::new(&frame, &questionnaire, "rows", 2, true, (&of_table, &bad)),
        ),
        Sample::of(
            "questionnaire-question-new",
            &QuestionFormPage::new(&frame, &questionnaire, "new", 2, false, (&empty, &none)),
        ),
    ]
}
