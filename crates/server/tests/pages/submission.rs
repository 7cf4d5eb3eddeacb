//! Answers over HTTP: files, several agencies at once, workbooks and forms that are badly made, earlier releases.

use crate::book::{Cell, Sheet, book};
use crate::coverage::png;
use crate::world::{Ask, CODE, Reply, World};
use model::questionnaire::QuestionnaireDraft;
use model::submission::Said;
use render::words::Speech;
use serde_json::json;

/// A questionnaire of a text, files and a table with a column of several choices, sent out.
async fn sent(world: &World) -> String {
    let question = |key: &str, kind: &str| json!({ "key": key, "kind": kind, "label": { "en": key, "ru": key } });
    let mut table = question("rows", "table");
    table["columns"] = json!([
        { "key": "name", "kind": "text", "label": { "en": "Name" } },
        { "key": "ways", "kind": "choices", "label": { "en": "Ways" }, "choices": ["sea | By sea", "road | By road"] },
    ]);
    let questions = json!([question("words", "text"), question("more", "text"), question("papers", "file"), table]);
    let draft =
        json!({ "title": { "en": "T" }, "sections": [{ "key": "s", "title": { "en": "S" }, "questions": questions }] });
    let draft: QuestionnaireDraft = serde_json::from_value(draft).unwrap();
    let desk = world.by("desk").await;
    let id = app::questionnaire::add(&desk, CODE, &draft).await.unwrap().header.id;
    app::questionnaire::open(&desk, &id, 1, "2099-01-01").await.unwrap();
    id.to_string()
}

async fn post(world: &World, login: &str, address: &str, fields: &[(&str, &str)]) -> Reply {
    Ask::new("POST", address).cookie(&world.cookie(login).await).form(fields).send(world).await
}

async fn get(world: &World, login: &str, address: &str) -> Reply {
    Ask::get(address).cookie(&world.cookie(login).await).send(world).await
}

async fn said(world: &World, id: &str, key: &str) -> Option<Said> {
    let mine = app::submission::mine(&world.by("kz-officer").await, &id.parse().unwrap()).await.unwrap();
    mine.answers.standing(mine.found.record.content.question(key).unwrap()).and_then(|answer| answer.said)
}

/// The value of the first attribute `name="…"` after `mark`.
fn after<'a>(text: &'a str, mark: &str, name: &str) -> &'a str {
    let rest = &text[text.find(mark).unwrap()..];
    let rest = &rest[rest.find(&format!("{name}=\"")).unwrap() + name.len() + 2..];
    &rest[..rest.find('"').unwrap()]
}

#[tokio::test]
async fn a_file_is_sent_shown_with_its_hash_taken_out_again_and_released() {
    let world = World::new().await;
    let id = sent(&world).await;
    let address = format!("/questionnaires/{id}/answer/s");
    let officer = world.cookie("kz-officer").await;
    let send = async |name: &str, bytes: &[u8], words: &str| {
        let fields = [("answers.words.base", "0"), ("answers.words.value", words), ("action", "save")];
        Ask::new("POST", &address)
            .cookie(&officer)
            .file_in("answers.papers.files", name, bytes, &fields)
            .send(&world)
            .await
    };
    let refused = send("run.exe", b"MZ\x90", "31.02 \"quoted\"").await;
    assert_eq!(refused.status.as_u16(), 422);
    let text = refused.text();
    assert!(text.contains("href=\"#answers.papers.files\"") && text.contains("31.02 &quot;quoted&quot;"), "{text}");
    send("photo.png", &png(), "31.02 \"quoted\"").await.must(303);
    let page = get(&world, "kz-chemist", &address).await.text();
    assert!(page.contains("enctype=\"multipart/form-data\"") && page.contains("photo.png"));
    let Some(Said::Files(files)) = said(&world, &id, "papers").await else { panic!() };
    let (file, hash) = (format!("/attachments/{}", files[0].file), files[0].sha256.clone());
    assert!(page.contains(&hash) && page.contains(&file));
    get(&world, "kz-chemist", &file).await.must(200);
    get(&world, "uz-officer", &file).await.must(404);
    let drop = format!("papers.{}", files[0].file);
    post(&world, "kz-chemist", &address, &[("drop", &drop)]).await.must(303);
    assert_eq!(said(&world, &id, "papers").await, None);
    send("photo.png", &png(), "31.02 \"quoted\"").await.must(303);
    post(&world, "kz-contact", &format!("/questionnaires/{id}/release"), &[("seen", "4")]).await.must(303);
    let Some(Said::Files(files)) = said(&world, &id, "papers").await else { panic!() };
    get(&world, "uz-officer", &format!("/attachments/{}", files[0].file)).await.must(200);
    get(&world, "mn-observer", &format!("/attachments/{}", files[0].file)).await.must(404);
}

