//! Days and moments as people read them. Gregorian always; Solar Hijri first and Gregorian beside it in Persian.
//!
//! Refuses: a clock and a time zone of its own. A moment is UTC and the caller names the offset in minutes.

use crate::html::{Safe, escape, ltr};
use crate::words::Speech;
use icu_calendar::{Date, Gregorian, Iso, cal::Persian};
use icu_datetime::fieldsets::{MD, YMD};
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter as Formatter};
use icu_locale_core::Locale;
use model::lang::Lang;
use model::time::{Day, Moment};

/// How one language writes days.
struct Calendars {
    gregorian: Formatter<Gregorian, YMD>,
    gregorian_short: Formatter<Gregorian, MD>,
    solar: Formatter<Persian, YMD>,
    solar_short: Formatter<Persian, MD>,
}

impl Calendars {
    fn of(lang: Lang) -> Option<Self> {
        // `en` alone means American order; the world's English puts the day first.
        let tag = if lang == Lang::En { "en-001" } else { lang.tag() };
        let prefs = DateTimeFormatterPreferences::from(&tag.parse::<Locale>().ok()?);
        Some(Self {
            gregorian: Formatter::try_new(prefs, YMD::medium()).ok()?,
            gregorian_short: Formatter::try_new(prefs, MD::medium()).ok()?,
            solar: Formatter::try_new(prefs, YMD::long()).ok()?,
            solar_short: Formatter::try_new(prefs, MD::long()).ok()?,
        })
    }
}

thread_local! {
    static CALENDARS: [Option<Calendars>; Lang::ALL.len()] = Lang::ALL.map(Calendars::of);
}

fn iso(day: Day) -> Option<Date<Iso>> {
    let (year, month, date) = day.parts();
    Date::try_new_iso(year.into(), month.unsigned_abs(), date.unsigned_abs()).ok()
}

fn written(lang: Lang, day: Day, write: impl Fn(&Calendars, Date<Iso>) -> String) -> String {
    let index = Lang::ALL.iter().position(|each| *each == lang).unwrap_or_default();
    let text = CALENDARS.with(|all| Some(write(all.get(index)?.as_ref()?, iso(day)?)));
    text.unwrap_or_else(|| day.to_string())
}

