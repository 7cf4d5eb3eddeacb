//! One call: who asks, through which door, at what time; and the node it is asked of.
//!
//! Refuses ambient clocks and randomness: both are handed in once, so that tests repeat to the byte.

use crate::error::{Error, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::agency::AgencyId;
use model::audit::AuditDraft;
use model::event::Event;
use model::id::{Id, Noun, RecordId};
use model::member::{Member, Role};
use model::node::Node;
use model::operation::Operation;
use model::participant::{ParticipantCode, ParticipationRole};
use model::permission::{self, Action, Relation, Verdict};
use model::record::{Door, Header, Reader};
use model::time::Moment;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};
use store::{Files, Kept, Location, Opening, Store, Tx};
use tokio::sync::broadcast;

/// Where a node keeps its data.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The database.
    pub database: Location,
    /// The folder of attachments.
    pub files: PathBuf,
}

/// Tells the time.
pub type Clock = Arc<dyn Fn() -> Moment + Send + Sync>;
/// Fills bytes that nobody can foresee.
pub type Chance = Arc<dyn Fn(&mut [u8]) + Send + Sync>;

/// The two things a program cannot make by itself.
#[derive(Clone)]
pub struct Ambient {
    /// The time now.
    pub now: Clock,
    /// Fills bytes that nobody can foresee.
    pub random: Chance,
}

/// The node: its store, files, clock and those who watch. Cloning shares it.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    files: Files,
    ambient: Ambient,
    node: Node,
    /// What only this node knows.
    secret: OnceLock<String>,
    /// Microseconds the clock of a demonstration runs behind.
    behind: AtomicI64,
    watchers: broadcast::Sender<Event>,
    hashing: crate::password::Queue,
    figures: crate::overview::Kept,
    counted: crate::incident::held::Counted,
    slow: crate::session::Slowdown,
}

/// The day on which a demonstration finds itself when it starts: day 40 of the active stage.
const DEMONSTRATION_START: &str = "2021-11-12";

impl App {
    /// Opens the node. A database without a node is given one, named by its administrator later.
    pub async fn open(settings: Settings, ambient: Ambient) -> Result<App> {
        App::open_for(settings, ambient, Opening::Make).await
    }

    /// Opens the node for what is to be done with it; a node is made only where that is asked for.
    pub async fn open_for(settings: Settings, ambient: Ambient, opening: Opening) -> Result<App> {
        let store = Store::open_for(&settings.database, opening).await?;
        let files = match opening {
            Opening::Read => Files::at(settings.files),
            Opening::Make | Opening::Work => Files::open(settings.files).await?,
        };
        let known = store.read().await?.node().await?;
        let node = match known {
            Some(node) => node,
            None if opening == Opening::Make => found(&store, &ambient).await?,
            None => return Err(store::Error::Empty(settings.database.name()).into()),
        };
        let (watchers, _) = broadcast::channel(1024);
        let app = App {
            inner: Arc::new(Inner {
                store,
                files,
                ambient,
                node,
                secret: OnceLock::new(),
                behind: AtomicI64::new(0),
                watchers,
                hashing: crate::password::Queue::default(),
                figures: crate::overview::Kept::default(),
                counted: crate::incident::held::Counted::default(),
                slow: crate::session::Slowdown::default(),
            }),
        };
        app.set_clock().await?;
        app.know_secret(opening).await?;
        crate::event::relay(&app).await?;
        Ok(app)
    }

    /// A demonstration lives in the autumn of its operation, after everything it has already done there.
    async fn set_clock(&self) -> Result<()> {
        if !self.node().demonstration {
            return Ok(());
        }
        let last = self.inner.store.read().await?.audit_entries(None, 1).await?.into_iter().next();
        // The filling itself was written in the real time of the machine.
        let last = last.filter(|entry| entry.verb != "demo.fill").map(|entry| entry.at.plus_seconds(1));
        let morning = DEMONSTRATION_START.parse().map(|day: model::time::Day| day.start().plus_seconds(9 * 3600));
        let start = last.into_iter().chain(morning.ok()).max().unwrap_or_default();
        self.inner.behind.store((self.inner.ambient.now)().0 - start.0, Ordering::Relaxed);
        Ok(())
    }

    /// Reads what only this node knows; a database from before there was such a thing is given one, unless it is only
    /// read.
    async fn know_secret(&self, opening: Opening) -> Result<()> {
        let mut known = self.inner.store.read().await?.secret().await?;
        if known.is_empty() && opening != Opening::Read {
            let cx = self.cx(Actor::Node, Door::Command);
            let mut tx = cx.begin("node.secret").await?;
            tx.set_secret(&new_secret(&self.inner.ambient)).await?;
            known = tx.secret().await?;
            cx.keep_plain(tx, "").await?;
        }
        self.inner.secret.get_or_init(|| known);
        Ok(())
    }

