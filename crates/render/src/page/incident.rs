//! The record of an incident: head line, marking, facts, lines, files, questions, history; an earlier revision beside
//! the current one; and the pages on which it is confirmed or taken back.
//!
//! Refuses to offer what its reader may not do, and to show who wrote it as a person.

use super::incident_difference::{Difference, differences, draft_of};
use super::incident_facts::{details, head_line, of_header, of_incident, substance};
use super::incident_law::law_of_day;
use super::incident_words::substance_names;
use super::listing::{path_of, state_chip};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, ltr};
use crate::part::{Tone, facts};
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::attachment::Attachment;
use model::control_status::LawBook;
use model::id::RecordId;
use model::incident::{Incident, Line};
use model::member::Role;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::record::{Door, Record, State};
use model::time::Moment;

/// One revision in the history.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its number, from 1.
    pub revision: u32,
    /// Where the record stood.
    pub state: State,
    /// The role of its author.
    pub author_role: Role,
    /// Why it was retracted; empty otherwise.
    pub reason: String,
    /// When it was kept.
    pub changed: Moment,
    /// Through which door it came.
    pub door: Door,
}

/// A question about the record, as its reader may know it.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its place among the questions, from 0.
    pub place: u32,
    /// What is asked.
    pub problem: Problem,
    /// Whether a person has answered.
    pub answered: bool,
}

impl Asked {
    /// The record that may be the same seizure.
    fn other(&self) -> Option<RecordId> {
        self.problem.other_record()
    }

    /// Where problems of its answer are shown.
    fn id(&self) -> String {
        format!("questions.{}", self.place)
    }
}

/// The record's page.
#[derive(Debug, Template)]
#[template(path = "incident/show.html")]
pub struct IncidentPage<'a> {
    /// Around it.
    pub frame: &'a Frame,
    /// The record.
    pub record: &'a Record<Incident>,
    /// Its operation.
    pub operation: &'a Operation,
    /// What the reader may do with it now: rights and the operation's stage together.
    pub may: &'a [Action],
    /// Whether figures count it.
    pub counts: bool,
    /// The law its reader knows, of the substances of its lines.
    pub book: &'a LawBook,
    /// Questions about it.
    pub questions: &'a [Asked],
    /// Its files.
    pub attachments: &'a [Attachment],
    /// Its revisions, newest first.
    pub versions: &'a [Version],
    /// The agency that wrote it, where the reader may know it.
    pub agency: Option<&'a Agency>,
    /// Recipients this reader may know of.
    pub recipients: &'a [ParticipantCode],
    /// What is wrong with a file that was to be added, or with an answer.
    pub problems: &'a Problems,
}

