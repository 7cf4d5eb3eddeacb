//! `/api/v1/incidents` and their lists.

use crate::coverage::png;
use crate::world::{Ask, CODE, World, operation_draft, seizure};
use model::incident::{IncidentDraft, LineDraft};
use serde_json::json;

fn incidents() -> String {
    format!("/api/v1/operations/{CODE}/incidents")
}

#[tokio::test]
async fn every_problem_of_every_field_is_answered_at_once_in_the_readers_language() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["incidents"]).await;
    let draft = IncidentDraft {
        country: "Atlantis".to_owned(),
        lines: vec![LineDraft {
            written: "mephedrone".to_owned(),
            quantity: "5,065".to_owned(),
            unit: "bushel".to_owned(),
            ..LineDraft::default()
        }],
        ..seizure()
    };
    let ask = |lang: &str| Ask::new("POST", &incidents()).key(&key).header("accept-language", lang).json(&draft);
    let english = ask("en").send(&world).await.must(422);
    assert_eq!(english.header("content-type"), "application/problem+json");
    for expected in ["country:country-unknown", "lines.0.unit:unit-unknown"] {
        assert!(english.problems().contains(&expected.to_owned()), "{:?}", english.problems());
    }
    let persian = ask("fa-AF").send(&world).await.must(422);
    assert_eq!(persian.header("content-language"), "fa");
    assert_eq!(persian.problems(), english.problems());
    assert_ne!(persian.json()["problems"][0]["message"], english.json()["problems"][0]["message"]);
    assert!(!persian.text().contains('⟦'));
}

#[tokio::test]
async fn checking_finds_the_same_problems_and_writes_nothing() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "incidents"]).await;
    let (before, _) = world.latest().await;
    let address = format!("{}/check", incidents());
    Ask::new("POST", &address).key(&key).json(&seizure()).send(&world).await.must(204);
    let bad = IncidentDraft { day: String::new(), ..seizure() };
    Ask::new("POST", &address).key(&key).json(&bad).send(&world).await.must(422);
    assert!(world.verbs_after(before).await.iter().all(|verb| !verb.starts_with("incident.")));
}

#[tokio::test]
async fn the_same_request_with_the_same_key_is_done_once() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "incidents"]).await;
    let send = async |draft: &IncidentDraft| {
        Ask::new("POST", &incidents()).key(&key).header("idempotency-key", "shift-7").json(draft).send(&world).await
    };
    let first = send(&seizure()).await.must(201).json();
    let again = send(&seizure()).await.must(201).json();
    assert_eq!(first["id"], again["id"]);
    let other = send(&IncidentDraft { place: "Korday".to_owned(), ..seizure() }).await.must(422);
    assert_eq!(other.problems(), ["Idempotency-Key:key-reused"]);
    let list = Ask::get(&incidents()).key(&key).send(&world).await.must(200).json();
    assert_eq!(list["total"], 1);
}

#[tokio::test]
async fn an_incident_is_amended_from_what_was_read_confirmed_and_retracted() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "incidents"]).await;
    let id = world.report("kz-officer").await;
    let address = format!("/api/v1/incidents/{id}");
    let read = Ask::get(&address).key(&key).send(&world).await.must(200);
    assert_eq!(read.header("etag"), "\"1\"");
    assert_eq!(read.json()["incident"]["lines"][0]["quantity"]["number"], "1.5");
    let mut draft = read.json()["draft"].clone();
    draft["lines"][0]["quantity"] = "2.25".into();
    let amended =
        Ask::new("PUT", &address).key(&key).header("if-match", read.header("etag")).json(&draft).send(&world).await;
    assert_eq!(amended.must(200).json()["incident"]["lines"][0]["quantity"]["number"], "2.25");
    let earlier = Ask::get(&format!("{address}?revision=1")).key(&key).send(&world).await.must(200).json();
    assert_eq!(earlier["incident"]["lines"][0]["quantity"]["number"], "1.5");
    let chemist = world.key("kz-chemist", &["incidents"]).await;
    let confirmed =
        Ask::new("POST", &format!("{address}/confirm")).key(&chemist).header("if-match", "\"2\"").send(&world).await;
    assert_eq!(confirmed.must(200).json()["state"], "confirmed");
    let gone = Ask::new("POST", &format!("{address}/retract"))
        .key(&key)
        .header("if-match", "\"3\"")
        .json(&json!({ "reason": "Typed twice" }));
    assert_eq!(gone.send(&world).await.must(200).json()["state"], "retracted");
    let list = Ask::get(&incidents()).key(&key).send(&world).await.json();
    assert_eq!(list["total"], 0);
}

