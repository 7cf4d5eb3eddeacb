//! Accounts: who may come in, as what, of which agency; made, shut out, let in again, given a new password.
//!
//! Refuses names of persons: a login and a role is all there is.

use super::figures::{self, Known};
use super::grid::{Column, Grid, text};
use super::node::sample_frame;
use super::{Sample, languages, sample};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, query};
use crate::part::Tone;
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::member::{Member, Role};
use model::participant::Participant;
use model::problem::{Problem, Problems};
use model::total::By;

/// The page of accounts.
#[derive(Debug, Template)]
#[template(path = "member/list.html")]
pub struct MembersPage<'a> {
    frame: &'a Frame,
    form: Form<'a>,
    members: Safe,
    agencies: Vec<Choice>,
    languages: Vec<Choice>,
    /// The account that is about to get a new password.
    reset: Option<&'a str>,
}

impl<'a> MembersPage<'a> {
    /// The page; `reset` names the account whose password form is shown instead of that of a new account.
    pub fn new(
        frame: &'a Frame,
        members: &[Member],
        participants: &[Participant],
        agencies: &[Agency],
        (typed, problems): (&'a Typed, &'a Problems),
        reset: Option<&'a str>,
    ) -> Self {
        let t = frame.t;
        let known = Known { participants, agencies };
        let choice = |agency: &Agency| {
            let of = figures::say(t, By::Participant, agency.participant.as_str(), &known);
            Choice::new(agency.id.to_string(), format!("{} ({of})", agency.names.say(t.lang())))
        };
        Self {
            frame,
            form: Form::new(t, typed, problems),
            members: list(frame, members, &known),
            agencies: agencies.iter().map(choice).collect(),
            languages: languages(),
            reset,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn roles(&self) -> Vec<Choice> {
        Choice::of_codes(self.t(), "role", Role::ALL.iter().map(|role| role.code()))
    }

    fn reset_title(&self) -> String {
        self.reset.map_or_else(String::new, |login| self.t().say_one("member-reset-of", "login", login))
    }

    fn reset_action(&self) -> String {
        format!("/administration/members/{}/reset", query(self.reset.unwrap_or_default()))
    }
}

fn list(frame: &Frame, members: &[Member], known: &Known<'_>) -> Safe {
    let t = frame.t;
    let columns = ["session-login", "session-role", "member-agency", "member-state", "member-steps"]
        .map(|key| Column::text(t, key));
    let mut grid = Grid::new(t.say("member-title"), columns.to_vec());
    for member in members {
        let agency = figures::say(t, By::Agency, &member.agency.to_string(), known);
        let participant = figures::say(t, By::Participant, member.participant.as_str(), known);
        let state = match member.disabled {
            Some(since) => format!("{} {}", t.chip(Tone::Bad, t.say("member-disabled")), t.moment(since, frame.offset)),
            None => t.chip(Tone::Good, t.say("member-enabled")).to_string(),
        };
        grid.rows.push(vec![
            t.ltr(&member.login),
            text(t.code("role", member.role.code())),
            text(format!("{agency} · {participant}")),
            Safe::ours(state),
            steps(t, member),
        ]);
    }
    if grid.rows.is_empty() { t.empty("member-none", "member-none-how") } else { grid.html() }
}

fn steps(t: Speech, member: &Member) -> Safe {
    let (step, key) =
        if member.disabled.is_some() { ("enable", "member-enable") } else { ("disable", "member-disable") };
    let login = query(&member.login);
    let said = |key: &str| format!("{}: {}", t.say(key), member.login);
    Safe::ours(format!(
        "<div class=\"row\"><form method=\"post\" action=\"/administration/members/{login}/{step}\"><button class=\"button quiet small\" type=\"submit\" aria-label=\"{}\">{}</button></form>\
         <a class=\"button quiet small\" href=\"/administration/members?reset={login}#reset\" aria-label=\"{}\">{}</a></div>",
        escape(&said(key)),
        escape(&t.say(key)),
        escape(&said("member-reset")),
        escape(&t.say("member-reset"))
    ))
}

/// Pages of accounts as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = sample_frame(t, "member-title");
    let (members, participants, agencies) = (sample::members(), sample::participants(), sample::agencies());
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let typed = Typed::nothing().with("login", sample::HOSTILE).with("role", "officer").with("lang", "ru");
    let found = Problems(vec![
        Problem::new("login", "login-form").with("text", sample::HOSTILE),
        Problem::new("agency", "agency-unknown").with("text", ""),
        Problem::new("password", "password-short").with("limit", 12),
    ]);
    let page = |members: &[Member], typed, problems, reset| {
        Sample::of("members", &MembersPage::new(&frame, members, &participants, &agencies, (typed, problems), reset))
    };
    vec![
        page(&members, &nothing, &none, None),
        page(&[], &nothing, &none, None),
        page(&members, &typed, &found, None),
        page(&members, &nothing, &none, Some("officer.kz")),
    ]
}
