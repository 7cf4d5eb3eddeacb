//! A mapping laid upon the header of one file: which cell goes into which field.
//!
//! Refuses a file with a column nobody declared, without a declared column, or with one column twice; every one is named.

use crate::mapping::{FieldRule, Mapping};
use crate::memory::Memory;
use crate::target::Target;
use model::fold::fold;
use model::incident::{IncidentDraft, LegDraft, LineDraft, PersonDraft, RelatedDraft};
use model::problem::{Problem, Problems};
use std::collections::{HashMap, HashSet};

/// One rule with the cells it reads.
#[derive(Debug)]
struct Step {
    rule: FieldRule,
    target: Target,
    cells: Vec<usize>,
    folded: HashMap<String, String>,
}

/// The whole mapping over one header.
#[derive(Debug)]
pub(crate) struct Plan {
    steps: Vec<Step>,
    /// The header's names.
    pub(crate) header: Vec<String>,
    /// The columns of country, day and substance.
    pub(crate) telling: Vec<usize>,
}

impl Plan {
    /// Problems: `column-undeclared`, `column-missing`, `column-twice` (param `column`), `column-unnamed` (param `number`).
    pub(crate) fn lay(mapping: &Mapping, header: Vec<String>) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let at = positions(&header, &mut problems);
        let declared: HashSet<String> =
            mapping.fields.iter().flat_map(|rule| &rule.from).chain(&mapping.ignored).map(|name| fold(name)).collect();
        let undeclared = header.iter().filter(|name| !name.is_empty() && !declared.contains(&fold(name)));
        undeclared.for_each(|name| problems.add(column("column-undeclared", name)));
        let mut missing = HashSet::new();
        for name in mapping.fields.iter().filter(|rule| !rule.optional).flat_map(|rule| &rule.from) {
            if !at.contains_key(&fold(name)) && missing.insert(name) {
                problems.add(column("column-missing", name));
            }
        }
        let steps: Vec<Step> = mapping.fields.iter().filter_map(|rule| step(rule, &at)).collect();
        let telling = |step: &&Step| matches!(step.rule.to.as_str(), "country" | "day" | "lines.0.written");
        let telling = steps.iter().filter(telling).flat_map(|step| step.cells.iter().copied()).collect();
        problems.or(Some(Self { steps, header, telling }))
    }

    /// The field a column is read into first; blank for a column that is not read.
    pub(crate) fn field_of(&self, column: usize) -> &str {
        let step = self.steps.iter().find(|step| step.cells.contains(&column));
        step.map_or("", |step| step.rule.to.as_str())
    }

    /// The draft that the cells make, with a question for each word that no rule knows.
    pub(crate) fn fill(&self, cells: &[String], memory: &mut Memory) -> (IncidentDraft, Vec<Problem>) {
        let (mut draft, mut questions) = (IncidentDraft::default(), Vec::new());
        let (read, fixed): (Vec<&Step>, Vec<&Step>) = self.steps.iter().partition(|step| step.rule.value.is_empty());
        for step in read {
            let text = step.read(cells, memory, &mut questions);
            if !text.is_empty() {
                set(step.target.slot(&mut draft), text);
            }
        }
        for step in fixed.into_iter().filter(|step| step.target.is_alive(&draft)).collect::<Vec<_>>() {
            set(step.target.slot(&mut draft), step.rule.value.clone());
        }
        draft.legs.retain(|leg| *leg != LegDraft::default());
        draft.persons.retain(|person| *person != PersonDraft::default());
        draft.related.retain(|related| *related != RelatedDraft::default());
        while draft.lines.last().is_some_and(|line| *line == LineDraft::default()) {
            draft.lines.pop();
        }
        (draft, questions)
    }
}

/// Fills a field that an earlier rule left blank.
fn set(slot: &mut String, text: String) {
    if slot.is_empty() {
        *slot = text;
    }
}

fn column(code: &'static str, name: &str) -> Problem {
    Problem::new("", code).with("column", name.chars().take(80).collect::<String>())
}

/// Where each named column stands.
fn positions(header: &[String], problems: &mut Problems) -> HashMap<String, usize> {
    let mut at = HashMap::new();
    for (place, name) in header.iter().enumerate() {
        if name.is_empty() {
            problems.add(Problem::new("", "column-unnamed").with("number", place + 1));
        } else if at.insert(fold(name), place).is_some() {
            problems.add(column("column-twice", name));
        }
    }
    at
}

fn step(rule: &FieldRule, at: &HashMap<String, usize>) -> Option<Step> {
    let cells: Vec<usize> = rule.from.iter().filter_map(|name| at.get(&fold(name)).copied()).collect();
    let folded = rule.values.iter().map(|(from, to)| (fold(from), to.clone())).collect();
    Target::of(&rule.to).map(|target| Step { rule: rule.clone(), target, cells, folded })
}

impl Step {
    /// The text of the field, from all its cells.
    fn read(&self, cells: &[String], memory: &mut Memory, questions: &mut Vec<Problem>) -> String {
        let mut text = String::new();
        for at in &self.cells {
            let cell = cells.get(*at).map_or("", String::as_str);
            if cell.is_empty() {
                continue;
            }
            let said = self.say(cell, memory).unwrap_or_else(|| {
                questions
                    .push(column("value-unmapped", &self.rule.from.join(&self.rule.join)).with("text", short(cell)));
                String::new()
            });
            if said.is_empty() || text == said {
                continue;
            }
            if !text.is_empty() {
                text.push_str(&self.rule.join);
            }
            text.push_str(&said);
        }
        text
    }

    /// What a cell says; `None` where a coded field does not know the word.
    fn say(&self, cell: &str, memory: &mut Memory) -> Option<String> {
        if !self.rule.values.is_empty() {
            let known = self.rule.values.get(cell).or_else(|| self.folded.get(&memory.fold(cell)));
            if let Some(known) = known {
                return Some(known.clone());
            }
        }
        match (&self.rule.otherwise, self.target.code()) {
            (Some(otherwise), _) => Some(otherwise.clone()),
            (None, Some(is_code)) if !is_code(cell) => None,
            (None, _) => Some(cell.to_owned()),
        }
    }
}

fn short(text: &str) -> String {
    text.chars().take(100).collect()
}
