//! Acts of law: brought in by who takes part, read beside those that ship with the product.
//!
//! Refuses an act that amends what its writer cannot name, and to show one that is not open to its reader.

use crate::cx::Cx;
use crate::error::Result;
use crate::operation::{Seen, find};
use crate::record::{self, Found, add, all_eyes, begin_in, begin_on, eyes_of, header, revise};
use model::card::Wanted;
use model::catalogue::ShippedAct;
use model::control_entry::ControlEntry;
use model::control_status::KnownAct;
use model::id::RecordId;
use model::lang::Lang;
use model::legal_act::{ActLink, ActRef, Law, LegalAct, LegalActDraft};
use model::marking::{Marking, MarkingDraft};
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problems;
use model::record::{Kind, Record};
use model::stage::Work;
use store::Conn;

/// One act with what belongs to it, as far as the caller may see.
#[derive(Debug, Clone)]
pub struct Act {
    /// The act.
    pub found: Found<LegalAct>,
    /// What it amends and repeals, and what amends or repeals it.
    pub chain: Vec<Link>,
    /// Its entries.
    pub entries: Vec<Record<ControlEntry>>,
}

/// How another act stands to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The other act.
    pub act: ActRef,
    /// What it is called.
    pub title: String,
    /// How it stands.
    pub how: How,
}

model::codes! {
    /// How another act stands to one.
    pub enum How {
        /// It is amended by this one.
        Amends = "amends",
        /// It is repealed by this one.
        Repeals = "repeals",
        /// It amends this one.
        AmendedBy = "amended-by",
        /// It repeals this one.
        RepealedBy = "repealed-by",
    }
}

/// The acts of an operation's members, newest first.
pub async fn list(cx: &Cx, code: &str, wanted: &Wanted) -> Result<(Seen, Vec<Record<LegalAct>>)> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let acts = view.shared_all(&[eyes_of(&seen)], wanted).await?;
    Ok((seen, acts))
}

/// One act with its chain and entries.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<Act> {
    let mut view = cx.app.store().read().await?;
    let found: Found<LegalAct> = record::find_shared(cx, &mut view, id).await?;
    let eyes = all_eyes(cx, &mut view).await?;
    let acts = view.known_acts(&eyes).await?;
    let wanted = Wanted { oldest_first: true, ..Wanted::of(Kind::ControlEntry).about(id) };
    let entries = view.shared_all(&eyes, &wanted).await?;
    let chain = chain(&found.record.content, &acts);
    Ok(Act { found, chain, entries })
}

/// The acts around one: those it names and the caller knows, and those that name it.
fn chain(act: &LegalAct, others: &[KnownAct]) -> Vec<Link> {
    let own: ActRef = act.id.into();
    let titled = |reference: &ActRef| {
        let shipped = ShippedAct::by_key(reference.as_str()).map(|act| act.title.clone());
        let record = others.iter().find(|other| other.reference == *reference);
        shipped.or_else(|| record.map(|record| record.title.clone()))
    };
    let named = |refs: &[ActRef], how| {
        let known = refs.iter().filter_map(|act| titled(act).map(|title| Link { act: act.clone(), title, how }));
        known.collect::<Vec<_>>()
    };
    let naming = |refs: fn(&KnownAct) -> &[ActRef], how| {
        let naming = others.iter().filter(|other| refs(other).contains(&own));
        naming.map(|other| Link { act: other.reference.clone(), title: other.title.clone(), how }).collect::<Vec<_>>()
    };
    [
        named(&act.amends, How::Amends),
        named(&act.repeals, How::Repeals),
        naming(|act| &act.amends, How::AmendedBy),
        naming(|act| &act.repeals, How::RepealedBy),
    ]
    .concat()
}

/// Every act the caller can name: those that ship, and the records open to it.
pub async fn known(cx: &Cx) -> Result<Vec<ActLink>> {
    links(cx, &mut *cx.app.store().read().await?).await
}

pub(crate) async fn links(cx: &Cx, conn: &mut Conn) -> Result<Vec<ActLink>> {
    let eyes = all_eyes(cx, conn).await?;
    let acts = conn.known_acts(&eyes).await?;
    let shipped = ShippedAct::all().iter().map(ShippedAct::link);
    Ok(shipped.chain(acts.iter().map(KnownAct::link)).collect())
}

/// Brings an act in.
pub async fn create(cx: &Cx, code: &str, draft: &LegalActDraft) -> Result<Record<LegalAct>> {
    let (mut tx, seen) = begin_in(cx, "legal-act.add", code, Action::Contribute, Work::Contribute).await?;
    let acts = links(cx, &mut tx).await?;
    let law = Law { acts: &acts, today: cx.now().day() };
    let (act, marking) = marked(seen.operation(), None, &draft.marking, draft.check(cx.mint(), law))?;
    let header = header(cx, seen.operation(), act.id, Kind::LegalAct, marking, Lang::parse(&draft.lang));
    add(cx, tx, header, act).await
}

/// Makes a new revision from the one the writer saw.
pub async fn change(cx: &Cx, id: &RecordId, base: u32, draft: &LegalActDraft) -> Result<Record<LegalAct>> {
    let (mut tx, found) = begin_on::<LegalAct>(cx, "legal-act.revise", id, Action::Revise, Work::Contribute).await?;
    let own: ActRef = found.record.content.id.into();
    let acts: Vec<ActLink> = links(cx, &mut tx).await?.into_iter().filter(|act| act.reference != own).collect();
    let law = Law { acts: &acts, today: cx.now().day() };
    let checked = draft.check(found.record.content.id, law);
    let (act, marking) = marked(found.seen.operation(), Some(&found.record.header.marking), &draft.marking, checked)?;
    revise(cx, tx, &found.record, base, act, marking).await
}

/// Takes an act back, with a reason.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<LegalAct>> {
    let (tx, found) = begin_on::<LegalAct>(cx, "legal-act.retract", id, Action::Revise, Work::Contribute).await?;
    record::retract(cx, tx, found.record, base, reason).await
}

/// What was checked with its marking; the problems of both at once. What is not said of the marking stays as it was, or is
/// the operation's.
pub(crate) fn marked<T>(
    operation: &Operation,
    earlier: Option<&Marking>,
    draft: &MarkingDraft,
    checked: std::result::Result<T, Problems>,
) -> Result<(T, Marking)> {
    let marking = draft.check(earlier.unwrap_or(&operation.marking), &operation.participants());
    let inside =
        |problems: Problems| problems.0.into_iter().map(|problem| problem.inside("marking")).collect::<Vec<_>>();
    match (checked, marking) {
        (Ok(content), Ok(marking)) => Ok((content, marking)),
        (Err(problems), Ok(_)) => Err(problems.into()),
        (Ok(_), Err(of_marking)) => Err(Problems(inside(of_marking)).into()),
        (Err(mut problems), Err(of_marking)) => {
            problems.0.extend(inside(of_marking));
            Err(problems.into())
        }
    }
}
