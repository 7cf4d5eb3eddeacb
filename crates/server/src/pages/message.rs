//! Threads of messages: listed, read, begun, replied to, acknowledged, taken back.
//!
//! Refuses to mark as read on a GET, and to lose what was typed: a problem shows the same form again.

use crate::error::{Answer, Failure};
use crate::frame::address_of;
use crate::pages::attachment::look_at;
use crate::pages::shared::{lines, retraction, with_reason};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, File, Posted, Typed, Uploaded, read as read_typed};
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use app::message::{MessageSeen, ThreadSeen, ThreadsWanted};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::id::RecordId;
use model::message::{Message, MessageDraft};
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problems;
use model::record::Record;
use model::stage::Work;
use render::frame::{FlashKind, Room};
use render::html::with_query;
use render::page::message::{Letter, MessageFormPage, MessagesPage, Noted, Thread, ThreadPage, ThreadRow};
use render::page::write;

/// Threads on one page.
const PAGE: u32 = 50;

/// `GET /operations/{code}/messages`.
pub async fn list(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let some = |name: &str| Some(asked.get(name).to_owned()).filter(|value| !value.is_empty());
    let wanted = ThreadsWanted {
        status: some("kind"),
        key: some("topic"),
        level: some("level"),
        owner: None,
        unread: asked.get("unread") == "yes",
        limit: PAGE + 1,
        after: asked.get("after").parse().ok(),
    };
    let mut found = app::message::list(&visitor.cx, &code, &wanted).await?;
    let more = found.lines.len() > PAGE as usize;
    found.lines.truncate(PAGE as usize);
    let operation = found.seen.operation();
    let frame = visitor.frame_in(visitor.t.say("message-title"), Room::Exchange, operation).await;
    let last = found.lines.last().filter(|_| more).map(|line| line.latest.to_string());
    let next = last.map(|last| with_query(&frame.address, "after", &last));
    let rows: Vec<ThreadRow> = found
        .lines
        .iter()
        .map(|line| ThreadRow {
            first: line.first.clone(),
            thread: line.thread.clone(),
            messages: line.messages,
            unread: line.unread,
            last: line.last,
        })
        .collect();
    let open = operation.is_open_for(Work::Contribute, visitor.cx.now().day());
    let may = |action| open && found.seen.may.contains(&action);
    let offers = (may(Action::Contribute), may(Action::Coordinate));
    let counts = (found.total, found.unread);
    let page = MessagesPage::new(&frame, operation, &rows, counts, &asked, next.as_deref(), offers);
    Ok(Html(write(&page)).into_response())
}

/// `GET /operations/{code}/messages/new`: with `?kind=bulletin`, `&topic=`, `&level=`, `&subject=`, `&related=` what goes
/// without saying.
pub async fn new(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let seen = app::operation::get(&visitor.cx, &code).await?;
    let operation = seen.operation();
    let action = if asked.get("kind") == "bulletin" { Action::Coordinate } else { Action::Contribute };
    if !seen.may.contains(&action) {
        return Err(app::Error::Refused("role").into());
    }
    if !operation.is_open_for(Work::Contribute, visitor.cx.now().day()) {
        return Err(app::Error::Refused("stage").into());
    }
    let related: Vec<&str> =
        asked.0.iter().filter(|(name, _)| name == "related").map(|(_, value)| value.as_str()).collect();
    let typed = asked.clone().with("records", related.join(" ")).with("pressing", asked.get("level"));
    let typed = if asked.get("lang").is_empty() { typed.with("lang", visitor.lang.tag()) } else { typed };
    form_page(&visitor, operation, &typed, &Problems::none(), StatusCode::OK).await
}

async fn form_page(
    visitor: &SignedIn,
    operation: &Operation,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let bulletin = typed.get("kind") == "bulletin";
    let title = visitor.t.say(if bulletin { "message-bulletin-title" } else { "message-write-title" });
    let mut frame = visitor.frame_in(title, Room::Exchange, operation).await;
    frame.modules.push("draft.mjs");
    let page = MessageFormPage::new(&frame, operation, visitor.member.participant.as_str(), typed, problems);
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /operations/{code}/messages/new`.
pub async fn send(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let draft: MessageDraft = read_typed(&uploaded.typed)?;
    let bad = look_at(&uploaded.files);
    let done = if bad.is_empty() { app::message::send(&visitor.cx, &code, &draft).await } else { Err(bad.into()) };
    match done {
        Ok(record) => sent(&server, &visitor, &record, uploaded.files).await,
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            let seen = app::operation::get(&visitor.cx, &code).await?;
            form_page(&visitor, seen.operation(), &uploaded.typed, &problems, status).await
        }
    }
}

/// Adds the files of what was sent, and leads to it.
async fn sent(server: &Server, visitor: &SignedIn, record: &Record<Message>, files: Vec<File>) -> Answer {
    let id = &record.header.id;
    let mut all = true;
    for file in files {
        all &= app::attachment::add(&visitor.cx, id, &file.name, file.bytes).await.is_ok();
    }
    let thread = record.content.thread.as_ref().unwrap_or(id);
    let to = format!("/messages/{thread}#{id}");
    let (kind, flash) = if all {
        (FlashKind::Good, "flash-message-sent")
    } else {
        (FlashKind::Warn, "flash-message-sent-without-files")
    };
    Ok(redirect_with(&server.config, &to, kind, flash))
}

/// `GET /messages/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let seen = app::message::thread(&visitor.cx, &record_id(&id)?).await?;
    let typed = Typed::nothing().with("lang", visitor.lang.tag());
    thread_page(&visitor, seen, typed, &Problems::none(), StatusCode::OK).await
}

