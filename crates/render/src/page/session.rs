//! The way in, and one's own account: where one is signed in, password, language.
//!
//! Refuses to say which of login and password was wrong, and to send a password back.

use super::grid::{Column, Grid, text};
use super::{Sample, languages, sample};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape};
use crate::part::Tone;
use crate::words::Speech;
use askama::Template;
use model::lang::Lang;
use model::notice::Rhythm;
use model::problem::{Problem, Problems};
use model::session::Session;

/// A sign-in that a demonstration shows to its visitors.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Role code.
    pub role: String,
    /// The participant's code.
    pub participant: String,
    /// What is typed to sign in.
    pub login: String,
    /// The password.
    pub password: String,
}

/// The sign-in page.
#[derive(Debug, Template)]
#[template(path = "session/sign_in.html")]
pub struct SignInPage<'a> {
    frame: &'a Frame,
    form: Form<'a>,
    /// Sign-ins of a demonstration; empty elsewhere.
    invitations: &'a [Invitation],
}

impl<'a> SignInPage<'a> {
    /// The page; `typed` carries `login` and `back`.
    pub fn new(frame: &'a Frame, typed: &'a Typed, problems: &'a Problems, invitations: &'a [Invitation]) -> Self {
        Self { frame, form: Form::new(frame.t, typed, problems), invitations }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    /// The sign-ins of a demonstration, each a button that signs in by itself.
    fn invited(&self) -> Safe {
        let t = self.t();
        let columns =
            ["session-role", "session-login", "session-password", "session-try"].map(|key| Column::text(t, key));
        let mut grid = Grid::new(t.say("session-invitations"), columns.to_vec());
        for one in self.invitations {
            let role = format!("{} · {}", escape(&t.code("role", &one.role)), t.ltr(&one.participant));
            let name = t.say_one("session-as", "login", one.login.as_str());
            let enter = format!(
                "<form method=\"post\" action=\"/sign-in\"><input type=\"hidden\" name=\"login\" value=\"{}\"><input type=\"hidden\" name=\"password\" value=\"{}\">\
                 <input type=\"hidden\" name=\"back\" value=\"{}\"><button class=\"button quiet small\" type=\"submit\" aria-label=\"{}\">{}</button></form>",
                escape(&one.login),
                escape(&one.password),
                escape(self.form.value("back")),
                escape(&name),
                escape(&t.say("frame-sign-in"))
            );
            grid.rows.push(vec![Safe::ours(role), t.ltr(&one.login), t.ltr(&one.password), Safe::ours(enter)]);
        }
        grid.html()
    }
}

/// One's own account.
#[derive(Debug, Template)]
#[template(path = "session/account.html")]
pub struct AccountPage<'a> {
    frame: &'a Frame,
    form: Form<'a>,
    login: &'a str,
    sessions: Safe,
    language: Safe,
    mails: bool,
}

impl<'a> AccountPage<'a> {
    /// The page of `login`; `current` is the session that asks, `mails` whether the node sends mail.
    pub fn new(
        frame: &'a Frame,
        login: &'a str,
        sessions: &[Session],
        current: &str,
        (typed, problems): (&'a Typed, &'a Problems),
        mails: bool,
    ) -> Self {
        let spoken = Typed::nothing().with("lang", frame.t.tag());
        let none = Problems::none();
        let language = Form::new(frame.t, &spoken, &none).field("lang").label("session-language").select(languages());
        Self {
            frame,
            form: Form::new(frame.t, typed, problems),
            login,
            sessions: held(frame, sessions, current),
            language,
            mails,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn rhythms(&self) -> Vec<Choice> {
        let t = self.t();
        let mut all = vec![Choice::new("", t.say("notice-rhythm-none"))];
        all.extend(Choice::of_codes(t, "rhythm", Rhythm::ALL.iter().map(|one| one.code())));
        all
    }
}

/// Where one is signed in, with the way to end it.
fn held(frame: &Frame, sessions: &[Session], current: &str) -> Safe {
    let t = frame.t;
    let columns = ["session-since", "session-seen", "session-end"].map(|key| Column::text(t, key));
    let mut grid = Grid::new(t.say("session-held"), columns.to_vec());
    for session in sessions {
        let since = t.moment(session.created, frame.offset);
        let end = if session.key == current {
            t.chip(Tone::Accent, t.say("session-this"))
        } else {
            let name = t.say_one("session-end-of", "time", t.moment_text(session.created, frame.offset));
            Safe::ours(format!(
                "<form method=\"post\" action=\"/account/sessions/{}/end\"><button class=\"button quiet small\" type=\"submit\" aria-label=\"{}\">{}</button></form>",
                escape(&session.key),
                escape(&name),
                escape(&t.say("session-end"))
            ))
        };
        grid.rows.push(vec![since, t.ago(session.seen, frame.now), end]);
    }
    if grid.rows.is_empty() { text("–") } else { grid.html() }
}

/// Pages of signing in as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let outside = Frame { demonstration: true, ..Frame::samples(t).remove(1) };
    let inside = Frame { title: t.say("frame-account"), operation: None, room: None, ..Frame::samples(t).remove(0) };
    let invitation = |role: &str, login: &str| Invitation {
        role: role.to_owned(),
        participant: "KZ".to_owned(),
        login: login.to_owned(),
        password: "reflex-demonstration".to_owned(),
    };
    let invitations = [invitation("coordinator", "coordinator"), invitation("officer", "officer.kz")];
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let typed = Typed::nothing()
        .with("login", sample::HOSTILE)
        .with("password", "secret-never-shown")
        .with("back", "/operations/X?a=1&b=2");
    let wrong = Problems(vec![Problem::new("password", "sign-in-wrong")]);
    let wait = Problems(vec![Problem::new("password", "sign-in-wait").with("seconds", 16)]);
    let short = Problems(vec![
        Problem::new("old", "password-wrong"),
        Problem::new("new", "password-short").with("limit", 12),
        Problem::new("mail", "mail-address").with("text", sample::HOSTILE),
    ]);
    let wished = Typed::nothing().with("mail", sample::HOSTILE).with("rhythm", "daily");
    let session = |key: &str| Session {
        key: key.to_owned(),
        member: model::id::Id::new(model::id::NIL),
        created: sample::NOW.plus_seconds(-90_000),
        seen: sample::NOW,
    };
    let sessions = [session("aa"), session("bb")];
    let login = "aliya";
    vec![
        Sample::of("sign-in", &SignInPage::new(&outside, &nothing, &none, &[])),
        Sample::of("sign-in-demonstration", &SignInPage::new(&outside, &nothing, &none, &invitations)),
        Sample::of("sign-in-wrong", &SignInPage::new(&outside, &typed, &wrong, &[])),
        Sample::of("sign-in-wait", &SignInPage::new(&outside, &typed, &wait, &[])),
        Sample::of("account", &AccountPage::new(&inside, login, &sessions, "aa", (&nothing, &none), false)),
        Sample::of("account-problems", &AccountPage::new(&inside, login, &sessions, "aa", (&wished, &short), true)),
    ]
}

/// The languages a member's pages can be in, as an address or form names them.
pub fn lang(typed: &Typed) -> Option<Lang> {
    Lang::parse(typed.get("lang"))
}
