//! What the node does beside its verbs: what has had its time, a crowd at the door, requests at the same moment.

use crate::world::{PASSWORD, World, problems};
use app::member::MemberDraft;
use app::upkeep::{Swept, sweep};
use app::{Error, Trouble, agency, audit, member, session};
use std::sync::Arc;
use tokio::task::JoinSet;

async fn log(world: &World) -> (i64, String) {
    let last = audit::entries(&world.node(), None, 1).await.unwrap().remove(0);
    (last.sequence, last.verb)
}

#[tokio::test]
async fn sessions_that_no_longer_hold_are_swept_and_the_log_says_how_many() {
    let world = World::new().await;
    let secret = session::sign_in(&world.guest(), "kz-officer", PASSWORD).await.unwrap();
    let before = log(&world).await;
    assert_eq!(sweep(&world.app).await.unwrap(), Swept::default());
    assert_eq!(log(&world).await, before, "nothing was swept and nothing is said");
    world.pass(model::session::IDLE_SECONDS + 1);
    assert_eq!(sweep(&world.app).await.unwrap(), Swept { sessions: 1, answers: 0 });
    assert_eq!(log(&world).await, (before.0 + 1, "node.sweep".to_owned()));
    assert!(session::resume(&world.app, &secret).await.unwrap().is_none());
}

#[tokio::test]
async fn many_guesses_at_once_are_no_way_around_the_wait() {
    let world = Arc::new(World::new().await);
    let mut guesses = JoinSet::new();
    for _ in 0..20 {
        let world = Arc::clone(&world);
        guesses.spawn(async move { problems(session::sign_in(&world.guest(), "desk", "guess").await).remove(0) });
    }
    let told = guesses.join_all().await;
    assert_eq!(told.iter().filter(|code| *code == "password:sign-in-wrong").count(), 5, "{told:?}");
    assert_eq!(told.iter().filter(|code| *code == "password:sign-in-wait").count(), 15, "{told:?}");
}

#[tokio::test]
async fn a_crowd_at_the_door_is_told_that_the_node_is_busy() {
    let world = Arc::new(World::new().await);
    let mut crowd = JoinSet::new();
    for guest in 0..100 {
        let world = Arc::clone(&world);
        crowd.spawn(async move { session::sign_in(&world.guest(), &format!("guest-{guest}"), "guess").await });
    }
    let told = crowd.join_all().await;
    let busy = told.iter().filter(|answer| matches!(answer, Err(Error::Unkept(Trouble::Busy)))).count();
    assert!((20..=34).contains(&busy), "{busy} of 100: two are hashed, 64 wait");
    assert!(session::sign_in(&world.guest(), "desk", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_guest_who_signs_out_leaves_nothing_in_the_log() {
    let world = World::new().await;
    let before = log(&world).await;
    session::sign_out(&world.guest(), "made up").await.unwrap();
    session::sign_out(&world.by("desk").await, "made up").await.unwrap();
    let own = session::sign_in(&world.guest(), "kz-officer", PASSWORD).await.unwrap();
    session::sign_out(&world.by("desk").await, &own).await.unwrap();
    assert_eq!(log(&world).await, (before.0 + 1, "session.sign-in".to_owned()));
    assert!(session::resume(&world.app, &own).await.unwrap().is_some(), "another's session is not ended");
}

#[tokio::test]
async fn of_two_accounts_of_one_name_made_at_once_one_is_made_and_the_other_told() {
    let world = World::new().await;
    let root = world.by("root").await;
    let agency = agency::list(&root).await.unwrap().remove(0).id.to_string();
    let draft = MemberDraft {
        login: "twin".to_owned(),
        role: "officer".to_owned(),
        agency,
        lang: "en".to_owned(),
        password: PASSWORD.to_owned(),
    };
    let (one, other) = tokio::join!(member::add(&root, &draft), member::add(&root, &draft));
    assert!(one.is_ok() != other.is_ok());
    assert_eq!(problems(one.and(other)), ["login:login-taken"]);
}
