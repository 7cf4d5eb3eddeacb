//! The plan of an operation: its versions and where they stand, one version with its clauses, one clause with what is said
//! about it.
//!
//! Refuses to show a draft to anybody but the coordinator, and to count what its reader may not see.

mod edit;
mod outline;
mod step;

pub use edit::{put_clause, remove_clause, set_title};
pub use step::{ask, close, consult, create, next};

use crate::comment::{self, Told};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::{Seen, find};
use crate::record::{Found, Related, all_eyes, eyes_of, find_shared, related};
use model::acceptance::Acceptance;
use model::card::{Listed, Wanted};
use model::comment::CommentKind;
use model::id::RecordId;
use model::operation::Operation;
use model::participant::{ParticipantCode, ParticipationRole};
use model::permission::Action;
use model::plan::{Clause, Later, Plan, Standing, Tally};
use model::record::{Kind, Record};
use model::resolution::{Decision, Resolution};
use model::time::Day;
use std::collections::BTreeMap;
use store::{CardBy, Conn};

/// One version, and where it stands.
#[derive(Debug, Clone)]
pub struct Version {
    /// The record.
    pub record: Record<Plan>,
    /// Where it stands today.
    pub standing: Standing,
    /// Who has accepted it of those who were asked.
    pub tally: Tally,
}

/// How one participant stands to a version, as far as the caller may see.
#[derive(Debug, Clone)]
pub struct Heard {
    /// The participant.
    pub participant: ParticipantCode,
    /// Whether it said that it has read the version.
    pub read: bool,
    /// How many comments of its own there are.
    pub comments: u64,
}

/// A version with everything that is said about it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Its operation, and whose eyes.
    pub seen: Seen,
    /// The version.
    pub version: Version,
    /// All versions that the caller may see, newest first.
    pub versions: Vec<Version>,
    /// Comments of each clause.
    pub comments: BTreeMap<String, u64>,
    /// Those of them that are resolved.
    pub resolved: BTreeMap<String, u64>,
    /// Each participant.
    pub heard: Vec<Heard>,
    /// Acceptances of this version.
    pub acceptances: Vec<Record<Acceptance>>,
    /// National annexes that the caller may see, of all versions.
    pub annexes: Vec<Listed>,
    /// The recommendations and findings that its clauses name, as far as the caller may see them.
    pub links: Vec<Related>,
    /// The first comment that the coordinator has not decided on.
    pub next_open: Option<RecordId>,
}

impl Shown {
    /// The newest version that was sent out.
    pub fn current(&self) -> Option<&Version> {
        current(&self.versions)
    }

    /// The version that is being written.
    pub fn draft(&self) -> Option<&Version> {
        self.versions.iter().find(|version| version.standing == Standing::Draft)
    }

    /// The version before this one.
    pub fn before(&self) -> Option<&Version> {
        let replaces = self.version.record.content.replaces?;
        self.versions.iter().find(|version| version.record.content.id == replaces)
    }
}

/// The newest version that was sent out, of all from the newest on.
pub(crate) fn current(versions: &[Version]) -> Option<&Version> {
    versions.iter().find(|version| version.standing != Standing::Draft)
}

/// The plan of an operation: the newest version that was sent out, else the draft; `None` where there is none yet.
pub async fn room(cx: &Cx, code: &str) -> Result<(Seen, Option<Shown>)> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let versions = versions(cx, &mut view, &seen).await?;
    let Some(version) = current(&versions).or(versions.first()).cloned() else { return Ok((seen, None)) };
    let shown = around(cx, &mut view, seen.clone(), version, versions).await?;
    Ok((seen, Some(shown)))
}

/// One version.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<Shown> {
    let mut view = cx.app.store().read().await?;
    let found: Found<Plan> = find_shared(cx, &mut view, id).await?;
    let versions = versions(cx, &mut view, &found.seen).await?;
    let of = |version: &&Version| version.record.content.id == found.record.content.id;
    let version = versions.iter().find(of).cloned().ok_or(Error::NotFound)?;
    around(cx, &mut view, found.seen, version, versions).await
}

/// All versions that the caller may see, newest first.
pub(crate) async fn versions(cx: &Cx, conn: &mut Conn, seen: &Seen) -> Result<Vec<Version>> {
    let eyes = [eyes_of(seen)];
    let mut records: Vec<Record<Plan>> = conn.shared_all(&eyes, &Wanted::default()).await?;
    records.sort_by_key(|record| std::cmp::Reverse(record.content.version));
    let accepted = conn.cards(&eyes, &Wanted::of(Kind::Acceptance)).await?;
    let (mut later, today) = (Later::default(), cx.now().day());
    let mut all = Vec::with_capacity(records.len());
    for record in records {
        let of_this = accepted.iter().filter(|card| card.card.about.as_ref() == Some(&record.header.id));
        let who: Vec<ParticipantCode> = of_this.map(|card| card.owner.clone()).collect();
        let standing = Standing::of(&record.content, &who, later, today);
        later = standing.seen_from_before(later);
        all.push(Version { tally: Tally::of(&record.content, &who), standing, record });
    }
    Ok(all)
}

