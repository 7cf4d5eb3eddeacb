//! Live streams: what happened is replayed from the last event heard, and only what its reader may see.

use crate::world::{Ask, CODE, World, seizure};
use axum::body::Body;
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
    let last = start.to_string();
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
    let heard = hear(&world, &cookie, &start.to_string(), 1).await;
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
