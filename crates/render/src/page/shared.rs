//! What pages of records that participants share have in common: who may read it, as fields and as told; a text as
//! written; records it speaks of; its files; taking it back.
//!
//! Refuses to decide who may see what: related records and files are handed in as far as the reader may see them.

use super::{Sample, languages, sample};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::page::record::{address, noun};
use crate::part::Tone;
use crate::words::Speech;
use askama::Template;
use model::attachment::Attachment;
use model::id::RecordId;
use model::lang::Lang;
use model::marking::{Audience, Handling};
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::problem::{Problem, Problems};
use model::record::{Header, Kind, State};
use std::fmt::Write as _;

/// Files that a record takes, as the file chooser of a browser wants them.
pub const FILES: &str = ".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.odt,.ods,.txt,.csv,image/*";

/// A record that another one speaks of.
#[derive(Debug, Clone)]
pub struct RelatedLine {
    /// Which.
    pub id: RecordId,
    /// Of which noun.
    pub kind: Kind,
    /// On whose page it stands, where not on its own.
    pub about: Option<RecordId>,
    /// What it is called; may be empty.
    pub title: String,
}

/// The choice of a language for a text.
pub fn lang_field(form: &Form<'_>) -> Safe {
    form.field("lang").select(languages())
}

/// Participants of an operation to choose from, without `but`.
pub fn participants(t: Speech, operation: &Operation, but: &str) -> Vec<Choice> {
    let mut all = operation.participants();
    all.dedup();
    let others = all.iter().filter(|code| code.as_str() != but);
    others.map(|code| Choice::new(code.as_str(), t.participant(code.as_str()))).collect()
}

/// Who may read it and what may be done with it, folded away under what goes without saying. Without `to` nobody is named.
pub fn marking_fields(form: &Form<'_>, audience: &str, handling: &str, audiences: &[Audience], to: &[Choice]) -> Safe {
    let t = form.t;
    let typed = |name: &str, habit: &str| {
        let value = form.value(name);
        if value.is_empty() { habit.to_owned() } else { value.to_owned() }
    };
    let (audience, handling) = (typed("marking.audience", audience), typed("marking.handling", handling));
    let bad = form.has_problems("marking");
    let audiences = Choice::of_codes(t, "audience", audiences.iter().map(|one| one.code()));
    let handlings = Choice::of_codes(t, "handling", Handling::ALL.iter().map(|one| one.code()));
    let recipients = if to.is_empty() { Safe::default() } else { form.field("marking.recipients").checkboxes(to) };
    Safe::ours(format!(
        "<details{}><summary class=\"saved\">{} {} {} · <span class=\"chip\">{}</span> <u>{}</u></summary>\
         <div class=\"group\">{}{recipients}{}{}</div></details>",
        if bad || audience == "red" || audience == "amber-strict" { " open" } else { "" },
        escape(&t.say("incident-shared-with")),
        t.tlp(&audience),
        escape(&t.code("audience", &audience)),
        t.ltr(handling.to_uppercase()),
        escape(&t.say("incident-change-marking")),
        form.field("marking.audience").select(audiences),
        form.field("marking.handling").select(handlings),
        form.text("marking.handling_text"),
    ))
}

/// Marking and standing of a record, as chips.
pub fn chips(t: Speech, header: &Header) -> String {
    let mut out = format!(
        "{} {}",
        t.tlp(header.marking.audience.code()),
        t.chip(Tone::Plain, header.marking.handling.code().to_uppercase())
    );
    if header.state == State::Retracted {
        let _ = write!(out, " {}", t.chip(Tone::Bad, t.code("state", header.state.code())));
    }
    out
}

/// Participants as a list of names.
pub fn names(t: Speech, all: &[ParticipantCode]) -> String {
    all.iter().map(|code| t.participant(code.as_str())).collect::<Vec<_>>().join(&t.say("figure-and"))
}

/// A text as written, in its language.
pub fn prose(text: &str, lang: Lang) -> Safe {
    Safe::ours(format!("<div class=\"prose\" lang=\"{}\" dir=\"auto\">{}</div>", lang.tag(), escape(text)))
}