async fn thread_page(
    visitor: &SignedIn,
    seen: ThreadSeen,
    typed: Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let operation = seen.seen.operation();
    let title = seen.messages.first().map_or("", |first| first.record.content.subject.as_str());
    let mut frame = visitor.frame_in(title, Room::Exchange, operation).await;
    frame.modules.push("draft.mjs");
    frame.stand_under("messages");
    // Whom a reply goes to is ticked from the start; what was typed stays as it is.
    let typed = if typed.get("marking.audience").is_empty() {
        seen.habit.recipients.iter().fold(typed, |typed, one| typed.with("marking.recipients", one.as_str()))
    } else {
        typed
    };
    let letters: Vec<Letter> = seen.messages.into_iter().map(letter).collect();
    let noted: Vec<Noted> =
        seen.acknowledged.into_iter().map(|one| Noted { participant: one.participant, at: one.at }).collect();
    let thread = Thread {
        operation: seen.seen.operation(),
        id: &seen.thread,
        letters: &letters,
        habit: &seen.habit,
        noted: &noted,
        may_reply: seen.may_reply,
        may_acknowledge: seen.may_acknowledge,
        own: visitor.member.participant.as_str(),
    };
    Ok((status, Html(write(&ThreadPage::new(&frame, thread, &typed, problems)))).into_response())
}

fn letter(seen: MessageSeen) -> Letter {
    Letter {
        record: seen.record,
        related: lines(seen.related),
        attachments: seen.attachments,
        is_new: seen.is_new,
        is_own: seen.is_own,
    }
}

/// `POST /messages/{id}/reply`.
pub async fn reply(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let id = record_id(&id)?;
    let draft: MessageDraft = read_typed(&uploaded.typed)?;
    let bad = look_at(&uploaded.files);
    let done = if bad.is_empty() { app::message::reply(&visitor.cx, &id, &draft).await } else { Err(bad.into()) };
    match done {
        Ok(record) => sent(&server, &visitor, &record, uploaded.files).await,
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            let seen = app::message::thread(&visitor.cx, &id).await?;
            if !seen.may_reply {
                return Err(app::Error::Refused("role").into());
            }
            thread_page(&visitor, seen, uploaded.typed, &problems, status).await
        }
    }
}

/// `POST /messages/{id}/acknowledge`.
pub async fn acknowledge(State(server): State<Server>, visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let id = record_id(&id)?;
    app::message::acknowledge(&visitor.cx, &id).await?;
    Ok(redirect_with(&server.config, &address(&id), FlashKind::Good, "flash-message-acknowledged"))
}

/// `POST /messages/{id}/read`: up to the message that the page showed last.
pub async fn read(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(typed): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let last = typed.get("last");
    let last = if last.is_empty() { id.clone() } else { record_id(last)? };
    app::message::read(&visitor.cx, &id, &last).await?;
    Ok(redirect_with(&server.config, &address(&id), FlashKind::Good, "flash-message-read"))
}

/// `POST /operations/{code}/messages/read`.
pub async fn read_all(State(server): State<Server>, visitor: SignedIn, Path(code): Path<String>) -> Answer {
    app::message::read_all(&visitor.cx, &code).await?;
    let seen = app::operation::get(&visitor.cx, &code).await?;
    let to = format!("{}/messages", address_of(seen.operation()));
    Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-message-read"))
}

/// `GET /messages/{id}/retract`.
pub async fn ask_retract(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    retract_page(&visitor, &record_id(&id)?, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

/// `POST /messages/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(typed): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::message::retract(&visitor.cx, &id, base(&typed), typed.get("reason")).await;
    match with_reason(&server, done, |_| address(&id), "flash-message-retracted")? {
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
    let found = app::record::get::<Message>(&visitor.cx, id).await?;
    let subject = found.record.content.subject.clone();
    let about = visitor.t.say("message-retract-means");
    let to = (format!("/messages/{id}/retract"), address(id));
    retraction(visitor, &found, Room::Exchange, subject, to, about, typed, problems, status).await
}

fn address(id: &RecordId) -> String {
    format!("/messages/{id}")
}
