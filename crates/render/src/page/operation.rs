//! The operations a visitor takes part in, and the form that makes or changes one.
//!
//! Refuses to lose what was typed: the form shows it again with what is wrong beside it, also when someone else has
//! changed the operation meanwhile.

use super::{Sample, beside, languages, sample, type_names};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, with_query};
use crate::part::{self, Tone};
use crate::words::Speech;
use askama::Template;
use model::catalogue::Substance;
use model::catalogue::substance::{ChemicalGroup, SubstanceKind};
use model::lang::Lang;
use model::marking::{Audience, Handling, InformationGrade, SourceGrade};
use model::operation::{Operation, OperationDraft};
use model::participant::{Participant, ParticipationRole};
use model::problem::{Problem, Problems};
use model::stage::StageKind;

/// The stages that can be planned.
const PLANNED: [StageKind; 5] =
    [StageKind::Planning, StageKind::Background, StageKind::Analysis, StageKind::Active, StageKind::Reporting];

/// One operation on the first page.
#[derive(Debug, Clone)]
pub struct Line {
    /// The operation.
    pub operation: Operation,
    /// Incidents its reader may see; `None` where they were not counted.
    pub incidents: Option<i64>,
}

/// The first page: the operations one takes part in.
#[derive(Debug, Template)]
#[template(path = "operation/list.html")]
pub struct OperationsPage<'a> {
    frame: &'a Frame,
    lines: Vec<Card>,
    may_create: bool,
}

/// An operation as a card.
#[derive(Debug)]
struct Card {
    address: String,
    code: String,
    name: String,
    objective: String,
    stage: Safe,
    period: String,
    incidents: String,
}

impl<'a> OperationsPage<'a> {
    /// The page of these operations.
    pub fn new(frame: &'a Frame, lines: &[Line], may_create: bool) -> Self {
        Self { frame, lines: lines.iter().map(|line| card(frame, line)).collect(), may_create }
    }

    fn empty(&self) -> Safe {
        let how = if self.may_create { "operation-none-create" } else { "operation-none-how" };
        self.frame.t.empty("operation-none", how)
    }
}

fn card(frame: &Frame, line: &Line) -> Card {
    let (t, operation) = (frame.t, &line.operation);
    let mut stage = match operation.current() {
        Some(stage) => t.chip(Tone::Accent, stage_said(t, stage, frame.now.day())).to_string(),
        None => t.chip(Tone::Plain, t.say("operation-not-opened")).to_string(),
    };
    for (holds, key) in [(operation.archive, "operation-archive"), (operation.demonstration, "frame-demonstration")] {
        if holds {
            stage = format!("{stage} {}", t.chip(Tone::Warn, t.say(key)));
        }
    }
    let objective = operation.objective.say(t.lang());
    Card {
        address: format!("/operations/{}", crate::html::query(&operation.code)),
        code: operation.code.clone(),
        name: operation.names.say(t.lang()).to_owned(),
        objective: shortened(objective),
        stage: Safe::ours(stage),
        period: operation.active_days().map_or_else(String::new, |(from, to)| t.period(from, to)),
        incidents: line
            .incidents
            .map_or_else(String::new, |count| t.say_one("figure-incidents-counted", "count", count)),
    }
}

/// `Active stage, day 12 of 58`; outside its planned days the stage alone.
fn stage_said(t: Speech, stage: &model::stage::Stage, today: model::time::Day) -> String {
    let name = t.code("frame-stage", stage.kind.code());
    let (day, of) = (today.since(stage.from) + 1, stage.to.since(stage.from) + 1);
    if stage.kind == StageKind::Closed || !(1..=of).contains(&day) {
        return name;
    }
    t.say_with("frame-stage-day-of", &[("stage", name.into()), ("day", day.into()), ("of", of.into())])
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 240 { text.to_owned() } else { text.chars().take(239).chain(['…']).collect() }
}

/// What the form offers to choose from.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    /// The participants of the node.
    pub participants: &'a [Participant],
    /// Codes of operations that can be the previous edition.
    pub operations: &'a [String],
}

/// The form of an operation.
#[derive(Debug, Template)]
#[template(path = "operation/form.html")]
pub struct OperationFormPage<'a> {
    frame: &'a Frame,
    form: Form<'a>,
    problems: &'a Problems,
    offer: Offer<'a>,
    /// The operation that is changed; `None` for a new one.
    code: Option<String>,
    /// The revision the change is made from.
    base: u32,
    /// The revision somebody else has kept meanwhile.
    newer: Option<u32>,
    /// The earlier edition that a new operation begins from; empty where there is none.
    from: String,
    /// Whether it answers something that was sent: then it is newer than what a browser has kept.
    given: bool,
}

