//! What follows from the law for substances: the status of one on a day, and of many in many countries.
//!
//! Refuses to let a record that the caller may not see change anything that is shown: the law is read with its eyes.

use crate::cx::Cx;
use crate::error::Result;
use crate::operation::{Seen, find};
use crate::record::{all_eyes, eyes_of};
use model::card::Wanted;
use model::control_status::{KnownAct, LawBook};
use model::determination::{Determination, Opinion};
use model::legal_act::LegalAct;
use model::listing::Filter;
use model::permission::Action;
use model::record::{Kind, Record};
use model::total::By;
use std::collections::BTreeSet;
use store::{CardBy, Conn};

/// The law that the caller knows: what ships, and what every operation it takes part in has brought in.
///
/// Of these substances and of rules, or of all where none are named.
pub async fn book(cx: &Cx, substances: &[String]) -> Result<LawBook> {
    let mut view = cx.app.store().read().await?;
    read(cx, &mut view, substances).await
}

async fn read(cx: &Cx, conn: &mut Conn, substances: &[String]) -> Result<LawBook> {
    let eyes = all_eyes(cx, conn).await?;
    let acts: Vec<Record<LegalAct>> = conn.shared_all(&eyes, &Wanted::of(Kind::LegalAct)).await?;
    let wanted = Wanted { keys: substances.to_vec(), ..Wanted::of(Kind::Determination) };
    let opinions: Vec<Record<Determination>> = conn.shared_all(&eyes, &wanted).await?;
    let entries = conn.known_entries(&eyes, substances).await?;
    let acts = acts.iter().map(|act| KnownAct::of_record(&act.content)).collect();
    Ok(LawBook::of(acts, entries, opinions.iter().map(Opinion::from).collect()))
}

/// The law, in an operation, with the substances that its members have found as far as the caller sees.
#[derive(Debug)]
pub struct Ground {
    /// The operation.
    pub seen: Seen,
    /// The law.
    pub book: LawBook,
    /// Keys of the substances detected and seized in the operation.
    pub detected: BTreeSet<String>,
}

/// What a matrix of an operation stands on.
pub async fn ground(cx: &Cx, code: &str, substances: &[String]) -> Result<Ground> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let book = read(cx, &mut view, substances).await?;
    let (operation, all, by) = (seen.operation().id, Filter::default(), [By::Substance]);
    let totals = crate::total::tell(cx, &mut view, &seen.reader, operation, &all, &[&by]).await?;
    let seized = totals.into_iter().flat_map(|totals| totals.rows).filter_map(|row| row.keys.into_iter().next());
    let mut detected: BTreeSet<String> = seized.collect();
    let detections = view.count_cards_by(&[eyes_of(&seen)], &Wanted::of(Kind::Detection), CardBy::Key).await?;
    detected.extend(detections.into_iter().map(|(key, _)| key));
    detected.remove("");
    Ok(Ground { seen, book, detected })
}
