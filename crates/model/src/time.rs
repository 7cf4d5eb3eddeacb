//! Moments (UTC microseconds), days (ISO), and reading a day as people of the region type it.
//!
//! Refuses a two-digit year, and a day that can be read in two ways: it answers with both readings.

use crate::problem::Problem;
use icu_calendar::Date as CalendarDate;
use icu_calendar::cal::Persian;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A point in time: microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The UTC day it falls on.
    pub fn day(self) -> Day {
        self.day_at(0)
    }

    /// The day it falls on where clocks are `offset` minutes ahead of UTC.
    pub fn day_at(self, offset: i16) -> Day {
        let shifted = self.0.saturating_add(i64::from(offset) * 60_000_000);
        let stamp = jiff::Timestamp::from_microsecond(shifted).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        Day(jiff::tz::Offset::UTC.to_datetime(stamp).date())
    }

    /// ISO 8601 with `Z`, to the second; the form used in JSON, exports and hashes.
    pub fn iso(self) -> String {
        let stamp = jiff::Timestamp::from_microsecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        stamp.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// This moment plus so many seconds.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }
}

/// A day of the Gregorian calendar, written `2021-10-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day of this year, month and day of month; `None` where there is none.
    pub fn of(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// Its year, month and day of month.
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The year, month and day of month of the Solar Hijri calendar (Iran, Afghanistan).
    pub fn solar_hijri(self) -> Option<(i32, u8, u8)> {
        let (year, month, day) = self.parts();
        let iso = CalendarDate::try_new_iso(year.into(), month.unsigned_abs(), day.unsigned_abs()).ok()?;
        let persian = iso.to_calendar(Persian);
        Some((persian.year().extended_year(), persian.month().ordinal, persian.day_of_month().0))
    }

    /// The day so many days later (earlier when negative), at most the ends of the calendar.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days.clamp(-7_000_000, 7_000_000))))
    }

    /// Days from `earlier` to this one.
    pub fn since(self, earlier: Day) -> i64 {
        self.0.duration_since(earlier.0).as_hours() / 24
    }

    /// Midnight UTC at its start.
    pub fn start(self) -> Moment {
        let stamp = jiff::tz::Offset::UTC.to_timestamp(self.0.to_datetime(jiff::civil::Time::midnight()));
        Moment(stamp.map(jiff::Timestamp::as_microsecond).unwrap_or_default())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
impl FromStr for Day {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        text.parse().map(Self).map_err(|_| Problem::new("", "date-unreadable").with("text", text))
    }
}
impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(|_| serde::de::Error::custom("not a day"))
    }
}

crate::codes! {
    /// The calendar a day was written in.
    pub enum Calendar {
        /// Gregorian.
        Gregorian = "gregorian",
        /// Solar Hijri, official in Iran and Afghanistan.
        SolarHijri = "solar-hijri",
    }
}

/// A day with what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenDay {
    /// The day meant.
    pub day: Day,
    /// The calendar it was written in.
    pub calendar: Calendar,
    /// The text as written.
    pub text: String,
}

/// Digits of any script of the region as ASCII.
pub(crate) fn ascii_digits(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\u{660}'..='\u{669}' => char::from(b'0' + u8::try_from(letter as u32 - 0x660).unwrap_or(0)),
            '\u{6F0}'..='\u{6F9}' => char::from(b'0' + u8::try_from(letter as u32 - 0x6F0).unwrap_or(0)),
            other => other,
        })
        .collect()
}

/// Reads a day: `2021-10-15`, `15.10.2021`, `15/10/2021`, `2021.10.15`, `2021.15.10`, and the same in Solar Hijri
/// (a year of 1300 to 1499 is one).
///
/// Problems: `date-unreadable`, `date-impossible`, `date-two-digit-year`, `date-ambiguous` (params `a`, `b`).
pub fn read_day(field: &str, text: &str) -> Result<WrittenDay, Problem> {
    let written = text.trim();
    let plain = ascii_digits(written);
    let separator = ['-', '.', '/'].into_iter().find(|mark| plain.contains(*mark)).unwrap_or('-');
    let parts: Vec<&str> = plain.split(separator).map(str::trim).collect();
    let [a, b, c] = parts.as_slice() else {
        return Err(Problem::new(field, "date-unreadable").with("text", written));
    };
    let number = |part: &str| part.parse::<i32>().ok().filter(|_| part.len() <= 4);
    let (Some(first), Some(middle), Some(last)) = (number(a), number(b), number(c)) else {
        return Err(Problem::new(field, "date-unreadable").with("text", written));
    };
    if a.len() != 4 && c.len() != 4 {
        return Err(Problem::new(field, "date-two-digit-year").with("text", written));
    }
    let (year, readings) = if a.len() == 4 {
        // Some official portals print year, day, month with dots; ISO with hyphens never does.
        let swapped = if separator == '-' { None } else { Some((last, middle)) };
        (first, [Some((middle, last)), swapped])
    } else {
        (last, [Some((middle, first)), None])
    };
    choose(field, written, year, readings)
}

