//! Questionnaires and the answers to them.

use crate::world::{CODE, World, problems};
use app::submission::ReleaseDraft;
use model::id::RecordId;
use model::lang::Lang;
use model::names::Names;
use model::questionnaire::{QuestionDraft, Questionnaire, QuestionnaireDraft, SectionDraft};
use model::record::Record;
use model::submission::{AnswerDraft, AnswersDraft, RowDraft, Said};

const LATER: &str = "2021-10-31";

async fn started(world: &World) -> Record<Questionnaire> {
    let desk = world.by("desk").await;
    app::questionnaire::add(&desk, CODE, &app::questionnaire::standard().unwrap()).await.unwrap()
}

async fn sent(world: &World) -> RecordId {
    let record = started(world).await;
    app::questionnaire::open(&world.by("desk").await, &record.header.id, 1, LATER).await.unwrap();
    record.header.id
}

fn value(base: u32, value: &str) -> AnswerDraft {
    AnswerDraft { base: base.to_string(), value: value.to_owned(), ..AnswerDraft::default() }
}

fn answers(all: &[(&str, AnswerDraft)]) -> AnswersDraft {
    AnswersDraft { answers: all.iter().map(|(key, draft)| ((*key).to_owned(), draft.clone())).collect() }
}

fn row(cells: &[(&str, &str)]) -> RowDraft {
    RowDraft {
        id: String::new(),
        cells: cells.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect(),
    }
}

async fn save(world: &World, login: &str, id: &RecordId, all: &[(&str, AnswerDraft)]) -> app::submission::Saved {
    app::submission::save(&world.by(login).await, id, &answers(all)).await.unwrap()
}

async fn release_as_seen(
    world: &World,
    login: &str,
    id: &RecordId,
) -> app::Result<Record<model::submission::Submission>> {
    let cx = world.by(login).await;
    let mine = app::submission::mine(&cx, id).await?;
    let base = mine.released.map_or(0, |record| record.header.revision);
    let draft =
        ReleaseDraft { base: base.to_string(), seen: mine.answers.0.len().to_string(), ..ReleaseDraft::default() };
    app::submission::release(&cx, id, &draft).await
}

#[tokio::test]
async fn a_questionnaire_is_seen_by_participants_when_it_is_sent_out_and_not_before() {
    let world = World::new().await;
    let record = started(&world).await;
    let (officer, desk) = (world.by("kz-officer").await, world.by("desk").await);
    assert!(app::questionnaire::list(&officer, CODE).await.unwrap().1.is_empty());
    assert!(matches!(app::submission::mine(&officer, &record.header.id).await, Err(app::Error::NotFound)));
    let late = app::questionnaire::open(&desk, &record.header.id, 1, "2021-10-14").await;
    assert_eq!(problems(late), ["due:due-past"]);
    let refused = app::questionnaire::open(&officer, &record.header.id, 1, LATER).await;
    assert!(matches!(refused, Err(app::Error::NotFound)));
    app::questionnaire::open(&desk, &record.header.id, 1, LATER).await.unwrap();
    assert_eq!(app::questionnaire::list(&officer, CODE).await.unwrap().1.len(), 1);
    let observer = world.by("mn-observer").await;
    assert!(app::questionnaire::list(&observer, CODE).await.unwrap().1.is_empty());
    let refused = app::questionnaire::close(&officer, &record.header.id, 2).await;
    assert!(matches!(refused, Err(app::Error::Refused("role"))));
}

#[tokio::test]
async fn two_agencies_answer_one_question_and_the_second_is_shown_the_first() {
    let world = World::new().await;
    let id = sent(&world).await;
    assert_eq!(save(&world, "kz-officer", &id, &[("trends", value(0, "More mephedrone"))]).await.kept, ["trends"]);
    let second =
        save(&world, "kz-chemist", &id, &[("trends", value(0, "More alpha-PVP")), ("laboratories", value(0, "2"))])
            .await;
    assert_eq!(second.kept, ["laboratories"], "what contradicts nobody is kept");
    let conflict = &second.conflicts["trends"];
    assert!(matches!(&conflict.theirs.said, Some(Said::One(one)) if one.value == "More mephedrone"));
    let chemist = world.by("kz-chemist").await;
    let mine = app::submission::mine(&chemist, &id).await.unwrap();
    let questionnaire = &mine.found.record.content;
    let standing = mine.answers.standing(questionnaire.question("trends").unwrap()).unwrap();
    let officer = world.by("kz-officer").await;
    assert_eq!(standing.agency, officer.member().unwrap().agency);
    let again = save(&world, "kz-chemist", &id, &[("trends", value(1, "More alpha-PVP"))]).await;
    assert_eq!(again.kept, ["trends"], "who has seen it decides");
}

