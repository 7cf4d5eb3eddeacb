//! A small world on a fresh database of either engine, with fixed times and counted identifiers.

use std::sync::atomic::{AtomicU32, Ordering};

use model::{
    agency::{Agency, AgencyId, AgencyKind, ContactPoint},
    audit::AuditDraft,
    id::{Id, Noun},
    incident::{
        EventTime, Incident, IncidentKind, Line, PhysicalForm, Precision, SaltForm, Setting, Site, SubstanceStatus,
    },
    lang::Lang,
    marking::{Audience, Marking},
    member::Role,
    names::Names,
    node::Node,
    operation::{Operation, OperationId, ScopeRule},
    participant::{Participant, ParticipantCode, Participation, ParticipationRole},
    quantity::{Basis, Measure, Quantity},
    record::{Door, Header, Kind, Provenance, Reader, Record, State},
    stage::{Stage, StageKind},
    time::{Calendar, Day, Moment},
};
use sqlx::{AssertSqlSafe, Connection};
use store::{Committed, Location, Store, Tx};

/// Tells a story on each engine that is there.
macro_rules! both {
    ($($(#[$doc:meta])* async fn $name:ident($world:ident: World) $body:block)*) => {$(
        $(#[$doc])*
        async fn $name($world: $crate::world::World) $body
        mod $name {
            #[tokio::test]
            async fn on_sqlite() { super::$name($crate::world::World::on_sqlite().await).await }
            #[tokio::test]
            async fn on_postgres() {
                if let Some(world) = $crate::world::World::on_postgres().await { super::$name(world).await }
            }
        }
    )*};
}
pub(crate) use both;

/// A fresh database and what stands in it.
pub struct World {
    pub store: Store,
    pub location: Location,
    #[expect(dead_code, reason = "holds the folder until the story ends")]
    folder: Option<tempfile::TempDir>,
    _database: Option<Database>,
    minted: AtomicU32,
    pub operation: OperationId,
    pub agencies: Vec<Agency>,
}

/// A database of the test server, dropped when the story ends.
struct Database {
    server: String,
    name: String,
}

impl Drop for Database {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        let work = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(run_on(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))).unwrap();
        });
        let _ = work.join();
    }
}

async fn run_on(url: &str, sql: &str) -> Result<(), sqlx::Error> {
    let mut conn = sqlx::PgConnection::connect(url).await?;
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut conn).await?;
    conn.close().await
}

/// The server of the tests; absent is said loudly, and a failure where CI runs.
#[expect(clippy::disallowed_methods, reason = "the one place where the tests read their environment")]
pub fn server() -> Option<String> {
    if let Ok(url) = std::env::var("REFLEX_TEST_POSTGRES") {
        Some(url)
    } else {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "CI has to set REFLEX_TEST_POSTGRES");
        eprintln!("SKIPPED ON POSTGRESQL: REFLEX_TEST_POSTGRES is not set");
        None
    }
}

static NEXT_DATABASE: AtomicU32 = AtomicU32::new(0);

