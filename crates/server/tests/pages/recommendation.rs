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
    let bare = Ask::new("POST", &address).cookie(&kz).fields(&[("standing", "not-accepted")]);
    assert!(bare.send(&world).await.must(422).text().contains("href=\"#reason\""));
    Ask::get(&address).cookie(&desk).send(&world).await.must(403);
    let said = ProgressDraft { standing: "done".to_owned(), proof: "=Act 7".to_owned(), ..ProgressDraft::default() };
    Ask::new("POST", &address).cookie(&kz).fields(&pairs(&flat(&said))).send(&world).await.must(303);
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

#[tokio::test]
async fn a_file_is_proof_and_is_read_by_whoever_reads_the_report() {
    let world = World::new().await;
    let id = written(&world).await;
    let kz = world.cookie("kz-contact").await;
    let address = format!("/recommendations/{id}/progress");
    let done = [("standing", "done"), ("progress_note", "Delivered in May")];
    let bare = Ask::new("POST", &address).cookie(&kz).fields(&done).send(&world).await.must(422).text();
    assert!(bare.contains("href=\"#proof\"") && bare.contains("Delivered in May"), "{bare}");
    let bad = Ask::new("POST", &address).cookie(&kz).file("act.pdf", b"not a file", &done).send(&world).await;
    assert!(bad.must(422).text().contains("href=\"#files\""));
    let hidden = [done[0], done[1], ("marking.audience", "amber-strict")];
    let png = crate::coverage::png();
    Ask::new("POST", &address).cookie(&kz).file("act.png", &png, &hidden).send(&world).await.must(303);
    let page = |login: &'static str| {
        let (world, to) = (&world, format!("/recommendations/{id}"));
        async move { Ask::get(&to).cookie(&world.cookie(login).await).send(world).await.must(200).text() }
    };
    let desk = page("desk").await;
    assert!(desk.contains("act.png"), "{desk}");
    let file = desk.split("href=\"/attachments/").nth(1).unwrap().split('"').next().unwrap();
    Ask::get(&format!("/attachments/{file}")).cookie(&world.cookie("desk").await).send(&world).await.must(200);
    assert!(!page("uz-officer").await.contains("act.png"), "the report is not open to it, nor is its file");
    Ask::get(&format!("/attachments/{file}")).cookie(&world.cookie("uz-officer").await).send(&world).await.must(404);
}

#[tokio::test]
async fn evidence_is_chosen_by_title_and_a_clause_that_is_not_there_has_a_way_out() {
    let world = World::new().await;
    let (id, other) = (written(&world).await, written(&world).await);
    let desk = world.cookie("desk").await;
    let plan = app::plan::create(&world.by("desk").await, CODE, "outline").await.unwrap().header.id;
    let address = format!("/recommendations/{id}/edit");
    let page = Ask::get(&address).cookie(&desk).send(&world).await.must(200).text();
    assert!(page.contains(&format!("name=\"evidence\" value=\"{other}\"")), "{page}");
    assert!(page.contains(&format!("<option value=\"{plan}#c4\">{CODE} · 4. ")), "{page}");
    let send = |carried: String| {
        let mut fields = flat(&RecommendationDraft { plan: carried, evidence: vec![other.clone()], ..draft() });
        fields.push(("base".to_owned(), "1".to_owned()));
        Ask::new("POST", &address).cookie(&desk).form(&pairs(&fields))
    };
    let page = send(format!("{plan}#c99")).send(&world).await.must(422).text();
    assert!(page.contains("href=\"#plan\"") && page.contains(&format!("value=\"{other}\" checked")), "{page}");
    send(format!("{plan}#c4")).send(&world).await.must(303);
    let page = Ask::get(&format!("/recommendations/{id}")).cookie(&desk).send(&world).await.must(200).text();
    assert!(page.contains(&format!("href=\"/plans/{plan}#c4\"")), "{page}");
    assert!(plain(&page).contains(&format!("carried into {CODE}, clause 4")), "{page}");
    assert!(page.contains(&format!("href=\"/recommendations/{other}\"")), "{page}");
    let uz = Ask::get(&format!("/recommendations/{id}")).cookie(&world.cookie("uz-officer").await).send(&world).await;
    assert!(!uz.must(200).text().contains(&plan.to_string()), "the draft of a plan is not there for a participant");
}
