//! Analysis briefs: listed, read, put together, issued, taken back, answered, printed.
//!
//! Refuses to write on a GET, and to show of a brief what a finding's marking hides from the visitor.

use crate::error::{Answer, Failure};
use crate::pages::detection::{is_open, versions};
use crate::pages::finding::{may_revise, open_operation, refusal};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Posted, Typed, read};
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use app::brief::Shown;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use model::brief::{Brief, BriefDraft, BriefStatus};
use model::card::Wanted;
use model::id::RecordId;
use model::marking::MarkingDraft;
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problems;
use model::reply::ReplyDraft;
use render::frame::{FlashKind, Room};
use render::page::brief::{DocumentPage, Edit, Show, Told, form, list as list_page, show as show_page, typed};
use render::page::incident::Version;
use render::page::write;
use serde::Deserialize;

/// `GET /operations/{code}/briefs`.
pub async fn list(visitor: SignedIn, Path(code): Path<String>) -> Answer {
    let (seen, briefs) = app::brief::list(&visitor.cx, &code).await?;
    let operation = seen.operation();
    let frame = visitor.frame_in(visitor.t.say("brief-title"), Room::Analysis, operation).await;
    let may = seen.may.contains(&Action::Analyse) && is_open(&visitor, operation);
    Ok(Html(write(&list_page(&frame, operation, &briefs, may))).into_response())
}

fn told(shown: &Shown) -> Vec<Told<'_>> {
    fn part(part: &app::brief::Part) -> Told<'_> {
        let app::brief::Part { item, finding, current, retracted, evidence, replies } = part;
        Told { item, finding, current: *current, retracted, evidence, replies }
    }
    shown.parts.iter().map(part).collect()
}

fn page_of<'a>(
    shown: &'a Shown,
    parts: &'a [Told<'a>],
    versions: &'a [Version],
    may_revise: bool,
    (typed, problems): (&'a Typed, &'a Problems),
) -> Show<'a> {
    Show {
        operation: shown.found.seen.operation(),
        record: &shown.found.record,
        parts,
        replies: &shown.replies,
        hash: &shown.hash,
        versions,
        may_reply: shown.may_reply,
        may_revise,
        typed,
        problems,
    }
}

/// `GET /briefs/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    shown(&visitor, &record_id(&id)?, &Typed::nothing(), (&Problems::none(), StatusCode::OK)).await
}

async fn shown(
    visitor: &SignedIn,
    id: &RecordId,
    typed: &Typed,
    (problems, status): (&Problems, StatusCode),
) -> Answer {
    let shown = app::brief::get(&visitor.cx, id).await?;
    let versions = versions(app::record::history::<Brief>(&visitor.cx, id).await?);
    let found = &shown.found;
    let mut frame = visitor.frame_in(found.record.content.title.clone(), Room::Analysis, found.seen.operation()).await;
    frame.stand_under("briefs");
    let parts = told(&shown);
    let page = page_of(&shown, &parts, &versions, may_revise(visitor, found), (typed, problems));
    Ok((status, Html(write(&show_page(&frame, page)))).into_response())
}

/// `GET /briefs/{id}/document`.
pub async fn document(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let shown = app::brief::get(&visitor.cx, &record_id(&id)?).await?;
    let (nothing, none, parts) = (Typed::nothing(), Problems::none(), told(&shown));
    let page = DocumentPage::new(visitor.t, page_of(&shown, &parts, &[], false, (&nothing, &none)));
    Ok(Html(write(&page)).into_response())
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
    let key = if amends.is_some() { "brief-change" } else { "brief-add" };
    let mut frame = visitor.frame_in(visitor.t.say(key), Room::Analysis, operation).await;
    frame.stand_under("briefs");
    let agreed = Wanted { status: vec!["agreed".to_owned()], limit: 100, ..Wanted::default() };
    let (_, findings, _) = app::finding::list(&visitor.cx, &operation.code, &agreed).await?;
    let page = form(
        &frame,
        Edit {
            operation,
            typed,
            problems,
            findings: &findings,
            amends: amends.map(|(id, base, _)| (id, base)),
            newer: amends.and_then(|(.., newer)| newer),
        },
    );
    Ok((status, Html(write(&page))).into_response())
}

