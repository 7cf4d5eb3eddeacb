//! Notices: what waits for the member's participant, and what happened to what it wrote.
//!
//! Refuses content beyond the title that a list shows: the rest is read on the record's page.

use super::message::sample_header;
use super::record::address;
use super::{Sample, sample};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::part::{Tone, pager};
use crate::words::Speech;
use askama::Template;
use model::card::Card;
use model::notice::{Notice, NoticeKind};
use model::operation::OperationId;
use model::record::Kind;

/// The page of notices.
#[derive(Debug, Template)]
#[template(path = "notice/list.html")]
pub struct NoticesPage<'a> {
    frame: &'a Frame,
    notices: &'a [Notice],
    operations: &'a [(OperationId, String)],
    place: i64,
    next: Option<&'a str>,
}

impl<'a> NoticesPage<'a> {
    /// The page; `operations` are the codes of the member's operations, `place` what it sees now.
    pub const fn new(
        frame: &'a Frame,
        notices: &'a [Notice],
        operations: &'a [(OperationId, String)],
        place: i64,
        next: Option<&'a str>,
    ) -> Self {
        Self { frame, notices, operations, place, next }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn unseen(&self) -> usize {
        self.notices.iter().filter(|one| !one.seen).count()
    }

    fn pager(&self) -> Safe {
        pager(self.t(), None, self.next)
    }

    fn waiting(&self) -> Safe {
        self.lines(true, "notice-none-waits", "notice-none-waits-how")
    }

    fn news(&self) -> Safe {
        self.lines(false, "notice-none-new", "notice-none-new-how")
    }

    fn lines(&self, asks: bool, none: &str, how: &str) -> Safe {
        let lines: String =
            self.notices.iter().filter(|one| one.kind.asks() == asks).map(|one| self.line(one)).collect();
        if lines.is_empty() {
            self.t().empty(none, how)
        } else {
            Safe::ours(format!("<ul class=\"hits\">{lines}</ul>"))
        }
    }

    fn line(&self, one: &Notice) -> String {
        let t = self.t();
        let to = address(one.noun, &one.record, one.card.about.as_ref());
        let title = if one.card.title.is_empty() {
            Safe::text(&super::record::noun(t, one.noun))
        } else {
            isolate(&one.card.title)
        };
        let new = if one.seen { String::new() } else { format!(" {}", t.chip(Tone::Accent, t.say("message-new"))) };
        let due = one.due.map_or_else(String::new, |due| {
            let tone = if due < self.frame.now { Tone::Bad } else { Tone::Warn };
            let said = t.say_one("notice-due", "time", t.moment_text(due, self.frame.offset));
            format!(" {}", t.chip(tone, said))
        });
        let operation = self.operations.iter().find(|(id, _)| *id == one.operation);
        let operation = operation.map_or_else(String::new, |(_, code)| format!("{} · ", t.ltr(code)));
        format!(
            "<li>{}: <a href=\"{}\">{title}</a>{new}{due} <small>{operation}{} · {}</small></li>",
            escape(&t.code("notice-kind", one.kind.code())),
            escape(&to),
            escape(&t.participant(one.owner.as_str())),
            t.ago(one.at, self.frame.now)
        )
    }
}

/// Pages of notices as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = Frame {
        title: t.say("notice-title"),
        address: "/notices".to_owned(),
        operation: None,
        room: None,
        ..Frame::samples(t).remove(0)
    };
    let notice = |(place, kind): (usize, &NoticeKind)| Notice {
        number: i64::try_from(place).unwrap_or_default(),
        kind: *kind,
        operation: model::id::Id::new(model::id::NIL),
        record: sample_header(Kind::Message).id,
        noun: Kind::Message,
        owner: sample_header(Kind::Message).owner,
        card: Card { title: if place == 0 { sample::HOSTILE.to_owned() } else { String::new() }, ..Card::default() },
        due: (place < 3).then(|| sample::NOW.plus_seconds(-3600 + 7200 * i64::try_from(place).unwrap_or_default())),
        at: sample::NOW.plus_seconds(-7200),
        seen: place % 2 == 1,
    };
    let all: Vec<Notice> = NoticeKind::ALL.iter().enumerate().map(notice).collect();
    let operations = [(model::id::Id::new(model::id::NIL), "REFLEX-2021".to_owned())];
    vec![
        Sample::of("notices", &NoticesPage::new(&frame, &all, &operations, 6, Some("/notices?before=1"))),
        Sample::of("notices-none", &NoticesPage::new(&frame, &[], &[], 0, None)),
    ]
}
