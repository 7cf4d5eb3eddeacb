//! An exact amount with unit, basis and the text as written.
//!
//! Amounts are whole numbers of the dimension's base: µg, µl, thousandths of a piece, thousandths of a square metre.
//! Refuses binary floats, negative amounts, a number that can be read in two ways, and more than the base can hold.

mod named;

use crate::catalogue::unit::{Dimension, Unit};
use crate::problem::Problem;
use crate::time::ascii_digits;
use serde::{Deserialize, Serialize};

crate::codes! {
    /// What the amount is an amount of.
    pub enum Basis {
        /// Everything in the parcel, as weighed.
        Bulk = "bulk",
        /// Without packaging.
        Net = "net",
        /// The pure substance.
        Pure = "pure",
        /// What remains of a solution when dried.
        DryResidue = "dry-residue",
        /// A mixture that contains the substance.
        Mixture = "mixture",
        /// Not said.
        Unknown = "unknown",
    }
}

crate::codes! {
    /// How the amount came to be known.
    pub enum Measure {
        /// Weighed or counted.
        Measured = "measured",
        /// Estimated.
        Estimated = "estimated",
        /// Taken from papers.
        Declared = "declared",
    }
}

crate::codes! {
    /// What stands before the fraction where the text was typed.
    pub enum DecimalMark {
        /// `5.065`; commas group thousands.
        Point = "point",
        /// `5,065`; points and spaces group thousands.
        Comma = "comma",
        /// Not declared: what is ambiguous is asked back.
        Either = "either",
    }
}

impl DecimalMark {
    /// The mark itself; a point where none is declared.
    const fn sign(self) -> char {
        match self {
            Self::Point | Self::Either => '.',
            Self::Comma => ',',
        }
    }

    /// A number with a point as one writes it with this mark.
    fn write(self, number: &str) -> String {
        number.replace('.', self.sign().encode_utf8(&mut [0; 4]))
    }
}

/// An exact amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// Base units of the dimension: µg, µl, thousandths.
    pub amount: i64,
    /// Mass, volume, count or area.
    pub dimension: Dimension,
    /// Code of the unit it was given in.
    pub unit: String,
    /// The number as written.
    pub text: String,
}

/// A decimal number: `digits / 10^scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// All digits, without the mark.
    pub digits: i128,
    /// How many of them stand behind the mark.
    pub scale: u32,
}

/// Reads a number without sign as `mark` says; spaces and apostrophes between digits are grouping.
///
/// Problems: `number-unreadable` (param `example`), `number-negative`, `number-ambiguous` (params `a`, `b`),
/// `number-mark` (params `mark`, `example`: it has the other mark than the declared one), `number-too-long`.
pub fn read_decimal(field: &str, text: &str, mark: DecimalMark) -> Result<Decimal, Problem> {
    let written = text.trim();
    let plain: String = ascii_digits(written)
        .replace('٫', mark.sign().encode_utf8(&mut [0; 4]))
        .replace('٬', "")
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '\u{A0}' | '\u{202F}' | '\'' | '’'))
        .collect();
    let unreadable = || unreadable(field, written, mark);
    if plain.starts_with(['-', '−']) {
        return Err(Problem::new(field, "number-negative").with("text", written));
    }
    if plain.is_empty() || !plain.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',')) {
        return Err(unreadable());
    }
    if plain.len() > 24 {
        return Err(Problem::new(field, "number-too-long").with("text", written));
    }
    let settled = settle(&plain, mark).map_err(|other| match other {
        None => with_other_mark(field, written, &plain, mark).unwrap_or_else(unreadable),
        Some((a, b)) => Problem::new(field, "number-ambiguous").with("text", written).with("a", a).with("b", b),
    })?;
    parse_plain(&settled).ok_or_else(unreadable)
}

/// No number at all, with one that is written as it should be.
fn unreadable(field: &str, written: &str, mark: DecimalMark) -> Problem {
    Problem::new(field, "number-unreadable").with("text", written).with("example", mark.write("5.065"))
}

