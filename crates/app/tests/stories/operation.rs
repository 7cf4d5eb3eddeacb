//! Operations: who finds them, who moves them.

use crate::world::{CODE, World, operation_draft, problems};
use app::{Error, operation, stage};
use model::operation::OperationDraft;
use model::stage::StageKind;

#[tokio::test]
async fn an_operation_is_found_by_those_who_take_part_in_it_alone() {
    let world = World::new().await;
    let mut draft = operation_draft("TEST-2");
    draft.participations.retain(|part| part.participant != "UZ");
    operation::create(&world.by("desk").await, &draft).await.unwrap();
    assert_eq!(operation::list(&world.by("kz-officer").await).await.unwrap().len(), 2);
    assert_eq!(operation::list(&world.by("uz-officer").await).await.unwrap().len(), 1);
    assert!(matches!(operation::get(&world.by("uz-officer").await, "TEST-2").await, Err(Error::NotFound)));
    assert!(matches!(operation::get(&world.guest(), CODE).await, Err(Error::NotFound)));
    assert!(operation::list(&world.guest()).await.unwrap().is_empty());
}

#[tokio::test]
async fn all_problems_of_an_operation_are_said_at_once() {
    let world = World::new().await;
    let mut draft = operation_draft(CODE);
    draft.names = model::names::Names::default();
    draft.participations[1].participant = "XX".to_owned();
    draft.participations.remove(0);
    draft.stages[1].to = "2021-09-01".to_owned();
    draft.late_days = "many".to_owned();
    let found = problems(operation::create(&world.by("desk").await, &draft).await);
    for expected in [
        "names:required",
        "participations.0.participant:participant-unknown",
        "participations:coordinator-missing",
        "stages.1.to:dates-reversed",
        "late_days:days-range",
    ] {
        assert!(found.contains(&expected.to_owned()), "{expected} in {found:?}");
    }
    assert_eq!(
        problems(operation::create(&world.by("desk").await, &operation_draft(CODE)).await),
        ["code:operation-code-taken"]
    );
}

#[tokio::test]
async fn only_its_coordinator_changes_an_operation_and_never_from_an_old_revision() {
    let world = World::new().await;
    let desk = world.by("desk").await;
    let draft = OperationDraft { legal_basis: "protocol".to_owned(), ..operation_draft(CODE) };
    assert!(matches!(operation::change(&world.by("kz-contact").await, CODE, 2, &draft).await, Err(Error::Refused(_))));
    let changed = operation::change(&desk, CODE, 2, &draft).await.unwrap();
    assert!(changed.content.current().is_some_and(|stage| stage.kind == StageKind::Active), "what is open stays open");
    assert!(matches!(operation::change(&desk, CODE, 2, &draft).await, Err(Error::Stale { current: 3 })));
    assert_eq!(operation::history(&desk, CODE).await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_coordinator_cannot_leave_its_own_operation_without_itself() {
    let world = World::new().await;
    let mut draft = operation_draft(CODE);
    draft.participations[0].participant = "KZ".to_owned();
    draft.participations.remove(1);
    let found = problems(operation::change(&world.by("desk").await, CODE, 2, &draft).await);
    assert_eq!(found, ["participations:coordinator-own"]);
}

#[tokio::test]
async fn reopening_a_stage_needs_a_reason() {
    let world = World::new().await;
    let desk = world.by("desk").await;
    stage::open(&desk, CODE, 2, StageKind::Reporting, "").await.unwrap();
    assert_eq!(problems(stage::open(&desk, CODE, 3, StageKind::Active, "").await), ["reason:reopening-needs-reason"]);
    let opened = stage::open(&desk, CODE, 3, StageKind::Active, "two countries asked for a week").await.unwrap();
    let active = opened.content.stage(StageKind::Active).unwrap();
    assert!(active.is_open() && !active.reopened.is_empty());
}
