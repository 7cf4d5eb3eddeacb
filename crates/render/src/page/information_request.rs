//! Requests for information: what waits for whom, one request with its answers, and the form that asks.
//!
//! Refuses to say more of an answer than was handed in: how far others have answered is decided before.

use super::grid::{Column, Grid, text};
use super::message::sample_header;
use super::shared::{self, RelatedLine};
use super::{Sample, sample};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query};
use crate::part::{self, Facet, FacetValue, Tone, facts};
use crate::words::Speech;
use askama::Template;
use model::answer::{Answer, AnswerKind};
use model::attachment::Attachment;
use model::card::Listed;
use model::id::{Id, NIL};
use model::information_request::{InformationRequest, QuestionType, Urgency};
use model::marking::Audience;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::problem::{Problem, Problems};
use model::record::{Kind, Record, Shared as _, State};
use model::time::Moment;

/// One request of the list.
#[derive(Debug, Clone)]
pub struct RequestRow {
    /// The request.
    pub listed: Listed,
    /// Until when an answer is of use.
    pub due: Moment,
    /// How many were asked.
    pub asked: u64,
    /// From how many nothing more is waited for, as far as the reader knows.
    pub closed: u64,
    /// Whether the reader is asked: then the numbers are its own alone.
    pub is_asked: bool,
    /// Whether it still waits.
    pub waits: bool,
}

/// How many requests stand where.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Those the filters leave.
    pub total: u64,
    /// Those that wait for the reader's participant.
    pub to_answer: u64,
    /// Those that are overdue.
    pub overdue: u64,
}

/// The requests of an operation.
#[derive(Debug, Template)]
#[template(path = "information_request/list.html")]
pub struct RequestsPage<'a> {
    frame: &'a Frame,
    top: String,
    counts: Counts,
    may_ask: bool,
    facets: Safe,
    chosen: Safe,
    requests: Safe,
    pager: Safe,
}

impl<'a> RequestsPage<'a> {
    /// The page; `asked` is what the address asks for, `next` leads on.
    pub fn new(
        frame: &'a Frame,
        operation: &Operation,
        rows: &[RequestRow],
        counts: Counts,
        asked: &Typed,
        next: Option<&str>,
        may_ask: bool,
    ) -> Self {
        let t = frame.t;
        let all = all_facets(t, asked, counts);
        let narrowed = all.iter().any(|facet| !facet.chosen.is_empty());
        Self {
            frame,
            top: format!("/operations/{}/requests", query(&operation.code)),
            counts,
            may_ask,
            facets: part::facets(t, &frame.address, &all),
            chosen: part::chosen(t, &frame.address, &all),
            requests: requests(frame, rows, narrowed),
            pager: part::pager(t, None, next),
        }
    }
}

/// What a list of requests can be narrowed to.
pub const SHOWN: [&str; 3] = ["to-answer", "asked", "overdue"];

fn all_facets(t: Speech, asked: &Typed, counts: Counts) -> Vec<Facet> {
    let count = |code: &str| match code {
        "to-answer" => Some(counts.to_answer),
        "overdue" => Some(counts.overdue),
        _ => None,
    };
    let shown = SHOWN.map(|code| FacetValue {
        value: code.to_owned(),
        label: t.code("request-shown", code),
        count: count(code),
    });
    let types = QuestionType::ALL.iter().map(|one| FacetValue {
        value: one.code().to_owned(),
        label: t.code("question-type", one.code()),
        count: None,
    });
    let facet = |name: &str, key: &str, values: Vec<FacetValue>| Facet {
        name: name.to_owned(),
        label: t.say(key),
        values,
        chosen: asked.get(name).to_owned(),
    };
    vec![facet("show", "request-show", shown.to_vec()), facet("type", "request-by-type", types.collect())]
}