/// The problem of `1.5` where a comma is declared: a point cannot group it, and as a fraction it is written `1,5`.
fn with_other_mark(field: &str, written: &str, plain: &str, mark: DecimalMark) -> Option<Problem> {
    let other = match mark {
        DecimalMark::Point => DecimalMark::Comma,
        DecimalMark::Comma => DecimalMark::Point,
        DecimalMark::Either => return None,
    };
    let number = settle(plain, other).ok().filter(|number| parse_plain(number).is_some())?;
    let problem = Problem::new(field, "number-mark").with("text", written).with("mark", mark.sign());
    Some(problem.with("example", mark.write(&number)))
}

/// The same number with a point before its fraction and no grouping; `Err(Some(both))` where it can be two numbers.
fn settle(plain: &str, mark: DecimalMark) -> Result<String, Option<(String, String)>> {
    let (points, commas) = (plain.matches('.').count(), plain.matches(',').count());
    let point_fraction = || plain.replace(',', "");
    let comma_fraction = || plain.replace('.', "").replace(',', ".");
    match mark {
        DecimalMark::Point if points <= 1 && grouped(plain, ',') => Ok(point_fraction()),
        DecimalMark::Comma if commas <= 1 && grouped(plain, '.') => Ok(comma_fraction()),
        DecimalMark::Point | DecimalMark::Comma => Err(None),
        DecimalMark::Either => match (points, commas) {
            (0 | 1, 0) => Ok(plain.to_owned()),
            (0, 1) if grouped(plain, ',') => Err(Some((comma_fraction(), point_fraction()))),
            (0, 1) => Ok(comma_fraction()),
            (1, 1) if plain.find('.') > plain.find(',') => if_grouped(plain, ',', point_fraction),
            (1, 1) | (_, 0) => if_grouped(plain, '.', comma_fraction),
            (0, _) => if_grouped(plain, ',', point_fraction),
            _ => Err(None),
        },
    }
}

fn if_grouped(plain: &str, mark: char, settled: impl FnOnce() -> String) -> Result<String, Option<(String, String)>> {
    if grouped(plain, mark) { Ok(settled()) } else { Err(None) }
}

/// Whether `mark`, where it occurs in the whole part, separates groups of three digits.
fn grouped(plain: &str, mark: char) -> bool {
    let other = if mark == ',' { '.' } else { ',' };
    let whole = plain.split(other).next().unwrap_or_default();
    let tail = plain.split_once(other).map_or("", |(_, tail)| tail);
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let first_fits = rest.is_empty() || (1..=3).contains(&first.len()) && first != "0";
    first_fits && rest.iter().all(|group| group.len() == 3) && !tail.contains(mark)
}

fn parse_plain(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() && fraction.is_empty() || fraction.contains('.') {
        return None;
    }
    let digits = format!("{whole}{fraction}").parse().ok()?;
    Some(Decimal { digits, scale: u32::try_from(fraction.len()).ok()? })
}

/// The most that is believed of one line, in base units: 1,000 tonnes, 1,000 m³, a billion pieces, 1,000 km². A whole
/// column of it still fits where it is added up.
const fn believed(dimension: Dimension) -> i128 {
    match dimension {
        Dimension::Mass => 1_000_000_000_000_000,
        Dimension::Volume | Dimension::Count | Dimension::Area => 1_000_000_000_000,
    }
}

/// The most that is likely of one line, whatever the substance: 2 tonnes, 20,000 litres, 5 million pieces, 1 km².
const fn likely(dimension: Dimension) -> i64 {
    match dimension {
        Dimension::Mass => 2_000_000_000_000,
        Dimension::Volume => 20_000_000_000,
        Dimension::Count => 5_000_000_000,
        Dimension::Area => 1_000_000_000,
    }
}

impl Quantity {
    /// Reads an amount in `unit`. Finer than the base is rounded half to even, which brings `25713.829999999998` g,
    /// the tail of a binary float, back to the microgram that was meant.
    ///
    /// Zero is an amount like any other; whoever keeps it asks [`Self::ask_zero`]. Problems: those of [`read_decimal`],
    /// `quantity-absurd`.
    pub fn read(field: &str, text: &str, unit: &Unit, mark: DecimalMark) -> Result<Self, Problem> {
        let decimal = read_decimal(field, text, mark)?;
        let written = text.trim().to_owned();
        let absurd = || Problem::new(field, "quantity-absurd").with("text", &written).with("unit", &unit.code);
        let scaled = decimal.digits.checked_mul(i128::from(unit.base_per_unit_e6)).ok_or_else(absurd)?;
        let amount = divide_half_even(scaled, 10_i128.pow(decimal.scale + 6));
        if amount > believed(unit.dimension) {
            return Err(absurd());
        }
        let amount = i64::try_from(amount).map_err(|_| absurd())?;
        Ok(Self { amount, dimension: unit.dimension, unit: unit.code.clone(), text: written })
    }

