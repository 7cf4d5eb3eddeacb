//! The plan of an operation and the steps of its stages: open, close, open again; asking for the closing, seconding it.
//!
//! Refuses to step from an old revision: the reader is shown what is current and repeats the step.

use crate::error::{Answer, Failure};
use crate::frame::address_of;
use crate::pages::operation::revision;
use crate::pages::overview::agencies;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Posted, Typed};
use crate::visitor::SignedIn;
use app::operation::Seen;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::operation::Operation;
use model::problem::Problems;
use model::record::Record;
use model::stage::StageKind;
use render::frame::{FlashKind, Room};
use render::page::stage::{Plan, PlanPage, Revision};
use render::page::write;

/// `GET /operations/{code}/stages`.
pub async fn show(visitor: SignedIn, Path(code): Path<String>) -> Answer {
    let seen = app::operation::get(&visitor.cx, &code).await?;
    plan(&visitor, &seen, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

async fn plan(visitor: &SignedIn, seen: &Seen, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    let participants = app::participant::list(&visitor.cx).await?;
    let agencies = agencies(visitor, seen).await?;
    let lines = app::operation::history(&visitor.cx, &seen.operation().code).await?;
    let told = lines.into_iter().map(|line| Revision {
        number: line.revision,
        role: line.author_role,
        changed: line.changed,
        door: line.door,
    });
    let history: Vec<Revision> = told.collect();
    let frame = visitor.frame_in(visitor.t.say("stage-plan"), Room::Plan, seen.operation()).await;
    let plan = Plan {
        operation: seen.operation(),
        revision: seen.record.header.revision,
        participants: &participants,
        agencies: &agencies,
        may: &seen.may,
        asked_by_me: seen.operation().closing_asked_by == Some(visitor.member.id),
        history: &history,
    };
    Ok((status, Html(write(&PlanPage::new(&frame, plan, typed, problems)))).into_response())
}

/// `POST /operations/{code}/stages/{kind}/open`.
pub async fn open(
    State(server): State<Server>,
    visitor: SignedIn,
    Path((code, kind)): Path<(String, String)>,
    Posted(sent): Posted,
) -> Answer {
    let stage = stage(&kind)?;
    let done = app::stage::open(&visitor.cx, &code, revision(&sent)?, stage, sent.get("reason")).await;
    if let Err(app::Error::Invalid(problems)) = &done {
        let seen = app::operation::get(&visitor.cx, &code).await?;
        let typed = Typed::nothing().with("kind", stage.code()).with("reason", sent.get("reason"));
        return plan(&visitor, &seen, &typed, problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    stepped(&server, &code, done, "flash-stage-opened")
}

/// `POST /operations/{code}/stages/{kind}/close`.
pub async fn close(
    State(server): State<Server>,
    visitor: SignedIn,
    Path((code, kind)): Path<(String, String)>,
    Posted(sent): Posted,
) -> Answer {
    let done = app::stage::close(&visitor.cx, &code, revision(&sent)?, stage(&kind)?).await;
    stepped(&server, &code, done, "flash-stage-closed")
}

fn stage(kind: &str) -> Result<StageKind, Failure> {
    StageKind::parse(kind).ok_or(Failure::App(app::Error::NotFound))
}

/// `POST /operations/{code}/closing/ask`.
pub async fn ask_closing(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let done = app::stage::ask_closing(&visitor.cx, &code, revision(&sent)?).await;
    stepped(&server, &code, done, "flash-closing-asked")
}

/// `POST /operations/{code}/closing/withdraw`.
pub async fn withdraw_closing(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let done = app::stage::withdraw_closing(&visitor.cx, &code, revision(&sent)?).await;
    stepped(&server, &code, done, "flash-closing-withdrawn")
}

/// `POST /operations/{code}/closing/second`.
pub async fn second_closing(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let done = app::stage::close_operation(&visitor.cx, &code, revision(&sent)?).await;
    stepped(&server, &code, done, "flash-operation-closed")
}

/// Back to the plan, with what was done or that somebody was faster.
fn stepped(server: &Server, code: &str, done: app::Result<Record<Operation>>, key: &str) -> Answer {
    match done {
        Ok(record) => {
            let to = format!("{}/stages", address_of(&record.content));
            Ok(redirect_with(&server.config, &to, FlashKind::Good, key))
        }
        Err(app::Error::Stale { .. }) => {
            let to = format!("/operations/{}/stages", render::html::query(code));
            Ok(redirect_with(&server.config, &to, FlashKind::Warn, "flash-operation-stale"))
        }
        Err(other) => Err(other.into()),
    }
}
