//! The record of an incident: read, an earlier revision beside it, confirmed, retracted, told apart from its duplicate.
//!
//! Refuses to write on a GET, and to overwrite: each decision names the revision that its writer saw.

pub mod form;

use crate::error::{Answer, Failure};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::Posted;
use crate::visitor::SignedIn;
use app::incident::Seen;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::id::RecordId;
use model::permission::Action;
use model::problem::Problems;
use model::record::State as Standing;
use model::stage::Work;
use render::form::Typed;
use render::frame::{FlashKind, Room};
use render::page::incident::{Asked, Decision, DecisionPage, IncidentPage, RevisionPage, Version};
use render::page::incident_facts::title;
use render::page::write;

/// The identifier in an address; anything else names nothing.
pub fn record_id(text: &str) -> Result<RecordId, Failure> {
    text.parse().map_err(|_| Failure::App(app::Error::NotFound))
}

/// The address of a record.
pub fn address(id: &RecordId) -> String {
    format!("/incidents/{id}")
}

/// `GET /incidents/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let seen = app::incident::get(&visitor.cx, &record_id(&id)?).await?;
    show_record(&visitor, seen, &Problems::none(), StatusCode::OK).await
}

/// The record's page, with what is wrong with something that was sent from it.
pub async fn show_record(visitor: &SignedIn, seen: Seen, problems: &Problems, status: StatusCode) -> Answer {
    let frame = visitor.frame_in(title(visitor.t, &seen.record.content), Room::Incidents, &seen.operation).await;
    let may = may_now(visitor, &seen);
    let asked =
        seen.questions.into_iter().map(|question| Asked { problem: question.problem, answered: question.answered });
    let questions: Vec<Asked> = asked.collect();
    let versions: Vec<Version> = seen
        .revisions
        .into_iter()
        .map(|line| Version {
            revision: line.revision,
            state: line.state,
            author_role: line.author_role,
            reason: line.reason,
            changed: line.changed,
            door: line.door,
        })
        .collect();
    let page = IncidentPage {
        frame: &frame,
        record: &seen.record,
        operation: &seen.operation,
        may: &may,
        questions: &questions,
        attachments: &seen.attachments,
        versions: &versions,
        agency: seen.agency.as_ref(),
        recipients: &seen.recipients,
        problems,
    };
    Ok((status, Html(write(&page))).into_response())
}

/// What the reader may do with the record while its operation stands where it stands.
fn may_now(visitor: &SignedIn, seen: &Seen) -> Vec<Action> {
    let state = seen.record.header.state;
    let open = seen.operation.is_open_for(Work::Amend, visitor.cx.now().day());
    if state == Standing::Retracted || !open {
        return Vec::new();
    }
    let sensible = |action: &&Action| **action != Action::Confirm || state != Standing::Confirmed;
    seen.may.iter().filter(sensible).copied().collect()
}

/// Refuses what the page would not have offered, for the same reason as the verb would.
fn must(visitor: &SignedIn, seen: &Seen, action: Action) -> Result<(), Failure> {
    let reason = if !seen.may.contains(&action) {
        "role"
    } else if seen.record.header.state == Standing::Retracted {
        "retracted"
    } else if action == Action::Confirm && seen.record.header.state == Standing::Confirmed {
        "already-confirmed"
    } else if !seen.operation.is_open_for(Work::Amend, visitor.cx.now().day()) {
        "stage"
    } else {
        return Ok(());
    };
    Err(app::Error::Refused(reason).into())
}

/// `GET /incidents/{id}/revisions/{revision}`.
pub async fn revision(visitor: SignedIn, Path((id, number)): Path<(String, String)>) -> Answer {
    let id = record_id(&id)?;
    let number = number.parse().map_err(|_| Failure::App(app::Error::NotFound))?;
    let record = app::incident::revision(&visitor.cx, &id, number).await?;
    let seen = app::incident::get(&visitor.cx, &id).await?;
    let what = title(visitor.t, &record.content);
    let heading = visitor.t.say_with("incident-revision-title", &[("number", number.into()), ("title", what.into())]);
    let frame = visitor.frame_in(heading, Room::Incidents, &seen.operation).await;
    let page = RevisionPage { frame: &frame, record: &record, current: &seen.record, agency: seen.agency.as_ref() };
    Ok(Html(write(&page)).into_response())
}

