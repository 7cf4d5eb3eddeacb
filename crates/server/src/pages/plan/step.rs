//! The forms of a version's title and of the steps that its coordinator takes with it.
//!
//! Refuses to lose what was typed: a problem shows the same form again.

use super::{frame, path_of, stepped};
use crate::error::{Answer, Failure};
use crate::pages::operation::revision;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Posted, Typed};
use crate::visitor::SignedIn;
use app::plan::Shown;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use model::marking::Audience;
use model::permission::Action;
use model::plan::{AUDIENCES, AskDraft, ConsultDraft, Step, TitleDraft};
use model::problem::Problems;
use model::record::Record;
use render::form::Form;
use render::frame::Frame;
use render::html::{Safe, escape};
use render::page::plan::form::{
    WritePage, ask as ask_fields, consult as consult_fields, reason, title as title_fields,
};
use render::page::write;

/// One of the forms.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Title,
    Consult,
    Ask,
    Close,
}

impl Kind {
    /// The end of its address, the keys of its heading and its button, and of what is said when it is done.
    const fn words(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Title => ("edit", "plan-edit-title", "plan-save", "flash-plan-saved"),
            Self::Consult => ("consult", "plan-consult", "plan-consult", "flash-plan-sent"),
            Self::Ask => ("ask", "plan-ask", "plan-ask", "flash-plan-asked"),
            Self::Close => ("close", "plan-close-title", "plan-close", "flash-plan-closed"),
        }
    }

    fn is_open(self, step: Step) -> bool {
        match self {
            Self::Title => step == Step::Draft,
            Self::Consult | Self::Ask => matches!(step, Step::Draft | Step::OutForComment),
            Self::Close => matches!(step, Step::OutForComment | Step::OutForAcceptance),
        }
    }
}

/// A page that asks for a reason before a step that cannot be undone; one that came too late says so.
pub fn reasoned(
    frame: &Frame,
    back: (String, String),
    action: String,
    base: u32,
    (means, submit): (&'static str, &'static str),
    (typed, problems, status): (&Typed, &Problems, StatusCode),
) -> Response {
    let t = frame.t;
    let stale = if status == StatusCode::CONFLICT {
        format!("<p class=\"flash warn\" role=\"alert\">{}</p>", escape(&t.say("shared-stale")))
    } else {
        String::new()
    };
    let page = WritePage {
        frame,
        back,
        before: Safe::ours(stale),
        summary: Form::new(t, typed, problems).summary(),
        action,
        base,
        body: reason(t, typed, problems, means),
        submit: t.say(submit),
        danger: true,
        adds: None,
        device: String::new(),
        given: status != StatusCode::OK,
    };
    (status, Html(write(&page))).into_response()
}

/// The version, where the visitor may take that step with it.
async fn open(visitor: &SignedIn, id: &str, kind: Kind) -> Result<Shown, Failure> {
    let shown = app::plan::get(&visitor.cx, &record_id(id)?).await?;
    if !shown.seen.may.contains(&Action::Coordinate) {
        return Err(app::Error::Refused("role").into());
    }
    if !kind.is_open(shown.version.record.content.step) {
        return Err(app::Error::Refused("plan-step").into());
    }
    Ok(shown)
}

async fn form(
    visitor: &SignedIn,
    shown: &Shown,
    kind: Kind,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let (t, record) = (visitor.t, &shown.version.record);
    let (end, heading, submit, _) = kind.words();
    let asked = shown.heard.len();
    let body = match kind {
        Kind::Title => title_fields(t, typed, problems),
        Kind::Consult => consult_fields(t, typed, problems, &audiences(shown)),
        Kind::Ask => ask_fields(t, typed, problems, asked, &audiences(shown)),
        Kind::Close => reason(t, typed, problems, "plan-close-means"),
    };
    let frame = frame(visitor, t.say(heading), shown.seen.operation()).await;
    let base = typed.get("base").parse().unwrap_or(record.header.revision);
    let page = WritePage {
        frame: &frame,
        back: (path_of(&record.header.id), t.say("plan-back")),
        before: Safe::default(),
        summary: Form::new(t, typed, problems).summary(),
        action: format!("{}/{end}", path_of(&record.header.id)),
        base,
        body,
        submit: t.say(submit),
        danger: kind == Kind::Close,
        adds: None,
        device: String::new(),
        given: status != StatusCode::OK,
    };
    Ok((status, Html(write(&page))).into_response())
}

