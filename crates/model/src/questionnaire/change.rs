//! What became of a question from one version of a questionnaire to the next.
//!
//! Refuses to call a question changed that only moved: its key, its kind and what it asks decide.

use super::{Column, Question};

crate::codes! {
    /// What is different about a question.
    pub enum Changed {
        /// It was not asked before.
        New = "new",
        /// It is of another kind.
        Kind = "kind",
        /// It, its help or a column is worded differently.
        Wording = "wording",
        /// Other things can be chosen.
        Choices = "choices",
        /// Its table has other columns.
        Columns = "columns",
        /// It has to be answered now, or has not to be any more.
        Required = "required",
    }
}

impl Question {
    /// What is different about it since it was `earlier`; the words of its choices count, their order does not.
    pub fn changed_since(&self, earlier: &Question) -> Vec<Changed> {
        let words = |question: &Question| {
            let columns = question.columns.iter().map(|column| (column.key.clone(), column.label.clone()));
            (question.label.clone(), question.help.clone(), columns.collect::<Vec<_>>())
        };
        let (same_columns, now) = (columns(earlier) == columns(self), words(self));
        // A column more or less is no matter of words.
        let before =
            if same_columns { words(earlier) } else { (earlier.label.clone(), earlier.help.clone(), now.2.clone()) };
        [
            (Changed::Kind, self.kind != earlier.kind),
            (Changed::Wording, now != before),
            (Changed::Choices, choices(self) != choices(earlier)),
            (Changed::Columns, !same_columns),
            (Changed::Required, self.required != earlier.required),
        ]
        .into_iter()
        .filter_map(|(changed, holds)| holds.then_some(changed))
        .collect()
    }
}

type Offered<'a> = Vec<(&'a str, &'a crate::names::Names)>;

fn offered(all: &[super::Choice]) -> Offered<'_> {
    let mut all: Offered<'_> = all.iter().map(|choice| (choice.code.as_str(), &choice.label)).collect();
    all.sort_by_key(|(code, _)| *code);
    all
}

fn choices(question: &Question) -> (Offered<'_>, Vec<(&str, Offered<'_>)>) {
    let of_columns = question.columns.iter().map(|column| (column.key.as_str(), offered(&column.choices)));
    (offered(&question.choices), of_columns.filter(|(_, choices)| !choices.is_empty()).collect())
}

fn columns(question: &Question) -> Vec<(&str, &str, bool)> {
    let own = |column: &Column| (column.kind.code(), column.required);
    question.columns.iter().map(|column| (column.key.as_str(), own(column).0, own(column).1)).collect()
}
