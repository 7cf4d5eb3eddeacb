//! Findings: the list with saved views, one finding, and its form.
//!
//! Refuses to show an assessment without its confidence and what that word means; and evidence its reader may not see.

use super::grid::{Column, Grid, link, text};
use super::incident::Version;
use super::parts::{self, Part, PartsPage, button, chips, joined};
use super::{languages, view};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, query};
use crate::part::{self, Tone, facts};
use crate::words::Speech;
use model::finding::{Confidence, Finding, FindingDraft, FindingStatus};
use model::id::RecordId;
use model::operation::Operation;
use model::problem::Problems;
use model::record::Record;
use model::view::View;

/// The list of findings, with the saved views under it.
pub fn list<'a>(
    frame: &'a Frame,
    operation: &Operation,
    (findings, count, next): (&[Record<Finding>], u64, Option<&str>),
    views: &[Record<View>],
    may_add: bool,
) -> PartsPage<'a> {
    let t = frame.t;
    let top = format!("/operations/{}/findings", query(&operation.code));
    let mut page = PartsPage::new(frame);
    page.lead = Safe::ours(format!("<p class=\"hint\">{}</p>", escape(&t.say_one("finding-count", "count", count))));
    if may_add {
        page.actions = button(&format!("{top}/new"), &t.say("finding-add"), true);
    }
    let next = next.map(|after| format!("{top}?after={after}"));
    let body = joined(&[table(t, findings), part::pager(t, None, next.as_deref())]);
    page.parts.push(Part { body, ..Part::default() });
    page.parts.push(Part::new(t, "view-title", view::table(t, views)).named("views"));
    page
}

fn table(t: Speech, findings: &[Record<Finding>]) -> Safe {
    if findings.is_empty() {
        return t.empty("finding-none", "finding-none-how");
    }
    let columns = ["field-title", "field-confidence", "field-status", "detection-sharing", "detection-owner"]
        .map(|key| Column::text(t, key))
        .to_vec();
    let mut grid = Grid::new(t.say("finding-title"), columns);
    for record in findings {
        let one = &record.content;
        grid.rows.push(vec![
            link(&format!("/findings/{}", record.header.id), &one.title),
            text(t.code("finding-confidence", one.confidence.code())),
            status(t, one.status),
            chips(t, &record.header),
            text(t.participant(record.header.owner.as_str())),
        ]);
    }
    grid.html()
}

fn status(t: Speech, status: FindingStatus) -> Safe {
    let tone = if status == FindingStatus::Agreed { Tone::Good } else { Tone::Warn };
    t.chip(tone, t.code("finding-status", status.code()))
}

/// Paragraphs as written.
pub fn written(text: &str) -> Safe {
    let said: Vec<String> = text
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| format!("<p dir=\"auto\">{}</p>", escape(line)))
        .collect();
    let said = said.concat();
    Safe::ours(said)
}

/// Facts, assessment, confidence with its meaning, alternatives, evidence.
pub fn body(t: Speech, finding: &Finding, evidence: &[RecordId]) -> Safe {
    let confidence = format!(
        "<b>{}</b>. {}",
        escape(&t.code("finding-confidence", finding.confidence.code())),
        escape(&t.code("finding-confidence-means", finding.confidence.code()))
    );
    let links: Vec<String> =
        evidence.iter().map(|id| format!("<li><a href=\"/records/{id}\">{}</a></li>", t.ltr(id.as_str()))).collect();
    let links = if links.is_empty() { Safe::default() } else { Safe::ours(format!("<ul>{}</ul>", links.concat())) };
    facts(&[
        (t.field("facts"), written(&finding.facts)),
        (t.field("assessment"), written(&finding.assessment)),
        (t.field("confidence"), Safe::ours(confidence)),
        (t.field("alternatives"), written(&finding.alternatives)),
        (t.field("evidence"), links),
    ])
}

