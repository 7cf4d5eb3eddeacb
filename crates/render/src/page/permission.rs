//! Who may do what, and what is open in which stage: the two tables that the program obeys, readable by everybody.
//!
//! Refuses to be written by hand: the cells are asked of [`model::permission`] and [`model::stage`].

use super::Sample;
use super::grid::{Column, Grid, text};
use crate::frame::Frame;
use crate::html::Safe;
use crate::words::Speech;
use askama::Template;
use model::marking::Audience;
use model::member::Role;
use model::participant::ParticipationRole;
use model::permission::{Reach, TABLE, opens, opens_within, reach};
use model::stage::{StageKind, Work, is_open_for};

/// The page of the policy.
#[derive(Debug, Template)]
#[template(path = "permission/show.html")]
pub struct PolicyPage<'a> {
    frame: &'a Frame,
    roles: Safe,
    stages: Safe,
    audiences: Safe,
}

impl<'a> PolicyPage<'a> {
    /// The page.
    pub fn new(frame: &'a Frame) -> Self {
        let t = frame.t;
        Self { frame, roles: roles(t), stages: stages(t), audiences: audiences(t) }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

const fn reached(reach: Reach) -> &'static str {
    match reach {
        Reach::No => "no",
        Reach::Agency => "agency",
        Reach::Participant => "participant",
        Reach::Coordinated => "coordinated",
        Reach::Both => "both",
        Reach::Readable => "readable",
        Reach::Node => "node",
    }
}

fn roles(t: Speech) -> Safe {
    let mut columns = vec![Column::text(t, "permission-action")];
    columns.extend(Role::ALL.iter().map(|role| Column::named(t.code("role", role.code()), false)));
    let mut grid = Grid::new(t.say("permission-roles"), columns);
    for (action, _) in TABLE {
        let mut cells = vec![text(t.code("action", action.code()))];
        cells.extend(Role::ALL.iter().map(|role| text(t.code("reach", reached(reach(*role, *action))))));
        grid.rows.push(cells);
    }
    grid.html()
}

fn yes(t: Speech, open: bool) -> Safe {
    text(t.say(if open { "permission-yes" } else { "permission-no" }))
}

fn stages(t: Speech) -> Safe {
    let mut columns = vec![Column::text(t, "stage-name")];
    columns.extend(Work::ALL.iter().map(|work| Column::named(t.code("work", work.code()), false)));
    let mut grid = Grid::new(t.say("permission-stages"), columns);
    for kind in StageKind::ALL {
        let mut cells = vec![text(t.code("frame-stage", kind.code()))];
        cells.extend(Work::ALL.iter().map(|work| yes(t, is_open_for(*kind, *work))));
        grid.rows.push(cells);
    }
    grid.html()
}

fn audiences(t: Speech) -> Safe {
    let mut columns = vec![Column::text(t, "overview-marking"), Column::text(t, "permission-own")];
    columns.extend(
        ParticipationRole::ALL.iter().map(|role| Column::named(t.code("participation-role", role.code()), false)),
    );
    let mut grid = Grid::new(t.say("permission-audiences"), columns);
    for audience in Audience::ALL {
        let mut cells = vec![t.tlp(audience.code()), yes(t, opens_within(*audience))];
        cells.extend(ParticipationRole::ALL.iter().map(|role| yes(t, opens(*audience, *role))));
        grid.rows.push(cells);
    }
    grid.html()
}

/// The policy as it looks.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = super::node::sample_frame(t, "permission-title");
    vec![Sample::of("policy", &PolicyPage::new(&frame))]
}