async fn around(cx: &Cx, view: &mut Conn, seen: Seen, version: Version, versions: Vec<Version>) -> Result<Shown> {
    let eyes = [eyes_of(&seen)];
    let id = &version.record.header.id;
    let remarks = Wanted { status: vec![CommentKind::Remark.code().to_owned()], ..Wanted::of(Kind::Comment).about(id) };
    let decided = Wanted { keys: vec![id.to_string()], ..Wanted::of(Kind::Resolution) };
    let read = Wanted { status: vec![CommentKind::Read.code().to_owned()], ..remarks.clone() };
    let by_clause = view.count_cards_by(&eyes, &remarks, CardBy::Part).await?;
    let resolved = view.count_cards_by(&eyes, &decided, CardBy::Part).await?;
    let by_owner: BTreeMap<String, u64> =
        view.count_cards_by(&eyes, &remarks, CardBy::Owner).await?.into_iter().collect();
    let readers = view.count_cards_by(&eyes, &read, CardBy::Owner).await?;
    let heard = |participant: ParticipantCode| Heard {
        read: readers.iter().any(|(owner, _)| owner == participant.as_str()),
        comments: by_owner.get(participant.as_str()).copied().unwrap_or_default(),
        participant,
    };
    let asked = version.record.content.asked.as_ref().map(|asked| asked.participants.clone());
    let day = version.record.content.sent.map_or(version.record.header.created, |sent| sent).day();
    let everybody = asked.unwrap_or_else(|| participants(seen.operation(), day));
    let about = Wanted { oldest_first: true, ..Wanted::default() }.about(id);
    Ok(Shown {
        comments: by_clause.into_iter().collect(),
        resolved: resolved.into_iter().collect(),
        heard: everybody.into_iter().map(heard).collect(),
        acceptances: view.shared_all(&eyes, &about).await?,
        annexes: view.cards(&eyes, &Wanted { oldest_first: true, ..Wanted::of(Kind::Annex) }).await?,
        links: links(cx, view, &version.record.content).await?,
        next_open: comment::next_open(view, &seen, id, None).await?,
        seen,
        version,
        versions,
    })
}

/// What the clauses and measures of a plan follow from; what the caller may not know is left out.
async fn links(cx: &Cx, view: &mut Conn, plan: &Plan) -> Result<Vec<Related>> {
    let of_measures = plan.clauses.iter().flat_map(|clause| &clause.measures);
    let of_measures = of_measures.flat_map(|measure| measure.recommendation.iter().chain(&measure.finding));
    let mut named: Vec<RecordId> =
        plan.clauses.iter().flat_map(|clause| &clause.recommendation).chain(of_measures).cloned().collect();
    named.sort();
    named.dedup();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let eyes = all_eyes(cx, view).await?;
    related(view, &eyes, &named).await
}

/// Who takes part as a participant on that day, and so is asked.
pub(crate) fn participants(operation: &Operation, day: Day) -> Vec<ParticipantCode> {
    let mut all: Vec<ParticipantCode> = Vec::new();
    for part in operation.participations.iter().filter(|part| part.role == ParticipationRole::Participant) {
        if part.holds_on(day) && !all.contains(&part.participant) {
            all.push(part.participant.clone());
        }
    }
    all
}

/// A clause of a version with a page of what is said about it.
#[derive(Debug, Clone)]
pub struct ClauseShown {
    /// The version around it.
    pub shown: Shown,
    /// The clause; `None` for what is said about the plan as a whole.
    pub clause: Option<Clause>,
    /// The same clause in the version before, where that is another text.
    pub before: Option<Clause>,
    /// What is said, oldest first.
    pub told: Vec<Told>,
    /// Where the next page begins.
    pub next: Option<RecordId>,
}

/// Comments on one page.
pub const PAGE: usize = 50;

/// One clause of a version, and the page of its comments after `after`.
pub async fn clause(cx: &Cx, id: &RecordId, part: &str, after: Option<RecordId>) -> Result<ClauseShown> {
    let shown = get(cx, id).await?;
    let plan = &shown.version.record.content;
    if !plan.has_part(part) {
        return Err(Error::NotFound);
    }
    let clause = plan.clause(part).cloned();
    let earlier = shown.before().and_then(|version| version.record.content.clause(part)).cloned();
    let before = earlier.filter(|earlier| Some(earlier) != clause.as_ref());
    let mut view = cx.app.store().read().await?;
    let narrowed = comment::Narrowed { part: Some(part.to_owned()), after, ..comment::Narrowed::default() };
    let (told, next) = comment::page(&mut view, &shown.seen, id, &narrowed).await?;
    Ok(ClauseShown { shown, clause, before, told, next })
}

/// Which comments on the version before changed each clause: at most ten a clause.
pub async fn causes(cx: &Cx, shown: &Shown) -> Result<BTreeMap<String, Vec<Told>>> {
    let Some(before) = shown.before() else { return Ok(BTreeMap::new()) };
    let mut view = cx.app.store().read().await?;
    let (eyes, id) = ([eyes_of(&shown.seen)], before.record.header.id.to_string());
    let taken = vec![Decision::Accepted.code().to_owned(), Decision::Partly.code().to_owned()];
    let mut causes = BTreeMap::new();
    for change in model::plan::changes(&before.record.content, &shown.version.record.content) {
        let Some(clause) = change.now.or(change.before) else { continue };
        let wanted = Wanted {
            keys: vec![id.clone()],
            status: taken.clone(),
            part: Some(clause.id.clone()),
            limit: 10,
            ..Wanted::default()
        };
        let decided: Vec<Record<Resolution>> = view.shared_all(&eyes, &wanted).await?;
        let mut told = Vec::new();
        for resolution in decided {
            let comment = resolution.content.comment.into();
            if let Some(comment) = view.shared(&shown.seen.reader, &comment).await? {
                told.push(Told { comment, resolution: Some(resolution) });
            }
        }
        causes.insert(clause.id.clone(), told);
    }
    Ok(causes)
}