/// What one finding's page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The record.
    pub record: &'a Record<Finding>,
    /// Evidence that the reader may see.
    pub evidence: &'a [RecordId],
    /// Saved views that the reader may see.
    pub views: &'a [Record<View>],
    /// Its revisions.
    pub versions: &'a [Version],
    /// Whether the reader may revise or retract it now.
    pub may_revise: bool,
    /// What was typed when it was to be retracted.
    pub typed: &'a Typed,
    /// What is wrong with that.
    pub problems: &'a Problems,
}

/// One finding.
pub fn show<'a>(frame: &'a Frame, shown: Show<'_>) -> PartsPage<'a> {
    let (t, record) = (frame.t, shown.record);
    let form = Form::new(t, shown.typed, shown.problems);
    let own = format!("/findings/{}", record.header.id);
    let mut page = PartsPage::new(frame);
    page.back = Some((format!("/operations/{}/findings", query(&shown.operation.code)), t.say("finding-back")));
    page.lead =
        Safe::ours(format!("<p class=\"row\">{} {}</p>", status(t, record.content.status), chips(t, &record.header)));
    if shown.may_revise {
        page.actions = button(&format!("{own}/edit"), &t.say("incident-amend-action"), true);
    }
    page.notes = joined(&[form.summary(), parts::retracted(t, &record.header)]);
    page.parts.push(Part::new(t, "finding-says", body(t, &record.content, shown.evidence)));
    if !shown.views.is_empty() {
        page.parts.push(Part::new(t, "view-title", view::table(t, shown.views)));
    }
    let mut history = vec![parts::history(frame, shown.versions)];
    if shown.may_revise {
        history.push(parts::retract(&form, &format!("{own}/retract"), record.header.revision));
    }
    page.parts.push(Part::new(t, "incident-history", joined(&history)));
    page
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
    /// Saved views to choose from.
    pub views: &'a [Record<View>],
    /// The record that is amended and the revision its writer saw.
    pub amends: Option<(&'a RecordId, u32)>,
    /// The revision that is current, where somebody was faster.
    pub newer: Option<u32>,
}

/// The form.
pub fn form<'a>(frame: &'a Frame, edit: Edit<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, edit.typed, edit.problems);
    let top = format!("/operations/{}/findings", query(&edit.operation.code));
    let (action, back, base) = match edit.amends {
        Some((id, base)) => {
            let hidden = format!("<input type=\"hidden\" name=\"base\" value=\"{base}\">");
            (format!("/findings/{id}/edit"), format!("/findings/{id}"), hidden)
        }
        None => (format!("{top}/new"), top, String::new()),
    };
    let key = edit
        .amends
        .map_or_else(|| format!("finding:{}", edit.operation.code), |(id, base)| format!("finding:{id}:{base}"));
    let (attributes, line) = part::draft(frame, &key, &action);
    let given = if edit.problems.is_empty() && edit.newer.is_none() { "" } else { " data-given" };
    let mut page = PartsPage::new(frame);
    page.lead = Safe::ours(format!("<p class=\"hint\">{}</p>", escape(&t.say("finding-form-about"))));
    let newer = edit.newer.map(|revision| (revision, back.clone()));
    page.notes = joined(&[form.summary(), parts::stale(t, newer)]);
    page.below = Safe::ours(format!(
        "<form method=\"post\" action=\"{action}\" class=\"sheet\" novalidate {attributes}{given}>{base}{line}<section>{}</section>{}\
         <div class=\"stick\"><button class=\"button\" type=\"submit\">{}</button> {}</div></form>",
        fields(t, &form, &edit),
        parts::marking(&form, edit.operation),
        escape(&t.say("finding-save")),
        button(&back, &t.say("detection-leave"), false),
    ));
    page
}