/// The records a text speaks of; nothing where the reader may see none.
pub fn related(t: Speech, all: &[RelatedLine]) -> Safe {
    if all.is_empty() {
        return Safe::default();
    }
    let line = |one: &RelatedLine| {
        let to = address(one.kind, &one.id, one.about.as_ref());
        let title = if one.title.is_empty() { t.ltr(one.id.as_str()) } else { isolate(&one.title) };
        format!("<li>{}: <a href=\"{}\">{title}</a></li>", escape(&noun(t, one.kind)), escape(&to))
    };
    let lines: String = all.iter().map(line).collect();
    Safe::ours(format!("<p class=\"hint\">{}</p><ul>{lines}</ul>", escape(&t.say("shared-speaks-of"))))
}

/// The files of a record; nothing where there is none.
pub fn files(frame: &Frame, all: &[Attachment]) -> Safe {
    if all.is_empty() {
        return Safe::default();
    }
    let t = frame.t;
    let line = |file: &Attachment| {
        let picture = if file.media_type.starts_with("image/") {
            format!("<img src=\"/attachments/{}\" alt=\"{}\" loading=\"lazy\">", file.id, escape(&file.name))
        } else {
            String::new()
        };
        let size = t.say_one("incident-file-size", "value", t.int(file.size.div_ceil(1024)));
        format!(
            "<li><a href=\"/attachments/{}\">{picture}{}</a> <small>{} · {}</small></li>",
            file.id,
            isolate(&file.name),
            escape(&size),
            t.ago(file.added, frame.now)
        )
    };
    let lines: String = all.iter().map(line).collect();
    Safe::ours(format!("<ul class=\"photos\">{lines}</ul>"))
}

/// The page on which a record is taken back, with a reason.
#[derive(Debug, Template)]
#[template(path = "shared/retract.html")]
pub struct RetractPage<'a> {
    frame: &'a Frame,
    form: Form<'a>,
    action: String,
    back: String,
    about: String,
    base: u32,
    stale: bool,
}

impl<'a> RetractPage<'a> {
    /// The page; `action` is where it is sent, `back` the record's page, `about` what becomes of it.
    pub fn new(
        frame: &'a Frame,
        (action, back): (String, String),
        about: String,
        base: u32,
        typed: &'a Typed,
        problems: &'a Problems,
        stale: bool,
    ) -> Self {
        Self { frame, form: Form::new(frame.t, typed, problems), action, back, about, base, stale }
    }
}

/// The page on which files are added to a record.
#[derive(Debug, Template)]
#[template(path = "shared/files.html")]
pub struct FilesPage<'a> {
    frame: &'a Frame,
    form: Form<'a>,
    record: &'a RecordId,
}

impl<'a> FilesPage<'a> {
    /// The page.
    pub fn new(frame: &'a Frame, record: &'a RecordId, typed: &'a Typed, problems: &'a Problems) -> Self {
        Self { frame, form: Form::new(frame.t, typed, problems), record }
    }
}

/// These pages as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = Frame { title: t.say("shared-retract"), ..Frame::samples(t).remove(0) };
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let required = Problems(vec![Problem::new("reason", "required")]);
    let unfit = Problems(vec![Problem::new("files", "file-unknown").with("name", sample::HOSTILE)]);
    let record = sample::record();
    let retract = |problems, stale| {
        let to = (format!("/incidents/{record}/retract"), format!("/incidents/{record}"));
        Sample::of(
            "retract",
            &RetractPage::new(&frame, to, t.say("shared-retract-means"), 1, &nothing, problems, stale),
        )
    };
    vec![
        retract(&none, false),
        Sample { name: "retract-problems", ..retract(&required, true) },
        Sample::of("files", &FilesPage::new(&frame, &record, &nothing, &none)),
        Sample::of("files-problems", &FilesPage::new(&frame, &record, &nothing, &unfit)),
    ]
}
