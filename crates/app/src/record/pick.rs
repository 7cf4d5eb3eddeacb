//! The records that a writer may name in a form: found by words or by an identifier, with what they are called.
//!
//! Refuses to offer what the writer may not see; what was chosen stays in sight whatever is sought.

use super::related::related;
use super::{all_seen, eyes_of};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::card::Wanted;
use model::id::RecordId;
use model::listing::{Filter, Order, Page};
use model::record::Kind;
use model::time::Day;
use store::{Conn, Eyes};

/// The nouns of records that show something: why a thing is asked for, that it was done, what a meeting is about.
pub const SHOWING: [Kind; 11] = [
    Kind::Incident,
    Kind::Finding,
    Kind::Brief,
    Kind::Detection,
    Kind::LegalAct,
    Kind::Determination,
    Kind::Recommendation,
    Kind::Plan,
    Kind::Meeting,
    Kind::Message,
    Kind::InformationRequest,
];

/// A record that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pickable {
    /// Which.
    pub id: RecordId,
    /// Of which noun.
    pub kind: Kind,
    /// What it is called; may be empty.
    pub title: String,
    /// The code of its operation.
    pub operation: String,
    /// The day it speaks of.
    pub day: Option<Day>,
}

/// What a writer can choose from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picked {
    /// What was chosen before, as far as the writer may see it.
    pub chosen: Vec<Pickable>,
    /// What else there is, newest first.
    pub offered: Vec<Pickable>,
    /// Whether there is more than is offered.
    pub more: bool,
}

/// Records of these nouns that the caller may see, in every operation it takes part in, at most `limit` of a noun's; narrowed
/// by words, or to the one that `words` names by its identifier or its address.
pub async fn pick(cx: &Cx, kinds: &[Kind], words: &str, chosen: &[RecordId], limit: u32) -> Result<Picked> {
    let mut view = cx.app.store().read().await?;
    let mut places: Vec<(Eyes, String)> = Vec::new();
    for seen in all_seen(cx, &mut view).await? {
        places.push((eyes_of(&seen), seen.operation().code.clone()));
    }
    let mut picked = Picked { chosen: named(&mut view, &places, chosen).await?, ..Picked::default() };
    let last = words.trim().trim_end_matches('/').rsplit(['/', '#']).next().unwrap_or_default();
    if let Ok(id) = last.parse::<RecordId>() {
        picked.offered = named(&mut view, &places, &[id]).await?;
        picked.offered.retain(|one| kinds.contains(&one.kind));
    } else {
        cards(&mut view, &places, (kinds, words, limit), &mut picked).await?;
        if kinds.contains(&Kind::Incident) {
            incidents(&mut view, &places, (words, limit), &mut picked).await?;
        }
    }
    picked.offered.retain(|one| !chosen.contains(&one.id));
    Ok(picked)
}

/// These records, as far as the eyes see them.
async fn named(view: &mut Conn, places: &[(Eyes, String)], ids: &[RecordId]) -> Result<Vec<Pickable>> {
    let eyes: Vec<Eyes> = places.iter().map(|(eyes, _)| eyes.clone()).collect();
    let mut all = Vec::new();
    for one in related(view, &eyes, ids).await? {
        let operation = match view.shared_operation(&one.id).await? {
            Some(id) => Some(id),
            None => view.operation_of(one.kind, &one.id).await?,
        };
        let code = places.iter().find(|((id, _), _)| Some(*id) == operation).map(|(_, code)| code.clone());
        let (id, kind, title) = (one.id, one.kind, one.title);
        all.push(Pickable { id, kind, title, operation: code.unwrap_or_default(), day: None });
    }
    Ok(all)
}

async fn cards(
    view: &mut Conn,
    places: &[(Eyes, String)],
    (kinds, words, limit): (&[Kind], &str, u32),
    picked: &mut Picked,
) -> Result<()> {
    let eyes: Vec<Eyes> = places.iter().map(|(eyes, _)| eyes.clone()).collect();
    let kinds: Vec<Kind> = kinds.iter().copied().filter(|kind| *kind != Kind::Incident).collect();
    if kinds.is_empty() {
        return Ok(());
    }
    let wanted = Wanted { kinds, words: words.trim().to_owned(), limit: limit + 1, ..Wanted::default() };
    let mut found = view.cards(&eyes, &wanted).await?;
    picked.more |= found.len() > limit as usize;
    found.truncate(limit as usize);
    for one in found {
        let code = places.iter().find(|((id, _), _)| *id == one.operation).map(|(_, code)| code.clone());
        picked.offered.push(Pickable {
            id: one.id,
            kind: one.kind,
            title: one.card.title,
            operation: code.unwrap_or_default(),
            day: one.card.day,
        });
    }
    Ok(())
}

/// Incidents only where they are sought: there are too many to offer them unasked.
async fn incidents(
    view: &mut Conn,
    places: &[(Eyes, String)],
    (words, limit): (&str, u32),
    picked: &mut Picked,
) -> Result<()> {
    if words.trim().is_empty() {
        return Ok(());
    }
    let filter = Filter { text: words.trim().to_owned(), ..Filter::default() };
    let page = Page { order: Order::Changed, after: None, limit };
    for ((operation, reader), code) in places {
        let found = view.incidents(reader, *operation, &filter, &page).await.map_err(Error::from)?;
        picked.more |= usize::try_from(found.total).is_ok_and(|total| total > found.rows.len());
        for row in found.rows {
            let parts = [row.written, row.place];
            let title = parts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
            let (id, day) = (row.id, Some(row.day));
            picked.offered.push(Pickable { id, kind: Kind::Incident, title, operation: code.clone(), day });
        }
    }
    Ok(())
}
