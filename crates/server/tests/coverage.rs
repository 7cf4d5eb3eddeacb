//! Every address of the table: closed to guests and outsiders, and every write written down. A new address fails here
//! until it is closed, its path has values, and its write is driven.

use crate::api::shared;
use crate::exchange;
use crate::world::{Ask, CODE, World, operation_draft, seizure};
use crate::writes::drive;
use app::token::TokenDraft;
use model::lang::Lang;
use model::names::Names;
use model::recommendation::RecommendationDraft;
use serde_json::json;
use server::route::{Route, Who};
use server::routes::routes;

/// What stands for the parts of paths.
pub struct Values {
    pub incident: String,
    pub attachment: String,
    /// A key of Kazakhstan's contact point.
    pub token: String,
    pub exchange: exchange::Made,
    pub analysis: crate::analysis::Made,
    pub law: crate::law::Made,
    pub plan: crate::plan::Made,
    /// A questionnaire that is open, to which Kazakhstan has released answers.
    pub questionnaire: String,
    pub submission: String,
    /// A recommendation: any record that is listed by its card.
    pub record: String,
    /// A recommendation to every participant.
    pub recommendation: String,
    /// A meeting that was held.
    pub meeting: String,
    /// One to come.
    pub planned: String,
}

impl Values {
    async fn of(world: &World) -> Values {
        let incident = world.report("kz-officer").await;
        let id = incident.parse().unwrap();
        let kept = app::attachment::add(&world.by("kz-officer").await, &id, "photo.png", png()).await.unwrap();
        let draft = TokenDraft {
            name: "script".to_owned(),
            scopes: vec!["read".to_owned()],
            days: "30".to_owned(),
            ..TokenDraft::default()
        };
        let (token, _) = app::token::add(&world.by("kz-contact").await, &draft).await.unwrap();
        let (questionnaire, submission) = released(world).await;
        let record = app::recommendation::create(&world.by("desk").await, CODE, &recommendation()).await.unwrap();
        Values {
            incident,
            attachment: kept.id.to_string(),
            token: token.id.to_string(),
            exchange: exchange::Made::of(world).await,
            analysis: crate::analysis::Made::of(world).await,
            law: crate::law::Made::of(world).await,
            plan: crate::plan::Made::of(world).await,
            questionnaire,
            submission,
            record: record.header.id.to_string(),
            recommendation: crate::pages::recommendation::written(world).await,
            meeting: crate::pages::meeting::written(world).await,
            planned: crate::pages::meeting::planned(world).await,
        }
    }

    /// The path with its parts filled in.
    pub fn fill(&self, path: &str) -> String {
        let part = |part: &str| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            None => part.to_owned(),
            Some("code") => CODE.to_owned(),
            Some("id") if path.contains("attachments/{id}") => self.attachment.clone(),
            Some("id") if self.law.id(path).is_some() => self.law.id(path).unwrap_or_default(),
            Some("id") if self.analysis.id(path).is_some() => self.analysis.id(path).unwrap_or_default(),
            Some("id") if self.plan.id(path).is_some() => self.plan.id(path).unwrap_or_default(),
            Some("clause") => "c1".to_owned(),
            Some("id") if path.contains("tokens/{id}") => self.token.clone(),
            Some("id") if self.exchange.id(path).is_some() => self.exchange.id(path).unwrap_or_default(),
            Some("id") if path == "/records/{id}/attachments" => self.incident.clone(),
            Some("id") if path.contains("questionnaires/{id}") => self.questionnaire.clone(),
            Some("id") if path.contains("submissions/{id}") => self.submission.clone(),
            Some("section") => "market".to_owned(),
            Some("question") => "trends".to_owned(),
            Some("id") if path.contains("records/{id}") => self.record.clone(),
            Some("id") if path == "/meetings/{id}/cancel" => self.planned.clone(),
            Some("id") if path.starts_with("/meetings/") => self.meeting.clone(),
            Some("id") if path.contains("/recommendations/") => self.recommendation.clone(),
            Some("id") => self.incident.clone(),
            Some("attachment") => self.attachment.clone(),
            Some("revision" | "number") => "1".to_owned(),
            Some("place") => "0".to_owned(),
            Some("kind") if path.ends_with("/open") => "reporting".to_owned(),
            Some("stage" | "kind") => "active".to_owned(),
            Some("login") => "kz-officer".to_owned(),
            Some("key") if path.starts_with("/catalogue/legal-acts/") => "ru-681-1998".to_owned(),
            Some("key") if path.starts_with("/catalogue/control-entries/") => "un-1961-i-heroin".to_owned(),
            Some("key") if path.starts_with("/catalogue/") => "mephedrone".to_owned(),
            Some("name") => "reflex.css".to_owned(),
            Some(_) => "x".to_owned(),
        };
        path.split('/').map(part).collect::<Vec<_>>().join("/")
    }
}

