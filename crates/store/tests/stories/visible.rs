//! Visibility: the SQL of lists, counts and figures says what `Reader::relation` says of one record.

use std::collections::BTreeSet;

use model::{
    listing::{Filter, Order, Page},
    marking::Audience,
    member::Role,
    participant::ParticipationRole,
    permission::Relation,
    record::{Reader, Record},
};

use crate::world::{World, both, participant};

/// A record of every audience, owner, agency and recipient.
async fn one_of_each(world: &World) -> Vec<Record<model::incident::Incident>> {
    let mut records = Vec::new();
    for audience in Audience::ALL {
        for (owner, agency) in [("KZ", 0), ("KZ", 1), ("KG", 0)] {
            for recipients in [vec![], vec!["KZ"], vec!["UZ", "MN"]] {
                let mut record = world.seizure(owner, "2021-10-15", &[("heroin", 5)]);
                record.header.marking.audience = *audience;
                record.header.agency = world.agency(owner, agency);
                record.header.marking.recipients = recipients.into_iter().map(participant).collect();
                records.push((record, Vec::new()));
            }
        }
    }
    let mut tx = world.store.begin("import.run").await.unwrap();
    tx.put_incidents(&mut records).await.unwrap();
    world.commit(tx).await;
    records.into_iter().map(|(record, _)| record).collect()
}

/// Every participant with every part in the operation, through either of its agencies.
fn every_reader(world: &World) -> Vec<Reader> {
    let parts: Vec<_> = ParticipationRole::ALL.iter().copied().map(Some).chain([None]).collect();
    let mut readers = Vec::new();
    for code in ["KZ", "KG", "UZ", "MN", "CARICC"] {
        for place in [0, 1] {
            for participation in &parts {
                let (agency, participant) = (world.agency(code, place), participant(code));
                readers.push(Reader { role: Role::Analyst, agency, participant, participation: *participation });
            }
        }
    }
    readers
}

both! {
    async fn every_list_count_and_figure_shows_exactly_what_the_table_opens(world: World) {
        let records = one_of_each(&world).await;
        let (filter, by_filter) = (Filter::default(), Filter { substances: vec!["heroin".to_owned()], ..Filter::default() });
        let page = Page { order: Order::Event, after: None, limit: 500 };
        let mut view = world.store.read().await.unwrap();
        for reader in every_reader(&world) {
            let opened = |record: &&Record<_>| reader.relation(&record.header) != Relation::Outsider;
            let expected: BTreeSet<_> = records.iter().filter(opened).map(|record| record.header.id.clone()).collect();
            let count = i64::try_from(expected.len()).unwrap();
            for filter in [&filter, &by_filter] {
                let rows = view.incidents(&reader, world.operation, filter, &page).await.unwrap();
                let listed: BTreeSet<_> = rows.rows.into_iter().map(|row| row.id).collect();
                assert_eq!(listed, expected, "{reader:?}");
                assert_eq!(rows.total, count);
                let sums = view.fine_sums(&reader, world.operation, filter, &[]).await.unwrap();
                assert_eq!(sums.iter().map(|sum| sum.amount).sum::<i128>(), i128::from(count) * 5_000_000, "{reader:?}");
                let counts = view.incident_counts(&reader, world.operation, filter, &[]).await.unwrap();
                assert_eq!(counts.iter().map(|count| count.incidents).sum::<i64>(), count);
                let inputs = view.inputs(&reader, world.operation, filter, None, 500).await.unwrap();
                assert_eq!(inputs.into_iter().map(|input| input.record).collect::<BTreeSet<_>>(), expected);
                for facet in view.facets(&reader, world.operation, filter).await.unwrap() {
                    assert_eq!(facet.values.iter().map(|(_, count)| count).sum::<i64>(), count, "{}", facet.field);
                }
            }
        }
    }

    async fn a_record_its_history_and_its_events_are_opened_alike(world: World) {
        let records = one_of_each(&world).await;
        let mut view = world.store.read().await.unwrap();
        for reader in every_reader(&world) {
            let mut told = BTreeSet::new();
            for record in &records {
                let id = &record.header.id;
                let opened = reader.relation(&record.header) != Relation::Outsider;
                assert_eq!(view.incident(&reader, id).await.unwrap().is_some(), opened, "{reader:?} {:?}", record.header);
                assert_eq!(view.incident_revisions(&reader, id).await.unwrap().len(), usize::from(opened));
                told.extend(opened.then(|| id.clone()));
            }
            let events = view.visible_events(&reader, world.operation, 1, 500).await.unwrap();
            assert_eq!(events.into_iter().map(|event| event.record).collect::<BTreeSet<_>>(), told);
            let shares = view.shares(&reader, world.operation).await.unwrap();
            assert_eq!(shares.iter().map(|share| share.incidents).sum::<i64>(), i64::try_from(told.len()).unwrap());
        }
    }

    async fn an_administrator_reads_no_record_by_that_role(world: World) {
        one_of_each(&world).await;
        let mut reader = world.reader("KZ");
        reader.role = Role::Administrator;
        let page = Page { order: Order::Event, after: None, limit: 5 };
        let mut view = world.store.read().await.unwrap();
        let rows = view.incidents(&reader, world.operation, &Filter::default(), &page).await.unwrap();
        assert_eq!((rows.total, rows.rows.len()), (0, 0));
    }
}
