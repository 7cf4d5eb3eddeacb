//! `/operations/{code}/incidents` as a file, and as a list that starts somewhere.

use crate::world::{Ask, CODE, World, seizure};

#[tokio::test]
async fn an_export_is_compressed_to_its_end() {
    let world = World::new().await;
    world.report("kz-officer").await;
    let cookie = world.cookie("kz-officer").await;
    let address = format!("/operations/{CODE}/incidents?format=csv");
    for query in ["", "&from=2021-01-01&to=2021-01-02"] {
        let ask = Ask::get(&format!("{address}{query}")).cookie(&cookie).header("accept-encoding", "gzip");
        let reply = ask.send(&world).await.must(200);
        assert_eq!(reply.header("content-encoding"), "gzip");
        assert!(reply.body.starts_with(&[0x1f, 0x8b]));
    }
}

#[tokio::test]
async fn a_list_that_starts_at_what_one_may_not_see_starts_at_its_beginning_and_says_so() {
    let world = World::new().await;
    let shown = world.report("kz-officer").await;
    let mut red = seizure();
    red.marking.audience = "red".to_owned();
    let hidden = app::incident::submit(&world.by("kz-officer").await, CODE, &red).await.unwrap().header.id;
    let cookie = world.cookie("uz-officer").await;
    for record in [hidden.to_string(), "inc_01fj24acq0ftg8yvy8p776d36r".to_owned()] {
        let address = format!("/operations/{CODE}/incidents?after=2021-10-14~{record}");
        let page = Ask::get(&address).cookie(&cookie).send(&world).await.must(422).text();
        assert!(page.contains(&shown) && !page.contains('⟦'));
    }
}

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
