//! Analysis briefs: the list, one brief with its findings and replies, its form, and the document to print.
//!
//! Refuses to number or count a finding that its reader may not see: what stands here is all the reader knows of.

use super::finding::{body, written};
use super::grid::{Column, Grid, link, text};
use super::incident::Version;
use super::languages;
use super::parts::{self, Part, PartsPage, button, chips, joined};
use super::workspace;
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, query};
use crate::part::{Tone, facts};
use crate::words::Speech;
use askama::Template;
use model::brief::{Brief, BriefDraft, BriefStatus, Figure, Item};
use model::finding::Finding;
use model::id::RecordId;
use model::operation::Operation;
use model::problem::Problems;
use model::record::Record;
use model::reply::{Reply, Stance};
use std::fmt::Write as _;

/// A finding of a brief as its reader may see it.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// What the brief says of it.
    pub item: &'a Item,
    /// The revision that the brief names.
    pub finding: &'a Record<Finding>,
    /// Its current revision.
    pub current: u32,
    /// Why it was taken back since.
    pub retracted: &'a str,
    /// Evidence that the reader may see.
    pub evidence: &'a [RecordId],
    /// What was said about it.
    pub replies: &'a [Record<Reply>],
}

/// What one brief's page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The record.
    pub record: &'a Record<Brief>,
    /// The findings.
    pub parts: &'a [Told<'a>],
    /// What was said about the whole.
    pub replies: &'a [Record<Reply>],
    /// The hash of its text.
    pub hash: &'a str,
    /// Its revisions.
    pub versions: &'a [Version],
    /// Whether the reader may reply.
    pub may_reply: bool,
    /// Whether the reader may change, issue or retract it now.
    pub may_revise: bool,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with that.
    pub problems: &'a Problems,
}

/// The list.
pub fn list<'a>(frame: &'a Frame, operation: &Operation, briefs: &[Record<Brief>], may_add: bool) -> PartsPage<'a> {
    let t = frame.t;
    let top = format!("/operations/{}/briefs", query(&operation.code));
    let mut page = PartsPage::new(frame);
    page.lead =
        Safe::ours(format!("<p class=\"hint\">{}</p>", escape(&t.say_one("brief-count", "count", briefs.len()))));
    if may_add {
        page.actions = button(&format!("{top}/new"), &t.say("brief-add"), true);
    }
    let columns = ["field-title", "field-status", "brief-issued-at", "detection-sharing", "detection-owner"]
        .map(|key| Column::text(t, key))
        .to_vec();
    let mut grid = Grid::new(t.say("brief-title"), columns);
    for record in briefs {
        grid.rows.push(vec![
            link(&format!("/briefs/{}", record.header.id), &record.content.title),
            status(t, record.content.status),
            record.content.issued.map_or_else(|| text("–"), |issued| t.utc(issued)),
            chips(t, &record.header),
            text(t.participant(record.header.owner.as_str())),
        ]);
    }
    let body = if briefs.is_empty() { t.empty("brief-none", "brief-none-how") } else { grid.html() };
    page.parts.push(Part { body, ..Part::default() });
    page
}

fn status(t: Speech, status: BriefStatus) -> Safe {
    let tone = if status == BriefStatus::Issued { Tone::Good } else { Tone::Warn };
    t.chip(tone, t.code("brief-status", status.code()))
}

