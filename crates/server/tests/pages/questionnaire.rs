//! Questionnaires over HTTP: answered by two agencies, typed offline in three languages, released.

use crate::world::{Ask, CODE, World};
use model::lang::Lang;
use model::submission::{Answer, Answers, Row, Said, Scalar};
use render::words::Speech;
use serde_json::json;

async fn sent(world: &World) -> String {
    let desk = world.by("desk").await;
    let draft = app::questionnaire::standard().unwrap();
    let id = app::questionnaire::add(&desk, CODE, &draft).await.unwrap().header.id;
    app::questionnaire::open(&desk, &id, 1, "2099-01-01").await.unwrap();
    id.to_string()
}

async fn post(world: &World, login: &str, address: &str, fields: &[(&str, &str)]) -> crate::world::Reply {
    Ask::new("POST", address).cookie(&world.cookie(login).await).form(fields).send(world).await
}

async fn mine(world: &World, login: &str, id: &str) -> app::submission::Mine {
    app::submission::mine(&world.by(login).await, &id.parse().unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_due_day_in_the_past_comes_back_with_what_was_typed() {
    let world = World::new().await;
    let desk = world.by("desk").await;
    let draft = app::questionnaire::standard().unwrap();
    let id = app::questionnaire::add(&desk, CODE, &draft).await.unwrap().header.id;
    let reply =
        post(&world, "desk", &format!("/questionnaires/{id}/open"), &[("base", "1"), ("due", "2021-01-31")]).await;
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text().contains("value=\"2021-01-31\"") && reply.text().contains("has passed"));
}

#[tokio::test]
async fn the_second_of_two_who_answer_at_once_sees_both_and_decides() {
    let world = World::new().await;
    let id = sent(&world).await;
    let address = format!("/questionnaires/{id}/answer/market");
    let field = |text: &'static str| [("answers.trends.base", "0"), ("answers.trends.value", text), ("action", "save")];
    post(&world, "kz-officer", &address, &field("Prices fell")).await.must(303);
    let reply = post(&world, "kz-chemist", &address, &field("Prices rose")).await;
    assert_eq!(reply.status.as_u16(), 409);
    let text = reply.text();
    assert!(text.contains("Prices fell") && text.contains("Prices rose"), "{text}");
    assert!(text.contains("name=\"answers.trends.base\" value=\"1\""), "the next sending is made from what was shown");
    let theirs = [("answers.trends.base", "1"), ("answers.trends.value", "Prices rose"), ("theirs", "trends")];
    let reply = post(&world, "kz-chemist", &address, &theirs).await;
    assert!(!reply.text().contains("Prices rose") && reply.text().contains("Prices fell"));
    let now = [("answers.trends.base", "1"), ("answers.trends.value", "Prices rose"), ("action", "next")];
    let reply = post(&world, "kz-chemist", &address, &now).await;
    assert_eq!(reply.status.as_u16(), 303);
    assert!(reply.header("location").ends_with("/answer/capacity"));
}

#[tokio::test]
async fn rows_are_added_and_taken_away_by_buttons_and_what_is_wrong_stays_typed() {
    let world = World::new().await;
    let id = sent(&world).await;
    let address = format!("/questionnaires/{id}/answer/market");
    let fields = [
        ("answers.seizures.base", "0"),
        ("answers.seizures.rows.0.cells.substance", "Mephedrone"),
        ("answers.seizures.rows.0.cells.quantity", "12,5"),
        ("answers.seizures.rows.0.cells.unit", "kg"),
        ("add", "seizures"),
    ];
    let text = post(&world, "kz-officer", &address, &fields).await.text();
    assert!(text.contains("answers.seizures.rows.1.cells.substance") && text.contains("value=\"12,5\""));
    let bad = [
        ("answers.seizures.base", "1"),
        ("answers.seizures.rows.0.cells.substance", "Mephedrone"),
        ("answers.seizures.rows.0.cells.quantity", "12,500"),
        ("answers.seizures.rows.0.cells.from", "31.02.2021"),
        ("action", "save"),
    ];
    let reply = post(&world, "kz-officer", &address, &bad).await;
    assert_eq!(reply.status.as_u16(), 422);
    let text = reply.text();
    assert!(text.contains("value=\"12,500\"") && text.contains("value=\"31.02.2021\""), "{text}");
    assert!(text.contains("href=\"#answers.seizures.rows.0.cells.from\""));
    let gone = [
        ("answers.seizures.base", "1"),
        ("answers.seizures.rows.0.cells.substance", "Mephedrone"),
        ("answers.seizures.none", "true"),
        ("remove", "seizures.0"),
    ];
    assert_eq!(post(&world, "kz-officer", &address, &gone).await.status.as_u16(), 200);
    let mine = mine(&world, "kz-chemist", &id).await;
    let question = mine.found.record.content.question("seizures").unwrap();
    assert_eq!(
        mine.answers.standing(question).unwrap().said,
        Some(Said::Rows(Vec::new())),
        "nothing to report is an answer"
    );
}

/// Answers as a colleague would type them into the workbook.
fn typed_offline(mine: &app::submission::Mine, all: &[(&str, Said)]) -> Answers {
    let of = |(key, said): &(&str, Said)| {
        let question = mine.found.record.content.question(key).unwrap();
        Answer {
            question: (*key).to_owned(),
            kind: question.kind,
            said: Some(said.clone()),
            revision: mine.answers.revision(question),
            version: 1,
            agency: model::id::Id::new(model::id::NIL),
            role: model::member::Role::Officer,
            changed: model::time::Moment(0),
        }
    };
    Answers(all.iter().map(of).collect())
}

#[tokio::test]
async fn what_is_typed_offline_in_three_languages_comes_in_as_it_was_typed() {
    for (lang, text) in [(Lang::En, "Prices fell"), (Lang::Ru, "Цены упали"), (Lang::Fa, "قیمت‌ها پایین آمد")]
    {
        let world = World::new().await;
        let id = sent(&world).await;
        let before = mine(&world, "kz-officer", &id).await;
        let cells = [
            ("substance", Scalar::of("Мефедрон", "Мефедрон")),
            ("quantity", Scalar::of("12.5", "12,5")),
            ("unit", Scalar::of("kg", "kg")),
            ("from", Scalar::of("2021-07-23", "۱۴۰۰/۰۵/۰۱")),
        ];
        let row =
            Row { id: String::new(), cells: cells.into_iter().map(|(key, cell)| (key.to_owned(), cell)).collect() };
        let all = [
            ("trends", Said::One(Scalar::of(text, text))),
            ("channels", Said::One(Scalar::of("post sea", "post sea"))),
            ("law-planned", Said::One(Scalar::of("no", "no"))),
            ("laboratories", Said::One(Scalar::of("3", "3"))),
            ("routes", Said::Rows(Vec::new())),
            ("seizures", Said::Rows(vec![row.clone()])),
        ];
        let typed = typed_offline(&before, &all);
        let bytes = render::workbook::workbook(Speech::of(lang), &before.found.record.content, &typed).unwrap();
        let officer = world.cookie("kz-officer").await;
        let ask = Ask::new("POST", &format!("/questionnaires/{id}/upload")).cookie(&officer);
        let reply = ask.file_in("file", "answers.xlsx", &bytes, &[]).send(&world).await;
        assert_eq!(reply.status.as_u16(), 200, "{lang:?} {}", reply.text());
        let after = mine(&world, "kz-officer", &id).await;
        for (key, said) in &all {
            let question = after.found.record.content.question(key).unwrap();
            let mut standing = after.answers.standing(question).unwrap().said.unwrap();
            if let Said::Rows(rows) = &mut standing {
                for row in rows.iter_mut() {
                    row.id.clear();
                }
            }
            assert_eq!(standing, *said, "{lang:?} {key}");
        }
        let again = Ask::new("POST", &format!("/questionnaires/{id}/upload")).cookie(&officer);
        again.file_in("file", "answers.xlsx", &bytes, &[]).send(&world).await.must(200);
        let twice = mine(&world, "kz-officer", &id).await;
        assert_eq!(twice.answers, after.answers, "the same file again changes nothing");
    }
}

#[tokio::test]
async fn a_workbook_never_overwrites_what_a_colleague_typed_meanwhile_and_each_fault_has_its_row() {
    let world = World::new().await;
    let id = sent(&world).await;
    let before = mine(&world, "kz-officer", &id).await;
    let row = Row {
        id: String::new(),
        cells: [
            ("substance".to_owned(), Scalar::of("X", "X")),
            ("from".to_owned(), Scalar::of("31.02.2021", "31.02.2021")),
            ("unit".to_owned(), Scalar::of("pood", "pood")),
        ]
        .into_iter()
        .collect(),
    };
    let typed = typed_offline(
        &before,
        &[("trends", Said::One(Scalar::of("Offline", "Offline"))), ("seizures", Said::Rows(vec![row]))],
    );
    // What does not stand is not written; a workbook holds whatever was typed.
    let mut questionnaire = before.found.record.content.clone();
    for column in questionnaire
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.questions)
        .flat_map(|question| &mut question.columns)
    {
        column.kind = model::questionnaire::QuestionKind::Text;
    }
    let bytes = render::workbook::workbook(Speech::of(Lang::En), &questionnaire, &typed).unwrap();
    let answer = [("answers.trends.base", "0"), ("answers.trends.value", "Online"), ("action", "save")];
    post(&world, "kz-chemist", &format!("/questionnaires/{id}/answer/market"), &answer).await.must(303);
    let cookie = world.cookie("kz-officer").await;
    let send = async |bytes: &[u8]| {
        let ask = Ask::new("POST", &format!("/questionnaires/{id}/upload")).cookie(&cookie);
        ask.file_in("file", "answers.xlsx", bytes, &[]).send(&world).await
    };
    let reply = send(&bytes).await;
    assert_eq!(reply.status.as_u16(), 422);
    let text = reply.text();
    assert!(text.contains("Online") && text.contains("Offline"), "both are shown");
    assert!(text.contains("31.02.2021") && text.contains("pood"), "{text}");
    assert!(text.contains("\u{2068}E4\u{2069}") && text.contains("\u{2068}F4\u{2069}"), "each by its cell: {text}");
    let now = mine(&world, "kz-officer", &id).await;
    let trends = now.answers.standing(now.found.record.content.question("trends").unwrap()).unwrap();
    assert_eq!(trends.said, Some(Said::One(Scalar::of("Online", "Online"))));
    assert_eq!(send(b"no workbook").await.status.as_u16(), 422);
    let mut other = before.found.record.content.clone();
    other.id = model::id::Id::new(model::id::NIL);
    let foreign = render::workbook::workbook(Speech::of(Lang::En), &other, &typed).unwrap();
    assert!(send(&foreign).await.text().contains("another questionnaire"));
}

