//! An operation: one edition of a series, with its participations, stages, scope and default markings.
//!
//! Refuses to hold incidents: those are records of their own that name their operation.

mod draft;

pub use draft::{OperationDraft, ParticipationDraft, StageDraft};

use crate::catalogue::substance::{ChemicalGroup, Substance, SubstanceKind};
use crate::id::{Id, Noun};
use crate::lang::Lang;
use crate::marking::Marking;
use crate::member::MemberId;
use crate::names::Names;
use crate::participant::{ParticipantCode, Participation, ParticipationRole};
use crate::problem::Problem;
use crate::stage::{Stage, StageKind, Work, is_open_for};
use crate::time::{Day, Moment};
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
                self.substances.contains(&substance.key)
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

    /// The stage that is open; `None` before the first opens and between two.
    pub fn current(&self) -> Option<&Stage> {
        self.stages.iter().rev().find(|stage| stage.is_open())
    }

    /// Whether it is closed for good.
    pub fn is_closed(&self) -> bool {
        self.stage(StageKind::Closed).is_some_and(Stage::is_open)
    }

    /// Whether `work` is open today: by the table of stages while one is open, and by what has already happened between
    /// two; late reports within their window only; an archive is open until closed.
    pub fn is_open_for(&self, work: Work, today: Day) -> bool {
        if work == Work::Follow {
            return true;
        }
        if self.archive || self.is_closed() {
            return !self.is_closed();
        }
        let by_stage = self.current().map_or_else(|| self.is_open_between(work), |stage| is_open_for(stage.kind, work));
        by_stage && (work != Work::ReportLate || today <= self.late_until())
    }

    /// While no stage is open: the plan can be changed; once the active stage has been, so can what was reported in it.
    fn is_open_between(&self, work: Work) -> bool {
        let was_active = self.stage(StageKind::Active).is_some_and(|stage| stage.opened.is_some());
        match work {
            Work::Plan | Work::Contribute | Work::Follow => true,
            Work::Amend | Work::ReportLate => was_active,
            Work::Report => false,
        }
    }

    /// The days an incident may fall on: those of the active stage as it was held, as planned while it has not ended; the
    /// whole span of an archive. A stage that goes on longer is planned anew, so that everybody knows it.
    pub fn active_days(&self) -> Option<(Day, Day)> {
        let stage = self.stage(StageKind::Active)?;
        let from = stage.opened.map_or(stage.from, |opened| stage.from.min(opened.day()));
        let to = stage.closed.filter(|_| !self.archive).map_or(stage.to, Moment::day);
        Some((if self.archive { stage.from } else { from }, to.max(from)))
    }

    /// The last day on which late incidents are taken.
    pub fn late_until(&self) -> Day {
        let end = self.active_days().map(|(_, to)| to).or_else(|| self.stages.last().map(|stage| stage.to));
        end.or_else(|| Day::of(9999, 12, 31)).map_or_else(unreachable_day, |day| day.plus(i64::from(self.late_days)))
    }

    /// What `participant` is in it on `day`.
    pub fn participation(&self, participant: &ParticipantCode, day: Day) -> Option<ParticipationRole> {
        let own = |part: &&Participation| part.participant == *participant && part.holds_on(day);
        self.participations.iter().filter(own).map(|part| part.role).min()
    }

    /// What it hands on to the next edition: series, scope, targets, legal basis, languages, markings and who takes part.
    /// Code, edition, dates and stages are the next one's own.
    #[must_use]
    pub fn next_edition(&self) -> Self {
        let plain = |part: &Participation| Participation { since: None, until: None, ..part.clone() };
        Self {
            code: String::new(),
            edition: String::new(),
            aliases: Vec::new(),
            names: Names::default(),
            previous: self.code.clone(),
            stages: Vec::new(),
            participations: self.participations.iter().map(plain).collect(),
            demonstration: false,
            archive: false,
            closing_asked_by: None,
            ..self.clone()
        }
    }

    /// Codes of all who take part, whatever their role.
    pub fn participants(&self) -> Vec<ParticipantCode> {
        self.participations.iter().map(|part| part.participant.clone()).collect()
    }
}

/// The end of the calendar, for an operation without any stage.
fn unreachable_day() -> Day {
    Moment(i64::MAX / 2).day()
}

/// Reads an operation's code: 2 to 40 letters, digits, `-`, `_` and `.`, raised to capitals.
pub fn read_code(field: &str, text: &str) -> Result<String, Problem> {
    let code = text.trim().to_ascii_uppercase();
    let fits = (2..=40).contains(&code.len())
        && code.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.'))
        && code != "NEW";
    if fits { Ok(code) } else { Err(Problem::new(field, "operation-code").with("text", text.trim())) }
}
