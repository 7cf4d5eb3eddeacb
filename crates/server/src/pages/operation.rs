//! The operations of a visitor, and the form that makes or changes one.
//!
//! Refuses to lose what was typed: a problem, a line to add and a newer revision all show the same form again.

use crate::error::{Answer, Failure};
use crate::frame::address_of;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Posted, Typed, read};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::listing::Filter;
use model::member::Role;
use model::operation::{Operation, OperationDraft};
use model::permission::{Action, Reach, reach};
use model::problem::Problems;
use render::frame::{FlashKind, Room};
use render::page::operation::{Line, Offer, OperationFormPage, OperationsPage, fresh, typed as typed_of};
use render::page::write;

/// `GET /`.
pub async fn list(visitor: SignedIn) -> Answer {
    let mut lines = Vec::new();
    for record in app::operation::list(&visitor.cx).await? {
        let incidents = app::incident::count(&visitor.cx, &record.content.code, &Filter::default()).await?;
        lines.push(Line { operation: record.content, incidents: Some(incidents) });
    }
    let frame = visitor.frame(visitor.t.say("operation-list")).await;
    let page = OperationsPage::new(&frame, &lines, may_create(visitor.member.role));
    Ok(Html(write(&page)).into_response())
}

fn may_create(role: Role) -> bool {
    reach(role, Action::CreateOperation) != Reach::No
}

/// What is being written: a new operation, or a change of one made from a revision.
enum Aim<'a> {
    /// From an earlier edition, where one is named.
    New {
        from: &'a str,
    },
    Change {
        operation: &'a Operation,
        base: u32,
        newer: Option<u32>,
    },
}

/// `GET /operations/new`: an empty form, or with `?from=CODE` what an earlier edition hands on to the next.
pub async fn show_new(visitor: SignedIn, Asked(asked): Asked) -> Answer {
    if !may_create(visitor.member.role) {
        return Err(app::Error::Refused("role").into());
    }
    let typed = match asked.get("from") {
        "" => fresh(visitor.lang, visitor.member.participant.as_str()),
        earlier => typed_of(&app::operation::get(&visitor.cx, earlier).await?.operation().next_edition()),
    };
    first(&visitor, &Aim::New { from: asked.get("from") }, typed, &asked).await
}

/// `POST /operations`.
pub async fn create(
    State(server): State<Server>,
    visitor: SignedIn,
    Asked(asked): Asked,
    Posted(sent): Posted,
) -> Answer {
    let (typed, aim) = (tidy(&sent), Aim::New { from: asked.get("from") });
    if adds(&sent) {
        return form(&visitor, &aim, &longer(typed), &Problems::none(), StatusCode::OK).await;
    }
    match app::operation::create(&visitor.cx, &draft(&typed)?).await {
        Ok(record) => {
            let to = format!("{}/stages", address_of(&record.content));
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-operation-created"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            form(&visitor, &aim, &typed, &problems, status).await
        }
    }
}

/// `GET /operations/{code}/edit`.
pub async fn show_edit(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let seen = app::operation::get(&visitor.cx, &code).await?;
    must_plan(&seen)?;
    let aim = Aim::Change { operation: seen.operation(), base: seen.record.header.revision, newer: None };
    first(&visitor, &aim, typed_of(seen.operation()), &asked).await
}

fn must_plan(seen: &app::operation::Seen) -> Result<(), Failure> {
    if !seen.may.contains(&Action::PlanOperation) {
        return Err(app::Error::Refused("role").into());
    }
    if seen.operation().is_closed() {
        return Err(app::Error::Refused("operation-closed").into());
    }
    Ok(())
}

/// `POST /operations/{code}/edit`.
pub async fn change(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let seen = app::operation::get(&visitor.cx, &code).await?;
    let operation = seen.operation();
    let (typed, base) = (tidy(&sent), revision(&sent)?);
    let aim = |base, newer| Aim::Change { operation, base, newer };
    if adds(&sent) {
        return form(&visitor, &aim(base, None), &longer(typed), &Problems::none(), StatusCode::OK).await;
    }
    match app::operation::change(&visitor.cx, &code, base, &draft(&typed)?).await {
        Ok(record) => {
            let to = format!("{}/stages", address_of(&record.content));
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-operation-changed"))
        }
        // The next sending is made from the revision that the writer has now been told of.
        Err(app::Error::Stale { current }) => {
            form(&visitor, &aim(current, Some(current)), &typed, &Problems::none(), StatusCode::CONFLICT).await
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            form(&visitor, &aim(base, None), &typed, &problems, status).await
        }
    }
}

/// The revision that a form was made from.
pub fn revision(sent: &Typed) -> Result<u32, Failure> {
    sent.get("base").parse().map_err(|_| Failure::Truncated)
}

