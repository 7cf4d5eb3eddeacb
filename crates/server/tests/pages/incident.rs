//! `/operations/{code}/incidents` and `/incidents/{id}`: the journeys of a report.

use crate::world::{Ask, CODE, Reply, World};

const FIELDS: &[(&str, &str)] = &[
    ("form", "short"),
    ("day", "2021-10-14"),
    ("country", "KZ"),
    ("region", "unknown"),
    ("place", "Almaty"),
    ("lines.0.written", "mephedrone"),
    ("lines.0.quantity", "1.5"),
    ("lines.0.unit", "kg"),
];

/// The fields of a sound report with some changed or added.
fn fields<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = FIELDS.iter().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    kept.copied().chain(changed.iter().copied()).collect()
}

async fn get(world: &World, login: &str, address: &str) -> Reply {
    Ask::get(address).cookie(&world.cookie(login).await).send(world).await
}

async fn post(world: &World, address: &str, fields: &[(&str, &str)]) -> Reply {
    Ask::new("POST", address).cookie(&world.cookie("kz-officer").await).file("", b"", fields).send(world).await
}

async fn submit(world: &World, changed: &[(&str, &str)]) -> Reply {
    post(world, &format!("/operations/{CODE}/incidents/new"), &fields(changed)).await
}

#[tokio::test]
async fn a_report_with_many_problems_says_all_and_keeps_what_was_typed() {
    let world = World::new().await;
    let page =
        submit(&world, &[("day", "31.02.2021"), ("lines.0.quantity", "5,065"), ("place", "Пост <Кордай>")]).await;
    let page = page.must(422).text();
    for kept in ["#day", "#lines.0.quantity", "value=\"31.02.2021\"", "value=\"5,065\"", "Пост &lt;Кордай&gt;"]
    {
        assert!(page.contains(kept), "{kept}");
    }
    let again = get(&world, "kz-officer", &format!("/operations/{CODE}/incidents/new")).await.must(200).text();
    assert!(again.contains("value=\"5,065\""), "the draft was kept");
}

#[tokio::test]
async fn an_ambiguous_comma_is_asked_back_and_the_chosen_reading_fills_the_field() {
    let world = World::new().await;
    let page = submit(&world, &[("lines.0.quantity", "5,065")]).await.must(422).text();
    assert!(page.contains("value=\"lines.0.quantity=5.065\"") && page.contains("value=\"lines.0.quantity=5065\""));
    let chosen = [("lines.0.quantity", "5,065"), ("choose", "lines.0.quantity=5.065")];
    let page = submit(&world, &chosen).await.must(200).text();
    assert!(page.contains("value=\"5.065\"") && !page.contains("value=\"5,065\""));
}

#[tokio::test]
async fn what_a_writer_settles_is_taken_as_typed() {
    let world = World::new().await;
    let odd = ("lines.0.written", "белый порошок без имени");
    let page = submit(&world, &[odd]).await.must(422).text();
    assert!(page.contains("value=\"substance-unrecognised:lines.0.written\""));
    let done = submit(&world, &[odd, ("settled", "substance-unrecognised:lines.0.written")]).await.must(303);
    assert!(done.header("location").starts_with("/incidents/inc_"));
}

#[tokio::test]
async fn a_line_is_added_without_script_and_nothing_is_submitted() {
    let world = World::new().await;
    let page = submit(&world, &[("add", "lines")]).await.must(200).text();
    assert!(page.contains("name=\"lines.1.written\"") && page.contains("value=\"mephedrone\""));
    let list = get(&world, "kz-officer", &format!("/operations/{CODE}/incidents?format=csv")).await.must(200).text();
    assert_eq!(list.lines().count(), 1);
}

#[tokio::test]
async fn a_wrong_file_keeps_the_report_from_being_submitted_and_is_named() {
    let world = World::new().await;
    let address = format!("/operations/{CODE}/incidents/new");
    let ask = Ask::new("POST", &address).cookie(&world.cookie("kz-officer").await).file("photo.jpg", b"MZ\0\0", FIELDS);
    let page = ask.send(&world).await.must(422).text();
    assert!(page.contains("#files") && page.contains("photo.jpg") && page.contains("value=\"mephedrone\""));
}

#[tokio::test]
async fn a_stale_edit_is_shown_beside_the_newer_one_and_overwrites_nothing() {
    let world = World::new().await;
    let id = world.report("kz-officer").await;
    let amend = format!("/incidents/{id}/amend");
    post(&world, &amend, &fields(&[("base", "1"), ("place", "Almaty, first")])).await.must(303);
    let page = post(&world, &amend, &fields(&[("base", "1"), ("place", "Almaty, second")])).await.must(409).text();
    assert!(
        page.contains("name=\"base\" value=\"2\"")
            && page.contains("value=\"Almaty, second\"")
            && page.contains("first")
    );
    post(&world, &amend, &fields(&[("base", "2"), ("place", "Almaty, second")])).await.must(303);
    let old = get(&world, "kz-officer", &format!("/incidents/{id}/revisions/2")).await.must(200).text();
    assert!(old.contains("<del>first</del>") && old.contains("<ins>second</ins>"));
}

#[tokio::test]
async fn a_record_is_retracted_with_a_reason_and_not_without() {
    let world = World::new().await;
    let id = world.report("kz-officer").await;
    let retract = async |reason: &str| {
        let ask = Ask::new("POST", &format!("/incidents/{id}/retract")).cookie(&world.cookie("kz-officer").await);
        ask.form(&[("base", "1"), ("reason", reason)]).send(&world).await
    };
    retract("").await.must(422);
    retract("entered twice").await.must(303);
    assert!(get(&world, "kz-officer", &format!("/incidents/{id}")).await.must(200).text().contains("entered twice"));
    get(&world, "kz-officer", &format!("/incidents/{id}/amend")).await.must(403);
}

#[tokio::test]
async fn an_export_holds_no_formula_and_a_broken_filter_is_said() {
    let world = World::new().await;
    submit(&world, &[("place", "=HYPERLINK(\"http://x\")")]).await.must(303);
    let list = format!("/operations/{CODE}/incidents");
    let csv = get(&world, "kz-officer", &format!("{list}?format=csv")).await.must(200).text();
    assert!(csv.contains("'=HYPERLINK") && !csv.contains(",=HYPERLINK") && !csv.contains(",\"=HYPERLINK"), "{csv}");
    assert!(get(&world, "kz-officer", &format!("{list}?format=xlsx")).await.must(200).body.starts_with(b"PK"));
    get(&world, "kz-officer", &format!("{list}?settings=moon&order=changed&after=x")).await.must(422);
    get(&world, "kz-officer", &format!("{list}?inputs")).await.must(200);
    get(&world, "outsider", &list).await.must(404);
}
