//! Records of law, detections, findings and recommendations over the API: made, drafted, changed, taken back.

use crate::coverage::{Values, recommendation};
use crate::world::{Ask, CODE, World};
use crate::{analysis, law};
use model::detection::DetectionDraft;
use model::legal_act::LegalActDraft;
use model::marking::MarkingDraft;
use serde_json::{Value, json};

/// Who sends what to an address of these nouns; `None` for other addresses.
pub fn sent(values: &Values, path: &str) -> Option<(&'static str, Value)> {
    let noun = path.strip_prefix("/api/v1/operations/{code}/").or_else(|| path.strip_prefix("/api/v1/"))?;
    let (login, draft) = match noun.split('/').next()? {
        "detections" => ("kz-officer", json!(analysis::detection())),
        "legal-acts" => ("kz-officer", json!(law::act())),
        "control-entries" if path.contains("{id}") => ("kz-officer", json!(law::entry(&values.law.act))),
        "control-entries" => {
            let mut other = json!(law::entry(&values.law.act));
            other["name"] = "MDPV".into();
            ("kz-officer", other)
        }
        "determinations" => ("kz-officer", json!(law::determination())),
        "findings" => ("kz-chemist", json!(analysis::finding("Route"))),
        "recommendations" => ("desk", json!(recommendation())),
        _ => return None,
    };
    Some((login, if path.ends_with("/retract") { json!({ "reason": "Typed twice" }) } else { draft }))
}

fn address(noun: &str) -> String {
    format!("/api/v1/operations/{CODE}/{noun}")
}

#[tokio::test]
async fn a_record_is_made_once_drafted_changed_from_its_revision_and_taken_back() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "records"]).await;
    let send = async || {
        let ask = Ask::new("POST", &address("legal-acts")).key(&key).header("idempotency-key", "one");
        ask.json(&law::act()).send(&world).await.must(201)
    };
    let (first, again) = (send().await, send().await);
    assert_eq!(first.header("location"), again.header("location"));
    assert_eq!(first.header("etag"), "\"1\"");
    let id = first.header("location").trim_start_matches("/api/v1/records/").to_owned();
    let own = format!("/api/v1/legal-acts/{id}");
    let drafted = Ask::get(&format!("{own}/draft")).key(&key).send(&world).await.must(200);
    assert_eq!(drafted.header("etag"), "\"1\"");
    let mut draft: LegalActDraft = serde_json::from_value(drafted.json()).unwrap();
    assert_eq!((draft.title.as_str(), draft.adopted.as_str()), (law::act().title.as_str(), "2019-07-03"));
    draft.number = "470".to_owned();
    let put = |tag: &str| Ask::new("PUT", &own).key(&key).header("if-match", tag).json(&draft);
    let changed = put("\"1\"").send(&world).await.must(200);
    assert_eq!((changed.header("etag"), &changed.json()["content"]["number"]), ("\"2\"", &json!("470")));
    let stale = put("\"1\"").send(&world).await.must(412).json();
    assert_eq!(stale["current"], 2);
    Ask::new("PUT", &own).key(&key).json(&draft).send(&world).await.must(428);
    let retract = Ask::new("POST", &format!("{own}/retract")).key(&key).header("if-match", "\"2\"");
    let gone = retract.json(&json!({ "reason": "Typed twice" })).send(&world).await.must(200).json();
    assert_eq!((&gone["header"]["state"], &gone["header"]["reason"]), (&json!("retracted"), &json!("Typed twice")));
    put("\"3\"").send(&world).await.must(403);
}

#[tokio::test]
async fn everything_wrong_is_told_at_once_and_nothing_is_kept() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "records"]).await;
    let mut wrong = json!(law::act());
    wrong["jurisdiction"] = "Atlantis".into();
    wrong["adopted"] = "2019-13-40".into();
    wrong["amends"] = json!(["no-such-act"]);
    let problems = Ask::new("POST", &address("legal-acts")).key(&key).json(&wrong).send(&world).await.must(422);
    let mut fields: Vec<String> =
        problems.problems().iter().map(|problem| problem.split([':', '.']).next().unwrap().to_owned()).collect();
    fields.dedup();
    assert_eq!(fields.len(), 3, "{:?}", problems.problems());
    wrong["colour"] = "red".into();
    wrong["amends"] = "a text".into();
    let problems = Ask::new("POST", &address("legal-acts")).key(&key).json(&wrong).send(&world).await.must(422);
    assert_eq!(problems.problems().len(), 2, "{:?}", problems.problems());
    let list = Ask::get(&format!("{}?kind=legal-act", address("records"))).key(&key).send(&world).await.must(200);
    assert_eq!(list.json()["total"], 0);
}

#[tokio::test]
async fn a_draft_is_for_its_owner_and_what_may_not_be_known_is_not_found() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read", "records"]).await;
    let send = async |draft: &DetectionDraft| {
        let made = Ask::new("POST", &address("detections")).key(&key).json(draft).send(&world).await.must(201);
        made.header("location").trim_start_matches("/api/v1/records/").to_owned()
    };
    let open = send(&analysis::detection()).await;
    let marking = MarkingDraft { audience: "red".to_owned(), ..MarkingDraft::default() };
    let hidden = send(&DetectionDraft { marking, ..analysis::detection() }).await;
    let other = world.key("uz-officer", &["read", "records"]).await;
    for (id, refused) in [(open, 403), (hidden, 404)] {
        let own = format!("/api/v1/detections/{id}");
        Ask::get(&format!("{own}/draft")).key(&other).send(&world).await.must(refused);
        let put = Ask::new("PUT", &own).key(&other).header("if-match", "*");
        put.json(&analysis::detection()).send(&world).await.must(refused);
        // The address of another noun finds nothing under the same identifier.
        Ask::get(&format!("/api/v1/findings/{id}/draft")).key(&key).send(&world).await.must(404);
    }
}
