//! Recommendations: who writes them, who says what became of them, and what a reader may learn of it.

use crate::world::{CODE, World};
use app::recommendation::Asked;
use model::lang::Lang;
use model::names::Names;
use model::progress::{ProgressDraft, Standing};
use model::recommendation::{Recommendation, RecommendationDraft};
use model::record::Record;

fn draft() -> RecommendationDraft {
    RecommendationDraft {
        recommended: Names::default().with(Lang::En, "Exchange reference standards"),
        came_from: "debrief".to_owned(),
        category: "forensic".to_owned(),
        everyone: true,
        due_by: "2021-10-20".to_owned(),
        ..RecommendationDraft::default()
    }
}

fn says(standing: &str) -> ProgressDraft {
    ProgressDraft {
        standing: standing.to_owned(),
        reason: "no budget".to_owned(),
        proof: "delivered".to_owned(),
        ..ProgressDraft::default()
    }
}

async fn written(world: &World) -> Record<Recommendation> {
    app::recommendation::create(&world.by("desk").await, CODE, &draft()).await.unwrap()
}

async fn standing(world: &World, login: &str) -> Standing {
    let (_, all) = app::recommendation::list(&world.by(login).await, CODE, &Asked::default()).await.unwrap();
    all[0].standing
}

#[tokio::test]
async fn only_the_coordinator_writes_and_only_an_addressee_answers_for_itself() {
    let world = World::new().await;
    for login in ["kz-contact", "analyst", "mn-observer"] {
        let refused = app::recommendation::create(&world.by(login).await, CODE, &draft()).await;
        assert!(matches!(refused, Err(app::Error::Refused("role"))), "{login}");
    }
    let only = RecommendationDraft { everyone: false, addressees: vec!["KZ".to_owned()], ..draft() };
    let record = app::recommendation::create(&world.by("desk").await, CODE, &only).await.unwrap();
    let id = record.header.id;
    for (login, code) in [("desk", "role"), ("kz-officer", "role"), ("uz-contact", "not-addressed")] {
        let refused = app::progress::report(&world.by(login).await, &id, &says("accepted")).await;
        assert!(matches!(refused, Err(app::Error::Refused(why)) if why == code), "{login}");
    }
    app::progress::report(&world.by("kz-contact").await, &id, &says("accepted")).await.unwrap();
    assert_eq!(standing(&world, "uz-officer").await, Standing::Accepted);
}

#[tokio::test]
async fn the_latest_report_counts_and_earlier_ones_stay() {
    let world = World::new().await;
    let id = written(&world).await.header.id;
    let kz = world.by("kz-contact").await;
    for standing in ["accepted", "in-progress", "done"] {
        app::progress::report(&kz, &id, &says(standing)).await.unwrap();
    }
    let (_, one) = app::recommendation::get(&world.by("desk").await, &id).await.unwrap();
    assert_eq!(one.standing, Standing::InProgress, "the other addressee has said nothing");
    let own = one.addressees.iter().find(|one| one.participant.as_str() == "KZ").unwrap();
    assert_eq!((own.standing, own.reports.len()), (Standing::Done, 3));
    app::progress::report(&world.by("uz-contact").await, &id, &says("not-accepted")).await.unwrap();
    assert_eq!(standing(&world, "desk").await, Standing::Done);
}

#[tokio::test]
async fn a_refusal_needs_a_reason_and_what_is_done_a_proof() {
    let world = World::new().await;
    let id = written(&world).await.header.id;
    let kz = world.by("kz-contact").await;
    for (standing, field) in [("not-accepted", "reason"), ("done", "proof"), ("", "standing")] {
        let draft = ProgressDraft { standing: standing.to_owned(), ..ProgressDraft::default() };
        let Err(app::Error::Invalid(found)) = app::progress::report(&kz, &id, &draft).await else { panic!("{field}") };
        assert_eq!(found.0[0].field, field);
    }
}

#[tokio::test]
async fn a_report_that_a_reader_may_not_see_moves_nothing_that_it_reads() {
    let world = World::new().await;
    let id = written(&world).await.header.id;
    let mut hidden = says("done");
    hidden.marking.audience = "amber-strict".to_owned();
    app::progress::report(&world.by("kz-contact").await, &id, &hidden).await.unwrap();
    assert_eq!(standing(&world, "desk").await, Standing::InProgress);
    assert_eq!(standing(&world, "uz-contact").await, Standing::Open);
    let asked = Asked { standing: Some(Standing::InProgress), ..Asked::default() };
    let (_, found) = app::recommendation::list(&world.by("uz-contact").await, CODE, &asked).await.unwrap();
    assert!(found.is_empty(), "nor does a filter tell of it");
}

#[tokio::test]
async fn what_is_past_its_day_and_not_settled_is_overdue_for_whom_it_is() {
    let world = World::new().await;
    let id = written(&world).await.header.id;
    app::progress::report(&world.by("kz-contact").await, &id, &says("done")).await.unwrap();
    world.pass(10 * 86_400);
    let asked = |code: &str| Asked {
        overdue: true,
        addressee: Some(model::participant::ParticipantCode::country(code)),
        ..Asked::default()
    };
    let desk = world.by("desk").await;
    assert_eq!(app::recommendation::list(&desk, CODE, &asked("UZ")).await.unwrap().1.len(), 1);
    assert_eq!(app::recommendation::list(&desk, CODE, &asked("KZ")).await.unwrap().1.len(), 0);
}

#[tokio::test]
async fn a_stale_change_overwrites_nothing_and_a_record_nobody_sees_is_not_named() {
    let world = World::new().await;
    let record = written(&world).await;
    let (desk, id) = (world.by("desk").await, record.header.id);
    let mut next = RecommendationDraft { priority: "high".to_owned(), ..draft() };
    app::recommendation::change(&desk, &id, 1, &next).await.unwrap();
    let stale = app::recommendation::change(&desk, &id, 1, &next).await;
    assert!(matches!(stale, Err(app::Error::Stale { current: 2 })));
    next.evidence = vec!["inc_01h455vb4pex5vsknk084sn02q".to_owned()];
    let Err(app::Error::Invalid(found)) = app::recommendation::change(&desk, &id, 2, &next).await else { panic!() };
    assert_eq!((found.0[0].field.as_str(), found.0[0].code.as_ref()), ("evidence", "record-unseen"));
}

#[tokio::test]
async fn the_board_shows_only_the_editions_its_reader_takes_part_in() {
    let world = World::new().await;
    let desk = world.by("desk").await;
    let mut earlier = crate::world::operation_draft("TEST-0");
    earlier.edition = "0".to_owned();
    earlier.participations.retain(|part| part.participant != "UZ");
    app::operation::create(&desk, &earlier).await.unwrap();
    app::recommendation::create(&desk, "TEST-0", &draft()).await.unwrap();
    let editions = |all: Vec<model::recommendation::Edition>| {
        all.iter().map(|one| format!("{}:{}", one.operation.code, one.followed.len())).collect::<Vec<_>>()
    };
    let (_, all) = app::recommendation::board(&world.by("kz-contact").await, CODE, &Asked::default()).await.unwrap();
    assert_eq!(editions(all), ["TEST-1:0", "TEST-0:1"]);
    let (_, all) = app::recommendation::board(&world.by("uz-contact").await, CODE, &Asked::default()).await.unwrap();
    assert_eq!(editions(all), ["TEST-1:0"]);
}
