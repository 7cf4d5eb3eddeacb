//! `/plans/{id}/annexes/new`, `/annexes/{id}`: a participant's own addition to the plan.
//!
//! Refuses whoever is neither its owner nor the coordinator: there is nothing here for them.

use super::plan::{frame, path_of};
use crate::error::{Answer, Failure};
use crate::pages::operation::revision;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Posted, Typed, read};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::annex::{Annex, AnnexDraft};
use model::id::RecordId;
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problems;
use render::form::Form;
use render::frame::FlashKind;
use render::html::{Safe, escape};
use render::page::annex::{AnnexPage, fields, typed as typed_of};
use render::page::plan::form::WritePage;
use render::page::write;

/// Where the form stands, and what it is made from.
struct Aim<'a> {
    operation: &'a Operation,
    back: String,
    action: String,
    base: u32,
    stale: bool,
}

async fn form(visitor: &SignedIn, aim: Aim<'_>, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    let t = visitor.t;
    let mut frame = frame(visitor, t.say("annex-form-title"), aim.operation).await;
    frame.modules.push("draft.mjs");
    let before = if aim.stale {
        format!("<p class=\"flash warn\" role=\"alert\">{}</p>", escape(&t.say("flash-plan-stale")))
    } else {
        String::new()
    };
    let page = WritePage {
        frame: &frame,
        back: (aim.back, t.say("plan-back")),
        before: Safe::ours(before),
        summary: Form::new(t, typed, problems).summary(),
        device: format!("annex:{}", aim.action),
        action: aim.action,
        base: aim.base,
        body: fields(t, typed, problems),
        submit: t.say("annex-save"),
        danger: false,
        adds: None,
        given: status != StatusCode::OK,
    };
    Ok((status, Html(write(&page))).into_response())
}

/// The form of a new annex to that version.
async fn new_form(
    visitor: &SignedIn,
    plan: &RecordId,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let shown = app::plan::get(&visitor.cx, plan).await?;
    if !shown.seen.may.contains(&Action::Contribute) {
        return Err(app::Error::Refused("role").into());
    }
    let at = path_of(plan);
    let aim =
        Aim { operation: shown.seen.operation(), action: format!("{at}/annexes/new"), back: at, base: 0, stale: false };
    form(visitor, aim, typed, problems, status).await
}

/// `GET /plans/{id}/annexes/new`.
pub async fn new(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let typed = Typed::nothing().with("lang", visitor.lang.tag());
    new_form(&visitor, &record_id(&id)?, &typed, &Problems::none(), StatusCode::OK).await
}

/// `POST /plans/{id}/annexes/new`.
pub async fn add(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let draft: AnnexDraft = read(&sent)?;
    match app::annex::write(&visitor.cx, &id, &draft).await {
        Ok(record) => {
            let to = format!("/annexes/{}", record.header.id);
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-annex-kept"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            new_form(&visitor, &id, &sent, &problems, status).await
        }
    }
}

/// `GET /annexes/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = app::record::get::<Annex>(&visitor.cx, &record_id(&id)?).await?;
    let frame = frame(&visitor, found.record.content.title.clone(), found.seen.operation()).await;
    let may_change = found.may.contains(&Action::Revise);
    Ok(Html(write(&AnnexPage { frame: &frame, record: &found.record, may_change })).into_response())
}

async fn edit_form(
    visitor: &SignedIn,
    id: &RecordId,
    sent: Option<&Typed>,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let found = app::record::get::<Annex>(&visitor.cx, id).await?;
    if !found.may.contains(&Action::Revise) {
        return Err(app::Error::Refused("role").into());
    }
    let stands = typed_of(&AnnexDraft::of(&found.record.content));
    let aim = Aim {
        operation: found.seen.operation(),
        action: format!("/annexes/{id}/edit"),
        back: format!("/annexes/{id}"),
        base: match sent {
            // What was refused for its words stays made from the revision its writer saw.
            Some(sent) if status == StatusCode::UNPROCESSABLE_ENTITY => revision(sent)?,
            _ => found.record.header.revision,
        },
        stale: status == StatusCode::CONFLICT,
    };
    form(visitor, aim, sent.unwrap_or(&stands), problems, status).await
}

/// `GET /annexes/{id}/edit`.
pub async fn edit(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    edit_form(&visitor, &record_id(&id)?, None, &Problems::none(), StatusCode::OK).await
}

/// `POST /annexes/{id}/edit`.
pub async fn change(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let draft: AnnexDraft = read(&sent)?;
    match app::annex::change(&visitor.cx, &id, revision(&sent)?, &draft).await {
        Ok(_) => Ok(redirect_with(&server.config, &format!("/annexes/{id}"), FlashKind::Good, "flash-annex-kept")),
        Err(app::Error::Stale { .. }) => {
            edit_form(&visitor, &id, Some(&sent), &Problems::none(), StatusCode::CONFLICT).await
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            edit_form(&visitor, &id, Some(&sent), &problems, status).await
        }
    }
}
