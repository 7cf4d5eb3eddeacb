//! A small world behind the real router: one centre, two countries and an observer, an outsider; an operation in its
//! active stage; a clock that stands at 15 October 2021, 14:05 UTC.

use app::agency::AgencyDraft;
use app::member::MemberDraft;
use app::participant::ParticipantDraft;
use app::token::TokenDraft;
use app::{Actor, Ambient, App, Cx, Location, Settings};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use model::incident::{IncidentDraft, LineDraft};
use model::names::Names;
use model::operation::{OperationDraft, ParticipationDraft, StageDraft};
use model::record::Door;
use model::stage::StageKind;
use model::time::{Day, Moment};
use serde_json::Value;
use server::config::Config;
use server::metrics::Metrics;
use server::router::router;
use server::state::Server;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use tempfile::TempDir;
use tower::ServiceExt;

pub const PASSWORD: &str = "correct horse battery";
pub const CODE: &str = "TEST-1";

/// Participant, kind of agency, and its members with their roles.
type Service = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Who there is: participant, kind of agency, members with their roles.
const PEOPLE: &[Service] = &[
    (
        "CENTRE",
        "centre",
        &[("desk", "coordinator"), ("desk-2", "coordinator"), ("analyst", "analyst"), ("root", "administrator")],
    ),
    ("KZ", "customs", &[("kz-officer", "officer"), ("kz-contact", "contact-point")]),
    ("KZ", "forensic-laboratory", &[("kz-chemist", "chemist")]),
    ("UZ", "customs", &[("uz-officer", "officer")]),
    ("MN", "customs", &[("mn-observer", "observer")]),
    // Takes no part in the operation.
    ("TM", "customs", &[("outsider", "contact-point")]),
];

pub struct World {
    pub app: App,
    pub router: Router,
    pub server: Server,
    pub folder: TempDir,
    clock: Arc<AtomicI64>,
}

impl World {
    /// A node with people and an operation whose active stage is open.
    pub async fn new() -> World {
        World::with(|_| {}).await
    }

    /// The same with other settings.
    pub async fn with(change: impl FnOnce(&mut Config)) -> World {
        let folder = tempfile::tempdir().unwrap();
        let start = "2021-10-15".parse::<Day>().unwrap().start().plus_seconds(14 * 3600 + 300);
        let clock = Arc::new(AtomicI64::new(start.0));
        let settings = Settings {
            database: Location::Sqlite(folder.path().join("reflex.sqlite")),
            files: folder.path().join("files"),
        };
        let app = App::open(settings, ambient(&clock)).await.unwrap();
        let mut config = Config { data: folder.path().to_owned(), ..Config::default() };
        change(&mut config);
        let server = Server::new(app.clone(), config, Metrics::idle());
        let world = World { app, router: router(&server), server, folder, clock };
        world.people().await;
        world.operation().await;
        world
    }

    /// A node that became a demonstration.
    pub async fn demonstration() -> World {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(AtomicI64::new("2026-10-15".parse::<Day>().unwrap().start().0));
        let settings = Settings {
            database: Location::Sqlite(folder.path().join("reflex.sqlite")),
            files: folder.path().join("files"),
        };
        let empty = App::open(settings.clone(), ambient(&clock)).await.unwrap();
        app::demo::fill(&empty.cx(Actor::Node, Door::Command), |_, _| {}).await.unwrap();
        let app = App::open(settings, ambient(&clock)).await.unwrap();
        let config = Config { data: folder.path().to_owned(), ..Config::default() };
        let server = Server::new(app.clone(), config, Metrics::idle());
        World { app, router: router(&server), server, folder, clock }
    }

    pub fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    pub fn node(&self) -> Cx {
        self.app.cx(Actor::Node, Door::Command)
    }

    pub async fn by(&self, login: &str) -> Cx {
        let members = app::member::list(&self.node()).await.unwrap();
        let member = members.into_iter().find(|member| member.login == login).unwrap();
        self.app.cx(Actor::Member(Box::new(member)), Door::Page)
    }

