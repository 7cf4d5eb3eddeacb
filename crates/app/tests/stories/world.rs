//! A small world: one centre, two countries, an observer; an operation in its active stage; a clock that stands still
//! until told otherwise.

use app::agency::AgencyDraft;
use app::member::MemberDraft;
use app::participant::ParticipantDraft;
use app::{Actor, Ambient, App, Cx, Settings};
use model::id::RecordId;
use model::incident::{IncidentDraft, LineDraft};
use model::lang::Lang;
use model::names::Names;
use model::operation::{Operation, OperationDraft, ParticipationDraft, StageDraft};
use model::recommendation::RecommendationDraft;
use model::record::{Door, Record};
use model::stage::StageKind;
use model::time::{Day, Moment};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use store::Location;

pub const PASSWORD: &str = "correct horse battery";
pub const CODE: &str = "TEST-1";

pub struct World {
    pub app: App,
    clock: Arc<AtomicI64>,
    pub folder: tempfile::TempDir,
}

impl World {
    /// A new node with people and an operation whose active stage is open on 15 October 2021, 14:05 UTC.
    pub async fn new() -> World {
        let world = World::empty().await;
        world.people().await;
        world.operation().await;
        world
    }

    /// A new node with nothing in it.
    pub async fn empty() -> World {
        let folder = tempfile::tempdir().unwrap();
        let start = "2021-10-15".parse::<Day>().unwrap().start().plus_seconds(14 * 3600 + 300);
        let clock = Arc::new(AtomicI64::new(start.0));
        let app = App::open(settings(&folder), ambient(&clock)).await.unwrap();
        World { app, clock, folder }
    }

    /// The same node after a restart.
    pub async fn reopened(self) -> World {
        let app = App::open(settings(&self.folder), ambient(&self.clock)).await.unwrap();
        World { app, ..self }
    }

    pub fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    pub fn node(&self) -> Cx {
        self.app.cx(Actor::Node, Door::Command)
    }

    pub fn guest(&self) -> Cx {
        self.app.cx(Actor::Guest, Door::Page)
    }

    /// A member's call.
    pub async fn by(&self, login: &str) -> Cx {
        let members = app::member::list(&self.node()).await.unwrap();
        let member = members.into_iter().find(|member| member.login == login).unwrap();
        self.app.cx(Actor::Member(Box::new(member)), Door::Page)
    }

    async fn people(&self) {
        let node = self.node();
        for code in ["KZ", "UZ", "MN"] {
            let draft = ParticipantDraft { code: code.to_owned(), ..ParticipantDraft::default() };
            app::participant::put(&node, &draft).await.unwrap();
        }
        let centre =
            ParticipantDraft { code: "CENTRE".to_owned(), names: Names::same("Centre"), country: String::new() };
        app::participant::put(&node, &centre).await.unwrap();
        for (participant, kind, members) in [
            (
                "CENTRE",
                "centre",
                &[
                    ("desk", "coordinator"),
                    ("desk-2", "coordinator"),
                    ("analyst", "analyst"),
                    ("root", "administrator"),
                ][..],
            ),
            ("KZ", "customs", &[("kz-officer", "officer"), ("kz-contact", "contact-point")]),
            ("KZ", "forensic-laboratory", &[("kz-chemist", "chemist")]),
            ("UZ", "customs", &[("uz-officer", "officer"), ("uz-contact", "contact-point")]),
            ("MN", "customs", &[("mn-observer", "observer")]),
        ] {
            let draft = AgencyDraft {
                participant: participant.to_owned(),
                kind: kind.to_owned(),
                names: Names::same(&format!("{participant} {kind}")),
                ..AgencyDraft::default()
            };
            let agency = app::agency::put(&node, &draft).await.unwrap();
            for (login, role) in members {
                let draft = MemberDraft {
                    login: (*login).to_owned(),
                    role: (*role).to_owned(),
                    agency: agency.id.to_string(),
                    lang: "en".to_owned(),
                    password: PASSWORD.to_owned(),
                };
                app::member::add(&node, &draft).await.unwrap();
            }
        }
    }

    pub async fn operation(&self) -> Record<Operation> {
        let desk = self.by("desk").await;
        let made = app::operation::create(&desk, &operation_draft(CODE)).await.unwrap();
        app::stage::open(&desk, CODE, made.header.revision, StageKind::Active, "").await.unwrap()
    }

    /// A recommendation of the desk that only Kazakhstan reads beside it.
    pub async fn recommended(&self, text: &str) -> RecordId {
        let mut draft = RecommendationDraft {
            recommended: Names::default().with(Lang::En, text),
            came_from: "debrief".to_owned(),
            addressees: vec!["KZ".to_owned()],
            category: "forensic".to_owned(),
            ..RecommendationDraft::default()
        };
        draft.marking.audience = "amber-strict".to_owned();
        draft.marking.recipients = vec!["KZ".to_owned()];
        app::recommendation::create(&self.by("desk").await, CODE, &draft).await.unwrap().header.id
    }

    /// Submits an incident as that member and gives its record.
    pub async fn report(&self, login: &str, draft: &IncidentDraft) -> Record<model::incident::Incident> {
        app::incident::submit(&self.by(login).await, CODE, draft).await.unwrap()
    }
}

fn settings(folder: &tempfile::TempDir) -> Settings {
    Settings { database: Location::Sqlite(folder.path().join("reflex.db")), files: folder.path().join("files") }
}

/// The clock of the world, and bytes that count up.
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
        scope_groups: vec!["synthetic-cathinones".to_owned(), "phenethylamines".to_owned()],
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
pub fn seizure(written: &str, quantity: &str, unit: &str) -> IncidentDraft {
    IncidentDraft {
        day: "2021-10-14".to_owned(),
        country: "KZ".to_owned(),
        region: "unknown".to_owned(),
        place: "Almaty".to_owned(),
        setting: "road".to_owned(),
        lines: vec![line(written, quantity, unit)],
        ..IncidentDraft::default()
    }
}

pub fn line(written: &str, quantity: &str, unit: &str) -> LineDraft {
    LineDraft {
        written: written.to_owned(),
        quantity: quantity.to_owned(),
        unit: unit.to_owned(),
        ..LineDraft::default()
    }
}

/// The codes of all problems, each with its field.
pub fn problems<T: std::fmt::Debug>(answer: app::Result<T>) -> Vec<String> {
    match answer.unwrap_err() {
        app::Error::Invalid(problems) => {
            problems.0.iter().map(|problem| format!("{}:{}", problem.field, problem.code)).collect()
        }
        other => panic!("not a problem of what was typed: {other:?}"),
    }
}
