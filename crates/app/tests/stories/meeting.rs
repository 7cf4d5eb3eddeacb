//! Meetings: who plans them, in which hours, what is recorded of them, their papers and files, and how they are undone.

use crate::world::{CODE, World};
use app::Error;
use app::attachment::Sent;
use model::id::RecordId;
use model::lang::Lang;
use model::meeting::{AttendanceDraft, Meeting, MeetingDraft, MeetingStatus, MinutesDraft, Profession};
use model::names::Names;
use model::record::Record;

fn draft() -> MeetingDraft {
    MeetingDraft {
        meeting_title: Names::default().with(Lang::En, "Planning").with(Lang::Ru, "Планирование"),
        meeting_day: "2021-06-22".to_owned(),
        starts_at: "10:00".to_owned(),
        ends_at: "13:00".to_owned(),
        zone: "Asia/Almaty".to_owned(),
        meeting_mode: "online".to_owned(),
        meeting_status: "held".to_owned(),
        ..MeetingDraft::default()
    }
}

fn to_come(day: &str, from: &str, zone: &str) -> MeetingDraft {
    MeetingDraft {
        meeting_day: day.to_owned(),
        starts_at: from.to_owned(),
        ends_at: "20:00".to_owned(),
        zone: zone.to_owned(),
        meeting_status: String::new(),
        ..draft()
    }
}

fn found(error: Error) -> Vec<String> {
    match error {
        Error::Invalid(problems) => problems.0.iter().map(|one| format!("{}:{}", one.field, one.code)).collect(),
        other => vec![other.to_string()],
    }
}

async fn written(world: &World, draft: &MeetingDraft) -> Record<Meeting> {
    app::meeting::create(&world.by("desk").await, CODE, draft).await.unwrap()
}

#[tokio::test]
async fn only_a_coordinator_plans_changes_records_cancels_and_takes_back() {
    let world = World::new().await;
    let id = written(&world, &to_come("2022-02-15", "10:00", "UTC")).await.header.id;
    for login in ["kz-contact", "uz-officer", "analyst", "mn-observer"] {
        let cx = world.by(login).await;
        let tried = [
            app::meeting::create(&cx, CODE, &draft()).await.err(),
            app::meeting::change(&cx, &id, 1, &draft()).await.err(),
            app::meeting::minute(&cx, &id, 1, &MinutesDraft::default()).await.err(),
            app::meeting::cancel(&cx, &id, 1, "x").await.err(),
            app::meeting::retract(&cx, &id, 1, "x").await.err(),
        ];
        for (at, error) in tried.into_iter().enumerate() {
            assert!(matches!(error, Some(Error::Refused("role") | Error::NotFound)), "{login} {at}: {error:?}");
        }
    }
    let (_, all, count) = app::meeting::list(&world.by("kz-officer").await, CODE, None, None, 0).await.unwrap();
    assert_eq!((all.len(), count), (1, 1));
    let (_, all, count) = app::meeting::list(&world.by("mn-observer").await, CODE, None, None, 0).await.unwrap();
    assert_eq!((all.len(), count), (0, 0), "what is for participants is not counted for an observer");
}

#[tokio::test]
async fn an_hour_is_that_of_its_zone_on_its_day() {
    let world = World::new().await;
    for (day, from, zone, expected) in [
        ("2022-03-26", "10:00", "Europe/Vienna", "2022-03-26T09:00:00Z"),
        ("2022-03-27", "10:00", "Europe/Vienna", "2022-03-27T08:00:00Z"),
        ("2021-10-31", "02:30", "Europe/Vienna", "2021-10-31T00:30:00Z"),
        ("2021-11-01", "02:30", "Europe/Vienna", "2021-11-01T01:30:00Z"),
        ("2022-03-27", "10:00", "Asia/Kabul", "2022-03-27T05:30:00Z"),
        ("2022-03-23", "10:00", "Asia/Tehran", "2022-03-23T05:30:00Z"),
    ] {
        let made = written(&world, &to_come(day, from, zone)).await.content;
        assert_eq!(made.starts.iso(), expected, "{day} {from} {zone}");
        let again = MeetingDraft::of(&made, &model::marking::Marking::default());
        assert_eq!((again.starts_at.as_str(), again.zone.as_str()), (from, zone), "told as it was typed");
    }
    let gap = to_come("2022-03-27", "02:30", "Europe/Vienna");
    let error = app::meeting::create(&world.by("desk").await, CODE, &gap).await.unwrap_err();
    assert_eq!(found(error), ["starts_at:hour-missing"]);
}