    /// The cookie of a signed-in member.
    pub async fn cookie(&self, login: &str) -> String {
        let guest = self.app.cx(Actor::Guest, Door::Page);
        format!("session={}", app::session::sign_in(&guest, login, PASSWORD).await.unwrap())
    }

    /// A key that acts as a member.
    pub async fn key(&self, login: &str, scopes: &[&str]) -> String {
        let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        let draft = TokenDraft { name: "story".to_owned(), scopes, days: "30".to_owned(), login: login.to_owned() };
        app::token::add(&self.node(), &draft).await.unwrap().1
    }

    /// Submits a seizure as a member; its identifier.
    pub async fn report(&self, login: &str) -> String {
        let record = app::incident::submit(&self.by(login).await, CODE, &seizure()).await.unwrap();
        record.header.id.to_string()
    }

    /// The verb of the latest entry of the audit chain, and its place.
    pub async fn latest(&self) -> (i64, String) {
        let entries = app::audit::entries(&self.node(), None, 1).await.unwrap();
        entries.into_iter().next().map(|entry| (entry.sequence, entry.verb)).unwrap()
    }

    /// Verbs of the entries after `sequence`, oldest first.
    pub async fn verbs_after(&self, sequence: i64) -> Vec<String> {
        let entries = app::audit::entries(&self.node(), None, 100).await.unwrap();
        let mut verbs: Vec<(i64, String)> = entries
            .into_iter()
            .filter(|entry| entry.sequence > sequence)
            .map(|entry| (entry.sequence, entry.verb))
            .collect();
        verbs.sort();
        verbs.into_iter().map(|(_, verb)| verb).collect()
    }

    async fn people(&self) {
        let node = self.node();
        let cheap = MemberDraft { lang: "en".to_owned(), password: PASSWORD.to_owned(), ..MemberDraft::default() };
        for (participant, kind, members) in PEOPLE {
            let names = if *participant == "CENTRE" { Names::same("Centre") } else { Names::default() };
            let draft = ParticipantDraft { code: (*participant).to_owned(), names, country: String::new() };
            app::participant::put(&node, &draft).await.unwrap();
            let draft = AgencyDraft {
                participant: (*participant).to_owned(),
                kind: (*kind).to_owned(),
                names: Names::same(&format!("{participant} {kind}")),
                ..AgencyDraft::default()
            };
            let agency = app::agency::put(&node, &draft).await.unwrap();
            for (login, role) in *members {
                let draft = MemberDraft {
                    login: (*login).to_owned(),
                    role: (*role).to_owned(),
                    agency: agency.id.to_string(),
                    ..cheap.clone()
                };
                app::member::add(&node, &draft).await.unwrap();
            }
        }
    }

    async fn operation(&self) {
        let desk = self.by("desk").await;
        let made = app::operation::create(&desk, &operation_draft(CODE)).await.unwrap();
        app::stage::open(&desk, CODE, made.header.revision, StageKind::Active, "").await.unwrap();
    }
}

fn ambient(clock: &Arc<AtomicI64>) -> Ambient {
    let clock = Arc::clone(clock);
    let next = AtomicU64::new(u64::from(std::process::id()) << 32);
    Ambient {
        now: Arc::new(move || Moment(clock.load(Ordering::SeqCst))),
        random: Arc::new(move |bytes| {
            for chunk in bytes.chunks_mut(8) {
                let count = next.fetch_add(1, Ordering::SeqCst).wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
                chunk.copy_from_slice(&count[..chunk.len()]);
            }
        }),
    }
}

