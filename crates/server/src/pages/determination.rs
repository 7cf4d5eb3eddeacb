//! Determinations: read with those they stand among, given, challenged, corrected, taken back.
//!
//! Refuses to overwrite: a correction names the revision that its writer saw.

use crate::error::{Answer, Failure};
use crate::frame::address_of;
use crate::pages::detection::{is_open, versions};
use crate::pages::legal_act::{Amends, fields, frame, may_revise, own_country, to_contribute, to_revise};
use crate::pages::shared::stepped;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Posted, Typed, read};
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::determination::{Determination, DeterminationDraft};
use model::id::RecordId;
use model::marking::MarkingDraft;
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problems;
use render::frame::FlashKind;
use render::page::determination::{Show, form, show as show_page, typed};
use render::page::law::Edit;
use render::page::write;

/// `GET /determinations/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    shown(&visitor, &record_id(&id)?, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

async fn shown(visitor: &SignedIn, id: &RecordId, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    let (found, others) = app::determination::get(&visitor.cx, id).await?;
    let versions = versions(app::record::history::<Determination>(&visitor.cx, id).await?);
    let acts = app::legal_act::known(&visitor.cx).await?;
    let operation = found.seen.operation();
    let title =
        visitor.t.say_one("determination-of", "substance", visitor.t.substance(&found.record.content.substance));
    let frame = frame(visitor, operation, title).await;
    let shown = Show {
        operation,
        record: &found.record,
        others: &others,
        acts: &acts,
        versions: &versions,
        may_revise: may_revise(visitor, &found),
        may_challenge: is_open(visitor, operation) && found.seen.may.contains(&Action::Contribute),
        typed,
        problems,
    };
    Ok((status, Html(write(&show_page(&frame, shown)))).into_response())
}

async fn form_page(
    visitor: &SignedIn,
    operation: &Operation,
    typed: &Typed,
    (problems, status): (&Problems, StatusCode),
    amends: Amends<'_, Determination>,
) -> Answer {
    let title = visitor.t.say(if amends.is_some() { "determination-amend" } else { "determination-new" });
    let mut frame = frame(visitor, operation, title).await;
    frame.modules = vec!["draft.mjs"];
    let acts = app::legal_act::known(&visitor.cx).await?;
    let top = address_of(operation);
    let (action, back) = amends.map_or_else(
        || (format!("{top}/determinations/new"), format!("{top}/legal-acts")),
        |(record, ..)| {
            let own = format!("/determinations/{}", record.header.id);
            (format!("{own}/amend"), own)
        },
    );
    let edit = Edit {
        operation,
        typed,
        problems,
        action: &action,
        back: &back,
        base: amends.map(|(_, base, _)| base),
        newer: amends.and_then(|(.., newer)| newer),
        acts: &acts,
    };
    Ok((status, Html(write(&form(&frame, edit)))).into_response())
}

/// `GET /operations/{code}/determinations/new`: `?challenges=` names the one that is challenged.
pub async fn new(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let operation = to_contribute(&visitor, &code).await?;
    let draft = DeterminationDraft {
        substance: asked.get("substance").to_owned(),
        jurisdiction: Some(asked.get("jurisdiction").to_owned())
            .filter(|asked| !asked.is_empty())
            .unwrap_or_else(|| own_country(&visitor)),
        lang: visitor.lang.tag().to_owned(),
        marking: MarkingDraft::of(&operation.marking),
        ..DeterminationDraft::default()
    };
    let draft = match record_id(asked.get("challenges")) {
        Ok(id) => {
            let (found, _) = app::determination::get(&visitor.cx, &id).await?;
            let DeterminationDraft { lang, marking, .. } = draft;
            let other = DeterminationDraft::of(&found.record.content);
            let (verdict, reasoning) = (String::new(), String::new());
            DeterminationDraft { challenges: id.to_string(), verdict, reasoning, lang, marking, ..other }
        }
        Err(_) => draft,
    };
    form_page(&visitor, &operation, &typed(&draft), (&Problems::none(), StatusCode::OK), None).await
}

/// `POST /operations/{code}/determinations/new`.
pub async fn create(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let operation = to_contribute(&visitor, &code).await?;
    let draft: DeterminationDraft = read(&fields(&sent, &[]))?;
    match app::determination::create(&visitor.cx, &code, &draft).await {
        Ok(record) => {
            let to = format!("/determinations/{}", record.header.id);
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-law-kept"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            form_page(&visitor, &operation, &typed(&draft), (&problems, status), None).await
        }
    }
}

/// `GET /determinations/{id}/amend`.
pub async fn ask_amend(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = to_revise::<Determination>(&visitor, &record_id(&id)?).await?;
    let record = &found.record;
    let marking = MarkingDraft::of(&record.header.marking);
    let draft = DeterminationDraft { marking, ..DeterminationDraft::of(&record.content) };
    let amends = Some((record, record.header.revision, None));
    form_page(&visitor, found.seen.operation(), &typed(&draft), (&Problems::none(), StatusCode::OK), amends).await
}

/// `POST /determinations/{id}/amend`.
pub async fn amend(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let found = to_revise::<Determination>(&visitor, &id).await?;
    let draft: DeterminationDraft = read(&fields(&sent, &[]))?;
    let current = found.record.header.revision;
    let (told, amends) = match app::determination::change(&visitor.cx, &id, base(&sent), &draft).await {
        Ok(_) => {
            let to = format!("/determinations/{id}");
            return Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-law-changed"));
        }
        Err(app::Error::Stale { .. }) => {
            ((Problems::none(), StatusCode::CONFLICT), (&found.record, current, Some(current)))
        }
        Err(error) => (Failure::from(error).on_form()?, (&found.record, base(&sent), None)),
    };
    form_page(&visitor, found.seen.operation(), &typed(&draft), (&told.0, told.1), Some(amends)).await
}

/// `POST /determinations/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::determination::retract(&visitor.cx, &id, base(&sent), sent.get("reason")).await;
    match stepped(&server, done, &format!("/determinations/{id}"), "flash-law-retracted")? {
        Ok(answer) => Ok(answer),
        Err((problems, status)) => shown(&visitor, &id, &sent, &problems, status).await,
    }
}
