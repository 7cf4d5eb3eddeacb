//! Saved views: a question of the workspace kept under a name, shown, taken back.
//!
//! Refuses to keep a question that was not understood whole.

use crate::error::{Answer, Failure};
use crate::pages::detection::{is_open, versions};
use crate::pages::workspace::question;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Posted, Typed};
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::id::RecordId;
use model::permission::Action;
use model::problem::Problems;
use model::record::State as Standing;
use model::view::{View, ViewDraft};
use model::workspace::Question;
use render::frame::{FlashKind, Room};
use render::page::{view as pages, write};

/// The question behind an address of the workspace.
async fn asked_in(visitor: &SignedIn, address: &str) -> Result<(Question, Problems), Failure> {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=')?;
        let plain = |text: &str| percent(text);
        Some((plain(name), plain(value)))
    };
    question(visitor, &Typed(query.split('&').filter_map(pair).take(200).collect())).await
}

/// A text of an address with its `%XX` undone; a stray one stands for itself.
fn percent(text: &str) -> String {
    let (bytes, mut out, mut at) = (text.as_bytes(), Vec::with_capacity(text.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let pair = text.get(at + 1..at + 3).filter(|_| *byte == b'%');
        if let Some(undone) = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            out.push(undone);
            at += 3;
        } else {
            out.push(if *byte == b'+' { b' ' } else { *byte });
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// `GET /operations/{code}/views/new?address=`.
pub async fn new(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let seen = app::operation::get(&visitor.cx, &code).await?;
    if !seen.may.contains(&Action::Contribute) {
        return Err(app::Error::Refused("role").into());
    }
    if !is_open(&visitor, seen.operation()) {
        return Err(app::Error::Refused("stage").into());
    }
    let (question, problems) = asked_in(&visitor, asked.get("address")).await?;
    form(&visitor, &code, &question, &Typed::nothing(), (&problems, StatusCode::OK)).await
}

async fn form(
    visitor: &SignedIn,
    code: &str,
    question: &Question,
    typed: &Typed,
    (problems, status): (&Problems, StatusCode),
) -> Answer {
    let seen = app::operation::get(&visitor.cx, code).await?;
    let mut frame = visitor.frame_in(visitor.t.say("view-new"), Room::Analysis, seen.operation()).await;
    frame.stand_under("workspace");
    let page = pages::form(&frame, seen.operation(), question, typed, problems);
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /operations/{code}/views/new`.
pub async fn save(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let (question, problems) = asked_in(&visitor, sent.get("address")).await?;
    let draft = ViewDraft { name: sent.get("name").to_owned(), shared: sent.get("shared") == "true" };
    let done = match problems.or(Some(())) {
        Ok(()) => app::view::save(&visitor.cx, &code, &draft, &question).await,
        Err(problems) => {
            // Whoever may not save is told that first.
            let seen = app::operation::get(&visitor.cx, &code).await?;
            if !seen.may.contains(&Action::Contribute) {
                return Err(app::Error::Refused("role").into());
            }
            Err(problems.into())
        }
    };
    match done {
        Ok(record) => {
            let to = format!("/views/{}", record.header.id);
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-view-saved"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            form(&visitor, &code, &question, &sent, (&problems, status)).await
        }
    }
}

/// `GET /views/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    shown(&visitor, &record_id(&id)?, &Typed::nothing(), (&Problems::none(), StatusCode::OK)).await
}

async fn shown(
    visitor: &SignedIn,
    id: &RecordId,
    typed: &Typed,
    (problems, status): (&Problems, StatusCode),
) -> Answer {
    let found = app::record::get::<View>(&visitor.cx, id).await?;
    let versions = versions(app::record::history::<View>(&visitor.cx, id).await?);
    let operation = found.seen.operation();
    let mut frame = visitor.frame_in(found.record.content.name.clone(), Room::Analysis, operation).await;
    frame.stand_under("findings");
    let may = is_open(visitor, operation)
        && found.may.contains(&Action::Revise)
        && found.record.header.state != Standing::Retracted;
    let page = pages::show(&frame, operation, &found.record, &versions, may, (typed, problems));
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /views/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    match app::view::retract(&visitor.cx, &id, base(&sent), sent.get("reason")).await {
        Ok(_) => Ok(redirect_with(&server.config, &format!("/views/{id}"), FlashKind::Good, "flash-view-retracted")),
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            shown(&visitor, &id, &sent, (&problems, status)).await
        }
    }
}
