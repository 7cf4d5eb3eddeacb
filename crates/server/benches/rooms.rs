//! What the pages of planning, background, analysis and exchange cost where much has been kept: 60 participants, 5,000
//! comments, 20,000 entries of the acts of 50 jurisdictions over 2,000 substances, 2,000 detections, 500 messages.
//!
//! `cargo bench -p server --bench rooms`. Prints the median and the longest of the requests in milliseconds on the wall, as
//! the router answers them in this process, without a network. Hoped for: at most 100 each. Refuses to judge: machines are
//! shared and noisy; it fails only for an answer that is not a page.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first surprise")]

use app::agency::AgencyDraft;
use app::control_entry::{Mapping, Source};
use app::member::MemberDraft;
use app::{Actor, Ambient, App, Cx, Location, Settings};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use model::catalogue::country::Country;
use model::catalogue::{Substance, SubstanceKind};
use model::comment::CommentDraft;
use model::detection::DetectionDraft;
use model::lang::Lang;
use model::legal_act::LegalActDraft;
use model::marking::MarkingDraft;
use model::message::MessageDraft;
use model::names::Names;
use model::operation::{OperationDraft, ParticipationDraft, StageDraft};
use model::plan::ConsultDraft;
use model::recommendation::RecommendationDraft;
use model::record::Door;
use model::stage::StageKind;
use model::time::{Day, Moment};
use server::config::Config;
use server::metrics::Metrics;
use server::router::router;
use server::state::Server;
use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Instant;
use tower::ServiceExt;

const CODE: &str = "BENCH-1";
const PASSWORD: &str = "correct horse battery";
/// How often each page is asked for.
const TIMES: usize = 15;
/// Substances that acts list, the countries whose acts do, and how many each of them lists.
const SUBSTANCES: usize = 2_000;
const JURISDICTIONS: usize = 50;
const ENTRIES: usize = 400;

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let settings =
        Settings { database: Location::Sqlite(folder.path().join("reflex.db")), files: folder.path().join("files") };
    let app = App::open(settings, ambient()).await.unwrap();
    let began = Instant::now();
    let fill = Fill::new(&app).await;
    fill.plan().await;
    println!("plan {:.0} s", began.elapsed().as_secs_f64());
    fill.law().await;
    println!("law {:.0} s", began.elapsed().as_secs_f64());
    fill.background().await;
    fill.exchange().await;
    println!("filled in {:.0} s", began.elapsed().as_secs_f64());
    let config = Config { data: folder.path().to_owned(), ..Config::default() };
    let router = router(&Server::new(app.clone(), config, Metrics::idle()));
    for login in ["desk", "kz"] {
        let guest = app.cx(Actor::Guest, Door::Page);
        let cookie = format!("session={}", app::session::sign_in(&guest, login, PASSWORD).await.unwrap());
        for path in PAGES {
            measure(&router, &cookie, login, path).await;
        }
    }
}

/// What is asked for; a star stands for the first link of the page before it that begins so.
const PAGES: &[&str] = &[
    "/operations/BENCH-1/plan",
    "*/plans/",
    "/operations/BENCH-1/recommendations",
    "/operations/BENCH-1/recommendations/board",
    "/operations/BENCH-1/questionnaires",
    "*/questionnaires/",
    "/operations/BENCH-1/detections",
    "*/detections/",
    "/operations/BENCH-1/legal-acts",
    "*/legal-acts/",
    "/operations/BENCH-1/matrix",
    "/operations/BENCH-1/matrix?changed=true&since=2021-04-01",
    "/operations/BENCH-1/matrix?text=invented&since=2021-04-01",
    "/operations/BENCH-1/matrix.csv",
    "/operations/BENCH-1/status?substance=mdma&jurisdiction=KZ",
    "/operations/BENCH-1/legal-acts/new",
    "/operations/BENCH-1/control-entries/new",
    "/operations/BENCH-1/workspace",
    "/operations/BENCH-1/findings",
    "/operations/BENCH-1/messages",
    "*/messages/",
    "/operations/BENCH-1/requests",
    "/operations/BENCH-1/search?q=laboratories",
    "/notices",
];

