//! One clause with what changed in it and what is said about it; and a version's changes with the comments that caused them.
//!
//! Refuses to hide what was said about a clause that is gone: it stays with the version it was said about.

use super::form::{langs, marking};
use super::text::{clause_difference, heading, plain_heading, prose};
use super::{Shows, comments, text};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, ltr};
use crate::page::shared::RelatedLine;
use crate::part::{self, Tone};
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::comment::Comment;
use model::permission::Action;
use model::plan::{Clause, Plan, Touch, changes};
use model::problem::Problems;
use model::record::Record;
use model::resolution::{Decision, Resolution};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A comment with what was decided on it.
#[derive(Debug, Clone)]
pub struct Told {
    /// What was said.
    pub comment: Record<Comment>,
    /// What was decided.
    pub resolution: Option<Record<Resolution>>,
}

/// The tone of a decision.
const fn tone(decision: Decision) -> Tone {
    match decision {
        Decision::Accepted => Tone::Good,
        Decision::Partly => Tone::Warn,
        Decision::Rejected => Tone::Bad,
    }
}

/// One comment: who, when, what, how it should be worded, what was decided; the way to decide where the reader may.
pub fn told(t: Speech, told: &Told, agencies: &[Agency], decides: bool) -> Safe {
    told_under(t, &Safe::default(), told, agencies, decides)
}

/// The same under a line that says what it is about.
pub fn told_under(t: Speech, about: &Safe, told: &Told, agencies: &[Agency], decides: bool) -> Safe {
    let (header, own) = (&told.comment.header, &told.comment.content);
    let who = [t.participant(header.owner.as_str()), t.agency(agencies, header.agency)];
    let who: Vec<String> = who.into_iter().filter(|part| !part.is_empty()).collect();
    let mut out = format!(
        "<article id=\"{}\">{about}<p class=\"row\"><b>{}</b> <small>{}</small> {}</p>{}",
        header.id,
        escape(&who.join(" · ")),
        t.utc(header.changed),
        t.tlp(header.marking.audience.code()),
        prose(own.lang, &own.text)
    );
    if !own.wording.is_empty() {
        let _ = write!(
            out,
            "<blockquote><p class=\"hint\">{}</p>{}</blockquote>",
            escape(&t.say("comment-wording")),
            prose(own.lang, &own.wording)
        );
    }
    match &told.resolution {
        Some(resolution) => {
            let own = &resolution.content;
            let chip = t.chip(tone(own.decision), t.code("resolution", own.decision.code()));
            let _ = write!(
                out,
                "<p class=\"row\">{chip} <bdi lang=\"{}\">{}</bdi></p>",
                own.lang.tag(),
                escape(&own.reason)
            );
        }
        None => {
            let _ = write!(out, "<p>{}</p>", t.chip(Tone::Plain, t.say("resolution-none")));
        }
    }
    if decides {
        let key = if told.resolution.is_some() { "resolution-again" } else { "resolution-decide" };
        let _ = write!(
            out,
            "<p><a class=\"button quiet small\" href=\"/comments/{}/resolve\">{}</a></p>",
            header.id,
            escape(&t.say(key))
        );
    }
    out.push_str("</article>");
    Safe::ours(out)
}

/// What a clause's page shows.
#[derive(Debug, Clone, Copy)]
pub struct ClauseShows<'a> {
    /// The version around it.
    pub shows: Shows<'a>,
    /// The part: the identifier of a clause, or the whole.
    pub part: &'a str,
    /// The clause; `None` for the plan as a whole.
    pub clause: Option<&'a Clause>,
    /// The same clause in the version before, where that is another text.
    pub before: Option<&'a Clause>,
    /// A page of comments.
    pub told: &'a [Told],
    /// The first comment after this page begins after this one.
    pub next: Option<&'a str>,
    /// Agencies, for their names.
    pub agencies: &'a [Agency],
}

/// A clause's page.
#[derive(Debug, Template)]
#[template(path = "plan/clause.html")]
pub struct ClausePage<'a> {
    frame: &'a Frame,
    address: String,
    back: String,
    number: Safe,
    body: Safe,
    difference: Safe,
    count: String,
    all: String,
    told: Vec<Safe>,
    pager: Safe,
    summary: Safe,
    fields: Safe,
    kept: (Safe, Safe),
    given: bool,
}

