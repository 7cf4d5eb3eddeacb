//! Requests for information: listed by what waits for whom, asked, read with their answers, withdrawn.
//!
//! Refuses to lose what was typed: a problem shows the same form again.

use crate::error::{Answer, Failure};
use crate::pages::attachment::look_at;
use crate::pages::shared::{lines, retraction, with_reason};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, File, Posted, Typed, Uploaded, read};
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use app::information_request::{RequestSeen, RequestsWanted};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::id::RecordId;
use model::information_request::{InformationRequest, InformationRequestDraft};
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problems;
use model::stage::Work;
use render::frame::{FlashKind, Room};
use render::html::with_query;
use render::page::information_request::{
    AskedRow, Counts, Question, Reply, RequestFormPage, RequestPage, RequestRow, RequestsPage,
};
use render::page::write;

/// Requests on one page.
const PAGE: u32 = 50;

/// `GET /operations/{code}/requests`.
pub async fn list(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let show = asked.get("show");
    let wanted = RequestsWanted {
        to_answer: show == "to-answer",
        asked: show == "asked",
        overdue_at: (show == "overdue").then(|| visitor.cx.now()),
        key: Some(asked.get("type").to_owned()).filter(|code| !code.is_empty()),
        limit: PAGE + 1,
        after: asked.get("after").parse().ok(),
    };
    let mut found = app::information_request::list(&visitor.cx, &code, &wanted).await?;
    let more = found.lines.len() > PAGE as usize;
    found.lines.truncate(PAGE as usize);
    let operation = found.seen.operation();
    let frame = visitor.frame_in(visitor.t.say("request-title"), Room::Exchange, operation).await;
    let last = found.lines.last().filter(|_| more).map(|line| line.listed.id.to_string());
    let next = last.map(|last| with_query(&frame.address, "after", &last));
    let rows: Vec<RequestRow> = found
        .lines
        .iter()
        .map(|line| RequestRow {
            listed: line.listed.clone(),
            due: line.due,
            asked: line.asked,
            closed: line.closed,
            is_asked: line.is_asked,
            waits: line.waits,
        })
        .collect();
    let counts = Counts { total: found.total, to_answer: found.to_answer, overdue: found.overdue };
    let may_ask =
        found.seen.may.contains(&Action::Contribute) && operation.is_open_for(Work::Contribute, visitor.cx.now().day());
    let page = RequestsPage::new(&frame, operation, &rows, counts, &asked, next.as_deref(), may_ask);
    Ok(Html(write(&page)).into_response())
}

/// `GET /operations/{code}/requests/new`: with `?asked=`, `&subject=`, `&related=` what goes without saying.
pub async fn new(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let seen = app::operation::get(&visitor.cx, &code).await?;
    if !seen.may.contains(&Action::Contribute) {
        return Err(app::Error::Refused("role").into());
    }
    if !seen.operation().is_open_for(Work::Contribute, visitor.cx.now().day()) {
        return Err(app::Error::Refused("stage").into());
    }
    let related: Vec<&str> =
        asked.0.iter().filter(|(name, _)| name == "related").map(|(_, value)| value.as_str()).collect();
    let frame = visitor.frame("").await;
    let typed = asked
        .clone()
        .with("records", related.join(" "))
        .with("lang", visitor.lang.tag())
        .with("urgency", "routine")
        .with("due_zone", zone(frame.offset));
    form_page(&visitor, seen.operation(), &typed, &Problems::none(), StatusCode::OK).await
}

/// How far clocks are from UTC, as it is typed.
fn zone(offset: i16) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
}

