//! `/operations/{code}/report`: page and documents.

use crate::world::{Ask, CODE, World};
use render::words::plain;

async fn ask(world: &World, login: &str, end: &str) -> Ask {
    Ask::get(&format!("/operations/{CODE}/report{end}")).cookie(&world.cookie(login).await)
}

#[tokio::test]
async fn the_report_names_its_inputs_in_every_form() {
    let world = World::new().await;
    let (first, second) = (world.report("kz-officer").await, world.report("uz-officer").await);
    let page = plain(&ask(&world, "desk", "").await.send(&world).await.must(200).text());
    assert!(page.contains(&first) && page.contains(&second) && page.contains("2 incidents"), "{page}");
    let html = ask(&world, "desk", ".html").await.send(&world).await.must(200);
    assert!(html.header("content-disposition").starts_with("attachment") && html.text().contains(&first));
    let json = ask(&world, "desk", ".json").await.send(&world).await.must(200).json();
    assert_eq!(json["sum"]["in_scope"]["kg"], "3");
    assert_eq!(json["inputs"].as_array().unwrap().len(), 2);
    let xlsx = ask(&world, "desk", ".xlsx").await.send(&world).await.must(200);
    assert!(xlsx.body.starts_with(b"PK"));
}

#[tokio::test]
async fn a_reader_gets_the_report_of_what_that_reader_may_see() {
    let world = World::new().await;
    let incident = world.report("kz-officer").await;
    let json = ask(&world, "mn-observer", ".json").await.send(&world).await.must(200).json();
    assert_eq!((json["sum"]["incidents"].as_i64(), json["inputs"].as_array().unwrap().len()), (Some(0), 0));
    let page = ask(&world, "mn-observer", "").await.send(&world).await.must(200).text();
    assert!(!page.contains(&incident));
    for end in ["", ".html", ".xlsx", ".json"] {
        ask(&world, "outsider", end).await.send(&world).await.must(404);
    }
}

#[tokio::test]
async fn a_document_carries_the_filter_of_its_page() {
    let world = World::new().await;
    world.report("kz-officer").await;
    let page = ask(&world, "desk", "?participants=UZ").await.send(&world).await.must(200).text();
    assert!(page.contains("/report.json?participants=UZ"));
    let json = ask(&world, "desk", ".json?participants=UZ").await.send(&world).await.must(200).json();
    assert_eq!(json["sum"]["incidents"], 0);
    assert_eq!(json["filter"]["participants"][0], "UZ");
}

#[tokio::test]
async fn a_report_in_persian_runs_right_to_left() {
    let world = World::new().await;
    world.report("kz-officer").await;
    let page = ask(&world, "desk", "?lang=fa").await.send(&world).await.must(200).text();
    assert!(page.contains("dir=\"rtl\"") && !page.contains('⟦'));
}
