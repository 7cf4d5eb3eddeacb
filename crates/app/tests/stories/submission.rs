//! Answers with files, rows that are taken back, and what is to be looked at again after the questions changed.

use crate::world::{CODE, World, problems};
use app::submission::{NewFile, ReleaseDraft, Saved};
use model::detection::{Detection, DetectionDraft};
use model::finding::FindingDraft;
use model::id::RecordId;
use model::questionnaire::{Changed, Questionnaire, QuestionnaireDraft};
use model::record::{Record, State};
use model::submission::{AnswersDraft, Said, Submission};
use serde_json::{Value, json};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

fn question(key: &str, kind: &str) -> Value {
    json!({ "key": key, "kind": kind, "label": { "en": key }, "required": true })
}

/// A questionnaire of a text, files and detections, sent out.
async fn sent(world: &World) -> RecordId {
    let mut table = question("found", "table");
    table["becomes"] = json!("detection");
    table["condition"] = json!("any = yes");
    let column = |key: &str| json!({ "key": key, "kind": "text", "label": { "en": key } });
    table["columns"] = ["substance", "date", "laboratory", "level", "note"].map(column).into();
    let mut any = question("any", "choice");
    any["choices"] = json!(["yes", "no"]);
    let questions = json!([any, question("words", "text"), question("papers", "file"), table]);
    let section = json!({ "key": "s", "title": { "en": "S" }, "questions": questions });
    let draft: QuestionnaireDraft =
        serde_json::from_value(json!({ "title": { "en": "T" }, "sections": [section] })).unwrap();
    let desk = world.by("desk").await;
    let id = app::questionnaire::add(&desk, CODE, &draft).await.unwrap().header.id;
    app::questionnaire::open(&desk, &id, 1, "2021-10-31").await.unwrap();
    id
}

async fn save(world: &World, login: &str, id: &RecordId, answers: Value, files: &[(&str, &[u8])]) -> Saved {
    let draft: AnswersDraft = serde_json::from_value(json!({ "answers": answers })).unwrap();
    let new = |(name, bytes): &(&str, &[u8])| NewFile {
        question: "papers".to_owned(),
        name: (*name).to_owned(),
        bytes: bytes.to_vec(),
    };
    let files = files.iter().map(new).collect();
    app::submission::save_with(&world.by(login).await, id, &draft, files).await.unwrap()
}

async fn papers(world: &World, id: &RecordId) -> Vec<model::submission::Given> {
    let mine = app::submission::mine(&world.by("kz-contact").await, id).await.unwrap();
    let question = mine.found.record.content.question("papers").unwrap();
    mine.answers.standing(question).and_then(|answer| answer.said).map_or_else(Vec::new, |said| said.files().to_vec())
}

async fn release(world: &World, id: &RecordId, more: ReleaseDraft) -> app::Result<Record<Submission>> {
    let cx = world.by("kz-contact").await;
    let mine = app::submission::mine(&cx, id).await?;
    let base = mine.released.map_or(0, |record| record.header.revision).to_string();
    app::submission::release(&cx, id, &ReleaseDraft { base, seen: mine.answers.0.len().to_string(), ..more }).await
}

fn row(id: &str, substance: &str, note: &str) -> Value {
    let cells = json!({
        "substance": substance, "date": "2021-09-12", "laboratory": "Central", "level": "tentative", "note": note
    });
    json!({ "id": id, "cells": cells })
}

/// Saves the table as it is to be, and gives the identifiers of its rows.
async fn rows(world: &World, id: &RecordId, rows: &[Value]) -> Vec<String> {
    let contact = world.by("kz-contact").await;
    let base = |mine: &app::submission::Mine| {
        mine.answers.revision(mine.found.record.content.question("found").unwrap()).to_string()
    };
    let now = base(&app::submission::mine(&contact, id).await.unwrap());
    let saved = save(
        world,
        "kz-contact",
        id,
        json!({ "any": { "base": "1", "value": "yes" }, "found": { "base": now, "rows": rows, "none": rows.is_empty() } }),
        &[],
    );
    assert!(saved.await.is_whole());
    let mine = app::submission::mine(&contact, id).await.unwrap();
    let standing = mine.answers.standing(mine.found.record.content.question("found").unwrap()).unwrap().said.unwrap();
    standing.rows().iter().map(|row| row.id.clone()).collect()
}

async fn made(world: &World, submission: &RecordId) -> Vec<RecordId> {
    let contact = world.by("kz-contact").await;
    let all = app::submission::get(&contact, submission).await.unwrap().become_of;
    all.into_iter().map(|listed| listed.id).collect()
}

