//! A cell that holds a day, and with it perhaps a time of day and the difference of its clock from UTC.
//!
//! Refuses to read them: each text goes on as it stands, and the incident's own check answers for it.

use model::time::read_time;

/// The texts of a cell.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The day as written.
    pub(crate) day: String,
    /// The time of day, where there is one that is not midnight.
    pub(crate) time: String,
    /// Minutes its clock is ahead of UTC, where the time says so.
    pub(crate) offset: String,
}

/// `2021-10-15 13:52:00`, `10/15/2021 1:52 PM` and `2021-10-14T23:30:00-05:00` are a day and a time; midnight is how
/// spreadsheets print no time.
pub(crate) fn split(text: &str) -> Parts {
    let text = text.trim();
    let Some((day, rest)) = behind_day(text) else { return Parts { day: text.to_owned(), ..Parts::default() } };
    let (day, (time, offset)) = (day.to_owned(), clock(rest));
    match read_time("time", time) {
        Ok(0) => Parts { day, ..Parts::default() },
        Ok(_) => Parts { day, time: without_seconds(time).to_owned(), offset: offset.unwrap_or_default() },
        // What is no time stays whole, so that its problem quotes all of it.
        Err(_) => Parts { day, time: rest.to_owned(), offset: String::new() },
    }
}

/// What stands before the hour and from it on, a blank or a T between them.
fn behind_day(text: &str) -> Option<(&str, &str)> {
    let before_minutes = text.split(':').next().filter(|before| before.len() < text.len())?;
    let hour = before_minutes.trim_end_matches(char::is_numeric).len();
    let day = text[..hour].strip_suffix([' ', 'T', 't'])?.trim_end();
    Some((day, &text[hour..]))
}

/// The time, and the minutes its clock is ahead of UTC: `Z`, `+05:00`, `-0330`, `+05`, `UTC`.
fn clock(text: &str) -> (&str, Option<String>) {
    let zulu = ["Z", "z", "UTC", "GMT"].iter().find_map(|mark| text.strip_suffix(mark));
    if let Some(time) = zulu {
        return (time.trim_end(), Some("0".to_owned()));
    }
    let Some(at) = text.rfind(['+', '-', '−']) else { return (text, None) };
    match minutes(&text[at..]) {
        Some(minutes) => (text[..at].trim_end(), Some(minutes.to_string())),
        None => (text, None),
    }
}

/// A signed difference of clocks in minutes.
fn minutes(text: &str) -> Option<i32> {
    let mut letters = text.chars();
    let sign = if letters.next()? == '+' { 1 } else { -1 };
    let digits = letters.as_str().replace(':', "");
    let in_digits = matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (hours, minutes) = digits.split_at_checked(2).filter(|_| in_digits)?;
    let minutes = if minutes.is_empty() { 0 } else { minutes.parse::<i32>().ok().filter(|minutes| *minutes < 60)? };
    Some(sign * (hours.parse::<i32>().ok()? * 60 + minutes))
}

/// The time to its minute, where no half of the day stands behind it.
fn without_seconds(time: &str) -> &str {
    let to_minute = time.match_indices(':').nth(1).map_or(time, |(at, _)| &time[..at]);
    if time.ends_with(|letter: char| letter.is_alphabetic() || letter == '.') { time } else { to_minute }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> [String; 3] {
        let Parts { day, time, offset } = split(text);
        [day, time, offset]
    }

    #[test]
    fn a_time_behind_the_day_is_its_time_and_midnight_is_none() {
        assert_eq!(read("2021-10-15 13:52:00"), ["2021-10-15", "13:52", ""]);
        assert_eq!(read("2021-10-15T00:00:00Z"), ["2021-10-15", "", ""]);
        assert_eq!(read("10/15/2021 1:52:00 PM"), ["10/15/2021", "1:52:00 PM", ""]);
        assert_eq!(read("10/15/2021 12:00:00 AM"), ["10/15/2021", "", ""]);
        assert_eq!(read(" 2021-10-15 "), ["2021-10-15", "", ""]);
        assert_eq!(read("15 10 2021"), ["15 10 2021", "", ""]);
        assert_eq!(read("15 10 2021 13:52"), ["15 10 2021", "13:52", ""]);
        assert_eq!(read("15 OCT 13:52"), ["15 OCT", "13:52", ""]);
    }

    #[test]
    fn the_offset_behind_a_time_is_kept_in_minutes() {
        assert_eq!(read("2021-10-15T10:00:00Z"), ["2021-10-15", "10:00", "0"]);
        assert_eq!(read("2021-10-14T23:30:00-05:00"), ["2021-10-14", "23:30", "-300"]);
        assert_eq!(read("2021-10-15 10:00:00.123 +0530"), ["2021-10-15", "10:00", "330"]);
        assert_eq!(read("2021-10-15 10:00 UTC"), ["2021-10-15", "10:00", "0"]);
        assert_eq!(read("2021-10-15T10:00+05"), ["2021-10-15", "10:00", "300"]);
    }

    #[test]
    fn what_is_no_time_or_no_offset_stays_whole() {
        for odd in ["10:00:00+5", "25:10", "10:00 MSK", "10:00+05:99", "10:00-"] {
            assert_eq!(read(&format!("2021-10-15T{odd}")), ["2021-10-15", odd, ""]);
        }
    }
}
