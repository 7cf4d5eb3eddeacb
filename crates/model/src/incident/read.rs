//! Reading single typed texts: countries, units, counts, purity, codes, degrees.
//!
//! Refuses to guess: what is not understood is a problem with the text in it.

use crate::catalogue::country::Country;
use crate::catalogue::unit::Unit;
use crate::problem::{Problem, Problems};
use crate::quantity::{DecimalMark, read_decimal};

/// Checks each typed part that is not blank; problems keep the place of the part.
pub(super) fn each<D, T>(
    field: &str,
    drafts: &[D],
    is_blank: fn(&D) -> bool,
    check: fn(&D) -> Result<T, Problems>,
    problems: &mut Problems,
) -> Vec<T> {
    if drafts.len() > 100 {
        problems.add(Problem::new(field, "too-many").with("limit", 100));
        return Vec::new();
    }
    let mut kept = Vec::new();
    for (place, draft) in drafts.iter().enumerate().filter(|(_, draft)| !is_blank(draft)) {
        match check(draft) {
            Ok(part) => kept.push(part),
            Err(found) => {
                let outer = format!("{field}.{place}");
                found.0.into_iter().for_each(|problem| problems.add(problem.inside(&outer)));
            }
        }
    }
    kept
}

/// `None` for a blank text, else what `read` makes of it, its problem noted.
pub(super) fn optional<T>(
    typed: &str,
    read: impl FnOnce(&str) -> Result<T, Problem>,
    problems: &mut Problems,
) -> Option<T> {
    if typed.trim().is_empty() { None } else { problems.keep(read(typed.trim())) }
}

pub(super) fn read_country(field: &str, typed: &str) -> Result<&'static Country, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::new(field, "required"));
    }
    let found = Country::by_code(typed).or_else(|| Country::recognise(typed));
    found.ok_or_else(|| Problem::new(field, "country-unknown").with("text", typed.trim()))
}

pub(super) fn read_unit(field: &str, typed: &str) -> Result<&'static Unit, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::new(field, "required"));
    }
    let found = Unit::by_code(typed.trim()).or_else(|| Unit::recognise(typed));
    found.ok_or_else(|| Problem::new(field, "unit-unknown").with("text", typed.trim()))
}

pub(super) fn read_count(field: &str, typed: &str) -> Result<u32, Problem> {
    let plain = crate::time::ascii_digits(typed.trim());
    let read = plain.parse().ok().filter(|count| *count <= 100_000_000);
    read.ok_or_else(|| Problem::new(field, "count-unreadable").with("text", typed.trim()))
}

pub(super) fn read_purity(typed: &str) -> Result<u16, Problem> {
    let decimal = read_decimal("purity", typed.trim_end_matches('%'), DecimalMark::Either)?;
    let hundredths = decimal.digits.checked_mul(100).map(|scaled| scaled / 10_i128.pow(decimal.scale));
    let fits =
        hundredths.and_then(|hundredths| u16::try_from(hundredths).ok()).filter(|hundredths| *hundredths <= 10_000);
    fits.ok_or_else(|| Problem::new("purity", "purity-range").with("text", typed))
}

pub(super) fn read_hs_code(typed: &str) -> Result<String, Problem> {
    let digits: String = typed.chars().filter(|letter| !matches!(letter, ' ' | '.')).collect();
    let fits = digits.is_empty() || digits.len() == 6 && digits.chars().all(|letter| letter.is_ascii_digit());
    if fits { Ok(digits) } else { Err(Problem::new("hs_code", "hs-code").with("text", typed.trim())) }
}

pub(super) fn read_degrees(field: &str, typed: &str, limit: i32) -> Result<i32, Problem> {
    let (sign, plain) = typed.strip_prefix('-').map_or((1, typed), |rest| (-1, rest));
    let decimal = read_decimal(field, plain, DecimalMark::Point)?;
    let millionths = decimal.digits.checked_mul(1_000_000).map(|scaled| scaled / 10_i128.pow(decimal.scale));
    let fits = millionths.and_then(|millionths| i32::try_from(millionths).ok());
    let fits = fits.filter(|millionths| *millionths <= limit * 1_000_000).map(|millionths| sign * millionths);
    fits.ok_or_else(|| Problem::new(field, "degrees-range").with("text", typed).with("limit", limit))
}