/// The standard questionnaire, sent out, with one answer that is released.
async fn released(world: &World) -> (String, String) {
    let (desk, contact) = (world.by("desk").await, world.by("kz-contact").await);
    let draft = app::questionnaire::standard().unwrap();
    let id = app::questionnaire::add(&desk, CODE, &draft).await.unwrap().header.id;
    app::questionnaire::open(&desk, &id, 1, "2099-01-01").await.unwrap();
    let answers = serde_json::from_value(json!({ "answers": { "trends": { "value": "More" } } })).unwrap();
    app::submission::save(&contact, &id, &answers).await.unwrap();
    let draft = app::submission::ReleaseDraft { seen: "1".to_owned(), ..Default::default() };
    let submission = app::submission::release(&contact, &id, &draft).await.unwrap();
    (id.to_string(), submission.header.id.to_string())
}

/// Something to do for everybody.
pub fn recommendation() -> RecommendationDraft {
    RecommendationDraft {
        recommended: Names::default().with(Lang::En, "Share reference spectra"),
        came_from: "debrief".to_owned(),
        everyone: true,
        category: "forensic".to_owned(),
        priority: "high".to_owned(),
        ..RecommendationDraft::default()
    }
}

/// The smallest picture: one pixel.
pub fn png() -> Vec<u8> {
    const PIXEL: &str = "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082";
    (0..PIXEL.len()).step_by(2).map(|at| u8::from_str_radix(&PIXEL[at..at + 2], 16).unwrap()).collect()
}

/// Every scope of a key.
pub const SCOPES: [&str; 4] = ["read", "incidents", "records", "operations"];

/// A request that says nothing wrong by its form: what is refused is refused for who sends it.
fn plain(route: &Route, values: &Values) -> Ask {
    let address = &values.fill(route.path);
    let ask = Ask::new(route.method, address);
    let api = route.path.starts_with("/api/");
    match (route.method, api) {
        ("GET", _) => ask,
        (_, true) if shared::sent(values, route.path).is_some() => {
            let body = shared::sent(values, route.path).unwrap_or_default().1;
            ask.header("if-match", "\"1\"").json(&body)
        }
        (_, true) if route.path.ends_with("/imports") => {
            Ask::new("POST", &format!("{address}?mapping=ids")).header("content-type", "text/csv").body("a;b\n")
        }
        (_, true) if route.path.contains("/stages/") => ask.header("if-match", "\"1\"").json(&json!({})),
        (_, true) if route.path.ends_with("/attachments") => ask.file("photo.png", &png(), &[]),
        (_, true) if route.path.ends_with("/retract") => {
            ask.header("if-match", "\"1\"").json(&json!({ "reason": "x" }))
        }
        (_, true) if route.path.ends_with("/confirm") => ask.header("if-match", "\"1\""),
        (_, true) if route.path.ends_with("/answer") => {
            ask.header("if-match", "\"1\"").json(&json!({ "answer": "right" }))
        }
        (_, true) if route.path.ends_with("/incidents/{id}") => ask.header("if-match", "\"1\"").json(&seizure()),
        (_, true) if route.path.contains("incidents") => ask.header("if-match", "\"1\"").json(&seizure()),
        (_, true) => ask.header("if-match", "\"1\"").json(&operation_draft("NEW-1")),
        (_, false) if is_upload(route) => ask.file("photo.png", &png(), &[("base", "1")]),
        (_, false) => ask.form(&[("base", "1"), ("reason", "x")]),
    }
}

fn is_upload(route: &Route) -> bool {
    [
        "/attachments",
        "/files",
        "/incidents/new",
        "/incidents/{id}/amend",
        "/import",
        "/upload",
        "/messages/new",
        "/requests/new",
        "/reply",
        "/requests/{id}/answer",
        "/meetings/new",
        "/meetings/{id}/edit",
        "/meetings/{id}/record",
        "/recommendations/{id}/progress",
    ]
    .iter()
    .any(|end| route.path.ends_with(end))
}

/// Addresses that say who they are for by themselves: a new one here is a decision, and stands in this list.
const OPEN: [&str; 8] = [
    "POST /sign-out",
    "GET /sign-in",
    "POST /sign-in",
    "GET /api",
    "GET /api/v1/openapi.json",
    "GET /assets/{name}",
    "GET /health/live",
    "GET /health/ready",
];