#[tokio::test]
async fn nobody_outside_the_participant_sees_anything_before_the_release() {
    let world = World::new().await;
    let id = sent(&world).await;
    save(&world, "kz-officer", &id, &[("trends", value(0, "Secret so far"))]).await;
    let other = app::submission::mine(&world.by("uz-officer").await, &id).await.unwrap();
    assert!(other.answers.0.is_empty());
    let desk = world.by("desk").await;
    assert!(matches!(app::submission::mine(&desk, &id).await, Err(app::Error::Refused("not-questioned"))));
    let (_, standings) = app::questionnaire::standings(&desk, &id).await.unwrap();
    let said: Vec<(String, bool)> =
        standings.iter().map(|one| (one.participant.to_string(), one.released.is_some())).collect();
    assert_eq!(said, [("KZ".to_owned(), false), ("UZ".to_owned(), false)]);
    assert!(app::questionnaire::submissions(&desk, &id).await.unwrap().1.is_empty());
}

#[tokio::test]
async fn the_contact_point_releases_and_releases_again() {
    let world = World::new().await;
    let id = sent(&world).await;
    assert_eq!(problems(release_as_seen(&world, "kz-contact", &id).await), [":release-empty"]);
    save(&world, "kz-officer", &id, &[("trends", value(0, "More mephedrone")), ("laboratories", value(0, "0"))]).await;
    let refused = release_as_seen(&world, "kz-officer", &id).await;
    assert!(matches!(refused, Err(app::Error::Refused("role"))));
    let first = release_as_seen(&world, "kz-contact", &id).await.unwrap();
    assert_eq!((first.header.revision, first.content.answers.len()), (1, 2));
    assert_eq!(
        first.content.completeness.percent(),
        25,
        "one of four that have to be answered; techniques are not asked"
    );
    save(&world, "kz-chemist", &id, &[("law-planned", value(0, "no"))]).await;
    let second = release_as_seen(&world, "kz-contact", &id).await.unwrap();
    assert_eq!((&second.header.id, second.header.revision), (&first.header.id, 2));
    let released = app::submission::get(&world.by("uz-officer").await, &first.header.id).await.unwrap();
    assert_eq!((released.history.len(), released.found.record.content.answers.len()), (2, 3));
    assert!(released.questionnaire.is_some());
    let observer = world.by("mn-observer").await;
    assert!(matches!(app::submission::get(&observer, &first.header.id).await, Err(app::Error::NotFound)));
}

#[tokio::test]
async fn a_release_of_answers_that_changed_meanwhile_or_look_personal_is_asked_back() {
    let world = World::new().await;
    let id = sent(&world).await;
    save(&world, "kz-officer", &id, &[("trends", value(0, "Seller: +7 701 555 12 34"))]).await;
    let contact = world.by("kz-contact").await;
    let draft = ReleaseDraft { seen: "0".to_owned(), ..ReleaseDraft::default() };
    let found = problems(app::submission::release(&contact, &id, &draft).await);
    assert_eq!(found, [":release-changed", "checked:release-personal"]);
    let mut red = ReleaseDraft { seen: "1".to_owned(), checked: true, ..ReleaseDraft::default() };
    red.marking.audience = "red".to_owned();
    assert_eq!(problems(app::submission::release(&contact, &id, &red).await), ["marking.audience:release-red"]);
    red.marking.audience = "amber-strict".to_owned();
    let released = app::submission::release(&contact, &id, &red).await.unwrap();
    let other = world.by("uz-officer").await;
    assert!(matches!(app::submission::get(&other, &released.header.id).await, Err(app::Error::NotFound)));
    assert!(app::questionnaire::submissions(&other, &id).await.unwrap().1.is_empty(), "nor is it counted");
    assert!(app::submission::get(&world.by("desk").await, &released.header.id).await.is_ok());
}

