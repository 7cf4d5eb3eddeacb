//! Who is connected: how many at once, how many from one address, and who gives way when there is no more room.
//!
//! Refuses to let those who say nothing keep out those who ask: a connection without a request under way makes room for a
//! new one. Where every connection is at work, the new one is closed without an answer.

use axum::body::{Body, HttpBody};
use hyper::body::{Bytes, Frame, SizeHint};
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use tokio::sync::Notify;
use tokio::time::Instant;

/// Connections held at once: what the usual bound of open files (1024) leaves beside the database.
pub const TOGETHER: usize = 900;
/// Of them from one address, where clients connect to the node itself.
pub const PER_ADDRESS: usize = 100;

/// Everybody who is connected. Cloning shares it.
#[derive(Clone)]
pub struct Crowd {
    per_address: usize,
    inside: Arc<Mutex<Inside>>,
}

#[derive(Default)]
struct Inside {
    last: u64,
    guests: HashMap<u64, Guest>,
}

/// One connection.
struct Guest {
    from: IpAddr,
    /// Requests under way.
    asks: usize,
    /// Since when there is none.
    waits: Instant,
    leave: Arc<Notify>,
}

/// The room one connection takes; dropping it makes room for another.
pub struct Seat {
    crowd: Crowd,
    number: u64,
    leave: Arc<Notify>,
}

/// One request under way, until its answer has been sent.
pub struct Ask(Arc<Seat>);

impl Crowd {
    /// A crowd of which `per_address` may come from one address.
    pub fn new(per_address: usize) -> Self {
        Self { per_address, inside: Arc::default() }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a connection in, or says that there is no room even when somebody who waits gives way.
    pub fn admit(&self, from: IpAddr) -> Option<Arc<Seat>> {
        let (from, mut inside) = (place(from), self.inside());
        let neighbours = inside.guests.values().filter(|guest| guest.from == from).count();
        if !from.is_loopback() && neighbours >= self.per_address {
            inside.make_room(|guest| guest.from == from)?;
        } else if inside.guests.len() >= TOGETHER {
            inside.make_room(|_| true)?;
        }
        inside.last += 1;
        let (number, leave) = (inside.last, Arc::new(Notify::new()));
        let guest = Guest { from, asks: 0, waits: Instant::now(), leave: Arc::clone(&leave) };
        inside.guests.insert(number, guest);
        drop(inside);
        Some(Arc::new(Seat { crowd: self.clone(), number, leave }))
    }
}

impl Inside {
    /// Asks whoever has waited longest, of those that `fit`, to leave; `None` where all of them are at work.
    fn make_room(&mut self, fit: impl Fn(&Guest) -> bool) -> Option<()> {
        let waiting = self.guests.iter().filter(|(_, guest)| guest.asks == 0 && fit(guest));
        let number = *waiting.min_by_key(|(_, guest)| guest.waits)?.0;
        self.guests.remove(&number)?.leave.notify_one();
        Some(())
    }
}

impl Seat {
    /// Resolves when this connection is to make room.
    pub async fn leave(&self) {
        self.leave.notified().await;
    }

    /// Notes that a request came; it is under way until what is given is dropped.
    pub fn ask(self: &Arc<Self>) -> Ask {
        if let Some(guest) = self.crowd.inside().guests.get_mut(&self.number) {
            guest.asks += 1;
        }
        Ask(Arc::clone(self))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.crowd.inside().guests.remove(&self.number);
    }
}

impl Drop for Ask {
    fn drop(&mut self) {
        if let Some(guest) = self.0.crowd.inside().guests.get_mut(&self.0.number) {
            guest.asks = guest.asks.saturating_sub(1);
            guest.waits = Instant::now();
        }
    }
}

/// Where a connection comes from: one household of IPv6 is one place.
fn place(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(address) if !address.is_loopback() => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        address => address,
    }
}

/// The body of an answer, which is at work until it has been sent.
pub struct Sending {
    body: Body,
    _ask: Ask,
}

impl Sending {
    /// A body that answers `ask`.
    pub const fn new(body: Body, ask: Ask) -> Self {
        Self { body, _ask: ask }
    }
}

impl HttpBody for Sending {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }
    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }
    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;
    use std::time::Duration;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    fn there(last: u8) -> IpAddr {
        IpAddr::from([203, 0, 113, last])
    }

    async fn has_to_leave(seat: &Seat) -> bool {
        tokio::time::timeout(Duration::from_millis(20), seat.leave()).await.is_ok()
    }

    #[tokio::test]
    async fn one_address_holds_so_many_and_its_oldest_silence_makes_room() {
        let crowd = Crowd::new(3);
        let seats: Vec<_> = (0..3).map(|_| crowd.admit(there(1)).unwrap()).collect();
        let other = crowd.admit(there(2)).unwrap();
        let at_work = seats[0].ask();
        let _new = crowd.admit(there(1)).unwrap();
        assert!(!has_to_leave(&seats[0]).await && has_to_leave(&seats[1]).await && !has_to_leave(&other).await);
        drop(at_work);
    }

    #[tokio::test]
    async fn where_all_are_at_work_a_new_one_is_not_taken_in() {
        let crowd = Crowd::new(2);
        let seats: Vec<_> = (0..2).map(|_| crowd.admit(there(1)).unwrap()).collect();
        let asks: Vec<Ask> = seats.iter().map(Seat::ask).collect();
        assert!(crowd.admit(there(1)).is_none());
        drop(asks);
        assert!(crowd.admit(there(1)).is_some());
    }

    #[tokio::test]
    async fn thousands_that_say_nothing_keep_nobody_out() {
        let crowd = Crowd::new(PER_ADDRESS);
        let silent: Vec<_> = (0..4150).map(|_| crowd.admit(HERE).unwrap()).collect();
        assert_eq!(crowd.inside().guests.len(), TOGETHER);
        assert!(crowd.admit(there(1)).is_some());
        drop(silent);
        assert_eq!(crowd.inside().guests.len(), 0);
    }

    #[test]
    fn one_household_of_ipv6_is_one_place() {
        let address = |text: &str| place(text.parse().unwrap());
        assert_eq!(address("2001:db8:1:2:3::4"), address("2001:db8:1:2:ffff::1"));
        assert_ne!(address("2001:db8:1:2::1"), address("2001:db8:1:3::1"));
        assert_eq!(address("::ffff:203.0.113.1"), there(1));
        assert!(address("::1").is_loopback());
    }
}
