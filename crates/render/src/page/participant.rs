//! Participants of the node: countries and organisations with their names, added and changed.
//!
//! Refuses roles: those belong to an operation, not to a participant.

use super::grid::{Column, Grid, link_around, text};
use super::node::sample_frame;
use super::{Sample, beside, sample, type_names};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, isolate, query};
use crate::words::Speech;
use askama::Template;
use model::lang::Lang;
use model::participant::Participant;
use model::problem::{Problem, Problems};

/// The page of participants.
#[derive(Debug, Template)]
#[template(path = "participant/list.html")]
pub struct ParticipantsPage<'a> {
    frame: &'a Frame,
    form: Form<'a>,
    names_problem: Safe,
    participants: Safe,
    /// Whether the form changes one that is there.
    changes: bool,
}

impl<'a> ParticipantsPage<'a> {
    /// The page with its form.
    pub fn new(frame: &'a Frame, participants: &[Participant], typed: &'a Typed, problems: &'a Problems) -> Self {
        let t = frame.t;
        let changes = participants.iter().any(|one| one.code.as_str() == typed.get("code"));
        Self {
            frame,
            form: Form::new(t, typed, problems),
            names_problem: beside(t, problems, "names"),
            participants: list(t, participants),
            changes,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

/// What the form shows of a participant that is changed.
pub fn typed(participant: &Participant) -> Typed {
    let typed = Typed::nothing()
        .with("code", participant.code.to_string())
        .with("country", participant.country.clone().unwrap_or_default());
    type_names(typed, "names", &participant.names)
}

fn list(t: Speech, participants: &[Participant]) -> Safe {
    let mut columns = vec![Column::text(t, "field-code")];
    columns.extend(super::languages().into_iter().map(|choice| Column::named(choice.label, false)));
    let mut grid = Grid::new(t.say("participant-title"), columns);
    for one in participants {
        let to = format!("/administration/participants?code={}#form", query(one.code.as_str()));
        let mut cells = vec![link_around(&to, &t.ltr(one.code.as_str()))];
        cells.extend(Lang::ALL.map(|lang| one.names.exact(lang).map_or_else(|| text("–"), isolate)));
        grid.rows.push(cells);
    }
    if grid.rows.is_empty() { t.empty("participant-none", "participant-none-how") } else { grid.html() }
}

/// Pages of participants as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = sample_frame(t, "participant-title");
    let participants = sample::participants();
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let kept = participants.first().map(typed).unwrap_or_default();
    let hostile = Typed::nothing().with("code", sample::HOSTILE).with("country", sample::HOSTILE);
    let found = Problems(vec![
        Problem::new("code", "participant-code").with("text", sample::HOSTILE),
        Problem::new("country", "country-unknown").with("text", sample::HOSTILE),
        Problem::new("names", "required"),
    ]);
    vec![
        Sample::of("participants", &ParticipantsPage::new(&frame, &participants, &nothing, &none)),
        Sample::of("participants-none", &ParticipantsPage::new(&frame, &[], &nothing, &none)),
        Sample::of("participants-change", &ParticipantsPage::new(&frame, &participants, &kept, &none)),
        Sample::of("participants-problems", &ParticipantsPage::new(&frame, &participants, &hostile, &found)),
    ]
}
