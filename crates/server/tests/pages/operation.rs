//! `/`, `/operations/…`: the list, the form, the operations page, the plan with its stages.

use crate::world::{Ask, CODE, Reply, World, operation_draft};
use crate::writes::{flat, pairs};
use render::words::plain;

fn plan() -> String {
    format!("/operations/{CODE}/stages")
}

/// Sends one step of the plan as a member.
async fn step(world: &World, login: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
    let cookie = world.cookie(login).await;
    Ask::new("POST", &format!("/operations/{CODE}/{path}")).cookie(&cookie).form(fields).send(world).await
}

#[tokio::test]
async fn one_sees_the_operations_one_takes_part_in_and_an_outsider_sees_what_will_be_here() {
    let world = World::new().await;
    world.report("kz-officer").await;
    let page = Ask::get("/").cookie(&world.cookie("uz-officer").await).send(&world).await.must(200).text();
    let page = plain(&page);
    assert!(page.contains(&format!("href=\"/operations/{CODE}\"")) && page.contains("1 incident"), "{page}");
    assert!(!page.contains("/operations/new"), "an officer creates no operation");
    let page = Ask::get("/").cookie(&world.cookie("outsider").await).send(&world).await.must(200).text();
    assert!(!page.contains(CODE) && page.contains("class=\"empty\""));
    let desk = Ask::get("/").cookie(&world.cookie("desk").await).send(&world).await.must(200).text();
    assert!(desk.contains("/operations/new"));
}

#[tokio::test]
async fn a_new_operation_shows_all_its_problems_at_once_and_keeps_what_was_typed() {
    let world = World::new().await;
    let cookie = world.cookie("desk").await;
    Ask::get("/operations/new").cookie(&cookie).send(&world).await.must(200);
    let fields = [
        ("code", "!"),
        ("names.en", ""),
        ("legal_basis", "<b>Protocol & annex</b>"),
        ("late_days", "many"),
        ("targets", "mephedrone\nno such substance at all"),
        ("participations.0.participant", ""),
        ("participations.2.participant", "KZ"),
        ("participations.2.role", "participant"),
        ("participations.2.since", "soon"),
        ("stages.0.kind", "planning"),
        ("stages.0.from", ""),
        ("stages.0.to", ""),
        ("stages.3.kind", "reporting"),
        ("stages.3.from", "2021-12-31"),
        ("stages.3.to", "2021-12-01"),
    ];
    let page = Ask::new("POST", "/operations").cookie(&cookie).form(&fields).send(&world).await.must(422).text();
    for field in [
        "code",
        "names",
        "series",
        "edition",
        "late_days",
        "targets",
        "participations",
        "participations.0.since",
        "stages",
        "stages.0.to",
    ] {
        assert!(page.contains(&format!("href=\"#{field}\"")), "{field} is not in the summary: {page}");
        assert!(page.contains(&format!("id=\"{field}\"")), "{field} is not on the page");
    }
    assert!(
        page.contains("&lt;b&gt;Protocol &amp; annex")
            && page.contains("no such substance at all")
            && page.contains("value=\"soon\"")
    );
}

#[tokio::test]
async fn a_line_for_one_more_participant_is_added_without_script_and_writes_nothing() {
    let world = World::new().await;
    let cookie = world.cookie("desk").await;
    let mut fields = flat(&operation_draft("NEW-1"));
    fields.push(("add".to_owned(), "participation".to_owned()));
    let before = world.latest().await;
    let page =
        Ask::new("POST", "/operations").cookie(&cookie).form(&pairs(&fields)).send(&world).await.must(200).text();
    assert!(page.contains("id=\"participations.4.participant\"") && page.contains("value=\"NEW-1\""));
    assert_eq!(world.latest().await, before);
}

#[tokio::test]
async fn an_operation_is_created_and_its_first_stage_opened() {
    let world = World::new().await;
    let cookie = world.cookie("desk").await;
    let fields = flat(&operation_draft("NEW-1"));
    let made = Ask::new("POST", "/operations").cookie(&cookie).form(&pairs(&fields)).send(&world).await.must(303);
    assert_eq!(made.header("location"), "/operations/NEW-1/stages");
    let page = Ask::get("/operations/NEW-1/stages").cookie(&cookie).send(&world).await.must(200).text();
    assert!(page.contains("/operations/NEW-1/stages/planning/open"));
    let open = Ask::new("POST", "/operations/NEW-1/stages/planning/open")
        .cookie(&cookie)
        .form(&[("base", "1"), ("reason", "")]);
    open.send(&world).await.must(303);
    let page = Ask::get("/operations/NEW-1/stages").cookie(&cookie).send(&world).await.must(200).text();
    assert!(page.contains("/operations/NEW-1/stages/planning/close") && page.contains("name=\"base\" value=\"2\""));
}

