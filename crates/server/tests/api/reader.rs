//! `/api` and `/api/v1/openapi.json`.

use crate::world::{Ask, CODE, World};

#[tokio::test]
async fn the_description_is_read_by_machines_and_by_people_in_every_language() {
    let world = World::new().await;
    let document = Ask::get("/api/v1/openapi.json").send(&world).await.must(200).json();
    assert_eq!(document["openapi"], "3.1.0");
    for lang in ["en", "ru", "fa"] {
        let page = Ask::get(&format!("/api?lang={lang}")).send(&world).await.must(200).text();
        assert!(page.contains(&format!("<html lang=\"{lang}\"")) && !page.contains('⟦'), "{lang}");
        for path in document["paths"].as_object().unwrap().keys() {
            assert!(page.contains(path.as_str()), "{path}");
        }
    }
}

#[tokio::test]
async fn the_type_of_every_failure_leads_to_a_place_on_the_page() {
    let world = World::new().await;
    let page = Ask::get("/api").send(&world).await.must(200).text();
    let key = world.key("kz-officer", &["read"]).await;
    for ask in [
        Ask::get("/api/v1/operations"),
        Ask::get("/api/v1/operations/NONE").key(&key),
        Ask::new("DELETE", "/api/v1/units"),
        Ask::get(&format!("/api/v1/operations/{CODE}/totals?by=moon")).key(&key),
        Ask::new("POST", "/api/v1/operations").key(&key),
    ] {
        let document = ask.send(&world).await.json();
        let anchor = document["type"].as_str().unwrap().strip_prefix("/api#").unwrap().to_owned();
        assert!(page.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        assert!(!document["detail"].as_str().unwrap().contains("Go back"));
    }
}
