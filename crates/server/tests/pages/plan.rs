//! `/operations/…/plan`, `/plans/…`, `/comments/…`, `/acceptances/…`, `/annexes/…`.

use crate::plan::{CLAUSE, acceptance, remark};
use crate::world::{Ask, CODE, World};
use model::annex::AnnexDraft;
use model::id::RecordId;
use model::plan::{AskDraft, ConsultDraft};
use render::words::plain;

async fn begun(world: &World) -> RecordId {
    app::plan::create(&world.by("desk").await, CODE, "outline").await.unwrap().header.id
}

async fn sent(world: &World) -> RecordId {
    let id = begun(world).await;
    let draft = AskDraft { due: "2021-11-01".to_owned(), ..AskDraft::default() };
    app::plan::ask(&world.by("desk").await, &id, 1, &draft).await.unwrap();
    id
}

#[tokio::test]
async fn the_room_says_how_a_plan_comes_and_shows_a_draft_to_its_coordinator_alone() {
    let world = World::new().await;
    let (desk, officer) = (world.cookie("desk").await, world.cookie("kz-officer").await);
    let room = format!("/operations/{CODE}/plan");
    let page = Ask::get(&room).cookie(&officer).send(&world).await.must(200).text();
    assert!(page.contains("class=\"empty\"") && !page.contains("name=\"start\""));
    Ask::new("POST", &room).cookie(&desk).form(&[("start", "nonsense")]).send(&world).await.must(422);
    Ask::new("POST", &room).cookie(&desk).form(&[("start", "outline")]).send(&world).await.must(303);
    assert!(Ask::get(&room).cookie(&desk).send(&world).await.must(200).text().contains("id=\"c9\""));
    let page = Ask::get(&room).cookie(&officer).send(&world).await.must(200).text();
    assert!(page.contains("class=\"empty\""), "a draft is not there for a participant");
}

#[tokio::test]
async fn who_was_slower_sees_what_the_other_wrote_beside_what_was_typed() {
    let world = World::new().await;
    let id = begun(&world).await;
    let cookie = world.cookie("desk").await;
    let edit = format!("/plans/{id}/clauses/c1/edit");
    Ask::get(&edit).cookie(&cookie).send(&world).await.must(200);
    Ask::new("POST", &edit).cookie(&cookie).form(&CLAUSE).send(&world).await.must(303);
    let mut other = CLAUSE;
    other[3] = ("text.ru", "Проверять почту");
    let page = Ask::new("POST", &edit).cookie(&cookie).form(&other).send(&world).await.must(409).text();
    assert!(page.contains("Проверять почту") && page.contains("Проверять посылки"), "{page}");
    assert!(page.contains("name=\"base\" value=\"2\""));
    other[0] = ("base", "2");
    Ask::new("POST", &edit).cookie(&cookie).form(&other).send(&world).await.must(303);
}

#[tokio::test]
async fn a_due_day_that_has_passed_is_shown_with_a_way_out_and_stays_typed() {
    let world = World::new().await;
    let id = begun(&world).await;
    let consult = format!("/plans/{id}/consult");
    let fields = [("base", "1"), ("due", "2021-10-01")];
    let cookie = world.cookie("desk").await;
    let page = Ask::new("POST", &consult).cookie(&cookie).form(&fields).send(&world).await.must(422).text();
    assert!(plain(&page).contains("has passed") && page.contains("value=\"2021-10-01\""), "{page}");
}

#[tokio::test]
async fn accepting_a_superseded_text_leads_to_the_current_one() {
    let world = World::new().await;
    let id = sent(&world).await;
    let (desk, contact) = (world.by("desk").await, world.by("kz-contact").await);
    let draft = acceptance(&contact, &id).await;
    let next = app::plan::next(&desk, &id).await.unwrap().header.id;
    app::plan::consult(&desk, &next, 1, &ConsultDraft { due: "2021-11-01".to_owned() }).await.unwrap();
    let fields = [
        ("hash", draft.hash.as_str()),
        ("day", "2021-10-15"),
        ("authority", "agency"),
        ("reservations.0.clause", "c77"),
        ("reservations.0.text", "Nein"),
    ];
    let ask = Ask::new("POST", &format!("/plans/{id}/accept")).cookie(&world.cookie("kz-contact").await).form(&fields);
    let page = ask.send(&world).await.must(422).text();
    assert!(page.contains(&format!("href=\"/plans/{next}\"")), "{page}");
    assert!(page.contains("href=\"#reservations.0.clause\"") && page.contains("Nein"));
}