#[tokio::test]
async fn a_questionnaire_that_changes_after_answers_keeps_them_and_shows_what_is_left_over() {
    let world = World::new().await;
    let id = sent(&world).await;
    let desk = world.by("desk").await;
    let rows = AnswerDraft {
        rows: vec![row(&[("substance", "Mephedrone"), ("quantity", "12,5"), ("unit", "kg")])],
        ..AnswerDraft::default()
    };
    let all = [("trends", value(0, "Prices fell")), ("laboratories", value(0, "3")), ("seizures", rows)];
    assert!(save(&world, "kz-officer", &id, &all).await.is_whole());
    let current = app::record::get::<Questionnaire>(&desk, &id).await.unwrap().record;
    let mut draft = QuestionnaireDraft::of(&current.content);
    for section in &mut draft.sections {
        section.questions.retain(|question| question.key != "trends");
        for question in &mut section.questions {
            if question.key == "laboratories" {
                question.kind = "text".to_owned();
            }
            question.condition.clear();
            question.columns.retain(|column| column.key != "quantity");
        }
    }
    let changed = app::questionnaire::change(&desk, &id, current.header.revision, &draft).await.unwrap();
    assert_eq!(changed.content.version, 2);
    let stale = app::questionnaire::change(&desk, &id, current.header.revision, &draft).await;
    assert!(matches!(stale, Err(app::Error::Stale { .. })));
    let mine = app::submission::mine(&world.by("kz-chemist").await, &id).await.unwrap();
    let left = mine.answers.left_over(&mine.found.record.content);
    let mut said: Vec<(&str, bool)> =
        left.iter().map(|one| (one.answer.question.as_str(), one.asked_differently)).collect();
    said.sort_unstable();
    assert_eq!(said, [("laboratories", true), ("seizures", true), ("trends", false)]);
    let seizures = mine.answers.standing(changed.content.question("seizures").unwrap()).unwrap();
    let Some(Said::Rows(rows)) = seizures.said else { panic!() };
    assert_eq!((rows[0].value("substance"), rows[0].value("quantity")), ("Mephedrone", ""));
    let late = save(&world, "kz-officer", &id, &[("trends", value(1, "Prices fell further"))]).await;
    assert_eq!(late.problems.0[0].code, "question-gone", "what was typed meanwhile is not dropped in silence");
}

#[tokio::test]
async fn those_who_have_not_released_are_reminded_and_the_others_are_not() {
    let world = World::new().await;
    let id = sent(&world).await;
    save(&world, "kz-officer", &id, &[("trends", value(0, "x"))]).await;
    release_as_seen(&world, "kz-contact", &id).await.unwrap();
    let named = app::questionnaire::remind(&world.by("desk").await, &id).await.unwrap();
    assert_eq!(named.iter().map(ToString::to_string).collect::<Vec<_>>(), ["UZ"]);
    assert!(app::submission::mine(&world.by("uz-officer").await, &id).await.unwrap().reminded.is_some());
    assert!(app::submission::mine(&world.by("kz-officer").await, &id).await.unwrap().reminded.is_none());
    app::questionnaire::close(&world.by("desk").await, &id, 2).await.unwrap();
    let refused =
        app::submission::save(&world.by("uz-officer").await, &id, &answers(&[("trends", value(0, "y"))])).await;
    assert!(matches!(refused, Err(app::Error::Refused("questionnaire-not-open"))));
}

#[tokio::test]
async fn a_row_keeps_its_identity_when_it_changes_and_when_it_comes_again() {
    let world = World::new().await;
    let id = sent(&world).await;
    let cells = [("substance", "Mephedrone"), ("quantity", "1"), ("unit", "kg")];
    let rows = AnswerDraft { rows: vec![row(&cells)], ..AnswerDraft::default() };
    save(&world, "kz-officer", &id, &[("seizures", rows.clone())]).await;
    let of = async || {
        let mine = app::submission::mine(&world.by("kz-officer").await, &id).await.unwrap();
        let question = mine.found.record.content.question("seizures").unwrap().clone();
        let Some(Said::Rows(rows)) = mine.answers.standing(&question).unwrap().said else { panic!() };
        rows
    };
    let first = of().await;
    assert!(save(&world, "kz-officer", &id, &[("seizures", rows)]).await.is_whole(), "the same file again");
    assert_eq!(of().await, first);
    let mut changed = RowDraft::of(&first[0]);
    changed.cells.insert("quantity".to_owned(), "2".to_owned());
    let draft = AnswerDraft { base: "1".to_owned(), rows: vec![changed], ..AnswerDraft::default() };
    save(&world, "kz-officer", &id, &[("seizures", draft)]).await;
    assert_eq!((of().await[0].id.as_str(), of().await[0].value("quantity")), (first[0].id.as_str(), "2"));
}

#[tokio::test]
async fn a_questionnaire_of_ones_own_names_all_that_is_wrong_with_it() {
    let world = World::new().await;
    let question = QuestionDraft { key: "Bad key".to_owned(), kind: "text".to_owned(), ..QuestionDraft::default() };
    let section = SectionDraft {
        key: "one".to_owned(),
        title: Names::default().with(Lang::En, "One"),
        questions: vec![question],
        ..SectionDraft::default()
    };
    let draft = QuestionnaireDraft { sections: vec![section], ..QuestionnaireDraft::default() };
    let found = problems(app::questionnaire::add(&world.by("desk").await, CODE, &draft).await);
    assert_eq!(
        found,
        ["title:required", "sections.0.questions.0.key:question-key", "sections.0.questions.0.label:required"]
    );
}
