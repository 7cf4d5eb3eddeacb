//! Acts of an operation beside those that ship: listed, read, brought in, changed, taken back.
//!
//! Refuses to overwrite: a change names the revision that its writer saw.

use crate::error::{Answer, Failure};
use crate::frame::address_of;
use crate::pages::detection::{is_open, versions};
use crate::pages::shared::stepped;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Posted, Typed, read};
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::card::Wanted;
use model::catalogue::{Country, ShippedAct};
use model::id::RecordId;
use model::jurisdiction::Jurisdiction;
use model::legal_act::{ActRef, LegalAct, LegalActDraft};
use model::marking::MarkingDraft;
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problems;
use model::record::{Kind, Record, Shared, State as Standing};
use render::frame::{FlashKind, Frame, Room};
use render::page::law::Edit;
use render::page::legal_act::{List, Show, form, list as list_page, shipped as shipped_page, show as show_page, typed};
use render::page::write;

/// `GET /operations/{code}/legal-acts`: `?jurisdiction=` with its parts.
pub async fn list(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let (seen, mut records) = app::legal_act::list(&visitor.cx, &code, &Wanted::of(Kind::LegalAct)).await?;
    let operation = seen.operation();
    let chosen = asked.get("jurisdiction").trim();
    let own = operation.participants();
    let fits = |one: &Jurisdiction| chosen.is_empty() || one.as_str() == chosen || one.country() == chosen;
    let mut offered: Vec<Jurisdiction> = records.iter().map(|record| record.content.jurisdiction.clone()).collect();
    offered.extend(ShippedAct::all().iter().map(|act| act.jurisdiction.clone()));
    offered.sort();
    offered.dedup();
    records.retain(|record| fits(&record.content.jurisdiction));
    let concerns = |act: &&ShippedAct| {
        act.jurisdiction.is_united_nations() || own.iter().any(|code| code.as_str() == act.jurisdiction.country())
    };
    let shipped: Vec<&'static ShippedAct> = ShippedAct::all()
        .iter()
        .filter(|act| fits(&act.jurisdiction) && (!chosen.is_empty() || concerns(act)))
        .collect();
    let frame = visitor.frame_in(visitor.t.say("frame-tab-legal-acts"), Room::Background, operation).await;
    let shown = List {
        operation,
        records: &records,
        shipped: &shipped,
        chosen,
        offered: &offered,
        may_add: seen.may.contains(&Action::Contribute) && is_open(&visitor, operation),
    };
    Ok(Html(write(&list_page(&frame, shown))).into_response())
}

/// `GET /catalogue/legal-acts/{key}`.
pub async fn shipped(visitor: SignedIn, Path(key): Path<String>) -> Answer {
    let act = ShippedAct::by_key(&key).ok_or(app::Error::NotFound)?;
    let mut frame = visitor.frame(act.titles.say(visitor.lang)).await;
    frame.room = Some(Room::Catalogue);
    Ok(Html(write(&shipped_page(&frame, act))).into_response())
}

/// `GET /legal-acts/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    shown(&visitor, &record_id(&id)?, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

async fn shown(visitor: &SignedIn, id: &RecordId, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    let act = app::legal_act::get(&visitor.cx, id).await?;
    let versions = versions(app::record::history::<LegalAct>(&visitor.cx, id).await?);
    let (found, operation) = (&act.found, act.found.seen.operation());
    let frame = frame(visitor, operation, found.record.content.title.clone()).await;
    let open = is_open(visitor, operation);
    let chain: Vec<(&str, &ActRef, &str)> =
        act.chain.iter().map(|link| (link.how.code(), &link.act, link.title.as_str())).collect();
    let shown = Show {
        operation,
        record: &found.record,
        chain: &chain,
        entries: &act.entries,
        versions: &versions,
        may_revise: may_revise(visitor, found),
        may_add: open && found.seen.may.contains(&Action::Contribute),
        typed,
        problems,
    };
    Ok((status, Html(write(&show_page(&frame, shown)))).into_response())
}

/// The frame of a page that stands under the tab of acts.
pub async fn frame(visitor: &SignedIn, operation: &Operation, title: String) -> Frame {
    let mut frame = visitor.frame_in(title, Room::Background, operation).await;
    frame.stand_under("legal-acts");
    frame
}

/// Whether the visitor may revise a record now.
pub fn may_revise<T>(visitor: &SignedIn, found: &app::record::Found<T>) -> bool {
    must_revise(visitor, found).is_ok()
}

/// The record, where the visitor may revise it now.
pub fn must_revise<T>(visitor: &SignedIn, found: &app::record::Found<T>) -> Result<(), Failure> {
    let reason = if !found.may.contains(&Action::Revise) {
        "role"
    } else if found.record.header.state == Standing::Retracted {
        "retracted"
    } else if !is_open(visitor, found.seen.operation()) {
        "stage"
    } else {
        return Ok(());
    };
    Err(app::Error::Refused(reason).into())
}

/// A record that the visitor may revise now.
pub async fn to_revise<T: Shared>(visitor: &SignedIn, id: &RecordId) -> Result<app::record::Found<T>, Failure> {
    let found = app::record::get::<T>(&visitor.cx, id).await?;
    must_revise(visitor, &found)?;
    Ok(found)
}

