//! Entries of acts: read, brought in, changed, taken back, and taken in as a table.
//!
//! Refuses to keep a table that was not looked at as a whole: a row with a problem keeps all of it out.

use crate::error::{Answer, Failure};
use crate::frame::address_of;
use crate::pages::detection::versions;
use crate::pages::legal_act::{Amends, fields, frame, may_revise, to_contribute, to_revise};
use crate::pages::shared::stepped;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::{Asked, Posted, Typed, Uploaded, read};
use crate::typed::{base, record_id};
use crate::visitor::SignedIn;
use app::control_entry::{Looked, Mapping, Outcome, Source};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::catalogue::ShippedEntry;
use model::control_entry::{ControlEntry, ControlEntryDraft};
use model::id::RecordId;
use model::legal_act::LegalAct;
use model::marking::MarkingDraft;
use model::operation::Operation;
use model::problem::Problems;
use model::record::Record;
use render::frame::{FlashKind, Room};
use render::page::control_entry::{Row, Show, Table, form, shipped as shipped_page, show as show_page, table, typed};
use render::page::law::Edit;
use render::page::write;

/// `GET /control-entries/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    shown(&visitor, &record_id(&id)?, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

/// `GET /catalogue/control-entries/{key}`.
pub async fn shipped(visitor: SignedIn, Path(key): Path<String>) -> Answer {
    let entry = ShippedEntry::by_key(&key).ok_or(app::Error::NotFound)?;
    let mut frame = visitor.frame(&entry.name).await;
    frame.room = Some(Room::Catalogue);
    Ok(Html(write(&shipped_page(&frame, entry))).into_response())
}

async fn shown(visitor: &SignedIn, id: &RecordId, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    let found = app::control_entry::get(&visitor.cx, id).await?;
    let versions = versions(app::record::history::<ControlEntry>(&visitor.cx, id).await?);
    let acts = app::legal_act::known(&visitor.cx).await?;
    let operation = found.seen.operation();
    let frame = frame(visitor, operation, found.record.content.name.clone()).await;
    let may_revise = may_revise(visitor, &found);
    let shown =
        Show { operation, record: &found.record, acts: &acts, versions: &versions, may_revise, typed, problems };
    Ok((status, Html(write(&show_page(&frame, shown)))).into_response())
}

