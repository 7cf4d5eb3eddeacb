//! `/operations/{code}/workspace`: exact figures, the way to their inputs, and nothing that is not the reader's to know.

use crate::world::{Ask, CODE, World, seizure};
use model::incident::{IncidentDraft, LineDraft};
use model::marking::MarkingDraft;
use render::words::plain;

fn top(query: &str) -> String {
    format!("/operations/{CODE}/workspace{query}")
}

async fn report(world: &World, login: &str, draft: &IncidentDraft) {
    app::incident::submit(&world.by(login).await, CODE, draft).await.unwrap();
}

#[tokio::test]
async fn a_cell_leads_to_its_incidents_and_an_incident_with_two_substances_counts_once_in_the_total() {
    let world = World::new().await;
    let mut two = seizure();
    two.lines.push(LineDraft { written: "MDMA".to_owned(), ..two.lines[0].clone() });
    report(&world, "kz-officer", &two).await;
    let cookie = world.cookie("uz-officer").await;
    let page = Ask::get(&top("")).cookie(&cookie).send(&world).await.must(200).text();
    let cell = format!("href=\"/operations/{CODE}/incidents?countries=KZ&amp;substances=mephedrone\"");
    assert!(page.contains(&cell), "{page}");
    let foot = page.split("<tfoot>").nth(1).unwrap().split("</tfoot>").next().unwrap();
    assert!(foot.matches(">1</a>").count() == 2 && !foot.contains(">2</a>"), "{foot}");
    let list = Ask::get(&format!("/operations/{CODE}/incidents?countries=KZ&substances=mephedrone"));
    let list = plain(&list.cookie(&cookie).send(&world).await.must(200).text());
    assert!(list.contains("1 incident"));
}

#[tokio::test]
async fn what_the_reader_may_not_see_is_in_no_cell_and_no_file() {
    let world = World::new().await;
    let marking = MarkingDraft { audience: "red".to_owned(), ..MarkingDraft::default() };
    report(&world, "kz-officer", &IncidentDraft { marking, ..seizure() }).await;
    let (mine, other) = (world.cookie("kz-officer").await, world.cookie("uz-officer").await);
    for query in ["", "?measure=mass&rows=group&columns=quarter"] {
        let own = Ask::get(&top(query)).cookie(&mine).send(&world).await.must(200).text();
        let page = Ask::get(&top(query)).cookie(&other).send(&world).await.must(200).text();
        assert!(own.contains("<tfoot>") && !page.contains("<tfoot>"), "{query}\n{page}");
    }
    let csv = format!("/operations/{CODE}/workspace.csv");
    let own = Ask::get(&csv).cookie(&mine).send(&world).await.must(200).text();
    let hidden = Ask::get(&csv).cookie(&other).send(&world).await.must(200).text();
    assert!(own.contains("Mephedrone") && !hidden.contains("Mephedrone"), "{own}\n{hidden}");
    Ask::get(&csv).cookie(&world.cookie("outsider").await).send(&world).await.must(404);
}

#[tokio::test]
async fn a_question_that_is_not_understood_is_said_and_makes_no_file() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let odd = "?rows=moon&measure=tonnes&edition=ELSEWHERE&countries=Atlantis";
    let page = Ask::get(&top(odd)).cookie(&cookie).send(&world).await.must(422).text();
    for said in ["moon", "tonnes", "ELSEWHERE", "Atlantis"] {
        assert!(page.contains(said), "{said}");
    }
    let file = format!("/operations/{CODE}/workspace.xlsx{odd}");
    Ask::get(&file).cookie(&cookie).send(&world).await.must(422);
    Ask::get(&format!("/operations/{CODE}/workspace.xlsx")).cookie(&cookie).send(&world).await.must(200);
}
