//! Pages of a plan as they may look: none yet, a draft, sent out, accepted with a reservation, an edit that came too late.
//!
//! Refuses to be data: it is for tests and pictures.

use super::clause::{ClauseShows, newer};
use super::form::{WritePage, ask, clause as clause_fields, consult, reason, title, typed_clause};
use super::{
    ChangesPage, ClausePage, CommentsPage, CommentsShow, HeardLine, NonePage, PlanPage, Shows, Told, VersionLine,
    clause::told,
};
use crate::form::{Form, Typed};
use crate::frame::Frame;
use crate::html::Safe;
use crate::page::picker::Offers;
use crate::page::sample::{self, HOSTILE, NOW};
use crate::page::shared::RelatedLine;
use crate::page::{Sample, acceptance, annex, resolution};
use crate::words::Speech;
use model::acceptance::{Acceptance, AcceptanceLevel, Reservation};
use model::annex::{Annex, AnnexDraft};
use model::card::{Card, Listed};
use model::comment::{Comment, CommentKind};
use model::id::{Id, NIL};
use model::incident::Setting;
use model::lang::Lang;
use model::marking::Marking;
use model::member::Role;
use model::names::Names;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::permission::Action;
use model::plan::{AUDIENCES, Asked, Clause, ClauseDraft, Measure, MeasureDraft, Plan, Standing, Step, Tally};
use model::problem::{Problem, Problems};
use model::record::{Door, Header, Kind, Provenance, Record, State};
use model::resolution::{Decision, Resolution};
use std::collections::BTreeMap;

fn header(kind: Kind, id: model::id::RecordId, owner: &str, operation: &Operation) -> Header {
    Header {
        id,
        kind,
        operation: operation.id,
        owner: ParticipantCode::country(owner),
        agency: Id::new(NIL),
        author_role: Role::Coordinator,
        marking: Marking::default(),
        state: State::Submitted,
        reason: String::new(),
        revision: 2,
        origin: String::new(),
        sequence: 0,
        created: NOW,
        changed: NOW,
        lang: Lang::En,
        provenance: Provenance::door(Door::Page),
        review: None,
    }
}

fn plan(version: u32, step: Step) -> Plan {
    let day = NOW.day();
    let measure = Measure {
        id: "m1".to_owned(),
        what: Names::default().with(Lang::En, "Parcels are <checked>").with(Lang::Fa, "بسته‌ها بازرسی می‌شوند"),
        settings: vec![Setting::Post, Setting::Airport],
        from: Some(day),
        to: Some(day.plus(30)),
        participants: vec![ParticipantCode::country("KZ")],
        who: HOSTILE.to_owned(),
        success: "10 %".to_owned(),
        finding: Some(sample::record()),
        ..Measure::default()
    };
    let text = Names::default()
        .with(Lang::Ru, HOSTILE)
        .with(Lang::En, if version == 1 { "Within 24 hours" } else { "Within 12 hours" });
    let first = Clause {
        id: "c1".to_owned(),
        lang: Lang::Ru,
        heading: Names::default().with(Lang::Ru, HOSTILE).with(Lang::En, "Aim"),
        text,
        recommendation: Some(sample::record()),
        measures: vec![measure],
        issued: 1,
    };
    let other = Clause { id: format!("c{}", version + 1), lang: Lang::Fa, measures: Vec::new(), ..first.clone() };
    let asked = Asked {
        on: day,
        due: day.plus(10),
        from: day.plus(14),
        participants: vec![ParticipantCode::country("KZ"), ParticipantCode::country("IR")],
        needed: Some(1),
    };
    Plan {
        version,
        step,
        note: HOSTILE.to_owned(),
        clauses: vec![first, other],
        replaces: (version > 1).then(|| Id::new(NIL)),
        sent: (step != Step::Draft).then_some(NOW),
        due: Some(day.plus(7)),
        asked: (step == Step::OutForAcceptance).then_some(asked),
        ..Plan::empty(Id::new(NIL), Names::same("Plan"))
    }
}

fn comments(operation: &Operation) -> Vec<Told> {
    let comment = Comment {
        id: Id::new(NIL),
        plan: Id::new(NIL),
        clause: "c1".to_owned(),
        kind: CommentKind::Remark,
        text: HOSTILE.to_owned(),
        wording: "در ۱۲ ساعت".to_owned(),
        lang: Lang::Fa,
    };
    let resolution = Resolution {
        id: Id::new(NIL),
        comment: Id::new(NIL),
        plan: Id::new(NIL),
        clause: "c1".to_owned(),
        decision: Decision::Partly,
        reason: HOSTILE.to_owned(),
        lang: Lang::Ru,
    };
    let other = Comment { id: Id::new(model::id::uuid_v7(NOW, [1; 10])), wording: String::new(), ..comment.clone() };
    let record =
        |content: Comment| Record { header: header(Kind::Comment, content.id.into(), "IR", operation), content };
    let decided =
        Record { header: header(Kind::Resolution, resolution.id.into(), "CARICC", operation), content: resolution };
    vec![
        Told { comment: record(comment), resolution: Some(decided) },
        Told { comment: record(other), resolution: None },
    ]
}