async fn form_page(
    visitor: &SignedIn,
    operation: &Operation,
    typed: &Typed,
    (problems, status): (&Problems, StatusCode),
    amends: Amends<'_, ControlEntry>,
) -> Answer {
    let title = visitor.t.say(if amends.is_some() { "control-entry-amend" } else { "control-entry-new" });
    let mut frame = frame(visitor, operation, title).await;
    frame.modules = vec!["draft.mjs"];
    let acts = app::legal_act::known(&visitor.cx).await?;
    let top = address_of(operation);
    let (action, back) = amends.map_or_else(
        || (format!("{top}/control-entries/new"), format!("{top}/legal-acts")),
        |(record, ..)| {
            let own = format!("/control-entries/{}", record.header.id);
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

/// `GET /operations/{code}/control-entries/new`: `?act=` names its act.
pub async fn new(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let operation = to_contribute(&visitor, &code).await?;
    let draft = ControlEntryDraft {
        act: asked.get("act").to_owned(),
        technique: "individual".to_owned(),
        lang: visitor.lang.tag().to_owned(),
        marking: MarkingDraft::of(&operation.marking),
        ..ControlEntryDraft::default()
    };
    form_page(&visitor, &operation, &typed(&draft), (&Problems::none(), StatusCode::OK), None).await
}

/// The draft of a form: a substance taken from the suggestions replaces what was typed.
fn draft(sent: &Typed) -> Result<(ControlEntryDraft, bool), Failure> {
    let mut draft: ControlEntryDraft = read(&fields(sent, &["synonyms"]))?;
    let chosen = sent.get("choose").trim();
    if !chosen.is_empty() {
        chosen.clone_into(&mut draft.substance);
        draft.not_in_catalogue = false;
    }
    Ok((draft, !chosen.is_empty()))
}

/// `POST /operations/{code}/control-entries/new`.
pub async fn create(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let operation = to_contribute(&visitor, &code).await?;
    let (draft, is_step) = draft(&sent)?;
    let (problems, status) = if is_step {
        (Problems::none(), StatusCode::OK)
    } else {
        match app::control_entry::create(&visitor.cx, &code, &draft).await {
            Ok(record) => {
                let to = format!("/control-entries/{}", record.header.id);
                return Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-law-kept"));
            }
            Err(error) => Failure::from(error).on_form()?,
        }
    };
    form_page(&visitor, &operation, &typed(&draft), (&problems, status), None).await
}

/// `GET /control-entries/{id}/amend`.
pub async fn ask_amend(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = to_revise::<ControlEntry>(&visitor, &record_id(&id)?).await?;
    let record = &found.record;
    let marking = MarkingDraft::of(&record.header.marking);
    let draft = ControlEntryDraft { marking, ..ControlEntryDraft::of(&record.content) };
    let amends = Some((record, record.header.revision, None));
    form_page(&visitor, found.seen.operation(), &typed(&draft), (&Problems::none(), StatusCode::OK), amends).await
}

/// `POST /control-entries/{id}/amend`.
pub async fn amend(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let found = to_revise::<ControlEntry>(&visitor, &id).await?;
    let (draft, is_step) = draft(&sent)?;
    let current = found.record.header.revision;
    let mut amends = (&found.record, base(&sent), None);
    let mut told = (Problems::none(), StatusCode::OK);
    if !is_step {
        match app::control_entry::change(&visitor.cx, &id, base(&sent), &draft).await {
            Ok(_) => {
                let to = format!("/control-entries/{id}");
                return Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-law-changed"));
            }
            Err(app::Error::Stale { .. }) => {
                amends = (&found.record, current, Some(current));
                told.1 = StatusCode::CONFLICT;
            }
            Err(error) => told = Failure::from(error).on_form()?,
        }
    }
    form_page(&visitor, found.seen.operation(), &typed(&draft), (&told.0, told.1), Some(amends)).await
}

/// `POST /control-entries/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::control_entry::retract(&visitor.cx, &id, base(&sent), sent.get("reason")).await;
    match stepped(&server, done, &format!("/control-entries/{id}"), "flash-law-retracted")? {
        Ok(answer) => Ok(answer),
        Err((problems, status)) => shown(&visitor, &id, &sent, &problems, status).await,
    }
}

/// `GET /legal-acts/{id}/import`.
pub async fn ask_table(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = to_revise::<LegalAct>(&visitor, &record_id(&id)?).await?;
    table_page(&visitor, &found, &Typed::nothing(), &Looked::default(), (&Problems::none(), StatusCode::OK)).await
}

async fn table_page(
    visitor: &SignedIn,
    found: &app::record::Found<LegalAct>,
    typed: &Typed,
    looked: &Looked,
    (problems, status): (&Problems, StatusCode),
) -> Answer {
    let operation = found.seen.operation();
    let frame = frame(visitor, operation, visitor.t.say("control-entry-import")).await;
    let rows: Vec<Row<'_>> = looked
        .lines
        .iter()
        .map(|line| Row {
            row: line.row,
            name: &line.name,
            place: &line.place,
            substance: line.substance.as_deref(),
            outcome: line.outcome.code(),
            problems: &line.problems,
        })
        .collect();
    let act: &Record<LegalAct> = &found.record;
    let shown = Table { operation, act, columns: &looked.columns, rows: &rows, typed, problems };
    Ok((status, Html(write(&table(&frame, shown)))).into_response())
}

/// What was sent: a file that was chosen takes the place of the text that was there.
fn sent(uploaded: Uploaded) -> Typed {
    let file = uploaded.files.into_iter().find(|file| file.field == "file");
    let Some(file) = file else { return uploaded.typed };
    let own = |name: &str| !matches!(name, "table" | "name");
    let rest = uploaded.typed.0.into_iter().filter(|(name, _)| own(name)).collect();
    Typed(rest).with("name", file.name).with("table", String::from_utf8_lossy(&file.bytes))
}

/// The columns chosen; while none are, those whose heads say what they hold.
fn mapping(typed: &Typed) -> Mapping {
    let chosen = |name: &str| typed.get(&format!("mapping.{name}")).to_owned();
    Mapping {
        name: chosen("name"),
        name_else: chosen("name_else"),
        synonyms: chosen("synonyms"),
        chemical: chosen("chemical"),
        list: chosen("list"),
        number: chosen("number"),
        from: chosen("from"),
    }
}

/// `POST /legal-acts/{id}/import`: looks at the table, or keeps it.
pub async fn take_table(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let id = record_id(&id)?;
    let found = to_revise::<LegalAct>(&visitor, &id).await?;
    let typed = sent(uploaded);
    let mapping = mapping(&typed);
    let source =
        Source { file: typed.get("name"), text: typed.get("table"), mapping: &mapping, seen: typed.get("seen") };
    let mut told = (Problems::none(), StatusCode::OK);
    if typed.get("action") == "keep" {
        match app::control_entry::import(&visitor.cx, &id, source, &MarkingDraft::default()).await {
            Ok(looked) => {
                let news = looked.count(Outcome::Recognised) + looked.count(Outcome::AsWritten);
                let flash = if news == 0 { "flash-law-table-known" } else { "flash-law-table-kept" };
                return Ok(redirect_with(&server.config, &format!("/legal-acts/{id}"), FlashKind::Good, flash));
            }
            Err(error) => told = Failure::from(error).on_form()?,
        }
    }
    let looked = match app::control_entry::look(&visitor.cx, &id, source).await {
        Ok(looked) => looked,
        Err(error) => {
            if told.0.is_empty() {
                told = Failure::from(error).on_form()?;
            }
            Looked::default()
        }
    };
    table_page(&visitor, &found, &typed, &looked, (&told.0, told.1)).await
}