#[tokio::test]
async fn an_agenda_says_the_same_points_in_every_language_and_knows_its_original() {
    let world = World::new().await;
    let agenda = Names::default()
        .with(Lang::Ru, "10:00 Открытие\n10:15 План")
        .with(Lang::En, "Opening\nThe plan")
        .with(Lang::Fa, "گشایش\nبرنامه");
    let typed = MeetingDraft { agenda: agenda.clone(), agreed_in: "ru".to_owned(), ..draft() };
    let made = written(&world, &typed).await;
    let meeting = &made.content;
    assert_eq!((meeting.written_in(), meeting.agenda_languages()), (Lang::Ru, vec![Lang::Ru, Lang::En, Lang::Fa]));
    assert_eq!(meeting.agenda[1].at, Some(615));
    assert_eq!(meeting.agenda[1].exact(Lang::Fa, Lang::Ru), Some("برنامه"));
    assert_eq!(MeetingDraft::of(meeting, &made.header.marking).agenda, agenda, "a change reads back");
    let short = MeetingDraft { agenda: agenda.with(Lang::En, "Opening"), agreed_in: "fa".to_owned(), ..typed.clone() };
    let error = app::meeting::create(&world.by("desk").await, CODE, &short).await.unwrap_err();
    assert_eq!(found(error), ["agenda.en:agenda-lines"]);
    let other = MeetingDraft { agenda: Names::default().with(Lang::En, "Opening"), ..typed };
    let error = app::meeting::create(&world.by("desk").await, CODE, &other).await.unwrap_err();
    assert_eq!(found(error), ["agreed_in:original-missing"]);
}

#[tokio::test]
async fn who_came_is_a_number_and_a_person_in_the_minutes_is_asked_about() {
    let world = World::new().await;
    let (desk, id) = (world.by("desk").await, written(&world, &draft()).await.header.id);
    let line = |organisation: &str, customs: &str, forensic: &str| AttendanceDraft {
        organisation: organisation.to_owned(),
        customs: customs.to_owned(),
        forensic: forensic.to_owned(),
        ..AttendanceDraft::default()
    };
    let decision = Names::default().with(Lang::En, "Ask the chief, tel. +7 701 555 12 34");
    let mut minutes = MinutesDraft {
        attendance: vec![line("KZ", "two", ""), line("XX", "1", ""), line("UZ", "", "۳")],
        decisions: vec![decision],
        ..MinutesDraft::default()
    };
    let error = app::meeting::minute(&desk, &id, 1, &minutes).await.unwrap_err();
    let expected = [
        "attendance.0.customs:count-unreadable",
        "attendance.1.organisation:recipient-unknown",
        "decisions.0.en:personal-data",
    ];
    assert_eq!(found(error), expected, "all at once");
    minutes.attendance = vec![line("KZ", "14", "2"), line("UZ", "", "۳")];
    minutes.settled = vec!["personal-data:decisions.0.en".to_owned()];
    app::meeting::minute(&desk, &id, 1, &minutes).await.unwrap();
    let (kept, _) = app::meeting::get(&world.by("uz-officer").await, &id).await.unwrap();
    let meeting = kept.record.content;
    let sum: u32 = meeting.attendance.iter().map(|one| one.count).sum();
    let uz = model::participant::ParticipantCode::country("UZ");
    assert_eq!((sum, meeting.came(&uz, Profession::Forensic), meeting.status), (19, 3, MeetingStatus::Held));
    let early = written(&world, &to_come("2022-02-15", "10:00", "UTC")).await.header.id;
    let error = app::meeting::minute(&desk, &early, 1, &minutes).await.unwrap_err();
    assert_eq!(found(error), [":meeting-not-yet"]);
}

/// How many files the node keeps.
fn kept_files(world: &World) -> usize {
    fn count(folder: &std::path::Path) -> usize {
        let Ok(all) = std::fs::read_dir(folder) else { return 0 };
        all.flatten().map(|entry| if entry.path().is_dir() { count(&entry.path()) } else { 1 }).sum()
    }
    count(&world.folder.path().join("files"))
}

#[tokio::test]
async fn a_change_from_an_old_revision_is_told_before_its_files_are_kept() {
    let world = World::new().await;
    let (desk, id) = (world.by("desk").await, written(&world, &draft()).await.header.id);
    app::meeting::change(&world.by("desk-2").await, &id, 1, &draft()).await.unwrap();
    let paper = Sent { name: "late.txt".to_owned(), bytes: b"late\n".to_vec() };
    let stale = app::meeting::change_with(&desk, &id, 1, &draft(), vec![paper.clone()]).await.unwrap_err();
    assert!(matches!(stale, Error::Stale { current: 2 }), "{stale}");
    let (kept, _) = app::meeting::get(&desk, &id).await.unwrap();
    assert!(app::meeting::aside(&desk, &kept).await.unwrap().files.is_empty());
    assert_eq!(kept_files(&world), 0, "nor does its content stay behind");
    app::meeting::change_with(&desk, &id, 2, &draft(), vec![paper]).await.unwrap();
    assert_eq!(app::meeting::aside(&desk, &kept).await.unwrap().files.len(), 1);
    assert_eq!(kept_files(&world), 1);
}

