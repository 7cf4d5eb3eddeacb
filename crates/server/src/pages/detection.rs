//! Detections: listed with first sightings, read, brought in, amended, taken back.
//!
//! Refuses to write on a GET, and to overwrite: a change names the revision that its writer saw.

use crate::error::{Answer, Failure};
use crate::pages::shared::stepped;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Posted, read};
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::agency::{Agency, AgencyKind};
use model::card::Wanted;
use model::catalogue::country::Country;
use model::detection::{Detection, DetectionDraft};
use model::id::RecordId;
use model::marking::MarkingDraft;
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problems;
use model::record::{Record, State as Standing};
use model::stage::Work;
use render::form::Typed;
use render::frame::{FlashKind, Room};
use render::page::detection::{Edit, List, Show, form, list as list_page, show as show_page, typed};
use render::page::incident::Version;
use render::page::write;

/// Detections on one page of the list.
const ROWS: u32 = 50;

/// The revisions of a record, as pages show them.
pub fn versions(lines: Vec<app::record::RevisionLine>) -> Vec<Version> {
    let told = |line: app::record::RevisionLine| Version {
        revision: line.revision,
        state: line.state,
        author_role: line.author_role,
        reason: line.reason,
        changed: line.changed,
        door: line.door,
    };
    lines.into_iter().map(told).collect()
}

/// Whether members may contribute to the operation now.
pub fn is_open(visitor: &SignedIn, operation: &Operation) -> bool {
    operation.is_open_for(Work::Contribute, visitor.cx.now().day())
}

/// `GET /operations/{code}/detections`.
pub async fn list(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let one = |name: &str| -> Vec<String> {
        let value = asked.get(name).trim();
        if value.is_empty() { Vec::new() } else { vec![value.to_owned()] }
    };
    let wanted = Wanted {
        keys: one("substance"),
        part: one("country").pop(),
        status: one("level"),
        words: asked.get("text").trim().to_owned(),
        limit: ROWS + 1,
        after: asked.get("after").parse().ok(),
        ..Wanted::default()
    };
    let mut board = app::detection::board(&visitor.cx, &code, &wanted).await?;
    let more = board.records.len() > ROWS as usize;
    board.records.truncate(ROWS as usize);
    let next = board.records.last().filter(|_| more).map(|last| last.header.id.to_string());
    let operation = board.seen.operation();
    let frame = visitor.frame_in(visitor.t.say("detection-title"), Room::Background, operation).await;
    let kept = Typed(asked.0.iter().filter(|(name, value)| is_filter(name) && !value.is_empty()).cloned().collect());
    let page = list_page(
        &frame,
        List {
            operation,
            records: &board.records,
            count: board.count,
            all: &board.all,
            sightings: &board.sightings,
            new: &board.new,
            operations: board.operations,
            asked: &kept,
            next: next.as_deref(),
            may_add: board.seen.may.contains(&Action::Contribute) && is_open(&visitor, operation),
            may_alert: board.seen.may.contains(&Action::Coordinate) && is_open(&visitor, operation),
        },
    );
    Ok(Html(write(&page)).into_response())
}

fn is_filter(name: &str) -> bool {
    matches!(name, "substance" | "country" | "level" | "text")
}

/// `GET /detections/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    shown(&visitor, &record_id(&id)?, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

async fn shown(visitor: &SignedIn, id: &RecordId, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    let shown = app::detection::get(&visitor.cx, id).await?;
    let versions = versions(app::record::history::<Detection>(&visitor.cx, id).await?);
    let (found, operation) = (&shown.found, shown.found.seen.operation());
    let mut frame = visitor.frame_in(found.record.content.written.clone(), Room::Background, operation).await;
    frame.stand_under("detections");
    let open = is_open(visitor, operation) && found.record.header.state != Standing::Retracted;
    let page = show_page(
        &frame,
        Show {
            operation,
            record: &found.record,
            laboratory: shown.laboratory.as_ref(),
            sightings: &shown.sightings,
            new_to_region: shown.new_to_region,
            incident: shown.incident.as_ref(),
            versions: &versions,
            may_revise: open && found.may.contains(&Action::Revise),
            may_alert: open && found.seen.may.contains(&Action::Coordinate),
            typed,
            problems,
        },
    );
    Ok((status, Html(write(&page))).into_response())
}

/// The laboratories of those who take part, the visitor's own first.
async fn laboratories(visitor: &SignedIn, operation: &Operation) -> Result<Vec<Agency>, Failure> {
    let takes_part = operation.participants();
    let mut all = app::agency::list(&visitor.cx).await?;
    all.retain(|agency| agency.kind == AgencyKind::ForensicLaboratory && takes_part.contains(&agency.participant));
    all.sort_by_key(|agency| agency.participant != visitor.member.participant);
    Ok(all)
}

/// The operation, where the visitor may bring in a detection now.
async fn open_operation(visitor: &SignedIn, code: &str) -> Result<Operation, Failure> {
    let seen = app::operation::get(&visitor.cx, code).await?;
    if !seen.may.contains(&Action::Contribute) {
        return Err(app::Error::Refused("role").into());
    }
    if !is_open(visitor, seen.operation()) {
        return Err(app::Error::Refused("stage").into());
    }
    Ok(seen.record.content)
}

