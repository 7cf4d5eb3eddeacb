//! Acts: who brings them in, who sees them, and a chain that leads nowhere back.

use crate::world::{CODE, World};
use model::card::Wanted;
use model::legal_act::{LegalAct, LegalActDraft};
use model::marking::MarkingDraft;
use model::problem::Problems;
use model::record::{Kind, Record};

pub fn draft(title: &str) -> LegalActDraft {
    LegalActDraft {
        jurisdiction: "KZ".to_owned(),
        title: title.to_owned(),
        adopted: "2019-07-03".to_owned(),
        in_force_from: "2019-07-20".to_owned(),
        holds_list: true,
        ..LegalActDraft::default()
    }
}

pub async fn added(world: &World, login: &str, draft: &LegalActDraft) -> Record<LegalAct> {
    app::legal_act::create(&world.by(login).await, CODE, draft).await.unwrap()
}

pub fn problems<T: std::fmt::Debug>(result: app::Result<T>) -> Problems {
    match result {
        Err(app::Error::Invalid(problems)) => problems,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn who_takes_part_brings_an_act_in_and_an_observer_does_not() {
    let world = World::new().await;
    for login in ["kz-officer", "kz-chemist", "analyst", "desk"] {
        added(&world, login, &draft(login)).await;
    }
    let refused = app::legal_act::create(&world.by("mn-observer").await, CODE, &draft("x")).await;
    assert!(matches!(refused, Err(app::Error::Refused("role"))), "{refused:?}");
}

#[tokio::test]
async fn an_act_that_is_not_open_to_its_reader_is_nowhere() {
    let world = World::new().await;
    let parent = added(&world, "kz-officer", &draft("Open")).await;
    let marking = MarkingDraft { audience: "red".to_owned(), ..MarkingDraft::default() };
    let hidden = LegalActDraft { amends: vec![parent.content.id.to_string()], marking, ..draft("Hidden") };
    let hidden = added(&world, "kz-officer", &hidden).await;
    let reader = world.by("uz-officer").await;
    let found = app::legal_act::get(&reader, &hidden.header.id).await;
    assert!(matches!(found, Err(app::Error::NotFound)));
    assert_eq!(app::legal_act::get(&reader, &parent.header.id).await.unwrap().chain, []);
    let (_, list) = app::legal_act::list(&reader, CODE, &Wanted::of(Kind::LegalAct)).await.unwrap();
    assert_eq!(list.len(), 1);
    let named = LegalActDraft { amends: vec![hidden.content.id.to_string()], ..draft("Guess") };
    let found = problems(app::legal_act::create(&reader, CODE, &named).await);
    assert_eq!(found.0[0].code, "act-unknown", "a hidden act is as unknown as none at all");
    let own = app::legal_act::get(&world.by("kz-officer").await, &parent.header.id).await.unwrap();
    assert_eq!(own.chain.len(), 1);
}

#[tokio::test]
async fn a_change_that_closes_a_circle_is_asked_back_and_a_stale_one_overwrites_nothing() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    let first = added(&world, "kz-officer", &draft("First")).await;
    let second = LegalActDraft { amends: vec![first.content.id.to_string()], ..draft("Second") };
    let second = added(&world, "kz-officer", &second).await;
    let circle = LegalActDraft { amends: vec![second.content.id.to_string()], ..draft("First") };
    let found = problems(app::legal_act::change(&officer, &first.header.id, 1, &circle).await);
    assert_eq!(found.0[0].code, "amendment-circle");
    app::legal_act::change(&officer, &first.header.id, 1, &draft("First, corrected")).await.unwrap();
    let stale = app::legal_act::change(&officer, &first.header.id, 1, &draft("Late")).await;
    assert!(matches!(stale, Err(app::Error::Stale { current: 2 })), "{stale:?}");
    let other = app::legal_act::change(&world.by("uz-officer").await, &first.header.id, 2, &draft("Foreign")).await;
    assert!(matches!(other, Err(app::Error::Refused("role"))), "{other:?}");
}