/// `GET /operations/{code}/briefs/new`.
pub async fn new(visitor: SignedIn, Path(code): Path<String>) -> Answer {
    let operation = open_operation(&visitor, &code).await?;
    let draft = BriefDraft { lang: visitor.lang.tag().to_owned(), ..BriefDraft::default() };
    form_page(&visitor, &operation, &typed(&draft), (&Problems::none(), StatusCode::OK), None).await
}

fn draft(sent: &Typed) -> Result<BriefDraft, Failure> {
    read(&Typed(sent.0.iter().filter(|(name, _)| name != "base").cloned().collect()))
}

fn kept(server: &Server, id: &RecordId, flash: &'static str) -> Response {
    redirect_with(&server.config, &format!("/briefs/{id}"), FlashKind::Good, flash)
}

/// `POST /operations/{code}/briefs/new`.
pub async fn create(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let operation = open_operation(&visitor, &code).await?;
    let draft = draft(&sent)?;
    match app::brief::create(&visitor.cx, &code, &draft).await {
        Ok(record) => Ok(kept(&server, &record.header.id, "flash-brief-created")),
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            form_page(&visitor, &operation, &typed(&draft), (&problems, status), None).await
        }
    }
}

async fn open_draft(visitor: &SignedIn, id: &RecordId) -> Result<app::record::Found<Brief>, Failure> {
    let found = app::record::get::<Brief>(&visitor.cx, id).await?;
    refusal(visitor, &found)?;
    if found.record.content.status != BriefStatus::Draft {
        return Err(app::Error::Refused("brief-issued").into());
    }
    Ok(found)
}

/// `GET /briefs/{id}/edit`.
pub async fn edit(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = open_draft(&visitor, &record_id(&id)?).await?;
    let header = &found.record.header;
    let typed = typed(&BriefDraft::of(&found.record.content));
    let amends = Some((&header.id, header.revision, None));
    form_page(&visitor, found.seen.operation(), &typed, (&Problems::none(), StatusCode::OK), amends).await
}

/// `POST /briefs/{id}/edit`.
pub async fn change(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let found = open_draft(&visitor, &id).await?;
    let draft = draft(&sent)?;
    let current = found.record.header.revision;
    let mut amends = (&id, base(&sent), None);
    let told = match app::brief::change(&visitor.cx, &id, base(&sent), &draft).await {
        Ok(_) => return Ok(kept(&server, &id, "flash-brief-changed")),
        Err(app::Error::Stale { .. }) => {
            amends = (&id, current, Some(current));
            (Problems::none(), StatusCode::CONFLICT)
        }
        Err(error) => Failure::from(error).on_form()?,
    };
    form_page(&visitor, found.seen.operation(), &typed(&draft), (&told.0, told.1), Some(amends)).await
}

/// The record after a step, or its page again with what kept the step from being taken.
async fn stepped<T>(
    server: &Server,
    visitor: &SignedIn,
    id: &RecordId,
    sent: &Typed,
    done: app::Result<T>,
    flash: &'static str,
) -> Answer {
    match done {
        Ok(_) => Ok(kept(server, id, flash)),
        Err(app::Error::Stale { .. }) => {
            let to = format!("/briefs/{id}");
            Ok(redirect_with(&server.config, &to, FlashKind::Warn, "flash-operation-stale"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            shown(visitor, id, sent, (&problems, status)).await
        }
    }
}

/// The marking of the form that issues a brief.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Marked {
    marking: MarkingDraft,
}

/// `POST /briefs/{id}/issue`.
pub async fn issue(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let marked: Marked = read(&sent)?;
    let done = app::brief::issue(&visitor.cx, &id, base(&sent), &marked.marking).await;
    stepped(&server, &visitor, &id, &sent, done, "flash-brief-issued").await
}

/// `POST /briefs/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::brief::retract(&visitor.cx, &id, base(&sent), sent.get("reason")).await;
    stepped(&server, &visitor, &id, &sent, done, "flash-brief-retracted").await
}

/// `POST /briefs/{id}/replies`.
pub async fn reply(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let word = |name: &str| sent.get(name).to_owned();
    let draft = ReplyDraft {
        finding: word("finding"),
        stance: word("stance"),
        answer: word("answer"),
        lang: visitor.lang.tag().to_owned(),
    };
    let done = app::brief::reply(&visitor.cx, &id, &draft).await;
    stepped(&server, &visitor, &id, &sent, done, "flash-brief-replied").await
}
