//! `/operations/{code}/plan`, `/plans/{id}`: the plan, its versions, its clauses, and the steps of its coordinator.
//!
//! Refuses to show a step that its reader may not take; a step from an old revision is shown the current one.

pub mod clause;
pub mod step;

use crate::error::{Answer, Failure};
use crate::frame::address_of;
use crate::pages::shared::lines;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Posted, Typed};
use crate::visitor::SignedIn;
use app::plan::{Shown, Version};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::id::RecordId;
use model::names::Names;
use model::operation::Operation;
use model::permission::Action;
use model::plan::Plan;
use model::problem::Problems;
use model::record::Record;
use render::frame::{FlashKind, Frame, Room};
use render::page::plan::{ChangesPage, HeardLine, NonePage, PlanPage, Shows, Told, VersionLine};
use render::page::shared::RelatedLine;
use render::page::write;

/// The address of a version.
pub fn path_of(id: &RecordId) -> String {
    format!("/plans/{id}")
}

/// The frame of a page about a plan: in the plan's room, under its tab.
pub async fn frame(visitor: &SignedIn, title: String, operation: &Operation) -> Frame {
    let mut frame = visitor.frame_in(title, Room::Plan, operation).await;
    frame.stand_under("plan");
    frame
}

/// What a version is shown with, in the shape its pages take.
pub struct Lines {
    links: Vec<RelatedLine>,
    versions: Vec<VersionLine>,
    heard: Vec<HeardLine>,
}

impl Lines {
    /// Of this version.
    pub fn of(shown: &Shown) -> Self {
        let version = |version: &Version| VersionLine {
            id: version.record.header.id.clone(),
            version: version.record.content.version,
            standing: version.standing,
            sent: version.record.content.sent,
            note: version.record.content.note.clone(),
        };
        let heard = |heard: &app::plan::Heard| HeardLine {
            participant: heard.participant.clone(),
            read: heard.read,
            comments: heard.comments,
        };
        let links = lines(shown.links.clone());
        Self {
            links,
            versions: shown.versions.iter().map(version).collect(),
            heard: shown.heard.iter().map(heard).collect(),
        }
    }

    /// The version with them.
    pub fn shows<'a>(&'a self, shown: &'a Shown) -> Shows<'a> {
        Shows {
            operation: shown.seen.operation(),
            record: &shown.version.record,
            standing: shown.version.standing,
            tally: &shown.version.tally,
            versions: &self.versions,
            comments: &shown.comments,
            resolved: &shown.resolved,
            heard: &self.heard,
            acceptances: &shown.acceptances,
            annexes: &shown.annexes,
            links: &self.links,
            next_open: shown.next_open.as_ref(),
            may: &shown.seen.may,
            own: &shown.seen.reader.participant,
        }
    }
}

/// A comment in the shape its pages take.
pub fn told(told: &app::comment::Told) -> Told {
    Told { comment: told.comment.clone(), resolution: told.resolution.clone() }
}

fn title(visitor: &SignedIn, names: &Names) -> String {
    names.say(visitor.lang).to_owned()
}

/// `GET /operations/{code}/plan`.
pub async fn room(visitor: SignedIn, Path(code): Path<String>) -> Answer {
    let (seen, shown) = app::plan::room(&visitor.cx, &code).await?;
    match shown {
        Some(shown) => page(&visitor, &shown).await,
        None => none(&visitor, &seen, &Typed::nothing(), &Problems::none(), StatusCode::OK).await,
    }
}

async fn none(
    visitor: &SignedIn,
    seen: &app::operation::Seen,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let frame = frame(visitor, visitor.t.say("plan-title"), seen.operation()).await;
    let may = seen.may.contains(&Action::Coordinate) && !seen.operation().is_closed();
    Ok((status, Html(write(&NonePage::new(&frame, seen.operation(), may, typed, problems)))).into_response())
}

async fn page(visitor: &SignedIn, shown: &Shown) -> Answer {
    let frame = frame(visitor, title(visitor, &shown.version.record.content.title), shown.seen.operation()).await;
    let lines = Lines::of(shown);
    Ok(Html(write(&PlanPage::new(&frame, lines.shows(shown)))).into_response())
}

/// `POST /operations/{code}/plan`.
pub async fn create(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    match app::plan::create(&visitor.cx, &code, sent.get("start")).await {
        Ok(_) => {
            let seen = app::operation::get(&visitor.cx, &code).await?;
            let to = format!("{}/plan", address_of(seen.operation()));
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-plan-begun"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            let seen = app::operation::get(&visitor.cx, &code).await?;
            none(&visitor, &seen, &sent, &problems, status).await
        }
    }
}

/// `GET /plans/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    page(&visitor, &app::plan::get(&visitor.cx, &record_id(&id)?).await?).await
}

/// `GET /plans/{id}/changes`.
pub async fn changes(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let shown = app::plan::get(&visitor.cx, &record_id(&id)?).await?;
    let before = shown.before().map_or(&shown.version.record, |before| &before.record);
    let causes = app::plan::causes(&visitor.cx, &shown).await?;
    let causes = causes.into_iter().map(|(clause, all)| (clause, all.iter().map(told).collect())).collect();
    let agencies = crate::pages::overview::agencies(&visitor, &shown.seen).await?;
    let frame = frame(&visitor, visitor.t.say("plan-changes-title"), shown.seen.operation()).await;
    let lines = Lines::of(&shown);
    let page = ChangesPage::new(&frame, &lines.shows(&shown), before, &causes, &agencies);
    Ok(Html(write(&page)).into_response())
}

/// `POST /plans/{id}/next`.
pub async fn next(State(server): State<Server>, visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let made = app::plan::next(&visitor.cx, &record_id(&id)?).await?;
    Ok(redirect_with(&server.config, &path_of(&made.header.id), FlashKind::Good, "flash-plan-next"))
}

/// `POST /plans/{id}/read`.
pub async fn read(State(server): State<Server>, visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let id = record_id(&id)?;
    app::comment::read(&visitor.cx, &id).await?;
    Ok(redirect_with(&server.config, &path_of(&id), FlashKind::Good, "flash-plan-read"))
}

/// What a write of the whole version leads to: the version, with what was done or that somebody was faster.
pub fn stepped(server: &Server, id: &RecordId, done: app::Result<Record<Plan>>, key: &str) -> Answer {
    match done {
        Ok(_) => Ok(redirect_with(&server.config, &path_of(id), FlashKind::Good, key)),
        Err(app::Error::Stale { .. }) => {
            Ok(redirect_with(&server.config, &path_of(id), FlashKind::Warn, "flash-plan-stale"))
        }
        Err(other) => Err(other.into()),
    }
}
