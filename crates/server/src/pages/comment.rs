//! `POST /plans/{id}/clauses/{clause}/comments`: a comment on a clause; `/plans/{id}/comments`: all of them, to work through.
//!
//! Refuses to lose what was typed: a problem shows the clause again with the comment in its form.

use super::plan::clause::page;
use super::plan::{Lines, frame, path_of, told};
use crate::error::{Answer, Failure};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Asked, Posted, read};
use crate::visitor::SignedIn;
use app::comment::Narrowed;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse};
use model::comment::CommentDraft;
use model::id::RecordId;
use model::participant::ParticipantCode;
use model::problem::{Problem, Problems};
use render::frame::FlashKind;
use render::page::plan::{CommentsPage, CommentsShow};
use render::page::write;

/// `GET /plans/{id}/comments`, with `?status=open`, `participant=` and `clause=`.
pub async fn list(visitor: SignedIn, Path(id): Path<String>, Asked(asked): Asked) -> Answer {
    let narrowed = narrowed(&asked)?;
    let on = app::comment::list(&visitor.cx, &record_id(&id)?, &narrowed).await?;
    let agencies = crate::pages::overview::agencies(&visitor, &on.shown.seen).await?;
    let frame = frame(&visitor, visitor.t.say("comment-all"), on.shown.seen.operation()).await;
    let lines = Lines::of(&on.shown);
    let said: Vec<_> = on.told.iter().map(told).collect();
    let shows = CommentsShow {
        shows: lines.shows(&on.shown),
        told: &said,
        count: on.count,
        next: on.next.as_ref().map(RecordId::as_str),
        agencies: &agencies,
        asked: &asked,
    };
    Ok(Html(write(&CommentsPage::new(&frame, &shows))).into_response())
}

/// What the address asks for, or all that it cannot mean.
fn narrowed(asked: &crate::typed::Typed) -> Result<Narrowed, Problems> {
    let mut problems = Problems::none();
    let unknown = |name: &'static str| Problem::new(name, "code-unknown").with("text", asked.get(name));
    let some = |name: &str| Some(asked.get(name)).filter(|typed| !typed.is_empty());
    let open = asked.get("status") == "open";
    if !open && some("status").is_some() {
        problems.add(unknown("status"));
    }
    let owner = some("participant")
        .map(|typed| ParticipantCode::read("participant", typed).map_err(|_| unknown("participant")))
        .map(|read| problems.keep(read));
    let after = some("after")
        .map(|typed| typed.parse::<RecordId>().map_err(|_| unknown("after")))
        .map(|read| problems.keep(read));
    let part = some("clause").map(str::to_owned);
    problems.or(Some(Narrowed { part, owner: owner.flatten(), open, after: after.flatten() }))
}

/// `POST /plans/{id}/clauses/{clause}/comments`.
pub async fn send(
    State(server): State<Server>,
    visitor: SignedIn,
    Path((id, part)): Path<(String, String)>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let mut draft: CommentDraft = read(&sent)?;
    if draft.lang.is_empty() {
        visitor.lang.tag().clone_into(&mut draft.lang);
    }
    match app::comment::comment(&visitor.cx, &id, &part, &draft).await {
        Ok(_) => {
            let to = format!("{}/clauses/{}", path_of(&id), render::html::query(&part));
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-comment-sent"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            page(&visitor, &id, &part, "", &sent, &problems, status).await
        }
    }
}
