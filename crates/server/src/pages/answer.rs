//! Answers to requests for information: given on the request's page, taken back on one of their own.
//!
//! Refuses to lose what was typed: a problem shows the request again, with the answer as it was.

use crate::error::{Answer, Failure};
use crate::pages::attachment::look_at;
use crate::pages::information_request::{add_files, address, sent, show_request};
use crate::pages::shared::{retraction, with_reason};
use crate::state::Server;
use crate::typed::{Posted, Typed, Uploaded, read};
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use model::answer::AnswerDraft;
use model::id::RecordId;
use model::problem::Problems;
use render::frame::Room;

/// `POST /requests/{id}/answer`.
pub async fn give(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let id = record_id(&id)?;
    let draft: AnswerDraft = read(&uploaded.typed)?;
    let bad = look_at(&uploaded.files);
    let done = if bad.is_empty() { app::answer::give(&visitor.cx, &id, &draft).await } else { Err(bad.into()) };
    match done {
        Ok(record) => {
            let own = record.header.id;
            let all = add_files(&visitor, &own, uploaded.files).await;
            let to = format!("{}#{own}", address(&id));
            Ok(sent(&server, &to, all, "flash-answer-sent", "flash-answer-sent-without-files"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            let seen = app::information_request::get(&visitor.cx, &id).await?;
            if !seen.may_answer {
                return Err(app::Error::Refused("not-asked-here").into());
            }
            show_request(&visitor, seen, &uploaded.typed, &problems, status).await
        }
    }
}

/// `GET /answers/{id}/retract`.
pub async fn ask_retract(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    retract_page(&visitor, &record_id(&id)?, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

/// `POST /answers/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(typed): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::answer::retract(&visitor.cx, &id, base(&typed), typed.get("reason")).await;
    match with_reason(&server, done, |record| format!("/records/{}", record.content.about), "flash-answer-retracted")? {
        Ok(answer) => Ok(answer),
        Err((problems, status)) => retract_page(&visitor, &id, &typed, &problems, status).await,
    }
}

async fn retract_page(
    visitor: &SignedIn,
    id: &RecordId,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let found = app::record::get::<model::answer::Answer>(&visitor.cx, id).await?;
    let title = visitor.t.code("answer-kind", found.record.content.kind.code());
    let about = visitor.t.say("shared-retract-means");
    let to = (format!("/answers/{id}/retract"), format!("/records/{}", found.record.content.about));
    retraction(visitor, &found, Room::Exchange, title, to, about, typed, problems, status).await
}