#[tokio::test]
async fn a_laboratory_names_what_it_identified_and_a_substance_nobody_knows_is_said_at_its_field() {
    let world = World::new().await;
    let chemist = world.key("kz-chemist", &["read", "incidents"]).await;
    let address = format!("/api/v1/incidents/{}", world.report("kz-officer").await);
    let confirm = async |lines: serde_json::Value| {
        let ask = Ask::new("POST", &format!("{address}/confirm")).key(&chemist).header("if-match", "\"1\"");
        ask.json(&json!({ "lines": lines })).send(&world).await
    };
    let unknown = confirm(json!([{ "line": 0, "substance": "no such powder" }])).await.must(422);
    assert_eq!(unknown.problems(), ["lines.0.substance:substance-unknown"]);
    let odd = confirm(json!([{ "line": 0, "colour": "red" }])).await.must(422);
    assert_eq!(odd.problems(), [":field-unknown"]);
    let line =
        confirm(json!([{ "line": 0, "substance": "MDMA" }])).await.must(200).json()["incident"]["lines"][0].clone();
    assert_eq!((&line["substance"], &line["status"]), (&json!("mdma"), &json!("confirmed")));
    assert_eq!(line["written"], "mephedrone", "what was written stays");
}

#[tokio::test]
async fn a_question_is_answered_by_its_place_and_a_hidden_record_is_named_to_nobody_else() {
    let world = World::new().await;
    let contact = world.key("kz-contact", &["read", "incidents"]).await;
    let row = "Asia;X;Kazakhstan;;Almaty;2021-10-12;Mephedrone;511.06;Gram;;;;;;;\n".repeat(2);
    let file = format!("{}\n{row}", crate::writes::FILE.lines().next().unwrap());
    let address = format!("/api/v1/operations/{CODE}/imports?mapping=ids");
    Ask::new("POST", &address).key(&contact).header("content-type", "text/csv").body(file).send(&world).await.must(201);
    let held = Ask::get(&format!("{}?held=true", incidents())).key(&contact).send(&world).await.json();
    let address = held["incidents"][0]["href"].as_str().unwrap().to_owned();
    let question = Ask::get(&address).key(&contact).send(&world).await.json()["questions"][0].clone();
    assert_eq!((&question["place"], &question["code"]), (&json!(0), &json!("duplicate-exact")));
    let other = question["params"]["record"].as_str().unwrap().to_owned();
    let red = json!({ "audience": "red" });
    let other_address = format!("/api/v1/incidents/{other}");
    let mut draft = Ask::get(&other_address).key(&contact).send(&world).await.json()["draft"].clone();
    draft["marking"] = red;
    let put = Ask::new("PUT", &other_address).key(&contact).header("if-match", "\"1\"").json(&draft);
    put.send(&world).await.must(200);
    let foreign = world.key("uz-officer", &["read"]).await;
    let seen = Ask::get(&address).key(&foreign).send(&world).await.must(200);
    assert!(!seen.text().contains(&other), "{}", seen.text());
    assert_eq!(seen.json()["questions"][0]["code"], "duplicate-exact");
    let answer = Ask::new("POST", &format!("{address}/questions/0/answer")).key(&contact).header("if-match", "\"1\"");
    let answered = answer.json(&json!({ "answer": "apart" })).send(&world).await.must(200).json();
    assert_eq!((&answered["questions"][0]["answered"], &answered["counts"]), (&json!(true), &json!(true)));
    let held = Ask::get(&incidents()).key(&contact).send(&world).await.json();
    assert_eq!(held["held"], 0);
}