/// `HH:MM` of a moment where clocks are `offset` minutes ahead of UTC, in Latin digits.
fn clock(moment: Moment, offset: i16) -> String {
    let minutes = moment.0.div_euclid(60_000_000) + i64::from(offset);
    let minutes = minutes.rem_euclid(24 * 60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

impl Speech {
    /// A Gregorian day in words: `15 Oct 2021`.
    pub fn gregorian(self, day: Day) -> String {
        written(self.lang(), day, |calendars, date| {
            calendars.gregorian.format(&date.to_calendar(Gregorian)).to_string()
        })
    }

    /// A Solar Hijri day in words: `۲۳ مهر ۱۴۰۰`.
    pub fn solar_hijri(self, day: Day) -> String {
        written(self.lang(), day, |calendars, date| calendars.solar.format(&date.to_calendar(Persian)).to_string())
    }

    /// The day as this language's readers name it, in plain text: Solar Hijri in Persian, else Gregorian.
    pub fn day_text(self, day: Day) -> String {
        if self.lang() == Lang::Fa { self.solar_hijri(day) } else { self.gregorian(day) }
    }

    /// The day without its year: `15 Oct` · `15 окт.` · `۲۳ مهر`. For axes and strips that say the year elsewhere.
    pub fn day_short(self, day: Day) -> String {
        written(self.lang(), day, |calendars, date| {
            if self.lang() == Lang::Fa {
                calendars.solar_short.format(&date.to_calendar(Persian)).to_string()
            } else {
                calendars.gregorian_short.format(&date.to_calendar(Gregorian)).to_string()
            }
        })
    }

    /// The day of the month alone, for an axis.
    pub fn day_number(self, day: Day) -> String {
        let solar = (self.lang() == Lang::Fa).then(|| day.solar_hijri()).flatten();
        self.digits(&solar.map_or_else(|| day.parts().2.to_string(), |(_, _, date)| date.to_string()))
    }

    /// A day as HTML, in Persian with the Gregorian day beside it.
    pub fn date(self, day: impl AsDay) -> Safe {
        let day = day.as_day();
        let beside = if self.lang() == Lang::Fa {
            format!(" <bdi dir=\"ltr\" class=\"beside\">{day}</bdi>")
        } else {
            String::new()
        };
        Safe::ours(format!("<time datetime=\"{day}\">{}{beside}</time>", escape(&self.day_text(day))))
    }

    /// From one day to another in plain text; one day alone when they are the same.
    pub fn period(self, from: impl AsDay, to: impl AsDay) -> String {
        let (from, to) = (from.as_day(), to.as_day());
        if from == to {
            return self.day_text(from);
        }
        let first = if from.parts().0 == to.parts().0 && self.lang() != Lang::Fa {
            self.day_short(from)
        } else {
            self.day_text(from)
        };
        format!("{first} – {}", self.day_text(to))
    }

    /// `14:05` in the language's digits, where clocks are `offset` minutes ahead of UTC.
    pub fn clock(self, moment: impl AsMoment, offset: i16) -> String {
        self.digits(&clock(moment.as_moment(), offset))
    }

    /// Day and time in plain text, local to `offset`.
    pub fn moment_text(self, moment: impl AsMoment, offset: i16) -> String {
        let moment = moment.as_moment();
        format!("{} {}", self.day_text(moment.day_at(offset)), self.clock(moment, offset))
    }

    /// Day and time as HTML, local to `offset`; the full UTC time on hover.
    pub fn moment(self, moment: impl AsMoment, offset: i16) -> Safe {
        let moment = moment.as_moment();
        Safe::ours(format!(
            "<time datetime=\"{}\" title=\"{}\">{}</time>",
            moment.iso(),
            utc(moment),
            escape(&self.moment_text(moment, offset))
        ))
    }

    /// `2021-10-15 14:05 UTC`, left to right in any text.
    pub fn utc(self, moment: impl AsMoment) -> Safe {
        ltr(&utc(moment.as_moment()))
    }

    /// `2 h ago` in plain text; beyond two days, the day.
    pub fn ago_text(self, moment: impl AsMoment, now: impl AsMoment) -> String {
        let moment = moment.as_moment();
        let seconds = (now.as_moment().0 - moment.0).max(0) / 1_000_000;
        match seconds {
            0..60 => self.say("unit-ago-now"),
            60..3_600 => self.say_one("unit-ago-minutes", "count", seconds / 60),
            3_600..172_800 => self.say_one("unit-ago-hours", "count", seconds / 3_600),
            _ => self.day_text(moment.day()),
        }
    }

    /// `2 h ago` as HTML, with the full time on hover and in print.
    pub fn ago(self, moment: impl AsMoment, now: impl AsMoment) -> Safe {
        let moment = moment.as_moment();
        Safe::ours(format!(
            "<time class=\"ago\" datetime=\"{}\" title=\"{}\">{}</time>",
            moment.iso(),
            utc(moment),
            escape(&self.ago_text(moment, now))
        ))
    }

    /// An identifier, kept left to right.
    pub fn ltr(self, text: impl AsRef<str>) -> Safe {
        ltr(text.as_ref())
    }
}

/// `2021-10-15 14:05 UTC`.
fn utc(moment: Moment) -> String {
    format!("{} {} UTC", moment.day(), clock(moment, 0))
}

/// A day by value or by reference, so that templates may pass either.
pub trait AsDay {
    /// The day.
    fn as_day(&self) -> Day;
}
impl AsDay for Day {
    fn as_day(&self) -> Day {
        *self
    }
}
impl<T: AsDay> AsDay for &T {
    fn as_day(&self) -> Day {
        (**self).as_day()
    }
}

/// A moment by value or by reference, so that templates may pass either.
pub trait AsMoment {
    /// The moment.
    fn as_moment(&self) -> Moment;
}
impl AsMoment for Moment {
    fn as_moment(&self) -> Moment {
        *self
    }
}
impl<T: AsMoment> AsMoment for &T {
    fn as_moment(&self) -> Moment {
        (**self).as_moment()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2021-10-15T14:05:00Z.
    const AFTERNOON: Moment = Moment(1_634_306_700_000_000);

    fn day(year: i16, month: i8, date: i8) -> Day {
        Day::of(year, month, date).unwrap()
    }

    #[test]
    fn a_day_is_written_as_its_readers_write_it() {
        let friday = day(2021, 10, 15);
        assert_eq!(Speech::of(Lang::En).day_text(friday), "15 Oct 2021");
        assert_eq!(Speech::of(Lang::Ru).day_text(friday), "15 окт. 2021\u{202f}г.");
        assert_eq!(Speech::of(Lang::Fa).day_text(friday), "۲۳ مهر ۱۴۰۰");
        assert_eq!(Speech::of(Lang::En).day_short(friday), "15 Oct");
        assert_eq!(Speech::of(Lang::Fa).day_short(friday), "۲۳ مهر");
        assert!(
            Speech::of(Lang::Fa).date(friday).as_str().contains("<bdi dir=\"ltr\" class=\"beside\">2021-10-15</bdi>")
        );
    }

    #[test]
    fn nowruz_starts_the_solar_hijri_year() {
        let t = Speech::of(Lang::Fa);
        assert_eq!(t.day_text(day(2021, 3, 20)), "۳۰ اسفند ۱۳۹۹");
        assert_eq!(t.day_text(day(2021, 3, 21)), "۱ فروردین ۱۴۰۰");
        assert_eq!(t.day_number(day(2021, 3, 21)), "۱");
    }

    #[test]
    fn the_offset_moves_the_clock_and_the_day() {
        let t = Speech::of(Lang::En);
        assert_eq!(t.moment_text(AFTERNOON, 360), "15 Oct 2021 20:05");
        assert_eq!(t.moment_text(AFTERNOON, 600), "16 Oct 2021 00:05");
        assert_eq!(t.moment_text(AFTERNOON, -900), "14 Oct 2021 23:05");
        assert_eq!(t.utc(AFTERNOON).as_str(), "<bdi dir=\"ltr\">2021-10-15 14:05 UTC</bdi>");
        assert_eq!(Speech::of(Lang::Fa).clock(AFTERNOON, 360), "۲۰:۰۵");
    }

    #[test]
    fn recent_moments_are_told_by_their_age() {
        let t = Speech::of(Lang::En);
        let said = |seconds| crate::words::plain(&t.ago_text(AFTERNOON, AFTERNOON.plus_seconds(seconds)));
        assert_eq!(said(5), "just now");
        assert_eq!(said(-5), "just now");
        assert_eq!(said(600), "10 min ago");
        assert_eq!(said(7_300), "2 h ago");
        assert_eq!(said(200_000), "15 Oct 2021");
    }

    #[test]
    fn a_period_names_its_year_once() {
        let t = Speech::of(Lang::En);
        assert_eq!(t.period(day(2021, 10, 4), day(2021, 11, 30)), "4 Oct – 30 Nov 2021");
        assert_eq!(t.period(day(2021, 12, 1), day(2022, 3, 31)), "1 Dec 2021 – 31 Mar 2022");
        assert_eq!(t.period(day(2021, 12, 1), day(2021, 12, 1)), "1 Dec 2021");
    }
}
