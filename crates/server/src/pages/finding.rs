//! Findings: listed with saved views, read, written, amended, taken back.
//!
//! Refuses to write on a GET, and to overwrite: a change names the revision that its writer saw.

use crate::error::{Answer, Failure};
use crate::pages::detection::{is_open, versions};
use crate::pages::shared::stepped;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Posted, Typed, read};
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use model::card::Wanted;
use model::finding::{Finding, FindingDraft};
use model::id::RecordId;
use model::marking::MarkingDraft;
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problems;
use model::record::State as Standing;
use render::frame::{FlashKind, Room};
use render::page::finding::{Edit, Show, form, list as list_page, show as show_page, typed};
use render::page::write;

/// Findings on one page of the list.
const ROWS: u32 = 50;

/// `GET /operations/{code}/findings`.
pub async fn list(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let wanted = Wanted { limit: ROWS + 1, after: asked.get("after").parse().ok(), ..Wanted::default() };
    let (seen, mut findings, count) = app::finding::list(&visitor.cx, &code, &wanted).await?;
    let more = findings.len() > ROWS as usize;
    findings.truncate(ROWS as usize);
    let next = findings.last().filter(|_| more).map(|last| last.header.id.to_string());
    let (_, views) = app::view::list(&visitor.cx, &code).await?;
    let operation = seen.operation();
    let frame = visitor.frame_in(visitor.t.say("finding-title"), Room::Analysis, operation).await;
    let may = seen.may.contains(&Action::Analyse) && is_open(&visitor, operation);
    let page = list_page(&frame, operation, (&findings, count, next.as_deref()), &views, may);
    Ok(Html(write(&page)).into_response())
}

/// `GET /findings/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    shown(&visitor, &record_id(&id)?, &Typed::nothing(), (&Problems::none(), StatusCode::OK)).await
}

async fn shown(
    visitor: &SignedIn,
    id: &RecordId,
    typed: &Typed,
    (problems, status): (&Problems, StatusCode),
) -> Answer {
    let shown = app::finding::get(&visitor.cx, id).await?;
    let versions = versions(app::record::history::<Finding>(&visitor.cx, id).await?);
    let (found, operation) = (&shown.found, shown.found.seen.operation());
    let mut frame = visitor.frame_in(found.record.content.title.clone(), Room::Analysis, operation).await;
    frame.stand_under("findings");
    let page = show_page(
        &frame,
        Show {
            operation,
            record: &found.record,
            evidence: &shown.evidence,
            views: &shown.views,
            versions: &versions,
            may_revise: may_revise(visitor, found),
            typed,
            problems,
        },
    );
    Ok((status, Html(write(&page))).into_response())
}

/// Whether the visitor may revise a record now.
pub fn may_revise<T>(visitor: &SignedIn, found: &app::record::Found<T>) -> bool {
    is_open(visitor, found.seen.operation())
        && found.may.contains(&Action::Revise)
        && found.record.header.state != Standing::Retracted
}

/// The operation, where the visitor may analyse now.
pub async fn open_operation(visitor: &SignedIn, code: &str) -> Result<Operation, Failure> {
    let seen = app::operation::get(&visitor.cx, code).await?;
    if !seen.may.contains(&Action::Analyse) {
        return Err(app::Error::Refused("role").into());
    }
    if !is_open(visitor, seen.operation()) {
        return Err(app::Error::Refused("stage").into());
    }
    Ok(seen.record.content)
}

/// The record and the revision its writer saw, and the current one where somebody was faster.
type Amends<'a> = (&'a RecordId, u32, Option<u32>);

