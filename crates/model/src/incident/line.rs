//! The way of one line from typed to true.
//!
//! Refuses to add: a second measure of the same item stays a second measure.

use super::check::Ground;
use super::read::{optional, read_count, read_purity, read_unit};
use super::{Line, LineDraft, PhysicalForm, SaltForm, SubstanceStatus};
use crate::catalogue::substance::Substance;
use crate::marking::coded;
use crate::operation::Operation;
use crate::problem::{Problem, Problems};
use crate::quantity::{Basis, DecimalMark, Measure, Quantity, read_decimal};
use crate::text;

impl LineDraft {
    /// The line with what the writer may settle, or the problems that keep it out.
    pub(super) fn check(&self, ground: Ground<'_>) -> Result<(Line, Problems), Problems> {
        let mut problems = Problems::none();
        let mut warnings = Problems::none();
        let written = problems.keep(text::required("written", &self.written, 300)).unwrap_or_default();
        let substance = self.read_substance(&written, &mut problems, &mut warnings);
        let quantity = self.read_quantity(ground.mark, &mut problems);
        let second = self.read_second(ground.mark, &mut problems);
        check_unit_fits(substance, quantity.as_ref(), &mut warnings);
        warnings.0.extend(quantity.as_ref().and_then(|quantity| quantity.ask_unlikely("quantity")));
        warnings.0.extend(quantity.as_ref().and_then(|quantity| quantity.ask_zero("quantity")));
        warnings.0.extend(second.as_ref().and_then(|second| second.ask_zero("second_quantity")));
        let status =
            problems.keep(coded("status", &self.status, SubstanceStatus::parse, Some(SubstanceStatus::Provisional)));
        let form = problems.keep(coded("form", &self.form, PhysicalForm::parse, Some(PhysicalForm::Other)));
        let basis = problems.keep(coded("basis", &self.basis, Basis::parse, Some(Basis::Bulk)));
        let measure = problems.keep(coded("measure", &self.measure, Measure::parse, Some(Measure::Measured)));
        let salt = problems.keep(coded("salt", &self.salt, SaltForm::parse, Some(SaltForm::Unknown)));
        let (in_scope, scope_reason) = self.read_scope(ground.operation, substance, &mut problems);
        let line = Line {
            written,
            substance: substance.map(|substance| substance.key.clone()),
            status: status.flatten().unwrap_or(SubstanceStatus::Provisional),
            form: form.flatten().unwrap_or(PhysicalForm::Other),
            packaging: problems.keep(text::read("packaging", &self.packaging, 300)).unwrap_or_default(),
            logo: problems.keep(text::read("logo", &self.logo, 300)).unwrap_or_default(),
            colour: problems.keep(text::read("colour", &self.colour, 100)).unwrap_or_default(),
            items: optional(&self.items, |typed| read_count("items", typed), &mut problems),
            quantity_written: if quantity.is_none() { self.written_quantity(&mut problems) } else { String::new() },
            quantity,
            basis: basis.flatten().unwrap_or(Basis::Bulk),
            measure: measure.flatten().unwrap_or(Measure::Measured),
            second,
            purity: optional(&self.purity, read_purity, &mut problems),
            purity_method: problems.keep(text::read("purity_method", &self.purity_method, 300)).unwrap_or_default(),
            salt: salt.flatten().unwrap_or(SaltForm::Unknown),
            samples: optional(&self.samples, |typed| read_count("samples", typed), &mut problems),
            in_scope,
            scope_reason,
        };
        problems.or(Some((line, warnings)))
    }

    fn read_substance(
        &self,
        written: &str,
        problems: &mut Problems,
        warnings: &mut Problems,
    ) -> Option<&'static Substance> {
        let chosen = self.substance.trim();
        if !chosen.is_empty() {
            let found = Substance::by_key(chosen);
            return problems
                .keep(found.ok_or_else(|| Problem::new("substance", "substance-unknown").with("text", chosen)));
        }
        let found = Substance::recognise(written);
        if found.is_none() && !written.is_empty() {
            warnings.add(Problem::new("written", "substance-unrecognised").with("text", written));
        }
        found
    }

    fn read_quantity(&self, mark: DecimalMark, problems: &mut Problems) -> Option<Quantity> {
        if self.quantity_unknown {
            return None;
        }
        if self.quantity.trim().is_empty() {
            problems.add(Problem::new("quantity", "required"));
            problems.keep(read_unit("unit", &self.unit));
            return None;
        }
        read_amount(("quantity", &self.quantity), ("unit", &self.unit), mark, problems)
    }

    /// The amount as written, kept beside a line whose quantity is not known.
    fn written_quantity(&self, problems: &mut Problems) -> String {
        let written: String = format!("{} {}", self.quantity.trim(), self.unit.trim()).chars().take(100).collect();
        problems.keep(text::read("quantity", &written, 100)).unwrap_or_default()
    }

    fn read_second(&self, mark: DecimalMark, problems: &mut Problems) -> Option<Quantity> {
        if self.second_quantity.trim().is_empty() {
            return None;
        }
        read_amount(("second_quantity", &self.second_quantity), ("second_unit", &self.second_unit), mark, problems)
    }

    fn read_scope(
        &self,
        operation: &Operation,
        substance: Option<&Substance>,
        problems: &mut Problems,
    ) -> (bool, String) {
        let by_rule = operation.scope.covers(substance);
        let reason = problems.keep(text::read("scope_reason", &self.scope_reason, 500)).unwrap_or_default();
        let decided = match self.scope.trim() {
            "" => return (by_rule, String::new()),
            "in" => true,
            "out" => false,
            other => {
                problems.add(Problem::new("scope", "code-unknown").with("text", other));
                by_rule
            }
        };
        if decided != by_rule && reason.is_empty() {
            problems.add(Problem::new("scope_reason", "scope-needs-reason"));
        }
        (decided, reason)
    }
}

/// An amount with the unit beside it, or one whose text names its units itself; then the unit beside it may be blank.
fn read_amount(
    (field, typed): (&str, &str),
    (unit_field, unit): (&str, &str),
    mark: DecimalMark,
    problems: &mut Problems,
) -> Option<Quantity> {
    let beside = read_unit(unit_field, unit);
    let named = Quantity::read_named(field, typed, beside.as_ref().ok().copied(), mark);
    if let Some(named) = named.filter(|_| beside.is_ok() || unit.trim().is_empty()) {
        return problems.keep(named);
    }
    match problems.keep(beside) {
        Some(unit) => problems.keep(Quantity::read(field, typed, unit, mark)),
        None => problems.keep(read_decimal(field, typed, mark)).and(None),
    }
}

/// A unit the substance does not usually come in is asked back: heroin in litres, a blotter drug in tonnes.
fn check_unit_fits(substance: Option<&Substance>, quantity: Option<&Quantity>, warnings: &mut Problems) {
    if let Some((substance, quantity)) = substance.zip(quantity)
        && !substance.dimensions.is_empty()
        && !substance.dimensions.contains(&quantity.dimension)
    {
        let problem = Problem::new("unit", "unit-unfit").with("unit", &quantity.unit);
        warnings.add(problem.with("substance", &substance.key));
    }
}