    /// The question of an amount that is zero, or less than half a base unit; the writer answers it.
    pub fn ask_zero(&self, field: &str) -> Option<Problem> {
        (self.amount == 0).then(|| Problem::new(field, "quantity-zero").with("text", &self.text))
    }

    /// The question of an amount that is more than is likely of any seizure; the writer answers it.
    pub fn ask_unlikely(&self, field: &str) -> Option<Problem> {
        let ask = || Problem::new(field, "quantity-unlikely").with("text", format!("{} {}", self.text, self.unit));
        (self.amount > likely(self.dimension)).then(ask)
    }

    /// The number of units as an exact decimal with a point; as written where that many digits would not be exact.
    pub fn number(&self) -> String {
        let scaled = i128::from(self.amount) * 10_i128.pow(15);
        match Unit::by_code(&self.unit).map(|unit| i128::from(unit.base_per_unit_e6)) {
            Some(base) if scaled % base == 0 => exact(scaled / base, 9),
            _ => self.text.clone(),
        }
    }
}

/// `number / divisor`, halves to the even neighbour; `divisor` is positive.
pub fn divide_half_even(number: i128, divisor: i128) -> i128 {
    let (quotient, rest) = (number.div_euclid(divisor), number.rem_euclid(divisor));
    match (rest * 2).cmp(&divisor) {
        std::cmp::Ordering::Less => quotient,
        std::cmp::Ordering::Greater => quotient + 1,
        std::cmp::Ordering::Equal => quotient + quotient.rem_euclid(2),
    }
}

