//! Operations: who finds them, who moves them.

use crate::world::{CODE, World, operation_draft, problems, seizure};
use app::{Error, incident, operation, participant, stage};
use model::incident::IncidentDraft;
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
    assert!(!opened.content.stage(StageKind::Reporting).unwrap().is_open(), "one stage is open at a time");
    incident::submit(&world.by("kz-officer").await, CODE, &seizure("mephedrone", "1.5", "kg")).await.unwrap();
}

#[tokio::test]
async fn after_the_active_stage_reports_come_late_within_their_window_and_what_came_can_be_amended() {
    let world = World::new().await;
    let (desk, officer) = (world.by("desk").await, world.by("kz-officer").await);
    let kept = world.report("kz-officer", &seizure("mephedrone", "1.5", "kg")).await;
    stage::close(&desk, CODE, 2, StageKind::Active).await.unwrap();
    let draft = seizure("mephedrone", "2", "kg");
    assert!(matches!(incident::submit(&officer, CODE, &draft).await, Err(Error::Refused("stage"))));
    let late = IncidentDraft { late: true, ..draft.clone() };
    incident::submit(&officer, CODE, &late).await.unwrap();
    incident::amend(&officer, &kept.header.id, 1, &draft).await.unwrap();
    world.pass(61 * 86_400);
    assert!(matches!(incident::submit(&officer, CODE, &late).await, Err(Error::Refused("stage"))));
}

#[tokio::test]
async fn a_stage_that_was_opened_cannot_be_planned_away() {
    let world = World::new().await;
    let mut draft = operation_draft(CODE);
    draft.stages[1].kind = "background".to_owned();
    let found = problems(operation::change(&world.by("desk").await, CODE, 2, &draft).await);
    assert_eq!(found, ["stages:stage-was-opened", "stages:active-stage-missing"]);
}

#[tokio::test]
async fn the_officers_of_a_country_that_coordinates_report_like_all_others() {
    let world = World::new().await;
    let mut draft = operation_draft("TEST-2");
    draft.participations[1].role = "coordinator".to_owned();
    let made = operation::create(&world.by("desk").await, &draft).await.unwrap();
    stage::open(&world.by("desk").await, "TEST-2", made.header.revision, StageKind::Active, "").await.unwrap();
    incident::submit(&world.by("kz-officer").await, "TEST-2", &seizure("mephedrone", "1", "kg")).await.unwrap();
}

#[tokio::test]
async fn a_country_of_the_catalogue_is_invited_by_naming_it() {
    let world = World::new().await;
    let mut draft = operation_draft("TEST-2");
    draft.participations.push(model::operation::ParticipationDraft {
        participant: "TJ".to_owned(),
        role: "participant".to_owned(),
        ..Default::default()
    });
    operation::create(&world.by("desk").await, &draft).await.unwrap();
    let known = participant::list(&world.by("desk").await).await.unwrap();
    assert!(known.iter().any(|one| one.code.as_str() == "TJ" && one.country.as_deref() == Some("TJ")));
}
