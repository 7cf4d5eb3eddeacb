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
    app::plan::consult(&desk, &next, 1, &ConsultDraft { due: "2021-11-01".to_owned(), ..ConsultDraft::default() })
        .await
        .unwrap();
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
    let draft = AnnexDraft {
        title: "Zephyr".to_owned(),
        body: "Night shifts".to_owned(),
        lang: "en".to_owned(),
        ..AnnexDraft::default()
    };
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

/// The address at which a comment is decided on.
async fn commented(world: &World, plan: &RecordId, login: &str, clause: &str, said: &str) -> String {
    let draft = model::comment::CommentDraft { remark: said.to_owned(), ..remark() };
    let kept = app::comment::comment(&world.by(login).await, plan, clause, &draft).await.unwrap();
    format!("/comments/{}/resolve", kept.header.id)
}

#[tokio::test]
async fn comments_are_narrowed_to_the_open_ones_of_a_participant_and_worked_through_one_after_another() {
    let world = World::new().await;
    let id = sent(&world).await;
    let first = commented(&world, &id, "kz-officer", "c1", "First thing").await;
    let second = commented(&world, &id, "uz-officer", "c1", "Second thing").await;
    commented(&world, &id, "uz-officer", "c2", "Third thing").await;
    let (desk, kz) = (world.cookie("desk").await, world.cookie("kz-officer").await);
    let plan = Ask::get(&format!("/plans/{id}")).cookie(&desk).send(&world).await.must(200).text();
    assert!(plan.contains(&format!("href=\"{first}\"")), "the first to decide on: {plan}");
    let decide = |to: String, add: &'static str| {
        let fields = [("base", "0"), ("decision", "accepted"), ("add", add)];
        Ask::new("POST", &to).cookie(&desk).form(&fields)
    };
    let reply = decide(first, "next").send(&world).await.must(303);
    assert_eq!(reply.header("location"), second);
    let list = |query: &str| Ask::get(&format!("/plans/{id}/comments{query}")).cookie(&kz);
    let shows = |page: &str| ["First", "Second", "Third"].map(|word| page.contains(&format!("{word} thing")));
    for (query, expected) in [
        ("", [true, true, true]),
        ("?status=open", [false, true, true]),
        ("?participant=KZ", [true, false, false]),
        ("?status=open&participant=KZ", [false, false, false]),
        ("?clause=c2", [false, false, true]),
    ] {
        let page = list(query).send(&world).await.must(200).text();
        assert_eq!(shows(&page), expected, "{query}");
        assert!(!page.contains("/resolve\""), "only the coordinator decides");
    }
    assert!(list("?status=nonsense").send(&world).await.must(422).text().contains("nonsense"));
}

#[tokio::test]
async fn of_two_who_decide_on_a_comment_the_slower_sees_both_and_loses_nothing() {
    let world = World::new().await;
    let id = sent(&world).await;
    let to = commented(&world, &id, "kz-officer", "c1", "First thing").await;
    let (one, two) = (world.cookie("desk").await, world.cookie("desk-2").await);
    let fields = |base: &'static str, decision: &'static str, reason: &'static str| {
        [("base", base), ("decision", decision), ("reason", reason)]
    };
    Ask::new("POST", &to).cookie(&one).form(&fields("0", "accepted", "Taken as is")).send(&world).await.must(303);
    let late = Ask::new("POST", &to).cookie(&two).form(&fields("0", "rejected", "No means")).send(&world).await;
    let page = late.must(409).text();
    assert!(page.contains("Taken as is") && page.contains("No means") && page.contains("value=\"1\""), "{page}");
    assert!(plain(&page).contains("decided on this comment while you were writing"), "{page}");
    let slip =
        Ask::new("POST", &to).cookie(&two).form(&fields("1", "rejected", "")).send(&world).await.must(422).text();
    assert!(slip.contains("name=\"base\" value=\"1\"") && slip.contains("href=\"#reason\""), "{slip}");
    Ask::new("POST", &to).cookie(&two).form(&fields("1", "rejected", "No means")).send(&world).await.must(303);
}

#[tokio::test]
async fn a_number_of_a_person_in_a_comment_is_asked_about_beside_its_field_and_settled_there() {
    let world = World::new().await;
    let id = sent(&world).await;
    let officer = world.cookie("kz-officer").await;
    let comments = format!("/plans/{id}/clauses/c1/comments");
    let said = [("remark", "Call +7 701 555 12 34"), ("lang", "en"), ("settled", "")];
    let page = Ask::new("POST", &comments).cookie(&officer).form(&said).send(&world).await.must(422).text();
    assert!(page.contains("name=\"settled\" value=\"personal-data:remark\"") && page.contains("Call +7 701"), "{page}");
    let settled = [said[0], said[1], ("settled", "personal-data:remark")];
    Ask::new("POST", &comments).cookie(&officer).form(&settled).send(&world).await.must(303);
}

#[tokio::test]
async fn a_clause_offers_recommendations_by_title_and_a_search_keeps_what_was_typed() {
    let world = World::new().await;
    let (id, recommendation) = (begun(&world).await, crate::pages::recommendation::written(&world).await);
    let cookie = world.cookie("desk").await;
    let edit = format!("/plans/{id}/clauses/c1/edit");
    let page = Ask::get(&edit).cookie(&cookie).send(&world).await.must(200).text();
    assert!(page.contains(&format!("<option value=\"{recommendation}\">{CODE} · Обменяться")), "{page}");
    let mut fields = CLAUSE.to_vec();
    fields.extend([("recommendation", recommendation.as_str()), ("find_links", "nothing"), ("find", "links")]);
    let page = Ask::new("POST", &edit).cookie(&cookie).form(&fields).send(&world).await.must(200).text();
    assert!(page.contains("Проверять посылки"), "what was typed stays");
    assert!(page.contains(&format!("<option value=\"{recommendation}\" selected>{CODE} · Обменяться")), "{page}");
    fields.truncate(fields.len() - 2);
    Ask::new("POST", &edit).cookie(&cookie).form(&fields).send(&world).await.must(303);
    let page = Ask::get(&format!("/plans/{id}")).cookie(&cookie).send(&world).await.must(200).text();
    assert!(page.contains(&format!("href=\"/recommendations/{recommendation}\"")), "{page}");
}

#[tokio::test]
async fn a_plan_is_sent_to_whom_its_coordinator_chose() {
    let world = World::new().await;
    let id = begun(&world).await;
    let desk = world.cookie("desk").await;
    let consult = format!("/plans/{id}/consult");
    let send = |base: &'static str, audience: &'static str| {
        let fields = [("base", base), ("due", "2021-11-01"), ("audience", audience)];
        Ask::new("POST", &consult).cookie(&desk).form(&fields)
    };
    let page = send("1", "amber-strict").send(&world).await.must(422).text();
    assert!(page.contains("href=\"#audience\"") && page.contains("value=\"2021-11-01\""), "{page}");
    send("1", "green").send(&world).await.must(303);
    Ask::get(&format!("/plans/{id}")).cookie(&world.cookie("mn-observer").await).send(&world).await.must(200);
    let page = Ask::get(&consult).cookie(&desk).send(&world).await.must(200).text();
    assert!(page.contains("<option value=\"green\" selected>") && !page.contains("<option value=\"amber\""), "{page}");
    assert!(send("2", "amber").send(&world).await.must(422).text().contains("href=\"#audience\""));
}
