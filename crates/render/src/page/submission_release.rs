//! The page on which the contact point releases the answers: how complete they are, what is missing, what looks personal,
//! and which records leave because their rows are not said any more.
//!
//! Refuses to take back what others have built upon without asking.

use super::questionnaire::{address, left_over, sections};
use super::record;
use super::shared::{RelatedLine, related};
use super::submission_form::{section_of, summary};
use super::{Sample, sample};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::words::Speech;
use askama::Template;
use model::id::RecordId;
use model::marking::{Audience, Handling};
use model::operation::Operation;
use model::problem::{Problem, Problems};
use model::questionnaire::{Question, Questionnaire};
use model::record::Kind;
use model::submission::{Answers, LeftOver};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A record whose row is not said any more.
#[derive(Debug, Clone)]
pub struct GoneLine {
    /// The record.
    pub id: RecordId,
    /// Its noun.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// What others have built upon it.
    pub upon: Vec<RelatedLine>,
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
    /// The records that leave with this release.
    pub gone: &'a [GoneLine],
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
    gone: Safe,
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
            gone: gone(t, &Form::new(t, typed, problems), shown.gone),
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

/// Each record that leaves, with what others have built upon it and what is to become of it then.
fn gone(t: Speech, form: &Form<'_>, all: &[GoneLine]) -> Safe {
    let mut out = String::new();
    for one in all {
        let to = record::address(one.kind, &one.id, None);
        let _ = write!(
            out,
            "<section class=\"group\"><p>{}: <a href=\"{}\">{}</a></p>",
            escape(&record::noun(t, one.kind)),
            escape(&to),
            isolate(&one.title)
        );
        if !one.upon.is_empty() {
            let ways = ["retract", "keep"].map(|way| Choice::new(way, t.code("release-gone", way)));
            let _ = write!(
                out,
                "<p class=\"flash warn\">{}</p>{}{}",
                escape(&t.say("release-gone-upon")),
                related(t, &one.upon),
                form.field(&format!("rows.{}", one.id)).label("release-gone-what").radios(ways)
            );
        }
        out.push_str("</section>");
    }
    Safe::ours(out)
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
    let frame = Frame { title: t.say("questionnaire-release"), ..Frame::samples(t).remove(0) };
    let (answers, empty, operation) = (super::said::sample_answers(), Answers::default(), sample::operation());
    let upon =
        RelatedLine { id: sample::record(), kind: Kind::Incident, about: None, title: sample::HOSTILE.to_owned() };
    let line = |upon| GoneLine { id: sample::record(), kind: Kind::Incident, title: sample::HOSTILE.to_owned(), upon };
    let gone = [line(vec![upon]), line(Vec::new())];
    let releasing = Releasing {
        questionnaire: &questionnaire,
        operation: &operation,
        answers: &answers,
        left: &super::said::sample_left(),
        personal: &["words".to_owned()],
        base: 1,
        participant: "KZ",
        gone: &gone[1..],
    };
    let both = Releasing { gone: &gone[..1], ..releasing };
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let found = Problems(vec![
        Problem::new("checked", "release-personal"),
        Problem::new("", "release-changed"),
        Problem::new("answers.rows.rows.0.cells.day", "date-impossible").with("text", "x"),
        Problem::new("rows", "release-built-upon").with("text", sample::HOSTILE),
        Problem::new("reason", "required"),
    ]);
    let first = Releasing { answers: &empty, left: &[], personal: &[], base: 0, gone: &[], ..releasing };
    vec![
        Sample::of("submission-release", &ReleasePage::new(&frame, both, &nothing, &found)),
        Sample::of("submission-release-gone", &ReleasePage::new(&frame, releasing, &nothing, &none)),
        Sample::of("submission-release-first", &ReleasePage::new(&frame, first, &nothing, &none)),
    ]
}