fn requests(frame: &Frame, rows: &[RequestRow], narrowed: bool) -> Safe {
    let t = frame.t;
    if rows.is_empty() {
        let (what, how) = if narrowed {
            ("request-none-found", "message-none-found-how")
        } else {
            ("request-none", "request-none-how")
        };
        return t.empty(what, how);
    }
    let columns = ["message-subject", "message-from", "request-by-type", "request-due", "request-standing"];
    let mut grid = Grid::new(t.say("request-title"), columns.map(|key| Column::text(t, key)).to_vec());
    for row in rows {
        let card = &row.listed.card;
        let urgent = if card.status == Urgency::Routine.code() {
            String::new()
        } else {
            format!(" {}", t.chip(Tone::Warn, t.code("urgency", &card.status)))
        };
        grid.rows.push(vec![
            Safe::ours(format!("<a href=\"/requests/{}\">{}</a>{urgent}", row.listed.id, isolate(&card.title))),
            text(t.participant(row.listed.owner.as_str())),
            text(t.code("question-type", &card.key)),
            Safe::ours(format!("{} {}", t.moment(row.due, frame.offset), late(t, row.waits && row.due < frame.now))),
            stands(t, row),
        ]);
    }
    grid.html()
}

fn late(t: Speech, is_late: bool) -> String {
    if is_late { t.chip(Tone::Bad, t.say("request-overdue")).to_string() } else { String::new() }
}

fn stands(t: Speech, row: &RequestRow) -> Safe {
    if row.is_asked {
        return if row.waits {
            t.chip(Tone::Warn, t.say("request-waits-for-us"))
        } else {
            t.chip(Tone::Good, t.say("request-we-answered"))
        };
    }
    let said = t.say_with("request-closed-of", &[("closed", row.closed.into()), ("asked", row.asked.into())]);
    t.chip(if row.waits { Tone::Plain } else { Tone::Good }, said)
}

/// One answer as the page shows it.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The record.
    pub record: Record<Answer>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Seconds from the question to it.
    pub took: i64,
    /// Whether the reader may take it back and add files.
    pub is_own: bool,
}

/// How one of those asked stands.
#[derive(Debug, Clone)]
pub struct AskedRow {
    /// Who.
    pub participant: ParticipantCode,
    /// Its latest answer.
    pub kind: Option<AnswerKind>,
    /// Seconds to the one after which nothing more is waited for.
    pub took: Option<i64>,
}

/// A request as its page shows it.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// Its operation.
    pub operation: &'a Operation,
    /// The record.
    pub record: &'a Record<InformationRequest>,
    /// What it speaks of.
    pub related: &'a [RelatedLine],
    /// Its files.
    pub attachments: &'a [Attachment],
    /// Its answers, oldest first.
    pub answers: &'a [Reply],
    /// How those asked stand.
    pub asked: &'a [AskedRow],
    /// Whether it waits beyond its time.
    pub is_overdue: bool,
    /// Whether the reader may answer.
    pub may_answer: bool,
    /// Whether the reader may withdraw it and add files.
    pub is_own: bool,
}

/// The page of a request.
#[derive(Debug, Template)]
#[template(path = "information_request/show.html")]
pub struct RequestPage<'a> {
    frame: &'a Frame,
    question: Question<'a>,
    form: Form<'a>,
}

