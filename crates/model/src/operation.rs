//! An operation: one edition of a series, with its participations, stages, scope and default markings.
//!
//! Refuses to hold incidents: those are records of their own that name their operation.

use crate::catalogue::substance::{ChemicalGroup, Substance, SubstanceKind};
use crate::id::{Id, Noun};
use crate::lang::Lang;
use crate::marking::{Marking, MarkingDraft};
use crate::member::MemberId;
use crate::names::Names;
use crate::participant::{Participation, ParticipationRole, ParticipantCode};
use crate::problem::{Problem, Problems};
use crate::stage::{Stage, StageKind, Work, is_open_for};
use crate::text;
use crate::time::{Day, read_day};
use serde::{Deserialize, Serialize};

/// Names one operation.
pub type OperationId = Id<Operation>;

impl Noun for Operation {
    const PREFIX: &'static str = "opn";
}

/// What counts: an incident's line is in scope when its substance is of one of these groups or kinds, or is named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScopeRule {
    /// Chemical groups in scope.
    pub groups: Vec<ChemicalGroup>,
    /// Kinds in scope.
    pub kinds: Vec<SubstanceKind>,
    /// Substances in scope by key.
    pub substances: Vec<String>,
}

impl ScopeRule {
    /// Whether the rule says nothing: then everything counts.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.kinds.is_empty() && self.substances.is_empty()
    }

    /// Whether a line of `substance` counts; a substance that is not recognised does not, unless everything does.
    pub fn covers(&self, substance: Option<&Substance>) -> bool {
        self.is_empty()
            || substance.is_some_and(|substance| {
                self.substances.iter().any(|key| *key == substance.key)
                    || self.groups.contains(&substance.chemical_group)
                    || self.kinds.contains(&substance.kind)
            })
    }
}

/// One edition of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// Names it.
    pub id: OperationId,
    /// Its code, unique on the node: `REFLEX-2021`.
    pub code: String,
    /// Its names.
    pub names: Names,
    /// Other names it is printed under.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The series, `REFLEX`.
    pub series: String,
    /// The edition, `2021`.
    pub edition: String,
    /// Code of the previous edition, where there was one.
    #[serde(default)]
    pub previous: String,
    /// What it is for.
    pub objective: Names,
    /// Keys of the substances it targets.
    #[serde(default)]
    pub targets: Vec<String>,
    /// What counts.
    pub scope: ScopeRule,
    /// On which legal basis.
    #[serde(default)]
    pub legal_basis: String,
    /// Its working languages.
    pub languages: Vec<Lang>,
    /// Markings of a record that says nothing else.
    pub marking: Marking,
    /// Who takes part, as what, from when to when.
    pub participations: Vec<Participation>,
    /// Its stages, in their order.
    pub stages: Vec<Stage>,
    /// Days after the active stage in which late incidents are still taken.
    pub late_days: u16,
    /// Invented data, labelled so on every page and document.
    #[serde(default)]
    pub demonstration: bool,
    /// Made from a file of past incidents: takes imports at any time.
    #[serde(default)]
    pub archive: bool,
    /// Who asked for its closing; another coordinator seconds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing_asked_by: Option<MemberId>,
}

impl Operation {
    /// The stage of that kind.
    pub fn stage(&self, kind: StageKind) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.kind == kind)
    }

    /// The stage that is open, the last one where several are; `None` before the first opens.
    pub fn current(&self) -> Option<&Stage> {
        self.stages.iter().rev().find(|stage| stage.is_open())
    }

    /// Whether it is closed for good.
    pub fn is_closed(&self) -> bool {
        self.current().is_some_and(|stage| stage.kind == StageKind::Closed)
    }

    /// Whether `work` is open today: by the table of stages, within the late window; an archive is open until closed.
    pub fn is_open_for(&self, work: Work, today: Day) -> bool {
        if self.archive {
            return !self.is_closed();
        }
        let by_stage = self.current().map_or(work == Work::Plan, |stage| is_open_for(stage.kind, work));
        by_stage && (work != Work::ReportLate || today <= self.late_until())
    }

    /// The days an incident may fall on: the active stage's, or the whole span of an archive.
    pub fn active_days(&self) -> Option<(Day, Day)> {
        self.stage(StageKind::Active).map(|stage| (stage.from, stage.to))
    }

    /// The last day on which late incidents are taken.
    pub fn late_until(&self) -> Day {
        let end = self.active_days().map(|(_, to)| to).or_else(|| self.stages.last().map(|stage| stage.to));
        end.or_else(|| Day::of(9999, 12, 31)).map_or_else(|| unreachable_day(), |day| day.plus(i64::from(self.late_days)))
    }

    /// What `participant` is in it on `day`.
    pub fn participation(&self, participant: &ParticipantCode, day: Day) -> Option<ParticipationRole> {
        let own = |part: &&Participation| part.participant == *participant && part.holds_on(day);
        self.participations.iter().filter(own).map(|part| part.role).min()
    }

    /// Codes of all who take part, whatever their role.
    pub fn participants(&self) -> Vec<ParticipantCode> {
        self.participations.iter().map(|part| part.participant.clone()).collect()
    }
}