/// One brief.
pub fn show<'a>(frame: &'a Frame, shown: Show<'_>) -> PartsPage<'a> {
    let (t, record) = (frame.t, shown.record);
    let form = Form::new(t, shown.typed, shown.problems);
    let own = format!("/briefs/{}", record.header.id);
    let draft = record.content.status == BriefStatus::Draft;
    let mut page = PartsPage::new(frame);
    page.back = Some((format!("/operations/{}/briefs", query(&shown.operation.code)), t.say("brief-back")));
    page.lead =
        Safe::ours(format!("<p class=\"row\">{} {}</p>", status(t, record.content.status), chips(t, &record.header)));
    let print = button(&format!("{own}/document"), &t.say("brief-document"), false);
    let change = button(&format!("{own}/edit"), &t.say("brief-change"), true);
    page.actions = if shown.may_revise && draft { joined(&[print, change]) } else { print };
    page.notes = joined(&[form.summary(), parts::retracted(t, &record.header)]);
    page.parts = sections(t, &shown, Some(&form));
    let whole = said(t, shown.replies);
    let reply = if shown.may_reply { reply(t, &form, &own, None) } else { Safe::default() };
    if !draft {
        page.parts.push(Part::new(t, "brief-replies", joined(&[whole, reply])).named("replies"));
    }
    let mut history = vec![facts(&[(t.say("brief-hash"), t.ltr(shown.hash))]), parts::history(frame, shown.versions)];
    if shown.may_revise {
        history.push(parts::retract(&form, &format!("{own}/retract"), record.header.revision));
    }
    if shown.may_revise && draft {
        page.parts.push(Part::new(t, "brief-issue", issue(t, &form, &shown, &own)).named("issue"));
    }
    page.parts.push(Part::new(t, "incident-history", joined(&history)));
    page
}

fn issue(t: Speech, form: &Form<'_>, shown: &Show<'_>, own: &str) -> Safe {
    Safe::ours(format!(
        "<p class=\"hint\">{}</p><form method=\"post\" action=\"{own}/issue\" class=\"group\"><input type=\"hidden\" name=\"base\" value=\"{}\">{}\
         <p><button class=\"button\" type=\"submit\">{}</button></p></form>",
        escape(&t.say("brief-issue-hint")),
        shown.record.header.revision,
        parts::marking(form, shown.operation),
        escape(&t.say("brief-issue")),
    ))
}

/// Introduction and findings, with replies where there is a form to write one.
fn sections(t: Speech, shown: &Show<'_>, form: Option<&Form<'_>>) -> Vec<Part> {
    let mut all = Vec::new();
    if !shown.record.content.introduction.is_empty() {
        all.push(Part::new(t, "brief-introduction", written(&shown.record.content.introduction)));
    }
    for (place, told) in shown.parts.iter().enumerate() {
        let finding = &told.finding.content;
        let mut inside = vec![noticed(t, told), body(t, finding, told.evidence)];
        inside.extend(told.item.figures.iter().map(|figure| frozen(t, shown.operation, figure)));
        inside.push(made_of(t, told));
        inside.push(said(t, told.replies));
        if let Some(form) = form.filter(|_| shown.may_reply) {
            let own = format!("/briefs/{}", shown.record.header.id);
            inside.push(reply(t, form, &own, Some((place, &told.item.record))));
        }
        let title = format!("{}. {}", t.int(place + 1), finding.title);
        all.push(Part { title, body: joined(&inside), ..Part::default() });
    }
    if shown.parts.is_empty() {
        all.push(Part { body: t.empty("brief-no-findings", "brief-no-findings-how"), ..Part::default() });
    }
    all
}

/// That a finding was taken back, or has changed, since the brief was issued.
fn noticed(t: Speech, told: &Told<'_>) -> Safe {
    let to = format!("/findings/{}", told.item.record);
    let notice = |key: &str, rest: Safe| {
        Safe::ours(format!(
            "<p class=\"flash warn\">{} <bdi>{rest}</bdi> {}</p>",
            escape(&t.say(key)),
            link(&to, t.say("record-stale-see"))
        ))
    };
    if !told.retracted.is_empty() {
        return notice("brief-finding-retracted", Safe::text(told.retracted));
    }
    if told.current > told.item.revision { notice("brief-finding-changed", Safe::default()) } else { Safe::default() }
}

fn made_of(t: Speech, told: &Told<'_>) -> Safe {
    Safe::ours(format!(
        "<p class=\"row\"><small>{} · {}{}</small> {}</p>",
        link(&format!("/findings/{}", told.item.record), t.say("brief-of-finding")),
        escape(&t.say_one("incident-revision", "number", told.item.revision)),
        if told.item.hash.is_empty() { String::new() } else { format!(" · {}", t.ltr(&told.item.hash)) },
        chips(t, &told.finding.header)
    ))
}

