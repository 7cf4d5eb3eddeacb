//! What a search found, by noun, each with its number and the way to all of it.
//!
//! Refuses to know what was hidden: it shows what was found.

use super::record::{address, noun};
use super::{Sample, sample};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query, with_query};
use crate::part;
use crate::words::Speech;
use askama::Template;
use model::id::RecordId;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::problem::Problems;
use model::record::Kind;
use model::time::{Day, Moment};
use std::fmt::Write as _;

/// One record that was found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Which.
    pub id: RecordId,
    /// Of which noun.
    pub kind: Kind,
    /// On whose page it stands, where not on its own.
    pub about: Option<RecordId>,
    /// The code of its operation.
    pub operation: String,
    /// Whose it is.
    pub owner: ParticipantCode,
    /// What it is called; may be empty.
    pub title: String,
    /// The day it speaks of.
    pub day: Option<Day>,
    /// When it changed last.
    pub changed: Moment,
}

/// What was found of one noun.
#[derive(Debug, Clone)]
pub struct Group {
    /// The noun.
    pub kind: Kind,
    /// The code of the operation, of incidents.
    pub operation: Option<String>,
    /// How many there are.
    pub count: u64,
    /// The first of them.
    pub hits: Vec<Hit>,
}

/// The page of a search.
#[derive(Debug, Template)]
#[template(path = "search/show.html")]
pub struct SearchPage<'a> {
    frame: &'a Frame,
    operation: &'a Operation,
    form: Form<'a>,
    total: u64,
    groups: &'a [Group],
    next: Option<&'a str>,
}

impl<'a> SearchPage<'a> {
    /// The page; `typed` is what the address asks for.
    pub const fn new(
        frame: &'a Frame,
        operation: &'a Operation,
        groups: &'a [Group],
        total: u64,
        next: Option<&'a str>,
        (typed, problems): (&'a Typed, &'a Problems),
    ) -> Self {
        Self { frame, operation, form: Form::new(frame.t, typed, problems), total, groups, next }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn action(&self) -> String {
        format!("/operations/{}/search", query(&self.operation.code))
    }

    fn has_asked(&self) -> bool {
        !self.form.value("q").trim().is_empty()
    }

    fn is_one_noun(&self) -> bool {
        !self.form.value("kind").is_empty()
    }

    fn empty(&self) -> Safe {
        if self.has_asked() {
            self.t().empty("search-none", "search-none-how")
        } else {
            self.t().empty("search-nothing-asked", "search-nothing-asked-how")
        }
    }

    fn heading(&self, group: &Group) -> String {
        let noun = self.t().code("nouns", group.kind.code());
        match &group.operation {
            Some(code) if self.form.value("all") == "1" => format!("{noun} · {}", self.t().ltr(code)),
            _ => noun,
        }
    }

    fn title(&self, group: &Group) -> Safe {
        match &group.operation {
            Some(_) => Safe::ours(self.heading(group)),
            None => Safe::text(&self.heading(group)),
        }
    }

    fn count(&self, group: &Group) -> String {
        self.t().say_one("search-count", "count", group.count)
    }

    /// The way to all of a noun, where more were found than are shown.
    fn all_of(&self, group: &Group) -> Option<String> {
        if group.count <= group.hits.len() as u64 || self.is_one_noun() && group.operation.is_none() {
            return None;
        }
        Some(match &group.operation {
            Some(code) => format!("/operations/{}/incidents?text={}", query(code), query(self.form.value("q"))),
            None => with_query(&with_query(&self.frame.address, "after", ""), "kind", group.kind.code()),
        })
    }

    fn hits(&self, group: &Group) -> Safe {
        let t = self.t();
        let mut out = String::from("<ul class=\"hits\">");
        for hit in &group.hits {
            let to = address(hit.kind, &hit.id, hit.about.as_ref());
            let title = if hit.title.is_empty() { Safe::text(&noun(t, hit.kind)) } else { isolate(&hit.title) };
            let day = hit.day.map_or_else(String::new, |day| format!(" · {}", t.date(day)));
            let operation =
                if self.form.value("all") == "1" { format!(" · {}", t.ltr(&hit.operation)) } else { String::new() };
            let _ = write!(
                out,
                "<li><a href=\"{}\">{title}</a> <small>{}{day}{operation} · {}</small></li>",
                escape(&to),
                escape(&t.participant(hit.owner.as_str())),
                t.ago(hit.changed, self.frame.now)
            );
        }
        out.push_str("</ul>");
        Safe::ours(out)
    }

    fn pager(&self) -> Safe {
        part::pager(self.t(), None, self.next)
    }

    fn any_noun(&self) -> String {
        with_query(&with_query(&self.frame.address, "after", ""), "kind", "")
    }
}

/// Pages of a search as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let operation = sample::operation();
    let frame = Frame {
        title: t.say("search-title"),
        address: "/operations/REFLEX-2021/search?q=korday".to_owned(),
        room: None,
        ..Frame::samples(t).remove(0)
    };
    let hit = |kind: Kind, title: &str| Hit {
        id: sample::record(),
        kind,
        about: None,
        operation: "REFLEX-2021".to_owned(),
        owner: ParticipantCode::country("KZ"),
        title: title.to_owned(),
        day: Some(sample::NOW.day()),
        changed: sample::NOW.plus_seconds(-4000),
    };
    let groups = [
        Group {
            kind: Kind::Incident,
            operation: Some("REFLEX-2021".to_owned()),
            count: 1200,
            hits: vec![hit(Kind::Incident, sample::HOSTILE), hit(Kind::Incident, "Кордай")],
        },
        Group { kind: Kind::Operation, operation: None, count: 1, hits: vec![hit(Kind::Operation, "")] },
    ];
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let asked = Typed::nothing().with("q", sample::HOSTILE).with("all", "1");
    let one = Typed::nothing().with("q", "korday").with("kind", "operation");
    vec![
        Sample::of("search", &SearchPage::new(&frame, &operation, &groups, 1201, None, (&asked, &none))),
        Sample::of(
            "search-noun",
            &SearchPage::new(
                &frame,
                &operation,
                &groups[1..],
                1,
                Some("/operations/REFLEX-2021/search?q=korday&after=x"),
                (&one, &none),
            ),
        ),
        Sample::of("search-none", &SearchPage::new(&frame, &operation, &[], 0, None, (&one, &none))),
        Sample::of("search-nothing-asked", &SearchPage::new(&frame, &operation, &[], 0, None, (&nothing, &none))),
    ]
}