#[tokio::test]
async fn a_change_from_an_old_revision_overwrites_nothing() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "incidents"]).await;
    let address = format!("/api/v1/incidents/{}", world.report("kz-officer").await);
    let put = |base: &str, note: &str| {
        let draft = IncidentDraft { note: note.to_owned(), ..seizure() };
        Ask::new("PUT", &address).key(&key).header("if-match", base).json(&draft)
    };
    put("\"1\"", "first").send(&world).await.must(200);
    assert_eq!(put("\"1\"", "second").send(&world).await.must(412).json()["current"], 2);
    let now = Ask::get(&address).key(&key).send(&world).await.json();
    assert_eq!(now["incident"]["note"], "first");
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repeat() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read"]).await;
    for _ in 0..7 {
        world.report("kz-officer").await;
    }
    let (mut next, mut seen) = (format!("{}?limit=3&country=kz", incidents()), Vec::new());
    while !next.is_empty() {
        let page = Ask::get(&next).key(&key).send(&world).await.must(200);
        let body = page.json();
        seen.extend(body["incidents"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()));
        next = body["next"].as_str().unwrap_or_default().to_owned();
        assert_eq!(page.header("link").contains("rel=\"next\""), !next.is_empty());
    }
    assert_eq!(seen.len(), 7);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 7);
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_checked_and_another_countrys_red_record_is_not_there() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "incidents"]).await;
    let id = world.report("kz-officer").await;
    let added = Ask::new("POST", &format!("/api/v1/incidents/{id}/attachments"))
        .key(&key)
        .file("фото.png", &png(), &[])
        .send(&world)
        .await
        .must(201);
    let file = Ask::get(added.header("location")).key(&key).send(&world).await.must(200);
    assert_eq!((file.header("content-type"), file.header("x-content-type-options")), ("image/png", "nosniff"));
    assert!(file.header("content-disposition").starts_with("inline; filename="));
    let wrong = Ask::new("POST", &format!("/api/v1/incidents/{id}/attachments"))
        .key(&key)
        .file("photo.png", b"MZ\x90\x00program", &[])
        .send(&world)
        .await;
    assert!(wrong.must(422).problems()[0].starts_with("files:"));
    let foreign = world.key("uz-officer", &["read"]).await;
    let mut red = seizure();
    red.marking.audience = "red".to_owned();
    let hidden = app::incident::submit(&world.by("kz-officer").await, CODE, &red).await.unwrap();
    let address = format!("/api/v1/incidents/{}", hidden.header.id);
    Ask::get(&address).key(&foreign).send(&world).await.must(404);
    Ask::get(&address).key(&key).send(&world).await.must(200);
    assert_eq!(Ask::get(&incidents()).key(&foreign).send(&world).await.json()["total"], 1);
}

#[tokio::test]
async fn the_same_request_twice_at_the_same_moment_is_done_once_and_answered_twice() {
    let world = World::new().await;
    let officer = world.key("kz-officer", &["read", "incidents"]).await;
    let desk = world.key("desk", &["read", "operations"]).await;
    Ask::get("/api/v1/operations").key(&officer).send(&world).await.must(200);
    Ask::get("/api/v1/operations").key(&desk).send(&world).await.must(200);
    let incident =
        || Ask::new("POST", &incidents()).key(&officer).header("idempotency-key", "at-once").json(&seizure());
    let (one, other) = tokio::join!(incident().send(&world), incident().send(&world));
    assert_eq!(one.must(201).json()["id"], other.must(201).json()["id"]);
    let draft = operation_draft("NEW-1");
    let operation =
        || Ask::new("POST", "/api/v1/operations").key(&desk).header("idempotency-key", "at-once").json(&draft);
    let (one, other) = tokio::join!(operation().send(&world), operation().send(&world));
    assert_eq!(one.must(201).json()["id"], other.must(201).json()["id"]);
}

#[tokio::test]
async fn a_cursor_of_another_order_of_nobody_or_of_what_one_may_not_see_is_unknown_alike() {
    let world = World::new().await;
    let seen = world.report("kz-officer").await;
    let mut red = seizure();
    red.marking.audience = "red".to_owned();
    let hidden = app::incident::submit(&world.by("kz-officer").await, CODE, &red).await.unwrap().header.id;
    let key = world.key("uz-officer", &["read"]).await;
    let ask = async |query: String| {
        Ask::get(&format!("/api/v1/operations/{CODE}/incidents?{query}")).key(&key).send(&world).await
    };
    ask(format!("after=2021-10-14~{seen}")).await.must(200);
    let mut said = Vec::new();
    for record in
        [hidden.to_string(), "inc_01fj24acq0ftg8yvy8p776d36r".to_owned(), "opn_01fj24acq0ftg8yvy8p776d36r".to_owned()]
    {
        for query in [format!("after=2021-10-14~{record}"), format!("order=changed&after=1634306700000000~{record}")] {
            let reply = ask(query).await.must(422);
            assert_eq!(reply.problems(), ["after:cursor-unknown"]);
            said.push(reply.text().replace(&record, ""));
        }
    }
    assert!(said.windows(3).all(|some| some[0] == some[2]), "{said:?}");
    for (order, value) in [
        ("changed", "2021-11-11"),
        ("event", "1634306700000000"),
        ("event", "2021-13-99"),
        ("changed", "9999999999999999999999"),
    ] {
        let reply = ask(format!("order={order}&after={value}~{seen}")).await.must(422);
        assert_eq!(reply.problems(), ["after:cursor-unknown"], "{order} {value}");
    }
}

