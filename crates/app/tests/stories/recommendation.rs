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

/// The operation after, in which Kazakhstan takes part and Uzbekistan does not; its plan begins from the one before.
async fn next_edition(world: &World) -> model::id::RecordId {
    let desk = world.by("desk").await;
    app::plan::create(&desk, CODE, "outline").await.unwrap();
    let mut next = crate::world::operation_draft("TEST-2");
    next.previous = CODE.to_owned();
    next.edition = "2".to_owned();
    next.participations.retain(|part| part.participant != "UZ");
    app::operation::create(&desk, &next).await.unwrap();
    app::plan::create(&desk, "TEST-2", "previous").await.unwrap().header.id
}

#[tokio::test]
async fn what_a_plan_carries_on_is_marked_for_whom_the_plan_is_open_and_for_nobody_else() {
    let world = World::new().await;
    let id = written(&world).await.header.id;
    let plan = next_edition(&world).await;
    let taken = |login: &'static str| {
        let (world, id) = (&world, &id);
        async move {
            let (_, own) = app::recommendation::get(&world.by(login).await, id).await.unwrap();
            own.taken.iter().map(|one| (one.operation.clone(), one.clause.clone(), one.number)).collect::<Vec<_>>()
        }
    };
    let carried = vec![("TEST-2".to_owned(), "c10".to_owned(), Some(10))];
    assert_eq!(taken("desk").await, carried, "its coordinator sees the draft");
    assert_eq!(taken("kz-contact").await, [], "to a participant the draft is not there");
    let consult = model::plan::ConsultDraft { due: "2021-10-20".to_owned(), ..Default::default() };
    app::plan::consult(&world.by("desk").await, &plan, 1, &consult).await.unwrap();
    assert_eq!(taken("kz-contact").await, carried);
    assert_eq!(taken("uz-contact").await, [], "it takes no part in the edition after");
    let (_, board) =
        app::recommendation::board(&world.by("kz-contact").await, "TEST-2", &Asked::default()).await.unwrap();
    let old = board.iter().find(|one| one.operation.code == CODE).unwrap();
    assert!(old.followed[0].is_carried());
    let shown = app::plan::get(&world.by("kz-contact").await, &plan).await.unwrap();
    assert_eq!(shown.links.iter().map(|one| &one.id).collect::<Vec<_>>(), [&id], "and the clause leads back");
}

#[tokio::test]
async fn what_is_settled_or_carried_already_is_not_put_into_the_next_plan() {
    let world = World::new().await;
    let desk = world.by("desk").await;
    let (done, carried) = (written(&world).await.header.id, written(&world).await.header.id);
    for login in ["kz-contact", "uz-contact"] {
        app::progress::report(&world.by(login).await, &done, &says("done")).await.unwrap();
    }
    let other = app::operation::create(&desk, &crate::world::operation_draft("TEST-9")).await.unwrap();
    assert_eq!(other.content.code, "TEST-9");
    let plan = app::plan::create(&desk, "TEST-9", "outline").await.unwrap().header.id;
    let takes = RecommendationDraft { plan: format!("{plan}#c1"), ..draft() };
    app::recommendation::change(&desk, &carried, 1, &takes).await.unwrap();
    let gone = RecommendationDraft { plan: format!("{plan}#c77"), ..draft() };
    let Err(app::Error::Invalid(found)) = app::recommendation::change(&desk, &carried, 2, &gone).await else {
        panic!()
    };
    assert_eq!((found.0[0].field.as_str(), found.0[0].code.as_ref()), ("plan", "clause-unknown"));
    let next = next_edition(&world).await;
    let plan = app::plan::get(&desk, &next).await.unwrap().version.record.content;
    assert_eq!(plan.clauses.len(), 9, "the outline, and no recommendation");
}

#[tokio::test]
async fn a_file_is_proof_and_comes_with_its_report_or_not_at_all() {
    let world = World::new().await;
    let id = written(&world).await.header.id;
    let contact = world.by("kz-contact").await;
    let done = ProgressDraft { standing: "done".to_owned(), ..ProgressDraft::default() };
    let file = |bytes: &[u8]| vec![app::attachment::Sent { name: "act.txt".to_owned(), bytes: bytes.to_vec() }];
    let Err(app::Error::Invalid(found)) = app::progress::report_with(&contact, &id, &done, file(b"")).await else {
        panic!()
    };
    assert_eq!(found.0[0].code, "file-empty");
    let report = app::progress::report_with(&contact, &id, &done, file(b"Act 7\n")).await.unwrap();
    let (_, own) = app::recommendation::get(&contact, &id).await.unwrap();
    let aside = app::recommendation::aside(&contact, &own).await.unwrap();
    assert_eq!(aside.files.iter().map(|file| &file.record).collect::<Vec<_>>(), [&report.header.id]);
    assert_eq!(own.addressees.iter().map(|one| one.reports.len()).sum::<usize>(), 1, "what was refused left nothing");
}
