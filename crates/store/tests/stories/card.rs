//! Records that are listed by their card: kept, revised, listed, counted, found, and only by whom they are opened to.

use std::collections::BTreeSet;

use model::{
    card::{Card, Wanted},
    detection::{Context, Detection, Level},
    id::RecordId,
    marking::Audience,
    member::Role,
    participant::ParticipationRole,
    permission::Relation,
    progress::{Progress, Standing},
    record::{Header, Kind, Reader, Record, Shared, State},
    time::{Calendar, WrittenDay},
};
use store::{CardBy, Compared, Error, Eyes};

use crate::world::{World, both, day, participant};

fn detection(world: &World, owner: &str, written: &str, on: &str) -> Record<Detection> {
    let id = world.mint();
    let content = Detection {
        id,
        written: written.to_owned(),
        substance: None,
        country: owner.to_owned(),
        when: WrittenDay { day: day(on), calendar: Calendar::Gregorian, text: on.to_owned() },
        laboratory: String::new(),
        laboratory_agency: None,
        techniques: Vec::new(),
        level: Level::Tentative,
        form: None,
        context: Context::Seizure,
        incident: None,
        note: String::new(),
    };
    Record { header: world.header(id, Kind::Detection, owner, 0, Audience::Amber), content }
}

async fn put(world: &World, mut record: Record<Detection>, base: Option<u32>) -> store::Result<Record<Detection>> {
    let mut tx = world.store.begin("detection.add").await?;
    tx.put_shared(&mut record, base).await?;
    world.commit(tx).await;
    Ok(record)
}

fn eyes(world: &World, code: &str) -> [Eyes; 1] {
    [(world.operation, world.reader(code))]
}

async fn listed(world: &World, eyes: &[Eyes], wanted: &Wanted) -> BTreeSet<RecordId> {
    let mut view = world.store.read().await.unwrap();
    let cards = view.cards(eyes, wanted).await.unwrap();
    assert_eq!(view.count_cards(eyes, wanted).await.unwrap(), cards.len() as u64);
    let opened: Vec<Record<Detection>> = view.shared_all(eyes, wanted).await.unwrap();
    let ids: BTreeSet<_> = cards.into_iter().map(|listed| listed.id).collect();
    assert_eq!(opened.into_iter().map(|record| record.header.id).collect::<BTreeSet<_>>(), ids);
    ids
}

