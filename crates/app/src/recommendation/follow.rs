//! What became of recommendations: each addressee's reports beside it, and what they come to together.
//!
//! Refuses a standing that its reader could not trace: it is computed from the reports the reader may see, and from no
//! others.

use super::taken;
use crate::cx::Cx;
use crate::error::Result;
use crate::record::{all_seen, eyes_of, is_seen};
use model::card::Wanted;
use model::id::RecordId;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::progress::{Progress, Standing};
use model::recommendation::{Category, Followed, Recommendation};
use model::record::{Kind, Record};
use store::{Conn, Eyes};

/// Which recommendations are asked for; what is left out narrows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// This one, retracted or not.
    pub record: Option<RecordId>,
    /// Standing so, all addressees together; the named addressee where there is one.
    pub standing: Option<Standing>,
    /// Of this category.
    pub category: Option<Category>,
    /// Addressed to this participant.
    pub addressee: Option<ParticipantCode>,
    /// Only where somebody is late.
    pub overdue: bool,
    /// Found by these words.
    pub words: String,
}

/// The recommendations of these operations that are asked for, newest first, each with what became of it.
pub(super) async fn follow(
    cx: &Cx,
    view: &mut Conn,
    eyes: &[Eyes],
    operations: &[&Operation],
    asked: &Asked,
) -> Result<Vec<Followed>> {
    let wanted = Wanted {
        record: asked.record.clone(),
        keys: asked.category.iter().map(|category| category.code().to_owned()).collect(),
        words: asked.words.clone(),
        with_retracted: asked.record.is_some(),
        ..Wanted::of(Kind::Recommendation)
    };
    let found: Vec<Record<Recommendation>> = view.shared_all(eyes, &wanted).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let about = found.iter().map(|one| one.header.id.clone()).collect();
    let reports: Vec<Record<Progress>> = view.shared_all(eyes, &Wanted { about, ..Wanted::of(Kind::Progress) }).await?;
    let today = cx.now().day();
    let mut all = Vec::new();
    for record in found {
        let Some(operation) = operations.iter().find(|one| one.id == record.header.operation) else { continue };
        all.push(Followed::of(operation, record, &reports, today));
    }
    all.retain(|one| is_asked(one, asked));
    // What is named may belong to another operation of the reader's, and so may the plan that carries it on.
    let places = all_seen(cx, view).await?;
    let eyes: Vec<Eyes> = places.iter().map(eyes_of).collect();
    let plans = taken::plans(view, &places).await?;
    for one in &mut all {
        keep_seen(view, &eyes, one).await?;
        one.taken = taken::of(view, &places, &plans, &one.record).await?;
    }
    Ok(all)
}

fn is_asked(one: &Followed, asked: &Asked) -> bool {
    let own = |code: &ParticipantCode| one.addressees.iter().find(|addressee| addressee.participant == *code);
    let (standing, overdue) = match &asked.addressee {
        None => (one.standing, one.is_overdue()),
        Some(code) => match own(code) {
            Some(addressee) => (addressee.standing, addressee.overdue),
            None => return false,
        },
    };
    asked.standing.is_none_or(|wanted| wanted == standing) && (overdue || !asked.overdue)
}

/// Leaves out the records it names that these eyes do not see.
async fn keep_seen(view: &mut Conn, eyes: &[Eyes], one: &mut Followed) -> Result<()> {
    let content = &mut one.record.content;
    if let Some(meeting) = &content.meeting
        && !is_seen(view, eyes, meeting).await?
    {
        content.meeting = None;
    }
    if let Some(carried) = &content.carried
        && !is_seen(view, eyes, &carried.plan).await?
    {
        content.carried = None;
    }
    content.evidence = seen(view, eyes, &content.evidence).await?;
    for report in one.addressees.iter_mut().flat_map(|addressee| &mut addressee.reports) {
        report.content.records = seen(view, eyes, &report.content.records).await?;
    }
    Ok(())
}

/// Those of these records that these eyes see.
pub(crate) async fn seen(view: &mut Conn, eyes: &[Eyes], all: &[RecordId]) -> Result<Vec<RecordId>> {
    let mut known = Vec::with_capacity(all.len());
    for id in all {
        if is_seen(view, eyes, id).await? {
            known.push(id.clone());
        }
    }
    Ok(known)
}
