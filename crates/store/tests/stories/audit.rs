//! The audit chain, and what it says of somebody with the file.

use model::audit::ChainFault;

use crate::world::{World, both};

async fn three_entries(world: &World) {
    for _ in 0..3 {
        let tx = world.store.begin("node.check").await.unwrap();
        world.commit(tx).await;
    }
}

async fn fault(world: &World) -> Option<ChainFault> {
    world.store.read().await.unwrap().verify_audit().await.unwrap().fault
}

both! {
    async fn every_commit_adds_one_entry_to_an_unbroken_chain(world: World) {
        three_entries(&world).await;
        let mut view = world.store.read().await.unwrap();
        let report = view.verify_audit().await.unwrap();
        assert_eq!((report.entries, report.fault), (4, None));
        let entries = view.audit_entries(None, 2).await.unwrap();
        assert_eq!(entries.iter().map(|entry| entry.sequence).collect::<Vec<_>>(), [4, 3]);
        assert_eq!(entries[0].previous, entries[1].hash);
        assert_eq!(entries[0].hash, report.head);
        assert_eq!(entries[0].node, "nod_test");
        assert_eq!(view.audit_entries(Some(2), 9).await.unwrap().len(), 1);
    }

    async fn a_changed_entry_is_named(world: World) {
        three_entries(&world).await;
        world.tamper("UPDATE audit_entry SET account = 'somebody else' WHERE seq = 3").await;
        assert_eq!(fault(&world).await, Some(ChainFault::Changed { sequence: 3 }));
    }

    async fn a_missing_entry_is_named(world: World) {
        three_entries(&world).await;
        world.tamper("DELETE FROM audit_entry WHERE seq = 2").await;
        assert_eq!(fault(&world).await, Some(ChainFault::Missing { sequence: 2 }));
    }

    async fn entries_that_changed_places_are_named(world: World) {
        three_entries(&world).await;
        world.tamper("UPDATE audit_entry SET seq = 99 WHERE seq = 2").await;
        world.tamper("UPDATE audit_entry SET seq = 2 WHERE seq = 3").await;
        world.tamper("UPDATE audit_entry SET seq = 3 WHERE seq = 99").await;
        assert_eq!(fault(&world).await, Some(ChainFault::Reordered { sequence: 2 }));
    }

    async fn a_cut_off_tail_is_named(world: World) {
        three_entries(&world).await;
        world.tamper("DELETE FROM audit_entry WHERE seq > 2").await;
        assert_eq!(fault(&world).await, Some(ChainFault::Missing { sequence: 3 }));
    }

    async fn a_head_that_was_turned_back_is_named(world: World) {
        three_entries(&world).await;
        world.tamper("UPDATE chain_head SET seq = 2").await;
        assert_eq!(fault(&world).await, Some(ChainFault::Reordered { sequence: 3 }));
        world.tamper("UPDATE chain_head SET seq = 4, hash = 'other'").await;
        assert_eq!(fault(&world).await, Some(ChainFault::Changed { sequence: 4 }));
    }

    async fn the_entries_of_a_record_are_found(world: World) {
        let mut record = world.seizure("KZ", "2021-10-15", &[("heroin", 5)]);
        let mut tx = world.store.begin("incident.submit").await.unwrap();
        tx.put_incident(&mut record, None, &[]).await.unwrap();
        let mut entry = world.entry("incident.submit");
        entry.record = Some(record.header.id.clone());
        entry.revision = 1;
        tx.commit(entry).await.unwrap();
        let entries = world.store.read().await.unwrap().audit_of(&record.header.id).await.unwrap();
        assert_eq!(entries.iter().map(|entry| entry.verb.as_str()).collect::<Vec<_>>(), ["incident.submit"]);
    }
}
