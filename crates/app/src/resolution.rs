//! What the coordinator decides on a comment: once, and again as a new revision of the same decision.
//!
//! Refuses whoever does not coordinate, and a decision made from an old one.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::must_be_open;
use crate::record::{Found, add, eyes_of, find_shared, header, revise};
use model::card::Wanted;
use model::comment::{Comment, CommentKind};
use model::id::{Id, RecordId};
use model::marking::Marking;
use model::permission::Action;
use model::record::{Kind, Record};
use model::resolution::{Resolution, ResolutionDraft};
use model::stage::Work;

/// Decides on a comment; `base` is the revision of the decision that stood, 0 where there was none.
pub async fn resolve(cx: &Cx, comment: &RecordId, base: u32, draft: &ResolutionDraft) -> Result<Record<Resolution>> {
    let mut tx = cx.begin("resolution.put").await?;
    let found: Found<Comment> = find_shared(cx, &mut tx, comment).await?;
    cx.must(Action::Coordinate, found.seen.relation)?;
    must_be_open(cx, found.seen.operation(), Work::Plan)?;
    if found.record.content.kind == CommentKind::Read {
        return Err(Error::NotFound);
    }
    let eyes = [eyes_of(&found.seen)];
    let stood: Vec<Record<Resolution>> = tx.shared_all(&eyes, &Wanted::default().about(comment)).await?;
    let stood = stood.into_iter().next();
    let current = stood.as_ref().map_or(0, |stood| stood.header.revision);
    if current != base {
        return Err(Error::Stale { current });
    }
    let id = stood.as_ref().map_or_else(|| cx.mint(), |stood| stood.content.id);
    let resolution = draft.check(id, &found.record.content)?;
    let marking = as_the_comment(&found.record);
    if let Some(stood) = stood {
        return revise(cx, tx, &stood, base, resolution, marking).await;
    }
    let id: Id<Resolution> = resolution.id;
    let header = header(cx, found.seen.operation(), id, Kind::Resolution, marking, Some(resolution.lang));
    add(cx, tx, header, resolution).await
}

/// A decision is for whoever may read the comment: its writer first.
pub(crate) fn as_the_comment(comment: &Record<Comment>) -> Marking {
    let mut marking = comment.header.marking.clone();
    if !marking.recipients.contains(&comment.header.owner) {
        marking.recipients.push(comment.header.owner.clone());
    }
    marking
}
