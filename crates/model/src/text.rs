//! What a typed text may be: its length, its characters, and the look of personal data in it.
//!
//! Refuses to repair: a text is kept as written or answered with a problem that names the way out.

use crate::problem::Problem;

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
    has_mail_address(text) || longest_number(text) >= 8
}

fn has_mail_address(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.trim_end_matches('.').contains('.'))
    })
}

/// The digits of the longest run of digits, spaces, hyphens and brackets: phone and document numbers are typed so.
fn longest_number(text: &str) -> usize {
    let mut longest = 0;
    let mut digits = 0;
    for letter in text.chars() {
        if letter.is_ascii_digit() || ('\u{6F0}'..='\u{6F9}').contains(&letter) {
            digits += 1;
        } else if !matches!(letter, ' ' | '-' | '(' | ')' | '+') {
            digits = 0;
        }
        longest = longest.max(digits);
    }
    longest
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
    }
}