#[test]
fn what_anyone_may_reach_is_what_was_agreed() {
    let open: Vec<String> = routes().iter().filter(|route| route.who == Who::Anyone).map(name).collect();
    assert_eq!(open, OPEN);
}

fn name(route: &Route) -> String {
    format!("{} {}", route.method, route.path)
}

#[tokio::test]
async fn a_guest_gets_nowhere_but_to_the_way_in() {
    let world = World::new().await;
    let values = Values::of(&world).await;
    for route in routes() {
        let reply = plain(&route, &values).send(&world).await;
        let (name, status) = (format!("{} {}", route.method, route.path), reply.status.as_u16());
        match route.who {
            Who::Anyone => assert!(status < 500, "{name}: {status}"),
            Who::Member => {
                assert_eq!(status, 303, "{name}");
                assert!(reply.header("location").starts_with("/sign-in?back="), "{name}");
            }
            Who::Key(_) => {
                assert_eq!(status, 401, "{name}");
                assert_eq!(reply.header("content-type"), "application/problem+json", "{name}");
            }
            Who::Operator => assert_eq!(status, 404, "{name}"),
        }
    }
}

#[tokio::test]
async fn a_key_outside_its_scope_is_refused_at_every_address() {
    let world = World::new().await;
    let values = Values::of(&world).await;
    for route in routes() {
        let Who::Key(scope) = route.who else { continue };
        let other = if scope.code() == "read" { "incidents" } else { "read" };
        let key = world.key("desk", &[other]).await;
        let reply = plain(&route, &values).key(&key).send(&world).await;
        assert_eq!(reply.status.as_u16(), 403, "{} {}", route.method, route.path);
        assert_eq!(reply.json()["code"], "scope");
    }
}

/// Addresses where every member finds something of its own, or of the catalogue.
fn is_for_every_member(route: &Route) -> bool {
    let open = [
        "/",
        "/operations",
        "/account",
        "/catalogue",
        "/theme",
        "/policy",
        "/notices",
        "/api/v1/operations",
        "/api/v1/substances",
        "/api/v1/units",
        "/api/v1/regions",
        "/api/v1/countries",
    ];
    let below = ["/account/", "/catalogue/"];
    let reads =
        route.method == "GET" && (open.contains(&route.path) || below.iter().any(|top| route.path.starts_with(top)));
    reads || route.path.starts_with("/account/") || route.path.starts_with("/notices/")
}

#[tokio::test]
async fn an_outsider_finds_nothing_at_every_address() {
    let world = World::new().await;
    let values = Values::of(&world).await;
    let cookie = world.cookie("outsider").await;
    let key = world.key("outsider", &SCOPES).await;
    for route in routes().into_iter().filter(|route| !is_for_every_member(route)) {
        if of_contact_points(&route) {
            continue;
        }
        let ask = plain(&route, &values);
        let reply = match route.who {
            Who::Key(_) => ask.key(&key).send(&world).await,
            Who::Member => ask.cookie(&cookie).send(&world).await,
            Who::Anyone | Who::Operator => continue,
        };
        let status = reply.status.as_u16();
        assert!(matches!(status, 403 | 404), "{} {}: {status}\n{}", route.method, route.path, reply.text());
    }
}

/// What a contact point looks after for its own participant, whatever the operation; the index is everybody's.
fn of_contact_points(route: &Route) -> bool {
    let own = ["/administration", "/administration/agencies", "/administration/tokens"];
    route.method == "GET" && own.contains(&route.path) || name(route) == "POST /administration/tokens"
}

#[tokio::test]
async fn what_an_administrator_does_is_refused_to_everybody_else_and_nothing_is_written() {
    let world = World::new().await;
    let values = Values::of(&world).await;
    for login in ["kz-officer", "mn-observer", "analyst", "outsider"] {
        let cookie = world.cookie(login).await;
        let before = world.latest().await;
        for route in routes().into_iter().filter(|route| route.path.starts_with("/administration")) {
            let ask = plain(&route, &values).cookie(&cookie);
            let index = route.path == "/administration";
            if index || login == "outsider" && of_contact_points(&route) {
                let status = ask.send(&world).await.status.as_u16();
                assert!(matches!(status, 200 | 422), "{login} at {}: {status}", name(&route));
            } else {
                let status = ask.send(&world).await.status.as_u16();
                assert!(matches!(status, 403 | 404), "{login} at {}: {status}", name(&route));
            }
        }
        assert_eq!(world.latest().await, before, "{login}");
    }
}

