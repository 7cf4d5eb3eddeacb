//! A page in parts: a heading with its actions, notes, then panels in reading order. For nouns whose pages need no more.
//!
//! Refuses to know what it shows: a noun's own file makes the parts.

use crate::form::{Choice, Form};
use crate::frame::Frame;
use crate::html::{Safe, escape};
use crate::page::incident::Version;
use crate::words::Speech;
use askama::Template;
use model::marking::{Audience, Handling, InformationGrade, SourceGrade};
use model::operation::Operation;
use model::record::{Header, State};
use std::fmt::Write as _;

/// One panel.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// Its `id`; may be empty.
    pub id: &'static str,
    /// Its width as a class; empty for the whole row.
    pub width: &'static str,
    /// Its heading; may be empty.
    pub title: String,
    /// What stands in it.
    pub body: Safe,
}

impl Part {
    /// A panel headed by the message `key`.
    pub fn new(t: Speech, key: &str, body: Safe) -> Self {
        Self { title: t.say(key), body, ..Self::default() }
    }

    /// The same, of this width.
    #[must_use]
    pub const fn wide(mut self, width: &'static str) -> Self {
        self.width = width;
        self
    }

    /// The same, to be led to by this name.
    #[must_use]
    pub const fn named(mut self, id: &'static str) -> Self {
        self.id = id;
        self
    }
}

/// A page in parts.
#[derive(Debug, Template)]
#[template(path = "record/parts.html")]
pub struct PartsPage<'a> {
    /// Around it.
    pub frame: &'a Frame,
    /// Where one came from: address and word.
    pub back: Option<(String, String)>,
    /// Under the heading: what it is, its chips.
    pub lead: Safe,
    /// Beside the heading.
    pub actions: Safe,
    /// What is to be noticed first.
    pub notes: Safe,
    /// The panels.
    pub parts: Vec<Part>,
    /// What stands under the panels, such as a form.
    pub below: Safe,
}

impl<'a> PartsPage<'a> {
    /// A page without anything yet.
    pub fn new(frame: &'a Frame) -> Self {
        Self {
            frame,
            back: None,
            lead: Safe::default(),
            actions: Safe::default(),
            notes: Safe::default(),
            parts: Vec::new(),
            below: Safe::default(),
        }
    }
}

/// A button that leads somewhere; the one primary action of its page, or another.
pub fn button(address: &str, label: &str, primary: bool) -> Safe {
    let class = if primary { "button" } else { "button quiet" };
    Safe::ours(format!("<a class=\"{class}\" href=\"{}\">{}</a>", escape(address), escape(label)))
}

/// Pieces one after another.
pub fn joined(pieces: &[Safe]) -> Safe {
    Safe::ours(pieces.iter().map(Safe::as_str).collect::<Vec<_>>().join(" "))
}

/// Marking and state of any record, each as a chip with its word.
pub fn chips(t: Speech, header: &Header) -> Safe {
    let marking = &header.marking;
    let mut all = vec![t.tlp(marking.audience.code())];
    let handling = t.code("handling", marking.handling.code());
    all.push(titled(&marking.handling.code().to_uppercase(), &handling));
    if let Some((source, information)) = marking.source_grade.zip(marking.information_grade) {
        let title =
            format!("{} · {}", t.code("source-grade", source.code()), t.code("information-grade", information.code()));
        all.push(titled(&format!("{}{}", source.code().to_uppercase(), information.code()), &title));
    }
    if header.state == State::Retracted {
        all.push(t.chip(crate::part::Tone::Bad, t.code("state", header.state.code())));
    }
    joined(&all)
}

fn titled(text: &str, title: &str) -> Safe {
    Safe::ours(format!(
        "<span class=\"chip\" title=\"{}\"><bdi dir=\"ltr\">{}</bdi><span class=\"vh\"> {}</span></span>",
        escape(title),
        escape(text),
        escape(title)
    ))
}

/// Why a record was taken back; nothing where it was not.
pub fn retracted(t: Speech, header: &Header) -> Safe {
    if header.reason.is_empty() {
        return Safe::default();
    }
    Safe::ours(format!(
        "<p class=\"flash bad\">{} <bdi>{}</bdi></p>",
        escape(&t.say("incident-retracted-because")),
        escape(&header.reason)
    ))
}

