//! Answers to requests for information: given by those asked, taken back by whoever gave them.
//!
//! Refuses an answer of anybody who was not asked. An answer is open to whoever asked and to the coordinator as the request
//! is; to the others that were asked only where its writer says so.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::message::begin_about;
use crate::notice;
use crate::record;
use model::answer::{Answer, AnswerDraft};
use model::attachment::Attachment;
use model::id::RecordId;
use model::information_request::InformationRequest;
use model::lang::Lang;
use model::marking::Marking;
use model::notice::NoticeKind;
use model::permission::Action;
use model::record::{Kind, Record};
use model::stage::Work;

/// An answer, as one reader sees it.
#[derive(Debug, Clone)]
pub struct AnswerSeen {
    /// The record.
    pub record: Record<Answer>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Seconds from the question to it.
    pub took: i64,
    /// Whether the reader may take it back and add files.
    pub is_own: bool,
}

/// Answers a request for the own participant.
pub async fn give(cx: &Cx, request: &RecordId, draft: &AnswerDraft) -> Result<Record<Answer>> {
    let (mut tx, found) = begin_about::<InformationRequest>(cx, "answer.give", request).await?;
    let (asked, operation) = (&found.record, found.seen.operation());
    let own = record::owner(cx, operation);
    if cx.member().is_none() || !asked.content.to.contains(&own) {
        return Err(Error::Refused("not-asked-here"));
    }
    let answer = draft.check(cx.mint(), request)?;
    let mut recipients = vec![asked.header.owner.clone()];
    if draft.share {
        recipients.extend(asked.content.to.iter().filter(|one| **one != own).cloned());
    }
    let marking = Marking { recipients, ..asked.header.marking.clone() };
    let header = record::header(cx, operation, answer.id, Kind::Answer, marking, Lang::parse(&draft.lang));
    if answer.kind.closes() {
        notice::settle(cx, &mut tx, &own, NoticeKind::Answer, request).await?;
    }
    let mut record = Record { header, content: answer };
    tx.put_shared(&mut record, None).await?;
    let to = [asked.header.owner.clone()];
    notice::tell(cx, &mut tx, operation.id, &record.header.id, NoticeKind::Answered, None, &to).await?;
    cx.keep(tx, &record.header, "").await?;
    Ok(record)
}

/// Takes an answer back, with a reason: what it answered waits again.
pub async fn retract(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<Answer>> {
    let (mut tx, found) =
        record::begin_on::<Answer>(cx, "answer.retract", id, Action::Revise, Work::Contribute).await?;
    let about = found.record.content.about.clone();
    if let Some(request) = tx.shared::<InformationRequest>(&found.seen.reader, &about).await? {
        let (operation, due) = (found.seen.operation().id, Some(request.content.due));
        let to = [found.record.header.owner.clone()];
        notice::settle(cx, &mut tx, &to[0], NoticeKind::Answer, &about).await?;
        notice::tell(cx, &mut tx, operation, &about, NoticeKind::Answer, due, &to).await?;
    }
    record::retract(cx, tx, found.record, base, reason).await
}
