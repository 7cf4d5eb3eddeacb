//! The records that a form offers to choose from: sought with what was typed so far, which all comes back.
//!
//! Refuses to offer what the visitor may not see, and to save a form whose sender pressed Enter in a search.

use crate::error::Failure;
use crate::typed::{File, Typed};
use crate::visitor::SignedIn;
use app::attachment::Sent;
use app::record::{Pickable, pick as find};
use model::id::RecordId;
use model::record::Kind;
use render::page::picker::{Pick, PickLine};

/// Records that a list offers at once.
pub const FEW: u32 = 15;
/// Records that a field which opens offers at once.
pub const MANY: u32 = 60;

/// Whether a form was sent to search: by its button, or by Enter where other words stand than were sought last.
pub fn seeks(sent: &Typed) -> bool {
    let changed = |(name, value): &(String, String)| {
        name.strip_prefix("find_").is_some_and(|field| value.trim() != sent.get(&format!("found_{field}")).trim())
    };
    !sent.get("find").is_empty() || sent.0.iter().any(changed)
}

/// What a field can be chosen from: what was typed into it or into those of `fields`, and what its search finds.
pub async fn pick(
    visitor: &SignedIn,
    sent: &Typed,
    fields: &[&str],
    search: &str,
    kinds: &[Kind],
    limit: u32,
) -> Result<Pick, Failure> {
    let mut typed: Vec<String> = Vec::new();
    for (name, value) in &sent.0 {
        let last = name.rsplit('.').next().unwrap_or_default();
        if fields.contains(&last) {
            typed.extend(value.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()));
        }
    }
    typed.sort();
    typed.dedup();
    let words = sent.get(&format!("find_{search}")).to_owned();
    let ids: Vec<RecordId> = typed.iter().filter_map(|value| last_part(value).parse().ok()).collect();
    let found = find(&visitor.cx, kinds, &words, &ids, limit).await?;
    let known = |value: &str| found.chosen.iter().find(|one| one.id.as_str() == last_part(value));
    let chosen = typed.iter().map(|value| {
        let line = known(value).cloned().map(line).unwrap_or_default();
        PickLine { value: value.clone(), ..line }
    });
    Ok(Pick {
        chosen: chosen.collect(),
        offered: found.offered.iter().cloned().map(line).collect(),
        more: found.more,
        words,
    })
}

fn last_part(value: &str) -> &str {
    value.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

fn line(one: Pickable) -> PickLine {
    let Pickable { id, kind, title, operation, day } = one;
    PickLine { value: id.to_string(), kind: Some(kind), title, operation, day }
}

/// The files of a form, on their way to a record.
pub fn files(all: Vec<File>) -> Vec<Sent> {
    all.into_iter().map(|file| Sent { name: file.name, bytes: file.bytes }).collect()
}
