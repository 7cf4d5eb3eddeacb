//! The record of an incident: read, an earlier revision beside it, confirmed, retracted, its questions answered.
//!
//! Refuses to write on a GET, and to overwrite: each decision names the revision that its writer saw.

pub mod form;

use crate::error::{Answer, Failure};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::Posted;
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use app::incident::{Question, Seen};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::control_status::LawBook;
use model::id::RecordId;
use model::incident::{AnswerDraft, ConfirmationDraft, IdentifiedDraft, Incident, Line};
use model::permission::Action;
use model::problem::Problems;
use model::record::State as Standing;
use model::stage::Work;
use render::form::Typed;
use render::frame::{FlashKind, Room};
use render::page::incident::{Asked, Decision, DecisionPage, IncidentPage, RevisionPage, Version};
use render::page::incident_facts::title;
use render::page::write;
use std::collections::BTreeSet;

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
    let questions: Vec<Asked> = seen.questions.into_iter().map(asked).collect();
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
    let book = law_of(visitor, &seen.record.content).await?;
    let page = IncidentPage {
        frame: &frame,
        book: &book,
        record: &seen.record,
        operation: &seen.operation,
        may: &may,
        counts: seen.counts,
        questions: &questions,
        attachments: &seen.attachments,
        versions: &versions,
        agency: seen.agency.as_ref(),
        recipients: &seen.recipients,
        problems,
    };
    Ok((status, Html(write(&page))).into_response())
}

/// The law that the visitor knows, of the substances of a record.
async fn law_of(visitor: &SignedIn, incident: &Incident) -> Result<LawBook, Failure> {
    let keys: BTreeSet<String> = incident.lines.iter().map(Line::law_key).collect();
    if keys.is_empty() {
        return Ok(LawBook::default());
    }
    Ok(app::control_status::book(&visitor.cx, &Vec::from_iter(keys)).await?)
}

fn asked(question: Question) -> Asked {
    let Question { place, problem, answered } = question;
    Asked { place, problem, answered }
}

/// What the reader may do with the record while its operation stands where it stands.
fn may_now(visitor: &SignedIn, seen: &Seen) -> Vec<Action> {
    let open = seen.operation.is_open_for(Work::Amend, visitor.cx.now().day());
    if seen.record.header.state == Standing::Retracted || !open {
        return Vec::new();
    }
    let sensible = |action: &&Action| **action != Action::Confirm || !is_confirmed(seen);
    seen.may.iter().filter(sensible).copied().collect()
}

/// Whether nothing is left to confirm: a line that was left provisional can still be identified.
fn is_confirmed(seen: &Seen) -> bool {
    seen.record.header.state == Standing::Confirmed && !seen.record.content.is_provisional()
}

/// Refuses what the page would not have offered, for the same reason as the verb would.
fn must(visitor: &SignedIn, seen: &Seen, action: Action) -> Result<(), Failure> {
    let reason = if !seen.may.contains(&action) {
        "role"
    } else if seen.record.header.state == Standing::Retracted {
        "retracted"
    } else if action == Action::Confirm && is_confirmed(seen) {
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
    let typed = DecisionPage::identified(&seen.record.content);
    show_decision(visitor, &seen, decision, &typed, &Problems::none(), StatusCode::OK).await
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
    let done = app::incident::confirm(&visitor.cx, &id, base(&typed), &confirmation(&typed)).await;
    decided(&server, &visitor, &id, Decision::Confirm, &typed, done.map(|_| ())).await
}

/// Every line of the form: identified where it is ticked, and as what.
fn confirmation(typed: &Typed) -> ConfirmationDraft {
    // No record has more lines, whatever was sent.
    let lines = 0..u32::try_from(typed.count("lines").min(100)).unwrap_or_default();
    let said = |line| IdentifiedDraft {
        line,
        substance: typed.get(&format!("lines.{line}.substance")).to_owned(),
        identified: typed.has(&format!("lines.{line}.identified"), "true"),
    };
    ConfirmationDraft { lines: Some(lines.map(said).collect()) }
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

/// `POST /incidents/{id}/questions/{place}/answer`.
pub async fn answer(
    State(server): State<Server>,
    visitor: SignedIn,
    Path((id, place)): Path<(String, String)>,
    Posted(typed): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let place = place.parse().map_err(|_| Failure::App(app::Error::NotFound))?;
    let draft = AnswerDraft { answer: typed.get("answer").to_owned() };
    let flash = match draft.answer.as_str() {
        "same" => "flash-incident-same",
        "apart" => "flash-incident-apart",
        _ => "flash-incident-answered",
    };
    let done = app::incident::answer(&visitor.cx, &id, base(&typed), place, &draft).await;
    answered(&server, &visitor, &id, &format!("questions.{place}"), flash, done.map(|_| ())).await
}

/// `POST /incidents/{id}/same-as`: whether two records are one seizure, asked or not.
pub async fn same_as(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(typed): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let same = typed.get("decision") == "same";
    let other = if same { Some(record_id(typed.get("other"))?) } else { None };
    let flash = if same { "flash-incident-same" } else { "flash-incident-apart" };
    let done = app::incident::same_as(&visitor.cx, &id, base(&typed), other.as_ref()).await;
    answered(&server, &visitor, &id, "", flash, done.map(|_| ())).await
}

/// The record after an answer, or with what keeps it from being taken; `place` is where that is shown.
async fn answered(
    server: &Server,
    visitor: &SignedIn,
    id: &RecordId,
    place: &str,
    flash: &'static str,
    done: app::Result<()>,
) -> Answer {
    let (kind, flash) = match done {
        Ok(()) => (FlashKind::Good, flash),
        Err(app::Error::Stale { .. }) => (FlashKind::Warn, "flash-incident-stale"),
        Err(app::Error::Invalid(mut problems)) => {
            problems.0.iter_mut().for_each(|problem| place.clone_into(&mut problem.field));
            let seen = app::incident::get(&visitor.cx, id).await?;
            return show_record(visitor, seen, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Err(error) => return Err(error.into()),
    };
    Ok(redirect_with(&server.config, &address(id), kind, flash))
}