/// `GET /incidents/{id}/confirm`.
pub async fn ask_confirm(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    ask(&visitor, &record_id(&id)?, Decision::Confirm).await
}

/// `GET /incidents/{id}/retract`.
pub async fn ask_retract(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    ask(&visitor, &record_id(&id)?, Decision::Retract).await
}

async fn ask(visitor: &SignedIn, id: &RecordId, decision: Decision) -> Answer {
    let seen = app::incident::get(&visitor.cx, id).await?;
    let action = match decision {
        Decision::Confirm => Action::Confirm,
        Decision::Retract => Action::Retract,
    };
    must(visitor, &seen, action)?;
    show_decision(visitor, &seen, decision, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

async fn show_decision(
    visitor: &SignedIn,
    seen: &Seen,
    decision: Decision,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let what = title(visitor.t, &seen.record.content);
    let heading = visitor.t.say_one(&format!("incident-{}-title", decision.code()), "title", what);
    let frame = visitor.frame_in(heading, Room::Incidents, &seen.operation).await;
    let stale = status == StatusCode::CONFLICT;
    let page = DecisionPage { frame: &frame, record: &seen.record, decision, typed, problems, stale };
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /incidents/{id}/confirm`.
pub async fn confirm(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(typed): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::incident::confirm(&visitor.cx, &id, base(&typed)).await;
    decided(&server, &visitor, &id, Decision::Confirm, &typed, done.map(|_| ())).await
}

/// `POST /incidents/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(typed): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::incident::retract(&visitor.cx, &id, base(&typed), typed.get("reason")).await;
    decided(&server, &visitor, &id, Decision::Retract, &typed, done.map(|_| ())).await
}

/// The record after a decision, or the page again with what keeps it from being taken.
async fn decided(
    server: &Server,
    visitor: &SignedIn,
    id: &RecordId,
    decision: Decision,
    typed: &Typed,
    done: app::Result<()>,
) -> Answer {
    let flash = match decision {
        Decision::Confirm => "flash-incident-confirmed",
        Decision::Retract => "flash-incident-retracted",
    };
    let (problems, status) = match done {
        Ok(()) => return Ok(redirect_with(&server.config, &address(id), FlashKind::Good, flash)),
        Err(app::Error::Invalid(problems)) => (problems, StatusCode::UNPROCESSABLE_ENTITY),
        Err(app::Error::Stale { .. }) => (Problems::none(), StatusCode::CONFLICT),
        Err(error) => return Err(error.into()),
    };
    let seen = app::incident::get(&visitor.cx, id).await?;
    show_decision(visitor, &seen, decision, typed, &problems, status).await
}

/// `POST /incidents/{id}/same-as`: whether two records are one seizure.
pub async fn same_as(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(typed): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let same = typed.get("decision") == "same";
    let other = if same { Some(record_id(typed.get("other"))?) } else { None };
    let (kind, flash) = match app::incident::same_as(&visitor.cx, &id, base(&typed), other.as_ref()).await {
        Ok(_) if same => (FlashKind::Good, "flash-incident-same"),
        Ok(_) => (FlashKind::Good, "flash-incident-apart"),
        Err(app::Error::Stale { .. }) => (FlashKind::Warn, "flash-incident-stale"),
        Err(app::Error::Invalid(problems)) => {
            let seen = app::incident::get(&visitor.cx, &id).await?;
            return show_record(&visitor, seen, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Err(error) => return Err(error.into()),
    };
    Ok(redirect_with(&server.config, &address(&id), kind, flash))
}

/// The revision that the writer saw; zero, which no revision is, where none was sent.
fn base(typed: &Typed) -> u32 {
    typed.get("base").parse().unwrap_or_default()
}
