//! What the law of the day said of the substances of a seizure, where it happened, with what that rests on.
//!
//! Refuses to judge a past seizure by the law of today, and to say that anything is allowed.

use super::control_status::{address, chip};
use super::grid::{Column, Grid, link, text};
use super::law::{self, hint, jurisdiction};
use super::parts::joined;
use crate::html::{Safe, escape, isolate};
use crate::words::Speech;
use model::control_status::{Answer, Asked, Form, LawBook, is_written, status};
use model::incident::{Incident, Line, SaltForm};
use model::jurisdiction::Jurisdiction;
use model::operation::Operation;

/// A table with a row for each substance of the lines; a sentence where there is none.
pub fn law_of_day(t: Speech, operation: &Operation, incident: &Incident, book: &LawBook) -> Safe {
    let Some(whose) = incident.site.jurisdiction() else { return Safe::default() };
    let mut asked: Vec<(String, Form, &Line)> = Vec::new();
    for line in &incident.lines {
        let (key, form) = (line.law_key(), form_of(line));
        if !asked.iter().any(|(own, other, _)| *own == key && *other == form) {
            asked.push((key, form, line));
        }
    }
    if asked.is_empty() {
        return hint(&t.say("incident-no-lines"));
    }
    let heads = ["incident-what", "incident-law-status", "incident-law-rests", "control-status-why"];
    let mut grid = Grid::new(t.say("incident-law"), heads.map(|key| Column::text(t, key)).to_vec());
    for (key, form, line) in &asked {
        let question =
            Asked { substance: key, jurisdiction: &whose, day: incident.when.day, form: *form, content: None };
        let answer = status(book, &question);
        grid.rows.push(vec![
            name(t, line),
            joined(&[
                chip(t, answer.status),
                Safe::ours(format!("<small>{}</small>", escape(&t.code("of-form", form.code())))),
            ]),
            rests_on(t, &answer),
            why(t, operation, line, &question, &answer),
        ]);
    }
    joined(&[hint(&about(t, incident, &whose)), grid.html()])
}

/// The form in which a line is asked about: a salt where the writer said so.
const fn form_of(line: &Line) -> Form {
    match line.salt {
        SaltForm::Salt => Form::Salt,
        SaltForm::Base | SaltForm::Unknown => Form::Base,
    }
}

fn about(t: Speech, incident: &Incident, whose: &Jurisdiction) -> String {
    let params = [("jurisdiction", jurisdiction(t, whose).into()), ("day", t.day_text(incident.when.day).into())];
    t.say_with("incident-law-about", &params)
}

fn name(t: Speech, line: &Line) -> Safe {
    line.substance.as_ref().map_or_else(|| isolate(&line.written), |key| text(t.substance(key)))
}

/// The entry and act that decide; for want of them the first reason.
fn rests_on(t: Speech, answer: &Answer<'_>) -> Safe {
    let Some(ground) = answer.grounds.first() else { return Safe::default() };
    let mut parts = vec![text(t.code("why", ground.why.code()))];
    parts.extend(ground.day.map(|day| t.date(day)));
    parts.extend(ground.entry.map(law::entry_link));
    parts.extend(ground.act.map(|act| law::known_link(t, act)));
    joined(&parts)
}

/// The way to all reasons. A name that no act writes has no page of its own.
fn why(t: Speech, operation: &Operation, line: &Line, asked: &Asked<'_>, answer: &Answer<'_>) -> Safe {
    if is_written(asked.substance) && answer.grounds.iter().all(|ground| ground.entry.is_none()) {
        return text(t.say("incident-law-name-only"));
    }
    let substance = line.substance.as_deref().unwrap_or(&line.written);
    let to = address(&operation.code, substance, asked.jurisdiction.as_str(), asked.day);
    link(&crate::html::with_query(&to, "form", asked.form.code()), t.say("incident-law-reasons"))
}
