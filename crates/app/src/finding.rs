//! Findings: written, amended, taken back, listed, each with the evidence that its reader may see.
//!
//! Refuses evidence that its writer may not see, saying no more than that it is not there.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::{Seen, find};
use crate::record::{self, Found, add, all_eyes, begin_in, begin_on, eyes_of, is_seen};
use model::card::Wanted;
use model::finding::{Finding, FindingDraft, FindingId};
use model::id::RecordId;
use model::lang::Lang;
use model::marking::Marking;
use model::operation::Operation;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::record::{Kind, Record};
use model::stage::Work;
use model::view::View;
use store::{Conn, Eyes};

/// One finding as one caller sees it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The record.
    pub found: Found<Finding>,
    /// Evidence that the caller may see.
    pub evidence: Vec<RecordId>,
    /// Saved views that the caller may see.
    pub views: Vec<Record<View>>,
}

/// Writes a finding.
pub async fn submit(cx: &Cx, code: &str, draft: &FindingDraft) -> Result<Record<Finding>> {
    let (mut tx, seen) = begin_in(cx, "finding.submit", code, Action::Analyse, Work::Contribute).await?;
    let id: FindingId = cx.mint();
    let (finding, marking) = check(cx, &mut tx, seen.operation(), id, draft, None).await?;
    let header = record::header(cx, seen.operation(), id, Kind::Finding, marking, Some(finding.lang));
    add(cx, tx, header, finding).await
}

/// Makes a new revision from the one the writer saw.
pub async fn amend(cx: &Cx, id: &RecordId, base: u32, draft: &FindingDraft) -> Result<Record<Finding>> {
    let (mut tx, found) = begin_on::<Finding>(cx, "finding.amend", id, Action::Revise, Work::Contribute).await?;
    record::next(cx, &found.record.header, base)?;
    let own = found.record.content.id;
    let (finding, marking) = check(cx, &mut tx, found.seen.operation(), own, draft, Some(&found.record)).await?;
    record::revise(cx, tx, &found.record, base, finding, marking).await
}

/// Takes a finding back; briefs that hold it say so.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Finding>> {
    let (tx, found) = begin_on::<Finding>(cx, "finding.retract", id, Action::Revise, Work::Contribute).await?;
    record::retract(cx, tx, found.record, base, reason).await
}

async fn check(
    cx: &Cx,
    conn: &mut Conn,
    operation: &Operation,
    id: FindingId,
    draft: &FindingDraft,
    earlier: Option<&Record<Finding>>,
) -> Result<(Finding, Marking)> {
    let mut problems = Problems::none();
    let default = earlier.map_or(&operation.marking, |earlier| &earlier.header.marking);
    let marking = draft.marking.check(default, &operation.participants());
    let marking = marking.map_err(|found| found.0.into_iter().for_each(|one| problems.add(one.inside("marking"))));
    let lang = cx.member().map_or(Lang::default(), |member| member.lang);
    let finding = draft.check(id, lang);
    let finding = finding.map_err(|found| problems.0.splice(0..0, found.0).for_each(drop));
    if let Ok(finding) = &finding {
        let eyes = all_eyes(cx, conn).await?;
        let kept: Vec<&RecordId> =
            earlier.iter().flat_map(|one| one.content.evidence.iter().chain(&one.content.views)).collect();
        for (field, ids) in [("evidence", &finding.evidence), ("views", &finding.views)] {
            for id in ids.iter().filter(|id| !kept.contains(id)) {
                if !is_seen(conn, &eyes, id).await? {
                    problems.add(Problem::new(field, "evidence-unknown").with("text", id));
                }
            }
        }
    }
    problems.or(finding.ok().zip(marking.ok())).map_err(Error::from)
}

/// One finding.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<Shown> {
    let mut view = cx.app.store().read().await?;
    let found = record::find_shared::<Finding>(cx, &mut view, id).await?;
    let eyes = all_eyes(cx, &mut view).await?;
    let (evidence, views) = rests_on(&mut view, &eyes, &found.record.content).await?;
    Ok(Shown { found, evidence, views })
}

/// What of a finding's evidence these eyes see.
pub(crate) async fn rests_on(
    view: &mut Conn,
    eyes: &[Eyes],
    finding: &Finding,
) -> Result<(Vec<RecordId>, Vec<Record<View>>)> {
    let mut evidence = Vec::new();
    for id in &finding.evidence {
        if is_seen(view, eyes, id).await? {
            evidence.push(id.clone());
        }
    }
    let mut views = Vec::new();
    for id in &finding.views {
        let wanted = Wanted { record: Some(id.clone()), ..Wanted::of(Kind::View) };
        views.extend(view.shared_all::<View>(eyes, &wanted).await?);
    }
    Ok((evidence, views))
}

/// The findings of one operation that `wanted` asks for, newest change first, and how many there are.
pub async fn list(cx: &Cx, code: &str, wanted: &Wanted) -> Result<(Seen, Vec<Record<Finding>>, u64)> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let wanted = Wanted { kinds: vec![Kind::Finding], ..wanted.clone() };
    let eyes = [eyes_of(&seen)];
    let findings = view.shared_all::<Finding>(&eyes, &wanted).await?;
    let count = view.count_cards(&eyes, &wanted).await?;
    Ok((seen, findings, count))
}