/// A fresh database of the test server.
pub async fn database(options: &str) -> Option<(String, impl Drop)> {
    let server = server()?;
    let name = format!("reflex_test_{}_{}", std::process::id(), NEXT_DATABASE.fetch_add(1, Ordering::Relaxed));
    run_on(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await.unwrap();
    run_on(&server, &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' {options}")).await.unwrap();
    let (head, _) = server.rsplit_once('/').unwrap();
    Some((format!("{head}/{name}"), Database { server: server.clone(), name }))
}

impl World {
    pub async fn on_sqlite() -> World {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::Sqlite(folder.path().join("reflex.db"));
        World::furnished(location, Some(folder), None).await
    }

    pub async fn on_postgres() -> Option<World> {
        let server = server()?;
        let name = format!("reflex_test_{}_{}", std::process::id(), NEXT_DATABASE.fetch_add(1, Ordering::Relaxed));
        run_on(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await.unwrap();
        let make =
            format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'");
        run_on(&server, &make).await.unwrap();
        let (head, _) = server.rsplit_once('/').unwrap();
        let location = Location::Postgres(format!("{head}/{name}"));
        Some(World::furnished(location, None, Some(Database { server, name })).await)
    }

    async fn furnished(location: Location, folder: Option<tempfile::TempDir>, database: Option<Database>) -> World {
        let store = Store::open(&location).await.unwrap();
        let minted = AtomicU32::new(0);
        let operation = Id::new(model::id::uuid_v7(Moment(0), [0; 10]));
        let mut world = World { store, location, folder, _database: database, minted, operation, agencies: Vec::new() };
        world.furnish().await;
        world
    }

    /// A node, four participants with an agency each, and one operation in which each has another part.
    async fn furnish(&mut self) {
        let mut tx = self.store.begin("node.init").await.unwrap();
        tx.set_node(&Node { id: "nod_test".to_owned(), name: "Test".to_owned(), demonstration: false }).await.unwrap();
        for code in ["KZ", "KG", "UZ", "CARICC", "MN", "XX"] {
            let country = (code.len() == 2).then(|| code.to_owned());
            let participant = Participant { code: participant(code), names: Names::same(code), country };
            tx.put_participant(&participant).await.unwrap();
            for kind in [AgencyKind::DrugPolice, AgencyKind::Customs] {
                let contact = ContactPoint::default();
                let agency = Agency {
                    id: self.mint(),
                    participant: participant.code.clone(),
                    kind,
                    names: Names::same(code),
                    contact,
                };
                tx.put_agency(&agency).await.unwrap();
                self.agencies.push(agency);
            }
        }
        self.operation = self.mint();
        let mut record = self.operation_record(self.operation, "REFLEX-2021");
        tx.put_operation(&mut record, None).await.unwrap();
        self.commit(tx).await;
    }

    /// The next identifier; they sort in the order in which they were minted.
    pub fn mint<N: Noun>(&self) -> Id<N> {
        let count = self.minted.fetch_add(1, Ordering::Relaxed);
        let mut random = [0; 10];
        random[..4].copy_from_slice(&count.to_be_bytes());
        Id::new(model::id::uuid_v7(Moment(1_633_305_600_000_000 + i64::from(count) * 1000), random))
    }

    pub fn now(&self) -> Moment {
        Moment(1_633_305_600_000_000 + i64::from(self.minted.load(Ordering::Relaxed)))
    }

    pub async fn commit(&self, tx: Tx) -> Committed {
        let verb = tx.name();
        tx.commit(self.entry(verb)).await.unwrap()
    }

    pub fn entry(&self, verb: &'static str) -> AuditDraft {
        AuditDraft {
            at: self.now(),
            account: "-".to_owned(),
            role: "-".to_owned(),
            participant: "-".to_owned(),
            door: Door::Command,
            verb,
            record: None,
            revision: 0,
            detail: String::new(),
        }
    }

    /// An agency of a participant: the first is the drug police, the second customs.
    pub fn agency(&self, code: &str, place: usize) -> AgencyId {
        self.agencies.iter().filter(|agency| agency.participant.as_str() == code).nth(place).unwrap().id
    }

    pub fn operation_record(&self, id: OperationId, code: &str) -> Record<Operation> {
        let part = |code: &str, role| Participation { participant: participant(code), role, since: None, until: None };
        let (from, to) = (day("2021-10-04"), day("2021-11-30"));
        let stage =
            Stage { kind: StageKind::Active, from, to, opened: Some(Moment(5)), closed: None, reopened: String::new() };
        let content = Operation {
            id,
            code: code.to_owned(),
            names: Names::same(code),
            aliases: Vec::new(),
            series: "REFLEX".to_owned(),
            edition: "2021".to_owned(),
            previous: String::new(),
            objective: Names::default(),
            targets: Vec::new(),
            scope: ScopeRule::default(),
            legal_basis: String::new(),
            languages: vec![Lang::En],
            marking: Marking::default(),
            participations: vec![
                part("CARICC", ParticipationRole::Coordinator),
                part("KZ", ParticipationRole::Participant),
                part("KG", ParticipationRole::Participant),
                part("UZ", ParticipationRole::Participant),
                part("MN", ParticipationRole::Observer),
            ],
            stages: vec![stage],
            late_days: 30,
            demonstration: false,
            archive: false,
            closing_asked_by: None,
        };
        Record { header: self.header(id, Kind::Operation, "CARICC", 0, Audience::Green), content }
    }

    pub fn header<N: Noun>(&self, id: Id<N>, kind: Kind, owner: &str, agency: usize, audience: Audience) -> Header {
        Header {
            id: id.into(),
            kind,
            operation: self.operation,
            owner: participant(owner),
            agency: self.agency(owner, agency),
            author_role: Role::Officer,
            marking: Marking { audience, ..Marking::default() },
            state: State::Submitted,
            reason: String::new(),
            revision: 1,
            origin: "nod_test".to_owned(),
            sequence: 0,
            created: self.now(),
            changed: self.now(),
            lang: Lang::En,
            provenance: Provenance::door(Door::Page),
            review: None,
        }
    }

    /// A seizure of one owner on one day, with lines of substance and grams.
    pub fn seizure(&self, owner: &str, on: &str, lines: &[(&str, i64)]) -> Record<Incident> {
        let id = self.mint();
        let mut header = self.header(id, Kind::Incident, owner, 0, Audience::Amber);
        header.changed = self.now();
        let when = EventTime {
            day: day(on),
            minute: Some(605),
            offset: 300,
            precision: Precision::Minute,
            end: None,
            calendar: Calendar::Gregorian,
            text: on.to_owned(),
        };
        let site = Site {
            country: owner.to_owned(),
            region: Some(format!("{owner}-1")),
            text: "Korday".to_owned(),
            place: None,
            coordinates: None,
            setting: Setting::Border,
        };
        let lines = lines.iter().map(|(substance, grams)| line(substance, *grams)).collect();
        let content = Incident {
            id,
            kind: IncidentKind::Seizure,
            reference: String::new(),
            when,
            site,
            detection: None,
            conveyance: None,
            concealment: None,
            concealment_text: String::new(),
            legs: Vec::new(),
            declared_goods: String::new(),
            hs_code: String::new(),
            persons: Vec::new(),
            related: Vec::new(),
            answers: None,
            duplicate_of: None,
            late: false,
            note: String::new(),
            lines,
        };
        Record { header, content }
    }

    /// Keeps one incident and gives it back with its sequence.
    pub async fn put(&self, mut record: Record<Incident>) -> Record<Incident> {
        let mut tx = self.store.begin("incident.submit").await.unwrap();
        tx.put_incident(&mut record, None, &[]).await.unwrap();
        self.commit(tx).await;
        record
    }

    /// Keeps the next revision of one.
    pub async fn revise(&self, mut record: Record<Incident>) -> Record<Incident> {
        let base = record.header.revision;
        record.header.revision += 1;
        let mut tx = self.store.begin("incident.amend").await.unwrap();
        tx.put_incident(&mut record, Some(base), &[]).await.unwrap();
        self.commit(tx).await;
        record
    }

    /// Somebody of a participant's first agency, with the part it has in the operation.
    pub fn reader(&self, code: &str) -> Reader {
        let operation = self.operation_record(self.operation, "REFLEX-2021").content;
        let code_of = participant(code);
        let participation = operation.participation(&code_of, day("2021-10-15"));
        let role = if code == "CARICC" { Role::Coordinator } else { Role::Analyst };
        Reader { role, agency: self.agency(code, 0), participant: code_of, participation }
    }

    /// Runs a statement behind the store's back, as somebody with the file would.
    pub async fn tamper(&self, sql: &str) {
        match &self.location {
            Location::Postgres(url) => run_on(url, sql).await.unwrap(),
            Location::Sqlite(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
                let mut conn = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
                sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut conn).await.unwrap();
            }
        }
    }
}

pub fn participant(code: &str) -> ParticipantCode {
    ParticipantCode::read("", code).unwrap()
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A confirmed line of so many grams, in scope.
pub fn line(substance: &str, grams: i64) -> Line {
    let unit = "g".to_owned();
    let quantity = Quantity {
        amount: grams * 1_000_000,
        dimension: model::catalogue::unit::Dimension::Mass,
        unit,
        text: grams.to_string(),
    };
    Line {
        written: substance.to_owned(),
        substance: Some(substance.to_owned()),
        status: SubstanceStatus::Confirmed,
        form: PhysicalForm::Powder,
        packaging: String::new(),
        logo: String::new(),
        colour: String::new(),
        items: None,
        quantity: Some(quantity),
        quantity_written: String::new(),
        basis: Basis::Bulk,
        measure: Measure::Measured,
        second: None,
        purity: None,
        purity_method: String::new(),
        salt: SaltForm::Unknown,
        samples: None,
        in_scope: true,
        scope_reason: String::new(),
    }
}
