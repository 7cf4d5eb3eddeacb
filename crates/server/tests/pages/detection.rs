//! `/operations/{code}/detections`, `/detections/{id}`: what is known of first sightings, and who knows it.

use crate::analysis::detection;
use crate::world::{Ask, CODE, World};
use crate::writes::{flat, pairs};
use model::detection::DetectionDraft;
use model::marking::MarkingDraft;
use render::words::plain;

fn top() -> String {
    format!("/operations/{CODE}/detections")
}

async fn submit(world: &World, login: &str, draft: &DetectionDraft) -> String {
    app::detection::submit(&world.by(login).await, CODE, draft).await.unwrap().header.id.to_string()
}

#[tokio::test]
async fn what_the_reader_may_not_see_is_not_listed_nor_first_seen_nor_filtered() {
    let world = World::new().await;
    let hidden = MarkingDraft { audience: "red".to_owned(), ..MarkingDraft::default() };
    let early = DetectionDraft { day: "2021-03-01".to_owned(), marking: hidden, ..detection() };
    let secret = submit(&world, "kz-officer", &early).await;
    let open = submit(&world, "kz-officer", &detection()).await;
    let page = Ask::get(&top()).cookie(&world.cookie("uz-officer").await).send(&world).await.must(200).text();
    assert!(page.contains(&open) && !page.contains(&secret), "{page}");
    assert!(plain(&page).contains("1 detection you may see"));
    assert!(!page.contains("2021-03-01"));
    let own = Ask::get(&top()).cookie(&world.cookie("kz-officer").await).send(&world).await.must(200).text();
    assert!(own.contains(&secret) && own.contains("2021-03-01"));
    let cookie = world.cookie("uz-officer").await;
    Ask::get(&format!("/detections/{secret}")).cookie(&cookie).send(&world).await.must(404);
    Ask::get(&format!("/detections/{open}")).cookie(&cookie).send(&world).await.must(200);
    let none = Ask::get(&format!("{}?country=UZ", top())).cookie(&cookie).send(&world).await.must(200).text();
    assert!(!none.contains(&format!("href=\"/detections/{open}\">Mephedrone</a></th>")));
}

#[tokio::test]
async fn a_new_substance_is_proposed_as_an_alert_to_the_coordinator_alone() {
    let world = World::new().await;
    let id = submit(&world, "kz-officer", &detection()).await;
    for (login, proposes) in [("desk", true), ("uz-officer", false)] {
        let cookie = world.cookie(login).await;
        for address in [top(), format!("/detections/{id}")] {
            let page = Ask::get(&address).cookie(&cookie).send(&world).await.must(200).text();
            assert!(page.contains("new to the region") || page.contains("New to the region"), "{login} {address}");
            assert_eq!(page.contains(&format!("/operations/{CODE}/messages/new?")), proposes, "{login} {address}");
        }
    }
    submit(
        &world,
        "uz-officer",
        &DetectionDraft { country: "UZ".to_owned(), day: "2021-08-01".to_owned(), ..detection() },
    )
    .await;
    let page = Ask::get(&format!("/detections/{id}")).cookie(&world.cookie("desk").await).send(&world).await.text();
    assert!(!page.contains("New to the region"), "Uzbekistan saw it in August");
}

#[tokio::test]
async fn a_name_nearly_known_is_answered_with_names_to_take_and_everything_typed_stays() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let odd = DetectionDraft {
        written: "Mefedrone-X".to_owned(),
        day: "2021-12-01".to_owned(),
        note: "<b>note</b>".to_owned(),
        incident: "inc_01h455vb4pex5vsknk084sn02q".to_owned(),
        ..detection()
    };
    let send = |fields: Vec<(String, String)>| {
        let ask = Ask::new("POST", &format!("{}/new", top())).cookie(&cookie);
        ask.form(&pairs(&fields))
    };
    let page = send(flat(&odd)).send(&world).await.must(422).text();
    for part in ["#written", "#day", "name=\"choose\"", "&lt;b&gt;note&lt;/b&gt;", "Mefedrone-X"] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let mut chosen = flat(&odd);
    chosen.push(("choose".to_owned(), "Mephedrone".to_owned()));
    let page = send(chosen).send(&world).await.must(200).text();
    assert!(page.contains("value=\"Mephedrone\"") && page.contains("&lt;b&gt;note&lt;/b&gt;"));
    let linked = DetectionDraft { incident: odd.incident.clone(), ..detection() };
    let page = send(flat(&linked)).send(&world).await.must(422).text();
    assert!(page.contains("#incident") && page.contains("that you can refer to"), "{page}");
    let kept = send(flat(&detection())).send(&world).await.must(303);
    assert!(kept.header("location").starts_with("/detections/det_"));
}

#[tokio::test]
async fn whoever_was_slower_sees_what_it_typed_and_only_the_owner_revises() {
    let world = World::new().await;
    let id = submit(&world, "kz-officer", &detection()).await;
    let mut fields = flat(&DetectionDraft { note: "Second look".to_owned(), ..detection() });
    fields.push(("base".to_owned(), "1".to_owned()));
    let edit = format!("/detections/{id}/edit");
    let ask = |cookie: &str| Ask::new("POST", &edit).cookie(cookie).form(&pairs(&fields));
    ask(&world.cookie("uz-officer").await).send(&world).await.must(403);
    let cookie = world.cookie("kz-officer").await;
    ask(&cookie).send(&world).await.must(303);
    let page = ask(&cookie).send(&world).await.must(409).text();
    assert!(page.contains("Second look") && page.contains("name=\"base\" value=\"2\""), "{page}");
    let gone = format!("/detections/{id}/retract");
    Ask::new("POST", &gone).cookie(&cookie).form(&[("base", "2")]).send(&world).await.must(422);
    Ask::new("POST", &gone).cookie(&cookie).form(&[("base", "2"), ("reason", "Mixed up")]).send(&world).await.must(303);
    let list = Ask::get(&top()).cookie(&cookie).send(&world).await.must(200).text();
    assert!(!list.contains(&id), "a retracted detection leaves the list");
    let shown = Ask::get(&format!("/detections/{id}")).cookie(&cookie).send(&world).await.must(200).text();
    assert!(shown.contains("Mixed up"));
}
