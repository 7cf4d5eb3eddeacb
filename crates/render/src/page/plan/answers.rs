//! What participants answered to a version of the plan: who has read and commented, who has accepted and with what reserved.
//!
//! Refuses to show the coordinator's view of each participant to anybody else.

use super::Shows;
use crate::html::{Safe, escape, isolate};
use crate::page::grid::{Column, Grid, link, text as cell};
use crate::part::{Tone, facts};
use crate::words::Speech;
use model::permission::Action;
use model::plan::{Plan, Step};
use std::collections::BTreeMap;
use std::fmt::Write as _;

fn sum(all: &BTreeMap<String, u64>) -> u64 {
    all.values().sum()
}

pub(super) fn consultation(t: Speech, shows: &Shows<'_>) -> Safe {
    let plan = shows.plan();
    if plan.step == Step::Draft {
        return Safe::default();
    }
    let (all, done) = (sum(shows.comments), sum(shows.resolved));
    let read = shows.heard.iter().filter(|heard| heard.read).count();
    let optional = |day: Option<model::time::Day>| day.map_or_else(Safe::default, |day| t.date(day));
    let told = facts(&[
        (t.say("plan-sent"), plan.sent.map_or_else(Safe::default, |sent| t.utc(sent))),
        (t.say("plan-due"), optional(plan.due)),
        (t.say("plan-comments"), cell(t.int(all))),
        (t.say("plan-comments-open"), cell(t.int(all.saturating_sub(done)))),
        (t.say("plan-read-by"), cell(of_all(t, read, shows.heard.len()))),
    ]);
    let told = Safe::ours(format!("{told}{}", ways(t, shows, all)));
    if !shows.may.contains(&Action::Coordinate) {
        return told;
    }
    let columns = vec![
        Column::text(t, "overview-participant"),
        Column::text(t, "plan-has-read"),
        Column::number(t, "plan-comments"),
    ];
    let mut grid = Grid::new(t.say("plan-heard"), columns);
    for heard in shows.heard {
        let read = match (heard.read, heard.comments) {
            (true, _) => t.chip(Tone::Good, t.say("plan-read-yes")),
            (false, 0) => t.chip(Tone::Warn, t.say("plan-read-not-yet")),
            (false, _) => t.chip(Tone::Plain, t.say("plan-read-commented")),
        };
        grid.rows.push(vec![cell(t.participant(heard.participant.as_str())), read, cell(t.int(heard.comments))]);
    }
    Safe::ours(format!("{told}{}", grid.html()))
}

/// The way to the list of comments; for the coordinator, to the one to decide on next.
fn ways(t: Speech, shows: &Shows<'_>, all: u64) -> Safe {
    if all == 0 {
        return Safe::default();
    }
    let at = shows.address();
    let mut out =
        format!("<a class=\"button quiet small\" href=\"{at}/comments\">{}</a>", escape(&t.say("comment-all")));
    if let Some(next) = shows.next_open.filter(|_| shows.may(Action::Coordinate)) {
        let said = escape(&t.say("comment-next-open"));
        let _ = write!(out, " <a class=\"button small\" href=\"/comments/{next}/resolve\">{said}</a>");
    }
    Safe::ours(format!("<p class=\"row\">{out}</p>"))
}

fn of_all(t: Speech, some: usize, all: usize) -> String {
    t.say_with("plan-of-all", &[("some", some.into()), ("all", all.into())])
}

pub(super) fn acceptance(t: Speech, shows: &Shows<'_>) -> Safe {
    let Some(asked) = &shows.plan().asked else { return Safe::default() };
    let tally = shows.tally;
    let rule = match asked.needed {
        None => t.say_one("plan-rule-all", "all", asked.participants.len()),
        Some(needed) => {
            t.say_with("plan-rule-some", &[("needed", needed.into()), ("all", asked.participants.len().into())])
        }
    };
    let missing: Vec<String> = tally.missing.iter().map(|code| t.participant(code.as_str())).collect();
    let told = facts(&[
        (t.say("plan-rule"), cell(rule)),
        (t.say("plan-accepted-by"), cell(of_all(t, tally.accepted.len(), asked.participants.len()))),
        (t.say("plan-missing"), cell(missing.join(&t.say("figure-and")))),
        (t.say("plan-answer-due"), t.date(asked.due)),
        (t.say("plan-in-force-from"), t.date(asked.from)),
    ]);
    if shows.acceptances.is_empty() {
        return Safe::ours(format!("{told}<p class=\"hint\">{}</p>", escape(&t.say("plan-acceptances-none"))));
    }
    Safe::ours(format!("{told}{}", acceptances(t, shows)))
}

fn acceptances(t: Speech, shows: &Shows<'_>) -> Safe {
    let keys = [
        "overview-participant",
        "acceptance-day",
        "acceptance-level",
        "acceptance-document",
        "acceptance-reservations",
    ];
    let mut columns = keys.map(|key| Column::text(t, key)).to_vec();
    columns.push(Column::text(t, "acceptance-withdraw"));
    let mut grid = Grid::new(t.say("acceptance-title"), columns);
    for record in shows.acceptances {
        let own = &record.content;
        let reserved: Vec<String> = own.reservations.iter().map(|one| reservation(t, shows.plan(), one)).collect();
        let reserved = if reserved.is_empty() {
            t.chip(Tone::Good, t.say("acceptance-whole"))
        } else {
            Safe::ours(format!("<ul>{}</ul>", reserved.concat()))
        };
        let mine = record.header.owner == *shows.own && shows.may(Action::SpeakFor);
        let withdraw = if mine {
            link(&format!("/acceptances/{}/withdraw", record.header.id), t.say("acceptance-withdraw"))
        } else {
            Safe::default()
        };
        let level = [t.code("acceptance-level", own.level.code()), own.office.clone()];
        let level: Vec<String> = level.into_iter().filter(|part| !part.is_empty()).collect();
        grid.rows.push(vec![
            cell(t.participant(record.header.owner.as_str())),
            t.date(own.day),
            cell(level.join(" · ")),
            isolate(&own.document),
            reserved,
            withdraw,
        ]);
    }
    grid.html()
}

fn reservation(t: Speech, plan: &Plan, one: &model::acceptance::Reservation) -> String {
    let number = plan.number(&one.clause).map_or_else(|| one.clause.clone(), |number| t.int(number));
    format!(
        "<li><a href=\"#{}\">{}</a>: {}</li>",
        escape(&one.clause),
        escape(&t.say_one("plan-clause-number", "number", number)),
        isolate(&one.text)
    )
}
