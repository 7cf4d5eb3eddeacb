//! Accounts, sessions and keys.

use crate::world::{PASSWORD, World, problems};
use app::agency::AgencyDraft;
use app::participant::ParticipantDraft;
use app::token::TokenDraft;
use app::{Error, agency, audit, member, participant, session, token};
use model::names::Names;

#[tokio::test]
async fn a_wrong_login_and_a_wrong_password_are_told_the_same() {
    let world = World::new().await;
    let guest = world.guest();
    for (login, password) in [("nobody", PASSWORD), ("desk", "wrong"), ("", "")] {
        assert_eq!(problems(session::sign_in(&guest, login, password).await), ["password:sign-in-wrong"]);
    }
    assert!(session::sign_in(&guest, " DESK ", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn guessing_slows_down_and_a_right_password_waits_too() {
    let world = World::new().await;
    let guest = world.guest();
    for _ in 0..5 {
        let _ = session::sign_in(&guest, "desk", "guess").await;
    }
    assert_eq!(problems(session::sign_in(&guest, "desk", PASSWORD).await), ["password:sign-in-wait"]);
    world.pass(3);
    assert!(session::sign_in(&guest, "desk", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_session_ends_by_sign_out_by_rest_and_with_its_account() {
    let world = World::new().await;
    let enter = async || session::sign_in(&world.guest(), "kz-officer", PASSWORD).await.unwrap();
    let holds = async |secret: &str| session::resume(&world.app, secret).await.unwrap().is_some();
    let (a, b) = (enter().await, enter().await);
    assert!(holds(&a).await && !holds("made up").await);
    session::sign_out(&world.by("kz-officer").await, &a).await.unwrap();
    assert!(!holds(&a).await && holds(&b).await);
    world.pass(model::session::IDLE_SECONDS + 1);
    assert!(!holds(&b).await);
    let c = enter().await;
    member::disable(&world.node(), "kz-officer").await.unwrap();
    assert!(!holds(&c).await);
    assert_eq!(problems(session::sign_in(&world.guest(), "kz-officer", PASSWORD).await), ["password:sign-in-wrong"]);
}

#[tokio::test]
async fn only_an_administrator_manages_accounts_and_not_its_own_end() {
    let world = World::new().await;
    assert!(matches!(member::list(&world.by("desk").await).await, Err(Error::NotFound | Error::Refused(_))));
    let root = world.by("root").await;
    assert_eq!(member::list(&root).await.unwrap().len(), 10);
    assert!(matches!(member::disable(&root, "root").await, Err(Error::Refused("own-account"))));
}

#[tokio::test]
async fn a_key_works_until_it_is_revoked_or_ends_and_its_secret_is_not_kept() {
    let world = World::new().await;
    let contact = world.by("kz-contact").await;
    let draft = TokenDraft {
        name: "desk software".to_owned(),
        scopes: vec!["read".to_owned()],
        days: "10".to_owned(),
        ..TokenDraft::default()
    };
    let (made, secret) = token::add(&contact, &draft).await.unwrap();
    assert_eq!(token::resume(&world.app, &secret).await.unwrap().unwrap().0.login, "kz-contact");
    let file = std::fs::read(world.folder.path().join("reflex.db")).unwrap();
    assert!(!file.windows(secret.len()).any(|window| window == secret.as_bytes()));
    world.pass(11 * 86_400);
    assert!(token::resume(&world.app, &secret).await.unwrap().is_none());
    token::revoke(&contact, made.id).await.unwrap();
    assert!(matches!(token::list(&world.by("kz-officer").await).await, Err(Error::Refused(_))));
}

#[tokio::test]
async fn every_write_stands_in_the_log_with_its_verb_and_the_chain_holds() {
    let world = World::new().await;
    let root = world.by("root").await;
    let entries = audit::entries(&root, None, 500).await.unwrap();
    for verb in ["node.init", "participant.put", "agency.put", "member.add", "operation.create", "stage.open"] {
        assert!(entries.iter().any(|entry| entry.verb == verb), "{verb}");
    }
    assert!(entries.iter().all(|entry| !entry.detail.contains(PASSWORD)));
    let report = audit::verify(&root).await.unwrap();
    assert_eq!((report.fault, report.entries), (None, i64::try_from(entries.len()).unwrap()));
    assert!(audit::verify(&world.by("desk").await).await.is_err());
}

#[tokio::test]
async fn a_contact_point_makes_keys_for_its_own_participant_and_for_nobody_who_may_do_more() {
    let world = World::new().await;
    let key = |login: &str| TokenDraft {
        name: "script".to_owned(),
        scopes: vec!["read".to_owned()],
        days: "10".to_owned(),
        login: login.to_owned(),
    };
    let contact = world.by("kz-contact").await;
    let (made, secret) = token::add(&contact, &key("kz-officer")).await.unwrap();
    assert_eq!(token::resume(&world.app, &secret).await.unwrap().unwrap().0.login, "kz-officer");
    assert_eq!(problems(token::add(&contact, &key("uz-officer")).await), ["login:login-unknown"]);
    let of_centre = world.app.cx(
        app::Actor::Member(Box::new(model::member::Member {
            role: model::member::Role::ContactPoint,
            ..world.by("analyst").await.member().unwrap().clone()
        })),
        model::record::Door::Page,
    );
    assert_eq!(problems(token::add(&of_centre, &key("desk")).await), ["login:login-unknown"]);
    assert!(matches!(token::revoke(&of_centre, made.id).await, Err(Error::NotFound)));
    let root = world.by("root").await;
    assert_eq!(token::list(&root).await.unwrap().len(), 1, "an administrator sees the keys of the whole node");
    token::revoke(&root, made.id).await.unwrap();
    assert!(token::resume(&world.app, &secret).await.unwrap().is_none());
}

#[tokio::test]
async fn a_coordinator_invites_and_a_contact_point_keeps_its_own_agencies() {
    let world = World::new().await;
    let desk = world.by("desk").await;
    let draft = |participant: &str| AgencyDraft {
        participant: participant.to_owned(),
        kind: "border".to_owned(),
        names: Names::same("Border guard"),
        ..AgencyDraft::default()
    };
    let country = ParticipantDraft { code: "TJ".to_owned(), ..ParticipantDraft::default() };
    participant::put(&desk, &country).await.unwrap();
    agency::put(&desk, &draft("TJ")).await.unwrap();
    let contact = world.by("kz-contact").await;
    let own = agency::put(&contact, &draft("KZ")).await.unwrap();
    let office = AgencyDraft { id: own.id.to_string(), ..draft("KZ") };
    assert_eq!(agency::put(&contact, &office).await.unwrap().id, own.id);
    assert!(agency::put(&contact, &draft("TJ")).await.is_err());
    let taken = AgencyDraft { id: own.id.to_string(), ..draft("UZ") };
    assert!(agency::put(&world.by("kz-officer").await, &office).await.is_err());
    assert!(agency::put(&contact, &taken).await.is_err(), "an agency does not change hands");
    assert!(participant::put(&contact, &country).await.is_err());
}
