//! Drives every address that writes: who sends what, after what. An address that is missing here fails the coverage.

use crate::api::shared;
use crate::coverage::{SCOPES, Values, png};
use crate::world::{Ask, CODE, PASSWORD, Reply, World, operation_draft, seizure};
use app::token::TokenDraft;
use model::incident::IncidentDraft;
use model::listing::{Filter, Order, Page};
use serde::Serialize;
use serde_json::{Value, json};
use server::route::Route;

/// A file of one row that the operation takes.
pub const FILE: &str = "REGION;SUBREGION;COUNTRY;ADMINISTRATIVE_DIVISION;PLACE;SEIZURE_DATE;DRUG_NAME;AMOUNT;DRUG_UNIT;HIDING_PLACE;INSTALLATION;TRANSPORT;PRODUCING_COUNTRY;DEPARTURE_COUNTRY;DESTINATION_COUNTRY;ROUTING\n\
    Asia;X;Kazakhstan;;Almaty;2021-10-12;Mephedrone;511.06;Gram;Inserted;;Private road;;Kazakhstan;Kazakhstan;\n";

/// Sends what makes the address write; the chain's length before it, and the answer.
pub async fn drive(world: &World, values: &Values, route: &Route) -> (i64, Reply) {
    let ask = if route.path.starts_with("/api/") {
        of_api(world, values, route).await
    } else {
        of_page(world, values, route).await
    };
    let (before, _) = world.latest().await;
    (before, ask.send(world).await)
}

/// The address of a question that waits for an answer: a row without unit was imported.
pub async fn of_question(world: &World, path: &str) -> String {
    let cookie = world.cookie("kz-contact").await;
    let file = FILE.replace("511.06;Gram", "511.06;");
    let fields = [("mapping", "ids"), ("action", "import")];
    let ask = Ask::new("POST", &format!("/operations/{CODE}/import")).cookie(&cookie);
    ask.file_in("file", "held.csv", file.as_bytes(), &fields).send(world).await.must(201);
    let held = Filter { held: Some(true), ..Filter::default() };
    let page = Page { order: Order::Event, after: None, limit: 1 };
    let rows = app::incident::rows(&world.by("kz-contact").await, CODE, &held, &page).await.unwrap().rows;
    path.replace("{id}", rows[0].id.as_str()).replace("{place}", "0")
}

async fn of_api(world: &World, values: &Values, route: &Route) -> Ask {
    if let Some((login, body)) = shared::sent(values, route.path) {
        let ask = Ask::new(route.method, &values.fill(route.path)).key(&world.key(login, &SCOPES).await);
        return ask.header("if-match", "\"1\"").json(&body);
    }
    let address = match route.path {
        path if path.ends_with("/answer") => of_question(world, path).await,
        path => values.fill(path),
    };
    let login = match route.path {
        "/api/v1/operations" | "/api/v1/operations/{code}" => "desk",
        path if path.contains("/stages/") => "desk",
        "/api/v1/operations/{code}/imports" => "kz-contact",
        "/api/v1/incidents/{id}/confirm" => "kz-chemist",
        _ => "kz-officer",
    };
    let key = world.key(login, &SCOPES).await;
    let ask = Ask::new(route.method, &address).key(&key);
    match route.path {
        "/api/v1/operations" => ask.json(&operation_draft("NEW-1")),
        "/api/v1/operations/{code}/stages/{kind}/open" | "/api/v1/operations/{code}/stages/{kind}/close" => {
            ask.header("if-match", "\"2\"").json(&json!({ "reason": "As planned" }))
        }
        "/api/v1/operations/{code}" => ask.header("if-match", "\"2\"").json(&operation_draft(CODE)),
        "/api/v1/operations/{code}/incidents" | "/api/v1/operations/{code}/incidents/check" => ask.json(&seizure()),
        "/api/v1/operations/{code}/imports" => {
            Ask::new("POST", &format!("{address}?mapping=ids")).key(&key).header("content-type", "text/csv").body(FILE)
        }
        "/api/v1/incidents/{id}" => {
            ask.header("if-match", "\"1\"").json(&IncidentDraft { note: "Again".to_owned(), ..seizure() })
        }
        "/api/v1/incidents/{id}/retract" => ask.header("if-match", "\"1\"").json(&json!({ "reason": "Typed twice" })),
        "/api/v1/incidents/{id}/confirm" => ask.header("if-match", "\"1\""),
        "/api/v1/incidents/{id}/questions/{place}/answer" => {
            ask.header("if-match", "\"1\"").json(&json!({ "answer": "right" }))
        }
        "/api/v1/incidents/{id}/attachments" => ask.file("photo.png", &png(), &[]),
        other => panic!("{other} writes and nothing in writes.rs drives it"),
    }
}