/// The operation, where the visitor may contribute now.
pub async fn to_contribute(visitor: &SignedIn, code: &str) -> Result<Operation, Failure> {
    let seen = app::operation::get(&visitor.cx, code).await?;
    if !seen.may.contains(&Action::Contribute) {
        return Err(app::Error::Refused("role").into());
    }
    if !is_open(visitor, seen.operation()) {
        return Err(app::Error::Refused("stage").into());
    }
    Ok(seen.record.content)
}

/// The country of a visitor whose participant is one.
pub fn own_country(visitor: &SignedIn) -> String {
    Country::by_code(visitor.member.participant.as_str()).map_or_else(String::new, |country| country.code.clone())
}

/// The fields of a draft: without those of the form itself, and with the lines of an area as a list.
pub fn fields(sent: &Typed, areas: &[&str]) -> Typed {
    let mut fields = Typed::nothing();
    for (name, value) in sent.0.iter().filter(|(name, _)| !matches!(name.as_str(), "base" | "choose")) {
        if !areas.contains(&name.as_str()) {
            fields = fields.with(name.as_str(), value.as_str());
            continue;
        }
        for line in value.lines().map(str::trim).filter(|line| !line.is_empty()) {
            fields = fields.with(name.as_str(), line);
        }
    }
    fields
}

/// What is amended: the record, the revision its writer saw, and the current one where somebody was faster.
pub type Amends<'a, T> = Option<(&'a Record<T>, u32, Option<u32>)>;

async fn form_page(
    visitor: &SignedIn,
    operation: &Operation,
    typed: &Typed,
    (problems, status): (&Problems, StatusCode),
    amends: Amends<'_, LegalAct>,
) -> Answer {
    let title = visitor.t.say(if amends.is_some() { "legal-act-amend" } else { "legal-act-new" });
    let mut frame = frame(visitor, operation, title).await;
    frame.modules = vec!["draft.mjs"];
    let mut acts = app::legal_act::known(&visitor.cx).await?;
    let list = format!("{}/legal-acts", address_of(operation));
    let (action, back) = amends.map_or_else(
        || (format!("{list}/new"), list.clone()),
        |(record, ..)| (format!("/legal-acts/{}/amend", record.header.id), format!("/legal-acts/{}", record.header.id)),
    );
    if let Some((record, ..)) = amends {
        acts.retain(|act| act.reference.as_str() != record.header.id.as_str());
    }
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

/// `GET /operations/{code}/legal-acts/new`.
pub async fn new(visitor: SignedIn, Path(code): Path<String>) -> Answer {
    let operation = to_contribute(&visitor, &code).await?;
    let draft = LegalActDraft {
        jurisdiction: own_country(&visitor),
        lang: visitor.lang.tag().to_owned(),
        marking: MarkingDraft::of(&operation.marking),
        ..LegalActDraft::default()
    };
    form_page(&visitor, &operation, &typed(&draft), (&Problems::none(), StatusCode::OK), None).await
}

/// `POST /operations/{code}/legal-acts/new`.
pub async fn create(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let operation = to_contribute(&visitor, &code).await?;
    let draft: LegalActDraft = read(&fields(&sent, &[]))?;
    match app::legal_act::create(&visitor.cx, &code, &draft).await {
        Ok(record) => {
            let to = format!("/legal-acts/{}", record.header.id);
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-law-kept"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            form_page(&visitor, &operation, &typed(&draft), (&problems, status), None).await
        }
    }
}

/// `GET /legal-acts/{id}/amend`.
pub async fn ask_amend(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = to_revise::<LegalAct>(&visitor, &record_id(&id)?).await?;
    let record = &found.record;
    let draft =
        LegalActDraft { marking: MarkingDraft::of(&record.header.marking), ..LegalActDraft::of(&record.content) };
    let amends = Some((record, record.header.revision, None));
    form_page(&visitor, found.seen.operation(), &typed(&draft), (&Problems::none(), StatusCode::OK), amends).await
}

/// `POST /legal-acts/{id}/amend`.
pub async fn amend(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let found = to_revise::<LegalAct>(&visitor, &id).await?;
    let draft: LegalActDraft = read(&fields(&sent, &[]))?;
    let current = found.record.header.revision;
    let (told, amends) = match app::legal_act::change(&visitor.cx, &id, base(&sent), &draft).await {
        Ok(_) => {
            let to = format!("/legal-acts/{id}");
            return Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-law-changed"));
        }
        Err(app::Error::Stale { .. }) => {
            ((Problems::none(), StatusCode::CONFLICT), (&found.record, current, Some(current)))
        }
        Err(error) => (Failure::from(error).on_form()?, (&found.record, base(&sent), None)),
    };
    form_page(&visitor, found.seen.operation(), &typed(&draft), (&told.0, told.1), Some(amends)).await
}

/// `POST /legal-acts/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::legal_act::retract(&visitor.cx, &id, base(&sent), sent.get("reason")).await;
    match stepped(&server, done, &format!("/legal-acts/{id}"), "flash-law-retracted")? {
        Ok(answer) => Ok(answer),
        Err((problems, status)) => shown(&visitor, &id, &sent, &problems, status).await,
    }
}
