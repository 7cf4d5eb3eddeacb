//! The plan of the demonstration: two versions, comments with what was decided, acceptances and an annex, as
//! `catalogue/demonstration_plan.toml` says.
//!
//! Refuses unknown keys, so that a slip in the file is found by a test and not by a visitor.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::record::header;
use crate::resolution::as_the_comment;
use model::acceptance::{Acceptance, AcceptanceLevel, Reservation};
use model::agency::Agency;
use model::annex::Annex;
use model::comment::{Comment, CommentKind};
use model::id::{Id, Noun, RecordId};
use model::incident::Setting;
use model::lang::Lang;
use model::marking::{Audience, Marking};
use model::member::Role;
use model::names::Names;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::plan::{Asked, Clause, Measure, Plan, Step, WHOLE};
use model::record::{Door, Header, Provenance, Record, Shared};
use model::resolution::{Decision, Resolution};
use model::time::Day;
use serde::Deserialize;
use store::Tx;

const FILE: &str = include_str!("../../../../catalogue/demonstration_plan.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    title: Names,
    note: String,
    sent: Day,
    comments_until: Day,
    asked: Day,
    answers_until: Day,
    in_force: Day,
    needed: u32,
    read: Vec<String>,
    clauses: Vec<ClauseLine>,
    comments: Vec<CommentLine>,
    acceptances: Vec<AcceptanceLine>,
    annex: AnnexLine,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClauseLine {
    lang: Lang,
    heading: Names,
    text: Names,
    before: Option<Names>,
    #[serde(default)]
    since: u32,
    /// Which recommendation of the edition before it carries, from 1.
    #[serde(default)]
    carries: usize,
    #[serde(default)]
    measures: Vec<MeasureLine>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureLine {
    what: Names,
    settings: Vec<Setting>,
    from: Day,
    to: Day,
    participants: Vec<String>,
    who: String,
    #[serde(default)]
    resources: String,
    success: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CommentLine {
    participant: String,
    kind: String,
    day: Day,
    lang: Lang,
    clause: String,
    audience: Option<Audience>,
    text: String,
    #[serde(default)]
    wording: String,
    decision: Option<Decision>,
    #[serde(default)]
    reason: String,
    reason_lang: Option<Lang>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AcceptanceLine {
    participant: String,
    day: Day,
    level: AcceptanceLevel,
    #[serde(default)]
    office: String,
    #[serde(default)]
    document: String,
    lang: Lang,
    #[serde(default)]
    reservations: Vec<Reservation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnnexLine {
    participant: String,
    kind: String,
    day: Day,
    lang: Lang,
    title: String,
    text: String,
}

/// What everything is put with.
struct Desk<'a> {
    cx: &'a Cx,
    operation: &'a Operation,
    agencies: &'a [Agency],
}

/// Puts the plan with everything that was said about it.
pub(super) async fn put(
    cx: &Cx,
    tx: &mut Tx,
    operation: &Operation,
    agencies: &[Agency],
    recommended: &[RecordId],
) -> Result<()> {
    let told: Told = toml::from_str(FILE).map_err(|error| Error::Broken(Box::new(error)))?;
    let desk = Desk { cx, operation, agencies };
    let (first, second) = desk.versions(&told, recommended);
    desk.put(tx, "CARICC", "centre", told.sent, operation.marking.clone(), Lang::En, first.clone()).await?;
    desk.put(tx, "CARICC", "centre", told.asked, operation.marking.clone(), Lang::En, second.clone()).await?;
    for code in &told.read {
        let comment = desk.read(&second);
        desk.put(tx, code, "drug-police", told.asked.plus(1), operation.marking.clone(), comment.lang, comment).await?;
    }
    for line in &told.comments {
        desk.comment(tx, &first, line).await?;
    }
    for line in &told.acceptances {
        let acceptance = desk.acceptance(&second, line);
        desk.put(tx, &line.participant, "drug-police", line.day, operation.marking.clone(), line.lang, acceptance)
            .await?;
    }
    let line = &told.annex;
    let annex =
        Annex { id: cx.mint(), plan: second.id, title: line.title.clone(), text: line.text.clone(), lang: line.lang };
    desk.put(tx, &line.participant, &line.kind, line.day, Annex::marking(&operation.marking), line.lang, annex).await?;
    Ok(())
}

impl Desk<'_> {
    /// The version that was commented on, and the one that was accepted.
    fn versions(&self, told: &Told, recommended: &[RecordId]) -> (Plan, Plan) {
        let mut first = Plan::empty(self.cx.mint(), told.title.clone());
        let mut all = Vec::new();
        for line in &told.clauses {
            let own: Vec<Measure> = line.measures.iter().enumerate().map(measure).collect();
            let clause = Clause {
                id: first.issue(),
                lang: line.lang,
                heading: line.heading.clone(),
                text: line.text.clone(),
                recommendation: line.carries.checked_sub(1).and_then(|at| recommended.get(at).cloned()),
                issued: u32::try_from(own.len()).unwrap_or_default(),
                measures: own,
            };
            if line.since < 2 {
                let text = line.before.clone().unwrap_or_else(|| line.text.clone());
                first.put(Clause { text, ..clause.clone() }, usize::MAX);
            }
            all.push(clause);
        }
        let sent = |day: Day| Some(day.start().plus_seconds(9 * 3600));
        let first = Plan { step: Step::OutForComment, sent: sent(told.sent), due: Some(told.comments_until), ..first };
        let asked = Asked {
            on: told.asked,
            due: told.answers_until,
            from: told.in_force,
            participants: crate::plan::participants(self.operation, told.asked),
            needed: Some(told.needed),
        };
        let second = Plan {
            clauses: all,
            note: told.note.clone(),
            step: Step::OutForAcceptance,
            sent: sent(told.asked),
            asked: Some(asked),
            ..first.next(self.cx.mint(), 2)
        };
        (first, second)
    }

    async fn comment(&self, tx: &mut Tx, plan: &Plan, line: &CommentLine) -> Result<()> {
        let comment = Comment {
            id: self.cx.mint(),
            plan: plan.id,
            clause: line.clause.clone(),
            kind: CommentKind::Remark,
            text: line.text.clone(),
            wording: line.wording.clone(),
            lang: line.lang,
        };
        let audience = line.audience.unwrap_or(self.operation.marking.audience);
        let marking = Marking { audience, ..self.operation.marking.clone() };
        let comment = self.put(tx, &line.participant, &line.kind, line.day, marking, line.lang, comment).await?;
        let Some(decision) = line.decision else { return Ok(()) };
        let lang = line.reason_lang.unwrap_or(line.lang);
        let resolution = Resolution {
            id: self.cx.mint(),
            comment: comment.content.id,
            plan: plan.id,
            clause: line.clause.clone(),
            decision,
            reason: line.reason.clone(),
            lang,
        };
        self.put(tx, "CARICC", "centre", line.day.plus(5), as_the_comment(&comment), lang, resolution).await?;
        Ok(())
    }

    fn read(&self, plan: &Plan) -> Comment {
        Comment {
            id: self.cx.mint(),
            plan: plan.id,
            clause: WHOLE.to_owned(),
            kind: CommentKind::Read,
            text: String::new(),
            wording: String::new(),
            lang: Lang::En,
        }
    }

    fn acceptance(&self, plan: &Plan, line: &AcceptanceLine) -> Acceptance {
        Acceptance {
            id: self.cx.mint(),
            plan: plan.id,
            version: plan.version,
            hash: plan.hash(),
            day: line.day,
            level: line.level,
            office: line.office.clone(),
            document: line.document.clone(),
            reservations: line.reservations.clone(),
            lang: line.lang,
        }
    }

    /// Puts a record as that agency wrote it, on that day.
    #[expect(clippy::too_many_arguments, reason = "who, when, for whom, in which language, and what")]
    async fn put<T: Shared + Named>(
        &self,
        tx: &mut Tx,
        participant: &str,
        kind: &str,
        day: Day,
        marking: Marking,
        lang: Lang,
        content: T,
    ) -> Result<Record<T>> {
        let own = |agency: &&Agency| agency.participant.as_str() == participant;
        let exact = |agency: &&Agency| own(agency) && agency.kind.code() == kind;
        let agency = self.agencies.iter().find(exact).or_else(|| self.agencies.iter().find(own));
        let at = day.start().plus_seconds(10 * 3600);
        let plain = header(self.cx, self.operation, content.named(), T::KIND, marking, Some(lang));
        let role = if participant == "CARICC" { Role::Coordinator } else { Role::ContactPoint };
        let header = Header {
            owner: ParticipantCode::country(participant),
            agency: agency.map_or(plain.agency, |agency| agency.id),
            author_role: role,
            created: at,
            changed: at,
            provenance: Provenance::door(Door::Computed),
            ..plain
        };
        let mut record = Record { header, content };
        tx.put_shared(&mut record, None).await?;
        Ok(record)
    }
}

fn measure((place, line): (usize, &MeasureLine)) -> Measure {
    Measure {
        id: format!("m{}", place + 1),
        what: line.what.clone(),
        settings: line.settings.clone(),
        from: Some(line.from),
        to: Some(line.to),
        participants: line.participants.iter().map(|code| ParticipantCode::country(code)).collect(),
        who: line.who.clone(),
        resources: line.resources.clone(),
        success: line.success.clone(),
        ..Measure::default()
    }
}

/// A noun that knows its identifier.
trait Named: Noun + Sized {
    fn named(&self) -> Id<Self>;
}

macro_rules! named {
    ($($noun:ty),+) => { $(impl Named for $noun { fn named(&self) -> Id<Self> { self.id } })+ };
}

named!(Plan, Comment, Resolution, Acceptance, Annex);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_of_the_demonstration_can_be_read_and_names_its_own_clauses() {
        let told: Told = toml::from_str(FILE).unwrap();
        let known = |clause: &str| {
            clause == WHOLE
                || clause
                    .strip_prefix('c')
                    .and_then(|number| number.parse().ok())
                    .is_some_and(|number: usize| (1..=told.clauses.len()).contains(&number))
        };
        assert!(told.comments.iter().all(|line| known(&line.clause) && told.clauses[..].len() >= 8));
        assert!(told.acceptances.iter().flat_map(|line| &line.reservations).all(|one| known(&one.clause)));
        assert!(told.comments.iter().all(|line| {
            line.decision.is_none_or(|decision| decision == Decision::Accepted || !line.reason.is_empty())
        }));
    }
}
