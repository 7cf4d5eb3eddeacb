//! Confirming an incident line by line: which substances are identified, and as what.
//!
//! Refuses to rename: what was written stays as written; a substance that nobody knows is a problem of its field.

use super::{Incident, Line, SubstanceStatus};
use crate::catalogue::substance::Substance;
use crate::operation::Operation;
use crate::problem::{Problem, Problems};
use serde::{Deserialize, Serialize};

/// What is said of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentifiedDraft {
    /// Its place among the lines, from 0.
    pub line: u32,
    /// Key or name of the substance that it was found to be; blank is the one that the line says.
    #[serde(default)]
    pub substance: String,
    /// Whether the substance is identified; a line that is not stays provisional.
    #[serde(default = "yes")]
    pub identified: bool,
}

const fn yes() -> bool {
    true
}

/// A confirmation as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConfirmationDraft {
    /// The lines that something is said of; `None` confirms every line as it stands.
    pub lines: Option<Vec<IdentifiedDraft>>,
}

impl ConfirmationDraft {
    /// The incident with its lines identified, or all problems.
    pub fn check(&self, operation: &Operation, incident: &Incident) -> Result<Incident, Problems> {
        let mut confirmed = incident.clone();
        let Some(said) = &self.lines else {
            confirmed.lines.iter_mut().for_each(|line| line.status = SubstanceStatus::Confirmed);
            return Ok(confirmed);
        };
        let mut problems = Problems::none();
        for (place, draft) in said.iter().enumerate() {
            if let Err(problem) = draft.identify(operation, &mut confirmed.lines) {
                problems.add(problem.inside(&format!("lines.{place}")));
            }
        }
        problems.or(Some(confirmed))
    }
}

impl IdentifiedDraft {
    fn identify(&self, operation: &Operation, lines: &mut [Line]) -> Result<(), Problem> {
        let line = usize::try_from(self.line).ok().and_then(|place| lines.get_mut(place));
        let line = line.ok_or_else(|| Problem::new("line", "line-unknown").with("text", self.line))?;
        let typed = self.substance.trim();
        if !typed.is_empty() {
            let found = Substance::by_key(typed).or_else(|| Substance::recognise(typed));
            let found = found.ok_or_else(|| Problem::new("substance", "substance-unknown").with("text", typed))?;
            rename(line, found, operation);
        }
        if self.identified {
            line.status = SubstanceStatus::Confirmed;
        }
        Ok(())
    }
}

/// Another substance is in scope or not by the operation's rule, unless a person had decided against the rule.
fn rename(line: &mut Line, substance: &Substance, operation: &Operation) {
    line.substance = Some(substance.key.clone());
    if line.scope_reason.is_empty() {
        line.in_scope = operation.scope.covers(Some(substance));
    }
}