#[tokio::test]
async fn rows_that_are_released_are_entered_once_and_a_changed_row_is_a_revision() {
    let world = World::new().await;
    let id = sent(&world).await;
    let (contact, record) = (world.by("kz-contact").await, id.parse().unwrap());
    let save = async |answers: serde_json::Value| {
        let draft = serde_json::from_value(json!({ "answers": answers })).unwrap();
        assert!(app::submission::save(&contact, &record, &draft).await.unwrap().is_whole());
    };
    let release = async || {
        let mine = app::submission::mine(&contact, &record).await.unwrap();
        let draft = app::submission::ReleaseDraft {
            base: mine.released.as_ref().map_or(0, |record| record.header.revision).to_string(),
            seen: mine.answers.0.len().to_string(),
            ..Default::default()
        };
        app::submission::release(&contact, &record, &draft).await
    };
    let law = json!({ "title": "О наркотиках", "act-kind": "law", "number": "66", "adopted": "22.05.2021" });
    let found = json!({ "substance": "Mephedrone", "date": "2021-08-01", "laboratory": "Central", "method": "raman", "level": "swgdrug-satisfied" });
    save(
        json!({ "new-laws": { "rows": [{ "cells": law }] }, "substances-detected": { "rows": [{ "cells": found }] } }),
    )
    .await;
    let app::Error::Invalid(problems) = release().await.unwrap_err() else { panic!() };
    assert_eq!(
        problems.0[0].field, "answers.substances-detected.rows.0.cells.method",
        "a row that is no detection is named"
    );
    let mine = app::submission::mine(&contact, &record).await.unwrap();
    let of = |key: &str| {
        let question = mine.found.record.content.question(key).unwrap();
        let Some(Said::Rows(rows)) = mine.answers.standing(question).unwrap().said else { panic!() };
        rows[0].id.clone()
    };
    let (row, kept) = (of("substances-detected"), of("new-laws"));
    let with = |method: &str| json!({ "substance": "Mephedrone", "date": "2021-08-01", "laboratory": "Central", "method": method, "level": "swgdrug-satisfied" });
    save(json!({ "substances-detected": { "base": "1", "rows": [{ "id": row, "cells": with("gc-ms") }] } })).await;
    let first = release().await.unwrap();
    let made = app::submission::get(&contact, &first.header.id).await.unwrap().become_of;
    assert_eq!(made.iter().map(|one| one.revision).collect::<Vec<_>>(), [1, 1]);
    save(json!({ "substances-detected": { "base": "2", "rows": [{ "id": row, "cells": with("lc-ms") }] } })).await;
    let second = release().await.unwrap();
    let again = app::submission::get(&contact, &second.header.id).await.unwrap().become_of;
    let mut told: Vec<(String, u32)> = again.iter().map(|one| (one.kind.to_string(), one.revision)).collect();
    told.sort();
    assert_eq!(
        told,
        [("detection".to_owned(), 2), ("legal-act".to_owned(), 1)],
        "no duplicates, and only what changed"
    );
    assert!(again.iter().all(|one| made.iter().any(|other| other.id == one.id)));
    assert!(!kept.is_empty());
    let page = Ask::get(&format!("/submissions/{}", second.header.id)).cookie(&world.cookie("uz-officer").await);
    let text = page.send(&world).await.text();
    assert!(text.contains("О наркотиках") && text.contains("/detections/"), "{text}");
}