    /// What only this node knows.
    pub(crate) fn secret(&self) -> &str {
        self.inner.secret.get().map_or("", String::as_str)
    }

    /// This installation.
    pub fn node(&self) -> &Node {
        &self.inner.node
    }

    /// The time now, microseconds UTC; a demonstration's own time where it is one.
    pub fn now(&self) -> Moment {
        Moment((self.inner.ambient.now)().0 - self.inner.behind.load(Ordering::Relaxed))
    }

    /// Bytes that nobody can foresee.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.inner.ambient.random)(&mut bytes);
        bytes
    }

    /// One call by `actor` through `door`.
    pub fn cx(&self, actor: Actor, door: Door) -> Cx {
        Cx { app: self.clone(), actor, door, once: None }
    }

    /// Ends with the database in order: an embedded one takes its log of writes in, so that the folder can be copied.
    pub async fn close(&self) {
        self.inner.store.close().await;
    }

    /// Whether the database answers.
    pub async fn check_health(&self) -> Result<()> {
        self.inner.store.read().await?.sequence().await?;
        Ok(())
    }

    pub(crate) fn store(&self) -> &Store {
        &self.inner.store
    }

    pub(crate) fn files(&self) -> &Files {
        &self.inner.files
    }

    pub(crate) fn watchers(&self) -> &broadcast::Sender<Event> {
        &self.inner.watchers
    }

    pub(crate) fn hashing(&self) -> &crate::password::Queue {
        &self.inner.hashing
    }

    pub(crate) fn figures(&self) -> &crate::overview::Kept {
        &self.inner.figures
    }

    pub(crate) fn counted(&self) -> &crate::incident::held::Counted {
        &self.inner.counted
    }

    pub(crate) fn slow(&self) -> &crate::session::Slowdown {
        &self.inner.slow
    }
}

/// Gives a new database its node.
async fn found(store: &Store, ambient: &Ambient) -> Result<Node> {
    let now = (ambient.now)();
    let node = Node { id: mint::<NodeId>(ambient, now).to_string(), name: String::new(), demonstration: false };
    let mut tx = store.begin("node.init").await?;
    tx.set_node(&node).await?;
    tx.set_secret(&new_secret(ambient)).await?;
    let entry = AuditDraft {
        at: now,
        account: "-".to_owned(),
        role: "-".to_owned(),
        participant: "-".to_owned(),
        door: Door::Command,
        verb: "node.init",
        record: None,
        revision: 0,
        detail: String::new(),
    };
    tx.commit(entry).await?;
    Ok(node)
}

/// 256 bits that nobody can foresee.
fn new_secret(ambient: &Ambient) -> String {
    let mut random = [0; 32];
    (ambient.random)(&mut random);
    URL_SAFE_NO_PAD.encode(random)
}

/// Names the node itself.
struct NodeId;
impl Noun for NodeId {
    const PREFIX: &'static str = "nod";
}

/// A UUIDv7 of `now` and 74 unforeseeable bits.
fn mint<N: Noun>(ambient: &Ambient, now: Moment) -> Id<N> {
    let mut random = [0; 10];
    (ambient.random)(&mut random);
    Id::new(model::id::uuid_v7(now, random))
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in member.
    Member(Box<Member>),
    /// Nobody yet: the sign-in page.
    Guest,
    /// The operator of the machine, on its command line; may do everything, and is written down like everybody.
    Node,
}

/// One call.
#[derive(Clone)]
pub struct Cx {
    /// The node.
    pub app: App,
    actor: Actor,
    door: Door,
    once: Option<Once>,
}

/// The key under which a write is done once, and the hash of the request that carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Once {
    pub(crate) key: String,
    pub(crate) request_hash: String,
}

impl Cx {
    /// The member that asks, if one does.
    pub fn member(&self) -> Option<&Member> {
        match &self.actor {
            Actor::Member(member) => Some(member),
            Actor::Guest | Actor::Node => None,
        }
    }

    /// The member that asks; a guest finds nothing.
    pub(crate) fn known_member(&self) -> Result<&Member> {
        self.member().ok_or(Error::NotFound)
    }

    /// Who asks.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Through which door.
    pub const fn door(&self) -> Door {
        self.door
    }

    /// The time now.
    pub fn now(&self) -> Moment {
        self.app.now()
    }

    /// A new identifier.
    pub fn mint<N: Noun>(&self) -> Id<N> {
        mint(&self.app.inner.ambient, self.now())
    }

    /// The role written into records and entries.
    pub(crate) fn role(&self) -> Role {
        self.member().map_or(Role::Administrator, |member| member.role)
    }

