//! The plan: the room of an operation before there is one, a version with its clauses and what is said about them, a clause
//! with its comments, and what changed since the version before.
//!
//! Refuses to offer what its reader may not do, and to show a text as in force that no rule has put in force.

mod answers;
pub mod clause;
pub mod comments;
pub mod form;
pub mod samples;
pub mod text;

use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, ltr, query};
use crate::page::grid::{link, text as cell};
use crate::page::shared::RelatedLine;
use crate::part::{Tone, facts};
use crate::words::Speech;
use askama::Template;
use model::acceptance::Acceptance;
use model::card::Listed;
use model::id::RecordId;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::permission::Action;
use model::plan::{Clause, Plan, Standing, Start, Step, Tally, WHOLE};
use model::problem::Problems;
use model::record::Record;
use model::time::Moment;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use answers::{acceptance, consultation};
pub use clause::{ChangesPage, ClausePage, Told};
pub use comments::{CommentsPage, CommentsShow};

/// One version in the list of them.
#[derive(Debug, Clone)]
pub struct VersionLine {
    /// The record.
    pub id: RecordId,
    /// Its number.
    pub version: u32,
    /// Where it stands.
    pub standing: Standing,
    /// When it was sent out.
    pub sent: Option<Moment>,
    /// What is new in it.
    pub note: String,
}

/// How one participant stands to a version, as far as the reader may see.
#[derive(Debug, Clone)]
pub struct HeardLine {
    /// The participant.
    pub participant: ParticipantCode,
    /// Whether it has read the version.
    pub read: bool,
    /// Its comments.
    pub comments: u64,
}

/// What a version is shown with.
#[derive(Debug, Clone, Copy)]
pub struct Shows<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The version.
    pub record: &'a Record<Plan>,
    /// Where it stands.
    pub standing: Standing,
    /// Who has accepted it.
    pub tally: &'a Tally,
    /// All versions, newest first.
    pub versions: &'a [VersionLine],
    /// Comments of each clause.
    pub comments: &'a BTreeMap<String, u64>,
    /// Those that are resolved.
    pub resolved: &'a BTreeMap<String, u64>,
    /// Each participant.
    pub heard: &'a [HeardLine],
    /// Acceptances.
    pub acceptances: &'a [Record<Acceptance>],
    /// Annexes that the reader may see.
    pub annexes: &'a [Listed],
    /// The recommendations and findings that its clauses name, as far as the reader may see them.
    pub links: &'a [RelatedLine],
    /// The first comment that the coordinator has not decided on.
    pub next_open: Option<&'a RecordId>,
    /// What the reader may do in the operation.
    pub may: &'a [Action],
    /// Whose the reader is.
    pub own: &'a ParticipantCode,
}

impl<'a> Shows<'a> {
    /// The text itself.
    pub const fn plan(&self) -> &'a Plan {
        &self.record.content
    }

    /// The version's address.
    pub fn address(&self) -> String {
        format!("/plans/{}", self.record.header.id)
    }

    /// The newest version that was sent out, where it is another.
    pub fn newer(&self) -> Option<&'a VersionLine> {
        let newest = self.versions.iter().find(|version| version.standing != Standing::Draft)?;
        (newest.version > self.plan().version).then_some(newest)
    }

    fn draft(&self) -> Option<&'a VersionLine> {
        self.versions.iter().find(|version| version.standing == Standing::Draft)
    }

    fn may(&self, action: Action) -> bool {
        self.may.contains(&action) && !self.operation.is_closed()
    }

    /// Whether the reader writes its text.
    pub fn edits(&self) -> bool {
        self.standing == Standing::Draft && self.may(Action::Coordinate)
    }

    /// Whether it is sent out and the newest, so that participants speak about it.
    pub fn is_spoken_about(&self) -> bool {
        matches!(self.plan().step, Step::OutForComment | Step::OutForAcceptance) && self.newer().is_none()
    }

    fn has_read(&self) -> bool {
        self.heard.iter().any(|heard| heard.participant == *self.own && heard.read)
    }

    fn has_accepted(&self) -> bool {
        self.acceptances.iter().any(|record| record.header.owner == *self.own)
    }

    /// Whether the reader can accept it now.
    fn accepts(&self) -> bool {
        let asked = self.plan().asked.as_ref().is_some_and(|asked| asked.participants.contains(self.own));
        self.may(Action::SpeakFor)
            && self.plan().step == Step::OutForAcceptance
            && self.is_spoken_about()
            && asked
            && !self.has_accepted()
    }
}