async fn of_page(world: &World, values: &Values, route: &Route) -> Ask {
    let address = values.fill(route.path);
    if let Some(ask) = crate::law::drive(world, &values.law, route.path, &address).await {
        return ask;
    }
    if let Some(ask) = crate::analysis::drive(world, &values.analysis, route.path, &address).await {
        return ask;
    }
    if let Some(ask) = crate::plan::drive(world, values, route.path, &address).await {
        return ask;
    }
    let ask = Ask::new("POST", &address);
    match route.path {
        "/sign-in" => ask.form(&[("login", "kz-officer"), ("password", PASSWORD), ("back", "/")]),
        "/sign-out" => ask.cookie(&world.cookie("kz-officer").await),
        path if path.starts_with("/account/") => of_account(world, path).await,
        path if path.starts_with("/administration/") => of_administration(world, path, ask).await,
        path if path.contains("/closing/") => of_closing(world, path, ask).await,
        "/operations/{code}/import" => {
            let fields = [("mapping", "ids"), ("action", "import")];
            ask.cookie(&world.cookie("kz-contact").await).file_in("file", "seizures.csv", FILE.as_bytes(), &fields)
        }
        "/operations" => ask.cookie(&world.cookie("desk").await).form(&pairs(&flat(&operation_draft("NEW-1")))),
        path if path.contains("/meetings") => {
            let mut fields = flat(&crate::pages::meeting::draft());
            fields.push(("base".to_owned(), "1".to_owned()));
            let desk = ask.cookie(&world.cookie("desk").await);
            if path.ends_with("/cancel") || path.ends_with("/retract") {
                return desk.form(&[("base", "1"), ("reason", "The line is down")]);
            }
            desk.file("paper.png", &png(), &pairs(&fields))
        }
        path if path.contains("/recommendations") => of_recommendation(world, path, ask).await,
        path if path.starts_with("/operations/{code}/edit") || path.contains("/stages/") => {
            let mut fields = if path.ends_with("/edit") { flat(&operation_draft(CODE)) } else { Vec::new() };
            fields.push(("base".to_owned(), "2".to_owned()));
            fields.push(("reason".to_owned(), "As planned".to_owned()));
            ask.cookie(&world.cookie("desk").await).form(&pairs(&fields))
        }
        path if path.contains("questionnaires") => of_questionnaire(world, path, ask).await,
        path if crate::exchange::is_of(path) => crate::exchange::drive(world, path, &address).await,
        path => of_incident(world, path, &address, ask).await,
    }
}

