//! Masses whose text names its units itself: `68 кг 640 гр`, `1 тонна 799 килограммов 944 грамма`, `4кг. 247гр.`.
//!
//! Refuses to add what may be two measures of one item: each part is less than one unit of the part before it, and only
//! the last one has a fraction. Refuses to choose where the unit beside the text is none of those it names.

use super::{DecimalMark, Quantity};
use crate::catalogue::unit::{Dimension, Unit};
use crate::problem::Problem;
use crate::time::ascii_digits;

/// What may stand between the parts: "68 kg and 640 g".
const AND: [&str; 4] = ["и", "and", "و", "plus"];

/// One number with its unit, both as written.
struct Part {
    number: String,
    name: String,
    unit: &'static Unit,
}

impl Quantity {
    /// The mass of a text that names its own units; `None` for any other text. `beside` is the unit given apart from it.
    ///
    /// Problems: those of [`Quantity::read`], `unit-contradicts` (params `text`, `unit`).
    pub fn read_named(
        field: &str,
        text: &str,
        beside: Option<&Unit>,
        mark: DecimalMark,
    ) -> Option<Result<Self, Problem>> {
        let parts = parts(&ascii_digits(text))?;
        let is_named = |unit: &Unit| parts.iter().any(|part| part.unit.code == unit.code);
        if let Some(other) = beside.filter(|unit| !is_named(unit)) {
            let problem = Problem::new(field, "unit-contradicts").with("text", text.trim());
            return Some(Err(problem.with("unit", &other.code)));
        }
        let unit = beside.map_or(&parts[0].unit.code, |unit| &unit.code).clone();
        let amount = sum(field, &parts, mark).map_err(|problem| quoting(problem, text, &parts, mark));
        let whole = |amount| Self { amount, dimension: Dimension::Mass, unit, text: text.trim().to_owned() };
        Some(amount.map(whole))
    }
}

/// Numbers and units in turn, to the end of the text.
fn parts(plain: &str) -> Option<Vec<Part>> {
    let (mut parts, mut rest) = (Vec::new(), plain.trim());
    while !rest.is_empty() {
        let (number, behind) = rest.split_at(rest.find(char::is_alphabetic).filter(|at| *at > 0)?);
        let (name, after) =
            behind.split_at(behind.find(|letter: char| letter.is_ascii_digit()).unwrap_or(behind.len()));
        let name = unit_name(name)?;
        let unit = Unit::recognise(&name).filter(|unit| unit.dimension == Dimension::Mass)?;
        parts.push(Part { number: number.trim().to_owned(), name, unit });
        rest = after;
    }
    (!parts.is_empty()).then_some(parts)
}

/// The words between two numbers; `None` where a sign stands among them, which could be a range or a fraction.
fn unit_name(text: &str) -> Option<String> {
    let is_plain = |letter: char| letter.is_alphabetic() || letter.is_whitespace() || ".,;\u{200C}".contains(letter);
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if words.last().is_some_and(|word| words.len() > 1 && AND.contains(word)) {
        words.pop();
    }
    text.chars().all(is_plain).then(|| words.join(" "))
}

/// The base units of all parts; a problem of the whole text where they do not go on from one another.
fn sum(field: &str, parts: &[Part], mark: DecimalMark) -> Result<i64, Problem> {
    let (mut sum, mut before) = (0_i64, i128::MAX);
    for (left, part) in (0..parts.len()).rev().zip(parts) {
        let amount = Quantity::read(field, &part.number, part.unit, mark)?.amount;
        let one = part.unit.base_of(1, 0).unwrap_or(i128::MAX);
        let goes_on = i128::from(amount) < before && (left == 0 || i128::from(amount) % one == 0);
        if !goes_on {
            return Err(Problem::new(field, "number-unreadable"));
        }
        sum = sum.saturating_add(amount);
        before = one;
    }
    Ok(sum)
}

