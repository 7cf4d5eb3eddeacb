//! What is said of a database whose records, or the rows made of them, somebody has altered.

use model::audit::ChainFault;
use model::incident::{Confidence, Leg, LegRole};
use model::record::{Record, State};
use model::wire::v1::{self, Envelope};
use store::{Altered, Compared};

use crate::world::{World, both};

async fn compared(world: &World) -> Compared {
    world.store.read().await.unwrap().compare_records().await.unwrap()
}

async fn fault(world: &World) -> Option<ChainFault> {
    world.store.read().await.unwrap().verify_audit().await.unwrap().fault
}

/// One with two lines and a leg, in its second revision.
async fn kept(world: &World) -> Record<model::incident::Incident> {
    let mut record = world.seizure("KZ", "2021-10-15", &[("heroin", 5), ("alpha-pvp", 2)]);
    record.content.legs = vec![Leg {
        role: LegRole::Origin,
        country: "AF".to_owned(),
        place: String::new(),
        confidence: Confidence::Probable,
    }];
    let record = world.put(record).await;
    world.revise(record).await
}

fn altered(record: &Record<model::incident::Incident>, table: &'static str) -> Altered {
    Altered { record: record.header.id.to_string(), table }
}

both! {
    async fn what_nobody_altered_is_sound_and_counted(world: World) {
        let first = kept(&world).await;
        let mut twin = world.seizure("UZ", "2021-10-16", &[]);
        twin.content.duplicate_of = Some(first.header.id.clone());
        let twin = world.put(twin).await;
        let mut gone = world.revise(twin).await;
        gone.header.state = State::Retracted;
        world.revise(gone).await;
        assert_eq!(compared(&world).await, Compared { records: 3, altered: None });
        let report = world.store.read().await.unwrap().verify_audit().await.unwrap();
        assert_eq!((report.revisions, report.fault), (6, None));
    }

    async fn a_row_that_no_longer_says_what_its_record_says_is_named(world: World) {
        let record = kept(&world).await;
        for (table, change, undo) in [
            ("incident_line", "UPDATE incident_line SET amount = amount + 1 WHERE line = 1", "UPDATE incident_line SET amount = amount - 1 WHERE line = 1"),
            ("incident_line", "UPDATE incident_line SET counts = 0", "UPDATE incident_line SET counts = 1"),
            ("incident", "UPDATE incident SET mass = mass + 1", "UPDATE incident SET mass = mass - 1"),
            ("incident_leg", "UPDATE incident_leg SET country = 'PK'", "UPDATE incident_leg SET country = 'AF'"),
            ("access", "UPDATE access SET audience = 'clear' WHERE owner = 'KZ'", "UPDATE access SET audience = 'amber' WHERE owner = 'KZ'"),
            ("access", "INSERT INTO access_recipient (access, participant) SELECT id, 'MN' FROM access WHERE owner = 'KZ'", "DELETE FROM access_recipient"),
            ("record", "UPDATE record SET state = 'confirmed' WHERE kind = 'incident'", "UPDATE record SET state = 'submitted'"),
            ("incident_line", "DELETE FROM incident_line WHERE line = 1", ""),
        ] {
            world.tamper(change).await;
            assert_eq!(compared(&world).await.altered, Some(altered(&record, table)), "{change}");
            assert_eq!(fault(&world).await, None, "{change}");
            world.tamper(undo).await;
        }
    }

    async fn an_operation_whose_parts_were_altered_is_named(world: World) {
        world.tamper("UPDATE participation SET role = 'participant' WHERE participant = 'MN'").await;
        assert_eq!(compared(&world).await.altered.unwrap().table, "participation");
    }

    async fn a_revision_that_was_changed_or_is_gone_is_named_with_its_entry(world: World) {
        let record = kept(&world).await;
        let named = Some(ChainFault::Content { sequence: 3, record: record.header.id.to_string() });
        let current = "WHERE revision = 2";
        for change in [
            format!("UPDATE record_revision SET body = REPLACE(body, 'Korday', 'Kordai') {current}"),
            format!("UPDATE record_revision SET body = REPLACE(body, 'Kordai', 'Korday'), hash = 'other' {current}"),
            format!("DELETE FROM record_revision {current}"),
        ] {
            world.tamper(&change).await;
            assert_eq!(fault(&world).await, named, "{change}");
            assert_eq!(compared(&world).await.altered, Some(altered(&record, "record_revision")), "{change}");
        }
    }

    async fn an_earlier_revision_is_bound_as_the_current_one_is(world: World) {
        let record = kept(&world).await;
        world.tamper("UPDATE record_revision SET body = REPLACE(body, 'Korday', 'Kordai') WHERE revision = 1").await;
        let expected = ChainFault::Content { sequence: 2, record: record.header.id.to_string() };
        assert!(fault(&world).await.is_some_and(|fault| fault == expected || matches!(fault, ChainFault::Content { sequence: 1, .. })));
    }

    async fn a_text_that_was_exchanged_with_its_hash_and_its_rows_is_named(world: World) {
        let mut record = kept(&world).await;
        record.content.lines[0].quantity.as_mut().unwrap().amount += 1;
        let body = Envelope::of(&record).write();
        let hash = v1::hash(&body);
        let body = body.replace('\'', "''");
        world.tamper(&format!("UPDATE record_revision SET body = '{body}', hash = '{hash}' WHERE revision = 2")).await;
        world.tamper("UPDATE incident_line SET amount = amount + 1 WHERE line = 0").await;
        world.tamper("UPDATE incident SET mass = mass + 1").await;
        assert_eq!(compared(&world).await.altered, None);
        let named = ChainFault::Content { sequence: 3, record: record.header.id.to_string() };
        assert_eq!(fault(&world).await, Some(named));
    }

    async fn a_revision_that_no_entry_kept_is_named(world: World) {
        let record = kept(&world).await;
        world.tamper("INSERT INTO record_revision (record, revision, access, state, sequence, at, hash, body) \
            SELECT record, 3, access, state, 4, at, hash, body FROM record_revision WHERE revision = 2").await;
        world.tamper("INSERT INTO event (sequence, operation, kind, record, revision, at) \
            SELECT 4, operation, kind, record, 3, at FROM event WHERE sequence = 3").await;
        let named = ChainFault::Content { sequence: 0, record: record.header.id.to_string() };
        assert_eq!(fault(&world).await, Some(named));
    }

    async fn entries_from_before_seals_are_followed_as_they_are(world: World) {
        // As an earlier program left them: no seal, and a chain that was made without one.
        let record = kept(&world).await;
        world.tamper("DELETE FROM audit_entry").await;
        world.tamper("UPDATE chain_head SET seq = 0, hash = '0000000000000000000000000000000000000000000000000000000000000000'").await;
        assert_eq!(fault(&world).await, None);
        world.tamper("UPDATE record_revision SET body = body || ' ' WHERE revision = 2").await;
        assert_eq!(fault(&world).await, Some(ChainFault::Content { sequence: 0, record: record.header.id.to_string() }));
    }
}
