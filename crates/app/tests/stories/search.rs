//! Search: over every noun, in three scripts, and never over what is hidden.

use crate::world::{CODE, World, seizure};
use app::search::{Sought, search};
use model::message::MessageDraft;
use model::record::Kind;

async fn found(world: &World, login: &str, sought: Sought) -> (u64, Vec<(Kind, u64)>) {
    let results = search(&world.by(login).await, CODE, &sought).await.unwrap();
    (results.total, results.groups.iter().map(|group| (group.kind, group.count)).collect())
}

fn words(words: &str) -> Sought {
    Sought { words: words.to_owned(), ..Sought::default() }
}

fn letter(subject: &str, audience: &str, to: &[&str]) -> MessageDraft {
    let mut draft =
        MessageDraft { subject: subject.to_owned(), body: "At the border".to_owned(), ..MessageDraft::default() };
    draft.marking.audience = audience.to_owned();
    draft.marking.recipients = to.iter().map(|code| (*code).to_owned()).collect();
    draft
}

#[tokio::test]
async fn a_word_finds_incidents_and_messages_in_three_scripts() {
    let world = World::new().await;
    let mut report = seizure("mephedrone", "1", "kg");
    report.place = "Кордай".to_owned();
    world.report("kz-officer", &report).await;
    for subject in ["Korday crossing", "КПП Кордай", "گذرگاه کردای"] {
        app::message::send(&world.by("kz-officer").await, CODE, &letter(subject, "", &[])).await.unwrap();
    }
    for asked in ["Korday", "кордай", "کردای"] {
        let expected = (4, vec![(Kind::Incident, 1), (Kind::Message, 3)]);
        assert_eq!(found(&world, "uz-officer", words(asked)).await, expected, "{asked}");
    }
    let of_kind = Sought { kind: Some(Kind::Message), everywhere: true, ..words("korday") };
    assert_eq!(found(&world, "uz-officer", of_kind).await, (3, vec![(Kind::Message, 3)]));
    assert_eq!(found(&world, "uz-officer", words("  ")).await, (0, vec![]));
}

#[tokio::test]
async fn what_is_hidden_is_neither_found_nor_counted() {
    let world = World::new().await;
    app::message::send(&world.by("kz-officer").await, CODE, &letter("Secret route", "red", &["UZ"])).await.unwrap();
    let mut hidden = seizure("mephedrone", "1", "kg");
    hidden.place = "Secret pass".to_owned();
    hidden.marking.audience = "red".to_owned();
    world.report("kz-officer", &hidden).await;
    for login in ["desk", "mn-observer", "kz-chemist"] {
        for everywhere in [false, true] {
            let asked = Sought { everywhere, ..words("secret") };
            assert_eq!(found(&world, login, asked).await, (0, vec![]), "{login}");
        }
    }
    assert_eq!(found(&world, "uz-officer", words("secret")).await, (1, vec![(Kind::Message, 1)]));
    assert_eq!(found(&world, "kz-officer", words("secret")).await.0, 2);
}

#[tokio::test]
async fn a_page_of_one_noun_goes_on_where_the_last_ended() {
    let world = World::new().await;
    for number in 0..30 {
        let draft = letter(&format!("Parcel {number}"), "", &[]);
        app::message::send(&world.by("kz-officer").await, CODE, &draft).await.unwrap();
    }
    let first = Sought { kind: Some(Kind::Message), ..words("parcel") };
    let page = search(&world.by("uz-officer").await, CODE, &first).await.unwrap();
    assert_eq!((page.groups[0].hits.len(), page.total), (25, 30));
    let second = Sought { after: page.next.clone(), ..first };
    let rest = search(&world.by("uz-officer").await, CODE, &second).await.unwrap();
    assert_eq!((rest.groups[0].hits.len(), rest.next), (5, None));
    assert!(rest.groups[0].hits.iter().all(|hit| !page.groups[0].hits.contains(hit)));
}