/// A figure as it stood, and the way to ask it again.
fn frozen(t: Speech, operation: &Operation, figure: &Figure) -> Safe {
    let measure = figure.question.measure;
    let columns = vec![
        Column::named(t.code("axis", figure.question.rows.code()), false),
        Column::named(t.code("measure-of", measure.code()), true),
    ];
    let mut grid = Grid::new(figure.name.clone(), columns);
    let number = |base: &String| text(workspace::exact(t, measure, base.parse().unwrap_or_default()));
    let key = |key: &String| text(workspace::key_text(t, figure.question.rows, key));
    grid.rows = figure.rows.iter().map(|(name, base)| vec![key(name), number(base)]).collect();
    grid.foot = vec![text(t.say("figure-total")), number(&figure.total)];
    let again = link(&workspace::address(operation, &figure.question), t.say("brief-again"));
    Safe::ours(format!(
        "<h3 dir=\"auto\">{}</h3>{}<p class=\"hint\">{} {} · {} · {again}</p>",
        escape(&figure.name),
        grid.html(),
        escape(&t.say("workspace-as-of")),
        t.utc(figure.as_of),
        escape(&t.say("brief-figure-basis")),
    ))
}

fn said(t: Speech, replies: &[Record<Reply>]) -> Safe {
    if replies.is_empty() {
        return Safe::default();
    }
    let mut out = String::from("<ul class=\"history\">");
    for one in replies {
        let stance = one.content.stance;
        let tone = match stance {
            Stance::Agree => Tone::Good,
            Stance::Disagree => Tone::Warn,
            Stance::Add => Tone::Plain,
        };
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "<li><b>{}</b> {} · {} <p dir=\"auto\">{}</p></li>",
            escape(&t.participant(one.header.owner.as_str())),
            t.chip(tone, t.code("reply-stance", stance.code())),
            t.utc(one.header.created),
            escape(&one.content.text)
        );
    }
    out.push_str("</ul>");
    Safe::ours(out)
}

/// The form of a reply. The fields of a second one on the page are named apart, so that every label has its own field.
fn reply(t: Speech, form: &Form<'_>, own: &str, about: Option<(usize, &RecordId)>) -> Safe {
    let id = about.map_or_else(|| "whole".to_owned(), |(place, _)| place.to_string());
    let finding = about.map_or_else(String::new, |(_, id)| id.to_string());
    let mine = form.value("finding") == finding && form.has_problems("answer");
    let stances: Vec<String> = Stance::ALL
        .iter()
        .map(|stance| {
            let checked = if mine && form.value("stance") == stance.code() { " checked" } else { "" };
            format!(
                "<label class=\"tick\"><input type=\"radio\" name=\"stance\" value=\"{}\"{checked}> <span>{}</span></label>",
                stance.code(),
                escape(&t.code("reply-stance", stance.code()))
            )
        })
        .collect();
    let stances = stances.concat();
    let anchor = if mine { "answer".to_owned() } else { format!("answer-{id}") };
    let typed = if mine { form.value("answer") } else { "" };
    Safe::ours(format!(
        "<details{}><summary>{}</summary><form method=\"post\" action=\"{own}/replies\" class=\"group\">\
         <input type=\"hidden\" name=\"finding\" value=\"{finding}\"><fieldset class=\"field\"><legend>{}</legend>{stances}</fieldset>\
         <div class=\"field\"><label for=\"{anchor}\">{}</label><textarea id=\"{anchor}\" name=\"answer\" rows=\"3\" dir=\"auto\">\n{}</textarea></div>\
         <p><button class=\"button quiet\" type=\"submit\">{}</button></p></form></details>",
        if mine { " open" } else { "" },
        escape(&t.say("reply-add")),
        escape(&t.field("stance")),
        escape(&t.field("answer")),
        escape(typed),
        escape(&t.say("reply-send")),
    ))
}

/// What a form is made of.
#[derive(Debug, Clone, Copy)]
pub struct Edit<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Agreed findings to choose from, in their current revisions.
    pub findings: &'a [Record<Finding>],
    /// The record that is changed and the revision its writer saw.
    pub amends: Option<(&'a RecordId, u32)>,
    /// The revision that is current, where somebody was faster.
    pub newer: Option<u32>,
}

