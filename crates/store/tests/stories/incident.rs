//! Incidents: kept, amended, retracted, imported; questions, files, history.

use model::{
    attachment::Attachment,
    import::{Import, RowNote, RowVerdict},
    incident::{AgeBand, Confidence, Leg, LegRole, PersonCount, PersonStatus, Related, RelatedKind, SexBand},
    listing::Filter,
    marking::Audience,
    problem::Problem,
    record::{Door, State},
    wire::v1,
};
use store::Error;

use crate::world::{both, participant};

both! {
    async fn an_incident_reads_back_as_it_was_kept(world: World) {
        let mut record = world.seizure("KZ", "2021-10-15", &[("heroin", 5), ("opium", 7)]);
        record.content.legs = vec![Leg {
            role: LegRole::Origin,
            country: "UZ".to_owned(),
            place: "Termez".to_owned(),
            confidence: Confidence::Probable,
        }];
        let (status, sex, age) = (PersonStatus::Detained, SexBand::Male, AgeBand::From25);
        record.content.persons = vec![PersonCount { status, nationality: None, sex, age, count: 2 }];
        record.content.related = vec![Related { kind: RelatedKind::Cash, count: None, text: "500 USD".to_owned() }];
        let kept = world.put(record).await;
        assert_eq!(kept.header.sequence, 2);
        let (reader, id) = (world.reader("KG"), &kept.header.id);
        let mut view = world.store.read().await.unwrap();
        assert_eq!(view.incident(&reader, id).await.unwrap().as_ref(), Some(&kept));
        assert_eq!(view.incident_operation(id).await.unwrap(), Some(world.operation));
        let text = view.incident_wire(&reader, id, 1).await.unwrap().unwrap();
        assert_eq!(text, v1::Envelope::of(&kept).write());
        let operation = world.operation.into();
        assert_eq!(view.incident_operation(&operation).await.unwrap(), None);
    }

    async fn a_stale_change_is_shown_and_overwrites_nothing(world: World) {
        let kept = world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 5)])).await;
        let mut second = kept.clone();
        second.content.lines = vec![crate::world::line("opium", 9)];
        let second = world.revise(second).await;
        let mut tx = world.store.begin("incident.amend").await.unwrap();
        let mut stale = kept.clone();
        stale.header.revision = 2;
        let refused = tx.put_incident(&mut stale, Some(1), &[]).await;
        assert!(matches!(refused, Err(Error::Conflict { base: 1, current: 2 })), "{refused:?}");
        drop(tx);
        let mut view = world.store.read().await.unwrap();
        let reader = world.reader("KZ");
        let id = &kept.header.id;
        assert_eq!(view.incident(&reader, id).await.unwrap().as_ref(), Some(&second));
        assert_eq!(view.incident_revision(&reader, id, 1).await.unwrap().as_ref(), Some(&kept));
        let lines = view.incident_revisions(&reader, id).await.unwrap();
        assert_eq!(lines.iter().map(|line| (line.revision, line.door)).collect::<Vec<_>>(), [(2, Door::Page), (1, Door::Page)]);
    }

    async fn a_change_of_what_is_not_there_is_not_found(world: World) {
        let mut tx = world.store.begin("incident.amend").await.unwrap();
        let mut record = world.seizure("KZ", "2021-10-15", &[]);
        record.header.revision = 2;
        assert!(matches!(tx.put_incident(&mut record, Some(1), &[]).await, Err(Error::NotFound(_))));
    }

    async fn a_revision_written_for_fewer_stays_with_them(world: World) {
        let mut record = world.seizure("KZ", "2021-10-15", &[("heroin", 5)]);
        record.header.marking.audience = Audience::AmberStrict;
        let mut kept = world.put(record).await;
        kept.header.marking.audience = Audience::Green;
        let kept = world.revise(kept).await;
        let mut view = world.store.read().await.unwrap();
        let id = &kept.header.id;
        let seen = |lines: Vec<store::RevisionLine>| lines.iter().map(|line| line.revision).collect::<Vec<_>>();
        assert_eq!(seen(view.incident_revisions(&world.reader("KZ"), id).await.unwrap()), [2, 1]);
        assert_eq!(seen(view.incident_revisions(&world.reader("CARICC"), id).await.unwrap()), [2, 1]);
        assert_eq!(seen(view.incident_revisions(&world.reader("MN"), id).await.unwrap()), [2]);
        assert!(view.incident_revision(&world.reader("MN"), id, 1).await.unwrap().is_none());
        assert!(view.incident_wire(&world.reader("MN"), id, 1).await.unwrap().is_none());
    }

    async fn a_question_stays_open_until_it_is_answered(world: World) {
        let mut record = world.seizure("KZ", "2021-10-15", &[("heroin", 5)]);
        let question = Problem::new("lines.0.quantity", "quantity-outlier").with("times", 40);
        let mut tx = world.store.begin("incident.submit").await.unwrap();
        tx.put_incident(&mut record, None, std::slice::from_ref(&question)).await.unwrap();
        world.commit(tx).await;
        let record = world.revise(record).await;
        let held = Filter { held: Some(true), ..Filter::default() };
        let reader = world.reader("KZ");
        let mut view = world.store.read().await.unwrap();
        assert_eq!(world.found(&held).await.len(), 1);
        let questions = view.questions(&record.header.id).await.unwrap();
        assert_eq!((&questions[0].problem, questions[0].answered), (&question, false));
        let counts = view.incident_counts(&reader, world.operation, &Filter::default(), &[]).await.unwrap();
        assert_eq!((counts[0].incidents, counts[0].held), (1, 1));
        drop(view);
        let mut tx = world.store.begin("incident.answer").await.unwrap();
        tx.answer_questions(&record.header.id, &[0]).await.unwrap();
        world.commit(tx).await;
        assert!(world.found(&held).await.is_empty());
        world.revise(record.clone()).await;
        assert!(world.found(&held).await.is_empty());
        assert!(world.store.read().await.unwrap().questions(&record.header.id).await.unwrap()[0].answered);
    }

    async fn a_record_is_held_until_the_last_of_its_questions_is_answered(world: World) {
        let mut record = world.seizure("KZ", "2021-10-15", &[("heroin", 5), ("opium", 7)]);
        let questions = ["place-unknown", "leg-unknown", "value-unmapped"].map(|code| Problem::new("", code));
        let mut tx = world.store.begin("incident.submit").await.unwrap();
        tx.put_incident(&mut record, None, &questions).await.unwrap();
        world.commit(tx).await;
        let held = Filter { held: Some(true), ..Filter::default() };
        for (places, still) in [(&[1][..], 1), (&[], 1), (&[0, 2], 0)] {
            let mut tx = world.store.begin("incident.answer").await.unwrap();
            tx.answer_questions(&record.header.id, places).await.unwrap();
            world.commit(tx).await;
            assert_eq!(world.found(&held).await.len(), still, "after {places:?}");
        }
        let kept = world.store.read().await.unwrap().questions(&record.header.id).await.unwrap();
        assert_eq!(kept.iter().map(|question| (question.place, question.answered)).collect::<Vec<_>>(), [(0, true), (1, true), (2, true)]);
    }

    async fn many_are_kept_at_once_and_a_known_key_only_once(world: World) {
        let mut incoming: Vec<_> = (0..1234)
            .map(|row| {
                let mut record = world.seizure("KZ", "2021-10-15", &[("heroin", row)]);
                record.header.provenance.key = format!("row-{row}");
                (record, if row % 100 == 0 { vec![Problem::new("", "place-unknown")] } else { Vec::new() })
            })
            .collect();
        let mut tx = world.store.begin("import.run").await.unwrap();
        tx.put_incidents(&mut incoming).await.unwrap();
        let committed = world.commit(tx).await;
        assert_eq!(committed.events.len(), 1234);
        assert_eq!(incoming[1233].0.header.sequence, 1235);
        let mut view = world.store.read().await.unwrap();
        let keys = |owner: &str| (1200..1300).map(|row| (participant(owner), format!("row-{row}"))).collect::<Vec<_>>();
        let known = view.known_keys(world.operation, &keys("KZ")).await.unwrap();
        assert_eq!((known.len(), &known[&keys("KZ")[33]]), (34, &incoming[1233].0.header.id));
        assert!(view.known_keys(world.operation, &keys("UZ")).await.unwrap().is_empty());
        assert!(view.known_keys(world.mint(), &keys("KZ")).await.unwrap().is_empty());
        assert_eq!(view.incident(&world.reader("KG"), &incoming[7].0.header.id).await.unwrap().as_ref(), Some(&incoming[7].0));
        let counts = view.incident_counts(&world.reader("KG"), world.operation, &Filter::default(), &[]).await.unwrap();
        assert_eq!((counts[0].incidents, counts[0].held), (1234, 13));
        drop(view);
        let mut tx = world.store.begin("import.run").await.unwrap();
        let mut others = world.seizure("UZ", "2021-10-15", &[]);
        others.header.provenance.key = "row-7".to_owned();
        tx.put_incident(&mut others, None, &[]).await.unwrap();
        let mut again = world.seizure("KZ", "2021-10-15", &[]);
        again.header.provenance.key = "row-7".to_owned();
        assert!(matches!(tx.put_incident(&mut again, None, &[]).await, Err(Error::Taken(_))));
    }

    async fn an_import_reads_back_with_its_notes(world: World) {
        let import = Import {
            id: world.mint(),
            operation: world.operation,
            file: "seizures.csv".to_owned(),
            sha256: "ab".repeat(32),
            mapping: "ids".to_owned(),
            at: world.now(),
            rows: 5,
            accepted: 3,
            held: 1,
            refused: 1,
            known: 0,
            reasons: [("place-unknown".to_owned(), 1)].into(),
        };
        let note = |row, verdict| RowNote { row, verdict, problems: vec![Problem::new("place", "place-unknown")] };
        let notes = [note(3, RowVerdict::Held), note(5, RowVerdict::Refused)];
        let mut tx = world.store.begin("import.run").await.unwrap();
        tx.add_import(&import, &notes).await.unwrap();
        world.commit(tx).await;
        let mut view = world.store.read().await.unwrap();
        assert_eq!(view.import(import.id).await.unwrap().as_ref(), Some(&import));
        assert_eq!(view.imports(world.operation).await.unwrap(), std::slice::from_ref(&import));
        assert_eq!(view.import_notes(import.id, 10).await.unwrap(), notes);
        assert_eq!(view.import_notes(import.id, 1).await.unwrap().len(), 1);
    }

    async fn files_belong_to_a_record_that_is_there(world: World) {
        let kept = world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 5)])).await;
        let attachment = Attachment {
            id: world.mint(),
            record: kept.header.id.clone(),
            name: "фото.jpg".to_owned(),
            media_type: "image/jpeg".to_owned(),
            size: 12,
            sha256: "cd".repeat(32),
            added: world.now(),
        };
        let mut tx = world.store.begin("attachment.add").await.unwrap();
        tx.add_attachment(&attachment).await.unwrap();
        world.commit(tx).await;
        let mut view = world.store.read().await.unwrap();
        assert_eq!(view.attachment(attachment.id).await.unwrap().as_ref(), Some(&attachment));
        assert_eq!(view.attachments(&kept.header.id).await.unwrap(), std::slice::from_ref(&attachment));
        drop(view);
        let mut tx = world.store.begin("attachment.add").await.unwrap();
        let lost = Attachment { id: world.mint(), record: world.mint::<model::incident::Incident>().into(), ..attachment };
        assert!(tx.add_attachment(&lost).await.is_err());
    }

    async fn watchers_read_on_from_where_they_were(world: World) {
        let first = world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 5)])).await;
        let mut red = world.seizure("KZ", "2021-10-15", &[("heroin", 5)]);
        red.header.marking.audience = Audience::Red;
        let red = world.put(red).await;
        let last = world.revise(first.clone()).await;
        let mut view = world.store.read().await.unwrap();
        let sequences = |events: Vec<model::event::Event>| events.iter().map(|event| event.sequence).collect::<Vec<_>>();
        assert_eq!(sequences(view.events_after(1, 10).await.unwrap()), [2, 3, 4]);
        assert_eq!(sequences(view.events_after(1, 2).await.unwrap()), [2, 3]);
        let events = view.visible_events(&world.reader("KG"), world.operation, 0, 10).await.unwrap();
        assert_eq!(sequences(events), [1, 2, 4]);
        let events = view.visible_events(&world.reader("KZ"), world.operation, 2, 10).await.unwrap();
        assert_eq!(sequences(events), [red.header.sequence, last.header.sequence]);
        assert!(view.visible_events(&world.reader("XX"), world.operation, 0, 10).await.unwrap().is_empty());
    }

    async fn a_retracted_incident_leaves_every_total_and_stays_in_history(world: World) {
        let mut kept = world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 5)])).await;
        kept.header.state = State::Retracted;
        kept.header.reason = "entered twice".to_owned();
        let kept = world.revise(kept).await;
        let reader = world.reader("KG");
        assert!(world.found(&Filter::default()).await.is_empty());
        let retracted = Filter { states: vec![State::Retracted], ..Filter::default() };
        assert_eq!(world.found(&retracted).await.len(), 1);
        let mut view = world.store.read().await.unwrap();
        for filter in [Filter::default(), retracted] {
            assert!(view.fine_sums(&reader, world.operation, &filter, &[]).await.unwrap().is_empty());
            assert!(view.incident_counts(&reader, world.operation, &filter, &[]).await.unwrap().is_empty());
            assert!(view.inputs(&reader, world.operation, &filter, None, 10).await.unwrap().is_empty());
        }
        let lines = view.incident_revisions(&reader, &kept.header.id).await.unwrap();
        assert_eq!((lines[0].state, lines[0].reason.as_str()), (State::Retracted, "entered twice"));
    }
}