impl IncidentPage<'_> {
    fn t(&self) -> Speech {
        self.frame.t
    }

    fn id(&self) -> &RecordId {
        &self.record.header.id
    }

    fn incident(&self) -> &Incident {
        &self.record.content
    }

    fn list(&self) -> String {
        path_of(self.operation)
    }

    fn may(&self, action: &str) -> bool {
        self.may.iter().any(|allowed| allowed.code() == action)
    }

    fn head_line(&self) -> Safe {
        head_line(self.t(), self.incident())
    }

    fn chips(&self) -> Safe {
        chips(self.t(), self.record, self.questions.iter().any(|asked| !asked.answered), self.counts)
    }

    fn facts(&self) -> Safe {
        facts(&of_incident(self.t(), self.incident()))
    }

    fn law(&self) -> Safe {
        law_of_day(self.t(), self.operation, self.incident(), self.book)
    }

    fn about(&self) -> Safe {
        let t = self.t();
        let agency = self.agency.map_or("", |agency| agency.names.say(t.lang()));
        let recipients: Vec<String> = self.recipients.iter().map(|code| t.participant(code.as_str())).collect();
        facts(&of_header(t, &self.record.header, agency, &recipients, self.frame.offset))
    }

    fn form(&self) -> Form<'_> {
        const NOTHING: &Typed = &Typed::nothing();
        Form::new(self.t(), NOTHING, self.problems)
    }

    fn substance(&self, line: &Line) -> Safe {
        substance(self.t(), self.record, line)
    }

    fn details(&self, line: &Line) -> Safe {
        details(self.t(), line)
    }

    /// The number as written, where it says more than the quantity does.
    fn as_written(&self, line: &Line) -> Safe {
        let written = line.quantity.as_ref().map_or(line.quantity_written.as_str(), |quantity| quantity.text.as_str());
        let repeats = line.quantity.as_ref().is_some_and(|quantity| quantity.number() == written);
        if written.is_empty() || repeats { Safe::default() } else { ltr(written) }
    }

    /// Persons as a sentence per kind: `2 detained, Kazakhstan, male, 25 to 39`.
    fn persons(&self) -> Vec<String> {
        let t = self.t();
        let said = |person: &model::incident::PersonCount| {
            let mut parts = vec![format!("{} {}", t.int(person.count), t.code("person-status", person.status.code()))];
            parts.extend(person.nationality.as_ref().map(|code| t.country(code)));
            if person.sex != model::incident::SexBand::Unknown {
                parts.push(t.code("sex-band", person.sex.code()));
            }
            if person.age != model::incident::AgeBand::Unknown {
                parts.push(t.code("age-band", person.age.code()));
            }
            parts.join(if t.is_rtl() { "، " } else { ", " })
        };
        self.incident().persons.iter().map(said).collect()
    }

    fn question(&self, asked: &Asked) -> String {
        match (asked.other(), asked.problem.code.as_ref()) {
            (Some(_), _) => self.t().say("incident-question-same"),
            // The sentence of a candidate would name a record that this reader may not know.
            (None, "duplicate-candidate") => self.t().say("incident-question-twice"),
            _ => self.t().problem(&asked.problem),
        }
    }

    /// Whether the reader may answer: who counts instead of whom is for those who tell duplicates apart.
    fn may_answer(&self, asked: &Asked) -> bool {
        self.may("amend") && (!asked.problem.is_about_duplicate() || self.may("deduplicate"))
    }

    fn size(&self, attachment: &Attachment) -> String {
        let kilobytes = attachment.size.div_ceil(1024);
        self.t().say_one("incident-file-size", "value", self.t().int(kilobytes))
    }

    fn is_picture(&self, attachment: &Attachment) -> bool {
        attachment.media_type.starts_with("image/")
    }
}

/// Marking, state and what is to be noticed, each as a chip with its word.
fn chips(t: Speech, record: &Record<Incident>, held: bool, counts: bool) -> Safe {
    let (header, incident) = (&record.header, &record.content);
    let marking = &header.marking;
    let titled = |text: &str, title: &str| {
        format!(
            "<span class=\"chip\" title=\"{}\"><bdi dir=\"ltr\">{}</bdi><span class=\"vh\"> {}</span></span>",
            escape(title),
            escape(text),
            escape(title)
        )
    };
    let mut out = vec![t.tlp(marking.audience.code()).to_string()];
    out.push(titled(&marking.handling.code().to_uppercase(), &t.code("handling", marking.handling.code())));
    if let (Some(source), Some(information)) = (marking.source_grade, marking.information_grade) {
        let title =
            format!("{} · {}", t.code("source-grade", source.code()), t.code("information-grade", information.code()));
        out.push(titled(&format!("{}{}", source.code().to_uppercase(), information.code()), &title));
    }
    out.push(state_chip(t, header.state).to_string());
    let marks = [
        (incident.is_provisional(), Tone::Warn, "incident-provisional"),
        (incident.late, Tone::Warn, "incident-late"),
        (held, Tone::Warn, "incident-held"),
        (!incident.in_scope(), Tone::Plain, "incident-off-scope"),
        (!counts && header.state != State::Retracted, Tone::Plain, "incident-does-not-count"),
    ];
    out.extend(marks.iter().filter(|(is, ..)| *is).map(|(_, tone, key)| t.chip(*tone, t.say(key)).to_string()));
    Safe::ours(out.join(" "))
}

