//! What a typed text may be: its length, its characters, and the look of personal data in it.
//!
//! Refuses to repair: a text is kept as written or answered with a problem that names the way out.

use crate::problem::{Problem, Problems};
use crate::time::{ascii_digits, days_of};

/// Characters that reverse or hide what stands beside them: embeddings, overrides, isolates (U+202A..E, U+2066..9).
const fn reverses(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Reads a text of at most `limit` characters, trimmed; blank is allowed.
pub fn read(field: &str, text: &str, limit: usize) -> Result<String, Problem> {
    let text = text.trim();
    let length = text.chars().count();
    if length > limit {
        return Err(Problem::new(field, "text-too-long").with("limit", limit).with("length", length));
    }
    if text.chars().any(reverses) {
        return Err(Problem::new(field, "text-reverses"));
    }
    if text.chars().any(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')) {
        return Err(Problem::new(field, "text-control"));
    }
    Ok(text.to_owned())
}

/// Reads a text that must be there.
pub fn required(field: &str, text: &str, limit: usize) -> Result<String, Problem> {
    let text = read(field, text, limit)?;
    if text.is_empty() { Err(Problem::new(field, "required")) } else { Ok(text) }
}

/// Whether a free text looks as if it carried personal data: a document, phone, card or account number, or an address
/// of electronic mail. The writer is warned and decides; the rule of WCO CEN and IONICS is non-nominal exchange.
pub fn looks_personal(text: &str) -> bool {
    has_mail_address(text) || longest_number(text) >= LONG
}

/// Asks about a free text that looks as if it carried personal data, unless its writer has settled it under the name
/// `personal-data:<field>`. One rule for every noun, so that the form, the API and an import ask alike.
pub fn ask_personal(field: &str, text: &str, settled: &[String], problems: &mut Problems) {
    ask_about(field, looks_personal(text), settled, problems);
}

/// The same for a text in which a long number is usual, such as the address of an online meeting: only what is written as
/// one reaches a person is asked about.
pub fn ask_contact(field: &str, text: &str, settled: &[String], problems: &mut Problems) {
    ask_about(field, looks_like_contact(text), settled, problems);
}

fn ask_about(field: &str, looks: bool, settled: &[String], problems: &mut Problems) {
    if looks && !settled.iter().any(|one| one.strip_prefix("personal-data:") == Some(field)) {
        problems.add(Problem::new(field, "personal-data"));
    }
}

/// Whether a text says how to reach a person: an address of electronic mail, or a number written as a telephone's.
pub fn looks_like_contact(text: &str) -> bool {
    has_mail_address(text) || text.contains(['+', '(']) && longest_number(text) >= LONG
}

/// So many digits are a telephone, a document, a card or an account.
const LONG: usize = 8;

fn has_mail_address(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.trim_end_matches('.').contains('.'))
    })
}

/// The digits, of any script of the region, of the longest run of digits and of what people put between them in such
/// numbers. A day written with hyphens has eight digits and is none.
fn longest_number(text: &str) -> usize {
    let is_part = |letter: char| letter.is_ascii_digit() || letter == '-';
    let (mut longest, mut digits) = (0, 0);
    for piece in ascii_digits(text).split_inclusive(|letter| !is_part(letter)) {
        let run = piece.trim_end_matches(|letter| !is_part(letter));
        digits = if is_day(run) { 0 } else { digits + run.bytes().filter(u8::is_ascii_digit).count() };
        longest = longest.max(digits);
        if !piece[run.len()..].chars().all(stands_in_numbers) {
            digits = 0;
        }
    }
    longest
}

/// Blanks, brackets, dashes and invisible marks within a number.
const fn stands_in_numbers(letter: char) -> bool {
    matches!(letter, ' ' | '(' | ')' | '+' | '\u{A0}' | '\u{202F}' | '\u{2010}'..='\u{2015}' | '\u{200B}'..='\u{200F}')
}

fn is_day(run: &str) -> bool {
    let days = days_of(run.trim_matches('-'));
    run.contains('-') && days.iter().any(|day| (1900..2100).contains(&day.parts().0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_an_override_is_refused_and_says_which_field() {
        let problem = read("place", "Korday\u{202E}txt.exe", 200).unwrap_err();
        assert_eq!((problem.field.as_str(), problem.code.as_ref()), ("place", "text-reverses"));
    }

    #[test]
    fn markup_is_text_like_any_other() {
        assert_eq!(read("place", " <b>'; DROP TABLE x;-- ", 200).unwrap(), "<b>'; DROP TABLE x;--");
    }

    #[test]
    fn the_limit_counts_characters_not_bytes() {
        assert!(read("place", &"ы".repeat(200), 200).is_ok());
        assert_eq!(read("place", &"ы".repeat(201), 200).unwrap_err().code, "text-too-long");
    }

    #[test]
    fn a_phone_a_document_and_a_mail_address_look_personal_a_date_and_a_mass_do_not() {
        assert!(looks_personal("driver, tel. +7 (701) 555-12-34"));
        assert!(looks_personal("passport N12345678"));
        assert!(looks_personal("write to someone@example.org."));
        assert!(!looks_personal("found 15.52 g in 388 tablets at 14:05"));
        for day in [
            "2021-10-15",
            "15-10-2021",
            "10-11-2021",
            "۱۴۰۰-۰۷-۲۳",
            "from 2021-10-15 to 2021-10-20, 12 bags",
            "2021-10-15 13:52",
        ] {
            assert!(!looks_personal(day), "{day}");
        }
        assert!(looks_personal("2021-10-15-001") && looks_personal("1234-56-78"), "a number, not a day");
    }

    #[test]
    fn numbers_are_seen_in_every_script_and_between_every_dash() {
        for number in [
            "۰۹۱۲ ۳۴۵ ۶۷۸۹",
            "٠٩١٢٣٤٥٦٧٨٩",
            "701\u{2011}555\u{2011}1234",
            "701\u{A0}555\u{A0}1234",
            "7\u{200E}7015551234",
        ] {
            assert!(looks_personal(number), "{number}");
        }
    }

    #[test]
    fn what_looks_personal_is_asked_about_once_and_settled_by_its_field() {
        let asked = |settled: &[&str]| {
            let settled: Vec<String> = settled.iter().map(|one| (*one).to_owned()).collect();
            let mut problems = Problems::none();
            ask_personal("remark", "passport N12345678", &settled, &mut problems);
            ask_contact("place", "line 912 345 6789", &settled, &mut problems);
            problems.0.iter().map(|one| format!("{}:{}", one.field, one.code)).collect::<Vec<_>>()
        };
        assert_eq!(asked(&[]), ["remark:personal-data"]);
        assert_eq!(asked(&["personal-data:wording"]), ["remark:personal-data"], "another field settles nothing");
        assert_eq!(asked(&["personal-data:remark"]), Vec::<String>::new());
    }

    #[test]
    fn a_case_number_is_no_contact_and_a_telephone_is() {
        assert!(!looks_like_contact("KZ-2021-00012345"));
        assert!(looks_like_contact("(701) 555-12-34") && looks_like_contact("a@example.org"));
    }
}
