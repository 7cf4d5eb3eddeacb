//! A demonstration: the operation REFLEX-2021 with its participants, roles, stages and dates, some 400 invented
//! incidents from a fixed seed, and one sign-in per role.
//!
//! Refuses a node that holds anything real: only a new node becomes a demonstration, and every page then says so.

mod chance;
mod exchange;
mod incidents;
mod legal_act;
mod meeting;
mod plan;
mod questionnaire;
mod recommendation;
mod script;

pub use script::SignIn;

use crate::cx::{Actor, Cx};
use crate::error::{Error, Result};
use crate::{operation, password};
use model::agency::{Agency, AgencyKind, ContactPoint};
use model::catalogue::country::Country;
use model::lang::Lang;
use model::member::{Member, Role};
use model::names::Names;
use model::node::Node;
use model::operation::{Operation, OperationDraft, ParticipationDraft, StageDraft};
use model::participant::{Participant, ParticipantCode};
use model::record::Record;
use model::stage::{Stage, StageKind};
use script::{Plan, Script, StageLine};
use store::Tx;

/// One sign-in per role, for whoever starts a demonstration.
pub fn sign_ins() -> Vec<SignIn> {
    Script::read().map(|script| script.sign_ins()).unwrap_or_default()
}

/// Makes this new node a demonstration and fills it. `progress` hears how many incidents are kept. The node has to be
/// opened again for its clock to take effect. Does nothing where it is one already.
pub async fn fill(cx: &Cx, mut progress: impl FnMut(usize, usize)) -> Result<()> {
    if cx.app.node().demonstration {
        return Ok(());
    }
    if !matches!(cx.actor(), Actor::Node) {
        return Err(Error::Refused("node-only"));
    }
    if !operation::list(cx).await?.is_empty() {
        return Err(Error::Refused("demo-not-empty"));
    }
    let script = Script::read().map_err(|error| Error::Broken(error.into()))?;
    let (mut tx, hash) = (cx.begin("demo.fill").await?, password::hash(&cx.app, &script.password).await?);
    let agencies = put_agencies(cx, &mut tx, &script).await?;
    put_members(cx, &mut tx, &script, &agencies, &hash).await?;
    let earlier = put_earlier(cx, &mut tx, &script).await?;
    let operation = put_operation(cx, &mut tx, &script).await?;
    let mut records = incidents::invent(cx, &script, &operation, &agencies)?;
    let all = records.len();
    for (place, batch) in records.chunks_mut(100).enumerate() {
        tx.put_incidents(batch).await?;
        progress((place * 100 + batch.len()).min(all), all);
    }
    questionnaire::put(cx, &mut tx, &operation, &agencies).await?;
    exchange::put(cx, &mut tx, &operation, &agencies).await?;
    legal_act::put(cx, &mut tx, &operation, &agencies).await?;
    let meeting = meeting::put(cx, &mut tx, &operation, &agencies).await?;
    let recommended = recommendation::put(cx, &mut tx, (earlier.last(), &operation), &agencies, &meeting).await?;
    plan::put(cx, &mut tx, &operation, &agencies, &recommended).await?;
    tx.set_node(&Node { demonstration: true, ..cx.app.node().clone() }).await?;
    cx.keep_plain(tx, format!("incidents={all}")).await
}

async fn put_agencies(cx: &Cx, tx: &mut Tx, script: &Script) -> Result<Vec<Agency>> {
    let mut agencies = Vec::new();
    for country in &script.countries {
        let Some(known) = Country::by_code(&country.code) else { continue };
        let code = ParticipantCode::country(&country.code);
        let of_country = Some(country.code.clone());
        tx.put_participant(&Participant { code: code.clone(), names: known.names.clone(), country: of_country })
            .await?;
        for kind in &script.agencies {
            let names = Lang::ALL.into_iter().fold(Names::default(), |names, lang| {
                names.with(lang, &format!("{}, {}", kind.names.say(lang), known.names.say(lang)))
            });
            agencies.push(agency(cx, code.clone(), &kind.kind, names));
        }
    }
    for organisation in &script.organisations {
        let code = ParticipantCode::country(&organisation.code);
        let names = organisation.names.clone();
        tx.put_participant(&Participant { code: code.clone(), names: names.clone(), country: None }).await?;
        agencies.push(agency(cx, code, &organisation.kind, names));
    }
    for agency in &agencies {
        tx.put_agency(agency).await?;
    }
    Ok(agencies)
}

fn agency(cx: &Cx, participant: ParticipantCode, kind: &str, names: Names) -> Agency {
    let kind = AgencyKind::parse(kind).unwrap_or(AgencyKind::Other);
    // Invented duty lines, at addresses that are nobody's (RFC 2606).
    let contact = ContactPoint {
        office: String::new(),
        email: format!("{}.{}@example.org", kind.code(), participant.as_str().to_ascii_lowercase()),
        phone: String::new(),
    };
    Agency { id: cx.mint(), participant, kind, names, contact }
}

