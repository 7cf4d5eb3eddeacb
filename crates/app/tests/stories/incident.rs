//! An incident from draft to retraction, and who sees it on the way.

use crate::world::{CODE, World, line, problems, seizure};
use app::{Error, incident};
use model::incident::{ConfirmationDraft, IdentifiedDraft, Incident, IncidentDraft, Line, SubstanceStatus};
use model::listing::{Filter, Order, Page};
use model::marking::MarkingDraft;
use model::record::{Record, State};

const FIRST: Page = Page { order: Order::Event, after: None, limit: 50 };

async fn seen_by(world: &World, login: &str) -> i64 {
    let cx = world.by(login).await;
    incident::list(&cx, CODE, &Filter::default(), &FIRST).await.map_or(-1, |listing| listing.rows.total)
}

fn marked(audience: &str, recipients: &[&str]) -> IncidentDraft {
    let recipients = recipients.iter().map(|code| (*code).to_owned()).collect();
    let marking = MarkingDraft { audience: audience.to_owned(), recipients, ..MarkingDraft::default() };
    IncidentDraft { marking, ..seizure("mephedrone", "1.5", "kg") }
}

#[tokio::test]
async fn all_problems_of_a_draft_are_said_at_once_and_nothing_is_kept() {
    let world = World::new().await;
    let draft = IncidentDraft {
        day: "2021-10-99".to_owned(),
        country: "Atlantis".to_owned(),
        lines: vec![line("mephedrone", "5,065", "kg"), line("", "-3", "bushel")],
        ..IncidentDraft::default()
    };
    let found = problems(incident::submit(&world.by("kz-officer").await, CODE, &draft).await);
    for expected in [
        "country:country-unknown",
        "day:date-impossible",
        "lines.0.quantity:number-ambiguous",
        "lines.1.written:required",
        "lines.1.unit:unit-unknown",
        "lines.1.quantity:number-negative",
    ] {
        assert!(found.contains(&expected.to_owned()), "{expected} in {found:?}");
    }
    assert_eq!(seen_by(&world, "kz-officer").await, 0);
}

#[tokio::test]
async fn a_record_that_came_late_is_amended_after_its_window_and_stays_late() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    world.pass(60 * 86_400);
    let draft = IncidentDraft { day: "2021-12-05".to_owned(), late: true, ..seizure("mephedrone", "1", "kg") };
    let late = incident::submit(&officer, CODE, &draft).await.unwrap();
    world.pass(60 * 86_400);
    let other = IncidentDraft { note: "Found in a second search".to_owned(), late: false, ..draft };
    let amended = incident::amend(&officer, &late.header.id, 1, &other).await.unwrap();
    assert!(amended.content.late && amended.content.note == "Found in a second search");
}

#[tokio::test]
async fn days_outside_the_active_stage_are_asked_back() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    let on = |day: &str, late: bool| IncidentDraft { day: day.to_owned(), late, ..seizure("mephedrone", "1", "kg") };
    assert_eq!(problems(incident::check(&officer, CODE, &on("2021-10-03", false)).await), ["day:date-before-active"]);
    assert_eq!(problems(incident::check(&officer, CODE, &on("2021-10-17", false)).await), ["day:date-future"]);
    world.pass(60 * 86_400);
    assert_eq!(problems(incident::check(&officer, CODE, &on("2021-12-05", false)).await), ["day:date-after-active"]);
    incident::check(&officer, CODE, &on("2021-12-05", true)).await.unwrap();
    world.pass(60 * 86_400);
    assert!(matches!(incident::submit(&officer, CODE, &on("2021-12-05", true)).await, Err(Error::Refused("stage"))));
}

#[tokio::test]
async fn what_looks_personal_is_asked_back_and_can_be_settled() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    let mut draft = IncidentDraft { note: "driver, passport N12345678".to_owned(), ..seizure("mephedrone", "1", "kg") };
    assert_eq!(problems(incident::submit(&officer, CODE, &draft).await), ["note:personal-data"]);
    draft.settled = vec!["personal-data:note".to_owned()];
    incident::submit(&officer, CODE, &draft).await.unwrap();
}