/// Whom it can be sent to: no narrower than whom it was sent to already.
fn audiences(shown: &Shown) -> Vec<Audience> {
    let record = &shown.version.record;
    let sent = record.content.sent.map(|_| record.header.marking.audience);
    AUDIENCES.into_iter().filter(|one| sent.is_none_or(|sent| *one >= sent)).collect()
}

/// Whom it goes to unless somebody chooses otherwise.
fn usual(shown: &Shown) -> &'static str {
    let own = shown.seen.operation().marking.audience;
    audiences(shown).into_iter().find(|one| *one >= own).unwrap_or(Audience::Clear).code()
}

async fn first(visitor: &SignedIn, id: &str, kind: Kind) -> Answer {
    let shown = open(visitor, id, kind).await?;
    let plan = &shown.version.record.content;
    let typed = match kind {
        Kind::Title => {
            let typed = Typed::nothing().with("note", &plan.note);
            plan.title.iter().fold(typed, |typed, (lang, title)| typed.with(format!("title.{}", lang.tag()), title))
        }
        Kind::Consult => {
            let due = plan.due.map_or_else(String::new, |due| due.to_string());
            Typed::nothing().with("due", due).with("audience", usual(&shown))
        }
        Kind::Ask => Typed::nothing().with("audience", usual(&shown)),
        Kind::Close => Typed::nothing(),
    };
    form(visitor, &shown, kind, &typed, &Problems::none(), StatusCode::OK).await
}

async fn after(
    server: &Server,
    visitor: &SignedIn,
    id: &str,
    kind: Kind,
    sent: &Typed,
    done: app::Result<Record<model::plan::Plan>>,
) -> Answer {
    match done {
        Err(app::Error::Invalid(problems)) => {
            let shown = open(visitor, id, kind).await?;
            form(visitor, &shown, kind, sent, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        done => stepped(server, &record_id(id)?, done, kind.words().3),
    }
}

/// `GET /plans/{id}/edit`.
pub async fn ask_title(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    first(&visitor, &id, Kind::Title).await
}

/// `POST /plans/{id}/edit`.
pub async fn title(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let mut draft = TitleDraft { note: sent.get("note").to_owned(), ..TitleDraft::default() };
    for lang in model::lang::Lang::ALL {
        draft.title = draft.title.with(lang, sent.get(&format!("title.{}", lang.tag())));
    }
    let done = app::plan::set_title(&visitor.cx, &record_id(&id)?, revision(&sent)?, &draft).await;
    after(&server, &visitor, &id, Kind::Title, &sent, done).await
}

/// `GET /plans/{id}/consult`.
pub async fn ask_consult(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    first(&visitor, &id, Kind::Consult).await
}

/// `POST /plans/{id}/consult`.
pub async fn consult(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let draft = ConsultDraft { due: sent.get("due").to_owned(), audience: sent.get("audience").to_owned() };
    let done = app::plan::consult(&visitor.cx, &record_id(&id)?, revision(&sent)?, &draft).await;
    after(&server, &visitor, &id, Kind::Consult, &sent, done).await
}

/// `GET /plans/{id}/ask`.
pub async fn ask_ask(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    first(&visitor, &id, Kind::Ask).await
}

/// `POST /plans/{id}/ask`.
pub async fn ask(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let field = |name: &str| sent.get(name).to_owned();
    let draft =
        AskDraft { due: field("due"), from: field("from"), needed: field("needed"), audience: field("audience") };
    let done = app::plan::ask(&visitor.cx, &record_id(&id)?, revision(&sent)?, &draft).await;
    after(&server, &visitor, &id, Kind::Ask, &sent, done).await
}

/// `GET /plans/{id}/close`.
pub async fn ask_close(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    first(&visitor, &id, Kind::Close).await
}

/// `POST /plans/{id}/close`.
pub async fn close(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let done = app::plan::close(&visitor.cx, &record_id(&id)?, revision(&sent)?, sent.get("reason")).await;
    after(&server, &visitor, &id, Kind::Close, &sent, done).await
}
