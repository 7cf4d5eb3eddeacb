//! What follows from the law for substances: the status of one on a day, and of many in many countries.
//!
//! Refuses to let a record that the caller may not see change anything that is shown: the law is read with its eyes. Refuses
//! to open acts for it: what a status needs stands in typed rows.

use crate::cx::Cx;
use crate::error::Result;
use crate::operation::{Seen, find};
use crate::record::{all_eyes, eyes_of};
use model::card::Wanted;
use model::control_status::{LawBook, is_written, written_key};
use model::determination::{Determination, Opinion};
use model::listing::Filter;
use model::permission::Action;
use model::record::{Kind, Record};
use model::total::By;
use std::collections::{BTreeMap, BTreeSet};
use store::{CardBy, Conn, Eyes, Snapshot};

/// The law that the caller knows: what ships, and what every operation it takes part in has brought in.
///
/// Of these substances and of rules, or of all where none are named. A name that the catalogue does not hold is asked by
/// its [`written_key`].
pub async fn book(cx: &Cx, substances: &[String]) -> Result<LawBook> {
    let mut view = cx.app.store().read().await?;
    let eyes = all_eyes(cx, &mut view).await?;
    let asked = substances.iter().any(|key| is_written(key));
    let written = if asked { written(&mut view, &eyes).await? } else { Vec::new() };
    read(&mut view, &eyes, substances, &written).await
}

pub(crate) async fn read(
    conn: &mut Conn,
    eyes: &[Eyes],
    substances: &[String],
    written: &[Written],
) -> Result<LawBook> {
    let acts = conn.known_acts(eyes).await?;
    let wanted = Wanted { keys: substances.to_vec(), ..Wanted::of(Kind::Determination) };
    let opinions: Vec<Record<Determination>> = conn.shared_all(eyes, &wanted).await?;
    let (unknown, known): (Vec<String>, Vec<String>) = substances.iter().cloned().partition(|key| is_written(key));
    let spelt = written.iter().filter(|one| unknown.contains(&one.key));
    let names: Vec<String> = spelt.flat_map(|one| one.spellings.iter().cloned()).collect();
    // Names that no act the caller knows writes are asked for too: nothing asked would be everything.
    let names = if names.is_empty() { unknown } else { names };
    let entries = conn.known_entries(eyes, &known, &names).await?;
    Ok(LawBook::of(acts, entries, opinions.iter().map(Opinion::from).collect()))
}

/// A substance that acts list and the catalogue does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its key in the law.
    pub key: String,
    /// The name as one of the acts writes it.
    pub name: String,
    /// The name as each of them writes it.
    spellings: Vec<String>,
}

/// Those that the eyes may know of, in the order of their names.
async fn written(conn: &mut Conn, eyes: &[Eyes]) -> Result<Vec<Written>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in conn.written_names(eyes).await? {
        all.entry(written_key(&name)).or_default().push(name);
    }
    let one = |(key, spellings): (String, Vec<String>)| Written {
        name: spellings.first().cloned().unwrap_or_default(),
        key,
        spellings,
    };
    Ok(all.into_iter().map(one).collect())
}

/// What a matrix of an operation stands on, as of one moment.
pub struct Ground {
    /// The operation.
    pub seen: Seen,
    /// Keys of the substances detected and seized in the operation, as far as the caller sees.
    pub detected: BTreeSet<String>,
    /// Substances that only acts name, as far as the caller sees.
    pub written: Vec<Written>,
    view: Snapshot,
    eyes: Vec<Eyes>,
}

impl Ground {
    /// The law of these substances, or of all where none are named.
    pub async fn book(&mut self, substances: &[String]) -> Result<LawBook> {
        read(&mut self.view, &self.eyes, substances, &self.written).await
    }
}

/// What a matrix of an operation stands on.
pub async fn ground(cx: &Cx, code: &str) -> Result<Ground> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let eyes = all_eyes(cx, &mut view).await?;
    let (operation, all, by) = (seen.operation().id, Filter::default(), [By::Substance]);
    let totals = crate::total::tell(cx, &mut view, &seen.reader, operation, &all, &[&by]).await?;
    let seized = totals.into_iter().flat_map(|totals| totals.rows).filter_map(|row| row.keys.into_iter().next());
    let mut detected: BTreeSet<String> = seized.collect();
    let own = [eyes_of(&seen)];
    let detections = Wanted::of(Kind::Detection);
    detected.extend(view.count_cards_by(&own, &detections, CardBy::Key).await?.into_iter().map(|(key, _)| key));
    // A detection of what the catalogue does not hold is filed under no key and called as it was written.
    let unknown = Wanted { keys: vec![String::new()], ..detections };
    let named = view.count_cards_by(&own, &unknown, CardBy::Title).await?;
    detected.extend(named.iter().map(|(name, _)| written_key(name)));
    detected.remove("");
    let written = written(&mut view, &eyes).await?;
    Ok(Ground { seen, detected, written, view, eyes })
}
