//! Live streams: what happened is replayed from the last event heard, and only what its reader may see.

use crate::world::{Ask, CODE, World, seizure};
use axum::body::{Body, BodyDataStream};
use axum::http::Request;
use futures_util::StreamExt;
use std::time::Duration;
use tower::ServiceExt;

/// The first `count` events of a stream.
async fn hear(world: &World, cookie: &str, last: &str, count: usize) -> Vec<String> {
    let request =
        Request::get(format!("/operations/{CODE}/events")).header("cookie", cookie).header("last-event-id", last);
    let response = world.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), 200);
    let mut stream = response.into_body().into_data_stream();
    let mut heard = String::new();
    while heard.matches("data:").count() < count {
        let part = tokio::time::timeout(Duration::from_secs(10), stream.next())
            .await
            .unwrap_or_else(|_| panic!("nothing was heard"));
        heard.push_str(std::str::from_utf8(&part.unwrap().unwrap()).unwrap());
    }
    heard.lines().filter_map(|line| line.strip_prefix("data: ")).map(str::to_owned).collect()
}

#[tokio::test]
async fn what_was_missed_is_replayed_and_what_happens_is_heard() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let start = app::event::head(&world.by("kz-officer").await).await.unwrap();
    let missed = world.report("kz-officer").await;
    let last = app::event::name(&world.app, start);
    let (heard, later) = tokio::join!(hear(&world, &cookie, &last, 2), async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        world.report("uz-officer").await
    });
    assert!(heard[0].contains(&missed) && heard[1].contains(&later), "{heard:?}");
}

#[tokio::test]
async fn a_record_one_may_not_read_makes_no_sound() {
    let world = World::new().await;
    let cookie = world.cookie("uz-officer").await;
    let start = app::event::head(&world.by("uz-officer").await).await.unwrap();
    let mut red = seizure();
    red.marking.audience = "red".to_owned();
    let hidden = app::incident::submit(&world.by("kz-officer").await, CODE, &red).await.unwrap();
    let open = world.report("kz-officer").await;
    let heard = hear(&world, &cookie, &app::event::name(&world.app, start), 1).await;
    assert!(heard[0].contains(&open) && !heard.concat().contains(hidden.header.id.as_str()), "{heard:?}");
}

#[tokio::test]
async fn a_member_opens_only_so_many_streams() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let mut open = Vec::new();
    for _ in 0..6 {
        let request =
            Request::get(format!("/operations/{CODE}/events")).header("cookie", &cookie).body(Body::empty()).unwrap();
        open.push(world.router.clone().oneshot(request).await.unwrap());
    }
    let one_more = Ask::get(&format!("/operations/{CODE}/events")).cookie(&cookie).send(&world).await;
    assert!(!one_more.must(429).header("retry-after").is_empty());
}

#[tokio::test]
async fn a_stopping_server_ends_its_streams() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let request =
        Request::get(format!("/operations/{CODE}/events")).header("cookie", cookie).body(Body::empty()).unwrap();
    let response = world.router.clone().oneshot(request).await.unwrap();
    let mut stream = response.into_body().into_data_stream();
    world.server.live.end_all();
    let end = tokio::time::timeout(Duration::from_secs(5), stream.next())
        .await
        .unwrap_or_else(|_| panic!("the stream did not end"));
    assert!(end.is_none());
}

#[tokio::test]
async fn a_page_hears_what_changed_after_it_was_made() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    for path in ["", "/incidents"] {
        let page = format!("/operations/{CODE}{path}");
        let page = Ask::get(&page).cookie(&cookie).send(&world).await.must(200).text();
        let events = page.split("data-live=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        // Reported after the page was made and before its stream was opened.
        let between = world.report("uz-officer").await;
        let request = Request::get(events).header("cookie", &cookie).body(Body::empty()).unwrap();
        let response = world.router.clone().oneshot(request).await.unwrap();
        let mut stream = response.into_body().into_data_stream();
        let first = tokio::time::timeout(Duration::from_secs(5), stream.next()).await;
        let first = first.unwrap_or_else(|_| panic!("{events} tells nothing")).unwrap().unwrap();
        let first = std::str::from_utf8(&first).unwrap();
        assert!(first.contains("event: change\n") && first.contains(&between), "{first}");
    }
}

#[tokio::test]
async fn an_event_that_never_was_is_refused() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    Ask::get(&format!("/operations/{CODE}/events?after=never")).cookie(&cookie).send(&world).await.must(422);
    // A number of the sequence, and a name of another node.
    for after in ["7", "0123456789abcdef", "0123456789ABCDEF"] {
        let address = format!("/operations/{CODE}/events?after={after}");
        assert_eq!(Ask::get(&address).cookie(&cookie).send(&world).await.must(422).status, 422);
    }
}

