//! `/comments/{id}/resolve`: what the coordinator decides on a comment.
//!
//! Refuses to decide over a newer decision: it is shown, and what was typed stays.

use super::plan::{frame, path_of, told};
use crate::error::{Answer, Failure};
use crate::pages::operation::revision;
use crate::pages::overview::agencies;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Posted, Typed, read};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::comment::CommentKind;
use model::id::RecordId;
use model::permission::Action;
use model::problem::Problems;
use model::resolution::ResolutionDraft;
use render::form::Form;
use render::frame::FlashKind;
use render::html::{Safe, escape};
use render::page::plan::clause::told as told_html;
use render::page::plan::form::WritePage;
use render::page::{resolution, write};

/// `GET /comments/{id}/resolve`.
pub async fn ask(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    form(&visitor, &record_id(&id)?, None, &Problems::none(), StatusCode::OK).await
}

async fn form(
    visitor: &SignedIn,
    id: &RecordId,
    typed: Option<&Typed>,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let (found, decided) = app::comment::get(&visitor.cx, id).await?;
    if found.record.content.kind == CommentKind::Read {
        return Err(app::Error::NotFound.into());
    }
    if !found.seen.may.contains(&Action::Coordinate) {
        return Err(app::Error::Refused("role").into());
    }
    let t = visitor.t;
    let stood = decided.as_ref().map_or_else(
        || Typed::nothing().with("lang", visitor.lang.tag()),
        |record| {
            let own = &record.content;
            Typed::nothing()
                .with("decision", own.decision.code())
                .with("reason", &own.reason)
                .with("lang", own.lang.tag())
        },
    );
    let typed = typed.unwrap_or(&stood);
    // What was refused for its words stays made from the decision its writer saw; one that came too late is made anew.
    let stands = decided.as_ref().map_or(0, |decided| decided.header.revision);
    let base = if status == StatusCode::UNPROCESSABLE_ENTITY { revision(typed)? } else { stands };
    let said = told_html(
        t,
        &told(&app::comment::Told { comment: found.record.clone(), resolution: decided }),
        &agencies(visitor, &found.seen).await?,
        false,
    );
    let stale = if status == StatusCode::CONFLICT {
        format!("<p class=\"flash warn\" role=\"alert\">{}</p>", escape(&t.say("resolution-stale")))
    } else {
        String::new()
    };
    let own = &found.record.content;
    let frame = frame(visitor, t.say("resolution-title"), found.seen.operation()).await;
    let page = WritePage {
        frame: &frame,
        back: (format!("{}/clauses/{}", path_of(&own.plan.into()), own.clause), t.say("plan-comments")),
        before: Safe::ours(format!("{stale}<section class=\"panel w8 said\">{said}</section>")),
        summary: Form::new(t, typed, problems).summary(),
        action: format!("/comments/{id}/resolve"),
        base: 0,
        body: Safe::ours(format!(
            "<input type=\"hidden\" name=\"base\" value=\"{base}\">{}",
            resolution::fields(t, typed, problems)
        )),
        submit: t.say("resolution-save"),
        danger: false,
        adds: Some(("next", t.say("resolution-save-next"))),
        device: String::new(),
        given: status != StatusCode::OK,
    };
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /comments/{id}/resolve`.
pub async fn resolve(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let draft: ResolutionDraft = read(&sent)?;
    match app::resolution::resolve(&visitor.cx, &id, revision(&sent)?, &draft).await {
        Ok(record) => {
            let own = record.content;
            if sent.get("add") == "next" {
                return next(&server, &visitor, &id, &own.plan.into()).await;
            }
            let to = format!("{}/clauses/{}", path_of(&own.plan.into()), render::html::query(&own.clause));
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-resolution-kept"))
        }
        Err(app::Error::Stale { .. }) => {
            form(&visitor, &id, Some(&sent), &Problems::none(), StatusCode::CONFLICT).await
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            form(&visitor, &id, Some(&sent), &problems, status).await
        }
    }
}

/// Leads to the next comment to decide on; where there is none, to the list, which says so.
async fn next(server: &Server, visitor: &SignedIn, id: &RecordId, plan: &RecordId) -> Answer {
    let to = match app::comment::following(&visitor.cx, id).await? {
        Some(next) => format!("/comments/{next}/resolve"),
        None => format!("{}/comments?status=open", path_of(plan)),
    };
    Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-resolution-kept"))
}
