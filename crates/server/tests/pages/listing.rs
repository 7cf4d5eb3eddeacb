//! `/operations/{code}/incidents`: what leaves the house.

use crate::world::{Ask, CODE, World};

#[tokio::test]
async fn what_leaves_a_demonstration_says_that_it_is_made_up() {
    let world = World::demonstration().await;
    let desk = app::demo::sign_ins().into_iter().find(|one| one.role == "coordinator").unwrap();
    let guest = world.app.cx(app::Actor::Guest, model::record::Door::Page);
    let cookie = format!("session={}", app::session::sign_in(&guest, &desk.login, &desk.password).await.unwrap());
    let ask = |end: &str| Ask::get(&format!("/operations/REFLEX-2021/incidents?{end}")).cookie(&cookie);
    for end in ["format=csv", "format=xlsx", "inputs&format=csv"] {
        let file = ask(end).send(&world).await.must(200);
        assert!(file.header("content-disposition").contains("-demonstration."), "{end}");
    }
}

#[tokio::test]
async fn a_page_says_which_part_of_its_address_means_nothing() {
    let world = World::new().await;
    let cookie = world.cookie("desk").await;
    for room in ["", "/incidents", "/report"] {
        let ask = |query: &str| Ask::get(&format!("/operations/{CODE}{room}?{query}")).cookie(&cookie);
        for wrong in ["Countries=KZ", "bogus=1", "countries=Atlantis", "regions=KZ-99", "participants=FR"] {
            let page = ask(wrong).send(&world).await.must(422).text();
            let (name, value) = wrong.split_once('=').unwrap();
            assert!(page.contains("class=\"summary\"") && (page.contains(name) || page.contains(value)), "{wrong}");
        }
        ask("countries=KZ&participants=UZ&lang=en&theme=dark").send(&world).await.must(200);
    }
}
