//! A release as it was: who released it and when, what was answered then, and what has changed since.
//!
//! Refuses to pass for what stands now: it says so, and leads there.

use super::questionnaire::{percent, submission_address};
use super::said::told;
use super::submission::answers;
use super::{Sample, sample};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::part::facts;
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::questionnaire::Questionnaire;
use model::record::Record;
use model::submission::{Answer, Submission};
use std::fmt::Write as _;

/// An answer that is not now what it was then.
#[derive(Debug, Clone, Copy)]
pub struct Difference<'a> {
    /// The key of its question.
    pub question: &'a str,
    /// What was answered then.
    pub then: Option<&'a Answer>,
    /// What stands now.
    pub now: Option<&'a Answer>,
}

/// What the page shows.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The operation's code.
    pub operation: &'a str,
    /// The release.
    pub record: &'a Record<Submission>,
    /// The questions as they were asked then, where the reader may know them.
    pub questionnaire: Option<&'a Questionnaire>,
    /// The agencies, for their names.
    pub agencies: &'a [Agency],
    /// The revision that stands now.
    pub current: u32,
    /// What has changed since.
    pub since: &'a [Difference<'a>],
}

/// A release as it was.
#[derive(Debug, Template)]
#[template(path = "submission/revision.html")]
pub struct RevisionPage<'a> {
    frame: &'a Frame,
    shown: Shown<'a>,
    address: String,
    facts: Safe,
    since: Safe,
    answers: Safe,
}

impl<'a> RevisionPage<'a> {
    /// The page.
    pub fn new(frame: &'a Frame, shown: Shown<'a>) -> Self {
        let (t, header, content) = (frame.t, &shown.record.header, &shown.record.content);
        let note = if content.note.is_empty() { Safe::default() } else { isolate(&content.note) };
        Self {
            address: submission_address(&header.id),
            facts: facts(&[
                (t.field("participant"), isolate(&t.participant(header.owner.as_str()))),
                (t.say("submission-released"), t.moment(header.changed, frame.offset)),
                (t.say("submission-released-by"), Safe::text(&t.code("role", header.author_role.code()))),
                (t.say("questionnaire-complete"), Safe::text(&percent(t, &content.completeness))),
                (t.say("questionnaire-version"), Safe::text(&t.int(content.version))),
                (t.say("release-note"), note),
            ]),
            since: since(t, shown),
            answers: answers(frame, content, shown.questionnaire, shown.agencies),
            frame,
            shown,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn is_current(&self) -> bool {
        self.shown.record.header.revision == self.shown.current
    }
}

/// Each answer that changed: then and now.
fn since(t: Speech, shown: Shown<'_>) -> Safe {
    let mut out = String::new();
    for one in shown.since {
        let question = shown.questionnaire.and_then(|own| own.question(one.question));
        let label = question.map_or(one.question, |question| question.label.say(t.lang()));
        let say = |answer: Option<&Answer>| {
            let said = answer.and_then(|answer| answer.said.as_ref());
            said.map_or_else(|| Safe::text(&t.say("questionnaire-taken-back")), |said| told(t, question, said))
        };
        let _ = write!(
            out,
            "<section class=\"group\"><h3>{}</h3><dl class=\"facts\"><div><dt>{}</dt><dd>{}</dd></div><div><dt>{}</dt><dd>{}</dd></div></dl></section>",
            isolate(label),
            escape(&t.say("submission-then")),
            say(one.then),
            escape(&t.say("submission-now")),
            say(one.now)
        );
    }
    Safe::ours(out)
}

/// The pages of the samples.
pub fn samples(t: Speech) -> Vec<Sample> {
    let (questionnaire, record) = (super::said::sample_questionnaire(), super::said::sample_submission());
    let number = t.say_one("submission-revision-title", "number", t.int(1_u32));
    let frame = Frame { title: number, ..Frame::samples(t).remove(0) };
    let (answers, agencies) = (super::said::sample_answers(), sample::agencies());
    let since = [
        Difference { question: "words", then: answers.0.get(3), now: None },
        Difference { question: "rows", then: None, now: answers.0.get(4) },
    ];
    let shown = Shown {
        operation: "REFLEX-2021",
        record: &record,
        questionnaire: Some(&questionnaire),
        agencies: &agencies,
        current: 3,
        since: &since,
    };
    let bare = Shown { questionnaire: None, agencies: &[], current: record.header.revision, since: &[], ..shown };
    vec![
        Sample::of("submission-revision", &RevisionPage::new(&frame, shown)),
        Sample::of("submission-revision-current", &RevisionPage::new(&frame, bare)),
    ]
}