impl<'a> OperationFormPage<'a> {
    /// The form of a new operation.
    pub fn create(frame: &'a Frame, typed: &'a Typed, problems: &'a Problems, offer: Offer<'a>) -> Self {
        let form = Form::new(frame.t, typed, problems);
        let from = String::new();
        Self { frame, form, problems, offer, code: None, base: 0, newer: None, from, given: false }
    }

    /// The form of a new operation that begins from an earlier edition.
    #[must_use]
    pub fn after(self, from: &str) -> Self {
        Self { from: from.to_owned(), ..self }
    }

    /// The form with what was just sent.
    #[must_use]
    pub fn given(self) -> Self {
        Self { given: true, ..self }
    }

    /// The form of a change made from revision `base`; `newer` is the one that came between.
    #[must_use]
    pub fn change(self, code: &str, base: u32, newer: Option<u32>) -> Self {
        Self { code: Some(code.to_owned()), base, newer, ..self }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }

    fn action(&self) -> String {
        self.code.as_deref().map_or_else(|| with_query("/operations", "from", &self.from), edit)
    }

    /// What the browser needs to keep what is typed: attributes of the form, and the line in it.
    fn device(&self) -> (Safe, Safe) {
        let (name, address) = match &self.code {
            Some(code) => (format!("operation:{code}:{}", self.base), edit(code)),
            None => (format!("operation:new:{}", self.from), with_query("/operations/new", "from", &self.from)),
        };
        part::draft(self.frame, &name, &address)
    }

    fn back(&self) -> String {
        self.code
            .as_ref()
            .map_or_else(|| "/".to_owned(), |code| format!("/operations/{}/stages", crate::html::query(code)))
    }

    fn stale(&self) -> String {
        self.newer.map_or_else(String::new, |revision| self.t().say_one("operation-stale", "revision", revision))
    }

    fn names(&self, field: &str) -> Safe {
        self.per_language(field, |form, name| form.field(name).text())
    }

    fn objectives(&self) -> Safe {
        self.per_language("objective", |form, name| form.field(name).optional().area(3))
    }

