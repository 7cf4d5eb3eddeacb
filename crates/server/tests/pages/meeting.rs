//! `/operations/{code}/meetings/…`, `/meetings/…`: planned, recorded, invited to, told as minutes.

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
        agenda: "10:00 Opening\nThe plan".to_owned(),
        meeting_status: "held".to_owned(),
        ..MeetingDraft::default()
    }
}

/// One that is kept.
pub async fn written(world: &World) -> String {
    app::meeting::create(&world.by("desk").await, CODE, &draft()).await.unwrap().header.id.to_string()
}

#[tokio::test]
async fn a_wrong_hour_or_zone_is_told_and_an_invitation_is_never_to_the_past() {
    let world = World::new().await;
    let cookie = world.cookie("desk").await;
    let address = format!("/operations/{CODE}/meetings/new");
    let send = |draft: &MeetingDraft| Ask::new("POST", &address).cookie(&cookie).form(&pairs(&flat(draft)));
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
    let page = Ask::new("POST", &address).cookie(&desk).form(&bad).send(&world).await.must(422).text();
    assert!(page.contains("href=\"#attendance.0.customs\"") && page.contains("value=\"two\""));
    let good = [
        ("base", "1"),
        ("attendance.0.organisation", "KZ"),
        ("attendance.0.customs", "14"),
        ("attendance.1.organisation", "UZ"),
        ("attendance.1.forensic", "۹"),
        ("decisions.0.en", "Exchange reference standards"),
    ];
    Ask::new("POST", &address).cookie(&desk).form(&good).send(&world).await.must(303);
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
