//! `/operations/{code}/recommendations/…`, `/recommendations/…`: written, followed, exported.

use crate::world::{Ask, CODE, World};
use crate::writes::{flat, pairs};
use model::lang::Lang;
use model::names::Names;
use model::progress::ProgressDraft;
use model::recommendation::RecommendationDraft;
use render::words::plain;

/// A recommendation to every participant, as the coordinator types it.
pub fn draft() -> RecommendationDraft {
    RecommendationDraft {
        recommended: Names::default()
            .with(Lang::Ru, "Обменяться эталонными образцами")
            .with(Lang::En, "=Exchange reference standards"),
        agreed_in: "ru".to_owned(),
        came_from: "debrief".to_owned(),
        category: "forensic".to_owned(),
        everyone: true,
        ..RecommendationDraft::default()
    }
}

/// One that is kept.
pub async fn written(world: &World) -> String {
    let kept = app::recommendation::create(&world.by("desk").await, CODE, &draft()).await.unwrap();
    kept.header.id.to_string()
}

fn top() -> String {
    format!("/operations/{CODE}/recommendations")
}

#[tokio::test]
async fn what_was_typed_stays_and_a_day_that_is_past_shows_its_way_out() {
    let world = World::new().await;
    let cookie = world.cookie("desk").await;
    Ask::get(&format!("{}/new", top())).cookie(&cookie).send(&world).await.must(200);
    let late = RecommendationDraft { due_by: "2020-11-18".to_owned(), category: String::new(), ..draft() };
    let ask = |draft: &RecommendationDraft| {
        Ask::new("POST", &format!("{}/new", top())).cookie(&cookie).form(&pairs(&flat(draft)))
    };
    let page = ask(&late).send(&world).await.must(422).text();
    for part in ["href=\"#due_by\"", "href=\"#category\"", "name=\"due_was\"", "Обменяться", "value=\"2020-11-18\""]
    {
        assert!(page.contains(part), "{part}");
    }
    let kept = RecommendationDraft { due_was: true, category: "forensic".to_owned(), ..late };
    let reply = ask(&kept).send(&world).await.must(303);
    let page = Ask::get(reply.header("location")).cookie(&cookie).send(&world).await.must(200).text();
    assert!(page.contains("lang=\"ru\" dir=\"ltr\">Обменяться") && page.contains("Overdue"));
}

#[tokio::test]
async fn an_addressee_reports_and_the_list_and_the_board_follow() {
    let world = World::new().await;
    let id = written(&world).await;
    let (desk, kz) = (world.cookie("desk").await, world.cookie("kz-contact").await);
    let address = format!("/recommendations/{id}/progress");
    let bare = Ask::new("POST", &address).cookie(&kz).form(&[("standing", "not-accepted")]);
    assert!(bare.send(&world).await.must(422).text().contains("href=\"#reason\""));
    Ask::get(&address).cookie(&desk).send(&world).await.must(403);
    let said = ProgressDraft { standing: "done".to_owned(), proof: "=Act 7".to_owned(), ..ProgressDraft::default() };
    Ask::new("POST", &address).cookie(&kz).form(&pairs(&flat(&said))).send(&world).await.must(303);
    let list = |query: &str| Ask::get(&format!("{}{query}", top())).cookie(&desk);
    assert!(list("?status=done&addressee=KZ").send(&world).await.must(200).text().contains(&id));
    assert!(!list("?status=done&addressee=UZ").send(&world).await.must(200).text().contains(&id));
    assert!(list("?status=nonsense").send(&world).await.must(422).text().contains("href=\"#status\""));
    let board = list("/board").send(&world).await.must(200).text();
    assert!(plain(&board).contains("1 recommendation of 1 edition"), "{board}");
    let csv = list("/board?format=csv").send(&world).await.must(200);
    assert!(csv.header("content-disposition").ends_with(".csv\""));
    assert!(csv.text().contains("'=Exchange") && csv.text().contains("'=Act 7"), "nothing runs as a formula");
    assert!(list("/board?format=xlsx").send(&world).await.must(200).body.starts_with(b"PK"));
}

#[tokio::test]
async fn a_stale_change_shows_who_was_faster_and_what_was_typed() {
    let world = World::new().await;
    let id = written(&world).await;
    let parsed = id.parse().unwrap();
    let next = RecommendationDraft { priority: "high".to_owned(), ..draft() };
    app::recommendation::change(&world.by("desk-2").await, &parsed, 1, &next).await.unwrap();
    let mut fields = flat(&RecommendationDraft { decision_number: "mine".to_owned(), ..draft() });
    fields.push(("base".to_owned(), "1".to_owned()));
    let ask = Ask::new("POST", &format!("/recommendations/{id}/edit")).cookie(&world.cookie("desk").await);
    let page = ask.form(&pairs(&fields)).send(&world).await.must(409).text();
    assert!(page.contains("value=\"mine\"") && page.contains("name=\"base\" value=\"2\""));
    assert!(plain(&page).contains("Revision 2 was kept by the"), "{page}");
}