async fn measure(router: &Router, cookie: &str, login: &str, path: &str) {
    let path = match path.strip_prefix('*') {
        None => path.to_owned(),
        Some(start) => {
            let own = PAGES.iter().position(|one| *one == path).and_then(|at| PAGES.get(at - 1)).unwrap();
            let page = ask(router, cookie, own).await.1;
            let link = page.split("href=\"").filter_map(|rest| rest.split('"').next());
            // The record itself, not what may be done with it.
            let is_record = |link: &&str| link.starts_with(start) && !link[start.len()..].contains('/');
            match link.into_iter().find(is_record) {
                Some(link) => link.to_owned(),
                None => return println!("{login:6} {path:52} no such link"),
            }
        }
    };
    let mut taken = Vec::with_capacity(TIMES);
    let mut size = 0;
    for _ in 0..TIMES {
        let began = Instant::now();
        let (status, page) = ask(router, cookie, &path).await;
        taken.push(began.elapsed().as_secs_f64() * 1000.0);
        size = page.len();
        if status != 200 {
            return println!("{login:6} {path:52} {status}");
        }
    }
    taken.sort_by(f64::total_cmp);
    println!("{login:6} {path:52} {:7.1} ms {:7.1} ms {:6} kB", taken[TIMES / 2], taken[TIMES - 1], size / 1024);
}

async fn ask(router: &Router, cookie: &str, path: &str) -> (u16, String) {
    let request = Request::get(path).header(header::HOST, "127.0.0.1:8080").header(header::COOKIE, cookie);
    let answer = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let status = answer.status().as_u16();
    (status, String::from_utf8_lossy(&to_bytes(answer.into_body(), usize::MAX).await.unwrap()).into_owned())
}

/// Fills a node through its own verbs.
struct Fill {
    desk: Cx,
    members: Vec<(String, Cx)>,
}

impl Fill {
    async fn new(app: &App) -> Fill {
        let node = app.cx(Actor::Node, Door::Command);
        let own = Country::all().iter().filter(|country| country.code != "KZ").take(59).map(|one| one.code.clone());
        let countries: Vec<String> = std::iter::once("KZ".to_owned()).chain(own).collect();
        let part = |participant: &str, role: &str| ParticipationDraft {
            participant: participant.to_owned(),
            role: role.to_owned(),
            ..ParticipationDraft::default()
        };
        let centre = app::participant::ParticipantDraft {
            code: "CENTRE".to_owned(),
            names: Names::same("Centre"),
            country: String::new(),
        };
        app::participant::put(&node, &centre).await.unwrap();
        let desk = member(&node, "desk", "coordinator", "CENTRE", "centre").await;
        let today = node.now().day();
        let stage = |kind: StageKind, from: i64, to: i64| StageDraft {
            kind: kind.code().to_owned(),
            from: today.plus(from).to_string(),
            to: today.plus(to).to_string(),
        };
        let mut participations = vec![part("CENTRE", "coordinator")];
        participations.extend(countries.iter().map(|code| part(code, "participant")));
        let draft = OperationDraft {
            code: CODE.to_owned(),
            names: Names::same("Bench"),
            series: "BENCH".to_owned(),
            edition: "1".to_owned(),
            participations,
            stages: vec![stage(StageKind::Planning, 0, 60), stage(StageKind::Active, 61, 90)],
            late_days: "10".to_owned(),
            ..OperationDraft::default()
        };
        let made = app::operation::create(&desk, &draft).await.unwrap();
        app::stage::open(&desk, CODE, made.header.revision, StageKind::Planning, "").await.unwrap();
        let mut members = Vec::new();
        for code in &countries {
            let cx = member(&node, &code.to_ascii_lowercase(), "contact-point", code, "customs").await;
            members.push((code.clone(), cx));
        }
        Fill { desk, members }
    }

    fn member(&self, number: usize) -> &Cx {
        &self.members[number % self.members.len()].1
    }

    async fn plan(&self) {
        let plan = app::plan::create(&self.desk, CODE, "outline").await.unwrap();
        let due = self.desk.now().day().plus(30).to_string();
        let id = plan.header.id.clone();
        app::plan::consult(&self.desk, &id, plan.header.revision, &ConsultDraft { due, ..ConsultDraft::default() })
            .await
            .unwrap();
        let clauses: Vec<String> = plan.content.clauses.iter().map(|clause| clause.id.clone()).collect();
        for number in 0..5_000 {
            // Half of all is said about the first clause.
            let clause = if number % 2 == 0 { &clauses[0] } else { &clauses[number % clauses.len()] };
            let remark = format!("Comment {number}: laboratories need more time, лаборатории, آزمایشگاه");
            let draft = CommentDraft { remark, lang: "en".to_owned(), ..CommentDraft::default() };
            app::comment::comment(self.member(number), &id, clause, &draft).await.unwrap();
        }
        for number in 0..200 {
            let draft = RecommendationDraft {
                recommended: Names::default().with(Lang::En, &format!("Recommendation {number}")),
                came_from: "debrief".to_owned(),
                everyone: true,
                category: "forensic".to_owned(),
                priority: "high".to_owned(),
                ..RecommendationDraft::default()
            };
            app::recommendation::create(&self.desk, CODE, &draft).await.unwrap();
        }
    }

