//! A meeting as a calendar file (RFC 5545): lines end with CRLF, are folded at 75 octets, times are UTC.
//!
//! Refuses persons: no organiser, no attendees. A calendar knows the meeting again by the identifier of its record.

use crate::words::{Speech, plain};
use model::meeting::{Meeting, MeetingStatus};
use model::record::{Record, State};
use model::time::Moment;

/// The most octets in a line, without its end.
const LINE: usize = 75;

/// The calendar file of a meeting in the reader's language.
pub fn invitation(t: Speech, record: &Record<Meeting>) -> String {
    let (meeting, header) = (&record.content, &record.header);
    let status = match meeting.status {
        _ if header.state == State::Retracted => "CANCELLED",
        MeetingStatus::Cancelled => "CANCELLED",
        MeetingStatus::Planned | MeetingStatus::Held => "CONFIRMED",
    };
    let line = |item: &model::meeting::AgendaItem| match item.at {
        Some(at) => format!("{:02}:{:02} {}", at / 60, at % 60, item.say(t.lang(), meeting.written_in())),
        None => item.say(t.lang(), meeting.written_in()).to_owned(),
    };
    let mut told: Vec<String> = meeting.agenda.iter().map(line).collect();
    if !told.is_empty() {
        told.insert(0, format!("{} ({})", plain(&t.say("meeting-agenda")), meeting.zone));
    }
    let reason = if header.state == State::Retracted { &header.reason } else { &meeting.reason };
    if !reason.is_empty() {
        told.insert(0, reason.clone());
    }
    let summary = format!("SUMMARY;LANGUAGE={}:{}", t.tag(), escaped(meeting.title.say(t.lang())));
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Reflex//Reflex//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", header.id),
        format!("SEQUENCE:{}", header.revision),
        format!("DTSTAMP:{}", utc(header.changed)),
        format!("DTSTART:{}", utc(meeting.starts)),
        format!("DTEND:{}", utc(meeting.ends)),
        summary,
        format!("STATUS:{status}"),
    ];
    if !meeting.place.is_empty() {
        lines.push(format!("LOCATION:{}", escaped(&meeting.place)));
    }
    if !told.is_empty() {
        lines.push(format!("DESCRIPTION:{}", escaped(&told.join("\n"))));
    }
    lines.extend(["END:VEVENT".to_owned(), "END:VCALENDAR".to_owned()]);
    lines.iter().map(|line| folded(line)).collect()
}

/// `20210622T040000Z`.
fn utc(moment: Moment) -> String {
    moment.iso().replace(['-', ':'], "")
}

/// A text as the value of a property.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// A line cut so that none is longer than it may be, never within a character.
fn folded(line: &str) -> String {
    let (mut out, mut length) = (String::with_capacity(line.len() + 8), 0);
    for letter in line.chars() {
        if length + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::meeting_samples::meeting;
    use model::lang::Lang;

    #[test]
    fn every_language_folds_at_75_octets_and_reads_back() {
        for lang in Lang::ALL {
            let record = meeting();
            let file = invitation(Speech::of(lang), &record);
            assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
            assert!(file.split("\r\n").all(|line| line.len() <= LINE && !line.contains(['\r', '\n'])), "{file}");
            let whole = file.replace("\r\n ", "");
            let title = escaped(record.content.title.say(lang));
            assert!(whole.contains(&format!("SUMMARY;LANGUAGE={}:{title}\r\n", lang.tag())), "{whole}");
            assert!(whole.contains("DTSTART:20210622T040000Z\r\n") && whole.contains("DTEND:20210622T070000Z\r\n"));
            assert!(whole.contains(&format!("UID:{}\r\nSEQUENCE:1\r\n", record.header.id)));
            assert!(!whole.contains("ATTENDEE") && !whole.contains("ORGANIZER") && !whole.contains('\u{2068}'));
        }
    }

    #[test]
    fn what_separates_values_is_escaped_and_a_cancelled_meeting_says_so() {
        assert_eq!(escaped("a;b,c\\d\ne\r"), "a\\;b\\,c\\\\d\\ne");
        let mut record = meeting();
        record.content.status = MeetingStatus::Cancelled;
        record.content.reason = "No line; a date follows".to_owned();
        record.header.revision = 3;
        let file = invitation(Speech::of(Lang::En), &record).replace("\r\n ", "");
        assert!(file.contains("STATUS:CANCELLED\r\n") && file.contains("SEQUENCE:3\r\n"), "{file}");
        assert!(file.contains("DESCRIPTION:No line\\; a date follows\\n"), "{file}");
        let mut taken = meeting();
        taken.header.state = State::Retracted;
        assert!(invitation(Speech::of(Lang::En), &taken).contains("STATUS:CANCELLED\r\n"));
    }
}
