//! The plan of an operation as it stands: what it is, its calendar with what can be done now, who takes part, history.
//!
//! Refuses to offer what its reader may not do, and to close for good by one person alone.

use super::figures::{self, Known};
use super::grid::{Column, Grid, text};
use super::overview::strip;
use super::{Sample, sample};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, ltr};
use crate::part::{Tone, facts};
use crate::words::Speech;
use askama::Template;
use model::agency::Agency;
use model::member::Role;
use model::operation::Operation;
use model::participant::Participant;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::record::Door;
use model::stage::{Stage, StageKind, Work, is_open_for};
use model::time::Moment;
use model::total::By;

/// One revision of the operation.
#[derive(Debug, Clone)]
pub struct Revision {
    /// Its number.
    pub number: u32,
    /// The role of its author.
    pub role: Role,
    /// When it was kept.
    pub changed: Moment,
    /// Through which door.
    pub door: Door,
}

/// What the plan is made of.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// Its revision.
    pub revision: u32,
    /// The participants of the node, for their names.
    pub participants: &'a [Participant],
    /// The agencies of those who take part, with their contact points.
    pub agencies: &'a [Agency],
    /// What the reader may do.
    pub may: &'a [Action],
    /// Whether the reader is the one who asked for the closing.
    pub asked_by_me: bool,
    /// Revisions, newest first.
    pub history: &'a [Revision],
}

/// The plan page.
#[derive(Debug, Template)]
#[template(path = "stage/plan.html")]
pub struct PlanPage<'a> {
    frame: &'a Frame,
    plan: Plan<'a>,
    address: String,
    summary: Safe,
    strip: Safe,
    facts: Safe,
    stages: Vec<Safe>,
    participations: Safe,
    closing: Safe,
    history: Safe,
}