async fn form_page(
    visitor: &SignedIn,
    operation: &Operation,
    typed: &Typed,
    (problems, status): (&Problems, StatusCode),
    amends: Option<Amends<'_>>,
) -> Answer {
    let key = if amends.is_some() { "finding-edit-title" } else { "finding-add" };
    let mut frame = visitor.frame_in(visitor.t.say(key), Room::Analysis, operation).await;
    frame.stand_under("findings");
    frame.modules = vec!["draft.mjs"];
    let (_, views) = app::view::list(&visitor.cx, &operation.code).await?;
    let page = form(
        &frame,
        Edit {
            operation,
            typed,
            problems,
            views: &views,
            amends: amends.map(|(id, base, _)| (id, base)),
            newer: amends.and_then(|(.., newer)| newer),
        },
    );
    Ok((status, Html(write(&page))).into_response())
}

/// `GET /operations/{code}/findings/new`.
pub async fn new(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let operation = open_operation(&visitor, &code).await?;
    let draft = FindingDraft {
        marking: MarkingDraft::of(&operation.marking),
        lang: visitor.lang.tag().to_owned(),
        evidence: asked.get("evidence").to_owned(),
        ..FindingDraft::default()
    };
    form_page(&visitor, &operation, &typed(&draft), (&Problems::none(), StatusCode::OK), None).await
}

fn draft(sent: &Typed) -> Result<FindingDraft, Failure> {
    read(&Typed(sent.0.iter().filter(|(name, _)| name != "base").cloned().collect()))
}

fn kept(server: &Server, id: &RecordId, flash: &'static str) -> Response {
    redirect_with(&server.config, &format!("/findings/{id}"), FlashKind::Good, flash)
}

/// `POST /operations/{code}/findings/new`.
pub async fn submit(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let operation = open_operation(&visitor, &code).await?;
    let draft = draft(&sent)?;
    match app::finding::submit(&visitor.cx, &code, &draft).await {
        Ok(record) => Ok(kept(&server, &record.header.id, "flash-finding-submitted")),
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            form_page(&visitor, &operation, &typed(&draft), (&problems, status), None).await
        }
    }
}

/// Why the visitor may not revise a record.
pub fn refusal<T>(visitor: &SignedIn, found: &app::record::Found<T>) -> Result<(), Failure> {
    let reason = if !found.may.contains(&Action::Revise) {
        "role"
    } else if found.record.header.state == Standing::Retracted {
        "retracted"
    } else if !is_open(visitor, found.seen.operation()) {
        "stage"
    } else {
        return Ok(());
    };
    Err(app::Error::Refused(reason).into())
}

/// `GET /findings/{id}/edit`.
pub async fn edit(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = app::record::get::<Finding>(&visitor.cx, &record_id(&id)?).await?;
    refusal(&visitor, &found)?;
    let header = &found.record.header;
    let draft = FindingDraft { marking: MarkingDraft::of(&header.marking), ..FindingDraft::of(&found.record.content) };
    let amends = Some((&header.id, header.revision, None));
    let nothing = (&Problems::none(), StatusCode::OK);
    form_page(&visitor, found.seen.operation(), &typed(&draft), nothing, amends).await
}

/// `POST /findings/{id}/edit`.
pub async fn amend(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let found = app::record::get::<Finding>(&visitor.cx, &id).await?;
    refusal(&visitor, &found)?;
    let draft = draft(&sent)?;
    let current = found.record.header.revision;
    let mut amends = (&id, base(&sent), None);
    let told = match app::finding::amend(&visitor.cx, &id, base(&sent), &draft).await {
        Ok(_) => return Ok(kept(&server, &id, "flash-finding-amended")),
        Err(app::Error::Stale { .. }) => {
            amends = (&id, current, Some(current));
            (Problems::none(), StatusCode::CONFLICT)
        }
        Err(error) => Failure::from(error).on_form()?,
    };
    form_page(&visitor, found.seen.operation(), &typed(&draft), (&told.0, told.1), Some(amends)).await
}

/// `POST /findings/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::finding::retract(&visitor.cx, &id, base(&sent), sent.get("reason")).await;
    match stepped(&server, done, &format!("/findings/{id}"), "flash-finding-retracted")? {
        Ok(answer) => Ok(answer),
        Err((problems, status)) => shown(&visitor, &id, &sent, (&problems, status)).await,
    }
}
