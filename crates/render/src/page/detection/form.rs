//! The form of a detection.
//!
//! Refuses to take a name for a substance: it proposes, and its writer chooses.

use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, query};
use crate::page::law::hint;
use crate::page::parts::{self, PartsPage, button, joined};
use crate::part;
use crate::words::Speech;
use model::agency::Agency;
use model::catalogue::country::Country;
use model::catalogue::substance::Substance;
use model::detection::{Context, Level, Technique};
use model::id::RecordId;
use model::incident::PhysicalForm;
use model::operation::Operation;
use model::problem::Problems;
use std::fmt::Write as _;

/// What a form is made of.
#[derive(Debug, Clone, Copy)]
pub struct Edit<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Laboratories of the node to choose from.
    pub laboratories: &'a [Agency],
    /// The record that is amended and the revision its writer saw.
    pub amends: Option<(&'a RecordId, u32)>,
    /// The revision that is current, where somebody was faster.
    pub newer: Option<u32>,
}

/// The form.
pub fn form<'a>(frame: &'a Frame, edit: Edit<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, edit.typed, edit.problems);
    let top = format!("/operations/{}/detections", query(&edit.operation.code));
    let (action, back) = match edit.amends {
        Some((id, _)) => (format!("/detections/{id}/edit"), format!("/detections/{id}")),
        None => (format!("{top}/new"), top),
    };
    let key = edit
        .amends
        .map_or_else(|| format!("detection:{}", edit.operation.code), |(id, base)| format!("detection:{id}:{base}"));
    let (attributes, line) = part::draft(frame, &key, &action);
    let base = edit
        .amends
        .map_or_else(String::new, |(_, base)| format!("<input type=\"hidden\" name=\"base\" value=\"{base}\">"));
    let given = if edit.problems.is_empty() && edit.newer.is_none() { "" } else { " data-given" };
    let mut page = PartsPage::new(frame);
    page.lead = hint(&t.say("detection-form-about"));
    let newer = edit.newer.map(|revision| (revision, back.clone()));
    page.notes = joined(&[form.summary(), parts::stale(t, newer)]);
    page.below = Safe::ours(format!(
        "<form method=\"post\" action=\"{}\" class=\"sheet\" novalidate {attributes}{given}>{base}{line}{}{}\
         <div class=\"stick\"><button class=\"button\" type=\"submit\">{}</button> {}</div></form>",
        escape(&action),
        fields(t, &form, &edit),
        parts::marking(&form, edit.operation),
        escape(&t.say("detection-save")),
        button(&back, &t.say("detection-leave"), false),
    ));
    page
}

fn fields(t: Speech, form: &Form<'_>, edit: &Edit<'_>) -> Safe {
    let codes = |noun: &str, all: Vec<&'static str>| Choice::of_codes(t, noun, all);
    let levels = Level::ALL.iter().map(|level| Choice {
        hint: t.code("detection-level-about", level.code()),
        ..Choice::new(level.code(), t.code("detection-level", level.code()))
    });
    let techniques = Technique::ALL.iter().map(|technique| {
        let label = format!("{} ({})", t.code("technique", technique.code()), technique.category());
        Choice::new(technique.code(), label)
    });
    let laboratories =
        edit.laboratories.iter().map(|agency| Choice::new(agency.id.to_string(), agency.names.say(t.lang())));
    let written =
        form.field("written").hint("detection-written-hint").with("list", "substances").with("autocomplete", "off");
    let what = joined(&[
        written.text(),
        suggestions(t, form),
        form.check("unknown"),
        form.field("level").label("detection-identified").radios(levels.collect::<Vec<_>>()),
        form.checkboxes("techniques", techniques.collect::<Vec<_>>()),
        form.field("form")
            .optional()
            .select(codes("physical-form", PhysicalForm::ALL.iter().map(|code| code.code()).collect())),
    ]);
    let place = joined(&[
        form.select("country", countries(t, edit.operation)),
        form.field("day").hint("detection-day-hint").date(),
        form.select("context", codes("detection-context", Context::ALL.iter().map(|code| code.code()).collect())),
        form.field("laboratory_agency").optional().select(laboratories.collect::<Vec<_>>()),
        form.field("laboratory").optional().text(),
        settle(t, form, "laboratory"),
        form.field("incident").optional().hint("detection-incident-hint").with("dir", "ltr").text(),
        form.field("note").optional().area(4),
        settle(t, form, "note"),
    ]);
    let names = crate::page::law::substance_list(t);
    Safe::ours(format!(
        "<section><h2>{}</h2>{what}</section><section><h2>{}</h2>{place}</section>{names}",
        escape(&t.say("detection-part-what")),
        escape(&t.say("detection-part-where")),
    ))
}

/// All countries, those that take part first.
fn countries(t: Speech, operation: &Operation) -> Vec<Choice> {
    let own = operation.participants();
    let takes_part = |country: &Country| own.iter().any(|code| code.as_str() == country.code);
    let mut all: Vec<&Country> = Country::all().iter().collect();
    all.sort_by_key(|country| (!takes_part(country), country.names.say(t.lang())));
    all.into_iter().map(|country| Choice::new(&country.code, country.names.say(t.lang()))).collect()
}

/// Names the catalogue knows that look like the one typed, each a button that takes it.
fn suggestions(t: Speech, form: &Form<'_>) -> Safe {
    if !form.problems_of("written").iter().any(|problem| problem.code == "detection-unrecognised") {
        return Safe::default();
    }
    let near = Substance::suggest(form.value("written"), 4);
    if near.is_empty() {
        return Safe::default();
    }
    let mut out = format!("<p class=\"row\"><span>{}</span>", escape(&t.say("incident-perhaps")));
    for substance in near {
        let name = escape(substance.names.say(t.lang()));
        let _ = write!(
            out,
            "<button class=\"button quiet small\" type=\"submit\" name=\"choose\" value=\"{name}\">{name}</button>"
        );
    }
    out.push_str("</p>");
    Safe::ours(out)
}

/// The writer's word that what looks like personal data is none.
fn settle(t: Speech, form: &Form<'_>, field: &str) -> Safe {
    if !form.problems_of(field).iter().any(|problem| problem.code == "personal-data") {
        return Safe::default();
    }
    Safe::ours(format!(
        "<label class=\"tick\"><input type=\"checkbox\" name=\"settled\" value=\"personal-data:{field}\"> <span>{}</span></label>",
        escape(&t.say("incident-right-as-typed"))
    ))
}
