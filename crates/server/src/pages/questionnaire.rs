//! Questionnaires of an operation: listed, started, sent out, closed, their participants reminded; one of them as its
//! reader stands to it.
//!
//! Refuses to show the coordinator anything of answers that are not released.

use crate::error::{Answer, Failure};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Posted, Typed, Uploaded, read};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::id::RecordId;
use model::participant::ParticipationRole;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::questionnaire::{Questionnaire, QuestionnaireDraft, QuestionnaireStatus};
use model::record::Record;
use render::frame::{FlashKind, Room};
use render::html::query;
use render::page::questionnaire::{Asked, Own, QuestionnairePage, Shown, address};
use render::page::questionnaire_list::{Line, QuestionnairesPage};
use render::page::write;

/// `GET /operations/{code}/questionnaires`.
pub async fn list(visitor: SignedIn, Path(code): Path<String>) -> Answer {
    listed(&visitor, &code, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

async fn listed(visitor: &SignedIn, code: &str, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    let (seen, all) = app::questionnaire::lines(&visitor.cx, code).await?;
    let lines: Vec<Line<'_>> = all.iter().map(line_of).collect();
    let frame = visitor.frame_in(visitor.t.say("questionnaire-list"), Room::Background, seen.operation()).await;
    let may_add = seen.may.contains(&Action::Coordinate) && !seen.operation().is_closed();
    let page = QuestionnairesPage::new(&frame, &seen.operation().code, &lines, may_add, (typed, problems));
    Ok((status, Html(write(&page))).into_response())
}

fn line_of(line: &app::questionnaire::Line) -> Line<'_> {
    let questionnaire = &line.record.content;
    Line {
        questionnaire,
        own: line.own.as_ref().map(|answers| questionnaire.completeness(answers).percent()),
        released: line.released,
        reminded: line.reminded,
        submissions: line.submissions,
    }
}

/// `POST /operations/{code}/questionnaires`: the standard one, or an empty one with a title.
pub async fn add(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let draft: QuestionnaireDraft =
        if sent.get("action") == "standard" { app::questionnaire::standard()? } else { read(&sent)? };
    match app::questionnaire::add(&visitor.cx, &code, &draft).await {
        Ok(record) => {
            let to = address(&record.content);
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-questionnaire-added"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            listed(&visitor, &code, &sent, &problems, status).await
        }
    }
}

/// `POST /operations/{code}/questionnaires/import`: out of an `XLSForm`.
pub async fn import(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let seen = app::operation::get(&visitor.cx, &code).await?;
    if !seen.may.contains(&Action::Coordinate) {
        return Err(app::Error::Refused("role").into());
    }
    let done = match uploaded.files.first() {
        Some(file) => app::questionnaire::import(&visitor.cx, &code, &file.bytes).await,
        None => Err(Problem::new("file", "required").into()),
    };
    match done {
        Ok(record) => {
            let to = address(&record.content);
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-questionnaire-added"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            listed(&visitor, &code, &Typed::nothing(), &problems, status).await
        }
    }
}

/// `GET /questionnaires/{id}/form.xlsx`: the questions as an `XLSForm`.
pub async fn xlsform(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let (found, _) = app::questionnaire::submissions(&visitor.cx, &record_id(&id)?).await?;
    let body = render::xlsform::xlsform(&found.record.content).map_err(|error| app::Error::Broken(Box::new(error)))?;
    Ok((crate::pages::submission_upload::xlsx("xlsform"), body).into_response())
}

/// `GET /questionnaires/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    page(&visitor, &record_id(&id)?, None, &Problems::none(), StatusCode::OK).await
}

async fn page(
    visitor: &SignedIn,
    id: &RecordId,
    typed: Option<&Typed>,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let cx = &visitor.cx;
    let (found, released) = app::questionnaire::submissions(cx, id).await?;
    let (questionnaire, seen) = (&found.record.content, &found.seen);
    let standings = if seen.may.contains(&Action::Coordinate) {
        Some(app::questionnaire::standings(cx, id).await?.1)
    } else {
        None
    };
    let asked = standings.as_ref().map(|all| all.iter().map(asked_of).collect());
    let is_asked =
        seen.reader.participation == Some(ParticipationRole::Participant) && seen.may.contains(&Action::Contribute);
    let mine = if is_asked { Some(app::submission::mine(cx, id).await?) } else { None };
    let own =
        mine.as_ref().map(|mine| (questionnaire.completeness(&mine.answers), mine.answers.left_over(questionnaire)));
    let look = mine.as_ref().map(app::submission::Mine::look_again).unwrap_or_default();
    let own = own.as_ref().zip(mine.as_ref()).map(|((completeness, left), mine)| Own {
        completeness,
        released: mine.released.as_ref(),
        reminded: mine.reminded,
        left,
        look: &look,
        may_release: seen.may.contains(&Action::SpeakFor),
    });
    let title = questionnaire.title.say(visitor.lang).to_owned();
    let mut frame = visitor.frame_in(title, Room::Background, seen.operation()).await;
    frame.stand_under("questionnaires");
    let shown = Shown {
        operation: &seen.operation().code,
        questionnaire,
        revision: found.record.header.revision,
        asked,
        own,
        released: &released,
    };
    let due = questionnaire.due.map_or_else(String::new, |due| due.to_string());
    let fresh = Typed::nothing().with("due", due);
    let page = QuestionnairePage::new(&frame, shown, typed.unwrap_or(&fresh), problems);
    Ok((status, Html(write(&page))).into_response())
}

fn asked_of(one: &app::questionnaire::Standing) -> Asked<'_> {
    Asked { participant: &one.participant, released: one.released.as_ref(), reminded: one.reminded }
}

/// `POST /questionnaires/{id}/open`.
pub async fn open(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let base = crate::pages::operation::revision(&sent)?;
    let done = app::questionnaire::open(&visitor.cx, &id, base, sent.get("due")).await;
    stepped(&server, &visitor, &id, done, &sent, "flash-questionnaire-sent").await
}

/// `POST /questionnaires/{id}/close`.
pub async fn close(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let base = crate::pages::operation::revision(&sent)?;
    let done = app::questionnaire::close(&visitor.cx, &id, base).await;
    stepped(&server, &visitor, &id, done, &sent, "flash-questionnaire-closed").await
}

async fn stepped(
    server: &Server,
    visitor: &SignedIn,
    id: &RecordId,
    done: app::Result<Record<Questionnaire>>,
    sent: &Typed,
    flash: &'static str,
) -> Answer {
    let to = format!("/questionnaires/{}", query(id.as_str()));
    match done {
        Ok(_) => Ok(redirect_with(&server.config, &to, FlashKind::Good, flash)),
        Err(app::Error::Stale { .. }) => {
            Ok(redirect_with(&server.config, &to, FlashKind::Warn, "flash-questionnaire-stale"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            page(visitor, id, Some(sent), &problems, status).await
        }
    }
}

/// `POST /questionnaires/{id}/remind`.
pub async fn remind(State(server): State<Server>, visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let id = record_id(&id)?;
    let missing = app::questionnaire::remind(&visitor.cx, &id).await?;
    let flash = if missing.is_empty() { "flash-questionnaire-nobody-missing" } else { "flash-questionnaire-reminded" };
    let to = format!("/questionnaires/{}", query(id.as_str()));
    Ok(redirect_with(&server.config, &to, FlashKind::Good, flash))
}

/// Whether answers are taken by it now.
pub fn is_open(questionnaire: &Questionnaire) -> bool {
    questionnaire.status == QuestionnaireStatus::Open
}
