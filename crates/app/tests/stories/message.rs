//! Messages: who sees them in threads, counts and notices; replies; acknowledgements; what was read.

use crate::world::{CODE, World, problems};
use app::message::{ThreadsWanted, acknowledge, list, read, reply, retract, send, thread};
use app::notice;
use model::id::RecordId;
use model::message::MessageDraft;
use model::notice::NoticeKind;

fn letter(subject: &str) -> MessageDraft {
    MessageDraft { subject: subject.to_owned(), body: "Seen at the border".to_owned(), ..MessageDraft::default() }
}

fn to(audience: &str, recipients: &[&str], draft: MessageDraft) -> MessageDraft {
    let mut draft = draft;
    draft.marking.audience = audience.to_owned();
    draft.marking.recipients = recipients.iter().map(|code| (*code).to_owned()).collect();
    draft
}

fn bulletin() -> MessageDraft {
    MessageDraft {
        kind: "bulletin".to_owned(),
        topic: "alert".to_owned(),
        pressing: "urgent".to_owned(),
        acknowledge: true,
        ..letter("New cathinone")
    }
}

async fn threads(world: &World, login: &str) -> (u64, u64) {
    let found = list(&world.by(login).await, CODE, &ThreadsWanted::default()).await.unwrap();
    assert_eq!(found.lines.len() as u64, found.total);
    (found.total, found.unread)
}

async fn notices(world: &World, login: &str) -> Vec<NoticeKind> {
    let (all, _) = notice::list(&world.by(login).await, None).await.unwrap();
    assert_eq!(notice::count(&world.by(login).await).await.unwrap(), all.iter().filter(|one| !one.seen).count() as u64);
    all.into_iter().map(|one| one.kind).collect()
}

async fn sent(world: &World, login: &str, draft: &MessageDraft) -> RecordId {
    send(&world.by(login).await, CODE, draft).await.unwrap().header.id
}

#[tokio::test]
async fn a_message_to_some_shows_to_nobody_else_in_any_list_count_or_notice() {
    let world = World::new().await;
    let id = sent(&world, "kz-officer", &to("red", &["UZ"], letter("Labels"))).await;
    assert_eq!(threads(&world, "uz-officer").await, (1, 1));
    assert_eq!(notices(&world, "uz-officer").await, [NoticeKind::Message]);
    for other in ["desk", "mn-observer", "kz-chemist"] {
        assert_eq!(threads(&world, other).await, (0, 0), "{other}");
        assert_eq!(notices(&world, other).await, [], "{other}");
        assert!(matches!(thread(&world.by(other).await, &id).await, Err(app::Error::NotFound)), "{other}");
        assert!(matches!(reply(&world.by(other).await, &id, &letter("")).await, Err(app::Error::NotFound)), "{other}");
        assert!(matches!(read(&world.by(other).await, &id, &id).await, Err(app::Error::NotFound)), "{other}");
    }
}

#[tokio::test]
async fn a_reply_is_new_to_the_others_of_its_thread_and_told_to_whoever_began_it() {
    let world = World::new().await;
    let id = sent(&world, "kz-officer", &to("red", &["UZ"], letter("Labels"))).await;
    world.pass(60);
    let answer = reply(&world.by("uz-officer").await, &id, &letter("")).await.unwrap();
    assert_eq!(answer.content.subject, "Labels");
    assert_eq!(answer.header.marking.audience, model::marking::Audience::Red);
    assert_eq!(threads(&world, "uz-officer").await, (1, 0), "who replies has read");
    assert_eq!(threads(&world, "kz-officer").await, (1, 1));
    assert_eq!(notices(&world, "kz-officer").await, [NoticeKind::Reply]);
    let seen = thread(&world.by("kz-officer").await, &id).await.unwrap();
    assert_eq!(seen.messages.iter().map(|one| one.is_new).collect::<Vec<_>>(), [false, true]);
    read(&world.by("kz-officer").await, &id, &answer.header.id).await.unwrap();
    assert_eq!(threads(&world, "kz-officer").await, (1, 0));
    assert_eq!(threads(&world, "kz-contact").await, (1, 1), "each member reads for itself");
}

#[tokio::test]
async fn what_was_taken_back_takes_no_reply_and_leaves_lists_and_notices() {
    let world = World::new().await;
    let id = sent(&world, "kz-officer", &to("", &["UZ"], letter("Labels"))).await;
    assert_eq!(problems(retract(&world.by("kz-officer").await, &id, 1, " ").await), ["reason:required"]);
    retract(&world.by("kz-officer").await, &id, 1, "Sent twice").await.unwrap();
    let refused = reply(&world.by("uz-officer").await, &id, &letter("x")).await;
    assert!(matches!(refused, Err(app::Error::Refused("retracted"))), "{refused:?}");
    assert_eq!(threads(&world, "uz-officer").await, (0, 0));
    assert_eq!(notices(&world, "uz-officer").await, []);
    let seen = thread(&world.by("uz-officer").await, &id).await.unwrap();
    assert_eq!(seen.messages[0].record.header.reason, "Sent twice");
}