#[tokio::test]
async fn files_go_with_their_meeting_or_not_at_all_and_are_read_with_it() {
    let world = World::new().await;
    let desk = world.by("desk").await;
    let file = |name: &str, bytes: &[u8]| Sent { name: name.to_owned(), bytes: bytes.to_vec() };
    let wrong = MeetingDraft { zone: "x".to_owned(), ..draft() };
    let files = vec![file("good.txt", b"points\n"), file("bad.pdf", b"\x00\x01")];
    let error = app::meeting::create_with(&desk, CODE, &wrong, files).await.unwrap_err();
    assert_eq!(found(error), ["zone:zone-unknown", "files:file-unknown"]);
    assert_eq!(app::meeting::list(&desk, CODE, None, None, 0).await.unwrap().2, 0);
    let mut hidden = draft();
    hidden.marking.audience = "amber-strict".to_owned();
    hidden.marking.recipients = vec!["KZ".to_owned()];
    let files = vec![file("good.txt", b"points\n")];
    let id = app::meeting::create_with(&desk, CODE, &hidden, files).await.unwrap().header.id;
    let (kept, _) = app::meeting::get(&world.by("kz-officer").await, &id).await.unwrap();
    let own = app::meeting::aside(&world.by("kz-officer").await, &kept).await.unwrap().files;
    assert_eq!((own.len(), own[0].name.as_str()), (1, "good.txt"));
    for (login, sees) in [("kz-officer", true), ("uz-officer", false), ("mn-observer", false)] {
        assert_eq!(app::attachment::get(&world.by(login).await, own[0].id).await.is_ok(), sees, "{login}");
    }
    assert_eq!(app::audit::verify(&world.node()).await.unwrap().fault, None);
}

#[tokio::test]
async fn a_paper_is_shown_by_title_to_whom_it_is_open_and_nobody_else_learns_of_it() {
    let world = World::new().await;
    let paper = world.recommended("Share spectra").await;
    let typed = MeetingDraft { papers: vec![paper.to_string()], ..draft() };
    let id = written(&world, &typed).await.header.id;
    let titles = |login: &'static str| {
        let (world, id) = (&world, &id);
        async move {
            let cx = world.by(login).await;
            let (kept, _) = app::meeting::get(&cx, id).await.unwrap();
            let papers = app::meeting::aside(&cx, &kept).await.unwrap().papers;
            papers.into_iter().map(|one| one.title).collect::<Vec<_>>()
        }
    };
    assert_eq!(titles("kz-officer").await, ["Share spectra"]);
    assert_eq!(titles("uz-officer").await, Vec::<String>::new());
    let picked = |login: &'static str, words: String, chosen: Vec<RecordId>| {
        let world = &world;
        async move {
            let cx = world.by(login).await;
            let found = app::record::pick(&cx, &app::record::SHOWING, &words, &chosen, 10).await.unwrap();
            let ids = |all: Vec<app::record::Pickable>| all.into_iter().map(|one| one.id).collect::<Vec<_>>();
            (ids(found.chosen).len(), ids(found.offered))
        }
    };
    assert_eq!(picked("kz-officer", "spectra".to_owned(), vec![]).await, (0, vec![paper.clone()]));
    assert_eq!(picked("kz-officer", format!("/recommendations/{paper}"), vec![]).await.1, std::slice::from_ref(&paper));
    assert_eq!(picked("uz-officer", "spectra".to_owned(), vec![paper.clone()]).await, (0, vec![]));
    assert_eq!(picked("uz-officer", paper.to_string(), vec![]).await, (0, vec![]));
}

#[tokio::test]
async fn a_meeting_is_cancelled_with_a_reason_and_planned_anew_without_it() {
    let world = World::new().await;
    let desk = world.by("desk").await;
    let planned = to_come("2022-02-15", "10:00", "UTC");
    let id = written(&world, &planned).await.header.id;
    assert_eq!(found(app::meeting::cancel(&desk, &id, 1, " ").await.unwrap_err()), ["reason:required"]);
    let apart = MeetingDraft { meeting_status: "cancelled".to_owned(), ..planned.clone() };
    let error = app::meeting::change(&desk, &id, 1, &apart).await.unwrap_err();
    assert_eq!(found(error), ["meeting_status:meeting-cancel-apart"]);
    let struck = app::meeting::cancel(&desk, &id, 1, "No line").await.unwrap();
    assert_eq!((struck.content.status, struck.content.reason.as_str()), (MeetingStatus::Cancelled, "No line"));
    let again = app::meeting::cancel(&desk, &id, 2, "No line").await.unwrap_err();
    assert!(matches!(again, Error::Refused("meeting-not-planned")), "{again}");
    let anew = app::meeting::change(&desk, &id, 2, &planned).await.unwrap().content;
    assert_eq!((anew.status, anew.reason.as_str()), (MeetingStatus::Planned, ""));
    let held = written(&world, &draft()).await.header.id;
    let late = app::meeting::cancel(&desk, &held, 1, "x").await.unwrap_err();
    assert!(matches!(late, Error::Refused("meeting-not-planned")), "{late}");
    app::meeting::retract(&desk, &held, 1, "Noted twice").await.unwrap();
    assert_eq!(app::meeting::list(&desk, CODE, None, None, 0).await.unwrap().2, 1);
}