/// The end of the calendar, for an operation without any stage.
fn unreachable_day() -> Day {
    crate::time::Moment(i64::MAX / 2).day()
}

/// One participation as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ParticipationDraft {
    /// Participant code.
    pub participant: String,
    /// [`ParticipationRole`] code.
    pub role: String,
    /// First day.
    pub since: String,
    /// Last day.
    pub until: String,
}

/// One stage's planned days as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StageDraft {
    /// [`StageKind`] code.
    pub kind: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// An operation as typed; also the body of the API.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OperationDraft {
    /// Code.
    pub code: String,
    /// Names per language.
    pub names: Names,
    /// Aliases.
    pub aliases: Vec<String>,
    /// Series.
    pub series: String,
    /// Edition.
    pub edition: String,
    /// Code of the previous edition.
    pub previous: String,
    /// Objective per language.
    pub objective: Names,
    /// Substance keys.
    pub targets: Vec<String>,
    /// [`ChemicalGroup`] codes in scope.
    pub scope_groups: Vec<String>,
    /// [`SubstanceKind`] codes in scope.
    pub scope_kinds: Vec<String>,
    /// Substance keys in scope.
    pub scope_substances: Vec<String>,
    /// Legal basis.
    pub legal_basis: String,
    /// Language tags.
    pub languages: Vec<String>,
    /// Default markings.
    pub marking: MarkingDraft,
    /// Participations.
    pub participations: Vec<ParticipationDraft>,
    /// Planned stages.
    pub stages: Vec<StageDraft>,
    /// Days of the late window.
    pub late_days: String,
}

impl OperationDraft {
    /// The draft that would read back as `operation`.
    pub fn of(operation: &Operation) -> Self {
        let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
        Self {
            code: operation.code.clone(),
            names: operation.names.clone(),
            aliases: operation.aliases.clone(),
            series: operation.series.clone(),
            edition: operation.edition.clone(),
            previous: operation.previous.clone(),
            objective: operation.objective.clone(),
            targets: operation.targets.clone(),
            scope_groups: operation.scope.groups.iter().map(ToString::to_string).collect(),
            scope_kinds: operation.scope.kinds.iter().map(ToString::to_string).collect(),
            scope_substances: operation.scope.substances.clone(),
            legal_basis: operation.legal_basis.clone(),
            languages: operation.languages.iter().map(|lang| lang.tag().to_owned()).collect(),
            marking: MarkingDraft::of(&operation.marking),
            participations: operation
                .participations
                .iter()
                .map(|part| ParticipationDraft {
                    participant: part.participant.to_string(),
                    role: part.role.to_string(),
                    since: day(part.since),
                    until: day(part.until),
                })
                .collect(),
            stages: operation
                .stages
                .iter()
                .filter(|stage| stage.kind != StageKind::Closed)
                .map(|stage| StageDraft {
                    kind: stage.kind.to_string(),
                    from: stage.from.to_string(),
                    to: stage.to.to_string(),
                })
                .collect(),
            late_days: operation.late_days.to_string(),
        }
    }

