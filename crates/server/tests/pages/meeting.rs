//! `/operations/{code}/meetings/…`, `/meetings/…`: planned, recorded, invited to, told as minutes.

use crate::coverage::png;
use crate::world::{Ask, CODE, World};
use crate::writes::{flat, pairs};
use model::lang::Lang;
use model::meeting::MeetingDraft;
use model::names::Names;

/// A meeting that was held, as the coordinator types it.
pub fn draft() -> MeetingDraft {
    MeetingDraft {
        meeting_title: Names::default().with(Lang::En, "Planning meeting").with(Lang::Fa, "جلسهٔ برنامه‌ریزی"),
        meeting_day: "2021-06-22".to_owned(),
        starts_at: "10:00".to_owned(),
        ends_at: "13:00".to_owned(),
        zone: "Asia/Almaty".to_owned(),
        meeting_mode: "online".to_owned(),
        agenda: Names::default().with(Lang::En, "10:00 Opening\nThe plan").with(Lang::Fa, "گشایش\nبرنامه"),
        agreed_in: "en".to_owned(),
        meeting_status: "held".to_owned(),
        ..MeetingDraft::default()
    }
}

/// One that is kept.
pub async fn written(world: &World) -> String {
    app::meeting::create(&world.by("desk").await, CODE, &draft()).await.unwrap().header.id.to_string()
}

/// One to come that is kept.
pub async fn planned(world: &World) -> String {
    let draft = MeetingDraft { meeting_day: "2099-03-02".to_owned(), meeting_status: "planned".to_owned(), ..draft() };
    app::meeting::create(&world.by("desk").await, CODE, &draft).await.unwrap().header.id.to_string()
}

#[tokio::test]
async fn a_wrong_hour_or_zone_is_told_and_an_invitation_is_never_to_the_past() {
    let world = World::new().await;
    let cookie = world.cookie("desk").await;
    let address = format!("/operations/{CODE}/meetings/new");
    let send = |draft: &MeetingDraft| Ask::new("POST", &address).cookie(&cookie).fields(&pairs(&flat(draft)));
    let gap = MeetingDraft {
        meeting_day: "2022-03-27".to_owned(),
        starts_at: "02:30".to_owned(),
        zone: "Europe/Vienna".to_owned(),
        meeting_status: String::new(),
        ..draft()
    };
    for (draft, field) in [
        (gap, "starts_at"),
        (MeetingDraft { ends_at: "09:00".to_owned(), ..draft() }, "ends_at"),
        (MeetingDraft { zone: "Asia/Nowhere".to_owned(), ..draft() }, "zone"),
        (MeetingDraft { meeting_status: "planned".to_owned(), ..draft() }, "meeting_day"),
    ] {
        let page = send(&draft).send(&world).await.must(422).text();
        assert!(page.contains(&format!("href=\"#{field}\"")) && page.contains("Planning meeting"), "{field}");
    }
    send(&draft()).send(&world).await.must(303);
}

#[tokio::test]
async fn what_is_recorded_adds_up_in_the_minutes_and_a_decision_becomes_a_recommendation() {
    let world = World::new().await;
    let (id, desk) = (written(&world).await, world.cookie("desk").await);
    let address = format!("/meetings/{id}/record");
    let bad = [("base", "1"), ("attendance.0.organisation", "KZ"), ("attendance.0.customs", "two")];
    let page = Ask::new("POST", &address).cookie(&desk).fields(&bad).send(&world).await.must(422).text();
    assert!(page.contains("href=\"#attendance.0.customs\"") && page.contains("value=\"two\""));
    let good = [
        ("base", "1"),
        ("attendance.0.organisation", "KZ"),
        ("attendance.0.customs", "14"),
        ("attendance.1.organisation", "UZ"),
        ("attendance.1.forensic", "۹"),
        ("decisions.0.en", "Exchange reference standards"),
    ];
    Ask::new("POST", &address).cookie(&desk).fields(&good).send(&world).await.must(303);
    let get = |path: String| Ask::get(&path).cookie(&desk);
    let minutes = get(format!("/meetings/{id}/minutes.html")).send(&world).await.must(200).text();
    assert!(minutes.contains("data-label=\"Together\">23<") && !minutes.contains("href=\"/"), "{minutes}");
    let page = get(format!("/meetings/{id}")).send(&world).await.must(200).text();
    let to = format!("/operations/{CODE}/recommendations/new?meeting={id}&amp;decision=1");
    assert!(page.contains(&to), "{page}");
    let form = get(to.replace("&amp;", "&")).send(&world).await.must(200).text();
    assert!(form.contains("Exchange reference standards") && form.contains(&format!("value=\"{id}\"")));
}

