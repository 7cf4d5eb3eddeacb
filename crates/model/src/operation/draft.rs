//! An operation as typed: by the form or the API, and its way to being true.
//!
//! Refuses to stop at the first problem, and to undo by a change of plan what has already been opened.

use super::{Operation, OperationId, ScopeRule, read_code};
use crate::catalogue::substance::{ChemicalGroup, Substance, SubstanceKind};
use crate::lang::Lang;
use crate::marking::{Marking, MarkingDraft};
use crate::names::Names;
use crate::participant::{ParticipantCode, Participation, ParticipationRole};
use crate::problem::{Problem, Problems};
use crate::stage::{Stage, StageKind};
use crate::text;
use crate::time::{Day, read_day};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
        let names = self.names.check("names", 200, &mut problems);
        if self.names.is_empty() {
            problems.add(Problem::new("names", "required"));
        }
        let objective = self.objective.check("objective", 4000, &mut problems);
        let scope = self.check_scope(&mut problems);
        let targets = check_substances("targets", &self.targets, &mut problems);
        let participations = self.check_participations(known, &mut problems);
        let stages = self.check_stages(earlier, &mut problems);
        let members: Vec<ParticipantCode> = participations.iter().map(|part| part.participant.clone()).collect();
        let marking = self.marking.check(&Marking::default(), &members).map_err(|found| {
            found.0.into_iter().for_each(|problem| problems.add(problem.inside("marking")));
        });
        let late_days = problems.keep(read_days("late_days", &self.late_days)).unwrap_or_default();
        let languages = self.read_languages(&mut problems);
        let aliases = self.read_aliases(&mut problems);
        problems.or(Some(Operation {
            id,
            code,
            names,
            aliases,
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
            // A change takes the question of closing back: what is seconded has to be what was asked about.
            closing_asked_by: None,
        }))
    }

    /// The working languages; English where none is named.
    fn read_languages(&self, problems: &mut Problems) -> Vec<Lang> {
        let mut languages = Vec::new();
        for tag in self.languages.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
            match Lang::parse(tag) {
                Some(lang) if languages.contains(&lang) => {}
                Some(lang) => languages.push(lang),
                None => problems.add(Problem::new("languages", "code-unknown").with("text", tag)),
            }
        }
        if languages.is_empty() { vec![Lang::En] } else { languages }
    }

    fn read_aliases(&self, problems: &mut Problems) -> Vec<String> {
        let read = self.aliases.iter().filter_map(|alias| problems.keep(text::read("aliases", alias, 200)));
        read.filter(|alias| !alias.is_empty()).collect()
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
                Ok(part) if participations.iter().any(|other| other.participant == part.participant) => problems.add(
                    Problem::new("participant", "participant-twice").with("text", part.participant).inside(&outer),
                ),
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
        let mut kinds = BTreeSet::new();
        for (place, draft) in self.stages.iter().enumerate() {
            let kind = StageKind::parse(draft.kind.trim());
            if let Some(twice) = kind.filter(|kind| !kinds.insert(*kind)) {
                problems.add(Problem::new(format!("stages.{place}.kind"), "stage-twice").with("a", twice));
            }
        }
        stages.sort_by_key(|stage| stage.kind);
        for pair in stages.windows(2).filter(|pair| pair[1].from < pair[0].from) {
            problems.add(Problem::new("stages", "stage-order").with("a", pair[0].kind).with("b", pair[1].kind));
        }
        let opened = earlier.iter().flat_map(|operation| &operation.stages).filter(|stage| stage.opened.is_some());
        for lost in opened.filter(|stage| stage.kind != StageKind::Closed) {
            if !self.stages.iter().any(|typed| typed.kind.trim() == lost.kind.code()) {
                problems.add(Problem::new("stages", "stage-was-opened").with("a", lost.kind));
            }
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
        problems.or(days.map(|((kind, from), to)| Stage {
            kind,
            from,
            to,
            opened: None,
            closed: None,
            reopened: String::new(),
        }))
    }
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

fn check_substances(field: &str, keys: &[String], problems: &mut Problems) -> Vec<String> {
    let keys = keys.iter().map(|key| key.trim()).filter(|key| !key.is_empty());
    keys.filter_map(|key| {
        if let Some(substance) = Substance::by_key(key).or_else(|| Substance::recognise(key)) {
            Some(substance.key.clone())
        } else {
            problems.add(Problem::new(field, "substance-unknown").with("text", key));
            None
        }
    })
    .collect()
}
