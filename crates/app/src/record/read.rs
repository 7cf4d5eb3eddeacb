//! A record as it was hashed, and as those who do not own it may read it.
//!
//! Refuses to name to a reader who else received a record, and which records it points to that the reader may not see.

use super::all_eyes;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::card::{Listed, Wanted};
use model::id::RecordId;
use model::record::Kind;
use serde_json::Value;
use store::{Conn, Eyes};

/// One revision of a record; the current one unless another is named. Its owner reads the canonical text as it was hashed;
/// others read it without the recipients and the records that are not theirs to know.
pub async fn wire(cx: &Cx, id: &RecordId, revision: Option<u32>) -> Result<(Listed, String)> {
    let mut view = cx.app.store().read().await?;
    let eyes = all_eyes(cx, &mut view).await?;
    let listed = listed(&mut view, &eyes, id).await?.ok_or(Error::NotFound)?;
    let (_, reader) = eyes.iter().find(|(own, _)| *own == listed.operation).ok_or(Error::NotFound)?;
    let number = revision.unwrap_or(listed.revision);
    let text = view.shared_wire(listed.kind, reader, id, number).await?.ok_or(Error::NotFound)?;
    if listed.owner == reader.participant {
        return Ok((listed, text));
    }
    let mut body: Value = serde_json::from_str(&text).map_err(|error| Error::Broken(Box::new(error)))?;
    if let Some(recipients) = body["header"]["marking"]["recipients"].as_array_mut() {
        recipients.retain(|code| code.as_str() == Some(reader.participant.as_str()));
    }
    let mut named = Vec::new();
    gather(&body["content"], &mut named);
    let mut hidden = Vec::new();
    for other in named {
        if !is_seen(&mut view, &eyes, &other).await? {
            hidden.push(other.to_string());
        }
    }
    veil(&mut body["content"], &hidden);
    Ok((listed, body.to_string()))
}

/// What any record is that the caller may see, and which other it is about: the way to its page.
pub async fn whereabouts(cx: &Cx, id: &RecordId) -> Result<(Kind, Option<RecordId>)> {
    let mut view = cx.app.store().read().await?;
    let eyes = all_eyes(cx, &mut view).await?;
    if let Some(listed) = listed(&mut view, &eyes, id).await? {
        return Ok((listed.kind, listed.card.about));
    }
    for kind in [Kind::Incident, Kind::Operation] {
        if view.operation_of(kind, id).await?.is_some() && is_seen(&mut view, &eyes, id).await? {
            return Ok((kind, None));
        }
    }
    Err(Error::NotFound)
}

async fn listed(view: &mut Conn, eyes: &[Eyes], id: &RecordId) -> Result<Option<Listed>> {
    let wanted = Wanted { record: Some(id.clone()), with_retracted: true, ..Wanted::default() };
    Ok(view.cards(eyes, &wanted).await?.into_iter().next())
}

/// Whether these eyes see a record of any noun.
pub(crate) async fn is_seen(view: &mut Conn, eyes: &[Eyes], id: &RecordId) -> Result<bool> {
    if let Some(operation) = view.operation_of(Kind::Incident, id).await? {
        let Some((_, reader)) = eyes.iter().find(|(own, _)| *own == operation) else { return Ok(false) };
        return Ok(view.incident(reader, id).await?.is_some());
    }
    if let Some(operation) = view.operation_of(Kind::Operation, id).await? {
        return Ok(eyes.iter().any(|(own, _)| *own == operation));
    }
    Ok(listed(view, eyes, id).await?.is_some())
}

/// Every record that a content names.
fn gather(value: &Value, named: &mut Vec<RecordId>) {
    match value {
        Value::String(text) => named.extend(text.parse::<RecordId>()),
        Value::Array(all) => all.iter().for_each(|one| gather(one, named)),
        Value::Object(all) => all.values().for_each(|one| gather(one, named)),
        _ => {}
    }
}

fn veil(value: &mut Value, hidden: &[String]) {
    match value {
        Value::String(text) if hidden.contains(text) => *value = Value::Null,
        Value::Array(all) => {
            for one in all.iter_mut() {
                veil(one, hidden);
            }
            // What is said of a hidden record goes with it: its number and its hash tell of it too.
            all.retain(|one| !one.is_null() && !one.get("record").is_some_and(Value::is_null));
        }
        Value::Object(all) => {
            for one in all.values_mut() {
                veil(one, hidden);
            }
        }
        _ => {}
    }
}