/// The form.
pub fn form<'a>(frame: &'a Frame, edit: Edit<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, edit.typed, edit.problems);
    let top = format!("/operations/{}/briefs", query(&edit.operation.code));
    let (action, back, base) = match edit.amends {
        Some((id, base)) => {
            let hidden = format!("<input type=\"hidden\" name=\"base\" value=\"{base}\">");
            (format!("/briefs/{id}/edit"), format!("/briefs/{id}"), hidden)
        }
        None => (format!("{top}/new"), top, String::new()),
    };
    let mut page = PartsPage::new(frame);
    page.lead = Safe::ours(format!("<p class=\"hint\">{}</p>", escape(&t.say("brief-form-about"))));
    page.notes = joined(&[form.summary(), parts::stale(t, edit.newer.map(|revision| (revision, back.clone())))]);
    page.below = Safe::ours(format!(
        "<form method=\"post\" action=\"{action}\" class=\"sheet\" novalidate>{base}<section>{}{}{}</section><section>{}</section>\
         <div class=\"stick\"><button class=\"button\" type=\"submit\">{}</button> {}</div></form>",
        form.text("title"),
        form.field("introduction").optional().area(5),
        form.select("lang", languages()),
        chosen(t, &form, &edit),
        escape(&t.say("brief-save")),
        button(&back, &t.say("detection-leave"), false),
    ));
    page
}

/// The findings to choose from, each with the number of its place.
fn chosen(t: Speech, form: &Form<'_>, edit: &Edit<'_>) -> Safe {
    if edit.findings.is_empty() {
        return joined(&[
            Safe::ours("<span id=\"findings\"></span>"),
            t.empty("brief-no-agreed", "brief-no-agreed-how"),
        ]);
    }
    let choices: Vec<Choice> = edit
        .findings
        .iter()
        .map(|one| Choice {
            hint: t.code("finding-confidence", one.content.confidence.code()),
            ..Choice::new(format!("{}:{}", one.header.id, one.header.revision), &one.content.title)
        })
        .collect();
    let mut out = form.checkboxes("findings", &choices).to_string();
    for (place, one) in edit.findings.iter().enumerate() {
        let id = format!("order-{place}");
        let number = edit
            .typed
            .0
            .iter()
            .filter(|(name, _)| name == "order")
            .find_map(|(_, value)| value.strip_prefix(&format!("{}:", one.header.id)).map(str::to_owned))
            .unwrap_or_else(|| (place + 1).to_string());
        let label = t.say_one("brief-place-of", "title", one.content.title.as_str());
        let _ = write!(
            out,
            "<div class=\"field\"><label for=\"{id}\">{}</label><select id=\"{id}\" name=\"order\">",
            escape(&label)
        );
        for at in 1..=edit.findings.len() {
            let selected = if number == at.to_string() { " selected" } else { "" };
            let _ = write!(out, "<option value=\"{}:{at}\"{selected}>{}</option>", one.header.id, escape(&t.int(at)));
        }
        out.push_str("</select></div>");
    }
    Safe::ours(out)
}

/// What was typed, by the paths of its fields; an order that was not typed is that of the findings.
pub fn typed(draft: &BriefDraft) -> Typed {
    let mut typed = super::incident_form::typed_of(draft);
    if draft.order.is_empty() {
        for (place, finding) in draft.findings.iter().enumerate() {
            let id = finding.split(':').next().unwrap_or_default();
            typed = typed.with("order", format!("{id}:{}", place + 1));
        }
    }
    typed
}

/// The document to print, in the reader's language around the texts as they were written.
#[derive(Debug, Template)]
#[template(path = "brief/document.html")]
pub struct DocumentPage {
    t: Speech,
    title: String,
    lead: Safe,
    parts: Vec<Part>,
}

