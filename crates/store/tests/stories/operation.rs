//! Operations: kept, changed, found by code and participation.

use model::{participant::ParticipationRole, record::Record, stage::StageKind, time::Moment};
use store::Error;

use crate::world::{both, participant};

both! {
    async fn an_operation_reads_back_as_it_was_kept(world: World) {
        let mut view = world.store.read().await.unwrap();
        let found = view.operation(world.operation).await.unwrap().unwrap();
        let expected = world.operation_record(world.operation, "REFLEX-2021");
        assert_eq!(found.content, expected.content);
        assert_eq!(found.header.sequence, 1);
        assert_eq!(view.operation_by_code("REFLEX-2021").await.unwrap(), Some(found));
        assert_eq!(view.operation_by_code("reflex-2022").await.unwrap(), None);
    }

    async fn a_change_names_the_revision_it_was_made_from(world: World) {
        let mut tx = world.store.begin("operation.change").await.unwrap();
        let Record { mut header, mut content } = tx.operation(world.operation).await.unwrap().unwrap();
        header.revision = 2;
        header.reason = "later".to_owned();
        content.stages[0].closed = Some(Moment(9));
        content.participations.retain(|part| part.participant != participant("UZ"));
        let mut changed = Record { header, content };
        tx.put_operation(&mut changed, Some(1)).await.unwrap();
        let stale = tx.put_operation(&mut changed.clone(), Some(1)).await;
        assert!(matches!(stale, Err(Error::Conflict { base: 1, current: 2 })), "{stale:?}");
        world.commit(tx).await;
        let mut view = world.store.read().await.unwrap();
        assert_eq!(view.operation(world.operation).await.unwrap(), Some(changed));
        let lines = view.operation_revisions(world.operation).await.unwrap();
        assert_eq!(lines.iter().map(|line| line.revision).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(lines[0].reason, "later");
        assert!(view.operations(Some(&participant("UZ"))).await.unwrap().is_empty());
    }

    async fn a_code_is_taken_once(world: World) {
        let mut tx = world.store.begin("operation.create").await.unwrap();
        let mut second = world.operation_record(world.mint(), "REFLEX-2021");
        let refused = tx.put_operation(&mut second, None).await;
        assert!(matches!(refused, Err(Error::Taken(_))), "{refused:?}");
    }

    async fn a_participant_lists_its_own_operations(world: World) {
        let mut tx = world.store.begin("operation.create").await.unwrap();
        let mut other = world.operation_record(world.mint(), "OTHER-2022");
        other.content.edition = "2022".to_owned();
        other.content.participations.retain(|part| part.role == ParticipationRole::Coordinator);
        other.header.operation = other.content.id;
        tx.put_operation(&mut other, None).await.unwrap();
        world.commit(tx).await;
        let mut view = world.store.read().await.unwrap();
        let codes = |records: Vec<Record<model::operation::Operation>>| {
            records.into_iter().map(|record| record.content.code).collect::<Vec<_>>()
        };
        assert_eq!(codes(view.operations(None).await.unwrap()), ["OTHER-2022", "REFLEX-2021"]);
        assert_eq!(codes(view.operations(Some(&participant("KZ"))).await.unwrap()), ["REFLEX-2021"]);
        assert!(view.operations(Some(&participant("XX"))).await.unwrap().is_empty());
        let found = view.operation_by_code("OTHER-2022").await.unwrap().unwrap();
        assert!(found.content.stage(StageKind::Active).is_some());
    }
}
