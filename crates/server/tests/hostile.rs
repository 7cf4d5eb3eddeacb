//! Bad input through the API: refused with the field and the way out, nothing half-written, never a failure of the node.

use crate::coverage::png;
use crate::world::{Ask, CODE, World, seizure};
use model::incident::{IncidentDraft, LineDraft};
use serde_json::Value;

fn incidents() -> String {
    format!("/api/v1/operations/{CODE}/incidents")
}

async fn count(world: &World) -> Value {
    let key = world.key("kz-officer", &["read"]).await;
    Ask::get(&incidents()).key(&key).send(world).await.json()["total"].clone()
}

#[tokio::test]
async fn ten_megabytes_of_text_are_too_large_and_nothing_is_kept() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["incidents"]).await;
    let draft = IncidentDraft { note: "x".repeat(10_000_000), ..seizure() };
    let reply = Ask::new("POST", &incidents()).key(&key).json(&draft).send(&world).await.must(413);
    assert_eq!(reply.json()["code"], "too-large");
    assert_eq!(count(&world).await, 0);
}

#[tokio::test]
async fn a_long_text_within_the_body_names_its_field() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["incidents"]).await;
    let draft = IncidentDraft { note: "x".repeat(900_000), ..seizure() };
    let reply = Ask::new("POST", &incidents()).key(&key).json(&draft).send(&world).await.must(422);
    assert_eq!(reply.problems(), ["note:text-too-long"]);
}

#[tokio::test]
async fn a_right_to_left_override_is_refused_in_every_field_of_text() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["incidents"]).await;
    let hostile = "Korday\u{202E}gpj.exe".to_owned();
    let draft = IncidentDraft {
        reference: hostile.clone(),
        place: hostile.clone(),
        note: hostile.clone(),
        lines: vec![LineDraft {
            written: hostile,
            quantity: "1".to_owned(),
            unit: "kg".to_owned(),
            ..LineDraft::default()
        }],
        ..seizure()
    };
    let reply = Ask::new("POST", &incidents()).key(&key).json(&draft).send(&world).await.must(422);
    for field in ["reference", "place", "note", "lines.0.written"] {
        assert!(reply.problems().contains(&format!("{field}:text-reverses")), "{field} in {:?}", reply.problems());
    }
}

/// The draft with `text` in every field that is a text.
fn everywhere(text: &str) -> Value {
    fn fill(value: &mut Value, text: &str) {
        match value {
            Value::String(place) => text.clone_into(place),
            Value::Array(list) => list.iter_mut().for_each(|one| fill(one, text)),
            Value::Object(parts) => parts.values_mut().for_each(|one| fill(one, text)),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(seizure()).unwrap();
    for list in ["legs", "persons", "related"] {
        value[list] = serde_json::json!([{}]);
    }
    fill(&mut value, text);
    value
}

#[tokio::test]
async fn markup_and_sql_in_every_field_are_text_or_a_named_problem() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "incidents"]).await;
    for hostile in [
        "<script>alert(1)</script>",
        "'; DROP TABLE record; --",
        "\"><img src=x onerror=alert(1)>",
        "{{7*7}}",
        "=cmd|'/c calc'!A1",
    ] {
        let reply = Ask::new("POST", &incidents()).key(&key).json(&everywhere(hostile)).send(&world).await.must(422);
        assert!(!reply.problems().is_empty());
        let mut draft = seizure();
        hostile.clone_into(&mut draft.place);
        hostile.clone_into(&mut draft.note);
        hostile.clone_into(&mut draft.reference);
        let kept = Ask::new("POST", &incidents()).key(&key).json(&draft).send(&world).await.must(201).json();
        assert_eq!(kept["incident"]["note"], hostile);
        let found =
            Ask::get(&format!("{}?text={}", incidents(), render::html::query(hostile))).key(&key).send(&world).await;
        found.must(200);
    }
    assert_eq!(count(&world).await, 5);
}