#[tokio::test]
async fn a_participant_acknowledges_a_bulletin_once_and_the_coordinator_sees_who_has() {
    let world = World::new().await;
    let id = sent(&world, "desk", &bulletin()).await;
    assert_eq!(notices(&world, "kz-officer").await, [NoticeKind::Acknowledge]);
    let chemist = acknowledge(&world.by("kz-chemist").await, &id).await;
    assert!(matches!(chemist, Err(app::Error::Refused("role"))));
    acknowledge(&world.by("kz-officer").await, &id).await.unwrap();
    assert!(matches!(acknowledge(&world.by("kz-contact").await, &id).await, Err(app::Error::Refused("acknowledged"))));
    assert_eq!(notices(&world, "kz-contact").await, []);
    let at_desk = thread(&world.by("desk").await, &id).await.unwrap();
    let of: Vec<_> = at_desk.acknowledged.iter().map(|one| (one.participant.as_str(), one.at.is_some())).collect();
    assert_eq!(of, [("KZ", true), ("UZ", false)]);
    let at_uz = thread(&world.by("uz-officer").await, &id).await.unwrap();
    let of: Vec<_> = at_uz.acknowledged.iter().map(|one| (one.participant.as_str(), one.at.is_some())).collect();
    assert_eq!(of, [("UZ", false)], "what another has acknowledged is the coordinator's to know");
    assert!(at_uz.may_acknowledge && !at_desk.may_acknowledge);
}

#[tokio::test]
async fn only_the_coordinator_issues_bulletins_and_an_observer_writes_nothing() {
    let world = World::new().await;
    for login in ["kz-contact", "analyst", "mn-observer"] {
        assert!(
            matches!(send(&world.by(login).await, CODE, &bulletin()).await, Err(app::Error::Refused("role"))),
            "{login}"
        );
    }
    assert!(matches!(send(&world.by("mn-observer").await, CODE, &letter("x")).await, Err(app::Error::Refused("role"))));
    let found = send(&world.by("kz-officer").await, CODE, &to("red", &["TM", "KZ"], letter("x"))).await;
    assert_eq!(problems(found), ["marking.recipients:recipient-unknown"]);
    let found = send(&world.by("kz-officer").await, CODE, &to("red", &["KZ"], letter("x"))).await;
    assert_eq!(problems(found), ["marking.recipients:message-to-nobody"]);
}

#[tokio::test]
async fn a_record_that_its_writer_may_not_see_is_not_known_and_a_reader_sees_only_its_own() {
    let world = World::new().await;
    let mut hidden = crate::world::seizure("mephedrone", "1", "kg");
    hidden.marking.audience = "red".to_owned();
    let hidden = world.report("uz-officer", &hidden).await.header.id;
    let open = world.report("kz-officer", &crate::world::seizure("mephedrone", "1", "kg")).await.header.id;
    let speaks = |of: &RecordId| MessageDraft { records: of.to_string(), ..letter("Same labels") };
    assert_eq!(problems(send(&world.by("kz-officer").await, CODE, &speaks(&hidden)).await), ["records:record-unknown"]);
    let both = MessageDraft { records: format!("{hidden} /incidents/{open}"), ..letter("Same labels") };
    let id = sent(&world, "uz-officer", &both).await;
    let seen = thread(&world.by("kz-officer").await, &id).await.unwrap();
    assert_eq!(seen.messages[0].related.iter().map(|one| &one.id).collect::<Vec<_>>(), [&open]);
}

#[tokio::test]
async fn a_file_is_added_to_a_message_by_its_owner_and_read_by_whoever_reads_the_message() {
    let world = World::new().await;
    let id = sent(&world, "kz-officer", &to("red", &["UZ"], letter("Labels"))).await;
    let add = |name: &'static str, bytes: &'static [u8]| {
        let (id, world) = (id.clone(), &world);
        async move { app::attachment::add(&world.by("kz-officer").await, &id, name, bytes.to_vec()).await }
    };
    assert_eq!(problems(add("run.exe", b"MZ\x90\x00\x03\x00\x00\x00").await), ["files:file-unknown"]);
    let kept = add("note.txt", b"plain words\n").await.unwrap();
    assert!(app::attachment::get(&world.by("uz-officer").await, kept.id).await.is_ok());
    assert!(matches!(app::attachment::get(&world.by("desk").await, kept.id).await, Err(app::Error::NotFound)));
    let foreign = app::attachment::add(&world.by("uz-officer").await, &id, "note.txt", b"x y z\n".to_vec()).await;
    assert!(matches!(foreign, Err(app::Error::Refused("role"))), "{foreign:?}");
}

#[tokio::test]
async fn seen_notices_are_counted_no_more_and_one_who_sees_takes_nothing_from_others() {
    let world = World::new().await;
    sent(&world, "desk", &bulletin()).await;
    let (_, place) = notice::list(&world.by("kz-officer").await, None).await.unwrap();
    notice::see(&world.by("kz-officer").await, place).await.unwrap();
    assert_eq!(notice::count(&world.by("kz-officer").await).await.unwrap(), 0);
    assert_eq!(notice::count(&world.by("kz-contact").await).await.unwrap(), 1);
    assert_eq!(notices(&world, "kz-officer").await, [NoticeKind::Acknowledge], "it still waits");
}
