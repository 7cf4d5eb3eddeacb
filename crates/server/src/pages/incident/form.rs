//! The forms of an incident: a new report, short or long, and an amendment; drafts kept, readings chosen, lines added.
//!
//! Refuses to lose what was typed: whatever button is pressed, it comes back or is kept.

use super::{address, must};
use crate::error::{Answer, Failure};
use crate::pages::attachment::look_at;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Uploaded, read};
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::catalogue::country::Country;
use model::catalogue::region::Region;
use model::id::RecordId;
use model::incident::{Incident, IncidentDraft, LegDraft, LineDraft, PersonDraft, RelatedDraft};
use model::marking::MarkingDraft;
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problems;
use model::stage::Work;
use model::time::Moment;
use render::form::Typed;
use render::frame::{FlashKind, Room};
use render::page::incident_difference::draft_of;
use render::page::incident_facts::title;
use render::page::incident_form::{Amends, FormPage, short_shows, typed};
use render::page::listing::path_of;
use render::page::write;

/// What the form says beside the draft.
struct Shown<'a> {
    draft: &'a IncidentDraft,
    problems: &'a Problems,
    long: bool,
    kept: Option<Moment>,
    amends: Option<Amends<'a>>,
    given: bool,
    status: StatusCode,
}

async fn show(visitor: &SignedIn, operation: &Operation, heading: String, shown: Shown<'_>) -> Answer {
    let mut frame = visitor.frame_in(heading, Room::Incidents, operation).await;
    frame.modules.push("draft.mjs");
    let Shown { draft, problems, long, kept, amends, given, status } = shown;
    // A problem is never told of a field that is not there.
    let long = long
        || problems
            .0
            .iter()
            .any(|problem| !matches!(problem.field.as_str(), "" | "files") && !short_shows(&problem.field));
    let page = FormPage { frame: &frame, operation, draft, typed: &typed(draft), problems, long, kept, amends, given };
    Ok((status, Html(write(&page))).into_response())
}

/// `GET /operations/{code}/incidents/new`: what was kept, or an empty form.
pub async fn new(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let operation = open_operation(&visitor, &code).await?;
    let kept = app::incident::draft(&visitor.cx, &code).await?;
    let (kept, mut draft) = kept.map_or_else(|| (None, fresh(&visitor, &operation)), |(at, draft)| (Some(at), draft));
    lengthen(&mut draft, &asked);
    let long = asked.get("form") == "long";
    let problems = Problems::none();
    let shown =
        Shown { draft: &draft, problems: &problems, long, kept, amends: None, given: false, status: StatusCode::OK };
    show(&visitor, &operation, visitor.t.say("incident-report-title"), shown).await
}

/// As many rows of each list as the address asks for.
fn lengthen(draft: &mut IncidentDraft, asked: &Typed) {
    let rows = |list: &str, now: usize| asked.rows(list).max(now);
    draft.lines.resize_with(rows("lines", draft.lines.len()), LineDraft::default);
    draft.legs.resize_with(rows("legs", draft.legs.len()), LegDraft::default);
    draft.persons.resize_with(rows("persons", draft.persons.len()), PersonDraft::default);
    draft.related.resize_with(rows("related", draft.related.len()), RelatedDraft::default);
}

/// The operation, where the visitor may report to it now.
async fn open_operation(visitor: &SignedIn, code: &str) -> Result<Operation, Failure> {
    let seen = app::operation::get(&visitor.cx, code).await?;
    if !seen.may.contains(&Action::Submit) {
        return Err(app::Error::Refused("role").into());
    }
    let operation = seen.record.content;
    let today = visitor.cx.now().day();
    let open = [Work::Report, Work::ReportLate].iter().any(|work| operation.is_open_for(*work, today));
    if open { Ok(operation) } else { Err(app::Error::Refused("stage").into()) }
}

/// An empty report with what goes without saying: the writer's country, the operation's marking, kilograms.
fn fresh(visitor: &SignedIn, operation: &Operation) -> IncidentDraft {
    let own = Country::by_code(visitor.member.participant.as_str());
    IncidentDraft {
        country: own.map_or_else(String::new, |country| country.code.clone()),
        lines: vec![LineDraft { unit: "kg".to_owned(), ..LineDraft::default() }],
        persons: vec![PersonDraft { status: "detained".to_owned(), ..PersonDraft::default() }],
        marking: MarkingDraft::of(&operation.marking),
        lang: visitor.lang.tag().to_owned(),
        ..IncidentDraft::default()
    }
}

