//! The steps of a plan as typed: its title, sending it out for comment and for acceptance.
//!
//! Refuses days that have passed, a rule that nobody can meet, and an audience that leaves out who is to answer.

use super::draft::day;
use crate::marking::{Audience, coded};
use crate::names::Names;
use crate::problem::{Problem, Problems};
use crate::text;
use crate::time::{Day, read_day};
use serde::{Deserialize, Serialize};

/// A day by which others answer: needed, and not in the past.
fn due(field: &str, text: &str, today: Day, problems: &mut Problems) -> Option<Day> {
    let typed = problems.keep(text::required(field, text, 40))?;
    let day = problems.keep(read_day(field, &typed))?.day;
    if day < today {
        problems.add(Problem::new(field, "plan-due-past").with("day", day).with("today", today));
        return None;
    }
    Some(day)
}

/// Title of a version and what is new in it, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TitleDraft {
    /// Title per language.
    pub title: Names,
    /// What is new.
    pub note: String,
}

impl TitleDraft {
    /// Title and note, or all their problems.
    pub fn check(&self) -> Result<(Names, String), Problems> {
        let mut problems = Problems::none();
        let title = self.title.check("title", 200, &mut problems);
        if self.title.is_empty() {
            problems.add(Problem::new("title.en", "required"));
        }
        let note = problems.keep(text::read("note", &self.note, 2000)).unwrap_or_default();
        problems.or(Some((title, note)))
    }
}

/// Whom a version can be sent to: its participants at least, who are to speak about it.
pub const AUDIENCES: [Audience; 3] = [Audience::Amber, Audience::Green, Audience::Clear];

/// The audience to send to: one that lets every participant read, and no narrower than `sent`, who have read it already.
/// Blank takes `usual`, or what was sent before where that is wider.
fn audience(typed: &str, usual: Audience, sent: Option<Audience>, problems: &mut Problems) -> Option<Audience> {
    let widest = usual.max(Audience::Amber).max(sent.unwrap_or(Audience::Amber));
    let chosen = problems.keep(coded("audience", typed, Audience::parse, Some(widest))).flatten()?;
    if !AUDIENCES.contains(&chosen) {
        problems.add(Problem::new("audience", "plan-audience-closed"));
        return None;
    }
    if sent.is_some_and(|sent| chosen < sent) {
        problems.add(Problem::new("audience", "plan-audience-narrower"));
        return None;
    }
    Some(chosen)
}

/// Sending out for comment, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConsultDraft {
    /// The last day for comments.
    pub due: String,
    /// [`Audience`] code; blank for the operation's, and its participants at least.
    pub audience: String,
}

impl ConsultDraft {
    /// The last day for comments and who may read, or all problems. `usual` is the operation's audience, `sent` the one it
    /// was sent to before.
    pub fn check(&self, today: Day, usual: Audience, sent: Option<Audience>) -> Result<(Day, Audience), Problems> {
        let mut problems = Problems::none();
        let day = due("due", &self.due, today, &mut problems);
        let audience = audience(&self.audience, usual, sent, &mut problems);
        problems.or(day.zip(audience))
    }
}

/// Sending out for acceptance, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AskDraft {
    /// The last day for answers.
    pub due: String,
    /// The first day in force; the day of sending where blank.
    pub from: String,
    /// How many are enough; all where blank.
    pub needed: String,
    /// [`Audience`] code; blank for the operation's, and its participants at least.
    pub audience: String,
}

/// What a version is sent out for acceptance with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The last day for answers.
    pub due: Day,
    /// The first day in force.
    pub from: Day,
    /// How many are enough; `None` for all.
    pub needed: Option<u32>,
    /// Who may read it.
    pub audience: Audience,
}

impl AskDraft {
    /// What it is sent out with, among so many `asked`; or all problems. `usual` and `sent` as for comments.
    pub fn check(&self, today: Day, asked: usize, usual: Audience, sent: Option<Audience>) -> Result<Rule, Problems> {
        let mut problems = Problems::none();
        let due = due("due", &self.due, today, &mut problems);
        let from = day("from", &self.from, &mut problems).unwrap_or(today);
        let needed = match self.needed.trim() {
            "" => None,
            text => {
                let number = crate::time::ascii_digits(text).parse::<u32>().ok();
                let fits =
                    number.filter(|number| *number > 0 && usize::try_from(*number).is_ok_and(|number| number <= asked));
                if fits.is_none() {
                    problems.add(Problem::new("needed", "number-range").with("min", 1).with("max", asked));
                }
                fits
            }
        };
        let audience = audience(&self.audience, usual, sent, &mut problems);
        problems.or(due.zip(audience).map(|(due, audience)| Rule { due, from, needed, audience }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn until(due: &str) -> ConsultDraft {
        ConsultDraft { due: due.to_owned(), ..ConsultDraft::default() }
    }

    #[test]
    fn a_due_day_that_has_passed_names_today() {
        let today: Day = "2021-07-01".parse().unwrap();
        let found = until("30.06.2021").check(today, Audience::Amber, None).unwrap_err();
        assert_eq!((found.0[0].field.as_str(), found.0[0].code.as_ref()), ("due", "plan-due-past"));
        assert!(until("2021-07-01").check(today, Audience::Amber, None).is_ok());
    }

    #[test]
    fn a_rule_that_nobody_can_meet_is_refused() {
        let today: Day = "2021-07-01".parse().unwrap();
        let ask =
            |needed: &str| AskDraft { due: "2021-07-10".to_owned(), needed: needed.to_owned(), ..AskDraft::default() };
        assert!(
            ask("4").check(today, 3, Audience::Amber, None).is_err()
                && ask("0").check(today, 3, Audience::Amber, None).is_err()
        );
        assert_eq!(ask("۲").check(today, 3, Audience::Amber, None).unwrap().needed, Some(2));
        assert_eq!(ask("").check(today, 3, Audience::Amber, None).unwrap().needed, None);
    }

    #[test]
    fn a_text_goes_to_every_participant_and_is_never_closed_to_who_has_read_it() {
        let today: Day = "2021-07-01".parse().unwrap();
        let to = |audience: &str, usual, sent| {
            let draft = ConsultDraft { audience: audience.to_owned(), ..until("2021-07-02") };
            match draft.check(today, usual, sent) {
                Ok((_, audience)) => audience.code().to_owned(),
                Err(found) => found.0[0].code.to_string(),
            }
        };
        assert_eq!(to("", Audience::AmberStrict, None), "amber");
        assert_eq!(to("", Audience::Amber, Some(Audience::Green)), "green");
        assert_eq!(to("green", Audience::Amber, None), "green");
        assert_eq!(to("amber-strict", Audience::Amber, None), "plan-audience-closed");
        assert_eq!(to("red", Audience::Amber, None), "plan-audience-closed");
        assert_eq!(to("amber", Audience::Amber, Some(Audience::Green)), "plan-audience-narrower");
        assert_eq!(to("everybody", Audience::Amber, None), "code-unknown");
    }
}