both! {
    async fn a_list_shows_and_counts_exactly_what_the_table_opens(world: World) {
        let mut records = Vec::new();
        for audience in Audience::ALL {
            for (owner, agency) in [("KZ", 0), ("KZ", 1), ("KG", 0)] {
                for recipients in [vec![], vec!["UZ", "MN"]] {
                    let mut record = detection(&world, owner, "unknown powder", "2021-08-02");
                    record.header.marking.audience = *audience;
                    record.header.agency = world.agency(owner, agency);
                    record.header.marking.recipients = recipients.into_iter().map(participant).collect();
                    records.push(record);
                }
            }
        }
        let mut tx = world.store.begin("detection.add").await.unwrap();
        tx.put_all_shared(&mut records).await.unwrap();
        world.commit(tx).await;
        let parts: Vec<_> = ParticipationRole::ALL.iter().copied().map(Some).chain([None]).collect();
        for code in ["KZ", "KG", "UZ", "MN", "CARICC"] {
            for participation in &parts {
                let (agency, participant) = (world.agency(code, 0), participant(code));
                let reader = Reader { role: Role::Analyst, agency, participant, participation: *participation };
                let opened = |record: &&Record<_>| reader.relation(&record.header) != Relation::Outsider;
                let expected: BTreeSet<_> = records.iter().filter(opened).map(|one| one.header.id.clone()).collect();
                let eyes = [(world.operation, reader.clone())];
                assert_eq!(listed(&world, &eyes, &Wanted::of(Kind::Detection)).await, expected);
                let found = Wanted { words: "powder".to_owned(), ..Wanted::default() };
                assert_eq!(listed(&world, &eyes, &found).await, expected);
                let mut view = world.store.read().await.unwrap();
                let by = view.count_cards_by(&eyes, &Wanted::default(), CardBy::Owner).await.unwrap();
                assert_eq!(by.iter().map(|(_, count)| *count).sum::<u64>(), expected.len() as u64);
                for record in &records {
                    let seen: Option<Record<Detection>> = view.shared(&reader, &record.header.id).await.unwrap();
                    assert_eq!(seen.is_some(), expected.contains(&record.header.id));
                }
            }
        }
    }

    async fn a_stale_revision_is_refused_and_the_card_follows_the_current_one(world: World) {
        let first = put(&world, detection(&world, "KZ", "first name", "2021-08-02"), None).await.unwrap();
        let mut second = first.clone();
        second.header.revision = 2;
        second.content.written = "second name".to_owned();
        put(&world, second.clone(), Some(1)).await.unwrap();
        let late = put(&world, second.clone(), Some(1)).await;
        assert!(matches!(late, Err(Error::Conflict { base: 1, current: 2 })), "{late:?}");
        let found = |words: &str| Wanted { words: words.to_owned(), ..Wanted::default() };
        let eyes = eyes(&world, "KG");
        assert!(listed(&world, &eyes, &found("first")).await.is_empty());
        assert_eq!(listed(&world, &eyes, &found("second")).await.len(), 1);
        let mut view = world.store.read().await.unwrap();
        let card = view.cards(&eyes, &Wanted::default()).await.unwrap().remove(0);
        assert_eq!((card.revision, card.card), (2, second.content.card()));
        let earlier: Record<Detection> =
            view.shared_revision(&eyes[0].1, &first.header.id, 1).await.unwrap().unwrap();
        assert_eq!(earlier.content, first.content);
        assert_eq!(view.shared_history(Kind::Detection, &eyes[0].1, &first.header.id).await.unwrap().len(), 2);
    }

    async fn a_retracted_record_leaves_every_list_unless_it_is_asked_for(world: World) {
        let mut record = put(&world, detection(&world, "KZ", "powder", "2021-08-02"), None).await.unwrap();
        record.header.state = State::Retracted;
        record.header.revision = 2;
        put(&world, record, Some(1)).await.unwrap();
        let eyes = eyes(&world, "KG");
        assert!(listed(&world, &eyes, &Wanted::default()).await.is_empty());
        let all = Wanted { with_retracted: true, ..Wanted::default() };
        assert_eq!(listed(&world, &eyes, &all).await.len(), 1);
    }

    async fn a_page_begins_after_the_last_row_of_the_one_before(world: World) {
        for name in ["a", "b", "c", "d", "e"] {
            put(&world, detection(&world, "KZ", name, "2021-08-02"), None).await.unwrap();
        }
        let eyes = eyes(&world, "KG");
        for oldest_first in [false, true] {
            let mut names = Vec::new();
            let mut wanted = Wanted { limit: 2, oldest_first, ..Wanted::of(Kind::Detection) };
            loop {
                let mut view = world.store.read().await.unwrap();
                let page = view.cards(&eyes, &wanted).await.unwrap();
                let Some(last) = page.last() else { break };
                wanted.after = Some(last.id.clone());
                names.extend(page.iter().map(|listed| listed.card.title.clone()));
            }
            let expected = if oldest_first { ["a", "b", "c", "d", "e"] } else { ["e", "d", "c", "b", "a"] };
            assert_eq!(names, expected);
        }
    }

    async fn a_card_that_was_altered_is_named(world: World) {
        let record = put(&world, detection(&world, "KZ", "powder", "2021-08-02"), None).await.unwrap();
        let sound = world.store.read().await.unwrap().compare_records().await.unwrap();
        assert_eq!(sound, Compared { records: 2, altered: None });
        for change in ["UPDATE card SET status = 'x'", "UPDATE card SET day = '2021-08-03'", "DELETE FROM card"] {
            world.tamper(change).await;
            let altered = world.store.read().await.unwrap().compare_records().await.unwrap().altered.unwrap();
            assert_eq!((altered.record.as_str(), altered.table), (record.header.id.as_str(), "card"), "{change}");
        }
    }

    async fn what_nothing_stands_about_is_asked_for_as_far_as_the_reader_sees_what_does(world: World) {
        let record = put(&world, detection(&world, "KZ", "powder", "2021-08-02"), None).await.unwrap();
        let wanted = Wanted { without: Some(Kind::Progress), ..Wanted::of(Kind::Detection) };
        let is_open = async |code: &str| !listed(&world, &eyes(&world, code), &wanted).await.is_empty();
        assert!(is_open("KZ").await && is_open("KG").await);
        let id = world.mint();
        let content = Progress {
            recommendation: record.header.id.clone(),
            status: Standing::Done,
            reason: String::new(),
            proof: "x".to_owned(),
            records: Vec::new(),
            note: String::new(),
            day: day("2021-08-03"),
        };
        let header = world.header::<Progress>(id, Kind::Progress, "KZ", 0, Audience::AmberStrict);
        let mut said = Record { header, content };
        let mut tx = world.store.begin("progress.add").await.unwrap();
        tx.put_shared(&mut said, None).await.unwrap();
        world.commit(tx).await;
        assert!(!is_open("KZ").await, "its owner sees that something stands about it");
        assert!(is_open("KG").await, "a reader who may not see it cannot tell");
        said.header = Header { state: State::Retracted, revision: 2, ..said.header };
        let mut tx = world.store.begin("progress.retract").await.unwrap();
        tx.put_shared(&mut said, Some(1)).await.unwrap();
        world.commit(tx).await;
        assert!(is_open("KZ").await, "what was taken back answers nothing");
    }

    async fn what_is_filtered_is_found_by_every_word_of_the_card(world: World) {
        let record = put(&world, detection(&world, "KZ", "powder", "2021-08-02"), None).await.unwrap();
        let eyes = eyes(&world, "KG");
        let Card { status, .. } = record.content.card();
        let days = |from: &str, to: &str| Wanted { from: Some(day(from)), to: Some(day(to)), ..Wanted::default() };
        for (wanted, is_found) in [
            (Wanted { status: vec![status.clone()], ..Wanted::default() }, true),
            (Wanted { status: vec!["x".to_owned()], ..Wanted::default() }, false),
            (Wanted { owner: Some(participant("KZ")), ..Wanted::default() }, true),
            (Wanted { owner: Some(participant("UZ")), ..Wanted::default() }, false),
            (Wanted { agency: Some(world.agency("KZ", 1)), ..Wanted::default() }, false),
            (Wanted { record: Some(record.header.id.clone()), ..Wanted::default() }, true),
            (Wanted::default().about(&record.header.id), false),
            (days("2021-08-02", "2021-08-02"), true),
            (days("2021-08-03", "2021-08-04"), false),
        ] {
            assert_eq!(!listed(&world, &eyes, &wanted).await.is_empty(), is_found, "{wanted:?}");
        }
    }
}