    /// A field per language in one group.
    fn per_language(&self, field: &str, write: impl Fn(&Form<'_>, &str) -> Safe) -> Safe {
        let fields: String =
            Lang::ALL.iter().map(|lang| write(&self.form, &format!("{field}.{}", lang.tag())).to_string()).collect();
        self.group(field, &format!("<div class=\"beside-fields\">{fields}</div>"))
    }

    /// Fields that belong together, with what is wrong with them as a whole.
    fn group(&self, field: &str, inside: &str) -> Safe {
        let t = self.t();
        let problem = beside(t, self.problems, field);
        let bad = if problem.is_empty() { "" } else { " bad" };
        let hint = t.hint(field);
        let hint = if hint.is_empty() { String::new() } else { format!("<p class=\"hint\">{}</p>", escape(&hint)) };
        Safe::ours(format!(
            "<fieldset id=\"{0}\" class=\"field{bad}\" tabindex=\"-1\"><legend>{1}</legend>{hint}{problem}{inside}</fieldset>",
            escape(field),
            escape(&t.field(field))
        ))
    }

    fn languages(&self) -> Safe {
        self.form.checkboxes("languages", languages())
    }

    fn scope_groups(&self) -> Safe {
        self.form.checkboxes(
            "scope_groups",
            Choice::of_codes(self.t(), "group", ChemicalGroup::ALL.iter().map(|code| code.code())),
        )
    }

    fn scope_kinds(&self) -> Safe {
        self.form.checkboxes(
            "scope_kinds",
            Choice::of_codes(self.t(), "substance-kind", SubstanceKind::ALL.iter().map(|code| code.code())),
        )
    }

    /// Substances, one a line: by name in any language, by number or by key.
    fn substances(&self, field: &str) -> Safe {
        self.form.field(field).optional().hint("operation-substances-hint").with("spellcheck", "false").area(4)
    }

    fn marking(&self) -> Safe {
        let (t, form) = (self.t(), &self.form);
        let codes = |noun: &str, all: Vec<&str>| Choice::of_codes(t, noun, all);
        let audience = codes("audience", Audience::ALL.iter().map(|code| code.code()).collect());
        let handling = codes("handling", Handling::ALL.iter().map(|code| code.code()).collect());
        let source = codes("source-grade", SourceGrade::ALL.iter().map(|code| code.code()).collect());
        let information = codes("information-grade", InformationGrade::ALL.iter().map(|code| code.code()).collect());
        let fields = [
            form.select("marking.audience", &audience),
            form.select("marking.handling", &handling),
            form.field("marking.handling_text").optional().text(),
            form.field("marking.source_grade").optional().select(&source),
            form.field("marking.information_grade").optional().select(&information),
        ];
        let fields: String = fields.iter().map(Safe::as_str).collect();
        Safe::ours(format!("<div class=\"beside-fields\">{fields}</div>{}", self.recipients()))
    }

    /// Named recipients to choose among those who take part; nothing before anybody is named.
    fn recipients(&self) -> Safe {
        let form = &self.form;
        let typed = (0..form.count("participations", 0)).map(|index| form.at("participations", index));
        let named: Vec<String> = typed.map(|part| part.value("participant").to_owned()).collect();
        let known = self.offer.participants.iter().filter(|one| named.iter().any(|code| code == one.code.as_str()));
        let choices: Vec<Choice> =
            known.map(|one| Choice::new(one.code.to_string(), one.names.say(self.t().lang()))).collect();
        if choices.is_empty() { Safe::default() } else { form.checkboxes("marking.recipients", choices) }
    }

    /// One row per participation, and empty ones to go on.
    fn participations(&self) -> Safe {
        let t = self.t();
        let who: Vec<Choice> = self
            .offer
            .participants
            .iter()
            .map(|one| Choice::new(one.code.to_string(), one.names.say(t.lang())))
            .collect();
        let roles = Choice::of_codes(t, "participation-role", ParticipationRole::ALL.iter().map(|role| role.code()));
        let mut rows: Vec<String> = (0..self.form.count("participations", 1))
            .map(|index| {
                let part = self.form.at("participations", index);
                let number = t.say_one("operation-participation", "number", index + 1);
                format!(
                    "<fieldset class=\"field\" id=\"participations.{index}\" tabindex=\"-1\"><legend>{}</legend><div class=\"beside-fields tight\">{}{}{}{}</div></fieldset>",
                    escape(&number),
                    part.select("participant", &who),
                    part.select("role", &roles),
                    part.field("since").optional().date(),
                    part.field("until").optional().date()
                )
            })
            .collect();
        rows.push(format!(
            "<p><button class=\"button quiet\" type=\"submit\" name=\"add\" value=\"participation\" formnovalidate>{}</button></p>",
            escape(&t.say("operation-add-participation"))
        ));
        self.group("participations", &rows.concat())
    }

    /// The days of each stage that can be planned.
    fn stages(&self) -> Safe {
        let t = self.t();
        let typed = |index: usize| self.form.at("stages", index).value("kind").to_owned();
        let known = self.form.count("stages", 0);
        let mut next = known;
        let rows: Vec<String> = PLANNED
            .iter()
            .map(|kind| {
                let index = (0..known).find(|index| typed(*index) == kind.code()).unwrap_or_else(|| {
                    next += 1;
                    next - 1
                });
                let part = self.form.at("stages", index);
                // Places in the list are not the stages' own; what a browser keeps of them is named by the stage.
                let day = |name: &str| part.field(name).with("data-keep", &format!("stages.{}.{name}", kind.code())).date();
                format!(
                    "<fieldset class=\"field\" id=\"stages.{index}\" tabindex=\"-1\"><legend>{}</legend><input type=\"hidden\" name=\"stages.{index}.kind\" value=\"{}\">\
                     <div class=\"beside-fields\">{}{}</div></fieldset>",
                    escape(&t.code("frame-stage", kind.code())),
                    kind.code(),
                    day("from"),
                    day("to")
                )
            })
            .collect();
        self.group("stages", &rows.concat())
    }

    fn previous(&self) -> Safe {
        self.form.field("previous").optional().with("list", "previous-codes").text()
    }
}

/// The address at which an operation is changed.
fn edit(code: &str) -> String {
    format!("/operations/{}/edit", crate::html::query(code))
}

/// What a form of `operation` shows before anything is typed.
pub fn typed(operation: &Operation) -> Typed {
    let draft = OperationDraft::of(operation);
    let mut typed = type_names(Typed::nothing(), "names", &draft.names);
    typed = type_names(typed, "objective", &draft.objective);
    for (name, value) in [
        ("code", &draft.code),
        ("series", &draft.series),
        ("edition", &draft.edition),
        ("previous", &draft.previous),
        ("legal_basis", &draft.legal_basis),
        ("late_days", &draft.late_days),
        ("marking.audience", &draft.marking.audience),
        ("marking.handling", &draft.marking.handling),
        ("marking.handling_text", &draft.marking.handling_text),
        ("marking.source_grade", &draft.marking.source_grade),
        ("marking.information_grade", &draft.marking.information_grade),
    ] {
        typed = typed.with(name, value.as_str());
    }
    for (name, values) in [
        ("scope_groups", &draft.scope_groups),
        ("scope_kinds", &draft.scope_kinds),
        ("languages", &draft.languages),
        ("marking.recipients", &draft.marking.recipients),
    ] {
        typed = values.iter().fold(typed, |typed, value| typed.with(name, value.as_str()));
    }
    let named = |keys: &[String]| {
        keys.iter()
            .map(|key| Substance::by_key(key).map_or(key.as_str(), |one| one.names.say(Lang::En)).to_owned())
            .collect::<Vec<_>>()
    };
    typed = typed.with("aliases", draft.aliases.join("\n"));
    typed = typed.with("targets", named(&draft.targets).join("\n"));
    typed = typed.with("scope_substances", named(&draft.scope_substances).join("\n"));
    type_lists(typed, &draft)
}

fn type_lists(mut typed: Typed, draft: &OperationDraft) -> Typed {
    for (index, part) in draft.participations.iter().enumerate() {
        for (name, value) in
            [("participant", &part.participant), ("role", &part.role), ("since", &part.since), ("until", &part.until)]
        {
            typed = typed.with(format!("participations.{index}.{name}"), value.as_str());
        }
    }
    for (index, stage) in draft.stages.iter().enumerate() {
        for (name, value) in [("kind", &stage.kind), ("from", &stage.from), ("to", &stage.to)] {
            typed = typed.with(format!("stages.{index}.{name}"), value.as_str());
        }
    }
    typed
}

/// What a form of a new operation shows: the working language, the region's habit of marking, the own participant as
/// coordinator.
pub fn fresh(lang: Lang, own: &str) -> Typed {
    let marking = model::marking::Marking::default();
    Typed::nothing()
        .with("languages", lang.tag())
        .with("marking.audience", marking.audience.code())
        .with("marking.handling", marking.handling.code())
        .with("participations.0.participant", own)
        .with("participations.0.role", ParticipationRole::Coordinator.code())
}

/// Pages of operations as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = Frame { title: t.say("operation-list"), operation: None, room: None, ..Frame::samples(t).remove(0) };
    let new = Frame { title: t.say("operation-new"), ..frame.clone() };
    let edit = Frame { title: t.say("operation-edit"), ..Frame::samples(t).remove(0) };
    let operation = sample::operation();
    let planned = Operation { stages: Vec::new(), archive: true, ..operation.clone() };
    let lines =
        [Line { operation: operation.clone(), incidents: Some(437) }, Line { operation: planned, incidents: None }];
    let participants = sample::participants();
    let codes = ["REFLEX-2019".to_owned()];
    let offer = Offer { participants: &participants, operations: &codes };
    let (fresh, kept, none) = (fresh(t.lang(), "CARICC"), typed(&operation), Problems::none());
    let found = Problems(vec![
        Problem::new("code", "operation-code").with("text", sample::HOSTILE),
        Problem::new("names", "required"),
        Problem::new("participations", "coordinator-missing"),
        Problem::new("participant", "participant-twice").with("text", "KZ").inside("participations.1"),
        Problem::new("to", "dates-reversed").inside("stages.2"),
        Problem::new("stages", "stage-order").with("a", "planning").with("b", "active"),
        Problem::new("late_days", "days-range").with("text", "many"),
    ]);
    vec![
        Sample::of("operations", &OperationsPage::new(&frame, &lines, true)),
        Sample::of("operations-none", &OperationsPage::new(&frame, &[], false)),
        Sample::of("operation-new", &OperationFormPage::create(&new, &fresh, &none, offer)),
        Sample::of(
            "operation-problems",
            &OperationFormPage::create(&new, &kept, &found, offer).after("REFLEX-2019").given(),
        ),
        Sample::of(
            "operation-stale",
            &OperationFormPage::create(&edit, &kept, &none, offer).change("REFLEX-2021", 3, Some(4)),
        ),
    ]
}
