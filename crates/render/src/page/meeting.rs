//! Meetings: the list of an operation, one with its hours in every clock that matters and its texts in every language it
//! has, the original marked; its minutes as a document.
//!
//! Refuses names of persons: who came is a table of numbers with their sums.

use super::figures::{self, Known};
use super::grid::{Column, Grid, link, text};
use super::plan::text::own_name;
use super::shared::{self, RelatedLine};
use super::{Sample, meeting_samples};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, ltr, query, with_query};
use crate::part::{self, Facet, FacetValue, Tone, facts};
use crate::words::Speech;
use askama::Template;
use model::attachment::Attachment;
use model::id::RecordId;
use model::lang::Lang;
use model::meeting::{Decision, Meeting, MeetingStatus, Profession};
use model::names::Names;
use model::operation::Operation;
use model::participant::{Participant, ParticipantCode};
use model::recommendation::Recommendation;
use model::record::{Record, State};
use model::time::offset_on;
use model::total::By;

/// The list of an operation's meetings.
#[derive(Debug, Template)]
#[template(path = "meeting/list.html")]
pub struct MeetingsPage<'a> {
    frame: &'a Frame,
    said: String,
    new: Option<String>,
    facets: Safe,
    chosen: Safe,
    table: Safe,
    pager: Safe,
}

impl<'a> MeetingsPage<'a> {
    /// The page; `next` is the last meeting shown where there are more, `status` what the address asks for.
    pub fn new(
        frame: &'a Frame,
        operation: &Operation,
        all: &[Record<Meeting>],
        count: u64,
        status: &str,
        next: Option<&RecordId>,
        may_write: bool,
    ) -> Self {
        let t = frame.t;
        let value = |one: &MeetingStatus| FacetValue {
            value: one.code().to_owned(),
            label: t.code("meeting-status", one.code()),
            count: None,
        };
        let facets = [Facet {
            name: "status".to_owned(),
            label: t.say("field-meeting-status"),
            values: MeetingStatus::ALL.iter().map(value).collect(),
            chosen: status.to_owned(),
        }];
        let next = next.map(|id| with_query(&frame.address, "after", id.as_str()));
        Self {
            frame,
            said: t.say_one("meeting-count", "count", count),
            new: may_write.then(|| format!("{}/new", path(operation))),
            facets: part::facets(t, &frame.address, &facets),
            chosen: part::chosen(t, &frame.address, &facets),
            table: if all.is_empty() { t.empty("meeting-none", "meeting-none-how") } else { table(t, all) },
            pager: part::pager(t, None, next.as_deref()),
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

/// The address of an operation's meetings.
pub fn path(operation: &Operation) -> String {
    format!("/operations/{}/meetings", query(&operation.code))
}

/// The address of one.
pub fn address(id: &RecordId) -> String {
    format!("/meetings/{}", query(id.as_str()))
}

fn table(t: Speech, all: &[Record<Meeting>]) -> Safe {
    let columns =
        ["noun-meeting", "field-meeting-day", "field-meeting-mode", "field-meeting-status", "meeting-decisions"];
    let mut grid = Grid::new(t.say("meeting-list"), columns.map(|key| Column::text(t, key)).to_vec());
    for record in all {
        let meeting = &record.content;
        grid.rows.push(vec![
            link(&address(&record.header.id), meeting.title.say(t.lang())),
            Safe::ours(format!("{} {}", t.date(meeting.day), hours(t, meeting))),
            text(t.code("meeting-mode", meeting.mode.code())),
            status(t, meeting.status),
            text(t.int(meeting.decisions.len())),
        ]);
    }
    grid.html()
}

/// A status in its word.
fn status(t: Speech, status: MeetingStatus) -> Safe {
    let tone = match status {
        MeetingStatus::Planned => Tone::Accent,
        MeetingStatus::Held => Tone::Good,
        MeetingStatus::Cancelled => Tone::Warn,
    };
    t.chip(tone, t.code("meeting-status", status.code()))
}

/// The hours in the meeting's own zone.
fn hours(t: Speech, meeting: &Meeting) -> Safe {
    let offset = offset_on(&meeting.zone, meeting.day);
    clocks(t, meeting, offset, &ltr(&meeting.zone))
}

fn clocks(t: Speech, meeting: &Meeting, offset: i16, place: &Safe) -> Safe {
    let hours = format!("{}–{}", t.clock(meeting.starts, offset), t.clock(meeting.ends, offset));
    Safe::ours(format!("{} <small>{place}</small>", ltr(&hours)))
}

/// A meeting to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The meeting.
    pub record: &'a Record<Meeting>,
    /// Its operation.
    pub operation: &'a Operation,
    /// The participants of the node, for their names.
    pub participants: &'a [Participant],
    /// What came from it.
    pub recommendations: &'a [Record<Recommendation>],
    /// Its papers among the records, as far as the reader may see them.
    pub papers: &'a [RelatedLine],
    /// Its files.
    pub files: &'a [Attachment],
    /// The reader's own place and its zone, where there is one.
    pub own: Option<(&'a str, &'a str)>,
}

impl Shown<'_> {
    fn name(&self, t: Speech, code: &ParticipantCode) -> String {
        let known = Known { participants: self.participants, agencies: &[] };
        figures::say(t, By::Participant, code.as_str(), &known)
    }
}

/// The page of one meeting.
#[derive(Debug, Template)]
#[template(path = "meeting/show.html")]
pub struct MeetingPage<'a> {
    frame: &'a Frame,
    id: String,
    address: String,
    chips: Safe,
    facts: Safe,
    agenda: Safe,
    attendance: Safe,
    decisions: Safe,
    recommendations: Safe,
    files: Safe,
    notice: Safe,
    ways: Ways,
}

