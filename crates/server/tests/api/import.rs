//! `/api/v1/operations/{code}/imports`.

use crate::world::{Ask, CODE, World};

pub const FILE: &str = "REGION;SUBREGION;COUNTRY;ADMINISTRATIVE_DIVISION;PLACE;SEIZURE_DATE;DRUG_NAME;AMOUNT;DRUG_UNIT;HIDING_PLACE;INSTALLATION;TRANSPORT;PRODUCING_COUNTRY;DEPARTURE_COUNTRY;DESTINATION_COUNTRY;ROUTING\n\
    Asia;X;Kazakhstan;;Almaty;2021-10-12;Mephedrone;511.06;Gram;Inserted;;Private road;;Kazakhstan;Kazakhstan;\n\
    Asia;X;Atlantis;;Almaty;2021-10-12;Mephedrone;1;Gram;;;;;;;\n";

#[tokio::test]
async fn a_file_is_imported_with_a_verdict_per_row_and_the_same_file_again_changes_nothing() {
    let world = World::new().await;
    let key = world.key("kz-contact", &["read", "incidents"]).await;
    let send = async |query: &str| {
        let address = format!("/api/v1/operations/{CODE}/imports?mapping=ids{query}");
        Ask::new("POST", &address).key(&key).header("content-type", "text/csv").body(FILE).send(&world).await
    };
    let dry = send("&dry_run=true").await.must(200).json();
    assert_eq!((&dry["rows"], &dry["refused"]), (&2.into(), &1.into()));
    let first = send("").await.must(201).json();
    assert_eq!(first["refused"], 1);
    let again = send("").await.must(201).json();
    assert_eq!((&again["known"], &again["accepted"]), (&1.into(), &0.into()));
    let left = std::fs::read_dir(world.folder.path()).unwrap().flatten();
    assert!(left.into_iter().all(|file| !file.file_name().to_string_lossy().starts_with("incoming-")));
}

#[tokio::test]
async fn an_unknown_mapping_and_another_media_type_are_refused() {
    let world = World::new().await;
    let key = world.key("kz-contact", &["incidents"]).await;
    let address = format!("/api/v1/operations/{CODE}/imports?mapping=nothing");
    let reply =
        Ask::new("POST", &address).key(&key).header("content-type", "text/csv").body(FILE).send(&world).await.must(422);
    assert_eq!(reply.problems(), ["mapping:mapping-unknown"]);
    Ask::new("POST", &address)
        .key(&key)
        .header("content-type", "application/pdf")
        .body(FILE)
        .send(&world)
        .await
        .must(415);
}

#[tokio::test]
async fn a_trial_is_asked_for_in_so_many_words_or_nothing_is_imported() {
    let world = World::new().await;
    let key = world.key("kz-contact", &["read", "incidents"]).await;
    for word in ["1", "TRUE", "yes", "on"] {
        let address = format!("/api/v1/operations/{CODE}/imports?mapping=ids&dry_run={word}");
        let ask = Ask::new("POST", &address).key(&key).header("content-type", "text/csv").body(FILE);
        assert_eq!(ask.send(&world).await.must(422).problems(), ["dry_run:value-flag"]);
    }
    let list = Ask::get(&format!("/api/v1/operations/{CODE}/incidents")).key(&key).send(&world).await.json();
    assert_eq!(list["total"], 0);
}
