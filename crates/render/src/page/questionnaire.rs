//! One questionnaire: for the coordinator with all who are asked, for a participant with what is left to answer and to look
//! at again, for everybody else with what has been released.
//!
//! Refuses to tell of answers that are not released anything but that they are not.

use super::grid::{Column, Grid};
use super::said::told;
use super::submission_form::section_of;
use super::submission_question::changes;
use super::{Sample, sample};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query};
use crate::part::{Tone, facts};
use crate::words::Speech;
use askama::Template;
use model::id::RecordId;
use model::participant::ParticipantCode;
use model::problem::{Problem, Problems};
use model::questionnaire::{Changed, Question, Questionnaire, QuestionnaireStatus};
use model::record::Record;
use model::submission::{Completeness, LeftOver, LookAgain, Submission};
use model::time::{Day, Moment};
use std::fmt::Write as _;

/// The address of a questionnaire's page.
pub fn address(questionnaire: &Questionnaire) -> String {
    format!("/questionnaires/{}", query(&questionnaire.id.to_string()))
}

/// The address of a submission's page.
pub fn submission_address(id: &RecordId) -> String {
    format!("/submissions/{}", query(id.as_str()))
}

/// Where a questionnaire stands, as a chip.
pub fn status_chip(t: Speech, questionnaire: &Questionnaire, today: Day) -> Safe {
    let said = t.code("questionnaire-status", questionnaire.status.code());
    let tone = match questionnaire.status {
        QuestionnaireStatus::Open => Tone::Accent,
        QuestionnaireStatus::Draft | QuestionnaireStatus::Closed => Tone::Plain,
    };
    let chip = t.chip(tone, said);
    if questionnaire.is_overdue(today) {
        let late = t.say_one("questionnaire-days-late", "count", today.since(questionnaire.due.unwrap_or(today)));
        return Safe::ours(format!("{chip} {}", t.chip(Tone::Warn, late)));
    }
    chip
}

/// How complete answers are, in words.
pub fn percent(t: Speech, completeness: &Completeness) -> String {
    t.say_one("questionnaire-percent", "percent", t.int(completeness.percent()))
}

/// That the coordinator has reminded the reader's participant.
pub fn reminder(frame: &Frame, reminded: Option<Moment>) -> Safe {
    let t = frame.t;
    reminded.map_or_else(Safe::default, |at| {
        let said = escape(&t.say("questionnaire-reminded-you"));
        Safe::ours(format!("<p class=\"flash warn\">{said} {}</p>", t.ago(at, frame.now)))
    })
}

/// One participant as the coordinator sees it.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// Which.
    pub participant: &'a ParticipantCode,
    /// What it has released.
    pub released: Option<&'a Record<Submission>>,
    /// When it was reminded.
    pub reminded: Option<Moment>,
}

/// The reader's own participant.
#[derive(Debug, Clone)]
pub struct Own<'a> {
    /// How complete its answers are.
    pub completeness: &'a Completeness,
    /// What it has released.
    pub released: Option<&'a Record<Submission>>,
    /// When it was reminded.
    pub reminded: Option<Moment>,
    /// What it answered to questions that are asked no more, or differently.
    pub left: &'a [LeftOver],
    /// What is to be looked at again.
    pub look: &'a [LookAgain],
    /// Whether the reader speaks for it.
    pub may_release: bool,
}

/// What the page of a questionnaire shows.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// The operation's code.
    pub operation: &'a str,
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// Its revision.
    pub revision: u32,
    /// All who are asked, for the coordinator.
    pub asked: Option<Vec<Asked<'a>>>,
    /// The reader's own participant, where it is asked.
    pub own: Option<Own<'a>>,
    /// What has been released and the reader may see.
    pub released: &'a [Record<Submission>],
}

/// One questionnaire.
#[derive(Debug, Template)]
#[template(path = "questionnaire/page.html")]
pub struct QuestionnairePage<'a> {
    frame: &'a Frame,
    shown: Shown<'a>,
    address: String,
    form: Form<'a>,
    chip: Safe,
    introduction: Safe,
    facts: Safe,
    standings: Safe,
    missing: usize,
    sections: Safe,
    left: Safe,
    look: Safe,
    released: Safe,
    questions: Safe,
    reminded: Safe,
}