async fn detection(world: &World, id: &RecordId) -> Record<Detection> {
    app::record::get::<Detection>(&world.by("kz-contact").await, id).await.unwrap().record
}

fn because(reason: &str) -> ReleaseDraft {
    ReleaseDraft { reason: reason.to_owned(), ..ReleaseDraft::default() }
}

#[tokio::test]
async fn two_agencies_add_files_at_once_and_a_refused_one_takes_nothing_with_it() {
    let world = World::new().await;
    let id = sent(&world).await;
    let first = save(&world, "kz-officer", &id, json!({}), &[("law.pdf", PDF)]).await;
    assert!(first.is_whole());
    let words = json!({ "words": { "value": "Prices fell" } });
    let second =
        save(&world, "kz-chemist", &id, words, &[("spectrum.pdf", PDF), ("run.exe", b"MZ\x90\x00"), ("", b"")]).await;
    let found: Vec<(&str, &str)> =
        second.problems.0.iter().map(|one| (one.field.as_str(), one.code.as_ref())).collect();
    assert_eq!(found, [("answers.papers.files", "file-unknown"), ("answers.papers.files", "file-empty")]);
    assert_eq!(second.kept, ["papers", "words"], "what is sound is kept");
    let all = papers(&world, &id).await;
    let names: Vec<&str> = all.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["law.pdf", "spectrum.pdf"], "both stand");
    let gone = json!({ "papers": { "drop": [all[0].file.to_string()] } });
    assert!(save(&world, "kz-officer", &id, gone, &[]).await.is_whole());
    assert_eq!(papers(&world, &id).await, all[1..]);
    let many = vec![("more.pdf", PDF); 10];
    let full = save(&world, "kz-officer", &id, json!({}), &many).await;
    assert_eq!(full.problems.0.len(), 1, "ten are kept, the eleventh is named");
    assert_eq!(full.problems.0[0].code, "too-many");
}

#[tokio::test]
async fn a_file_is_its_participants_until_it_is_released_and_a_reader_sees_those_of_the_releases_it_may_read() {
    let world = World::new().await;
    let id = sent(&world).await;
    save(&world, "kz-officer", &id, json!({}), &[("law.pdf", PDF)]).await;
    let file = papers(&world, &id).await.remove(0);
    let get = async |login: &str, file| app::attachment::get(&world.by(login).await, file).await;
    assert_eq!(get("kz-chemist", file.file).await.unwrap().1, PDF);
    for other in ["uz-officer", "desk", "mn-observer"] {
        assert!(matches!(get(other, file.file).await, Err(app::Error::NotFound)), "{other}");
    }
    let mut closed = ReleaseDraft::default();
    closed.marking.audience = "amber-strict".to_owned();
    let first = release(&world, &id, closed).await.unwrap();
    assert_eq!(first.content.completeness.all().required_answered, 1, "the required file is there");
    assert!(get("desk", file.file).await.is_ok(), "the coordinator reads the release");
    assert!(matches!(get("uz-officer", file.file).await, Err(app::Error::NotFound)));
    let gone = json!({ "papers": { "drop": [file.file.to_string()] } });
    save(&world, "kz-officer", &id, gone, &[("public.pdf", PDF)]).await;
    let public = papers(&world, &id).await.remove(0);
    release(&world, &id, ReleaseDraft::default()).await.unwrap();
    assert!(get("uz-officer", public.file).await.is_ok());
    assert!(
        matches!(get("uz-officer", file.file).await, Err(app::Error::NotFound)),
        "a file of a release that was not open to it stays closed"
    );
    assert!(get("kz-chemist", file.file).await.is_ok() && get("desk", file.file).await.is_ok());
}