#[tokio::test]
async fn a_check_says_what_submitting_would_say_the_stage_included() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["incidents"]).await;
    let incidents = format!("/api/v1/operations/{CODE}/incidents");
    let both = async |draft: &model::incident::IncidentDraft| {
        let check = Ask::new("POST", &format!("{incidents}/check")).key(&key).json(draft).send(&world).await;
        let submit = Ask::new("POST", &incidents).key(&key).json(draft).send(&world).await;
        assert_eq!(
            (check.status.as_u16() / 100, check.text().is_empty()),
            (submit.status.as_u16() / 100, check.status == 204)
        );
        check.status.as_u16()
    };
    assert_eq!(both(&seizure()).await, 204);
    let desk = world.by("desk").await;
    app::stage::close(&desk, CODE, 2, model::stage::StageKind::Active).await.unwrap();
    assert_eq!(both(&seizure()).await, 403);
}

#[tokio::test]
async fn what_software_sends_leaves_what_its_member_is_typing() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    app::incident::save_draft(&officer, CODE, &seizure()).await.unwrap();
    let key = world.key("kz-officer", &["incidents"]).await;
    let address = format!("/api/v1/operations/{CODE}/incidents");
    Ask::new("POST", &address).key(&key).json(&seizure()).send(&world).await.must(201);
    assert!(app::incident::draft(&officer, CODE).await.unwrap().is_some());
    world.report("kz-officer").await;
    assert!(app::incident::draft(&officer, CODE).await.unwrap().is_none());
}

#[tokio::test]
async fn an_operation_is_not_the_same_seizure_and_no_incident() {
    let world = World::new().await;
    let cookie = world.cookie("kz-contact").await;
    let id = world.report("kz-contact").await;
    let operation = app::operation::get(&world.node(), CODE).await.unwrap().record.header.id.to_string();
    let fields = [("revision", "1"), ("base", "1"), ("decision", "same"), ("other", operation.as_str())];
    Ask::new("POST", &format!("/incidents/{id}/same-as")).cookie(&cookie).form(&fields).send(&world).await.must(422);
    let key = world.key("kz-contact", &["read"]).await;
    Ask::get(&format!("/api/v1/incidents/{operation}")).key(&key).send(&world).await.must(404);
}

#[tokio::test]
async fn one_request_takes_one_file() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "incidents"]).await;
    let address = format!("/api/v1/incidents/{}", world.report("kz-officer").await);
    let part = |name: &str| {
        let head = format!("--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n");
        [head.as_bytes(), &crate::coverage::png(), b"\r\n"].concat()
    };
    let two = [part("a.png"), part("b.png"), b"--edge--\r\n".to_vec()].concat();
    let ask = Ask::new("POST", &format!("{address}/attachments")).key(&key);
    let reply = ask.header("content-type", "multipart/form-data; boundary=edge").body(two).send(&world).await.must(422);
    assert_eq!(reply.problems(), ["files:file-single"]);
    let kept = Ask::get(&address).key(&key).send(&world).await.json();
    assert_eq!(kept["attachments"], json!([]));
}

#[tokio::test]
async fn what_one_has_already_is_not_sent_again() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "incidents"]).await;
    let address = format!("/api/v1/incidents/{}", world.report("kz-officer").await);
    let ask = async |tag: &str| Ask::get(&address).key(&key).header("if-none-match", tag).send(&world).await;
    let same = ask("\"1\"").await.must(304);
    assert!(same.body.is_empty() && same.header("etag") == "\"1\"");
    ask("W/\"1\"").await.must(304);
    ask("\"7\", \"1\"").await.must(304);
    ask("\"2\"").await.must(200);
    let file = Ask::new("POST", &format!("{address}/attachments")).key(&key);
    file.file("a.png", &crate::coverage::png(), &[]).send(&world).await.must(201);
    assert_eq!(ask("\"1\"").await.must(200).header("etag"), "\"1+1\"");
    let amend = async |tag: &str| {
        let mut draft = seizure();
        draft.note = tag.to_owned();
        Ask::new("PUT", &address).key(&key).header("if-match", tag).json(&draft).send(&world).await
    };
    amend("W/\"1\"").await.must(412);
    amend("\"8\", \"9\"").await.must(412);
    amend("\"1+1\"").await.must(200);
    assert_eq!(amend("*").await.must(200).header("etag"), "\"3+1\"");
    let operation = format!("/api/v1/operations/{CODE}");
    Ask::get(&operation).key(&key).header("if-none-match", "\"2\"").send(&world).await.must(304);
}