#[tokio::test]
async fn two_people_type_in_one_section_and_neither_overwrites_the_other() {
    let world = World::new().await;
    let id = sent(&world).await;
    let address = format!("/questionnaires/{id}/answer/s");
    // Both open the page before either sends it, as it stands in two browsers.
    let (one, two) = (get(&world, "kz-officer", &address).await, get(&world, "kz-chemist", &address).await);
    let base = |page: &Reply, key: &str| {
        let name = format!("answers.{key}.base");
        (name.clone(), after(&page.text(), &format!("name=\"{name}\""), "value").to_owned())
    };
    let fields = |page: &Reply, words: &str, more: &str| {
        let typed = [("answers.words.value", words), ("answers.more.value", more), ("action", "save")];
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        [base(page, "words"), base(page, "more")].into_iter().chain(typed).collect::<Vec<_>>()
    };
    let send = async |login: &str, fields: Vec<(String, String)>| {
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        post(&world, login, &address, &pairs).await
    };
    send("kz-officer", fields(&one, "First", "")).await.must(303);
    send("kz-chemist", fields(&two, "", "Second")).await.must(303);
    let text = |said: Option<Said>| match said {
        Some(Said::One(one)) => one.value,
        _ => String::new(),
    };
    let both = (text(said(&world, &id, "words").await), text(said(&world, &id, "more").await));
    assert_eq!(both, ("First".to_owned(), "Second".to_owned()), "an untouched field takes nothing away");
    let clash = send("kz-chemist", fields(&two, "Mine", "Second")).await;
    assert_eq!(clash.status.as_u16(), 409);
    assert!(clash.text().contains("First") && clash.text().contains("Mine"), "both are shown");
    assert_eq!(text(said(&world, &id, "words").await), "First");
    send("kz-chemist", fields(&clash, "Mine", "Second")).await.must(303);
    assert_eq!(text(said(&world, &id, "words").await), "Mine", "who has seen both decides");
}

#[tokio::test]
async fn a_cell_of_a_table_takes_several_choices_by_page_and_by_workbook() {
    let world = World::new().await;
    let id = sent(&world).await;
    let address = format!("/questionnaires/{id}/answer/s");
    let fields = [
        ("answers.rows.base", "0"),
        ("answers.rows.rows.0.cells.name", "A"),
        ("answers.rows.rows.0.cells.ways", "road"),
        ("answers.rows.rows.0.cells.ways", "sea"),
        ("action", "save"),
    ];
    post(&world, "kz-officer", &address, &fields).await.must(303);
    let kept = said(&world, &id, "rows").await.unwrap();
    assert_eq!(kept.rows()[0].value("ways"), "sea road", "in the order in which they are offered");
    let page = get(&world, "kz-officer", &address).await.text();
    assert_eq!(page.matches("name=\"answers.rows.rows.0.cells.ways\"").count(), 2);
    assert_eq!(page.matches(" checked").count(), 2, "{page}");
    let mine = app::submission::mine(&world.by("kz-officer").await, &id.parse().unwrap()).await.unwrap();
    let mut other = mine.answers.clone();
    for answer in &mut other.0 {
        if let Some(Said::Rows(rows)) = &mut answer.said {
            rows[0].cells.get_mut("ways").unwrap().value = "road".to_owned();
        }
    }
    let t = Speech::of(model::lang::Lang::En);
    let bytes = render::workbook::workbook(t, &mine.found.record.content, &other).unwrap();
    let cookie = world.cookie("kz-officer").await;
    let ask = Ask::new("POST", &format!("/questionnaires/{id}/upload")).cookie(&cookie);
    ask.file_in("file", "answers.xlsx", &bytes, &[]).send(&world).await.must(200);
    assert_eq!(said(&world, &id, "rows").await.unwrap().rows()[0].value("ways"), "road");
}