/// The revisions of a record, newest first.
pub fn history(frame: &Frame, versions: &[Version]) -> Safe {
    let t = frame.t;
    let mut out = String::from("<ol class=\"history\" reversed>");
    for version in versions {
        // Writing to a String cannot fail, here and below.
        let _ = write!(
            out,
            "<li>{} · {} · {} · {} · {}",
            escape(&t.say_one("incident-revision", "number", version.revision)),
            escape(&t.code("state", version.state.code())),
            escape(&t.code("role", version.author_role.code())),
            escape(&t.code("door", version.door.code())),
            t.ago(version.changed, frame.now)
        );
        if !version.reason.is_empty() {
            let _ = write!(out, "<br><bdi>{}</bdi>", escape(&version.reason));
        }
        out.push_str("</li>");
    }
    out.push_str("</ol>");
    Safe::ours(out)
}

/// The form that takes a record back, closed until asked for; open where a reason was refused.
pub fn retract(form: &Form<'_>, action: &str, base: u32) -> Safe {
    let t = form.t;
    let open = if form.summary().is_empty() { "" } else { " open" };
    Safe::ours(format!(
        "<details{open}><summary>{}</summary><form method=\"post\" action=\"{}\" class=\"group\">\
         <input type=\"hidden\" name=\"base\" value=\"{base}\">{}<p><button class=\"button quiet\" type=\"submit\">{}</button></p></form></details>",
        escape(&t.say("incident-retract-action")),
        escape(action),
        form.text("reason"),
        escape(&t.say("incident-retract-action")),
    ))
}

/// Who may read it, what may be done with it, how good it is: closed until asked for.
pub fn marking(form: &Form<'_>, operation: &Operation) -> Safe {
    let t = form.t;
    let codes = |noun: &str, all: Vec<&'static str>| Choice::of_codes(t, noun, all);
    let or = |name: &str, default: &str| {
        let typed = form.value(name);
        if typed.is_empty() { default.to_owned() } else { typed.to_owned() }
    };
    let audience = or("marking.audience", operation.marking.audience.code());
    let handling = or("marking.handling", operation.marking.handling.code());
    let who = operation.participants();
    let recipients: Vec<Choice> =
        who.iter().map(|code| Choice::new(code.as_str(), t.participant(code.as_str()))).collect();
    let open = if form.has_problems("marking") { " open" } else { "" };
    Safe::ours(format!(
        "<section><details{open}><summary class=\"saved\">{} {} {} · <span class=\"chip\">{}</span> <u>{}</u></summary>\
         <div class=\"group\">{}{}{}{}<div class=\"beside-fields\">{}{}</div></div></details></section>",
        escape(&t.say("incident-shared-with")),
        t.tlp(&audience),
        escape(&t.code("audience", &audience)),
        t.ltr(handling.to_uppercase()),
        escape(&t.say("incident-change-marking")),
        form.select("marking.audience", codes("audience", Audience::ALL.iter().map(|code| code.code()).collect())),
        form.checkboxes("marking.recipients", recipients),
        form.select("marking.handling", codes("handling", Handling::ALL.iter().map(|code| code.code()).collect())),
        form.field("marking.handling_text").optional().text(),
        form.field("marking.source_grade")
            .optional()
            .select(codes("source-grade", SourceGrade::ALL.iter().map(|code| code.code()).collect())),
        form.field("marking.information_grade")
            .optional()
            .select(codes("information-grade", InformationGrade::ALL.iter().map(|code| code.code()).collect())),
    ))
}

/// What a form says where somebody changed the record since its writer began; nothing otherwise.
pub fn stale(t: Speech, newer: Option<(u32, String)>) -> Safe {
    let Some((revision, address)) = newer else { return Safe::default() };
    Safe::ours(format!(
        "<div class=\"summary\" role=\"alert\" tabindex=\"-1\"><h2>{}</h2><p>{}</p><p><a href=\"{}\">{}</a></p></div>",
        escape(&t.say("record-stale-title")),
        escape(&t.say_one("record-stale", "number", revision)),
        escape(&address),
        escape(&t.say("record-stale-see"))
    ))
}