#[tokio::test]
async fn an_observer_writes_nothing_at_any_address() {
    let world = World::new().await;
    let values = Values::of(&world).await;
    let cookie = world.cookie("mn-observer").await;
    let key = world.key("mn-observer", &SCOPES).await;
    Ask::get("/api/v1/operations").key(&key).send(&world).await.must(200);
    // What one has read and seen is one's own to say.
    let marks = ["message.read", "message.read-all", "notice.see"];
    let own = |route: &Route| {
        route.path.starts_with("/account/") || route.who == Who::Anyone || marks.contains(&route.writes)
    };
    for route in routes().into_iter().filter(|route| route.method != "GET" && !own(route)) {
        let (before, _) = world.latest().await;
        let ask = plain(&route, &values);
        let ask = if matches!(route.who, Who::Key(_)) { ask.key(&key) } else { ask.cookie(&cookie) };
        let reply = ask.send(&world).await;
        let status = reply.status.as_u16();
        assert!(matches!(status, 403 | 404), "{}: {status}\n{}", name(&route), reply.text());
        assert_eq!(world.verbs_after(before).await, Vec::<String>::new(), "{}", name(&route));
    }
}

/// Whoever finds something at an address that only reads.
fn reader(route: &Route) -> &'static str {
    if let Some(login) = crate::analysis::reader(route.path) {
        return login;
    }
    match route.path {
        path if path.starts_with("/api/v1/findings/") => "kz-chemist",
        path if path.starts_with("/api/v1/recommendations/") => "desk",
        path if path.starts_with("/administration") => "root",
        "/legal-acts/{id}/import" => "kz-officer",
        path if path.ends_with("/import") || path.ends_with("/template.csv") => "kz-contact",
        path if path.ends_with("/confirm") => "kz-chemist",
        path if path.starts_with("/operations/new") || path == "/operations/{code}/edit" => "desk",
        path if crate::plan::reader(path).is_some() => crate::plan::reader(path).unwrap_or_default(),
        path if path.ends_with("/release") => "kz-contact",
        "/requests/{id}/withdraw" => "uz-officer",
        path if path.starts_with("/questionnaires/{id}/edit") => "desk",
        path if path.ends_with("/progress") => "kz-contact",
        "/operations/{code}/recommendations/new" | "/recommendations/{id}/edit" => "desk",
        "/operations/{code}/meetings/new" => "desk",
        "/meetings/{id}/edit" | "/meetings/{id}/record" | "/meetings/{id}/cancel" | "/meetings/{id}/retract" => "desk",
        _ => "kz-officer",
    }
}

#[tokio::test]
async fn what_only_reads_leaves_the_chain_standing_still() {
    let world = World::new().await;
    let values = Values::of(&world).await;
    for route in routes().into_iter().filter(|route| route.writes.is_empty()) {
        let name = name(&route);
        let (before, status) = if route.method == "GET" {
            let ask = Ask::get(&values.fill(route.path));
            let ask = match route.who {
                Who::Key(_) => ask.key(&world.key(reader(&route), &SCOPES).await),
                Who::Member => ask.cookie(&world.cookie(reader(&route)).await),
                Who::Anyone | Who::Operator => ask,
            };
            let (before, _) = world.latest().await;
            (before, ask.status(&world).await)
        } else {
            let (before, reply) = drive(&world, &values, &route).await;
            (before, reply.status)
        };
        let leads_on = route.path == "/records/{id}" && status.is_redirection();
        assert!(status.is_success() || leads_on || route.who == Who::Operator, "{name}: {status}");
        // That a key was used is written down once an hour, whatever it asked for.
        let mut verbs = world.verbs_after(before).await;
        verbs.retain(|verb| verb != "token.use");
        assert_eq!(verbs, Vec::<String>::new(), "{name}");
    }
}

#[tokio::test]
async fn every_write_leaves_its_entry_in_the_chain() {
    for route in routes().into_iter().filter(|route| !route.writes.is_empty()) {
        let world = World::new().await;
        let values = Values::of(&world).await;
        let name = format!("{} {}", route.method, route.path);
        let (before, reply) = drive(&world, &values, &route).await;
        assert!(reply.status.is_success() || reply.status.as_u16() == 303, "{name}: {} {}", reply.status, reply.text());
        let verbs = world.verbs_after(before).await;
        assert!(verbs.contains(&route.writes.to_owned()), "{name} left {verbs:?} instead of {}", route.writes);
        let chain = app::audit::verify(&world.node()).await.unwrap();
        assert_eq!(chain.fault, None, "{name}");
    }
}
