//! Live: what changed in an operation, sent as it happens, replayed after a lost line from the last event heard.
//!
//! Refuses content: an event names a record and its revision; whoever may read it asks for it.

use crate::api::key::Key;
use crate::error::{Answer, Failure};
use crate::state::Server;
use crate::visitor::SignedIn;
use app::Cx;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::response::sse::{Event as Message, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use model::event::Event;
use model::member::MemberId;
use serde_json::json;
use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{broadcast, watch};
use tokio::time::Instant;

/// Streams one member may have open at once: a few browser windows.
const PER_MEMBER: usize = 6;
/// Streams of all members together.
const TOGETHER: usize = 2000;
/// Events asked for at once.
const BATCH: u32 = 200;
/// A stream ends after this time and the browser comes again, so that a session that ended is noticed.
const LIFE: Duration = Duration::from_mins(10);
/// A line that says nothing but that the line holds.
const HEARTBEAT: Duration = Duration::from_secs(20);

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

/// `GET /operations/{code}/events`: for the pages of a member.
pub async fn of_page(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Answer {
    watch_operation(&server, visitor.cx.clone(), visitor.member.id, code, &headers).await
}

/// `GET /api/v1/operations/{code}/events`: for an agency's software.
pub async fn of_api(State(server): State<Server>, key: Key, Path(code): Path<String>, headers: HeaderMap) -> Answer {
    watch_operation(&server, key.cx, key.member.id, code, &headers).await
}

async fn watch_operation(server: &Server, cx: Cx, member: MemberId, code: String, headers: &HeaderMap) -> Answer {
    let wake = app::event::watch(&server.app);
    let last = match headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok()) {
        Some(last) => last,
        None => app::event::head(&cx).await?,
    };
    let first = app::event::after(&cx, &code, last, BATCH).await?;
    let seat = server.live.take(member)?;
    let watch = Watch {
        cx,
        code,
        last: first.last().map_or(last, |event| event.sequence),
        more: first.len() >= BATCH as usize,
        ready: first.into(),
        wake,
        stop: server.live.stop.subscribe(),
        end: Instant::now() + LIFE,
        _seat: seat,
    };
    let beat = KeepAlive::new().interval(HEARTBEAT).text("here");
    Ok(Sse::new(messages(watch)).keep_alive(beat).into_response())
}

/// One watching member.
struct Watch {
    cx: Cx,
    code: String,
    last: i64,
    /// The last batch was full: there may be more to replay.
    more: bool,
    ready: VecDeque<Event>,
    wake: broadcast::Receiver<Event>,
    stop: watch::Receiver<bool>,
    end: Instant,
    _seat: Seat,
}

impl Watch {
    /// The next visible event; `None` when the stream ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            if self.more {
                self.ask().await?;
                continue;
            }
            // Whoever was too slow for the channel lost only a reason to look: what happened is asked of the store.
            tokio::select! {
                woken = self.wake.recv() => if matches!(woken, Err(broadcast::error::RecvError::Closed)) { return None },
                _ = self.stop.changed() => return None,
                () = tokio::time::sleep_until(self.end) => return None,
            }
            while self.wake.try_recv().is_ok() {}
            self.ask().await?;
        }
    }

    /// Asks for the next batch; a failing node or a right that ended closes the stream.
    async fn ask(&mut self) -> Option<()> {
        let found = app::event::after(&self.cx, &self.code, self.last, BATCH).await.ok()?;
        self.last = found.last().map_or(self.last, |event| event.sequence);
        self.more = found.len() >= BATCH as usize;
        self.ready.extend(found);
        Some(())
    }
}

fn messages(watch: Watch) -> impl Stream<Item = Result<Message, Infallible>> {
    stream::unfold(watch, async |mut watch| {
        let event = watch.next().await?;
        Some((Ok(message(&event)), watch))
    })
}

fn message(event: &Event) -> Message {
    let data = json!({
        "sequence": event.sequence,
        "kind": event.kind,
        "record": event.record,
        "revision": event.revision,
        "at": event.at.iso(),
    });
    Message::default().id(event.sequence.to_string()).event(event.kind.code()).data(data.to_string())
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
