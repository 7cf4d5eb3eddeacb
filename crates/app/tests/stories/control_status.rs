//! The status of a substance: by the day of the event, and by nothing its reader may not see.

use crate::legal_act::{added, draft as act_draft};
use crate::world::{CODE, World};
use model::control_entry::ControlEntryDraft;
use model::control_status::{Answer, Asked, ControlStatus, Form, LawBook, Why, status};
use model::determination::DeterminationDraft;
use model::jurisdiction::Jurisdiction;
use model::marking::MarkingDraft;

fn ask<'a>(book: &'a LawBook, substance: &str, on: &str) -> Answer<'a> {
    let jurisdiction = Jurisdiction::read("", "KZ").unwrap();
    let form = Form::Base;
    status(book, &Asked { substance, jurisdiction: &jurisdiction, day: on.parse().unwrap(), form, content: None })
}

#[tokio::test]
async fn an_entry_in_a_record_that_may_not_be_seen_changes_nothing_that_is_seen() {
    let world = World::new().await;
    let act = added(&world, "kz-officer", &act_draft("List")).await.content.id.to_string();
    let entry = |audience: &str, name: &str| ControlEntryDraft {
        act: act.clone(),
        name: name.to_owned(),
        from: "2021-09-01".to_owned(),
        marking: MarkingDraft { audience: audience.to_owned(), ..MarkingDraft::default() },
        ..ControlEntryDraft::default()
    };
    let officer = world.by("kz-officer").await;
    app::control_entry::create(&officer, CODE, &entry("red", "Mephedrone")).await.unwrap();
    app::control_entry::create(&officer, CODE, &entry("amber", "MDPV")).await.unwrap();
    let own = app::control_status::book(&officer, &[]).await.unwrap();
    let others = app::control_status::book(&world.by("uz-officer").await, &[]).await.unwrap();
    assert_eq!(ask(&own, "mephedrone", "2021-10-15").status, ControlStatus::Listed);
    let seen = ask(&others, "mephedrone", "2021-10-15");
    assert_eq!(seen.status, ControlStatus::NotDetermined);
    assert!(seen.grounds.iter().all(|ground| ground.entry.is_none_or(|entry| entry.substance != "mephedrone")));
    assert_eq!(ask(&others, "mdpv", "2021-10-15").status, ControlStatus::Listed);
    assert_eq!(ask(&others, "mdpv", "2021-08-31").status, ControlStatus::NotDetermined);
    let mut ground = app::control_status::ground(&officer, CODE).await.unwrap();
    let only = ground.book(&["mdpv".to_owned()]).await.unwrap();
    assert_eq!(ask(&only, "mdpv", "2021-10-15").status, ControlStatus::Listed);
    assert_eq!(ask(&only, "mephedrone", "2021-10-15").status, ControlStatus::NotDetermined, "it was not asked for");
}

#[tokio::test]
async fn a_substance_that_only_an_act_names_is_asked_by_its_name_and_stays_hidden_with_its_entry() {
    let world = World::new().await;
    let act = added(&world, "kz-officer", &act_draft("List")).await.content.id.to_string();
    let entry = |audience: &str, name: &str| ControlEntryDraft {
        act: act.clone(),
        name: name.to_owned(),
        not_in_catalogue: true,
        from: "2021-09-01".to_owned(),
        marking: MarkingDraft { audience: audience.to_owned(), ..MarkingDraft::default() },
        ..ControlEntryDraft::default()
    };
    let officer = world.by("kz-officer").await;
    for (audience, name) in [("amber", "Novum-12"), ("amber", "NOVUM 12"), ("red", "Secretum-3")] {
        app::control_entry::create(&officer, CODE, &entry(audience, name)).await.unwrap();
    }
    let names =
        |ground: &app::control_status::Ground| ground.written.iter().map(|one| one.key.clone()).collect::<Vec<_>>();
    let own = app::control_status::ground(&officer, CODE).await.unwrap();
    assert_eq!(names(&own), ["~novum 12", "~secretum 3"], "two spellings are one");
    let other = world.by("uz-officer").await;
    let mut others = app::control_status::ground(&other, CODE).await.unwrap();
    assert_eq!(names(&others), ["~novum 12"]);
    let book = others.book(&["~novum 12".to_owned()]).await.unwrap();
    let answer = ask(&book, "~novum 12", "2021-10-15");
    assert_eq!(answer.status, ControlStatus::Listed);
    assert_eq!(answer.grounds.iter().filter(|ground| ground.why == Why::Holds).count(), 2);
    let hidden = app::control_status::book(&other, &["~secretum 3".to_owned()]).await.unwrap();
    assert_eq!(ask(&hidden, "~secretum 3", "2021-10-15").status, ControlStatus::NotDetermined);
    let own = app::control_status::book(&officer, &["~secretum 3".to_owned()]).await.unwrap();
    assert_eq!(ask(&own, "~secretum 3", "2021-10-15").status, ControlStatus::Listed);
}

#[tokio::test]
async fn a_challenged_verdict_stays_and_the_later_one_counts() {
    let world = World::new().await;
    let draft = |verdict: &str| DeterminationDraft {
        substance: "ADB-BUTINACA".to_owned(),
        jurisdiction: "KZ".to_owned(),
        rule: "list of substituents".to_owned(),
        from: "2021-10-01".to_owned(),
        verdict: verdict.to_owned(),
        reasoning: "Structure compared with the listed parent.".to_owned(),
        ..DeterminationDraft::default()
    };
    let chemist = world.by("kz-chemist").await;
    let first = app::determination::create(&chemist, CODE, &draft("covered")).await.unwrap();
    world.pass(60);
    let challenge = DeterminationDraft { challenges: first.header.id.to_string(), ..draft("not-covered") };
    let desk = world.by("uz-officer").await;
    let second = app::determination::create(&desk, CODE, &challenge).await.unwrap();
    let book = app::control_status::book(&chemist, &[]).await.unwrap();
    let answer = ask(&book, "adb-butinaca", "2021-10-15");
    assert_eq!((answer.opinions.len(), answer.differ()), (2, true));
    assert_eq!(answer.opinions[0].id, second.header.id);
    assert_eq!(answer.status, ControlStatus::NotDetermined, "the list is not known to be whole");
    app::determination::retract(&desk, &second.header.id, 1, "withdrawn").await.unwrap();
    let book = app::control_status::book(&chemist, &[]).await.unwrap();
    assert_eq!(ask(&book, "adb-butinaca", "2021-10-15").status, ControlStatus::Covered);
    let (_, others) = app::determination::get(&chemist, &first.header.id).await.unwrap();
    assert!(others.is_empty());
}