/// `amount / 10^scale` as an exact decimal without trailing zeros, `1196183.105185`: the form of JSON and exports.
pub fn exact(amount: i128, scale: u32) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", amount.unsigned_abs(), width = scale as usize + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale as usize);
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str, mark: DecimalMark) -> String {
        match read_decimal("quantity", text, mark) {
            Ok(decimal) => exact(decimal.digits, decimal.scale),
            Err(problem) => problem.code.into_owned(),
        }
    }

    #[test]
    fn a_decimal_comma_without_a_declared_locale_is_asked_back_with_both_readings() {
        let problem = read_decimal("quantity", "5,065", DecimalMark::Either).unwrap_err();
        assert_eq!(problem.code, "number-ambiguous");
        assert_eq!((problem.params[1].1.as_str(), problem.params[2].1.as_str()), ("5.065", "5065"));
        assert_eq!(number("5,065", DecimalMark::Comma), "5.065");
        assert_eq!(number("5,065", DecimalMark::Point), "5065");
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        assert_eq!(number("1 284,316", DecimalMark::Comma), "1284.316");
        assert_eq!(number("1,284.316", DecimalMark::Either), "1284.316");
        assert_eq!(number("1.284,316", DecimalMark::Either), "1284.316");
        assert_eq!(number("0,065", DecimalMark::Either), "0.065");
        assert_eq!(number("12,5", DecimalMark::Either), "12.5");
        assert_eq!(number("۱۲٫۵", DecimalMark::Either), "12.5");
        assert_eq!(number("1,234,567", DecimalMark::Either), "1234567");
        assert_eq!(number("-3", DecimalMark::Either), "number-negative");
        assert_eq!(number("three", DecimalMark::Either), "number-unreadable");
        assert_eq!(number("1.2.3,4,5", DecimalMark::Either), "number-unreadable");
        assert_eq!(number(&"9".repeat(30), DecimalMark::Either), "number-too-long");
    }

    #[test]
    fn a_float_tail_comes_back_to_the_microgram() {
        let gram = Unit::by_code("g").unwrap();
        let read = |text| Quantity::read("quantity", text, gram, DecimalMark::Point).unwrap().amount;
        assert_eq!(read("25713.829999999998"), 25_713_830_000);
        assert_eq!(read("0.11660999999999999"), 116_610);
    }

    #[test]
    fn absurd_amounts_are_refused() {
        let kilogram = Unit::by_code("kg").unwrap();
        let code = |text| Quantity::read("quantity", text, kilogram, DecimalMark::Point).unwrap_err().code;
        assert_eq!(code("99999999999"), "quantity-absurd");
        assert_eq!(code("99999999999999999999999"), "quantity-absurd");
    }

    #[test]
    fn zero_and_less_than_the_base_keep_unit_and_text_and_are_asked_about() {
        let gram = Unit::by_code("g").unwrap();
        for text in ["0", "0.0", "0.0000001"] {
            let read = Quantity::read("quantity", text, gram, DecimalMark::Point).unwrap();
            assert_eq!((read.amount, read.unit.as_str(), read.text.as_str()), (0, "g", text));
            assert_eq!(read.ask_zero("quantity").unwrap().code, "quantity-zero");
        }
        assert_eq!(
            Quantity::read("quantity", "0.000001", gram, DecimalMark::Point).unwrap().ask_zero("quantity"),
            None
        );
    }

    #[test]
    fn a_number_with_the_other_mark_is_answered_with_what_is_read_as_that_number() {
        for (text, mark, sign, example) in [
            ("1.5", DecimalMark::Comma, ",", "1,5"),
            ("12.3456", DecimalMark::Comma, ",", "12,3456"),
            ("1,234.5", DecimalMark::Comma, ",", "1234,5"),
            ("1,5", DecimalMark::Point, ".", "1.5"),
        ] {
            let problem = read_decimal("quantity", text, mark).unwrap_err();
            let said: Vec<&str> = problem.params.iter().map(|(_, value)| value.as_str()).collect();
            assert_eq!((problem.code.as_ref(), said), ("number-mark", vec![text, sign, example]));
            let meant = if mark == DecimalMark::Comma { DecimalMark::Point } else { DecimalMark::Comma };
            assert_eq!(number(example, mark), number(text, meant), "{text}");
        }
        assert_eq!(
            (number("1.500", DecimalMark::Comma), number("۱۲٫۵۰۰", DecimalMark::Comma)),
            ("1500".into(), "12.5".into())
        );
        let problem = read_decimal("quantity", "much", DecimalMark::Comma).unwrap_err();
        assert_eq!(number(&problem.params[1].1, DecimalMark::Comma), "5.065", "the advice reads as it says");
    }

    #[test]
    fn each_dimension_has_its_own_most_and_is_asked_about_long_before() {
        for (code, likely, believed) in [
            ("t", 2, 1_000),
            ("l", 20_000, 1_000_000),
            ("tablet", 5_000_000, 1_000_000_000),
            ("m2", 1_000_000, 1_000_000_000),
        ] {
            let unit = Unit::by_code(code).unwrap();
            let read = |number: u64| Quantity::read("quantity", &number.to_string(), unit, DecimalMark::Point);
            assert_eq!(read(likely).unwrap().ask_unlikely("quantity"), None, "{code}");
            let asked = read(likely + 1).unwrap().ask_unlikely("quantity").unwrap();
            assert_eq!(
                (asked.code.as_ref(), asked.params[0].1.as_str()),
                ("quantity-unlikely", &*format!("{} {code}", likely + 1))
            );
            assert!(read(believed).is_ok(), "{code}");
            assert_eq!(read(believed + 1).unwrap_err().code, "quantity-absurd", "{code}");
        }
    }

    proptest! {
        #[test]
        fn an_exact_decimal_reads_back(amount in 0_i64..i64::MAX, scale in 0_u32..12) {
            let text = exact(i128::from(amount), scale);
            let back = read_decimal("quantity", &text, DecimalMark::Point).unwrap();
            prop_assert_eq!(exact(back.digits, back.scale), text);
        }

        #[test]
        fn garbage_never_panics(text in "\\PC{0,40}") {
            for mark in DecimalMark::ALL { let _ = read_decimal("quantity", &text, *mark); }
        }
    }
}
