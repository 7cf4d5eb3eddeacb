//! A day as the file's program printed it, made readable for the model's own reading of days.
//!
//! Refuses to turn what is not a day of three numbers: that text goes on as it stands and is answered there.

use model::fold::fold;

model::codes! {
    /// In which order a file prints year, month and day; ISO 8601 with hyphens is always understood.
    pub enum DateOrder {
        /// Not declared: a day with two readings is refused with both.
        Any = "any",
        /// Year, month, day: `2019.03.07` is 7 March.
        Ymd = "ymd",
        /// Year, day, month: `2019.03.07` is 3 July.
        Ydm = "ydm",
        /// Day, month, year.
        Dmy = "dmy",
        /// Month, day, year.
        Mdy = "mdy",
    }
}

/// The day of `text` and the time of day behind it, where there is one that is not midnight.
pub(crate) fn read(text: &str, order: DateOrder) -> (String, String) {
    let (day, time) = split(text.trim());
    (ordered(day, order).unwrap_or_else(|| day.to_owned()), time.to_owned())
}

/// `2021-10-15 13:52:00` and `2021-10-15T13:52Z` are a day and a time; midnight is how spreadsheets print no time.
fn split(text: &str) -> (&str, &str) {
    match text.split_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') => {
            let minute = time.trim().get(..5).unwrap_or_else(|| time.trim());
            (day, if minute == "00:00" { "" } else { minute })
        }
        _ => (text, ""),
    }
}

/// The day in ISO order, where the declared order says more than its own look does.
fn ordered(day: &str, order: DateOrder) -> Option<String> {
    // Folded, digits of any script are ASCII and every separator is one blank.
    let plain = fold(day);
    let parts: Vec<&str> = plain.split(' ').collect();
    let [a, b, c] = parts.as_slice() else { return None };
    if !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let (year, month, date) = match order {
        DateOrder::Any | DateOrder::Dmy => return None,
        DateOrder::Ymd => (a, b, c),
        DateOrder::Ydm => (a, c, b),
        DateOrder::Mdy => (c, a, b),
    };
    (year.len() == 4).then(|| format!("{year}-{month:0>2}-{date:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str, order: DateOrder) -> String {
        read(text, order).0
    }

    #[test]
    fn a_declared_order_settles_a_day_with_two_readings() {
        assert_eq!(day("2019.03.07", DateOrder::Ymd), "2019-03-07");
        assert_eq!(day("2019.03.07", DateOrder::Ydm), "2019-07-03");
        assert_eq!(day("3/7/2019", DateOrder::Mdy), "2019-03-07");
        assert_eq!(day("۱۴۰۰/۷/۲۳", DateOrder::Ymd), "1400-07-23");
        assert_eq!(day("2019.03.07", DateOrder::Any), "2019.03.07");
        assert_eq!(day("15.10.2021", DateOrder::Dmy), "15.10.2021");
        assert_eq!(day("yesterday", DateOrder::Mdy), "yesterday");
    }

    #[test]
    fn a_time_behind_the_day_is_its_time_and_midnight_is_none() {
        assert_eq!(read("2021-10-15 13:52:00", DateOrder::Any), ("2021-10-15".into(), "13:52".into()));
        assert_eq!(read("2021-10-15T00:00:00Z", DateOrder::Any), ("2021-10-15".into(), String::new()));
    }
}