/// The form before anything was sent, with as many participations as its address asks for.
async fn first(visitor: &SignedIn, aim: &Aim<'_>, mut typed: Typed, asked: &Typed) -> Answer {
    while typed.count("participations") < asked.rows("participations") {
        typed = longer(typed);
    }
    page(visitor, aim, &typed, &Problems::none(), false).await.map(IntoResponse::into_response)
}

/// The form with what was sent.
async fn form(visitor: &SignedIn, aim: &Aim<'_>, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    let page = page(visitor, aim, typed, problems, true).await?;
    Ok((status, page).into_response())
}

async fn page(
    visitor: &SignedIn,
    aim: &Aim<'_>,
    typed: &Typed,
    problems: &Problems,
    given: bool,
) -> Answer<Html<String>> {
    let t = visitor.t;
    let mut participants = app::participant::list(&visitor.cx).await?;
    let more: Vec<_> = app::participant::invitable(&participants).collect();
    participants.extend(more);
    let codes: Vec<String> =
        app::operation::list(&visitor.cx).await?.into_iter().map(|record| record.content.code).collect();
    let offer = Offer { participants: &participants, operations: &codes };
    let mut frame = match aim {
        Aim::New { .. } => visitor.frame(t.say("operation-new")).await,
        Aim::Change { operation, .. } => visitor.frame_in(t.say("operation-edit"), Room::Overview, operation).await,
    };
    frame.modules = vec!["draft.mjs"];
    let page = OperationFormPage::create(&frame, typed, problems, offer);
    let page = match aim {
        Aim::New { from } => page.after(from),
        Aim::Change { operation, base, newer } => page.change(&operation.code, *base, *newer),
    };
    Ok(Html(write(&if given { page.given() } else { page })))
}

/// Whether the form asks for one more line and not to be kept.
fn adds(sent: &Typed) -> bool {
    sent.get("add") == "participation"
}

/// The same with one more, empty participation.
fn longer(typed: Typed) -> Typed {
    let next = typed.count("participations");
    typed.with(format!("participations.{next}.participant"), "")
}

/// What was typed without lines that say nothing, so that a problem's path leads to the line it is shown in.
fn tidy(sent: &Typed) -> Typed {
    let lists =
        [("participations", ["participant", "since", "until"].as_slice()), ("stages", ["from", "to"].as_slice())];
    let mut tidy = Typed::nothing();
    for (name, value) in &sent.0 {
        if !lists.iter().any(|(list, _)| name.starts_with(&format!("{list}."))) {
            tidy = tidy.with(name.as_str(), value.as_str());
        }
    }
    for (list, telling) in lists {
        let says =
            |index: &usize| telling.iter().any(|field| !sent.get(&format!("{list}.{index}.{field}")).trim().is_empty());
        for (place, index) in (0..sent.count(list).min(500)).filter(says).enumerate() {
            let prefix = format!("{list}.{index}.");
            for (name, value) in sent.0.iter().filter(|(name, _)| name.starts_with(&prefix)) {
                tidy = tidy.with(format!("{list}.{place}.{}", name.trim_start_matches(&prefix)), value.as_str());
            }
        }
    }
    tidy
}

/// The draft: a text of several lines is a list where the draft has one.
fn draft(typed: &Typed) -> Result<OperationDraft, Failure> {
    let mut spread = Typed::nothing();
    for (name, value) in &typed.0 {
        if !matches!(name.as_str(), "aliases" | "targets" | "scope_substances") {
            spread = spread.with(name.as_str(), value.as_str());
            continue;
        }
        for line in value.lines().map(str::trim).filter(|line| !line.is_empty()) {
            spread = spread.with(name.as_str(), line);
        }
    }
    read(&spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_say_nothing_are_left_out_and_the_rest_keep_their_order() {
        let sent = Typed::nothing()
            .with("code", "X-1")
            .with("participations.0.participant", "")
            .with("participations.0.role", "participant")
            .with("participations.3.participant", "KZ")
            .with("participations.3.role", "coordinator")
            .with("stages.0.kind", "planning")
            .with("stages.0.from", "")
            .with("stages.3.kind", "active")
            .with("stages.3.from", "2021-10-04")
            .with("aliases", "One\n\n Two ");
        let draft = draft(&tidy(&sent)).unwrap();
        assert_eq!(draft.participations.len(), 1);
        assert_eq!(draft.participations[0].participant, "KZ");
        assert_eq!(draft.stages.len(), 1);
        assert_eq!(draft.stages[0].kind, "active");
        assert_eq!(draft.aliases, ["One", "Two"]);
    }

    #[test]
    fn one_more_line_is_empty() {
        let typed = longer(Typed::nothing().with("participations.0.participant", "KZ"));
        assert_eq!(typed.count("participations"), 2);
    }
}
