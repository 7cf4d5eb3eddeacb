//! `/api/v1/operations/{code}/totals`, `/inputs` and `/report`.

use crate::world::{Ask, CODE, World};

#[tokio::test]
async fn figures_are_exact_texts_and_name_what_they_stand_on() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read"]).await;
    for _ in 0..3 {
        world.report("kz-officer").await;
    }
    let address = format!("/api/v1/operations/{CODE}/totals?by=country,substance");
    let totals = Ask::get(&address).key(&key).send(&world).await.must(200).json();
    assert_eq!(totals["total"]["kg"], "4.5");
    assert_eq!(totals["rows"][0]["country"], "KZ");
    assert_eq!(totals["rows"][0]["in_scope"]["kg"], "4.5");
    assert_eq!(totals["total"]["incidents"], 3);
    assert!(!totals["conversion_table"].as_str().unwrap().is_empty());
    let inputs =
        Ask::get(&format!("/api/v1/operations/{CODE}/inputs?limit=2")).key(&key).send(&world).await.must(200).json();
    assert_eq!(inputs["inputs"].as_array().unwrap().len(), 2);
    let rest = Ask::get(inputs["next"].as_str().unwrap()).key(&key).send(&world).await.must(200).json();
    assert_eq!(rest["inputs"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_word_that_is_no_column_or_filter_is_named() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read"]).await;
    let reply = Ask::get(&format!("/api/v1/operations/{CODE}/totals?by=moon")).key(&key).send(&world).await.must(422);
    assert_eq!(reply.problems(), ["by:code-unknown"]);
    let reply =
        Ask::get(&format!("/api/v1/operations/{CODE}/totals?setting=moon")).key(&key).send(&world).await.must(422);
    assert_eq!(reply.problems(), ["settings:code-unknown"]);
}

#[tokio::test]
async fn a_name_that_is_no_filter_and_a_value_of_nobody_are_refused_wherever_a_filter_stands() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read"]).await;
    for (room, own) in [
        ("incidents", "order=changed&limit=5"),
        ("totals", "by=country"),
        ("inputs", "limit=5"),
        ("report", "format=json&lang=ru"),
    ] {
        let ask = |query: &str| Ask::get(&format!("/api/v1/operations/{CODE}/{room}?{query}")).key(&key);
        for wrong in ["bogus=1", "Countries=KZ", "columns=setting"] {
            let reply = ask(wrong).send(&world).await.must(422);
            assert_eq!(reply.problems(), [":filter-unknown"], "{room} {wrong}");
            assert!(reply.text().contains("countries"), "{room}");
        }
        let reply = ask("country=Atlantis&region=KZ-99&place=nowhere").send(&world).await.must(422);
        assert_eq!(reply.problems(), ["countries:code-unknown", "regions:code-unknown", "places:code-unknown"]);
        assert_eq!(ask("participant=FR").send(&world).await.must(422).problems(), ["participants:code-unknown"]);
        ask(&format!("{own}&country=Kazakhstan&scope=in&status=provisional")).send(&world).await.must(200);
    }
}

#[tokio::test]
async fn figures_echo_what_was_asked_and_four_groupings_are_the_most() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read"]).await;
    let ask = |query: &str| Ask::get(&format!("/api/v1/operations/{CODE}/totals?{query}")).key(&key);
    let totals = ask("country=kazakhstan&from=2021-10-04").send(&world).await.must(200).json();
    assert_eq!((&totals["filter"]["countries"][0], &totals["filter"]["from"]), (&"KZ".into(), &"2021-10-04".into()));
    assert_eq!(totals["demonstration"], false);
    let reply = ask("by=country,region,substance,year,kind").send(&world).await.must(422);
    assert_eq!(reply.problems(), ["by:too-many"]);
    assert!(reply.text().contains("at most 4"));
}

#[tokio::test]
async fn the_report_comes_in_every_format_and_language() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read"]).await;
    world.report("kz-officer").await;
    for (format, starts) in [("json", &b"{"[..]), ("html", b"<!doctype html>"), ("xlsx", b"PK")] {
        for lang in ["en", "ru", "fa"] {
            let address = format!("/api/v1/operations/{CODE}/report?format={format}&lang={lang}");
            let report = Ask::get(&address).key(&key).send(&world).await.must(200);
            assert!(report.body.starts_with(starts), "{format} {lang}");
            assert!(report.header("content-disposition").contains(&format!("-{lang}.{format}")));
        }
    }
    Ask::get(&format!("/api/v1/operations/{CODE}/report?format=pdf")).key(&key).send(&world).await.must(422);
}
