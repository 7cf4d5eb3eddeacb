//! Notices: what waits for a participant, told in the transaction of the record that causes it; read and seen by members.
//!
//! A verb that makes something wait calls [`tell`] before it keeps; one that does what was waited for calls [`settle`]:
//!
//! ```ignore
//! let to = [kz, uz];
//! notice::tell(cx, &mut tx, operation.id, &record.header.id, NoticeKind::Reminder, Some(due), &to).await?;
//! notice::settle(cx, &mut tx, &participant, NoticeKind::Reminder, &questionnaire).await?;
//! ```
//!
//! Refuses to show a notice of a record that its reader may not see: that is asked anew each time.

use crate::cx::Cx;
use crate::error::Result;
use crate::record::all_eyes;
use model::id::RecordId;
use model::notice::{Notice, NoticeKind, Wish, WishDraft};
use model::operation::OperationId;
use model::participant::ParticipantCode;
use model::time::Moment;
use store::{Telling, Tx};

/// Notices on one page.
pub const PAGE: u32 = 100;

/// Tells the members of participants that something waits for them.
pub(crate) async fn tell(
    cx: &Cx,
    tx: &mut Tx,
    operation: OperationId,
    record: &RecordId,
    kind: NoticeKind,
    due: Option<Moment>,
    to: &[ParticipantCode],
) -> Result<()> {
    let telling =
        |participant| Telling { operation, participant, role: None, member: None, kind, record, due, at: cx.now() };
    Ok(tx.tell(&to.iter().map(telling).collect::<Vec<_>>()).await?)
}

/// Nothing of this kind waits for a participant any more about a record.
pub(crate) async fn settle(
    cx: &Cx,
    tx: &mut Tx,
    participant: &ParticipantCode,
    kind: NoticeKind,
    record: &RecordId,
) -> Result<()> {
    Ok(tx.settle_notices(participant, kind, record, cx.now()).await?)
}

/// What waits for the member and what it was told, newest first; and the place to say it has seen all of it.
pub async fn list(cx: &Cx, before: Option<i64>) -> Result<(Vec<Notice>, i64)> {
    let member = cx.known_member()?;
    let mut view = cx.app.store().read().await?;
    let eyes = all_eyes(cx, &mut view).await?;
    let all = view.notices(member, &eyes, before, PAGE).await?;
    Ok((all, view.last_notice().await?))
}

/// How many notices the member has not seen.
pub async fn count(cx: &Cx) -> Result<u64> {
    let Some(member) = cx.member() else { return Ok(0) };
    let mut view = cx.app.store().read().await?;
    if !view.has_notices(member).await? {
        return Ok(0);
    }
    let eyes = all_eyes(cx, &mut view).await?;
    let seen = view.notices_seen(member.id).await?;
    Ok(view.count_notices(member, &eyes, seen).await?.into_iter().map(|(.., count, _)| count).sum())
}

/// The member has seen its notices up to a place.
pub async fn see(cx: &Cx, place: i64) -> Result<()> {
    let member = cx.known_member()?.id;
    let mut tx = cx.begin("notice.see").await?;
    let last = tx.last_notice().await?;
    tx.set_notices_seen(member, place.clamp(0, last)).await?;
    cx.keep_plain(tx, "").await
}

/// What the member wishes to hear by mail.
pub async fn wish(cx: &Cx) -> Result<Option<Wish>> {
    let member = cx.known_member()?.id;
    Ok(cx.app.store().read().await?.wish(member).await?)
}

/// Keeps what the member wishes to hear by mail. The entry says that it was done, and no address.
pub async fn set_wish(cx: &Cx, draft: &WishDraft) -> Result<()> {
    let member = cx.known_member()?.id;
    let wish = draft.check()?;
    let mut tx = cx.begin("member.digest").await?;
    let next = wish.as_ref().map_or(0, |wish| wish.rhythm.seconds());
    tx.set_wish(member, wish.as_ref(), cx.now(), cx.now().plus_seconds(next)).await?;
    let rhythm = wish.map_or("none", |wish| wish.rhythm.code());
    cx.keep_plain(tx, format!("rhythm={rhythm}")).await
}