impl DocumentPage {
    /// The document of a brief.
    pub fn new(t: Speech, shown: Show<'_>) -> Self {
        let record = shown.record;
        let issued = record.content.issued.map_or_else(Safe::default, |issued| t.utc(issued));
        let told = facts(&[
            (t.say("field-operation"), text(shown.operation.names.say(t.lang()))),
            (t.say("detection-owner"), text(t.participant(record.header.owner.as_str()))),
            (t.say("brief-issued-at"), issued),
            (t.say("brief-hash"), t.ltr(shown.hash)),
        ]);
        let lead = joined(&[chips(t, &record.header), told]);
        Self { t, title: record.content.title.clone(), lead, parts: sections(t, &shown, None) }
    }
}

/// Pages of briefs as they may look.
pub fn samples(t: Speech) -> Vec<super::Sample> {
    use super::{Sample, sample};
    let operation = sample::operation();
    let frame = Frame { title: t.say("brief-title"), ..Frame::samples(t).remove(1) };
    let Some(finding) = super::finding::sample() else { return Vec::new() };
    let item = Item {
        record: finding.header.id.clone(),
        revision: 1,
        hash: "a".repeat(64),
        figures: vec![Figure {
            name: sample::HOSTILE.to_owned(),
            question: workspace::plain_question(),
            as_of: sample::NOW,
            rows: vec![("alpha-pvp".to_owned(), "3".to_owned()), (String::new(), "1".to_owned())],
            total: "4".to_owned(),
        }],
    };
    let content = Brief {
        id: model::id::Id::new(model::id::NIL),
        title: sample::HOSTILE.to_owned(),
        introduction: sample::HOSTILE.to_owned(),
        items: vec![item.clone()],
        status: BriefStatus::Issued,
        issued: Some(sample::NOW),
        lang: model::lang::Lang::En,
    };
    let record = Record { header: sample::header(model::record::Kind::Brief, content.id.into()), content };
    let reply = Reply {
        id: model::id::Id::new(model::id::NIL),
        brief: record.content.id,
        finding: Some(item.record.clone()),
        stance: Stance::Disagree,
        text: sample::HOSTILE.to_owned(),
        lang: model::lang::Lang::Fa,
    };
    let replies = [Record { header: sample::header(model::record::Kind::Reply, reply.id.into()), content: reply }];
    let told = [Told { item: &item, finding: &finding, current: 2, retracted: "", evidence: &[], replies: &replies }];
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let shown = Show {
        operation: &operation,
        record: &record,
        parts: &told,
        replies: &replies,
        hash: &item.hash,
        versions: &[],
        may_reply: true,
        may_revise: true,
        typed: &nothing,
        problems: &none,
    };
    let draft = Record {
        content: Brief { status: BriefStatus::Draft, issued: None, ..record.content.clone() },
        ..record.clone()
    };
    let typed = Typed::nothing().with("finding", item.record.as_str()).with("stance", "add").with("answer", "");
    let problems = Problems(vec![model::problem::Problem::new("answer", "reply-needs-words")]);
    let superseded = Problems(vec![
        model::problem::Problem::new("findings", "brief-finding-superseded").with("title", sample::HOSTILE),
    ]);
    let (briefs, findings) = ([record.clone()], [finding.clone()]);
    let edit = Edit {
        operation: &operation,
        typed: &nothing,
        problems: &superseded,
        findings: &findings,
        amends: Some((&record.header.id, 1)),
        newer: Some(2),
    };
    vec![
        Sample::of("briefs", &list(&frame, &operation, &briefs, true)),
        Sample::of("briefs-empty", &list(&frame, &operation, &[], false)),
        Sample::of("brief", &show(&frame, shown)),
        Sample::of("brief-reply-problems", &show(&frame, Show { typed: &typed, problems: &problems, ..shown })),
        Sample::of(
            "brief-draft",
            &show(&frame, Show { record: &draft, parts: &[], replies: &[], may_reply: false, ..shown }),
        ),
        Sample::of("brief-form", &form(&frame, edit)),
        Sample::of("brief-form-empty", &form(&frame, Edit { findings: &[], amends: None, newer: None, ..edit })),
        Sample::of("brief-document", &DocumentPage::new(t, shown)),
    ]
}
