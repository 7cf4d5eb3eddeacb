//! `/operations/{code}/incidents` and `/incidents/{id}`: the journeys of a report.

use crate::world::{Ask, CODE, Reply, World};
use crate::writes::of_question;

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

#[tokio::test]
async fn what_waits_for_a_contact_point_is_told_on_every_page_of_the_operation() {
    let world = World::new().await;
    world.report("kz-officer").await;
    let address = format!("/operations/{CODE}/incidents?held=true&participants=KZ");
    let page = async |login: &str| {
        let page = get(&world, login, &format!("/operations/{CODE}/stages")).await.must(200).text();
        page.replace("&#38;", "&")
    };
    assert!(!page("kz-contact").await.contains(&address), "nothing waits yet");
    // The same seizure twice: whether both are one is asked.
    let file = "day,country,lines.0.written,lines.0.quantity,lines.0.unit\n".to_owned()
        + &"2021-10-12,KZ,mephedrone,511,g\n".repeat(2);
    let cookie = world.cookie("kz-contact").await;
    let ask = Ask::new("POST", &format!("/operations/{CODE}/import")).cookie(&cookie);
    let fields = [("mapping", "plain"), ("action", "import")];
    ask.file_in("file", "seizures.csv", file.as_bytes(), &fields).send(&world).await.must(201);
    let told = page("kz-contact").await;
    assert!(told.contains(&address) && told.contains("class=\"count\""), "{told}");
    for other in ["kz-officer", "uz-officer", "desk"] {
        assert!(!page(other).await.contains(&address), "{other} has nothing to answer");
    }
    let list = get(&world, "kz-contact", &address).await.must(200).text();
    assert!(list.contains("/incidents/inc_"), "{list}");
}

#[tokio::test]
async fn a_laboratory_confirms_line_by_line_and_a_substance_nobody_knows_comes_back_with_its_problem() {
    let world = World::new().await;
    let id = world.report("kz-officer").await;
    let address = format!("/incidents/{id}/confirm");
    let form = get(&world, "kz-chemist", &address).await.must(200).text();
    assert!(form.contains("name=\"lines.0.identified\" value=\"true\" checked"), "ticked to begin with");
    let confirm = async |fields: &[(&str, &str)]| {
        Ask::new("POST", &address).cookie(&world.cookie("kz-chemist").await).form(fields).send(&world).await
    };
    let page = confirm(&[("base", "1"), ("lines.0.substance", "no <such> powder")]).await.must(422).text();
    assert!(page.contains("href=\"#lines.0.substance\"") && page.contains("value=\"no &lt;such&gt; powder\""));
    assert!(!page.contains("name=\"lines.0.identified\" value=\"true\" checked"), "as it was sent");
    confirm(&[("base", "1"), ("lines.0.substance", ""), ("lines.4000000000.substance", "x")]).await.must(422);
    confirm(&[("base", "1"), ("lines.0.substance", ""), ("lines.0.identified", "true")]).await.must(303);
    let record = get(&world, "kz-chemist", &format!("/incidents/{id}")).await.must(200).text();
    assert!(record.contains("confirmed by laboratory") && !record.contains(&format!("{address}\"")), "nothing is left");
}

#[tokio::test]
async fn a_question_offers_its_answer_to_the_owner_alone_and_stays_in_the_history() {
    let world = World::new().await;
    let address = of_question(&world, "/incidents/{id}/questions/{place}/answer").await;
    let record = address.split("/questions").next().unwrap().to_owned();
    let offers = async |login: &str| get(&world, login, &record).await.must(200).text().contains(&address);
    assert!(offers("kz-officer").await && !offers("uz-officer").await && !offers("desk").await);
    let answer = async |word: &str| {
        let ask = Ask::new("POST", &address).cookie(&world.cookie("kz-officer").await);
        ask.form(&[("base", "1"), ("answer", word)]).send(&world).await
    };
    let page = answer("same").await.must(422).text();
    assert!(page.contains("href=\"#questions.0\"") && page.contains("id=\"questions.0\""));
    answer("right").await.must(303);
    let page = get(&world, "kz-officer", &record).await.must(200).text();
    assert!(!page.contains(&address) && page.contains("Answered:"));
    answer("right").await.must(303);
}

/// What a page says of the law of the day, in words.
async fn law_part(world: &World, login: &str, address: &str) -> String {
    let page = render::words::plain(&get(world, login, address).await.must(200).text());
    let begin = page.find("id=\"law\"").unwrap();
    let part = &page[begin..];
    part[..part.find("</section>").unwrap()].to_owned()
}

#[tokio::test]
async fn a_seizure_is_shown_by_the_law_of_its_day_and_of_what_its_reader_may_see() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    let act = app::legal_act::create(&officer, CODE, &crate::law::act()).await.unwrap().header.id.to_string();
    let entry = |name: &str, from: &str, audience: &str| model::control_entry::ControlEntryDraft {
        name: name.to_owned(),
        substance: String::new(),
        from: from.to_owned(),
        marking: model::marking::MarkingDraft { audience: audience.to_owned(), ..Default::default() },
        ..crate::law::entry(&act)
    };
    // In force after the event, on its day, and before it but for other eyes only.
    let kept = [("Mephedrone", "2021-10-15", "amber"), ("MDPV", "2021-10-14", "amber"), ("MDMA", "2020-01-01", "red")];
    for (name, from, audience) in kept {
        app::control_entry::create(&officer, CODE, &entry(name, from, audience)).await.unwrap();
    }
    let lines = [
        ("lines.1.written", "MDPV"),
        ("lines.1.quantity", "2"),
        ("lines.1.unit", "g"),
        ("lines.2.written", "MDMA"),
        ("lines.2.quantity", "3"),
        ("lines.2.unit", "g"),
    ];
    let made = submit(&world, &lines).await.must(303).header("location").to_owned();
    let own = law_part(&world, "kz-officer", &made).await;
    assert!(own.contains("comes into force only from") && own.contains("15 Oct 2021"), "{own}");
    assert_eq!((own.matches("■ listed").count(), own.matches("? not determined").count()), (2, 1), "{own}");
    assert!(own.contains("/control-entries/ent_") && own.contains("/legal-acts/act_"), "{own}");
    assert!(own.contains("date=2021-10-14&amp;form=base"), "{own}");
    let others = law_part(&world, "uz-officer", &made).await;
    assert_eq!((others.matches("■ listed").count(), others.matches("? not determined").count()), (1, 2), "{others}");
    assert!(!own.contains(" legal ") && !others.contains(" legal "));
}