/// The tone of a standing.
const fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::InForce => Tone::Good,
        Standing::Accepted | Standing::OutForAcceptance | Standing::OutForComment => Tone::Accent,
        Standing::Draft => Tone::Warn,
        Standing::Revised | Standing::Amended | Standing::Closed => Tone::Plain,
    }
}

/// A standing as a chip.
pub fn standing_chip(t: Speech, standing: Standing) -> Safe {
    t.chip(tone(standing), t.code("plan-standing", standing.code()))
}

/// The room before there is a plan.
#[derive(Debug, Template)]
#[template(path = "plan/none.html")]
pub struct NonePage<'a> {
    frame: &'a Frame,
    summary: Safe,
    action: String,
    start: Safe,
}

impl<'a> NonePage<'a> {
    /// The page; with the way to begin one where `may` is true.
    pub fn new(frame: &'a Frame, operation: &Operation, may: bool, typed: &Typed, problems: &Problems) -> Self {
        let form = Form::new(frame.t, typed, problems);
        let starts = Start::ALL.iter().filter(|start| **start != Start::Previous || !operation.previous.is_empty());
        let choices = starts.map(|start| {
            let hint = frame.t.code("plan-start-hint", start.code());
            Choice { hint, ..Choice::new(start.code(), frame.t.code("plan-start", start.code())) }
        });
        let choices: Vec<Choice> = choices.collect();
        Self {
            summary: form.summary(),
            action: format!("/operations/{}/plan", query(&operation.code)),
            start: if may { form.field("start").label("plan-start").radios(choices) } else { Safe::default() },
            frame,
        }
    }

    const fn t(&self) -> Speech {
        self.frame.t
    }
}

/// A version of the plan.
#[derive(Debug, Template)]
#[template(path = "plan/show.html")]
pub struct PlanPage<'a> {
    frame: &'a Frame,
    shows: Shows<'a>,
    head: Safe,
    actions: Safe,
    notice: Safe,
    consultation: Safe,
    acceptance: Safe,
    clauses: Vec<Safe>,
    versions: Safe,
    annexes: Safe,
    proof: Safe,
}

impl<'a> PlanPage<'a> {
    /// The page.
    pub fn new(frame: &'a Frame, shows: Shows<'a>) -> Self {
        let t = frame.t;
        Self {
            head: head(t, &shows),
            actions: actions(t, &shows),
            notice: notice(t, &shows),
            consultation: consultation(t, &shows),
            acceptance: acceptance(t, &shows),
            clauses: shows.plan().clauses.iter().map(|clause| clause_panel(t, &shows, clause)).collect(),
            versions: versions(t, &shows),
            annexes: annexes(t, &shows),
            proof: proof(t, &shows),
            frame,
            shows,
        }
    }

    const fn t(&self) -> Speech {
        self.frame.t
    }

    fn whole(&self) -> Safe {
        Safe::ours(said_about(self.t(), &self.shows, WHOLE))
    }
}

fn head(t: Speech, shows: &Shows<'_>) -> Safe {
    let marking = &shows.record.header.marking;
    Safe::ours(format!(
        "<p class=\"row\">{} {} {} {}</p>",
        escape(&t.say_one("plan-version", "number", shows.plan().version)),
        standing_chip(t, shows.standing),
        t.tlp(marking.audience.code()),
        t.chip(Tone::Plain, marking.handling.code().to_uppercase())
    ))
}