#[tokio::test]
async fn a_calendar_file_tells_the_meeting_to_whom_it_is_opened_and_names_nobody() {
    let world = World::new().await;
    let id = written(&world).await;
    let address = format!("/meetings/{id}/invitation.ics");
    let file = Ask::get(&address).cookie(&world.cookie("uz-officer").await).send(&world).await.must(200);
    assert!(file.header("content-type").starts_with("text/calendar"));
    let text = file.text();
    assert!(text.contains("DTSTART:20210622T0") && text.contains(&format!("UID:{id}\r\n")), "{text}");
    assert!(!text.contains("ATTENDEE") && !text.contains("desk"));
    Ask::get(&address).cookie(&world.cookie("outsider").await).send(&world).await.must(404);
}

#[tokio::test]
async fn files_go_with_a_meeting_and_one_that_is_not_taken_leaves_everything_typed_and_nothing_kept() {
    let world = World::new().await;
    let desk = world.cookie("desk").await;
    let address = format!("/operations/{CODE}/meetings/new");
    let typed = MeetingDraft { zone: "Asia/Nowhere".to_owned(), ..draft() };
    let ask = |draft: &MeetingDraft, name: &str, bytes: &[u8]| {
        Ask::new("POST", &address).cookie(&desk).file(name, bytes, &pairs(&flat(draft)))
    };
    let page = ask(&typed, "agenda.exe", b"MZ\x90\x00\x03").send(&world).await.must(422).text();
    for part in ["href=\"#files\"", "href=\"#zone\"", "value=\"Asia/Nowhere\"", "10:00 Opening", "برنامه"] {
        assert!(page.contains(part), "{part}: all problems at once, and what was typed");
    }
    let list = Ask::get(&format!("/operations/{CODE}/meetings")).cookie(&desk).send(&world).await.must(200).text();
    assert!(list.contains("class=\"empty\""), "nothing was kept");
    let to = ask(&draft(), "agenda.png", &png()).send(&world).await.must(303).header("location").to_owned();
    let officer = world.cookie("uz-officer").await;
    let page = Ask::get(&to).cookie(&officer).send(&world).await.must(200).text();
    assert!(page.contains("agenda.png"), "{page}");
    let file = page.split("href=\"/attachments/").nth(1).unwrap().split('"').next().unwrap();
    let address = format!("/attachments/{file}");
    Ask::get(&address).cookie(&officer).send(&world).await.must(200);
    Ask::get(&address).cookie(&world.cookie("outsider").await).send(&world).await.must(404);
    let minutes = format!("{to}/record");
    let fields = [("base", "1"), ("decisions.0.en", "Exchange"), ("attendance.0.organisation", "KZ")];
    Ask::new("POST", &minutes).cookie(&desk).file("minutes.png", &png(), &fields).send(&world).await.must(303);
    let document = Ask::get(&format!("{to}/minutes.html")).cookie(&desk).send(&world).await.must(200).text();
    assert!(document.contains("minutes.png") && document.contains("agenda.png") && !document.contains("href=\"/"));
}