#[tokio::test]
async fn a_change_made_from_an_old_revision_overwrites_nothing() {
    let world = World::new().await;
    let record = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    let officer = world.by("kz-officer").await;
    let id = &record.header.id;
    let second = incident::amend(&officer, id, 1, &seizure("mephedrone", "2", "kg")).await.unwrap();
    assert_eq!(second.header.revision, 2);
    let stale = incident::amend(&officer, id, 1, &seizure("mephedrone", "3", "kg")).await;
    assert!(matches!(stale, Err(Error::Stale { current: 2 })));
    let seen = incident::get(&officer, id).await.unwrap();
    assert_eq!(seen.record.content.lines[0].quantity.as_ref().unwrap().text, "2");
    let first = incident::revision(&officer, id, 1).await.unwrap();
    assert_eq!(first.content.lines[0].quantity.as_ref().unwrap().text, "1");
}

#[tokio::test]
async fn the_draft_of_a_record_reads_back_as_the_same_incident() {
    let world = World::new().await;
    let record = world.report("kz-officer", &seizure("mephedrone", "5065,5", "g")).await;
    let officer = world.by("kz-officer").await;
    let draft = IncidentDraft::of(&record.content);
    let amended = incident::amend(&officer, &record.header.id, 1, &draft).await.unwrap();
    let amounts = [&record, &amended].map(|record| record.content.lines[0].quantity.as_ref().unwrap().amount);
    assert_eq!(amounts, [5_065_500_000; 2]);
}

#[tokio::test]
async fn each_audience_opens_a_record_to_whom_it_says_and_to_nobody_else() {
    for (audience, recipients, expected) in [
        // kz-officer, kz-chemist, uz-officer, desk, mn-observer
        ("red", &[][..], [1, 0, 0, 0, 0]),
        ("red", &["UZ"], [1, 0, 1, 0, 0]),
        ("amber-strict", &[], [1, 1, 0, 1, 0]),
        ("amber", &[], [1, 1, 1, 1, 0]),
        ("amber", &["MN"], [1, 1, 1, 1, 1]),
        ("green", &[], [1, 1, 1, 1, 1]),
    ] {
        let world = World::new().await;
        let record = world.report("kz-officer", &marked(audience, recipients)).await;
        for (login, expected) in
            ["kz-officer", "kz-chemist", "uz-officer", "desk", "mn-observer"].into_iter().zip(expected)
        {
            assert_eq!(seen_by(&world, login).await, expected, "{audience} {recipients:?} {login}");
            let got = incident::get(&world.by(login).await, &record.header.id).await;
            assert_eq!(i64::from(got.is_ok()), expected, "{audience} {recipients:?} {login}");
            assert!(got.is_ok() || matches!(got, Err(Error::NotFound)), "hidden is not found");
        }
        assert_eq!(seen_by(&world, "root").await, -1, "an administrator reads no record");
    }
}

#[tokio::test]
async fn only_the_owner_changes_a_record_and_a_hidden_one_is_not_found() {
    let world = World::new().await;
    let open = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    let hidden = world.report("kz-officer", &marked("red", &[])).await;
    let other = world.by("uz-officer").await;
    let draft = seizure("mephedrone", "9", "kg");
    assert!(matches!(incident::amend(&other, &open.header.id, 1, &draft).await, Err(Error::Refused("role"))));
    assert!(matches!(incident::amend(&other, &hidden.header.id, 1, &draft).await, Err(Error::NotFound)));
    let observer = world.by("mn-observer").await;
    assert!(matches!(incident::submit(&observer, CODE, &draft).await, Err(Error::Refused("role"))));
}

#[tokio::test]
async fn who_else_got_a_record_is_the_owners_to_know() {
    let world = World::new().await;
    let record = world.report("kz-officer", &marked("green", &["UZ", "MN"])).await;
    let id = &record.header.id;
    let known = async |login: &str| incident::get(&world.by(login).await, id).await.unwrap().recipients.len();
    assert_eq!((known("kz-officer").await, known("uz-officer").await, known("desk").await), (2, 1, 0));
}