/// A stream that was opened at an address with these headers.
async fn open(world: &World, address: &str, header: (&str, &str)) -> BodyDataStream {
    let request = Request::get(address).header(header.0, header.1).body(Body::empty()).unwrap();
    let response = world.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), 200);
    response.into_body().into_data_stream()
}

/// Reports something the watcher could see; the stream says nothing of it and ends.
async fn must_end(world: &World, mut stream: BodyDataStream) {
    world.report("uz-officer").await;
    let end = tokio::time::timeout(Duration::from_secs(5), stream.next()).await;
    let end = end.unwrap_or_else(|_| panic!("the stream did not end"));
    assert!(end.is_none(), "{end:?}");
}

#[tokio::test]
async fn a_page_that_was_signed_out_hears_nothing_more() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let stream = open(&world, &format!("/operations/{CODE}/events"), ("cookie", &cookie)).await;
    Ask::new("POST", "/sign-out").cookie(&cookie).send(&world).await.must(303);
    must_end(&world, stream).await;
}

#[tokio::test]
async fn a_member_that_was_shut_out_hears_nothing_more() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let stream = open(&world, &format!("/operations/{CODE}/events"), ("cookie", &cookie)).await;
    app::member::disable(&world.node(), "kz-officer").await.unwrap();
    must_end(&world, stream).await;
}

#[tokio::test]
async fn software_whose_key_was_revoked_hears_nothing_more() {
    let world = World::new().await;
    let key = format!("bearer {}", world.key("kz-officer", &["read"]).await);
    let stream = open(&world, &format!("/api/v1/operations/{CODE}/events"), ("authorization", &key)).await;
    for held in app::token::list(&world.node()).await.unwrap() {
        app::token::revoke(&world.node(), held.token.id).await.unwrap();
    }
    must_end(&world, stream).await;
}

#[tokio::test]
async fn watching_is_no_use_of_a_session() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let mut stream = open(&world, &format!("/operations/{CODE}/events"), ("cookie", &cookie)).await;
    for _ in 0..3 {
        world.pass(5 * 3600);
        world.report("uz-officer").await;
        if tokio::time::timeout(Duration::from_secs(5), stream.next()).await.unwrap().is_none() {
            return;
        }
    }
    panic!("a page that is only watched kept its member signed in");
}

/// What tells a reader how far the node has come: pages, figures and reports, each with its time and its event.
async fn told(world: &World, login: &str) -> Vec<String> {
    let (cookie, key) = (world.cookie(login).await, world.key(login, &["read"]).await);
    let mut told = Vec::new();
    for path in ["", "/incidents"] {
        let page = Ask::get(&format!("/operations/{CODE}{path}")).cookie(&cookie).send(world).await.must(200).text();
        told.push(page.split("data-live=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned());
    }
    let totals = Ask::get(&format!("/api/v1/operations/{CODE}/totals")).key(&key).send(world).await.must(200).json();
    let report = Ask::get(&format!("/api/v1/operations/{CODE}/report")).key(&key).send(world).await.must(200).json();
    assert!(totals["sequence"].is_null() && report["sequence"].is_null());
    told.extend([&totals["event"], &report["event"], &report["as_of"]].map(ToString::to_string));
    told
}

#[tokio::test]
async fn what_one_may_not_see_moves_nothing_that_one_sees() {
    let world = World::new().await;
    world.report("kz-officer").await;
    let before = told(&world, "uz-officer").await;
    world.pass(60);
    let mut red = seizure();
    red.marking.audience = "red".to_owned();
    app::incident::submit(&world.by("kz-officer").await, CODE, &red).await.unwrap();
    world.pass(60);
    assert_eq!(told(&world, "uz-officer").await, before);
    world.report("kz-officer").await;
    let after = told(&world, "uz-officer").await;
    assert!(after.iter().zip(&before).all(|(after, before)| after != before), "{after:?}");
}

#[tokio::test]
async fn a_record_that_was_taken_from_ones_eyes_leaves_the_figures_at_once() {
    let world = World::new().await;
    let id = world.report("kz-officer").await.parse().unwrap();
    world.report("kz-officer").await;
    let cookie = world.cookie("uz-officer").await;
    let incidents = async || {
        let report = format!("/operations/{CODE}/report.json");
        Ask::get(&report).cookie(&cookie).send(&world).await.must(200).json()["sum"]["incidents"].clone()
    };
    assert_eq!(incidents().await, 2);
    let mut red = seizure();
    red.marking.audience = "red".to_owned();
    app::incident::amend(&world.by("kz-officer").await, &id, 1, &red).await.unwrap();
    assert_eq!(incidents().await, 1);
}
