//! Comments on a plan: brought in by members, listed a page at a time with what was decided; and who has read it.
//!
//! Refuses to take a comment on a draft, on a version that was followed by another, and to say twice that one has read.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::{Seen, must_be_open};
use crate::plan::{PAGE, Shown, current, versions};
use crate::record::{Found, add, eyes_of, find_shared, header};
use model::card::Wanted;
use model::comment::{Comment, CommentDraft, CommentKind};
use model::id::RecordId;
use model::participant::ParticipantCode;
use model::permission::Action;
use model::plan::{Plan, Step, WHOLE};
use model::record::{Kind, Record};
use model::resolution::Resolution;
use model::stage::Work;
use store::{Conn, Tx};

/// A comment with what was decided on it, as far as the reader may see.
#[derive(Debug, Clone)]
pub struct Told {
    /// What was said.
    pub comment: Record<Comment>,
    /// What was decided.
    pub resolution: Option<Record<Resolution>>,
}

/// Begins a write by which a member speaks about a version that was sent out and is current.
pub(crate) async fn begin_about(
    cx: &Cx,
    verb: &'static str,
    plan: &RecordId,
    action: Action,
) -> Result<(Tx, Found<Plan>)> {
    let mut tx = cx.begin(verb).await?;
    let found: Found<Plan> = find_shared(cx, &mut tx, plan).await?;
    cx.must(action, found.seen.relation)?;
    must_be_open(cx, found.seen.operation(), Work::Contribute)?;
    match found.record.content.step {
        Step::Draft => Err(Error::Refused("plan-draft")),
        Step::Closed => Err(Error::Refused("plan-closed")),
        Step::OutForComment | Step::OutForAcceptance => Ok((tx, found)),
    }
}

/// Refused, where a later version was sent out.
async fn must_be_current(cx: &Cx, tx: &mut Tx, found: &Found<Plan>) -> Result<()> {
    let all = versions(cx, tx, &found.seen).await?;
    let newest = current(&all).map(|version| version.record.content.version);
    if newest == Some(found.record.content.version) { Ok(()) } else { Err(Error::Refused("plan-superseded")) }
}

/// Says something about a clause, or about the whole.
pub async fn comment(cx: &Cx, plan: &RecordId, clause: &str, draft: &CommentDraft) -> Result<Record<Comment>> {
    let (mut tx, found) = begin_about(cx, "comment.add", plan, Action::Contribute).await?;
    must_be_current(cx, &mut tx, &found).await?;
    let operation = found.seen.operation();
    let (own, marking) = (&found.record.content, &found.record.header.marking);
    let (comment, marking) = draft.check(cx.mint(), (own, clause), marking, &operation.participants())?;
    let header = header(cx, operation, comment.id, Kind::Comment, marking, Some(comment.lang));
    add(cx, tx, header, comment).await
}

/// Says for the participant that it has read the version.
pub async fn read(cx: &Cx, plan: &RecordId) -> Result<Record<Comment>> {
    let (mut tx, found) = begin_about(cx, "comment.read", plan, Action::SpeakFor).await?;
    must_be_current(cx, &mut tx, &found).await?;
    let status = vec![CommentKind::Read.code().to_owned()];
    let own = Some(found.seen.reader.participant.clone());
    let said = Wanted { status, owner: own, ..Wanted::of(Kind::Comment).about(plan) };
    if tx.count_cards(&[eyes_of(&found.seen)], &said).await? > 0 {
        return Err(Error::Refused("plan-read"));
    }
    let comment = Comment {
        id: cx.mint(),
        plan: found.record.content.id,
        clause: WHOLE.to_owned(),
        kind: CommentKind::Read,
        text: String::new(),
        wording: String::new(),
        lang: cx.member().map(|member| member.lang).unwrap_or_default(),
    };
    let marking = found.record.header.marking.clone();
    let header = header(cx, found.seen.operation(), comment.id, Kind::Comment, marking, None);
    add(cx, tx, header, comment).await
}

/// One comment that the caller may see, with what was decided.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<(Found<Comment>, Option<Record<Resolution>>)> {
    let mut view = cx.app.store().read().await?;
    let found: Found<Comment> = find_shared(cx, &mut view, id).await?;
    let decided = view.shared_all(&[eyes_of(&found.seen)], &Wanted::default().about(id)).await?;
    Ok((found, decided.into_iter().next()))
}