/// `POST /operations/{code}/incidents/new`: every button of the form.
pub async fn submit(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let operation = open_operation(&visitor, &code).await?;
    let form = &uploaded.typed;
    let mut draft: IncidentDraft = read(form)?;
    draft.lines.iter_mut().for_each(|line| line.substance.clear());
    complete(&mut draft);
    let mut long = form.get("form") == "long";
    let here = format!("{}/new{}", path_of(&operation), if long { "?form=long" } else { "" });
    let mut problems = Problems::none();
    let mut status = StatusCode::OK;
    match form.get("action") {
        "keep" if !is_step(form) => match app::incident::save_draft(&visitor.cx, &code, &draft).await {
            Ok(_) => return Ok(redirect_with(&server.config, &here, FlashKind::Good, "flash-incident-draft-kept")),
            Err(error) => (problems, status) = Failure::from(error).on_form()?,
        },
        "discard" if !is_step(form) => {
            app::incident::drop_draft(&visitor.cx, &code).await?;
            return Ok(redirect_with(&server.config, &here, FlashKind::Good, "flash-incident-draft-discarded"));
        }
        _ if is_step(form) => {
            if step(&mut draft, form) {
                problems = app::incident::preview(&visitor.cx, &code, &tidy(&draft))
                    .await
                    .map_or_else(problems_of, |()| Ok(Problems::none()))?;
            }
            long = if form.get("switch").is_empty() { long } else { form.get("switch") == "long" };
        }
        _ => match send(&visitor, &code, &draft, uploaded.files).await? {
            Ok((id, all_files)) => {
                let (kind, flash) = if all_files {
                    (FlashKind::Good, "flash-incident-submitted")
                } else {
                    (FlashKind::Warn, "flash-incident-submitted-without-files")
                };
                return Ok(redirect_with(&server.config, &address(&id), kind, flash));
            }
            Err(found) => (problems, status) = found,
        },
    }
    // What cannot be taken yet is kept as a draft; what cannot be kept either is still in the form.
    let kept =
        if status.is_server_error() { None } else { app::incident::save_draft(&visitor.cx, &code, &draft).await.ok() };
    let shown = Shown { draft: &draft, problems: &problems, long, kept, amends: None, given: true, status };
    show(&visitor, &operation, visitor.t.say("incident-report-title"), shown).await
}

/// Submits the report and adds its files; `false` where one of them could not be added after all.
async fn send(
    visitor: &SignedIn,
    code: &str,
    draft: &IncidentDraft,
    files: Vec<crate::typed::File>,
) -> Result<Result<(RecordId, bool), (Problems, StatusCode)>, Failure> {
    let draft = tidy(draft);
    let of_files = look_at(&files);
    if !of_files.is_empty() {
        let mut problems = app::incident::preview(&visitor.cx, code, &draft)
            .await
            .map_or_else(problems_of, |()| Ok(Problems::none()))?;
        problems.0.extend(of_files.0);
        return Ok(Err((problems, StatusCode::UNPROCESSABLE_ENTITY)));
    }
    let record = match app::incident::submit(&visitor.cx, code, &draft).await {
        Ok(record) => record,
        Err(error) => return Failure::from(error).on_form().map(Err),
    };
    let id = record.header.id;
    let mut all = true;
    for file in files {
        all &= app::attachment::add(&visitor.cx, &id, &file.name, file.bytes).await.is_ok();
    }
    Ok(Ok((id, all)))
}

/// Problems are for the form; everything else is a failure.
fn problems_of(error: app::Error) -> Result<Problems, Failure> {
    Failure::from(error).on_form().map(|(problems, _)| problems)
}

/// Whether a button was pressed that only changes the form.
fn is_step(form: &Typed) -> bool {
    ["choose", "add", "switch"].iter().any(|name| !form.get(name).is_empty())
}

/// Does what such a button says; `true` where the draft should be looked at again.
fn step(draft: &mut IncidentDraft, form: &Typed) -> bool {
    match form.get("add") {
        "lines" => draft.lines.push(LineDraft::default()),
        "legs" => draft.legs.push(LegDraft::default()),
        "persons" => draft.persons.push(PersonDraft::default()),
        "related" => draft.related.push(RelatedDraft::default()),
        _ => {}
    }
    let Some((field, value)) = form.get("choose").split_once('=') else { return false };
    let mut fields = typed(draft);
    let found = fields.0.iter_mut().find(|(name, _)| name == field);
    if let Some((_, typed)) = found {
        value.clone_into(typed);
        if let Ok(chosen) = read(&fields) {
            *draft = chosen;
        }
    }
    true
}

/// A region tells its country where none was chosen.
fn complete(draft: &mut IncidentDraft) {
    if draft.country.trim().is_empty()
        && let Some(region) = Region::by_code(draft.region.trim())
    {
        draft.country.clone_from(&region.country);
    }
}

/// The draft as it is checked: a line in which nothing but lists was touched is no line.
fn tidy(draft: &IncidentDraft) -> IncidentDraft {
    let mut tidy = draft.clone();
    for line in &mut tidy.lines {
        let texts = [
            &line.written,
            &line.quantity,
            &line.packaging,
            &line.logo,
            &line.colour,
            &line.items,
            &line.second_quantity,
            &line.purity,
            &line.purity_method,
            &line.samples,
            &line.scope_reason,
        ];
        if texts.iter().all(|text| text.trim().is_empty()) && !(line.quantity_unknown && line.substance.is_empty()) {
            *line = LineDraft::default();
        }
    }
    tidy
}