/// An earlier revision beside the current one.
#[derive(Debug, Template)]
#[template(path = "incident/revision.html")]
pub struct RevisionPage<'a> {
    /// Around it.
    pub frame: &'a Frame,
    /// The revision that is looked at.
    pub record: &'a Record<Incident>,
    /// The current one.
    pub current: &'a Record<Incident>,
    /// The agency that wrote it, where the reader may know it.
    pub agency: Option<&'a Agency>,
}

impl RevisionPage<'_> {
    fn t(&self) -> Speech {
        self.frame.t
    }

    fn is_current(&self) -> bool {
        self.record.header.revision == self.current.header.revision
    }

    fn head_line(&self) -> Safe {
        head_line(self.t(), &self.record.content)
    }

    fn chips(&self) -> Safe {
        chips(self.t(), self.record, false, self.record.content.duplicate_of.is_none())
    }

    fn facts(&self) -> Safe {
        facts(&of_incident(self.t(), &self.record.content))
    }

    fn about(&self) -> Safe {
        let agency = self.agency.map_or("", |agency| agency.names.say(self.t().lang()));
        facts(&of_header(self.t(), &self.record.header, agency, &[], self.frame.offset))
    }

    /// What was found, line by line, as a fact list.
    fn lines(&self) -> Safe {
        let of = |line: &Line| {
            let t = self.t();
            let amount = format!(
                "<b class=\"num\">{}</b> {}",
                escape(&t.line_amount(line)),
                t.chip(Tone::Plain, t.code("substance-status", line.status.code()))
            );
            let rest = details(t, line);
            let rest = if rest.is_empty() { String::new() } else { format!("<br>{rest}") };
            format!("<li>{} {amount}{rest}</li>", substance(t, self.record, line))
        };
        let all: String = self.record.content.lines.iter().map(of).collect();
        if all.is_empty() { Safe::default() } else { Safe::ours(format!("<ul>{all}</ul>")) }
    }

    /// What has changed since. Recipients are left out: who else got a record is for its owner to say.
    fn differences(&self) -> Vec<Difference> {
        let [mut before, mut after] = [self.record, self.current].map(draft_of);
        before.marking.recipients.clear();
        after.marking.recipients.clear();
        let t = self.t();
        let mut all = differences(t, &before, &after);
        let (old, new) = (self.record.header.state, self.current.header.state);
        if old != new {
            let say = |state: State| Safe::text(&t.code("state", state.code()));
            all.insert(0, Difference { label: t.say("listing-status"), before: say(old), after: say(new) });
        }
        all
    }
}

/// What is decided on a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The laboratory or contact point stands behind it.
    Confirm,
    /// It is taken back.
    Retract,
}

impl Decision {
    /// The last part of its address and of its messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Retract => "retract",
        }
    }
}

/// The page that asks before a record is confirmed, line by line, or retracted.
#[derive(Debug, Template)]
#[template(path = "incident/decide.html")]
pub struct DecisionPage<'a> {
    /// Around it.
    pub frame: &'a Frame,
    /// The record.
    pub record: &'a Record<Incident>,
    /// What is decided.
    pub decision: Decision,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Whether somebody changed the record since the page was opened.
    pub stale: bool,
}

impl DecisionPage<'_> {
    /// What the form of a confirmation says before anybody has typed: every line is identified.
    pub fn identified(incident: &Incident) -> Typed {
        let lines = 0..incident.lines.len();
        lines.fold(Typed::nothing(), |typed, line| typed.with(format!("lines.{line}.identified"), "true"))
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn form(&self) -> Form<'_> {
        Form::new(self.t(), self.typed, self.problems)
    }

    fn head_line(&self) -> Safe {
        head_line(self.t(), &self.record.content)
    }

    /// What a line says now: its substance and how much of it.
    fn line(&self, line: &Line) -> Safe {
        let amount = escape(&self.t().line_amount(line));
        Safe::ours(format!("{} <b class=\"num\">{amount}</b>", substance(self.t(), self.record, line)))
    }

    fn substances(&self) -> Vec<&'static str> {
        substance_names(self.t())
    }

    fn of_decision(&self, part: &str) -> String {
        self.t().say(&format!("incident-{}-{part}", self.decision.code()))
    }
}
