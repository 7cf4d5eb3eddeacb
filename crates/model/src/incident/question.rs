//! Questions about an incident: what answers them, and what a change of the incident answers by itself.
//!
//! Refuses to close a question by a change elsewhere: only what it asks about, changed or settled, answers it.

use super::IncidentDraft;
use crate::id::RecordId;
use crate::problem::{Problem, Problems};
use serde::{Deserialize, Serialize};
use serde_json::Value;

crate::codes! {
    /// How a question is answered.
    pub enum Answer {
        /// It is right as it stands.
        Right = "right",
        /// It is the same seizure as the record that the question names, which then counts.
        Same = "same",
        /// It is another seizure: both count.
        Apart = "apart",
    }
}

/// An answer as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerDraft {
    /// [`Answer`] code.
    pub answer: String,
}

impl AnswerDraft {
    /// The answer, where it is one to `question`; only the same seizure as a record that is named can be said.
    pub fn check(&self, question: &Problem) -> Result<Answer, Problems> {
        let typed = self.answer.trim();
        if typed.is_empty() {
            return Err(Problem::new("answer", "required").into());
        }
        let unknown = || Problem::new("answer", "code-unknown").with("text", typed);
        let answer = Answer::parse(typed).ok_or_else(unknown)?;
        let fits = match answer {
            Answer::Right => true,
            Answer::Same => question.other_record().is_some(),
            Answer::Apart => question.is_about_duplicate(),
        };
        if fits { Ok(answer) } else { Err(Problem::new("answer", "answer-unfit").with("text", typed).into()) }
    }
}

/// Names of parameters that hold the identifier of another record.
const OTHER: [&str; 2] = ["record", "other"];

impl Problem {
    /// Whether it asks if two records are one seizure.
    pub fn is_about_duplicate(&self) -> bool {
        self.code.starts_with("duplicate")
    }

    /// The other record that it names, whatever it asks.
    pub fn named_record(&self) -> Option<RecordId> {
        self.params.iter().find(|(name, _)| OTHER.contains(&name.as_ref())).and_then(|(_, id)| id.parse().ok())
    }

    /// The other record of which it asks whether it is the same seizure.
    pub fn other_record(&self) -> Option<RecordId> {
        self.named_record().filter(|_| self.is_about_duplicate())
    }

    /// The same question for whom may not know the other record.
    #[must_use]
    pub fn without_other_record(mut self) -> Self {
        self.params.retain(|(name, _)| !OTHER.contains(&name.as_ref()));
        self
    }

    /// Whether a change from `before` to `after` answers it: what it asks about is no more what it was, or the writer has
    /// settled it as typed. A question about the whole record is answered by a person only.
    pub fn is_answered_by(&self, before: &IncidentDraft, after: &IncidentDraft, settled: &[String]) -> bool {
        let said = format!("{}:{}", self.code, self.field);
        !self.field.is_empty() && (settled.contains(&said) || self.asked_of(before) != self.asked_of(after))
    }

    /// What a draft says in the fields that it is about.
    fn asked_of(&self, draft: &IncidentDraft) -> Vec<Value> {
        let draft = serde_json::to_value(draft).unwrap_or_default();
        let at = |path: &str| draft.pointer(&format!("/{}", path.replace('.', "/"))).cloned().unwrap_or_default();
        let (line, name) = self.field.rsplit_once('.').unwrap_or_default();
        let beside = self.beside(name).iter().map(|name| at(&format!("{line}.{name}")));
        beside.chain([at(&self.field)]).collect()
    }

    /// Fields of a line that it is about too: a substance may be chosen instead of renamed, and an amount is doubted with
    /// its unit, a unit with its substance where it does not fit it.
    fn beside(&self, name: &str) -> &'static [&'static str] {
        match name {
            "written" => &["substance"],
            "quantity" => &["unit", "quantity_unknown"],
            "unit" if self.code == "unit-unfit" => &["quantity", "quantity_unknown", "substance"],
            "unit" => &["quantity", "quantity_unknown"],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::LineDraft;

    fn draft() -> IncidentDraft {
        let line = LineDraft {
            written: "x".to_owned(),
            quantity: "23291692".to_owned(),
            unit: "g".to_owned(),
            ..LineDraft::default()
        };
        IncidentDraft { lines: vec![LineDraft::default(), line], note: "n".to_owned(), ..IncidentDraft::default() }
    }

    fn answered(field: &str, code: &'static str, change: impl FnOnce(&mut IncidentDraft)) -> bool {
        let mut after = draft();
        change(&mut after);
        Problem::new(field, code).is_answered_by(&draft(), &after, &after.settled)
    }

    #[test]
    fn a_change_answers_what_is_asked_about_the_field_and_nothing_else() {
        let of_amount = |change: fn(&mut IncidentDraft)| answered("lines.1.quantity", "quantity-unlikely", change);
        assert!(of_amount(|draft| draft.lines[1].quantity = "23".to_owned()));
        assert!(of_amount(|draft| draft.lines[1].unit = "mg".to_owned()), "the units were mixed");
        assert!(!of_amount(|draft| draft.lines[0].quantity = "23".to_owned()));
        assert!(!of_amount(|draft| draft.note = "m".to_owned()));
        assert!(answered("region", "place-unknown", |draft| draft.region = "KZ-75".to_owned()));
        assert!(answered("lines.1.written", "substance-unrecognised", |draft| draft.lines[1].substance =
            "heroin".to_owned()));
        let renamed = |draft: &mut IncidentDraft| draft.lines[1].substance = "lsd".to_owned();
        assert!(answered("lines.1.unit", "unit-unfit", renamed) && !answered("lines.1.unit", "unit-missing", renamed));
        assert!(answered("legs", "leg-unknown", |draft| draft.legs.push(crate::incident::LegDraft::default())));
    }

    #[test]
    fn what_the_writer_settles_is_answered_and_what_is_asked_of_the_whole_record_is_not() {
        let settle = |draft: &mut IncidentDraft| draft.settled.push("personal-data:note".to_owned());
        assert!(answered("note", "personal-data", settle));
        assert!(!answered("declared_goods", "personal-data", settle));
        assert!(!answered("", "duplicate-exact", |draft| *draft = IncidentDraft::default()));
    }

    #[test]
    fn an_answer_has_to_fit_its_question() {
        let answer = |answer: &str, question: &Problem| AnswerDraft { answer: answer.to_owned() }.check(question);
        let amount = Problem::new("lines.0.quantity", "quantity-missing");
        let nameless = Problem::new("", "duplicate-exact").with("row", 2);
        let twin = nameless.clone().with("record", "inc_01h455vb4pex5vsknk084sn02q");
        assert_eq!(answer("right", &amount), Ok(Answer::Right));
        assert_eq!(answer("same", &twin), Ok(Answer::Same));
        assert_eq!(answer("apart", &nameless), Ok(Answer::Apart));
        assert_eq!(twin.clone().without_other_record(), nameless);
        for (text, question, code) in [
            ("same", &nameless, "answer-unfit"),
            ("apart", &amount, "answer-unfit"),
            ("perhaps", &twin, "code-unknown"),
            (" ", &twin, "required"),
        ] {
            assert_eq!(answer(text, question).unwrap_err().0[0].code, code);
        }
    }
}
