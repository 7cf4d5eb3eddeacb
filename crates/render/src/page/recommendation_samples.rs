//! Pages of recommendations as they may look: full, empty, with problems.
//!
//! Refuses to be data: it is for tests and pictures.

use super::picker::{Offers, Pick, PickLine};
use super::recommendation::{One, RecommendationPage, RecommendationsPage, Shown};
use super::recommendation_form::{Filled, progress_form, recommendation_form, typed_progress, typed_recommendation};
use super::shared::RelatedLine;
use super::sheet_form::Faster;
use super::{Sample, sample};
use crate::form::{Choice, Typed};
use crate::frame::Frame;
use crate::html::Safe;
use crate::words::Speech;
use model::attachment::Attachment;
use model::id::{Id, NIL, RecordId};
use model::lang::Lang;
use model::marking::Marking;
use model::member::Role;
use model::names::Names;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::problem::{Problem, Problems};
use model::progress::{Progress, ProgressDraft, ProgressId, Standing};
use model::recommendation::{
    CarriedBy, Category, Edition, Followed, Priority, Recommendation, RecommendationDraft, RecommendationId,
    RecommendationSource, Taken,
};
use model::record::{Door, Header, Kind, Provenance, Record, State};

/// The header of a sample's record.
pub(super) fn header(id: RecordId, kind: Kind, owner: &str, operation: &Operation) -> Header {
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
        revision: 1,
        origin: String::new(),
        sequence: 1,
        created: sample::NOW,
        changed: sample::NOW,
        lang: Lang::Ru,
        provenance: Provenance::door(Door::Page),
        review: None,
    }
}

fn recommendation() -> Recommendation {
    Recommendation {
        text: Names::default().with(Lang::Ru, sample::HOSTILE).with(Lang::En, "Exchange reference standards"),
        original: Lang::Ru,
        source: RecommendationSource::Meeting,
        meeting: Some(sample::record()),
        decision: "2".to_owned(),
        evidence: vec![sample::record()],
        addressees: Vec::new(),
        category: Category::Forensic,
        priority: Priority::High,
        due: Some(sample::NOW.day().plus(-10)),
        review: Some(sample::NOW.day().plus(90)),
        carried: Some(CarriedBy { plan: sample::record(), clause: "3.2".to_owned() }),
    }
}

fn report(operation: &Operation, about: &RecordId, owner: &str, status: Standing) -> Record<Progress> {
    let id: ProgressId = Id::new(NIL);
    Record {
        header: header(id.into(), Kind::Progress, owner, operation),
        content: Progress {
            recommendation: about.clone(),
            status,
            reason: sample::HOSTILE.to_owned(),
            proof: sample::HOSTILE.to_owned(),
            records: vec![sample::record()],
            note: sample::HOSTILE.to_owned(),
            day: sample::NOW.day(),
        },
    }
}

/// A recommendation with what became of it.
pub(super) fn followed(operation: &Operation) -> Followed {
    let id: RecommendationId = Id::new(NIL);
    let header = header(id.into(), Kind::Recommendation, "CARICC", operation);
    let reports = [
        report(operation, &header.id, "KZ", Standing::Done),
        report(operation, &header.id, "AF", Standing::NotAccepted),
    ];
    let own = Followed::of(operation, Record { header, content: recommendation() }, &reports, sample::NOW.day());
    let taken =
        |number| Taken { operation: "REFLEX-2021".to_owned(), plan: sample::record(), clause: "c4".to_owned(), number };
    Followed { taken: vec![taken(Some(4)), taken(None)], ..own }
}

/// A file of a record.
pub(super) fn file(record: &RecordId) -> Attachment {
    Attachment {
        id: Id::new(NIL),
        record: record.clone(),
        name: sample::HOSTILE.to_owned(),
        media_type: "application/pdf".to_owned(),
        size: 120_000,
        sha256: "0".repeat(64),
        added: sample::NOW,
    }
}

/// What fields can be chosen from.
pub(super) fn picks() -> Vec<(&'static str, Pick)> {
    let line = |title: &str, kind| PickLine {
        value: sample::record().to_string(),
        kind,
        title: title.to_owned(),
        operation: "REFLEX-2019".to_owned(),
        day: Some(sample::NOW.day()),
    };
    let unknown = PickLine { value: sample::HOSTILE.to_owned(), ..PickLine::default() };
    let full = Pick {
        chosen: vec![line(sample::HOSTILE, Some(Kind::Incident)), unknown],
        offered: vec![line("", Some(Kind::Finding)), line("Планёрка", Some(Kind::Meeting))],
        more: true,
        words: sample::HOSTILE.to_owned(),
    };
    let nothing = Pick { words: "x".to_owned(), ..Pick::default() };
    vec![
        ("evidence", full.clone()),
        ("meeting", full.clone()),
        ("papers", full.clone()),
        ("recommendation", full.clone()),
        ("finding", full),
        ("proof_records", nothing),
    ]
}