pub fn operation_draft(code: &str) -> OperationDraft {
    let part = |participant: &str, role: &str| ParticipationDraft {
        participant: participant.to_owned(),
        role: role.to_owned(),
        ..ParticipationDraft::default()
    };
    let stage = |kind: &str, from: &str, to: &str| StageDraft {
        kind: kind.to_owned(),
        from: from.to_owned(),
        to: to.to_owned(),
    };
    OperationDraft {
        code: code.to_owned(),
        names: Names::same("Operation"),
        series: "TEST".to_owned(),
        edition: "1".to_owned(),
        scope_groups: vec!["synthetic-cathinones".to_owned()],
        participations: vec![
            part("CENTRE", "coordinator"),
            part("KZ", "participant"),
            part("UZ", "participant"),
            part("MN", "observer"),
        ],
        stages: vec![
            stage("planning", "2021-06-22", "2021-10-03"),
            stage("active", "2021-10-04", "2021-11-30"),
            stage("reporting", "2021-12-01", "2022-03-31"),
        ],
        late_days: "60".to_owned(),
        ..OperationDraft::default()
    }
}

/// A seizure in Almaty with one line.
pub fn seizure() -> IncidentDraft {
    IncidentDraft {
        day: "2021-10-14".to_owned(),
        country: "KZ".to_owned(),
        region: "unknown".to_owned(),
        place: "Almaty".to_owned(),
        setting: "road".to_owned(),
        lines: vec![LineDraft {
            written: "mephedrone".to_owned(),
            quantity: "1.5".to_owned(),
            unit: "kg".to_owned(),
            ..LineDraft::default()
        }],
        ..IncidentDraft::default()
    }
}

/// One request.
pub struct Ask {
    request: axum::http::request::Builder,
    body: Body,
}

impl Ask {
    pub fn new(method: &str, address: &str) -> Self {
        Self {
            request: Request::builder().method(method).uri(address).header(header::HOST, "127.0.0.1:8080"),
            body: Body::empty(),
        }
    }

    pub fn get(address: &str) -> Self {
        Self::new("GET", address)
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    pub fn cookie(self, cookie: &str) -> Self {
        self.header("cookie", cookie)
    }

    pub fn key(self, secret: &str) -> Self {
        self.header("authorization", &format!("Bearer {secret}"))
    }

    pub fn json(self, value: &impl serde::Serialize) -> Self {
        let body = serde_json::to_vec(value).unwrap();
        self.header("content-type", "application/json").body(body)
    }

    /// Fields of a posted form.
    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", render::html::query(value))).collect();
        self.header("content-type", "application/x-www-form-urlencoded").body(pairs.join("&"))
    }

    /// One file of a posted form, field `files`, with further fields.
    pub fn file(self, name: &str, bytes: &[u8], fields: &[(&str, &str)]) -> Self {
        self.file_in("files", name, bytes, fields)
    }

    /// A posted form that takes files, without one.
    pub fn fields(self, fields: &[(&str, &str)]) -> Self {
        self.file_in("files", "", &[], fields)
    }

    /// One file of a posted form in a field of its own, with further fields.
    pub fn file_in(self, place: &str, name: &str, bytes: &[u8], fields: &[(&str, &str)]) -> Self {
        let mut body = Vec::new();
        for (field, value) in fields {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{place}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(b"\r\n--edge--\r\n");
        self.header("content-type", "multipart/form-data; boundary=edge").body(body)
    }

    pub fn body(mut self, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self
    }

    /// Only how it was answered; a stream that never ends is not listened to.
    pub async fn status(self, world: &World) -> StatusCode {
        world.router.clone().oneshot(self.request.body(self.body).unwrap()).await.unwrap().status()
    }

    pub async fn send(self, world: &World) -> Reply {
        let response = world.router.clone().oneshot(self.request.body(self.body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 100_000_000).await.unwrap().to_vec();
        Reply { status: parts.status, headers: parts.headers, body }
    }
}

/// One answer.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.text()))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// `field:code` of every problem of a problem document.
    pub fn problems(&self) -> Vec<String> {
        let all = self.json()["problems"].as_array().cloned().unwrap_or_default();
        all.iter().map(|one| format!("{}:{}", one["field"].as_str().unwrap(), one["code"].as_str().unwrap())).collect()
    }

    pub fn must(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
}
