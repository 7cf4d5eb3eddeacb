//! From the texts of a row to a draft that the incident's own check accepts, with a question for all that stays open.
//!
//! What a form would ask the writer back becomes a question beside the row, which is kept; a row without a known country
//! or a readable day is refused. Refuses to answer for the writer: an unknown amount stays unknown, its text stays.

use crate::day::{self, Parts};
use crate::mapping::Mapping;
use crate::memory::Memory;
use crate::number;
use model::catalogue::{Dimension, Region};
use model::incident::{IncidentDraft, LineDraft};
use model::problem::Problem;
use model::quantity::{Quantity, exact};
use model::time::Day;

/// Days before this year are slips of the pen; one of them would stretch an archive over centuries.
const FIRST_YEAR: i16 = 1900;

/// One mass of the row, for comparison with what is usual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mass {
    line: usize,
    pub(crate) substance: String,
    pub(crate) micrograms: i64,
}

/// A row's draft with what is open about it.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    pub(crate) draft: IncidentDraft,
    pub(crate) questions: Vec<Problem>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) day: Option<Day>,
    pub(crate) masses: Vec<Mass>,
}

impl Settled {
    /// Settles everything that one row can tell by itself.
    pub(crate) fn of(draft: IncidentDraft, questions: Vec<Problem>, mapping: &Mapping, memory: &mut Memory) -> Self {
        let mut row = Self { draft, questions, ..Self::default() };
        row.settle_day(mapping, memory);
        row.settle_country(memory);
        row.settle_region(memory);
        row.settle_legs(memory);
        let mut lines = std::mem::take(&mut row.draft.lines);
        for (at, line) in lines.iter_mut().enumerate().filter(|(_, line)| **line != LineDraft::default()) {
            row.settle_substance(at, line, memory);
            row.settle_quantity(at, line, mapping, memory);
            row.settle_second(at, line, mapping, memory);
        }
        row.draft.lines = lines;
        row.settle_texts();
        row
    }

    /// Asks about a mass that is far beyond what the file usually holds of its substance.
    pub(crate) fn ask_unlikely(&mut self, median: impl Fn(&str, i64) -> Option<i64>) {
        for mass in std::mem::take(&mut self.masses) {
            if let Some(median) = median(&mass.substance, mass.micrograms) {
                let line = &self.draft.lines[mass.line];
                let text = format!("{} {}", line.quantity, line.unit);
                let problem = Problem::new(format!("lines.{}.quantity", mass.line), "quantity-unlikely");
                let problem = problem.with("text", text).with("median", format!("{} kg", exact(median.into(), 9)));
                self.ask(problem);
            }
        }
    }

    /// A question that the draft's check would raise too, settled there.
    fn ask(&mut self, problem: Problem) {
        self.draft.settled.push(format!("{}:{}", problem.code, problem.field));
        self.questions.push(problem);
    }

    fn settle_day(&mut self, mapping: &Mapping, memory: &mut Memory) {
        let Parts { day, time, offset } = day::split(&self.draft.day);
        if self.draft.time.is_empty() {
            self.draft.time = time;
            set_blank(&mut self.draft.offset, offset);
        }
        self.draft.day = day;
        if self.draft.day.is_empty() {
            return self.problems.push(Problem::new("day", "required"));
        }
        self.day = self.read_day("day", mapping, memory);
        self.settle_end(mapping, memory);
    }

    /// The last day; a time behind it has no field of its own, so that only midnight is read over.
    fn settle_end(&mut self, mapping: &Mapping, memory: &mut Memory) {
        let parts = day::split(&self.draft.end);
        if parts.time.is_empty() {
            self.draft.end = parts.day;
        }
        if !self.draft.end.is_empty() {
            self.read_day("end", mapping, memory);
        }
    }

    /// A day that is one, and not older than any incident that is counted.
    fn read_day(&mut self, field: &'static str, mapping: &Mapping, memory: &mut Memory) -> Option<Day> {
        let text = if field == "end" { &self.draft.end } else { &self.draft.day };
        let read = memory.day(text, mapping.dates).and_then(|day| {
            let is_old = day.parts().0 < FIRST_YEAR;
            if is_old { Err(Problem::new("day", "date-too-early").with("text", text)) } else { Ok(day) }
        });
        read.map_err(|problem| self.problems.push(Problem { field: field.to_owned(), ..problem })).ok()
    }

    /// The country's code, from its name or, where it is blank, from a place of the register.
    fn settle_country(&mut self, memory: &mut Memory) {
        let text = std::mem::take(&mut self.draft.country);
        if text.is_empty() {
            match memory.place(&self.draft.place) {
                Some(place) => self.draft.country.clone_from(&place.country),
                None => self.problems.push(Problem::new("country", "required")),
            }
        } else if let Some(country) = memory.country(&text) {
            self.draft.country.clone_from(&country.code);
        } else {
            self.problems.push(Problem::new("country", "country-unknown").with("text", &text));
            self.draft.country = text;
        }
    }

    /// The region's code, by its own cell, else by the place; `unknown` where neither tells, and a question where
    /// something was written. A region's text that nobody knows goes to the place, so that it is kept.
    fn settle_region(&mut self, memory: &mut Memory) {
        let country = self.draft.country.clone();
        let written = std::mem::take(&mut self.draft.region);
        let known = if written.is_empty() { None } else { memory.region(&country, &written) };
        let place = &self.draft.place;
        let by_place = || {
            let of_place = memory.place(place).filter(|place| place.country == country);
            let code = of_place.and_then(|place| place.region.as_deref());
            if place.is_empty() {
                None
            } else {
                code.or_else(|| memory.region(&country, place).map(|region| region.code.as_str()))
            }
        };
        let code = known.map(|region| region.code.as_str()).or_else(by_place);
        if known.is_none() && !written.is_empty() && written != "unknown" && !place.contains(&written) {
            self.draft.place = if place.is_empty() { written.clone() } else { format!("{place}, {written}") };
        }
        if code.is_none() && !self.draft.place.is_empty() && Region::of(&country).next().is_some() {
            self.questions.push(Problem::new("region", "place-unknown").with("text", &self.draft.place));
        }
        self.draft.region = code.unwrap_or("unknown").to_owned();
    }