impl<'a> QuestionnairePage<'a> {
    /// The page; `typed` and `problems` are of what was just to be done with it.
    pub fn new(frame: &'a Frame, shown: Shown<'a>, typed: &'a Typed, problems: &'a Problems) -> Self {
        let (t, questionnaire) = (frame.t, shown.questionnaire);
        let asked = shown.asked.as_deref().unwrap_or_default();
        let introduction = questionnaire.introduction.say(t.lang());
        Self {
            address: address(questionnaire),
            form: Form::new(t, typed, problems),
            chip: status_chip(t, questionnaire, frame.now.day()),
            introduction: if introduction.is_empty() { Safe::default() } else { isolate(introduction) },
            facts: facts(&[
                (t.field("due"), questionnaire.due.map_or_else(Safe::default, |due| t.date(due))),
                (t.say("questionnaire-version"), Safe::text(&t.int(questionnaire.version))),
                (t.say("questionnaire-questions"), Safe::text(&t.int(questionnaire.questions().count() as u64))),
            ]),
            missing: asked.iter().filter(|one| one.released.is_none()).count(),
            standings: standings(frame, questionnaire, asked),
            sections: shown.own.as_ref().map_or_else(Safe::default, |own| sections(t, questionnaire, own.completeness)),
            left: shown.own.as_ref().map_or_else(Safe::default, |own| left_over(t, questionnaire, own.left)),
            look: shown.own.as_ref().map_or_else(Safe::default, |own| look_again(t, questionnaire, own.look)),
            released: released(frame, shown.released),
            questions: outline(t, questionnaire),
            reminded: shown
                .own
                .as_ref()
                .map_or_else(Safe::default, |own| reminder(frame, own.reminded.filter(|_| own.released.is_none()))),
            frame,
            shown,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn is_open(&self) -> bool {
        self.shown.questionnaire.status == QuestionnaireStatus::Open
    }

    fn is_draft(&self) -> bool {
        self.shown.questionnaire.status == QuestionnaireStatus::Draft
    }
}

/// Everybody who is asked: released and how complete, or not yet, and how late.
fn standings(frame: &Frame, questionnaire: &Questionnaire, asked: &[Asked<'_>]) -> Safe {
    let t = frame.t;
    if asked.is_empty() {
        return Safe::default();
    }
    let heads = ["field-participant", "questionnaire-state", "questionnaire-complete", "questionnaire-reminded"];
    let mut grid = Grid::new(t.say("questionnaire-who"), heads.map(|head| Column::text(t, head)).to_vec());
    for one in asked {
        let name = isolate(&t.participant(one.participant.as_str()));
        let (state, complete) = if let Some(record) = one.released {
            let (content, header) = (&record.content, &record.header);
            let mut said = format!(
                "<a href=\"{}\">{}</a> {}",
                escape(&submission_address(&header.id)),
                escape(&t.say_one("questionnaire-released", "revision", t.int(header.revision))),
                t.ago(header.changed, frame.now)
            );
            if content.version < questionnaire.version {
                said = format!("{said} {}", t.chip(Tone::Warn, t.say("questionnaire-older-version")));
            }
            (Safe::ours(said), Safe::text(&percent(t, &content.completeness)))
        } else {
            let late = if questionnaire.is_overdue(frame.now.day()) { Tone::Warn } else { Tone::Plain };
            (t.chip(late, t.say("questionnaire-not-released")), Safe::default())
        };
        let reminded = one.reminded.map_or_else(Safe::default, |at| t.ago(at, frame.now));
        grid.rows.push(vec![name, state, complete, reminded]);
    }
    grid.html()
}

/// The sections to answer, each with how far it is.
pub fn sections(t: Speech, questionnaire: &Questionnaire, completeness: &Completeness) -> Safe {
    let heads =
        [("questionnaire-section", false), ("questionnaire-required-answered", true), ("questionnaire-answered", true)];
    let columns = heads.map(|(head, number)| Column::named(t.say(head), number)).to_vec();
    let mut grid = Grid::new(t.say("questionnaire-sections"), columns);
    let of = |part: u32, whole: u32| {
        Safe::text(&t.say_with("questionnaire-of", &[("part", t.int(part).into()), ("whole", t.int(whole).into())]))
    };
    for (section, count) in questionnaire.sections.iter().zip(&completeness.0) {
        let link = format!(
            "<a href=\"{}/answer/{}\">{}</a>",
            escape(&address(questionnaire)),
            escape(&section.key),
            isolate(section.title.say(t.lang()))
        );
        grid.rows.push(vec![
            Safe::ours(link),
            of(count.required_answered, count.required),
            of(count.answered, count.asked),
        ]);
    }
    grid.html()
}

/// The questions that changed after they were answered or are new, each linked to where it is answered.
fn look_again(t: Speech, questionnaire: &Questionnaire, all: &[LookAgain]) -> Safe {
    if all.is_empty() {
        return Safe::default();
    }
    let line = |one: &LookAgain| {
        let label = questionnaire.question(&one.question).map_or("", |question| question.label.say(t.lang()));
        format!(
            "<li><a href=\"{}/answer/{}#answers.{}\">{}</a> <small>{}</small></li>",
            escape(&address(questionnaire)),
            escape(section_of(questionnaire, &one.question)),
            escape(&one.question),
            isolate(label),
            escape(&changes(t, one))
        )
    };
    Safe::ours(format!("<ul>{}</ul>", all.iter().map(line).collect::<String>()))
}

/// What was answered to questions that are asked no more, or differently.
pub fn left_over(t: Speech, questionnaire: &Questionnaire, left: &[LeftOver]) -> Safe {
    if left.is_empty() {
        return Safe::default();
    }
    let mut out = String::new();
    for one in left {
        let question = questionnaire.question(&one.answer.question);
        let label = question.map_or(one.answer.question.as_str(), |question| question.label.say(t.lang()));
        let why = if one.asked_differently { "questionnaire-asked-differently" } else { "questionnaire-not-asked" };
        let said = one.answer.said.as_ref().map_or_else(Safe::default, |said| told(t, None, said));
        let _ =
            write!(out, "<div><dt>{} <small>{}</small></dt><dd>{said}</dd></div>", isolate(label), escape(&t.say(why)));
    }
    Safe::ours(format!("<dl class=\"facts\">{out}</dl>"))
}

fn released(frame: &Frame, all: &[Record<Submission>]) -> Safe {
    let t = frame.t;
    if all.is_empty() {
        return t.empty("questionnaire-none-released", "questionnaire-none-released-how");
    }
    let heads = ["field-participant", "questionnaire-state", "questionnaire-complete"];
    let mut grid =
        Grid::new(t.say("questionnaire-submissions-title"), heads.map(|head| Column::text(t, head)).to_vec());
    for record in all {
        let link = format!(
            "<a href=\"{}\">{}</a>",
            escape(&submission_address(&record.header.id)),
            isolate(&t.participant(record.header.owner.as_str()))
        );
        let revision = t.say_one("questionnaire-released", "revision", t.int(record.header.revision));
        let state = format!("{} {}", escape(&revision), t.ago(record.header.changed, frame.now));
        let complete = Safe::text(&percent(t, &record.content.completeness));
        grid.rows.push(vec![Safe::ours(link), Safe::ours(state), complete]);
    }
    grid.html()
}

/// Every question with its kind, for reading.
fn outline(t: Speech, questionnaire: &Questionnaire) -> Safe {
    if questionnaire.sections.is_empty() {
        return t.empty("questionnaire-no-questions", "questionnaire-no-questions-how");
    }
    let mut out = String::new();
    for section in &questionnaire.sections {
        let _ = write!(out, "<h3>{}</h3><ol>", isolate(section.title.say(t.lang())));
        for question in &section.questions {
            let _ = write!(out, "<li>{}</li>", outlined(t, question));
        }
        out.push_str("</ol>");
    }
    Safe::ours(out)
}

fn outlined(t: Speech, question: &Question) -> String {
    let lang = t.lang();
    let mut said = vec![escape(&t.code("question-kind", question.kind.code()))];
    if question.required {
        said.push(escape(&t.say("questionnaire-required")));
    }
    if let Some(condition) = &question.condition {
        said.push(format!("{} {}", escape(&t.say("questionnaire-asked-when")), t.ltr(condition.to_string())));
    }
    let columns = question.columns.iter().map(|column| column.label.say(lang));
    let labels: Vec<&str> = question.choices.iter().map(|choice| choice.label.say(lang)).chain(columns).collect();
    let labels =
        if labels.is_empty() { String::new() } else { format!("<br><small>{}</small>", isolate(&labels.join(" · "))) };
    format!("{} <small>{}</small>{labels}", isolate(question.label.say(lang)), said.join(" · "))
}

/// The pages of the samples.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = Frame { title: t.say("questionnaire-list"), ..Frame::samples(t).remove(0) };
    let (questionnaire, record) = (super::said::sample_questionnaire(), super::said::sample_submission());
    let open = Questionnaire {
        status: QuestionnaireStatus::Open,
        due: Some(sample::NOW.day().plus(-3)),
        ..questionnaire.clone()
    };
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let late = Problems(vec![Problem::new("due", "due-past").with("text", "2021-01-01")]);
    let typed = Typed::nothing().with("due", "2021-01-01");
    let participants = [ParticipantCode::country("KZ"), ParticipantCode::country("AF")];
    let asked = || {
        vec![
            Asked { participant: &participants[0], released: Some(&record), reminded: None },
            Asked { participant: &participants[1], released: None, reminded: Some(sample::NOW) },
        ]
    };
    let completeness = open.completeness(&super::said::sample_answers());
    let left = super::said::sample_left();
    let look = [LookAgain { question: "had".to_owned(), changed: vec![Changed::Choices], earlier: None }];
    let own = Own {
        completeness: &completeness,
        released: None,
        reminded: Some(sample::NOW),
        left: &left,
        look: &look,
        may_release: true,
    };
    let shown = |questionnaire, asked, own| Shown {
        operation: "REFLEX-2021",
        questionnaire,
        revision: 2,
        asked,
        own,
        released: std::slice::from_ref(&record),
    };
    let empty = Shown { released: &[], ..shown(&questionnaire, Some(Vec::new()), None) };
    vec![
        Sample::of(
            "questionnaire-coordinator",
            &QuestionnairePage::new(&frame, shown(&open, Some(asked()), None), &typed, &late),
        ),
        Sample::of(
            "questionnaire-own",
            &QuestionnairePage::new(&frame, shown(&open, None, Some(own)), &nothing, &none),
        ),
        Sample::of("questionnaire-draft", &QuestionnairePage::new(&frame, empty, &nothing, &none)),
    ]
}
