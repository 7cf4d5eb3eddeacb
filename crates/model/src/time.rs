//! Moments (UTC microseconds), days (ISO), and reading a day as people of the region type it.
//!
//! Refuses a two-digit year, and a day that can be read in two ways: it answers with both readings. A declared order
//! settles it.

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

crate::codes! {
    /// In which order year, month and day were written; a mapping may declare it, a form never does.
    pub enum DateOrder {
        /// Not declared: a day with two readings is refused with both.
        Any = "any",
        /// Year, month, day: `2019.03.07` is 7 March.
        Ymd = "ymd",
        /// Year, day, month: `2019.03.07` is 3 July.
        Ydm = "ydm",
        /// Day, month, year: `3/7/2019` is 3 July.
        Dmy = "dmy",
        /// Month, day, year: `3/7/2019` is 7 March.
        Mdy = "mdy",
    }
}

/// Reads a day: `2021-10-15`, `15.10.2021`, `15/10/2021`, `10/15/2021`, `2021.10.15`, `2021.15.10`, and Solar Hijri (a year
/// of 1300 to 1499 is one).
///
/// Problems: `date-unreadable`, `date-impossible`, `date-two-digit-year`, `date-ambiguous` (params `a`, `b`).
pub fn read_day(field: &str, text: &str) -> Result<WrittenDay, Problem> {
    read_day_as(field, text, DateOrder::Any)
}

/// The same where the order of year, month and day is declared; its text stays as written.
pub fn read_day_as(field: &str, text: &str, order: DateOrder) -> Result<WrittenDay, Problem> {
    let written = text.trim();
    let problem = |code| Problem::new(field, code).with("text", written);
    let numbers = Numbers::of(written).ok_or_else(|| problem("date-unreadable"))?;
    if numbers.year.is_none() {
        return Err(problem("date-two-digit-year"));
    }
    let (calendar, text) = (numbers.calendar(), written.to_owned());
    match numbers.days(order).as_slice() {
        [] => Err(problem("date-impossible")),
        [day] => Ok(WrittenDay { day: *day, calendar, text }),
        [a, b, ..] => Err(problem("date-ambiguous").with("a", a).with("b", b)),
    }
}

/// Every day that a text can be, whatever the order.
pub(crate) fn days_of(text: &str) -> Vec<Day> {
    Numbers::of(text.trim()).map_or_else(Vec::new, |numbers| numbers.days(DateOrder::Any))
}

/// The three numbers of a day, before it is known which is the month.
struct Numbers {
    /// What stands between them.
    mark: char,
    /// The year and whether it comes first; `None` where none of them has four digits.
    year: Option<(i32, bool)>,
    /// The other two, as written.
    rest: (i32, i32),
}

impl Numbers {
    fn of(written: &str) -> Option<Self> {
        let plain = ascii_digits(written.trim_end_matches('.'));
        let mark = ['-', '.', '/', ' '].into_iter().find(|mark| plain.contains(*mark))?;
        let parts: Vec<&str> = plain.split(mark).map(str::trim).collect();
        let [a, b, c] = parts.as_slice() else { return None };
        let number = |part: &str| {
            let in_digits = part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<i32>().ok().filter(|_| in_digits)
        };
        let (first, middle, last) = (number(a)?, number(b)?, number(c)?);
        let (year, rest) = match (a.len(), c.len()) {
            (4, _) => (Some((first, true)), (middle, last)),
            (_, 4) => (Some((last, false)), (first, middle)),
            _ => (None, (middle, last)),
        };
        Some(Self { mark, year, rest })
    }

    fn calendar(&self) -> Calendar {
        let is_hijri = self.year.is_some_and(|(year, _)| (1300..1500).contains(&year));
        if is_hijri { Calendar::SolarHijri } else { Calendar::Gregorian }
    }

    /// Whether the month may be the first of the other two, and whether it may be the second.
    ///
    /// With hyphens and the year first it is ISO 8601, and some portals print year, day, month; with dots and the year last
    /// the region writes day, month, year; slashes say nothing. Solar Hijri is written in the order of its own countries.
    fn months(&self, year_first: bool, order: DateOrder) -> (bool, bool) {
        let is_hijri = self.calendar() == Calendar::SolarHijri;
        match (year_first, order) {
            (true, _) if is_hijri => (true, false),
            (true, DateOrder::Ymd) => (true, false),
            (true, DateOrder::Ydm) => (self.mark == '-', true),
            (true, _) => (true, self.mark != '-'),
            (false, DateOrder::Dmy) => (false, true),
            (false, DateOrder::Mdy) => (true, false),
            (false, _) => (!is_hijri && self.mark != '.', true),
        }
    }