    /// Legs by country code; a country nobody knows is asked about, and its text goes to the note.
    fn settle_legs(&mut self, memory: &mut Memory) {
        let mut at = 0;
        while let Some(leg) = self.draft.legs.get_mut(at) {
            if let Some(country) = memory.country(&leg.country) {
                leg.country.clone_from(&country.code);
                at += 1;
                continue;
            }
            let leg = self.draft.legs.remove(at);
            let text =
                [leg.country, leg.place].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
            if text.is_empty() {
                continue;
            }
            let note = &mut self.draft.note;
            note.push_str(if note.is_empty() { "" } else { "; " });
            note.push_str(&text);
            self.questions.push(Problem::new("legs", "leg-unknown").with("role", leg.role).with("text", text));
        }
    }

    fn settle_substance(&mut self, at: usize, line: &mut LineDraft, memory: &mut Memory) {
        if !line.substance.is_empty() || line.written.is_empty() {
            return;
        }
        match memory.substance(&line.written) {
            Some(substance) => line.substance.clone_from(&substance.key),
            None => self
                .ask(Problem::new(format!("lines.{at}.written"), "substance-unrecognised").with("text", &line.written)),
        }
    }

    fn settle_quantity(&mut self, at: usize, line: &mut LineDraft, mapping: &Mapping, memory: &mut Memory) {
        if mapping.float_tails {
            line.quantity = number::plain(&line.quantity, mapping.decimal).into_owned();
        }
        match read_amount(at, line, mapping, memory) {
            Ok(quantity) => {
                line.unit.clone_from(&quantity.unit);
                self.weigh(at, line, &quantity, memory);
            }
            Err(problem) if stays_open(&problem) => {
                line.quantity_unknown = true;
                self.questions.push(problem);
            }
            Err(problem) => self.problems.push(problem),
        }
    }

    /// A second measure of nothing is asked about as the first one is.
    fn settle_second(&mut self, at: usize, line: &LineDraft, mapping: &Mapping, memory: &mut Memory) {
        let field = format!("lines.{at}.second_quantity");
        let unit = memory.unit(&line.second_unit).filter(|_| !line.second_quantity.is_empty());
        let read = unit.and_then(|unit| Quantity::read(&field, &line.second_quantity, unit, mapping.decimal).ok());
        if let Some(question) = read.and_then(|read| read.ask_zero(&field)) {
            self.ask(question);
        }
    }

    /// Asks about a unit in which the substance does not come, about nothing and about more than any seizure holds, and
    /// notes a mass.
    fn weigh(&mut self, at: usize, line: &LineDraft, quantity: &Quantity, memory: &mut Memory) {
        let substance = model::catalogue::Substance::by_key(&line.substance);
        let unfit = substance.filter(|substance| {
            !substance.dimensions.is_empty() && !substance.dimensions.contains(&quantity.dimension)
        });
        if let Some(substance) = unfit {
            let problem = Problem::new(format!("lines.{at}.unit"), "unit-unfit").with("unit", &quantity.unit);
            self.ask(problem.with("substance", &substance.key));
        }
        if let Some(problem) = quantity.ask_zero(&format!("lines.{at}.quantity")) {
            return self.ask(problem);
        }
        if let Some(problem) = quantity.ask_unlikely(&format!("lines.{at}.quantity")) {
            return self.ask(problem);
        }
        if quantity.dimension == Dimension::Mass {
            let name = substance.map_or_else(|| memory.fold(&line.written), |substance| substance.key.clone());
            self.masses.push(Mass { line: at, substance: name, micrograms: quantity.amount });
        }
    }

    /// Free texts that look as if they carried personal data.
    fn settle_texts(&mut self) {
        for field in self.draft.personal() {
            self.ask(Problem::new(field, "personal-data"));
        }
    }
}

/// The amount of a line, with the unit of its own cell or with those that its text names.
fn read_amount(at: usize, line: &LineDraft, mapping: &Mapping, memory: &mut Memory) -> Result<Quantity, Problem> {
    let (field, of_unit) = (format!("lines.{at}.quantity"), format!("lines.{at}.unit"));
    if line.quantity.is_empty() {
        return Err(Problem::new(field, "quantity-missing"));
    }
    let unit = memory.unit(&line.unit);
    if unit.is_none() && !line.unit.is_empty() {
        return Err(Problem::new(of_unit, "unit-unknown").with("text", &line.unit));
    }
    if let Some(named) = Quantity::read_named(&field, &line.quantity, unit, mapping.decimal) {
        return named;
    }
    let unit = unit.ok_or_else(|| Problem::new(of_unit, "unit-missing").with("text", &line.quantity))?;
    Quantity::read(&field, &line.quantity, unit, mapping.decimal)
}

fn set_blank(slot: &mut String, text: String) {
    if slot.is_empty() {
        *slot = text;
    }
}

/// Problems of an amount with which the row is still kept, its amount unknown and its text beside it.
fn stays_open(problem: &Problem) -> bool {
    matches!(
        problem.code.as_ref(),
        "quantity-missing"
            | "unit-missing"
            | "unit-unknown"
            | "unit-contradicts"
            | "number-ambiguous"
            | "number-unreadable"
            | "number-mark"
    )
}
