//! A notice: that something waits for a participant or happened to what it wrote; and how members want to hear of it.
//!
//! Refuses content: a notice names a record, and whoever may read that record reads the rest there.

use crate::card::Card;
use crate::id::RecordId;
use crate::operation::OperationId;
use crate::participant::ParticipantCode;
use crate::problem::{Problem, Problems};
use crate::record::Kind;
use crate::text;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

crate::codes! {
    /// What a notice is of.
    pub enum NoticeKind {
        /// A bulletin waits to be acknowledged.
        Acknowledge = "acknowledge",
        /// A request waits to be answered.
        Answer = "answer",
        /// Something else is due: an answer to a questionnaire, a comment on a plan, a step of a recommendation.
        Reminder = "reminder",
        /// Somebody wrote to the participant by name.
        Message = "message",
        /// Somebody replied in a thread of the participant.
        Reply = "reply",
        /// Somebody answered a request of the participant.
        Answered = "answered",
    }
}

impl NoticeKind {
    /// Whether it waits for something to be done, and not only to be read.
    pub const fn asks(self) -> bool {
        matches!(self, NoticeKind::Acknowledge | NoticeKind::Answer | NoticeKind::Reminder)
    }
}

/// One notice, as its reader sees it: with the record's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its place among all notices.
    pub number: i64,
    /// What it is of.
    pub kind: NoticeKind,
    /// The operation of the record.
    pub operation: OperationId,
    /// The record.
    pub record: RecordId,
    /// Which noun that is.
    pub noun: Kind,
    /// Whose record it is.
    pub owner: ParticipantCode,
    /// What its record says of itself to lists.
    pub card: Card,
    /// Until when something is to be done.
    pub due: Option<Moment>,
    /// Since when.
    pub at: Moment,
    /// Whether the member has seen it.
    pub seen: bool,
}

crate::codes! {
    /// How often a digest is sent.
    pub enum Rhythm {
        /// Within the hour.
        Hourly = "hourly",
        /// Once a day.
        Daily = "daily",
        /// Once a week.
        Weekly = "weekly",
    }
}

impl Rhythm {
    /// The time between two digests.
    pub const fn seconds(self) -> i64 {
        match self {
            Rhythm::Hourly => 3600,
            Rhythm::Daily => 86_400,
            Rhythm::Weekly => 7 * 86_400,
        }
    }
}

/// That a member wants digests, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The address of electronic mail; never in a log, an audit entry or a page of somebody else.
    pub address: String,
    /// How often.
    pub rhythm: Rhythm,
}

/// The same as typed; a blank rhythm or address asks for none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WishDraft {
    /// The address.
    pub mail: String,
    /// [`Rhythm`] code.
    pub rhythm: String,
}

impl WishDraft {
    /// The wish; `None` where no digest is wanted.
    pub fn check(&self) -> Result<Option<Wish>, Problems> {
        let mut problems = Problems::none();
        let rhythm = problems.keep(crate::marking::coded("rhythm", &self.rhythm, Rhythm::parse, None)).flatten();
        let address = problems.keep(text::read("mail", &self.mail, 200)).unwrap_or_default();
        if !address.is_empty() && !is_address(&address) {
            problems.add(Problem::new("mail", "mail-address").with("text", &address));
        }
        if rhythm.is_some() && address.is_empty() && problems.is_empty() {
            problems.add(Problem::new("mail", "required"));
        }
        problems.or(Some(rhythm.filter(|_| !address.is_empty()).map(|rhythm| Wish { address, rhythm })))
    }
}

/// Whether a text is one address: ASCII, one `@`, a host with a dot, nothing that could begin another header.
fn is_address(text: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte))
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !part.contains("..")
    };
    text.split_once('@').is_some_and(|(name, host)| plain(name) && plain(host) && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_address_and_nothing_else() {
        for right in ["a@example.org", "duty.line+x@post.example.org"] {
            assert!(is_address(right), "{right}");
        }
        for wrong in [
            "a",
            "a@b",
            "a@example.org\r\nBcc: b@example.org",
            "a b@example.org",
            "a@@example.org",
            "a@example..org",
            "a@example.org, b@example.org",
        ] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }

    #[test]
    fn no_rhythm_is_no_digest_and_a_rhythm_needs_an_address() {
        let typed = |address: &str, rhythm: &str| WishDraft { mail: address.to_owned(), rhythm: rhythm.to_owned() };
        assert_eq!(typed("a@example.org", "").check(), Ok(None));
        assert_eq!(typed("", "daily").check().unwrap_err().0[0].code, "required");
        assert_eq!(typed("a@example.org", "daily").check().unwrap().unwrap().rhythm, Rhythm::Daily);
    }
}
