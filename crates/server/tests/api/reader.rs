//! `/api` and `/api/v1/openapi.json`.

use crate::world::{Ask, World};

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