fn measured() -> ClauseDraft {
    let measure = MeasureDraft { who: HOSTILE.to_owned(), from: "x".to_owned(), ..MeasureDraft::default() };
    ClauseDraft { lang: "ru".to_owned(), text: Names::same(HOSTILE), measures: vec![measure], ..ClauseDraft::default() }
}

/// All of them.
#[expect(clippy::too_many_lines, reason = "a list of pages, each said once")]
pub fn samples(t: Speech) -> Vec<Sample> {
    let operation = sample::operation();
    let frame = Frame { title: t.say("plan-title"), ..Frame::samples(t).remove(0) };
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let record = |version, step| Record {
        header: header(Kind::Plan, Id::<Plan>::new(NIL).into(), "CARICC", &operation),
        content: plan(version, step),
    };
    let (before, draft) = (record(1, Step::OutForComment), record(2, Step::Draft));
    let asked = record(2, Step::OutForAcceptance);
    let line = |record: &Record<Plan>, standing| VersionLine {
        id: record.header.id.clone(),
        version: record.content.version,
        standing,
        sent: record.content.sent,
        note: record.content.note.clone(),
    };
    let kz = ParticipantCode::country("KZ");
    let heard = [
        HeardLine { participant: kz.clone(), read: true, comments: 3 },
        HeardLine { participant: ParticipantCode::country("IR"), read: false, comments: 0 },
    ];
    let counts = BTreeMap::from([("c1".to_owned(), 3), ("whole".to_owned(), 1)]);
    let resolved = BTreeMap::from([("c1".to_owned(), 1)]);
    let accepted = Record {
        header: header(Kind::Acceptance, Id::<Acceptance>::new(NIL).into(), "KZ", &operation),
        content: Acceptance {
            id: Id::new(NIL),
            plan: Id::new(NIL),
            version: 2,
            hash: asked.content.hash(),
            day: NOW.day(),
            level: AcceptanceLevel::Ministry,
            office: HOSTILE.to_owned(),
            document: HOSTILE.to_owned(),
            reservations: vec![Reservation { clause: "c1".to_owned(), text: HOSTILE.to_owned() }],
            lang: Lang::Ru,
        },
    };
    let annexed = Record {
        header: header(Kind::Annex, Id::<Annex>::new(NIL).into(), "KZ", &operation),
        content: Annex {
            id: Id::new(NIL),
            plan: Id::new(NIL),
            title: HOSTILE.to_owned(),
            text: HOSTILE.to_owned(),
            lang: Lang::Ru,
        },
    };
    let listed = Listed {
        id: annexed.header.id.clone(),
        kind: Kind::Annex,
        operation: operation.id,
        owner: kz.clone(),
        agency: Id::new(NIL),
        audience: model::marking::Audience::AmberStrict,
        state: State::Submitted,
        revision: 1,
        created: NOW,
        changed: NOW,
        card: Card { title: HOSTILE.to_owned(), ..Card::default() },
    };
    let (all, speaker) = ([Action::Coordinate, Action::Contribute], [Action::SpeakFor, Action::Contribute]);
    let (tally, acceptances, annexes) = (Tally::of(&asked.content, std::slice::from_ref(&kz)), [accepted], [listed]);
    let of_draft = [line(&draft, Standing::Draft), line(&before, Standing::OutForComment)];
    let of_asked = [line(&asked, Standing::OutForAcceptance), line(&before, Standing::Revised)];
    let empty = BTreeMap::new();
    let next_open = sample::record();
    let links = [RelatedLine { id: sample::record(), kind: Kind::Finding, about: None, title: HOSTILE.to_owned() }];
    let shows = Shows {
        operation: &operation,
        record: &asked,
        standing: Standing::OutForAcceptance,
        tally: &tally,
        versions: &of_asked,
        comments: &counts,
        resolved: &resolved,
        heard: &heard,
        acceptances: &acceptances,
        annexes: &annexes,
        links: &links,
        next_open: Some(&next_open),
        may: &all,
        own: &kz,
    };
    let no_tally = Tally::default();
    let drafted = Shows {
        record: &draft,
        standing: Standing::Draft,
        tally: &no_tally,
        versions: &of_draft,
        acceptances: &[],
        annexes: &[],
        links: &[],
        next_open: None,
        comments: &empty,
        resolved: &empty,
        ..shows
    };
    let spoken = Shows {
        record: &before,
        standing: Standing::OutForComment,
        versions: &of_draft[1..],
        tally: &no_tally,
        may: &speaker,
        acceptances: &[],
        annexes: &[],
        ..shows
    };
    let said = comments(&operation);
    let agencies = sample::agencies();
    let on = ClauseShows {
        shows: spoken,
        part: "c1",
        clause: before.content.clause("c1"),
        before: draft.content.clause("c1"),
        told: &said,
        next: Some("com_x"),
        agencies: &agencies,
    };
    let open = Typed::nothing().with("status", "open").with("participant", "IR");
    let listing = CommentsShow { shows, told: &said, count: 2, next: Some("com_x"), agencies: &agencies, asked: &open };
    let picks = crate::page::recommendation_samples::picks();
    let offers = Offers { picks: &picks, clauses: &[] };
    let bad = Problems(vec![
        Problem::new("remark", "required"),
        Problem::new("wording", "personal-data"),
        Problem::new("marking.audience", "comment-red"),
    ]);
    let causes = BTreeMap::from([("c1".to_owned(), said.clone())]);
    let write = |body: Safe, before: Safe, problems: &Problems, device: &str| {
        let page = WritePage {
            frame: &frame,
            back: (shows.address(), t.say("plan-back")),
            before,
            summary: Form::new(t, &nothing, problems).summary(),
            action: format!("{}/edit", shows.address()),
            base: 2,
            body,
            submit: t.say("plan-save"),
            danger: false,
            adds: Some(("measures", t.say("plan-measure-add"))),
            device: device.to_owned(),
            given: false,
        };
        Sample::of("plan-form", &page)
    };
    let of_clause = Problems(vec![Problem::new("heading.ru", "required"), Problem::new("measures.0.what", "required")]);
    let past = Problems(vec![
        Problem::new("due", "plan-due-past").with("day", "2021-06-30").with("today", "2021-07-01"),
        Problem::new("audience", "plan-audience-closed"),
        Problem::new("audience", "plan-audience-narrower"),
    ]);
    let superseded = Problems(vec![
        Problem::new("", "acceptance-superseded").with("version", 1).with("current", 2),
        Problem::new("", "acceptance-other-text").with("version", 1),
        Problem::new("", "acceptance-given"),
        Problem::new("reservations.0.clause", "clause-unknown").with("text", HOSTILE),
    ]);
    let of_room = Problems(vec![
        Problem::new("start", "plan-previous-none").with("code", "REFLEX-2019"),
        Problem::new("", "plan-exists"),
        Problem::new("", "plan-without-clauses"),
    ]);
    let needs = Problems(vec![Problem::new("reason", "resolution-needs-reason")]);
    let draft_annex = AnnexDraft::of(&annexed.content);
    vec![
        Sample::of("plan-none", &NonePage::new(&frame, &operation, false, &nothing, &none)),
        Sample::of("plan-none-begin", &NonePage::new(&frame, &operation, true, &nothing, &of_room)),
        Sample::of("plan-asked", &PlanPage::new(&frame, shows)),
        Sample::of("plan-draft", &PlanPage::new(&frame, drafted)),
        Sample::of("plan-commented", &PlanPage::new(&frame, spoken)),
        Sample::of("plan-read-only", &PlanPage::new(&frame, Shows { may: &[Action::Read], ..shows })),
        Sample::of("clause-comments", &ClausePage::new(&frame, &on, &nothing, &bad, true)),
        Sample::of(
            "clause-whole",
            &ClausePage::new(
                &frame,
                &ClauseShows { clause: None, before: None, part: "whole", told: &[], next: None, ..on },
                &nothing,
                &none,
                false,
            ),
        ),
        Sample::of("plan-comments", &CommentsPage::new(&frame, &listing)),
        Sample::of(
            "plan-comments-none",
            &CommentsPage::new(&frame, &CommentsShow { told: &[], count: 0, next: None, ..listing }),
        ),
        Sample::of("plan-changes", &ChangesPage::new(&frame, &shows, &before, &causes, &agencies)),
        Sample::of("plan-changes-none", &ChangesPage::new(&frame, &shows, &asked, &BTreeMap::new(), &agencies)),
        write(
            clause_fields(t, &typed_clause(&measured()), &of_clause, &operation, offers),
            newer(t, draft.content.clause("c1"), &links),
            &of_clause,
            "clause",
        ),
        write(clause_fields(t, &nothing, &none, &operation, Offers::default()), newer(t, None, &[]), &none, ""),
        write(title(t, &nothing, &none), Safe::default(), &none, ""),
        write(consult(t, &nothing, &past, &AUDIENCES), Safe::default(), &past, ""),
        write(ask(t, &nothing, &none, 10, &AUDIENCES), Safe::default(), &none, ""),
        write(reason(t, &nothing, &none, "plan-close-means"), Safe::default(), &none, ""),
        write(reason(t, &nothing, &none, "acceptance-withdraw-means"), Safe::default(), &none, ""),
        write(acceptance::fields(t, &asked.content, &nothing, &superseded), Safe::default(), &superseded, ""),
        write(resolution::fields(t, &nothing, &needs), told(t, &said[0], &agencies, true), &needs, ""),
        write(annex::fields(t, &annex::typed(&draft_annex), &none), Safe::default(), &none, ""),
        Sample::of("annex", &annex::AnnexPage { frame: &frame, record: &annexed, may_change: true }),
    ]
}
