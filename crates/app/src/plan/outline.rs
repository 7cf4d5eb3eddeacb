//! The clauses that plans of such operations usually have, from `catalogue/plan_outline.toml`.
//!
//! Refuses unknown keys in that file, so that a slip is found by a test.

use crate::error::{Error, Result};
use model::lang::Lang;
use model::names::Names;
use model::operation::Operation;
use model::plan::{Clause, Plan};
use model::recommendation::Recommendation;
use model::record::Record;
use serde::Deserialize;

const FILE: &str = include_str!("../../../../catalogue/plan_outline.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Outline {
    title: Names,
    /// What a clause is called that carries a recommendation.
    carrying: Names,
    clauses: Vec<Line>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    heading: Names,
    text: Names,
}

fn read() -> Result<Outline> {
    toml::from_str(FILE).map_err(|error| Error::Broken(Box::new(error)))
}

/// What the plan of an operation is called until somebody names it otherwise.
pub(super) fn title(operation: &Operation) -> Result<Names> {
    Ok(named(&read()?.title, &operation.code))
}

fn named(template: &Names, code: &str) -> Names {
    let fill = |names: Names, (lang, words): (Lang, &str)| names.with(lang, &words.replace("{code}", code));
    template.iter().fold(Names::default(), fill)
}

/// The clause that carries a recommendation of the edition `code`.
pub(super) fn carrying(record: &Record<Recommendation>, code: &str, id: String) -> Result<Clause> {
    Ok(Clause {
        id,
        lang: record.content.original,
        heading: named(&read()?.carrying, code),
        text: record.content.text.clone(),
        recommendation: Some(record.header.id.clone()),
        ..Clause::default()
    })
}

/// The plan with the usual clauses.
pub(super) fn fill(mut plan: Plan) -> Result<Plan> {
    for line in read()?.clauses {
        let clause = Clause { id: plan.issue(), heading: line.heading, text: line.text, ..Clause::default() };
        plan.put(clause, usize::MAX);
    }
    Ok(plan)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::id::{Id, NIL};

    #[test]
    fn the_outline_is_complete_in_every_language() {
        let plan = fill(Plan::empty(Id::new(NIL), Names::same("Plan"))).unwrap();
        assert!(plan.clauses.len() >= 8);
        assert!(plan.clauses.iter().all(|clause| clause.missing(&Lang::ALL).is_empty()));
    }
}
