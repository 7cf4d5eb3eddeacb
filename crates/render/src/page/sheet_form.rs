//! The sheet on which a record is written: sections of fields, what is wrong, who was faster, and the way back. Also the
//! parts that such forms share: texts per language, a compact marking, a draft spread over its fields.
//!
//! Refuses to lose what was typed: it is given back, whatever came of it.

use super::incident_form::spread;
use super::{beside, languages};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape};
use crate::part::{self, Tone};
use crate::words::Speech;
use askama::Template;
use model::lang::Lang;
use model::marking::{Audience, Handling, InformationGrade, Marking, SourceGrade};
use model::member::Role;
use model::participant::Participant;
use model::problem::Problems;
use model::time::Moment;
use serde::Serialize;

/// The revision that came between, and who kept it.
#[derive(Debug, Clone, Copy)]
pub struct Faster {
    /// The revision.
    pub revision: u32,
    /// The role of its author.
    pub role: Role,
    /// When it was kept.
    pub changed: Moment,
}

/// A form for one record.
#[derive(Debug, Template)]
#[template(path = "sheet/form.html")]
pub struct SheetForm<'a> {
    frame: &'a Frame,
    hint: String,
    summary: Safe,
    faster: Safe,
    action: String,
    base: Option<u32>,
    device: (Safe, Safe),
    sections: Vec<(String, Safe)>,
    send: String,
    back: String,
    given: bool,
    files: bool,
}

impl<'a> SheetForm<'a> {
    /// A form that is sent to `action` and left for `back`.
    pub fn new(frame: &'a Frame, form: &Form<'_>, action: &str, back: &str, send: &str) -> Self {
        Self {
            frame,
            hint: String::new(),
            summary: form.summary(),
            faster: Safe::default(),
            action: action.to_owned(),
            base: None,
            device: part::draft(frame, action.trim_start_matches('/'), action),
            sections: Vec::new(),
            send: frame.t.say(send),
            back: back.to_owned(),
            given: false,
            files: false,
        }
    }

    /// With files among what is sent.
    #[must_use]
    pub fn with_files(self) -> Self {
        Self { files: true, ..self }
    }

    /// With a line under its title.
    #[must_use]
    pub fn hint(self, key: &str) -> Self {
        Self { hint: self.frame.t.say(key), ..self }
    }

    /// With these fields under the heading `key`; without one where it is empty.
    #[must_use]
    pub fn section(mut self, key: &str, fields: &[Safe]) -> Self {
        let heading = if key.is_empty() { String::new() } else { self.frame.t.say(key) };
        self.sections.push((heading, joined(fields)));
        self
    }

    /// The form of a change made from revision `base`; `faster` is what came between.
    #[must_use]
    pub fn change(mut self, base: u32, faster: Option<Faster>) -> Self {
        let t = self.frame.t;
        self.base = Some(base);
        if let Some(faster) = faster {
            let who = t.code("role", faster.role.code());
            let when = t.moment_text(faster.changed, self.frame.offset);
            let said = t.say_with(
                "sheet-stale",
                &[("revision", faster.revision.into()), ("role", who.into()), ("when", when.into())],
            );
            self.faster = Safe::text(&said);
        }
        self
    }

    /// The form with what was just sent.
    #[must_use]
    pub fn given(self, given: bool) -> Self {
        Self { given, ..self }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

/// Pieces one after another.
pub fn joined(all: &[Safe]) -> Safe {
    Safe::ours(all.iter().map(Safe::as_str).collect::<String>())
}

/// Fields beside each other where there is room.
pub fn side_by_side(all: &[Safe]) -> Safe {
    Safe::ours(format!("<div class=\"beside-fields\">{}</div>", joined(all)))
}

/// A draft as its form types it: each value at the path of its field.
pub fn typed<T: Serialize>(draft: &T) -> Typed {
    let mut typed = Typed::nothing();
    if let Ok(value) = serde_json::to_value(draft) {
        spread("", &value, &mut typed);
    }
    typed
}

/// Fields that belong together, with what is wrong with them as a whole.
pub fn group(t: Speech, problems: &Problems, field: &str, inside: &Safe) -> Safe {
    let problem = beside(t, problems, field);
    let bad = if problem.is_empty() { "" } else { " bad" };
    let hint = t.hint(field);
    let hint = if hint.is_empty() { String::new() } else { format!("<p class=\"hint\">{}</p>", escape(&hint)) };
    Safe::ours(format!(
        "<fieldset id=\"{0}\" class=\"field{bad}\" tabindex=\"-1\"><legend>{1}</legend>{hint}{problem}{inside}</fieldset>",
        escape(field),
        escape(&t.field(field))
    ))
}

/// A text per language: one field each, of so many lines.
pub fn per_language(form: &Form<'_>, problems: &Problems, field: &str, rows: u8) -> Safe {
    let one = |lang: Lang| {
        let path = format!("{field}.{}", lang.tag());
        let field = form.field(&path).optional().with("lang", lang.tag());
        let input = if rows > 1 { field.area(rows) } else { field.text() };
        joined(&[input, form.settle(&path)])
    };
    group(form.t, problems, &form.path(field), &joined(&Lang::ALL.map(one)))
}

/// Files to send; they cannot be kept by a page, as the hint says.
pub fn files(form: &Form<'_>, label: &str) -> Safe {
    let field = form.field("files").label(label).hint("incident-files-hint").optional();
    field.with("multiple", "multiple").file(super::shared::FILES)
}

/// The language in which something was written first.
pub fn language(form: &Form<'_>, field: &str) -> Safe {
    form.field(field).optional().select(languages())
}

/// Audience, handling and grades, closed until somebody wants them; what is blank takes the operation's.
pub fn marking(form: &Form<'_>, problems: &Problems, default: &Marking, participants: &[Participant]) -> Safe {
    let t = form.t;
    let codes = |noun: &str, all: Vec<&'static str>| Choice::of_codes(t, noun, all);
    let audiences = codes("audience", Audience::ALL.iter().map(|one| one.code()).collect());
    let handlings = codes("handling", Handling::ALL.iter().map(|one| one.code()).collect());
    let sources = codes("source-grade", SourceGrade::ALL.iter().map(|one| one.code()).collect());
    let grades = codes("information-grade", InformationGrade::ALL.iter().map(|one| one.code()).collect());
    let named: Vec<Choice> =
        participants.iter().map(|one| Choice::new(one.code.to_string(), one.names.say(t.lang()))).collect();
    let chosen = |typed: &str, own: &str| if typed.is_empty() { own.to_owned() } else { typed.to_owned() };
    let audience = chosen(form.value("marking.audience"), default.audience.code());
    let handling = chosen(form.value("marking.handling"), default.handling.code());
    let open = if problems.0.iter().any(|one| one.field.starts_with("marking")) { " open" } else { "" };
    Safe::ours(format!(
        "<details{open}><summary class=\"saved\">{} {} {} · {} <u>{}</u></summary><div class=\"group\">{}{}{}{}{}</div></details>",
        escape(&t.say("incident-shared-with")),
        t.tlp(&audience),
        escape(&t.code("audience", &audience)),
        t.chip(Tone::Plain, handling.to_uppercase()),
        escape(&t.say("incident-change-marking")),
        form.field("marking.audience").optional().select(&audiences),
        form.field("marking.recipients").optional().checkboxes(&named),
        form.field("marking.handling").optional().select(&handlings),
        form.field("marking.handling_text").optional().text(),
        side_by_side(&[
            form.field("marking.source_grade").optional().select(&sources),
            form.field("marking.information_grade").optional().select(&grades),
        ])
    ))
}