/// What a reader may do with a meeting.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ways {
    /// Change and record it, add files to it, take it back.
    pub change: bool,
    /// Say that it will not be held.
    pub cancel: bool,
    /// Make its decisions recommendations.
    pub recommend: bool,
}

impl<'a> MeetingPage<'a> {
    /// The page.
    pub fn new(frame: &'a Frame, shown: Shown<'_>, ways: Ways) -> Self {
        let (t, meeting, header) = (frame.t, &shown.record.content, &shown.record.header);
        let chips = format!("{} {}", status(t, meeting.status), shared::chips(t, header));
        Self {
            frame,
            id: query(header.id.as_str()),
            address: address(&header.id),
            chips: Safe::ours(chips),
            facts: told(t, &shown, true),
            agenda: agenda(t, meeting),
            attendance: attendance(t, &shown),
            decisions: decisions(t, &shown, ways.recommend),
            recommendations: recommendations(t, &shown, true),
            files: shared::files(frame, shown.files),
            notice: notice(t, &shown),
            ways,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

/// That it will not be held, or should not stand here, and why.
fn notice(t: Speech, shown: &Shown<'_>) -> Safe {
    let (meeting, header) = (&shown.record.content, &shown.record.header);
    let (key, reason) = if header.state == State::Retracted {
        ("meeting-retracted-because", &header.reason)
    } else if meeting.status == MeetingStatus::Cancelled {
        ("meeting-cancelled-because", &meeting.reason)
    } else {
        return Safe::default();
    };
    Safe::ours(format!("<p class=\"flash warn\" role=\"status\">{} {}</p>", escape(&t.say(key)), isolate(reason)))
}

/// When, where, how; with links only where they lead somewhere.
fn told(t: Speech, shown: &Shown<'_>, linked: bool) -> Safe {
    let meeting = &shown.record.content;
    let own = shown.own.map_or_else(Safe::default, |(place, zone)| {
        let offset = offset_on(zone, meeting.day);
        let day = meeting.starts.day_at(offset);
        let clocks = clocks(t, meeting, offset, &isolate(place));
        if day == meeting.day { clocks } else { Safe::ours(format!("{} {clocks}", t.date(day))) }
    });
    let invited: Vec<String> = meeting.invited.iter().map(|code| isolate(&shown.name(t, code)).to_string()).collect();
    let invited = if invited.is_empty() {
        text(t.say("meeting-invited-all"))
    } else {
        Safe::ours(invited.join(&escape(&t.say("figure-and"))))
    };
    let paper = |one: &RelatedLine| {
        let title = if one.title.is_empty() { ltr(one.id.as_str()) } else { isolate(&one.title) };
        let to = super::record::address(one.kind, &one.id, one.about.as_ref());
        let title = if linked { format!("<a href=\"{}\">{title}</a>", escape(&to)) } else { title.to_string() };
        format!("<div>{}: {title}</div>", escape(&super::record::noun(t, one.kind)))
    };
    let papers = shown.papers.iter().map(paper).collect::<String>();
    let place = if meeting.place.is_empty() { Safe::default() } else { isolate(&meeting.place) };
    facts(&[
        (t.field("meeting_day"), t.date(meeting.day)),
        (t.say("meeting-hours"), hours(t, meeting)),
        (t.say("meeting-hours-utc"), clocks(t, meeting, 0, &ltr("UTC"))),
        (t.say("meeting-hours-own"), own),
        (t.field("meeting_mode"), text(t.code("meeting-mode", meeting.mode.code()))),
        (t.field("meeting_place"), place),
        (t.field("invited"), invited),
        (t.field("papers"), Safe::ours(papers)),
    ])
}

/// The points in every language they are said in, side by side: the reader's first, the original marked.
fn agenda(t: Speech, meeting: &Meeting) -> Safe {
    if meeting.agenda.is_empty() {
        return text(t.say("meeting-no-agenda"));
    }
    let original = meeting.written_in();
    let mut languages = meeting.agenda_languages();
    languages.sort_by_key(|lang| *lang != t.lang());
    let column = |lang: Lang| {
        let line = |item: &model::meeting::AgendaItem| {
            let at = item.at.map_or_else(String::new, |at| {
                let clock = t.digits(&format!("{:02}:{:02}", at / 60, at % 60));
                format!("<b class=\"num\">{}</b> ", ltr(&clock))
            });
            let said = item.exact(lang, original).unwrap_or("–");
            format!("<li>{at}<bdi lang=\"{}\">{}</bdi></li>", lang.tag(), escape(said))
        };
        let lines: String = meeting.agenda.iter().map(line).collect();
        tongue(t, lang, original, &format!("<ol>{lines}</ol>"))
    };
    Safe::ours(format!("<div class=\"tongues\">{}</div>", languages.into_iter().map(column).collect::<String>()))
}

/// What is said in one language, under its name and whether it is the original.
fn tongue(t: Speech, lang: Lang, original: Lang, inside: &str) -> String {
    let mark = if lang == original { "plan-original" } else { "plan-translation" };
    format!(
        "<div dir=\"{}\"><p class=\"hint\"><bdi>{}</bdi> · <bdi>{}</bdi></p>{inside}</div>",
        lang.dir(),
        escape(&own_name(lang)),
        escape(&t.say(mark))
    )
}

/// How many came, by organisation and profession, with sums both ways.
fn attendance(t: Speech, shown: &Shown<'_>) -> Safe {
    let meeting = &shown.record.content;
    if meeting.attendance.is_empty() {
        return text(t.say("meeting-no-attendance"));
    }
    let mut columns = vec![Column::text(t, "overview-participant")];
    columns.extend(Profession::ALL.iter().map(|one| Column::named(t.code("profession", one.code()), true)));
    columns.push(Column::number(t, "meeting-sum"));
    let mut grid = Grid::new(t.say("meeting-attendance"), columns);
    let row = |label: Safe, count: &dyn Fn(Profession) -> u32| {
        let counts: Vec<u32> = Profession::ALL.iter().map(|one| count(*one)).collect();
        let mut cells = vec![label];
        cells.extend(counts.iter().map(|count| text(t.int(*count))));
        cells.push(text(t.int(counts.iter().sum::<u32>())));
        cells
    };
    for code in meeting.organisations() {
        grid.rows.push(row(isolate(&shown.name(t, &code)), &|profession| meeting.came(&code, profession)));
    }
    let all = |profession| {
        meeting.attendance.iter().filter(|one| one.profession == profession).map(|one| one.count).sum::<u32>()
    };
    grid.foot = row(text(t.say("meeting-sum")), &all);
    grid.html()
}

fn decisions(t: Speech, shown: &Shown<'_>, may_recommend: bool) -> Safe {
    let meeting = &shown.record.content;
    if meeting.decisions.is_empty() {
        return text(t.say("meeting-no-decisions"));
    }
    let line = |one: &Decision| {
        let to = format!(
            "/operations/{}/recommendations/new?meeting={}&decision={}",
            query(&shown.operation.code),
            query(shown.record.header.id.as_str()),
            one.number
        );
        let way = if may_recommend {
            format!(" <a href=\"{}\">{}</a>", escape(&to), escape(&t.say("meeting-recommend")))
        } else {
            String::new()
        };
        format!("<li>{}{way}</li>", in_tongues(t, &one.text, meeting.written_in()))
    };
    Safe::ours(format!("<ol>{}</ol>", meeting.decisions.iter().map(line).collect::<String>()))
}

/// A text in every language it has, side by side: the reader's first, the original marked.
fn in_tongues(t: Speech, text: &Names, original: Lang) -> Safe {
    let first = text.iter().map(|(lang, _)| lang).next().unwrap_or_default();
    let original = if text.exact(original).is_some() { original } else { first };
    let mut all: Vec<(Lang, &str)> = text.iter().collect();
    all.sort_by_key(|(lang, _)| *lang != t.lang());
    let column = |(lang, said): (Lang, &str)| {
        tongue(t, lang, original, &format!("<p class=\"prose\" lang=\"{}\">{}</p>", lang.tag(), escape(said)))
    };
    Safe::ours(format!("<div class=\"tongues\">{}</div>", all.into_iter().map(column).collect::<String>()))
}

/// A text in the reader's language, else in the one it has, which is marked for those who read it aloud.
fn said(t: Speech, text: &Names) -> Safe {
    let lang = if text.exact(t.lang()).is_some() { Some(t.lang()) } else { None };
    let lang = lang.or_else(|| text.iter().find(|(_, said)| *said == text.say(t.lang())).map(|(lang, _)| lang));
    let lang = lang.unwrap_or_default();
    Safe::ours(format!("<bdi lang=\"{}\">{}</bdi>", lang.tag(), escape(text.say(t.lang()))))
}

fn recommendations(t: Speech, shown: &Shown<'_>, linked: bool) -> Safe {
    if shown.recommendations.is_empty() {
        return text(t.say("meeting-no-recommendations"));
    }
    let line = |one: &Record<Recommendation>| {
        let inside = said(t, &one.content.text);
        let inside = if linked {
            format!("<a href=\"{}\">{inside}</a>", super::recommendation::address(&one.header.id))
        } else {
            inside.to_string()
        };
        let due = one
            .content
            .due
            .map_or_else(String::new, |day| format!(" <small>{} {}</small>", escape(&t.field("due_by")), t.date(day)));
        format!("<li>{inside}{due}</li>")
    };
    Safe::ours(format!("<ol>{}</ol>", shown.recommendations.iter().map(line).collect::<String>()))
}

#[derive(Template)]
#[template(path = "meeting/minutes.html")]
struct Minutes<'a> {
    t: Speech,
    css: String,
    title: &'a str,
    code: &'a str,
    demonstration: bool,
    facts: Safe,
    agenda: Safe,
    attendance: Safe,
    decisions: Safe,
    recommendations: Safe,
    files: Safe,
    notice: Safe,
    marking: Safe,
    as_of: Safe,
}

/// The minutes of a meeting as one HTML file with its own styles, to keep and to print.
pub fn minutes(t: Speech, shown: Shown<'_>) -> String {
    let (meeting, header) = (&shown.record.content, &shown.record.header);
    let css = crate::assets::get("reflex.css").map(|asset| String::from_utf8_lossy(&asset.bytes).into_owned());
    let document = Minutes {
        t,
        css: css.unwrap_or_default().replace("</", "<\\/"),
        title: meeting.title.say(t.lang()),
        code: &shown.operation.code,
        demonstration: shown.operation.demonstration,
        facts: told(t, &shown, false),
        agenda: agenda(t, meeting),
        attendance: attendance(t, &shown),
        decisions: decisions(t, &shown, false),
        recommendations: recommendations(t, &shown, false),
        files: file_names(&shown),
        notice: notice(t, &shown),
        marking: t.tlp(header.marking.audience.code()),
        as_of: t.utc(header.changed),
    };
    super::write(&document)
}

/// The files by name: a document that left the house leads nowhere.
fn file_names(shown: &Shown<'_>) -> Safe {
    let line =
        |file: &Attachment| format!("<li>{} <small>SHA-256 {}</small></li>", isolate(&file.name), ltr(&file.sha256));
    let lines: String = shown.files.iter().map(line).collect();
    if lines.is_empty() { Safe::default() } else { Safe::ours(format!("<ul>{lines}</ul>")) }
}

/// Pages of meetings as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    meeting_samples::samples(t)
}
