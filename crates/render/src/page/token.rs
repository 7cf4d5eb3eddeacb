//! Keys of the agency's software: made, shown once, revoked.
//!
//! Refuses to show a secret a second time: it is on the page that answers its making, and nowhere after.

use super::grid::{Column, Grid, text};
use super::node::sample_frame;
use super::{Sample, sample};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::part::Tone;
use crate::words::Speech;
use askama::Template;
use model::member::Member;
use model::problem::{Problem, Problems};
use model::token::{Token, TokenScope};

/// The page of keys.
#[derive(Debug, Template)]
#[template(path = "token/list.html")]
pub struct TokensPage<'a> {
    frame: &'a Frame,
    form: Form<'a>,
    tokens: Safe,
    holders: Vec<Choice>,
    /// The secret of a key that was just made.
    secret: Option<&'a str>,
}

/// A key as the list shows it.
#[derive(Debug, Clone)]
pub struct Line {
    /// The key.
    pub token: Token,
    /// Sign-in name of the member it acts as.
    pub login: String,
}

impl<'a> TokensPage<'a> {
    /// The page with its form, the members a key may act as, and the secret of the key that was just made.
    pub fn new(
        frame: &'a Frame,
        (tokens, holders): (&[Line], &[Member]),
        typed: &'a Typed,
        problems: &'a Problems,
        secret: Option<&'a str>,
    ) -> Self {
        let t = frame.t;
        let choice = |member: &Member| {
            let said = format!("{} · {} · {}", member.login, t.code("role", member.role.code()), member.participant);
            Choice::new(member.login.as_str(), said)
        };
        let holders = holders.iter().map(choice).collect();
        Self { frame, form: Form::new(t, typed, problems), tokens: list(frame, tokens), holders, secret }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn scopes(&self) -> Vec<Choice> {
        let t = self.t();
        let choice = |scope: &TokenScope| {
            let hint = t.say(&format!("token-scope-{}-hint", scope.code()));
            Choice { hint, ..Choice::new(scope.code(), t.code("token-scope", scope.code())) }
        };
        TokenScope::ALL.iter().map(choice).collect()
    }
}

fn list(frame: &Frame, tokens: &[Line]) -> Safe {
    let t = frame.t;
    let columns = ["token-name", "token-acts-as", "token-scopes", "token-until", "token-used", "token-state"]
        .map(|key| Column::text(t, key));
    let mut grid = Grid::new(t.say("token-title"), columns.to_vec());
    for Line { token, login } in tokens {
        let scopes: Vec<String> = token.scopes.iter().map(|scope| t.code("token-scope", scope.code())).collect();
        let used = token.used.map_or_else(|| text(t.say("token-never")), |used| t.ago(used, frame.now));
        grid.rows.push(vec![
            isolate(&token.name),
            t.ltr(login),
            text(scopes.join(&t.say("figure-and"))),
            t.date(token.expires.day()),
            used,
            state(frame, token),
        ]);
    }
    if grid.rows.is_empty() { t.empty("token-none", "token-none-how") } else { grid.html() }
}

fn state(frame: &Frame, token: &Token) -> Safe {
    let t = frame.t;
    if token.revoked.is_some() {
        return t.chip(Tone::Bad, t.say("token-revoked"));
    }
    if token.expires <= frame.now {
        return t.chip(Tone::Plain, t.say("token-ended"));
    }
    let name = format!("{}: {}", t.say("token-revoke"), token.name);
    Safe::ours(format!(
        "<form method=\"post\" action=\"/administration/tokens/{}/revoke\"><button class=\"button quiet small\" type=\"submit\" aria-label=\"{}\">{}</button></form>",
        token.id,
        escape(&name),
        escape(&t.say("token-revoke"))
    ))
}

/// Pages of keys as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = sample_frame(t, "token-title");
    let token = Token {
        id: model::id::Id::new(model::id::NIL),
        name: sample::HOSTILE.to_owned(),
        member: model::id::Id::new(model::id::NIL),
        agency: model::id::Id::new(model::id::NIL),
        scopes: vec![TokenScope::Read, TokenScope::Incidents],
        created: sample::NOW,
        expires: sample::NOW.plus_seconds(8_640_000),
        used: None,
        revoked: None,
    };
    let ended = Token { expires: sample::NOW, used: Some(sample::NOW.plus_seconds(-7300)), ..token.clone() };
    let revoked = Token { revoked: Some(sample::NOW), ..token.clone() };
    let tokens = [token, ended, revoked].map(|token| Line { token, login: sample::HOSTILE.to_owned() });
    let members = sample::members();
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let typed = Typed::nothing().with("name", sample::HOSTILE).with("days", "many");
    let found = Problems(vec![
        Problem::new("scopes", "scopes-missing"),
        Problem::new("days", "days-range").with("text", "many"),
    ]);
    vec![
        Sample::of("tokens", &TokensPage::new(&frame, (&tokens, &members), &nothing, &none, None)),
        Sample::of("tokens-none", &TokensPage::new(&frame, (&[], &[]), &nothing, &none, None)),
        Sample::of("tokens-secret", &TokensPage::new(&frame, (&tokens, &members), &nothing, &none, Some("rfx_abc"))),
        Sample::of("tokens-problems", &TokensPage::new(&frame, (&tokens, &members), &typed, &found, None)),
    ]
}