/// `GET /operations/{code}/detections/new`.
pub async fn new(visitor: SignedIn, Path(code): Path<String>) -> Answer {
    let operation = open_operation(&visitor, &code).await?;
    let own = Country::by_code(visitor.member.participant.as_str());
    let draft = DetectionDraft {
        country: own.map_or_else(String::new, |country| country.code.clone()),
        context: "seizure".to_owned(),
        laboratory_agency: laboratories(&visitor, &operation)
            .await?
            .first()
            .filter(|agency| agency.participant == visitor.member.participant)
            .map_or_else(String::new, |agency| agency.id.to_string()),
        marking: MarkingDraft::of(&operation.marking),
        ..DetectionDraft::default()
    };
    form_page(&visitor, &operation, &typed(&draft), (&Problems::none(), StatusCode::OK), None).await
}

/// What is amended: the record, the revision its writer saw, and the current one where somebody was faster.
type Amends<'a> = (&'a Record<Detection>, u32, Option<u32>);

async fn form_page(
    visitor: &SignedIn,
    operation: &Operation,
    typed: &Typed,
    (problems, status): (&Problems, StatusCode),
    amends: Option<Amends<'_>>,
) -> Answer {
    let t = visitor.t;
    let title = match amends {
        Some((record, ..)) => t.say_one("detection-edit-title", "name", record.content.written.as_str()),
        None => t.say("detection-new-form"),
    };
    let mut frame = visitor.frame_in(title, Room::Background, operation).await;
    frame.stand_under("detections");
    frame.modules = vec!["draft.mjs"];
    let laboratories = laboratories(visitor, operation).await?;
    let page = form(
        &frame,
        Edit {
            operation,
            typed,
            problems,
            laboratories: &laboratories,
            amends: amends.map(|(record, base, _)| (&record.header.id, base)),
            newer: amends.and_then(|(.., newer)| newer),
        },
    );
    Ok((status, Html(write(&page))).into_response())
}

/// The draft of a form: a name taken from the suggestions replaces the one typed.
fn draft(sent: &Typed) -> Result<(DetectionDraft, bool), Failure> {
    let chosen = sent.get("choose").trim().to_owned();
    let own = |name: &str| !matches!(name, "base" | "choose");
    let mut draft: DetectionDraft = read(&Typed(sent.0.iter().filter(|(name, _)| own(name)).cloned().collect()))?;
    draft.substance.clear();
    if !chosen.is_empty() {
        draft.written.clone_from(&chosen);
        draft.unknown = false;
    }
    Ok((draft, !chosen.is_empty()))
}

/// `POST /operations/{code}/detections/new`.
pub async fn submit(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let operation = open_operation(&visitor, &code).await?;
    let (draft, is_step) = draft(&sent)?;
    let found = if is_step {
        (Problems::none(), StatusCode::OK)
    } else {
        match app::detection::submit(&visitor.cx, &code, &draft).await {
            Ok(record) => return Ok(kept(&server, &record.header.id, "flash-detection-submitted")),
            Err(error) => Failure::from(error).on_form()?,
        }
    };
    form_page(&visitor, &operation, &typed(&draft), (&found.0, found.1), None).await
}

fn kept(server: &Server, id: &RecordId, flash: &'static str) -> axum::response::Response {
    redirect_with(&server.config, &format!("/detections/{id}"), FlashKind::Good, flash)
}

/// The record, where the visitor may revise it now.
async fn open_record(visitor: &SignedIn, id: &RecordId) -> Result<app::record::Found<Detection>, Failure> {
    let found = app::record::get::<Detection>(&visitor.cx, id).await?;
    let reason = if !found.may.contains(&Action::Revise) {
        "role"
    } else if found.record.header.state == Standing::Retracted {
        "retracted"
    } else if !is_open(visitor, found.seen.operation()) {
        "stage"
    } else {
        return Ok(found);
    };
    Err(app::Error::Refused(reason).into())
}

/// `GET /detections/{id}/edit`.
pub async fn edit(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = open_record(&visitor, &record_id(&id)?).await?;
    let record = &found.record;
    let draft =
        DetectionDraft { marking: MarkingDraft::of(&record.header.marking), ..DetectionDraft::of(&record.content) };
    let amends = Some((record, record.header.revision, None));
    let nothing = (&Problems::none(), StatusCode::OK);
    form_page(&visitor, found.seen.operation(), &typed(&draft), nothing, amends).await
}

/// `POST /detections/{id}/edit`.
pub async fn amend(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let found = open_record(&visitor, &id).await?;
    let (draft, is_step) = draft(&sent)?;
    let current = found.record.header.revision;
    let mut amends = (&found.record, base(&sent), None);
    let mut told = (Problems::none(), StatusCode::OK);
    if !is_step {
        match app::detection::amend(&visitor.cx, &id, base(&sent), &draft).await {
            Ok(_) => return Ok(kept(&server, &id, "flash-detection-amended")),
            Err(app::Error::Stale { .. }) => {
                amends = (&found.record, current, Some(current));
                told.1 = StatusCode::CONFLICT;
            }
            Err(error) => told = Failure::from(error).on_form()?,
        }
    }
    form_page(&visitor, found.seen.operation(), &typed(&draft), (&told.0, told.1), Some(amends)).await
}

/// `POST /detections/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::detection::retract(&visitor.cx, &id, base(&sent), sent.get("reason")).await;
    match stepped(&server, done, &format!("/detections/{id}"), "flash-detection-retracted")? {
        Ok(answer) => Ok(answer),
        Err((problems, status)) => shown(&visitor, &id, &sent, &problems, status).await,
    }
}