    /// The operation, or all its problems. `known` are the participants of the node; `earlier` is the operation as it
    /// stands when this is a change: what has been opened stays opened.
    pub fn check(
        &self,
        id: OperationId,
        known: &[ParticipantCode],
        earlier: Option<&Operation>,
    ) -> Result<Operation, Problems> {
        let mut problems = Problems::none();
        let code = problems.keep(read_code("code", &self.code)).unwrap_or_default();
        let series = problems.keep(text::required("series", &self.series, 40)).unwrap_or_default();
        let edition = problems.keep(text::required("edition", &self.edition, 40)).unwrap_or_default();
        let previous = problems.keep(text::read("previous", &self.previous, 40)).unwrap_or_default();
        let legal_basis = problems.keep(text::read("legal_basis", &self.legal_basis, 4000)).unwrap_or_default();
        let names = check_names("names", &self.names, 200, &mut problems);
        if names.is_empty() {
            problems.add(Problem::new("names", "required"));
        }
        let objective = check_names("objective", &self.objective, 4000, &mut problems);
        let scope = self.check_scope(&mut problems);
        let targets = check_substances("targets", &self.targets, &mut problems);
        let participations = self.check_participations(known, &mut problems);
        let stages = self.check_stages(earlier, &mut problems);
        let members: Vec<ParticipantCode> = participations.iter().map(|part| part.participant.clone()).collect();
        let marking = self.marking.check(&Marking::default(), &members).map_err(|found| {
            found.0.into_iter().for_each(|problem| problems.add(problem.inside("marking")));
        });
        let late_days = problems.keep(read_days("late_days", &self.late_days)).unwrap_or_default();
        let mut languages: Vec<Lang> = self.languages.iter().filter_map(|tag| Lang::parse(tag)).collect();
        if languages.is_empty() {
            languages.push(Lang::En);
        }
        problems.or(Some(Operation {
            id,
            code,
            names,
            aliases: self.aliases.iter().map(|alias| alias.trim().to_owned()).filter(|alias| !alias.is_empty()).collect(),
            series,
            edition,
            previous,
            objective,
            targets,
            scope,
            legal_basis,
            languages,
            marking: marking.unwrap_or_default(),
            participations,
            stages,
            late_days,
            demonstration: earlier.is_some_and(|operation| operation.demonstration),
            archive: earlier.is_some_and(|operation| operation.archive),
            closing_asked_by: None,
        }))
    }

    fn check_scope(&self, problems: &mut Problems) -> ScopeRule {
        let mut scope = ScopeRule::default();
        for code in &self.scope_groups {
            match ChemicalGroup::parse(code) {
                Some(group) => scope.groups.push(group),
                None => problems.add(Problem::new("scope_groups", "code-unknown").with("text", code)),
            }
        }
        for code in &self.scope_kinds {
            match SubstanceKind::parse(code) {
                Some(kind) => scope.kinds.push(kind),
                None => problems.add(Problem::new("scope_kinds", "code-unknown").with("text", code)),
            }
        }
        scope.substances = check_substances("scope_substances", &self.scope_substances, problems);
        scope
    }

    fn check_participations(&self, known: &[ParticipantCode], problems: &mut Problems) -> Vec<Participation> {
        let mut participations: Vec<Participation> = Vec::new();
        for (place, draft) in self.participations.iter().enumerate() {
            let outer = format!("participations.{place}");
            match draft.check(known) {
                Ok(part) if participations.iter().any(|other| other.participant == part.participant) => problems
                    .add(Problem::new("participant", "participant-twice").with("text", part.participant).inside(&outer)),
                Ok(part) => participations.push(part),
                Err(found) => found.0.into_iter().for_each(|problem| problems.add(problem.inside(&outer))),
            }
        }
        if !participations.iter().any(|part| part.role == ParticipationRole::Coordinator) {
            problems.add(Problem::new("participations", "coordinator-missing"));
        }
        participations
    }

    fn check_stages(&self, earlier: Option<&Operation>, problems: &mut Problems) -> Vec<Stage> {
        let mut stages: Vec<Stage> = Vec::new();
        for (place, draft) in self.stages.iter().enumerate() {
            match draft.check() {
                Ok(stage) => stages.push(carry(stage, earlier)),
                Err(found) => {
                    let outer = format!("stages.{place}");
                    found.0.into_iter().for_each(|problem| problems.add(problem.inside(&outer)));
                }
            }
        }
        stages.sort_by_key(|stage| stage.kind);
        for pair in stages.windows(2).filter(|pair| pair[1].from < pair[0].from) {
            problems.add(Problem::new("stages", "stage-order").with("a", pair[0].kind).with("b", pair[1].kind));
        }
        if !stages.iter().any(|stage| stage.kind == StageKind::Active) {
            problems.add(Problem::new("stages", "active-stage-missing"));
        }
        if let Some(closed) = earlier.and_then(|operation| operation.stage(StageKind::Closed)) {
            stages.push(closed.clone());
        }
        stages
    }
}