impl<'a> RequestPage<'a> {
    /// The page; `typed` and `problems` are of an answer.
    pub fn new(frame: &'a Frame, question: Question<'a>, typed: &'a Typed, problems: &'a Problems) -> Self {
        Self { frame, question, form: Form::new(frame.t, typed, problems) }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn list(&self) -> String {
        format!("/operations/{}/requests", query(&self.question.operation.code))
    }

    fn is_withdrawn(&self) -> bool {
        self.question.record.header.state == State::Retracted
    }

    fn chips(&self) -> Safe {
        let t = self.t();
        let urgency = self.question.record.content.urgency;
        let tone = match urgency {
            Urgency::Routine => Tone::Plain,
            Urgency::Urgent => Tone::Warn,
            Urgency::Immediate => Tone::Bad,
        };
        Safe::ours(format!(
            "{} {} {}",
            t.chip(tone, t.code("urgency", urgency.code())),
            shared::chips(t, &self.question.record.header),
            late(t, self.question.is_overdue)
        ))
    }

    fn facts(&self) -> Safe {
        let (t, request) = (self.t(), &self.question.record.content);
        let due = format!(
            "{} <small>({} {})</small>",
            t.moment(request.due, self.frame.offset),
            escape(&t.say("request-as-typed")),
            t.ltr(&request.due_written)
        );
        let also = if request.also_through.is_empty() { Safe::default() } else { isolate(&request.also_through) };
        facts(&[
            (t.say("message-from"), Safe::text(&t.participant(self.question.record.header.owner.as_str()))),
            (t.field("asked"), Safe::text(&shared::names(t, &request.to))),
            (t.say("request-asked-at"), t.moment(self.question.record.header.created, self.frame.offset)),
            (t.say("request-due"), Safe::ours(due)),
            (t.say("request-by-type"), Safe::text(&t.code("question-type", request.question_type.code()))),
            (t.field("permitted_use"), isolate(&request.permitted_use)),
            (t.field("also_through"), also),
        ])
    }

    fn text(&self) -> Safe {
        let record = self.question.record;
        Safe::ours(format!(
            "{}{}{}",
            shared::prose(&record.content.text, record.header.lang),
            shared::related(self.t(), self.question.related),
            shared::files(self.frame, self.question.attachments)
        ))
    }

    fn reason(&self) -> Safe {
        isolate(&self.question.record.header.reason)
    }

    fn standing(&self) -> Safe {
        let t = self.t();
        let columns = ["message-participant", "request-answer", "request-took"].map(|key| Column::text(t, key));
        let mut grid = Grid::new(t.say("request-standing"), columns.to_vec());
        for one in self.question.asked {
            let kind = one.kind.map_or_else(
                || t.chip(Tone::Warn, t.say("message-not-yet")),
                |kind| t.chip(tone(kind), t.code("answer-kind", kind.code())),
            );
            let took = one.took.map_or_else(|| text("–"), |took| text(span(t, took)));
            grid.rows.push(vec![text(t.participant(one.participant.as_str())), kind, took]);
        }
        grid.html()
    }

    fn reply_head(&self, reply: &Reply) -> Safe {
        let (t, header) = (self.t(), &reply.record.header);
        let kind = reply.record.content.kind;
        Safe::ours(format!(
            "<b>{}</b> · {} · {} · {} {}",
            escape(&t.participant(header.owner.as_str())),
            escape(&t.code("role", header.author_role.code())),
            t.moment(header.created, self.frame.offset),
            escape(&t.say_one("request-after", "time", span(t, reply.took))),
            t.chip(tone(kind), t.code("answer-kind", kind.code()))
        ))
    }

    fn reply_body(&self, reply: &Reply) -> Safe {
        let (t, answer) = (self.t(), &reply.record.content);
        let ground = if answer.ground.is_empty() {
            String::new()
        } else {
            format!("<p><b>{}:</b> {}</p>", escape(&t.field("ground")), isolate(&answer.ground))
        };
        let said = if answer.text.is_empty() {
            Safe::default()
        } else {
            shared::prose(&answer.text, reply.record.header.lang)
        };
        Safe::ours(format!("{ground}{said}{}", shared::files(self.frame, &reply.attachments)))
    }

    fn kinds(&self) -> Vec<Choice> {
        let t = self.t();
        let choice = |kind: AnswerKind| Choice {
            hint: t.code("answer-kind-hint", kind.code()),
            ..Choice::new(kind.code(), t.code("answer-kind", kind.code()))
        };
        AnswerKind::OF_REQUEST.map(choice).to_vec()
    }

    fn lang(&self) -> Safe {
        shared::lang_field(&self.form)
    }

    fn device(&self) -> (Safe, Safe) {
        let id = &self.question.record.header.id;
        part::draft(self.frame, &format!("answer:{id}"), &format!("/requests/{id}"))
    }
}

const fn tone(kind: AnswerKind) -> Tone {
    match kind {
        AnswerKind::Partial => Tone::Accent,
        AnswerKind::Final | AnswerKind::Acknowledged => Tone::Good,
        AnswerKind::Nil => Tone::Plain,
        AnswerKind::Refused => Tone::Bad,
    }
}

/// A time between two moments: days and hours, or hours and minutes.
fn span(t: Speech, seconds: i64) -> String {
    let minutes = seconds.max(0) / 60;
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    if days > 0 {
        t.say_with("request-days-hours", &[("days", days.into()), ("hours", hours.into())])
    } else {
        t.say_with("request-hours-minutes", &[("hours", hours.into()), ("minutes", rest.into())])
    }
}

/// The form that asks.
#[derive(Debug, Template)]
#[template(path = "information_request/form.html")]
pub struct RequestFormPage<'a> {
    frame: &'a Frame,
    operation: &'a Operation,
    form: Form<'a>,
    own: &'a str,
}

