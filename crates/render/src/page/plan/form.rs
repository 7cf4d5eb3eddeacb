//! A form that writes about a plan: one heading, its fields, one step to take, and the way back.
//!
//! Refuses to lose what was typed: what somebody else wrote meanwhile stands beside it.

use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape};
use crate::page::picker::{self, Offers, Pick};
use crate::page::type_names;
use crate::part;
use crate::words::Speech;
use askama::Template;
use model::incident::Setting;
use model::lang::Lang;
use model::marking::{Audience, Handling};
use model::operation::Operation;
use model::plan::ClauseDraft;
use model::problem::Problems;
use std::fmt::Write as _;

/// The page around the fields.
#[derive(Debug, Template)]
#[template(path = "plan/form.html")]
pub struct WritePage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// Where one comes from: address and words.
    pub back: (String, String),
    /// What is to be known before; may be empty.
    pub before: Safe,
    /// Problems, each linked to its field.
    pub summary: Safe,
    /// Where it is sent.
    pub action: String,
    /// The revision it is made from; 0 sends none.
    pub base: u32,
    /// The fields.
    pub body: Safe,
    /// What the button says.
    pub submit: String,
    /// Whether it cannot be undone.
    pub danger: bool,
    /// Whether a list gets one more row: the button's name and words.
    pub adds: Option<(&'static str, String)>,
    /// The name under which the device keeps what is typed; empty for none.
    pub device: String,
    /// Whether it answers something that was sent.
    pub given: bool,
}

impl WritePage<'_> {
    fn t(&self) -> Speech {
        self.frame.t
    }

    fn kept(&self) -> (Safe, Safe) {
        if self.device.is_empty() {
            return (Safe::default(), Safe::default());
        }
        part::draft(self.frame, &self.device, &self.action)
    }
}

/// The working languages to choose from.
pub fn langs() -> Vec<Choice> {
    crate::page::languages()
}

/// A field per language: `text.en`, `text.ru`, `text.fa`, each named by the field and its language.
fn tongues(form: &Form<'_>, field: &str, rows: u8) -> String {
    let mut out = format!("<div class=\"tongues\" id=\"{}\">", escape(&form.path(field)));
    for lang in Lang::ALL {
        let path = form.path(&format!("{field}.{}", lang.tag()));
        let label = form.t.field(&path);
        let problems = form.beside(&path);
        let described = if problems.is_empty() {
            String::new()
        } else {
            format!(" aria-invalid=\"true\" aria-describedby=\"{path}-error\"")
        };
        let bad = if problems.is_empty() { "" } else { " bad" };
        let attributes =
            format!("id=\"{path}\" name=\"{path}\" lang=\"{}\" dir=\"{}\"{described}", lang.tag(), lang.dir());
        let value = escape(form.value(&format!("{field}.{}", lang.tag())));
        let input = if rows > 1 {
            format!("<textarea {attributes} rows=\"{rows}\">{value}</textarea>")
        } else {
            format!("<input type=\"text\" {attributes} value=\"{value}\">")
        };
        let _ = write!(
            out,
            "<div class=\"field{bad}\"><label for=\"{path}\">{}</label>{problems}{input}</div>",
            escape(&label)
        );
    }
    out.push_str("</div>");
    out
}

/// What was typed into a clause, as its fields.
pub fn typed_clause(draft: &ClauseDraft) -> Typed {
    let mut typed = Typed::nothing()
        .with("lang", &draft.lang)
        .with("place", &draft.place)
        .with("recommendation", &draft.recommendation);
    typed = type_names(type_names(typed, "heading", &draft.heading), "text", &draft.text);
    for (place, measure) in draft.measures.iter().enumerate() {
        let at = |field: &str| format!("measures.{place}.{field}");
        typed = type_names(typed.with(at("id"), &measure.id), &at("what"), &measure.what);
        for (field, value) in [
            ("from", &measure.from),
            ("to", &measure.to),
            ("who", &measure.who),
            ("resources", &measure.resources),
            ("success", &measure.success),
            ("recommendation", &measure.recommendation),
            ("finding", &measure.finding),
        ] {
            typed = typed.with(at(field), value);
        }
        typed = measure.settings.iter().fold(typed, |typed, code| typed.with(at("settings"), code));
        typed = measure.participants.iter().fold(typed, |typed, code| typed.with(at("participants"), code));
    }
    typed
}

/// The fields of a clause with its measures.
pub fn clause(t: Speech, typed: &Typed, problems: &Problems, operation: &Operation, offers: Offers<'_>) -> Safe {
    let form = Form::new(t, typed, problems);
    let mut out = format!("<section>{}{}", tongues(&form, "heading", 1), tongues(&form, "text", 8));
    let _ = write!(
        out,
        "<div class=\"beside-fields\">{}{}</div></section><section><h2>{}</h2><p class=\"hint\">{}</p>{}{}{}</section>",
        form.field("lang").label("plan-original-language").select(langs()),
        form.field("place").label("plan-place").optional().number(),
        escape(&t.say("plan-follows")),
        escape(&t.say("plan-follows-hint")),
        picker::search(&form, &offers.of("recommendation"), "links"),
        picker::found(t, &both(offers)),
        picker::one(&form, &offers.of("recommendation"), "recommendation", "plan-recommendation")
    );
    let _ = write!(out, "<section><h2 id=\"measures\">{}</h2>", escape(&t.say("plan-measures")));
    for place in 0..form.count("measures", 1) {
        out.push_str(&measure(&form.at("measures", place), place, operation, offers));
    }
    out.push_str("</section>");
    Safe::ours(out)
}