/// The planned stage with what has already happened to it.
fn carry(mut stage: Stage, earlier: Option<&Operation>) -> Stage {
    if let Some(known) = earlier.and_then(|operation| operation.stage(stage.kind)) {
        stage.opened = known.opened;
        stage.closed = known.closed;
        stage.reopened.clone_from(&known.reopened);
    }
    stage
}

impl ParticipationDraft {
    fn check(&self, known: &[ParticipantCode]) -> Result<Participation, Problems> {
        let mut problems = Problems::none();
        let participant = problems.keep(ParticipantCode::read("participant", &self.participant));
        if let Some(code) = participant.as_ref().filter(|code| !known.contains(code)) {
            problems.add(Problem::new("participant", "participant-unknown").with("text", code));
        }
        let role = ParticipationRole::parse(self.role.trim());
        if role.is_none() {
            problems.add(Problem::new("role", "code-unknown").with("text", &self.role));
        }
        let since = problems.keep(optional_day("since", &self.since)).flatten();
        let until = problems.keep(optional_day("until", &self.until)).flatten();
        if since.zip(until).is_some_and(|(since, until)| until < since) {
            problems.add(Problem::new("until", "dates-reversed"));
        }
        let part = participant.zip(role).map(|(participant, role)| Participation { participant, role, since, until });
        problems.or(part)
    }
}

impl StageDraft {
    fn check(&self) -> Result<Stage, Problems> {
        let mut problems = Problems::none();
        let kind = StageKind::parse(self.kind.trim()).filter(|kind| *kind != StageKind::Closed);
        if kind.is_none() {
            problems.add(Problem::new("kind", "code-unknown").with("text", &self.kind));
        }
        let from = problems.keep(read_day("from", &self.from)).map(|read| read.day);
        let to = problems.keep(read_day("to", &self.to)).map(|read| read.day);
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            problems.add(Problem::new("to", "dates-reversed"));
        }
        let days = kind.zip(from).zip(to);
        problems.or(days.map(|((kind, from), to)| Stage { kind, from, to, opened: None, closed: None, reopened: String::new() }))
    }
}

/// Reads an operation's code: 2 to 40 letters, digits, `-`, `_` and `.`, raised to capitals.
pub fn read_code(field: &str, text: &str) -> Result<String, Problem> {
    let code = text.trim().to_ascii_uppercase();
    let fits = (2..=40).contains(&code.len())
        && code.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.'))
        && code != "NEW";
    if fits { Ok(code) } else { Err(Problem::new(field, "operation-code").with("text", text.trim())) }
}

fn optional_day(field: &str, text: &str) -> Result<Option<Day>, Problem> {
    if text.trim().is_empty() { Ok(None) } else { read_day(field, text).map(|read| Some(read.day)) }
}

fn read_days(field: &str, text: &str) -> Result<u16, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(0);
    }
    text.parse().ok().filter(|days| *days <= 730).ok_or_else(|| Problem::new(field, "days-range").with("text", text))
}

fn check_names(field: &str, names: &Names, limit: usize, problems: &mut Problems) -> Names {
    names.iter().fold(Names::default(), |kept, (lang, name)| {
        match text::read(&format!("{field}.{}", lang.tag()), name, limit) {
            Ok(name) => kept.with(lang, &name),
            Err(problem) => {
                problems.add(problem);
                kept
            }
        }
    })
}

fn check_substances(field: &str, keys: &[String], problems: &mut Problems) -> Vec<String> {
    let keys = keys.iter().map(|key| key.trim()).filter(|key| !key.is_empty());
    keys.filter_map(|key| match Substance::by_key(key).or_else(|| Substance::recognise(key)) {
        Some(substance) => Some(substance.key.clone()),
        None => {
            problems.add(Problem::new(field, "substance-unknown").with("text", key));
            None
        }
    })
    .collect()
}
