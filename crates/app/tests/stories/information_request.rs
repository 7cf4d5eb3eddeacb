//! Requests for information: who sees them, what waits for whom, answers, withdrawal.

use crate::world::{CODE, World, problems};
use app::answer::give;
use app::information_request::{RequestsWanted, ask, get, list, withdraw};
use app::notice;
use model::answer::{AnswerDraft, AnswerKind};
use model::id::RecordId;
use model::information_request::InformationRequestDraft;
use model::notice::NoticeKind;

fn question(to: &[&str]) -> InformationRequestDraft {
    InformationRequestDraft {
        asked: to.iter().map(|code| (*code).to_owned()).collect(),
        question_type: "route".to_owned(),
        subject: "Parcels from the east".to_owned(),
        body: "By which road do they come?".to_owned(),
        urgency: "urgent".to_owned(),
        due_day: "2021-10-16".to_owned(),
        due_time: "12:00".to_owned(),
        due_zone: "+05:00".to_owned(),
        permitted_use: "Analysis".to_owned(),
        ..InformationRequestDraft::default()
    }
}

fn answer(kind: &str) -> AnswerDraft {
    AnswerDraft { kind: kind.to_owned(), body: "By rail".to_owned(), ..AnswerDraft::default() }
}

async fn asked(world: &World, login: &str, draft: &InformationRequestDraft) -> RecordId {
    ask(&world.by(login).await, CODE, draft).await.unwrap().header.id
}

/// All, to answer, overdue.
async fn counts(world: &World, login: &str) -> [u64; 3] {
    let found = list(&world.by(login).await, CODE, &RequestsWanted::default()).await.unwrap();
    assert_eq!(found.lines.len() as u64, found.total);
    [found.total, found.to_answer, found.overdue]
}

#[tokio::test]
async fn a_question_is_seen_by_those_who_ask_and_are_asked_and_by_the_coordinator() {
    let world = World::new().await;
    let id = asked(&world, "kz-officer", &question(&["UZ"])).await;
    assert_eq!(counts(&world, "kz-chemist").await, [1, 0, 0]);
    assert_eq!(counts(&world, "uz-officer").await, [1, 1, 0]);
    assert_eq!(counts(&world, "desk").await, [1, 0, 0]);
    assert_eq!(counts(&world, "mn-observer").await, [0, 0, 0]);
    assert!(matches!(get(&world.by("mn-observer").await, &id).await, Err(app::Error::NotFound)));
    let mut red = question(&["UZ"]);
    red.marking.audience = "red".to_owned();
    asked(&world, "kz-officer", &red).await;
    assert_eq!(counts(&world, "desk").await, [1, 0, 0], "the coordinator is not named");
    assert_eq!(counts(&world, "uz-officer").await, [2, 2, 0]);
}

#[tokio::test]
async fn what_is_overdue_waits_for_those_who_have_not_answered_and_for_whoever_asked() {
    let world = World::new().await;
    let id = asked(&world, "desk", &question(&["KZ", "UZ"])).await;
    world.pass(3600);
    give(&world.by("kz-officer").await, &id, &answer("partial")).await.unwrap();
    world.pass(3600);
    give(&world.by("kz-officer").await, &id, &answer("final")).await.unwrap();
    world.pass(86_400);
    assert_eq!(counts(&world, "kz-officer").await, [1, 0, 0]);
    assert_eq!(counts(&world, "uz-officer").await, [1, 1, 1]);
    assert_eq!(counts(&world, "desk").await, [1, 0, 1]);
    let seen = get(&world.by("desk").await, &id).await.unwrap();
    assert!(seen.is_overdue);
    let told: Vec<_> = seen.asked.iter().map(|one| (one.participant.as_str(), one.kind, one.took)).collect();
    assert_eq!(told, [("KZ", Some(AnswerKind::Final), Some(7200)), ("UZ", None, None)]);
    let other = get(&world.by("uz-officer").await, &id).await.unwrap();
    assert!(other.answers.is_empty(), "an answer is for whoever asked");
    assert_eq!(other.asked.len(), 1);
    give(&world.by("uz-officer").await, &id, &AnswerDraft { share: true, ..answer("nil") }).await.unwrap();
    assert_eq!(get(&world.by("kz-officer").await, &id).await.unwrap().answers.len(), 3);
    assert_eq!(counts(&world, "desk").await, [1, 0, 0]);
}

#[tokio::test]
async fn a_question_and_its_answers_are_told_and_settled() {
    let world = World::new().await;
    let id = asked(&world, "kz-officer", &question(&["UZ"])).await;
    let (told, _) = notice::list(&world.by("uz-contact").await, None).await.unwrap();
    assert_eq!(told.iter().map(|one| (one.kind, one.due.is_some())).collect::<Vec<_>>(), [(NoticeKind::Answer, true)]);
    give(&world.by("uz-officer").await, &id, &answer("partial")).await.unwrap();
    assert_eq!(notice::count(&world.by("uz-contact").await).await.unwrap(), 1, "a part is not all");
    let last = give(&world.by("uz-officer").await, &id, &answer("final")).await.unwrap();
    assert_eq!(notice::count(&world.by("uz-contact").await).await.unwrap(), 0);
    let (told, _) = notice::list(&world.by("kz-contact").await, None).await.unwrap();
    assert_eq!(told.iter().map(|one| one.kind).collect::<Vec<_>>(), [NoticeKind::Answered, NoticeKind::Answered]);
    app::answer::retract(&world.by("uz-officer").await, &last.header.id, 1, "Wrong road").await.unwrap();
    assert_eq!(counts(&world, "uz-officer").await, [1, 1, 0], "it waits again");
}

#[tokio::test]
async fn bad_questions_and_answers_are_told_apart() {
    let world = World::new().await;
    let mut wrong = question(&["TM"]);
    wrong.due_day = "2021-10-14".to_owned();
    let found = ask(&world.by("kz-officer").await, CODE, &wrong).await;
    assert_eq!(problems(found), ["asked:recipient-unknown", "due_day:request-due-past"]);
    let id = asked(&world, "kz-officer", &question(&["UZ"])).await;
    let refused = AnswerDraft { kind: "refused".to_owned(), ..AnswerDraft::default() };
    assert_eq!(problems(give(&world.by("uz-officer").await, &id, &refused).await), ["ground:refusal-needs-ground"]);
    let own = give(&world.by("kz-officer").await, &id, &answer("final")).await;
    assert!(matches!(own, Err(app::Error::Refused("not-asked-here"))));
    let observer = give(&world.by("mn-observer").await, &id, &answer("final")).await;
    assert!(matches!(observer, Err(app::Error::NotFound)));
    withdraw(&world.by("kz-officer").await, &id, 1, "Found out").await.unwrap();
    let late = give(&world.by("uz-officer").await, &id, &answer("final")).await;
    assert!(matches!(late, Err(app::Error::Refused("retracted"))));
    assert_eq!(counts(&world, "uz-officer").await, [0, 0, 0]);
    assert_eq!(notice::count(&world.by("uz-officer").await).await.unwrap(), 0);
}
