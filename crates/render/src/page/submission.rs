//! A released submission: whose, how complete, every answer with the agency that gave it, and its history.
//!
//! Refuses to show what was not released.

use super::questionnaire::{percent, submission_address};
use super::said::told;
use super::submission_question::answered_by;
use super::{Sample, sample};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::part::{Tone, facts};
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::id::RecordId;
use model::member::Role;
use model::questionnaire::Questionnaire;
use model::record::{Kind, Record};
use model::submission::{Answer, Submission};
use model::time::Moment;
use std::fmt::Write as _;

/// One revision of it.
#[derive(Debug, Clone, Copy)]
pub struct Revision {
    /// Its number.
    pub number: u32,
    /// The role of who released it.
    pub role: Role,
    /// When.
    pub changed: Moment,
}

/// A record that a row has become.
#[derive(Debug, Clone)]
pub struct Become {
    /// Which noun.
    pub kind: Kind,
    /// Which record.
    pub id: RecordId,
    /// What it is called.
    pub title: String,
}

/// What the page shows.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The operation's code.
    pub operation: &'a str,
    /// The submission.
    pub record: &'a Record<Submission>,
    /// The questions as they were asked, where the reader may know them.
    pub questionnaire: Option<&'a Questionnaire>,
    /// The agencies, for their names.
    pub agencies: &'a [Agency],
    /// Revisions, newest first.
    pub history: &'a [Revision],
    /// What its rows have become.
    pub become_of: &'a [Become],
}

/// A released submission.
#[derive(Debug, Template)]
#[template(path = "submission/page.html")]
pub struct SubmissionPage<'a> {
    frame: &'a Frame,
    shown: Shown<'a>,
    chips: Safe,
    facts: Safe,
    answers: Safe,
    history: Safe,
    become_of: Safe,
    questionnaire: String,
}

impl<'a> SubmissionPage<'a> {
    /// The page.
    pub fn new(frame: &'a Frame, shown: Shown<'a>) -> Self {
        let (t, header, content) = (frame.t, &shown.record.header, &shown.record.content);
        let chips = format!(
            "{} {} {}",
            t.tlp(header.marking.audience.code()),
            t.chip(Tone::Plain, header.marking.handling.code().to_uppercase()),
            t.chip(Tone::Plain, percent(t, &content.completeness))
        );
        let note = if content.note.is_empty() { Safe::default() } else { isolate(&content.note) };
        Self {
            chips: Safe::ours(chips),
            facts: facts(&[
                (t.field("participant"), isolate(&t.participant(header.owner.as_str()))),
                (t.say("submission-released"), t.moment(header.changed, frame.offset)),
                (t.say("questionnaire-version"), Safe::text(&t.int(content.version))),
                (t.say("release-note"), note),
            ]),
            answers: answers(frame, content, shown.questionnaire, shown.agencies),
            history: history(frame, &header.id, header.revision, shown.history),
            become_of: become_of(t, shown.become_of),
            questionnaire: format!("/questionnaires/{}", content.questionnaire),
            frame,
            shown,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

/// Section by section where the questions are known; else by their keys.
pub(super) fn answers(
    frame: &Frame,
    content: &Submission,
    questionnaire: Option<&Questionnaire>,
    agencies: &[Agency],
) -> Safe {
    let t = frame.t;
    let mut out = String::new();
    let mut group = |title: &str, answers: Vec<(&Answer, Option<&model::questionnaire::Question>)>| {
        if answers.is_empty() {
            return;
        }
        let _ = write!(
            out,
            "<section class=\"panel\"><header><h2>{}</h2></header><dl class=\"facts wide\">",
            isolate(title)
        );
        for (answer, question) in answers {
            let label = question.map_or(answer.question.as_str(), |question| question.label.say(t.lang()));
            let said = answer.said.as_ref().map_or_else(Safe::default, |said| told(t, question, said));
            let who = answered_by(frame, agencies, answer);
            let _ = write!(out, "<div><dt>{}</dt><dd>{said}<p class=\"saved\">{who}</p></dd></div>", isolate(label));
        }
        out.push_str("</dl></section>");
    };
    match questionnaire {
        Some(questionnaire) => {
            for section in &questionnaire.sections {
                let of = section
                    .questions
                    .iter()
                    .filter_map(|question| Some((content.answer(&question.key)?, Some(question))));
                group(section.title.say(t.lang()), of.collect());
            }
        }
        None => group(content.title.say(t.lang()), content.answers.iter().map(|answer| (answer, None)).collect()),
    }
    Safe::ours(out)
}

/// The releases, newest first; each earlier one leads to how it stood then.
pub(super) fn history(frame: &Frame, id: &RecordId, current: u32, all: &[Revision]) -> Safe {
    let t = frame.t;
    let line = |one: &Revision| {
        let said = t.say_with(
            "submission-revision",
            &[("number", t.int(one.number).into()), ("role", t.code("role", one.role.code()).into())],
        );
        let said = if one.number == current {
            escape(&said)
        } else {
            let to = format!("{}/revisions/{}", submission_address(id), one.number);
            format!("<a href=\"{}\">{}</a>", escape(&to), escape(&said))
        };
        format!("<li>{said} {}</li>", t.ago(one.changed, frame.now))
    };
    Safe::ours(format!("<ol class=\"plain\">{}</ol>", all.iter().map(line).collect::<String>()))
}

fn become_of(t: Speech, all: &[Become]) -> Safe {
    if all.is_empty() {
        return Safe::default();
    }
    let line = |one: &Become| {
        let to = super::record::address(one.kind, &one.id, None);
        format!(
            "<li>{} <a href=\"{}\">{}</a></li>",
            escape(&super::record::noun(t, one.kind)),
            escape(&to),
            isolate(&one.title)
        )
    };
    Safe::ours(format!("<ul>{}</ul>", all.iter().map(line).collect::<String>()))
}

/// The pages of the samples.
pub fn samples(t: Speech) -> Vec<Sample> {
    let (questionnaire, record) = (super::said::sample_questionnaire(), super::said::sample_submission());
    let frame = Frame { title: questionnaire.title.say(t.lang()).to_owned(), ..Frame::samples(t).remove(0) };
    let revision = |number| Revision { number, role: Role::ContactPoint, changed: sample::NOW };
    let (history, agencies) = ([revision(2), revision(1)], sample::agencies());
    let become_of = [Become { kind: Kind::Incident, id: sample::record(), title: sample::HOSTILE.to_owned() }];
    let shown = Shown {
        operation: "REFLEX-2021",
        record: &record,
        questionnaire: Some(&questionnaire),
        agencies: &agencies,
        history: &history,
        become_of: &become_of,
    };
    let bare = Shown { questionnaire: None, agencies: &[], become_of: &[], ..shown };
    vec![
        Sample::of("submission", &SubmissionPage::new(&frame, shown)),
        Sample::of("submission-bare", &SubmissionPage::new(&frame, bare)),
    ]
}
