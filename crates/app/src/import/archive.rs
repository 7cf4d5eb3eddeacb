//! Archive operations: made from a file of past incidents, spanning its days, with its countries as participants.
//!
//! Refuses to pretend it was planned: an archive has only an active stage, takes imports until it is closed, and says so.

use super::first_of;
use crate::cx::{Actor, Cx};
use crate::error::{Error, Result};
use crate::operation::header;
use model::agency::{Agency, AgencyId, AgencyKind, ContactPoint};
use model::catalogue::country::Country;
use model::import::Span;
use model::lang::Lang;
use model::marking::Marking;
use model::names::Names;
use model::operation::{Operation, ScopeRule, read_code};
use model::participant::{Participant, ParticipantCode, Participation, ParticipationRole};
use model::permission::{Action, Relation};
use model::problem::Problem;
use model::record::Record;
use model::stage::{Stage, StageKind};
use std::collections::HashMap;
use store::Tx;

/// Code of the participant that coordinates an archive: the node's own operator.
const NODE: &str = "NODE";

/// Makes the operation with its participants and one agency each; a dry run keeps nothing.
pub(super) async fn create(cx: &Cx, code: &str, span: &Span, dry_run: bool) -> Result<Operation> {
    cx.must(Action::CreateOperation, Relation::Coordinates)?;
    if !matches!(cx.actor(), Actor::Node) {
        return Err(Error::Refused("archive-by-node"));
    }
    let operation = operation(cx, code, span)?;
    if dry_run {
        return Ok(operation);
    }
    let mut tx = cx.begin("operation.create").await?;
    for participant in &operation.participations {
        ensure(cx, &mut tx, &participant.participant).await?;
    }
    let mut record = Record { header: header(cx, &operation), content: operation };
    tx.put_operation(&mut record, None).await?;
    cx.keep(tx, &record.header, "archive").await?;
    Ok(record.content)
}

fn operation(cx: &Cx, code: &str, span: &Span) -> Result<Operation> {
    let code = read_code("operation", code)?;
    let (from, to) = span.from.zip(span.to).ok_or_else(|| Problem::new("file", "file-without-days"))?;
    let mut participations: Vec<Participation> =
        span.countries.iter().map(|country| part(country, ParticipationRole::Participant)).collect();
    participations.push(part(NODE, ParticipationRole::Coordinator));
    let stage =
        Stage { kind: StageKind::Active, from, to, opened: Some(cx.now()), closed: None, reopened: String::new() };
    Ok(Operation {
        id: cx.mint(),
        names: Names::same(&code),
        aliases: Vec::new(),
        series: "ARCHIVE".to_owned(),
        edition: format!("{from}/{to}"),
        previous: String::new(),
        objective: Names::default(),
        targets: Vec::new(),
        scope: ScopeRule::default(),
        legal_basis: String::new(),
        languages: Lang::ALL.to_vec(),
        marking: Marking::default(),
        participations,
        stages: vec![stage],
        late_days: 0,
        demonstration: false,
        archive: true,
        closing_asked_by: None,
        code,
    })
}

fn part(code: &str, role: ParticipationRole) -> Participation {
    Participation { participant: ParticipantCode::country(code), role, since: None, until: None }
}

/// Makes the participant and an agency for it where the node has none.
async fn ensure(cx: &Cx, tx: &mut Tx, code: &ParticipantCode) -> Result<()> {
    let country = Country::by_code(code.as_str());
    let names = country.map_or_else(|| Names::same(code.as_str()), |country| country.names.clone());
    if tx.participant(code).await?.is_none() {
        let country = country.map(|country| country.code.clone());
        tx.put_participant(&Participant { code: code.clone(), names: names.clone(), country }).await?;
    }
    if first_of(&tx.agencies().await?, code).is_none() {
        let (kind, contact) = (AgencyKind::Other, ContactPoint::default());
        tx.put_agency(&Agency { id: cx.mint(), participant: code.clone(), kind, names, contact }).await?;
    }
    Ok(())
}

/// Where the node's operator imports for all, every participant has an agency that owns its rows.
pub(super) async fn equip(cx: &Cx, operation: &Operation, dry_run: bool) -> Result<()> {
    if dry_run || cx.member().is_some() {
        return Ok(());
    }
    let agencies = cx.app.store().read().await?.agencies().await?;
    let bare = |code: &ParticipantCode| first_of(&agencies, code).is_none();
    let missing: Vec<ParticipantCode> = operation.participants().into_iter().filter(bare).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut tx = cx.begin("agency.put").await?;
    for code in &missing {
        ensure(cx, &mut tx, code).await?;
    }
    cx.keep_plain(tx, format!("agencies={}", missing.len())).await
}

/// The agency that owns the rows of each participant of the operation.
pub(super) async fn owners(cx: &Cx, operation: &Operation) -> Result<HashMap<ParticipantCode, AgencyId>> {
    let agencies = cx.app.store().read().await?.agencies().await?;
    let mut owners: HashMap<ParticipantCode, AgencyId> = operation
        .participants()
        .into_iter()
        .filter_map(|participant| Some((participant.clone(), first_of(&agencies, &participant)?)))
        .collect();
    for part in &operation.participations {
        // A dry run has not made the agencies yet; nothing of it is kept.
        owners.entry(part.participant.clone()).or_insert_with(crate::cx::nobody);
    }
    Ok(owners)
}