async fn form_page(
    visitor: &SignedIn,
    operation: &Operation,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let mut frame = visitor.frame_in(visitor.t.say("request-new-title"), Room::Exchange, operation).await;
    frame.modules.push("draft.mjs");
    let page = RequestFormPage::new(&frame, operation, visitor.member.participant.as_str(), typed, problems);
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /operations/{code}/requests/new`.
pub async fn ask(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let draft: InformationRequestDraft = read(&uploaded.typed)?;
    let bad = look_at(&uploaded.files);
    let done =
        if bad.is_empty() { app::information_request::ask(&visitor.cx, &code, &draft).await } else { Err(bad.into()) };
    match done {
        Ok(record) => {
            let id = record.header.id;
            let all = add_files(&visitor, &id, uploaded.files).await;
            Ok(sent(&server, &address(&id), all, "flash-request-sent", "flash-request-sent-without-files"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            let seen = app::operation::get(&visitor.cx, &code).await?;
            form_page(&visitor, seen.operation(), &uploaded.typed, &problems, status).await
        }
    }
}

/// Adds files to what was just sent; `false` where one of them was not taken after all.
pub async fn add_files(visitor: &SignedIn, id: &RecordId, files: Vec<File>) -> bool {
    let mut all = true;
    for file in files {
        all &= app::attachment::add(&visitor.cx, id, &file.name, file.bytes).await.is_ok();
    }
    all
}

/// Leads to what was sent, and says whether its files came along.
pub fn sent(server: &Server, to: &str, all: bool, whole: &str, without: &str) -> axum::response::Response {
    let (kind, flash) = if all { (FlashKind::Good, whole) } else { (FlashKind::Warn, without) };
    redirect_with(&server.config, to, kind, flash)
}

/// `GET /requests/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let seen = app::information_request::get(&visitor.cx, &record_id(&id)?).await?;
    let typed = Typed::nothing().with("lang", visitor.lang.tag());
    show_request(&visitor, seen, &typed, &Problems::none(), StatusCode::OK).await
}

/// The page of a request, with an answer as typed and what is wrong with it.
pub async fn show_request(
    visitor: &SignedIn,
    seen: RequestSeen,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let title = seen.record.content.subject.clone();
    let mut frame = visitor.frame_in(title, Room::Exchange, seen.seen.operation()).await;
    frame.modules.push("draft.mjs");
    frame.stand_under("requests");
    let related = lines(seen.related);
    let answers: Vec<Reply> = seen
        .answers
        .into_iter()
        .map(|one| Reply { record: one.record, attachments: one.attachments, took: one.took, is_own: one.is_own })
        .collect();
    let asked: Vec<AskedRow> = seen
        .asked
        .into_iter()
        .map(|one| AskedRow { participant: one.participant, kind: one.kind, took: one.took })
        .collect();
    let question = Question {
        operation: seen.seen.operation(),
        record: &seen.record,
        related: &related,
        attachments: &seen.attachments,
        answers: &answers,
        asked: &asked,
        is_overdue: seen.is_overdue,
        may_answer: seen.may_answer,
        is_own: seen.is_own,
    };
    Ok((status, Html(write(&RequestPage::new(&frame, question, typed, problems)))).into_response())
}

/// `GET /requests/{id}/withdraw`.
pub async fn ask_withdraw(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    withdraw_page(&visitor, &record_id(&id)?, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

/// `POST /requests/{id}/withdraw`.
pub async fn withdraw(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(typed): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::information_request::withdraw(&visitor.cx, &id, base(&typed), typed.get("reason")).await;
    match with_reason(&server, done, |_| address(&id), "flash-request-withdrawn")? {
        Ok(answer) => Ok(answer),
        Err((problems, status)) => withdraw_page(&visitor, &id, &typed, &problems, status).await,
    }
}

async fn withdraw_page(
    visitor: &SignedIn,
    id: &RecordId,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let found = app::record::get::<InformationRequest>(&visitor.cx, id).await?;
    let subject = found.record.content.subject.clone();
    let about = visitor.t.say("request-withdraw-means");
    let to = (format!("/requests/{id}/withdraw"), address(id));
    retraction(visitor, &found, Room::Exchange, subject, to, about, typed, problems, status).await
}

/// The address of a request.
pub fn address(id: &RecordId) -> String {
    format!("/requests/{id}")
}