/// The problem of one part as the problem of the whole text: it quotes all of it, and each of its readings has the unit.
fn quoting(mut problem: Problem, text: &str, parts: &[Part], mark: DecimalMark) -> Problem {
    let [only] = parts else {
        let loses_parts = matches!(problem.code.as_ref(), "number-ambiguous" | "number-mark" | "number-unreadable");
        return if loses_parts {
            super::unreadable(&problem.field, text.trim(), mark)
        } else {
            requoted(problem, text)
        };
    };
    if problem.code == "number-unreadable" {
        return super::unreadable(&problem.field, text.trim(), mark);
    }
    for (name, value) in &mut problem.params {
        if matches!(name.as_ref(), "a" | "b" | "example") {
            *value = format!("{value} {}", only.name);
        }
    }
    requoted(problem, text)
}

fn requoted(mut problem: Problem, text: &str) -> Problem {
    let quoted = problem.params.iter_mut().find(|(name, _)| name == "text");
    if let Some((_, value)) = quoted {
        *value = text.trim().to_owned();
    }
    problem
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::exact;

    fn read(text: &str, mark: DecimalMark) -> String {
        match Quantity::read_named("quantity", text, None, mark) {
            None => "none".to_owned(),
            Some(Ok(read)) => {
                assert_eq!((read.text.as_str(), read.dimension), (text.trim(), Dimension::Mass));
                format!("{} {}", exact(read.amount.into(), 9), read.unit)
            }
            Some(Err(problem)) => {
                assert_eq!((problem.field.as_str(), problem.params[0].1.as_str()), ("quantity", text.trim()));
                problem.code.into_owned()
            }
        }
    }

    #[test]
    fn the_units_of_a_text_make_one_mass() {
        for (text, mass) in [
            ("68 кг 640 гр", "68.64 kg"),
            ("1 тонна 799 килограммов 944 грамма", "1799.944 t"),
            ("4кг. 247гр.", "4.247 kg"),
            (" 68 kg and 640,5 g ", "68.6405 kg"),
            ("۶۸ کیلوگرم و ۶۴۰ گرم", "68.64 kg"),
            ("68 кг, 640 г, 5 мг", "68.640005 kg"),
            ("1 284 кг", "1284 kg"),
            ("15.52 g", "0.01552 g"),
            ("0 г", "0 g"),
        ] {
            assert_eq!(read(text, DecimalMark::Either), mass, "{text}");
        }
    }

    #[test]
    fn what_names_no_mass_is_left_to_others() {
        for text in
            ["", "5.065", "388", "388 табл", "2 пакета 50 г", "кг 5", "5 кг 3", "9e-05", "68 кг - 70 кг", "5 кг/640 г"]
        {
            assert_eq!(read(text, DecimalMark::Either), "none", "{text}");
        }
    }

    #[test]
    fn parts_that_do_not_go_on_from_one_another_are_asked_about() {
        for text in ["68 кг 68000 г", "640 г 68 кг", "1.5 кг 200 г", "5 кг 5 кг", "5,065 кг 3 г", "~5 кг"]
        {
            assert_eq!(read(text, DecimalMark::Either), "number-unreadable", "{text}");
        }
        assert_eq!(read("-5 кг", DecimalMark::Either), "number-negative");
        assert_eq!(read("99999999 т 5 кг", DecimalMark::Either), "quantity-absurd");
    }

    #[test]
    fn the_readings_of_an_ambiguous_mass_keep_its_unit() {
        let problem = |text, mark| Quantity::read_named("quantity", text, None, mark).unwrap().unwrap_err();
        let found = problem("5,065 кг", DecimalMark::Either);
        assert_eq!((found.params[1].1.as_str(), found.params[2].1.as_str()), ("5.065 кг", "5065 кг"));
        let found = problem("1.5 кг", DecimalMark::Comma);
        assert_eq!((found.code.as_ref(), found.params[2].1.as_str()), ("number-mark", "1,5 кг"));
    }

    #[test]
    fn the_unit_beside_the_text_must_be_one_of_its_own() {
        let read = |unit| {
            let unit = Unit::by_code(unit);
            Quantity::read_named("quantity", "68 кг 640 гр", unit, DecimalMark::Either).unwrap()
        };
        assert_eq!(read("g").map(|read| (read.amount, read.unit)), Ok((68_640_000_000, "g".to_owned())));
        assert_eq!(read("tablet").unwrap_err().code, "unit-contradicts");
        assert_eq!(read("t").unwrap_err().code, "unit-contradicts");
    }
}
