//! Digests by mail: which are due, what each says in numbers, and what became of sending it.
//!
//! Refuses content: a digest counts notices by what they are of, names the nouns and the first due time, and nothing more.
//! Refuses to send one twice: it is claimed, sent, and marked; one whose sender fell silent is not sent again. Refuses to
//! write an address into a log or an entry.

use crate::cx::{Actor, App, Cx};
use crate::error::Result;
use crate::record::all_eyes;
use model::lang::Lang;
use model::member::{Member, MemberId};
use model::notice::{NoticeKind, Rhythm};
use model::record::{Door, Kind};
use model::time::Moment;
pub use store::DigestStanding;

/// How often sending is tried before it is given up until the next time.
pub const TRIES: u32 = 5;
/// Seconds before the second try; each further one waits twice as long.
const BACKOFF: i64 = 60;
/// Seconds after which a sender that says nothing has fallen silent.
const SILENT: i64 = 900;

/// One digest to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Whose.
    pub member: MemberId,
    /// Where to; never logged.
    pub address: String,
    /// In which language.
    pub lang: Lang,
    /// How many of what, of which noun, and the first due time.
    pub lines: Vec<(NoticeKind, Kind, u64, Option<Moment>)>,
    told: i64,
    attempts: u32,
    rhythm: Rhythm,
}

/// Claims the next digest that has something to say. What has nothing to say waits for its next time.
pub async fn claim(app: &App) -> Result<Option<Digest>> {
    let cx = app.cx(Actor::Node, Door::Command);
    loop {
        let mut tx = cx.begin("digest.claim").await?;
        let Some(due) = tx.claim_digest(cx.now()).await? else {
            tx.undo().await?;
            return Ok(None);
        };
        let told = tx.last_notice().await?;
        let reader = app.cx(Actor::Member(Box::new(due.member.clone())), Door::Command);
        let lines = counted(&reader, &mut tx, &due.member, due.told).await?;
        if lines.is_empty() {
            let next = cx.now().plus_seconds(due.wish.rhythm.seconds());
            tx.settle_digest(due.member.id, "waiting", Some(told), cx.now(), next).await?;
        }
        cx.keep_plain(tx, format!("member={}", due.member.id)).await?;
        if !lines.is_empty() {
            let (member, lang, attempts) = (due.member.id, due.member.lang, due.attempts);
            let rhythm = due.wish.rhythm;
            return Ok(Some(Digest { member, address: due.wish.address, lang, lines, told, attempts, rhythm }));
        }
    }
}

async fn counted(
    cx: &Cx,
    tx: &mut store::Tx,
    member: &Member,
    told: i64,
) -> Result<Vec<(NoticeKind, Kind, u64, Option<Moment>)>> {
    let eyes = all_eyes(cx, tx).await?;
    let seen = tx.notices_seen(member.id).await?;
    Ok(tx.count_notices(member, &eyes, told.max(seen)).await?)
}

/// Keeps that a digest was sent.
pub async fn sent(app: &App, digest: &Digest) -> Result<()> {
    let next = app.now().plus_seconds(digest.rhythm.seconds());
    settle(app, digest, "waiting", Some(digest.told), next, "digest.sent").await
}

/// Keeps that the server did not take it: tried again later, or given up until the next time.
pub async fn failed(app: &App, digest: &Digest) -> Result<()> {
    if digest.attempts >= TRIES {
        let next = app.now().plus_seconds(digest.rhythm.seconds());
        return settle(app, digest, "given-up", None, next, "digest.fail").await;
    }
    let wait = BACKOFF << digest.attempts.saturating_sub(1).min(10);
    settle(app, digest, "failing", None, app.now().plus_seconds(wait), "digest.fail").await
}

async fn settle(
    app: &App,
    digest: &Digest,
    state: &str,
    told: Option<i64>,
    next: Moment,
    verb: &'static str,
) -> Result<()> {
    let cx = app.cx(Actor::Node, Door::Command);
    let mut tx = cx.begin(verb).await?;
    tx.settle_digest(digest.member, state, told, cx.now(), next).await?;
    cx.keep_plain(tx, format!("member={} state={state}", digest.member)).await
}

/// Lets go of digests whose sender fell silent after claiming them; they are not sent again.
pub async fn release(app: &App) -> Result<u64> {
    let cx = app.cx(Actor::Node, Door::Command);
    let mut tx = cx.begin("digest.release").await?;
    let now = cx.now();
    let count = tx.release_digests(now.plus_seconds(-SILENT), now, now.plus_seconds(3600)).await?;
    if count == 0 {
        tx.undo().await?;
    } else {
        cx.keep_plain(tx, format!("unsure={count}")).await?;
    }
    Ok(count)
}

/// Digests that could not be sent, for whoever runs the node.
pub async fn failures(cx: &Cx) -> Result<Vec<DigestStanding>> {
    cx.must(model::permission::Action::ManageMembers, model::permission::Relation::Coordinates)?;
    Ok(cx.app.store().read().await?.failed_digests().await?)
}
