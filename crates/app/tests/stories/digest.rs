//! Digests by mail: claimed once, tried again, given up, never sent twice.

use crate::world::{CODE, World};
use app::digest::{TRIES, claim, failed, release, sent};
use model::message::MessageDraft;
use model::notice::WishDraft;

async fn wishing(world: &World) {
    let draft = WishDraft { mail: "duty@example.org".to_owned(), rhythm: "daily".to_owned() };
    app::notice::set_wish(&world.by("uz-officer").await, &draft).await.unwrap();
    let mut letter = MessageDraft { subject: "Secret".to_owned(), body: "Words".to_owned(), ..MessageDraft::default() };
    letter.marking.recipients = vec!["UZ".to_owned()];
    app::message::send(&world.by("kz-officer").await, CODE, &letter).await.unwrap();
    world.pass(86_400);
}

#[tokio::test]
async fn a_digest_is_claimed_once_and_the_next_one_waits_for_something_new() {
    let world = World::new().await;
    wishing(&world).await;
    let due = claim(&world.app).await.unwrap().unwrap();
    assert_eq!(due.lines.len(), 1);
    assert_eq!(claim(&world.app).await.unwrap(), None, "claimed by one sender");
    sent(&world.app, &due).await.unwrap();
    world.pass(86_400);
    assert_eq!(claim(&world.app).await.unwrap(), None, "nothing new");
}

#[tokio::test]
async fn a_digest_whose_sender_fell_silent_is_not_sent_again() {
    let world = World::new().await;
    wishing(&world).await;
    claim(&world.app).await.unwrap().unwrap();
    world.pass(1000);
    assert_eq!(release(&world.app).await.unwrap(), 1);
    world.pass(86_400);
    assert_eq!(claim(&world.app).await.unwrap(), None);
    assert_eq!(app::digest::failures(&world.by("root").await).await.unwrap(), [], "nothing new, and all is well again");
}

#[tokio::test]
async fn a_digest_that_is_not_taken_is_tried_later_and_given_up_at_last() {
    let world = World::new().await;
    wishing(&world).await;
    for _ in 0..TRIES {
        let due = claim(&world.app).await.unwrap().unwrap();
        failed(&world.app, &due).await.unwrap();
        assert_eq!(claim(&world.app).await.unwrap(), None, "not at once");
        world.pass(3600);
    }
    assert_eq!(claim(&world.app).await.unwrap(), None);
    let known = app::digest::failures(&world.by("root").await).await.unwrap();
    assert_eq!((known[0].login.as_str(), known[0].state.as_str()), ("uz-officer", "given-up"));
    assert!(app::digest::failures(&world.by("kz-officer").await).await.is_err());
    for entry in app::audit::entries(&world.node(), None, 100).await.unwrap() {
        assert!(!entry.detail.contains('@'), "{}", entry.detail);
    }
}