#[tokio::test]
async fn bytes_that_are_not_utf8_and_json_that_is_broken_are_refused_plainly() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["incidents"]).await;
    let send = async |body: &'static [u8]| {
        Ask::new("POST", &incidents())
            .key(&key)
            .header("content-type", "application/json")
            .body(body)
            .send(&world)
            .await
    };
    assert_eq!(send(b"{\"place\": \"\xff\xfe\"}").await.must(400).json()["code"], "broken-text");
    assert_eq!(send(b"{\"place\": ").await.must(422).problems(), [":json-broken"]);
    assert_eq!(send(b"{\"plaice\": \"x\"}").await.must(422).problems(), [":field-unknown"]);
    assert_eq!(send(b"{\"place\": 5}").await.must(422).problems(), ["place:value-text"]);
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let reply = Ask::new("POST", &incidents())
        .key(&key)
        .header("content-type", "application/json")
        .body(deep)
        .send(&world)
        .await;
    reply.must(422);
    let form = Ask::new("POST", &incidents()).key(&key).form(&[("place", "x")]).send(&world).await;
    form.must(415);
}

#[tokio::test]
async fn a_file_of_the_wrong_type_or_cut_short_is_refused_and_none_is_left() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "incidents"]).await;
    let address = format!("/api/v1/incidents/{}/attachments", world.report("kz-officer").await);
    for (name, bytes) in [
        ("run.exe", &b"MZ\x90\x00"[..]),
        ("page.html", b"<html><script>alert(1)</script>"),
        ("photo.jpg", &png()),
        ("empty.png", b""),
    ] {
        let reply = Ask::new("POST", &address).key(&key).file(name, bytes, &[]).send(&world).await;
        assert!(matches!(reply.status.as_u16(), 422), "{name}: {} {}", reply.status, reply.text());
    }
    let whole = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n\u{89}PNG";
    let cut = Ask::new("POST", &address)
        .key(&key)
        .header("content-type", "multipart/form-data; boundary=edge")
        .body(whole)
        .send(&world)
        .await;
    assert_eq!(cut.must(400).json()["code"], "truncated");
    let files = std::fs::read_dir(world.folder.path().join("files")).unwrap();
    let left: Vec<_> = walk(files).into_iter().filter(|path| path.is_file()).collect();
    assert!(left.is_empty(), "{left:?}");
}

fn walk(folder: std::fs::ReadDir) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in folder.flatten() {
        let path = entry.path();
        if let Ok(below) = std::fs::read_dir(&path) {
            found.extend(walk(below));
        }
        found.push(path);
    }
    found
}

#[tokio::test]
async fn an_upload_beyond_its_bound_is_too_large() {
    let world = World::with(|config| config.upload_limit = 20_000).await;
    let key = world.key("kz-officer", &["incidents"]).await;
    let address = format!("/api/v1/incidents/{}/attachments", world.report("kz-officer").await);
    Ask::new("POST", &address).key(&key).file("a.png", &vec![7; 50_000], &[]).send(&world).await.must(413);
}

#[tokio::test]
async fn identifiers_and_cursors_that_mean_nothing_find_nothing() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read"]).await;
    for address in [
        "/api/v1/incidents/x",
        "/api/v1/incidents/inc_%00",
        "/api/v1/incidents/..%2F..%2Fetc",
        "/api/v1/attachments/att_x",
        "/api/v1/operations/%FF",
        "/api/v1/operations/NONE",
    ] {
        Ask::get(address).key(&key).send(&world).await.must(404);
    }
    let reply = Ask::get(&format!("{}?after=1~2&limit=0", incidents())).key(&key).send(&world).await.must(422);
    assert_eq!(reply.problems(), ["after:cursor-unknown", "limit:number-range"]);
}

#[tokio::test]
async fn garbage_for_a_key_or_a_cookie_is_nobody() {
    let world = World::new().await;
    for given in ["Bearer ", "Bearer x", "Basic eDp5", "Bearer rfx_\u{7f}"] {
        let ask = Ask::get("/api/v1/operations");
        let ask = if given.is_ascii() && !given.contains('\u{7f}') { ask.header("authorization", given) } else { ask };
        ask.send(&world).await.must(401);
    }
    for cookie in ["session=", "session=x", "session=%00; session=y", "=;=;;"] {
        Ask::get(&format!("/operations/{CODE}/events")).cookie(cookie).send(&world).await.must(303);
    }
}
