//! `/api/v1/operations/{code}/records` and `/api/v1/records/{id}`.

use crate::coverage::recommendation;
use crate::world::{Ask, CODE, World};
use model::marking::MarkingDraft;
use model::wire::v1;

#[tokio::test]
async fn records_are_listed_by_their_cards_page_by_page() {
    let world = World::new().await;
    for _ in 0..3 {
        app::recommendation::create(&world.by("desk").await, CODE, &recommendation()).await.unwrap();
    }
    let key = world.key("kz-contact", &["read"]).await;
    let mut next = format!("/api/v1/operations/{CODE}/records?kind=recommendation&limit=2");
    let mut seen = 0;
    while !next.is_empty() {
        let page = Ask::get(&next).key(&key).send(&world).await.must(200).json();
        assert_eq!(page["total"], 3);
        for record in page["records"].as_array().unwrap() {
            assert_eq!((&record["kind"], &record["key"]), (&"recommendation".into(), &"forensic".into()));
            seen += 1;
        }
        page["next"].as_str().unwrap_or_default().clone_into(&mut next);
    }
    assert_eq!(seen, 3);
    let wrong = format!("/api/v1/operations/{CODE}/records?kind=moon&about=x&owner=?");
    let problems = Ask::get(&wrong).key(&key).send(&world).await.must(422).problems();
    assert_eq!(problems.len(), 3, "{problems:?}");
}

#[tokio::test]
async fn the_owner_reads_the_text_that_was_hashed_and_others_without_whom_else_it_went_to() {
    let world = World::new().await;
    let marking = MarkingDraft {
        audience: "red".to_owned(),
        recipients: vec!["KZ".to_owned(), "UZ".to_owned()],
        ..MarkingDraft::default()
    };
    let mut draft = recommendation();
    draft.marking = marking;
    draft.everyone = false;
    draft.addressees = vec!["KZ".to_owned()];
    let record = app::recommendation::create(&world.by("desk").await, CODE, &draft).await.unwrap();
    let address = format!("/api/v1/records/{}", record.header.id);
    let own = Ask::get(&address).key(&world.key("desk", &["read"]).await).send(&world).await.must(200);
    assert_eq!(own.header("etag"), "\"1\"");
    assert_eq!(v1::hash(&own.text()), v1::hash(&v1::Envelope::of(&record).write()));
    let other = Ask::get(&address).key(&world.key("kz-contact", &["read"]).await).send(&world).await.must(200).json();
    assert_eq!(other["header"]["marking"]["recipients"], serde_json::json!(["KZ"]));
    let none = Ask::get(&address).key(&world.key("mn-observer", &["read"]).await).send(&world).await;
    assert_eq!(none.status.as_u16(), 404);
}
