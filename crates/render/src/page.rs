//! Pages: one file per noun, each an askama template with a [`Frame`](crate::frame::Frame) and values already in words.
//!
//! Refuses: asking anybody. A page is made of model values that its handler was given, and of nothing else. Every noun
//! has `samples(t)`: its pages as they may look (full, empty, with problems), which the test below renders in every
//! language.

pub mod acceptance;
pub mod agency;
pub mod annex;
pub mod api;
pub mod audit;
pub mod brief;
pub mod catalogue;
pub mod control_entry;
pub mod control_status;
pub mod detection;
pub mod determination;
pub mod failure;
pub mod figures;
pub mod filter;
pub mod finding;
pub mod grid;
pub mod import;
pub mod incident;
pub mod incident_difference;
pub mod incident_facts;
pub mod incident_filter;
pub mod incident_form;
mod incident_law;
pub mod incident_samples;
pub mod incident_words;
pub mod information_request;
pub mod law;
pub mod legal_act;
pub mod listing;
pub mod meeting;
pub mod meeting_form;
pub(crate) mod meeting_samples;
pub mod member;
pub mod message;
pub mod node;
pub mod notice;
pub mod operation;
pub mod overview;
pub mod participant;
pub mod parts;
pub mod permission;
pub mod picker;
pub mod plan;
pub mod questionnaire;
pub mod questionnaire_form;
pub mod questionnaire_list;
pub mod recommendation;
pub mod recommendation_form;
pub(crate) mod recommendation_one;
mod recommendation_samples;
pub mod recommendation_table;
pub mod record;
pub mod report;
pub mod resolution;
pub mod said;
pub mod sample;
pub mod search;
pub mod session;
pub mod shared;
pub mod sheet_form;
pub mod stage;
pub mod submission;
pub mod submission_form;
pub mod submission_question;
pub mod submission_release;
pub mod submission_revision;
pub mod submission_upload;
pub mod token;
pub mod view;
pub mod workspace;

use crate::form::{Choice, Typed};
use crate::html::{Safe, escape};
use crate::words::Speech;
use askama::Template;
use model::lang::Lang;
use model::names::Names;
use model::problem::Problems;

/// A page that could stand before a reader, for tests and pictures.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Noun and state, `operation-form-problems`.
    pub name: &'static str,
    /// The struct behind it, as the program calls it.
    pub page: &'static str,
    /// The whole page.
    pub html: String,
}

impl Sample {
    /// A sample of a page.
    pub fn of<T: Template>(name: &'static str, page: &T) -> Self {
        Self { name, page: std::any::type_name::<T>(), html: write(page) }
    }
}

/// The page as HTML. A template fails only when the memory it writes to does.
pub fn write<T: Template>(page: &T) -> String {
    page.render().unwrap_or_default()
}

/// Every page in every state worth looking at, in one language.
pub fn samples(t: Speech) -> Vec<Sample> {
    [
        session::samples(t),
        operation::samples(t),
        stage::samples(t),
        plan::samples::samples(t),
        recommendation::samples(t),
        meeting::samples(t),
        overview::samples(t),
        report::samples(t),
        incident_samples::samples(t),
        import::samples(t),
        shared::samples(t),
        message::samples(t),
        information_request::samples(t),
        search::samples(t),
        notice::samples(t),
        catalogue::samples(t),
        questionnaire::samples(t),
        questionnaire_list::samples(t),
        submission_form::samples(t),
        submission_release::samples(t),
        submission_revision::samples(t),
        questionnaire_form::samples(t),
        submission_upload::samples(t),
        submission::samples(t),
        member::samples(t),
        participant::samples(t),
        agency::samples(t),
        token::samples(t),
        workspace::samples(t),
        finding::samples(t),
        brief::samples(t),
        audit::samples(t),
        node::samples(t),
        permission::samples(t),
        detection::samples(t),
        legal_act::samples(t),
        control_entry::samples(t),
        determination::samples(t),
        control_status::samples(t),
        failure::samples(t),
        api::samples(t),
    ]
    .concat()
}

/// What is wrong with a group of fields as a whole, to stand in it; nothing when all is well.
pub(crate) fn beside(t: Speech, problems: &Problems, field: &str) -> Safe {
    let said: Vec<String> = problems.of(field).map(|problem| escape(&t.problem_beside(problem))).collect();
    if said.is_empty() {
        return Safe::default();
    }
    let word = escape(&t.say("form-error"));
    Safe::ours(format!(
        "<p class=\"err\" id=\"{0}-error\"><span class=\"vh\">{word}: </span>{1}</p>",
        escape(field),
        said.join("<br>")
    ))
}

/// Names of a thing as fields of a form: `names.en`, `names.ru`, `names.fa`.
pub(crate) fn type_names(mut typed: Typed, field: &str, names: &Names) -> Typed {
    for (lang, name) in names.iter() {
        typed = typed.with(format!("{field}.{}", lang.tag()), name);
    }
    typed
}

/// The working languages by their own names, to choose from.
pub(crate) fn languages() -> Vec<Choice> {
    let own = |lang: Lang| match lang {
        Lang::En => "English",
        Lang::Ru => "Русский",
        Lang::Fa => "فارسی",
    };
    Lang::ALL.map(|lang| Choice::new(lang.tag(), own(lang))).to_vec()
}

#[cfg(test)]
mod tests;
