//! Acts, entries, verdicts, the status of a substance and the matrix, as pages: by whose eyes, and by the law of the day.

use crate::law::{act, entry};
use crate::world::{Ask, CODE, World};
use crate::writes::{flat, pairs};
use model::control_entry::ControlEntryDraft;
use model::legal_act::LegalActDraft;
use model::marking::MarkingDraft;
use render::words::plain;

async fn page(world: &World, login: &str, address: &str) -> String {
    let cookie = world.cookie(login).await;
    plain(&Ask::get(address).cookie(&cookie).send(world).await.must(200).text())
}

#[tokio::test]
async fn the_status_of_a_substance_is_that_of_the_day_and_says_never_that_it_is_legal() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    let made = app::legal_act::create(&officer, CODE, &act()).await.unwrap().header.id.to_string();
    app::control_entry::create(&officer, CODE, &entry(&made)).await.unwrap();
    let status = |day: &str| format!("/operations/{CODE}/status?substance=mephedrone&jurisdiction=KZ&date={day}");
    let listed = page(&world, "uz-officer", &status("2021-10-15")).await;
    assert!(listed.contains("■ listed") && listed.contains("An entry names it"), "{listed}");
    let before = page(&world, "uz-officer", &status("2019-01-01")).await;
    assert!(before.contains("? not determined") && before.contains("comes into force only from"));
    let matrix = format!("/operations/{CODE}/matrix?text=mephedrone&date=2021-10-15&since=2019-01-01");
    let matrix = page(&world, "uz-officer", &matrix).await;
    assert!(matrix.contains("was: not determined"), "{matrix}");
    for shown in [listed, before, matrix] {
        assert!(!shown.to_lowercase().contains(">legal<") && !shown.contains(" is legal"));
    }
}

#[tokio::test]
async fn an_entry_in_a_hidden_record_changes_no_page_of_another() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    let made = app::legal_act::create(&officer, CODE, &act()).await.unwrap().header.id.to_string();
    let addresses =
        ["matrix.csv?date=2021-10-15", "status?substance=mephedrone&jurisdiction=KZ&date=2021-10-15", "legal-acts"];
    let mut before = Vec::new();
    for end in addresses {
        before.push(page(&world, "uz-officer", &format!("/operations/{CODE}/{end}")).await);
    }
    let hidden = MarkingDraft { audience: "red".to_owned(), ..MarkingDraft::default() };
    let secret = ControlEntryDraft { marking: hidden.clone(), ..entry(&made) };
    let secret = app::control_entry::create(&officer, CODE, &secret).await.unwrap().header.id;
    let other = LegalActDraft { title: "Secret".to_owned(), marking: hidden, ..act() };
    app::legal_act::create(&officer, CODE, &other).await.unwrap();
    for (end, before) in addresses.into_iter().zip(before) {
        assert_eq!(page(&world, "uz-officer", &format!("/operations/{CODE}/{end}")).await, before, "{end}");
    }
    let cookie = world.cookie("uz-officer").await;
    Ask::get(&format!("/control-entries/{secret}")).cookie(&cookie).send(&world).await.must(404);
}

#[tokio::test]
async fn bad_input_comes_back_with_what_was_typed() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let bad = LegalActDraft { in_force_to: "2019-01-01".to_owned(), published: "2019.03.07".to_owned(), ..act() };
    let address = format!("/operations/{CODE}/legal-acts/new");
    let reply =
        Ask::new("POST", &address).cookie(&cookie).form(&pairs(&flat(&bad))).send(&world).await.must(422).text();
    let reply = plain(&reply);
    assert!(reply.contains("value=\"2019.03.07\"") && reply.contains("It ends before it begins"), "{reply}");
    let made = app::legal_act::create(&world.by("kz-officer").await, CODE, &act()).await.unwrap().header.id.to_string();
    let unknown = ControlEntryDraft { name: "Zyxolam-7".to_owned(), ..entry(&made) };
    let address = format!("/operations/{CODE}/control-entries/new");
    let mut fields = flat(&unknown);
    let reply = Ask::new("POST", &address).cookie(&cookie).form(&pairs(&fields)).send(&world).await.must(422).text();
    assert!(reply.contains("name=\"choose\"") || reply.contains("not_in_catalogue"), "{reply}");
    fields.push(("not_in_catalogue".to_owned(), "true".to_owned()));
    Ask::new("POST", &address).cookie(&cookie).form(&pairs(&fields)).send(&world).await.must(303);
}

#[tokio::test]
async fn a_table_is_looked_at_with_its_columns_and_then_kept() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let made = app::legal_act::create(&world.by("kz-officer").await, CODE, &act()).await.unwrap().header.id.to_string();
    let address = format!("/legal-acts/{made}/import");
    let table = b"anlage,inn\nI,Mephedrone\nII,Unheardofine\n";
    let ask =
        |fields: &[(&str, &str)]| Ask::new("POST", &address).cookie(&cookie).file_in("file", "a.csv", table, fields);
    let columns = ask(&[("action", "look")]).send(&world).await.must(200).text();
    assert!(columns.contains("<option value=\"anlage\">"), "{columns}");
    let mapped = [("mapping.name", "inn"), ("mapping.list", "anlage")];
    let looked = ask(&[mapped[0], mapped[1], ("action", "look")]).send(&world).await.must(200).text();
    assert!(plain(&looked).contains("Recognised: 1. Kept as written, not in the catalogue: 1"), "{looked}");
    ask(&[mapped[0], mapped[1], ("action", "keep")]).send(&world).await.must(303);
    let act = page(&world, "uz-officer", &format!("/legal-acts/{made}")).await;
    assert!(act.contains("Unheardofine") && act.contains("Not in the catalogue"), "{act}");
}
