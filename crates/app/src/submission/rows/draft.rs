//! A row as the draft of the record that it becomes, and what it says anew laid over what was amended by hand.
//!
//! Refuses to decide whether that is sound: the draft's own check says so.

use model::catalogue::substance::Substance;
use model::detection::DetectionDraft;
use model::lang::Lang;
use model::legal_act::LegalActDraft;
use model::marking::MarkingDraft;
use model::names::Names;
use model::submission::Row;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The columns that become fields of a detection.
pub(super) const DETECTION: &[(&str, &str)] = &[
    ("written", "substance"),
    ("day", "date"),
    ("laboratory", "laboratory"),
    ("techniques", "method"),
    ("level", "level"),
    ("form", "form"),
    ("context", "context"),
    ("note", "note"),
];

/// The columns that become fields of a legal act.
pub(super) const LEGAL_ACT: &[(&str, &str)] = &[
    ("title", "title"),
    ("titles.en", "title-en"),
    ("act_kind", "act-kind"),
    ("number", "number"),
    ("issuer", "issuer"),
    ("adopted", "adopted"),
    ("in_force_from", "in-force"),
    ("in_force_to", "in-force"),
    ("address", "address"),
    ("note", "about"),
];

fn typed(row: &Row, column: &str) -> String {
    row.cells.get(column).map_or_else(String::new, |cell| cell.typed().to_owned())
}

pub(super) fn detection_draft(country: &str, row: &Row) -> DetectionDraft {
    let method = row.value("method");
    let techniques = METHODS.iter().find(|(code, _)| *code == method).map_or(&[][..], |(_, techniques)| techniques);
    let written = typed(row, "substance");
    DetectionDraft {
        unknown: Substance::recognise(&written).is_none(),
        written,
        country: country.to_owned(),
        day: typed(row, "date"),
        laboratory: typed(row, "laboratory"),
        techniques: techniques.iter().map(|code| (*code).to_owned()).collect(),
        level: row.value("level").to_owned(),
        form: row.value("form").to_owned(),
        context: row.value("context").to_owned(),
        note: typed(row, "note"),
        // The contact point has looked at them before the release.
        settled: ["note", "laboratory"].map(|field| format!("personal-data:{field}")).to_vec(),
        lang: String::new(),
        marking: MarkingDraft::default(),
        ..DetectionDraft::default()
    }
}

/// What the methods of the standard questionnaire are made of.
const METHODS: &[(&str, &[&str])] = &[
    ("gc-ms", &["gas-chromatography", "mass-spectrometry"]),
    ("lc-ms", &["liquid-chromatography", "mass-spectrometry"]),
    ("gc-ms-ftir", &["gas-chromatography", "mass-spectrometry", "infrared"]),
    ("nmr-ms", &["nmr", "mass-spectrometry"]),
    ("ftir", &["infrared"]),
    ("raman", &["raman"]),
    ("colour-test", &["colour-test"]),
];

pub(super) fn legal_act_draft(country: &str, row: &Row) -> LegalActDraft {
    let remarks = [typed(row, "about"), typed(row, "amends")];
    let remarks: Vec<String> = remarks.into_iter().filter(|text| !text.is_empty()).collect();
    LegalActDraft {
        jurisdiction: country.to_owned(),
        title: typed(row, "title"),
        titles: Names::default().with(Lang::En, &typed(row, "title-en")),
        issuer: typed(row, "issuer"),
        number: typed(row, "number"),
        act_kind: row.value("act-kind").to_owned(),
        adopted: typed(row, "adopted"),
        in_force_from: typed(row, "in-force"),
        address: typed(row, "address"),
        note: remarks.join("\n"),
        ..LegalActDraft::default()
    }
}

/// What a record says, with what its row says now where the row said otherwise `before`: what was amended by hand stays
/// wherever the row has not changed.
pub(super) fn overlay<D: Serialize + DeserializeOwned>(record: &D, before: &D, now: D) -> D {
    let as_value = |draft: &D| serde_json::to_value(draft).unwrap_or(Value::Null);
    let merged = merge(as_value(record), &as_value(before), as_value(&now));
    serde_json::from_value(merged).unwrap_or(now)
}

fn merge(record: Value, before: &Value, now: Value) -> Value {
    match (record, now) {
        (Value::Object(mut record), Value::Object(now)) => {
            for (field, said) in now {
                let own = record.remove(&field).unwrap_or(Value::Null);
                record.insert(field.clone(), merge(own, &before[&field], said));
            }
            Value::Object(record)
        }
        (record, now) if now == *before => record,
        (_, now) => now,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_amended_by_hand_stays_where_the_row_has_not_changed() {
        let draft = |title: &str, note: &str, ru: &str| LegalActDraft {
            title: title.to_owned(),
            note: note.to_owned(),
            titles: Names::default().with(Lang::En, "Law").with(Lang::Ru, ru),
            ..LegalActDraft::default()
        };
        let (record, before) = (draft("Title", "by hand", "Закон"), draft("Title", "", ""));
        let merged = overlay(&record, &before, draft("Other title", "", ""));
        assert_eq!(merged, draft("Other title", "by hand", "Закон"));
    }
}
