//! Rows that were released and are not said any more: the records they have become are taken back with a reason.
//!
//! Refuses to take back in silence what others have built upon: a finding, an entry of the act, a recommendation. Whoever
//! releases is shown it and says whether the record goes all the same or stays. Refuses to tell of what the releaser may
//! not see, and to take back anything because a question is not asked any more.

use super::{Mine, ReleaseDraft, find_mine, rows};
use crate::cx::Cx;
use crate::error::Result;
use crate::record::{self, Related, eyes_of};
use model::card::{Card, Listed, Wanted};
use model::detection::Detection;
use model::determination::Determination;
use model::finding::Finding;
use model::id::RecordId;
use model::legal_act::{ActRef, LegalAct};
use model::problem::{Problem, Problems};
use model::recommendation::Recommendation;
use model::record::{Kind, Shared};
use model::submission::{Said, Submission};
use model::text;
use store::{Conn, Eyes, Tx};

/// A record whose row is not said any more.
#[derive(Debug, Clone)]
pub struct Gone {
    /// The record.
    pub record: Listed,
    /// What others have built upon it, as far as the caller sees.
    pub upon: Vec<Related>,
}

/// What releasing now would take back.
pub async fn gone(cx: &Cx, id: &RecordId) -> Result<Vec<Gone>> {
    let mut view = cx.app.store().read().await?;
    let mine = find_mine(cx, &mut view, id).await?;
    let submission = super::submission(cx, &mine, String::new());
    find(&mut view, &mine, &submission).await
}

pub(super) async fn find(conn: &mut Conn, mine: &Mine, submission: &Submission) -> Result<Vec<Gone>> {
    let Some(released) = &mine.released else { return Ok(Vec::new()) };
    let (owner, seen) = (&released.header.owner, &mine.found.seen);
    let said = |question: &str, row: &str| {
        let answer = submission.answer(question).and_then(|answer| answer.said.as_ref());
        answer.map_or(&[][..], Said::rows).iter().any(|own| own.id == row)
    };
    // What is asked now decides: a table that is asked no more was not taken back by who answered it.
    let keys: Vec<_> = rows::becoming(&mine.found.record.content, &released.content)
        .filter(|(question, _, _, row)| !said(question, &row.id))
        .map(|(question, _, _, row)| (owner.clone(), rows::key(submission, question, row)))
        .collect();
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let eyes = [eyes_of(seen)];
    let known = conn.known_keys(seen.operation().id, &keys).await?;
    let mut all = Vec::new();
    for id in keys.iter().filter_map(|key| known.get(key)) {
        let wanted = Wanted { record: Some(id.clone()), ..Wanted::default() };
        all.extend(conn.cards(&eyes, &wanted).await?);
    }
    let ids: Vec<RecordId> = all.iter().map(|listed| listed.id.clone()).collect();
    let links = if ids.is_empty() { Vec::new() } else { links(conn, &eyes).await? };
    let upon = |id: &RecordId| {
        let of = links.iter().filter(|(other, to)| to.contains(id) && !ids.contains(&other.id));
        of.map(|(other, _)| other.clone()).collect()
    };
    Ok(all.into_iter().map(|record| Gone { upon: upon(&record.id), record }).collect())
}

/// What stands and rests on other records, with those it rests on.
async fn links(conn: &mut Conn, eyes: &[Eyes]) -> Result<Vec<(Related, Vec<RecordId>)>> {
    let mut all = Vec::new();
    let of_act = |act: &ActRef| act.record();
    add::<Finding>(conn, eyes, &mut all, |finding| finding.evidence.clone()).await?;
    add::<Recommendation>(conn, eyes, &mut all, |own| own.evidence.clone()).await?;
    add::<Determination>(conn, eyes, &mut all, |own| own.act.iter().filter_map(of_act).collect()).await?;
    // Acts by their typed rows: what is asked of them does not open their texts.
    for act in conn.known_acts(eyes).await? {
        let Some(id) = act.reference.record() else { continue };
        let about = act.amends.iter().find_map(of_act);
        let to = act.amends.iter().chain(&act.repeals).filter_map(of_act).collect();
        all.push((Related { id, kind: Kind::LegalAct, about, title: act.title }, to));
    }
    let entries = conn.cards(eyes, &Wanted::of(Kind::ControlEntry)).await?;
    all.extend(
        entries.into_iter().map(|own| (related(own.id, own.kind, &own.card), own.card.about.into_iter().collect())),
    );
    Ok(all)
}

async fn add<T: Shared>(
    conn: &mut Conn,
    eyes: &[Eyes],
    all: &mut Vec<(Related, Vec<RecordId>)>,
    rests_on: impl Fn(&T) -> Vec<RecordId>,
) -> Result<()> {
    for record in conn.shared_all::<T>(eyes, &Wanted::of(T::KIND)).await? {
        let to = rests_on(&record.content);
        if !to.is_empty() {
            all.push((related(record.header.id, T::KIND, &record.content.card()), to));
        }
    }
    Ok(())
}

fn related(id: RecordId, kind: Kind, card: &Card) -> Related {
    Related { id, kind, about: card.about.clone(), title: card.title.clone() }
}

/// What is wrong with what was decided about them; gives those that go, and why.
pub(super) fn decide<'a>(all: &'a [Gone], draft: &ReleaseDraft, problems: &mut Problems) -> (Vec<&'a Gone>, String) {
    let mut going = Vec::new();
    for gone in all {
        match draft.rows.get(gone.record.id.as_str()).map(String::as_str) {
            Some("keep") => {}
            Some("retract") => going.push(gone),
            _ if gone.upon.is_empty() => going.push(gone),
            _ => problems.add(Problem::new("rows", "release-built-upon").with("text", &gone.record.card.title)),
        }
    }
    let needed = !going.is_empty() || problems.of("rows").next().is_some();
    let reason = if needed { text::required("reason", &draft.reason, 500) } else { Ok(String::new()) };
    (going, problems.keep(reason).unwrap_or_default())
}

/// Takes the records back.
pub(super) async fn retract(cx: &Cx, tx: &mut Tx, mine: &Mine, going: &[&Gone], reason: &str) -> Result<()> {
    for gone in going {
        match gone.record.kind {
            Kind::Detection => retract_one::<Detection>(cx, tx, mine, &gone.record.id, reason).await?,
            _ => retract_one::<LegalAct>(cx, tx, mine, &gone.record.id, reason).await?,
        }
    }
    Ok(())
}

async fn retract_one<T: Shared>(cx: &Cx, tx: &mut Tx, mine: &Mine, id: &RecordId, reason: &str) -> Result<()> {
    let Some(earlier) = tx.shared::<T>(&mine.found.seen.reader, id).await? else { return Ok(()) };
    let base = earlier.header.revision;
    Ok(tx.put_shared(&mut record::taken_back(cx, earlier, base, reason)?, Some(base)).await?)
}
