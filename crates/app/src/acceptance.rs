//! Acceptances of a plan: given by a participant's contact point, taken back by it.
//!
//! Refuses another text than the one that participants are asked about, whoever was not asked, and a second acceptance beside
//! the first.

use crate::comment::begin_about;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::plan::{Version, current, versions};
use crate::record::{add, begin_on, eyes_of, header, retract};
use model::acceptance::{Acceptance, AcceptanceDraft};
use model::card::Wanted;
use model::id::RecordId;
use model::permission::Action;
use model::plan::Step;
use model::problem::Problem;
use model::record::{Kind, Record};
use model::stage::Work;

/// Accepts a version for the participant.
pub async fn accept(cx: &Cx, plan: &RecordId, draft: &AcceptanceDraft) -> Result<Record<Acceptance>> {
    let (mut tx, found) = begin_about(cx, "acceptance.add", plan, Action::SpeakFor).await?;
    let own = &found.record.content;
    let all = versions(cx, &mut tx, &found.seen).await?;
    let newest = current(&all).map_or(own.version, number);
    if newest == own.version && own.step != Step::OutForAcceptance {
        return Err(Error::Refused("plan-not-asked-yet"));
    }
    let participant = &found.seen.reader.participant;
    if own.asked.as_ref().is_some_and(|asked| !asked.participants.contains(participant)) {
        return Err(Error::Refused("plan-not-asked"));
    }
    let acceptance = draft.check(cx.mint(), own, newest, cx.now().day())?;
    let given = Wanted { owner: Some(participant.clone()), ..Wanted::of(Kind::Acceptance).about(plan) };
    if tx.count_cards(&[eyes_of(&found.seen)], &given).await? > 0 {
        return Err(Problem::new("", "acceptance-given").into());
    }
    let (marking, lang) = (found.record.header.marking.clone(), Some(acceptance.lang));
    let header = header(cx, found.seen.operation(), acceptance.id, Kind::Acceptance, marking, lang);
    add(cx, tx, header, acceptance).await
}

const fn number(version: &Version) -> u32 {
    version.record.content.version
}

/// Takes an acceptance back, with a reason: whether the plan is in force is computed without it.
pub async fn withdraw(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Acceptance>> {
    let (tx, found) = begin_on::<Acceptance>(cx, "acceptance.withdraw", id, Action::SpeakFor, Work::Contribute).await?;
    retract(cx, tx, found.record, base, reason).await
}
