//! Which texts of a draft look as if they carried personal data.
//!
//! Refuses to decide: the writer is asked, at the form, in the API and beside an imported row. A national reference is a
//! long number by nature; it is asked about only where it is written as one reaches a person.

use super::IncidentDraft;
use crate::text::{looks_like_contact, looks_personal};

impl IncidentDraft {
    /// The paths of the fields to ask about.
    pub fn personal(&self) -> Vec<String> {
        let mut asked: Vec<String> =
            self.free_texts().into_iter().filter(|(_, text)| looks_personal(text)).map(|(field, _)| field).collect();
        if looks_like_contact(&self.reference) {
            asked.push("reference".to_owned());
        }
        asked
    }

    /// The fields in which anything may be written.
    fn free_texts(&self) -> Vec<(String, &String)> {
        let own = [
            ("place", &self.place),
            ("concealment_text", &self.concealment_text),
            ("declared_goods", &self.declared_goods),
            ("note", &self.note),
            ("marking.handling_text", &self.marking.handling_text),
        ];
        let mut texts: Vec<(String, &String)> = own.map(|(field, text)| (field.to_owned(), text)).into();
        for (at, line) in self.lines.iter().enumerate() {
            texts.push((format!("lines.{at}.packaging"), &line.packaging));
            texts.push((format!("lines.{at}.scope_reason"), &line.scope_reason));
        }
        texts.extend(self.legs.iter().enumerate().map(|(at, leg)| (format!("legs.{at}.place"), &leg.place)));
        texts.extend(self.related.iter().enumerate().map(|(at, find)| (format!("related.{at}.text"), &find.text)));
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::super::{LegDraft, LineDraft, RelatedDraft};
    use super::*;
    use crate::marking::MarkingDraft;

    #[test]
    fn every_free_text_is_asked_about_and_a_case_number_is_not() {
        let number = "passport N12345678".to_owned();
        let line = LineDraft { packaging: number.clone(), scope_reason: number.clone(), ..LineDraft::default() };
        let mut draft = IncidentDraft {
            place: number.clone(),
            note: number.clone(),
            reference: "2021-0012345678".to_owned(),
            legs: vec![LegDraft { place: number.clone(), ..LegDraft::default() }],
            related: vec![RelatedDraft { text: number.clone(), ..RelatedDraft::default() }],
            marking: MarkingDraft { handling_text: number, ..MarkingDraft::default() },
            lines: vec![LineDraft::default(), line],
            ..IncidentDraft::default()
        };
        let asked = draft.personal();
        let expected = [
            "place",
            "note",
            "marking.handling_text",
            "lines.1.packaging",
            "lines.1.scope_reason",
            "legs.0.place",
            "related.0.text",
        ];
        assert_eq!(asked, expected);
        draft.reference = "ask +7 701 555-12-34".to_owned();
        assert!(draft.personal().contains(&"reference".to_owned()));
    }
}