    /// The agency written into records; the nil one for the node itself.
    pub(crate) fn agency(&self) -> AgencyId {
        self.member().map_or_else(nobody, |member| member.agency)
    }

    /// Whose eyes this call has in an operation. The node's own operator reads as the operation's coordinator.
    pub fn reader(&self, operation: &Operation) -> Reader {
        match self.member() {
            Some(member) => Reader {
                role: member.role,
                agency: member.agency,
                participant: member.participant.clone(),
                participation: operation.participation(&member.participant, self.now().day()),
            },
            None => Reader {
                role: Role::Coordinator,
                agency: nobody(),
                participant: coordinator(operation),
                participation: matches!(self.actor, Actor::Node).then_some(ParticipationRole::Coordinator),
            },
        }
    }

    /// Whether the caller may do `action` at `relation`; a refusal where it may know, "not found" where not.
    pub(crate) fn must(&self, action: Action, relation: Relation) -> Result<()> {
        match self.verdict(action, relation) {
            Verdict::Allow => Ok(()),
            Verdict::Refuse => Err(Error::Refused("role")),
            Verdict::Hide => Err(Error::NotFound),
        }
    }

    fn verdict(&self, action: Action, relation: Relation) -> Verdict {
        match &self.actor {
            Actor::Node => Verdict::Allow,
            Actor::Guest => Verdict::Hide,
            Actor::Member(member) => permission::may(member.role, action, relation),
        }
    }

    /// Everything the caller may do at `relation`: what a page offers.
    pub(crate) fn allowed(&self, relation: Relation) -> Vec<Action> {
        let allowed = |action: &&Action| self.verdict(**action, relation) == Verdict::Allow;
        Action::ALL.iter().filter(allowed).copied().collect()
    }

    /// The same call, whose write is kept under a key so that a repeated request finds it.
    pub(crate) fn once(mut self, once: Once) -> Self {
        self.once = Some(once);
        self
    }

    /// Begins a write of that name; `Taken` where the same request was written while this one waited for its turn.
    pub(crate) async fn begin(&self, verb: &'static str) -> Result<Tx> {
        let mut tx = self.app.store().begin(verb).await?;
        if let Some((once, member)) = self.once.as_ref().zip(self.member())
            && tx.idempotent(&member.id.to_string(), &once.key).await?.is_some()
        {
            return Err(store::Error::Taken(once.key.clone()).into());
        }
        Ok(tx)
    }

    /// Keeps a write on a record, with its entry, and tells those who watch.
    pub(crate) async fn keep(&self, tx: Tx, header: &Header, detail: impl Into<String>) -> Result<()> {
        self.keep_entry(tx, Some(header.id.clone()), header.revision, detail).await
    }

    /// Keeps a write that is on no record.
    pub(crate) async fn keep_plain(&self, tx: Tx, detail: impl Into<String>) -> Result<()> {
        self.keep_entry(tx, None, 0, detail).await
    }

    async fn keep_entry(
        &self,
        mut tx: Tx,
        record: Option<RecordId>,
        revision: u32,
        detail: impl Into<String>,
    ) -> Result<()> {
        let member = self.member();
        let dash = || "-".to_owned();
        let entry = AuditDraft {
            at: self.now(),
            account: member.map_or_else(dash, |member| member.id.to_string()),
            role: member.map_or_else(dash, |member| member.role.to_string()),
            participant: member.map_or_else(dash, |member| member.participant.to_string()),
            door: self.door,
            verb: tx.name(),
            record,
            revision,
            detail: detail.into(),
        };
        self.keep_key(&mut tx, entry.record.as_ref()).await?;
        let committed = tx.commit(entry).await?;
        for event in committed.events {
            // Nobody watching is no failure.
            let _ = self.app.watchers().send(event);
        }
        Ok(())
    }
}

impl Cx {
    /// Keeps the idempotency key with the record it led to, in the same transaction as the write.
    async fn keep_key(&self, tx: &mut Tx, record: Option<&RecordId>) -> Result<()> {
        let Some((once, member)) = self.once.as_ref().zip(self.member()) else { return Ok(()) };
        let body = record.map(ToString::to_string).unwrap_or_default();
        let kept = Kept { request_hash: once.request_hash.clone(), status: 201, body };
        Ok(tx.keep_idempotent(&member.id.to_string(), &once.key, &kept, self.now()).await?)
    }
}

/// The nil agency: records made by the node itself belong to no agency of a member.
pub(crate) const fn nobody() -> AgencyId {
    Id::new(model::id::NIL)
}

fn coordinator(operation: &Operation) -> ParticipantCode {
    let first = operation.participations.iter().find(|part| part.role == ParticipationRole::Coordinator);
    first.map_or_else(|| ParticipantCode::country("-"), |part| part.participant.clone())
}
