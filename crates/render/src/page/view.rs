//! Saved views: the form that keeps a question, one view, and the list beside findings.
//!
//! Refuses figures: opening a view asks anew.

use super::grid::{Column, Grid, link, text};
use super::incident::Version;
use super::parts::{self, Part, PartsPage, button, chips, joined};
use super::workspace::{address, said};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, query};
use crate::part::facts;
use crate::words::Speech;
use model::operation::Operation;
use model::problem::Problems;
use model::record::Record;
use model::view::View;
use model::workspace::Question;

/// The views as a table, each leading to its page.
pub fn table(t: Speech, views: &[Record<View>]) -> Safe {
    if views.is_empty() {
        return t.empty("view-none", "view-none-how");
    }
    let columns =
        ["field-name", "view-asks", "workspace-as-of", "detection-sharing"].map(|key| Column::text(t, key)).to_vec();
    let mut grid = Grid::new(t.say("view-title"), columns);
    for view in views {
        grid.rows.push(vec![
            link(&format!("/views/{}", view.header.id), &view.content.name),
            said(t, &view.content.question),
            t.utc(view.content.as_of),
            chips(t, &view.header),
        ]);
    }
    grid.html()
}

/// The form that keeps a question.
pub fn form<'a>(
    frame: &'a Frame,
    operation: &Operation,
    question: &Question,
    typed: &Typed,
    problems: &Problems,
) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, typed, problems);
    let own = address(operation, question);
    let mut page = PartsPage::new(frame);
    page.lead = said(t, question);
    page.notes = form.summary();
    page.below = Safe::ours(format!(
        "<form method=\"post\" action=\"/operations/{}/views/new\" class=\"sheet\" novalidate>\
         <input type=\"hidden\" name=\"address\" value=\"{}\"><section>{}{}</section>\
         <div class=\"stick\"><button class=\"button\" type=\"submit\">{}</button> {}</div></form>",
        query(&operation.code),
        escape(&own),
        form.text("name"),
        form.check("shared"),
        escape(&t.say("view-save")),
        button(&own, &t.say("view-leave"), false),
    ));
    page
}

/// One view.
pub fn show<'a>(
    frame: &'a Frame,
    operation: &Operation,
    record: &Record<View>,
    versions: &[Version],
    may_retract: bool,
    (typed, problems): (&Typed, &Problems),
) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, typed, problems);
    let own = address(operation, &record.content.question);
    let mut page = PartsPage::new(frame);
    page.back = Some((format!("/operations/{}/findings", query(&operation.code)), t.say("finding-back")));
    page.lead = Safe::ours(format!("<p class=\"row\">{}</p>", chips(t, &record.header)));
    page.actions = button(&own, &t.say("view-open"), true);
    page.notes = joined(&[form.summary(), parts::retracted(t, &record.header)]);
    let told = [
        (t.say("view-asks"), said(t, &record.content.question)),
        (t.say("workspace-as-of"), t.utc(record.content.as_of)),
        (t.say("detection-owner"), text(t.participant(record.header.owner.as_str()))),
    ];
    page.parts.push(Part::new(t, "view-about", facts(&told)));
    let mut history = vec![parts::history(frame, versions)];
    if may_retract {
        let action = format!("/views/{}/retract", record.header.id);
        history.push(parts::retract(&form, &action, record.header.revision));
    }
    page.parts.push(Part::new(t, "incident-history", joined(&history)));
    page
}
