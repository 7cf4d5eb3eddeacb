//! Agencies of the participants, each with the office that answers for it; added and changed.
//!
//! Refuses names of persons: a contact point is an office with a duty line.

use super::figures::{self, Known};
use super::grid::{Column, Grid, link_around, text};
use super::node::sample_frame;
use super::{Sample, beside, sample, type_names};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, isolate};
use crate::words::Speech;
use askama::Template;
use model::agency::{Agency, AgencyKind};
use model::participant::Participant;
use model::problem::{Problem, Problems};
use model::total::By;

/// The page of agencies.
#[derive(Debug, Template)]
#[template(path = "agency/list.html")]
pub struct AgenciesPage<'a> {
    frame: &'a Frame,
    form: Form<'a>,
    names_problem: Safe,
    agencies: Safe,
    participants: Vec<Choice>,
    changes: bool,
}

impl<'a> AgenciesPage<'a> {
    /// The page with its form.
    pub fn new(
        frame: &'a Frame,
        agencies: &[Agency],
        participants: &[Participant],
        typed: &'a Typed,
        problems: &'a Problems,
    ) -> Self {
        let t = frame.t;
        let choice = |one: &Participant| Choice::new(one.code.to_string(), one.names.say(t.lang()));
        Self {
            frame,
            form: Form::new(t, typed, problems),
            names_problem: beside(t, problems, "names"),
            agencies: list(t, agencies, participants),
            participants: participants.iter().map(choice).collect(),
            changes: !typed.get("id").is_empty(),
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn kinds(&self) -> Vec<Choice> {
        Choice::of_codes(self.t(), "agency-kind", AgencyKind::ALL.iter().map(|kind| kind.code()))
    }
}

/// What the form shows of an agency that is changed.
pub fn typed(agency: &Agency) -> Typed {
    let typed = Typed::nothing()
        .with("id", agency.id.to_string())
        .with("participant", agency.participant.to_string())
        .with("kind", agency.kind.code())
        .with("contact.office", agency.contact.office.as_str())
        .with("contact.email", agency.contact.email.as_str())
        .with("contact.phone", agency.contact.phone.as_str());
    type_names(typed, "names", &agency.names)
}

fn list(t: Speech, agencies: &[Agency], participants: &[Participant]) -> Safe {
    let columns =
        ["member-agency", "overview-participant", "agency-kind", "agency-contact"].map(|key| Column::text(t, key));
    let mut grid = Grid::new(t.say("agency-title"), columns.to_vec());
    let known = Known { participants, agencies };
    for agency in agencies {
        let to = format!("/administration/agencies?id={}#form", agency.id);
        let contact = &agency.contact;
        let mut lines: Vec<String> = Vec::new();
        if !contact.office.is_empty() {
            lines.push(isolate(&contact.office).to_string());
        }
        lines.extend(
            [&contact.email, &contact.phone]
                .into_iter()
                .filter(|text| !text.is_empty())
                .map(|text| t.ltr(text).to_string()),
        );
        grid.rows.push(vec![
            link_around(&to, &isolate(agency.names.say(t.lang()))),
            text(figures::say(t, By::Participant, agency.participant.as_str(), &known)),
            text(t.code("agency-kind", agency.kind.code())),
            Safe::ours(if lines.is_empty() { "–".to_owned() } else { lines.join("<br>") }),
        ]);
    }
    if grid.rows.is_empty() { t.empty("agency-none", "agency-none-how") } else { grid.html() }
}

/// Pages of agencies as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = sample_frame(t, "agency-title");
    let (agencies, participants) = (sample::agencies(), sample::participants());
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let kept = agencies.last().map(typed).unwrap_or_default();
    let found = Problems(vec![
        Problem::new("participant", "agency-moves"),
        Problem::new("kind", "code-unknown").with("text", sample::HOSTILE),
        Problem::new("names", "required"),
        Problem::new("contact.email", "text-too-long").with("limit", 200).with("length", 230),
    ]);
    vec![
        Sample::of("agencies", &AgenciesPage::new(&frame, &agencies, &participants, &nothing, &none)),
        Sample::of("agencies-none", &AgenciesPage::new(&frame, &[], &[], &nothing, &none)),
        Sample::of("agencies-problems", &AgenciesPage::new(&frame, &agencies, &participants, &kept, &found)),
    ]
}