#[tokio::test]
async fn a_comment_with_a_problem_stays_typed_and_one_without_is_shown_and_decided() {
    let world = World::new().await;
    let id = sent(&world).await;
    let (officer, desk) = (world.cookie("kz-officer").await, world.cookie("desk").await);
    let clause = format!("/plans/{id}/clauses/c1");
    let comments = format!("{clause}/comments");
    let bad = [("remark", ""), ("wording", "در ۱۲ ساعت"), ("lang", "fa"), ("marking.audience", "red")];
    let page = Ask::new("POST", &comments).cookie(&officer).form(&bad).send(&world).await.must(422).text();
    assert!(page.contains("در ۱۲ ساعت") && page.contains("href=\"#remark\""), "{page}");
    let good = [("remark", "<b>Срок?</b>"), ("lang", "ru")];
    Ask::new("POST", &comments).cookie(&officer).form(&good).send(&world).await.must(303);
    let page = Ask::get(&clause).cookie(&desk).send(&world).await.must(200).text();
    assert!(page.contains("&lt;b&gt;Срок?&lt;/b&gt;"));
    let resolve = page.split("href=\"").find(|part| part.starts_with("/comments/")).unwrap().split('"').next().unwrap();
    let without = [("base", "0"), ("decision", "rejected")];
    Ask::new("POST", resolve).cookie(&desk).form(&without).send(&world).await.must(422);
    let with = [("base", "0"), ("decision", "rejected"), ("reason", "Is said in c6")];
    Ask::new("POST", resolve).cookie(&desk).form(&with).send(&world).await.must(303);
    Ask::new("POST", resolve).cookie(&desk).form(&with).send(&world).await.must(409);
    let page = Ask::get(&clause).cookie(&officer).send(&world).await.must(200).text();
    assert!(page.contains("Is said in c6") && !page.contains("/resolve\""));
}

#[tokio::test]
async fn an_annex_is_not_found_by_another_participant() {
    let world = World::new().await;
    let id = sent(&world).await;
    let draft = AnnexDraft { title: "Zephyr".to_owned(), body: "Night shifts".to_owned(), lang: "en".to_owned() };
    let annex = app::annex::write(&world.by("kz-officer").await, &id, &draft).await.unwrap().header.id;
    for (login, sees) in [("kz-contact", true), ("desk", true), ("uz-officer", false), ("mn-observer", false)] {
        let cookie = world.cookie(login).await;
        let status = if sees { 200 } else { 404 };
        Ask::get(&format!("/annexes/{annex}")).cookie(&cookie).send(&world).await.must(status);
        let page = Ask::get(&format!("/operations/{CODE}/plan")).cookie(&cookie).send(&world).await.must(200).text();
        assert_eq!(page.contains("Zephyr"), sees, "{login}");
    }
}

#[tokio::test]
async fn a_page_of_comments_leads_to_the_next() {
    let world = World::new().await;
    let id = sent(&world).await;
    let officer = world.by("kz-officer").await;
    for _ in 0..51 {
        app::comment::comment(&officer, &id, "c2", &remark()).await.unwrap();
    }
    let cookie = world.cookie("uz-officer").await;
    let clause = format!("/plans/{id}/clauses/c2");
    let page = Ask::get(&clause).cookie(&cookie).send(&world).await.must(200).text();
    assert_eq!(page.matches("<article").count(), 50);
    let next = page.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let page = Ask::get(next).cookie(&cookie).send(&world).await.must(200).text();
    assert_eq!(page.matches("<article").count(), 1);
}
