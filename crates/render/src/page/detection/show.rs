//! One detection with the first sightings of its substance.
//!
//! Refuses to link an incident that its reader may not know.

use super::{level, matrix, name, propose};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query};
use crate::page::grid::{link, text};
use crate::page::incident::Version;
use crate::page::law::hint;
use crate::page::parts::{self, Part, PartsPage, button, chips, joined};
use crate::part::facts;
use crate::words::Speech;
use model::agency::Agency;
use model::detection::{Detection, Sighting, first_seen};
use model::id::RecordId;
use model::operation::Operation;
use model::problem::Problems;
use model::record::Record;

/// What one detection's page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The record.
    pub record: &'a Record<Detection>,
    /// Its laboratory, where it is an agency of the node.
    pub laboratory: Option<&'a Agency>,
    /// First sightings of its substance.
    pub sightings: &'a [Sighting],
    /// Whether the region had not seen the substance before.
    pub new_to_region: bool,
    /// The incident it belongs to, where the reader may know that.
    pub incident: Option<&'a RecordId>,
    /// Its revisions.
    pub versions: &'a [Version],
    /// Whether the reader may revise or retract it now.
    pub may_revise: bool,
    /// Whether the reader may write to all who take part.
    pub may_alert: bool,
    /// What was typed when it was to be retracted.
    pub typed: &'a Typed,
    /// What is wrong with that.
    pub problems: &'a Problems,
}

/// One detection.
pub fn show<'a>(frame: &'a Frame, shown: Show<'_>) -> PartsPage<'a> {
    let (t, record, one) = (frame.t, shown.record, &shown.record.content);
    let form = Form::new(t, shown.typed, shown.problems);
    let own = format!("/detections/{}", record.header.id);
    let mut page = PartsPage::new(frame);
    page.back = Some((format!("/operations/{}/detections", query(&shown.operation.code)), t.say("detection-back")));
    page.lead = Safe::ours(format!("<p class=\"row\">{} {}</p>", level(t, one.level), chips(t, &record.header)));
    if shown.may_revise {
        page.actions = button(&format!("{own}/edit"), &t.say("incident-amend-action"), true);
    }
    let new = if shown.new_to_region { new_here(t, &shown) } else { Safe::default() };
    page.notes = joined(&[form.summary(), parts::retracted(t, &record.header), new]);
    page.parts.push(Part::new(t, "detection-facts", facts(&told(t, &shown))).wide("w6"));
    let first = first_seen(shown.sightings);
    let body = if first.is_empty() { hint(&t.say("detection-first-unknown")) } else { matrix(t, &first) };
    page.parts.push(
        Part::new(t, "detection-first-title", joined(&[body, hint(&t.say("detection-first-legend"))])).wide("w6"),
    );
    let mut history = vec![parts::history(frame, shown.versions)];
    if shown.may_revise {
        history.push(parts::retract(&form, &format!("{own}/retract"), record.header.revision));
    }
    page.parts.push(Part::new(t, "incident-history", joined(&history)));
    page
}

fn new_here(t: Speech, shown: &Show<'_>) -> Safe {
    let proposal = if shown.may_alert {
        {
            let one = &shown.record.content;
            propose(t, shown.operation, &shown.record.header.id, &name(t, one), &one.country).to_string()
        }
    } else {
        String::new()
    };
    Safe::ours(format!("<p class=\"flash warn\" role=\"note\">{} {proposal}</p>", escape(&t.say("detection-new-here"))))
}

fn told(t: Speech, shown: &Show<'_>) -> Vec<(String, Safe)> {
    let (one, header) = (&shown.record.content, &shown.record.header);
    let label = |key: &str| t.say(&format!("detection-{key}"));
    let laboratory = shown.laboratory.map_or_else(
        || isolate(&one.laboratory),
        |agency| joined(&[text(agency.names.say(t.lang())), isolate(&one.laboratory)]),
    );
    let techniques: Vec<String> =
        one.techniques.iter().map(|technique| t.code("technique", technique.code())).collect();
    let key = one.substance.as_ref();
    vec![
        (label("written"), isolate(&one.written)),
        (
            label("substance"),
            key.map_or_else(
                || text(label("not-in-catalogue")),
                |key| link(&format!("/catalogue/substances/{}", query(key)), t.substance(key)),
            ),
        ),
        (label("country"), text(t.country(&one.country))),
        (
            label("day"),
            joined(&[t.date(one.when.day), Safe::ours(format!("<small>{}</small>", t.ltr(&one.when.text)))]),
        ),
        (label("identified"), text(t.code("detection-level-about", one.level.code()))),
        (label("techniques"), text(techniques.join(", "))),
        (
            label("lab"),
            if one.laboratory.is_empty() && shown.laboratory.is_none() { Safe::default() } else { laboratory },
        ),
        (label("form"), one.form.map_or_else(Safe::default, |form| text(t.code("physical-form", form.code())))),
        (label("context"), text(t.code("detection-context", one.context.code()))),
        (
            label("incident"),
            shown.incident.map_or_else(Safe::default, |id| link(&format!("/incidents/{id}"), id.as_str())),
        ),
        (label("note"), isolate(&one.note)),
        (label("owner"), text(t.participant(header.owner.as_str()))),
        (label("identifier"), t.ltr(header.id.as_str())),
    ]
    .into_iter()
    .filter(|(_, value)| value.as_str() != "<bdi></bdi>")
    .collect()
}
