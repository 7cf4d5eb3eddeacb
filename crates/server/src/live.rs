//! Live: what changed in an operation, sent as it happens; what came before the line is replayed, from the last event
//! heard or else from the last that a page includes.
//!
//! Refuses content: an event names a record and its revision; whoever may read it asks for it. Refuses to outlive the
//! right it was opened with: session or key are looked up again before anything is sent, and every few seconds besides.

use crate::api::key::{self, Key};
use crate::error::{Answer, Failure};
use crate::session;
use crate::state::Server;
use crate::typed::{Asked, Typed};
use crate::visitor::SignedIn;
use app::{Actor, App, Cx};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::response::sse::{Event as Message, KeepAlive, Sse};
use futures_util::stream::{self, Stream, StreamExt};
use model::event::Event;
use model::member::MemberId;
use model::problem::Problem;
use model::record::Door;
use serde_json::json;
use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{broadcast, watch};
use tokio::time::Instant;

/// Streams one member may have open at once: a few browser windows.
const PER_MEMBER: usize = 6;
/// Streams of all members together: each is a connection, and pages need some too.
const TOGETHER: usize = crate::crowd::TOGETHER / 3 * 2;
/// Events asked for at once.
const BATCH: u32 = 200;
/// A stream ends after this time and the browser comes again.
const LIFE: Duration = Duration::from_mins(10);
/// How long a stream whose right ended may stay open when nothing happens; nothing is sent on it any more.
const RENEWAL: Duration = Duration::from_secs(15);
/// How long what was read may wait to be sent: a reader on a slow line is asked for again before it goes on.
const FRESH: Duration = Duration::from_secs(1);
/// A line that says nothing but that the line holds.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// What every event is called; its data tells which noun it was.
const NAME: &str = "change";

/// Who watches, and whether the server is stopping. Cloning shares it.
#[derive(Clone)]
pub struct Live {
    open: Arc<Mutex<HashMap<MemberId, usize>>>,
    stop: Arc<watch::Sender<bool>>,
}

impl Default for Live {
    fn default() -> Self {
        Self { open: Arc::default(), stop: Arc::new(watch::Sender::new(false)) }
    }
}

/// One open stream; closing it makes room for another.
struct Seat {
    live: Live,
    member: MemberId,
}

impl Live {
    /// Ends every stream: the server is stopping.
    pub fn end_all(&self) {
        self.stop.send_replace(true);
    }

    fn take(&self, member: MemberId) -> Result<Seat, Failure> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let together: usize = open.values().sum();
        let own = open.entry(member).or_default();
        if *own >= PER_MEMBER || together >= TOGETHER {
            return Err(Failure::TooBusy(30));
        }
        *own += 1;
        Ok(Seat { live: self.clone(), member })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut open = self.live.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = open.get_mut(&self.member) {
            *own -= 1;
            if *own == 0 {
                open.remove(&self.member);
            }
        }
    }
}

/// What a stream was opened with.
enum Pass {
    /// A session's secret.
    Session(String),
    /// A key of the API.
    Key(String),
}

impl Pass {
    /// The call of whoever holds it, as long as it holds; the role may have changed since.
    async fn cx(&self, app: &App) -> app::Result<Option<Cx>> {
        let (member, door) = match self {
            Self::Session(secret) => (app::session::holder(app, secret).await?.map(|(member, _)| member), Door::Page),
            Self::Key(secret) => (app::token::holder(app, secret).await?.map(|(member, _)| member), Door::Api),
        };
        Ok(member.map(|member| app.cx(Actor::Member(Box::new(member)), door)))
    }
}

/// `GET /operations/{code}/events?after=EVENT`: for the pages of a member.
pub async fn of_page(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Asked(asked): Asked,
    headers: HeaderMap,
) -> Answer {
    let last = heard(&server.app, &headers, &asked)?;
    let pass = Pass::Session(session::secret(&server.config, &headers).unwrap_or_default().to_owned());
    watch_operation(&server, &visitor.cx, pass, code, last).await
}

/// `GET /api/v1/operations/{code}/events?after=EVENT`: for an agency's software.
pub async fn of_api(
    State(server): State<Server>,
    key: Key,
    Path(code): Path<String>,
    Asked(asked): Asked,
    headers: HeaderMap,
) -> Answer {
    let last = heard(&server.app, &headers, &asked)?;
    let pass = Pass::Key(key::secret(&headers).unwrap_or_default().to_owned());
    watch_operation(&server, &key.cx, pass, code, last).await
}