impl<'a> RequestFormPage<'a> {
    /// The form with what was typed.
    pub const fn new(
        frame: &'a Frame,
        operation: &'a Operation,
        own: &'a str,
        typed: &'a Typed,
        problems: &'a Problems,
    ) -> Self {
        Self { frame, operation, form: Form::new(frame.t, typed, problems), own }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn list(&self) -> String {
        format!("/operations/{}/requests", query(&self.operation.code))
    }

    fn participants(&self) -> Vec<Choice> {
        shared::participants(self.t(), self.operation, self.own)
    }

    fn types(&self) -> Vec<Choice> {
        Choice::of_codes(self.t(), "question-type", QuestionType::ALL.iter().map(|one| one.code()))
    }

    fn urgencies(&self) -> Vec<Choice> {
        Choice::of_codes(self.t(), "urgency", Urgency::ALL.iter().map(|one| one.code()))
    }

    fn lang(&self) -> Safe {
        shared::lang_field(&self.form)
    }

    fn marking(&self) -> Safe {
        let handling = self.operation.marking.handling.code();
        let audiences = [Audience::Amber, Audience::AmberStrict, Audience::Red];
        shared::marking_fields(&self.form, Audience::AmberStrict.code(), handling, &audiences, &[])
    }

    fn device(&self) -> (Safe, Safe) {
        part::draft(self.frame, &format!("request:{}", self.operation.code), &self.frame.address)
    }
}

/// Pages of requests as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let operation = sample::operation();
    let frame = Frame {
        title: t.say("request-title"),
        address: "/operations/REFLEX-2021/requests".to_owned(),
        ..Frame::samples(t).remove(0)
    };
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let record = sample_request();
    let withdrawn = {
        let mut record = record.clone();
        record.header.state = State::Retracted;
        record.header.reason = "Found out".to_owned();
        record
    };
    let related =
        [RelatedLine { id: sample::record(), kind: Kind::Incident, about: None, title: sample::HOSTILE.to_owned() }];
    let answers = AnswerKind::OF_REQUEST.map(sample_reply);
    let asked = [
        AskedRow { participant: ParticipantCode::country("UZ"), kind: Some(AnswerKind::Final), took: Some(200_000) },
        AskedRow { participant: ParticipantCode::country("IR"), kind: None, took: None },
    ];
    let question = Question {
        operation: &operation,
        record: &record,
        related: &related,
        attachments: &[],
        answers: &answers,
        asked: &asked,
        is_overdue: true,
        may_answer: true,
        is_own: true,
    };
    let over = Question {
        record: &withdrawn,
        answers: &[],
        is_overdue: false,
        may_answer: false,
        is_own: false,
        ..question.clone()
    };
    let rows = [sample_row(&record, false, true), sample_row(&record, true, true), sample_row(&record, true, false)];
    let counts = Counts { total: 3, to_answer: 1, overdue: 2 };
    let narrowed = Typed::nothing().with("show", "overdue");
    let refused = Problems(vec![Problem::new("ground", "refusal-needs-ground"), Problem::new("body", "required")]);
    let found = Problems(vec![
        Problem::new("asked", "request-to-oneself"),
        Problem::new("due_day", "request-due-past").with("text", "2021-10-01 UTC"),
        Problem::new("due_zone", "zone-unreadable").with("text", sample::HOSTILE),
        Problem::new("question_type", "required"),
    ]);
    let typed = Typed::nothing().with("subject", sample::HOSTILE).with("due_zone", "+05:00");
    vec![
        Sample::of(
            "requests",
            &RequestsPage::new(
                &frame,
                &operation,
                &rows,
                counts,
                &nothing,
                Some("/operations/REFLEX-2021/requests?after=x"),
                true,
            ),
        ),
        Sample::of(
            "requests-none",
            &RequestsPage::new(&frame, &operation, &[], Counts::default(), &nothing, None, false),
        ),
        Sample::of("requests-none-found", &RequestsPage::new(&frame, &operation, &[], counts, &narrowed, None, false)),
        Sample::of("request", &RequestPage::new(&frame, question.clone(), &nothing, &none)),
        Sample::of("request-withdrawn", &RequestPage::new(&frame, over, &nothing, &none)),
        Sample::of("request-problems", &RequestPage::new(&frame, question, &nothing, &refused)),
        Sample::of("request-form", &RequestFormPage::new(&frame, &operation, "KZ", &nothing, &none)),
        Sample::of("request-form-problems", &RequestFormPage::new(&frame, &operation, "KZ", &typed, &found)),
    ]
}

