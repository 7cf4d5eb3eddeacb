//! The forms of a meeting: to plan it, and to record who came and what was decided.
//!
//! Refuses names of persons: it asks for numbers.

use super::meeting::{address, path};
use super::picker::many;
use super::recommendation_form::Filled;
use super::sheet_form::{
    Faster, SheetForm, files, group, joined, language, marking, per_language, side_by_side, typed,
};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape};
use model::catalogue::country::Country;
use model::id::RecordId;
use model::meeting::{MeetingDraft, MeetingMode, MeetingStatus, MinutesDraft};
use model::operation::Operation;
use model::participant::Participant;

/// Empty decisions that the form offers beyond those that are there.
const MORE: usize = 2;

/// A meeting as its form types it.
pub fn typed_meeting(draft: &MeetingDraft) -> Typed {
    typed(draft)
}

/// What is recorded, as its form types it.
pub fn typed_minutes(draft: &MinutesDraft) -> Typed {
    typed(draft)
}

/// The form of a meeting; `change` names the record, the revision and what came between.
pub fn meeting_form<'a>(
    frame: &'a Frame,
    operation: &Operation,
    participants: &[Participant],
    filled: Filled<'_>,
    change: Option<(&RecordId, u32, Option<Faster>)>,
) -> SheetForm<'a> {
    let (t, problems) = (frame.t, filled.problems);
    let form = Form::new(t, filled.typed, problems);
    let (action, back) = match change {
        Some((id, ..)) => (format!("{}/edit", address(id)), address(id)),
        None => (format!("{}/new", path(operation)), path(operation)),
    };
    let codes = |noun: &str, all: Vec<&'static str>| Choice::of_codes(t, noun, all);
    let modes = codes("meeting-mode", MeetingMode::ALL.iter().map(|one| one.code()).collect());
    // A meeting is cancelled on a page of its own, with a reason.
    let states = [MeetingStatus::Planned, MeetingStatus::Held].map(MeetingStatus::code);
    let states = codes("meeting-status", states.to_vec());
    let own = operation.participants();
    let own: Vec<Participant> = participants.iter().filter(|one| own.contains(&one.code)).cloned().collect();
    let invited: Vec<Choice> =
        own.iter().map(|one| Choice::new(one.code.to_string(), one.names.say(t.lang()))).collect();
    let zone = form.field("zone").with("list", "zones").with("spellcheck", "false").text();
    let send = if change.is_some() { "recommendation-save" } else { "meeting-create" };
    let sheet = SheetForm::new(frame, &form, &action, &back, send)
        .hint("meeting-form-hint")
        .section("", &[per_language(&form, problems, "meeting_title", 1)])
        .section(
            "meeting-part-when",
            &[
                side_by_side(&[form.date("meeting_day"), form.text("starts_at"), form.text("ends_at")]),
                zone,
                zones(),
                form.select("meeting_status", &states),
            ],
        )
        .section(
            "meeting-part-where",
            &[
                form.select("meeting_mode", &modes),
                form.field("meeting_place").optional().text(),
                form.settle("meeting_place"),
            ],
        )
        .section(
            "meeting-part-what",
            &[
                per_language(&form, problems, "agenda", 5),
                language(&form, "agreed_in"),
                many(&form, &filled.offers.of("papers"), "papers"),
                files(&form, "meeting-files-add"),
            ],
        )
        .section("", &[form.field("invited").optional().checkboxes(&invited)])
        .section("", &[marking(&form, problems, &operation.marking, &own)])
        .with_files()
        .given(filled.given);
    match change {
        Some((_, base, faster)) => sheet.change(base, faster),
        None => sheet,
    }
}

/// The zones of the countries of the catalogue, to choose from; any other can be typed.
fn zones() -> Safe {
    let mut all: Vec<&str> = Country::all().iter().filter_map(|country| country.zone.as_deref()).collect();
    all.push("UTC");
    all.sort_unstable();
    all.dedup();
    let option = |zone: &&str| format!("<option value=\"{}\"></option>", escape(zone));
    let options = all.iter().map(option).collect::<Vec<_>>().concat();
    Safe::ours(format!("<datalist id=\"zones\">{options}</datalist>"))
}

/// The form in which attendance and decisions are recorded.
pub fn minutes_form<'a>(
    frame: &'a Frame,
    participants: &[Participant],
    id: &RecordId,
    filled: Filled<'_>,
    base: u32,
    faster: Option<Faster>,
) -> SheetForm<'a> {
    let (t, problems) = (frame.t, filled.problems);
    let form = Form::new(t, filled.typed, problems);
    let line = |place: usize| {
        let own = form.at("attendance", place);
        let code = own.value("organisation");
        let name =
            participants.iter().find(|one| one.code.as_str() == code).map_or(code, |one| one.names.say(t.lang()));
        Safe::ours(format!(
            "<fieldset class=\"field\" id=\"attendance.{place}\" tabindex=\"-1\"><legend>{}</legend>{}<div class=\"beside-fields tight\">{}{}{}{}</div></fieldset>",
            escape(name),
            own.hidden("organisation"),
            own.field("law_enforcement").number(),
            own.field("customs").number(),
            own.field("forensic").number(),
            own.field("other_people").number()
        ))
    };
    let lines: Vec<Safe> = (0..form.count("attendance", 0)).map(line).collect();
    let known = form.count("decisions", 0);
    let mut filled_in = (0..known).filter(|place| {
        ["en", "ru", "fa"].iter().any(|tag| !form.value(&format!("decisions.{place}.{tag}")).trim().is_empty())
    });
    let offered = (filled_in.next_back().map_or(0, |last| last + 1) + MORE).max(known);
    let decision = |place: usize| {
        let number = t.say_one("meeting-decision-number", "number", place + 1);
        let fields = ["en", "ru", "fa"].map(|tag| {
            let (label, path) = (format!("field-recommended-{tag}"), format!("decisions.{place}.{tag}"));
            let field = form.field(&path).label(&label).optional().with("lang", tag).area(2);
            Safe::ours(format!("<div>{field}{}</div>", form.settle(&path)))
        });
        Safe::ours(format!(
            "<fieldset class=\"field\" id=\"decisions.{place}\" tabindex=\"-1\"><legend>{}</legend><div class=\"tongues\">{}</div></fieldset>",
            escape(&number),
            joined(&fields)
        ))
    };
    let decisions: Vec<Safe> = (0..offered).map(decision).collect();
    SheetForm::new(frame, &form, &format!("{}/record", address(id)), &address(id), "meeting-record-send")
        .hint("meeting-record-hint")
        .section("", &[group(t, problems, "attendance", &joined(&lines))])
        .section("", &[group(t, problems, "decisions", &joined(&decisions))])
        .section("", &[files(&form, "meeting-files-minutes")])
        .with_files()
        .change(base, faster)
        .given(filled.given)
}