#[tokio::test]
async fn a_change_from_an_old_revision_is_shown_and_not_merged() {
    let world = World::new().await;
    let cookie = world.cookie("desk").await;
    let address = format!("/operations/{CODE}/edit");
    let form = Ask::get(&address).cookie(&cookie).send(&world).await.must(200).text();
    assert!(form.contains("name=\"base\" value=\"2\""), "{form}");
    let send = async |base: &str, basis: &str| {
        let mut fields = flat(&operation_draft(CODE));
        fields.retain(|(name, _)| name != "legal_basis");
        fields.extend([("base".to_owned(), base.to_owned()), ("legal_basis".to_owned(), basis.to_owned())]);
        Ask::new("POST", &address).cookie(&cookie).form(&pairs(&fields)).send(&world).await
    };
    send("2", "Protocol of 2021").await.must(303);
    let stale = send("2", "Another protocol").await.must(409).text();
    assert!(stale.contains("Another protocol") && stale.contains("name=\"base\" value=\"3\""));
    send("3", "Another protocol").await.must(303);
    let now = app::operation::get(&world.by("desk").await, CODE).await.unwrap();
    assert_eq!((now.record.header.revision, now.operation().legal_basis.as_str()), (4, "Another protocol"));
    assert!(now.operation().current().is_some(), "what was opened stays opened");
}

#[tokio::test]
async fn a_closed_stage_opens_again_with_a_reason_only() {
    let world = World::new().await;
    step(&world, "desk", "stages/active/close", &[("base", "2")]).await.must(303);
    let page = step(&world, "desk", "stages/active/open", &[("base", "3"), ("reason", "")]).await.must(422).text();
    assert!(page.contains("href=\"#reason\"") && page.contains("id=\"reason\""));
    step(&world, "desk", "stages/active/open", &[("base", "3"), ("reason", "Late seizures")]).await.must(303);
    let page = Ask::get(&plan()).cookie(&world.cookie("uz-officer").await).send(&world).await.must(200).text();
    assert!(page.contains("Late seizures") && !page.contains("/stages/"), "an officer reads and does not step");
    step(&world, "uz-officer", "stages/active/close", &[("base", "4")]).await.must(403);
}

#[tokio::test]
async fn a_step_from_an_old_revision_leads_back_to_the_plan() {
    let world = World::new().await;
    step(&world, "desk", "stages/active/close", &[("base", "2")]).await.must(303);
    let reply = step(&world, "desk-2", "stages/reporting/open", &[("base", "2"), ("reason", "")]).await.must(303);
    assert_eq!(reply.header("location"), plan());
    assert!(reply.header("set-cookie").contains("flash-operation-stale"));
}

#[tokio::test]
async fn closing_an_operation_needs_a_second_person() {
    let world = World::new().await;
    step(&world, "desk", "closing/second", &[("base", "2")]).await.must(403);
    step(&world, "desk", "closing/ask", &[("base", "2")]).await.must(303);
    let own = step(&world, "desk", "closing/second", &[("base", "3")]).await.must(403).text();
    assert!(own.contains("second person"), "{own}");
    let page = Ask::get(&plan()).cookie(&world.cookie("desk-2").await).send(&world).await.must(200).text();
    assert!(page.contains("/closing/second"));
    step(&world, "desk-2", "closing/second", &[("base", "3")]).await.must(303);
    let page = Ask::get(&plan()).cookie(&world.cookie("desk").await).send(&world).await.must(200).text();
    assert!(
        !page.contains("/stages/") && !page.contains("/closing/") && !page.contains("/edit"),
        "nothing changes any more"
    );
    step(&world, "desk", "stages/active/open", &[("base", "4"), ("reason", "x")]).await.must(403);
}

#[tokio::test]
async fn an_observer_sees_only_what_is_opened_to_it() {
    let world = World::new().await;
    world.report("kz-officer").await;
    let address = format!("/operations/{CODE}");
    let officer =
        plain(&Ask::get(&address).cookie(&world.cookie("uz-officer").await).send(&world).await.must(200).text());
    assert!(officer.contains("1 incident") && officer.contains("Almaty"), "{officer}");
    let observer =
        plain(&Ask::get(&address).cookie(&world.cookie("mn-observer").await).send(&world).await.must(200).text());
    assert!(!observer.contains("Almaty") && observer.contains("0 incidents"), "{observer}");
    assert!(!observer.contains("/incidents/new"), "an observer reports nothing");
    Ask::get(&address).cookie(&world.cookie("outsider").await).send(&world).await.must(404);
    // The administrator runs the node and reads no record by that role.
    Ask::get(&address).cookie(&world.cookie("root").await).send(&world).await.must(404);
}

#[tokio::test]
async fn the_operations_page_is_narrowed_by_its_address_and_survives_nonsense() {
    let world = World::new().await;
    world.report("kz-officer").await;
    let cookie = world.cookie("desk").await;
    let ask = async |query: &str| {
        plain(&Ask::get(&format!("/operations/{CODE}?{query}")).cookie(&cookie).send(&world).await.must(200).text())
    };
    assert!(ask("participants=UZ").await.contains("0 incidents"));
    assert!(ask("participants=KZ&from=2021-10-14&to=2021-10-14").await.contains("1 incident"));
    assert!(ask("groups=synthetic-cathinones").await.contains("1 incident"));
    // What cannot be read is said, not left out in silence.
    let nonsense = format!("/operations/{CODE}?from=never&groups=%3Cb%3E&agencies=x&states=&text=");
    let said = plain(&Ask::get(&nonsense).cookie(&cookie).send(&world).await.must(422).text());
    assert!(said.contains("never") && said.contains("1 incident") && !said.contains("<b>\u{201D}"));
    let document = nonsense.replacen('?', "/report.json?", 1);
    Ask::get(&document).cookie(&cookie).send(&world).await.must(422);
}
