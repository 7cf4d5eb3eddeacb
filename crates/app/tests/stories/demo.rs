//! The demonstration is the same on every machine, and labelled.

use crate::world::World;
use app::demo;
use model::listing::Filter;

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
async fn a_node_that_holds_something_never_becomes_a_demonstration() {
    let world = World::new().await;
    let refused = demo::fill(&world.node(), |_, _| {}).await;
    assert!(matches!(refused, Err(app::Error::Refused("demo-not-empty"))));
}