/// Which comments on a version are asked for; what is left out narrows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// About this clause, or the plan as a whole.
    pub part: Option<String>,
    /// Of this participant.
    pub owner: Option<ParticipantCode>,
    /// Only those that nobody has decided on.
    pub open: bool,
    /// Those after this one, the last of the page before.
    pub after: Option<RecordId>,
}

impl Narrowed {
    fn wanted(&self, plan: &RecordId) -> Wanted {
        Wanted {
            part: self.part.clone(),
            owner: self.owner.clone(),
            without: self.open.then_some(Kind::Resolution),
            status: vec![CommentKind::Remark.code().to_owned()],
            oldest_first: true,
            after: self.after.clone(),
            ..Wanted::of(Kind::Comment).about(plan)
        }
    }
}

/// The comments on a version, as a list to work through.
#[derive(Debug, Clone)]
pub struct CommentsShown {
    /// The version around them.
    pub shown: Shown,
    /// A page of them, oldest first.
    pub told: Vec<Told>,
    /// How many are asked for.
    pub count: u64,
    /// Where the next page begins.
    pub next: Option<RecordId>,
}

/// The comments on a version that are asked for.
pub async fn list(cx: &Cx, plan: &RecordId, narrowed: &Narrowed) -> Result<CommentsShown> {
    let shown = crate::plan::get(cx, plan).await?;
    let mut view = cx.app.store().read().await?;
    let (told, next) = page(&mut view, &shown.seen, plan, narrowed).await?;
    let count = view.count_cards(&[eyes_of(&shown.seen)], &narrowed.wanted(plan)).await?;
    Ok(CommentsShown { shown, told, count, next })
}

/// The next comment on a version that nobody has decided on: after this one, else from the first on.
pub(crate) async fn next_open(
    view: &mut Conn,
    seen: &Seen,
    plan: &RecordId,
    after: Option<&RecordId>,
) -> Result<Option<RecordId>> {
    for after in after.map(Some).into_iter().chain([None]) {
        let open = Narrowed { open: true, after: after.cloned(), ..Narrowed::default() };
        let wanted = Wanted { limit: 1, ..open.wanted(plan) };
        if let Some(found) = view.cards(&[eyes_of(seen)], &wanted).await?.into_iter().next() {
            return Ok(Some(found.id));
        }
    }
    Ok(None)
}

/// The comment to decide on after this one, on the same version.
pub async fn following(cx: &Cx, comment: &RecordId) -> Result<Option<RecordId>> {
    let mut view = cx.app.store().read().await?;
    let found: Found<Comment> = find_shared(cx, &mut view, comment).await?;
    next_open(&mut view, &found.seen, &found.record.content.plan.into(), Some(comment)).await
}

/// A page of what is said about a version, oldest first, and where the next one begins.
pub(crate) async fn page(
    view: &mut Conn,
    seen: &Seen,
    plan: &RecordId,
    narrowed: &Narrowed,
) -> Result<(Vec<Told>, Option<RecordId>)> {
    let eyes = [eyes_of(seen)];
    let wanted = Wanted { limit: u32::try_from(PAGE + 1).unwrap_or(u32::MAX), ..narrowed.wanted(plan) };
    let mut comments: Vec<Record<Comment>> = view.shared_all(&eyes, &wanted).await?;
    let more = comments.len() > PAGE;
    comments.truncate(PAGE);
    let next = if more { comments.last().map(|comment| comment.header.id.clone()) } else { None };
    let about: Vec<RecordId> = comments.iter().map(|comment| comment.header.id.clone()).collect();
    let decided: Vec<Record<Resolution>> = if about.is_empty() {
        Vec::new()
    } else {
        view.shared_all(&eyes, &Wanted { about, ..Wanted::default() }).await?
    };
    let tell = |comment: Record<Comment>| {
        let resolution = decided.iter().find(|one| one.content.comment == comment.content.id).cloned();
        Told { comment, resolution }
    };
    Ok((comments.into_iter().map(tell).collect(), next))
}