fn sample_request() -> Record<InformationRequest> {
    let content = InformationRequest {
        id: Id::new(NIL),
        to: ["UZ", "IR"].map(ParticipantCode::country).to_vec(),
        question_type: QuestionType::Route,
        subject: sample::HOSTILE.to_owned(),
        text: "Line one\nСтрока два".to_owned(),
        related: Vec::new(),
        urgency: Urgency::Immediate,
        due: sample::NOW.plus_seconds(-3600),
        due_written: "2021-10-15 18:05 +05:00".to_owned(),
        permitted_use: sample::HOSTILE.to_owned(),
        also_through: "CENcomm".to_owned(),
    };
    Record { header: sample_header(Kind::InformationRequest), content }
}

fn sample_reply(kind: AnswerKind) -> Reply {
    let refused = kind == AnswerKind::Refused;
    let content = Answer {
        id: Id::new(NIL),
        about: sample_header(Kind::InformationRequest).id,
        kind,
        ground: if refused { sample::HOSTILE.to_owned() } else { String::new() },
        text: if refused { String::new() } else { "از راه آهن".to_owned() },
    };
    let place = AnswerKind::ALL.iter().position(|other| *other == kind).and_then(|place| u8::try_from(place).ok());
    let id = Id::<Answer>::new(model::id::uuid_v7(sample::NOW, [place.unwrap_or_default(); 10]));
    let header = model::record::Header { id: id.into(), ..sample_header(Kind::Answer) };
    let record = Record { header, content };
    Reply { record, attachments: Vec::new(), took: 5400, is_own: kind == AnswerKind::Partial }
}

fn sample_row(record: &Record<InformationRequest>, is_asked: bool, waits: bool) -> RequestRow {
    let header = &record.header;
    let listed = Listed {
        id: header.id.clone(),
        kind: Kind::InformationRequest,
        operation: header.operation,
        owner: header.owner.clone(),
        agency: header.agency,
        audience: header.marking.audience,
        state: header.state,
        revision: 1,
        created: header.created,
        changed: header.changed,
        card: record.content.card(),
    };
    RequestRow { listed, due: record.content.due, asked: 2, closed: 1, is_asked, waits }
}
