//! The standard questionnaire, as the catalogue has it.
//!
//! Refuses to be anything but a beginning: the coordinator changes it before it is sent out.

use crate::error::{Error, Result};
use model::questionnaire::QuestionnaireDraft;

/// The questionnaire of `catalogue/questionnaire_standard.toml`.
pub fn standard() -> Result<QuestionnaireDraft> {
    toml::from_str(include_str!("../../../../catalogue/questionnaire_standard.toml"))
        .map_err(|error| Error::Broken(Box::new(error)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::id::{Id, NIL};
    use model::lang::Lang;

    #[test]
    fn the_standard_questionnaire_is_sound_and_speaks_every_language() {
        let read = standard().unwrap().check(Id::new(NIL), None).unwrap();
        for question in read.questions() {
            let columns = question.columns.iter().map(|column| (&column.label, &column.choices));
            for (label, choices) in columns.chain([(&question.label, &question.choices)]) {
                let labels = choices.iter().map(|choice| &choice.label).chain([label]);
                for names in labels {
                    assert!(Lang::ALL.iter().all(|lang| names.exact(*lang).is_some()), "{}: {names:?}", question.key);
                }
            }
        }
        assert_eq!(read.questions().filter(|question| question.becomes.is_some()).count(), 2);
    }
}
