//! `/plans/{id}/accept`, `/acceptances/{id}/withdraw`: a participant's agreement to an exact text, given and taken back.
//!
//! Refuses to leave a reader with a text that is no longer asked about: the current one is one step away.

use super::plan::{frame, path_of};
use crate::error::{Answer, Failure};
use crate::pages::operation::revision;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Asked, Posted, Typed, read};
use crate::visitor::SignedIn;
use app::plan::Shown;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::acceptance::{Acceptance, AcceptanceDraft};
use model::id::RecordId;
use model::permission::Action;
use model::plan::Step;
use model::problem::Problems;
use render::form::Form;
use render::frame::FlashKind;
use render::html::{Safe, escape};
use render::page::plan::form::{WritePage, reason};
use render::page::{acceptance, write};

/// `GET /plans/{id}/accept`.
pub async fn ask(visitor: SignedIn, Path(id): Path<String>, Asked(asked): Asked) -> Answer {
    let shown = open(&visitor, &record_id(&id)?).await?;
    let own = &shown.version.record.content;
    let typed = Typed::nothing()
        .with("hash", own.hash())
        .with("day", visitor.cx.now().day().to_string())
        .with("lang", visitor.lang.tag());
    let typed = (1..asked.rows("reservations"))
        .fold(typed, |typed, place| typed.with(format!("reservations.{place}.text"), ""));
    form(&visitor, &shown, &typed, &Problems::none(), StatusCode::OK).await
}

/// The version, where the visitor speaks for its participant and was asked.
async fn open(visitor: &SignedIn, id: &RecordId) -> Result<Shown, Failure> {
    let shown = app::plan::get(&visitor.cx, id).await?;
    let plan = &shown.version.record.content;
    let refused = |why| Err(app::Error::Refused(why).into());
    if !shown.seen.may.contains(&Action::SpeakFor) {
        return refused("role");
    }
    match plan.step {
        Step::Draft => refused("plan-draft"),
        Step::Closed => refused("plan-closed"),
        Step::OutForComment if is_current(&shown) => refused("plan-not-asked-yet"),
        Step::OutForComment | Step::OutForAcceptance => Ok(shown),
    }
}

fn is_current(shown: &Shown) -> bool {
    shown.current().is_none_or(|current| current.record.header.id == shown.version.record.header.id)
}

async fn form(visitor: &SignedIn, shown: &Shown, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    let (t, record) = (visitor.t, &shown.version.record);
    let at = path_of(&record.header.id);
    let newer = shown.current().filter(|_| !is_current(shown)).map(|current| {
        format!(
            "<p class=\"flash warn\" role=\"alert\">{} <a href=\"{}\">{}</a></p>",
            escape(&t.say_one("plan-superseded-by", "version", current.record.content.version)),
            path_of(&current.record.header.id),
            escape(&t.say("acceptance-current"))
        )
    });
    let mut frame = frame(visitor, t.say("acceptance-form-title"), shown.seen.operation()).await;
    frame.modules.push("draft.mjs");
    let page = WritePage {
        frame: &frame,
        back: (at.clone(), t.say("plan-back")),
        before: Safe::ours(newer.unwrap_or_default()),
        summary: Form::new(t, typed, problems).summary(),
        action: format!("{at}/accept"),
        base: 0,
        body: acceptance::fields(t, &record.content, typed, problems),
        submit: t.say("acceptance-send"),
        danger: false,
        adds: Some(("reservations", t.say("acceptance-reservation-add"))),
        device: format!("acceptance:{}", record.header.id),
        given: status != StatusCode::OK,
    };
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /plans/{id}/accept`.
pub async fn accept(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    if sent.get("add") == "reservations" {
        let shown = open(&visitor, &id).await?;
        let next = sent.count("reservations").max(1);
        let longer = sent.with(format!("reservations.{next}.text"), "");
        return form(&visitor, &shown, &longer, &Problems::none(), StatusCode::OK).await;
    }
    let draft: AcceptanceDraft = read(&sent)?;
    match app::acceptance::accept(&visitor.cx, &id, &draft).await {
        Ok(_) => Ok(redirect_with(&server.config, &path_of(&id), FlashKind::Good, "flash-acceptance-given")),
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            let shown = open(&visitor, &id).await?;
            form(&visitor, &shown, &sent, &problems, status).await
        }
    }
}

/// `GET /acceptances/{id}/withdraw`.
pub async fn ask_withdraw(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    withdrawing(&visitor, &record_id(&id)?, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

async fn withdrawing(
    visitor: &SignedIn,
    id: &RecordId,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let found = app::record::get::<Acceptance>(&visitor.cx, id).await?;
    if !found.may.contains(&Action::SpeakFor) {
        return Err(app::Error::Refused("role").into());
    }
    let t = visitor.t;
    let frame = frame(visitor, t.say("acceptance-withdraw-title"), found.seen.operation()).await;
    let page = WritePage {
        frame: &frame,
        back: (path_of(&found.record.content.plan.into()), t.say("plan-back")),
        before: Safe::default(),
        summary: Form::new(t, typed, problems).summary(),
        action: format!("/acceptances/{id}/withdraw"),
        base: found.record.header.revision,
        body: reason(t, typed, problems, "acceptance-withdraw-means"),
        submit: t.say("acceptance-withdraw"),
        danger: true,
        adds: None,
        device: String::new(),
        given: false,
    };
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /acceptances/{id}/withdraw`.
pub async fn withdraw(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    match app::acceptance::withdraw(&visitor.cx, &id, revision(&sent)?, sent.get("reason")).await {
        Ok(record) => {
            let to = path_of(&record.content.plan.into());
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-acceptance-withdrawn"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            withdrawing(&visitor, &id, &sent, &problems, status).await
        }
    }
}