    /// The days it can be in this order: none, one or two.
    fn days(&self, order: DateOrder) -> Vec<Day> {
        let Some((year, year_first)) = self.year else { return Vec::new() };
        let (first, second) = self.rest;
        let (month_first, month_second) = self.months(year_first, order);
        // The reading that is the rule where nothing is declared comes first.
        let mut readings = [(month_first, first, second), (month_second, second, first)];
        if !year_first {
            readings.reverse();
        }
        let possible = readings.into_iter().filter(|(may, ..)| *may);
        let mut days: Vec<Day> =
            possible.filter_map(|(_, month, day)| civil(self.calendar(), year, month, day)).collect();
        days.dedup();
        days
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

/// How a clock of twelve hours says its half, in English and Persian, and the hours the half adds.
const HALVES: [(&str, u16); 8] =
    [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12), ("ق.ظ", 0), ("ب.ظ", 12), ("صبح", 0), ("بعدازظهر", 12)];

/// Reads a time of day, `13:52`, `13:52:07` or `1:52 PM`, as minutes since midnight.
pub fn read_time(field: &str, text: &str) -> Result<u16, Problem> {
    let plain = ascii_digits(text.trim()).to_lowercase();
    let halved = HALVES.iter().find_map(|(word, added)| Some((plain.strip_suffix(word)?.trim_end(), *added)));
    let (clock, half) = halved.map_or((plain.as_str(), None), |(clock, added)| (clock, Some(added)));
    read_clock(clock)
        .and_then(|(hour, minute)| Some(of_half(hour, half)? * 60 + minute))
        .ok_or_else(|| Problem::new(field, "time-unreadable").with("text", text.trim()))
}

/// Hour and minute; seconds are read over.
fn read_clock(clock: &str) -> Option<(u16, u16)> {
    let (hour, rest) = clock.split_once(':')?;
    let (minute, seconds) = rest.split_once(':').unwrap_or((rest, ""));
    let number = |text: &str| text.parse::<u16>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let in_numbers = seconds.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    number(hour).zip(number(minute)).filter(|(_, minute)| in_numbers && *minute < 60)
}

/// The hour of a day; a clock of twelve hours begins each half with 12.
const fn of_half(hour: u16, half: Option<u16>) -> Option<u16> {
    match (hour, half) {
        (1..=12, Some(added)) => Some(hour % 12 + added),
        (0..=23, None) | (13..=23, Some(12)) => Some(hour),
        _ => None,
    }
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
        for (text, a, b) in [
            ("10/11/2021", "2021-11-10", "2021-10-11"),
            ("11-12-2021", "2021-12-11", "2021-11-12"),
            ("2021/10/11", "2021-10-11", "2021-11-10"),
        ] {
            let problem = read_day("day", text).unwrap_err();
            assert_eq!((problem.code.as_ref(), problem.params[0].1.as_str()), ("date-ambiguous", text));
            assert_eq!((problem.params[1].1.as_str(), problem.params[2].1.as_str()), (a, b), "{text}");
        }
    }

    #[test]
    fn a_day_that_only_one_order_makes_possible_is_that_day_and_dots_are_day_month_year() {
        assert_eq!((day("10/25/2021"), day("25-10-2021")), ("2021-10-25".to_owned(), "2021-10-25".to_owned()));
        assert_eq!((day("11.10.2021"), day("10.25.2021")), ("2021-10-11".to_owned(), "date-impossible".to_owned()));
        assert_eq!((day("10/10/2021"), day("2021-11-10")), ("2021-10-10".to_owned(), "2021-11-10".to_owned()));
        assert_eq!(
            (day("31/04/2021"), day("15/13/2021")),
            ("date-impossible".to_owned(), "date-impossible".to_owned())
        );
    }

    #[test]
    fn a_declared_order_settles_a_day_with_two_readings_and_its_text_stays() {
        let read = |text: &str, order| match read_day_as("day", text, order) {
            Ok(read) if read.text == text => read.day.to_string(),
            Ok(read) => panic!("{text} became {}", read.text),
            Err(problem) => problem.code.into_owned(),
        };
        assert_eq!(read("2019.03.07", DateOrder::Ymd), "2019-03-07");
        assert_eq!(read("2019.03.07", DateOrder::Ydm), "2019-07-03");
        assert_eq!(read("2021.15.10", DateOrder::Ydm), "2021-10-15");
        assert_eq!(read("3/7/2019", DateOrder::Mdy), "2019-03-07");
        assert_eq!(read("3/7/2019", DateOrder::Dmy), "2019-07-03");
        assert_eq!(read("10.25.2021", DateOrder::Mdy), "2021-10-25");
        assert_eq!(read("3/7/2019", DateOrder::Ymd), "date-ambiguous", "declared is only what begins with the year");
        for order in DateOrder::ALL {
            assert_eq!(read("2021-10-15", *order), "2021-10-15", "{order}");
        }
        assert_eq!(read("2021-10-11", DateOrder::Mdy), "2021-10-11");
        assert_eq!(
            read("2021-10-11", DateOrder::Ydm),
            "date-ambiguous",
            "ISO 8601 says one thing, the mapping another"
        );
    }

    #[test]
    fn a_solar_hijri_day_is_told_by_its_year_in_every_order() {
        for order in DateOrder::ALL {
            let read = read_day_as("day", "۱۴۰۰/۰۷/۱۰", *order).unwrap();
            assert_eq!(
                (read.day.to_string(), read.calendar),
                ("2021-10-02".to_owned(), Calendar::SolarHijri),
                "{order}"
            );
            assert_eq!(read.text, "۱۴۰۰/۰۷/۱۰");
        }
        assert_eq!((day("10/07/1400"), day("1400/23/07")), ("2021-10-02".to_owned(), "date-impossible".to_owned()));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        assert_eq!(day("30.02.2021"), "date-impossible");
        assert_eq!(day("15.10.21"), "date-two-digit-year");
        assert_eq!(day("yesterday"), "date-unreadable");
        assert_eq!(day(""), "date-unreadable");
    }

    #[test]
    fn a_time_of_twelve_hours_is_read_with_its_half_and_nothing_else_is_read_over() {
        let time = |text: &str| read_time("time", text).map(|minutes| (minutes / 60, minutes % 60)).ok();
        for late in ["11:45 PM", "11:45pm", "11:45 p.m.", "11:45:30 PM", "23:45", "23:45 PM", "۱۱:۴۵ ب.ظ"] {
            assert_eq!(time(late), Some((23, 45)), "{late}");
        }
        assert_eq!((time("12:05 AM"), time("12:05 PM"), time("0:05")), (Some((0, 5)), Some((12, 5)), Some((0, 5))));
        for wrong in ["13:45 AM", "0:10 PM", "24:00", "11:60", "11:45 UTC", "11:4x", "11", "+1:20", "11:45:x"] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
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
