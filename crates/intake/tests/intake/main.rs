//! Files as they come: badly made ones, and the real one.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod answers;
mod book;
mod odd;
mod real;
mod xlsform;

use intake::Mapping;
use model::import::{ImportRow, Span};
use model::incident::{Ground, Incident};
use model::marking::Marking;
use model::names::Names;
use model::operation::{Operation, ScopeRule};
use model::problem::Problems;
use model::stage::{Stage, StageKind};
use model::time::Day;

/// Problems as `code sheet cell`, or the row where no cell is named.
fn told(problems: &Problems) -> Vec<String> {
    let said = |problem: &model::problem::Problem| {
        let of = |name: &str| problem.params.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
        let place = of("cell").or_else(|| of("row"));
        [Some(problem.code.to_string()), of("sheet"), place].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    problems.0.iter().map(said).collect()
}

/// An archive that takes incidents of the span's days.
fn archive(span: &Span) -> Operation {
    let (from, to) = (span.from.unwrap(), span.to.unwrap());
    Operation {
        id: "opn_00000000000000000000000000".parse().unwrap(),
        code: "ARCHIVE".to_owned(),
        names: Names::default(),
        aliases: Vec::new(),
        series: String::new(),
        edition: String::new(),
        previous: String::new(),
        objective: Names::default(),
        targets: Vec::new(),
        scope: ScopeRule::default(),
        legal_basis: String::new(),
        languages: Vec::new(),
        marking: Marking::default(),
        participations: Vec::new(),
        stages: vec![Stage { kind: StageKind::Active, from, to, opened: None, closed: None, reopened: String::new() }],
        late_days: 0,
        demonstration: false,
        archive: true,
        closing_asked_by: None,
    }
}

/// The incident that the row's draft is, or its problems.
fn check(row: &ImportRow, operation: &Operation, mapping: &Mapping) -> Result<Incident, Problems> {
    let today = Day::of(2026, 1, 1).unwrap();
    let ground = Ground { operation, today, mark: mapping.decimal, dates: mapping.dates, was_late: false };
    row.draft.check("inc_00000000000000000000000000".parse().unwrap(), ground)
}
