//! The demonstration is the same on every machine, and labelled.

use crate::world::World;
use app::{demo, incident};
use model::listing::{Filter, Order, Page};
use model::marking::Audience;

#[tokio::test]
async fn a_new_node_becomes_a_demonstration_with_hundreds_of_incidents_and_says_so() {
    let world = World::empty().await;
    world.pass(5 * 365 * 86_400);
    demo::fill(&world.node(), |_, _| {}).await.unwrap();
    let world = world.reopened().await;
    assert!(world.app.node().demonstration);
    assert_eq!(world.app.now().day().to_string(), "2021-11-12");
    let desk = world.by("coordinator").await;
    let overview = app::overview::get(&desk, "REFLEX-2021", &Filter::default()).await.unwrap();
    assert!(overview.operation.demonstration);
    assert!(overview.sum.sum.incidents > 350, "{}", overview.sum.sum.incidents);
    insta::assert_snapshot!(overview.sum.sum.all.kg());
}

#[tokio::test]
async fn a_demonstration_asks_about_seizures_that_were_told_twice_and_about_nothing_else() {
    let world = World::empty().await;
    world.pass(5 * 365 * 86_400);
    let mut kept = 0;
    demo::fill(&world.node(), |_, all| kept = all).await.unwrap();
    assert_eq!(kept, 420);
    let world = world.reopened().await;
    let node = world.node();
    let page = Page { order: Order::Event, after: None, limit: 500 };
    let held = Filter { held: Some(true), ..Filter::default() };
    let held = incident::rows(&node, "REFLEX-2021", &held, &page).await.unwrap().rows;
    assert_eq!(held.len(), 5);
    for row in held {
        let own = incident::get(&node, &row.id).await.unwrap();
        let other = own.questions[0].problem.other_record().unwrap();
        let pair = [own.record, incident::get(&node, &other).await.unwrap().record];
        let [own, other] = pair.each_ref().map(|record| {
            let line = &record.content.lines[0];
            let amount = line.quantity.as_ref().unwrap().amount;
            (&record.header.owner, record.header.agency, record.header.marking.audience, &line.substance, amount)
        });
        assert_eq!(own, other);
        assert_eq!((own.2, pair[0].content.when.day.since(pair[1].content.when.day)), (Audience::Amber, 1));
    }
}

#[tokio::test]
async fn a_node_that_holds_something_never_becomes_a_demonstration() {
    let world = World::new().await;
    let refused = demo::fill(&world.node(), |_, _| {}).await;
    assert!(matches!(refused, Err(app::Error::Refused("demo-not-empty"))));
}