#[tokio::test]
async fn a_retracted_incident_keeps_its_history_and_takes_no_change() {
    let world = World::new().await;
    let record = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    let officer = world.by("kz-officer").await;
    let id = &record.header.id;
    assert_eq!(problems(incident::retract(&officer, id, 1, " ").await), ["reason:required"]);
    incident::retract(&officer, id, 1, "entered twice").await.unwrap();
    let seen = incident::get(&officer, id).await.unwrap();
    assert_eq!((seen.record.header.state, seen.revisions.len()), (State::Retracted, 2));
    let again = incident::amend(&officer, id, 2, &seizure("mephedrone", "2", "kg")).await;
    assert!(matches!(again, Err(Error::Refused("retracted"))));
}

#[tokio::test]
async fn a_laboratory_confirms_its_own_countrys_record_and_an_amendment_asks_again() {
    let world = World::new().await;
    let record = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    let id = &record.header.id;
    let as_it_stands = ConfirmationDraft::default();
    let officer = world.by("kz-officer").await;
    assert!(matches!(incident::confirm(&officer, id, 1, &as_it_stands).await, Err(Error::Refused("role"))));
    let chemist = world.by("kz-chemist").await;
    let confirmed = incident::confirm(&chemist, id, 1, &as_it_stands).await.unwrap();
    assert_eq!(confirmed.header.state, State::Confirmed);
    let twice = incident::confirm(&chemist, id, 2, &as_it_stands).await;
    assert!(matches!(twice, Err(Error::Refused("already-confirmed"))));
    let amended = incident::amend(&officer, id, 2, &seizure("mephedrone", "2", "kg")).await.unwrap();
    assert_eq!(amended.header.state, State::Submitted);
}

fn identified(lines: &[(u32, &str, bool)]) -> ConfirmationDraft {
    let of = |(line, substance, identified): &(u32, &str, bool)| IdentifiedDraft {
        line: *line,
        substance: (*substance).to_owned(),
        identified: *identified,
    };
    ConfirmationDraft { lines: Some(lines.iter().map(of).collect()) }
}

#[tokio::test]
async fn a_laboratory_identifies_line_by_line_and_what_it_leaves_stays_provisional() {
    let world = World::new().await;
    let mut draft = seizure("mephedrone", "1", "kg");
    draft.lines.push(line("MDMA", "388", "tablet"));
    let record = world.report("kz-officer", &draft).await;
    let (chemist, id) = (world.by("kz-chemist").await, &record.header.id);
    let wrong = identified(&[(0, "no such powder", true), (7, "", true)]);
    let found = problems(incident::confirm(&chemist, id, 1, &wrong).await);
    assert_eq!(found, ["lines.0.substance:substance-unknown", "lines.1.line:line-unknown"]);
    let first = incident::confirm(&chemist, id, 1, &identified(&[(0, "Heroin", true), (1, "", false)])).await.unwrap();
    let said = |record: &Record<Incident>| {
        let of = |line: &Line| (line.written.clone(), line.substance.clone().unwrap(), line.status, line.in_scope);
        record.content.lines.iter().map(of).collect::<Vec<_>>()
    };
    let text = str::to_owned;
    assert_eq!(
        said(&first),
        [
            (text("mephedrone"), text("heroin"), SubstanceStatus::Confirmed, false),
            (text("MDMA"), text("mdma"), SubstanceStatus::Provisional, true),
        ]
    );
    let second = incident::confirm(&chemist, id, 2, &identified(&[(1, "", true)])).await.unwrap();
    assert_eq!(said(&second)[1].2, SubstanceStatus::Confirmed, "what was left can be identified later");
}

