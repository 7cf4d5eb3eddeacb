//! Search over everything the caller may see: in one operation or in all of its own, by noun, with their numbers.
//!
//! Refuses to filter afterwards: what is not open to the caller is neither found nor counted.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::{Seen, find};
use crate::record::{all_seen, eyes_of};
use model::card::{Listed, Wanted};
use model::id::RecordId;
use model::listing::{Filter, IncidentRow, Order, Page};
use model::operation::OperationId;
use model::participant::ParticipantCode;
use model::permission::Action;
use model::record::Kind;
use model::time::{Day, Moment};
use store::{CardBy, Conn, Eyes};

/// Hits of a noun where all nouns are shown.
const FEW: u32 = 5;
/// Hits on a page of one noun.
pub const PAGE: u32 = 25;

/// What is sought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// The words; without any nothing is found.
    pub words: String,
    /// Of this noun.
    pub kind: Option<Kind>,
    /// In all operations of the caller, and not in this one alone.
    pub everywhere: bool,
    /// After this record, the last of the page before; of one noun.
    pub after: Option<RecordId>,
}

/// One record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub id: RecordId,
    /// Of which noun.
    pub kind: Kind,
    /// On whose page it stands, where not on its own.
    pub about: Option<RecordId>,
    /// The code of its operation.
    pub operation: String,
    /// Whose it is.
    pub owner: ParticipantCode,
    /// What it is called; may be empty.
    pub title: String,
    /// The day it speaks of.
    pub day: Option<Day>,
    /// When it changed last.
    pub changed: Moment,
}

/// What was found of one noun; incidents by operation, so that each leads to its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The noun.
    pub kind: Kind,
    /// The code of the operation, of incidents.
    pub operation: Option<String>,
    /// How many there are.
    pub count: u64,
    /// The first of them, latest changed first.
    pub hits: Vec<Hit>,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Results {
    /// The operation that is searched from.
    pub seen: Seen,
    /// By noun.
    pub groups: Vec<Group>,
    /// How many in all.
    pub total: u64,
    /// Where the next page of one noun begins after.
    pub next: Option<RecordId>,
}

/// One operation that is searched: whose eyes, and its code.
struct Place {
    eyes: Eyes,
    code: String,
}

/// Searches from an operation.
pub async fn search(cx: &Cx, code: &str, sought: &Sought) -> Result<Results> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let mut results = Results { groups: Vec::new(), total: 0, next: None, seen };
    if sought.words.trim().is_empty() {
        return Ok(results);
    }
    let places = places(cx, &mut view, &results.seen, sought).await?;
    if sought.kind.is_none_or(|kind| kind == Kind::Incident) {
        incidents(&mut view, &places, sought, &mut results).await?;
    }
    if sought.kind != Some(Kind::Incident) {
        cards(&mut view, &places, sought, &mut results).await?;
    }
    results.total = results.groups.iter().map(|group| group.count).sum();
    Ok(results)
}

async fn places(cx: &Cx, view: &mut Conn, seen: &Seen, sought: &Sought) -> Result<Vec<Place>> {
    let place = |seen: &Seen| Place { eyes: eyes_of(seen), code: seen.operation().code.clone() };
    if !sought.everywhere {
        return Ok(vec![place(seen)]);
    }
    Ok(all_seen(cx, view).await?.iter().map(place).collect())
}

async fn incidents(view: &mut Conn, places: &[Place], sought: &Sought, results: &mut Results) -> Result<()> {
    let filter = Filter { text: sought.words.clone(), ..Filter::default() };
    let limit = if sought.kind.is_some() { PAGE } else { FEW };
    let page = Page { order: Order::Changed, after: None, limit };
    for Place { eyes: (operation, reader), code } in places {
        let found = view.incidents(reader, *operation, &filter, &page).await.map_err(Error::from)?;
        let count = u64::try_from(found.total).unwrap_or_default();
        if count > 0 {
            let hits = found.rows.into_iter().map(|row| of_incident(row, code)).collect();
            results.groups.push(Group { kind: Kind::Incident, operation: Some(code.clone()), count, hits });
        }
    }
    Ok(())
}

fn of_incident(row: IncidentRow, code: &str) -> Hit {
    let title = [row.written, row.place].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    Hit {
        id: row.id,
        kind: Kind::Incident,
        about: None,
        operation: code.to_owned(),
        owner: row.owner,
        title,
        day: Some(row.day),
        changed: row.changed,
    }
}

async fn cards(view: &mut Conn, places: &[Place], sought: &Sought, results: &mut Results) -> Result<()> {
    let eyes: Vec<Eyes> = places.iter().map(|place| place.eyes.clone()).collect();
    let code = |id: OperationId| {
        places.iter().find(|place| place.eyes.0 == id).map(|place| place.code.clone()).unwrap_or_default()
    };
    let wanted = Wanted { words: sought.words.clone(), kinds: sought.kind.into_iter().collect(), ..Wanted::default() };
    let limit = if sought.kind.is_some() { PAGE } else { FEW };
    for (kind, count) in view.count_cards_by(&eyes, &wanted, CardBy::Kind).await? {
        let Some(kind) = Kind::parse(&kind) else { continue };
        let page = Wanted { kinds: vec![kind], limit: limit + 1, after: sought.after.clone(), ..wanted.clone() };
        let mut found = view.cards(&eyes, &page).await?;
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        if sought.kind.is_some() {
            results.next = found.last().filter(|_| more).map(|last| last.id.clone());
        }
        let hits = found.into_iter().map(|listed| of_card(listed, code)).collect();
        results.groups.push(Group { kind, operation: None, count, hits });
    }
    Ok(())
}

fn of_card(listed: Listed, code: impl Fn(OperationId) -> String) -> Hit {
    Hit {
        operation: code(listed.operation),
        id: listed.id,
        kind: listed.kind,
        about: listed.card.about,
        owner: listed.owner,
        title: listed.card.title,
        day: listed.card.day,
        changed: listed.changed,
    }
}