fn choose(field: &str, written: &str, year: i32, readings: [Option<(i32, i32)>; 2]) -> Result<WrittenDay, Problem> {
    let calendar = if (1300..1500).contains(&year) { Calendar::SolarHijri } else { Calendar::Gregorian };
    let mut days: Vec<Day> =
        readings.into_iter().flatten().filter_map(|(month, day)| civil(calendar, year, month, day)).collect();
    days.dedup();
    match days.as_slice() {
        [] => Err(Problem::new(field, "date-impossible").with("text", written)),
        [day] => Ok(WrittenDay { day: *day, calendar, text: written.to_owned() }),
        [a, b, ..] => Err(Problem::new(field, "date-ambiguous").with("text", written).with("a", a).with("b", b)),
    }
}

fn civil(calendar: Calendar, year: i32, month: i32, day: i32) -> Option<Day> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    match calendar {
        Calendar::Gregorian => Day::of(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?),
        Calendar::SolarHijri => {
            let date = CalendarDate::try_new_persian(year, month, day).ok()?.to_calendar(icu_calendar::Iso);
            let (month, day) = (date.month().ordinal, date.day_of_month().0);
            Day::of(
                i16::try_from(date.year().extended_year()).ok()?,
                i8::try_from(month).ok()?,
                i8::try_from(day).ok()?,
            )
        }
    }
}

/// Minutes that clocks of an IANA time zone are ahead of UTC at noon of `day`; 0 for a zone nobody knows.
pub fn offset_on(zone: &str, day: Day) -> i16 {
    let Ok(zone) = jiff::tz::TimeZone::get(zone) else { return 0 };
    let seconds = zone.to_offset(jiff::Timestamp::from_microsecond(day.start().0 + 43_200_000_000).unwrap_or_default());
    i16::try_from(seconds.seconds() / 60).unwrap_or_default()
}

/// Reads a time of day `HH:MM` as minutes since midnight.
pub fn read_time(field: &str, text: &str) -> Result<u16, Problem> {
    let plain = ascii_digits(text.trim());
    plain
        .split_once(':')
        .and_then(|(hour, minute)| Some((hour.parse::<u16>().ok()?, minute.get(..2)?.parse::<u16>().ok()?)))
        .filter(|(hour, minute)| *hour < 24 && *minute < 60)
        .map(|(hour, minute)| hour * 60 + minute)
        .ok_or_else(|| Problem::new(field, "time-unreadable").with("text", text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> String {
        read_day("day", text).map_or_else(|problem| problem.code.into_owned(), |read| read.day.to_string())
    }

    #[test]
    fn days_are_read_as_the_region_types_them() {
        assert_eq!(day("2021-10-15"), "2021-10-15");
        assert_eq!(day("15.10.2021"), "2021-10-15");
        assert_eq!(day("15/10/2021"), "2021-10-15");
        assert_eq!(day("2021.15.10"), "2021-10-15");
        assert_eq!(day("۱۴۰۰/۰۷/۲۳"), "2021-10-15");
        assert_eq!(day("1400-07-23"), "2021-10-15");
    }

    #[test]
    fn a_day_with_two_readings_is_asked_back_with_both() {
        let problem = read_day("day", "2019.03.07").unwrap_err();
        assert_eq!(problem.code, "date-ambiguous");
        assert_eq!(problem.params[1].1, "2019-03-07");
        assert_eq!(problem.params[2].1, "2019-07-03");
        assert_eq!(day("2019.07.07"), "2019-07-07");
    }

    #[test]
    fn what_is_no_day_is_refused() {
        assert_eq!(day("30.02.2021"), "date-impossible");
        assert_eq!(day("15.10.21"), "date-two-digit-year");
        assert_eq!(day("yesterday"), "date-unreadable");
        assert_eq!(day(""), "date-unreadable");
    }

    #[test]
    fn nowruz_1400_is_21_march_2021() {
        assert_eq!(Day::of(2021, 3, 21).unwrap().solar_hijri(), Some((1400, 1, 1)));
    }

    proptest! {
        #[test]
        fn garbage_never_panics(text in "\\PC{0,24}") {
            let _ = read_day("day", &text);
            let _ = read_time("time", &text);
        }

        #[test]
        fn a_solar_hijri_day_reads_back(offset in 0_i64..40_000) {
            let day = Day::of(1930, 1, 1).unwrap().plus(offset);
            let (year, month, date) = day.solar_hijri().unwrap();
            prop_assert_eq!(read_day("day", &format!("{year}-{month:02}-{date:02}")).unwrap().day, day);
        }
    }
}