#[tokio::test]
async fn a_file_is_not_added_to_a_retracted_incident() {
    let world = World::new().await;
    let record = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    let (officer, id) = (world.by("kz-officer").await, &record.header.id);
    incident::retract(&officer, id, 1, "entered twice").await.unwrap();
    let added = app::attachment::add(&officer, id, "note.txt", b"a note".to_vec()).await;
    assert!(matches!(added, Err(Error::Refused("retracted"))), "{added:?}");
}

#[tokio::test]
async fn an_incident_neither_begins_nor_ends_in_the_future() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    let until = |end: &str| IncidentDraft { end: end.to_owned(), ..seizure("mephedrone", "1", "kg") };
    incident::check(&officer, CODE, &until("2021-10-16")).await.unwrap();
    assert_eq!(problems(incident::check(&officer, CODE, &until("2021-10-17")).await), ["end:date-future"]);
}

#[tokio::test]
async fn intelligence_is_graded_however_its_kind_is_typed() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    for kind in ["suspicious-consignment", " suspicious-consignment "] {
        let draft = IncidentDraft { kind: kind.to_owned(), ..seizure("mephedrone", "1", "kg") };
        let found = problems(incident::check(&officer, CODE, &draft).await);
        assert_eq!(found, ["marking.source_grade:grade-required"], "{kind:?}");
    }
}

#[tokio::test]
async fn what_is_being_typed_is_kept_for_its_writer_alone_until_it_is_submitted() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    let draft = IncidentDraft { place: "half a pla".to_owned(), ..IncidentDraft::default() };
    incident::save_draft(&officer, CODE, &draft).await.unwrap();
    assert_eq!(incident::draft(&officer, CODE).await.unwrap().unwrap().1, draft);
    assert!(incident::draft(&world.by("kz-contact").await, CODE).await.unwrap().is_none());
    incident::submit(&officer, CODE, &seizure("mephedrone", "1", "kg")).await.unwrap();
    assert!(incident::draft(&officer, CODE).await.unwrap().is_none());
}

#[tokio::test]
async fn a_closed_operation_takes_nothing() {
    let world = World::new().await;
    let record = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    let (desk, second) = (world.by("desk").await, world.by("desk-2").await);
    app::stage::ask_closing(&desk, CODE, 2).await.unwrap();
    assert!(matches!(app::stage::close_operation(&desk, CODE, 3).await, Err(Error::Refused("second-person"))));
    app::stage::close_operation(&second, CODE, 3).await.unwrap();
    let officer = world.by("kz-officer").await;
    let submit = incident::submit(&officer, CODE, &seizure("mephedrone", "1", "kg")).await;
    assert!(matches!(submit, Err(Error::Refused("operation-closed"))));
    let retract = incident::retract(&officer, &record.header.id, 1, "why").await;
    assert!(matches!(retract, Err(Error::Refused("operation-closed"))));
    assert_eq!(seen_by(&world, "uz-officer").await, 1, "what is there stays readable");
}

#[tokio::test]
async fn two_writers_of_one_revision_never_both_win() {
    let world = World::new().await;
    let record = world.report("kz-officer", &seizure("mephedrone", "1", "kg")).await;
    let cx = world.by("kz-officer").await;
    let (a, b) = (seizure("mephedrone", "2", "kg"), seizure("mephedrone", "3", "kg"));
    let (a, b) =
        tokio::join!(incident::amend(&cx, &record.header.id, 1, &a), incident::amend(&cx, &record.header.id, 1, &b));
    assert_eq!(usize::from(a.is_ok()) + usize::from(b.is_ok()), 1);
}

#[tokio::test]
async fn a_search_finds_a_substance_in_every_script() {
    let world = World::new().await;
    world.report("kz-officer", &seizure("мефедрон", "1", "kg")).await;
    let officer = world.by("uz-officer").await;
    for text in ["mephedrone", "МЕФЕДРОН", "mefedron"] {
        let filter = Filter { text: text.to_owned(), ..Filter::default() };
        let found = incident::list(&officer, CODE, &filter, &FIRST).await.unwrap().rows.total;
        assert_eq!(found, 1, "{text}");
    }
}