async fn put_members(cx: &Cx, tx: &mut Tx, script: &Script, agencies: &[Agency], hash: &str) -> Result<()> {
    for line in &script.members {
        let own = |agency: &&Agency| agency.participant.as_str() == line.participant && agency.kind.code() == line.kind;
        let Some((agency, role)) = agencies.iter().find(own).zip(Role::parse(&line.role)) else { continue };
        let member = Member {
            id: cx.mint(),
            login: line.login.clone(),
            role,
            agency: agency.id,
            participant: agency.participant.clone(),
            lang: Lang::parse(&line.lang).unwrap_or_default(),
            disabled: None,
            created: cx.now(),
        };
        tx.add_member(&member, hash).await?;
    }
    Ok(())
}

/// The operation as published, with every stage up to the active one opened on its first day.
async fn put_operation(cx: &Cx, tx: &mut Tx, script: &Script) -> Result<Operation> {
    let mut operation = planned(cx, tx, draft(script, &script.operation, &script.stages)).await?;
    for stage in operation.stages.iter_mut().filter(|stage| stage.kind <= StageKind::Active) {
        hold(stage, stage.kind < StageKind::Active);
    }
    put_own(cx, tx, operation).await
}

/// The editions before it: all stages held, and closed for good a week after the last.
async fn put_earlier(cx: &Cx, tx: &mut Tx, script: &Script) -> Result<Vec<Operation>> {
    let mut earlier = Vec::new();
    for edition in &script.earlier {
        let mut draft = draft(script, &edition.operation, &edition.stages);
        // The observer came to the latest edition for the first time.
        draft.participations.retain(|part| part.role != "observer");
        let mut operation = planned(cx, tx, draft).await?;
        operation.stages.iter_mut().for_each(|stage| hold(stage, true));
        let end = operation.stages.last().map(|stage| stage.to.plus(7));
        operation.stages.extend(end.map(|day| Stage {
            kind: StageKind::Closed,
            from: day,
            to: day,
            opened: Some(day.start()),
            closed: None,
            reopened: String::new(),
        }));
        earlier.push(put_own(cx, tx, operation).await?);
    }
    Ok(earlier)
}

async fn planned(cx: &Cx, tx: &mut Tx, draft: OperationDraft) -> Result<Operation> {
    let known: Vec<ParticipantCode> =
        tx.participants().await?.into_iter().map(|participant| participant.code).collect();
    let operation = draft.check(cx.mint(), &known, None)?;
    Ok(Operation { demonstration: true, ..operation })
}

/// Opened on the morning of its first day; closed on the evening of its last where it has ended.
fn hold(stage: &mut Stage, ended: bool) {
    stage.opened = Some(stage.from.start().plus_seconds(6 * 3600));
    stage.closed = ended.then(|| stage.to.start().plus_seconds(15 * 3600));
}

async fn put_own(cx: &Cx, tx: &mut Tx, operation: Operation) -> Result<Operation> {
    let mut header = operation::header(cx, &operation);
    header.owner = ParticipantCode::country("CARICC");
    // The operation was written when its planning began, not when this machine filled the demonstration.
    let began = operation.stages.first().and_then(|stage| stage.opened).unwrap_or(header.created);
    (header.created, header.changed) = (began, began);
    let mut record = Record { header, content: operation };
    tx.put_operation(&mut record, None).await?;
    Ok(record.content)
}

fn draft(script: &Script, plan: &Plan, stages: &[StageLine]) -> OperationDraft {
    let part = |code: &str, role: &str| ParticipationDraft {
        participant: code.to_owned(),
        role: role.to_owned(),
        ..ParticipationDraft::default()
    };
    let countries = script.countries.iter().map(|country| part(&country.code, &country.role));
    let organisations = script.organisations.iter().map(|organisation| part(&organisation.code, &organisation.role));
    let stages = stages.iter().map(|stage| StageDraft {
        kind: stage.kind.clone(),
        from: stage.from.clone(),
        to: stage.to.clone(),
    });
    OperationDraft {
        code: plan.code.clone(),
        names: plan.names.clone(),
        aliases: plan.aliases.clone(),
        series: plan.series.clone(),
        edition: plan.edition.clone(),
        previous: plan.previous.clone(),
        objective: plan.objective.clone(),
        scope_groups: plan.scope_groups.clone(),
        languages: plan.languages.clone(),
        participations: organisations.chain(countries).collect(),
        stages: stages.collect(),
        late_days: plan.late_days.to_string(),
        ..OperationDraft::default()
    }
}
