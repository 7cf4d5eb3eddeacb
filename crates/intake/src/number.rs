//! Numbers as a program with binary floats prints them: `9e-05`, `25713.829999999998`.
//!
//! Refuses to change a value: an exponent is only written out; the tail is rounded by the unit, in the model.

use model::quantity::DecimalMark;
use std::borrow::Cow;

/// As many characters as the model reads of one number.
const LONGEST: usize = 24;

/// `text` without exponent, with the decimal mark that the file uses; anything else as it stands.
pub(crate) fn plain(text: &str, mark: DecimalMark) -> Cow<'_, str> {
    let written = match written_out(text) {
        Some(written) => written,
        None if text.len() > LONGEST && is_decimal(text) => text.to_owned(),
        None => return Cow::Borrowed(text),
    };
    // What stands behind 18 decimals is below any base unit, even of tonnes.
    let short = match written.find('.') {
        Some(point) if point < LONGEST - 1 => written.chars().take(LONGEST).collect(),
        _ => written,
    };
    Cow::Owned(if mark == DecimalMark::Comma { short.replace('.', ",") } else { short })
}

fn is_decimal(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && text.matches('.').count() == 1
}

/// `1.5e-3` as `0.0015`; `None` where there is no exponent, or one that no quantity has.
fn written_out(text: &str) -> Option<String> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let exponent: i32 = exponent.parse().ok().filter(|exponent| (-30..=30).contains(exponent))?;
    let mantissa = mantissa.replace(',', ".");
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((&mantissa, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || digits.len() > 40 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let point = i32::try_from(whole.len()).ok()? + exponent;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    let length = i32::try_from(digits.len()).ok()?;
    Some(if point <= 0 {
        format!("0.{}{digits}", zeros(-point))
    } else if point >= length {
        format!("{digits}{}", zeros(point - length))
    } else {
        let (head, tail) = digits.split_at(usize::try_from(point).ok()?);
        format!("{head}.{tail}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::quantity::{exact, read_decimal};
    use proptest::prelude::*;

    #[test]
    fn an_exponent_is_written_out_and_nothing_else_is_touched() {
        let point = |text: &'static str| plain(text, DecimalMark::Point);
        assert_eq!(point("9e-05"), "0.00009");
        assert_eq!(point("5.9999999999999995e-05"), "0.000059999999999999995");
        assert_eq!(point("1.5E+3"), "1500");
        assert_eq!(point("12.25e1"), "122.5");
        assert_eq!(point("25713.829999999998"), "25713.829999999998");
        assert_eq!(point("0.000000123456789012345678"), "0.0000001234567890123456");
        assert_eq!(plain("9e-05", DecimalMark::Comma), "0,00009");
        for text in ["", "e", "1e", "e5", "1e99", "-1e5", "seven", "1.2.3e4"] {
            assert_eq!(point(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_float_keeps_its_value(number in 0.000_000_001_f64..1e15) {
            let written = format!("{number:e}");
            let read = |text: &str| read_decimal("quantity", text, DecimalMark::Point).map(|read| exact(read.digits, read.scale));
            let plain = plain(&written, DecimalMark::Point).into_owned();
            prop_assert_eq!(read(&plain).unwrap().parse::<f64>().unwrap().to_string(), number.to_string());
        }

        #[test]
        fn garbage_never_panics(text in "\\PC{0,60}") {
            let _ = plain(&text, DecimalMark::Comma);
        }
    }
}