    /// Fifty lists of four hundred entries over two thousand substances, each act with its text pasted in.
    async fn law(&self) {
        let names: Vec<String> = substances();
        for (place, (country, cx)) in self.members.iter().take(JURISDICTIONS).enumerate() {
            let draft = LegalActDraft {
                jurisdiction: country.clone(),
                title: format!("List of {country}"),
                title_lang: "en".to_owned(),
                act_kind: "resolution".to_owned(),
                adopted: "2015-01-01".to_owned(),
                in_force_from: "2015-02-01".to_owned(),
                archived_text: format!("Article. The list of {country} holds what stands in it.\n").repeat(1_500),
                holds_list: true,
                complete_as_of: "2021-02-01".to_owned(),
                ..LegalActDraft::default()
            };
            let act = app::legal_act::create(cx, CODE, &draft).await.unwrap();
            let mut table = "number,name,from\n".to_owned();
            for number in 0..ENTRIES {
                let name = &names[(place * 37 + number * 5) % names.len()];
                // A few come into force late: what changed between two days has something to tell.
                let from = if number % 40 == 0 { "2021-05-01" } else { "2015-02-01" };
                writeln!(table, "{},{name},{from}", number + 1).unwrap();
            }
            let mapping = Mapping {
                name: "name".to_owned(),
                number: "number".to_owned(),
                from: "from".to_owned(),
                ..Mapping::default()
            };
            let source = Source { file: "list.csv", text: &table, mapping: &mapping, seen: "" };
            app::control_entry::import(cx, &act.header.id, source, &MarkingDraft::default()).await.unwrap();
        }
    }

    async fn background(&self) {
        let draft = app::questionnaire::standard().unwrap();
        let made = app::questionnaire::add(&self.desk, CODE, &draft).await.unwrap();
        let due = self.desk.now().day().plus(30).to_string();
        app::questionnaire::open(&self.desk, &made.header.id, 1, &due).await.unwrap();
        let names = substances();
        for (number, name) in names.iter().enumerate().take(2_000) {
            let (country, cx) = &self.members[number % self.members.len()];
            let draft = DetectionDraft {
                written: name.clone(),
                unknown: Substance::recognise(name).is_none(),
                country: country.clone(),
                day: cx.now().day().plus(-1).to_string(),
                laboratory: "Laboratory".to_owned(),
                level: "tentative".to_owned(),
                techniques: vec!["mass-spectrometry".to_owned()],
                context: "seizure".to_owned(),
                ..DetectionDraft::default()
            };
            app::detection::submit(cx, CODE, &draft).await.unwrap();
        }
    }

    async fn exchange(&self) {
        for number in 0..500 {
            let draft = MessageDraft {
                kind: "message".to_owned(),
                lang: "en".to_owned(),
                subject: format!("Message {number}"),
                body: "Laboratories ask for reference standards.".to_owned(),
                ..MessageDraft::default()
            };
            app::message::send(self.member(number), CODE, &draft).await.unwrap();
        }
    }
}

/// The names of two thousand substances: those of the catalogue, and others as acts write them.
fn substances() -> Vec<String> {
    let single = Substance::all().iter().filter(|one| one.kind != SubstanceKind::Class);
    // A comma would end the cell of a table.
    let known = single.map(|one| one.names.say(Lang::En).to_owned()).filter(|name| !name.contains(','));
    let invented = (0..).map(|number| format!("Invented substance {number}"));
    known.chain(invented).take(SUBSTANCES).collect()
}

/// A new member with an agency of its own.
async fn member(node: &Cx, login: &str, role: &str, participant: &str, kind: &str) -> Cx {
    let draft = AgencyDraft {
        participant: participant.to_owned(),
        kind: kind.to_owned(),
        names: Names::same(&format!("{participant} {kind}")),
        ..AgencyDraft::default()
    };
    let agency = app::agency::put(node, &draft).await.unwrap();
    let draft = MemberDraft {
        login: login.to_owned(),
        role: role.to_owned(),
        agency: agency.id.to_string(),
        lang: "en".to_owned(),
        password: PASSWORD.to_owned(),
    };
    app::member::add(node, &draft).await.unwrap();
    let all = app::member::list(node).await.unwrap();
    let own = all.into_iter().find(|member| member.login == login).unwrap();
    node.app.cx(Actor::Member(Box::new(own)), Door::Page)
}

/// A clock that moves a second a question, from a fixed day: nothing follows from the day on which it is run.
fn ambient() -> Ambient {
    let clock = AtomicI64::new("2021-07-01".parse::<Day>().unwrap().start().0);
    let next = AtomicU64::new(1);
    Ambient {
        now: Arc::new(move || Moment(clock.fetch_add(1_000, Ordering::Relaxed))),
        random: Arc::new(move |bytes| {
            for chunk in bytes.chunks_mut(8) {
                let count = next.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
                chunk.copy_from_slice(&count[..chunk.len()]);
            }
        }),
    }
}