async fn of_questionnaire(world: &World, path: &str, ask: Ask) -> Ask {
    let login = match path {
        "/questionnaires/{id}/answer/{section}" | "/questionnaires/{id}/upload" => "kz-officer",
        "/questionnaires/{id}/release" => "kz-contact",
        _ => "desk",
    };
    let desk = ask.cookie(&world.cookie(login).await);
    match path {
        "/operations/{code}/questionnaires" => desk.form(&[("action", "standard")]),
        "/operations/{code}/questionnaires/import" => desk.file_in("file", "form.xlsx", &form(world).await, &[]),
        "/questionnaires/{id}/open" => desk.form(&[("base", "2"), ("due", "2099-01-02")]),
        "/questionnaires/{id}/edit" => desk.form(&[("base", "2"), ("title.en", "Another title")]),
        "/questionnaires/{id}/edit/{question}" => desk.form(&[
            ("base", "2"),
            ("section", "market"),
            ("key", "trends"),
            ("kind", "text"),
            ("label.en", "What is new?"),
        ]),
        "/questionnaires/{id}/upload" => desk.file_in("file", "answers.xlsx", &filled(world).await, &[]),
        "/questionnaires/{id}/close" => desk.form(&[("base", "2")]),
        "/questionnaires/{id}/remind" => desk.form(&[]),
        "/questionnaires/{id}/answer/{section}" => {
            let fields = [("answers.trends.base", "1"), ("answers.trends.value", "Less"), ("action", "save")];
            desk.form(&fields)
        }
        "/questionnaires/{id}/release" => desk.form(&[("base", "1"), ("seen", "1")]),
        other => panic!("{other} writes and nothing in writes.rs drives it"),
    }
}

async fn of_recommendation(world: &World, path: &str, ask: Ask) -> Ask {
    let login = if path.ends_with("/progress") { "kz-contact" } else { "desk" };
    let ask = ask.cookie(&world.cookie(login).await);
    if path.ends_with("/progress") {
        return ask.file("proof.png", &png(), &[("standing", "done")]);
    }
    let mut fields = flat(&crate::pages::recommendation::draft());
    fields.push(("base".to_owned(), "1".to_owned()));
    fields.push(("reason".to_owned(), "Said twice".to_owned()));
    ask.form(&pairs(&fields))
}

/// The questionnaire as an `XLSForm`.
async fn form(world: &World) -> Vec<u8> {
    let (_, all) = app::questionnaire::list(&world.by("desk").await, CODE).await.unwrap();
    render::xlsform::xlsform(&all[0].content).unwrap()
}

/// The workbook of the questionnaire in which one answer was typed offline.
async fn filled(world: &World) -> Vec<u8> {
    let officer = world.by("kz-officer").await;
    let (_, all) = app::questionnaire::list(&officer, CODE).await.unwrap();
    let mine = app::submission::mine(&officer, &all[0].header.id).await.unwrap();
    let mut answers = mine.answers.clone();
    let mut one = answers.0[0].clone();
    one.said = Some(model::submission::Said::One(model::submission::Scalar::of("Typed offline", "Typed offline")));
    answers.0[0] = one;
    let t = render::words::Speech::of(model::lang::Lang::Ru);
    render::workbook::workbook(t, &mine.found.record.content, &answers).unwrap()
}

async fn of_account(world: &World, path: &str) -> Ask {
    let cookie = world.cookie("kz-officer").await;
    let ask = |address: &str| Ask::new("POST", address).cookie(&cookie);
    match path {
        "/account/password" => {
            ask(path).form(&[("old", PASSWORD), ("new", "another horse battery"), ("again", "another horse battery")])
        }
        "/account/lang" => ask(path).form(&[("lang", "fa")]),
        "/account/digest" => ask(path).form(&[("mail", "duty@example.org"), ("rhythm", "daily")]),
        "/account/sessions/{key}/end" => {
            world.cookie("kz-officer").await;
            let sessions = app::session::list(&world.by("kz-officer").await).await.unwrap();
            ask(&format!("/account/sessions/{}/end", sessions[0].key))
        }
        other => panic!("{other} writes and nothing in writes.rs drives it"),
    }
}