fn fields(t: Speech, form: &Form<'_>, edit: &Edit<'_>) -> Safe {
    let confidences = Confidence::ALL.iter().map(|word| Choice {
        hint: t.code("finding-confidence-means", word.code()),
        ..Choice::new(word.code(), t.code("finding-confidence", word.code()))
    });
    let views = edit.views.iter().map(|view| Choice::new(view.header.id.as_str(), &view.content.name));
    let settle = |field: &str| {
        if !form.problems_of(field).iter().any(|problem| problem.code == "personal-data") {
            return Safe::default();
        }
        Safe::ours(format!(
            "<label class=\"tick\"><input type=\"checkbox\" name=\"settled\" value=\"personal-data:{field}\"> <span>{}</span></label>",
            escape(&t.say("incident-right-as-typed"))
        ))
    };
    let views: Vec<Choice> = views.collect();
    joined(&[
        form.text("title"),
        form.field("facts").hint("finding-facts-hint").area(6),
        settle("facts"),
        form.field("assessment").hint("finding-assessment-hint").area(6),
        settle("assessment"),
        form.radios("confidence", confidences.collect::<Vec<_>>()),
        form.field("alternatives").optional().area(3),
        settle("alternatives"),
        form.field("evidence").optional().hint("finding-evidence-hint").with("dir", "ltr").area(3),
        if views.is_empty() { Safe::default() } else { form.checkboxes("views", views) },
        form.select("lang", languages()),
        form.check("agreed"),
    ])
}

/// What was typed, by the paths of its fields.
pub fn typed(draft: &FindingDraft) -> Typed {
    super::incident_form::typed_of(draft)
}

/// A finding of the samples.
pub(crate) fn sample() -> Option<Record<Finding>> {
    let hostile = super::sample::HOSTILE.to_owned();
    let draft = FindingDraft {
        title: hostile.clone(),
        facts: hostile.clone(),
        assessment: hostile.clone(),
        confidence: "moderate".to_owned(),
        alternatives: hostile,
        evidence: super::sample::record().to_string(),
        agreed: true,
        ..FindingDraft::default()
    };
    let content = draft.check(model::id::Id::new(model::id::NIL), model::lang::Lang::Ru).ok()?;
    Some(Record { header: super::sample::header(model::record::Kind::Finding, content.id.into()), content })
}

/// Pages of findings and views as they may look.
pub fn samples(t: Speech) -> Vec<super::Sample> {
    use super::{Sample, sample};
    let operation = sample::operation();
    let frame = |key: &str| Frame { title: t.say(key), ..Frame::samples(t).remove(1) };
    let (titled, none, nothing) = (frame("finding-title"), Problems::none(), Typed::nothing());
    let question = super::workspace::plain_question();
    let kept = View {
        id: model::id::Id::new(model::id::NIL),
        name: sample::HOSTILE.to_owned(),
        question: question.clone(),
        as_of: sample::NOW,
    };
    let kept = Record { header: sample::header(model::record::Kind::View, kept.id.into()), content: kept };
    let views = [kept.clone()];
    let Some(one) = self::sample() else { return Vec::new() };
    let evidence = [sample::record()];
    let shown = Show {
        operation: &operation,
        record: &one,
        evidence: &evidence,
        views: &views,
        versions: &[],
        may_revise: true,
        typed: &nothing,
        problems: &none,
    };
    let problems = Problems(vec![
        model::problem::Problem::new("facts", "personal-data"),
        model::problem::Problem::new("evidence", "evidence-unknown").with("text", "<script>alert(1)</script>"),
    ]);
    let edit =
        Edit { operation: &operation, typed: &nothing, problems: &none, views: &views, amends: None, newer: None };
    let amends = Some((&one.header.id, 1));
    let refused = Problems(vec![model::problem::Problem::new("name", "required")]);
    let all = [one.clone()];
    vec![
        Sample::of("findings", &list(&titled, &operation, (&all, 1, None), &views, true)),
        Sample::of("findings-empty", &list(&titled, &operation, (&[], 0, None), &[], false)),
        Sample::of("finding", &show(&titled, shown)),
        Sample::of("finding-form", &form(&titled, edit)),
        Sample::of(
            "finding-form-problems",
            &form(&titled, Edit { problems: &problems, amends, newer: Some(2), ..edit }),
        ),
        Sample::of("view", &view::show(&titled, &operation, &kept, &[], true, (&nothing, &none))),
        Sample::of("view-form-problems", &view::form(&titled, &operation, &question, &nothing, &refused)),
    ]
}