/// `GET /incidents/{id}/amend`: the record as it would be typed.
pub async fn ask_amend(visitor: SignedIn, Path(id): Path<String>, Asked(asked): Asked) -> Answer {
    let id = record_id(&id)?;
    let seen = app::incident::get(&visitor.cx, &id).await?;
    must(&visitor, &seen, Action::Amend)?;
    let mut draft = draft_of(&seen.record);
    lengthen(&mut draft, &asked);
    let amends = Amends { id: &id, base: seen.record.header.revision, newer: None };
    let problems = Problems::none();
    let shown = Shown {
        draft: &draft,
        problems: &problems,
        long: true,
        kept: None,
        amends: Some(amends),
        given: false,
        status: StatusCode::OK,
    };
    show(&visitor, &seen.operation, heading(&visitor, &seen.record.content), shown).await
}

/// `POST /incidents/{id}/amend`: a new revision, made from the one the writer saw.
pub async fn amend(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let id = record_id(&id)?;
    let form = &uploaded.typed;
    let seen = app::incident::get(&visitor.cx, &id).await?;
    must(&visitor, &seen, Action::Amend)?;
    let current = &seen.record;
    let mut draft: IncidentDraft = read(form)?;
    keep_substances(&mut draft, &current.content);
    complete(&mut draft);
    let mut base = base(form);
    let (mut problems, mut status, mut newer) = (Problems::none(), StatusCode::OK, None);
    if is_step(form) {
        step(&mut draft, form);
    } else {
        match app::incident::amend(&visitor.cx, &id, base, &tidy(&draft)).await {
            Ok(_) => {
                return Ok(redirect_with(&server.config, &address(&id), FlashKind::Good, "flash-incident-amended"));
            }
            Err(app::Error::Stale { .. }) => {
                newer = Some(draft_of(current));
                base = current.header.revision;
                status = StatusCode::CONFLICT;
            }
            Err(error) => (problems, status) = Failure::from(error).on_form()?,
        }
    }
    let amends = Amends { id: &id, base, newer: newer.as_ref() };
    let shown =
        Shown { draft: &draft, problems: &problems, long: true, kept: None, amends: Some(amends), given: true, status };
    show(&visitor, &seen.operation, heading(&visitor, &current.content), shown).await
}

fn heading(visitor: &SignedIn, incident: &Incident) -> String {
    visitor.t.say_one("incident-amend-title", "title", title(visitor.t, incident))
}

/// A substance that was once chosen stays while its name stays; a new name is recognised anew.
fn keep_substances(draft: &mut IncidentDraft, incident: &Incident) {
    for line in &mut draft.lines {
        let same = |known: &model::incident::Line| {
            known.written == line.written.trim() && known.substance.as_deref() == Some(line.substance.as_str())
        };
        if !incident.lines.iter().any(same) {
            line.substance.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_in_which_only_lists_were_touched_is_no_line() {
        let touched = LineDraft { unit: "kg".to_owned(), form: "powder".to_owned(), ..LineDraft::default() };
        let written = LineDraft { written: "x".to_owned(), ..touched.clone() };
        let draft = IncidentDraft { lines: vec![touched, written.clone()], ..IncidentDraft::default() };
        assert_eq!(tidy(&draft).lines, [LineDraft::default(), written]);
    }

    #[test]
    fn a_chosen_reading_fills_its_field_and_no_other() {
        let line = LineDraft { quantity: "5,065".to_owned(), unit: "kg".to_owned(), ..LineDraft::default() };
        let mut draft =
            IncidentDraft { lines: vec![line], day: "2021.10.11".to_owned(), late: true, ..IncidentDraft::default() };
        assert!(step(&mut draft, &Typed::nothing().with("choose", "lines.0.quantity=5.065")));
        assert_eq!((draft.lines[0].quantity.as_str(), draft.lines[0].unit.as_str()), ("5.065", "kg"));
        assert_eq!(draft.day, "2021.10.11");
        assert!(draft.late);
        let before = draft.clone();
        step(&mut draft, &Typed::nothing().with("choose", "no.such.field=1"));
        assert_eq!(draft, before);
    }

    #[test]
    fn an_address_asks_for_rows_and_takes_none_away() {
        let mut draft = IncidentDraft { lines: vec![LineDraft::default(); 2], ..IncidentDraft::default() };
        lengthen(&mut draft, &Typed::nothing().with("rows", "lines.1").with("rows", "legs.3"));
        assert_eq!((draft.lines.len(), draft.legs.len(), draft.persons.len()), (2, 3, 0));
    }

    #[test]
    fn a_region_tells_its_country() {
        let region = &Region::all()[0];
        let mut draft = IncidentDraft { region: region.code.clone(), ..IncidentDraft::default() };
        complete(&mut draft);
        assert_eq!(draft.country, region.country);
    }
}