impl<'a> PlanPage<'a> {
    /// The page; `typed` and `problems` are of a step that was just refused.
    pub fn new(frame: &'a Frame, plan: Plan<'a>, typed: &Typed, problems: &Problems) -> Self {
        let t = frame.t;
        let address = format!("/operations/{}", crate::html::query(&plan.operation.code));
        let form = Form::new(t, typed, problems);
        Self {
            summary: form.summary(),
            strip: strip(t, plan.operation),
            facts: told(t, plan.operation),
            stages: plan
                .operation
                .stages
                .iter()
                .map(|stage| stage_card(t, &plan, stage, &address, (typed, problems)))
                .collect(),
            participations: participations(t, &plan),
            closing: closing(t, &plan, &address),
            history: history(frame, plan.history),
            frame,
            plan,
            address,
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn may_follow(&self) -> bool {
        self.plan.may.contains(&Action::CreateOperation)
    }

    fn may_change(&self) -> bool {
        self.plan.may.contains(&Action::PlanOperation) && !self.plan.operation.is_closed()
    }
}

fn told(t: Speech, operation: &Operation) -> Safe {
    let known = Known::default();
    let listed = |all: Vec<String>| Safe::text(&all.join(&t.say("figure-and")));
    let substances =
        |keys: &[String]| listed(keys.iter().map(|key| figures::say(t, By::Substance, key, &known)).collect());
    let scope = &operation.scope;
    let counted = if operation.scope.is_empty() {
        Safe::text(&t.say("operation-scope-all"))
    } else {
        let mut all: Vec<String> = scope.groups.iter().map(|group| t.code("group", group.code())).collect();
        all.extend(scope.kinds.iter().map(|kind| t.code("substance-kind", kind.code())));
        all.extend(scope.substances.iter().map(|key| figures::say(t, By::Substance, key, &known)));
        listed(all)
    };
    let own = super::languages();
    let spoken = operation.languages.iter().filter_map(|lang| own.iter().find(|choice| choice.value == lang.tag()));
    let aliases: Vec<String> = operation.aliases.iter().map(|alias| isolate(alias).to_string()).collect();
    let marking = format!(
        "{} {}",
        t.tlp(operation.marking.audience.code()),
        t.chip(Tone::Plain, operation.marking.handling.code().to_uppercase())
    );
    let optional_ltr = |text: &str| if text.is_empty() { Safe::default() } else { ltr(text) };
    facts(&[
        (t.field("code"), ltr(&operation.code)),
        (t.field("names"), names(operation)),
        (t.field("aliases"), Safe::ours(aliases.join(&escape(&t.say("figure-and"))))),
        (t.field("series"), ltr(&operation.series)),
        (t.field("edition"), ltr(&operation.edition)),
        (t.field("previous"), optional_ltr(&operation.previous)),
        (t.field("objective"), isolate_some(operation.objective.say(t.lang()))),
        (t.field("targets"), substances(&operation.targets)),
        (t.say("operation-counted"), counted),
        (t.field("legal_basis"), isolate_some(&operation.legal_basis)),
        (t.field("languages"), listed(spoken.map(|choice| choice.label.clone()).collect())),
        (t.say("operation-part-marking"), Safe::ours(marking)),
        (t.field("late_days"), Safe::text(&t.int(operation.late_days))),
    ])
}

fn names(operation: &Operation) -> Safe {
    let one = |(lang, name): (model::lang::Lang, &str)| format!("<bdi lang=\"{}\">{}</bdi>", lang.tag(), escape(name));
    Safe::ours(operation.names.iter().map(one).collect::<Vec<_>>().join("<br>"))
}

fn isolate_some(text: &str) -> Safe {
    if text.is_empty() { Safe::default() } else { isolate(text) }
}

/// A stage: planned and actual days, and what can be done with it now.
fn stage_card(t: Speech, plan: &Plan<'_>, stage: &Stage, address: &str, refused: (&Typed, &Problems)) -> Safe {
    let (standing, tone) = match (stage.opened, stage.closed) {
        (_, Some(_)) => ("chart-stage-done", Tone::Plain),
        (Some(_), None) => ("chart-stage-now", Tone::Accent),
        (None, None) => ("chart-stage-next", Tone::Plain),
    };
    let mut lines = format!("<p>{} {}</p>", escape(&t.say("stage-planned")), escape(&t.period(stage.from, stage.to)));
    for (key, moment) in [("stage-opened", stage.opened), ("stage-closed", stage.closed)] {
        if let Some(moment) = moment {
            lines = format!("{lines}<p>{} {}</p>", escape(&t.say(key)), t.utc(moment));
        }
    }
    if !stage.reopened.is_empty() {
        lines = format!("{lines}<p>{} {}</p>", escape(&t.say("stage-reopened")), isolate(&stage.reopened));
    }
    let open = Work::ALL.iter().filter(|work| is_open_for(stage.kind, **work));
    let open: Vec<String> = open.map(|work| escape(&t.code("work", work.code()))).collect();
    let open = if open.is_empty() { escape(&t.say("stage-read-only")) } else { open.join(" · ") };
    lines = format!("{lines}<p class=\"hint\">{}: {open}</p>", escape(&t.say("stage-lets")));
    Safe::ours(format!(
        "<section class=\"panel w4\"><header><h3>{}</h3><small>{}</small></header>{lines}{}</section>",
        escape(&t.code("frame-stage", stage.kind.code())),
        t.chip(tone, t.say(standing)),
        stage_step(t, plan, stage, address, refused)
    ))
}

/// Open, close or reopen; nothing where the reader may not.
fn stage_step(t: Speech, plan: &Plan<'_>, stage: &Stage, address: &str, refused: (&Typed, &Problems)) -> String {
    if stage.kind == StageKind::Closed || plan.operation.is_closed() || !plan.may.contains(&Action::MoveStage) {
        return String::new();
    }
    let (step, key) = match (stage.opened, stage.closed) {
        (_, Some(_)) => ("open", "stage-reopen"),
        (Some(_), None) => ("close", "stage-close"),
        (None, None) => ("open", "stage-open"),
    };
    let name = t.code("frame-stage", stage.kind.code());
    let label = t.say_one(key, "stage", name.as_str());
    let kind = stage.kind.code();
    let again = key == "stage-reopen";
    let reason = if again { reason(t, kind, refused) } else { String::new() };
    let form = format!(
        "<form method=\"post\" action=\"{address}/stages/{kind}/{step}\" class=\"group\"><input type=\"hidden\" name=\"base\" value=\"{}\">{reason}\
         <p><button class=\"button quiet\" type=\"submit\">{}</button></p></form>",
        plan.revision,
        escape(&label)
    );
    if !again {
        return form;
    }
    // Opening again is rare: it waits behind its name until somebody asks, or was just refused.
    let open = if refused.0.get("kind") == kind { " open" } else { "" };
    format!("<details{open}><summary>{}</summary>{form}</details>", escape(&label))
}

/// Why a stage opens again. The field's problem is `reason`; on a page with several forms its id carries the stage.
fn reason(t: Speech, kind: &str, (typed, problems): (&Typed, &Problems)) -> String {
    let mine = typed.get("kind") == kind;
    let problem = if mine { super::beside(t, problems, "reason") } else { Safe::default() };
    let typed = if mine { typed.get("reason") } else { "" };
    let (id, bad) = if mine { ("reason".to_owned(), !problem.is_empty()) } else { (format!("reason-{kind}"), false) };
    let described = if bad { " aria-describedby=\"reason-error\" aria-invalid=\"true\"" } else { "" };
    format!(
        "<div class=\"field{}\"><label for=\"{id}\">{}</label>{problem}<input type=\"text\" dir=\"auto\" id=\"{id}\" name=\"reason\" value=\"{}\"{described}></div>",
        if bad { " bad" } else { "" },
        escape(&t.say("stage-reopen-reason")),
        escape(typed)
    )
}

fn participations(t: Speech, plan: &Plan<'_>) -> Safe {
    let columns = ["overview-participant", "report-role", "operation-since", "operation-until", "agency-title"]
        .map(|key| Column::text(t, key));
    let mut grid = Grid::new(t.say("report-participants"), columns.to_vec());
    let known = Known { participants: plan.participants, agencies: &[] };
    for part in &plan.operation.participations {
        let day = |day: Option<model::time::Day>| day.map_or_else(|| text("–"), |day| t.date(day));
        let name = figures::say(t, By::Participant, part.participant.as_str(), &known);
        let role = t.code("participation-role", part.role.code());
        let own: Vec<String> = plan
            .agencies
            .iter()
            .filter(|agency| agency.participant == part.participant)
            .map(|agency| contact(t, agency))
            .collect();
        let agencies = if own.is_empty() { text("–") } else { Safe::ours(format!("<ul>{}</ul>", own.concat())) };
        grid.rows.push(vec![text(name), text(role), day(part.since), day(part.until), agencies]);
    }
    grid.html()
}

/// An agency with the office that answers for it.
fn contact(t: Speech, agency: &Agency) -> String {
    let contact = &agency.contact;
    let lines = [&contact.email, &contact.phone].into_iter().filter(|line| !line.is_empty());
    let mut told = vec![isolate(agency.names.say(t.lang())).to_string()];
    told.extend(Some(&contact.office).filter(|office| !office.is_empty()).map(|office| isolate(office).to_string()));
    told.extend(lines.map(|line| t.ltr(line).to_string()));
    format!("<li>{}</li>", told.join(" · "))
}

/// Asking for the closing, seconding it, taking it back.
fn closing(t: Speech, plan: &Plan<'_>, address: &str) -> Safe {
    if plan.operation.is_closed() || !plan.may.contains(&Action::CloseOperation) {
        return Safe::default();
    }
    let form = |step: &str, key: &str, class: &str| {
        format!(
            "<form method=\"post\" action=\"{address}/closing/{step}\"><input type=\"hidden\" name=\"base\" value=\"{}\">\
             <button class=\"button {class}\" type=\"submit\">{}</button></form>",
            plan.revision,
            escape(&t.say(key))
        )
    };
    let (sentence, forms) = match (plan.operation.closing_asked_by, plan.asked_by_me) {
        (None, _) => ("stage-closing-how", form("ask", "stage-closing-ask", "quiet")),
        (Some(_), true) => ("stage-closing-waits", form("withdraw", "stage-closing-withdraw", "quiet")),
        (Some(_), false) => (
            "stage-closing-asked",
            form("second", "stage-closing-second", "danger") + &form("withdraw", "stage-closing-withdraw", "quiet"),
        ),
    };
    Safe::ours(format!("<p>{}</p><div class=\"actions\">{forms}</div>", escape(&t.say(sentence))))
}

fn history(frame: &Frame, all: &[Revision]) -> Safe {
    let t = frame.t;
    let line = |one: &Revision| {
        let said = t.say_with(
            "stage-revision",
            &[
                ("number", one.number.into()),
                ("role", t.code("role", one.role.code()).into()),
                ("door", t.code("door", one.door.code()).into()),
            ],
        );
        format!("<li>{} <small>{}</small></li>", escape(&said), t.moment(one.changed, frame.offset))
    };
    let lines: String = all.iter().map(line).collect();
    Safe::ours(format!("<ol class=\"history\" reversed>{lines}</ol>"))
}

/// Plans as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = Frame { title: t.say("stage-plan"), ..Frame::samples(t).remove(0) };
    let (operation, participants) = (sample::operation(), sample::participants());
    let revision = |number| Revision { number, role: Role::Coordinator, changed: sample::NOW, door: Door::Page };
    let history = [revision(2), revision(1)];
    let all = [Action::PlanOperation, Action::MoveStage, Action::CloseOperation];
    let agencies = sample::agencies();
    let plan = Plan {
        operation: &operation,
        revision: 2,
        participants: &participants,
        agencies: &agencies,
        may: &all,
        asked_by_me: false,
        history: &history,
    };
    let asked = Operation { closing_asked_by: Some(model::id::Id::new(model::id::NIL)), ..operation.clone() };
    let reopening = Typed::nothing().with("kind", "planning").with("reason", sample::HOSTILE);
    let found = Problems(vec![Problem::new("reason", "reopening-needs-reason")]);
    let (nothing, none) = (Typed::nothing(), Problems::none());
    vec![
        Sample::of("plan", &PlanPage::new(&frame, plan, &nothing, &none)),
        Sample::of("plan-read", &PlanPage::new(&frame, Plan { may: &[Action::Read], ..plan }, &nothing, &none)),
        Sample::of("plan-reason", &PlanPage::new(&frame, plan, &reopening, &found)),
        Sample::of("plan-closing", &PlanPage::new(&frame, Plan { operation: &asked, ..plan }, &nothing, &none)),
        Sample::of(
            "plan-closing-mine",
            &PlanPage::new(&frame, Plan { operation: &asked, asked_by_me: true, ..plan }, &nothing, &none),
        ),
    ]
}