/// Pages of recommendations as they may look.
pub(super) fn samples(t: Speech) -> Vec<Sample> {
    let framed = |key: &str| Frame { title: t.say(key), ..Frame::samples(t).remove(0) };
    let (list, board) = (framed("recommendation-list"), framed("recommendation-board"));
    let (one, form) = (framed("noun-recommendation"), framed("recommendation-new"));
    let progress = framed("progress-new");
    let (operation, participants) = (sample::operation(), sample::participants());
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let asked = Typed::nothing().with("status", "done").with("addressee", "KZ");
    let wrong = Problems(vec![Problem::new("status", "code-unknown").with("text", sample::HOSTILE)]);
    let shown =
        Shown { operation: &operation, participants: &participants, asked: &nothing, problems: &none, may_write: true };
    let found = Shown { asked: &asked, problems: &wrong, may_write: false, ..shown };
    let followed = followed(&operation);
    let all = [followed.clone()];
    let editions = [
        Edition { operation: operation.clone(), followed: Vec::new() },
        Edition { operation: operation.clone(), followed: vec![followed.clone()] },
    ];
    let related =
        [RelatedLine { id: sample::record(), kind: Kind::Incident, about: None, title: sample::HOSTILE.to_owned() }];
    let files = [file(&followed.record.header.id)];
    let own = One {
        followed: &followed,
        participants: &participants,
        may_change: true,
        may_report: true,
        related: &related,
        files: &files,
    };
    let id = &followed.record.header.id;
    let refused = Problems(vec![Problem::new("reason", "required")]);
    let typed = typed_recommendation(&RecommendationDraft::of(&followed.record.content, &Marking::default()));
    let bad = Problems(vec![
        Problem::new("recommended", "required"),
        Problem::new("agreed_in", "original-missing"),
        Problem::new("addressees", "addressee-missing"),
        Problem::new("addressees", "addressee-unknown").with("text", sample::HOSTILE),
        Problem::new("due_by", "recommendation-due-past").with("text", "2021-01-01").with("today", "2021-10-15"),
        Problem::new("evidence", "record-unseen").with("text", "inc_x"),
        Problem::new("plan", "clause-without-plan"),
        Problem::new("marking.audience", "addressee-blind").with("who", "KZ, UZ"),
    ]);
    let unproved = Problems(vec![
        Problem::new("reason", "not-accepted-needs-reason"),
        Problem::new("proof", "done-needs-proof"),
        Problem::new("standing_day", "date-future").with("text", "2031-01-01"),
        Problem::new("progress_note", "personal-data"),
    ]);
    let (picks, clauses) = (picks(), [Choice::new("pln_x#c1", sample::HOSTILE)]);
    let offers = Offers { picks: &picks, clauses: &clauses };
    let fresh = Filled { typed: &nothing, problems: &none, given: false, offers: Offers::default() };
    let sent = Filled { typed: &typed, problems: &bad, given: true, offers };
    let said = typed_progress(&ProgressDraft { standing: "done".to_owned(), ..ProgressDraft::default() });
    let reported = Filled { typed: &said, problems: &unproved, given: true, offers };
    let faster = Some(Faster { revision: 2, role: Role::Coordinator, changed: sample::NOW });
    let text = Safe::text(sample::HOSTILE);
    vec![
        Sample::of("recommendations", &RecommendationsPage::list(&list, shown, &all, 1, Some(id))),
        Sample::of("recommendations-none", &RecommendationsPage::list(&list, shown, &[], 0, None)),
        Sample::of("recommendations-problems", &RecommendationsPage::list(&list, found, &[], 0, None)),
        Sample::of("recommendation-board", &RecommendationsPage::board(&board, shown, &editions)),
        Sample::of("recommendation", &RecommendationPage::new(&one, own, &nothing, &none)),
        Sample::of("recommendation-refused", &RecommendationPage::new(&one, own, &nothing, &refused)),
        Sample::of("recommendation-new", &recommendation_form(&form, &operation, &participants, fresh, None)),
        Sample::of("recommendation-problems", &recommendation_form(&form, &operation, &participants, sent, None)),
        Sample::of(
            "recommendation-stale",
            &recommendation_form(&form, &operation, &participants, sent, Some((id, 2, faster))),
        ),
        Sample::of("progress-new", &progress_form(&progress, &operation, &participants, id, &text, fresh)),
        Sample::of("progress-problems", &progress_form(&progress, &operation, &participants, id, &text, reported)),
    ]
}
