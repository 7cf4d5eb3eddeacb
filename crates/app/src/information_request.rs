//! Requests for information: asked, answered by each of those asked, withdrawn; listed by what waits for whom.
//!
//! Refuses a question about a record that its writer may not see. Open to those who ask and are asked, and to whom the
//! marking opens it; a list, a count and how far it is answered follow what the reader may see.

use crate::answer::AnswerSeen;
use crate::cx::Cx;
use crate::error::Result;
use crate::notice;
use crate::operation::{Seen, find};
use crate::record::{self, Related, all_eyes, eyes_of, find_shared, related, unknown, with_related};
use model::answer::{Answer, AnswerKind};
use model::attachment::Attachment;
use model::card::Wanted;
use model::id::RecordId;
use model::information_request::{InformationRequest, InformationRequestDraft};
use model::lang::Lang;
use model::message::related_of;
use model::notice::NoticeKind;
use model::participant::ParticipantCode;
use model::permission::{Action, Relation};
use model::record::{Kind, Record, State};
use model::stage::Work;
pub use store::{RequestLine, RequestsWanted};

/// One page of requests.
#[derive(Debug, Clone)]
pub struct Requests {
    /// The operation, and whose eyes.
    pub seen: Seen,
    /// The requests.
    pub lines: Vec<RequestLine>,
    /// How many the filters leave.
    pub total: u64,
    /// How many wait for an answer of the reader's participant.
    pub to_answer: u64,
    /// How many are overdue.
    pub overdue: u64,
}

/// How one of those asked stands to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who.
    pub participant: ParticipantCode,
    /// Its latest answer; `None` for none yet.
    pub kind: Option<AnswerKind>,
    /// Seconds from the question to the first answer that closes it; `None` while there is none.
    pub took: Option<i64>,
}

/// A request, as one reader sees it.
#[derive(Debug, Clone)]
pub struct RequestSeen {
    /// The record.
    pub record: Record<InformationRequest>,
    /// Its operation, and whose eyes.
    pub seen: Seen,
    /// What it speaks of, as far as the reader may see that.
    pub related: Vec<Related>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Its answers that the reader may see, oldest first.
    pub answers: Vec<AnswerSeen>,
    /// How those asked stand to it, as far as the reader may know.
    pub asked: Vec<Asked>,
    /// Whether it still waits and its time is over, as far as the reader may know.
    pub is_overdue: bool,
    /// Whether the reader may answer it now.
    pub may_answer: bool,
    /// Whether the reader may withdraw it now, and add files.
    pub is_own: bool,
}

/// Asks.
pub async fn ask(cx: &Cx, code: &str, draft: &InformationRequestDraft) -> Result<Record<InformationRequest>> {
    let (mut tx, seen) =
        record::begin_in(cx, "information-request.ask", code, Action::Contribute, Work::Contribute).await?;
    let operation = seen.operation();
    let asker = record::owner(cx, operation);
    let checked = draft.check(cx.mint(), operation, &asker, cx.now());
    let unknown = unknown(cx, &mut tx, &related_of(&draft.records)).await?;
    let (request, marking) = with_related(checked, unknown)?;
    let lang = Lang::parse(&draft.lang);
    let header = record::header(cx, operation, request.id, Kind::InformationRequest, marking, lang);
    let due = Some(request.due);
    notice::tell(cx, &mut tx, operation.id, &header.id, NoticeKind::Answer, due, &request.to).await?;
    record::add(cx, tx, header, request).await
}

/// Takes a request back, with a reason: nothing waits for it any more.
pub async fn withdraw(cx: &Cx, id: &RecordId, base: u32, reason: &str) -> Result<Record<InformationRequest>> {
    let (tx, found) = record::begin_on::<InformationRequest>(
        cx,
        "information-request.withdraw",
        id,
        Action::Revise,
        Work::Contribute,
    )
    .await?;
    record::retract(cx, tx, found.record, base, reason).await
}

/// One page of an operation's requests.
pub async fn list(cx: &Cx, code: &str, wanted: &RequestsWanted) -> Result<Requests> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let (eyes, own) = ([eyes_of(&seen)], seen.reader.participant.clone());
    let to_answer = RequestsWanted { to_answer: true, ..RequestsWanted::default() };
    let overdue = RequestsWanted { overdue_at: Some(cx.now()), ..RequestsWanted::default() };
    Ok(Requests {
        lines: view.requests(&eyes, &own, wanted).await?,
        total: view.count_requests(&eyes, &own, wanted).await?,
        to_answer: view.count_requests(&eyes, &own, &to_answer).await?,
        overdue: view.count_requests(&eyes, &own, &overdue).await?,
        seen,
    })
}

/// One request.
pub async fn get(cx: &Cx, id: &RecordId) -> Result<RequestSeen> {
    let mut view = cx.app.store().read().await?;
    let found = find_shared::<InformationRequest>(cx, &mut view, id).await?;
    let (record, seen) = (found.record, found.seen);
    let wanted = Wanted { oldest_first: true, ..Wanted::default() }.about(id);
    let answers: Vec<Record<Answer>> = view.shared_all(&[eyes_of(&seen)], &wanted).await?;
    let asked = standing(&record, &answers, &seen);
    let open =
        seen.operation().is_open_for(Work::Contribute, cx.now().day()) && record.header.state != State::Retracted;
    let own = &seen.reader.participant;
    let is_asked = cx.member().is_some() && record.content.to.contains(own);
    let mine = asked.iter().find(|one| one.participant == *own);
    let waits = match mine.filter(|_| is_asked) {
        Some(mine) => mine.took.is_none(),
        None => asked.iter().any(|one| one.took.is_none()),
    };
    let may_answer = open && is_asked && seen.may.contains(&Action::Contribute);
    let is_own = open && found.may.contains(&Action::Revise);
    let is_overdue = waits && record.content.due < cx.now() && record.header.state != State::Retracted;
    let eyes = all_eyes(cx, &mut view).await?;
    let mut dressed = Vec::new();
    for answer in answers {
        let relation = seen.reader.relation(&answer.header);
        dressed.push(AnswerSeen {
            attachments: view.attachments(&answer.header.id).await?,
            took: seconds(&record, &answer),
            is_own: open && cx.must(Action::Revise, relation).is_ok(),
            record: answer,
        });
    }
    Ok(RequestSeen {
        related: related(&mut view, &eyes, &record.content.related).await?,
        attachments: view.attachments(id).await?,
        answers: dressed,
        asked,
        is_overdue,
        may_answer,
        is_own,
        record,
        seen,
    })
}

fn seconds(request: &Record<InformationRequest>, answer: &Record<Answer>) -> i64 {
    (answer.header.created.0 - request.header.created.0) / 1_000_000
}

/// How those asked stand to a request: all of them for whoever asked or coordinates, else those whose answer is open to
/// the reader, and the reader's own participant.
fn standing(request: &Record<InformationRequest>, answers: &[Record<Answer>], seen: &Seen) -> Vec<Asked> {
    let own = &seen.reader.participant;
    let knows_all = request.header.owner == *own || seen.relation == Relation::Coordinates;
    let of = |code: &ParticipantCode| {
        let mine: Vec<_> = answers.iter().filter(|answer| answer.header.owner == *code).collect();
        let closing = mine.iter().find(|answer| answer.content.kind.closes());
        Asked {
            participant: code.clone(),
            kind: closing.or(mine.last()).map(|answer| answer.content.kind),
            took: closing.map(|answer| seconds(request, answer)),
        }
    };
    let all = request.content.to.iter().map(of);
    all.filter(|one| knows_all || one.participant == *own || one.kind.is_some()).collect()
}