#[tokio::test]
async fn a_row_left_out_of_the_next_release_takes_its_record_back_with_a_reason_and_comes_back_with_it() {
    let world = World::new().await;
    let id = sent(&world).await;
    let ids = rows(&world, &id, &[row("", "Mephedrone", ""), row("", "alpha-PVP", "")]).await;
    let submission = release(&world, &id, ReleaseDraft::default()).await.unwrap().header.id;
    let records = made(&world, &submission).await;
    assert_eq!(records.len(), 2);
    rows(&world, &id, &[row(&ids[1], "alpha-PVP", "seen again")]).await;
    let gone = app::submission::gone(&world.by("kz-contact").await, &id).await.unwrap();
    assert_eq!(gone.iter().map(|one| &one.record.id).collect::<Vec<_>>(), [&records[0]]);
    assert_eq!(problems(release(&world, &id, ReleaseDraft::default()).await), ["reason:required"]);
    assert_eq!(detection(&world, &records[0]).await.header.state, State::Submitted, "nothing is half done");
    release(&world, &id, because("Was counted twice")).await.unwrap();
    let back = detection(&world, &records[0]).await.header;
    assert_eq!((back.state, back.reason.as_str(), back.revision), (State::Retracted, "Was counted twice", 2));
    let changed = detection(&world, &records[1]).await;
    assert_eq!((changed.header.revision, changed.content.note.as_str()), (2, "seen again"), "a changed row revises");
    // The whole table falls with the answer it hangs on, and stands again with it.
    save(&world, "kz-contact", &id, json!({ "any": { "base": "1", "value": "no" } }), &[]).await;
    release(&world, &id, because("Nothing after all")).await.unwrap();
    assert_eq!(detection(&world, &records[1]).await.header.state, State::Retracted);
    save(&world, "kz-contact", &id, json!({ "any": { "base": "2", "value": "yes" } }), &[]).await;
    release(&world, &id, ReleaseDraft::default()).await.unwrap();
    let again = detection(&world, &records[1]).await.header;
    assert_eq!((again.state, again.reason.as_str()), (State::Submitted, ""), "the same record, not a second one");
    assert_eq!(detection(&world, &records[0]).await.header.state, State::Retracted);
}

#[tokio::test]
async fn what_others_built_upon_is_shown_and_asked_and_stands_or_goes_as_it_is_said() {
    let world = World::new().await;
    let id = sent(&world).await;
    rows(&world, &id, &[row("", "Mephedrone", "")]).await;
    let submission = release(&world, &id, ReleaseDraft::default()).await.unwrap().header.id;
    let record = made(&world, &submission).await.remove(0);
    let finding = |title: &str| FindingDraft {
        title: title.to_owned(),
        facts: "Found once".to_owned(),
        assessment: "It spreads".to_owned(),
        confidence: "low".to_owned(),
        evidence: record.to_string(),
        ..FindingDraft::default()
    };
    let analyst = world.by("analyst").await;
    app::finding::submit(&analyst, CODE, &finding("Seen by all")).await.unwrap();
    let mut hidden = finding("For the centre alone");
    hidden.marking.audience = "red".to_owned();
    app::finding::submit(&analyst, CODE, &hidden).await.unwrap();
    rows(&world, &id, &[]).await;
    let gone = app::submission::gone(&world.by("kz-contact").await, &id).await.unwrap();
    let upon: Vec<&str> = gone[0].upon.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(upon, ["Seen by all"], "what the releaser may not know is not told");
    let asked = problems(release(&world, &id, because("Wrong")).await);
    assert_eq!(asked, ["rows:release-built-upon"]);
    let say = |what: &str| ReleaseDraft { rows: [(record.to_string(), what.to_owned())].into(), ..because("Wrong") };
    release(&world, &id, say("keep")).await.unwrap();
    assert_eq!(detection(&world, &record).await.header.state, State::Submitted);
    assert!(app::submission::gone(&world.by("kz-contact").await, &id).await.unwrap().is_empty(), "asked once");

    let ids = rows(&world, &id, &[row("", "alpha-PVP", "")]).await;
    let submission = release(&world, &id, ReleaseDraft::default()).await.unwrap().header.id;
    let second = made(&world, &submission).await.remove(0);
    assert!(second != record && !ids.is_empty());
    app::finding::submit(&analyst, CODE, &FindingDraft { evidence: second.to_string(), ..finding("Again") })
        .await
        .unwrap();
    rows(&world, &id, &[]).await;
    let draft = ReleaseDraft { rows: [(second.to_string(), "retract".to_owned())].into(), ..because("Wrong") };
    release(&world, &id, draft).await.unwrap();
    assert_eq!(detection(&world, &second).await.header.state, State::Retracted);
}

#[tokio::test]
async fn what_was_amended_by_hand_stays_where_its_row_has_not_changed() {
    let world = World::new().await;
    let id = sent(&world).await;
    let ids = rows(&world, &id, &[row("", "Mephedrone", "")]).await;
    let submission = release(&world, &id, ReleaseDraft::default()).await.unwrap().header.id;
    let record = made(&world, &submission).await.remove(0);
    let contact = world.by("kz-contact").await;
    let draft =
        DetectionDraft { form: "powder".to_owned(), ..DetectionDraft::of(&detection(&world, &record).await.content) };
    let by_hand = DetectionDraft { laboratory: "Central laboratory, Almaty".to_owned(), ..draft };
    app::detection::amend(&contact, &record, 1, &by_hand).await.unwrap();
    rows(&world, &id, &[row(&ids[0], "Mephedrone", "pure")]).await;
    release(&world, &id, ReleaseDraft::default()).await.unwrap();
    let now = detection(&world, &record).await;
    let said = (now.header.revision, now.content.note.as_str(), now.content.laboratory.as_str());
    assert_eq!(said, (3, "pure", "Central laboratory, Almaty"));
    assert!(now.content.form.is_some());
    rows(&world, &id, &[row(&ids[0], "alpha-PVP", "pure")]).await;
    release(&world, &id, ReleaseDraft::default()).await.unwrap();
    let renamed = detection(&world, &record).await.content;
    assert_eq!(renamed.substance, Some("alpha-pvp".to_owned()), "another name is another substance");
}