fn actions(t: Speech, shows: &Shows<'_>) -> Safe {
    let at = shows.address();
    let mut out = String::new();
    let way = |end: &str, key: &str, class: &str| {
        format!("<a class=\"button {class}\" href=\"{at}/{end}\">{}</a> ", escape(&t.say(key)))
    };
    let press = |end: &str, key: &str, class: &str| {
        format!(
            "<form method=\"post\" action=\"{at}/{end}\"><button class=\"button {class}\" type=\"submit\">{}</button></form> ",
            escape(&t.say(key))
        )
    };
    if shows.plan().replaces.is_some() {
        out.push_str(&way("changes", "plan-changes", "quiet"));
    }
    if shows.may(Action::Coordinate) {
        coordinator_actions(shows, &mut out, &way, &press);
    }
    if shows.is_spoken_about() && shows.may(Action::SpeakFor) && !shows.has_read() {
        out.push_str(&press("read", "plan-read", "quiet"));
    }
    if shows.accepts() {
        out.push_str(&way("accept", "plan-accept", ""));
    }
    Safe::ours(out)
}

fn coordinator_actions(
    shows: &Shows<'_>,
    out: &mut String,
    way: &dyn Fn(&str, &str, &str) -> String,
    press: &dyn Fn(&str, &str, &str) -> String,
) {
    if shows.edits() {
        out.push_str(&way("edit", "plan-edit-title", "quiet"));
        out.push_str(&way("clauses/new", "plan-clause-new", "quiet"));
    }
    let open = matches!(shows.plan().step, Step::Draft | Step::OutForComment) && shows.newer().is_none();
    if open && !shows.plan().clauses.is_empty() {
        out.push_str(&way("ask", "plan-ask", "quiet"));
        let (key, class) = if shows.edits() { ("plan-consult", "") } else { ("plan-consult-again", "quiet") };
        out.push_str(&way("consult", key, class));
    }
    if !matches!(shows.plan().step, Step::Draft | Step::Closed) {
        out.push_str(&way("close", "plan-close", "quiet"));
    }
    if shows.standing != Standing::Draft && shows.newer().is_none() && shows.draft().is_none() {
        out.push_str(&press("next", "plan-next", ""));
    }
}

/// What one should know before reading: a newer version, a draft, why it was closed.
fn notice(t: Speech, shows: &Shows<'_>) -> Safe {
    let mut out = String::new();
    if let Some(newer) = shows.newer() {
        let _ = write!(
            out,
            "<p class=\"flash warn\" role=\"status\">{} <a href=\"/plans/{}\">{}</a></p>",
            escape(&t.say_one("plan-superseded-by", "version", newer.version)),
            newer.id,
            escape(&t.say("plan-open-newer"))
        );
    }
    if let Some(draft) = shows.draft().filter(|draft| draft.version != shows.plan().version) {
        let _ = write!(
            out,
            "<p>{} <a href=\"/plans/{}\">{}</a></p>",
            escape(&t.say_one("plan-draft-waits", "version", draft.version)),
            draft.id,
            escape(&t.say("plan-open-draft"))
        );
    }
    if shows.standing == Standing::Draft {
        let _ = write!(out, "<p class=\"hint\">{}</p>", escape(&t.say("plan-draft-hint")));
    }
    if !shows.plan().reason.is_empty() {
        let _ = write!(out, "<p>{} {}</p>", escape(&t.say("plan-closed-because")), isolate(&shows.plan().reason));
    }
    Safe::ours(out)
}