async fn of_administration(world: &World, path: &str, ask: Ask) -> Ask {
    let agencies = app::agency::list(&world.node()).await.unwrap();
    let agency = agencies[0].id.to_string();
    let ask = ask.cookie(&world.cookie("root").await);
    match path {
        "/administration/members" => ask.form(&[
            ("login", "new-one"),
            ("role", "officer"),
            ("agency", &agency),
            ("lang", "en"),
            ("password", PASSWORD),
        ]),
        "/administration/members/{login}/disable" | "/administration/members/{login}/enable" => ask.form(&[]),
        "/administration/members/{login}/reset" => ask.form(&[("password", "another horse battery")]),
        "/administration/participants" => ask.form(&[("code", "PK"), ("names.en", "Pakistan")]),
        "/administration/agencies" => {
            ask.form(&[("participant", "KZ"), ("kind", "border"), ("names.en", "Border guard")])
        }
        "/administration/tokens" => ask.form(&[("name", "script"), ("scopes", "read"), ("days", "30")]),
        "/administration/tokens/{id}/revoke" => {
            let draft = TokenDraft {
                name: "old".to_owned(),
                scopes: vec!["read".to_owned()],
                days: "1".to_owned(),
                ..TokenDraft::default()
            };
            let (token, _) = app::token::add(&world.by("root").await, &draft).await.unwrap();
            let address = format!("/administration/tokens/{}/revoke", token.id);
            Ask::new("POST", &address).cookie(&world.cookie("root").await).form(&[])
        }
        other => panic!("{other} writes and nothing in writes.rs drives it"),
    }
}

async fn of_closing(world: &World, path: &str, ask: Ask) -> Ask {
    let mut base = 2;
    if !path.ends_with("/ask") {
        base = app::stage::ask_closing(&world.by("desk").await, CODE, 2).await.unwrap().header.revision;
    }
    let login = if path.ends_with("/second") { "desk-2" } else { "desk" };
    ask.cookie(&world.cookie(login).await).form(&[("base", &base.to_string())])
}

async fn of_incident(world: &World, path: &str, address: &str, ask: Ask) -> Ask {
    let officer = world.cookie("kz-officer").await;
    let ask = ask.cookie(&officer);
    match path {
        "/operations/{code}/incidents/new" => ask.file("photo.png", &png(), &pairs(&flat(&seizure()))),
        "/incidents/{id}/amend" => {
            let mut fields = flat(&IncidentDraft { note: "Again".to_owned(), ..seizure() });
            fields.push(("base".to_owned(), "1".to_owned()));
            ask.file("", b"", &pairs(&fields))
        }
        "/incidents/{id}/retract" => ask.form(&[("base", "1"), ("reason", "Typed twice")]),
        "/incidents/{id}/confirm" | "/incidents/{id}/same-as" => {
            let login = if path.ends_with("/confirm") { "kz-chemist" } else { "kz-contact" };
            Ask::new("POST", address).cookie(&world.cookie(login).await).form(&[("base", "1"), ("decision", "apart")])
        }
        "/incidents/{id}/questions/{place}/answer" => {
            let ask = Ask::new("POST", &of_question(world, path).await).cookie(&officer);
            ask.form(&[("base", "1"), ("answer", "right")])
        }
        "/incidents/{id}/attachments" | "/records/{id}/attachments" => ask.file("photo.png", &png(), &[]),
        other => panic!("{other} writes and nothing in writes.rs drives it"),
    }
}

/// A draft as the fields of a form.
pub fn flat(draft: &impl Serialize) -> Vec<(String, String)> {
    fn walk(path: &str, value: &Value, fields: &mut Vec<(String, String)>) {
        let below = |part: &str| if path.is_empty() { part.to_owned() } else { format!("{path}.{part}") };
        match value {
            Value::String(text) => fields.push((path.to_owned(), text.clone())),
            Value::Bool(true) => fields.push((path.to_owned(), "true".to_owned())),
            Value::Array(list) => {
                for (at, one) in list.iter().enumerate() {
                    let place = if one.is_string() { path.to_owned() } else { below(&at.to_string()) };
                    walk(&place, one, fields);
                }
            }
            Value::Object(parts) => parts.iter().for_each(|(part, one)| walk(&below(part), one, fields)),
            _ => {}
        }
    }
    let mut fields = Vec::new();
    walk("", &serde_json::to_value(draft).unwrap(), &mut fields);
    fields
}

/// Fields as [`Ask::form`] takes them.
pub fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