#[tokio::test]
async fn papers_are_found_by_words_and_enter_in_the_search_saves_nothing() {
    let world = World::new().await;
    let desk = world.cookie("desk").await;
    let id = crate::pages::recommendation::written(&world).await;
    let address = format!("/operations/{CODE}/meetings/new");
    let page = Ask::get(&address).cookie(&desk).send(&world).await.must(200).text();
    assert!(page.contains(&format!("value=\"{id}\"")) && page.contains("Обменяться эталонными образцами"), "{page}");
    let mut fields = flat(&draft());
    fields.push(("papers".to_owned(), id.clone()));
    fields.push(("find_papers".to_owned(), "nothing of the sort".to_owned()));
    fields.push(("found_papers".to_owned(), String::new()));
    let page = Ask::new("POST", &address).cookie(&desk).fields(&pairs(&fields)).send(&world).await.must(200).text();
    assert!(page.contains(&format!("value=\"{id}\" checked")), "what was chosen stays: {page}");
    assert!(page.contains("Planning meeting") && page.contains("value=\"nothing of the sort\""));
    let list = Ask::get(&format!("/operations/{CODE}/meetings")).cookie(&desk).send(&world).await.must(200).text();
    assert!(list.contains("class=\"empty\""));
    fields.last_mut().unwrap().1 = "nothing of the sort".to_owned();
    let to = Ask::new("POST", &address).cookie(&desk).fields(&pairs(&fields)).send(&world).await.must(303);
    let page = Ask::get(to.header("location")).cookie(&desk).send(&world).await.must(200).text();
    assert!(page.contains(&format!("href=\"/recommendations/{id}\"")), "{page}");
}

#[tokio::test]
async fn a_cancelled_meeting_says_why_and_its_calendar_file_strikes_it_out() {
    let world = World::new().await;
    let (id, desk) = (planned(&world).await, world.cookie("desk").await);
    let before = calendar(&world, &id).await;
    assert!(before.contains("STATUS:CONFIRMED\r\n") && before.contains("SEQUENCE:1\r\n"));
    let address = format!("/meetings/{id}/cancel");
    Ask::get(&address).cookie(&world.cookie("kz-contact").await).send(&world).await.must(403);
    let bare = Ask::new("POST", &address).cookie(&desk).form(&[("base", "1"), ("reason", " ")]);
    assert!(bare.send(&world).await.must(422).text().contains("href=\"#reason\""));
    let said = [("base", "1"), ("reason", "No line, a date follows")];
    Ask::new("POST", &address).cookie(&desk).form(&said).send(&world).await.must(303);
    let after = calendar(&world, &id).await;
    for part in ["STATUS:CANCELLED\r\n", "SEQUENCE:2\r\n", "No line\\, a date follows"] {
        assert!(after.contains(part), "{part}: {after}");
    }
    let uid = |text: &str| text.split("UID:").nth(1).unwrap().split('\r').next().unwrap().to_owned();
    assert_eq!(uid(&before), uid(&after), "a calendar knows it again");
    let page = Ask::get(&format!("/meetings/{id}")).cookie(&desk).send(&world).await.must(200).text();
    assert!(page.contains("No line, a date follows") && !page.contains("/cancel\""));
    Ask::get(&address).cookie(&desk).send(&world).await.must(403);
    let retract = format!("/meetings/{id}/retract");
    Ask::new("POST", &retract).cookie(&desk).form(&[("base", "1"), ("reason", "Twice")]).send(&world).await.must(409);
    Ask::new("POST", &retract).cookie(&desk).form(&[("base", "2"), ("reason", "Twice")]).send(&world).await.must(303);
    let list = Ask::get(&format!("/operations/{CODE}/meetings")).cookie(&desk).send(&world).await.must(200).text();
    assert!(!list.contains(&id));
}

/// The calendar file as a participant gets it, unfolded.
async fn calendar(world: &World, id: &str) -> String {
    let ask = Ask::get(&format!("/meetings/{id}/invitation.ics")).cookie(&world.cookie("uz-officer").await);
    ask.send(world).await.must(200).text().replace("\r\n ", "")
}
