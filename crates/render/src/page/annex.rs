//! A national annex, and the form that writes it.
//!
//! Refuses to be shown beside others: it has a page of its own, and says who may read it.

use super::plan::form::langs;
use super::plan::text::prose;
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape};
use crate::words::Speech;
use askama::Template;
use model::annex::{Annex, AnnexDraft};
use model::problem::Problems;
use model::record::Record;

/// An annex.
#[derive(Debug, Template)]
#[template(path = "annex/show.html")]
pub struct AnnexPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// The annex.
    pub record: &'a Record<Annex>,
    /// Whether the reader may change it.
    pub may_change: bool,
}

impl AnnexPage<'_> {
    const fn t(&self) -> Speech {
        self.frame.t
    }

    fn text(&self) -> Safe {
        prose(self.record.content.lang, &self.record.content.text)
    }

    fn head(&self) -> Safe {
        let (t, header) = (self.t(), &self.record.header);
        Safe::ours(format!(
            "<p class=\"row\">{} {} <small>{}</small></p>",
            escape(&t.participant(header.owner.as_str())),
            t.tlp(header.marking.audience.code()),
            t.utc(header.changed)
        ))
    }
}

/// What was typed, as fields.
pub fn typed(draft: &AnnexDraft) -> Typed {
    Typed::nothing().with("title", &draft.title).with("body", &draft.body).with("lang", &draft.lang)
}

/// The fields.
pub fn fields(t: Speech, typed: &Typed, problems: &Problems) -> Safe {
    let form = Form::new(t, typed, problems);
    Safe::ours(format!(
        "<p class=\"hint\">{}</p>{}{}{}{}{}",
        escape(&t.say("annex-who-reads")),
        form.field("title").label("annex-name").text(),
        form.settle("title"),
        form.field("body").label("annex-text").hint("annex-text-hint").area(12),
        form.settle("body"),
        form.field("lang").label("comment-lang").select(langs())
    ))
}
