//! The comments on a version as a list to work through: all, or those not decided on, of a participant, about a clause.
//!
//! Refuses to count what it does not list.

use super::clause::{Told, told_under};
use super::{Shows, text};
use crate::form::Typed;
use crate::frame::Frame;
use crate::html::{Safe, escape, query, with_query};
use crate::part::{self, Facet, FacetValue};
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::permission::Action;
use model::plan::WHOLE;

/// What the list is made of.
#[derive(Debug, Clone, Copy)]
pub struct CommentsShow<'a> {
    /// The version around it.
    pub shows: Shows<'a>,
    /// A page of comments.
    pub told: &'a [Told],
    /// How many are asked for.
    pub count: u64,
    /// The next page begins after this one.
    pub next: Option<&'a str>,
    /// Agencies, for their names.
    pub agencies: &'a [Agency],
    /// What the address asks for.
    pub asked: &'a Typed,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "plan/comments.html")]
pub struct CommentsPage<'a> {
    frame: &'a Frame,
    back: String,
    said: String,
    decide: String,
    facets: Safe,
    chosen: Safe,
    told: Vec<Safe>,
    pager: Safe,
}

/// The address of the comments about a part of a version.
pub fn path(shows: &Shows<'_>, part: &str) -> String {
    format!("{}/comments?clause={}", shows.address(), query(part))
}

impl<'a> CommentsPage<'a> {
    /// The page.
    pub fn new(frame: &'a Frame, on: &CommentsShow<'_>) -> Self {
        let (t, shows) = (frame.t, &on.shows);
        let decides = shows.may(Action::Coordinate);
        let facets = narrowings(t, on);
        let next = on.next.map(|next| with_query(&frame.address, "after", next));
        let decide = shows.next_open.filter(|_| decides);
        Self {
            back: shows.address(),
            said: t.say_one("plan-comment-count", "count", on.count),
            decide: decide.map_or_else(String::new, |id| format!("/comments/{id}/resolve")),
            facets: part::facets(t, &frame.address, &facets),
            chosen: part::chosen(t, &frame.address, &facets),
            told: on.told.iter().map(|one| placed(t, on, one, decides)).collect(),
            pager: part::pager(t, None, next.as_deref()),
            frame,
        }
    }

    const fn t(&self) -> Speech {
        self.frame.t
    }
}

/// A comment under the clause that it is about.
fn placed(t: Speech, on: &CommentsShow<'_>, one: &Told, decides: bool) -> Safe {
    let (part, id) = (one.comment.content.clause.as_str(), &one.comment.header.id);
    let to = format!("{}/clauses/{}#{id}", on.shows.address(), query(part));
    let about =
        format!("<p class=\"hint\"><a href=\"{}\">{}</a></p>", escape(&to), escape(&heading(t, &on.shows, part)));
    told_under(t, &Safe::ours(about), one, on.agencies, decides)
}

/// `4. Controls at borders`.
fn heading(t: Speech, shows: &Shows<'_>, part: &str) -> String {
    match (shows.plan().clause(part), shows.plan().number(part)) {
        (Some(clause), Some(number)) => {
            format!("{}. {}", t.int(number), text::plain_heading(t, &clause.heading, clause.lang))
        }
        _ => t.say("plan-whole"),
    }
}

/// The filters of the list, as its address names them.
fn narrowings(t: Speech, on: &CommentsShow<'_>) -> Vec<Facet> {
    let shows = &on.shows;
    let value = |value: &str, label: String| FacetValue { value: value.to_owned(), label, count: None };
    let who = shows.heard.iter().map(|heard| {
        let code = heard.participant.as_str();
        FacetValue { count: Some(heard.comments), ..value(code, t.participant(code)) }
    });
    let parts = shows.plan().clauses.iter().map(|clause| clause.id.as_str()).chain([WHOLE]);
    let parts = parts
        .filter(|part| shows.comments.contains_key(*part))
        .map(|part| FacetValue { count: shows.comments.get(part).copied(), ..value(part, heading(t, shows, part)) });
    let facet = |name: &str, label: &str, values| Facet {
        name: name.to_owned(),
        label: t.say(label),
        values,
        chosen: on.asked.get(name).to_owned(),
    };
    vec![
        facet("status", "comment-status", vec![value("open", t.say("plan-comments-open"))]),
        facet("participant", "overview-participant", who.collect()),
        facet("clause", "field-clause", parts.collect()),
    ]
}