impl<'a> ClausePage<'a> {
    /// The page; `typed` and `problems` are of a comment that was just refused.
    pub fn new(frame: &'a Frame, on: &ClauseShows<'_>, typed: &Typed, problems: &Problems, given: bool) -> Self {
        let (t, shows) = (frame.t, &on.shows);
        let address = format!("{}/clauses/{}", shows.address(), on.part);
        let form = Form::new(t, typed, problems);
        let speaks = shows.is_spoken_about() && shows.may(Action::Contribute);
        let decides = shows.may(Action::Coordinate);
        let all = shows.comments.get(on.part).copied().unwrap_or_default();
        let number = on.clause.and_then(|clause| shows.plan().number(&clause.id));
        Self {
            number: number
                .map_or_else(Safe::default, |number| Safe::ours(format!("{}. {}", t.int(number), ltr(on.part)))),
            body: on.clause.map_or_else(Safe::default, |clause| {
                Safe::ours(format!(
                    "{}{}{}",
                    text::clause(t, clause, &shows.operation.languages),
                    text::follows(t, clause, shows.links),
                    text::measures(t, clause, shows.links)
                ))
            }),
            difference: on.before.map_or_else(Safe::default, |before| clause_difference(t, Some(before), on.clause)),
            count: t.say_one("plan-comment-count", "count", all),
            all: if all > 0 { comments::path(shows, on.part) } else { String::new() },
            told: on.told.iter().map(|one| told(t, one, on.agencies, decides)).collect(),
            pager: part::pager(t, None, on.next.map(|next| format!("{address}?after={next}")).as_deref()),
            summary: form.summary(),
            fields: if speaks { comment_fields(&form, shows) } else { Safe::default() },
            kept: part::draft(frame, &format!("comment:{}:{}", shows.record.header.id, on.part), &address),
            back: shows.address(),
            address,
            frame,
            given,
        }
    }

    const fn t(&self) -> Speech {
        self.frame.t
    }
}

fn comment_fields(form: &Form<'_>, shows: &Shows<'_>) -> Safe {
    let usual = &shows.record.header.marking;
    Safe::ours(format!(
        "{}{}{}{}{}{}",
        form.field("remark").label("comment-text").hint("comment-text-hint").area(4),
        form.settle("remark"),
        form.field("wording").label("comment-wording").hint("comment-wording-hint").optional().area(4),
        form.settle("wording"),
        form.field("lang").label("comment-lang").select(langs()),
        marking(form, (usual.audience, usual.handling))
    ))
}

/// What a clause's page is called.
pub fn clause_title(t: Speech, clause: Option<&Clause>) -> String {
    clause.map_or_else(|| t.say("plan-whole"), |clause| plain_heading(t, &clause.heading, clause.lang))
}

/// What changed since the version before.
#[derive(Debug, Template)]
#[template(path = "plan/changes.html")]
pub struct ChangesPage<'a> {
    frame: &'a Frame,
    back: String,
    head: String,
    changes: Vec<Safe>,
}

impl<'a> ChangesPage<'a> {
    /// The page; `causes` are the comments on the version before that were taken up, by clause.
    pub fn new(
        frame: &'a Frame,
        shows: &Shows<'_>,
        before: &Record<Plan>,
        causes: &BTreeMap<String, Vec<Told>>,
        agencies: &[Agency],
    ) -> Self {
        let t = frame.t;
        let earlier = &before.content;
        let one = |change: model::plan::Change<'_>| {
            let Some(clause) = change.now.or(change.before) else { return Safe::default() };
            let said: String = causes
                .get(&clause.id)
                .into_iter()
                .flatten()
                .map(|one| told(t, one, agencies, false).to_string())
                .collect();
            let why = if said.is_empty() {
                String::new()
            } else {
                format!("<h3>{}</h3><div class=\"said\">{said}</div>", escape(&t.say("plan-caused-by")))
            };
            let way = if change.touch == Touch::Removed {
                format!(
                    "<p><a href=\"/plans/{}/clauses/{}\">{}</a></p>",
                    before.header.id,
                    escape(&clause.id),
                    escape(&t.say("plan-removed-comments"))
                )
            } else {
                String::new()
            };
            Safe::ours(format!(
                "<section class=\"panel\"><header><h2>{}</h2><small>{} {}</small></header>{}{way}{why}</section>",
                heading(t, &clause.heading, clause.lang),
                ltr(&clause.id),
                t.chip(Tone::Accent, t.code("plan-touch", change.touch.code())),
                clause_difference(t, change.before, change.now)
            ))
        };
        let numbers = [("before", earlier.version.into()), ("now", shows.plan().version.into())];
        let note = &shows.plan().note;
        let head = t.say_with("plan-changes-between", &numbers);
        Self {
            back: shows.address(),
            head: if note.is_empty() { head } else { format!("{head}. {note}") },
            changes: changes(earlier, shows.plan()).into_iter().map(one).collect(),
            frame,
        }
    }

    const fn t(&self) -> Speech {
        self.frame.t
    }
}

/// What somebody else wrote meanwhile, to stand beside what was typed.
pub fn newer(t: Speech, clause: Option<&Clause>, links: &[RelatedLine]) -> Safe {
    let said = clause.map_or_else(
        || format!("<p>{}</p>", escape(&t.say("plan-stale-removed"))),
        |clause| {
            let mut texts = String::new();
            for (lang, words) in clause.text.iter() {
                let heading = isolate(clause.heading.exact(lang).unwrap_or_default());
                let _ = write!(texts, "<div><p><b>{heading}</b></p>{}</div>", prose(lang, words));
            }
            format!(
                "<p>{}</p><div class=\"tongues\">{texts}</div>{}",
                escape(&t.say("plan-stale-now")),
                text::measures(t, clause, links)
            )
        },
    );
    Safe::ours(format!(
        "<div class=\"summary\" role=\"alert\" tabindex=\"-1\"><h2>{}</h2>{said}</div>",
        escape(&t.say("plan-stale-title"))
    ))
}