#[tokio::test]
async fn a_workbook_names_every_fault_by_sheet_and_cell_and_says_that_it_is_of_an_older_version() {
    let world = World::new().await;
    let id = sent(&world).await;
    let marks = Sheet::of("reflex", &[&["reflex-questionnaire", &id, "7"]]);
    let rows: [&[&str]; 4] = [&["section:s"], &[""], &["words", "0", "", "Typed offline"], &["more", "0"]];
    let section = Sheet::of("Answers", &rows).with("D4", Cell::Formula("A1", "")).with("D6", Cell::Text("stray"));
    let bytes = book(&[section, Sheet::of("Other", &[&["x"]]), marks]);
    let cookie = world.cookie("kz-officer").await;
    let ask = Ask::new("POST", &format!("/questionnaires/{id}/upload")).cookie(&cookie);
    let reply = ask.file_in("file", "answers.xlsx", &bytes, &[]).send(&world).await;
    assert_eq!(reply.status.as_u16(), 422);
    let text = reply.text().replace(['\u{2068}', '\u{2069}'], "");
    for place in ["sheet “Answers”, D4", "sheet “Answers”, D6", "sheet “Other”, A1", "made for version 7"] {
        assert!(text.contains(place), "{place}: {text}");
    }
    assert!(matches!(said(&world, &id, "words").await, Some(Said::One(one)) if one.value == "Typed offline"));
}

#[tokio::test]
async fn a_form_that_is_not_sound_names_every_fault_by_sheet_and_row() {
    let world = World::new().await;
    let rows: [&[&str]; 5] = [
        &["type", "name", "label", "relevant"],
        &["geopoint", "where", "Where"],
        &["text", "a", "A", "${b} = 'x'"],
        &["text", "b", ""],
        &["text", "b", "B"],
    ];
    let bytes = book(&[Sheet::of("survey", &rows), Sheet::of("settings", &[&["form_title"], &["A form"]])]);
    let cookie = world.cookie("desk").await;
    let ask = Ask::new("POST", &format!("/operations/{CODE}/questionnaires/import")).cookie(&cookie);
    let reply = ask.file_in("file", "form.xlsx", &bytes, &[]).send(&world).await;
    assert_eq!(reply.status.as_u16(), 422);
    let text = reply.text().replace(['\u{2068}', '\u{2069}'], "");
    for place in ["sheet “survey”, row 2", "row 3, Asked when", "row 4, Question", "row 5, Key"] {
        assert!(text.contains(place), "{place}: {text}");
    }
}

#[tokio::test]
async fn an_earlier_release_has_its_page_with_what_changed_since() {
    let world = World::new().await;
    let id = sent(&world).await;
    let address = format!("/questionnaires/{id}/answer/s");
    let save = async |base: &str, words: &str| {
        let fields = [("answers.words.base", base), ("answers.words.value", words), ("action", "save")];
        post(&world, "kz-officer", &address, &fields).await.must(303);
    };
    let release = format!("/questionnaires/{id}/release");
    save("0", "Before").await;
    let first = post(&world, "kz-contact", &release, &[("seen", "1"), ("marking.audience", "amber-strict")]).await;
    let page = first.must(303).header("location").to_owned();
    save("1", "After").await;
    post(&world, "kz-contact", &release, &[("base", "1"), ("seen", "2")]).await.must(303);
    let history = get(&world, "desk", &page).await.text();
    assert!(history.contains(&format!("{page}/revisions/1")) && !history.contains(&format!("{page}/revisions/2")));
    let then = get(&world, "desk", &format!("{page}/revisions/1")).await.must(200).text();
    assert!(then.contains("Before") && then.contains("After"), "{then}");
    let now = get(&world, "desk", &format!("{page}/revisions/2")).await.must(200).text();
    assert!(!now.contains("Before") && now.contains("Nothing has changed since"));
    get(&world, "uz-officer", &page).await.must(200);
    get(&world, "uz-officer", &format!("{page}/revisions/1")).await.must(404);
    get(&world, "desk", &format!("{page}/revisions/9")).await.must(404);
    get(&world, "desk", &format!("{page}/revisions/x")).await.must(404);
}
