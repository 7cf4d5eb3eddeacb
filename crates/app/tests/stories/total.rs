//! Figures: exact, per dimension, through the reader's eyes, without what does not count.

use crate::world::{CODE, World, line, seizure};
use app::{incident, overview, total};
use model::incident::{ConfirmationDraft, IncidentDraft};
use model::listing::Filter;
use model::marking::MarkingDraft;
use model::total::{By, Totals};

async fn totals(world: &World, login: &str, by: &[By]) -> Totals {
    total::totals(&world.by(login).await, CODE, &Filter::default(), by).await.unwrap()
}

#[tokio::test]
async fn unlike_units_stand_apart_and_equal_ones_add_up_exactly() {
    let world = World::new().await;
    world.report("kz-officer", &seizure("mephedrone", "0.1", "kg")).await;
    world.report("kz-officer", &seizure("mephedrone", "200.000001", "g")).await;
    world.report("uz-officer", &IncidentDraft { country: "UZ".to_owned(), ..seizure("MDMA", "388", "tablet") }).await;
    let totals = totals(&world, "desk", &[]).await;
    let sum = totals.sum;
    assert_eq!((sum.incidents, sum.all.kg(), sum.all.units()), (3, "0.300000001".to_owned(), "388".to_owned()));
    assert!(!totals.conversion.is_empty());
    assert!(sum.equivalent > sum.all.mass, "tablets weigh something by the table");
}

#[tokio::test]
async fn a_retracted_incident_leaves_every_total_and_every_list_of_inputs() {
    let world = World::new().await;
    let record = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    assert_eq!(totals(&world, "desk", &[By::Country]).await.rows.len(), 1);
    incident::retract(&world.by("kz-officer").await, &record.header.id, 1, "mistake").await.unwrap();
    let after = totals(&world, "desk", &[By::Country]).await;
    assert_eq!((after.rows.len(), after.sum.incidents, after.sum.all.mass), (0, 0, 0));
    let inputs = total::inputs(&world.by("desk").await, CODE, &Filter::default(), None, 10).await.unwrap();
    assert!(inputs.is_empty());
}

#[tokio::test]
async fn of_two_records_of_one_seizure_one_counts_and_both_stay() {
    let world = World::new().await;
    let first = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    let second = world.report("kz-officer", &seizure("mephedrone", "1000", "g")).await;
    let contact = world.by("kz-contact").await;
    incident::same_as(&contact, &second.header.id, 1, Some(&first.header.id)).await.unwrap();
    assert_eq!(totals(&world, "desk", &[]).await.sum.all.kg(), "1");
    assert!(incident::get(&contact, &second.header.id).await.is_ok());
    incident::same_as(&contact, &second.header.id, 2, None).await.unwrap();
    assert_eq!(totals(&world, "desk", &[]).await.sum.all.kg(), "2");
}

#[tokio::test]
async fn when_the_record_that_counts_is_retracted_its_duplicate_counts_again() {
    let world = World::new().await;
    let first = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    let second = world.report("kz-officer", &seizure("mephedrone", "1001", "g")).await;
    let contact = world.by("kz-contact").await;
    incident::same_as(&contact, &second.header.id, 1, Some(&first.header.id)).await.unwrap();
    assert!(!incident::get(&contact, &second.header.id).await.unwrap().counts);
    assert_eq!(totals(&world, "uz-officer", &[]).await.sum.all.kg(), "1");
    incident::retract(&contact, &first.header.id, 1, "entered twice").await.unwrap();
    assert_eq!(totals(&world, "uz-officer", &[]).await.sum.all.kg(), "1.001");
    let seen = incident::get(&contact, &second.header.id).await.unwrap();
    assert!(seen.counts);
    assert_eq!(seen.record.header.revision, 2, "nobody else's record is revised");
}

#[tokio::test]
async fn a_confirmation_moves_figures_from_provisional_to_confirmed() {
    let world = World::new().await;
    let record = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    let figures = async || {
        let sum = totals(&world, "uz-officer", &[]).await.sum;
        (sum.all.kg(), sum.provisional.kg())
    };
    assert_eq!(figures().await, ("1".to_owned(), "1".to_owned()));
    let chemist = world.by("kz-chemist").await;
    incident::confirm(&chemist, &record.header.id, 1, &ConfirmationDraft::default()).await.unwrap();
    assert_eq!(figures().await, ("1".to_owned(), "0".to_owned()));
    let confirmed = Filter { confirmed: Some(true), ..Filter::default() };
    let page = overview::get(&world.by("uz-officer").await, CODE, &confirmed).await.unwrap();
    assert_eq!(page.sum.sum.all.kg(), "1");
}

#[tokio::test]
async fn a_hidden_record_changes_no_figure_of_whom_it_is_hidden_from() {
    let world = World::new().await;
    world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    let filter = Filter::default();
    let before = overview::get(&world.by("uz-officer").await, CODE, &filter).await.unwrap();
    let marking = MarkingDraft { audience: "red".to_owned(), ..MarkingDraft::default() };
    world.report("kz-officer", &IncidentDraft { marking, ..seizure("alpha-PVP", "7", "kg") }).await;
    let after = overview::get(&world.by("uz-officer").await, CODE, &filter).await.unwrap();
    assert_eq!(before.sum.sum, after.sum.sum);
    assert_eq!(before.by_substance.rows, after.by_substance.rows);
    assert_eq!(before.latest, after.latest);
    let own = overview::get(&world.by("kz-officer").await, CODE, &filter).await.unwrap();
    assert_eq!(own.sum.sum.incidents, 2);
}

#[tokio::test]
async fn what_is_out_of_scope_or_unknown_is_counted_as_such_and_not_as_zero() {
    let world = World::new().await;
    let mut draft = seizure("heroin", "3", "kg");
    draft.lines.push(line("mephedrone", "", ""));
    draft.lines[1].quantity_unknown = true;
    world.report("kz-officer", &draft).await;
    let sum = totals(&world, "desk", &[]).await.sum;
    assert_eq!((sum.all.kg(), sum.in_scope.kg()), ("3".to_owned(), "0".to_owned()));
    assert_eq!((sum.all.unquantified, sum.in_scope.unquantified, sum.incidents), (1, 1, 1));
}

#[tokio::test]
async fn the_operations_page_and_the_totals_say_the_same() {
    let world = World::new().await;
    for amount in ["1", "2.5", "0.000001"] {
        world.report("kz-officer", &seizure("mephedrone", amount, "kg")).await;
    }
    let page = overview::get(&world.by("desk").await, CODE, &Filter::default()).await.unwrap();
    let totals = totals(&world, "desk", &[By::Substance]).await;
    assert_eq!(page.by_substance.rows, totals.rows);
    assert_eq!(page.sum.sum, totals.sum);
}

#[tokio::test]
async fn a_report_lists_every_input_in_its_revision() {
    let world = World::new().await;
    let record = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    incident::amend(&world.by("kz-officer").await, &record.header.id, 1, &seizure("mephedrone", "2", "kg"))
        .await
        .unwrap();
    let report = app::report::get(&world.by("desk").await, CODE, &Filter::default()).await.unwrap();
    assert_eq!(report.inputs.len(), 1);
    assert_eq!((report.inputs[0].record.clone(), report.inputs[0].revision), (record.header.id, 2));
    assert_eq!(report.first_seen[0].substance, "mephedrone");
}
