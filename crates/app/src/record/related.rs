//! The records that a text speaks of: found by its writer, and shown to each reader as far as that one may see them.
//!
//! Refuses to say that a record exists to whom it is not open: it is left out, or not known.

use super::{all_eyes, is_seen};
use crate::cx::Cx;
use crate::error::Result;
use model::card::Wanted;
use model::id::RecordId;
use model::problem::{Problem, Problems};
use model::record::Kind;
use store::{Conn, Eyes};

/// A record that another one speaks of, and its reader may open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Which.
    pub id: RecordId,
    /// Of which noun.
    pub kind: Kind,
    /// What it is about, where it stands on that one's page.
    pub about: Option<RecordId>,
    /// What it is called; empty where it has no title.
    pub title: String,
}

/// Those of `ids` that these eyes see.
pub(crate) async fn related(conn: &mut Conn, eyes: &[Eyes], ids: &[RecordId]) -> Result<Vec<Related>> {
    let mut all = Vec::new();
    for id in ids {
        let wanted = Wanted { record: Some(id.clone()), with_retracted: true, ..Wanted::default() };
        if let Some(listed) = conn.cards(eyes, &wanted).await?.into_iter().next() {
            let (about, title) = (listed.card.about, listed.card.title);
            all.push(Related { id: listed.id, kind: listed.kind, about, title });
        } else if is_seen(conn, eyes, id).await? {
            let kind = if id.as_str().starts_with("opn_") { Kind::Operation } else { Kind::Incident };
            all.push(Related { id: id.clone(), kind, about: None, title: String::new() });
        }
    }
    Ok(all)
}

/// A problem for each of `ids` that its writer may not see.
pub(crate) async fn unknown(cx: &Cx, conn: &mut Conn, ids: &[RecordId]) -> Result<Problems> {
    let mut problems = Problems::none();
    if !ids.is_empty() {
        let eyes = all_eyes(cx, conn).await?;
        for id in ids {
            if !is_seen(conn, &eyes, id).await? {
                problems.add(Problem::new("records", "record-unknown").with("text", id));
            }
        }
    }
    Ok(problems)
}

/// What was checked, where nothing is wrong with what it speaks of either; else all problems at once.
pub(crate) fn with_related<T>(checked: Result<T, Problems>, unknown: Problems) -> Result<T, Problems> {
    match checked {
        Ok(value) if unknown.is_empty() => Ok(value),
        Ok(_) => Err(unknown),
        Err(mut found) => {
            found.0.extend(unknown.0);
            Err(found)
        }
    }
}