fn clause_panel(t: Speech, shows: &Shows<'_>, clause: &Clause) -> Safe {
    let at = shows.address();
    let number = shows.plan().number(&clause.id).unwrap_or_default();
    let mut foot = said_about(t, shows, &clause.id);
    if shows.edits() {
        let _ = write!(
            foot,
            " <a class=\"button quiet small\" href=\"{at}/clauses/{0}/edit\" aria-label=\"{1}\">{2}</a> \
             <a class=\"button quiet small\" href=\"{at}/clauses/{0}/remove\" aria-label=\"{3}\">{4}</a>",
            escape(&clause.id),
            escape(&t.say_one("plan-clause-edit-number", "number", number)),
            escape(&t.say("plan-clause-edit")),
            escape(&t.say_one("plan-clause-remove-number", "number", number)),
            escape(&t.say("plan-clause-remove"))
        );
    }
    Safe::ours(format!(
        "<section class=\"panel\" id=\"{}\"><header><h2>{}. {}</h2><small>{}</small></header>{}{}{}<p class=\"row\">{foot}</p></section>",
        escape(&clause.id),
        t.int(number),
        text::heading(t, &clause.heading, clause.lang),
        ltr(&clause.id),
        text::clause(t, clause, &shows.operation.languages),
        text::follows(t, clause, shows.links),
        text::measures(t, clause, shows.links)
    ))
}

/// How much is said about a part, and the way to it.
fn said_about(t: Speech, shows: &Shows<'_>, part: &str) -> String {
    if shows.plan().step == Step::Draft {
        return String::new();
    }
    let all = shows.comments.get(part).copied().unwrap_or_default();
    let open = all.saturating_sub(shows.resolved.get(part).copied().unwrap_or_default());
    let mut said = t.say_one("plan-comment-count", "count", all);
    if open > 0 {
        said = format!("{said} · {}", t.say_one("plan-open-count", "count", open));
    }
    format!("<a href=\"{}/clauses/{}\">{}</a>", shows.address(), escape(part), escape(&said))
}

fn versions(t: Speech, shows: &Shows<'_>) -> Safe {
    let line = |version: &VersionLine| {
        let here = version.version == shows.plan().version;
        let name = t.say_one("plan-version", "number", version.version);
        let name = if here { cell(name) } else { link(&format!("/plans/{}", version.id), name) };
        let sent = version.sent.map_or_else(Safe::default, |sent| t.utc(sent));
        let note = if version.note.is_empty() { Safe::default() } else { isolate(&version.note) };
        format!("<li>{name} {} <small>{sent}</small> {note}</li>", standing_chip(t, version.standing))
    };
    Safe::ours(format!("<ol class=\"history\" reversed>{}</ol>", shows.versions.iter().map(line).collect::<String>()))
}

fn annexes(t: Speech, shows: &Shows<'_>) -> Safe {
    let may =
        shows.may(Action::Contribute) && matches!(shows.plan().step, Step::OutForComment | Step::OutForAcceptance);
    if shows.annexes.is_empty() && !may {
        return Safe::default();
    }
    let mut out = format!("<p class=\"hint\">{}</p>", escape(&t.say("annex-who-reads")));
    if !shows.annexes.is_empty() {
        let line = |one: &Listed| {
            let to = link(&format!("/annexes/{}", one.id), &one.card.title);
            format!("<li><bdi>{to}</bdi> · {}</li>", escape(&t.participant(one.owner.as_str())))
        };
        let _ = write!(out, "<ul>{}</ul>", shows.annexes.iter().map(line).collect::<String>());
    }
    if may {
        let _ = write!(
            out,
            "<p><a class=\"button quiet\" href=\"{}/annexes/new\">{}</a></p>",
            shows.address(),
            escape(&t.say("annex-new"))
        );
    }
    Safe::ours(out)
}

fn proof(t: Speech, shows: &Shows<'_>) -> Safe {
    facts(&[
        (t.say("plan-hash"), ltr(&shows.plan().hash())),
        (t.say("plan-identifier"), ltr(shows.record.header.id.as_str())),
        (t.say("plan-kept"), t.utc(shows.record.header.changed)),
    ])
}
