//! A member: one account, with a role, of a participant through an agency; and the reader it makes of every record.
//!
//! Refuses to keep who the person is: a login and a role, nothing more travels or is shown to others.

use crate::agency::AgencyId;
use crate::id::{Id, Noun};
use crate::lang::Lang;
use crate::participant::ParticipantCode;
use crate::problem::Problem;
use crate::time::Moment;

/// Names one member.
pub type MemberId = Id<Member>;

impl Noun for Member {
    const PREFIX: &'static str = "mbr";
}

crate::codes! {
    /// What a member does.
    pub enum Role {
        /// Installs and runs the node; reads no record by that role.
        Administrator = "administrator",
        /// Desk officer of the coordinating centre.
        Coordinator = "coordinator",
        /// National contact point.
        ContactPoint = "contact-point",
        /// Field officer of police, customs or border guard.
        Officer = "officer",
        /// Forensic chemist.
        Chemist = "chemist",
        /// Analyst.
        Analyst = "analyst",
        /// Observer.
        Observer = "observer",
        /// Supporter.
        Supporter = "supporter",
    }
}

/// One account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Names it.
    pub id: MemberId,
    /// What is typed to sign in; unique on the node, lower case.
    pub login: String,
    /// What it does.
    pub role: Role,
    /// Through which agency it speaks.
    pub agency: AgencyId,
    /// Whose agency that is.
    pub participant: ParticipantCode,
    /// Language of its pages.
    pub lang: Lang,
    /// When it was shut out, if it was.
    pub disabled: Option<Moment>,
    /// When it was made.
    pub created: Moment,
}

/// The shortest password accepted.
pub const PASSWORD_MIN: usize = 12;
/// The longest, so that hashing stays bounded.
pub const PASSWORD_MAX: usize = 256;

/// Reads a login: 2 to 40 of lower-case letters, digits, `.`, `-` and `_`.
pub fn read_login(field: &str, text: &str) -> Result<String, Problem> {
    let login = text.trim().to_ascii_lowercase();
    let fits = (2..=40).contains(&login.len())
        && login.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_'));
    if fits { Ok(login) } else { Err(Problem::new(field, "login-form").with("text", text.trim())) }
}

/// Checks a new password: its length in characters.
pub fn check_password(field: &str, password: &str) -> Result<(), Problem> {
    let length = password.chars().count();
    if length < PASSWORD_MIN {
        Err(Problem::new(field, "password-short").with("limit", PASSWORD_MIN))
    } else if length > PASSWORD_MAX {
        Err(Problem::new(field, "password-long").with("limit", PASSWORD_MAX))
    } else {
        Ok(())
    }
}