#[tokio::test]
async fn after_the_questions_changed_each_answer_is_kept_and_looked_at_once() {
    let world = World::new().await;
    let id = sent(&world).await;
    save(&world, "kz-officer", &id, json!({ "any": { "value": "no" }, "words": { "value": "Fell" } }), &[]).await;
    let released = release(&world, &id, ReleaseDraft::default()).await.unwrap();
    let desk = world.by("desk").await;
    let current = app::record::get::<Questionnaire>(&desk, &id).await.unwrap().record;
    let mut draft = QuestionnaireDraft::of(&current.content);
    draft.sections[0].questions[0].choices.push("unknown".to_owned());
    draft.sections[0].questions.push(serde_json::from_value(question("more", "text")).unwrap());
    let base = current.header.revision;
    app::questionnaire::change(&desk, &id, base, &draft).await.unwrap();
    let look = async |login: &str| {
        let mine = app::submission::mine(&world.by(login).await, &id).await.unwrap();
        mine.look_again().into_iter().map(|one| (one.question, one.changed)).collect::<Vec<_>>()
    };
    let new = ("more".to_owned(), vec![Changed::New]);
    assert_eq!(look("kz-contact").await, [("any".to_owned(), vec![Changed::Choices]), new.clone()]);
    assert!(look("uz-contact").await.is_empty(), "to whom nothing was answered nothing has changed");
    let untouched = save(&world, "kz-officer", &id, json!({ "any": { "base": "1", "value": "no" } }), &[]).await;
    assert!(untouched.kept.is_empty(), "to save the page is not to have looked");
    let holds = json!({ "any": { "base": "1", "value": "no", "holds": true } });
    assert_eq!(save(&world, "kz-officer", &id, holds, &[]).await.kept, ["any"]);
    assert_eq!(look("kz-contact").await, [new]);
    save(&world, "kz-officer", &id, json!({ "more": { "value": "Yes" } }), &[]).await;
    assert!(look("kz-contact").await.is_empty());
    let again = release(&world, &id, ReleaseDraft::default()).await.unwrap();
    assert_eq!((released.content.version, again.content.version), (1, 2));
    let then = app::submission::revision(&desk, &released.header.id, 1).await.unwrap();
    let since: Vec<(&str, bool)> = then.since.iter().map(|one| (one.question.as_str(), one.then.is_some())).collect();
    assert_eq!(since, [("more", false)], "what was only looked at has not changed");
    assert!(then.questionnaire.unwrap().question("more").is_none(), "the questions as they were asked then");
    assert!(matches!(&then.record.content.answers[1].said, Some(Said::One(one)) if one.value == "Fell"));
}

#[tokio::test]
async fn the_list_of_questionnaires_says_how_each_reader_stands_to_each() {
    let world = World::new().await;
    let (first, second) = (sent(&world).await, sent(&world).await);
    save(&world, "kz-officer", &first, json!({ "any": { "value": "no" }, "words": { "value": "x" } }), &[]).await;
    release(&world, &first, ReleaseDraft::default()).await.unwrap();
    save(&world, "uz-officer", &second, json!({ "words": { "value": "y" } }), &[]).await;
    app::questionnaire::remind(&world.by("desk").await, &second).await.unwrap();
    let lines = async |login: &str| {
        let (_, lines) = app::questionnaire::lines(&world.by(login).await, CODE).await.unwrap();
        let of = |id: &RecordId| {
            let line = lines.iter().find(|line| line.record.header.id == *id).unwrap();
            let answers = line.own.as_ref().map(|own| own.0.len());
            (answers, line.released.is_some(), line.reminded.is_some(), line.submissions)
        };
        [of(&first), of(&second)]
    };
    assert_eq!(lines("kz-chemist").await, [(Some(2), true, false, 1), (Some(0), false, true, 0)]);
    assert_eq!(lines("uz-contact").await, [(Some(0), false, false, 1), (Some(1), false, true, 0)]);
    assert_eq!(lines("desk").await, [(None, false, false, 1), (None, false, false, 0)]);
}