#[tokio::test]
async fn a_questionnaire_goes_out_as_a_form_and_comes_back_the_same_and_what_is_not_understood_is_named() {
    let world = World::new().await;
    let id = sent(&world).await;
    let desk = world.by("desk").await;
    let cookie = world.cookie("desk").await;
    let form = Ask::get(&format!("/questionnaires/{id}/form.xlsx")).cookie(&cookie).send(&world).await.must(200).body;
    let address = format!("/operations/{CODE}/questionnaires/import");
    let send = async |bytes: &[u8]| {
        Ask::new("POST", &address).cookie(&cookie).file_in("file", "form.xlsx", bytes, &[]).send(&world).await
    };
    send(&form).await.must(303);
    let (_, all) = app::questionnaire::list(&desk, CODE).await.unwrap();
    let [back, own] = all.as_slice() else { panic!() };
    assert_eq!(back.content.sections, own.content.sections);
    assert_eq!((&back.content.title, &back.content.introduction), (&own.content.title, &own.content.introduction));
    let workbook = Ask::get(&format!("/questionnaires/{id}/workbook.xlsx")).cookie(&world.cookie("kz-officer").await);
    let workbook = workbook.send(&world).await.must(200).body;
    let reply = send(&workbook).await;
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text().contains("survey"));
    let other = World::new().await;
    let refused = Ask::new("POST", &address).cookie(&other.cookie("kz-officer").await);
    refused.file_in("file", "form.xlsx", &form, &[]).send(&other).await.must(403);
}