/// What is on offer of both nouns, for what there is to say about the search.
fn both(offers: Offers<'_>) -> Pick {
    let (mut all, findings) = (offers.of("recommendation"), offers.of("finding"));
    all.more |= findings.more;
    all.offered.extend(findings.offered);
    all
}

fn measure(form: &Form<'_>, place: usize, operation: &Operation, offers: Offers<'_>) -> String {
    let t = form.t;
    let settings = Setting::ALL.iter().filter(|setting| **setting != Setting::Unknown).map(|setting| setting.code());
    let who: Vec<Choice> =
        operation.participants().iter().map(|code| Choice::new(code.as_str(), t.participant(code.as_str()))).collect();
    format!(
        "<fieldset class=\"field group\"><legend>{}</legend>{}{}{}<div class=\"beside-fields\">{}{}</div>{}\
         <div class=\"beside-fields\">{}{}{}</div><div class=\"beside-fields\">{}{}</div></fieldset>",
        escape(&t.say_one("plan-measure", "number", place + 1)),
        form.hidden("id"),
        tongues(form, "what", 2),
        form.field("settings").label("plan-measure-where").checkboxes(Choice::of_codes(t, "setting", settings)),
        form.field("from").optional().date(),
        form.field("to").optional().date(),
        form.field("participants").label("plan-measure-who").checkboxes(who),
        form.field("who").label("plan-measure-others").optional().text(),
        form.field("resources").label("plan-measure-resources").optional().text(),
        form.field("success").label("plan-measure-success").optional().text(),
        picker::one(form, &offers.of("recommendation"), "recommendation", "plan-recommendation"),
        picker::one(form, &offers.of("finding"), "finding", "plan-finding")
    )
}

/// Title and what is new.
pub fn title(t: Speech, typed: &Typed, problems: &Problems) -> Safe {
    let form = Form::new(t, typed, problems);
    let note = form.field("note").label("plan-note").hint("plan-note-hint").optional().area(3);
    Safe::ours(format!("{}{note}", tongues(&form, "title", 1)))
}

/// Who may read it: one of `audiences`, each with whom it opens the text to.
fn audience(form: &Form<'_>, audiences: &[Audience]) -> Safe {
    let choices = Choice::of_codes(form.t, "audience", audiences.iter().map(|one| one.code()));
    form.field("audience").label("plan-audience").hint("plan-audience-hint").select(choices)
}

/// The last day for comments and who may read.
pub fn consult(t: Speech, typed: &Typed, problems: &Problems, audiences: &[Audience]) -> Safe {
    let form = Form::new(t, typed, problems);
    Safe::ours(format!(
        "<p>{}</p>{}{}",
        escape(&t.say("plan-consult-means")),
        form.field("due").label("plan-due").date(),
        audience(&form, audiences)
    ))
}

/// Last day, first day in force and the rule.
pub fn ask(t: Speech, typed: &Typed, problems: &Problems, participants: usize, audiences: &[Audience]) -> Safe {
    let form = Form::new(t, typed, problems);
    Safe::ours(format!(
        "<p>{}</p>{}{}{}{}<p class=\"hint\">{}</p>",
        escape(&t.say("plan-ask-means")),
        form.field("due").label("plan-answer-due").date(),
        form.field("from").label("plan-in-force-from").hint("plan-in-force-from-hint").optional().date(),
        form.field("needed").label("plan-needed").hint("plan-needed-hint").optional().number(),
        audience(&form, audiences),
        escape(&t.say_one("plan-ask-participants", "count", participants))
    ))
}

/// A reason, and what the step means.
pub fn reason(t: Speech, typed: &Typed, problems: &Problems, means: &str) -> Safe {
    let form = Form::new(t, typed, problems);
    Safe::ours(format!("<p>{}</p>{}", escape(&t.say(means)), form.area("reason", 3)))
}

/// Who may read a comment and what may be done with it, folded away until it is to be changed.
pub fn marking(form: &Form<'_>, usual: (Audience, Handling)) -> Safe {
    let t = form.t;
    let typed = |name: &str, usual: &str| {
        let typed = form.value(name);
        if typed.is_empty() { usual.to_owned() } else { typed.to_owned() }
    };
    let audience = typed("marking.audience", usual.0.code());
    let handling = typed("marking.handling", usual.1.code());
    let audiences = [Audience::AmberStrict, Audience::Amber, Audience::Green].map(Audience::code);
    let handlings = Handling::ALL.iter().map(|handling| handling.code());
    let open = if form.has_problems_in("marking") { " open" } else { "" };
    Safe::ours(format!(
        "<details{open}><summary class=\"saved\">{} {} {} · {} <u>{}</u></summary><div class=\"group\">{}{}{}</div></details>",
        escape(&t.say("incident-shared-with")),
        t.tlp(&audience),
        escape(&t.code("audience", &audience)),
        t.chip(part::Tone::Plain, handling.to_uppercase()),
        escape(&t.say("incident-change-marking")),
        form.field("marking.audience").select(Choice::of_codes(t, "audience", audiences)),
        form.field("marking.handling").select(Choice::of_codes(t, "handling", handlings)),
        form.text("marking.handling_text")
    ))
}
