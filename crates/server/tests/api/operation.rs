//! `/api/v1/operations`.

use crate::world::{Ask, CODE, World, operation_draft};

#[tokio::test]
async fn an_operation_is_created_read_and_changed_with_its_revision() {
    let world = World::new().await;
    let key = world.key("desk", &["read", "operations"]).await;
    let made =
        Ask::new("POST", "/api/v1/operations").key(&key).json(&operation_draft("NEW-1")).send(&world).await.must(201);
    assert_eq!((made.header("location"), made.header("etag")), ("/api/v1/operations/NEW-1", "\"1\""));
    let read = Ask::get("/api/v1/operations/NEW-1").key(&key).send(&world).await.must(200);
    let mut draft = read.json()["draft"].clone();
    draft["legal_basis"] = "Protocol of 2021".into();
    let without = Ask::new("PUT", "/api/v1/operations/NEW-1").key(&key).json(&draft).send(&world).await;
    without.must(428);
    let changed = Ask::new("PUT", "/api/v1/operations/NEW-1")
        .key(&key)
        .header("if-match", "\"1\"")
        .json(&draft)
        .send(&world)
        .await;
    assert_eq!(changed.must(200).header("etag"), "\"2\"");
    let stale = Ask::new("PUT", "/api/v1/operations/NEW-1")
        .key(&key)
        .header("if-match", "\"1\"")
        .json(&draft)
        .send(&world)
        .await;
    assert_eq!(stale.must(412).json()["current"], 2);
}

#[tokio::test]
async fn only_ones_own_operations_are_listed() {
    let world = World::new().await;
    let codes = async |login: &str| {
        let key = world.key(login, &["read"]).await;
        let list = Ask::get("/api/v1/operations").key(&key).send(&world).await.must(200).json();
        list["operations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["code"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes("kz-officer").await, [CODE]);
    assert_eq!(codes("outsider").await, Vec::<String>::new());
}

#[tokio::test]
async fn an_officer_may_know_the_operation_and_not_change_it() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "operations"]).await;
    let reply = Ask::new("PUT", &format!("/api/v1/operations/{CODE}"))
        .key(&key)
        .header("if-match", "\"2\"")
        .json(&operation_draft(CODE))
        .send(&world)
        .await;
    let document = reply.must(403).json();
    assert_eq!(document["code"], "refused");
    assert!(!document["detail"].as_str().unwrap().contains('⟦'));
}

#[tokio::test]
async fn a_stage_that_is_planned_twice_is_named() {
    let world = World::new().await;
    let key = world.key("desk", &["operations"]).await;
    let mut draft = operation_draft("NEW-1");
    let mut again = draft.stages[1].clone();
    again.to = "2021-12-01".to_owned();
    draft.stages.push(again);
    for lang in ["en", "ru", "fa"] {
        let ask = Ask::new("POST", "/api/v1/operations").key(&key).header("accept-language", lang);
        let reply = ask.json(&draft).send(&world).await.must(422);
        assert_eq!(reply.problems(), ["stages.3.kind:stage-twice"]);
        assert!(!reply.text().contains('⟦') && !reply.text().contains("{$"), "{}", reply.text());
    }
}
