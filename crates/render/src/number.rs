//! Numbers as people read them: exact, grouped, in the digits of the language.
//!
//! Refuses: floating point for anything that was counted or weighed. An amount is a whole number of base units with a
//! scale (µg shown as kg: scale 9); trailing zeros are not shown. Exports use [`plain_decimal`]: Latin digits, a point.

use crate::words::Speech;
use icu_decimal::input::Decimal;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale_core::Locale;
use model::lang::Lang;

thread_local! {
    static FORMATTERS: [Option<DecimalFormatter>; Lang::ALL.len()] = Lang::ALL.map(|lang| {
        let locale: Locale = lang.tag().parse().ok()?;
        DecimalFormatter::try_new(DecimalFormatterPreferences::from(&locale), icu_decimal::options::DecimalFormatterOptions::default()).ok()
    });
}

/// A whole number of any size, by value or by reference, so that templates may pass either.
pub trait Whole {
    /// Its value.
    fn whole(&self) -> i128;
}
macro_rules! whole { ($($kind:ty),+) => { $( impl Whole for $kind {
    fn whole(&self) -> i128 { i128::try_from(*self).unwrap_or(i128::MAX) }
} )+ } }
whole!(i8, i16, i32, i64, i128, u8, u16, u32, u64, u128, usize, isize);
impl<T: Whole> Whole for &T {
    fn whole(&self) -> i128 {
        (**self).whole()
    }
}

/// `base` units as a decimal of `scale` places, exact, without trailing zeros: `(5_065_000, 6)` is `5.065`.
pub fn plain_decimal(base: i128, scale: u8) -> String {
    let digits = format!("{:0>width$}", base.unsigned_abs(), width = usize::from(scale) + 1);
    let (whole, part) = digits.split_at(digits.len() - usize::from(scale));
    let part = part.trim_end_matches('0');
    let sign = if base < 0 { "-" } else { "" };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// A decimal text (`1284.316`) grouped and in the language's digits; the text itself where it is not a decimal.
fn localise(lang: Lang, decimal: &str) -> String {
    let index = Lang::ALL.iter().position(|each| *each == lang).unwrap_or_default();
    Decimal::try_from_str(decimal)
        .ok()
        .and_then(|decimal| {
            FORMATTERS.with(|all| all.get(index).and_then(Option::as_ref).map(|one| one.format(&decimal).to_string()))
        })
        .unwrap_or_else(|| decimal.to_owned())
}

/// A number that a message carries. Whole numbers only reach this exactly, as counts do.
pub(crate) fn of_float(lang: Lang, value: f64) -> String {
    localise(lang, &format!("{value}"))
}

/// `part` of `all` in thousandths, rounded half up; `None` where there is nothing to divide by.
pub fn permille(part: i128, all: i128) -> Option<i128> {
    (all > 0).then(|| (part * 2000 + all) / (all * 2))
}

impl Speech {
    /// A whole number, grouped: `1,284` · `1 284` · `۱٬۲۸۴`.
    pub fn int(self, number: impl Whole) -> String {
        localise(self.lang(), &number.whole().to_string())
    }

    /// `base` units shown with `scale` decimal places, exact, without trailing zeros.
    pub fn decimal(self, base: impl Whole, scale: u8) -> String {
        localise(self.lang(), &plain_decimal(base.whole(), scale))
    }

    /// Like [`Self::decimal`], rounded half away from zero to `places`: for labels on charts and maps only.
    pub fn rounded(self, base: impl Whole, scale: u8, places: u8) -> String {
        let drop = 10_i128.pow(u32::from(scale.saturating_sub(places)));
        let base = base.whole();
        let half = if base < 0 { -drop / 2 } else { drop / 2 };
        localise(self.lang(), &plain_decimal((base + half) / drop, scale.min(places)))
    }

    /// A decimal already written with a point (`1284.316`), in the language's digits.
    pub fn decimal_text(self, decimal: &str) -> String {
        localise(self.lang(), decimal)
    }

    /// `part` of `all` as a whole percentage: `19 %`; a dash where there is nothing to divide by.
    pub fn percent(self, part: impl Whole, all: impl Whole) -> String {
        permille(part.whole(), all.whole()).map_or_else(
            || "–".to_owned(),
            |permille| self.say_one("unit-percent", "value", self.int((permille + 5) / 10)),
        )
    }

    /// Digits of a text in the language's script, without grouping: a year, a number in a name.
    pub fn digits(self, text: &str) -> String {
        if self.lang() != Lang::Fa {
            return text.to_owned();
        }
        let zero = u32::from('۰') - u32::from('0');
        text.chars()
            .map(|c| if c.is_ascii_digit() { char::from_u32(u32::from(c) + zero).unwrap_or(c) } else { c })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_microgram_is_never_lost() {
        assert_eq!(plain_decimal(1_284_316_000_000, 9), "1284.316");
        assert_eq!(plain_decimal(1, 9), "0.000000001");
        assert_eq!(plain_decimal(-5_065_000_000, 9), "-5.065");
        assert_eq!(plain_decimal(0, 9), "0");
        assert_eq!(plain_decimal(1_000_000_000, 9), "1");
        assert_eq!(plain_decimal(i128::MAX, 0), i128::MAX.to_string());
    }

    #[test]
    fn figures_are_grouped_in_the_digits_of_the_language() {
        assert_eq!(Speech::of(Lang::En).decimal(1_284_316_000_000_i64, 9), "1,284.316");
        assert_eq!(Speech::of(Lang::Ru).decimal(1_284_316_000_000_i64, 9), "1\u{a0}284,316");
        assert_eq!(Speech::of(Lang::Fa).decimal(1_284_316_000_000_i64, 9), "۱٬۲۸۴٫۳۱۶");
        assert_eq!(Speech::of(Lang::Fa).digits("2021"), "۲۰۲۱");
    }

    #[test]
    fn a_label_rounds_half_away_from_zero() {
        let t = Speech::of(Lang::En);
        assert_eq!(t.rounded(512_850_000_000_i64, 9, 1), "512.9");
        assert_eq!(t.rounded(-512_850_000_000_i64, 9, 1), "-512.9");
        assert_eq!(t.rounded(7, 0, 1), "7");
    }

    #[test]
    fn a_share_of_nothing_is_a_dash() {
        let t = Speech::of(Lang::En);
        assert_eq!(t.percent(1, 0), "–");
        assert!(crate::words::plain(&t.percent(19, 100)).starts_with("19"));
    }
}
