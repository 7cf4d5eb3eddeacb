//! Findings put together and answered: what a marking hides is not there, not counted and not told of.

use crate::world::{CODE, World};
use model::brief::BriefDraft;
use model::finding::FindingDraft;
use model::id::RecordId;
use model::marking::MarkingDraft;
use model::participant::ParticipantCode;
use model::reply::ReplyDraft;

fn finding(title: &str) -> FindingDraft {
    FindingDraft {
        title: title.to_owned(),
        facts: "Three seizures on one road".to_owned(),
        assessment: "The route moves west".to_owned(),
        confidence: "moderate".to_owned(),
        agreed: true,
        lang: "en".to_owned(),
        ..FindingDraft::default()
    }
}

fn red(recipients: &[&str]) -> MarkingDraft {
    let recipients = recipients.iter().map(|code| (*code).to_owned()).collect();
    MarkingDraft { audience: "red".to_owned(), recipients, ..MarkingDraft::default() }
}

fn brief(findings: &[&RecordId]) -> BriefDraft {
    BriefDraft {
        title: "Brief".to_owned(),
        introduction: "What came in".to_owned(),
        findings: findings.iter().map(|id| format!("{id}:1")).collect(),
        lang: "en".to_owned(),
        ..BriefDraft::default()
    }
}

async fn found(world: &World, draft: &FindingDraft) -> RecordId {
    app::finding::submit(&world.by("desk").await, CODE, draft).await.unwrap().header.id
}

#[tokio::test]
async fn a_finding_that_is_not_the_readers_to_know_is_not_in_its_brief() {
    let world = World::new().await;
    let open = found(&world, &finding("Open")).await;
    let hidden = found(&world, &FindingDraft { marking: red(&["UZ"]), ..finding("Hidden") }).await;
    let desk = world.by("desk").await;
    let made = app::brief::create(&desk, CODE, &brief(&[&open, &hidden])).await.unwrap().header.id;
    let outside = app::brief::get(&world.by("kz-contact").await, &made).await;
    assert!(matches!(outside, Err(app::Error::NotFound)), "a draft is its agency's");
    app::brief::issue(&desk, &made, 1, &MarkingDraft::default()).await.unwrap();
    for (login, titles) in [("desk", 2), ("uz-contact", 2), ("kz-contact", 1)] {
        let shown = app::brief::get(&world.by(login).await, &made).await.unwrap();
        assert_eq!(shown.parts.len(), titles, "{login}");
    }
    let (_, wire) = app::record::wire(&world.by("kz-contact").await, &made, None).await.unwrap();
    assert!(!wire.contains(hidden.as_str()), "its identifier is not told either");
}

#[tokio::test]
async fn a_reply_to_what_went_to_some_goes_back_to_its_owner_alone() {
    let world = World::new().await;
    let shared = found(&world, &FindingDraft { marking: red(&["KZ", "UZ"]), ..finding("To two") }).await;
    let desk = world.by("desk").await;
    let made = app::brief::create(&desk, CODE, &brief(&[&shared])).await.unwrap().header.id;
    app::brief::issue(&desk, &made, 1, &MarkingDraft::default()).await.unwrap();
    let draft = ReplyDraft {
        finding: shared.to_string(),
        stance: "agree".to_owned(),
        answer: "We see the same.".to_owned(),
        lang: "en".to_owned(),
    };
    let reply = app::brief::reply(&world.by("kz-contact").await, &made, &draft).await.unwrap();
    let named: Vec<&str> = reply.header.marking.recipients.iter().map(ParticipantCode::as_str).collect();
    assert_eq!(named, ["CENTRE"], "whoever replies does not learn who else received it");
    for (login, replies) in [("desk", 1), ("kz-contact", 1), ("uz-contact", 0)] {
        let shown = app::brief::get(&world.by(login).await, &made).await.unwrap();
        assert_eq!(shown.parts[0].replies.len(), replies, "{login}");
    }
}

#[tokio::test]
async fn a_finding_that_changed_since_it_was_chosen_is_named() {
    let world = World::new().await;
    let own = found(&world, &finding("Route")).await;
    let desk = world.by("desk").await;
    app::finding::amend(&desk, &own, 1, &finding("Route, corrected")).await.unwrap();
    match app::brief::create(&desk, CODE, &brief(&[&own])).await {
        Err(app::Error::Invalid(problems)) => assert_eq!(problems.0[0].code, "brief-finding-superseded"),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn evidence_that_is_not_the_writers_to_know_is_unknown_like_any_that_is_not_there() {
    let world = World::new().await;
    let hidden = found(&world, &FindingDraft { marking: red(&[]), ..finding("Hidden") }).await;
    let mut codes = Vec::new();
    for evidence in [hidden.as_str(), "fnd_01h455vb4pex5vsknk084sn02q"] {
        let draft = FindingDraft { evidence: evidence.to_owned(), ..finding("On evidence") };
        match app::finding::submit(&world.by("kz-chemist").await, CODE, &draft).await {
            Err(app::Error::Invalid(problems)) => codes.push(problems.0[0].code.to_string()),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(codes[0], codes[1]);
}