/// The last event that the watcher knows of: heard on the line, or already told by the page it stands on.
fn heard(app: &App, headers: &HeaderMap, asked: &Typed) -> Result<Option<i64>, Problem> {
    let on_the_line = headers.get("last-event-id").and_then(|id| app::event::named(app, id.to_str().ok()?));
    match asked.get("after") {
        _ if on_the_line.is_some() => Ok(on_the_line),
        "" => Ok(None),
        text => {
            let known = app::event::named(app, text).map(Some);
            known.ok_or_else(|| Problem::new("after", "cursor-unknown").with("text", text))
        }
    }
}

async fn watch_operation(server: &Server, cx: &Cx, pass: Pass, code: String, last: Option<i64>) -> Answer {
    let member = cx.member().ok_or(app::Error::NotFound)?.id;
    let wake = app::event::watch(&server.app);
    let head = app::event::head(cx).await?;
    // A place beyond the end was named before the node was put back to an earlier day.
    let last = last.map_or(head, |last| last.min(head));
    let first = app::event::after(cx, &code, last, BATCH).await?;
    let watch = Watch {
        app: server.app.clone(),
        pass,
        code,
        last,
        more: first.len() >= BATCH as usize,
        ready: first.into(),
        read: Instant::now(),
        wake,
        stop: server.live.stop.subscribe(),
        end: Instant::now() + LIFE,
        _seat: server.live.take(member)?,
    };
    let beat = KeepAlive::new().interval(HEARTBEAT).text("here");
    Ok(Sse::new(messages(watch)).keep_alive(beat).into_response())
}

/// One watching member.
struct Watch {
    app: App,
    pass: Pass,
    code: String,
    /// The last event that was sent, or known before.
    last: i64,
    /// The last batch was full: there may be more to replay.
    more: bool,
    ready: VecDeque<Event>,
    /// When the batch was read.
    read: Instant,
    wake: broadcast::Receiver<Event>,
    stop: watch::Receiver<bool>,
    end: Instant,
    _seat: Seat,
}

impl Watch {
    /// The next visible event; `None` when the stream ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if self.read.elapsed() > FRESH && !self.ready.is_empty() {
                self.ask().await?;
            }
            if let Some(event) = self.ready.pop_front() {
                self.last = event.sequence;
                return Some(event);
            }
            if !std::mem::take(&mut self.more) {
                self.wait().await?;
            }
            self.ask().await?;
        }
    }

    /// Waits until something happens or it is time to look whether the right still holds; `None` when the stream ends.
    async fn wait(&mut self) -> Option<()> {
        // Whoever was too slow for the channel lost only a reason to look: what happened is asked of the store.
        tokio::select! {
            woken = self.wake.recv() => if matches!(woken, Err(broadcast::error::RecvError::Closed)) { return None },
            _ = self.stop.changed() => return None,
            () = tokio::time::sleep_until(self.end) => return None,
            () = tokio::time::sleep(RENEWAL) => {}
        }
        while self.wake.try_recv().is_ok() {}
        Some(())
    }

    /// Asks for what comes after the last one sent; a failing node or a right that ended closes the stream.
    async fn ask(&mut self) -> Option<()> {
        let cx = self.pass.cx(&self.app).await.ok()??;
        let found = app::event::after(&cx, &self.code, self.last, BATCH).await.ok()?;
        self.more = found.len() >= BATCH as usize;
        self.ready = found.into();
        self.read = Instant::now();
        Some(())
    }
}

fn messages(watch: Watch) -> impl Stream<Item = Result<Message, Infallible>> {
    stream::unfold(watch, async |mut watch| {
        let event = watch.next().await?;
        let message = message(&watch.app, &event);
        Some((Ok(message), watch))
    })
    .fuse()
}

fn message(app: &App, event: &Event) -> Message {
    let name = app::event::name(app, event.sequence);
    let data = json!({
        "event": name,
        "kind": event.kind,
        "record": event.record,
        "revision": event.revision,
        "at": event.at.iso(),
    });
    Message::default().id(name).event(NAME).data(data.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::id::Id;

    #[test]
    fn a_member_has_so_many_streams_and_closing_one_makes_room() {
        let live = Live::default();
        let member = Id::new(model::id::NIL);
        let mut seats: Vec<Seat> = (0..PER_MEMBER).map(|_| live.take(member).unwrap()).collect();
        assert!(live.take(member).is_err());
        seats.pop();
        assert!(live.take(member).is_ok());
    }
}
